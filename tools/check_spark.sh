#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Tests the Python package on a cluster of Spark with two executors, which are processes of their own: the package is
# installed in build/spark, which is what driver and executors run.
set -eu
cd "$(dirname "$0")/.."
PYTHON=build/spark/bin/python
LOG=build/spark.log
unset PYTHONPATH LITTLEGIANT_LIBRARY SPARK_HOME || true
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

echo "== spark: set up"
tools/spark_venv.sh

echo "== spark: types"
$PYTHON -m mypy --strict --no-error-summary --cache-dir build/spark/mypy tests/spark/typed.py

echo "== spark: test on a cluster with two executors"
$PYTHON -m pytest -q -p no:cacheprovider -W ignore::FutureWarning tests/spark --doctest-modules --pyargs littlegiant.spark 2>$LOG || {
  tail -n 50 $LOG >&2
  exit 1
}
