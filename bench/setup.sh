#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Brings what the benchmark needs under build/: the library, its driver and the program, a Python
# environment, and with "peers" also the peers in JavaScript and Java. Nothing goes into the repository.
#
#     bench/setup.sh [peers]        (JOBS: how many compilers at once, default 2)
set -eu
cd "$(dirname "$0")/.."
work=$PWD/build/bench
mkdir -p "$work"

# need COMMAND PACKAGE: installs the Debian package that brings a command, where it is missing.
need() {
  command -v "$1" >/dev/null 2>&1 && return
  echo "bench: installing $2 with apt-get"
  DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --no-install-recommends --yes "$2" </dev/null
}

# fresh STAMP FILE ...: whether none of the files has changed since the stamp was made.
fresh() {
  stamp=$1
  shift
  [ -e "$stamp" ] && [ -z "$(find "$@" -newer "$stamp")" ]
}

build_library() {
  cmake --preset release -DLG_BUILD_TESTS=OFF -DLG_BUILD_BENCH=ON >/dev/null
  cmake --build build/release --parallel "${JOBS:-2}" >/dev/null
}

set_up_python() {
  fresh "$work/python.done" bench/requirements.txt && return
  echo "bench: Python packages"
  python3 -c 'import ensurepip' 2>/dev/null ||
    DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --no-install-recommends --yes python3-venv </dev/null
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --requirement bench/requirements.txt
  touch "$work/python.done"
}

set_up_javascript() {
  need node nodejs
  need npm npm
  fresh "$work/javascript.done" bench/package.json && return
  echo "bench: JavaScript packages"
  cp bench/package.json "$work"
  npm install --prefix "$work" --silent --no-audit --no-fund
  touch "$work/javascript.done"
}

set_up_java() {
  need javac default-jdk-headless
  need mvn maven
  fresh "$work/java.done" bench/peers/drools && return
  echo "bench: Drools"
  mvn --quiet --batch-mode --file bench/peers/drools/pom.xml package "-Dbuild.folder=$work/drools"
  touch "$work/java.done"
}

tools/setup.sh
build_library
set_up_python
if [ "${1:-}" = peers ]; then
  set_up_javascript
  set_up_java
fi
