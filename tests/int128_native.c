/* SPDX-License-Identifier: Apache-2.0 */
/* The compiler's own 128-bit integers, where it has them. */
#include "int128.h"

#include "int128_ops.h"

INT128_OPS(int128_native);
