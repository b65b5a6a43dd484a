"""A text of separated values as a sheet: its cells with their places, and what is wrong with its form."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from anju_cli.numbers import Written, read_number
from anju_cli.readers.content import Fault, StoppedError
from anju_cli.readers.csv.delimiter import Separation, separation_of
from anju_cli.readers.csv.quotes import first_swallowing, misquoted
from anju_cli.readers.csv.scanner import Row, scan
from anju_cli.readers.csv.widths import misfits
from anju_cli.readers.nodes import Mark, Point, beginning
from anju_cli.readers.sheets.grid import CellValue, Grid
from anju_cli.readers.sheets.sheet import Sheet

#: A table of two hundred regions and a hundred indicators has twenty thousand, in the long layout a hundred thousand.
MOST_CELLS = 100_000
#: What a spreadsheet takes for a formula, behind the apostrophe by which a writer of CSV keeps it from that.
_GUARDED = re.compile(r"'(?=[=+\-@＝＋－＠\t\r\n])")

#: Whether a text is a name that is looked for.
IsName = Callable[[str], bool]


class CsvTable(NamedTuple):
    """A text as far as it could be read, with the faults of its form; `whole` where that is all of it."""

    sheet: Sheet
    faults: tuple[Fault, ...] = ()
    whole: bool = True


def read_table(text: str, is_heading: IsName, is_indicator: IsName) -> CsvTable:
    """The table of a text; the names that a head may have, and those of indicators, tell it from other things."""
    try:
        separation = separation_of(text, is_heading)
    except StoppedError as stop:
        return CsvTable(_sheet({}, ",", is_indicator), (stop.fault,), whole=False)
    rows, stopped = _rows(text, separation)
    swallowing = first_swallowing(rows.values(), separation.delimiter, is_indicator)
    if swallowing is not None:
        number, stopped = swallowing
        rows = {row.number: row for row in rows.values() if row.number < number}
    slips = tuple(fault for row in rows.values() for fault in misquoted(row))
    faults = slips if stopped is None else (*slips, stopped)
    return CsvTable(_sheet(rows, separation.delimiter, is_indicator), faults, stopped is None)


def _rows(text: str, separation: Separation) -> tuple[dict[int, Row], Fault | None]:
    """The rows by their numbers, none of a text that has too many; and the fault that ended them, if there is one."""
    rows: dict[int, Row] = {}
    count = 0
    try:
        for row in scan(text, *separation):
            count += len(row.fields)
            if count > MOST_CELLS:
                return {}, Fault("ANJ012", beginning(row.fields[0].start), "cells", {"limit": f"{MOST_CELLS:,}"})
            rows[row.number] = row
    except StoppedError as stop:
        return rows, stop.fault
    return rows, None


def _sheet(rows: Mapping[int, Row], delimiter: str, is_indicator: IsName) -> Sheet:
    cells = {
        row.number: {field.column: CellValue(_unguarded(field.text)) for field in row.fields if field.text.strip()}
        for row in rows.values()
    }
    grid = Grid("", {number: row for number, row in cells.items() if row})
    return Sheet(grid, partial(_marks, rows), partial(misfits, rows, delimiter, is_indicator))


def _unguarded(text: str) -> str:
    """A text without the apostrophe that keeps it from being a formula; a number is none, and stays as it is."""
    guard = _GUARDED.match(text)
    if guard is None or isinstance(read_number(text[1:]), Written):
        return text
    return text[1:]


def _marks(rows: Mapping[int, Row], number: int, column: int) -> tuple[Mark, Mark]:
    """Where a cell begins and ends; an empty one where the field before it ends."""
    fields = rows[number].fields if number in rows else ()
    before = [field for field in fields if field.column <= column]
    if not before:
        start = fields[0].start if fields else Point(0, 0)
        return start, start
    last = before[-1]
    return (last.start if last.column == column else last.end), last.end
