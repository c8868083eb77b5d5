# SPDX-License-Identifier: Apache-2.0
"""Threads may judge at once over one rule set, and a call into the library does not hold up the others."""

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import ALL_CASES
from littlegiant import Profile, assess, ruleset
from littlegiant._native import lib

CASES = [case for case in ALL_CASES if case.rules == "cn.srdi-sme.2022"]
THREADS = 8


def everything(profile):
    result = assess(profile, "cn.srdi-sme.2022", assume="clean_record")
    return (
        result.verdict,
        result.missing,
        [(step.finding.id, step.change) for step in result.route],
        [(finding.verdict, finding.margin) for finding in result],
        result.explain("zh"),
    )


@pytest.fixture
def eager_switching():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def test_threads_find_what_one_alone_finds(eager_switching):
    profiles = [Profile.from_mapping(case.facts) for case in CASES]
    alone = list(map(everything, profiles))
    with ThreadPoolExecutor(THREADS) as pool:
        rounds = [pool.map(everything, profiles) for _ in range(3)]
        assert all(list(found) == alone for found in rounds)


def test_threads_share_one_assessment(eager_switching):
    """What is worked out when first asked for is one object for all who ask at once."""
    for case in CASES[:20]:
        result = assess(Profile.from_mapping(case.facts), ruleset(case.rules))
        start = threading.Barrier(THREADS)

        def ask(result=result, start=start):
            start.wait()
            return id(result.criteria), id(result.missing), id(result.route)

        with ThreadPoolExecutor(THREADS) as pool:
            assert len({found.result() for found in [pool.submit(ask) for _ in range(THREADS)]}) == 1


def test_a_call_releases_the_interpreter():
    """Another thread gets its turn although the interpreter itself would not switch for an hour."""
    ready, done = threading.Event(), []

    def other():
        ready.wait()
        done.append(True)

    thread = threading.Thread(target=other)
    thread.start()
    before = sys.getswitchinterval()
    sys.setswitchinterval(3600)
    try:
        ready.set()
        deadline = time.monotonic() + 20
        while not done and time.monotonic() < deadline:
            lib.lg_fact_count()
        released = bool(done)
    finally:
        sys.setswitchinterval(before)
        thread.join()
    assert released
