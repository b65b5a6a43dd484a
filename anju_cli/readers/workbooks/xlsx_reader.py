"""Bytes of an XLSX file to its sheets as grids. Never raises: why a book is not read is data."""

from anju_cli.readers.sheets.grid import Grid
from anju_cli.readers.workbooks.book import Book, BookError
from anju_cli.readers.workbooks.xlsx_package import Package
from anju_cli.readers.workbooks.xlsx_sheet import BookTables, read_sheet
from anju_cli.readers.workbooks.xlsx_strings import read_strings
from anju_cli.readers.workbooks.xlsx_styles import read_styles
from anju_cli.readers.workbooks.xlsx_workbook import WorkbookPart, read_workbook

#: Sheets that hold no cells.
_WITHOUT_CELLS = frozenset({"chartsheet", "dialogsheet"})


def read_book(raw: bytes) -> Book:
    """The sheets of an XLSX file."""
    try:
        package = Package(raw)
        return _book(package, read_workbook(package))
    except BookError as error:
        return Book(fault=error.fault)


def _book(package: Package, workbook: WorkbookPart) -> Book:
    strings = read_strings(package, workbook.target("sharedStrings"))
    tables = BookTables(strings, read_styles(package, workbook.target("styles")), workbook.conventions)
    sheets = list[Grid]()
    passed: list[str] = []
    for entry in workbook.sheets:
        relation = workbook.relations.get(entry.relation)
        if relation is None or relation.sort not in {"worksheet", *_WITHOUT_CELLS}:
            raise BookError("missing_part", part=entry.name)
        if relation.is_external:
            raise BookError("external_links", target=relation.target)
        if relation.sort == "worksheet":
            sheets.append(read_sheet(package, relation.target, entry, tables))
        else:
            passed.append(entry.name)
    return Book(tuple(sheets), tuple(passed))
