"""Styled lines to terminal sequences, by Rich's styles.

Its console, which takes longer to load than a report to judge, is not needed: the lines are laid out
already, and what stands in them is never markup.
"""

from collections.abc import Iterable
from functools import lru_cache

from rich.color import ColorSystem
from rich.style import Style

from anju_cli.formats.layout import Line, Piece


def paint(lines: Iterable[Line]) -> str:
    """The lines with colours, in the sixteen that every terminal has."""
    return "".join("".join(map(_painted, _trimmed(line))) + "\n" for line in lines)


def _painted(piece: Piece) -> str:
    return _style(piece.style).render(piece.text, color_system=ColorSystem.STANDARD) if piece.style else piece.text


def _trimmed(line: Line) -> Line:
    """Without spaces at the end."""
    last = max((index for index, piece in enumerate(line) if piece.text.strip()), default=-1)
    return [
        piece if index < last else piece._replace(text=piece.text.rstrip())
        for index, piece in enumerate(line[: last + 1])
    ]


@lru_cache
def _style(name: str) -> Style:
    return Style.parse(name)
