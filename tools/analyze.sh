#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Sanitizers and tools beside those of make check: each must find nothing.
#
#     tools/analyze.sh [PART ...]      tsan msan valgrind program analyzer cppcheck tidy; without any: all
#                                      (JOBS: how many at once, default 2)
set -eu
cd "$(dirname "$0")/.."
JOBS=${JOBS:-2}
WORK=$PWD/build/analyze
mkdir -p "$WORK"
tools/setup.sh # to build and test the program
tools/setup.sh valgrind cppcheck

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

quietly() {
  "$@" >"$WORK/log" 2>&1 || {
    tail -n 60 "$WORK/log" >&2
    fail "$*"
  }
}

# build NAME COMPILER FLAGS TARGET: the library and the programs of tests/machines.
build() {
  quietly cmake -S tests/machines -B "$WORK/$1" -G Ninja "-DCMAKE_C_COMPILER=$2" "-DCMAKE_C_FLAGS=$3" \
    -DCMAKE_BUILD_TYPE= -DLG_WERROR=ON -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
  quietly cmake --build "$WORK/$1" --parallel "$JOBS" --target "$4"
}

# Races: four threads over one rule set, and the threads of the program.
tsan() {
  build tsan clang "-g -O1 -fsanitize=thread" threads
  quietly timeout 300 "$WORK/tsan/threads"
  echo "  tsan: $(cat "$WORK/log")"
  build_program tsan-program clang "-g -O1 -fsanitize=thread"
  quietly env "LITTLEGIANT=$WORK/tsan-program/cli/littlegiant" python3 -m pytest -q -p no:cacheprovider \
    tests/cli/test_threads.py -k "not the_memory_for"
  echo "  tsan: screen --threads: $(tail -n 1 "$WORK/log")"
}

# Memory that was never written, up to the bytes that are handed to the system.
msan() {
  build msan clang "-g -O1 -fsanitize=memory -fno-sanitize-recover=all -DSTACK_KIB=1024" verdicts
  timeout 300 "$WORK/msan/verdicts" 60 2>"$WORK/log" >/dev/null || {
    cat "$WORK/log" >&2
    fail "msan"
  }
  echo "  msan: $(cat "$WORK/log")"
}

# memcheck: the same of optimised code, and what is not freed.
valgrind_runs() {
  build valgrind gcc "-g -O2" verdicts
  quietly timeout 500 valgrind --quiet --error-exitcode=1 --leak-check=full --show-leak-kinds=all \
    --log-file="$WORK/valgrind.log" "$WORK/valgrind/verdicts" 6 || cat "$WORK/valgrind.log" >&2
  [ ! -s "$WORK/valgrind.log" ] || {
    cat "$WORK/valgrind.log" >&2
    fail "valgrind"
  }
  echo "  valgrind: $(tr -d '\000' <"$WORK/log" | tail -n 1 | grep -ao '[0-9]* rule sets.*')"
}

# build_program NAME COMPILER FLAGS: the program.
build_program() {
  quietly cmake -S . -B "$WORK/$1" -G Ninja "-DCMAKE_C_COMPILER=$2" "-DCMAKE_C_FLAGS=$3" -DCMAKE_BUILD_TYPE= -DLG_BUILD_TESTS=OFF
  quietly cmake --build "$WORK/$1" --parallel "$JOBS"
}

# The program under memcheck, as its own tests run it: all commands, nasty files, refusals. Left out is a limit on
# memory, which memcheck itself needs.
program() {
  build_program program gcc "-g -O2"
  rm -rf "$WORK/memcheck"
  mkdir -p "$WORK/memcheck"
  cat >"$WORK/littlegiant" <<EOF
#!/bin/sh
exec valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=all \\
  --log-file=$WORK/memcheck/%p.log $WORK/program/cli/littlegiant "\$@"
EOF
  chmod +x "$WORK/littlegiant"
  printf 'tests/cli/test_%s.py\n' receipts bad_files echelon compare assess awards rules_and_facts hostile |
    quietly env "LITTLEGIANT=$WORK/littlegiant" xargs -n 1 -P "$JOBS" \
      python3 -m pytest -q -p no:cacheprovider -k "not memory_does_not_grow"
  [ -z "$(find "$WORK/memcheck" -type f -size +0)" ] || {
    cat "$WORK"/memcheck/*.log >&2
    fail "program"
  }
  echo "  program: $(find "$WORK/memcheck" -type f | wc -l) runs under valgrind"
}

sources() { find lib cli -name '*.c' ! -name kernel_avx2.c | LC_ALL=C sort; }

# What is included: the version header is made by CMake.
includes() { echo "-Iinclude -Ilib -I$WORK/valgrind/littlegiant/include"; }

# gcc 12 does not see that a callee fills an array of its caller; what is never written is msan's and valgrind's to find.
analyzer() {
  build valgrind gcc "-g -O2" verdicts
  # shellcheck disable=SC2046  # words
  for file in $(find lib -name '*.c' ! -name kernel_avx2.c); do
    quietly gcc -std=c99 -O1 -DLG_BUILDING $(includes) -fanalyzer \
      -Wno-analyzer-use-of-uninitialized-value -Werror -c "$file" -o "$WORK/analyzed.o"
  done
  echo "  gcc -fanalyzer: $(find lib -name '*.c' | wc -l) files"
}

# What it is wrong about stands in tools/cppcheck.txt, each with the reason.
cppcheck_runs() {
  build valgrind gcc "-g -O2" verdicts
  # shellcheck disable=SC2046  # words
  quietly cppcheck --std=c99 --enable=warning,portability,performance --suppressions-list=tools/cppcheck.txt \
    --error-exitcode=1 --quiet \
    $(includes) -DLG_BUILDING -D__GNUC__=12 -U__AVX2__ lib cli
  echo "  cppcheck: $(sources | wc -l) files"
}

# Which checks, and why not the others, stands in .clang-tidy. Headers are read with the files that include them.
tidy() {
  tools/setup.sh clang-tidy-19
  quietly cmake -S . -B "$WORK/tidy" -G Ninja -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=Debug \
    -DLG_BUILD_TESTS=OFF -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
  quietly run-clang-tidy-19 -quiet -j "$JOBS" -p "$WORK/tidy" "^$PWD/(lib|cli)/"
  echo "  clang-tidy: $(grep -c '"file"' "$WORK/tidy/compile_commands.json") files"
}

[ $# -gt 0 ] || set -- tsan msan valgrind program analyzer cppcheck tidy
echo "== sanitizers and tools"
for part in "$@"; do
  case $part in
  tsan | msan | program | analyzer | tidy) "$part" ;;
  valgrind | cppcheck) "${part}_runs" ;;
  *) fail "no such part: $part" ;;
  esac
done
echo "analyze: nothing found by: $*"
