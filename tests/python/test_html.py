# SPDX-License-Identifier: Apache-2.0
"""The table that a notebook shows: well-formed, self-contained, escaped, and complete."""

import html
import html.parser
import re

import pytest
from conftest import REPORTED, ROOT
from littlegiant import Profile, Verdict, assess, months, rulesets, wan, yuan

VOID = {"br"}


class Page(html.parser.HTMLParser):
    """Sees to it that every element is closed, and keeps the text of rows and badges."""

    def __init__(self, text):
        super().__init__()
        self.open, self.rows, self.attributes = [], [], []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.attributes += attrs
        if tag in VOID:
            return
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.open[-1] == "tr":
            self.rows[-1].append("")
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "tr" in self.open:
            self.rows[-1][-1] += data


FIRM = Profile(revenue_y1=wan(20000), rd_expense_y1=wan("599.98"), segment_age=months(35), own_brand=True)


@pytest.mark.parametrize("language", ["en", "zh", "id"])
@pytest.mark.parametrize("rules", rulesets(), ids=lambda rules: rules.id)
def test_every_condition_has_its_row(rules, language):
    result = assess(FIRM, rules, language=language)
    page = Page(result._repr_html_())
    explained = result.explain().splitlines()
    told = [finding for finding in result.criteria[1:] if any(finding.text() in line for line in explained)]
    assert len(page.rows) == 1 + len(told), "a heading, and a row for all that an explanation tells"
    for finding in told:
        assert any(finding.title() in cell for row in page.rows for cell in row), finding
        assert any(finding.verdict.text(language) in cell for row in page.rows for cell in row)


@pytest.mark.parametrize("rules", rulesets(), ids=lambda rules: rules.id)
def test_a_rule_set_shows_what_the_catalogue_says(rules):
    """docs/rules/ID.md, which the program writes."""
    text = (ROOT / "docs" / "rules" / f"{rules.id}.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.* `[a-z0-9-]+` \|.*) \|$", text, re.M)
    catalogue = [[cell.strip().replace("\\", "") for cell in re.split(r"(?<!\\)\|", row)] for row in rows]
    page = Page(rules._repr_html_())
    assert len(page.rows) == 1 + len(catalogue) == 1 + len(rules)
    for (title, demand, source), criterion, cells in zip(page.rows[1:], rules.criteria, catalogue):
        first, requirement, _, _, article, grade, points, _ = cells
        assert f"{criterion.title()} `{criterion.id}`" in first and title == criterion.title() + criterion.caveat()
        assert demand == "; ".join(filter(None, [requirement, points and f"{points} points"]))
        assert source == f"{article}; {grade}"
    assert "http" not in rules._repr_html_()


def test_a_row_says_what_was_measured_and_required():
    rows = {row[0]: row[1:] for row in Page(assess(FIRM, "cn.little-giant.2022")._repr_html_()).rows}
    assert rows["Years in the niche market"] == [
        "not met",
        "35 months",
        "at least 3 years",
        "+1 month (Time in the niche market)",
        "63号 (2022) annex 3, 专; corroborated",
    ]
    assert rows["R&D to revenue, last full year"][:4] == [
        "not met",
        "2.99 %",
        "at least 3 %",
        "+200.00 yuan (R&D expense, last full year)",
    ]
    assert "63号 (2022) 附件3, 专" in assess(FIRM, "cn.little-giant.2022", language="zh")._repr_html_()
    assert rows["Own brand that faces the market"][:4] == ["met", "yes", "yes", ""]


def test_it_says_what_is_missing_and_what_a_verdict_does_not_promise():
    firm = Profile(revenue_y1=wan(10001), province_rank=3, it_supported_businesses=1)
    text = assess(firm, REPORTED)._repr_html_()
    assert "<b>Still missing:</b> Provincial specialised-SME title<" in text
    assert "necessary but not sufficient" in text and "Assumed" not in text
    assumed = assess(firm, REPORTED, assume={"srdi_title": True})._repr_html_()
    assert "<b>Assumed:</b> Provincial specialised-SME title<" in assumed and "Still missing" not in assumed


def test_nothing_is_loaded_and_everything_is_escaped():
    for rules in rulesets():
        text = assess(FIRM, rules)._repr_html_()
        page = Page(text)
        assert not re.search(r"https?:|url\(|<script|<link|<img|@import", text)
        assert {name for name, _ in page.attributes} <= {"class", "style", "colspan", "scope", "lang"}
        # "R&D" and quotation marks come from the titles: all of them stand as entities.
        assert "R&D" not in text and html.unescape(text) != text


def test_verdicts_are_told_apart_without_colours_and_by_contrast():
    style = assess(FIRM, REPORTED)._repr_html_()
    for verdict in Verdict:
        colour = re.search(rf"\.littlegiant \.{verdict} {{ background: #(\w{{6}})", style).group(1)
        assert contrast_with_white(colour) >= 4.5, verdict


def contrast_with_white(colour):
    """By the Web Content Accessibility Guidelines."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_a_loss_is_shown_with_its_sign():
    firm = Profile(total_assets_y1=yuan(100), total_liabilities_y1=yuan(71))
    rows = {row[0]: row for row in Page(assess(firm, "cn.little-giant.2022")._repr_html_()).rows}
    assert rows["Liabilities to assets"][4] == "−1.00 yuan (Total liabilities, end of last full year)"
