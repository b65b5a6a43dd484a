"""Books to be marked, as programs write them and as none does; and what a marked copy holds."""

import warnings
from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]  # it has none
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from anju_cli.marked_copies.marks import Mark
from anju_cli.places import Cell
from tests.workbooks import MAIN, RELATIONS, STRICT, book, book_of, content_types, relations, usual_parts, worksheet

ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>指标名称</t></is></c><c r="B1" t="str"><v>完成值</v></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2"><v>780</v></c></row>'
)


def mark(
    cell: Cell | None = None, level: str = "error", *, is_open: bool = True, line: int = 1, sentence: str = "超出范围"
) -> Mark:
    """A finding to be marked."""
    return Mark(level, is_open, f"{level} ANJ204", sentence, "请核实后改正", line, cell, "床位", "780")


def parts(raw: bytes) -> dict[str, bytes]:
    """The parts of a book in their order."""
    with ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(raw: bytes) -> openpyxl.Workbook:
    """A book as openpyxl reads it; that it leaves out what it does not know is not what is looked at."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(BytesIO(raw))


def sheet_of(raw: bytes, name: str) -> Worksheet:
    """A sheet of a book as openpyxl reads it."""
    sheet = opened(raw)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


@cache
def by_xlsxwriter() -> bytes:
    """A book with much that libraries lose: comments, formats, drop-downs, a chart, rich text, protection, links."""
    file = BytesIO()
    whole = xlsxwriter.Workbook(file)
    sheet = whole.add_worksheet("表")
    for row in range(20):
        sheet.write(row, 0, f"指标{row}")
        sheet.write(row, 1, row * 1.5)
    sheet.write_rich_string("C1", "甲", whole.add_format({"bold": True}), "乙", "丙")
    sheet.write_formula("C2", "=B2*2", None, 3)
    sheet.write_comment("B4", "自己的批注", {"author": "审核人"})
    sheet.data_validation("B2:B5", {"validate": "decimal", "criteria": ">", "value": 0})
    sheet.conditional_format("B2:B20", {"type": "data_bar"})
    sheet.protect("x")
    sheet.merge_range("E1:F2", "合并")
    other = whole.add_worksheet("It's 一;=")
    other.write_url("A1", "https://example.org/")
    chart = whole.add_chart({"type": "column"})
    chart.add_series({"values": "='表'!$B$1:$B$9"})
    other.insert_chart("D4", chart)
    other.insert_textbox("H4", "文本框")
    other.activate()
    page = whole.add_chartsheet("图")
    chart = whole.add_chart({"type": "line"})
    chart.add_series({"values": "='表'!$B$1:$B$9"})
    page.set_chart(chart)
    whole.define_name("'表'!区", "='表'!$A$1")
    whole.close()
    return file.getvalue()


@cache
def by_openpyxl() -> bytes:
    """A book of another library, which writes absolute targets and comments of its own form."""
    whole = openpyxl.Workbook()
    sheet = whole.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "表"
    sheet["A1"], sheet["B2"] = "指标名称", 780
    sheet["B2"].comment = Comment("自己的批注", "审核人")
    sheet.column_dimensions["A"].width = 30
    sheet.freeze_panes = "A2"
    file = BytesIO()
    whole.save(file)
    return file.getvalue()


def _with_prefix() -> bytes:
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{ROWS}</x:sheetData></x:worksheet>'
    sheet = (
        sheet.replace("<row", "<x:row").replace("</row", "</x:row").replace("<c ", "<x:c ").replace("</c>", "</x:c>")
    )
    for name in ("v", "is", "t"):
        sheet = sheet.replace(f"<{name}>", f"<x:{name}>").replace(f"</{name}>", f"</x:{name}>")
    styles = (
        f'<x:styleSheet xmlns:x="{MAIN}"><x:cellXfs count="1"><x:xf numFmtId="0"/></x:cellXfs><x:dxfs/></x:styleSheet>'
    )
    main = (
        f'<x:workbook xmlns:x="{MAIN}" xmlns:q="{RELATIONS}">'
        '<x:bookViews><x:workbookView firstSheet="0"/></x:bookViews>'
        '<x:sheets><x:sheet name="表" sheetId="7" q:id="rId1"/></x:sheets></x:workbook>'
    )
    return book({"xl/worksheets/sheet1.xml": sheet, "xl/styles.xml": styles, "xl/workbook.xml": main})


def _strict() -> bytes:
    whole = usual_parts()
    whole["xl/worksheets/sheet1.xml"] = worksheet(ROWS)
    for name in ("xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
        whole[name] = whole[name].replace(MAIN, STRICT)
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    for name in ("xl/workbook.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"):
        whole[name] = whole[name].replace(RELATIONS, strict)
    return book(whole)


def _without_styles() -> bytes:
    sheets = (("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"))
    changed = {"xl/_rels/workbook.xml.rels": relations(*sheets), "xl/worksheets/sheet1.xml": worksheet(ROWS)}
    return book(changed, without=("xl/styles.xml",))


def with_comments(comments: str | bytes, drawing: str = "<xml></xml>", named: str = "rId9") -> bytes:
    """A book whose sheet has comments and a drawing for their boxes, as given."""
    sheet = worksheet(ROWS, behind=f'<legacyDrawing xmlns:r="{RELATIONS}" r:id="{named}"/>' if named else "")
    targets = (("rId8", "comments", "../comments1.xml"), ("rId9", "vmlDrawing", "../drawings/vmlDrawing1.vml"))
    types = '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>'
    return book(
        {
            "[Content_Types].xml": content_types(more=types),
            "xl/worksheets/sheet1.xml": sheet,
            "xl/worksheets/_rels/sheet1.xml.rels": relations(*targets),
            "xl/comments1.xml": comments,
            "xl/drawings/vmlDrawing1.vml": drawing,
        }
    )


def comments_of(*comments: tuple[str, int, str], authors: Sequence[str] = ("审核人",)) -> str:
    """A part of comments: cell, number of the author, what stands in its text."""
    names = "".join(f"<author>{name}</author>" for name in authors)
    texts = "".join(
        f'<comment ref="{cell}" authorId="{by}"><text>{text}</text></comment>' for cell, by, text in comments
    )
    return f'<comments xmlns="{MAIN}"><authors>{names}</authors><commentList>{texts}</commentList></comments>'


#: Books of one sheet 表 at least, with a figure in B2.
BOOKS: dict[str, Callable[[], bytes]] = {
    "xlsxwriter": by_xlsxwriter,
    "openpyxl": by_openpyxl,
    "plain": lambda: book_of(ROWS),
    "prefix": _with_prefix,
    "strict": _strict,
    "without styles": _without_styles,
    "empty sheet": lambda: book({"xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'}),
    "byte order mark": lambda: book({"xl/worksheets/sheet1.xml": "\ufeff" + worksheet(ROWS)}),
    "much behind": lambda: book_of(
        ROWS, behind='<mergeCells count="1"><mergeCell ref="D1:E1"/></mergeCells><pageMargins left="1" right="1" '
        'top="1" bottom="1" header="0" footer="0"/><extLst><ext uri="x"/></extLst>'
    ),
    "selected": lambda: book_of(
        ROWS, before='<sheetViews><sheetView tabSelected="true" workbookViewId="0"/></sheetViews><cols><col min="1" '
        'max="1" width="9"/></cols>'
    ),
    "commented": lambda: with_comments(comments_of(("B2", 0, "<t>自己的批注</t>"))),
}  # fmt: skip
