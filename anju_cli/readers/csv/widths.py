"""Rows of separated values that do not fit their head: a comma too many moves every cell behind it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import islice, pairwise
from typing import NamedTuple

from anju_cli.characters import clipped, narrow
from anju_cli.places import Cell, Span
from anju_cli.readers.content import Fault
from anju_cli.readers.csv.delimiter import REFUSED, TAKEN
from anju_cli.readers.csv.quotes import is_figure, misquoted
from anju_cli.readers.csv.scanner import Field, Row
from anju_cli.readers.sheets.sheet import Misfits

#: Columns where no bare number is expected; those where one is; and those that say what a row is about.
_WORDS = frozenset({"unit", "source", "note", "reason"})
_NUMBERS = frozenset({"value", "numerator", "denominator", "previous", "was", "now"})
_NAMES = frozenset({"indicator", "id", "region"})
#: A number with its thousands parted, and its parts where the comma was taken for the end of a cell.
_LEADING, _THOUSANDS = r"\s*[+-]?[1-9]\d{0,2}", r"\d{3}(?:\.\d+)?(?:\s*[^\d\s]\D{0,10})?\s*"
_WHOLE, _PLAIN = r"\s*[+-]?\d+\s*", r"\s*[+-]?\d*\.?\d+\s*"
_PLACES = r"\s*\d{1,2}\s*"
_YEAR = r"\s*(?:19|20)\d\d\s*"
#: So many rows say how wide rows are.
_MOST_COMPARED = 1000
#: How a mark that nobody sees is called.
_MARKS = {"\t": "Tab"}


class _Frame(NamedTuple):
    """What rows are held against: the keys and names of columns, how wide the head is as written, and rows are.

    `usual` is how wide most rows are in which no number may be cut.
    """

    delimiter: str
    keys: Mapping[int, str]
    headings: Mapping[int, str]
    width: int
    widths: Counter[int]
    usual: int


def misfits(
    rows: Mapping[int, Row],
    delimiter: str,
    is_indicator: Callable[[str], bool],
    head_row: int,
    keys: Mapping[int, str],
) -> Misfits:
    """Tells the rows from which nothing may be taken below a head. Cells that lack at a row's end are blank ones."""
    frame = _frame(rows, delimiter, head_row, keys)

    def misfit(number: int) -> Fault | None:
        row = rows[number]
        if number == head_row:
            return _joined(row, keys) or _long_head(row, frame)
        fault = next(misquoted(row, frame.headings), None) or _cut_number(row, frame) or _surplus(row, frame)
        return fault or _other_delimiter(row, frame, is_indicator) or _split(row, rows.get(number + 1), frame)

    return misfit


def _frame(rows: Mapping[int, Row], delimiter: str, head_row: int, keys: Mapping[int, str]) -> _Frame:
    head = rows[head_row]
    below = [*islice((row for row in rows.values() if row.number > head_row), _MOST_COMPARED)]
    width = max(head.width, *keys, 0)
    usual = _usual((row.width for row in below if not _parts(row, delimiter, keys)), width)
    headings = {field.column: field.text for field in head.fields}
    return _Frame(delimiter, keys, headings, width, Counter(row.width for row in below), usual)


def _usual(widths: Iterable[int], width: int) -> int:
    """The most frequent width, the smallest of several; of the head where there is none."""
    counts = Counter(widths)
    most = max(counts.values(), default=0)
    return min((width for width, count in counts.items() if count == most), default=width)


def _surplus(row: Row, frame: _Frame) -> Fault | None:
    """More cells than the head has columns. Blank ones at the end are none where most rows have them and fit."""
    if row.width <= frame.width:
        return None
    beyond = [field for field in row.fields if field.column > frame.width and field.text.strip()]
    fits = row.width <= frame.usual and frame.widths[row.width] > 1
    if not beyond and fits and not any(_is_cut(*cells, row, frame) for cells in pairwise(row.fields)):
        return None
    span = _span(row, beyond or row.fields[-1:], frame)
    arguments = {"count": str(row.width), "width": str(frame.width), "written": _name(row, frame)}
    return Fault("ANJ016", span, "surplus", arguments, breaks=False)


def _is_cut(first: Field, second: Field, row: Row, frame: _Frame) -> bool:
    """Whether cells side by side are whole numbers, of which the second stands where none is expected: 28,4."""
    is_pair = second.column == first.column + 1 and _is_part(_WHOLE, first) and _is_part(_WHOLE, second)
    return is_pair and frame.keys.get(first.column) in _NUMBERS and _is_odd(second, row, frame)


def _is_odd(field: Field, row: Row, frame: _Frame) -> bool:
    """Whether a number stands where none is expected: under words or no head, as a numerator with no denominator."""
    key = frame.keys.get(field.column, "")
    filled = {frame.keys.get(field.column) for field in row.fields if field.text.strip()}
    is_headless = not frame.headings.get(field.column, "").strip()
    return key in _WORDS or is_headless or (key == "numerator" and "denominator" not in filled)


