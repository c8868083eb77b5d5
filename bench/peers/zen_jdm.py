# SPDX-License-Identifier: Apache-2.0
"""GoRules ZEN engine: one expression node with one expression per criterion, a JSON document per enterprise.

Without nulls the expressions are plain. With nulls a plain comparison is an error that loses the whole
enterprise, so there the null logic is written out by hand in every expression: it can be done.
Decimals have 28 digits; a product beyond them is an error as well.
"""

import json
from importlib.metadata import version

import numpy as np
import zen

import peer
from rules import Row
from translate import Text, Translation, above


class Zen(Text):
    words = ("and", "or", "not")


class Plain(Translation):
    def fact(self, name: str) -> Zen:
        return Zen(name)

    def earlier(self, name: str) -> Zen:
        return Zen(f"$.{name}")


class WithNulls(Plain):
    """null is unknown; a verdict is compared with true or false, which null is neither."""

    def leaf(self, row: Row) -> Zen:
        known = " and ".join(f"{name} != null" for name in row.facts)
        return Zen(f"({known}) ? ({super().leaf(row)}) : null") if row.kind != "sme-size" else self.size(row)

    def where(self, condition: Zen, value: Zen) -> Zen:
        return Zen(f"({condition} ? {value} : null)")

    def size(self, row: Row) -> Zen:
        """Met by one small figure that the sector uses, not met when all of them are known and large."""
        sectors = above(row)
        small = [" or ".join(f"({name} != null and {name} < {limit})" for name, limit in s.items()) for s in sectors]
        large = [" and ".join(f"({name} != null and {name} >= {limit})" for name, limit in s.items()) for s in sectors]
        every = " and ".join(f"({test})" for test in small), " and ".join(f"({test})" for test in large)
        cases = f"({every[0]} ? true : {every[1]} ? false : null)"
        for i in range(len(sectors)):
            cases = f"(size_sector == {i + 1} ? ({small[i]} ? true : {large[i]} ? false : null) : {cases})"
        return Zen(cases)

    def is_false(self, verdict: Zen) -> Zen:
        return Zen(f"({verdict} == false)")

    def when(self, guard: Zen, body: Zen) -> Zen:
        return Zen(f"({guard} == true ? {body} : null)")

    def all_of(self, children: list[int]) -> Zen:
        lapses = {i: f"$.n{i} == true" for i in children if i in self.lapsing}
        fails = " or ".join(f"($.c{i} == false and not ({lapses[i]}))" if i in lapses else f"$.c{i} == false"
                            for i in children)
        holds = " and ".join(f"($.c{i} == true or {lapses[i]})" if i in lapses else f"$.c{i} == true"
                             for i in children)
        return Zen(f"(({fails}) ? false : ({holds}) ? true : null)")

    def any_of(self, children: list[int]) -> Zen:
        lapses = {i: f"$.n{i} == true" for i in children if i in self.lapsing}
        holds = " or ".join(f"($.c{i} == true and not ({lapses[i]}))" if i in lapses else f"$.c{i} == true"
                            for i in children)
        fails = " and ".join(f"($.c{i} == false or {lapses[i]})" if i in lapses else f"$.c{i} == false"
                             for i in children)
        return Zen(f"(({holds}) ? true : ({fails}) ? false : null)")


def decision_of(expressions: dict[str, str]) -> str:
    def node(id: str, kind: str, content: dict | None = None) -> dict:
        return {"id": id, "name": id, "type": kind, "position": {"x": 0, "y": 0}, "content": content or {}}
    rows = [{"id": key, "key": key, "value": value} for key, value in expressions.items()]
    return json.dumps({
        "nodes": [node("in", "inputNode"), node("criteria", "expressionNode", {"expressions": rows}),
                  node("out", "outputNode")],
        "edges": [{"id": "1", "sourceId": "in", "targetId": "criteria", "type": "edge"},
                  {"id": "2", "sourceId": "criteria", "targetId": "out", "type": "edge"}]})


def documents(dataset) -> list[dict]:
    columns = [dataset.arrow().column(name).to_pylist() for name in dataset.names]
    return [dict(zip(dataset.names, values)) for values in zip(*columns)]


def judge(engine: zen.ZenEngine, requests: list[dict]) -> list[dict | None]:
    """None: the engine refused the enterprise."""
    return [answer["data"]["result"] if answer["success"] else None for answer in engine.evaluate_batch(requests)]


def plane(answers: list[dict | None], i: int) -> np.ndarray:
    """What is null is left out of an answer."""
    codes = {True: peer.MET, False: peer.NOT_MET, None: peer.UNKNOWN}
    return np.array([peer.NO_ANSWER if answer is None else peer.NOT_APPLICABLE if answer.get(f"n{i}")
                     else codes[answer.get(f"c{i}")] for answer in answers], dtype=np.uint8)


def main() -> None:
    dataset, repeat, path = peer.arguments()
    expressions = (WithNulls if dataset.permille else Plain)(dataset.ruleset).in_order()
    content = zen.ZenDecisionContent(decision_of({name: str(text) for name, text in expressions}))
    engine = zen.ZenEngine({"loader": lambda key: content})
    requests = [{"key": "rules", "context": document} for document in documents(dataset)]
    seconds, answers = peer.clock(repeat, lambda: judge(engine, requests))
    peer.write(path, [plane(answers, row.index) for row in dataset.ruleset.rows])
    peer.finish(seconds, version("zen-engine"), "Python dictionaries to Python dictionaries, evaluate_batch")


if __name__ == "__main__":
    main()
