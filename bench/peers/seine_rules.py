# SPDX-License-Identifier: Apache-2.0
"""seine-rs, its rules: leaves derived as columns, as its guide advises, then one rule per criterion.

Every rule that fires for an enterprise says that the criterion is met. What does not fire is taken
as not met: rules do not tell unknown from not met.
"""

import numpy as np
import pyarrow as pa
import seine_rs
from seine_rs.derive import with_columns

import peer
from peers.seine_derive import NULL, Seine
from translate import Text, WrittenOut


NO_LIMIT = 2**31 - 1


class Conditions(WrittenOut):
    def leaf(self, row) -> Text:
        return Text(f"c{row.index} == true")

    def is_false(self, verdict: Text) -> Text:
        return Text(verdict.text.replace("true", "false"))


def rules_text(columns: list[str], conditions: dict[str, Text]) -> str:
    return "".join(f'rule "{name}" when Firm($id : id, {conditions[name]}) then insert(new Met($id, {i})); end\n'
                   for i, name in enumerate(columns))


def judge(table: pa.Table, leaves: dict, fields: list[str], drl: str):
    derived = pa.table(with_columns(table, **leaves)).select(["id", *fields])
    nothing = pa.array([], pa.int64())
    working_memory = {"Firm": derived, "Met": pa.table({"id": nothing, "column": nothing})}
    return seine_rs.run(drl, working_memory, fire_limit=NO_LIMIT)


def main() -> None:
    dataset, repeat, path = peer.arguments()
    table = dataset.arrow().append_column(NULL, pa.nulls(dataset.rows, pa.bool_()))
    table = table.append_column("id", pa.array(range(dataset.rows), pa.int64()))
    leaves = {f"c{row.index}": Seine(dataset.ruleset).leaf(row).fill_null(False) for row in dataset.ruleset.leaves}
    conditions = Conditions(dataset.ruleset).all()
    columns = list(conditions)
    drl = rules_text(columns, conditions)
    seconds, result = peer.clock(repeat, lambda: judge(table, leaves, list(leaves), drl))
    met = pa.table(result.derived["Met"])
    holds = np.zeros((len(columns), dataset.rows), dtype=bool)
    holds[met.column("column").to_numpy(), met.column("id").to_numpy()] = True
    holds = dict(zip(columns, holds))
    peer.write(path, [peer.code(holds[f"c{row.index}"], None, holds.get(f"n{row.index}"))
                      for row in dataset.ruleset.rows])
    peer.finish(seconds, seine_rs.__version__, "Arrow int64 columns to a table of the criteria that are met")


if __name__ == "__main__":
    main()
