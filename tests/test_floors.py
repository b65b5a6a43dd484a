"""The contracts of import-linter are about every module of a folder; `lint-imports` holds them."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from anju_cli.cli import COMMANDS
from anju_cli.formats import FORMATS
from anju_cli.templates import TEMPLATE_FORMATS

ROOT = Path(__file__).parent.parent
CONTRACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]


def contract(beginning: str) -> dict[str, Any]:
    """The contract whose name begins so."""
    (contract,) = [contract for contract in CONTRACTS if contract["name"].startswith(beginning)]
    return contract


def shared(beginning: str) -> set[str]:
    """The modules that those of a contract may import, as the only ones of their folder."""
    return {line.split(" -> ")[1].rpartition(".")[2] for line in contract(beginning)["ignore_imports"]}


@pytest.mark.parametrize(
    ("beginning", "package", "entries"),
    [
        ("Commands", "commands", COMMANDS),
        ("Formats", "formats", FORMATS),
        ("Trend formats", "formats.trends", FORMATS),
        ("Templates", "templates", TEMPLATE_FORMATS),
        ("Rules", "rules", ("bounds", "forms", "missing", "parts", "size", "years")),
        ("Comparators", "comparators", ("bands", "directions", "grades", "limits", "relatives")),
    ],
)
def test_what_is_in_a_table_is_independent(beginning: str, package: str, entries: Iterable[str]) -> None:
    """The contract is about each module of the folder, a new one too, and no entry of a table is excused."""
    assert [f"anju_cli.{package}.*"] == contract(beginning)["modules"]
    assert set() == shared(beginning) & set(entries)


def test_judging_knows_no_other_method() -> None:
    """No floor that judges may import a comparison, not even by way of another module."""
    judgement = contract("Judging never imports")
    judging = {"comparators", "assessment", "history", "loading", "outcome", "pace", "rules", "run", "comparison"}
    assert judging <= {name.removeprefix("anju_cli.") for name in judgement["source_modules"]}
    assert (["anju_cli.method_comparison", "anju_cli.other_methods"], False) == (
        judgement["forbidden_modules"], judgement.get("allow_indirect_imports", False),
    )  # fmt: skip


@pytest.mark.parametrize("beginning", ["Floors", "Readers", "The two forms of workbooks"])
def test_floors_are_exhaustive(beginning: str) -> None:
    """A new module must choose its floor; within the readers too."""
    assert contract(beginning)["exhaustive"] is True


def test_readers_stand_beside_each_other() -> None:
    """None of them is below another, not even by way of another module."""
    assert ["yaml_reader", "json_reader", "csv", "workbooks"] == contract("Readers")["layers"][0].split(" | ")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_manual_shows_the_floors(lang: str) -> None:
    """The picture for developers has every floor with its modules, in the order that import-linter holds."""
    text = (ROOT / "docs" / lang / "developing.md").read_text("utf-8")
    picture = text[text.index("```\n__main__") + 4 :]
    rows = picture[: picture.index("```")].splitlines()
    names = [re.findall("[a-z_]+", row.partition("  ")[0]) for row in rows if not row.startswith(" ")]
    assert [set(row.split(" | ")) for row in contract("Floors")["layers"]] == [set(row) for row in names]
