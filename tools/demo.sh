#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What the project is for, on the example data: builds and installs the library and the program
# under build/prefix, builds the examples against that as a user would, then
#   1. screens a county of invented enterprises under two rule sets;
#   2. lists who qualifies, and who misses by one condition and by how much;
#   3. assesses one real enterprise, of which only some figures are published (2024), by the four
#      requirements reported in 2020 and by the rules for an application in 2025.
set -eu
cd "$(dirname "$0")/.."
JOBS=${JOBS:-2}
PREFIX=$PWD/build/prefix
OUT=build/demo
DATA=examples/data
RULE_SETS="cn.little-giant.2020-reported cn.little-giant.2022"

heading() {
  printf '\n%s\n%s\n\n' "$1" "$(echo "$1" | sed 's/./=/g')"
}

# Builders talk a lot; they are heard only when they fail.
quietly() {
  "$@" >"$OUT/log" 2>&1 || {
    cat "$OUT/log" >&2
    exit 1
  }
}

mkdir -p "$OUT"
echo "building, and installing under build/prefix"
quietly cmake --preset release -DLG_BUILD_TESTS=OFF "-DCMAKE_INSTALL_PREFIX=$PREFIX"
quietly cmake --build build/release --parallel "$JOBS"
quietly cmake --install build/release
quietly cmake -S examples -B build/examples -G Ninja "-DCMAKE_PREFIX_PATH=$PREFIX"
quietly cmake --build build/examples

for rules in $RULE_SETS; do
  heading "A county of 200 invented enterprises by $rules"
  "$PREFIX/bin/littlegiant" screen --rules "$rules" -o "$OUT/$rules.csv" "$DATA/county.csv" 2>&1
  echo
  echo "Verdict of every enterprise on every condition: $OUT/$rules.csv"
done

for rules in $RULE_SETS; do
  heading "Who qualifies, and who misses one condition, by $rules"
  build/examples/batch_job "$rules" "$DATA/county.csv"
done

for rules in cn.little-giant.2020-reported cn.little-giant.2025; do
  heading "One real enterprise in words, by $rules"
  "$PREFIX/bin/littlegiant" assess --rules "$rules" "$DATA/seven_stars.csv" 2>&1
done
