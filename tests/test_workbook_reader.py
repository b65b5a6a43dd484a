"""A workbook becomes a text of its rows with the places of its cells, or says in words why it is not read."""

from pathlib import Path

import pytest

from anju_cli.loading.files import read_bytes, read_file, suffix_of
from anju_cli.places import written_place
from anju_cli.readers import Vocabulary, most_bytes, reader_of
from anju_cli.readers.content import OF_REPORT, WORKBOOK_BYTES, Content
from anju_cli.readers.nodes import Mark
from anju_cli.readers.sheets.grid import CellValue, Grid
from anju_cli.readers.sheets.sheet_text import text_of_sheets
from anju_cli.readers.workbooks import reader as workbook_reader
from anju_cli.readers.workbooks.book import LIMITS, Book, BookFault
from anju_cli.readers.workbooks.reader import read_workbook
from anju_cli.texts import LANGUAGES, texts
from tests.compound_files import compound
from tests.workbooks import book, book_of, content_types, packed, relations, workbook, worksheet

SAMPLES = Path(__file__).parent / "data" / "workbooks"
VOCABULARY = Vocabulary(bool)
_FODS = b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'


def content_of(raw: bytes) -> Content:
    """What the reader makes of a file."""
    return read_workbook(raw, VOCABULARY, OF_REPORT)


def grid(name: str, *rows: tuple[str, ...]) -> Grid:
    """A sheet of texts; empty ones are no cells."""
    cells = {
        number: {column: CellValue(text) for column, text in enumerate(row, 1) if text}
        for number, row in enumerate(rows, 1)
    }
    return Grid(name, {number: row for number, row in cells.items() if row})


# The text of rows


def test_a_line_a_row() -> None:
    """Rows that hold something are lines, empty cells stand between bars, sheets follow each other."""
    text, sheets = text_of_sheets((grid("甲", ("指标", "", "数"), (), ("a",)), grid("乙", ("x", "y"))))
    assert "指标 | 数\na\nx | y" == text
    assert ["甲", "乙"] == [sheet.grid.name for sheet in sheets]


def test_columns_that_others_use_stay_in_line() -> None:
    """A column that any row uses is there in every row up to its last cell."""
    assert "a | b | c\nd |  | e\n | f" == text_of_sheets((grid("甲", ("a", "b", "c"), ("d", "", "e"), ("", "f")),))[0]


def test_a_wide_sheet_leaves_out_what_is_empty() -> None:
    """Of very many columns only those stand in a line that hold something there."""
    wide = tuple(str(column) for column in range(41))
    assert ["a | z"] == text_of_sheets((grid("甲", wide, ("a", *[""] * 39, "z")),))[0].splitlines()[1:]


def test_what_could_break_a_line_is_shown() -> None:
    """Line ends, controls and separators stay on their line, and a long text is cut."""
    text = text_of_sheets((grid("甲", ("a\nb\x1b[31m\u2028c\x85", "长" * 500)),))[0]
    assert 1 == len(text.splitlines())
    assert "a b<U+001B>[31m<U+2028>c<U+0085> | " + "长" * 59 + "…" == text


def at(mark: Mark) -> tuple[int, int]:
    """Line and column."""
    return mark.line, mark.column


def test_marks_are_where_cells_stand() -> None:
    """Every cell is found in the text, in the second sheet as well, under the number of its own row."""
    grids = (grid("甲", ("指标", "", "数"), (), ("a", "长" * 90)), grid("乙", ("", "x")))
    text, sheets = text_of_sheets(grids)
    lines = text.splitlines()
    for sheet in sheets:
        for row, column, value in sheet.grid.cells:
            start, end = sheet.marks(row, column)
            assert value.text[:59] == lines[start.line][start.column : end.column][:59]


def test_marks_of_cells_that_hold_nothing() -> None:
    """An empty cell stands behind the last one before it, an empty row at the next one that holds something."""
    sheet = text_of_sheets((grid("甲", ("a", "b"), (), ("c",)),))[1][0]
    assert [(0, 5), (1, 0), (1, 0), (0, 0)] == [at(sheet.marks(*cell)[0]) for cell in ((1, 7), (2, 1), (9, 2), (1, 1))]
    assert (0, 0) == at(text_of_sheets((grid("空"),))[1][0].marks(1, 1)[0])


# What is read


@pytest.mark.parametrize("suffix", ["xlsx", "xls"])
def test_which_book_it_is_goes_by_its_content(suffix: str) -> None:
    """An old book under a new name is read as what it is."""
    content = content_of((SAMPLES / f"libreoffice.{suffix}").read_bytes())
    assert (suffix, True) == (content.encoding, content.whole)
    assert "1 | 护理型床位比例 | % | 28.4% |  |  | 27" in content.text.splitlines()


def test_a_sheet_that_holds_no_cells_is_named() -> None:
    """A chart on a sheet of its own is passed over, and said to be."""
    raw = book({
        "xl/workbook.xml": workbook('<sheet name="图" r:id="rId9"/><sheet name="表" r:id="rId1"/>'),
        "xl/_rels/workbook.xml.rels": relations(
            ("rId9", "chartsheet", "c.xml"), ("rId1", "worksheet", "worksheets/sheet1.xml")
        ),
    })  # fmt: skip
    assert [("ANJ118", "without_cells", {"sheet": "图"}, False)] == [
        (fault.code, fault.kind, fault.arguments, fault.breaks)
        for fault in content_of(raw).faults
        if fault.code == "ANJ118"
    ]


