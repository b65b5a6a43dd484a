"""Comments on a sheet, with their boxes: in the parts that it has for them, or in new ones."""

from collections.abc import Mapping

from anju_cli.marked_copies.book_parts import FOLDER, TYPES, BookParts, NewRelation, relations_space
from anju_cli.marked_copies.comment_boxes import drawn, new_drawing, undrawn
from anju_cli.marked_copies.comments import (
    commented,
    comments_part,
    has_room,
    new_comments,
    uncommented,
)
from anju_cli.marked_copies.edits import edited
from anju_cli.marked_copies.sheet_marks import with_drawing
from anju_cli.marked_copies.xml_places import XmlPart
from anju_cli.places import Cell

_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"


def add_comments(book: BookParts, name: str, part: XmlPart, texts: Mapping[Cell, str], number: int) -> None:
    """Comments on a sheet; none where its parts for them are not what they should be: the list has all all the same."""
    comments, drawing = _comments_of(book, name), _drawing_of(book, name, part)
    if (comments is not None and not has_room(comments, book.read(comments))) or drawing == "":
        return
    new_cells, relations = _add_texts(book, comments, part, texts, number)
    boxes = {cell: texts[cell] for cell in new_cells}
    if drawing is not None:
        book.edit(drawing, drawn(book.read(drawing), boxes, number * 1024 + 1, part.raw))
    elif boxes:
        drawing, raw = f"{FOLDER}drawing{number}.vml", new_drawing(number)
        book.add(drawing, edited(raw, drawn(raw, boxes, number * 1024 + 1, part.raw)), _DRAWING_TYPE)
        relations.append(NewRelation("anjuDrawing", "vmlDrawing", f"/{drawing}"))
        book.edit(name, [with_drawing(part, "anjuDrawing", relations_space(part))])
    if relations:
        book.relate(name, part, relations)


def _add_texts(
    book: BookParts, comments: str | None, part: XmlPart, texts: Mapping[Cell, str], number: int
) -> tuple[list[Cell], list[NewRelation]]:
    """The cells that have a comment for the first time, and what the sheet has to name."""
    if comments is not None:
        edits, cells = commented(comments_part(comments, book.read(comments)), texts)
        book.edit(comments, edits)
        return cells, []
    comments, raw = f"{FOLDER}comments{number}.xml", new_comments(part.root.space)
    edits, cells = commented(comments_part(comments, raw), texts)
    book.add(comments, edited(raw, edits), f"{TYPES}comments+xml")
    return cells, [NewRelation("anjuComments", "comments", f"/{comments}")]


def remove_comments(book: BookParts, name: str, part: XmlPart) -> None:
    """A sheet without our comments and their boxes."""
    comments, drawing = _comments_of(book, name), _drawing_of(book, name, part)
    if comments is None:
        return
    edits, cells = uncommented(comments_part(comments, book.read(comments)))
    book.edit(comments, edits)
    if drawing:
        book.edit(drawing, undrawn(book.read(drawing), cells))


def _comments_of(book: BookParts, name: str) -> str | None:
    """The part of a sheet's comments, where there is one."""
    targets = (relation.target for relation in book.relations(name).values() if relation.sort == "comments")
    return next(filter(book.has, targets), None)


def _drawing_of(book: BookParts, name: str, part: XmlPart) -> str | None:
    """The part in which a sheet's boxes are drawn, `None` where it names none; empty where that is not to be had."""
    element = part.child(part.root, "legacyDrawing")
    if element is None:
        return None
    id_ = next((value for key, value in element.attributes.items() if key.endswith(" id")), "")
    relation = book.relations(name).get(id_)
    if relation is None or not book.has(relation.target) or b"</xml>" not in book.read(relation.target):
        return ""
    return relation.target
