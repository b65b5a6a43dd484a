"""A marked workbook is the clerk's own: faulty cells coloured and commented, findings listed, every other byte kept."""

import base64
import json
import re
import zlib
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from anju_cli.marked_copies import workbook
from anju_cli.marked_copies.book_clearing import cleared_book, plain_sheets
from anju_cli.marked_copies.marks import Mark
from anju_cli.marked_copies.refusals import UnmarkableError
from anju_cli.marked_copies.workbook import marked_book
from anju_cli.places import Cell
from anju_cli.readers.own_marks import is_own_sheet
from anju_cli.readers.workbooks.xlsx_reader import read_book
from anju_cli.texts.mark_words import mark_words
from tests.marked_books import (
    BOOKS,
    ROWS,
    by_openpyxl,
    by_xlsxwriter,
    comments_of,
    mark,
    opened,
    parts,
    sheet_of,
    with_comments,
)
from tests.real_workbooks import converted, needs_libreoffice
from tests.workbooks import MAIN, book, book_of, packed, styles
from tests.workbooks import workbook as main_part

SAY = mark_words("zh")
B2 = Cell("表", 2, 2)
LIST = "anju 核对结果"
TOUCHED = re.compile(
    r"\[Content_Types\]\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/styles\.xml|xl/worksheets/sheet\d\.xml"
    r"|xl/chartsheets/sheet\d\.xml|xl/worksheets/_rels/sheet1\.xml\.rels|xl/(comments/)?comments?1\.xml"
    r"|xl/drawings/(commentsDrawing1|vmlDrawing1)\.vml"
)
each_book = pytest.mark.parametrize("name", BOOKS)


def marked(raw: bytes, *marks: Mark) -> bytes:
    """A copy with one error in B2 where no marks are given."""
    return marked_book(raw, marks or [mark(B2)], SAY)


def text(cell: Any) -> str:
    """The text of a comment on a cell as openpyxl reads it, empty where there is none."""
    comment = getattr(cell, "comment", None)
    return comment.text if comment else ""


@each_book
def test_every_other_part_stays(name: str) -> None:
    """All parts are there in their order; but for those that marks have to touch, each has the same bytes."""
    raw = BOOKS[name]()
    before, after = parts(raw), parts(marked(raw))
    assert list(before) == [part for part in after if not part.startswith("xl/anju/")][: len(before)]
    assert [] == [part for part in before if before[part] != after[part] and not TOUCHED.fullmatch(part)]


@each_book
def test_no_figure_is_touched(name: str) -> None:
    """What the sheets say is the same before and after; the list of findings is known as ours."""
    raw = BOOKS[name]()
    copy = marked(raw, mark(B2), mark(B2, "query"), mark())
    assert read_book(raw).sheets == plain_sheets(copy)
    assert [LIST] == [grid.name for grid in read_book(copy).sheets if is_own_sheet(grid)]


@each_book
def test_clearing_gives_back_every_byte(name: str) -> None:
    """A marked copy cleared of marks has the parts of the book, byte for byte and in order."""
    raw = BOOKS[name]()
    cleared = cleared_book(marked(raw, mark(B2), mark(Cell("表", 9, 3), "query")))
    assert list(parts(raw).items()) == list(parts(cleared).items())


@each_book
def test_marking_twice_is_marking_once(name: str) -> None:
    """Marks that are there give way to the new ones; the same input gives the same bytes."""
    copy = marked(BOOKS[name]())
    assert copy == marked(copy)


@each_book
def test_a_book_without_marks_is_cleared_to_itself(name: str) -> None:
    """Nothing of a book that anju never marked is touched by clearing."""
    raw = BOOKS[name]()
    assert raw == cleared_book(raw)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(1, 30), st.integers(1, 9), st.sampled_from(["error", "query"]), st.text()), max_size=9
    )
)
def test_any_marks_come_off_again(cells: list[tuple[int, int, str, str]]) -> None:
    """Whatever is marked with whatever words: no figure changes, another program reads the book, and all comes off."""
    raw = by_xlsxwriter()
    copy = marked(raw, *(mark(Cell("表", row, column), level, sentence=words) for row, column, level, words in cells))
    assert LIST == opened(copy).sheetnames[-1]
    assert parts(raw) == parts(cleared_book(copy))


