"""Workbooks put together by hand, part by part, as no library would write them."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from anju_cli.readers.sheets.grid import CellValue, Grid
from anju_cli.readers.workbooks.xlsx_reader import read_book

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def relations(*targets: tuple[str, str, str], mode: str = "") -> str:
    """A part of relationships: id, last word of the type, target."""
    rows = "".join(
        f'<Relationship Id="{id_}" Type="{RELATIONS}/{sort}" Target="{target}" {mode}/>'
        for id_, sort, target in targets
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def content_types(main: str = SHEET_TYPE, more: str = "") -> str:
    """The part of content types."""
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/>{more}</Types>'
    )


def worksheet(rows: str, before: str = "", behind: str = "", namespace: str = MAIN) -> str:
    """A sheet's part around its rows."""
    return f'<worksheet xmlns="{namespace}">{before}<sheetData>{rows}</sheetData>{behind}</worksheet>'


def styles(*codes: str) -> str:
    """Cell styles: the first is General, then one for each code."""
    formats = "".join(
        f'<numFmt numFmtId="{164 + index}" formatCode="{_attribute(code)}"/>' for index, code in enumerate(codes)
    )
    cells = "".join(f'<xf numFmtId="{164 + index}"/>' for index in range(len(codes)))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{cells}</cellXfs></styleSheet>'
    )


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def strings(*items: str) -> str:
    """Shared strings; each is what stands in its `si`."""
    return f'<sst xmlns="{MAIN}">{"".join(f"<si>{text}</si>" for text in items)}</sst>'


def workbook(sheets: str = '<sheet name="表" sheetId="1" r:id="rId1"/>', properties: str = "", behind: str = "") -> str:
    """The main part."""
    return f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{properties}<sheets>{sheets}</sheets>{behind}</workbook>'


def usual_parts() -> dict[str, str]:
    """The parts of a book of one empty sheet."""
    sheets = (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"))
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook(),
        "xl/_rels/workbook.xml.rels": relations(*sheets, ("rId3", "styles", "/xl/styles.xml")),
        "xl/styles.xml": styles(),
        "xl/sharedStrings.xml": strings(),
        "xl/worksheets/sheet1.xml": worksheet(""),
    }


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file of parts."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def book(parts: Mapping[str, str | bytes] | None = None, without: tuple[str, ...] = ()) -> bytes:
    """A usual book with some parts replaced, added or left out."""
    whole: dict[str, str | bytes] = {**usual_parts(), **(parts or {})}
    return packed({name: text for name, text in whole.items() if name not in without})


def book_of(rows: str, before: str = "", behind: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A book whose one sheet has these rows."""
    return book({"xl/worksheets/sheet1.xml": worksheet(rows, before, behind), **(parts or {})})


def grid_of(rows: str, before: str = "", behind: str = "", parts: Mapping[str, str | bytes] | None = None) -> Grid:
    """The grid of such a sheet."""
    read = read_book(book_of(rows, before, behind, parts))
    assert read.fault is None, read.fault
    return read.sheets[0]


def value_of(cell: str, parts: Mapping[str, str | bytes] | None = None) -> CellValue:
    """What the only cell of a sheet says, given as the XML between the brackets of its row."""
    return grid_of(f'<row r="1">{cell}</row>', parts=parts).rows[1][1]


def formatted(stored: str, code: str) -> CellValue:
    """What a cell of a number with a format code says."""
    return value_of(f'<c r="A1" s="1"><v>{stored}</v></c>', {"xl/styles.xml": styles(code)})
