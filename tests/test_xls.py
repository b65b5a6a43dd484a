"""Workbooks of before 2007 are read to the same grids as XLSX, whatever a file does to its reader."""

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
import xlrd  # type: ignore[import-untyped]  # its stubs lack what is read
import xlwt  # type: ignore[import-untyped]  # nobody has written its types
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.readers.sheets.grid import CellValue, Grid, Refusal, Remark
from anju_cli.readers.workbooks.book import LIMITS, BookError
from anju_cli.readers.workbooks.xls_compound import CompoundFile
from anju_cli.readers.workbooks.xls_reader import read_xls
from anju_cli.readers.workbooks.xlsx_reader import read_book
from tests.compound_files import compound, header, record, small_book, small_stream, xlwt_book
from tests.real_workbooks import converted, filled_return, needs_libreoffice

SAMPLES = Path(__file__).parent / "data" / "workbooks"
_FORMULA, _NUMBER, _BOUNDSHEET, _SUPBOOK = 0x0006, 0x0203, 0x0085, 0x01AE


def grid_of(*records: bytes) -> Grid:
    """The grid of a small book with further records in its sheet."""
    book = read_xls(small_book(*records))
    assert book.fault is None
    return book.sheets[0]


def fault_of(raw: bytes) -> tuple[str, dict[str, str]]:
    """Why a book is not read."""
    fault = read_xls(raw).fault
    assert fault is not None
    return fault.kind, dict(fault.arguments)


def number(row: int, column: int, value: float) -> bytes:
    """A cell with a number."""
    return record(_NUMBER, struct.pack("<HHHd", row, column, 15, value))


def formula(result: bytes, flags: int = 0) -> bytes:
    """A formula in B1 with a stored result."""
    return record(_FORMULA, struct.pack("<HHH8sHIH", 0, 1, 15, result, flags, 0, 0))


def sheet_entry(name: str, sort: int, start: int = 0) -> bytes:
    """A sheet as the book lists it."""
    return record(_BOUNDSHEET, struct.pack("<IBBBB", start, 0, sort, len(name), 1) + name.encode("utf-16-le"))


def written(fill: Callable[[xlwt.Workbook], None]) -> tuple[Grid, ...]:
    """The sheets of a book that xlwt wrote."""
    book = xlwt.Workbook()
    fill(book)
    read = read_xls(xlwt_book(book))
    assert read.fault is None
    return read.sheets


# What cells say


@pytest.mark.parametrize("suffix", ["xls", "xlsx"])
def test_a_real_book_is_read_right(suffix: str) -> None:
    """A return that LibreOffice saved: per cents, a stored result, hidden places, a date, a hidden row and column."""
    read = (read_xls if suffix == "xls" else read_book)((SAMPLES / f"libreoffice.{suffix}").read_bytes())
    assert (None, 1) == (read.fault, len(read.sheets))
    holds_what_was_filled_in(read.sheets[0])


@needs_libreoffice
@pytest.mark.parametrize("suffix", ["xls", "xlsx"])
def test_a_book_that_libreoffice_writes_now_is_read_right(suffix: str, tmp_path: Path) -> None:
    """The same with the LibreOffice of this machine."""
    raw = converted(filled_return(), suffix, tmp_path)
    holds_what_was_filled_in((read_xls if suffix == "xls" else read_book)(raw).sheets[0])


def holds_what_was_filled_in(grid: Grid) -> None:
    """The return of `real_workbooks`, whichever file it comes from."""
    assert ("填报表", [8], [7]) == (grid.name, list(grid.hidden_rows), list(grid.hidden_columns))
    assert [(1, 1, 1, 9)] == [tuple(area) for area in grid.merges]
    assert "安居区基本公共服务指标填报表" == grid.rows[1][1].text
    values = {row: grid.rows[row][4] for row in range(4, 10)}
    assert ("28.4%", ["percent", "hidden_places"]) == (values[4].written, kinds(values[4]))
    assert ("33.2", ["formula"]) == (values[5].written, kinds(values[5]))
    assert ("4100.4", ["hidden_places"]) == (values[6].written, kinds(values[6]))
    assert ("2019-01-02", "date") == (values[7].written, refusal(values[7]))
    assert "0.3" == values[8].written
    assert ("#DIV/0!", "error") == (values[9].written, refusal(values[9]))


