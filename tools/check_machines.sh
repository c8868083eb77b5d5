#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The same verdicts everywhere: tests/machines/verdicts.c is built by every compiler, for every C standard and
# for every machine below, and what it writes must be the same, byte for byte, as from gcc in C99 here. Then the
# public headers in every standard of C and C++. Then, on every machine of another kind, the suites of tests/, the
# program littlegiant (tests/machines/test_program.py, and the tests of tests/cli) and the Python package.
#
#     tools/check_machines.sh          (JOBS: how many at once, default 2; ENTERPRISES per rule set, default 600)
set -eu
cd "$(dirname "$0")/.."
JOBS=${JOBS:-2}
ENTERPRISES=${ENTERPRISES:-600}
WORK=$PWD/build/machines
FOREIGN="i386 arm64 s390x"
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

# runner MACHINE: the words that run a program of that machine, over its own C library.
runner() {
  case $1 in
    arm64) emulator=qemu-aarch64 ;;
    *) emulator=qemu-$1 ;;
  esac
  echo "$emulator -L $WORK/packages/$1"
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

foreign_verdicts() {
  for compiler in gcc clang; do
    for machine in $FOREIGN; do
      verdicts "$machine-$compiler" "$(runner "$machine")" "$(toolchain "$machine")" -DLG_CROSS_COMPILER=$compiler
    done
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

# suites MACHINE: the suites in C, and the program and the library for what follows. In a shell of its own, as pkg-config
# is told of that machine's packages.
suites() (
  PKG_CONFIG_SYSROOT_DIR=$WORK/packages/$1
  PKG_CONFIG_LIBDIR=$(echo "$WORK/packages/$1"/usr/lib/*/pkgconfig)
  export PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
  build "$1-suites" . "$(toolchain "$1")" "-DLG_SYSROOT=$WORK/packages/$1"
  quietly "$WORK/$1-suites.log" ctest --test-dir "$WORK/$1-suites" --parallel "$JOBS" --output-on-failure --timeout 600 \
    --no-tests=error
  awk -v machine="$1" '/Checks: [0-9]+/ { sub(/.*Checks: /, ""); sum += $1 } END { print "  " machine ": " sum " cases passed" }' \
    "$WORK/$1-suites/Testing/Temporary/LastTest.log"
)

# pytests NAME COMMAND ...: says how many passed.
pytests() {
  tests=$1
  shift
  quietly "$WORK/$tests.log" "$@" -q -p no:cacheprovider
  echo "  $tests: $(tail -n 1 "$WORK/$tests.log")"
}

# arm64 differs from amd64 in the sign of char alone: there the longest tests are left out.
is_like_here() { [ "$1" = arm64 ]; }

# program MACHINE: the same as the program here, and what the tests expect of any; but for those that give the program
# little memory, which qemu-user needs for itself, and a table of 30 MB to be seen in progress.
program() {
  there="$(runner "$1") $WORK/$1-suites/cli/littlegiant"
  pytests "$1-program-as-here" env "LITTLEGIANT=$WORK/amd64/cli/littlegiant" "LITTLEGIANT_THERE=$there" PYTHONPATH=tests/cli \
    /usr/bin/python3 -m pytest tests/machines
  ! is_like_here "$1" || return 0
  printf '#!/bin/sh\nexec %s "$@"\n' "$there" >"$WORK/$1-littlegiant"
  chmod +x "$WORK/$1-littlegiant"
  pytests "$1-program" env "LITTLEGIANT=$WORK/$1-littlegiant" /usr/bin/python3 -m pytest tests/cli \
    --ignore=tests/cli/test_faults.py --ignore=tests/cli/test_security.py -k "not memory and not shown_when_it_is_known"
}

# package MACHINE: Python of that machine, which also runs the program here for comparison.
package() {
  cases=tests/python/test_cases.py
  ! is_like_here "$1" || cases=
  # shellcheck disable=SC2046,SC2086  # the runner is words, the cases are one or none
  pytests "$1-python" env "LITTLEGIANT_LIBRARY=$WORK/$1-suites/liblittlegiant.so" "LITTLEGIANT=$WORK/amd64/cli/littlegiant" \
    PYTHONPATH=bindings/python/src "PYTHONPYCACHEPREFIX=$WORK/pycache" \
    $(runner "$1") "$WORK/packages/$1/usr/bin/python3" -m pytest tests/python/test_native.py tests/python/test_receipts.py $cases
}

program_and_package() {
  build amd64 . -DLG_BUILD_TESTS=OFF
  for machine in $FOREIGN; do
    package "$machine" &
    program "$machine"
    wait $!
  done
}

for machine in $FOREIGN; do
  tools/foreign_packages.sh "$machine" "$WORK/packages/$machine" check libsubunit-dev \
    libcsv-dev libjansson-dev libunistring-dev nettle-dev python3-pytest
done

echo "== machines: verdicts"
count=0
native_verdicts
foreign_verdicts
echo "== machines: headers"
included=0
all_headers
echo "== machines: suites"
for machine in $FOREIGN; do
  suites "$machine"
done
echo "== machines: program and Python package"
program_and_package
echo "machines: $count builds say the same, sha256 $(sha256sum <"$WORK/gcc-c99.bytes" | cut -d ' ' -f 1):"
sed 's/^/  /' "$WORK/gcc-c99.counts"
echo "machines: headers included in $included combinations of compiler and standard"
rm "$WORK/gcc-c99.bytes"
