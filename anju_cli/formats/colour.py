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
    kept = list(line)
    while kept and not kept[-1].text.strip():
        kept.pop()
    return [*kept[:-1], Piece(kept[-1].text.rstrip(), kept[-1].style)] if kept else []


@lru_cache
def _style(name: str) -> Style:
    return Style.parse(name)
