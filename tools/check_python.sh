#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Tests the Python package as it lies in bindings/python, over the shared libraries that tools/check.sh
# has built: style, types and all tests over build/dev; and over build/asan, where the sanitizers watch
# what the package hands to the library, the tests of all its calls. Also, over build/dev, the part of the
# oracle that takes seconds.
set -eu
cd "$(dirname "$0")/.."
tools/python_venv.sh
PYTHON=build/venv/bin/python
CONFIG=bindings/python/pyproject.toml
SOURCES="bindings/python tests/python tests/browser tests/spark tests/mutation examples/python tools/python_stubs.py tools/notebook.py tools/coverage_places.py"

PYTHONPATH=$PWD/bindings/python/src
PYTHONDONTWRITEBYTECODE=1
LITTLEGIANT=$PWD/build/dev/cli/littlegiant
export PYTHONPATH PYTHONDONTWRITEBYTECODE LITTLEGIANT

# run_tests PRESET TESTS ...: over the shared library of this preset.
run_tests() {
  LITTLEGIANT_LIBRARY=$PWD/build/$1/liblittlegiant.so
  export LITTLEGIANT_LIBRARY
  shift
  "$PYTHON" -m pytest -q -p no:cacheprovider "$@"
}

# The sanitizers must be there before Python is; what Python itself leaves behind is not our leak.
run_sanitized() {
  LD_PRELOAD=$(gcc -print-file-name=libasan.so)
  ASAN_OPTIONS=detect_leaks=0
  PYTHONMALLOC=malloc # every buffer on its own, so that its ends are watched
  export LD_PRELOAD ASAN_OPTIONS PYTHONMALLOC
  run_tests asan tests/python \
    --ignore=tests/python/test_cases.py --ignore=tests/python/test_stubs.py --ignore=tests/python/test_examples.py \
    --ignore=tests/python/test_report.py --ignore=tests/python/test_report_command.py \
    --ignore=tests/python/test_notebook.py
}

echo "== python: style"
# shellcheck disable=SC2086  # words
build/venv/bin/ruff check --quiet --no-cache --config $CONFIG $SOURCES
# shellcheck disable=SC2086  # words
build/venv/bin/ruff format --quiet --no-cache --check --config $CONFIG $SOURCES
build/venv/bin/ruff check --quiet --no-cache tests/oracle
build/venv/bin/ruff format --quiet --no-cache --check tests/oracle

echo "== python: test, also over the library with sanitizers"
run_sanitized >build/python-asan.log 2>&1 &
sanitized=$!
run_tests dev tests/oracle
run_tests dev tests/python --doctest-modules '--doctest-glob=*.md' --pyargs littlegiant bindings/python/README.md \
  '--ignore-glob=*/littlegiant/spark.py' # tools/check_spark.sh has Spark
wait $sanitized || {
  cat build/python-asan.log >&2
  exit 1
}
tail -n 1 build/python-asan.log
