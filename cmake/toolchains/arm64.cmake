# SPDX-License-Identifier: Apache-2.0
# 64 bits, little-endian, ARM: Debian's cross compiler (gcc-aarch64-linux-gnu), programs run by qemu-user.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(LG_TRIPLET aarch64-linux-gnu)
include(${CMAKE_CURRENT_LIST_DIR}/cross.cmake)
