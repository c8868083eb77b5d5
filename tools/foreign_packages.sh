#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Debian packages of another machine with all that they depend on, unpacked into a folder: no root is needed, and what
# this machine has installed, or takes for its architectures, is not touched. Nothing is set up: no script of a package runs.
#
#     tools/foreign_packages.sh ARCHITECTURE FOLDER PACKAGE ...
set -eu
ARCHITECTURE=$1
mkdir -p "$2"
FOLDER=$(cd "$2" && pwd)
shift 2

fail() {
  cat "$FOLDER/log" >&2
  echo "FAILED: packages for $ARCHITECTURE: $*" >&2
  exit 1
}

# apt with lists and downloads of its own in the folder, from the sources that this machine has.
foreign_apt() {
  apt-get --quiet=2 --option APT::Architecture="$ARCHITECTURE" --option APT::Architectures::="$ARCHITECTURE" \
    --option Dir::State="$FOLDER/apt/state" --option Dir::State::status="$FOLDER/apt/status" \
    --option Dir::Cache="$FOLDER/apt/cache" --option APT::Sandbox::User=root "$@" >>"$FOLDER/log" 2>&1
}

wanted="$FOLDER/have-$(echo "$@" | tr ' ' '+')"
[ ! -e "$wanted" ] || exit 0
mkdir -p "$FOLDER/apt/state/lists/partial" "$FOLDER/apt/cache/archives/partial"
: >"$FOLDER/apt/status"
: >"$FOLDER/log"
foreign_apt update || true # sources of others may have nothing for this machine; the download tells
foreign_apt install --download-only --no-install-recommends --yes "$@" || fail "download of $*"
cd "$FOLDER"
for package in apt/cache/archives/*.deb; do
  dpkg-deb --extract "$package" . || fail "$package"
done
rm -rf apt
: >"$wanted"
