"""Nodes to plain texts under their English keys, remembering where each stood."""

from collections.abc import Mapping as Layers
from typing import Any, NamedTuple

from anju_cli.characters import clipped, hiding
from anju_cli.diagnostics import Diagnostic, Related, Topic
from anju_cli.names import Names
from anju_cli.places import Route
from anju_cli.readers import Document
from anju_cli.readers.nodes import MappingNode, Node, ScalarNode


class Layer(NamedTuple):
    """The names that keys may have at one level, and the levels beneath them.

    `below` is by key, `each` for every key; `shorthand` is the key that a bare value stands for.
    """

    names: Names | None = None
    below: Layers[str, "Layer"] = {}
    each: "Layer | None" = None
    shorthand: str | None = None


NOTHING = Layer()

#: Forms that a caller has to know of: what they stand for is not read as a figure.
_ODD = frozenset({"lines", "refused", "comma", "bare", "cell"})
#: Where a text without quotes is answered by the grammar of numbers.
_NUMBERS = frozenset({"value", "numerator", "denominator", "previous", "was", "year"})

_NO_NAMES: dict[str, str] = {}


class Plain:
    """Takes one document's nodes; what it found on the way is in `diagnostics`.

    `blocks` are the routes of texts over several lines, `refused` those from which nothing can be taken.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []
        self.blocks: set[Route] = set()
        self.refused: set[Route] = set()

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
        if node.form == "lines":
            self.blocks.add(route)
        elif node.form == "refused":
            self.refused.add(route)
        elif node.form == "cell":
            self._cell(node, route)
        elif node.form == "comma":
            self.refused.add(route)
            self._add("ANJ104", route, node, {}, "comma")
        elif node.form == "bare" and (not route or route[-1] not in _NUMBERS):
            self.refused.add(route)
            self._add("ANJ004", route, node, {"written": clipped(node.text, 40)}, "json_word", Topic.UNQUOTED)
        return node.text

    def _cell(self, node: ScalarNode, route: Route) -> None:
        """What is to be told of a cell; a number in it that may not be taken is refused by the grammar's rule."""
        field = {"field": str(route[-1]), "written": clipped(node.text)}
        for code, kind, arguments in node.notes:
            place = self.document.at(route, node.span)
            self.diagnostics.append(Diagnostic(code, place, {**field, **arguments}, kind, written=node.text))
        if node.refusal:
            self.refused.add(route)
            if route[0] != "figures":
                self._add("ANJ201", route, node, field, node.refusal)

    def _mapping(self, node: MappingNode, layer: Layer, route: Route) -> dict[str, Any]:
        plain: dict[str, Any] = {}
        table = self.document.tables.setdefault(route, {})
        each, below = layer.each or NOTHING, layer.below
        certain = layer.names.certain if layer.names else _NO_NAMES
        for entry in node.entries:
            key, value = entry
            name = certain.get(key.text) or self._key(key, layer, route)
            if name in table:
                self._twice((*route, name), entry)
                continue
            table[name] = entry
            inner = below.get(name, each) if below else each
            if type(value) is not ScalarNode or value.form in _ODD:
                plain[name] = self._take(value, inner, (*route, name))
            elif inner is NOTHING:
                plain[name] = value.text  # most of a report
            elif inner.shorthand is not None:
                self.document.tables[(*route, name)] = {inner.shorthand: (None, value)}
                plain[name] = {inner.shorthand: value.text}
            else:
                plain[name] = self._take(value, inner, (*route, name))
        return plain

    def _key(self, key: ScalarNode, layer: Layer, route: Route) -> str:
        """The id a key stands for; unknown keys keep their text, to be refused with their place."""
        match = layer.names.find(key.text) if layer.names else None
        name = match.id if match else key.text
        hidden = hiding(key.text)
        if hidden:
            self._add("ANJ108", (*route, name), key, {"characters": " ".join(hidden)})
        elif match and match.folded:
            self._add("ANJ111", (*route, name), key, {"name": name})
        return name

    def _twice(self, route: Route, entry: tuple[ScalarNode, Node]) -> None:
        second_key, second = entry
        first_key, first = self.document.key(route) or second_key, self.document.node(route) or second
        related = (
            Related(self.document.at(route, first.span), "first", written(first)),
            Related(self.document.at(route, second.span), "second", written(second)),
        )
        arguments = {
            "key": clipped(second_key.text),
            "first": clipped(first_key.text),
            "line": str(first_key.span.row),
        }
        kind = "same" if written(first) == written(second) else "different"
        place, text = self.document.at(route, second_key.span), second_key.text
        self.diagnostics.append(
            Diagnostic("ANJ110", place, arguments, kind, written=text, related=related, topic=Topic.DUPLICATE)
        )

    def _add(
        self,
        code: str,
        route: Route,
        key: ScalarNode,
        arguments: dict[str, str],
        kind: str = "",
        topic: Topic = Topic.NONE,
    ) -> None:
        place = self.document.at(route, key.span)
        arguments = {"key": clipped(key.text), **arguments}
        self.diagnostics.append(Diagnostic(code, place, arguments, kind, written=key.text, topic=topic))


def written(node: Node) -> str:
    """What a node says, short: the text of a value, the figure of a mapping."""
    if isinstance(node, ScalarNode):
        return clipped(node.text)
    if isinstance(node, MappingNode):
        return clipped(", ".join(f"{key.text}: {written(value)}" for key, value in node.entries[:4]))
    return clipped(", ".join(written(item) for item in node.items[:4]))