def kinds(value: CellValue) -> list[str]:
    """What is told of a cell."""
    return [remark.kind for remark in value.remarks]


def refusal(value: CellValue) -> str:
    """Why no figure is taken from a cell."""
    return value.refusal.kind if value.refusal else ""


def test_texts_truth_values_and_errors() -> None:
    """Texts, TRUE, an error value and a number as text are told apart; an empty text is no cell."""

    def fill(book: xlwt.Workbook) -> None:
        sheet = book.add_sheet("表")
        for column, value in enumerate(("甲", True, "78.5", "", 0.1 + 0.2)):
            sheet.write(0, column, value)
        sheet.row(0).set_cell_error(5, "#DIV/0!")

    row = written(fill)[0].rows[1]
    assert [
        (1, "甲", "text"),
        (2, "TRUE", "boolean"),
        (3, "78.5", "text"),
        (5, "0.3", "number"),
        (6, "#DIV/0!", "error"),
    ] == [(column, value.text, value.type) for column, value in row.items()]
    assert [["number_as_text"], ["fifteen_digits"]] == [kinds(row[3]), kinds(row[5])]


def test_a_built_in_format_is_the_chinese_one() -> None:
    """A format that a book names by number is the one that a Chinese Excel shows; one of its own is its own."""

    def fill(book: xlwt.Workbook) -> None:
        sheet = book.add_sheet("表")
        for column, code in enumerate(("0.00%", "M/D/YY", '0.0"分"')):
            sheet.write(0, column, 0.25, xlwt.easyxf(num_format_str=code))

    row = written(fill)[0].rows[1]
    assert ["25%", "1900-01-00", "0.25分"] == [value.written for value in row.values()]


def test_covered_and_hidden_cells() -> None:
    """What lies under a merged cell is refused, hidden rows, columns and sheets are told."""

    def fill(book: xlwt.Workbook) -> None:
        sheet = book.add_sheet("表")
        for row in range(4):
            sheet.write(row, 0, row)
            sheet.write(row, 1, row)
        sheet.merged_ranges.append((1, 2, 0, 0))
        sheet.row(3).hidden = True
        sheet.col(1).hidden = True
        book.add_sheet("暗").visibility = 1
        book.add_sheet("深").visibility = 2

    first, *rest = written(fill)
    assert ([4], [2]) == (list(first.hidden_rows), list(first.hidden_columns))
    assert ["", "", "covered", ""] == [refusal(row[1]) for row in first.rows.values()]
    assert ["hidden", "very_hidden"] == [grid.visibility for grid in rest]


def test_zeros_that_a_sheet_does_not_show() -> None:
    """Where a sheet hides zeros, nobody sees one."""

    def fill(book: xlwt.Workbook) -> None:
        sheet = book.add_sheet("表")
        sheet.show_zero_values = False
        sheet.write(0, 0, 0)

    assert "shown_otherwise" == refusal(written(fill)[0].rows[1][1])


def test_rows_hidden_by_default() -> None:
    """A sheet may hide every row that says nothing of its own height."""
    assert {6} == grid_of(record(0x0225, struct.pack("<HH", 2, 0)), number(5, 0, 1)).hidden_rows


@pytest.mark.parametrize(("height", "hidden"), [(0, {1}), (0x8000, set()), (300, set())])
def test_a_row_without_height_is_hidden(height: int, hidden: set[int]) -> None:
    """A row of no height is hidden; one of the usual height is not."""
    assert hidden == grid_of(record(0x0208, struct.pack("<HHHHHHI", 0, 0, 2, height, 0, 0, 0x0100))).hidden_rows


def test_a_filtered_sheet() -> None:
    """A filter at work is told, one in another part of the book is not the sheet's."""
    assert [True, False] == [grid_of(record(0x009B)).filtered, grid_of().filtered]
    assert not read_xls(small_book(behind=[record(0x009B)])).sheets[0].filtered


