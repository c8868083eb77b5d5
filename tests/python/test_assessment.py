# SPDX-License-Identifier: Apache-2.0
"""Assessments: what is found, what is missing, which way is shortest, what is assumed, and how it reads."""

import datetime
import json
import pickle
import subprocess
from fractions import Fraction

import pytest
from conftest import ALL_CASES, COUNTY, REPORTED
from littlegiant import (
    Application,
    Grade,
    InvalidValueError,
    Language,
    Level,
    NoRulesError,
    Profile,
    Reason,
    UnknownNameError,
    Verdict,
    WrongTypeError,
    assess,
    awards,
    batches,
    echelon,
    fen,
    flip,
    months,
    points,
    regions,
    ruleset,
    rulesets,
    select,
    sme_size,
    wan,
    years,
    yuan,
)

LABELS = ("id", "name", "region")


def case(rules, name):
    return Profile.from_mapping(next(case.facts for case in ALL_CASES if (case.rules, case.name) == (rules, name)))


@pytest.fixture
def passing():
    return case("cn.little-giant.2022", "just-passes")


# ---------------------------------------------------------------------------------- findings


def test_one_fen_decides():
    firm = Profile(srdi_title=True, revenue_y1=yuan(100_000_000), province_rank=3, it_supported_businesses=1)
    revenue = assess(firm, REPORTED)["revenue"]
    assert (revenue.verdict, revenue.observed, revenue.required, revenue.margin) == (
        Verdict.NOT_MET,
        10_000_000_000,
        10_000_000_000,
        0,
    )
    assert revenue.lever.name == "revenue_y1" and revenue.lever_change == fen(1)
    firm["revenue_y1"] += revenue.lever_change
    assert assess(firm, REPORTED).verdict is Verdict.MET


def test_ratios_are_exact_fractions(passing):
    passing.set(rd_expense_y1=wan("299.99"))
    ratio = assess(passing, "cn.little-giant.2022")["class-1-rd-ratio-y1"]
    assert ratio.observed == Fraction(29999, 1_000_000) and ratio.required == Fraction(3, 100)
    assert ratio.margin == Fraction(-1, 1_000_000) and ratio.lever_change == yuan(100)
    assert ratio.measured() == "2.99 %" and ratio.measured("id") == "2,99 %"
    assert ratio.criterion.requirement() == "at least 3 %"


def test_a_lever_moves_in_the_unit_of_its_fact(passing):
    passing.set(segment_age=months(35), own_brand=False, total_liabilities_y1=wan(7001))
    result = assess(passing, "cn.little-giant.2022")
    assert result["niche-years"].lever_change == months(1)
    assert result["own-brand"].lever_change == 1
    assert result["debt-ratio"].lever_change == wan(-1)
    assert result["market-share"].lever_change is None, "it is met"


def test_a_step_to_a_pass_mark_counts_points():
    """The class-II right earned 5 of the 20 points for innovation and of the 60 in all, neither of which can be spared."""
    steps = assess(case("cn.innovative-sme.2022", "ip-class2-unknown"), "cn.innovative-sme.2022").route
    assert [(step.lever, step.change, step.verdict) for step in steps] == [(None, points(5), Verdict.UNKNOWN)] * 2
    assert str(steps[0]) == steps[0].finding.text()


def test_a_finding_names_its_source(passing):
    finding = assess(passing, "cn.little-giant.2022")["debt-ratio"]
    assert finding.id == "debt-ratio" and finding.title("zh") and "63号 (2022)" in finding.citation
    assert finding.criterion.source("zh") == "63号 (2022) 附件3, 精" and finding.criterion.source() == finding.citation
    assert finding.grade is Grade.CORROBORATED and finding.caveat() == ""
    assert finding.text().startswith("[met] Liabilities to assets: measured 70.00 %; required at most 70 %")
    assert str(finding) == finding.text("en") != finding.text("zh")
    assert repr(finding) == "<Finding debt-ratio: met>"
    assert finding.criterion.parent is not None and finding.criterion.depth == 2


