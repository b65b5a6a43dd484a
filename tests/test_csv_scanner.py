"""A text of separated values to rows: as the standard library reads them, and each field with its exact place."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.places import Span
from anju_cli.readers.content import Fault, StoppedError
from anju_cli.readers.csv.scanner import Field, Row, scan
from anju_cli.readers.nodes import Point

#: What tables are made of: text, and all that a scanner may stumble over.
CELLS = st.text(st.sampled_from(list("甲乙a1.5 ,;\t\"\n\r'=")), max_size=6)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6)
DELIMITERS = st.sampled_from(",;\t")
LINE_ENDS = st.sampled_from(["\r\n", "\n", "\r"])


def whole(row: Row) -> list[str]:
    """A row with its empty fields."""
    texts = {part.column: part.text for part in row.fields}
    return [texts.get(column, "") for column in range(1, row.width + 1)]


def covered(text: str, start: Point, end: Point) -> str:
    """What stands from one mark to another."""
    lines = StringIO(text, newline="").readlines() or [""]
    lines += [""]
    part = lines[start.line : end.line + 1]
    part[-1] = part[-1][: end.column]
    return "".join(part)[start.column :]


def scanned(text: str, delimiter: str = ",") -> tuple[list[Row], Fault | None]:
    """The rows of a text, and the fault that ends them."""
    rows: list[Row] = []
    try:
        rows.extend(scan(text, delimiter))
    except StoppedError as stop:
        return rows, stop.fault
    return rows, None


def field(column: int, text: str, line: int, start: int) -> Field:
    """A field without quotes."""
    return Field(column, text, Point(line, start), Point(line, start + len(text)))


def written(rows: list[list[str]], delimiter: str, line_end: str, *, quoted: bool) -> str:
    """Rows as programs write them: every field in quotes, or those that need them."""
    fields = [[_field(cell, delimiter, quoted=quoted) for cell in row] for row in rows]
    return "".join(f"{delimiter.join(row)}{line_end}" for row in fields)


def _field(cell: str, delimiter: str, *, quoted: bool) -> str:
    inner = cell.replace('"', '""')
    return f'"{inner}"' if quoted or not {delimiter, *'"\r\n'}.isdisjoint(cell) else cell


@given(ROWS, DELIMITERS, LINE_ENDS, st.booleans())
def test_rows_are_those_of_the_standard_library(
    rows: list[list[str]], delimiter: str, line_end: str, quoted: bool
) -> None:
    """Whatever rows are written, in whatever dialect, the scanner gives the same rows under the same numbers."""
    text = written(rows, delimiter, line_end, quoted=quoted)
    texts = {row.number: whole(row) for row in scan(text, delimiter)}
    assert {number: row for number, row in enumerate(rows, 1) if any(row)} == {
        number: row for number, row in texts.items() if any(row)
    }
    assert [row for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter) if any(row)] == [
        row for row in texts.values() if any(row)
    ]


@given(ROWS, DELIMITERS, LINE_ENDS, st.booleans())
def test_a_span_covers_what_is_written(rows: list[list[str]], delimiter: str, line_end: str, quoted: bool) -> None:
    """From a field's start to its end stands the field, quotes and all, and nothing else."""
    text = written(rows, delimiter, line_end, quoted=quoted)
    for row in scan(text, delimiter):
        for part in row.fields:
            assert _field(part.text, delimiter, quoted=part.quoted) == covered(text, part.start, part.end)


@given(st.text(st.sampled_from(list('甲1,;"\n\r')), max_size=40), DELIMITERS)
def test_any_text_is_rows_or_a_fault(text: str, delimiter: str) -> None:
    """No text raises anything but the fault that ends it; fields follow each other, and none reaches into the next."""
    rows, fault = scanned(text, delimiter)
    ends = [Point(0, 0)]
    for row in rows:
        for part in row.fields:
            assert ends[-1] <= part.start < part.end
            ends.append(part.end)
    assert fault is None or (fault.code, fault.kind) == ("ANJ016", "unclosed_quote")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("\n\n\r\n", []),
        (",,,\n,,", []),
        ("a,b", [(1, 2, [field(1, "a", 0, 0), field(2, "b", 0, 2)])]),
        ("\n,,\na,,", [(3, 3, [field(1, "a", 2, 0)])]),
        ("a\rb\r", [(1, 1, [field(1, "a", 0, 0)]), (2, 1, [field(1, "b", 1, 0)])]),
        ('5"管,1', [(1, 2, [field(1, '5"管', 0, 0), field(2, "1", 0, 4)])]),
        ('""', [(1, 1, [Field(1, "", Point(0, 0), Point(0, 2), quoted=True)])]),
        ('"a"b,', [(1, 2, [Field(1, "ab", Point(0, 0), Point(0, 4), quoted=True, behind="b")])]),
        ('"a\r\nb",c', [(1, 2, [Field(1, "a\r\nb", Point(0, 0), Point(1, 2), quoted=True), field(2, "c", 1, 3)])]),
        ("床,甲", [(1, 2, [field(1, "床", 0, 0), field(2, "甲", 0, 2)])]),
    ],
)
def test_a_row_is_what_it_holds(text: str, rows: list[tuple[int, int, list[Field]]]) -> None:
    """What is empty is not there, blank rows are counted, and a quote inside a field stands for itself."""
    assert rows == [(row.number, row.width, list(row.fields)) for row in scan(text, ",")]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ('"', Span(1, 1, 1, 2)),
        ('a,"b\nc,d\n', Span(1, 3, 1, 4)),
        ('a,b\n"c""\n', Span(2, 1, 2, 2)),
        ('"a\nb",\r\n甲,"', Span(3, 3, 3, 4)),
    ],
)
def test_an_unclosed_quote_is_told_where_it_opens(text: str, span: Span) -> None:
    """What stands behind a quote that is never closed is not read, and the quote is named."""
    assert Fault("ANJ016", span, "unclosed_quote") == scanned(text)[1]


def test_rows_before_an_unclosed_quote_are_read() -> None:
    """A fault ends what can be read, not what was."""
    rows = scan('a,b\nc,"d', ",")
    assert ["a", "b"] == whole(next(rows))


@pytest.mark.parametrize(
    ("text", "kind", "limit", "span"),
    [
        ("," * 16_384 + "x", "columns", "16,384", Span(1, 16_385, 1, 16_386)),
        ("a," + "x" * 32_768, "field", "32,767", Span(1, 3, 1, 4)),
        ('"' * 70_000, "field", "32,767", Span(1, 1, 1, 2)),
    ],
)
def test_no_more_than_a_spreadsheet_holds(text: str, kind: str, limit: str, span: Span) -> None:
    """A cell that no spreadsheet could hold ends the reading."""
    assert Fault("ANJ012", span, kind, {"limit": limit}) == scanned(text)[1]


def test_what_a_spreadsheet_can_hold_is_read() -> None:
    """The last column and the longest text are taken."""
    rows = list(scan("," * 16_383 + "x" * 32_767 + "," * 1_000_000, ","))
    assert [(16_384, 32_767)] == [(part.column, len(part.text)) for row in rows for part in row.fields]


@pytest.mark.parametrize("text", ["," * 5_000_000, "\n" * 5_000_000, ",\r\n" * 1_600_000, ",,,,\n" * 1_000_000])
def test_what_is_empty_costs_next_to_nothing(text: str) -> None:
    """Five megabytes of nothing are no rows."""
    assert [] == list(scan(text, ","))
