#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Fails if a function that the library exports is called by no fuzzing harness.
set -eu
cd "$(dirname "$0")"
missing=$(for name in $(grep -o '^lg_[a-z0-9_]*' ../abi/symbols.txt); do
  grep -qw "$name" fuzz_*.c || echo "$name"
done)
[ -z "$missing" ] || { echo "no fuzzing harness calls" $missing >&2; exit 1; }