def _cut_number(row: Row, frame: _Frame) -> Fault | None:
    """Cells that are one number, cut by its comma: where the row is not as long as others, or one stands oddly."""
    decimals = _decimals(row, frame)
    parts = decimals or _parts(row, frame.delimiter, frame.keys)
    if not parts:
        return None
    last = [field for field in row.fields if field.text.strip()][-1]
    is_last = frame.keys.get(parts[1].column) != "numerator" and parts[-1] is last
    is_ragged = row.width > frame.usual or row.width < frame.width
    if not (is_ragged and (is_last or row.width > frame.width)) and not _is_odd(parts[1], row, frame):
        return None
    number = ",".join(field.text.strip() for field in parts)
    plain = number.replace(",", "." if decimals else "")
    arguments = {"number": number, "plain": plain, "first": parts[0].text.strip()}
    return Fault("ANJ016", _span(row, parts, frame), "cut_number", arguments, breaks=False)


def _parts(row: Row, delimiter: str, keys: Mapping[int, str]) -> list[Field]:
    """The first cells side by side that are parts of a number, of which the first stands where numbers do."""
    for index, field in enumerate(row.fields if delimiter == "," else ()):
        if keys.get(field.column) in _NUMBERS and _is_part(_LEADING, field):
            parts = [field]
            for column, part in enumerate(row.fields[index + 1 :], field.column + 1):
                if part.column != column or not _is_part(_THOUSANDS, part):
                    break
                parts.append(part)
            if len(parts) > 1:
                return parts
    return []


def _decimals(row: Row, frame: _Frame) -> list[Field]:
    """A number and its decimal places, cut by a decimal comma, where the latter stand under no head."""
    for first, second in pairwise(row.fields if frame.delimiter == "," else ()):
        is_bare = not frame.headings.get(second.column, "").strip()
        if is_bare and _is_cut(first, second, row, frame) and _is_part(_PLACES, second):
            return [first, second]
    return []


def _is_part(pattern: str, field: Field) -> bool:
    return not field.quoted and re.fullmatch(pattern, narrow(field.text), re.ASCII) is not None


def _other_delimiter(row: Row, frame: _Frame, is_indicator: Callable[[str], bool]) -> Fault | None:
    """A row whose first cell is a row of its own, parted by something else than the head."""
    first = row.fields[0]
    for mark in (*TAKEN, *REFUSED):
        cells = first.text.split(mark, frame.width) if mark != frame.delimiter else []
        numbers = [cell for cell in cells[1:] if cell.strip()[:1].isdecimal()]
        if numbers and (frame.keys.get(first.column) in {"region", "year"} or is_figure(cells, is_indicator)):
            arguments = {"mark": _MARKS.get(mark, mark), "delimiter": _MARKS.get(frame.delimiter, frame.delimiter)}
            return Fault("ANJ016", _span(row, [first], frame), "other_delimiter", arguments, breaks=False)
    return None


def _joined(head: Row, keys: Mapping[int, str]) -> Fault | None:
    """A head that has a number behind its names: the row below it, without the line end between."""
    for field in head.fields:
        if field.column not in keys and _is_part(_PLAIN, field) and not _is_part(_YEAR, field):
            span = Span(field.start.line + 1, field.start.column + 1, field.end.line + 1, field.end.column + 1)
            return Fault("ANJ016", span, "joined", {"written": field.text.strip()}, breaks=False)
    return None


def _long_head(head: Row, frame: _Frame) -> Fault | None:
    """A head longer than all rows below, with a name too many before its last one: every column behind has moved.

    Where all rows lack the same blank cells at their end, no name is lacking; a table of one column an indicator has no
    columns of other things.
    """
    longest = max((width for width in frame.widths if width > 1), default=frame.width)
    is_wide = [*frame.keys.values()].count("value") > 1
    surplus = [column for column in range(1, max(frame.keys, default=1)) if column not in frame.keys]
    if longest >= frame.width or not any(is_wide or not frame.headings.get(column, "").strip() for column in surplus):
        return None
    arguments = {"width": str(frame.width), "count": str(longest)}
    return Fault("ANJ016", _span(head, head.fields, frame), "long_head", arguments)


def _split(row: Row, below: Row | None, frame: _Frame) -> Fault | None:
    """A row that goes on in the next one, which has no name and as many cells as are lacking."""
    name = next((column for column, key in frame.keys.items() if key in {"indicator", "region"}), 0)
    if below is None or not name or row.width + below.width - 1 not in {frame.width, frame.usual}:
        return None
    names = [field.text.strip()[:1] for field in below.fields if field.column == name]
    has_number = any(_is_part(_PLAIN, field) for field in below.fields)
    if not has_number or not all(initial.isdecimal() or initial in {"", "."} for initial in names):
        return None
    return Fault("ANJ016", _span(row, row.fields[-1:], frame), "split", {"written": _name(row, frame)}, breaks=False)


def _name(row: Row, frame: _Frame) -> str:
    """What a row is about, as far as it says so."""
    named = (field for field in row.fields if frame.keys.get(field.column) in _NAMES)
    return clipped(next(named, row.fields[0]).text.strip(), 40)


def _span(row: Row, fields: list[Field] | tuple[Field, ...], frame: _Frame) -> Span:
    first, last = fields[0], fields[-1]
    cell = Cell("", row.number, first.column, frame.headings.get(first.column, ""))
    return Span(first.start.line + 1, first.start.column + 1, last.end.line + 1, last.end.column + 1, cell)
