# SPDX-License-Identifier: Apache-2.0
# 32 bits, little-endian: Debian's cross compiler (gcc-i686-linux-gnu), programs run by qemu-user.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR i386)
set(LG_TRIPLET i686-linux-gnu)
include(${CMAKE_CURRENT_LIST_DIR}/cross.cmake)
