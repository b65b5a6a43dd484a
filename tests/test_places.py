"""Places: spans of a text, cells of a sheet, and the checksum of a file."""

import hashlib
import sys

import pytest

from anju_cli.formats.json_values import place
from anju_cli.places import ASSUMED, Cell, Place, Span
from anju_cli.readers import Document, document


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Cell("填报数", 7, 3), "填报数!C7"),
        (Cell("a", 1, 26), "a!Z1"),
        (Cell("a", 1, 27), "a!AA1"),
        (Cell("a", 9, 702), "a!ZZ9"),
        (Cell("a", 9, 703), "a!AAA9"),
    ],
)
def test_a_cell_is_shown_as_spreadsheets_do(cell: Cell, expected: str) -> None:
    """Columns are letters, rows are numbers, the sheet stands before them."""
    assert expected == str(cell)


def test_a_place_has_a_span_or_a_cell() -> None:
    """In JSON a place of a text has lines and columns, a place of a sheet its cell; what it has not is null."""
    lines = {"line": 1, "column": 2, "end_line": 3, "end_column": 4}
    span, cell = (
        Place("a.yaml", span=Span(1, 2, 3, 4)),
        Place("a.xlsx", span=Span(1, 2, 3, 4, Cell("b", 7, 3))),
    )
    assert {"path": "a.yaml", **lines, "cell": None} == place(span)
    assert {"path": "a.xlsx", **dict.fromkeys(lines), "cell": "b!C7"} == place(cell)


def test_an_assumption_stands_in_no_file() -> None:
    """What was assumed on the command line is told from what a file says."""
    assert [True, False] == [Place(ASSUMED).assumed, Place("a.yaml").assumed]


def test_a_checksum_is_the_same_without_the_lean_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the interpreter has no SHA-2 of its own, hashlib gives the same checksum of a file."""
    lean = Document("a.yaml", "甲", "utf-8", "甲".encode()).sha256
    monkeypatch.setitem(sys.modules, document.LEAN, None)
    assert hashlib.sha256("甲".encode()).hexdigest() == lean == Document("a.yaml", "甲", "utf-8", "甲".encode()).sha256
