"""Lines of styled pieces: folding between fields, never inside a word or a number."""

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from anju_cli.characters import columns, visible


class Piece(NamedTuple):
    """A stretch of one line in one style; styles are Rich's names, empty for none."""

    text: str
    style: str = ""


Line: TypeAlias = list[Piece]

#: What stays together when a long text is folded: a run of Latin letters, digits and signs with the
#: punctuation that closes it, or one other character with the punctuation behind it.
_TOKENS = re.compile(
    r"\s+|[(“‘《〈「\[]*(?:[A-Za-z0-9_.,+\-−%‰/:#@~^&=*'’<>≥≤\\]+|[^\s])[)”’》〉」\],.;:!?、。，；：)]*"
)


def width_of(line: Line) -> int:
    """How many columns a line takes."""
    return sum(columns(piece.text) for piece in line)


def plain(lines: Iterable[Line]) -> str:
    """The lines as text, without trailing spaces."""
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)


def pad(text: str, width: int) -> str:
    """`text` filled with spaces to `width` columns."""
    return text + " " * max(width - columns(text), 0)


def fold(
    fields: Iterable[Piece], width: int, indent: int = 0, gap: str = "   ", first: Line | None = None
) -> list[Line]:
    """Fields side by side with `gap` between; a new line where the next one has no room."""
    lines: list[Line] = [list(first or ())]
    for field in fields:
        if not field.text:
            continue
        between = gap if lines[-1] else " " * indent
        if width_of(lines[-1]) + columns(between) + columns(field.text) <= width:
            lines[-1] += [Piece(between), field]
        else:
            lines += [[Piece(" " * indent), row] for row in broken(field, width - indent)]
    return [line for line in lines if line]


def broken(piece: Piece, width: int) -> list[Piece]:
    """One piece over several lines of at most `width` columns, where words and numbers stay whole."""
    rows: list[str] = [""]
    for token in _TOKENS.findall(visible(piece.text)):
        if columns(rows[-1]) + columns(token) <= width or not rows[-1]:
            rows[-1] += token if rows[-1] or not token.isspace() else ""
        elif not token.isspace():
            rows.append(token)
    return [Piece(row.rstrip(), piece.style) for row in rows for row in _cut(row.rstrip(), width)] or [piece]


def _cut(row: str, width: int) -> list[str]:
    """A word longer than a line is cut: better two halves than a lost end."""
    rows: list[str] = [""]
    for character in row:
        if columns(rows[-1]) + columns(character) > width and rows[-1]:
            rows.append("")
        rows[-1] += character
    return rows
