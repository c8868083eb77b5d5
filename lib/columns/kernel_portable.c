/* SPDX-License-Identifier: Apache-2.0 */
/* The kernel for any processor: one number at a time, or the vectors that every processor of the kind has. */
#define LG__KERNEL lg__kernel_portable
#include "kernel_fold.h"
