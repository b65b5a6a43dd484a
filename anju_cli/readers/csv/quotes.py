"""Quotes that a table's fields are in: text behind a closing one, and one that was forgotten and swallows rows."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType

from anju_cli.characters import clipped
from anju_cli.places import Cell, Span
from anju_cli.readers.content import Fault
from anju_cli.readers.csv.scanner import Field, Row
from anju_cli.readers.nodes import beginning

#: How many lines of a field, and fields of a line, are looked at for rows that a quote has swallowed.
_MOST_LINES, _MOST_FIELDS = 50, 50
#: A quote that does not stand at the beginning of its field, and so is none.
_SPACED = re.compile(r'\s+"')
#: A table this narrow has no column for notes; a comma in a line is no sign of a row.
_NARROW = 3


def misquoted(row: Row, headings: Mapping[int, str] = MappingProxyType({})) -> Iterator[Fault]:
    """The fields of a row that go on behind their quotes, or whose quote stands too late to hold what is behind it."""
    for field in row.fields:
        behind = field.behind.strip()
        if behind:
            span = _last(field, len(field.behind), row, headings)
            yield Fault("ANJ016", span, "behind_quote", {"written": clipped(behind, 40)}, breaks=False)
        elif not field.quoted and _SPACED.match(field.text) and field.text.count('"') % 2:
            yield Fault("ANJ016", _last(field, len(field.text), row, headings), "before_quote", breaks=False)


def _last(field: Field, length: int, row: Row, headings: Mapping[int, str]) -> Span:
    """The last characters of a field."""
    line, end = field.end.line + 1, field.end.column + 1
    return Span(line, end - length, line, end, Cell("", row.number, field.column, headings.get(field.column, "")))


def first_swallowing(
    rows: Collection[Row], delimiter: str, is_indicator: Callable[[str], bool]
) -> tuple[int, Fault] | None:
    """The first row with a field that holds rows of the table, and the quote that was opened there."""
    usual = Counter(row.width for row in rows).most_common(1)
    width = max(usual[0][0], _NARROW) if usual else _NARROW
    for row in rows:
        for field in row.fields:
            if field.end.line > field.start.line and _holds_rows(field, delimiter, width, is_indicator):
                closed = {"line": str(field.end.line + 1)}
                return row.number, Fault("ANJ016", beginning(field.start), "swallowed", closed)
    return None


def _holds_rows(field: Field, delimiter: str, width: int, is_indicator: Callable[[str], bool]) -> bool:
    """Whether a field of several lines is none: its text goes on, or a line of it is a row of the table."""
    if field.behind.strip():
        return True
    lines = re.split(r"\r\n|[\r\n]", field.text)
    return any(line.count(delimiter) + 1 >= width for line in lines[1:-1]) or any(
        is_figure(line.split(delimiter, _MOST_FIELDS), is_indicator) for line in lines[1:_MOST_LINES]
    )


def is_figure(cells: list[str], is_indicator: Callable[[str], bool]) -> bool:
    """Whether an indicator stands among some cells, and a number behind it."""
    named = next((index for index, cell in enumerate(cells) if cell and is_indicator(cell)), len(cells))
    return any(cell.strip(' "')[:1].isdecimal() for cell in cells[named + 1 :])
