#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# What no compiler sees: every file names its licence at its top, has plain line ends, no spaces at
# line ends and a last line end; C has no tabs. With a .clang-format, C is held against that as well.
set -eu
cd "$(dirname "$0")/.."
bad=0

complain() {
  echo "$1: $2" >&2
  bad=1
}

# matches PATTERN FILE: whether a line of the file matches.
matches() {
  LC_ALL=C grep -q "$1" "$2"
}

names_licence() {
  case $1 in
    *.ipynb) grep -q 'SPDX-License-Identifier: Apache-2.0' "$1" ;; # JSON; its first cell says it
    LICENSE | *.csv | *.tsv | *.json | *.txt) [ "${1##*/}" != CMakeLists.txt ] || head -n 3 "$1" | grep -q SPDX ;;
    *) head -n 3 "$1" | grep -q 'SPDX-License-Identifier: Apache-2.0' ;;
  esac
}

check_file() {
  names_licence "$1" || complain "$1" "no SPDX line at the top"
  ! matches "$(printf '\r')" "$1" || complain "$1" "carriage return"
  [ -z "$(tail -c 1 "$1")" ] || complain "$1" "no line end at the end"
  case $1 in
    *.csv | *.tsv) ;;
    *) ! matches '[[:blank:]]$' "$1" || complain "$1" "spaces at the end of a line" ;;
  esac
  case $1 in
    *.c | *.h) ! matches "$(printf '\t')" "$1" || complain "$1" "tab" ;;
  esac
}

# Inputs for fuzzing are what they are.
list=$(git ls-files --cached --others --exclude-standard ':!tests/fuzz/corpus')
for file in $list; do
  [ -h "$file" ] || [ "$file" != "${file%.png}" ] || [ ! -s "$file" ] || check_file "$file"
done

if [ -f .clang-format ] && command -v clang-format >/dev/null 2>&1; then
  # shellcheck disable=SC2046  # no file of the project has a space in its name
  clang-format --dry-run --Werror $(echo "$list" | grep '\.[ch]$') || bad=1
fi
[ "$bad" -eq 0 ] && echo "format: nothing to complain of"
exit "$bad"
