#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The reports of the Python package in Debian's Chromium, over the library that tools/check.sh has built in
# build/dev: layout, fonts, contrast, sorting, print, and that they ask for nothing. Pages, pictures and prints
# are left in build/report.
#
#     tools/check_report.sh [pictures]        pictures: writes those of the documents instead
set -eu
cd "$(dirname "$0")/.."
tools/setup.sh chromium chromium-driver fonts-noto-cjk poppler-utils
tools/python_venv.sh

PYTHONPATH=$PWD/bindings/python/src
PYTHONDONTWRITEBYTECODE=1
LITTLEGIANT_LIBRARY=$PWD/build/dev/liblittlegiant.so
export PYTHONPATH PYTHONDONTWRITEBYTECODE LITTLEGIANT_LIBRARY

if [ "${1:-}" = pictures ]; then
  exec build/venv/bin/python tests/browser/pictures.py
fi
echo "== report: in the browser"
rm -rf build/report
build/venv/bin/python -m pytest -q -p no:cacheprovider tests/browser
