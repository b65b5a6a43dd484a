"""Options that take one of some words, and those that stand before a command or behind it."""

from collections.abc import Callable, Iterable
from typing import Annotated

import typer

from anju_cli.characters import visible
from anju_cli.texts import LANGUAGES
from anju_cli.texts.help import command_line_language, options

SAY = options(command_line_language())

COLOURS = ("auto", "always", "never")


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


def complete(choices: Iterable[str]) -> Callable[[str], list[str]]:
    """Completion from a list of words."""
    words = tuple(choices)
    return lambda incomplete: [word for word in words if word.startswith(incomplete)]


Lang = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="LANG", help=SAY["lang"], parser=choice_of(LANGUAGES), autocompletion=complete(LANGUAGES)
    ),
]
Colour = Annotated[
    str,
    typer.Option(
        "--color", metavar="WHEN", help=SAY["color"], parser=choice_of(COLOURS), autocompletion=complete(COLOURS)
    ),
]
