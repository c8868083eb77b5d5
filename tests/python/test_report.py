# SPDX-License-Identifier: Apache-2.0
"""The pages of reports: whole, self-contained, escaped, in three languages, and with the library's numbers."""

import html.parser
import re
import sys

import pytest
from conftest import REPORTED
from littlegiant import (
    Fault,
    Grade,
    Language,
    LittleGiantError,
    Profile,
    Verdict,
    WrongTypeError,
    assess,
    fact,
    months,
    percent,
    report,
    rulesets,
    screen,
    wan,
    yuan,
)

pytest.importorskip("jinja2")
plots = pytest.importorskip("littlegiant.reporting.plots")
from littlegiant.reporting import words  # noqa: E402

RULES = "cn.little-giant.2022"
LANGUAGES = [language.word for language in Language]
EVIL = "<script>alert('甲')</script> $x$ @1@ {{ w }} \"&"
VOID = {"meta", "br"}


class Page(html.parser.HTMLParser):
    """Sees to it that every element is closed and every id is there once; keeps tables by their names, and all text."""

    def __init__(self, report):
        super().__init__(convert_charrefs=True)
        self.open, self.attributes, self.tables, self.text, self.ids = [], [], {}, "", []
        self.source = report.html
        self.feed(report.html)
        assert self.open == []
        assert len(self.ids) == len(set(self.ids)), "an id of its own for everything"

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.attributes += [(tag, *pair) for pair in attributes]
        self.ids += [given["id"]] if "id" in given else []
        if tag in VOID:
            return
        if "aria-label" in given and tag == "div":
            self.rows = self.tables.setdefault(given["aria-label"], [])
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.attributes += [(tag, *pair) for pair in attributes]
        self.ids += [value for name, value in attributes if name == "id"]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        if "tr" in self.open:
            self.rows[-1][-1] += data

    def table(self, name):
        """The rows of a table without its heading, each cell in one line."""
        return [[" ".join(cell.split()) for cell in row] for row in self.tables[name][1:]]

    def elements(self, tag):
        return [element for element, *_ in self.attributes if element == tag]


def page_of(*arguments, **options):
    return Page(report(*arguments, **options))


FIRM = Profile(revenue_y1=wan(20000), rd_expense_y1=wan("599.98"), segment_age=months(35), own_brand=True)


# ------------------------------------------------------------------------------ both reports


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject", [FIRM, [FIRM] * 3], ids=["one", "county"])
def test_a_page_loads_nothing(subject, language):
    page = page_of(subject, RULES, language=language)
    assert f'<html lang="{language}">' in page.source
    for element, name, value in page.attributes:
        assert name not in ("src", "srcset", "action", "data", "poster"), (element, name)
        assert not name.startswith("on"), "no script but the one in the head's list"
        assert name != "href" or value.startswith("#"), value
    assert not set(map(str, page.open)) & {"link", "img", "iframe", "object", "base"}
    assert not re.search(r"@import|url\((?!#)|@font-face", page.source)
    assert re.search(r"""Policy" content="default-src 'none'; [^"]*script-src 'sha256-[^']+'">""", page.source)
    assert page.source.count("<script>") == 1


def test_every_word_is_there_in_every_language():
    assert list(words.LANGUAGES) == LANGUAGES
    texts = [words.words_of(language) for language in Language]
    for name in texts[0]:
        row = [text[name] for text in texts]
        assert all(row), name
        assert len({frozenset(re.findall(r"{\w+}", text)) for text in row}) == 1, name
    for language in Language:
        assert all(words.fault_word(fault, language) for fault in Fault)


def test_no_word_is_left_over():
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in words_path().parent.iterdir()
        if path.suffix in (".html", ".py") and path.name != "words.py"
    )
    for name in words.words_of(Language.EN):
        used = re.search(rf"""w\.{name}\b|\[["']{name}["']\]""", sources)
        assert used or name.startswith("map_"), name


def words_path():
    import pathlib

    return pathlib.Path(words.__file__)


def test_what_a_table_says_is_escaped(county):
    rows = [{**row, "name": EVIL, "region": EVIL + str(number % 2)} for number, row in enumerate(county[:40])]
    rows[3]["employees"] = EVIL
    one, many = page_of(FIRM, RULES, title=EVIL), page_of(rows, RULES, title=EVIL)
    for page in (one, many):
        assert page.source.count("<script") == 1 and "&lt;script&gt;" in page.source
        assert EVIL in page.text
    assert many.text.count(EVIL + "0") >= 2, "in the tables, and as the column of a map"


