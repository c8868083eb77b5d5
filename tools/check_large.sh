#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What the examples in Python do with files that are too large for `make check`, over build/dev as
# that has built it.
set -eu
cd "$(dirname "$0")/.."
tools/python_venv.sh
PYTHONPATH=$PWD/bindings/python/src
PYTHONDONTWRITEBYTECODE=1
LITTLEGIANT_LIBRARY=$PWD/build/dev/liblittlegiant.so
export PYTHONPATH PYTHONDONTWRITEBYTECODE LITTLEGIANT_LIBRARY
echo "== python: a file larger than memory"
build/venv/bin/python -m pytest -q -p no:cacheprovider tests/python/check_large_parquet.py
