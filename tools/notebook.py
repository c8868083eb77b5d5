#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the notebooks of the examples and stores what comes out in them, as a forge shows it.

PYTHONPATH=bindings/python/src LITTLEGIANT_LIBRARY=build/dev/liblittlegiant.so build/venv/bin/python tools/notebook.py
"""

import copy
import pathlib

import nbformat
from nbclient import NotebookClient

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "examples" / "python"


def notebooks() -> list[pathlib.Path]:
    return sorted(FOLDER.glob("*.ipynb"))


def run(stored: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook with the outputs of a run in its folder, in a kernel of this Python."""
    fresh = copy.deepcopy(stored)
    client = NotebookClient(fresh, timeout=120, kernel_name="python3", record_timing=False, coalesce_streams=True)
    client.execute(cwd=str(FOLDER))
    fresh.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return fresh


def main() -> None:
    for path in notebooks():
        fresh = run(nbformat.read(path, as_version=4))
        nbformat.write(fresh, path)
        print(f"{path.name}: {len(fresh.cells)} cells")


if __name__ == "__main__":
    main()
