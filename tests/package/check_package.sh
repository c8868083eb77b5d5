#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Installs the library in every way a distribution does and uses it in every way a user does:
#
#     shared and static  x  relative and absolute CMAKE_INSTALL_LIBDIR  x  pkg-config and find_package
#
# then builds and runs the examples and the README's program against it. It also proves that the flags
# are what makes a consumer compile: without them it must not.
#
#     check_package.sh SOURCE_DIR WORK_DIR        (WORK_DIR is emptied; CC and CMAKE may be set)
set -eu

SOURCE=$(cd "$1" && pwd)
rm -rf "$2"
mkdir -p "$2"
WORK=$(cd "$2" && pwd)
CONSUMER=$SOURCE/tests/package/consumer
EXAMPLES=$SOURCE/examples
CC=${CC:-cc}
CMAKE=${CMAKE:-cmake}
STRICT="-std=c99 -Wall -Wextra -Wpedantic -Werror"

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# Runs a command quietly; shows what it said only if it fails.
quietly() {
  "$@" >"$WORK/log" 2>&1 || {
    cat "$WORK/log" >&2
    fail "$*"
  }
}

# install_library NAME SHARED(ON|OFF) LIBDIR: builds and installs under $WORK/NAME/prefix.
install_library() {
  quietly "$CMAKE" -S "$SOURCE" -B "$WORK/$1/build" -DCMAKE_C_COMPILER="$CC" -DCMAKE_BUILD_TYPE=Release \
    -DBUILD_SHARED_LIBS="$2" -DCMAKE_INSTALL_LIBDIR="$3" -DCMAKE_INSTALL_PREFIX="$WORK/$1/prefix" \
    -DLG_BUILD_TESTS=OFF -DLG_BUILD_CLI=OFF
  quietly "$CMAKE" --build "$WORK/$1/build" --parallel 2
  quietly "$CMAKE" --install "$WORK/$1/build"
}

