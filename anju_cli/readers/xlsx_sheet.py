"""A sheet's part as a grid: cells as they stream by, merged, hidden and filtered. `<dimension>` is not looked at."""

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from anju_cli.readers.sheets.grid import Area, CellValue, Grid, GridCell, Refusal, Remark, cells_in
from anju_cli.readers.xlsx_formats import NumberFormat
from anju_cli.readers.xlsx_package import BookError, Elements, Package
from anju_cli.readers.xlsx_references import LAST_COLUMN, LAST_ROW, column_number, columns_of, read_area
from anju_cli.readers.xlsx_strings import TextRuns, unescaped
from anju_cli.readers.xlsx_values import boolean_value, error_value, iso_date_value, number_value, text_value
from anju_cli.readers.xlsx_workbook import Conventions, SheetEntry, is_true

_INDEX = re.compile(r"\d{1,7}", re.ASCII)
_ZERO = re.compile(r"0*\.?0*", re.ASCII)
#: Formulas whose values stand in other cells too, which then have no formula of their own.
_SPREADING = frozenset({"array", "dataTable"})
#: Types of cells whose spaces count.
_TEXTS = frozenset({"str", "inlineStr"})
_EMPTY: dict[str, str] = {}

_Reading: TypeAlias = Callable[[str], CellValue | None]


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
        self.rows: dict[int, dict[int, CellValue]] = {}
        self.row: dict[int, CellValue] = {}
        self.row_number = self.column = 0
        self.row_text = ""
        self.row_is_hidden = False
        self.in_row = self.in_cell = False
        self.cell: dict[str, str] = _EMPTY
        self.type = "n"
        self.stored_values: list[str] = []
        self.inline_values: list[str] = []
        self.has_formula = False
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.merges: list[Area] = []
        self.spreads: list[Area] = []
        self.hides_zeros = self.filtered = False
        self.widest = 0
        self.values: dict[tuple[str, str, str | None], CellValue] = {}
        self.readings: dict[str, _Reading] = {
            "s": self._shared,
            "str": lambda stored: text_value(unescaped(stored), self.style()),
            "inlineStr": lambda stored: text_value(stored, self.style()),
            "b": boolean_value,
            "e": error_value,
            "d": iso_date_value,
        }

    @property
    def elements(self) -> Elements:
        """What to do with the elements of the part."""
        starts = {
            **self.runs.starts,
            "worksheet": lambda _: None,
            "sheetView": self._view,
            "sheetPr": self._properties,
            "filterColumn": self._filter,
            "col": self._columns,
            "row": self._start_row,
            "c": self._start_cell,
            "f": self._formula,
            "v": self._start_value,
            "is": self.runs.begin,
            "mergeCell": self._merge,
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
        self._mark_spreads()
        self._mark_covered()
        rows = {number: dict(sorted(self.rows[number].items())) for number in sorted(self.rows)}
        used = {column for row in rows.values() for column in row}
        hidden_columns = frozenset(used & columns_of(self.hidden_columns))
        merges, (name, _, visibility) = tuple(self.merges), self.entry
        return Grid(name, rows, frozenset(self.hidden_rows), hidden_columns, merges, visibility, self.filtered)

    def style(self) -> NumberFormat:
        """The number format of the cell at hand."""
        style = self.tables.styles.get(self.cell.get("s", "0"))
        if style is None:
            raise self._damaged("style")
        return style

    def _damaged(self, reason: str, cell: str | None = None) -> BookError:
        cell = self.cell.get("r", f"{self.row_number}:{self.column}") if cell is None else cell
        return BookError("damaged_sheet", sheet=self.entry.name, cell=cell, reason=reason)

    # What stands around the cells

    def _view(self, attributes: dict[str, str]) -> None:
        if "showZeros" in attributes and not is_true(attributes["showZeros"]):
            self.hides_zeros = True

    def _properties(self, attributes: dict[str, str]) -> None:
        self.filtered = self.filtered or is_true(attributes.get("filterMode"))

    def _filter(self, _: dict[str, str]) -> None:
        self.filtered = True

    def _columns(self, attributes: dict[str, str]) -> None:
        if not is_true(attributes.get("hidden")) and not _is_zero(attributes.get("width")):
            return
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if not _INDEX.fullmatch(first) or not _INDEX.fullmatch(last):
            raise self._damaged("column", cell="")
        self.budget.spend("areas", 1)
        self.hidden_columns.append((int(first), int(last)))

    def _merge(self, attributes: dict[str, str]) -> None:
        self.budget.spend("areas", 1)
        self.merges.append(self._area(attributes.get("ref", "")))

    def _area(self, reference: str) -> Area:
        area = read_area(reference)
        if area is None:
            raise self._damaged("area", cell=reference)
        return area

    # Rows and cells

    def _start_row(self, attributes: dict[str, str]) -> None:
        if self.in_row:
            raise self._damaged("nested")
        self.in_row = True
        self.column = 0
        self.row_number = self._row_number(attributes.get("r"))
        self.row_text = str(self.row_number)
        self.row_is_hidden = is_true(attributes.get("hidden")) or _is_zero(attributes.get("ht"))
        self.row = self.rows.get(self.row_number) or {}

    def _row_number(self, written: str | None) -> int:
        following = str(self.row_number + 1) if written is None else written
        number = int(following) if _INDEX.fullmatch(following) else 0
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
        self.in_cell, self.has_formula = True, False
        self.cell = attributes
        self.type = attributes.get("t", "n")
        self.stored_values, self.inline_values = [], []
        reference = attributes.get("r")
        if reference is None:
            self.column += 1
        else:
            self.column = column_number(reference.removesuffix(self.row_text)) if reference[-1:].isdigit() else 0
        if not 1 <= self.column <= LAST_COLUMN:
            raise self._damaged("reference")

    def _formula(self, attributes: dict[str, str]) -> None:
        self.has_formula = True
        if attributes.get("t") in _SPREADING and ":" in attributes.get("ref", ""):
            self.budget.spend("areas", 1)
            self.spreads.append(self._area(attributes["ref"]))

    def _start_value(self, _: dict[str, str]) -> None:
        self.runs.pieces.clear()

    def _end_value(self) -> None:
        self.stored_values.append(self.runs.piece())

    def _end_inline(self) -> None:
        self.inline_values.append(self.runs.end())

    def _end_cell(self) -> None:
        self.in_cell = False
        texts, stray = self.stored_values, self.inline_values
        if self.type == "inlineStr":
            texts, stray = stray, texts
        if stray:
            raise self._damaged("type")
        if not texts and not self.has_formula:
            return
        value = self._formula_value(texts) if self.has_formula else self._value(texts[0])
        if self.column in self.row or len(texts) > 1:
            raise self._damaged("twice")
        if value.text or self.has_formula:
            self.row[self.column] = value

    def _formula_value(self, texts: list[str]) -> CellValue:
        """The value that was stored with a formula, where it can be trusted."""
        if not texts or not (texts[0] or self.type == "str"):
            return CellValue("", "text", refusal=Refusal("formula_without_value"))
        return self._as_formula(self._value(texts[0]))

    def _as_formula(self, value: CellValue) -> CellValue:
        """A value that a formula gave; nothing new where that is marked already."""
        if self.tables.conventions.outdated:
            return value._replace(refusal=value.refusal or Refusal("formula_outdated"))
        if any(remark.kind == "formula" for remark in value.remarks):
            return value
        return value._replace(remarks=(Remark("formula"), *value.remarks))

    def _value(self, stored: str) -> CellValue:
        """What a stored text says, worked out once for all cells that have the same."""
        if self.type == "n":
            return self._number(stored.strip())
        key = (stored, self.type, self.cell.get("s"))
        value = self.values.get(key)
        if value is None:
            self.values[key] = value = self._read(stored)
        return value

    def _read(self, stored: str) -> CellValue:
        read = self.readings.get(self.type)
        value = read(stored if self.type in _TEXTS else stored.strip()) if read is not None else None
        if value is None:
            raise self._damaged("type")
        return value

    def _number(self, stored: str) -> CellValue:
        from_1904 = self.tables.conventions.from_1904
        return number_value(stored, self.style(), from_1904=from_1904, hides_zeros=self.hides_zeros)

    def _shared(self, stored: str) -> CellValue:
        strings = self.tables.strings
        if not _INDEX.fullmatch(stored) or int(stored) >= len(strings):
            raise self._damaged("string")
        return text_value(strings[int(stored)], self.style())

    # What is known of cells when all are read

    def _mark_spreads(self) -> None:
        for area in self.spreads:
            for cell in self._cells(area):
                self._replace(cell, self._as_formula(cell.value))

    def _mark_covered(self) -> None:
        for area in self.merges:
            for cell in self._cells(area):
                if (cell.row, cell.column) != (area.first_row, area.first_column):
                    self._replace(cell, cell.value._replace(refusal=Refusal("covered")))

    def _cells(self, area: Area) -> list[GridCell]:
        self.widest = self.widest or max(map(len, self.rows.values()), default=0)
        height, width = area.last_row - area.first_row + 1, area.last_column - area.first_column + 1
        self.budget.spend("area_cells", min(height, len(self.rows)) * min(width, self.widest))
        return cells_in(area, self.rows)

    def _replace(self, cell: GridCell, value: CellValue) -> None:
        self.rows[cell.row][cell.column] = value


def _is_zero(measure: str | None) -> bool:
    """Whether a width or height is given and is nothing."""
    return bool(measure) and _ZERO.fullmatch(measure or "") is not None
