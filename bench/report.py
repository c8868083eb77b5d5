# SPDX-License-Identifier: Apache-2.0
"""Fills docs/performance.md and draws its charts from a results file, so that no figure is typed.

    python report.py RESULTS.json [EARLIER.json]

EARLIER.json: another run, of which the page shows what was aimed at as well.

Text between the lines `<!-- begin NAME -->` and `<!-- end NAME -->` is written anew.
"""

import io
import json
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt

import rules
from page import digits, fill, table

DOCS = rules.ROOT / "docs"
PAGE = DOCS / "performance.md"
COLOURS = {"engine": "#b3261e", "peer": "#8a94a3"}

# What a peer can say beside the verdicts. Speed and wrong verdicts are measured, this is not.
REASONS = {
    "liblittlegiant": "reason, missing facts, distance", "liblittlegiant, Arrow": "reason, missing facts, distance",
    "DuckDB": "no", "DuckDB, narrow types": "no", "NumPy": "no", "Polars": "no", "seine-rs, columns": "no",
    "OpenFisca": "a trace of formulas, of whole vectors",
    "seine-rs, rules": "which rules fired", "Drools": "which rules fired",
    "ZEN": "a trace of one decision", "json-rules-engine": "conditions that held or not",
}


class Results:
    def __init__(self, path: Path):
        self.told = json.loads(path.read_text())

    def engine(self, group: str, name: str | None = None) -> dict:
        return next(m for m in self.told["engine"][group] if name in (None, m["name"]))

    def peer(self, name: str, permille: int) -> dict | None:
        return next((p for p in self.told["peers"] if (p["name"], p["permille"]) == (name, permille)), None)

    def peer_names(self) -> list[str]:
        return list(dict.fromkeys(p["name"] for p in self.told["peers"]))

    def times_faster(self, name: str, permille: int = 0) -> float:
        peer = self.peer(name, permille)
        return rate(peer["engine_rows"], peer["engine_seconds"]) / rate(peer["rows"], peer["seconds"])

    def of_yardstick(self, name: str) -> float:
        measure = self.engine("main", name)
        return statistics.median(measure["yardstick"]) / statistics.median(measure["seconds"])


def rate(rows: int, seconds: list[float]) -> float:
    return rows / statistics.median(seconds)


def rate_of(measure: dict) -> float:
    return rate(measure["rows"], measure["seconds"])


def nanoseconds(per_second: float) -> str:
    each = 1e9 / per_second
    return f"{each:.0f} ns" if each < 1000 else f"{each / 1000:.3g} µs" if each < 1e6 else f"{each / 1e6:.3g} ms"


# ------------------------------------------------------------------------------------------ tables

def share(part: int, whole: int) -> str:
    """Of a million."""
    return "0" if part == 0 else digits(part / whole * 1e6) if whole else ""


def peer_line(results: Results, name: str) -> list[str]:
    whole, holed = results.peer(name, 0), results.peer(name, 50)
    cells = whole["cells"]
    total = sum(cells.values()) - cells["unknown"]
    line = [name, digits(rate(whole["rows"], whole["seconds"])), nanoseconds(rate(whole["rows"], whole["seconds"])),
            digits(results.times_faster(name)),
            digits(results.times_faster(name, 50)) if holed else "cannot",
            share(cells["wrong"], total), share(cells["refused"], total)]
    if not holed:
        return [*line, "cannot", REASONS[name]]
    return [*line, f"{holed['cells']['guessed'] / holed['cells']['unknown']:.1%}", REASONS[name]]


def contenders(results: Results) -> str:
    main = results.engine("main")
    first = ["**liblittlegiant**", digits(rate_of(main)), nanoseconds(rate_of(main)), "1", "1", "0", "0", "0.0%",
             REASONS["liblittlegiant"]]
    heads = ["one processor", "enterprises/s", "each", "engine faster by", "with 5 % unknown",
             "wrong, of a million", "refused, of a million", "unknown that is guessed", "can say why"]
    return table(heads, [first, *(peer_line(results, name) for name in results.peer_names())])


def memory(results: Results) -> str:
    lines = [[m["name"], digits(rate_of(m) / 1e6), f"{m['input_bytes_per_row']:.0f}",
              digits(rate(m["rows"], m["yardstick"]) / 1e6), f"{results.of_yardstick(m['name']):.0%}"]
             for m in results.told["engine"]["main"]]
    lines += [[m["name"], digits(rate_of(m) / 1e6), f"{m['input_bytes_per_row']:.0f}",
               digits(rate(m["rows"], m["yardstick"]) / 1e6),
               f"{statistics.median(m['yardstick']) / statistics.median(m['seconds']):.0%}"]
              for m in results.told["engine"]["types"]]
    return table(["columns", "million/s", "bytes read each", "plain sum, million/s", "of that"], lines)


