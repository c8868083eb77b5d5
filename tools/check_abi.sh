#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The binary interface against that of the last tag, by abidiff: functions, their types and the structs of the public
# headers. Additions are listed; anything that a program compiled before would notice is a failure. Before the first
# tag nothing is promised: then the differences from REFERENCE (default: the commit before) are told, and no more.
#
#     tools/check_abi.sh [REFERENCE]       (JOBS: how many at once, default 2)
set -eu
cd "$(dirname "$0")/.."
JOBS=${JOBS:-2}
WORK=$PWD/build/abi
tools/setup.sh abigail-tools
rm -rf "$WORK"
mkdir -p "$WORK"

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

# library SOURCE NAME: the shared library with what a debugger needs, and the headers that are installed with it.
library() {
  quietly cmake -S "$1" -B "$WORK/$2" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DLG_BUILD_TESTS=OFF -DLG_BUILD_CLI=OFF \
    -DCMAKE_INSTALL_LIBDIR=lib
  quietly cmake --build "$WORK/$2" --parallel "$JOBS"
  quietly cmake --install "$WORK/$2" --prefix "$WORK/$2/prefix"
}

dump() {
  abidw --headers-dir "$WORK/$1/prefix/include" --no-corpus-path --no-comp-dir-path --no-show-locs \
    --out-file "$WORK/$2" "$WORK/$1/prefix/lib/liblittlegiant.so"
}

# What abidw writes must depend on the interface alone.
check_dump() {
  library . now
  dump now now.xml
  cp -R "$WORK/now" "$WORK/moved"
  dump moved moved.xml
  cmp "$WORK/now.xml" "$WORK/moved.xml" >&2 || fail "two descriptions of one library differ"
  echo "abi: $(grep -c '<elf-symbol .*func-type' "$WORK/now.xml") functions described, in the same bytes from two folders"
}

# compare COMMIT: what abidiff says goes to $WORK/report; its answer is a set of bits.
compare() {
  mkdir "$WORK/sources"
  git archive "$1" | tar -x -C "$WORK/sources"
  library "$WORK/sources" before
  answer=0
  abidiff --headers-dir1 "$WORK/before/prefix/include" --headers-dir2 "$WORK/now/prefix/include" \
    "$WORK/before/prefix/lib/liblittlegiant.so" "$WORK/now/prefix/lib/liblittlegiant.so" >"$WORK/report" 2>&1 || answer=$?
  [ $((answer & 3)) -eq 0 ] || {
    cat "$WORK/report" >&2
    fail "abidiff could not compare"
  }
}

# Bit 8 of the answer: incompatible for certain; bit 4: a change, which abidiff leaves to the reader.
judge_against_tag() {
  compare "$1"
  cat "$WORK/report"
  [ $((answer & 8)) -eq 0 ] || fail "programs compiled against $1 would notice"
  if [ "$answer" -eq 0 ]; then
    echo "abi: the interface is that of $1"
  elif grep -qE '^ *[1-9][0-9]* (Removed|Changed)|, [1-9][0-9]* (Changed|Removed)|: [1-9][0-9]* (Removed|Changed)' "$WORK/report"; then
    fail "the interface of $1 has changed, see above"
  else
    echo "abi: additions to $1 alone"
  fi
}

tell_differences() {
  compare "$1"
  echo "abi: NO TAG YET, so nothing is promised and nothing was judged. Differences from commit $(git rev-parse --short "$1"):"
  if [ "$answer" -eq 0 ]; then echo "  none"; else sed 's/^/  /' "$WORK/report"; fi
}

check_dump
reference=${1:-}
if [ -n "$reference" ]; then
  judge_against_tag "$reference"
elif tag=$(git describe --tags --abbrev=0 2>/dev/null); then
  judge_against_tag "$tag"
elif git rev-parse --quiet --verify HEAD^ >/dev/null 2>&1; then
  tell_differences HEAD^
else
  echo "abi: NO TAG YET and no earlier commit in this clone: nothing was compared"
fi
