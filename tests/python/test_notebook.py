# SPDX-License-Identifier: Apache-2.0
"""The notebook of the examples runs, and what is stored in it is what comes out."""

import importlib.util

import nbformat
import pytest
from conftest import ROOT


def tool():
    spec = importlib.util.spec_from_file_location("notebook", ROOT / "tools" / "notebook.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = tool()


def shown(cell):
    """The texts of a cell's outputs, and what else is shown: pictures are no text, but must be there."""
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            yield output.name, output.text
        else:
            yield from (
                (kind, None if kind.startswith("image/") else text) for kind, text in sorted(output.data.items())
            )


@pytest.mark.parametrize("path", TOOL.notebooks(), ids=lambda path: path.stem)
def test_a_notebook_shows_what_comes_out(path):
    stored = nbformat.read(path, as_version=4)
    fresh = TOOL.run(stored)
    kinds = {kind for cell in fresh.cells for kind, _ in shown(cell)}
    assert {"stdout", "image/png", "text/html"} <= kinds and "stderr" not in kinds
    for number, (before, after) in enumerate(zip(stored.cells, fresh.cells), 1):
        assert list(shown(before)) == list(shown(after)), f"cell {number} of {path.name}: run tools/notebook.py"
        assert before.get("execution_count") == after.get("execution_count")
