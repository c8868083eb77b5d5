# SPDX-License-Identifier: Apache-2.0
"""OpenFisca-core: one Variable per fact and per criterion, thresholds as parameters, a whole population at once.

Written as OpenFisca models are: money in yuan, shares as quotients against a rate. Its numbers are float32 and
int32, and an input that is not given is 0 or false.
"""

import time
from importlib.metadata import version

import numpy as np
from openfisca_core import periods
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

import peer
import rules
from rules import Row
from translate import Translation, above

PERIOD = "2022"
FEN = 100
Enterprise = build_entity(key="enterprise", plural="enterprises", label="An enterprise", is_person=True)


def in_yuan(fact: str, value: int) -> float:
    return value / FEN if rules.facts()[fact].unit == "fen" else value


class Formulas(Translation):
    """Expressions over one enterprise population; thresholds come from the parameters."""

    def __init__(self, ruleset, enterprise, period, parameters):
        super().__init__(ruleset)
        self.ask = lambda name: enterprise(name, period)
        self.parameters = parameters(period)

    def fact(self, name: str) -> np.ndarray:
        return self.ask(name)

    def earlier(self, name: str) -> np.ndarray:
        return self.ask(name)

    def flag(self, row: Row) -> np.ndarray:
        return self.fact(row.facts[0]) if row.bound else ~self.fact(row.facts[0])

    def against(self, row: Row, value: np.ndarray, base: np.ndarray | None = None) -> np.ndarray:
        bounds = getattr(self.parameters, f"c{row.index}")
        if row.op == "between":
            return (value >= bounds.low) & (value <= bounds.high)
        return {"ge": np.greater_equal, "le": np.less_equal}[row.op](value, bounds.low)

    def ratio(self, row: Row) -> np.ndarray:
        a, b = map(self.fact, row.facts)
        return (b > 0) & self.against(row, a / b)

    def growth(self, row: Row) -> np.ndarray:
        y1, y2, y3 = map(self.fact, row.facts)
        return (y2 > 0) & (y3 > 0) & self.against(row, (y1 / y2 + y2 / y3) / 2 - 1)

    def size(self, row: Row) -> np.ndarray:
        sector = self.fact("size_sector") - 1
        small = [self.fact(name) < np.array([in_yuan(name, limits.get(name, -(10**18))) for limits in above(row)],
                                            dtype=np.float32)[sector] for name in row.facts[1:]]
        return small[0] | small[1] | small[2]


def bounds_as_parameters(ruleset) -> dict:
    def value(number: float) -> dict:
        return {"values": {"2022-01-01": {"value": number}}}

    def scaled(row: Row, bound: int) -> float:
        return in_yuan(row.facts[0], bound) if row.kind == "value" else bound / row.denominator
    return {f"c{row.index}": {"low": value(scaled(row, row.bound)), "high": value(scaled(row, row.bound_high))}
            for row in ruleset.leaves}


def input_variable(fact: rules.Fact) -> type[Variable]:
    kind = {"fen": float, "flag": bool}.get(fact.unit, int)
    return type(fact.name, (Variable,), {"value_type": kind, "entity": Enterprise, "label": fact.name,
                                         "definition_period": periods.DateUnit.YEAR})


def verdict_variable(name: str, ruleset) -> type[Variable]:
    row = ruleset.rows[int(name[1:])]

    def formula(enterprise, period, parameters):
        formulas = Formulas(ruleset, enterprise, period, parameters)
        formulas.lapsing.update(i for i in row.children if ruleset.rows[i].kind == "when")
        return formulas.columns(row)[name[0]]
    return type(name, (Variable,), {"value_type": bool, "entity": Enterprise, "label": name, "formula": formula,
                                    "definition_period": periods.DateUnit.YEAR})


def system_of(ruleset, names: list[str]) -> TaxBenefitSystem:
    system = TaxBenefitSystem([Enterprise])
    system.parameters = ParameterNode("", data=bounds_as_parameters(ruleset))
    for fact in ruleset.facts:
        system.add_variable(input_variable(rules.facts()[fact]))
    for name in names:
        system.add_variable(verdict_variable(name, ruleset))
    return system


def population(system: TaxBenefitSystem, rows: int, inputs: dict[str, np.ndarray]):
    simulation = SimulationBuilder().build_default_simulation(system, count=rows)
    for name, values in inputs.items():
        simulation.set_input(name, PERIOD, values)
    return simulation


def main() -> None:
    dataset, repeat, path = peer.arguments()
    ruleset = dataset.ruleset
    names = [f"c{row.index}" for row in ruleset.rows] + [f"n{row.index}" for row in ruleset.rows if row.kind == "when"]
    system = system_of(ruleset, names)
    inputs = {}
    for fact in ruleset.facts:
        given = np.where(dataset.known(fact), dataset.values(fact), 0)
        inputs[fact] = given / FEN if rules.facts()[fact].unit == "fen" else given
    seconds = []
    for _ in range(repeat + 1):
        simulation = population(system, dataset.rows, inputs)
        started = time.perf_counter()
        result = {name: simulation.calculate(name, PERIOD) for name in names}
        seconds.append(time.perf_counter() - started)
    peer.write(path, [peer.code(result[f"c{row.index}"], None, result.get(f"n{row.index}")) for row in ruleset.rows])
    peer.finish(seconds[1:], version("openfisca-core"), "population with its inputs set to arrays of verdicts")


if __name__ == "__main__":
    main()
