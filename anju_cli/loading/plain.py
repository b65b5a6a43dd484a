"""Nodes to plain texts under their English keys, remembering where each stood."""

from collections.abc import Mapping as Table
from typing import Any, NamedTuple

from anju_cli.characters import clipped, hiding
from anju_cli.diagnostics import Diagnostic, Related
from anju_cli.names import Names
from anju_cli.source import Document, Mapping, Node, Place, Route, Scalar


class Layer(NamedTuple):
    """The names that keys may have at one level, and the levels beneath them.

    `below` is by key, `each` for every key; `shorthand` is the key that a bare value stands for.
    """

    names: Names | None = None
    below: Table[str, "Layer"] = {}
    each: "Layer | None" = None
    shorthand: str | None = None


NOTHING = Layer()


class Plain:
    """Takes one document's nodes; what it found on the way is in `diagnostics`.

    `blocks` are the routes of block scalars, `aliases` those of words that stand for another place.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []
        self.blocks: set[Route] = set()
        self.aliases: set[Route] = set()

    def take(self, node: Node, layer: Layer, route: Route = ()) -> Any:
        """The plain value of a node: a text, a list or a dict."""
        self.document.nodes[route] = node
        if isinstance(node, Scalar):
            return self._scalar(node, layer, route)
        if isinstance(node, Mapping):
            return self._mapping(node, layer, route)
        return [self.take(item, layer, (*route, index)) for index, item in enumerate(node.items)]

    def _scalar(self, node: Scalar, layer: Layer, route: Route) -> Any:
        if layer.shorthand is None:
            if node.style == "block":
                self.blocks.add(route)
            elif node.style == "alias":
                self.aliases.add(route)
            return node.text
        return {layer.shorthand: self.take(node, NOTHING, (*route, layer.shorthand))}

    def _mapping(self, node: Mapping, layer: Layer, route: Route) -> dict[str, Any]:
        plain: dict[str, Any] = {}
        each = layer.each or NOTHING
        for key, value in node.entries:
            name = self._key(key, layer, route)
            below = (*route, name)
            if name in plain:
                self._twice(below, (key, value))
                continue
            self.document.keys[below] = key
            plain[name] = self.take(value, layer.below.get(name, each), below)
        return plain

    def _key(self, key: Scalar, layer: Layer, route: Route) -> str:
        """The id a key stands for; unknown keys keep their text, to be refused with their place."""
        found = layer.names.find(key.text) if layer.names else None
        name = found.id if found else key.text
        hidden = hiding(key.text)
        if hidden:
            self._add("ANJ108", (*route, name), key, {"characters": " ".join(hidden)})
        elif found and found.folded:
            self._add("ANJ111", (*route, name), key, {"name": name})
        return name

    def _twice(self, route: Route, second: tuple[Scalar, Node]) -> None:
        again, other = second
        key, value = self.document.keys[route], self.document.nodes[route]
        path = self.document.path
        old = Related(Place(path, route, value.span), "first", written(value))
        related = (old, Related(Place(path, route, other.span), "second", written(other)))
        arguments = {"key": clipped(again.text), "first": clipped(key.text), "line": str(key.span.line)}
        kind = "same" if written(value) == written(other) else "different"
        self.diagnostics.append(
            Diagnostic("ANJ110", Place(path, route, again.span), arguments, kind, written=again.text, related=related)
        )

    def _add(self, code: str, route: Route, key: Scalar, arguments: dict[str, str]) -> None:
        place = Place(self.document.path, route, key.span)
        self.diagnostics.append(Diagnostic(code, place, {"key": clipped(key.text), **arguments}, written=key.text))


def written(node: Node) -> str:
    """What a node says, short: the text of a value, the figure of a mapping."""
    if isinstance(node, Scalar):
        return clipped(node.text)
    if isinstance(node, Mapping):
        return clipped(", ".join(f"{key.text}: {written(value)}" for key, value in node.entries[:4]))
    return clipped(", ".join(written(item) for item in node.items[:4]))