def test_findings_are_found_by_id_and_by_index(passing):
    result = assess(passing, "cn.little-giant.2022")
    assert len(result.criteria) == len(result.rules) == len(list(result))
    assert [finding.criterion.index for finding in result] == list(range(len(result.rules)))
    assert result["debt-ratio"] is result.criteria["debt-ratio"]
    assert (
        result.criteria[0].verdict is result.verdict and result.criteria[-1] is result.criteria[len(result.rules) - 1]
    )
    assert len(result.criteria[1:3]) == 2
    assert "debt-ratio" in result.criteria and "dept-ratio" not in result.criteria
    assert result.criteria[1] in result.criteria
    with pytest.raises(UnknownNameError, match="did you mean 'debt-ratio'"):
        result["dept-ratio"]
    with pytest.raises(IndexError):
        result.criteria[len(result.rules)]


# ----------------------------------------------------------------------- missing, assumed


def test_missing_facts_are_those_that_can_still_change_the_verdict(passing):
    assert assess(passing, "cn.little-giant.2022").missing == ()
    passing.unset("own_brand")
    (missing,) = assess(passing, "cn.little-giant.2022").missing
    assert (missing.name, missing.settles, str(missing)) == ("own_brand", True, "own_brand")
    passing.set(market_share=None, own_brand=False)
    assert assess(passing, "cn.little-giant.2022").missing == (), "it is settled: not met"


def test_assumptions_hold_for_one_assessment(passing):
    passing.unset("own_brand", "leading_quality", "dishonesty_list", "special_title")
    before = passing.copy()
    assert assess(passing, "cn.little-giant.2022").verdict is Verdict.UNKNOWN
    result = assess(passing, "cn.little-giant.2022", assume=["judgement", "clean-record", {"own_brand": True}])
    assert result.verdict is Verdict.MET and passing == before
    assert set(result.assumed) == {"own_brand", "leading_quality", "dishonesty_list"}, "not what no condition reads"
    assert result.profile["own_brand"] is True
    assert assess(passing, "cn.little-giant.2022", assume="judgement").assumed == ("leading_quality",)
    assert assess(passing, "cn.little-giant.2022", assume={"own_brand": True}).assumed == ("own_brand",)


def test_an_assessment_stays_what_it_was(passing):
    result = assess(passing, "cn.little-giant.2022")
    passing.set(own_brand=False)
    assert result["own-brand"].verdict is Verdict.MET and "[met] Own brand" in str(result)
    result.profile["own_brand"] = False
    assert result.profile["own_brand"] is True


def test_why_a_verdict_is_unknown(passing):
    passing.unset("own_brand", "high_reputation")
    passing.set(main_revenue_y3=yuan(0))
    result = assess(passing, "cn.little-giant.2022")
    assert result["own-brand"].reason is Reason.MISSING
    assert result["reputation"].reason is Reason.JUDGEMENT
    assert result["growth"].reason is Reason.UNDEFINED and result["growth"].observed is None
    assert result["debt-ratio"].reason is Reason.NONE


# -------------------------------------------------------------------------------------- texts


@pytest.mark.parametrize("language", ["en", "zh", "id", Language.ZH])
def test_an_assessment_reads_in_every_language(passing, language):
    result = assess(passing, "cn.little-giant.2022", language=language)
    assert str(result) == result.explain() == assess(passing, "cn.little-giant.2022").explain(language)
    assert result.rules.title(language) in str(result)
    assert result["debt-ratio"].title() == result["debt-ratio"].title(language)
    assert result["debt-ratio"].text() in str(result)


def test_long_texts_come_whole():
    for rules in rulesets():
        text = assess(Profile(), rules).explain("zh")
        assert text.count("\n") >= len(rules) and "�" not in text
        assert all(finding.title("zh") in text for finding in assess(Profile(), rules) if finding.criterion.depth == 1)


