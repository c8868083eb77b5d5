# SPDX-License-Identifier: Apache-2.0
# What building the same twice in different folders takes (check_reproducible.sh, check_wheel.sh); to be sourced.

# The day of the last commit stands for "now", for whatever notes a time.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 1700000000)
export SOURCE_DATE_EPOCH

# copy_sources FOLDER: what is in the work tree, changes included, with times of today.
copy_sources() {
  mkdir -p "$1"
  git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from=- | tar --extract --directory="$1" --touch
}
