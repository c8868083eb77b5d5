# SPDX-License-Identifier: Apache-2.0
"""rules --format markdown: the pages of docs/rules, which must be what the program writes."""

import json

import pytest
from conftest import REPORTED, ROOT, run

PAGES = ROOT / "docs" / "rules"
LISTED = json.loads(run("rules", "--format", "json").text)
IDS = [entry["id"] for entry in LISTED]
STALE = "docs/rules is out of date: write it again with `make docs`"


def page(*arguments):
    result = run("rules", *arguments, "--format", "markdown")
    assert result.status == 0 and result.error == ""
    return result.text


def cells(line):
    """Cells of a table's line; escaped bars are no borders."""
    return [cell.strip().replace("\0", "|") for cell in line.replace("\\|", "\0").strip("|").split("|")]


def test_the_committed_index_is_what_the_program_writes():
    assert (PAGES / "README.md").read_text(encoding="utf-8") == page(), STALE


@pytest.mark.parametrize("rules", IDS)
def test_a_committed_page_is_what_the_program_writes(rules):
    assert (PAGES / f"{rules}.md").read_text(encoding="utf-8") == page(rules), STALE


def test_no_page_is_left_of_an_edition_that_is_gone():
    assert {path.name for path in PAGES.iterdir()} == {"README.md", *(rules + ".md" for rules in IDS)}


def test_the_index_links_every_page_with_title_level_and_grade():
    lines = [line for line in page().splitlines() if line.startswith("| [")]
    assert len(lines) == len(IDS)
    for line, entry in zip(lines, LISTED, strict=True):
        assert f"[{entry['id']}]({entry['id']}.md)" in line and entry["title"]["en"] in line


@pytest.mark.parametrize("language, necessary", [("en", "necessary, not sufficient"), ("zh", "必要条件，而非充分条件"),
                                                 ("id", "perlu, tetapi tidak cukup")])
@pytest.mark.parametrize("rules", IDS)
def test_a_page_has_title_source_caveat_every_criterion_and_the_warning(rules, language, necessary):
    entry = json.loads(run("rules", rules, "--format", "json").text)
    text = page(rules, "--lang", language)
    plain = text.replace("\\", "")
    assert text.startswith("<!-- SPDX-License-Identifier: Apache-2.0 -->\n# ") and necessary in text
    for part in (entry["title"][language], entry["issuer"], entry["document"], entry["in_force_from"],
                 entry["caveat"][language].replace("\n", " ")):
        assert part in plain
    rows = [line for line in text.splitlines() if line.startswith("| ")][2:]
    assert len(rows) == entry["criterion_count"]
    for line, criterion in zip(rows, entry["criteria"], strict=True):
        row = cells(line)
        assert len(row) == 8
        assert row[0].count("&emsp;") == criterion["depth"] and f"`{criterion['id']}`" in row[0]
        assert criterion["title"][language] in row[0].replace("\\", "")
        if criterion["facts"] and criterion["requirement"][language]:
            assert criterion["requirement"][language] in row[1].replace("\\", "")
        assert len(criterion["facts"]) == row[3].count("`") // 2
        assert all(f"`{fact}" in row[3] for fact in criterion["facts"])
        assert criterion["citation"] in row[4].replace("\\", "")


def test_facts_are_named_by_their_columns():
    text = page(REPORTED)
    assert "`revenue_y1_fen`" in text and "more than 100,000,000.00 yuan" in text and "`srdi_title`" in text


def test_points_stand_in_their_column():
    rows = {cells(line)[0].split("`")[1]: cells(line)[6]
            for line in page("cn.innovative-sme.2022").splitlines() if line.startswith("| ") and "`" in line}
    assert any(points == "20" for points in rows.values())  # bands of annex 1: 20, 15, 10, 5
    assert any(points.startswith("at least 5") for points in rows.values())  # the field never scores 0
