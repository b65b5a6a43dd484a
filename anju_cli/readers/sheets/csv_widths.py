"""Rows of separated values that do not fit their head: a comma too many moves every cell behind it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from anju_cli.characters import clipped, narrow
from anju_cli.places import Cell, Span
from anju_cli.readers.content import Fault
from anju_cli.readers.sheets.csv_delimiter import REFUSED, TAKEN
from anju_cli.readers.sheets.csv_quotes import is_figure, misquoted
from anju_cli.readers.sheets.csv_scanner import Field, Row
from anju_cli.readers.sheets.sheet import Misfits

#: Columns where no bare number is expected; those where one is; and those that say what a row is about.
_WORDS = frozenset({"unit", "source", "note", "reason"})
_NUMBERS = frozenset({"value", "numerator", "denominator", "previous", "was", "now"})
_NAMES = frozenset({"indicator", "id", "region"})
#: A number with its thousands parted, and its parts where the comma was taken for the end of a cell.
_LEADING, _THOUSANDS = r"\s*[+-]?[1-9]\d{0,2}", r"\d{3}(?:\.\d+)?(?:\s*[^\d\s]\D{0,10})?\s*"
_WHOLE = r"\s*[+-]?\d+\s*"
#: How a mark that nobody sees is called.
_MARKS = {"\t": "Tab"}


class _Frame(NamedTuple):
    """What rows are held against: the keys and names of columns, how wide the head is as written, and rows are.

    `usual` is how wide most rows are in which no number may be cut.
    """

    keys: Mapping[int, str]
    headings: Mapping[int, str]
    width: int
    widths: Mapping[int, int]
    usual: int


def misfits(
    rows: Mapping[int, Row],
    delimiter: str,
    is_indicator: Callable[[str], bool],
    head_row: int,
    keys: Mapping[int, str],
) -> Misfits:
    """The rows below a head from which nothing may be taken. Cells that lack at a row's end are blank ones."""
    below = [row for row in rows.values() if row.number > head_row]
    parts = {row.number: _parts(row, keys) if delimiter == "," else [] for row in below}
    head = rows[head_row]
    width = max(head.width, *keys, 0)
    usual = _usual((row.width for row in below if not parts[row.number]), width)
    headings = {field.column: field.text for field in head.fields}
    frame = _Frame(keys, headings, width, Counter(row.width for row in below), usual)
    faults: dict[int, Fault] = {}
    for row in below:
        fault = next(misquoted(row, headings), None) or _cut_number(row, parts[row.number], frame)
        fault = fault or _surplus(row, frame) or _other_delimiter(row, frame, delimiter, is_indicator)
        if fault is not None:
            faults[row.number] = fault
    return faults


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
    name = next((field for field in row.fields if frame.keys.get(field.column) in _NAMES), row.fields[0])
    span = _span(row, beyond or row.fields[-1:], frame)
    arguments = {"count": str(row.width), "width": str(frame.width), "written": clipped(name.text.strip(), 40)}
    return Fault("ANJ016", span, "surplus", arguments, breaks=False)


def _is_cut(first: Field, second: Field, row: Row, frame: _Frame) -> bool:
    """Whether cells side by side are whole numbers, of which the second stands where none is expected: 28,4."""
    is_pair = second.column == first.column + 1 and _is_part(_WHOLE, first) and _is_part(_WHOLE, second)
    return is_pair and frame.keys.get(first.column) in _NUMBERS and _is_odd(second, row, frame)


def _is_odd(field: Field, row: Row, frame: _Frame) -> bool:
    """Whether a number stands where none is expected: under words, or as a numerator without its denominator."""
    key = frame.keys.get(field.column, "")
    filled = {frame.keys.get(field.column) for field in row.fields if field.text.strip()}
    return key in _WORDS or (key == "numerator" and "denominator" not in filled)


def _cut_number(row: Row, parts: list[Field], frame: _Frame) -> Fault | None:
    """Cells that are one number, cut by its comma: where the row is too long for them, or one stands oddly."""
    if not parts:
        return None
    last = [field for field in row.fields if field.text.strip()][-1]
    is_last = frame.keys.get(parts[1].column) != "numerator" and parts[-1] is last
    is_long = row.width > frame.usual and (is_last or row.width > frame.width)
    if not is_long and not _is_odd(parts[1], row, frame):
        return None
    number = ",".join(field.text.strip() for field in parts)
    arguments = {"number": number, "plain": number.replace(",", ""), "first": parts[0].text.strip()}
    return Fault("ANJ016", _span(row, parts, frame), "cut_number", arguments, breaks=False)


def _parts(row: Row, keys: Mapping[int, str]) -> list[Field]:
    """The first cells side by side that are parts of a number, of which the first stands where numbers do."""
    for index, field in enumerate(row.fields):
        if keys.get(field.column) in _NUMBERS and _is_part(_LEADING, field):
            parts = [field]
            for column, part in enumerate(row.fields[index + 1 :], field.column + 1):
                if part.column != column or not _is_part(_THOUSANDS, part):
                    break
                parts.append(part)
            if len(parts) > 1:
                return parts
    return []


def _is_part(pattern: str, field: Field) -> bool:
    return not field.quoted and re.fullmatch(pattern, narrow(field.text), re.ASCII) is not None


def _other_delimiter(row: Row, frame: _Frame, delimiter: str, is_indicator: Callable[[str], bool]) -> Fault | None:
    """A row whose first cell is a row of its own, parted by something else than the head."""
    first = row.fields[0]
    for mark in (*TAKEN, *REFUSED):
        cells = first.text.split(mark, frame.width) if mark != delimiter else []
        numbers = [cell for cell in cells[1:] if cell.strip()[:1].isdecimal()]
        if numbers and (frame.keys.get(first.column) in {"region", "year"} or is_figure(cells, is_indicator)):
            arguments = {"mark": _MARKS.get(mark, mark), "delimiter": _MARKS.get(delimiter, delimiter)}
            return Fault("ANJ016", _span(row, [first], frame), "other_delimiter", arguments, breaks=False)
    return None


def _span(row: Row, fields: list[Field] | tuple[Field, ...], frame: _Frame) -> Span:
    first, last = fields[0], fields[-1]
    cell = Cell("", row.number, first.column, frame.headings.get(first.column, ""))
    return Span(first.start.line + 1, first.start.column + 1, last.end.line + 1, last.end.column + 1, cell)