def test_a_cell_is_coloured_by_its_worst_finding() -> None:
    """One conditional format a level: an error wins over a query on the same cell; notes colour nothing."""
    copy = marked(by_openpyxl(), mark(B2, "query"), mark(B2), mark(Cell("表", 3, 2), "query"), _note(Cell("表", 4, 2)))
    formats = sheet_of(copy, "表").conditional_formatting
    looks = {
        str(format_.sqref): rule.dxf.fill.bgColor.rgb
        for format_ in formats
        for rule in format_.rules
        if rule.formula == ['"anju"="anju"']
    }
    assert {"B2": "FFFFC7CE", "B3": "FFFFEB9C"} == looks


def _note(cell: Cell) -> Mark:
    return mark(cell, "note", is_open=False)


def test_cell_styles_and_formats_of_the_book_stay() -> None:
    """The clerk's own formats are read as before, each with the look it had."""
    raw = by_xlsxwriter()
    for number in (1, 2):
        before, after = (sheet_of(one, opened(raw).sheetnames[number - 1]) for one in (raw, marked(raw)))
        assert [cell.style_id for row in before for cell in row] == [cell.style_id for row in after for cell in row]
        assert {str(format_.sqref) for format_ in before.conditional_formatting} <= {
            str(format_.sqref) for format_ in after.conditional_formatting
        }
    assert (780, "自己的批注") == (b2_of(by_openpyxl()).value, text(b2_of(by_openpyxl())))


def b2_of(raw: bytes) -> Any:
    """The cell B2 of the first sheet."""
    return sheet_of(raw, "表")["B2"]


def test_findings_of_a_cell_stand_in_its_comment() -> None:
    """Level and code, the sentence and the way out; several findings below one another, the same one once."""
    copy = marked(book_of(ROWS), mark(B2), mark(B2), mark(B2, "query", sentence="像小数"))
    assert "anju: error ANJ204\n超出范围\n处理: 请核实后改正\n\nanju: query ANJ204\n像小数\n处理: 请核实后改正" == text(
        b2_of(copy)
    )


@pytest.mark.parametrize("raw", [by_openpyxl(), with_comments(comments_of(("$B$2", 0, "<t>自己的批注</t>")))])
def test_a_comment_that_stands_there_is_joined(raw: bytes) -> None:
    """Our words come behind those of the one who wrote the comment, whose name it keeps."""
    comment = b2_of(marked(raw)).comment
    assert comment.author == "审核人"
    assert re.fullmatch(r"自己的批注\n─+ anju ─+\nanju: error ANJ204\n超出范围\n处理: 请核实后改正\n─+", comment.text)


@pytest.mark.parametrize(
    ("comments", "authors"),
    [(("B2", 0, "<t>[Threaded comment]</t>"), ("tc={1}",)), (("B2", 0, "<t/>"), ("审核人",))],
)
def test_a_comment_that_can_not_be_joined_is_left(comments: tuple[str, int, str], authors: tuple[str, ...]) -> None:
    """A thread, and a comment without a text, stay as they are; another cell gets its comment beside them."""
    raw = with_comments(comments_of(comments, authors=authors))
    copy = marked(raw, mark(B2), mark(Cell("表", 3, 2)))
    assert text(sheet_of(raw, "表")["B2"]) == text(sheet_of(copy, "表")["B2"])
    assert text(sheet_of(copy, "表")["B3"])


@pytest.mark.parametrize("number", ["x", "9"])
def test_a_comment_by_nobody_is_joined(number: str) -> None:
    """A comment whose author is not in the list is a comment all the same."""
    comments = comments_of(("B2", 0, "<t>甲</t>"), ("ZZZZ1", 0, "<t>乙</t>")).replace(
        'authorId="0"', f'authorId="{number}"'
    )
    copy = parts(marked(with_comments(comments)))["xl/comments1.xml"].decode()
    assert "甲&#10;" in copy


