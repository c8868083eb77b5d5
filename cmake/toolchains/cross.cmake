# SPDX-License-Identifier: Apache-2.0
# What the toolchain files have in common: LG_TRIPLET's gcc, or clang for it with -DLG_CROSS_COMPILER=clang, and
# qemu-user to run what was built. LG_SYSROOT: a folder with packages of the machine (tools/foreign_packages.sh), its C
# library among them: over that of the cross compiler for i386, qemu-user does not come back from the start of a thread.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES LG_CROSS_COMPILER LG_SYSROOT)
if(LG_CROSS_COMPILER STREQUAL "clang")
  set(CMAKE_C_COMPILER clang)
  set(CMAKE_C_COMPILER_TARGET ${LG_TRIPLET})
else()
  set(CMAKE_C_COMPILER ${LG_TRIPLET}-gcc)
endif()
set(CMAKE_CROSSCOMPILING_EMULATOR "qemu-${CMAKE_SYSTEM_PROCESSOR};-L;${LG_SYSROOT}")
set(CMAKE_FIND_ROOT_PATH /usr/${LG_TRIPLET} ${LG_SYSROOT})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