@pytest.mark.parametrize(
    ("result", "flags", "expected"),
    [
        (struct.pack("<d", 28.4), 0, CellValue("28.4", "number", (Remark("formula"),))),
        (struct.pack("<d", 28.4), 2, CellValue("28.4", "number", (Remark("formula_outdated"),))),
        (struct.pack("<d", 0), 2, CellValue("0", "number", (), Refusal("formula_outdated"))),
        (b"\x01\0\x01\0\0\0\xff\xff", 0, CellValue("TRUE", "boolean", (Remark("formula"),))),
        (b"\x02\0\x07\0\0\0\xff\xff", 0, CellValue("#DIV/0!", "error", (Remark("formula"),), Refusal("error"))),
        (b"\x02\0\x07\0\0\0\xff\xff", 2, CellValue("#DIV/0!", "error", (), Refusal("error"))),
        (b"\x03\0\0\0\0\0\xff\xff", 0, CellValue("", "text", (Remark("formula"),))),
    ],
)
def test_a_formula_is_told_by_its_cell(result: bytes, flags: int, expected: CellValue) -> None:
    """The stored result of a formula is taken with a note; a zero that is to be calculated on loading is refused."""
    assert expected == grid_of(formula(result, flags)).rows[1][2]


def test_a_formula_outside_of_sheets_is_nobodys() -> None:
    """A formula among the book's own records belongs to no sheet."""
    assert [1] == list(read_xls(small_book(behind=[formula(bytes(8))])).sheets[0].rows[1])


def test_several_numbers_in_one_record() -> None:
    """Numbers side by side may share a record."""
    cells = record(0x00BD, struct.pack("<HHHIHIH", 2, 0, 15, 0x4010_0000, 15, (7 << 2) | 2, 1))
    assert {1: "4", 2: "7"} == {column: value.text for column, value in grid_of(cells).rows[3].items()}


def test_sheets_without_cells_are_named() -> None:
    """A chart on a sheet of its own is passed over by name, in wide letters or narrow."""
    narrow = record(_BOUNDSHEET, struct.pack("<IBBBB", 0, 0, 2, 5, 0) + b"Chart")
    assert ("图", "Chart") == read_xls(small_book(behind=[sheet_entry("图", 2), narrow])).passed


def chart(*records: bytes) -> bytes:
    """A chart inside a sheet."""
    return record(0x0809, struct.pack("<HHHHII", 0x0600, 0x20, 0, 0, 0, 0)) + b"".join(records) + record(0x000A)


def test_a_chart_keeps_numbers_that_are_no_cells() -> None:
    """A chart inside a sheet repeats the numbers that it draws, and what stands behind it in the sheet is read."""
    rows = grid_of(chart(number(0, 0, 78.5), formula(bytes(8))), number(1, 0, 5)).rows
    assert {1: {1: "78.5"}, 2: {1: "5"}} == {
        row: {column: value.text for column, value in cells.items()} for row, cells in rows.items()
    }
    assert not rows[1][1].remarks


def test_a_chart_on_a_sheet_of_its_own_keeps_numbers_that_are_no_cells() -> None:
    """They are told from those of the sheet before it."""
    stream = small_stream() + chart(number(0, 0, 9))
    assert "78.5" == read_xls(compound({"Workbook": stream})).sheets[0].rows[1][1].text


def test_an_older_book_names_its_sheets_in_its_code_page() -> None:
    """Excel 95 wrote names in the code page of the country."""
    name = "图表".encode("gb18030")
    entry = record(_BOUNDSHEET, struct.pack("<IBBB", 0, 0, 2, len(name)) + name)
    stream = record(0x0809, struct.pack("<HHHH", 0x0500, 5, 0, 0)) + record(0x0042, struct.pack("<H", 936))
    assert ("图表",) == read_xls(compound({"Book": stream + entry + record(0x000A)})).passed


# What is refused


