"""The options that commands share, and how their texts become values."""

import os
from typing import Annotated

import typer

from anju_cli.characters import visible
from anju_cli.commands.choices import SAY, choice_of, complete
from anju_cli.formats import FORMATS
from anju_cli.numbers import read_year
from anju_cli.run import FAIL_ON
from anju_cli.texts import LANGUAGES

BASES = ("number", "universal", "relative", "direction")


def year(value: str) -> int:
    """A year on the command line: four digits."""
    number, noted = read_year(value)
    if number is None or noted:
        raise typer.BadParameter(SAY["year_value"].format(value=visible(value)))
    return number


def complete_indicators(incomplete: str) -> list[str]:
    """Completion from the ids of the catalogue in use."""
    from anju_cli.loading import load_catalogue

    catalogue = load_catalogue().catalogue
    return [id_ for id_ in (catalogue.indicators if catalogue else ()) if id_.startswith(incomplete)]


def complete_assumptions(incomplete: str) -> list[str]:
    """Completion of the indicator before the equals sign."""
    return [f"{id_}=" for id_ in complete_indicators(incomplete)]


def complete_departments(incomplete: str) -> list[str]:
    """Completion from the departments of the catalogue in use."""
    from anju_cli.loading import load_catalogue

    catalogue = load_catalogue().catalogue
    return [name for name in (catalogue.departments if catalogue else ()) if name.startswith(incomplete)]


Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help=SAY["paths"], show_default=False)]
Targets = Annotated[str | None, typer.Option("--targets", metavar="FILE", help=SAY["targets_option"])]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=SAY["format"].format(choices=" ".join(FORMATS)),
        parser=choice_of(FORMATS),
        autocompletion=complete(FORMATS),
    ),
]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help=SAY["output"])]
Years = Annotated[list[int], typer.Option("--year", metavar="YEAR", help=SAY["year"], parser=year)]
AllYears = Annotated[bool, typer.Option("--all-years", help=SAY["all_years"])]
Departments = Annotated[
    list[str],
    typer.Option("--department", metavar="NAME", help=SAY["department"], autocompletion=complete_departments),
]
Areas = Annotated[list[str], typer.Option("--area", metavar="AREA", help=SAY["area"])]
Bases = Annotated[
    list[str],
    typer.Option(
        "--basis", metavar="BASIS", help=SAY["basis"], parser=choice_of(BASES), autocompletion=complete(BASES)
    ),
]
WhatIf = Annotated[
    list[str],
    typer.Option("--what-if", metavar="INDICATOR=VALUE", help=SAY["what_if"], autocompletion=complete_assumptions),
]
Against = Annotated[str | None, typer.Option("--against", metavar="FILE", help=SAY["against"])]
FailOn = Annotated[
    list[str],
    typer.Option(
        "--fail-on",
        metavar="WHAT",
        help=SAY["fail_on"].format(choices=" ".join(FAIL_ON)),
        parser=choice_of(FAIL_ON),
        autocompletion=complete(FAIL_ON),
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help=SAY["verbose"])]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=SAY["quiet"])]
Debug = Annotated[bool, typer.Option("--debug", help=SAY["debug"])]


def language(option: str | None) -> str:
    """--lang, else ANJU_LANG, else Chinese."""
    lang = option or os.environ.get("ANJU_LANG", "")
    return lang if lang in LANGUAGES else "zh"
