# SPDX-License-Identifier: Apache-2.0
# 64 bits, big-endian: Debian's cross compiler (gcc-s390x-linux-gnu), programs run by qemu-user.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR s390x)
set(LG_TRIPLET s390x-linux-gnu)
include(${CMAKE_CURRENT_LIST_DIR}/cross.cmake)
