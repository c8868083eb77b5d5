/* SPDX-License-Identifier: Apache-2.0 */
/* Pairs of words; the build defines LG_NO_INT128 for this file. */
#ifndef LG_NO_INT128
#define LG_NO_INT128
#endif

#include "int128.h"

#if LG__INT128_NATIVE
#error "this file must be compiled with the portable variant"
#endif

#include "int128_ops.h"

INT128_OPS(int128_portable);
