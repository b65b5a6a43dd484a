"""Random books, written by openpyxl and by XlsxWriter: what is read is what was written, and what openpyxl reads."""

import datetime as dt
from decimal import Decimal
from io import BytesIO
from typing import NamedTuple, TypeAlias

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]  # it has no types, and nobody has written stubs
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter

from anju_cli.numbers import plain
from anju_cli.readers.sheets.grid import Area, CellValue, Grid
from anju_cli.readers.workbooks.book import Book
from anju_cli.readers.workbooks.xlsx_reader import read_book
from tests.workbooks import book_of, formatted, styles

Value: TypeAlias = str | bool | int | Decimal | dt.date


class Sheet(NamedTuple):
    """What is written: cells by row and column, formats of numbers, and what is hidden and merged."""

    cells: dict[tuple[int, int], tuple[Value, str]]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    state: str


#: Neither control characters nor what looks like an escape; XlsxWriter can write more, but openpyxl reads no more back.
characters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="_\ufffe\uffff") | st.sampled_from(
    "\n<&\"'=安"
)
texts = st.text(characters, min_size=1, max_size=20)
numbers = st.tuples(st.integers(-(10**13), 10**13), st.integers(0, 12)).map(
    lambda pair: Decimal(pair[0]).scaleb(-pair[1])
)
days = st.dates(dt.date(1900, 3, 1), dt.date(2099, 12, 31))
formats = st.sampled_from(["General", "0", "0.00", "#,##0", "0%", "0.0%", "@"])
cells: st.SearchStrategy[tuple[Value, str]] = st.one_of(
    st.tuples(texts, st.just("General")),
    st.tuples(st.booleans(), st.just("General")),
    st.tuples(numbers, formats),
    st.tuples(days, st.sampled_from(["yyyy/m/d", 'm"月"d"日"', "d-mmm"])),
)
sheets = st.builds(
    Sheet,
    st.dictionaries(st.tuples(st.integers(1, 30), st.integers(1, 12)), cells, max_size=25),
    st.frozensets(st.integers(1, 30), max_size=4),
    st.frozensets(st.integers(1, 12), max_size=4),
    st.sampled_from(["visible", "hidden", "veryHidden"]),
)
books = st.lists(sheets, min_size=0, max_size=3).map(
    lambda more: [Sheet({}, frozenset(), frozenset(), "visible"), *more]
)


def by_openpyxl(written: list[Sheet]) -> bytes:
    """The sheets as openpyxl writes them."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for number, sheet in enumerate(written):
        page = workbook.create_sheet(f"表{number}")
        page.sheet_state = sheet.state
        for (row, column), (value, code) in sheet.cells.items():
            cell = page.cell(row, column)
            assert isinstance(cell, Cell)
            cell.value = float(value) if isinstance(value, Decimal) else value
            if isinstance(value, str):
                cell.data_type = "s"
            cell.number_format = code
        for row in sheet.hidden_rows:
            page.row_dimensions[row].hidden = True
        for column in sheet.hidden_columns:
            page.column_dimensions[get_column_letter(column)].hidden = True
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    """A book's bytes."""
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def by_xlsxwriter(written: list[Sheet]) -> bytes:
    """The sheets as XlsxWriter writes them."""
    file = BytesIO()
    workbook = xlsxwriter.Workbook(file)
    for number, sheet in enumerate(written):
        page = workbook.add_worksheet(f"表{number}")
        {"hidden": page.hide, "veryHidden": page.very_hidden}.get(sheet.state, lambda: None)()
        for (row, column), (value, code) in sheet.cells.items():
            style = workbook.add_format({"num_format": code})
            place = (row - 1, column - 1)
            if isinstance(value, str):
                page.write_string(*place, value, style)
            elif isinstance(value, bool):
                page.write_boolean(*place, value, style)
            elif isinstance(value, dt.date):
                page.write_datetime(*place, value, style)
            else:
                page.write_number(*place, float(value), style)
        for row in sheet.hidden_rows:
            page.set_row(row - 1, None, None, {"hidden": True})
        for column in sheet.hidden_columns:
            page.set_column(column - 1, column - 1, None, None, {"hidden": True})
    workbook.close()
    return file.getvalue()


