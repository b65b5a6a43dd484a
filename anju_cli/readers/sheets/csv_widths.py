"""Rows of separated values that do not fit their head: a comma too many moves every cell behind it."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from anju_cli.characters import clipped, narrow
from anju_cli.places import Cell, Span
from anju_cli.readers.content import Fault
from anju_cli.readers.sheets.csv_quotes import text_behind
from anju_cli.readers.sheets.csv_scanner import Field, Row
from anju_cli.readers.sheets.sheet import Misfits

#: Columns where no bare number is expected; and those where one is.
_WORDS = frozenset({"unit", "source", "note", "reason"})
_NUMBERS = frozenset({"value", "numerator", "denominator", "previous", "was", "now"})
#: Columns that say what a row is about.
_NAMES = frozenset({"indicator", "id", "region"})
#: A number with its thousands parted, and its parts where the comma was taken for the end of a cell.
_LEADING, _THOUSANDS = r"\s*[+-]?[1-9]\d{0,2}", r"\d{3}(?:\.\d+)?(?:\s*[^\d\s]\D{0,10})?\s*"


class _Frame(NamedTuple):
    """What rows are held against: the keys and names of columns, how wide the head is as written, and most rows are."""

    keys: Mapping[int, str]
    headings: Mapping[int, str]
    width: int
    usual: int


def misfits(rows: Mapping[int, Row], delimiter: str, head_row: int, keys: Mapping[int, str]) -> Misfits:
    """The rows below a head from which nothing may be taken. Cells that lack at a row's end are blank ones."""
    below = [row for row in rows.values() if row.number > head_row]
    parts = [_parts(row, keys) if delimiter == "," else [] for row in below]
    head = rows[head_row]
    headings = {field.column: field.text for field in head.fields}
    usual = Counter(row.width for row, cut in zip(below, parts, strict=True) if not cut).most_common(1)
    width = max(head.width, *keys, 0)
    frame = _Frame(keys, headings, width, usual[0][0] if usual else width)
    widths = [0, *(row.width for row in below), 0]
    misfit: dict[int, Fault] = {}
    for row, cut, before, behind in zip(below, parts, widths, widths[2:], strict=False):
        surplus = _surplus(row, frame, {before, behind})
        fault = (_is_open(row, cut, keys) and surplus) or _cut_number(row, cut, frame) or surplus
        fault = fault or next(text_behind(row, headings), None)
        if fault is not None:
            misfit[row.number] = fault
    return misfit


def _surplus(row: Row, frame: _Frame, beside: set[int]) -> Fault | None:
    """More cells than the head has columns. Blank ones at the end are none where the rows beside have them too."""
    beyond = [field for field in row.fields if field.column > frame.width and field.text.strip()]
    if not beyond and (row.width <= frame.width or row.width in beside):
        return None
    last = row.fields[-1]
    name = next((field for field in row.fields if frame.keys.get(field.column) in _NAMES), row.fields[0])
    span = _span(row, beyond[0], beyond[-1], frame) if beyond else _span(row, last, last, frame)
    arguments = {"count": str(row.width), "width": str(frame.width), "written": clipped(name.text.strip(), 40)}
    return Fault("ANJ016", span, "surplus", arguments, breaks=False)


def _is_open(row: Row, parts: list[Field], keys: Mapping[int, str]) -> bool:
    """Whether a comma may as well have cut what stands before: 28,4,960."""
    before = {field.column: field for field in row.fields}.get(parts[0].column - 1) if parts else None
    return before is not None and keys.get(before.column) in _NUMBERS and before.text.strip().isdecimal()


def _cut_number(row: Row, parts: list[Field], frame: _Frame) -> Fault | None:
    """Cells that are one number, cut by its comma: where the row is too long for them, or one stands under words."""
    if not parts:
        return None
    key = frame.keys.get(parts[1].column, "")
    filled = [field for field in row.fields if field.text.strip()]
    lacks_denominator = "denominator" not in {frame.keys.get(field.column) for field in filled}
    is_odd = key in _WORDS or (key == "numerator" and lacks_denominator)
    is_last = key != "numerator" and parts[-1] is filled[-1]
    if not is_odd and (row.width <= frame.usual or not (is_last or row.width > frame.width)):
        return None
    number = ",".join(field.text.strip() for field in parts)
    arguments = {"number": number, "plain": number.replace(",", ""), "first": parts[0].text.strip()}
    return Fault("ANJ016", _span(row, parts[0], parts[-1], frame), "cut_number", arguments, breaks=False)


def _parts(row: Row, keys: Mapping[int, str]) -> list[Field]:
    """The first cells side by side that are parts of a number, of which the first stands where numbers do."""
    for index, field in enumerate(row.fields):
        if keys.get(field.column) in _NUMBERS and _is_part(_LEADING, field):
            behind = row.fields[index + 1 :]
            parts = [field]
            for column, part in enumerate(behind, field.column + 1):
                if part.column != column or not _is_part(_THOUSANDS, part):
                    break
                parts.append(part)
            if len(parts) > 1:
                return parts
    return []


def _is_part(pattern: str, field: Field) -> bool:
    return not field.quoted and re.fullmatch(pattern, narrow(field.text), re.ASCII) is not None


def _span(row: Row, first: Field, last: Field, frame: _Frame) -> Span:
    cell = Cell("", row.number, first.column, frame.headings.get(first.column, ""))
    return Span(first.start.line + 1, first.start.column + 1, last.end.line + 1, last.end.column + 1, cell)