# Only the packages installed here may be found, not one of the same name on the system.
use_prefix() {
  LIBDIR=$2
  PKG_CONFIG_LIBDIR=$2/pkgconfig
  export PKG_CONFIG_LIBDIR
  CMAKE_DIR=$(dirname "$(find "$WORK/$1" -path "*/lib*/cmake/*" \( -name 'littlegiantConfig.cmake' -o \
    -name 'littlegiant-config.cmake' \) | head -n 1)")
  [ -n "$CMAKE_DIR" ] || fail "$1: no CMake package is installed"
}

# links_shared PROGRAM: whether it needs the shared library when it starts.
links_shared() {
  readelf -d "$1" | grep -q 'NEEDED.*liblittlegiant'
}

# runs PROGRAM SHARED(ON|OFF): links as it should, and works.
runs() {
  if [ "$2" = ON ]; then
    links_shared "$1" || fail "$1 does not use the shared library"
  else
    ! links_shared "$1" || fail "$1 uses a shared library"
  fi
  LD_LIBRARY_PATH=$LIBDIR quietly "$1"
}

consume_with_pkg_config() {
  static=
  [ "$2" = ON ] || static=--static
  # shellcheck disable=SC2046,SC2086  # flags are words
  quietly "$CC" $STRICT $(pkg-config $static --cflags liblittlegiant) -o "$WORK/$1/by-pkg-config" \
    "$CONSUMER/consumer.c" $(pkg-config $static --libs liblittlegiant)
  runs "$WORK/$1/by-pkg-config" "$2"
}

consume_with_find_package() {
  quietly "$CMAKE" -S "$CONSUMER" -B "$WORK/$1/by-find-package" -DCMAKE_C_COMPILER="$CC" \
    -DCMAKE_C_FLAGS="$STRICT" -Dlittlegiant_DIR="$CMAKE_DIR"
  quietly "$CMAKE" --build "$WORK/$1/by-find-package"
  runs "$WORK/$1/by-find-package/consumer" "$2"
}

# run_examples DIR SHARED: the three programs in DIR, on the example data.
run_examples() {
  runs "$1/one_enterprise" "$2"
  runs "$1/one_criterion" "$2"
  for table in county seven_stars; do
    LD_LIBRARY_PATH=$LIBDIR quietly "$1/batch_job" cn.little-giant.2022 "$EXAMPLES/data/$table.csv"
  done
}

examples_with_pkg_config() {
  mkdir -p "$WORK/$1/examples-make"
  static=
  [ "$2" = ON ] || static=1
  quietly make -C "$EXAMPLES" -f Makefile.pkgconfig OUT="$WORK/$1/examples-make" STATIC=$static \
    CC="$CC" CFLAGS="-O1 $STRICT"
  run_examples "$WORK/$1/examples-make" "$2"
}

examples_with_find_package() {
  quietly "$CMAKE" -S "$EXAMPLES" -B "$WORK/$1/examples-cmake" -DCMAKE_C_COMPILER="$CC" \
    -DCMAKE_C_FLAGS=-Werror -Dlittlegiant_DIR="$CMAKE_DIR"
  quietly "$CMAKE" --build "$WORK/$1/examples-cmake" --parallel 2
  run_examples "$WORK/$1/examples-cmake" "$2"
}

# check_install NAME SHARED(ON|OFF) LIBDIR(as given to CMake) LIBDIR(absolute)
check_install() {
  echo "$1: library directory $3"
  install_library "$1" "$2" "$3"
  use_prefix "$1" "$4"
  consume_with_pkg_config "$1" "$2"
  consume_with_find_package "$1" "$2"
  examples_with_pkg_config "$1" "$2"
  examples_with_find_package "$1" "$2"
}

# The n-th fenced block of README.md that opens with this line.
readme_block() {
  awk -v fence="$1" -v number="$2" '
    inside && /^```/ { exit }
    inside { print; next }
    /^```/ && other { other = 0; next }
    /^```/ { if ($0 == fence && ++seen == number) inside = 1; else other = 1 }' "$SOURCE/README.md"
}

# The C program of README.md, compiled as it says, prints what it says. (tests/python runs its Python program.)
check_readme_program() {
  readme_block '```c' 1 >"$WORK/one.c"
  readme_block '```' 3 >"$WORK/one.expected"
  [ -s "$WORK/one.c" ] || fail "README.md shows no program"
  use_prefix shared-relative "$WORK/shared-relative/prefix/lib"
  # shellcheck disable=SC2046,SC2086  # flags are words
  quietly "$CC" $STRICT -o "$WORK/one" "$WORK/one.c" $(pkg-config --cflags --libs liblittlegiant)
  LD_LIBRARY_PATH=$WORK/shared-relative/prefix/lib "$WORK/one" | sed '$d' >"$WORK/one.printed"
  cmp "$WORK/one.expected" "$WORK/one.printed" || fail "README.md shows another output than its C program prints"
  echo "README.md: its program prints what it says"
}

# Installed a second time under another prefix, as packagers do, the .pc file points there.
check_relocation() {
  quietly "$CMAKE" --install "$WORK/shared-relative/build" --prefix "$WORK/moved"
  moved=$(PKG_CONFIG_LIBDIR=$WORK/moved/lib/pkgconfig pkg-config --variable=includedir liblittlegiant)
  [ -f "$moved/littlegiant/littlegiant.h" ] || fail "the .pc file of another prefix points to $moved"
  case $(realpath "$moved") in
    "$(realpath "$WORK/moved")"/*) echo "another prefix: pkg-config points there" ;;
    *) fail "the .pc file of another prefix points to $moved" ;;
  esac
}

check_flags_are_needed() {
  if echo '#include <littlegiant/littlegiant.h>' | "$CC" -E - >/dev/null 2>&1; then
    echo "without flags: not checked, the header is installed on the system's own path"
    return
  fi
  ! "$CC" -c -o "$WORK/without-flags.o" "$CONSUMER/consumer.c" 2>"$WORK/log" || fail "compiles without flags"
  grep -q 'littlegiant/littlegiant.h' "$WORK/log" || fail "does not compile, but not for want of the header"
  echo "without flags: does not compile, as it should not"
}

# make(1) hands its own flags down; the examples' Makefile is to be run as a user runs it.
unset MAKEFLAGS MFLAGS MAKELEVEL || true

check_install shared-relative ON lib "$WORK/shared-relative/prefix/lib"
check_install shared-absolute ON "$WORK/shared-absolute/elsewhere/lib64" "$WORK/shared-absolute/elsewhere/lib64"
check_install static-relative OFF lib "$WORK/static-relative/prefix/lib"
check_install static-absolute OFF "$WORK/static-absolute/elsewhere/lib64" "$WORK/static-absolute/elsewhere/lib64"
check_flags_are_needed
check_readme_program
check_relocation
echo "package: all ways of installing and using it work"
