"""Bytes of a workbook of before 2007 (.xls, and .et of WPS) to the same grids, through xlrd.

xlrd sees only records that were counted (`xls_records`), one sheet at a time. Never raises.
"""

from io import StringIO

import xlrd  # type: ignore[import-untyped]  # its stubs lack what is read here

from anju_cli.readers.sheets.grid import Area, CellValue, Grid, Visibility
from anju_cli.readers.workbooks.areas import SheetAreas
from anju_cli.readers.workbooks.book import Book, BookError, Budget, within
from anju_cli.readers.workbooks.built_in_formats import BUILT_IN
from anju_cli.readers.workbooks.cell_values import boolean_value, error_value, formula_value, number_value, text_value
from anju_cli.readers.workbooks.number_formats import NumberFormat, read_format
from anju_cli.readers.workbooks.xls_compound import CompoundFile
from anju_cli.readers.workbooks.xls_records import Formulas, Records, read_records

_VISIBILITIES: tuple[Visibility, ...] = ("visible", "hidden", "very_hidden")
#: What a compound file is by what stands at its top, where that is no workbook.
_CONTENTS = (("worddocument", "doc"), ("powerpoint document", "presentation"))


def read_xls(raw: bytes) -> Book:
    """The sheets of an XLS file."""
    budget = Budget()
    try:
        within("file", len(raw))
        records = read_records(_stream(raw), budget)
        return _book(records, budget)
    except BookError as error:
        return Book(fault=error.fault)


def _stream(raw: bytes) -> bytes:
    """The stream of a workbook, or an error where the file is another, or is locked, or has macros."""
    file = CompoundFile(raw)
    if "encryptedpackage" in file.entries:
        raise BookError("encrypted")
    name = next((name for name in ("workbook", "book") if name in file.entries), None)
    if name is None:
        content = next((kind for entry, kind in _CONTENTS if entry in file.entries), "compound")
        raise BookError("renamed", content=content)
    if "_vba_project_cur" in file.entries:
        raise BookError("macros")
    return file.stream(name)


def _book(records: Records, budget: Budget) -> Book:
    try:
        return Book(_sheets(records, budget), records.passed)
    except BookError:
        raise
    except Exception as error:
        raise BookError("damaged_sheet", sheet="", cell="", reason="record") from error  # xlrd raises whatever there is


def _sheets(records: Records, budget: Budget) -> tuple[Grid, ...]:
    book = xlrd.open_workbook(
        file_contents=records.stream, logfile=StringIO(), formatting_info=True, on_demand=True, ragged_rows=True
    )
    names = [name.lower() for name in book.sheet_names()]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise BookError("duplicate_sheet", sheet=book.sheet_names()[index])
    tables = _Tables(book, budget)
    return tuple(
        tables.sheet(index, formulas)._replace(filtered=index in records.filtered)
        for index, formulas in enumerate(records.formulas)
    )


class _Tables:
    """What all sheets of a book share."""

    def __init__(self, book: xlrd.Book, budget: Budget) -> None:
        self.book = book
        self.budget = budget
        written = {entry.format_key: entry.format_str for entry in book.format_list}
        codes = {**BUILT_IN, **written}
        self.styles: list[NumberFormat] = [read_format(codes.get(xf.format_key, "General")) for xf in book.xf_list]

    def sheet(self, index: int, formulas: Formulas) -> Grid:
        """The grid of a sheet, which is then let go of."""
        sheet = self.book.sheet_by_index(index)
        rows = {number + 1: row for number in range(sheet.nrows) if (row := self._row(sheet, number, formulas))}
        merges = tuple(Area(low + 1, left + 1, high, right) for low, high, left, right in sheet.merged_cells)
        SheetAreas(rows, self.budget).cover(merges)
        used = {column for row in rows.values() for column in row}
        grid = Grid(
            sheet.name,
            rows,
            frozenset(number for number in rows if _row_is_hidden(sheet, number - 1)),
            frozenset(column for column in used if _column_is_hidden(sheet, column - 1)),
            merges,
            _VISIBILITIES[min(sheet.visibility, 2)],
        )
        self.book.unload_sheet(index)
        return grid

    def _row(self, sheet: xlrd.sheet.Sheet, number: int, formulas: Formulas) -> dict[int, CellValue]:
        row: dict[int, CellValue] = {}
        for column, cell in enumerate(sheet.row(number)):
            outdated = formulas.get((number, column))
            if cell.ctype in {xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK} or (cell.value == "" and outdated is None):
                continue
            value = self._value(cell, sheet)
            row[column + 1] = value if outdated is None else formula_value(value, outdated=outdated)
        return row

    def _value(self, cell: xlrd.sheet.Cell, sheet: xlrd.sheet.Sheet) -> CellValue:
        style = self.styles[cell.xf_index]
        if cell.ctype == xlrd.XL_CELL_TEXT:
            within("cell_text", len(cell.value))
            self.budget.spend("characters", len(cell.value))
            return text_value(cell.value, style)
        if cell.ctype == xlrd.XL_CELL_ERROR:
            return error_value(xlrd.error_text_from_code.get(cell.value, "#N/A"))
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return boolean_value(str(int(bool(cell.value)))) or CellValue("")
        stored = repr(cell.value).removesuffix(".0")
        return number_value(stored, style, from_1904=self.book.datemode == 1, hides_zeros=not sheet.show_zero_values)


def _row_is_hidden(sheet: xlrd.sheet.Sheet, number: int) -> bool:
    row = sheet.rowinfo_map.get(number)
    if row is None:
        return bool(sheet.default_row_hidden)
    return bool(row.hidden) or (row.height == 0 and not row.has_default_height)


def _column_is_hidden(sheet: xlrd.sheet.Sheet, number: int) -> bool:
    column = sheet.colinfo_map.get(number)
    return column is not None and bool(column.hidden or column.width == 0)
