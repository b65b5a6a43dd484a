"""One file as read: its text, and where each route of it stands."""

import sys
from functools import cached_property
from importlib import import_module
from typing import Protocol, TypeAlias

from anju_cli.places import Bare, BareSpans, Place, Route, Span
from anju_cli.readers.nodes import Node, ScalarNode

#: What stands below a place: by name or index the key, if there is one, and the value.
Table: TypeAlias = dict[str | int, tuple[ScalarNode | None, Node]]

_EMPTY: Table = {}

#: Where the interpreter keeps its own SHA-2.
LEAN = "_sha2" if sys.version_info >= (3, 12) else "_sha256"


class SpanTable(Protocol):
    """Spans that were written down without their nodes."""

    def get(self, route: Route, /) -> BareSpans | None:
        """Where the value and the key of a route stand; `None` where nothing is known of it."""
        ...


class Document:
    """One file as read, or one report of it: what it says, and where each route of it stands.

    Only what has something below it is written down: few of its values are ever asked for.
    """

    def __init__(self, path: str, text: str, encoding: str, raw: bytes, report: int = 0) -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.raw = raw
        self.report = report
        self.root: Node | None = None
        self.tables: dict[Route, Table] = {}
        self.spans: SpanTable | None = None

    @cached_property
    def lines(self) -> list[str]:
        """Its lines without their ends, split once for all who point at them."""
        return self.text.splitlines()

    @cached_property
    def sha256(self) -> str:
        """The file's checksum; of nothing where it could not be read."""
        return _sha256(self.raw)

    def place(self, route: Route, *, on_key: bool = False) -> Place:
        """The place of a route, or of the key it ends with, and its span."""
        return Place(self.path, route, self.locate(Place(self.path, route, None, on_key)), on_key, self.report)

    def at(self, route: Route, span: Span | None) -> Place:
        """A place whose span is in hand."""
        return Place(self.path, route, span, False, self.report)  # noqa: FBT003 - it is the value's

    def places(self, route: Route) -> dict[str, Place]:
        """The places of all that stands directly below a route, by key."""
        return {
            str(key): self.at((*route, key), node.span) for key, (_, node) in self.tables.get(route, _EMPTY).items()
        }

    def locate(self, place: Place) -> Span | None:
        """The span of a place: its own, that of its route, or of the nearest route above it."""
        if place.span is not None:
            return place.span
        route = place.route
        key = self._key_span(route) if place.on_key else None
        if key is not None:
            return key
        value = self._span(route)
        while value is None and route:
            route = route[:-1]
            value = self._span(route)
        return value

    def _span(self, route: Route) -> Span | None:
        """Where the value of a route stands."""
        if self.spans is not None:
            spans = self.spans.get(route)
            return None if spans is None else _span_of(spans[0])
        node = self.node(route)
        return None if node is None else node.span

    def _key_span(self, route: Route) -> Span | None:
        """Where the key stands that a route ends with."""
        if self.spans is not None:
            spans = self.spans.get(route)
            return None if spans is None or spans[1] is None else _span_of(spans[1])
        name = self.key(route)
        return None if name is None else name.span

    def node(self, route: Route) -> Node | None:
        """What stands at a route; `None` where nothing does."""
        if not route:
            return self.root
        entry = self.tables.get(route[:-1], _EMPTY).get(route[-1])
        return None if entry is None else entry[1]

    def key(self, route: Route) -> ScalarNode | None:
        """The key that a route ends with; an item of a list has none."""
        entry = self.tables.get(route[:-1], _EMPTY).get(route[-1]) if route else None
        return None if entry is None else entry[0]


def _span_of(bare: Bare) -> Span:
    """A span of bare numbers."""
    line, column, end_line, end_column = bare
    return Span(line, column, end_line, end_column)


def _sha256(raw: bytes) -> str:
    """A checksum by the lean module that `random` takes too: hashlib first loads OpenSSL, longer than a check waits."""
    try:
        module = import_module(LEAN)
    except ImportError:  # another Python
        module = import_module("hashlib")
    return str(module.sha256(raw).hexdigest())