def growth(results: Results) -> str:
    lines = [[m["name"], digits(rate_of(m) / 1e6), nanoseconds(rate_of(m))]
             for group in ("outputs", "calls", "profiles") for m in results.told["engine"][group]]
    return table(["what", "million/s", "each"], lines)


def rulesets(results: Results) -> str:
    lines = [[f"`{m['name']}`", str(m["criteria"]), str(m["columns"]), digits(rate_of(m) / 1e6), nanoseconds(rate_of(m))]
             for m in results.told["engine"]["criteria"]]
    return table(["rule set", "criteria", "columns read", "million/s", "each"], lines)


def one(results: Results) -> str:
    """Of missing facts, only by the rule set of this page."""
    shown = {name: each for name, each in results.told["scalar"].items()
             if "missing facts" not in name or results.told["ruleset"] in name}
    return table(["call", "time"], [[name, nanoseconds(1e9 / each)] for name, each in shown.items()])


def csv(results: Results) -> str:
    told = results.told["screen"]
    lines = [[name, f"{statistics.median(told[key]['seconds']):.2f} s",
              digits(rate(told["rows"], told[key]["seconds"])), f"{told[key]['peak_bytes'] / 2**20:.0f} MiB"]
             for name, key in (("`littlegiant screen`", "littlegiant"), ("DuckDB", "duckdb"))]
    text = (f"{told['rows']:,} enterprises, {told['columns']} columns, {told['bytes'] / 1e6:.0f} MB; "
            f"{told['differences']} verdicts differ.\n\n")
    return text + table(["one processor", "time", "enterprises/s", "peak memory"], lines)


def machine(results: Results) -> str:
    told = results.told
    m = told["machine"]
    versions = {p["name"].split(",")[0]: p["version"] for p in told["peers"]}
    ours = versions.pop("liblittlegiant")
    peers = ", ".join(f"{name} {version}" for name, version in versions.items())
    return (f"{told['date']}, `{told['command']}`, liblittlegiant {ours}: {m['processor']} (family {m['family']}, model {m['model']}), "
            f"{m['cores']} processors, L2 {m['l2']}, L3 {m['l3']}, {m['memory_gib']} GiB; {m['system']}; "
            f"{m['compiler']}; engine `{results.engine('main')['kernel']}`; Python {m['python']}, Node {m['node']}, "
            f"{m['java']}. Peers: {peers}.")


def timed(results: Results) -> str:
    seen = {p["name"]: p for p in results.told["peers"]}
    lines = [[name, p["timed"], f"{p['rows']:,}"] for name, p in seen.items()]
    return table(["peer", "from what to what, by the clock", "enterprises"], lines)


# What was aimed at: text, how much is measured, how much is wanted; more is better unless it says "at most".
TARGETS: list[tuple[str, Callable[[Results], float], float, str]] = [
    ("of the plain sum's rate, no unknown", lambda r: 100 * r.of_yardstick("1 thread, 0 % unknown"), 60, "%"),
    ("of the plain sum's rate, 5 % unknown", lambda r: 100 * r.of_yardstick("1 thread, 5 % unknown"), 40, "%"),
    ("two threads over one", lambda r: rate_of(r.engine("main", "2 threads, 0 % unknown")) /
     rate_of(r.engine("main", "1 thread, 0 % unknown")), 1.8, "times"),
    ("faster than DuckDB", lambda r: r.times_faster("DuckDB"), 8, "times"),
    ("faster than DuckDB, 5 % unknown", lambda r: r.times_faster("DuckDB", 50), 8, "times"),
    ("faster than NumPy", lambda r: r.times_faster("NumPy"), 3, "times"),
    ("faster than Polars", lambda r: r.times_faster("Polars"), 3, "times"),
    ("faster than OpenFisca", lambda r: r.times_faster("OpenFisca"), 20, "times"),
    ("faster than ZEN", lambda r: r.times_faster("ZEN"), 1000, "times"),
    ("faster than json-rules-engine", lambda r: r.times_faster("json-rules-engine"), 1000, "times"),
    ("assessment with findings", lambda r: r.told["scalar"]["assessment with findings: all known"] / 1000, -1, "µs"),
    ("one criterion", lambda r: r.told["scalar"]["one leaf, mean over all: all known"], -50, "ns"),
    ("one criterion in words",
     lambda r: r.told["scalar"]["one criterion in words, mean over all: all known"] / 1000, -10, "µs"),
    ("CSV to CSV, time over DuckDB's", lambda r: statistics.median(r.told["screen"]["littlegiant"]["seconds"]) /
     statistics.median(r.told["screen"]["duckdb"]["seconds"]), -1, "times"),
    ("CSV to CSV, peak memory", lambda r: r.told["screen"]["littlegiant"]["peak_bytes"] / 2**20, -64, "MiB"),
]


