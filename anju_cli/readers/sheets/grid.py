"""A sheet as a grid of cells, the same for a workbook and for CSV: what a person reads there, with remarks as data.

A grid interprets nothing: which row is a head, and which cell a figure, is asked above. It is sparse: one cell far
away costs no more than any other.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

#: What is to be told of a cell whose value is taken: it is shown in per cent; it is a formula's stored value, maybe in
#: a book that is to be calculated anew; its number format shows fewer places than it has, or no sign; it had binary
#: noise; it stands as text; it is money.
RemarkKind: TypeAlias = Literal[
    "percent",
    "formula",
    "formula_outdated",
    "hidden_places",
    "hidden_sign",
    "fifteen_digits",
    "number_as_text",
    "currency",
]
#: Why no figure may be taken from a cell: it is a date; an error value; a formula that was never calculated, or that
#: the book says is to be calculated anew; the sheet shows something else than what is stored; no number at all; it
#: lies under a merged cell, where nobody sees it.
RefusalKind: TypeAlias = Literal[
    "date", "error", "formula_without_value", "formula_outdated", "shown_otherwise", "not_a_number", "covered"
]
#: What a cell holds, whatever it looks like.
CellType: TypeAlias = Literal["text", "number", "boolean", "date", "error"]
Visibility: TypeAlias = Literal["visible", "hidden", "very_hidden"]


class Remark(NamedTuple):
    """Something to be told of a cell; the words are made elsewhere."""

    kind: RemarkKind
    arguments: Mapping[str, str] = MappingProxyType({})


class Refusal(NamedTuple):
    """Why no figure may be taken from a cell."""

    kind: RefusalKind
    arguments: Mapping[str, str] = MappingProxyType({})


class CellValue(NamedTuple):
    """What a cell says. `text` is what a person reads, written for the grammar of numbers.

    The number in it is the one stored, with all its places; of `28%` it is `28`, with the remark.
    """

    text: str
    type: CellType = "text"
    remarks: tuple[Remark, ...] = ()
    refusal: Refusal | None = None

    @property
    def written(self) -> str:
        """The text with its percent sign: what to quote, and what the grammar must see where the unit is another."""
        return (
            f"{self.text}%" if self.remarks and any(remark.kind == "percent" for remark in self.remarks) else self.text
        )


class GridCell(NamedTuple):
    """A cell that holds something; row and column count from one."""

    row: int
    column: int
    value: CellValue


class Area(NamedTuple):
    """A rectangle of cells, both ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


#: Cells by row and column, in order; what is empty is not there.
Rows: TypeAlias = Mapping[int, Mapping[int, CellValue]]


class Grid(NamedTuple):
    """A sheet. Hidden rows and columns are those that hold cells; `filtered` says that a filter is at work."""

    name: str
    rows: Rows
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Area, ...] = ()
    visibility: Visibility = "visible"
    filtered: bool = False

    @property
    def cells(self) -> Iterable[GridCell]:
        """All cells, row by row."""
        return (GridCell(number, column, value) for number, row in self.rows.items() for column, value in row.items())


def cells_in(area: Area, rows: Rows) -> list[GridCell]:
    """The cells of an area, in the time of the smaller of both."""
    last_row, last_column = area.last_row + 1, area.last_column + 1
    return [
        GridCell(number, column, rows[number][column])
        for number in common(range(area.first_row, last_row), rows)
        for column in common(range(area.first_column, last_column), rows[number])
    ]


def common(numbers: range, table: Mapping[int, object]) -> list[int]:
    """The numbers of a range that a table has."""
    if len(numbers) < len(table):
        return [number for number in numbers if number in table]
    return [number for number in table if number in numbers]
