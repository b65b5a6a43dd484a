"""Where the elements of an XML part stand, by byte: a part is edited at these places and never written anew."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from html import unescape
from operator import attrgetter
from typing import NamedTuple
from xml.parsers import expat

from anju_cli.characters import storable
from anju_cli.marked_copies.edits import Edit
from anju_cli.readers.workbooks.book import BookError

_TAG = re.compile(rb"""<([^\s/>"']+)(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(rb"""\s([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")
#: What Excel would take for one of its own escapes.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_QUOTES = {'"': "&quot;", "'": "&apos;"}


#: How a part begins that anju writes.
DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Element(NamedTuple):
    """An element: its local name, depth and namespace; where it begins, where its content begins and ends, its end.

    An element without content, `<a/>`, has it at its end. `tag` is its name as written.
    """

    name: str
    depth: int
    space: str
    tag: bytes
    start: int
    inside: int
    close: int
    end: int
    attributes: dict[str, str]

    @property
    def prefix(self) -> bytes:
        """The prefix of its name with the colon, where it has one."""
        return self.tag[: self.tag.rfind(b":") + 1]


_START = attrgetter("start")


class XmlPart(NamedTuple):
    """A part's bytes and its elements in the order of their start tags, down to some depth; the first is the root."""

    raw: bytes
    elements: tuple[Element, ...]

    @property
    def root(self) -> Element:
        """The outermost element."""
        return self.elements[0]

    def within(self, outer: Element, name: str = "") -> list[Element]:
        """The children of an element, in the namespace of the root; those of one name where it is given."""
        depth, space = outer.depth + 1, self.root.space
        return [
            element
            for element in self._inside(outer)
            if element.depth == depth and element.space == space and name in {"", element.name}
        ]

    def child(self, outer: Element, name: str) -> Element | None:
        """The first child of a name."""
        return next(iter(self.within(outer, name)), None)

    def below(self, outer: Element, name: str) -> list[Element]:
        """The elements of a name anywhere inside."""
        return [element for element in self._inside(outer) if element.name == name]

    def _inside(self, outer: Element) -> tuple[Element, ...]:
        first = bisect_right(self.elements, outer.start, key=_START)
        return self.elements[first : bisect_left(self.elements, outer.end, key=_START)]

    def text(self, element: Element) -> str:
        """The text of an element that has no other content."""
        return unescape(self.raw[element.inside : element.close].decode("utf-8", "replace"))

    def appended(self, outer: Element, new: bytes) -> Edit:
        """Something new at the end of an element's content."""
        if outer.inside == outer.end:
            return Edit(outer.end - 2, outer.end, b">" + new + b"</" + outer.tag + b">")
        return Edit(outer.close, outer.close, new)

    def in_order(self, outer: Element, name: str, order: Sequence[str], new: bytes) -> Edit:
        """A new child `name` behind those that come before it in the order of the format."""
        before = order[: order.index(name) + 1]
        ends = [element.end for element in self.within(outer) if element.name in before]
        if outer.inside == outer.end:
            raise BookError("damaged_xml", part="", line="1")  # it should hold something
        place = max([outer.inside, *ends])
        return Edit(place, place, new)

    def attribute(self, element: Element, name: str, value: str) -> Edit:
        """An attribute with another value, or one more."""
        start = element.start + 1 + len(element.tag)
        for match in _ATTRIBUTE.finditer(self.raw, start, element.inside):
            if match[1].decode() == name:
                return Edit(match.start(2) + 1, match.end(2) - 1, value.encode())
        return Edit(start, start, f' {name}="{value}"'.encode())


def xml_part(name: str, raw: bytes, deepest: int = 3, flat: frozenset[str] = frozenset()) -> XmlPart:
    """The places of a part's elements; nothing is kept from inside those whose names are in `flat`."""
    if b"\x00" in raw:
        raise BookError("damaged_xml", part=name, line="1")  # UTF-16, which no spreadsheet writes
    parser = expat.ParserCreate(namespace_separator=" ")
    places = _Places(raw, deepest, flat, parser)
    parser.StartElementHandler, parser.EndElementHandler = places.start, places.end
    parser.StartDoctypeDeclHandler = _doctype_of(name)
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - expat's own
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise BookError("damaged_xml", part=name, line=str(parser.CurrentLineNumber)) from error
    return XmlPart(raw, tuple(sorted(places.elements, key=_START)))


def _doctype_of(name: str) -> Callable[..., None]:
    def doctype(*_: object) -> None:
        raise BookError("doctype", part=name)

    return doctype


class _Places:
    """Notes where elements begin and end while a part is parsed."""

    def __init__(self, raw: bytes, deepest: int, flat: frozenset[str], parser: expat.XMLParserType) -> None:
        self.raw = raw
        self.flat = flat
        self.parser = parser
        self.depth = 0
        self.deepest = self.limit = deepest
        self.open: list[Element] = []
        self.elements: list[Element] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self.depth <= self.limit:
            space, _, local = name.rpartition(" ")
            start = self.parser.CurrentByteIndex
            match = _TAG.search(self.raw, start)
            tag, end = (match[1], match.end()) if match else (b"", start)
            self.open.append(Element(local, self.depth, space, tag, start, end, end, end, attributes))
            self.limit = self.depth if local in self.flat else self.limit
        self.depth += 1

    def end(self, _: str) -> None:
        """An element ends."""
        self.depth -= 1
        if self.depth > self.limit:
            return
        element = self.open.pop()
        self.limit = self.deepest
        if self.raw[element.inside - 2 : element.inside] != b"/>":
            close = self.parser.CurrentByteIndex
            element = element._replace(close=close, end=self.raw.index(b">", close) + 1)
        self.elements.append(element)


def escaped(text: str) -> bytes:
    """A text for the content or an attribute of a part, in ASCII: right in whatever encoding that is."""
    flat = _ESCAPE.sub("_x005F_", storable(text)).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for quote, entity in _QUOTES.items():
        flat = flat.replace(quote, entity)
    return flat.replace("\n", "&#10;").encode("ascii", "xmlcharrefreplace")
