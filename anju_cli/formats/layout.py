"""Lines of styled pieces: folding between fields, never inside a word or a number."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from anju_cli.characters import columns, visible


class Piece(NamedTuple):
    """A stretch of one line in one style; styles are Rich's names, empty for none."""

    text: str
    style: str = ""


Line: TypeAlias = list[Piece]

#: A file with its line and column, or with a sheet and a cell: an editor takes it whole.
_PLACE = (
    r"[^\s()“”‘’《》,，。;；、:]{1,120}\.[A-Za-z][A-Za-z0-9]{1,4}(?![A-Za-z0-9])"
    r"(?:![^\s()“”‘’《》,，。;；、:!]{1,31}![A-Z]{1,3}\d{1,7}|(?::\d+){0,2})"
)
#: A letter that is not Latin: a range of characters would take longer to compile than to use.
_HAN = r"[^\W\d_A-Za-z]"
#: What stays together wherever there is room: a unit (张/千人); a run of Latin letters, digits and signs; or one other
#: character.
_RUN = (
    rf"{_HAN}{{1,2}}/{_HAN}(?:{_HAN}|·){{0,4}}"
    r"|[A-Za-z0-9_.,+\-−%‰/:#@~^&=*'’<>≥≤\\]+[万亿]?(?: [%‰])?|[^\s]"
)
#: What else does where a line holds it: a document's number; a difference in brackets and a result, in a formula; a
#: number with its unit.
_WORD = (
    rf"{_HAN}{{0,8}}〔\d{{4}}〕\d+号"
    r"|(?<=\()\d[\d.]* - \d[\d.]*(?=\))|[=≈] -?\d[\d.]*"
    rf"|[+−≥≤-]?\d[\d,.]*(?![A-Za-z0-9_:/.,-]) (?:[%‰年]|个百分点|{_HAN}{{1,2}}/(?:{_HAN}|·){{1,5}}"
    rf"|{_HAN}{{1,2}}(?!{_HAN}))"
)
#: What stands between quotation marks, where it is short.
_QUOTED = r"(?<=“)[^”\s]{1,12}(?=”)"
_OPENING, _CLOSING = r"[(“‘《〈「\[]*", r"[)”’》〉」\],.;:!?、。，；：]*"
_NAMES_A_FILE = r"\.[A-Za-z][A-Za-z0-9]"

#: Where a sentence is best broken: behind a stop; else at a bracket or a quotation's end.
_STOPS, _BRACKETS, _ENDS = frozenset(",.;:!?、。，；："), frozenset("(“‘《〈「["), frozenset(")”’》〉」]")


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
    filled = width_of(lines[0])
    for piece in fields:
        field = piece._replace(text=visible(piece.text))
        if not field.text:
            continue
        between = gap if lines[-1] else " " * indent
        room = len(between) + columns(field.text)
        if filled + room <= width:
            lines[-1] += [Piece(between), field]
            filled += room
        else:
            lines += [[Piece(" " * indent), row] for row in broken(field, width - indent)]
            filled = width_of(lines[-1])
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
    widths: list[int] = []
    for token in _tokens(text, width):
        room = columns(token)
        while row and sum(widths) + room > width and not token.isspace():
            end = _pause([*row, token], widths, width)
            rows.append("".join(row[:end]).rstrip())
            start = end + 1 if row[end:] and row[end].isspace() else end
            row, widths = row[start:], widths[start:]
        row.append(token)
        widths.append(room)
    return [Piece(part, piece.style) for words in (*rows, "".join(row)) for part in _cut(words, width)]


@cache
def _pattern(*words: str) -> re.Pattern[str]:
    """Spaces; words and runs, each with the punctuation around it."""
    return re.compile(rf"\s+|{_OPENING}(?:{'|'.join((*words, _RUN))}){_CLOSING}")


def _tokens(text: str, width: int) -> Iterator[str]:
    """What stays together; in parts, a number apart from its unit, where that is wider than a line."""
    places = (_PLACE,) if re.search(_NAMES_A_FILE, text) else ()
    for token in _pattern(_QUOTED, *places, _WORD).findall(text):
        if 2 * len(token) > width and columns(token) > width and not re.search(_PLACE, token):
            yield from _pattern().findall(token)
        else:
            yield token


def _pause(row: list[str], widths: list[int], width: int) -> int:
    """How many tokens of a row that is one too long stay: up to a pause in its latter part, or all but that one."""
    filled = list(accumulate(widths))
    for is_pause, least in ((_is_stop, width * 3 // 5), (_is_word_end, width // 2)):
        for last in range(len(row) - 1, 0, -1):
            if filled[last - 1] < least:
                break
            if is_pause("".join(row[max(last - 2, 0) : last]), row[last]):
                return last
    return len(row) - 1


def _is_stop(before: str, _: str) -> bool:
    """Whether a clause ends."""
    return before.rstrip()[-1:] in _STOPS


def _is_word_end(before: str, behind: str) -> bool:
    """Whether a bracket or a quotation begins or ends, or a word does that is no number with what it counts."""
    bare = before.rstrip()
    ends_word = bare != before and bool(bare) and not bare[-1].isdecimal()
    return ends_word or before[-1:] in _ENDS or behind[:1] in _BRACKETS


def _cut(row: str, width: int) -> list[str]:
    """A word longer than a line is cut, better two halves than a lost end; not a place, which an editor takes whole."""
    if columns(row) <= width or re.fullmatch(_PLACE, row.strip("()“”,.;:、 ")):
        return [row]
    rows, start, used = [], 0, 0
    for at, character in enumerate(row):
        size = columns(character)
        if used + size > width and at > start:
            rows.append(row[start:at])
            start, used = at, 0
        used += size
    return [*rows, row[start:]]