def expected(value: Value, code: str) -> str:
    """What a person reads there, without its percent sign."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    number = plain((Decimal(value) * (100 if "%" in code else 1)).normalize())
    return "0" if number == "-0" else number


def check(written: list[Sheet], raw: bytes) -> None:
    """What is read of a book is what was written."""
    read = read_book(raw)
    assert read.fault is None
    for sheet, grid in zip(written, read.sheets, strict=True):
        assert {place: expected(*cell) for place, cell in sheet.cells.items()} == shown(grid)
        assert list(shown(grid)) == sorted(shown(grid))
        rows, columns = {row for row, _ in sheet.cells}, {column for _, column in sheet.cells}
        assert (sheet.hidden_rows & rows, sheet.hidden_columns & columns) == (grid.hidden_rows, grid.hidden_columns)
        assert sheet.state.replace("veryHidden", "very_hidden") == grid.visibility


def shown(grid: Grid) -> dict[tuple[int, int], str]:
    """The texts of a grid by row and column."""
    return {(cell.row, cell.column): cell.value.text for cell in grid.cells}


def check_against_openpyxl(raw: bytes, read: Book) -> None:
    """What openpyxl reads of a book is what is read."""
    oracle = openpyxl.load_workbook(BytesIO(raw))
    assert oracle.sheetnames == [grid.name for grid in read.sheets]
    for page, grid in zip(oracle.worksheets, read.sheets, strict=True):
        values = {
            (cell.row, cell.column): cell.value for row in page.iter_rows() for cell in row if cell.value is not None
        }
        assert set(values) == {(cell.row, cell.column) for cell in grid.cells}
        for cell in grid.cells:
            assert of_oracle(values[cell.row, cell.column]) == plainly(cell.value)


def of_oracle(value: object) -> object:
    """What openpyxl has in a cell, as what was written."""
    if isinstance(value, dt.datetime):
        return value.date()
    return Decimal(repr(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


def plainly(value: CellValue) -> Value:
    """What is read of a cell, as openpyxl has it."""
    if value.type == "number":
        return Decimal(value.text).scaleb(-2 if value.written.endswith("%") else 0)
    if value.type == "boolean":
        return value.text == "TRUE"
    return dt.date.fromisoformat(value.text) if value.type == "date" else value.text


@settings(max_examples=60, deadline=None)
@given(books)
def test_what_openpyxl_writes_is_read(written: list[Sheet]) -> None:
    """Texts, numbers, dates, hidden rows and columns of several sheets."""
    raw = by_openpyxl(written)
    check(written, raw)
    check_against_openpyxl(raw, read_book(raw))


@settings(max_examples=60, deadline=None)
@given(books)
def test_what_xlsxwriter_writes_is_read(written: list[Sheet]) -> None:
    """The same with shared strings, as Excel has them."""
    raw = by_xlsxwriter(written)
    check(written, raw)
    check_against_openpyxl(raw, read_book(raw))


@settings(max_examples=40, deadline=None)
@given(st.floats(min_value=-1e15, max_value=1e15, allow_subnormal=False))
def test_any_stored_float_is_its_fifteen_digits(number: float) -> None:
    """A number is what the sheet shows of it, and a remark tells where that is another number than is stored."""
    value = formatted(repr(number), "General")  # as Excel stores it: both writers round first
    shown_number, stored = Decimal(value.text), Decimal(repr(number))
    assert len(shown_number.normalize().as_tuple().digits) <= 15
    assert abs(shown_number - stored) <= Decimal("0.5").scaleb(stored.adjusted() - 14)
    assert (float(value.text) == number) is (value.remarks == ())


def test_merges_of_both_writers() -> None:
    """Merged cells as both write them."""
    workbook = openpyxl.Workbook()
    workbook.worksheets[0]["A1"] = "甲"
    workbook.worksheets[0].merge_cells("A1:C2")
    file = BytesIO()
    other = xlsxwriter.Workbook(file)
    other.add_worksheet().merge_range("A1:C2", "甲")
    other.close()
    for raw in (saved(workbook), file.getvalue()):
        grid = read_book(raw).sheets[0]
        assert ((Area(1, 1, 2, 3),), {(1, 1): "甲"}) == (grid.merges, shown(grid))


def test_formulas_of_both_writers() -> None:
    """Openpyxl stores no value, XlsxWriter a zero that is none: both are refused until Excel has calculated them."""
    workbook = openpyxl.Workbook()
    workbook.worksheets[0]["A1"] = "=1+1"
    file = BytesIO()
    other = xlsxwriter.Workbook(file)
    other.add_worksheet().write_formula("A1", "=1+1")
    other.close()
    refusals = [read_book(raw).sheets[0].rows[1][1].refusal for raw in (saved(workbook), file.getvalue())]
    assert ["formula_without_value", "formula_outdated"] == [refusal and refusal.kind for refusal in refusals]


cuts = st.integers(0, 40)
TAGS = [
    *('<row r="1">', "</row>", "<row>", '<c r="A1">', "<c>", '<c t="s">', '<c t="inlineStr">', "</c>", "<v>1</v>"),
    *("<v>", "</v>", "<is><t>a</t></is>", "<f>x</f>", "<t>", "</t>", "<rPh>", "</rPh>"),
]
NASTY = book_of(
    '<row><c s="1"><v>0.28</v></c><c t="inlineStr"><is><t>甲</t></is></c><c t="b"><v>1</v></c></row>'
    '<row r="2" hidden="1"><c r="A2"><f>A1</f><v>5</v></c><c r="B2" t="e"><v>#N/A</v></c></row>',
    before='<cols><col min="1" max="2" hidden="1"/></cols>',
    behind='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    parts={"xl/styles.xml": styles("0%")},
)
changes = st.lists(st.tuples(st.integers(0, len(NASTY) - 1), st.integers(0, 255)), min_size=1, max_size=6)


@settings(max_examples=300, deadline=None)
@given(changes, cuts)
def test_no_damage_stops_the_reader(damage: list[tuple[int, int]], cut: int) -> None:
    """Bytes changed anywhere, or cut off at the end: a book or a fault, never an exception."""
    raw = bytearray(NASTY)
    for place, byte in damage:
        raw[place] = byte
    read = read_book(bytes(raw[: len(raw) - cut]))
    assert read.fault is None or not read.sheets


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=12))
def test_no_order_of_tags_stops_the_reader(tags: list[str]) -> None:
    """Whatever stands in a sheet in whatever order: a grid or a fault, never an exception."""
    read = read_book(book_of("".join(tags)))
    assert (read.fault is None) is bool(read.sheets)
