"""The options that commands share, and how their texts become values."""

import os
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from anju_cli.characters import visible
from anju_cli.commands import candidates
from anju_cli.commands.choices import choice_of
from anju_cli.formats import FORMATS
from anju_cli.numbers import read_year
from anju_cli.run import FAIL_ON
from anju_cli.texts import LANGUAGES
from anju_cli.texts.help import SAY

#: Every kind of target, and how the Chinese texts call it.
BASES = {"number": ("定量",), "universal": ("全覆盖",), "relative": ("对照",), "direction": ("升降",)}

#: What a report may be divided by, and how the Chinese texts call it.
GROUPINGS = {"department": ("部门",)}


def format_option(key: str, formats: Mapping[str, object]) -> Any:
    """`--format`, one of a table's; its help stands under `key`."""
    return typer.Option(
        "--format",
        "-f",
        metavar=SAY["format_metavar"],
        help=SAY[key].format(choices=" ".join(formats)),
        parser=choice_of(formats),
        autocompletion=candidates.among(formats),
    )


def year(value: str) -> int:
    """A year on the command line: four digits."""
    number, noted = read_year(value)
    if number is None or noted:
        raise typer.BadParameter(SAY["year_value"].format(value=visible(value)))
    return number


Paths = Annotated[list[str], typer.Argument(metavar=SAY["paths_metavar"], help=SAY["paths"], show_default=False)]
Targets = Annotated[str | None, typer.Option("--targets", metavar=SAY["file_metavar"], help=SAY["targets_option"])]
Format = Annotated[str | None, format_option("format", FORMATS)]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar=SAY["by_metavar"],
        help=SAY["by"],
        parser=choice_of(GROUPINGS, GROUPINGS),
        autocompletion=candidates.among((*GROUPINGS, *sum(GROUPINGS.values(), ()))),
    ),
]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar=SAY["file_metavar"], help=SAY["output"])]
Years = Annotated[list[int], typer.Option("--year", metavar=SAY["year_metavar"], help=SAY["year"], parser=year)]
AllYears = Annotated[bool, typer.Option("--all-years", help=SAY["all_years"])]
Departments = Annotated[
    list[str],
    typer.Option(
        "--department", metavar=SAY["department_metavar"], help=SAY["department"], autocompletion=candidates.departments
    ),
]
Areas = Annotated[
    list[str],
    typer.Option("--area", metavar=SAY["area_metavar"], help=SAY["area"], autocompletion=candidates.areas),
]
Bases = Annotated[
    list[str],
    typer.Option(
        "--basis",
        metavar=SAY["basis_metavar"],
        help=SAY["basis"],
        parser=choice_of(BASES, BASES),
        autocompletion=candidates.among((*BASES, *sum(BASES.values(), ()))),
    ),
]
WhatIf = Annotated[
    list[str],
    typer.Option(
        "--what-if", metavar=SAY["what_if_metavar"], help=SAY["what_if"], autocompletion=candidates.assumptions
    ),
]
Marked = Annotated[str | None, typer.Option("--marked", metavar=SAY["path_metavar"], help=SAY["marked"])]
ClearMarks = Annotated[bool, typer.Option("--clear-marks", help=SAY["clear_marks"])]
Against = Annotated[str | None, typer.Option("--against", metavar=SAY["file_metavar"], help=SAY["against"])]
FailOn = Annotated[
    list[str],
    typer.Option(
        "--fail-on",
        metavar=SAY["fail_on_metavar"],
        help=SAY["fail_on"].format(choices=" ".join(FAIL_ON)),
        parser=choice_of(FAIL_ON),
        autocompletion=candidates.among(FAIL_ON),
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help=SAY["verbose"])]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=SAY["quiet"])]
Debug = Annotated[bool, typer.Option("--debug", help=SAY["debug"])]


def language(option: str | None) -> str:
    """--lang, else ANJU_LANG, else Chinese."""
    lang = option or os.environ.get("ANJU_LANG", "")
    return lang if lang in LANGUAGES else "zh"