@pytest.mark.parametrize(
    "raw",
    [
        with_comments(f'<comments xmlns="{"http://schemas.openxmlformats.org/spreadsheetml/2006/main"}"/>'),
        with_comments(comments_of(), drawing="<xml>"),
        with_comments(comments_of(), named="rId7"),
    ],
)
def test_parts_that_have_no_room_for_comments(raw: bytes) -> None:
    """Where comments and their boxes can't be added, they are left as they are, and cells are coloured all the same."""
    before, after = parts(raw), parts(marked(raw))
    assert before["xl/comments1.xml"] == after["xl/comments1.xml"]
    assert b'"anju"="anju"' in after["xl/worksheets/sheet1.xml"]
    assert parts(raw) == parts(cleared_book(marked(raw)))


def test_a_joined_comment_needs_no_box() -> None:
    """Comments whose boxes are drawn nowhere are joined, and nothing is drawn for them."""
    raw = with_comments(comments_of(("B2", 0, "<t>自己的批注</t>")), named="")
    copy = marked(raw)
    assert "anju: error" in text(b2_of(copy))
    assert {} == {name: part for name, part in parts(copy).items() if name.startswith("xl/anju/drawing")}


def test_boxes_are_drawn_beside_those_that_stand_there() -> None:
    """Each new comment has a box at its cell, with a number that no other box has."""
    drawing = parts(marked(by_xlsxwriter(), mark(B2), mark(Cell("表", 1_048_576, 16_384))))[
        "xl/drawings/vmlDrawing1.vml"
    ]
    assert len(re.findall(rb"_x0000_s\d+", drawing)) == len(set(re.findall(rb"_x0000_s\d+", drawing))) == 3
    assert {b"1", b"3", b"1048575"} == set(re.findall(rb"<x:Row>(\d+)</x:Row>", drawing))
    assert 1 == drawing.count(b'id="_x0000_t202"')


def test_the_list_is_seen_first_and_alone() -> None:
    """The list of findings is the active sheet and the only one selected: nothing is typed into two sheets at once."""
    whole = opened(marked(by_xlsxwriter()))
    assert LIST == whole.sheetnames[-1]
    assert whole.active is not None
    assert LIST == whole.active.title
    assert [LIST] == [sheet.title for sheet in whole.worksheets if sheet.sheet_view.tabSelected]
    assert [False] == [bool(sheet.sheetViews.sheetView[0].tabSelected) for sheet in whole.chartsheets]


def test_the_list_has_every_finding_and_leads_to_its_cell() -> None:
    """All findings with a link each, also to a sheet whose name needs quotes; what is about the file has none."""
    copy = marked(by_xlsxwriter(), mark(Cell("It's 一;=", 3, 3)), mark(), _note(B2))
    sheet = sheet_of(copy, LIST)
    assert ["anju 核对结果: 强制 2 处, 核实 0 处, 提示 1 处", "级别", "error ANJ204"] == [
        sheet[cell].value for cell in ("A1", "A4", "A5")
    ]
    assert ["It's 一;=!C3", "整个文件", "表!B2"] == [sheet[f"B{row}"].value for row in (5, 6, 7)]
    assert [("B5", "'It''s 一;='!C3"), ("B7", "'表'!B2")] == [
        (link.ref, link.location) for link in (sheet[cell].hyperlink for cell in ("B5", "B7"))
    ]
    assert ("landscape", "9", "A5") == (
        sheet.page_setup.orientation,
        str(sheet.page_setup.paperSize),
        sheet.freeze_panes,
    )


def test_a_list_without_findings_says_so() -> None:
    """A book in which nothing is wrong has a list that says it."""
    assert "没有发现问题。" == sheet_of(marked_book(book_of(ROWS), [], SAY), LIST)["A5"].value


def test_a_list_has_an_end() -> None:
    """Of more findings than anybody reads the first are listed, and the others counted."""
    sheet = sheet_of(marked(book_of(ROWS), *[mark()] * 2_003), LIST)
    assert (2_005, "另有 3 条没有列出") == (sheet.max_row, sheet["A2005"].value)