@pytest.mark.parametrize(
    ("streams", "expected"),
    [
        ({"EncryptedPackage": b"x", "Workbook": b""}, ("encrypted", {})),
        ({"WordDocument": b"x"}, ("renamed", {"content": "doc"})),
        ({"PowerPoint Document": b"x"}, ("renamed", {"content": "presentation"})),
        ({"Contents": b"x"}, ("renamed", {"content": "compound"})),
        ({}, ("renamed", {"content": "compound"})),
        ({"Workbook": b"", "_VBA_PROJECT_CUR": b""}, ("macros", {})),
    ],
)
def test_a_compound_file_that_is_no_plain_book(streams: dict[str, bytes], expected: tuple[str, dict[str, str]]) -> None:
    """What a compound file is goes by what stands at its top."""
    assert expected == fault_of(compound(streams))


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (record(0x002F, bytes(6)), ("encrypted", {})),
        (sheet_entry("宏", 1), ("macros", {})),
        (sheet_entry("M", 6), ("macros", {})),
        (record(_SUPBOOK, b"\x01\x00\x05\x00\x00\x01a.xls"), ("external_links", {"target": "a.xls"})),
        (
            record(_SUPBOOK, b"\x01\x00\x02\x00\x01" + "\x01甲.xls".encode("utf-16-le")),
            ("external_links", {"target": "甲.xls"}),
        ),
    ],
)  # fmt: skip
def test_a_book_that_is_refused_by_a_record(behind: bytes, expected: tuple[str, dict[str, str]]) -> None:
    """A password, macros and links to other books are refused by name."""
    assert expected == fault_of(small_book(behind=[behind]))


def test_a_link_to_itself_is_none() -> None:
    """Books with names or functions link to themselves."""
    links = [record(_SUPBOOK, b"\x01\x00\x01\x04"), record(_SUPBOOK, b"\x01\x00\x01\x3a")]
    assert None is read_xls(small_book(behind=links)).fault


def _reason(raw: bytes) -> str:
    kind, arguments = fault_of(raw)
    assert "damaged_sheet" == kind
    return arguments["reason"]


@pytest.mark.parametrize(
    ("stream", "reason"),
    [
        (b"", "stream"),
        (b"\x09\x08\x04\x00\x00\x04\x05\x00", "stream"),
        (b"\x42\x00\x02\x00\xe4\x04", "stream"),
        (small_stream() + struct.pack("<HH", _NUMBER, 500), "record"),
        (small_stream(record(_NUMBER, b"\0")), "record"),
        (small_stream(number(0, 0, 79.5)), "twice"),
        (small_stream(behind=[sheet_entry("乙", 0, 3)]), "stream"),
        (small_stream(behind=[sheet_entry("乙", 0, 3), sheet_entry("丙", 0, 3)]), "stream"),
        (small_stream(number(0, 0x5000, 1)), "twice"),
        (small_stream(record(0x000A), number(1, 0, 5)), "stream"),
        (small_stream(record(0x0809, bytes(16)), number(1, 0, 5)), "stream"),
        (small_stream(record(_NUMBER, struct.pack("<HHHd", 0, 1, 999, 1))), "record"),
    ],
)
def test_a_stream_that_does_not_hold_together(stream: bytes, reason: str) -> None:
    """Records that end nowhere, cells given twice, sheets that start nowhere: a damaged book, never a guess."""
    assert reason == _reason(compound({"Workbook": stream}))


def test_two_sheets_of_one_name() -> None:
    """Two sheets of one name are one too many."""
    stream = small_stream()
    second = stream.rindex(struct.pack("<HH", 0x0809, 16))
    entry = sheet_entry("表", 0)
    doubled = small_stream(behind=[entry])
    at = doubled.index(entry) + 4
    start = len(doubled)
    raw = doubled[:at] + struct.pack("<I", start) + doubled[at + 4 :] + stream[second:]
    assert ("duplicate_sheet", {"sheet": "表"}) == fault_of(compound({"Workbook": raw}))


