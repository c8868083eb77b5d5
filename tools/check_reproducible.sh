#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Two builds from two copies of the sources, in folders of different names and depths, must install the same bytes:
# the libraries, the program, headers, pkg-config and CMake files. As Debian's builds do, the compiler is told to leave
# the folders out of what it writes for debuggers.
#
#     tools/check_reproducible.sh      (JOBS: how many at once, default 2)
set -eu
cd "$(dirname "$0")/.."
JOBS=${JOBS:-2}
WORK=$PWD/build/reproducible
tools/setup.sh
rm -rf "$WORK"
mkdir -p "$WORK"

. tools/two_builds.sh

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

quietly() {
  "$@" >"$WORK/log" 2>&1 || {
    tail -n 40 "$WORK/log" >&2
    fail "$*"
  }
}

# install_into SOURCE BUILD SHARED: into a place of its own, under the same prefix.
install_into() {
  quietly cmake -S "$1" -B "$2" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DLG_BUILD_TESTS=OFF \
    -DCMAKE_INSTALL_PREFIX=/usr "-DBUILD_SHARED_LIBS=$3" \
    -DCMAKE_BUILD_RPATH_USE_ORIGIN=ON "-DCMAKE_C_FLAGS=-ffile-prefix-map=$1=. -ffile-prefix-map=$2=."
  quietly cmake --build "$2" --parallel "$JOBS"
  quietly env "DESTDIR=$2/destination" cmake --install "$2"
}

make_all() {
  sources=$1/$2
  copy_sources "$sources"
  install_into "$sources" "$1/shared" ON
  install_into "$sources" "$1/static" OFF
}

# The names and sums of all files that are handed out.
sums() {
  (cd "$1" && find shared/destination static/destination -type f | LC_ALL=C sort | xargs sha256sum)
}

make_all "$WORK/first" sources
make_all "$WORK/second/with/a-longer/name" checkout/of/littlegiant
sums "$WORK/first" >"$WORK/first.sums"
sums "$WORK/second/with/a-longer/name" >"$WORK/second.sums"
diff "$WORK/first.sums" "$WORK/second.sums" >&2 || fail "two builds differ in the files above"
if grep -rl "$WORK" "$WORK"/first/shared/destination "$WORK"/first/static/destination >&2; then
  fail "the files above tell where they were built"
fi
echo "reproducible: $(wc -l <"$WORK/first.sums") files are the same from two builds in different folders"
