"""Where things stand: spans in a text, routes in a document, and the plain shape readers give."""

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias, Union

#: The way to a value through a document: ("figures", "rural_sanitary_toilets", "value").
Route: TypeAlias = tuple[str | int, ...]


class Span(NamedTuple):
    """A stretch of text: lines and columns count characters from one; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Scalar(NamedTuple):
    """A value as it was written. `style` is `plain`, `quoted` or `block`."""

    text: str
    style: str
    span: Span


class Mapping(NamedTuple):
    """Keys with their values, in order, duplicates included."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span


class Sequence(NamedTuple):
    """Values in order."""

    items: "tuple[Node, ...]"
    span: Span


Node: TypeAlias = Union[Scalar, Mapping, Sequence]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: a file, and in it a route (to be resolved) or a span (known)."""

    path: str
    route: Route = ()
    span: Span | None = None
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: what it says, and where each route of it stands."""

    path: str
    text: str
    encoding: str
    sha256: str
    spans: dict[Route, Span] = field(default_factory=dict)
    keys: dict[Route, Span] = field(default_factory=dict)

    def locate(self, place: Place) -> Span | None:
        """The span of a place: its own, that of its route, or of the nearest route above it."""
        if place.span is not None:
            return place.span
        route = place.route
        if place.on_key and route in self.keys:
            return self.keys[route]
        while route not in self.spans and route not in self.keys and route:
            route = route[:-1]
        return self.spans.get(route) or self.keys.get(route)
