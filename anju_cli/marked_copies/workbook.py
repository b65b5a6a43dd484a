"""A workbook marked: its faulty cells coloured and commented, a sheet with all findings added; nothing else changed."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain, count
from typing import NamedTuple

from anju_cli.marked_copies.book_clearing import plain_book, plain_sheets
from anju_cli.marked_copies.book_parts import FINDINGS_PART, FOLDER, TYPES, BookParts, NewRelation, relations_space
from anju_cli.marked_copies.comments import SIGN
from anju_cli.marked_copies.edits import Edit, edited
from anju_cli.marked_copies.findings_sheet import findings_sheet
from anju_cli.marked_copies.marks import Mark
from anju_cli.marked_copies.refusals import UnmarkableError
from anju_cli.marked_copies.sheet_comments import add_comments
from anju_cli.marked_copies.sheet_marks import coloured, deselected, sheet_part
from anju_cli.marked_copies.styles import NEW, MarkStyles, with_mark_styles
from anju_cli.marked_copies.xml_places import Element, XmlPart, escaped, xml_part
from anju_cli.places import Cell
from anju_cli.readers.workbooks.book import BookError
from anju_cli.texts import Texts


class _SheetMarks(NamedTuple):
    """What is marked on a sheet: cells by level, and the comment of each."""

    number: int
    cells: Mapping[str, Sequence[Cell]]
    comments: Mapping[Cell, str]


def marked_book(raw: bytes, marks: Sequence[Mark], say: Texts) -> bytes:
    """The copy; marks that the book has from before give way."""
    try:
        plain = plain_book(raw)
        copy = _marked(BookParts(plain.raw), marks, say)
        if plain_sheets(copy, "too_large") != plain.sheets:
            raise UnmarkableError("changed")
    except BookError as error:
        raise UnmarkableError("unreadable") from error
    return copy


def _marked(book: BookParts, marks: Sequence[Mark], say: Texts) -> bytes:
    if book.is_signed:
        raise UnmarkableError("signed")
    main = xml_part(book.main, book.read(book.main), 2)
    styles, more = _add_styles(book, main)
    for number, entry in enumerate(book.workbook.sheets, 1):
        part = book.workbook.relations[entry.relation].target
        own = [(mark.cell, mark) for mark in marks if mark.is_open and mark.cell and mark.cell.sheet == entry.name]
        _mark_sheet(book, part, _sheet_marks(number, own, say), styles)
    _add_list(book, main, findings_sheet(marks, styles, say, main.root.space), say)
    book.relate(book.main, main, [NewRelation("anjuFindings", "worksheet", f"/{FINDINGS_PART}"), *more])
    return book.packed(FINDINGS_PART)


def _add_styles(book: BookParts, main: XmlPart) -> tuple[MarkStyles, list[NewRelation]]:
    """Our styles at the end of those of the book; of a book that has none, in a part of their own, to be named."""
    name = book.workbook.target("styles")
    if name is not None:
        styles, edits = with_mark_styles(xml_part(name, book.read(name), 2))
        book.edit(name, edits)
        return styles, []
    raw = NEW % main.root.space.encode()
    styles, edits = with_mark_styles(xml_part("", raw, 2))
    book.add(f"{FOLDER}styles.xml", edited(raw, edits), f"{TYPES}styles+xml")
    return styles, [NewRelation("anjuStyles", "styles", f"/{FOLDER}styles.xml")]


def _sheet_marks(number: int, marks: Sequence[tuple[Cell, Mark]], say: Texts) -> _SheetMarks:
    """A cell is coloured by the worst that is told of it, and commented with all."""
    texts: dict[Cell, list[str]] = {}
    levels: dict[Cell, str] = {}
    for (sheet, row, column, _), mark in marks:
        cell = Cell(sheet, row, column)
        texts.setdefault(cell, []).append(comment_text(mark, say))
        levels[cell] = "error" if "error" in {levels.get(cell), mark.level} else mark.level
    cells = {level: [cell for cell, own in levels.items() if own == level] for level in ("error", "query")}
    return _SheetMarks(number, cells, {cell: "\n\n".join(dict.fromkeys(words)) for cell, words in texts.items()})


def comment_text(mark: Mark, say: Texts) -> str:
    """Level, code and sentence; the way out."""
    advice = f"\n{say('advice_line', advice=mark.advice)}" if mark.advice else ""
    return f"{SIGN}{mark.head}\n{mark.sentence}{advice}"


def _mark_sheet(book: BookParts, name: str, marks: _SheetMarks, styles: MarkStyles) -> None:
    part = sheet_part(name, book.read(name))
    book.edit(name, deselected(part))
    looks = ((styles.error, "error"), (styles.query, "query"))
    book.edit(name, coloured(part, [(dxf, [cell.reference for cell in marks.cells[level]]) for dxf, level in looks]))
    if marks.comments:
        add_comments(book, name, part, marks.comments, marks.number)


def _add_list(book: BookParts, main: XmlPart, raw: bytes, say: Texts) -> None:
    """The sheet of findings behind all others, and active: it is what is seen first."""
    book.add(FINDINGS_PART, raw, f"{TYPES}worksheet+xml")
    entries, views = main.child(main.root, "sheets"), main.child(main.root, "bookViews")
    if entries is None:
        raise UnmarkableError("unreadable")
    sheets = main.within(entries, "sheet")
    number = max((int(sheet.attributes["sheetId"]) for sheet in sheets if _has_number(sheet)), default=0) + 1
    name = _free_name(say("sheet"), {entry.name.lower() for entry in book.workbook.sheets})
    new = f'sheet xmlns:r="{relations_space(main)}" name="'.encode() + escaped(name)
    new = b"<" + main.root.prefix + new + f'" sheetId="{number}" r:id="anjuFindings"/>'.encode()
    active = str(len(sheets))
    edits = [main.appended(entries, new)]
    if views is None:
        prefix = main.root.prefix.decode()
        view = f'<{prefix}bookViews><{prefix}workbookView activeTab="{active}"/></{prefix}bookViews>'
        edits.append(Edit(entries.start, entries.start, view.encode()))
    else:
        edits += [main.attribute(view, "activeTab", active) for view in main.within(views, "workbookView")]
    book.edit(book.main, edits)


def _has_number(sheet: Element) -> bool:
    return sheet.attributes.get("sheetId", "").isdecimal()


def _free_name(name: str, names: Collection[str]) -> str:
    """A name that no sheet has."""
    numbered = chain([name], (f"{name} {number}" for number in count(2)))
    return next(candidate for candidate in numbered if candidate.lower() not in names)
