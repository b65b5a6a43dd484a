"""The contracts of import-linter name every module that they are about; `lint-imports` holds them."""

import re
import tomllib
from pathlib import Path

import pytest

from anju_cli.cli import COMMANDS
from anju_cli.formats import FORMATS

ROOT = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]


def named(contract: str) -> set[str]:
    """The modules of the independence contract whose name begins so."""
    found = [one for one in CONTRACTS if one["name"].startswith(contract)]
    assert [contract] == [contract for _ in found]
    return set(found[0]["modules"])


def modules(package: str, *helpers: str) -> set[str]:
    """The modules of a package's folder, but for its helpers."""
    files = (ROOT / "anju_cli" / package).glob("*.py")
    return {f"anju_cli.{package}.{file.stem}" for file in files if file.stem not in ("__init__", *helpers)}


def test_every_command_is_independent() -> None:
    """The contract names each command of the literal table."""
    assert {f"anju_cli.commands.{name}" for name in COMMANDS} == named("Commands")


def test_every_format_is_independent() -> None:
    """The contract names each format of the literal table."""
    assert {f"anju_cli.formats.{name}" for name in FORMATS} <= named("Formats")
    assert {f"anju_cli.formats.trends.{name}" for name in FORMATS} == named("Trend formats")


def test_judging_knows_no_other_method() -> None:
    """No floor that judges may import a comparison, not even by way of another module."""
    (found,) = [contract for contract in CONTRACTS if contract["name"].startswith("Judging never imports")]
    judging = {"comparators", "assessment", "history", "loading", "outcome", "pace", "rules", "run", "comparison"}
    assert judging <= {name.removeprefix("anju_cli.") for name in found["source_modules"]}
    assert (["anju_cli.method_comparison", "anju_cli.other_methods"], False) == (
        found["forbidden_modules"], found.get("allow_indirect_imports", False),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("contract", "package", "helpers"),
    [("Rules", "rules", ("case",)), ("Comparators", "comparators", ("base",))],
)
def test_every_rule_and_comparator_is_independent(contract: str, package: str, helpers: tuple[str, ...]) -> None:
    """The contract names each module of the folder, but for the one that they share."""
    assert modules(package, *helpers) == named(contract)


def test_floors_are_exhaustive() -> None:
    """A new module must choose its floor."""
    layers = [contract for contract in CONTRACTS if contract["type"] == "layers"]
    assert [True] == [one["exhaustive"] for one in layers]


def test_the_readme_shows_the_floors() -> None:
    """The picture in the README has every floor with its modules, in the order that import-linter holds."""
    text = (ROOT / "README.md").read_text("utf-8")
    picture = text[text.index("```\n__main__") + 4 :]
    rows = picture[: picture.index("```")].splitlines()
    names = [re.findall("[a-z_]+", re.split("[\u4e00-\u9fff]", row)[0]) for row in rows]
    (layers,) = [contract["layers"] for contract in CONTRACTS if contract["type"] == "layers"]
    assert [set(row.split(" | ")) for row in layers] == [set(row) for row in names if row]
