#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Installs what building, testing and the demonstration need and this machine lacks, on Debian and
# its relatives. Silent when nothing is missing. Without root it installs nothing: it says what to
# type, and fails.
#
#     tools/setup.sh [PACKAGE ...]        these packages, or those below
set -eu

# What for: building (two compilers, so that each may see what the other does not); the program and
# the batch example (libcsv, Jansson, libunistring, Nettle); the tests (Check with the subunit that its
# pkg-config file asks for, pytest, a C++ compiler to see that the headers are C++ as well; strace, by
# which system calls fail; an environment of its own for the Python package).
PACKAGES="cmake ninja-build make gcc libc6-dev clang clang-format pkg-config
  libcsv-dev libjansson-dev libunistring-dev nettle-dev
  check libsubunit-dev python3 python3-pytest python3-venv g++ strace"
[ $# -eq 0 ] || PACKAGES=$*

is_installed() {
  dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q '^install ok installed$'
}

missing_packages() {
  for package in $PACKAGES; do
    is_installed "$package" || printf ' %s' "$package"
  done
}

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "setup: not a Debian system, nothing is installed. Needed, by their Debian names:" >&2
  echo "setup:" $PACKAGES >&2
  exit 0
fi

missing=$(missing_packages)
[ -n "$missing" ] || exit 0

echo "setup: missing packages:$missing"
if [ "$(id -u)" -ne 0 ]; then
  echo "setup: installing them needs root. Please type:" >&2
  echo "    sudo apt-get update && sudo apt-get install --no-install-recommends --yes$missing" >&2
  exit 1
fi

echo "setup: installing them with apt-get"
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet=2
# shellcheck disable=SC2086  # one word per package
apt-get install --quiet=2 --no-install-recommends --yes $missing </dev/null
echo "setup: done"