def test_the_list_has_a_name_of_its_own() -> None:
    """A sheet of the clerk's that has its name keeps it."""
    sheets = f'<sheet name="{LIST.upper()}" sheetId="9" r:id="rId1"/>'
    whole = opened(marked_book(book({"xl/workbook.xml": main_part(sheets)}), [], SAY))
    assert [LIST.upper(), f"{LIST} 2"] == whole.sheetnames


def test_in_english() -> None:
    """The list and the comments are in the language that was asked for."""
    copy = marked_book(book_of(ROWS), [mark(B2)], mark_words("en"))
    sheet = sheet_of(copy, "anju findings")
    assert "anju findings: 1 error, 0 queries, 0 notes" == sheet["A1"].value
    assert text(b2_of(copy)).endswith("What to do: 请核实后改正")


def test_hostile_texts_are_texts() -> None:
    """What looks like a formula, an escape, markup or a control character is shown, never done."""
    words = "=1+1 <b>&\"'\x00\x1f\ufffe_x0041_ \ud800"
    copy = marked(book_of(ROWS), mark(B2, sentence=words))
    cell = sheet_of(copy, LIST)["E5"]
    assert ("s", "=1+1 <b>&\"'_x0041_ ") == (cell.data_type, str(cell.value).replace("_x005F_", "_"))
    assert "anju: error ANJ204\n=1+1 <b>&\"'" in text(b2_of(copy))


def test_long_texts_are_cut() -> None:
    """A cell and a comment hold so much that every program takes them."""
    copy = marked(book_of(ROWS), mark(B2, sentence="长" * 50_000))
    assert (32_000, 32_000) == (len(str(sheet_of(copy, LIST)["E5"].value)), len(text(b2_of(copy))))


def _in_code_page(text: str) -> bytes:
    """A part in an encoding whose brackets are other bytes."""
    return text.encode("cp037")


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("signed", packed({**parts(book_of(ROWS)), "_xmlsignatures/origin.sigs": b""})),
        ("unreadable", b"PK\x03\x04"),
        ("unreadable", book_of('<row r="1"><c r="A1" t="zz"><v>1</v></c></row>')),
        ("unreadable", with_comments("<comments>")),
        ("unreadable", with_comments(_in_code_page('<?xml version="1.0" encoding="cp037"?><comments/>'))),
        ("unreadable", book({"xl/styles.xml": styles().encode("utf-16")})),
        ("unreadable", book({"xl/styles.xml": f'<styleSheet xmlns="{MAIN}"/>'})),
        ("unreadable", with_comments('<!DOCTYPE a><comments xmlns="x"/>')),
        ("unreadable", with_comments("<comments/>".encode("utf-16").decode("latin-1"))),
        ("unreadable", book({"xl/workbook.xml": main_part().replace("sheets>", "sheetz>")})),
    ],
)
def test_books_that_are_not_marked(kind: str, raw: bytes) -> None:
    """A signed book would lose its signature; one that can't be read has no cells to mark."""
    with pytest.raises(UnmarkableError) as refused:
        marked(raw)
    assert kind == refused.value.kind


