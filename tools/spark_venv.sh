#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Prepares build/spark: the packages of tools/spark-requirements.txt, and the package as it lies in bindings/python, with
# its extra. Then the program in build/release, whose reflection invented enterprises come from. Installs Java where
# it is missing.
set -eu
cd "$(dirname "$0")/.."
wanted=tools/spark-requirements.txt
installed=build/spark/requirements.txt
PIP_DISABLE_PIP_VERSION_CHECK=1
export PIP_DISABLE_PIP_VERSION_CHECK

if ! command -v java >/dev/null 2>&1; then
  echo "spark: installing openjdk-17-jre-headless with apt-get"
  apt-get update --quiet=2
  DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --no-install-recommends --yes openjdk-17-jre-headless </dev/null
fi
if ! cmp -s "$wanted" "$installed"; then
  echo "spark: installing the packages of $wanted in build/spark"
  rm -rf build/spark
  python3 -m venv build/spark
  build/spark/bin/python -m pip install --quiet --requirement "$wanted"
  cp "$wanted" "$installed"
fi
build/spark/bin/python -m pip install --quiet './bindings/python[spark]'
cmake --preset release -DLG_BUILD_TESTS=OFF >/dev/null
cmake --build build/release --parallel "${JOBS:-2}" >/dev/null
