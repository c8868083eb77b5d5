#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Runs the C tests over a build that counts what they reach, and says of each file of lib/ how many of
# its lines, regions, branches and conditions (MC/DC: shown to decide alone) that is. Lists every place that is
# not covered, and fails if there is one. build/coverage/html/index.html shows the source with its counts.
#
#     tools/coverage.sh        (JOBS: how many at once, default 2)
#
# Clang 19 it must be: it is the first in Debian to measure conditions as a whole.
set -eu
cd "$(dirname "$0")/.."
JOBS=${JOBS:-2}
OUT=build/coverage
PROFILE=$OUT/profile.profdata

# over COMMAND ...: of llvm-cov, over the shared library and all test programs.
over() {
  command=$1
  shift
  set -- "$@" -instr-profile="$PROFILE" "$OUT/liblittlegiant.so"
  for program in "$OUT"/tests/check_*; do
    [ ! -f "$program" ] || set -- "$@" -object "$program"
  done
  llvm-cov-19 "$command" "$@"
}

tools/setup.sh # to build and test
tools/setup.sh clang-19 llvm-19 libclang-rt-19-dev

echo "== coverage: configure and build"
mkdir -p build
cmake --preset coverage >build/configure.log 2>&1 || { cat build/configure.log >&2; exit 1; }
cmake --build --preset coverage --parallel "$JOBS" >build/coverage.log 2>&1 || { cat build/coverage.log >&2; exit 1; }

echo "== coverage: test"
rm -rf "$OUT/profiles" "$OUT/html"
ctest --preset coverage --parallel "$JOBS" --no-tests=error >build/coverage.log 2>&1 || {
  cat build/coverage.log >&2
  exit 1
}

echo "== coverage: result"
llvm-profdata-19 merge -sparse "$OUT"/profiles/*.profraw -o "$PROFILE"
over show -format=html -output-dir="$OUT/html" -show-branches=count -show-mcdc -sources lib >/dev/null
over export -format=lcov >"$OUT/lcov.info"
over export >"$OUT/coverage.json"
python3 tools/coverage_places.py "$OUT/lcov.info" <"$OUT/coverage.json"