def test_a_long_name_is_cut_in_a_map_and_whole_in_the_table(county):
    rows = [{**row, "region": "很长的地名" * 40 + str(number % 2)} for number, row in enumerate(county[:40])]
    page = page_of(rows, RULES)
    assert "很长的地名" * 40 + "1" in page.text and "…" in page.text


def test_verdicts_are_told_apart_by_symbols_and_by_contrast():
    page = page_of([], RULES)
    style = page.source[: page.source.index("</style>")]
    for verdict in Verdict:
        colour = re.search(rf"--{verdict.name.lower()}: (#\w{{6}})", style)[1]
        assert colour == plots.COLOURS[verdict]
        assert plots.contrast(colour, "#ffffff") >= 4.5
    assert len(set(plots.SYMBOLS.values())) == len(Verdict)
    for name, ground in (("ink", "#ffffff"), ("soft", "#ffffff"), ("soft", "#f4f6f9"), ("deep", "#e9eef5")):
        colour = re.search(rf"--{name}: (#\w{{6}})", style)[1]
        assert plots.contrast(colour, ground) >= 4.5, name


def test_numbers_can_be_read_on_every_shade():
    for percent_of_all in range(101):
        share = percent_of_all / 100
        shade = plots.matplotlib.colors.to_hex(plots._SHADES(share))
        assert plots.contrast(plots.ink_on(share), shade) >= 4.5, share


def test_texts_of_charts_stay_texts_in_the_fonts_of_the_reader(county):
    page = page_of(county, RULES, language="zh")
    assert page.elements("svg") and page.source.count("<text") > 30
    assert "svg text { font-family: inherit !important; }" in page.source
    assert all("aria-label" in element for element in re.findall(r"<svg[^>]*>", page.source))
    assert not re.search(r"@\d+@", page.source), "every text was put in"


# -------------------------------------------------------------------------- one enterprise


@pytest.mark.parametrize(
    "rules, language",
    [(rules, LANGUAGES[number % len(LANGUAGES)]) for number, rules in enumerate(rulesets())],
    ids=[rules.id for rules in rulesets()],
)
def test_every_condition_has_its_row_with_the_numbers_of_the_library(rules, language):
    found = assess(FIRM, rules, language=language)
    own = words.words_of(found.language)
    page = page_of(found)
    rows = page.table(own["criteria"])
    assert rules.id in page.text and rules.document in page.text and rules.caveat(language) in page.text
    explained = found.explain().splitlines()
    told = [finding for finding in found.criteria[1:] if any(finding.text() in line for line in explained)]
    assert len(rows) == len(told)
    for row, finding in zip(rows, told):
        assert finding.title() in row[0] and finding.caveat() in row[0]
        assert finding.verdict.text(language) in "".join(row[:2])
        if len(row) == 1:
            continue
        assert row[2].startswith(finding.measured()) and row[3] == finding.criterion.requirement(language)
        if finding.criterion.facts:
            assert finding.criterion.source(language) in row[6]
            weak = finding.grade in (Grade.SINGLE_SOURCE, Grade.RECONSTRUCTED)
            assert (finding.grade.text(language) in row[6]) == weak


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_what_is_missing_and_what_was_used_are_listed(language):
    firm = Profile(revenue_y1=wan(10000), province_rank=3, srdi_title=True)
    found = assess(firm, REPORTED, language=language)
    own = words.words_of(found.language)
    page = page_of(found)
    rows = page.table(own["route"])
    assert [row[1] for row in rows] == [step.finding.title() for step in found.route]
    assert own["change"] in rows[0][0] and own["show"] in rows[1][0]
    assert fact("revenue_y1").format(yuan("0.01"), language) in rows[0][4]
    assert own["settled"] in page.text and own["missing"] not in page.text
    figures = [[fact(name).title(language), fact(name).format(value, language)] for name, value in firm.items()]
    assert page.table(own["figures"]) == figures
    open_ = page_of(assess(Profile(revenue_y1=wan(10001)), REPORTED, language=language))
    missing = assess(Profile(revenue_y1=wan(10001)), REPORTED).missing
    assert [row[0] for row in open_.table(own["missing"])] == [one.fact.title(language) for one in missing]
    assert own["settled"] not in open_.text


