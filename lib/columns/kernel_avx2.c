/* SPDX-License-Identifier: Apache-2.0 */
/* The kernel for x86 processors with AVX2; compiled with the options that allow it. */
#define LG__KERNEL lg__kernel_avx2
#include "kernel_fold.h"