def test_an_assessment_survives_a_pickle(passing):
    passing.unset("own_brand")
    result = assess(passing, "cn.little-giant.2022", assume={"own_brand": True}, language="zh")
    again = pickle.loads(pickle.dumps(result))
    assert (again.verdict, again.assumed, str(again)) == (result.verdict, ("own_brand",), str(result))
    assert again.rules is result.rules


@pytest.mark.parametrize(
    "call, error, says",
    [
        (lambda: assess(Profile(), "cn.little-gaint.2022"), UnknownNameError, "did you mean 'cn.little-giant.2022'?"),
        (lambda: assess({}, REPORTED), WrongTypeError, r"assess\(\) takes a Profile, not {}; Profile.from_mapping\(\)"),
        (lambda: assess(Profile(), REPORTED, language="de"), UnknownNameError, "there are en, zh, id"),
        (lambda: assess(Profile(), REPORTED, language=None), WrongTypeError, "'en'"),
        (lambda: assess(Profile(), REPORTED, language=7), UnknownNameError, "no language 7"),
        (
            lambda: select("little-giant", "new", datetime.date(2019, 5, 1)),
            NoRulesError,
            "no rule set is in force for little-giant, application new, on 2019-05-01; "
            "there are cn.little-giant.2018 from 2018-11-01 to 2018-12-31, cn.little-giant.2020 from 2020-07-01 to .*"
            "cn.little-giant.2026 from 2026-04-01 on",
        ),
        (
            lambda: select("little-giant", "new", datetime.date(2026, 5, 1), programme="cn.other"),
            NoRulesError,
            "on 2026-05-01; there are none on any day",
        ),
        (
            lambda: assess(Profile(), "little-giant"),
            UnknownNameError,
            r"is a level: select\('little-giant', 'new', date\) gives its rule set",
        ),
        (
            lambda: assess(Profile(), "cn.little-giant.2028"),
            UnknownNameError,
            r"did you mean 'cn.little-giant.2018', 'cn.little-giant.2020', .* or 'cn.little-giant.2026'\?",
        ),
        (lambda: assess(Profile(), REPORTED, assume=True), WrongTypeError, "assume takes names of groups .* not True"),
        (lambda: select("none", "new", datetime.date(2026, 5, 1)), InvalidValueError, "none is no level"),
        (
            lambda: select("little-gaint", "new", datetime.date(2026, 5, 1)),
            UnknownNameError,
            "did you mean 'little-giant'",
        ),
        (lambda: select("little-giant", "new", 20.26), WrongTypeError, r"datetime.date\(2026, 5, 1\)"),
        (lambda: select("little-giant", "new", "2025-06-30"), WrongTypeError, r"datetime.date\(2025, 6, 30\)"),
        (lambda: echelon("A", datetime.date(2026, 5, 1)), WrongTypeError, r"echelon\(\) takes a Profile, not 'A'"),
        (lambda: sme_size({}), WrongTypeError, r"sme_size\(\) takes a Profile, not {}"),
        (lambda: flip(assess(Profile(), REPORTED), 7), WrongTypeError, "compares two assessments, not 7"),
        (
            lambda: awards("little-giant", "350502", datetime.date(2020, 5, 1)),
            WrongTypeError,
            "as a whole number, such as 350502, not '350502'",
        ),
        (lambda: awards("none", 350502, datetime.date(2020, 5, 1)), InvalidValueError, "none is no title"),
        (
            lambda: echelon(Profile(), datetime.date(2019, 5, 1)),
            NoRulesError,
            "no level has rules in force on 2019-05-01",
        ),
        (
            lambda: awards("little-giant", 12, datetime.date(2020, 5, 1)),
            InvalidValueError,
            "12 is neither 0 nor a code",
        ),
    ],
)
def test_a_wrong_call_is_told_with_what_would_be_right(call, error, says):
    with pytest.raises(error, match=says):
        call()


