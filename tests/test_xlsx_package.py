"""Files that are no workbook, or none that is read: each refused by name, within limits that no clock measures."""

import struct
from contextlib import suppress
from io import BytesIO
from weakref import ref
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from anju_cli.gc_pause import collector_at_rest
from anju_cli.readers.workbooks.book import LIMITS, Book, BookError, BookFault
from anju_cli.readers.workbooks.xlsx_package import Elements, Package
from anju_cli.readers.workbooks.xlsx_reader import read_book
from tests.workbooks import (
    MAIN,
    SHEET_TYPE,
    book,
    book_of,
    content_types,
    packed,
    relations,
    strings,
    styles,
    usual_parts,
    workbook,
    worksheet,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512


def fault_of(raw: bytes) -> BookFault:
    """Why a file is not read; nothing of it is."""
    read = read_book(raw)
    assert read.fault is not None
    assert Book(fault=read.fault) == read
    return read.fault


RENAMED = [
    (b"", "empty"),
    (b"%PDF-1.7", "pdf"),
    (b"\x89PNG\r\n", "image"),
    (b"Rar!\x1a\x07", "archive"),
    (b"PK\x05\x06" + b"\x00" * 18, "archive"),
    (OLE, "compound"),
    ("年度,指标\n2019,甲\n".encode(), "text"),
    ("年度\t指标\n".encode("utf-16"), "text"),
    ("年度,指标\n".encode("gb18030"), "text"),
    (b"\xef\xbb\xbf<html><table>", "html"),
    (b" <TABLE border=1>", "html"),
    (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "xml_spreadsheet"),
    (b'<?xml version="1.0"?><a/>', "xml"),
    (b"ab\x00\x01", "unknown"),
]


@pytest.mark.parametrize(("raw", "content"), RENAMED)
def test_a_renamed_file_is_told_by_its_content(raw: bytes, content: str) -> None:
    """What has the name of a workbook and is none is called what it is."""
    assert BookFault("renamed", {"content": content}) == fault_of(raw)


def typed(main: str) -> bytes:
    """A book whose main part has another content type."""
    return book({"[Content_Types].xml": content_types(main)})


OTHERS = [
    (packed({"a.txt": "甲"}), "archive"),
    (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "open_document"),
    (packed({"mimetype": "application/epub+zip"}), "archive"),
    (packed({"mimetype": ""}), "archive"),
    (packed({"Index/Document.iwa": ""}), "numbers"),
    (typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "binary_workbook"),
    (typed("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), "document"),
    (typed("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "presentation"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "content"), OTHERS)
def test_another_package_is_told_by_its_content(raw: bytes, content: str) -> None:
    """A ZIP file that holds something else than a workbook is called what it is."""
    assert BookFault("another_package", {"content": content}) == fault_of(raw)


def linked(sort: str, target: str, mode: str = "") -> str:
    """The workbook's relationships with one more."""
    return relations(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId8", sort, target), mode=mode)


MACROS = [
    {"[Content_Types].xml": content_types("application/vnd.ms-excel.sheet.macroEnabled.main+xml")},
    {"[Content_Types].xml": content_types(more='<Default Extension="bin" ContentType="a/vnd.ms-office.vbaProject"/>')},
    {"xl/_rels/workbook.xml.rels": linked("vbaProject", "vbaProject.bin")},
    {"xl/_rels/workbook.xml.rels": linked("xlMacrosheet", "macrosheets/sheet1.xml")},
]  # fmt: skip


@pytest.mark.parametrize("parts", MACROS)
def test_macros_are_refused(parts: dict[str, str]) -> None:
    """A book with macros, whatever it is called."""
    assert BookFault("macros") == fault_of(book(parts))


def test_links_to_other_books_are_refused() -> None:
    """A book whose values come from another one names it."""
    path = relations(("rId1", "externalLinkPath", "file:///C:/汇总.xlsx"), mode='TargetMode="External"')
    parts = {"xl/_rels/workbook.xml.rels": linked("externalLink", "externalLinks/externalLink1.xml")}
    fault = fault_of(book({**parts, "xl/externalLinks/_rels/externalLink1.xml.rels": path}))
    assert BookFault("external_links", {"target": "file:///C:/汇总.xlsx"}) == fault
    assert BookFault("external_links", {"target": "xl/externalLinks/externalLink1.xml"}) == fault_of(book(parts))
    outside = {"xl/_rels/workbook.xml.rels": linked("externalLink", "http://a/b.xlsx", 'TargetMode="External"')}
    assert BookFault("external_links", {"target": "http://a/b.xlsx"}) == fault_of(book(outside))


def test_a_sheet_that_lies_outside_is_refused() -> None:
    """A sheet's part is in the package or nowhere."""
    rels = relations(("rId1", "worksheet", "http://a/sheet1.xml"), mode='TargetMode="External"')
    assert "external_links" == fault_of(book({"xl/_rels/workbook.xml.rels": rels})).kind


def test_links_in_cells_are_no_links_of_the_book() -> None:
    """A web address in a cell, as the relationships of its sheet have it, is nobody's figure."""
    rels = relations(("rId1", "hyperlink", "http://a/"), mode='TargetMode="External"')
    assert read_book(book({"xl/worksheets/_rels/sheet1.xml.rels": rels})).fault is None


def flagged(raw: bytes) -> bytes:
    """A ZIP file each of whose parts says that it has a password."""
    at, changed = raw.find(b"PK\x01\x02"), bytearray(raw)
    while at >= 0:
        changed[at + 8] |= 1
        at = raw.find(b"PK\x01\x02", at + 1)
    return bytes(changed)


def test_zip_passwords_are_refused() -> None:
    """A ZIP file with a password is refused as encrypted too."""
    assert BookFault("encrypted") == fault_of(flagged(book()))


@pytest.mark.parametrize(
    ("without", "part"),
    [
        ("[Content_Types].xml", "[Content_Types].xml"),
        ("_rels/.rels", "xl/workbook.xml"),
        ("xl/workbook.xml", "xl/workbook.xml"),
        ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
        ("xl/sharedStrings.xml", "xl/sharedStrings.xml"),
        ("xl/styles.xml", "xl/styles.xml"),
        ("xl/_rels/workbook.xml.rels", "表"),
    ],
)
def test_missing_parts_are_named(without: str, part: str) -> None:
    """A part that the book names and does not have; of a sheet that names none, the sheet."""
    assert BookFault("missing_part", {"part": part}) == fault_of(book(without=(without,)))


def test_parts_twice_are_refused() -> None:
    """Two parts of one name, in whatever case: nobody knows which counts."""
    file = BytesIO(book())
    with pytest.warns(UserWarning, match="Duplicate"), ZipFile(file, "a") as archive:
        archive.writestr("xl/workbook.xml", workbook())
    assert BookFault("duplicate_part", {"part": "xl/workbook.xml"}) == fault_of(file.getvalue())
    assert "duplicate_part" == fault_of(book({"XL/Workbook.xml": workbook()})).kind


def test_sheets_of_one_name_are_refused() -> None:
    """A place names its sheet: no two may be called alike, in whatever case."""
    main = workbook('<sheet name="Sheet" r:id="rId1"/><sheet name="sheet" r:id="rId1"/>')
    assert BookFault("duplicate_sheet", {"sheet": "sheet"}) == fault_of(book({"xl/workbook.xml": main}))


def test_damaged_zip_files_are_refused() -> None:
    """A file cut off, one whose checksum is wrong, one packed in a way that Excel does not know."""
    raw = book_of("<row><c><v>5</v></c></row>")
    assert BookFault("damaged_zip", {"part": ""}) == fault_of(raw[: len(raw) // 2])
    stored = BytesIO()
    with ZipFile(stored, "w", ZIP_STORED) as archive:
        for name, text in {
            **usual_parts(),
            "xl/worksheets/sheet1.xml": worksheet("<row><c><v>5</v></c></row>"),
        }.items():
            archive.writestr(name, text)
    broken = stored.getvalue().replace(b"<v>5</v>", b"<v>6</v>")
    assert BookFault("damaged_zip", {"part": "xl/worksheets/sheet1.xml"}) == fault_of(broken)
    bzip = BytesIO()
    with ZipFile(bzip, "w", ZIP_BZIP2) as archive:
        archive.writestr("xl/workbook.xml", workbook())
    assert BookFault("damaged_zip", {"part": "xl/workbook.xml"}) == fault_of(bzip.getvalue())


@pytest.mark.parametrize(
    "text",
    [
        worksheet("<row>"),
        worksheet("") + "<a/>",
        worksheet("<row><c><v>\x01</v></c></row>"),
        "",
        "甲",
        '<?xml version="1.0" encoding="gbk"?>' + worksheet(""),
        '<?xml version="1.0" encoding="nonsense"?>' + worksheet(""),
        worksheet("<row><c><v>&nbsp;</v></c></row>"),
    ],
)
def test_damaged_xml_is_refused(text: str) -> None:
    """A part that is no XML, in an encoding that XML has not, or that ends too early: none of it is taken."""
    fault = fault_of(book({"xl/worksheets/sheet1.xml": text}))
    assert ("damaged_xml", "xl/worksheets/sheet1.xml") == (fault.kind, fault.arguments["part"])


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("part", sorted(usual_parts()))
@pytest.mark.parametrize("doctype", [BOMB, '<!DOCTYPE a SYSTEM "file:///etc/passwd">', "<!DOCTYPE a>"])
def test_document_types_are_refused(part: str, doctype: str) -> None:
    """No part may declare a document type, with entities or without: none is ever expanded."""
    assert BookFault("doctype", {"part": part}) == fault_of(book({part: doctype + usual_parts()[part]}))


def test_a_zip_bomb_is_refused() -> None:
    """A part that unpacks to a thousand times its size is left at its first megabyte."""
    raw = book_of("<row>" + " " * 20_000_000 + "</row>")
    assert len(raw) < 50_000
    assert BookFault("zip_bomb", {"part": "xl/worksheets/sheet1.xml"}) == fault_of(raw)


def test_the_size_that_a_part_claims_counts_for_nothing() -> None:
    """A part that claims to be small is cut off there, and its checksum is wrong."""
    raw = bytearray(book_of("<row>" + " " * 20_000_000 + "</row>"))
    at = raw.rfind(b"xl/worksheets/sheet1.xml") - 46
    struct.pack_into("<I", raw, at + 24, 100)
    assert "damaged_zip" == fault_of(bytes(raw)).kind


#: limit, what is small enough a limit, a book beyond it
CAPS = [
    ("file", 100, book()),
    ("parts", 5, book()),
    ("part", 1000, book_of("<row/>" * 1000)),
    ("unpacked", 1000, book()),
    ("elements", 50, book_of("<row/>" * 100)),
    ("names", 60, book_of("".join(f"<a{number}/>" for number in range(60)))),
    ("names", 60, book_of("".join(f'<a xmlns:p{number}="a"/>' for number in range(60)))),
    ("sheets", 1, book({"xl/workbook.xml": workbook('<sheet name="甲" r:id="rId1"/><sheet name="乙" r:id="rId1"/>')})),
    ("strings", 2, book({"xl/sharedStrings.xml": strings("<t>a</t>", "<t>b</t>", "<t>c</t>")})),
    ("characters", 5, book({"xl/sharedStrings.xml": strings("<t>aaa</t>", "<t>bbb</t>")})),
    ("characters", 5, book_of("<row><c><v>123</v></c><c><v>456</v></c></row>")),
    ("cells", 2, book_of("<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>")),
    ("areas", 1, book_of("", behind='<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>')),
    ("areas", 1, book_of("", before='<cols><col min="1" max="1" hidden="1"/><col min="2" max="2" hidden="1"/></cols>')),
    ("areas", 0, book_of('<row><c><f t="array" ref="A1:B1"/><v>1</v></c></row>')),
    ("formats", 1, book({"xl/styles.xml": styles("0", "0.0")})),
    ("area_cells", 3, book_of("<row><c><v>1</v></c><c><v>2</v></c></row>" * 2, behind='<mergeCell ref="A1:B2"/>')),
]  # fmt: skip


@pytest.mark.parametrize(("limit", "most", "raw"), CAPS)
def test_limits(limit: str, most: int, raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes beyond a limit is refused, and the limit is named; within them all the same book is read."""
    assert read_book(raw).fault is None
    monkeypatch.setattr("anju_cli.readers.workbooks.book.LIMITS", {**LIMITS, limit: most})
    assert BookFault("too_much", {"limit": limit, "most": str(most)}) == fault_of(raw)


def test_the_longest_text_of_a_cell() -> None:
    """A text is as long as Excel takes it, shared, inline or a formula's; in one piece or in many."""
    longest = LIMITS["cell_text"]
    for length, kind in ((longest, None), (longest + 1, "too_much")):
        for cell in (f'<c t="str"><v>{"a" * length}</v></c>', f'<c t="inlineStr"><is>{"<t>a</t>" * length}</is></c>'):
            fault = read_book(book_of(f"<row>{cell}</row>")).fault
            assert kind == (fault and fault.kind)


def test_a_tag_without_an_end_is_not_waited_for() -> None:
    """Two megabytes of one tag are refused; expat would read their beginning again with every piece that comes."""
    noise = "".join(f"{number:x}" for number in range(400_000))
    raw = book({"xl/worksheets/sheet1.xml": f"<worksheet a='{noise}'/>"})
    assert BookFault("too_much", {"limit": "token", "most": str(LIMITS["token"])}) == fault_of(raw)


def test_tags_in_tags_without_end_are_refused() -> None:
    """A hundred thousand levels are left at the first few thousand."""
    raw = book_of("<a>" * 100_000 + "</a>" * 100_000)
    assert BookFault("too_much", {"limit": "depth", "most": str(LIMITS["depth"])}) == fault_of(raw)


def test_one_cell_far_away_costs_nothing() -> None:
    """Nine kilobytes with a cell in the last row and column: a grid holds what is there."""
    raw = book_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', '<dimension ref="A1:XFD1048576"/>')
    assert 1 == len(list(read_book(raw).sheets[0].cells))


def test_a_template_is_a_workbook() -> None:
    """An `.xltx` holds what an `.xlsx` does."""
    template = content_types(SHEET_TYPE.replace("sheet.main", "template.main"))
    assert read_book(book({"[Content_Types].xml": template})).fault is None


def test_the_type_of_the_main_part_may_go_by_its_suffix() -> None:
    """A main part without a content type of its own has that of its suffix."""
    types = content_types().replace("/xl/workbook.xml", "/other.xml")
    assert read_book(book({"[Content_Types].xml": types, "xl/styles.xml": styles()})).fault is None


class _Seen:
    """Takes the starts of elements."""

    def start(self, _: dict[str, str]) -> None:
        """One of them."""


@pytest.mark.parametrize("part", ["<a><b/></a>", "<a>"])
def test_nothing_of_a_part_stays_behind(part: str) -> None:
    """What parsed a part is gone with it, also where the part is refused: during a run no collector looks for it."""
    package = Package(packed({"a.xml": part.replace("<a>", f'<a xmlns="{MAIN}">')}))
    seen = _Seen()
    gone = ref(seen)
    with collector_at_rest():
        with suppress(BookError):
            package.parse("a.xml", Elements("a", {"a": seen.start, "b": seen.start}))
        del seen
        assert gone() is None


def test_packing_says_nothing() -> None:
    """A book stored without packing is the same book."""
    file = BytesIO()
    with (
        ZipFile(file, "w", ZIP_STORED) as archive,
        ZipFile(BytesIO(book_of("<row><c><v>5</v></c></row>"))) as packed_book,
    ):
        for name in packed_book.namelist():
            archive.writestr(name, packed_book.read(name), ZIP_DEFLATED if "rels" in name else ZIP_STORED)
        archive.mkdir("xl/media")
    assert "5" == read_book(file.getvalue()).sheets[0].rows[1][1].text
