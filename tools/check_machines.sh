#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The same verdicts everywhere: tests/machines/verdicts.c is built by every compiler, for every C standard and
# for every machine below, and what it writes must be the same, byte for byte, as from gcc in C99 here. Then the
# public headers in every standard of C and C++, and the suites of tests/ on a big-endian and a 32-bit machine.
#
#     tools/check_machines.sh          (JOBS: how many at once, default 2; ENTERPRISES per rule set, default 600)
set -eu
cd "$(dirname "$0")/.."
JOBS=${JOBS:-2}
ENTERPRISES=${ENTERPRISES:-600}
WORK=$PWD/build/machines
mkdir -p "$WORK"

tools/setup.sh qemu-user musl-tools gcc-i686-linux-gnu libc6-dev-i386-cross gcc-aarch64-linux-gnu libc6-dev-arm64-cross \
  gcc-s390x-linux-gnu libc6-dev-s390x-cross

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# quietly LOG COMMAND ...: heard only when it fails.
quietly() {
  log=$1
  shift
  "$@" >"$log" 2>&1 || {
    tail -n 40 "$log" >&2
    fail "$*"
  }
}

# build NAME SOURCE OPTIONS ...: in build/machines/NAME.
build() {
  name=$1
  source=$2
  shift 2
  quietly "$WORK/$name.log" cmake -S "$source" -B "$WORK/$name" -G Ninja -DCMAKE_BUILD_TYPE=Release -DLG_WERROR=ON "$@"
  quietly "$WORK/$name.log" cmake --build "$WORK/$name" --parallel "$JOBS"
}

# verdicts NAME "RUNNER" OPTIONS ...: builds and runs; the first is what all others are held against.
verdicts() {
  name=$1
  runner=$2
  shift 2
  build "$name" tests/machines "$@"
  # shellcheck disable=SC2086  # the runner is words
  timeout 300 $runner "$WORK/$name/verdicts" "$ENTERPRISES" 2>"$WORK/$name.counts" >"$WORK/$name.bytes" || {
    cat "$WORK/$name.counts" >&2
    fail "$name: the program of verdicts"
  }
  if [ "$name" != gcc-c99 ]; then
    cmp "$WORK/gcc-c99.bytes" "$WORK/$name.bytes" >&2 || fail "$name: other verdicts than gcc-c99"
    rm "$WORK/$name.bytes"
  fi
  count=$((count + 1))
  echo "  $name"
}

toolchain() { echo "-DCMAKE_TOOLCHAIN_FILE=$PWD/cmake/toolchains/$1.cmake"; }

# 23 is spelled 2x by the compilers of today, and CMake knows.
native_verdicts() {
  verdicts gcc-c99 "" -DCMAKE_C_COMPILER=gcc
  for standard in 11 17 23; do
    verdicts "gcc-c$standard" "" -DCMAKE_C_COMPILER=gcc -DCMAKE_C_STANDARD=$standard
  done
  verdicts clang-c99 "" -DCMAKE_C_COMPILER=clang
  verdicts clang-c23 "" -DCMAKE_C_COMPILER=clang -DCMAKE_C_STANDARD=23
  verdicts gcc-portable-int128 "" -DCMAKE_C_COMPILER=gcc -DLG_NO_INT128=ON
  verdicts musl "" "$(toolchain musl)"
}

# i386 without shared objects: qemu-user 7.2 does not come back from the start of a thread in the dynamic C library.
foreign_verdicts() {
  for compiler in gcc clang; do
    verdicts "i386-$compiler" qemu-i386 "$(toolchain i386)" -DLG_CROSS_COMPILER=$compiler \
      -DBUILD_SHARED_LIBS=OFF -DCMAKE_EXE_LINKER_FLAGS=-static
    verdicts "arm64-$compiler" "qemu-aarch64 -L /usr/aarch64-linux-gnu" "$(toolchain arm64)" -DLG_CROSS_COMPILER=$compiler
    verdicts "s390x-$compiler" "qemu-s390x -L /usr/s390x-linux-gnu" "$(toolchain s390x)" -DLG_CROSS_COMPILER=$compiler
  done
}

# headers COMPILER FILE LANGUAGE STANDARD ...
headers() {
  compiler=$1
  file=$2
  language=$3
  shift 3
  for standard in "$@"; do
    quietly "$WORK/headers.log" "$compiler" -x "$language" "-std=$standard" -Wall -Wextra -pedantic -Werror -fsyntax-only \
      -Iinclude "-I$WORK/gcc-c99/littlegiant/include" "tests/abi/$file"
    included=$((included + 1))
  done
}

all_headers() {
  for compiler in gcc clang; do
    headers $compiler header_c99.c c c99 gnu99 c11 gnu11 c17 gnu17 c2x gnu2x
    headers $compiler header_arrow_guards.c c c99 c11 c17 c2x
    headers $compiler header_cxx98.cpp c++ c++98 gnu++98 c++11 c++14 c++17 c++20 c++2b
  done
}

# suites MACHINE TRIPLET-OF-DEBIAN: Check is Debian's own for that machine.
suites() {
  tools/foreign_packages.sh "$1" "$WORK/packages/$1" check libsubunit-dev
  PKG_CONFIG_LIBDIR=$WORK/packages/$1/usr/lib/$2/pkgconfig
  PKG_CONFIG_SYSROOT_DIR=$WORK/packages/$1
  export PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
  build "$1-suites" . "$(toolchain "$1")" "-DLG_SYSROOT=$WORK/packages/$1" -DLG_BUILD_CLI=OFF "$3"
  quietly "$WORK/$1-suites.log" ctest --test-dir "$WORK/$1-suites" --parallel "$JOBS" --output-on-failure --timeout 600 \
    --no-tests=error
  awk -v machine="$1" '/Checks: [0-9]+/ { sub(/.*Checks: /, ""); sum += $1 } END { print "  " machine ": " sum " cases passed" }' \
    "$WORK/$1-suites/Testing/Temporary/LastTest.log"
}

# qemu-i386 hangs in Check's programs, see above; processors that run amd64 run i386 themselves, if the kernel lets them.
i386_suites() {
  loader="/usr/i686-linux-gnu/lib/ld-linux.so.2;--library-path;/usr/i686-linux-gnu/lib"
  if "${loader%%;*}" --version >/dev/null 2>&1; then
    suites i386 i386-linux-gnu "-DCMAKE_CROSSCOMPILING_EMULATOR=$loader"
  else
    echo "  i386: NOT RUN, this kernel runs no 32-bit programs"
  fi
}

echo "== machines: verdicts"
count=0
native_verdicts
foreign_verdicts
echo "== machines: headers"
included=0
all_headers
echo "== machines: suites"
suites s390x s390x-linux-gnu -DBUILD_SHARED_LIBS=ON
i386_suites
echo "machines: $count builds say the same, sha256 $(sha256sum <"$WORK/gcc-c99.bytes" | cut -d ' ' -f 1):"
sed 's/^/  /' "$WORK/gcc-c99.counts"
echo "machines: headers included in $included combinations of compiler and standard"
rm "$WORK/gcc-c99.bytes"