# ------------------------------------------------------------------------------------- editions


@pytest.mark.parametrize(
    "level, application, day, expected",
    [
        (Level.LITTLE_GIANT, Application.NEW, (2022, 9, 1), "cn.little-giant.2022"),
        ("little-giant", "new", (2025, 6, 1), "cn.little-giant.2025"),
        ("little-giant", "review", (2025, 6, 1), "cn.little-giant.2025-review"),
        ("little-giant", "new", (2026, 4, 1), "cn.little-giant.2026"),
        ("little-giant", "review", (2026, 4, 1), "cn.little-giant.2026-review"),
        ("specialised-sme", "new", (2026, 3, 31), "cn.srdi-sme.2022"),
        ("specialised-sme", "new", (2026, 4, 1), "cn.srdi-sme.2026"),
    ],
)
def test_the_edition_in_force_is_selected(level, application, day, expected):
    rules = select(level, application, datetime.date(*day))
    assert rules.id == expected and rules == ruleset(expected)
    assert rules.in_force_from <= datetime.date(*day) and Application.of(application) in rules.applications


def test_a_rule_set_describes_itself():
    rules = ruleset("cn.little-giant.2022")
    assert (rules.level, rules.programme, rules.in_force_to) == (
        Level.LITTLE_GIANT,
        "cn.sme-gradient",
        datetime.date(2026, 3, 31),
    )
    assert rules.document == "工信部企业〔2022〕63号" and rules.issuer and rules.compared_on and not rules.alternative
    assert ruleset("cn.little-giant.2026").in_force_to is None
    assert ruleset("cn.little-giant.2020-optional").alternative
    assert [criterion.parent for criterion in rules.criteria[:2]] == [None, 0]
    assert rules[0].id == "little-giant" and rules["sme-size"].requirement() == "at most medium"
    assert str(rules) == "Little Giant 2022 [cn.little-giant.2022]"
    assert {rules: 1}[ruleset(rules.id)] == 1


def test_what_made_the_difference(passing):
    before = assess(passing, "cn.little-giant.2022")
    passing.set(own_brand=False)
    after = assess(passing, "cn.little-giant.2022")
    difference = flip(before, after)
    assert (difference.before, difference.after, difference.changed) == (Verdict.MET, Verdict.NOT_MET, True)
    (cause,) = difference.causes
    assert not cause.before and cause.finding is after["own-brand"] and cause.other is before["own-brand"]
    assert str(difference).startswith("met -> not_met\n  after: [not met] Own brand")
    assert flip(before, before).causes == () and not flip(before, before).changed


def test_a_cause_may_have_no_counterpart(passing):
    held = flip(assess(passing, "cn.little-giant.2022"), assess(passing, "cn.little-giant.2026"))
    assert held.after is not Verdict.MET
    assert any(cause.other is None for cause in held.causes) and not any(cause.before for cause in held.causes)


def test_the_ladder_of_titles():
    day = datetime.date(2022, 9, 1)
    stands = echelon(case("cn.little-giant.2022", "just-passes"), day)
    assert [rung.rules.id for rung in stands.rungs] == [
        "cn.innovative-sme.2022",
        "cn.srdi-sme.2022",
        "cn.little-giant.2022",
    ]
    assert stands.level is Level.LITTLE_GIANT and stands.next is None and stands.rungs[-1].verdict is Verdict.MET
    below = echelon(Profile(), day)
    assert below.level is Level.NONE and below.next is Level.INNOVATIVE_SME
    assert all(rung.unknown > 0 and rung.not_met == 0 for rung in below.rungs)
    assert str(below).splitlines()[1].strip().startswith("innovative SME: unknown, 0 to change, ")
    before = echelon(Profile(), datetime.date(2021, 5, 1))
    assert [rung.rules and rung.rules.id for rung in before.rungs] == [None, None, "cn.little-giant.2021"]


