# SPDX-License-Identifier: Apache-2.0
#
# A thin front: each target says in one line what to type to CMake, and sets up what is missing.
# The build itself is CMake (CMakeLists.txt, CMakePresets.json).
PREFIX ?= /usr/local
JOBS ?= 2
SQL_ORACLE_ROWS ?= 20000
SCALE_ROWS ?= 5000000
SCALE_REPEAT ?= 3
SOAK_ROWS ?= 10000000
SOAK_SEED ?= 1
FUZZ_SECONDS ?= 600
SOAK_FUZZ_SECONDS ?= 28800

RELEASE := cmake --preset release -DLG_BUILD_TESTS=OFF

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | expand -t 16

setup: ## install what this machine lacks (Debian packages; says which)
	@tools/setup.sh

build: setup ## the library and the program, optimised, in build/release
	@$(RELEASE) >/dev/null
	@cmake --build build/release --parallel $(JOBS)

demo: setup ## build, install under build/prefix, and screen the example data
	@tools/demo.sh

check: setup format-check ## all quick tests: gcc, clang (warnings are errors), sanitizers, portable arithmetic, Python
	@tools/check.sh dev clang asan portable
	@tools/check_python.sh

check-machines: setup ## the same verdicts on other machines, compilers, C libraries and standards, and the program and the Python package there; minutes
	@tools/check_machines.sh

analyze: setup ## thread and memory sanitizers, valgrind, gcc -fanalyzer, cppcheck and clang-tidy: none finds anything
	@tools/analyze.sh

check-all: setup ## what takes longer, to be run after check: other machines, the binary interface, reproducible builds, sanitizers and tools, the wheel of the Python package, its reports in a browser, every single fault, two minutes of fuzzing, files larger than memory, Spark, coverage
	@tools/check_machines.sh
	@tools/check_abi.sh
	@tools/check_reproducible.sh
	@tools/analyze.sh
	@tools/check_wheel.sh
	@tools/check_report.sh
	@tools/check_faults.sh
	@ENGINES=libfuzzer tools/fuzz.sh 120
	@tools/check_large.sh
	@tools/check_spark.sh
	@tools/coverage.sh

fuzz: ## FUZZ_SECONDS of fuzzing, libFuzzer and AFL++ by turns; tells executions, edges and findings
	@JOBS=$(JOBS) tools/fuzz.sh $(FUZZ_SECONDS)

soak: setup ## SOAK_ROWS enterprises and the small world against an independent evaluator, then SOAK_FUZZ_SECONDS of fuzzing; can be stopped and goes on
	@JOBS=$(JOBS) SOAK_ROWS=$(SOAK_ROWS) SOAK_SEED=$(SOAK_SEED) tools/soak.sh
	@JOBS=$(JOBS) tools/fuzz.sh $(SOAK_FUZZ_SECONDS)

mutation: setup ## one number, operator or comparison of lib/ changed at a time: do the suites notice? Hours; can be stopped and goes on
	@tools/mutation.sh

coverage: ## lines, branches and MC/DC of lib/ under the C tests; fails below 100 %; writes build/coverage/html
	@tools/coverage.sh

install: build ## install under PREFIX (default /usr/local); DESTDIR is honoured
	@$(RELEASE) '-DCMAKE_INSTALL_PREFIX=$(PREFIX)' >/dev/null
	@cmake --install build/release

docs: build ## write the catalogue of rule sets in docs/rules from the program itself
	@tools/docs.sh build/release/cli/littlegiant

pictures: setup ## the pictures of reports in docs, taken in Chromium
	@cmake --preset dev >/dev/null
	@cmake --build build/dev --parallel $(JOBS) --target littlegiant
	@tools/check_report.sh pictures

bench: ## speed and wrong verdicts beside other engines, 10 million enterprises; writes docs/performance.md
	@bench/setup.sh peers
	@build/bench/venv/bin/python bench/run.py
	@build/bench/venv/bin/python bench/report.py bench/results/last.json bench/results/earlier.json

bench-quick: ## the same with 200,000 enterprises, in minutes; writes build/bench/quick.json
	@bench/setup.sh peers
	@build/bench/venv/bin/python bench/run.py --quick

bench-scale: setup ## one machine and Spark, Parquet to Parquet, stage by stage; writes docs/scale.md
	@tools/spark_venv.sh
	@build/spark/bin/python bench/scale.py --rows $(SCALE_ROWS) --repeat $(SCALE_REPEAT)

sql-oracle: ## every verdict of every rule set held against SQL in DuckDB, on invented enterprises
	@bench/setup.sh
	@build/bench/venv/bin/python bench/oracle.py --rows $(SQL_ORACLE_ROWS)

stubs: setup ## list facts, units and words for type checkers in the Python package, from reflection
	@$(RELEASE) >/dev/null
	@cmake --build build/release --parallel $(JOBS) --target littlegiant
	@LITTLEGIANT_LIBRARY=build/release/liblittlegiant.so PYTHONPATH=bindings/python/src python3 tools/python_stubs.py

format-check: setup ## first lines, line ends and spaces of all files, and clang-format where it is set up
	@tools/format_check.sh

clean: ## remove build/
	rm -rf build

.PHONY: help setup build demo check check-machines analyze check-all coverage mutation fuzz soak install docs pictures bench bench-quick bench-scale sql-oracle stubs format-check clean
