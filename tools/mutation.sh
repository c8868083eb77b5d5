#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Changes one number, operator or comparison of the library at a time, and looks whether the suites notice
# (tests/mutation). Hours; goes on where it was stopped. What it needs is installed in build/mutation/venv.
#
#     tools/mutation.sh [OPTION ...]        (options of tests/mutation/run.py, which --help lists)
set -eu
cd "$(dirname "$0")/.."
wanted=tests/mutation/requirements.txt
venv=build/mutation/venv
if ! cmp -s "$wanted" "$venv/requirements.txt"; then
  echo "mutation: installing the packages of $wanted in $venv"
  mkdir -p build/mutation
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
  cp "$wanted" "$venv/requirements.txt"
fi
exec "$venv/bin/python" tests/mutation/run.py "$@"
