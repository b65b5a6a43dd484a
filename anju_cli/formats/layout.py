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

#: What stays together when a long text is folded: a unit (张/千人); a run of Latin letters, digits and
#: signs (27.5 %); or one other character; each with the punctuation around it.
_TOKENS = re.compile(
    r"\s+|[(“‘《〈「\[]*"
    r"(?:[\u4e00-\u9fff]{1,2}/[\u4e00-\u9fff·]{1,5}|[A-Za-z0-9_.,+\-−%‰/:#@~^&=*'’<>≥≤\\]+(?: [%‰])?|[^\s])"
    r"[)”’》〉」\],.;:!?、。，；：)]*"
)


def width_of(line: Line) -> int:
    """How many columns a line takes."""
    return sum(columns(piece.text) for piece in line)


def plain(lines: Iterable[Line]) -> str:
    """The lines as text, without trailing spaces."""
    return "".join("".join(piece.text for piece in line).rstrip() + "\n" for line in lines)


def text_of(lines: Iterable[Line], *, color: bool) -> str:
    """The lines as text, coloured or not."""
    if not color:
        return plain(lines)
    from anju_cli.formats.colour import paint

    return paint(lines)


def pad(text: str, width: int) -> str:
    """`text` filled with spaces to `width` columns."""
    return text + " " * max(width - columns(text), 0)


def fold(
    fields: Iterable[Piece], width: int, indent: int = 0, gap: str = "   ", first: Line | None = None
) -> list[Line]:
    """Fields side by side with `gap` between; a new line where the next one has no room."""
    lines: list[Line] = [list(first or ())]
    for given in fields:
        field = given._replace(text=visible(given.text))
        if not field.text:
            continue
        between = gap if lines[-1] else " " * indent
        if width_of(lines[-1]) + columns(between) + columns(field.text) <= width:
            lines[-1] += [Piece(between), field]
        else:
            lines += [[Piece(" " * indent), row] for row in broken(field, width - indent)]
    return [line for line in lines if line]


def apart(left: Piece, right: Piece, width: int, indent: int = 0) -> list[Line]:
    """Two pieces at the two ends of a line; the second one beneath the first where there is no room."""
    lines = fold([left], width) or [[]]
    room = width - width_of([*lines[-1], right])
    if room > 1:
        lines[-1] += [Piece(" " * room), right]
        return lines
    return lines + fold([right], width, indent)


def broken(piece: Piece, width: int) -> list[Piece]:
    """One piece over several lines of at most `width` columns, where words and numbers stay whole."""
    rows, row, used = [], "", 0
    for token in _TOKENS.findall(visible(piece.text)):
        size = columns(token)
        if row and used + size > width:
            rows.append(row)
            row, used = ("", 0) if token.isspace() else (token, size)
        elif row or not token.isspace():
            row, used = row + token, used + size
    rows.append(row)
    kept = [row.rstrip() for row in rows if row] or [""]
    return [Piece(part, piece.style) for row in kept for part in _cut(row, width)]


def _cut(row: str, width: int) -> list[str]:
    """A word longer than a line is cut: better two halves than a lost end."""
    if columns(row) <= width:
        return [row]
    rows, start, used = [], 0, 0
    for at, character in enumerate(row):
        size = columns(character)
        if used + size > width and at > start:
            rows.append(row[start:at])
            start, used = at, 0
        used += size
    return [*rows, row[start:]]
