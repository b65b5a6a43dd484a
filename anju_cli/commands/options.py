"""The options that commands share, and how their texts become values."""

import os
from collections.abc import Callable, Iterable
from typing import Annotated

import typer

from anju_cli.characters import visible
from anju_cli.formats import FORMATS
from anju_cli.numbers import read_year
from anju_cli.run import FAIL_ON
from anju_cli.texts import LANGUAGES
from anju_cli.texts.help import command_line_language, options

SAY = options(command_line_language())

COLOURS = ("auto", "always", "never")
BASES = ("number", "universal", "relative", "direction")


def choice_of(choices: Iterable[str]) -> Callable[[str], str]:
    """A parser that takes one of some words and offers the nearest for any other."""
    words = tuple(choices)

    def parse(value: str) -> str:
        if value in words:
            return value
        listed, close = " ".join(words), near(value, words)
        raise typer.BadParameter(SAY["choice"].format(value=visible(value), choices=listed, near=close))

    return parse


def near(value: str, words: Iterable[str]) -> str:
    """A "did you mean" clause, or nothing."""
    from anju_cli.names import Names

    return guess(Names(dict.fromkeys(words, ())).near(value))


def guess(close: tuple[str, ...]) -> str:
    """What may have been meant, or nothing."""
    return SAY["near"].format(near=" / ".join(close)) if close else ""


def year(value: str) -> int:
    """A year on the command line: four digits."""
    number, noted = read_year(value)
    if number is None or noted:
        raise typer.BadParameter(SAY["year_value"].format(value=visible(value)))
    return number


def complete(choices: Iterable[str]) -> Callable[[str], list[str]]:
    """Completion from a list of words."""
    words = tuple(choices)
    return lambda incomplete: [word for word in words if word.startswith(incomplete)]


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


Paths = Annotated[list[str], typer.Argument(metavar=SAY["paths_metavar"], help=SAY["paths"], show_default=False)]
Targets = Annotated[str | None, typer.Option("--targets", metavar=SAY["file_metavar"], help=SAY["targets_option"])]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar=SAY["format_metavar"],
        help=SAY["format"].format(choices=" ".join(FORMATS)),
        parser=choice_of(FORMATS),
        autocompletion=complete(FORMATS),
    ),
]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar=SAY["file_metavar"], help=SAY["output"])]
Years = Annotated[list[int], typer.Option("--year", metavar=SAY["year_metavar"], help=SAY["year"], parser=year)]
AllYears = Annotated[bool, typer.Option("--all-years", help=SAY["all_years"])]
Departments = Annotated[
    list[str],
    typer.Option(
        "--department", metavar=SAY["department_metavar"], help=SAY["department"], autocompletion=complete_departments
    ),
]
Areas = Annotated[list[str], typer.Option("--area", metavar=SAY["area_metavar"], help=SAY["area"])]
Bases = Annotated[
    list[str],
    typer.Option(
        "--basis",
        metavar=SAY["basis_metavar"],
        help=SAY["basis"],
        parser=choice_of(BASES),
        autocompletion=complete(BASES),
    ),
]
WhatIf = Annotated[
    list[str],
    typer.Option("--what-if", metavar=SAY["what_if_metavar"], help=SAY["what_if"], autocompletion=complete_assumptions),
]
Against = Annotated[str | None, typer.Option("--against", metavar=SAY["file_metavar"], help=SAY["against"])]
FailOn = Annotated[
    list[str],
    typer.Option(
        "--fail-on",
        metavar=SAY["fail_on_metavar"],
        help=SAY["fail_on"].format(choices=" ".join(FAIL_ON)),
        parser=choice_of(FAIL_ON),
        autocompletion=complete(FAIL_ON),
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar=SAY["lang_metavar"],
        help=SAY["lang"],
        parser=choice_of(LANGUAGES),
        autocompletion=complete(LANGUAGES),
    ),
]
Colour = Annotated[
    str,
    typer.Option(
        "--color",
        metavar=SAY["color_metavar"],
        help=SAY["color"],
        parser=choice_of(COLOURS),
        autocompletion=complete(COLOURS),
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help=SAY["verbose"])]
Debug = Annotated[bool, typer.Option("--debug", help=SAY["debug"])]


def language(option: str | None) -> str:
    """--lang, else ANJU_LANG, else Chinese."""
    lang = option or os.environ.get("ANJU_LANG", "")
    return lang if lang in LANGUAGES else "zh"
