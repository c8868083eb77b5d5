# SPDX-License-Identifier: Apache-2.0
# musl instead of the GNU C library: Debian's musl-gcc; runs on this machine.
set(CMAKE_C_COMPILER musl-gcc)
