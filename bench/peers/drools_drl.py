# SPDX-License-Identifier: Apache-2.0
"""Drools: writes the rules as DRL and runs them in Java (drools/). Arguments as in peer.py.

A comparison with null is false, and arithmetic with null is an error, so every leaf asks for null first:
unknown is not met. Growth is judged by a method with BigInteger.
"""

import os
import sys
from pathlib import Path

import peer
import rules
from rules import Row
from translate import Text, WrittenOut

HOME = rules.ROOT / "build/bench/drools"


class Conditions(WrittenOut):
    def leaf(self, row: Row) -> Text:
        known = " && ".join(f"{name} != null" for name in row.facts)
        return Text(f"({known} && {super().leaf(row)})") if self.nulls and row.kind in ("ratio", "sme-size") else \
            super().leaf(row)

    def growth(self, row: Row) -> Text:
        return Text(f"Verdicts.grows({', '.join(row.facts)}, {row.bound}L, {row.denominator}L)")


def rules_text(facts: list[str], type: str, conditions: dict[str, Text]) -> str:
    fields = "".join(f"  {name} : {type}\n" for name in facts)
    text = f"package bench;\nimport bench.Verdicts;\ndeclare Enterprise\n  verdicts : Verdicts\n{fields}end\n"
    for i, (name, condition) in enumerate(conditions.items()):
        text += f'rule "{name}" when $e : Enterprise({condition}) then $e.getVerdicts().holds({i}); end\n'
    return text


def main() -> None:
    dataset, _, out = peer.arguments()
    conditions = Conditions(dataset.ruleset)
    conditions.nulls = dataset.permille
    columns = conditions.all()
    drl = out.with_suffix(".drl")
    drl.write_text(rules_text(dataset.ruleset.facts, "Long" if dataset.permille else "long", columns))
    classpath = f"{HOME}/classes:{HOME}/lib/*"
    os.execvp("java", ["java", "-XX:+UseSerialGC", "-cp", classpath, "bench.DroolsPeer", *sys.argv[1:6], str(drl),
                       *columns])


if __name__ == "__main__":
    main()