def test_the_ladder_takes_assumptions():
    day = datetime.date(2022, 9, 1)
    firm = case("cn.little-giant.2022", "just-passes")
    firm.unset("leading_quality")
    assert echelon(firm, day).rungs[-1].verdict is Verdict.UNKNOWN
    assert echelon(firm, day, assume="judgement").level is Level.LITTLE_GIANT
    assert echelon(firm, day, assume={"leading_quality": False}).rungs[-1].verdict is Verdict.NOT_MET
    assert "leading_quality" not in firm


def test_awards_and_batches():
    found = awards("little-giant", 350502, datetime.date(2020, 11, 13))
    assert {award.region for award in found} <= {0, 350000, 350500, 350502} and found
    for award in found:
        assert award.title is Level.LITTLE_GIANT and award.note() and award.note("zh") and award.source
        assert award.amount_low is None or award.amount_low <= award.amount_high
    assert str(found[0]).startswith("fujian-little-giant-2020: 500000 yuan (official source). ")
    assert 350502 in {region.code for region in regions()} and "鲤城区" in {region.name_zh for region in regions()}
    assert [batch.number for batch in batches()] == list(range(1, len(batches()) + 1))
    assert batches()[0].announced[0] == 2019 and batches()[0].published == 248
    assert all(ruleset(batch.rules) for batch in batches())


def test_sizes():
    assert str(sme_size(Profile()).size_class) == "unknown" and len(sme_size(Profile()).possible) == 4


# ---------------------------------------------------------------------------- the program


def judged_by_program(program, rules, *options):
    done = subprocess.run(
        [program, "assess", "--format", "json", "--rules", rules, *options, str(COUNTY)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


def fraction(text):
    return None if text is None else Fraction(text)


def number(value):
    return 0 if value is None else getattr(value, "canonical", value)


def check_finding(finding, told):
    assert told["id"] == finding.id and told["title"] == finding.title() and told["explanation"] == finding.text()
    assert (told["verdict"], told["reason"] or "none") == (str(finding.verdict), str(finding.reason))
    for name in ("observed", "required", "required_high", "margin"):
        assert fraction(told[name]) == getattr(finding, name), (finding, name)
    assert (told["lever"] or {}).get("fact") == (finding.lever and finding.lever.name)
    assert (told["lever"] or {"change": 0})["change"] == number(finding.lever_change)
    assert [told["points"]["low"], told["points"]["high"]] == [100 * earned for earned in finding.points]


@pytest.mark.parametrize(
    "rules, options, assume",
    [
        (REPORTED, [], ()),
        ("cn.little-giant.2022", ["--assume", "judgement", "--assume", "employees=7"], ["judgement", {"employees": 7}]),
        ("cn.srdi-sme.2022", ["--assume", "clean-record"], "clean_record"),
        ("cn.little-giant.2026", [], ()),
    ],
)
def test_the_package_finds_what_the_program_finds(program, county, rules, options, assume):
    for row, told in zip(county, judged_by_program(program, rules, *options)):
        result = assess(Profile.from_mapping(row, ignore=LABELS), rules, assume=assume)
        assert told["verdict"] == str(result.verdict) and told["explanation"] == str(result)
        assert [fact["fact"] for fact in told["assumed"] if fact["matters"]] == list(result.assumed)
        assert [(fact["fact"], fact["settles"]) for fact in told["missing"]] == [
            (fact.name, fact.settles) for fact in result.missing
        ]
        assert [(step["criterion"], step["verdict"], step["lever"], step["change"]) for step in told["route"]] == [
            (step.finding.id, str(step.verdict), step.lever and step.lever.name, number(step.change))
            for step in result.route
        ]
        for finding, criterion in zip(result, told["criteria"]):
            check_finding(finding, criterion)


def test_years_are_months():
    assert years(3) == months(36)
