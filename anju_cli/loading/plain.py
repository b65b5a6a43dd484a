"""Nodes to plain texts under their English keys, remembering where each stood."""

from collections.abc import Mapping as Layers
from typing import Any, NamedTuple

from anju_cli.characters import clipped, hiding
from anju_cli.diagnostics import Diagnostic, Related, Topic
from anju_cli.names import Names
from anju_cli.places import Document, MappingNode, Node, Place, Route, ScalarNode, Table


class Layer(NamedTuple):
    """The names that keys may have at one level, and the levels beneath them.

    `below` is by key, `each` for every key; `shorthand` is the key that a bare value stands for.
    """

    names: Names | None = None
    below: Layers[str, "Layer"] = {}
    each: "Layer | None" = None
    shorthand: str | None = None


NOTHING = Layer()

#: Styles that a caller has to know of: what they stand for is not read as a figure.
_ODD = frozenset({"block", "alias"})


class Plain:
    """Takes one document's nodes; what it found on the way is in `diagnostics`.

    `blocks` are the routes of block scalars, `aliases` those of words that stand for another place.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []
        self.blocks: set[Route] = set()
        self.aliases: set[Route] = set()

    def take(self, node: Node, layer: Layer) -> Any:
        """The plain value of a document: a text, a list or a dict."""
        self.document.root = node
        return self._take(node, layer, ())

    def _take(self, node: Node, layer: Layer, route: Route) -> Any:
        if isinstance(node, MappingNode):
            return self._mapping(node, layer, route)
        if isinstance(node, ScalarNode):
            return self._scalar(node, layer, route)
        self.document.tables[route] = {index: (None, item) for index, item in enumerate(node.items)}
        return [self._take(item, layer, (*route, index)) for index, item in enumerate(node.items)]

    def _scalar(self, node: ScalarNode, layer: Layer, route: Route) -> Any:
        if layer.shorthand is not None:
            self.document.tables[route] = {layer.shorthand: (None, node)}
            return {layer.shorthand: self._scalar(node, NOTHING, (*route, layer.shorthand))}
        if node.style == "block":
            self.blocks.add(route)
        elif node.style == "alias":
            self.aliases.add(route)
        return node.text

    def _mapping(self, node: MappingNode, layer: Layer, route: Route) -> dict[str, Any]:
        plain: dict[str, Any] = {}
        table: Table = {}
        self.document.tables[route] = table
        each, below = layer.each or NOTHING, layer.below
        for key, value in node.entries:
            name = self._key(key, layer, route)
            if name in table:
                self._twice((*route, name), (key, value))
                continue
            table[name] = (key, value)
            inner = below.get(name, each)
            if inner is NOTHING and isinstance(value, ScalarNode) and value.style not in _ODD:
                plain[name] = value.text  # most of a report
            else:
                plain[name] = self._take(value, inner, (*route, name))
        return plain

    def _key(self, key: ScalarNode, layer: Layer, route: Route) -> str:
        """The id a key stands for; unknown keys keep their text, to be refused with their place."""
        found = layer.names.find(key.text) if layer.names else None
        name = found.id if found else key.text
        hidden = hiding(key.text)
        if hidden:
            self._add("ANJ108", (*route, name), key, {"characters": " ".join(hidden)})
        elif found and found.folded:
            self._add("ANJ111", (*route, name), key, {"name": name})
        return name

    def _twice(self, route: Route, second: tuple[ScalarNode, Node]) -> None:
        again, other = second
        key, value = self.document.key(route) or again, self.document.node(route) or other
        path = self.document.path
        old = Related(Place(path, route, value.span), "first", written(value))
        related = (old, Related(Place(path, route, other.span), "second", written(other)))
        arguments = {"key": clipped(again.text), "first": clipped(key.text), "line": str(key.span.line)}
        kind = "same" if written(value) == written(other) else "different"
        self.diagnostics.append(
            Diagnostic(
                "ANJ110",
                Place(path, route, again.span),
                arguments,
                kind,
                written=again.text,
                related=related,
                topic=Topic.DUPLICATE,
            )
        )

    def _add(self, code: str, route: Route, key: ScalarNode, arguments: dict[str, str]) -> None:
        place = Place(self.document.path, route, key.span)
        self.diagnostics.append(Diagnostic(code, place, {"key": clipped(key.text), **arguments}, written=key.text))


def written(node: Node) -> str:
    """What a node says, short: the text of a value, the figure of a mapping."""
    if isinstance(node, ScalarNode):
        return clipped(node.text)
    if isinstance(node, MappingNode):
        return clipped(", ".join(f"{key.text}: {written(value)}" for key, value in node.entries[:4]))
    return clipped(", ".join(written(item) for item in node.items[:4]))