def test_a_copy_that_would_say_something_else_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a copy says is read again before it is handed out."""
    monkeypatch.setattr(workbook, "plain_sheets", lambda *_: ())
    with pytest.raises(UnmarkableError, match="changed"):
        marked(book_of(ROWS))


def test_a_copy_that_would_be_too_large_is_not_made() -> None:
    """What can't be read again with marks in it is told as such, not as a book that can't be read."""
    cells = "".join(f'<c r="A{row}"><v>1</v></c></row><row r="{row + 1}">' for row in range(1, 59_998))
    with pytest.raises(UnmarkableError, match="too_large"):
        marked(book_of(f'<row r="1">{cells}</row>'))


def _forged(copy: bytes, record: object) -> bytes:
    """A marked copy with another record of what was done; a text is one as it stands."""
    whole = parts(copy)
    written = record if isinstance(record, str) else json.dumps(record)
    coded = base64.b64encode(zlib.compress(written.encode())).decode()
    sheet = re.sub(r"<!--anju-undo .*?-->", f"<!--anju-undo {coded}-->", whole["xl/anju/findings.xml"].decode())
    return packed({**whole, "xl/anju/findings.xml": sheet})


def test_a_forged_record_changes_no_figure() -> None:
    """What says that a figure was another one before the marks is not believed."""
    copy = marked(book_of(ROWS))
    sheet = parts(copy)["xl/worksheets/sheet1.xml"]
    start = sheet.index(b"780")
    edit = [start, start + 3, base64.b64encode(b"78").decode()]
    record = [[["xl/worksheets/sheet1.xml", sha256(sheet).hexdigest(), [edit]]], []]
    with pytest.raises(UnmarkableError, match="changed"):
        cleared_book(_forged(copy, record))


@pytest.mark.parametrize(
    "record",
    [
        [[], ["xl/none.xml"]],
        1,
        [[["xl/none.xml", "", []]], []],
        [[[5, "", []]], [5]],
        "[" * 100_000,
        '[[["xl/workbook.xml", "", [[Infinity, 0, ""]]]], []]',
    ],
    ids=range(6),
)
def test_a_record_that_does_not_fit_is_not_used(record: object) -> None:
    """Marks come off all the same, by what is ours in the book."""
    cleared = cleared_book(_forged(marked(book_of(ROWS)), record))
    assert ["表"] == opened(cleared).sheetnames
    assert "" == text(b2_of(cleared))


def _saved_again(raw: bytes) -> bytes:
    """A book as another program writes it."""
    file = BytesIO()
    opened(raw).save(file)
    return file.getvalue()


def test_marks_come_off_a_book_that_was_saved_since() -> None:
    """List, colours, comments and our words in those of others go; what the clerk has is what stays."""
    raw = by_xlsxwriter()
    cleared = cleared_book(_saved_again(marked(raw, mark(B2), mark(Cell("表", 4, 2), "query"))))
    sheet = sheet_of(cleared, "表")
    assert opened(raw).sheetnames == opened(cleared).sheetnames
    assert ("", "自己的批注") == (text(sheet["B2"]), text(sheet["B4"]))
    assert ["B2:B20"] == [str(format_.sqref) for format_ in sheet.conditional_formatting]
    assert plain_sheets(cleared) == plain_sheets(_saved_again(raw))


def test_a_list_between_other_sheets_comes_off() -> None:
    """Names that belong to a sheet behind ours, and the sheet that was active, stay with their sheets."""
    whole = opened(marked(by_openpyxl()))
    whole.create_sheet("后")
    whole.move_sheet("anju 核对结果", -1)
    last, ours = whole["后"], whole[LIST]
    assert isinstance(last, Worksheet)
    assert isinstance(ours, Worksheet)
    last.print_title_rows, ours.print_title_rows = "1:1", "4:4"
    last["A1"] = 1
    ours["H9"].hyperlink = "https://example.org/"
    whole.move_sheet(LIST, -1)
    whole.active = 2
    file = BytesIO()
    whole.save(file)
    cleared = opened(cleared_book(file.getvalue()))
    assert ["表", "后"] == cleared.sheetnames
    assert cleared.active is not None
    assert ("后", "$1:$1") == (cleared.active.title, cleared["后"].print_title_rows)


@needs_libreoffice
def test_libreoffice_keeps_what_marks_are_known_by(tmp_path: Path) -> None:
    """A marked copy that LibreOffice has saved is read without the list, and cleared of it."""
    copy = marked(by_xlsxwriter(), mark(B2), mark(Cell("表", 4, 2), "query"))
    cleared = cleared_book(converted(copy, "xlsx", tmp_path))
    assert ["表", "It's 一;=", "图"] == opened(cleared).sheetnames
    assert ("", "自己的批注") == tuple(text(sheet_of(cleared, "表")[cell]) for cell in ("B2", "B4"))
