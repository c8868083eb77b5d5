# SPDX-License-Identifier: Apache-2.0
"""The stubs list what the library reflects; types hold in the package, the examples and for a user."""

import importlib.util
import os
import pathlib
import subprocess
import sys

import littlegiant
import pytest
from conftest import ROOT

PACKAGE = pathlib.Path(littlegiant.__file__).parent


def written():
    spec = importlib.util.spec_from_file_location("python_stubs", ROOT / "tools" / "python_stubs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.stubs()


@pytest.mark.parametrize("name, text", written().items(), ids=lambda value: value if "\n" not in value else "")
def test_a_stub_is_what_the_library_reflects(name, text):
    assert (PACKAGE / name).read_text(encoding="utf-8") == text, "run tools/python_stubs.py"


@pytest.fixture(scope="module")
def mypy(tmp_path_factory):
    """Runs mypy --strict; it finds the package where Python does, installed or not."""
    installed = "site-packages" in PACKAGE.parts
    environment = {**os.environ, "MYPYPATH": "" if installed else str(PACKAGE.parent)}
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path_factory.mktemp("mypy"))]

    def run(*arguments):
        return subprocess.run(
            [*command, *map(str, arguments)], capture_output=True, encoding="utf-8", cwd=ROOT, env=environment
        )

    return run


@pytest.mark.parametrize(
    "arguments",
    [
        ["-p", "littlegiant"],
        [ROOT / "tools" / "python_stubs.py"],
        sorted((ROOT / "examples" / "python").glob("*.py")),
    ],
    ids=["package", "tool", "examples"],
)
def test_types_hold(mypy, arguments):
    checked = mypy(*arguments)
    assert checked.returncode == 0, checked.stdout


USER = """\
import datetime
from littlegiant import Profile, Verdict, assess, percent, select, wan, yuan

firm = Profile(revenue_y1=yuan("1.5"), employees=120, own_brand=True, market_share=percent(10), size_sector="industry")
reveal_type(firm["revenue_y1"])
reveal_type(firm["employees"])
reveal_type(firm["own_brand"])
reveal_type(assess(firm, select("little-giant", "new", datetime.date(2026, 5, 1))).verdict)
reveal_type(assess(firm, "cn.little-giant.2022")["revenue"].margin)
Profile(revenue_y1=percent(10))
Profile(revenue_y1=138000000)
Profile(revenu_y1=yuan(1))
Profile(own_brand="perhaps")
firm.set(employees=1.5)
yuan(1.5)
Verdict.MAYBE
wan(1) + yuan(1)
wan(1) + percent(1)
"""

SAID = {
    5: 'Revealed type is "littlegiant.quantity.Quantity[Any]"',
    6: 'Revealed type is "int"',
    7: 'Revealed type is "bool"',
    8: 'Revealed type is "littlegiant.enums.Verdict"',
    9: 'Revealed type is "fractions.Fraction | None"',
    10: 'Argument "revenue_y1" to "Profile" has incompatible type',
    11: 'Argument "revenue_y1" to "Profile" has incompatible type "int"',
    12: 'Unexpected keyword argument "revenu_y1"',
    13: 'Argument "own_brand" to "Profile" has incompatible type "str"',
    14: 'Argument "employees" to "set" of "Profile" has incompatible type "float"',
    15: 'Argument 1 to "yuan" has incompatible type "float"',
    16: '"type[Verdict]" has no attribute "MAYBE"',
    18: "Unsupported operand types for +",
}


def test_a_user_is_told_of_mistakes_before_the_program_runs(mypy, tmp_path):
    user = tmp_path / "user.py"
    user.write_text(USER, encoding="utf-8")
    said = {}
    for line in mypy(user).stdout.splitlines():
        if line.startswith(str(user)) and ("error:" in line or "Revealed" in line):
            said.setdefault(int(line.split(":")[1]), line)
    assert said.keys() == SAID.keys()
    for number, part in SAID.items():
        assert part in said[number]
