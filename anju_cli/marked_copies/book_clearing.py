"""A workbook without anju's marks: to the byte where nobody has written the copy since, else by what is ours in it."""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from anju_cli.marked_copies.book_parts import FINDINGS_PART, BookParts
from anju_cli.marked_copies.edits import Edit
from anju_cli.marked_copies.refusals import RefusalKind, UnmarkableError
from anju_cli.marked_copies.sheet_comments import remove_comments
from anju_cli.marked_copies.sheet_marks import own_formats, sheet_part
from anju_cli.marked_copies.xml_places import XmlPart, xml_part
from anju_cli.readers.own_marks import is_own_sheet
from anju_cli.readers.sheets.grid import Grid
from anju_cli.readers.workbooks.book import BookError
from anju_cli.readers.workbooks.xlsx_reader import read_book
from anju_cli.readers.workbooks.xlsx_workbook import relations_part


class PlainBook(NamedTuple):
    """A book without marks of ours, and what its sheets say."""

    raw: bytes
    sheets: tuple[Grid, ...]


def plain_sheets(raw: bytes, refusal: RefusalKind = "unreadable") -> tuple[Grid, ...]:
    """What the sheets of a book say, without ours; a book that can't be read is refused as told."""
    return _without_ours(_sheets(raw, refusal))


def _sheets(raw: bytes, refusal: RefusalKind = "unreadable") -> tuple[Grid, ...]:
    book = read_book(raw)
    if book.fault is not None:
        raise UnmarkableError(refusal)
    return book.sheets


def _without_ours(grids: tuple[Grid, ...]) -> tuple[Grid, ...]:
    return tuple(grid for grid in grids if not is_own_sheet(grid))


def cleared_book(raw: bytes) -> bytes:
    """The book without marks of ours; the same bytes where it has none."""
    return plain_book(raw).raw


def plain_book(raw: bytes) -> PlainBook:
    """The same, with what its sheets say: that no figure has changed is looked at."""
    try:
        grids = _sheets(raw)
        copy = _undone(raw) or _swept(raw, {grid.name for grid in grids if is_own_sheet(grid)})
        sheets = _without_ours(grids)
        if copy is not raw and plain_sheets(copy) != sheets:
            raise UnmarkableError("changed")
    except BookError as error:
        raise UnmarkableError("unreadable") from error
    return PlainBook(copy, sheets)


def _undone(raw: bytes) -> bytes | None:
    book = BookParts(raw)
    return book.packed() if book.has(FINDINGS_PART) and book.undone(FINDINGS_PART) else None


def _swept(raw: bytes, own: set[str]) -> bytes:
    """A book that another program has written since: what is left there of colours and styles does no harm."""
    book = BookParts(raw)
    for entry in book.workbook.sheets:
        name = book.workbook.relations[entry.relation].target
        if entry.name in own:
            book.drop(name)
            if book.has(relations_part(name)):
                book.drop(relations_part(name))
        else:
            part = sheet_part(name, book.read(name))
            book.edit(name, (Edit(element.start, element.end, b"") for element in own_formats(part)))
            remove_comments(book, name, part)
    if own:
        _forget(book, xml_part(book.main, book.read(book.main), 2), own)
    return book.packed() if book.edits else raw


def _forget(book: BookParts, main: XmlPart, own: set[str]) -> None:
    """The main part no longer names our sheets, and counts the others without them."""
    entries = book.workbook.sheets
    relations = relations_part(book.main)
    named = xml_part(relations, book.read(relations), 1)
    ids = {entry.relation for entry in entries if entry.name in own}
    links = [link for link in named.within(named.root, "Relationship") if link.attributes.get("Id") in ids]
    book.edit(relations, (Edit(link.start, link.end, b"") for link in links))
    elements = main.below(main.root, "sheet")
    gone = [element for element, entry in zip(elements, entries, strict=True) if entry.name in own]
    book.edit(book.main, (Edit(element.start, element.end, b"") for element in gone))
    book.edit(book.main, _renumbered(book, main, own))


def _renumbered(book: BookParts, main: XmlPart, own: set[str]) -> Iterator[Edit]:
    """The numbers of sheets as they are without ours; where ours is active, the first that is seen."""
    numbers: dict[str, str] = {}
    following = count()
    kept = [entry for entry in book.workbook.sheets if entry.name not in own]
    for number, entry in enumerate(book.workbook.sheets):
        if entry.name not in own:
            numbers[str(number)] = str(next(following))
    first = next((number for number, entry in enumerate(kept) if entry.visibility == "visible"), 0)
    for view in main.below(main.root, "workbookView"):
        yield main.attribute(view, "activeTab", numbers.get(view.attributes.get("activeTab", "0"), str(first)))
        yield from (main.attribute(view, "firstSheet", "0") for _ in [1] if "firstSheet" in view.attributes)
    for name in main.below(main.root, "definedName"):
        local = name.attributes.get("localSheetId")
        if local in numbers and numbers[local] != local:
            yield main.attribute(name, "localSheetId", numbers[local])
        elif local is not None and local not in numbers:
            yield Edit(name.start, name.end, b"")
