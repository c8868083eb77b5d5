#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Writes the catalogue of rule sets, docs/rules, from the reflection of the program given.
#
#     tools/docs.sh PROGRAM
set -eu
cd "$(dirname "$0")/.."
program=$1
mkdir -p docs/rules
rm -f docs/rules/*.md
"$program" rules --format markdown >docs/rules/README.md
for id in $("$program" rules | cut -d ' ' -f 1); do
  "$program" rules "$id" --format markdown >"docs/rules/$id.md"
done
