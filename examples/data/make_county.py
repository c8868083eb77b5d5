#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes county.csv: a county of invented enterprises for the demonstration and the tests.

    make_county.py --littlegiant build/release/cli/littlegiant [-o county.csv]

No enterprise in it exists. Three groups, in this order:

* 11 with the provincial title (a district of Quanzhou had as many in 2020). Some qualify under
  cn.little-giant.2022, one of them exactly on every bound; some miss one condition by one fen, one
  month or one basis point; some lack a document.
* For every bound of both rule sets one enterprise exactly at it, one a canonical unit below and one
  a unit above. None of these has the title, and most have empty cells beside the tested one.
* The rest: a broad mix, from micro-enterprises with hardly a figure to firms that lack only the title.

No bound stands in this file. They are read from the program's reflection (`rules ID --format json`),
so that the file follows when a rule set is corrected; only the size limits, which the standard hides
behind one condition, are found by asking the program. The other numbers here are invention, chosen
near the published averages of Little Giants: R&D about 6 % of revenue, main business about 98 %.

The same program and the same seed give the same bytes: only random() of the standard generator is
used, whose sequence is promised, and integers from there on.
"""
import argparse
import csv
import io
import json
import random
import subprocess
import sys

RULE_SETS = ("cn.little-giant.2020-reported", "cn.little-giant.2022")
COUNT = 200
TITLED = 11
ONLY_TITLE_MISSING = 6
SEED = 20201113
LABELS = ("id", "name", "region")
REGION = "鲤城区"

YUAN = 100
WAN = 10_000 * YUAN
MILLION = 1_000_000 * YUAN
INDUSTRY = 2  # row of the SME size standard

# Canonical suffix of a column: the suffix in which people write it, and the decimals that takes.
PEOPLE_UNITS = {"_fen": ("_yuan", 2), "_bp": ("_percent", 2), "_cp": ("_points", 2), "_months": ("_months", 0)}


# ---------------------------------------------------------------------------------- the program

class Program:
    """The littlegiant program, asked for what it knows and what it decides."""

    def __init__(self, path):
        self.path = path
        self.columns = {fact["name"]: fact["column"] for fact in self.ask("facts", "--format", "json")}

    def run(self, *arguments, text=""):
        done = subprocess.run([self.path, *arguments], input=text, capture_output=True, encoding="utf-8")
        if done.returncode != 0:
            sys.exit(f"{self.path} {' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout

    def ask(self, *arguments):
        return json.loads(self.run(*arguments))

    def criteria(self, rules):
        return self.ask("rules", rules, "--format", "json")["criteria"]

    def verdict(self, rules, criterion, firm):
        """The word for one criterion of one firm, whose facts are in canonical units."""
        names = sorted(firm)
        table = ",".join(["id"] + [self.columns[name] for name in names]) + "\n"
        table += ",".join(["x"] + [str(firm[name]) for name in names]) + "\n"
        answer = self.run("screen", "--rules", rules, "-", text=table)
        return next(csv.DictReader(io.StringIO(answer)))[criterion]

    def largest_met(self, rules, criterion, firm, fact, high):
        """The largest value of a fact with which the criterion is met: it is met by 0, not by high."""
        low = 0
        while high - low > 1:
            middle = (low + high) // 2
            met = self.verdict(rules, criterion, {**firm, fact: middle}) == "met"
            low, high = (middle, high) if met else (low, middle)
        return low


# ------------------------------------------------------------------------------------ inventing

class Dice:
    """Whole numbers from the one generator function whose sequence is promised."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def between(self, low, high):
        return low + int(self.random() * (high - low + 1))

    def chance(self, percent):
        return self.between(1, 100) <= percent

    def pick(self, choices):
        return choices[self.between(0, len(choices) - 1)]


def share_of(amount, basis_points):
    return amount * basis_points // 10_000


