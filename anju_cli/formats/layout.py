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

#: A file with its line and column: an editor takes it whole.
_PLACE = r"[^\s()“”‘’《》,，。;；、:]{1,120}\.[A-Za-z][A-Za-z0-9]{1,4}(?![A-Za-z0-9])(?::\d+){0,2}"
_HAN = "[\u4e00-\u9fff]"
#: What else stays together when a long text is folded: a document's number; a unit (张/千人); a number with its unit; a
#: run of Latin letters, digits and signs; or one other character; each with the punctuation around it.
_WORD = (
    rf"{_HAN}{{0,8}}〔\d{{4}}〕\d+号|{_HAN}{{1,2}}/{_HAN}[\u4e00-\u9fff·]{{0,4}}"
    rf"|[+−≥≤-]?\d[\d,.]*(?![A-Za-z0-9_:/.,-]) (?:[%‰年]|个百分点|{_HAN}{{1,2}}/[\u4e00-\u9fff·]{{1,5}}"
    rf"|{_HAN}{{1,2}}(?!{_HAN}))"
    r"|[A-Za-z0-9_.,+\-−%‰/:#@~^&=*'’<>≥≤\\]+[万亿]?(?: [%‰])?|[^\s]"
)
_AROUND = r"\s+|[(“‘《〈「\[]*(?:{words})[)”’》〉」\],.;:!?、。，；：]*"
_TOKENS = re.compile(_AROUND.format(words=_WORD))
_TOKENS_AND_PLACES = re.compile(_AROUND.format(words=f"{_PLACE}|{_WORD}"))
_NAMES_A_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]")
_WHOLE = re.compile(_PLACE)
_SPACES = re.compile(r"(\s+)")

#: Where a sentence is best broken: behind punctuation; else between words, but not behind a number.
_STOP = re.compile(r"[)”’》〉」\],.;:!?、。，；：]\s*$")
_WORD_END = re.compile(r"[^\d\s]\s+$")


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


def apart(left: Line, right: Piece, width: int, indent: int = 0) -> list[Line]:
    """Pieces at the two ends of a line; the last one beneath the first ones where there is no room."""
    lines = fold(left, width) or [[]]
    room = width - width_of([*lines[-1], right])
    if room > 1:
        lines[-1] += [Piece(" " * room), right]
        return lines
    return lines + fold([right], width, indent)


def broken(piece: Piece, width: int) -> list[Piece]:
    """One piece over several lines of at most `width` columns, where words, numbers and places stay whole."""
    text = visible(piece.text).strip()
    if columns(text) <= width:
        return [Piece(text, piece.style)]
    rows: list[str] = []
    row: list[str] = []
    for token in _tokens(text, width):
        while row and not token.isspace() and columns("".join((*row, token))) > width:
            end = _pause(row, width)
            rows.append("".join(row[:end]).rstrip())
            row = row[end + 1 :] if row[end:] and row[end].isspace() else row[end:]
        row.append(token)
    return [Piece(part, piece.style) for words in (*rows, "".join(row)) for part in _cut(words, width)]


def _tokens(text: str, width: int) -> list[str]:
    """What stays together; a number apart from its unit where both do not fit."""
    tokens: list[str] = (_TOKENS_AND_PLACES if _NAMES_A_FILE.search(text) else _TOKENS).findall(text)
    return [part for token in tokens for part in (_SPACES.split(token) if columns(token) > width else (token,)) if part]


def _pause(row: list[str], width: int) -> int:
    """How many tokens of a full row stay: up to punctuation in its last third, a word's end in its half, or all."""
    for pause, least in ((_STOP, width * 2 // 3), (_WORD_END, width // 2)):
        for last in range(len(row), 0, -1):
            head = "".join(row[:last])
            if columns(head) < least:
                break
            if pause.search(head):
                return last
    return len(row)


def _cut(row: str, width: int) -> list[str]:
    """A word longer than a line is cut, better two halves than a lost end; not a place, which an editor takes whole."""
    if columns(row) <= width or _WHOLE.fullmatch(row.strip("()“”,.;:、 ")):
        return [row]
    rows, start, used = [], 0, 0
    for at, character in enumerate(row):
        size = columns(character)
        if used + size > width and at > start:
            rows.append(row[start:at])
            start, used = at, 0
        used += size
    return [*rows, row[start:]]
