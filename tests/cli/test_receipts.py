# SPDX-License-Identifier: Apache-2.0
"""Digests of rule sets, receipts of runs, and what verify makes of them."""

import hashlib
import json

import pytest
from conftest import REPORTED, ROOT, run

REVIEWED = [line.split("\t") for line in (ROOT / "tests/cases/digests.tsv").read_text().splitlines()[1:]]


# --------------------------------------------------------------------------------------- rule sets

@pytest.mark.parametrize("rules, digest", REVIEWED)
def test_the_table_of_a_rule_set_has_the_reviewed_digest(rules, digest):
    assert hashlib.sha256(run("rules", rules, "--format", "table").raw).hexdigest() == digest
    assert json.loads(run("rules", rules, "--format", "json").text)["table"] == "sha256:" + digest


@pytest.mark.parametrize("arguments, said", [
    ([], "needs an ID"), (["--on", "2026-05-01"], "takes --format text or json"),
])
def test_a_table_is_that_of_one_rule_set(arguments, said):
    result = run("rules", *arguments, "--format", "table")
    assert result.status == 2 and said in result.error and result.raw == b""