def measured_and_reached(value: float, wanted: float, unit: str) -> list[str]:
    met = value <= -wanted if wanted < 0 else value >= wanted
    return [f"{digits(value)} {unit}", "yes" if met else "**no**"]


def targets(runs: list[Results]) -> str:
    """The runs side by side, the newest first."""
    lines = [[text, f"{'at most' if wanted < 0 else 'at least'} {digits(abs(wanted))} {unit}",
              *(cell for run in runs for cell in measured_and_reached(measured(run), wanted, unit))]
             for text, measured, wanted, unit in TARGETS]
    return table(["what", "aim", *(head for run in runs for head in (run.told["date"], "reached"))], lines)


# ------------------------------------------------------------------------------------------ charts

def save(figure: plt.Figure, name: str) -> None:
    """As text that git can compare: no date, no spaces at line ends, the licence on top."""
    drawn = io.StringIO()
    figure.savefig(drawn, metadata={"Date": None, "Creator": None}, bbox_inches="tight")
    plt.close(figure)
    first, *lines = drawn.getvalue().splitlines()
    text = "\n".join([first, "<!-- SPDX-License-Identifier: Apache-2.0 -->", *map(str.rstrip, lines)])
    (DOCS / name).write_text(text + "\n")


def draw_contenders(results: Results) -> None:
    main = results.engine("main")
    bars = [("liblittlegiant", rate_of(main))]
    bars += [(name, rate(p["rows"], p["seconds"])) for name in results.peer_names()
             for p in [results.peer(name, 0)]]
    bars.sort(key=lambda bar: bar[1])
    figure, axes = plt.subplots(figsize=(8, 0.38 * len(bars) + 1))
    colours = [COLOURS["engine" if name.startswith("liblittlegiant") else "peer"] for name, _ in bars]
    drawn = axes.barh([name for name, _ in bars], [value for _, value in bars], color=colours)
    axes.bar_label(drawn, [digits(value) for _, value in bars], padding=4)
    axes.set_xscale("log")
    axes.set_xlim(right=max(value for _, value in bars) * 6)
    axes.set_xlabel(f"enterprises a second, one processor, all {main['criteria']} criteria (logarithmic)")
    axes.spines[["top", "right"]].set_visible(False)
    save(figure, "performance.svg")


def draw_growth(results: Results) -> None:
    engine = results.told["engine"]
    whole = [m for m in engine["main"] if m["threads"] == 1]
    panels = [
        ("rows", [(m["rows"], m) for m in engine["rows"]], True),
        ("columns given", [(m["columns"], m) for m in engine["columns"]], False),
        ("criteria of the rule set", [(m["criteria"], m) for m in engine["criteria"]], False),
        ("% of the values unknown", [(m["permille"] / 10, m) for m in whole], False),
    ]
    figure, grid = plt.subplots(1, 4, figsize=(11, 2.6), sharey=True)
    for axes, (label, points, logarithmic) in zip(grid, panels):
        points.sort(key=lambda point: point[0])
        axes.plot([x for x, _ in points], [1e9 / rate_of(m) for _, m in points], "o-", color=COLOURS["engine"])
        axes.set_xlabel(label)
        axes.spines[["top", "right"]].set_visible(False)
        if logarithmic:
            axes.set_xscale("log")
    grid[0].set_ylabel("ns an enterprise")
    grid[0].set_ylim(0, 1.1 * max(1e9 / rate_of(m) for _, points, _ in panels for _, m in points))
    save(figure, "performance-growth.svg")


BLOCKS = {"contenders": contenders, "memory": memory, "growth": growth, "rulesets": rulesets, "one": one, "csv": csv,
          "machine": machine, "timed": timed}


def main() -> None:
    runs = [Results(Path(name)) for name in sys.argv[1:]]
    results = runs[0]
    plt.rcParams.update({"svg.hashsalt": "littlegiant", "svg.fonttype": "none", "font.family": "sans-serif"})
    fill(PAGE, {"targets": targets(runs), **{name: block(results) for name, block in BLOCKS.items()}})
    draw_contenders(results)
    draw_growth(results)


if __name__ == "__main__":
    main()
