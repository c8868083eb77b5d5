#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Fuzzes the harnesses of tests/fuzz (or those named) for so many seconds in all, half of them with libFuzzer, half with
# AFL++, under the address and undefined-behaviour sanitizers, and tells executions, edges and findings. Inputs that
# reach something new stay in build/fuzz/corpus, so that the next call goes on there; findings in build/fuzz/findings.
#
#     tools/fuzz.sh SECONDS [HARNESS ...]   (ENGINES: "libfuzzer afl"; JOBS: how many at once, default 2)
#     tools/fuzz.sh keep [HARNESS ...]      tests/fuzz/corpus anew: the fewest of these inputs that reach all their edges
set -eu
cd "$(dirname "$0")/.."
ROOT=$PWD
WORK=$ROOT/build/fuzz
JOBS=${JOBS:-2}
ENGINES=${ENGINES:-libfuzzer afl}
MOST_BYTES=2048

# What a run needs and nothing else does.
set_up() {
  tools/setup.sh
  tools/setup.sh "libclang-rt-$(clang -dumpversion | cut -d . -f 1)-dev"
  mkdir -p "$WORK/findings" "$WORK/logs" "$WORK/tmp"
  build fuzz
  "$WORK/tests/fuzz/fuzz_dictionary" >"$WORK/words.dict"
  case $ENGINES in *afl*) set_up_afl ;; esac
}

build() {
  cmake --preset "$1" >"build/configure.log" 2>&1 || { cat build/configure.log >&2; exit 1; }
  cmake --build "build/$1" --parallel "$JOBS" >"build/$1.log" || { tail -n 40 "build/$1.log" >&2; exit 1; }
}

# AFL++ compiles with the clang that it was built for. The mutator of files runs within afl-fuzz, which has no sanitizers.
set_up_afl() {
  tools/setup.sh afl++
  AFL_QUIET=1
  export AFL_QUIET
  build afl
  cmake --preset release -DLG_BUILD_TESTS=OFF >/dev/null
  cmake --build build/release --parallel "$JOBS" --target littlegiant >/dev/null
  cc -std=c99 -D_XOPEN_SOURCE=700 -O2 -fPIC -shared -Iinclude -Ibuild/release/include -o "$WORK/csv_afl.so" \
    tests/fuzz/csv_afl.c tests/fuzz/csv_mutate.c tests/fuzz/input.c \
    -Lbuild/release -llittlegiant -Wl,-rpath,"$ROOT/build/release"
}

all_harnesses() {
  sed -n 's/.*fuzz_\([a-z]*\)\.c$/\1/p' <<END
$(ls tests/fuzz/fuzz_*.c)
END
}

run_libfuzzer() {
  log=$WORK/logs/libfuzzer-$1
  mkdir -p "$WORK/corpus/$1"
  "$WORK/tests/fuzz/fuzz_$1" -max_total_time="$2" -max_len=$MOST_BYTES -len_control=0 -timeout=60 -rss_limit_mb=4096 \
    -dict="$WORK/words.dict" -artifact_prefix="$WORK/findings/$1-" -print_final_stats=1 \
    "$WORK/corpus/$1" "$ROOT/tests/fuzz/corpus/$1" >"$log" 2>&1 || tail -n 40 "$log" >&2
  executions=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  edges=$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$log" | tail -n 1)
}

run_afl() {
  log=$WORK/logs/afl-$1
  out=$ROOT/build/afl/out/$1
  [ "$1" != csv ] || AFL_CUSTOM_MUTATOR_LIBRARY=$WORK/csv_afl.so
  [ -z "${AFL_CUSTOM_MUTATOR_LIBRARY:-}" ] || export AFL_CUSTOM_MUTATOR_LIBRARY
  mkdir -p "$out"
  ASAN_OPTIONS=abort_on_error=1:symbolize=0:detect_leaks=0 UBSAN_OPTIONS=abort_on_error=1:symbolize=0 \
    AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1 AFL_AUTORESUME=1 \
    afl-fuzz -i "$ROOT/tests/fuzz/corpus/$1" -o "$out" -V "$2" -m none -t 20000 -G $MOST_BYTES -x "$WORK/words.dict" -- \
    "$ROOT/build/afl/tests/fuzz/fuzz_$1" >"$log" 2>&1 || tail -n 20 "$log" >&2
  executions=$(sed -n 's/^execs_done *: //p' "$out/default/fuzzer_stats")
  edges=$(sed -n 's/^edges_found *: //p' "$out/default/fuzzer_stats")
  for file in "$out"/default/crashes/id* "$out"/default/hangs/id*; do
    [ ! -f "$file" ] || cp "$file" "$WORK/findings/$1-afl-$(sha1sum "$file" | cut -c 1-16)"
  done
}

# run_one SECONDS ENGINE:HARNESS
run_one() {
  harness=${2#*:}
  TMPDIR=$WORK/tmp
  export TMPDIR
  "run_${2%:*}" "$harness" "$1"
  printf '%-10s %-10s %6d s %10d executions %6d edges\n' "$harness" "${2%:*}" "$1" "${executions:-0}" "${edges:-0}"
}

# What afl-fuzz has found serves libFuzzer as well the next time, when it is kept.
keep() {
  mkdir -p "$WORK/kept"
  rm -rf "$WORK/kept/${1:?}"
  mkdir "$WORK/kept/$1"
  queue=$ROOT/build/afl/out/$1/default/queue
  [ -d "$queue" ] || queue=
  TMPDIR=$WORK/tmp "$WORK/tests/fuzz/fuzz_$1" -set_cover_merge=1 -use_counters=0 -max_len=$MOST_BYTES -rss_limit_mb=4096 \
    "$WORK/kept/$1" "$ROOT/tests/fuzz/corpus/$1" "$WORK/corpus/$1" $queue >"$WORK/logs/keep-$1" 2>&1
  find "tests/fuzz/corpus/$1" -type f ! -name 'found-*' -delete
  cp "$WORK/kept/$1"/* "tests/fuzz/corpus/$1/"
  printf '%-10s %4d files %7d bytes\n' "$1" "$(ls "tests/fuzz/corpus/$1" | wc -l)" \
    "$(cat "tests/fuzz/corpus/$1"/* | wc -c)"
}

task=${1:?"usage: tools/fuzz.sh SECONDS|keep [HARNESS ...]"}
shift
if [ "$task" = one ]; then
  run_one "$@"
  exit
fi
[ $# -gt 0 ] || set -- $(all_harnesses)
if [ "$task" = keep ]; then
  for harness in "$@"; do keep "$harness"; done
  exit
fi
set_up
runs=
for engine in $ENGINES; do
  for harness in "$@"; do runs="$runs $engine:$harness"; done
done
# shellcheck disable=SC2086  # words
set -- $runs
# shellcheck disable=SC2086  # words
printf '%s\n' $runs | xargs -P "$JOBS" -n 1 tools/fuzz.sh one $((task * JOBS / $# + 1))
found=$(ls "$WORK/findings" | wc -l)
echo "findings: $found"
[ "$found" -eq 0 ] || { ls "$WORK/findings"/*; exit 1; }