@pytest.mark.parametrize(
    ("limit", "records"),
    [
        ("records", []),
        ("cells", [number(1, 0, 1), number(2, 0, 1)]),
        ("rows", [number(60_000, 0, 1)]),
        ("areas", [record(0x00E5, struct.pack("<H", 1) + bytes(8))] * 3),
        ("areas", [record(0x007D, bytes(12))] * 3),
        ("formats", [record(0x041E, bytes(5))] * 3),
        ("sheets", []),
        ("strings", [record(0x00FC, struct.pack("<II", 9, 9))]),
        ("cell_text", [record(0x0204, struct.pack("<HHHHB", 3, 3, 15, 3, 0) + b"abc")]),
        ("characters", [record(0x0204, struct.pack("<HHHHB", 3, 3, 15, 3, 0) + b"abc")]),
    ],
)
def test_a_book_within_limits(limit: str, records: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each limit is held, and named where it is not."""
    most = 0 if limit == "sheets" else 2
    monkeypatch.setattr("anju_cli.readers.workbooks.book.LIMITS", {**LIMITS, limit: most})
    assert ("too_much", {"limit": limit, "most": str(most)}) == fault_of(small_book(*records))


def test_what_links_cover_costs_nothing() -> None:
    """A link over a whole sheet, which xlrd would write down cell by cell, is not shown to it."""
    link = record(0x01B8, struct.pack("<HHHH", 0, 65_535, 0, 255) + bytes(24))
    assert [1] == list(grid_of(link).rows)


# Compound files that lead nowhere


def test_a_large_stream_stands_in_large_sectors() -> None:
    """Streams of both sizes are read."""
    raw = compound({"Workbook": small_stream().ljust(5000, b"\0"), "Other": b"x" * 9000, "Small": b"y" * 100})
    assert None is read_xls(raw).fault
    assert b"y" * 100 == CompoundFile(raw).stream("small")


def test_a_table_that_goes_on_behind_the_header() -> None:
    """The list of the table's sectors may go on in a sector of its own."""
    raw = bytearray(compound({"Workbook": small_stream()}))
    count = (len(raw) - 512) // 512
    table = struct.unpack_from("<I", raw, 76)[0]
    raw += struct.pack("<128I", table, *[0xFFFF_FFFF] * 126, 0xFFFF_FFFE)
    raw[76:80] = b"\xff\xff\xff\xff"
    raw[68:72] = struct.pack("<I", count)
    assert None is read_xls(bytes(raw)).fault


@pytest.mark.parametrize(
    ("offset", "number_"),
    [
        (30, 0x0006_0002),  # sectors of four bytes
        (30, 0x0006_0020),  # sectors of four gigabytes
        (48, 0x0000_1000),  # a directory behind the end
        (68, 0x0000_1000),  # more of the table behind the end
        (76, 0x0000_1000),  # the table behind the end
    ],
)
def test_a_compound_file_that_is_damaged(offset: int, number_: int) -> None:
    """Numbers that lead nowhere end in a damaged file."""
    raw = bytearray(compound({"Workbook": small_stream()}))
    raw[offset : offset + 4] = struct.pack("<I", number_)
    assert "damaged_zip" == fault_of(bytes(raw))[0]


@pytest.mark.parametrize(
    "raw",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        header(0, 0, [0]) + struct.pack("<128I", *range(128)),  # each sector follows itself
        header(0, 0, [0] * 109) + struct.pack("<128I", *range(128)),  # the table is longer than the file
        header(0, 0xFFFF_FFFE, [1]) + bytes(512) + struct.pack("<128I", *[0xFFFF_FFFE] * 128) + b"",
    ],
)
def test_a_compound_file_that_goes_round_in_circles(raw: bytes) -> None:
    """A chain that never ends, or a file of nothing, is damaged or no book."""
    assert fault_of(raw)[0] in {"damaged_zip", "renamed"}


def test_a_stream_that_is_cut_off() -> None:
    """A stream that is shorter than its entry says is damaged, large or small."""
    raw = compound({"Workbook": small_stream()})
    size = struct.pack("<I", len(small_stream()))
    with pytest.raises(BookError):
        CompoundFile(raw.replace(size, struct.pack("<I", len(small_stream()) + 3000))).stream("workbook")


def test_entries_that_point_at_each_other() -> None:
    """Neighbours in a circle are looked at once."""
    raw = compound({"Workbook": small_stream()})
    entry = raw.index("Workbook".encode("utf-16-le"))
    circle = raw[: entry + 68] + struct.pack("<II", 1, 1) + raw[entry + 76 :]
    assert None is read_xls(circle).fault


@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12))
def test_a_damaged_book_is_a_result(changes: list[tuple[float, int]]) -> None:
    """Whatever bytes are changed, the reader answers."""
    raw = bytearray((SAMPLES / "libreoffice.xls").read_bytes())
    for place, byte in changes:
        raw[int(place * len(raw))] = byte
    read = read_xls(bytes(raw))
    assert read.fault is None or read.sheets == ()


def test_what_the_library_raises_is_a_damaged_book(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library raises what it likes: it is the book that is damaged."""

    def breaking(**_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(xlrd, "open_workbook", breaking)
    assert "record" == _reason(small_book())