def strong_firm(dice, revenue):
    """A firm that is good in everything but the title, at a given revenue."""
    revenue_2 = share_of(revenue, dice.between(8200, 8900))
    revenue_3 = share_of(revenue_2, dice.between(8200, 8900))
    assets = share_of(revenue, dice.between(9500, 13000))
    employees = max(40, revenue // (90 * WAN) + dice.between(0, 30))
    firm = {
        "revenue_y1": revenue, "revenue_y2": revenue_2, "revenue_y3": revenue_3,
        "main_revenue_y1": share_of(revenue, dice.between(9700, 9950)),
        "main_revenue_y2": share_of(revenue_2, dice.between(9700, 9950)),
        "main_revenue_y3": share_of(revenue_3, dice.between(9700, 9950)),
        "rd_expense_y1": share_of(revenue, dice.between(630, 900)),
        "rd_expense_y2": share_of(revenue_2, dice.between(630, 900)),
        "total_assets_y1": assets,
        "total_liabilities_y1": share_of(assets, dice.between(3000, 5500)),
        "equity_financing_2y": 0,
        "segment_age": dice.between(60, 240), "market_share": dice.between(1300, 3500),
        "employees": employees, "rd_staff": share_of(employees, dice.between(1600, 3000)),
        "province_rank": 1, "it_supported_businesses": dice.between(2, 4),
        "ip_class1": dice.between(4, 30), "national_award_rank": 0,
        "size_sector": INDUSTRY, "rd_body_level": dice.between(1, 3),
    }
    for flag in ("mainland_legal_entity", "management_certified", "own_brand", "key_field", "six_base_or_key_chain",
                 "sound_governance", "leading_quality", "high_reputation", "key_chain_link"):
        firm[flag] = 1
    for flag in ("srdi_title", "overseas_certified", "maker_top50_3y", "abnormal_operation_list", "dishonesty_list",
                 "restricted_business", "major_accident_3y", "tax_violation_3y"):
        firm[flag] = 0
    return firm


def ordinary_firm(dice):
    """A firm as a county's register has them: any size, any quality, often with gaps."""
    low, high = dice.pick(((2, 18), (18, 60), (18, 60), (60, 140), (60, 140), (140, 420)))
    firm = strong_firm(dice, dice.between(low * MILLION, high * MILLION))
    for year in ("2", "3"):
        firm["revenue_y" + year] = share_of(firm["revenue_y" + year], dice.between(9200, 13000))
    main_share = dice.pick((dice.between(5600, 8500), dice.between(9300, 10000), dice.between(9600, 10000)))
    for year in ("1", "2", "3"):
        firm["main_revenue_y" + year] = share_of(firm["revenue_y" + year], main_share)
    firm["rd_expense_y1"] = share_of(firm["revenue_y1"], dice.between(60, 720))
    firm["rd_expense_y2"] = share_of(firm["revenue_y2"], dice.between(60, 720))
    firm["total_liabilities_y1"] = share_of(firm["total_assets_y1"], dice.between(2500, 8800))
    firm["segment_age"] = dice.between(6, 220)
    firm["market_share"] = dice.between(40, 1700)
    firm["province_rank"] = dice.between(1, 30)
    firm["it_supported_businesses"] = dice.between(0, 3)
    firm["ip_class1"] = dice.between(0, 7)
    firm["rd_body_level"] = dice.between(0, 2)
    for flag in ("management_certified", "own_brand", "key_field"):
        firm[flag] = int(dice.chance(65))
    firm["six_base_or_key_chain"] = int(dice.chance(35))
    firm["overseas_certified"] = int(dice.chance(15))
    for flag in ("abnormal_operation_list", "tax_violation_3y"):
        firm[flag] = int(dice.chance(3))
    return firm


JUDGED = ("sound_governance", "leading_quality", "high_reputation", "key_chain_link")
SELDOM_REPORTED = ("market_share", "province_rank", "rd_expense_y2", "main_revenue_y3", "main_revenue_y2", "revenue_y3",
                   "rd_staff", "ip_class1", "it_supported_businesses", "equity_financing_2y", "national_award_rank")


def with_gaps(dice, firm, percent, keep=()):
    """Leaves out what a county's register often does not hold, but none of the facts to keep."""
    for fact in SELDOM_REPORTED:
        if fact not in keep and dice.chance(percent):
            firm.pop(fact, None)
    if dice.chance(min(90, percent * 3)):
        for fact in JUDGED:
            if fact not in keep:
                firm.pop(fact, None)
    return firm


# ------------------------------------------------------------------------- firms at the bounds

class Tree:
    """The criteria of one rule set, and for each leaf the guard and the company it stands in."""

    def __init__(self, program, rules):
        self.rules = rules
        self.rows = program.criteria(rules)
        self.leaves = [i for i, row in enumerate(self.rows) if row["facts"]]

    def row(self, criterion):
        return next(row for row in self.rows if row["id"] == criterion)

    def children(self, parent):
        depth = self.rows[parent]["depth"]
        found = []
        for i in range(parent + 1, len(self.rows)):
            if self.rows[i]["depth"] <= depth:
                break
            if self.rows[i]["depth"] == depth + 1:
                found.append(i)
        return found

    def case_of(self, leaf):
        """The rows under the same WHEN as this leaf, the guard first; [] if it is under none."""
        for i in range(leaf - 1, -1, -1):
            if self.rows[i]["kind"] == "when" and leaf in self.children(i):
                return [self.rows[child] for child in self.children(i)]
        return []


def bounds_of(row):
    """The bounds of a row as numerators, with the denominator."""
    bounds = [row["bound"]]
    if row["operator"] in ("between", "from-to"):
        bounds.append(row["bound_high"])
    return bounds, row["bound_denominator"]


def comfortable(row, base):
    """A value with which the row is met without being close to its bound; base is the ratio's lower fact."""
    (low, *high), denominator = bounds_of(row)
    if high:
        return (low + high[0]) // 2
    if row["operator"] in ("le", "lt"):
        return low * base * 4 // (5 * denominator)
    return -(-low * base * 6 // (5 * denominator))


def revenue_for(tree, leaf):
    """A revenue at which the leaf applies: in its class if it belongs to one, else a solid one."""
    case = tree.case_of(leaf)
    if case:
        return comfortable(case[0], 1)
    return 260 * MILLION


def firm_for(dice, tree, leaf, revenue=None):
    """A strong firm to which the leaf applies and whose other conditions of the same case are met."""
    firm = strong_firm(dice, revenue or revenue_for(tree, leaf))
    for row in tree.case_of(leaf)[1:]:
        base = firm[row["facts"][1]] if row["kind"] == "ratio" else 1
        firm[row["facts"][0]] = max(firm[row["facts"][0]], comfortable(row, base))
    return firm


def at_value(dice, tree, leaf, bound, offset):
    fact = tree.rows[leaf]["facts"][0]
    if fact == "revenue_y1":
        return firm_for(dice, tree, leaf, bound + offset)
    firm = firm_for(dice, tree, leaf)
    firm[fact] = bound + offset
    return firm


def round_up(firm, fact, step):
    """So that a bound of so many parts of this fact is a whole number."""
    firm[fact] += -firm[fact] % step


def at_ratio(dice, tree, leaf, bound, offset):
    firm = firm_for(dice, tree, leaf)
    upper, lower = tree.rows[leaf]["facts"]
    denominator = tree.rows[leaf]["bound_denominator"]
    round_up(firm, lower, denominator)
    firm[upper] = firm[lower] // denominator * bound + offset
    return firm


def at_mean_growth(dice, tree, leaf, bound, offset):
    """Two years of growth at exactly the bound; then the last year is moved."""
    firm = firm_for(dice, tree, leaf)
    denominator = tree.rows[leaf]["bound_denominator"]
    last, middle, first = tree.rows[leaf]["facts"]
    firm[first] -= firm[first] % denominator ** 2
    firm[middle] = firm[first] // denominator * (denominator + bound)
    firm[last] = firm[middle] // denominator * (denominator + bound) + offset
    for year in "123":  # the rest of the accounts follows
        firm["revenue_y" + year] = firm["main_revenue_y" + year] * 100 // 98
    for year in "12":
        firm["rd_expense_y" + year] = share_of(firm["revenue_y" + year], 640)
    return firm


def around_bounds(dice, tree, leaf):
    """The firms one unit below, at and one unit above each bound of a leaf that measures something."""
    row = tree.rows[leaf]
    place = {"value": at_value, "ratio": at_ratio, "mean-growth": at_mean_growth}[row["kind"]]
    for bound in bounds_of(row)[0]:
        for offset in (-1, 0, 1):
            yield place(dice, tree, leaf, bound, offset)


def around_size_limits(dice, program, tree, leaf):
    """Large means large in employees and in revenue, so each limit shows only beyond the other one."""
    large = {"size_sector": INDUSTRY, "employees": 10 ** 6, "revenue_y1": 10 ** 6 * MILLION}
    criterion = tree.rows[leaf]["id"]
    for fact in ("employees", "revenue_y1"):
        limit = program.largest_met(tree.rules, criterion, large, fact, large[fact]) + 1
        for offset in (-1, 0, 1):
            firm = strong_firm(dice, limit + offset if fact == "revenue_y1" else 520 * MILLION)
            firm["employees"] = limit + offset if fact == "employees" else 1600
            yield firm


def other_flag(dice, tree, leaf):
    """The one firm that differs from the others in this flag. Not the title: the groups differ in that."""
    fact = tree.rows[leaf]["facts"][0]
    if fact != "srdi_title":
        firm = firm_for(dice, tree, leaf)
        firm[fact] = 1 - firm[fact]
        yield firm


def boundary_firms(dice, program):
    for tree in (Tree(program, rules) for rules in RULE_SETS):
        for leaf in tree.leaves:
            row = tree.rows[leaf]
            if row["kind"] == "flag":
                firms = other_flag(dice, tree, leaf)
            elif row["kind"] == "sme-size":
                firms = around_size_limits(dice, program, tree, leaf)
            else:
                firms = around_bounds(dice, tree, leaf)
            for firm in firms:
                if "province_rank" not in row["facts"]:
                    firm["province_rank"] = dice.between(2, 15)
                yield with_gaps(dice, firm, 22, keep=row["facts"])


# ------------------------------------------------------------------------------- the 11 titled

def nudge(tree, firm, criterion, offset):
    """Puts the firm at the bound of a criterion, or a unit beside it."""
    row = tree.row(criterion)
    base, denominator = 1, row["bound_denominator"]
    if row["kind"] == "ratio":
        lower = row["facts"][1]
        round_up(firm, lower, denominator)
        base = firm[lower]
    firm[row["facts"][0]] = row["bound"] * base // denominator + offset
    return firm


def on_every_bound(dice, tree):
    """Exactly on each bound of the first revenue class: the least that qualifies."""
    firm = strong_firm(dice, tree.row("class-1-revenue")["bound"])
    for criterion in ("class-1-rd-ratio-y1", "class-1-rd-ratio-y2", "main-share", "debt-ratio", "niche-years",
                      "it-support", "market-share", "rd-body", "class-1-ip"):
        nudge(tree, firm, criterion, 0)
    return steady_growth(tree.row("growth"), firm)


def steady_growth(row, firm):
    """Both rates are at the bound as nearly as whole fen allow: the earlier years are rounded down."""
    last, middle, first = row["facts"]
    denominator, bound = row["bound_denominator"], row["bound"]
    firm[middle] = firm[last] * denominator // (denominator + bound)
    firm[first] = firm[middle] * denominator // (denominator + bound)
    return firm


def titled_firms(dice, program):
    old, new = (Tree(program, rules) for rules in RULE_SETS)

    def firm(million):
        return strong_firm(dice, million * MILLION + dice.between(0, MILLION))

    firms = [
        firm(310), firm(185), firm(142),
        on_every_bound(dice, new),
        nudge(new, firm(128), "class-1-rd-ratio-y1", -1),  # one fen of R&D short
        nudge(new, firm(166), "niche-years", -1),          # one month short
        nudge(new, firm(237), "market-share", -1),         # one basis point short
        nudge(new, firm(119), "debt-ratio", +1),           # one fen of liabilities too many
        {**firm(205), "management_certified": 0},          # neither certificate
        firm(151), firm(274),                              # papers are missing, below
    ]
    for fact in ("market_share", "leading_quality", "province_rank"):
        del firms[9][fact]
    del firms[10]["rd_expense_y2"]
    nudge(old, firms[1], "province-rank", +1)
    for made in firms:
        made["srdi_title"] = 1
    return firms


# ------------------------------------------------------------------------------------ the table

def county(program):
    dice = Dice(SEED)
    firms = titled_firms(dice, program)
    firms += boundary_firms(dice, program)
    firms += [strong_firm(dice, dice.between(105, 390) * MILLION) for _ in range(ONLY_TITLE_MISSING)]
    if len(firms) > COUNT:
        sys.exit(f"{len(firms)} enterprises are needed for the bounds alone; make COUNT larger")
    while len(firms) < COUNT:
        firms.append(with_gaps(dice, ordinary_firm(dice), dice.pick((0, 10, 25, 60))))
    return firms


def column_for_people(column):
    for suffix, (people, decimals) in PEOPLE_UNITS.items():
        if column.endswith(suffix):
            return column[:-len(suffix)] + people, decimals
    return column, 0


def cell(value, decimals):
    """A canonical whole number in the unit of its column: 12345 with two decimals is 123.45."""
    if value is None:
        return ""
    whole, rest = divmod(value, 10 ** decimals)
    return f"{whole}.{rest:0{decimals}d}" if rest else str(whole)


def write_table(program, firms, out):
    used = {fact for firm in firms for fact in firm}
    columns = [(fact, *column_for_people(column)) for fact, column in program.columns.items() if fact in used]
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*LABELS, *(name for _, name, _ in columns)])
    for number, firm in enumerate(firms, 1):
        labels = [f"INV-{number:03d}", f"虚构企业{number:03d} (invented)", REGION]
        writer.writerow(labels + [cell(firm.get(fact), decimals) for fact, _, decimals in columns])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--littlegiant", required=True, metavar="PATH", help="the program")
    parser.add_argument("-o", "--output", metavar="FILE", help="default: standard output")
    arguments = parser.parse_args()
    program = Program(arguments.littlegiant)
    table = io.StringIO()
    write_table(program, county(program), table)
    if arguments.output:
        with open(arguments.output, "w", encoding="utf-8", newline="") as out:
            out.write(table.getvalue())
    else:
        sys.stdout.buffer.write(table.getvalue().encode("utf-8"))


if __name__ == "__main__":
    main()
