#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Holds the optimised library against the oracle of tests/oracle: its tests for every edition, then the whole small world
# and SOAK_ROWS invented enterprises. Stopped, it goes on where it was (build/soak).
set -eu
cd "$(dirname "$0")/.."
tools/python_venv.sh
cmake --preset release -DLG_BUILD_TESTS=OFF >/dev/null
cmake --build build/release --parallel "${JOBS:-2}" --target littlegiant

LITTLEGIANT_LIBRARY=$PWD/build/release/liblittlegiant.so
PYTHONPATH=$PWD/bindings/python/src
PYTHONDONTWRITEBYTECODE=1
export LITTLEGIANT_LIBRARY PYTHONPATH PYTHONDONTWRITEBYTECODE

LG_SOAK=1 build/venv/bin/python -m pytest -q -p no:cacheprovider tests/oracle
exec build/venv/bin/python tests/oracle/soak.py --rows "${SOAK_ROWS:-10000000}" --seed "${SOAK_SEED:-1}" --jobs "${JOBS:-2}"