MARGINS = [
    ({"segment_age": months(36)}, "niche-years", "+0 months"),
    ({"segment_age": months(35)}, "niche-years", "−1 month"),
    ({"market_share": percent("10")}, "market-share", "+0.00 pp"),
    ({"market_share": percent("9.99")}, "market-share", "−0.01 pp"),
    ({"market_share": percent("29.74")}, "market-share", "+19.74 pp"),
    ({"total_assets_y1": yuan(100), "total_liabilities_y1": yuan(71)}, "debt-ratio", "−1.00 pp"),
    ({"total_assets_y1": yuan(3), "total_liabilities_y1": yuan(2)}, "debt-ratio", "+3.33 pp"),
    ({"total_assets_y1": yuan(3), "total_liabilities_y1": yuan(1)}, "debt-ratio", "+36.66 pp"),
    ({"total_assets_y1": yuan(10**9), "total_liabilities_y1": yuan(7 * 10**8 + 1)}, "debt-ratio", "−<0.01 pp"),
    ({"main_revenue_y1": wan(20), "main_revenue_y2": wan(1), "main_revenue_y3": wan(1)}, "growth", "+945.00 pp"),
    ({"rd_body_level": 3}, "rd-body", ""),
    ({"own_brand": True}, "own-brand", ""),
]


@pytest.mark.parametrize("facts, criterion, expected", MARGINS)
def test_a_margin_is_exact_and_never_looks_larger_than_it_is(facts, criterion, expected):
    found = assess(Profile(**facts), RULES)
    title = found[criterion].title()
    assert [row[4] for row in page_of(found).table("Conditions by dimension") if row[0].startswith(title)] == [expected]


def test_a_margin_is_written_as_the_language_writes_numbers():
    found = assess(Profile(main_revenue_y1=wan(200), main_revenue_y2=wan(1), main_revenue_y3=wan(1)), RULES)
    for language, text in (("en", "+9,945.00 pp"), ("zh", "+9,945.00 个百分点"), ("id", "+9.945,00 poin %")):
        assert text in page_of(found, language=language).text


def test_bars_are_as_long_as_the_measured_value_to_the_bound():
    found = assess(Profile(market_share=percent("15"), segment_age=months(27)), RULES)
    from littlegiant.reporting import enterprise

    bars = list(enterprise._bars(found, found.criteria))
    assert [(bar.label, bar.ratio, bar.verdict) for bar in bars] == [
        (found["niche-years"].title(), 0.75, Verdict.NOT_MET),
        (found["market-share"].title(), 1.5, Verdict.MET),
    ]


def test_points_are_shown_from_what_is_certain_to_what_is_possible():
    firm = Profile(main_revenue_y1=wan(75), revenue_y1=wan(100))
    rows = page_of(firm, "cn.srdi-sme.2022").table("Conditions by dimension")
    # A share of 75 % earns 3 points of 5; all else is unknown.
    assert [row[2] for row in rows if row[0] == "Total of the score"] == ["3–98 of 100 points"]


def test_what_was_assumed_and_what_is_odd_is_said():
    firm = Profile(revenue_y1=wan(10001), province_rank=3, it_supported_businesses=1, employees=10, rd_staff=11)
    page = page_of(firm, REPORTED, assume={"srdi_title": True})
    title = fact("srdi_title").title()
    assert [row[1] for row in page.table("Figures that were used") if row[0] == title] == ["yes Assumed"]
    assert "R&D staff exceed employees, of whom they are a part." in page.text
    assert "These facts were not given" in page.text
    assert "These facts were not given" not in page_of(firm, REPORTED).text


# --------------------------------------------------------------------------------- a county


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_counts_are_those_of_the_screening(county, language):
    rows = [{**row, "region": f"区{number % 3}"} for number, row in enumerate(county)]
    found = screen(rows, RULES, nearest=12)
    own = words.words_of(Language.of(language))
    page = page_of(found, language=language, title="甲县")
    assert "<h1>甲县</h1>" in page.source
    order = plots.SYMBOLS
    assert [[row[0], *row[2:]] for row in page.table(own["levels"])] == [
        [count.level.text(language), *(str(count.verdicts[verdict]) for verdict in order), str(count.reached)]
        for count in found.levels
    ]
    leaves = [count for count in found.criteria if count.criterion.facts]
    for row, count in zip(page.table(own["all_criteria"]), leaves):
        assert row[0].startswith(count.criterion.title(language))
        assert row[1] == count.criterion.requirement(language)
        assert row[2:] == [*(str(count.verdicts[v]) for v in order), str(count.to_change), str(count.to_show)]
    for row, count in zip(page.table(own["regions"]), found.regions):
        assert row[0] == count.region
        assert row[1:] == [*(str(count.verdicts[v]) for v in order), *map(str, count.reached.values())]
    for number, (row, firm) in enumerate(zip(page.table(own["coaching"]), found.nearest), 1):
        route = firm.assessment.in_language(language).route
        assert row[0] == str(number) and row[1] == f"{firm.labels['name']} {firm.labels['id']}"
        assert [int(row[3]), int(row[4])] == [
            sum(step.verdict is verdict for step in route) for verdict in (Verdict.NOT_MET, Verdict.UNKNOWN)
        ]
        assert all(step.finding.title() in row[5] for step in route)
    assert len(page.table(own["coaching"])) == 12


