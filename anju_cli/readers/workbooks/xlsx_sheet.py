"""A sheet's part as a grid: cells as they stream by, with their rows and formulas. `<dimension>` is not looked at."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias, TypeVar

from anju_cli.readers.sheets.grid import Area, CellValue, Grid, Refusal
from anju_cli.readers.workbooks.areas import SheetAreas
from anju_cli.readers.workbooks.book import BookError
from anju_cli.readers.workbooks.cell_values import (
    boolean_value,
    error_value,
    formula_value,
    iso_date_value,
    number_value,
    text_value,
)
from anju_cli.readers.workbooks.number_formats import NumberFormat
from anju_cli.readers.workbooks.references import LAST_COLUMN, LAST_ROW, column_number
from anju_cli.readers.workbooks.xlsx_layout import INDEX, SheetLayout, damaged_sheet, is_zero
from anju_cli.readers.workbooks.xlsx_package import Elements, Package
from anju_cli.readers.workbooks.xlsx_strings import TextRuns, unescaped
from anju_cli.readers.workbooks.xlsx_workbook import Conventions, SheetEntry, is_true

#: Formulas whose values stand in other cells too, which then have no formula of their own.
_SPREADING = frozenset({"array", "dataTable"})
#: Types of cells whose spaces count.
_TEXTS = frozenset({"str", "inlineStr"})
_EMPTY: dict[str, str] = {}

_Entry = TypeVar("_Entry")
_Reading: TypeAlias = Callable[["_Sheet", str], CellValue | None]


class BookTables(NamedTuple):
    """What all sheets of a book share."""

    strings: list[str]
    styles: dict[str, NumberFormat]
    conventions: Conventions


def read_sheet(package: Package, part: str, entry: SheetEntry, tables: BookTables) -> Grid:
    """The grid of a sheet."""
    sheet = _Sheet(package, entry, tables)
    package.parse(part, sheet.elements)
    return sheet.grid()


class _Sheet:
    """A sheet while its part is parsed."""

    def __init__(self, package: Package, entry: SheetEntry, tables: BookTables) -> None:
        self.budget = package.budget
        self.entry = entry
        self.tables = tables
        self.runs = TextRuns(package.budget)
        self.layout = SheetLayout(entry.name, package.budget)
        self.rows: dict[int, dict[int, CellValue]] = {}
        self.row: dict[int, CellValue] = {}
        self.row_number = self.column = 0
        self.row_text = ""
        self.row_is_hidden = False
        self.in_row = self.in_cell = False
        self.cell: dict[str, str] = _EMPTY
        self.type = "n"
        self.stored: str | None = None
        self.inline: str | None = None
        self.has_formula = False
        self.hidden_rows: set[int] = set()
        self.spreads: list[Area] = []
        self.numbers: dict[tuple[str, str | None], CellValue] = {}

    @property
    def elements(self) -> Elements:
        """What to do with the elements of the part."""
        starts = {
            **self.runs.starts,
            **self.layout.starts,
            "worksheet": lambda _: None,
            "row": self._start_row,
            "c": self._start_cell,
            "f": self._formula,
            "v": self._start_value,
            "is": self.runs.begin,
        }
        ends = {
            **self.runs.ends,
            "row": self._end_row,
            "c": self._end_cell,
            "v": self._end_value,
            "is": self._end_inline,
        }
        return Elements("worksheet", starts, ends, self.runs.pieces.append)

    def grid(self) -> Grid:
        """The sheet, its rows and columns in order."""
        areas = SheetAreas(self.rows, self.budget)
        for spread in self.spreads:
            for number, column, value in areas.cells(spread):
                self.rows[number][column] = self._as_formula(value)
        layout, (name, _, visibility) = self.layout, self.entry
        areas.cover(layout.merges)
        rows = {number: _in_order(row) for number, row in _in_order(self.rows).items()}
        hidden_columns = layout.hidden_columns(set[int]().union(*rows.values()))
        hidden_rows, merges = frozenset(self.hidden_rows), tuple(layout.merges)
        return Grid(name, rows, hidden_rows, hidden_columns, merges, visibility, layout.filtered)

    def style(self) -> NumberFormat:
        """The number format of the cell at hand."""
        style = self.tables.styles.get(self.cell.get("s", "0"))
        if style is None:
            raise self._damaged("style")
        return style

    def _damaged(self, reason: str, cell: str | None = None) -> BookError:
        cell = self.cell.get("r", f"{self.row_number}:{self.column}") if cell is None else cell
        return damaged_sheet(self.entry.name, cell, reason)

    def _start_row(self, attributes: dict[str, str]) -> None:
        if self.in_row:
            raise self._damaged("nested")
        self.in_row = True
        self.column = 0
        self.row_number = self._row_number(attributes.get("r"))
        self.row_text = str(self.row_number)
        self.row_is_hidden = is_true(attributes.get("hidden")) or is_zero(attributes.get("ht"))
        self.row = self.rows.get(self.row_number) or {}

    def _row_number(self, written: str | None) -> int:
        following = str(self.row_number + 1) if written is None else written
        number = int(following) if INDEX.fullmatch(following) else 0
        if not 1 <= number <= LAST_ROW:
            raise self._damaged("row", cell=written)
        return number

    def _end_row(self) -> None:
        self.in_row = False
        self.runs.settle()
        self.budget.spend("cells", len(self.row))
        if self.row:
            self.rows[self.row_number] = self.row
            if self.row_is_hidden:
                self.hidden_rows.add(self.row_number)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if self.in_cell or not self.in_row:
            raise self._damaged("nested")
        self.in_cell = True
        self.cell = attributes
        self.stored = self.inline = None
        self.has_formula = False
        reference = attributes.get("r")
        if reference is None:
            self.column = column = self.column + 1
        else:
            letters = reference.removesuffix(self.row_text)
            self.column = column = column_number(letters) if letters != reference else 0
        if not 1 <= column <= LAST_COLUMN:
            raise self._damaged("reference")

    def _formula(self, attributes: dict[str, str]) -> None:
        self.has_formula = True
        if attributes.get("t") in _SPREADING and ":" in attributes.get("ref", ""):
            self.spreads.append(self.layout.area(attributes["ref"]))

    def _start_value(self, _: dict[str, str]) -> None:
        self.runs.pieces.clear()

    def _end_value(self) -> None:
        if self.stored is not None:
            raise self._damaged("twice")
        self.stored = self.runs.piece()

    def _end_inline(self) -> None:
        if self.inline is not None:
            raise self._damaged("twice")
        self.inline = self.runs.end()

    def _end_cell(self) -> None:
        self.in_cell = False
        stored, stray, cell = self.stored, self.inline, self.cell
        self.type = cell.get("t", "n")
        if self.type == "inlineStr":
            stored, stray = stray, stored
        if stray is not None:
            raise self._damaged("type")
        if self.has_formula:
            value = self._formula_value(stored)
        elif stored is None:
            return
        else:
            value = self._value(stored)
        if self.column in self.row:
            raise self._damaged("twice")
        if value.text or self.has_formula:
            self.row[self.column] = value

    def _formula_value(self, stored: str | None) -> CellValue:
        """The value that was stored with a formula, where it can be trusted."""
        if stored is None or not (stored or self.type == "str"):
            return CellValue("", "text", refusal=Refusal("formula_without_value"))
        return self._as_formula(self._value(stored))

    def _as_formula(self, value: CellValue) -> CellValue:
        return formula_value(value, outdated=self.tables.conventions.outdated)

    def _value(self, stored: str) -> CellValue:
        """What a stored text says."""
        read = _READINGS.get(self.type)
        value = None if read is None else read(self, stored if self.type in _TEXTS else stored.strip())
        if value is None:
            raise self._damaged("type")
        return value

    def number(self, stored: str) -> CellValue:
        """A number, worked out once for all cells that have the same."""
        key = (stored, self.cell.get("s"))
        value = self.numbers.get(key)
        if value is None:
            from_1904, hides_zeros = self.tables.conventions.from_1904, self.layout.hides_zeros
            value = number_value(stored, self.style(), from_1904=from_1904, hides_zeros=hides_zeros)
            self.numbers[key] = value
        return value

    def shared(self, stored: str) -> CellValue:
        strings = self.tables.strings
        index = int(stored) if INDEX.fullmatch(stored) else len(strings)
        if index >= len(strings):
            raise self._damaged("string")
        return text_value(strings[index], self.style())


#: What a stored text says by the type of its cell. No sheet holds these itself: it would hold itself, and stay.
_READINGS: dict[str, _Reading] = {
    "n": _Sheet.number,
    "s": _Sheet.shared,
    "str": lambda sheet, stored: text_value(unescaped(stored), sheet.style()),
    "inlineStr": lambda sheet, stored: text_value(stored, sheet.style()),
    "b": lambda _, stored: boolean_value(stored),
    "e": lambda _, stored: error_value(stored) if stored.startswith("#") else None,
    "d": lambda _, stored: iso_date_value(stored),
}


def _in_order(table: dict[int, _Entry]) -> dict[int, _Entry]:
    """A table by number; most stand in order as they are."""
    numbers = list(table)
    return table if numbers == sorted(numbers) else dict(sorted(table.items()))
