"""Bytes of a workbook to the reports in it: which kind of book it is goes by its content, never by its name."""

from collections.abc import Mapping
from types import MappingProxyType

from anju_cli.places import Cell, Span
from anju_cli.readers.content import Content, Fault, Limits, Vocabulary
from anju_cli.readers.own_marks import is_own_sheet
from anju_cli.readers.sheets.interpret import interpret
from anju_cli.readers.sheets.sheet import KINDS
from anju_cli.readers.sheets.sheet_text import text_of_sheets
from anju_cli.readers.workbooks.book import Book, BookFault
from anju_cli.readers.workbooks.file_kinds import COMPOUND
from anju_cli.readers.workbooks.references import read_area
from anju_cli.readers.workbooks.xlsx_reader import read_book

_START = Span(1, 1, 1, 1)
#: The kinds of words for what a book has too much of, by the limit; for all others it has too much in it.
_LIMIT_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "file": "too_large",
        "part": "too_large",
        "unpacked": "too_large",
        "sheets": "too_many_sheets",
        "cell_text": "long_text",
        "parts": "too_complex",
        "names": "too_complex",
        "depth": "too_complex",
        "token": "too_complex",
        "areas": "too_complex",
        "area_cells": "too_complex",
        "formats": "too_complex",
    }
)
#: What a file is by its content, where words for something near say the same.
_CONTENT_KINDS: Mapping[str, str] = MappingProxyType(
    {"doc": "document", "rtf": "document", "compound": "unknown", "database": "unknown", "empty": "unknown"}
)


def read_workbook(raw: bytes, vocabulary: Vocabulary, limits: Limits) -> Content:  # noqa: ARG001 - it has its own
    """The reports of a workbook, whatever it is called."""
    if not raw:
        return Content()
    encoding = "xls" if raw.startswith(COMPOUND) else "xlsx"
    book = _book(raw, encoding)
    if book.fault is not None:
        fault = _unread(book.fault)
        return Content((), (fault,), whole=False, encoding=encoding if fault.span.cell else "")
    text, sheets = text_of_sheets([grid for grid in book.sheets if not is_own_sheet(grid)])
    interpretation = interpret(sheets, vocabulary)
    passed = tuple(_passed(name) for name in book.passed)
    roots, faults = interpretation.roots, (*passed, *interpretation.faults)
    return Content(roots, faults, whole=bool(roots or not faults), text=text, encoding=encoding, kinds=KINDS)


def _book(raw: bytes, encoding: str) -> Book:
    if encoding == "xlsx":
        return read_book(raw)
    from anju_cli.readers.workbooks.xls_reader import read_xls

    return read_xls(raw)


def _passed(name: str) -> Fault:
    """A sheet that holds no cells: a chart, say."""
    return Fault("ANJ118", Span(1, 1, 1, 1, Cell(name, 1, 1)), "without_cells", {"sheet": name}, breaks=False)


def _unread(fault: BookFault) -> Fault:
    """Why a book is not read, in the words of its kind; at the cell, where it is one."""
    kind, arguments = fault.kind, dict(fault.arguments)
    if kind in {"renamed", "another_package"}:
        content = arguments["content"]
        return Fault("ANJ015", _START, _CONTENT_KINDS.get(content, content), arguments)
    if kind == "too_much":
        limit = _LIMIT_KINDS.get(arguments["limit"], "too_many_cells")
        if limit == "too_large":
            arguments["most"] = str(int(arguments["most"]) // 1_000_000)
        return Fault("ANJ015", _START, limit, arguments)
    area = read_area(arguments.get("cell", ""))
    cell = Cell(arguments["sheet"], area.first_row, area.first_column) if area else None
    return Fault("ANJ015", Span(1, 1, 1, 1, cell), kind, arguments)
