"""Options that take one of some words, and those that stand before a command or behind it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated

import typer

from anju_cli.characters import visible
from anju_cli.commands.candidates import among
from anju_cli.texts import LANGUAGES
from anju_cli.texts.help import SAY

COLOURS = ("auto", "always", "never")


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


Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar=SAY["lang_metavar"],
        help=SAY["lang"],
        parser=choice_of(LANGUAGES),
        autocompletion=among(LANGUAGES),
    ),
]
Colour = Annotated[
    str,
    typer.Option(
        "--color",
        metavar=SAY["color_metavar"],
        help=SAY["color"],
        parser=choice_of(COLOURS),
        autocompletion=among(COLOURS),
    ),
]
