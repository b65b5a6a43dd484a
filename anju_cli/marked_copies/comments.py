"""Comments on cells, joined to those that stand there."""

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple

from anju_cli.marked_copies.edits import Edit
from anju_cli.marked_copies.xml_places import DECLARATION, Element, XmlPart, escaped, xml_part
from anju_cli.places import Cell
from anju_cli.readers.workbooks.references import read_area

#: Who has written our comments, and how each begins: not every program keeps who.
AUTHOR, SIGN = "anju", "anju: "
#: Stand around our words in a comment that another has written.
_BEGIN, _END = "──── anju ────", "──────────────"
_OURS = re.compile(rf"\n?{_BEGIN}\n.*?\n{_END}", re.DOTALL)
_LONGEST = 32_000
#: How the author of a comment begins that stands for a thread.
_THREAD = "tc="
_NEW = DECLARATION + b'<comments xmlns="%s"><authors></authors><commentList></commentList></comments>'
_DEEPEST = 6


class CommentEdits(NamedTuple):
    """The edits of a part of comments, and the cells that have a comment for the first time."""

    edits: list[Edit]
    new: list[Cell]


def new_comments(space: str) -> bytes:
    """A part without comments."""
    return _NEW % space.encode()


def comments_part(name: str, raw: bytes) -> XmlPart:
    """The places of a part of comments."""
    return xml_part(name, raw, _DEEPEST)


def has_room(name: str, raw: bytes) -> bool:
    """Whether a part of comments has the lists that comments are added to."""
    part = comments_part(name, raw)
    return None not in (part.child(part.root, "authors"), part.child(part.root, "commentList"))


def commented(part: XmlPart, texts: Mapping[Cell, str]) -> CommentEdits:
    """Comments on cells. One that stands there gets our words behind its own; a thread is left as it is."""
    authors, standing = _authors(part), _comments(part)
    prefix, number = part.root.prefix.decode(), len(authors)
    edits, new, comments = [], [], []
    for cell, text in texts.items():
        comment = standing.get((cell.row, cell.column))
        words = text[:_LONGEST]
        if comment is None:
            new.append(cell)
            comments.append(_comment(cell.reference, words, number, prefix))
        elif not _author(comment, authors).startswith(_THREAD):
            edits += _joined(part, comment, words)
    if new:
        author = f"<{prefix}author>{AUTHOR}</{prefix}author>".encode()
        edits += [part.appended(element, author) for element in part.within(part.root, "authors")[:1]]
        edits += [part.appended(element, b"".join(comments)) for element in part.within(part.root, "commentList")[:1]]
    return CommentEdits(edits, new)


def _authors(part: XmlPart) -> list[str]:
    outer = part.child(part.root, "authors")
    return [] if outer is None else [part.text(author) for author in part.within(outer, "author")]


def _author(comment: Element, authors: list[str]) -> str:
    number = comment.attributes.get("authorId", "")
    return authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""


def _comments(part: XmlPart) -> dict[tuple[int, int], Element]:
    """The comments by row and column."""
    outer = part.child(part.root, "commentList")
    comments = {}
    for comment in [] if outer is None else part.within(outer, "comment"):
        area = read_area(comment.attributes.get("ref", "").replace("$", ""))
        if area is not None:
            comments[area.first_row, area.first_column] = comment
    return comments


def _comment(reference: str, words: str, author: int, prefix: str) -> bytes:
    """A comment of ours."""
    start = f'<{prefix}comment ref="{reference}" authorId="{author}"><{prefix}text><{prefix}r><{prefix}t xml:space='
    end = f"</{prefix}t></{prefix}r></{prefix}text></{prefix}comment>"
    return start.encode() + b'"preserve">' + escaped(words) + end.encode()


def _joined(part: XmlPart, comment: Element, words: str) -> list[Edit]:
    """Our words behind the last of another's; nothing where that has no text to stand behind."""
    pieces = [piece for piece in part.below(comment, "t") if piece.inside < piece.end]
    text = escaped(f"\n{_BEGIN}\n{words}\n{_END}")
    return [Edit(piece.close, piece.close, text) for piece in pieces[-1:]]


def uncommented(part: XmlPart) -> CommentEdits:
    """A part without our comments and without our words in those of others; and the cells that had ours."""
    authors = _authors(part)
    edits, cells = [], []
    for (row, column), comment in _comments(part).items():
        if _author(comment, authors) == AUTHOR or _words(part, comment).startswith(SIGN):
            edits.append(Edit(comment.start, comment.end, b""))
            cells.append(Cell("", row, column))
        else:
            edits += _parted(part, comment)
    return CommentEdits(edits, cells)


def _words(part: XmlPart, comment: Element) -> str:
    return "".join(_text(part, piece) for piece in part.below(comment, "t"))


def _text(part: XmlPart, piece: Element) -> str:
    return unescape(part.raw[piece.inside : piece.close].decode("utf-8", "replace"))


def _parted(part: XmlPart, comment: Element) -> list[Edit]:
    """The comment of another without our words, which a program may have spread over several pieces."""
    edits = []
    ours = [match.span() for match in _OURS.finditer(_words(part, comment)[: 2 * _LONGEST])]
    position = 0
    for piece in part.below(comment, "t"):
        text = _text(part, piece)
        kept = "".join(
            character
            for place, character in enumerate(text, position)
            if not any(start <= place < end for start, end in ours)
        )
        position += len(text)
        if kept != text:
            edits.append(Edit(piece.inside, piece.close, escaped(kept)))
    return edits
