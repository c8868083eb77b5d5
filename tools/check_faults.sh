#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Every allocation and every system call of the program fails once, also where `make check` takes one of four or one of
# a hundred because the same place allocates again and again. Over the program in build/dev, which `make check` has built.
set -eu
cd "$(dirname "$0")/.."
BUILD=$PWD/build/dev
LITTLEGIANT=$BUILD/cli/littlegiant
LG_FAULTY_MEMORY=$BUILD/tests/libfaulty_memory.so
LG_EVERY_FAULT=1
export LITTLEGIANT LG_FAULTY_MEMORY LG_EVERY_FAULT

echo "== faults: every allocation, every system call"
exec python3 -m pytest -q -rs -p no:cacheprovider tests/cli/test_faults.py
