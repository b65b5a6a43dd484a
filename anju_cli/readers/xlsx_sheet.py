"""A sheet's part as a grid: cells as they stream by, merged, hidden and filtered. `<dimension>` is not looked at."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from anju_cli.readers.grid import Area, CellValue, Grid, GridCell, Refusal, Remark, cells_in
from anju_cli.readers.xlsx_formats import NumberFormat
from anju_cli.readers.xlsx_package import BookError, Elements, Package
from anju_cli.readers.xlsx_strings import TextRuns, unescaped
from anju_cli.readers.xlsx_values import boolean_value, error_value, iso_date_value, number_value, text_value
from anju_cli.readers.xlsx_workbook import Conventions, SheetEntry, is_true

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_LETTERS = re.compile(r"[A-Z]{1,3}", re.ASCII)
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
_INDEX = re.compile(r"\d{1,7}", re.ASCII)
_ZERO = re.compile(r"0*\.?0*", re.ASCII)
#: Formulas whose values stand in other cells too, which then have no formula of their own.
_SPREADING = frozenset({"array", "dataTable"})
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


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """`A` is 1, `XFD` the last; 0 where there is no such column."""
    if not _LETTERS.fullmatch(letters):
        return 0
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


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
        self.stored: str | None = None
        self.has_formula = False
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.merges: list[Area] = []
        self.spreads: list[Area] = []
        self.hides_zeros = self.filtered = False
        self.widest = self.cells = 0
        self.values: dict[str, _Reading] = {
            "n": self._number,
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
        hidden_columns = frozenset(used & _columns_of(self.hidden_columns))
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
        ends = [_REFERENCE.fullmatch(end) for end in reference.split(":")]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2:  # noqa: PLR2004 - the two ends of an area
            raise self._damaged("area", cell=reference)
        area = Area(int(first[2]), column_number(first[1]), int(last[2]), column_number(last[1]))
        if area.last_row > _LAST_ROW or area.last_column > _LAST_COLUMN or area != _ordered(area):
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
        if not 1 <= number <= _LAST_ROW:
            raise self._damaged("row", cell=written)
        return number

    def _end_row(self) -> None:
        self.in_row = False
        self.runs.settle()
        self.budget.spend("cells", self.cells)
        self.cells = 0
        if self.row:
            self.rows[self.row_number] = self.row
            if self.row_is_hidden:
                self.hidden_rows.add(self.row_number)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if self.in_cell or not self.in_row:
            raise self._damaged("nested")
        self.in_cell = True
        self.cell = attributes
        self.stored, self.has_formula = None, False
        reference = attributes.get("r")
        if reference is None:
            self.column += 1
        else:
            self.column = column_number(reference.removesuffix(self.row_text)) if reference[-1:].isdigit() else 0
        if not 1 <= self.column <= _LAST_COLUMN:
            raise self._damaged("reference")

    def _formula(self, attributes: dict[str, str]) -> None:
        self.has_formula = True
        if attributes.get("t") in _SPREADING and ":" in attributes.get("ref", ""):
            self.budget.spend("areas", 1)
            self.spreads.append(self._area(attributes["ref"]))

    def _start_value(self, _: dict[str, str]) -> None:
        self.runs.pieces.clear()

    def _end_value(self) -> None:
        text, type_ = self.runs.piece(), self.cell.get("t")
        if type_ != "inlineStr":
            self._store(text if type_ == "str" else text.strip())

    def _end_inline(self) -> None:
        text = self.runs.end()
        if self.cell.get("t") == "inlineStr":
            self._store(text)

    def _store(self, text: str) -> None:
        if self.stored is not None or not self.in_cell:
            raise self._damaged("twice")
        self.stored = text

    def _end_cell(self) -> None:
        self.in_cell = False
        if not self.stored and not self.has_formula:
            return
        type_ = self.cell.get("t", "n")
        value = self._formula_value(type_) if self.has_formula else self._value(type_)
        if not value.text and not self.has_formula:
            return
        if self.column in self.row:
            raise self._damaged("twice")
        self.cells += 1
        self.row[self.column] = value

    def _formula_value(self, type_: str) -> CellValue:
        """The value that was stored with a formula, where it can be trusted."""
        if self.stored is None or (not self.stored and type_ != "str"):
            return CellValue("", "text", refusal=Refusal("formula_without_value"))
        value = self._value(type_)
        if self.tables.conventions.outdated:
            return value._replace(refusal=value.refusal or Refusal("formula_outdated"))
        return value._replace(remarks=(Remark("formula"), *value.remarks))

    def _value(self, type_: str) -> CellValue:
        read = self.values.get(type_)
        value = read(self.stored or "") if read is not None else None
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
                if not cell.value.remarks or cell.value.remarks[0].kind != "formula":
                    remarks = (Remark("formula"), *cell.value.remarks)
                    self._replace(cell, cell.value._replace(remarks=remarks))

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


def _columns_of(ranges: list[tuple[int, int]]) -> set[int]:
    """The columns of ranges, each looked at once however the ranges lie."""
    columns: set[int] = set()
    reach = 0
    for first, last in sorted(ranges):
        columns.update(range(max(first, reach + 1), min(last, _LAST_COLUMN) + 1))
        reach = max(reach, last)
    return columns


def _ordered(area: Area) -> Area:
    rows, columns = sorted((area.first_row, area.last_row)), sorted((area.first_column, area.last_column))
    return Area(rows[0], columns[0], rows[1], columns[1])


def _is_zero(measure: str | None) -> bool:
    """Whether a width or height is given and is nothing."""
    return bool(measure) and _ZERO.fullmatch(measure or "") is not None