def test_a_file_of_nothing_is_empty() -> None:
    """A file without a byte is empty, as it is in any format."""
    assert (None, (), True) == (content_of(b"").root, content_of(b"").faults, content_of(b"").whole)


@pytest.mark.parametrize(
    "suffix", [".xlsx", ".xls", ".et", ".xlsm", ".ods", ".fods", ".numbers", ".xlsb", ".xlt", ".docx", ".wps"]
)
def test_a_named_spreadsheet_is_tried(suffix: str, tmp_path: Path) -> None:
    """Whatever a spreadsheet or a document is called, the reader of workbooks says what to do."""
    path = tmp_path / f"表{suffix}"
    path.write_bytes(b"%PDF-1.7")
    findings = read_file(str(path), VOCABULARY).diagnostics
    assert [("ANJ015", "pdf")] == [(finding.code, finding.kind) for finding in findings]


def test_a_workbook_may_be_larger_than_a_text() -> None:
    """A workbook may hold pictures; what is larger still is refused by its own limit."""
    assert (WORKBOOK_BYTES, OF_REPORT.bytes) == (most_bytes(".xlsx", OF_REPORT), most_bytes(".yaml", OF_REPORT))
    fault = content_of(b"PK\x03\x04" + bytes(WORKBOOK_BYTES)).faults[0]
    assert ("ANJ015", "too_large", "20") == (fault.code, fault.kind, fault.arguments["most"])


def test_another_suffix_is_read_as_yaml() -> None:
    """A file of another suffix is read as YAML, as ever; suffixes are told without regard to capitals."""
    assert (reader_of(".yaml"), ".xlsx") == (reader_of(".txt"), suffix_of("A.XLSX"))


# Why a book is not read

FAULTS: list[tuple[bytes, str]] = [
    (b"a,b\n1,2\n", "text"),
    ("指标,完成值\n".encode("gb18030"), "text"),
    (b"<html><table><tr><td>1", "html"),
    (b'<?xml version="1.0"?><a/>', "xml"),
    (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "xml_spreadsheet"),
    (_FODS, "open_document"),
    (b"%PDF-1.4", "pdf"),
    (b"\x89PNG\r\n", "image"),
    (b"Rar!\x1a", "archive"),
    (b"SQLite format 3\0", "unknown"),
    (b"{\\rtf1", "document"),
    (b"\x00\x01\x02", "unknown"),
    (compound({"WordDocument": b"x"}), "document"),
    (compound({"PowerPoint Document": b"x"}), "presentation"),
    (compound({"Contents": b"x"}), "unknown"),
    (compound({"EncryptedPackage": b"x"}), "encrypted"),
    (compound({"Workbook": b"", "_VBA_PROJECT_CUR": b""}), "macros"),
    (book({"[Content_Types].xml": content_types("application/vnd.ms-excel.sheet.macroEnabled.main+xml")}), "macros"),
    (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "open_document"),
    (packed({"Index/Document.iwa": "x"}), "numbers"),
    (packed({"a.txt": "x"}), "archive"),
    (book_of('<row r="1"><c r="A1" s="9"><v>1</v></c></row>'), "damaged_sheet"),
    (book_of("<row"), "damaged_xml"),
    (book()[:-30], "damaged_zip"),
    (book(without=("xl/worksheets/sheet1.xml",)), "missing_part"),
    (book({"xl/worksheets/sheet1.xml": "<!DOCTYPE a>" + worksheet("")}), "doctype"),
    (book_of("0" * 5_000_000), "zip_bomb"),
]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("raw", "kind"), FAULTS)
def test_why_a_book_is_not_read_is_said_in_words(raw: bytes, kind: str, lang: str) -> None:
    """Each cause has a sentence and a way out of its own, without an argument left empty."""
    file = read_bytes("returns/表.xlsx", raw, VOCABULARY)
    assert [("ANJ015", kind)] == [(finding.code, finding.kind) for finding in file.diagnostics]
    say, general = texts(lang), file.diagnostics[0]._replace(kind="")
    words = [say.message(file.diagnostics[0]), say.help(file.diagnostics[0])]
    assert (say.message(general) in words, [word for word in words if "“”" in word or "()" in word]) == (False, [])


def test_a_cell_that_does_not_fit_is_pointed_at() -> None:
    """Where it is one cell that a book is refused for, the cell is the place."""
    file = read_bytes("表.xlsx", book_of('<row r="2"><c r="C2" s="9"><v>1</v></c></row>'), VOCABULARY)
    assert "表.xlsx!表!C2" == written_place("表.xlsx", file.diagnostics[0].place.span)


@pytest.mark.parametrize("limit", LIMITS)
def test_every_limit_has_words(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever limit a book goes beyond, the kind of words for it is there."""
    fault = BookFault("too_much", {"limit": limit, "most": "9000000"})
    monkeypatch.setattr(workbook_reader, "read_book", lambda _: Book(fault=fault))
    finding = read_bytes("表.xlsx", b"x", VOCABULARY).diagnostics[0]
    assert texts("zh").message(finding) != texts("zh").message(finding._replace(kind=""))
