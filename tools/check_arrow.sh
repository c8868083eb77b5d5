#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Tries the shared library that tools/check.sh has built with the Arrow implementations that people use, each as a
# producer and as a consumer. They get a virtual environment of their own below build/ (some 600 MB).
set -eu
cd "$(dirname "$0")/.."
VENV=build/venv-arrow

echo "== arrow: pyarrow, Polars, DuckDB, pandas, nanoarrow"
[ -x "$VENV/bin/python" ] || python3 -m venv "$VENV"
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check -r tests/arrow/requirements.txt
LITTLEGIANT_LIBRARY=$PWD/build/dev/liblittlegiant.so PYTHONDONTWRITEBYTECODE=1 \
  "$VENV/bin/python" -m pytest -q -p no:cacheprovider tests/arrow
