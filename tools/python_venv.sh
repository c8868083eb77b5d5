#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Prepares build/venv with the packages of tools/python-requirements.txt. Silent when it is as they say.
set -eu
cd "$(dirname "$0")/.."
wanted=tools/python-requirements.txt
installed=build/venv/requirements.txt
! cmp -s "$wanted" "$installed" || exit 0

echo "python: installing the packages of $wanted in build/venv"
rm -rf build/venv
python3 -m venv build/venv
build/venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
cp "$wanted" "$installed"
