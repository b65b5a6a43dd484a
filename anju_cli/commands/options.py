"""The options that commands share, and how their texts become values."""

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated

import typer

from anju_cli.characters import visible
from anju_cli.commands import candidates
from anju_cli.formats import FORMATS
from anju_cli.numbers import read_year
from anju_cli.run import FAIL_ON
from anju_cli.texts import LANGUAGES
from anju_cli.texts.help import command_line_language, options

SAY = options(command_line_language())

COLOURS = ("auto", "always", "never")
#: Every kind of target, and how the Chinese texts call it.
BASES = {"number": ("定量",), "universal": ("全覆盖",), "relative": ("对照",), "direction": ("升降",)}


def choice_of(choices: Iterable[str], aliases: Mapping[str, tuple[str, ...]] | None = None) -> Callable[[str], str]:
    """A parser that takes one of some words, or a folded name of one, and offers the nearest for any other."""
    words = tuple(choices)

    def parse(value: str) -> str:
        if value in words:
            return value
        from anju_cli.names import Names

        names = Names(aliases or dict.fromkeys(words, ()))
        match = names.find(value) if aliases else None
        if match is None:
            listed, close = " ".join(words), guess(names.near(value))
            raise typer.BadParameter(SAY["choice"].format(value=visible(value), choices=listed, near=close))
        return match.id

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
        autocompletion=candidates.among(FORMATS),
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
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar=SAY["lang_metavar"],
        help=SAY["lang"],
        parser=choice_of(LANGUAGES),
        autocompletion=candidates.among(LANGUAGES),
    ),
]
Colour = Annotated[
    str,
    typer.Option(
        "--color",
        metavar=SAY["color_metavar"],
        help=SAY["color"],
        parser=choice_of(COLOURS),
        autocompletion=candidates.among(COLOURS),
    ),
]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help=SAY["verbose"])]
Debug = Annotated[bool, typer.Option("--debug", help=SAY["debug"])]


def language(option: str | None) -> str:
    """--lang, else ANJU_LANG, else Chinese."""
    lang = option or os.environ.get("ANJU_LANG", "")
    return lang if lang in LANGUAGES else "zh"
