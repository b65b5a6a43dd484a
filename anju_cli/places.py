"""Where things stand: spans in a text, routes in a document, and the plain shape readers give."""

from functools import cached_property
from typing import NamedTuple, Protocol, TypeAlias

#: The way to a value through a document: ("figures", "rural_sanitary_toilets", "value").
Route: TypeAlias = tuple[str | int, ...]


class Span(NamedTuple):
    """A stretch of text: lines and columns count characters from one; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class ScalarNode(NamedTuple):
    """A value as it was written. `style` is `plain`, `quoted` or `block`."""

    text: str
    style: str
    span: Span


class MappingNode(NamedTuple):
    """Keys with their values, in order, duplicates included; `span` is where it begins."""

    entries: "tuple[tuple[ScalarNode, Node], ...]"
    span: Span


class SequenceNode(NamedTuple):
    """Values in order; `span` is where it begins."""

    items: "tuple[Node, ...]"
    span: Span


Node: TypeAlias = ScalarNode | MappingNode | SequenceNode


def beginning(line: int, column: int) -> Span:
    """The first character of something whose end is not known; line and column from zero, as readers count."""
    return Span(line + 1, column + 1, line + 1, column + 2)


#: What stands below a place: by name or index the key, if there is one, and the value.
Table: TypeAlias = dict[str | int, tuple[ScalarNode | None, Node]]

_EMPTY: Table = {}

#: Where a value stands, and its key if there is one, as bare numbers: what a compiled catalogue keeps.
Bare: TypeAlias = tuple[int, ...]
Placed: TypeAlias = tuple[Bare, Bare | None]


class PlaceTable(Protocol):
    """Places that were written down without their nodes."""

    def get(self, route: Route, /) -> Placed | None:
        """Where the value and the key of a route stand; `None` where nothing is known of it."""
        ...


#: The path under which an assumed figure stands: no file has it.
ASSUMED = "--what-if"


class Place(NamedTuple):
    """Where something is: a file, and in it a route (to be resolved) or a span (known)."""

    path: str
    route: Route = ()
    span: Span | None = None
    on_key: bool = False

    @property
    def assumed(self) -> bool:
        """Whether what stands there was assumed on the command line."""
        return self.path == ASSUMED


class Document:
    """One file as read: what it says, and where each route of it stands.

    Only what has something below it is written down: few of its values are ever asked for.
    """

    def __init__(self, path: str, text: str, encoding: str, data: bytes) -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.data = data
        self.root: Node | None = None
        self.tables: dict[Route, Table] = {}
        self.places: PlaceTable | None = None

    @cached_property
    def lines(self) -> list[str]:
        """Its lines without their ends, split once for all who point at them."""
        return self.text.splitlines()

    @cached_property
    def sha256(self) -> str:
        """The file's checksum; of nothing where it could not be read. Loading it takes time that few runs need."""
        from hashlib import sha256

        return sha256(self.data).hexdigest()

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
        if self.places is not None:
            placed = self.places.get(route)
            return None if placed is None else Span._make(placed[0])
        node = self.node(route)
        return None if node is None else node.span

    def _key_span(self, route: Route) -> Span | None:
        """Where the key stands that a route ends with."""
        if self.places is not None:
            placed = self.places.get(route)
            return None if placed is None or placed[1] is None else Span._make(placed[1])
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