def test_a_map_shows_the_conditions_that_are_most_in_the_way(county):
    found = screen([{**row, "region": f"区{number % 2}"} for number, row in enumerate(county)], RULES)
    from littlegiant.reporting import county as view

    own = words.words_of(Language.EN)
    table = view._by_region(found, own, Language.EN)
    assert table.columns == [f"{count.region} ({sum(count.verdicts.values())})" for count in found.regions]
    for name, numbers, shares in zip(table.rows, table.numbers, table.shares):
        (criterion,) = {
            one.criterion.id
            for one in found.criteria
            if one.criterion.title() == name
            and [region.steps.get(one.criterion.id, 0) for region in found.regions] == numbers
        }
        assert found.rules[criterion].facts
        assert shares == [n / sum(region.verdicts.values()) for n, region in zip(numbers, found.regions)]
    totals = [sum(row) for row in table.numbers]
    assert totals == sorted(totals, reverse=True)
    steps = sorted((count.to_change + count.to_show for count in found.criteria), reverse=True)
    assert totals == steps[: len(totals)]
    near = view._by_distance(found, Language.EN)
    assert sum(int(re.search(r"\((\d+)\)", column)[1]) for column in near.columns) == sum(
        number for distance, number in found.distances.items() if distance
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_in_error_and_odd_figures_are_listed(language):
    own = words.words_of(Language.of(language))
    rows = [{"employees": "12o"}, {"name": "乙", "employees": "10", "rd_staff": "11"}, {"own_brand": "x"}]
    page = page_of(rows, REPORTED, language=language)
    listed = page.table(own["errors"])
    assert [row[:3] for row in listed] == [["1", "employees", "12o"], ["3", "own_brand", "x"]]
    assert words.fault_word(Fault.NUMBER, Language.of(language)) in listed[0][3]
    assert "write it with digits" in listed[0][3]
    assert [row[:2] for row in page.table(own["doubtful"])] == [["2", "乙"]]
    assert own["errors"] not in page_of(rows[1:2], REPORTED, language=language).text


def test_of_very_many_errors_the_first_are_listed_and_all_are_counted():
    page = page_of([{"employees": "x"}] * 1500, REPORTED)
    assert "The first 1,000 of 1,500 are listed." in page.text
    assert len(page.table("Rows in error")) == 1000


def test_a_table_without_rows_has_its_page():
    page = page_of([], REPORTED)
    assert "No enterprise has a condition to change." in page.text
    assert "No enterprise is left to coach." in page.text


# ----------------------------------------------------------------------------- the function


def test_a_page_is_written_whole_or_not_at_all(tmp_path):
    target = tmp_path / "page.html"
    made = report(FIRM, REPORTED)
    made.save(target)
    assert target.read_text(encoding="utf-8") == made.html == str(made)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    with pytest.raises(OSError):
        made.save(tmp_path / "no" / "page.html")
    with pytest.raises(OSError):
        made.save(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert made._repr_html_().startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')


def test_what_cannot_be_reported_is_refused_with_advice():
    with pytest.raises(WrongTypeError, match="report\\(\\) needs rules"):
        report(FIRM)
    with pytest.raises(WrongTypeError, match="is judged already"):
        report(assess(FIRM, REPORTED), REPORTED)
    with pytest.raises(WrongTypeError, match="rows are profiles or mappings"):
        report(7, REPORTED)


def test_packages_that_are_not_there_are_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(LittleGiantError, match=r"needs matplotlib: pip install 'littlegiant\[report\]'"):
        report(FIRM, REPORTED)


def test_lines_are_cut_between_words():
    assert plots.wrapped("one two three", 7) == ["one two", "three"]
    assert plots.wrapped("一二三四五六七八", 8, 2) == ["一二三四", "五六七八"]
    assert plots.wrapped("一二三四五六七八九", 8, 2) == ["一二三四", "五六七…"]
    assert plots.wrapped("", 8) == [""]
