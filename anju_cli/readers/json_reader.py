"""JSON from its tokens, built into our nodes with a stack: no recursion, no typing.

The standard parser gives no places, types 78.50 as 78.5, keeps the last of two keys and stops at the first slip.
"""

from typing import NamedTuple

from anju_cli.places import Span
from anju_cli.readers.content import DEEPEST, OF_REPORT, Content, Fault, HasKnownKey, Limits, StoppedError
from anju_cli.readers.encoding import read_text
from anju_cli.readers.json_tokens import Token, Tokens
from anju_cli.readers.nodes import MappingNode, Node, Point, ScalarNode, SequenceNode

#: Findings about a report's shape whose words would speak of YAML.
_KINDS = {
    "ANJ008/no_figures": "json_no_figures",
    "ANJ101": "json",
    "ANJ102/indent": "json_indent",
    "ANJ104/colon": "json_shape",
    "ANJ104/list": "json_shape",
    "ANJ106/missing": "json_missing",
}
#: Forms of what stands without quotes.
_BARE = frozenset({"plain", "bare"})
_CLOSING = {"{": "}", "[": "]"}


def read_json(raw: bytes, has_known_key: HasKnownKey, limits: Limits = OF_REPORT) -> Content:
    """The plain shape of a JSON file with every fault of its form. Never raises."""
    content = read_text(raw, has_known_key, lambda text: parse_json(text, limits), "text", limits)
    return content._replace(kinds=_KINDS)


def parse_json(text: str, limits: Limits = OF_REPORT) -> Content:
    """The same of a text that is decoded and printable."""
    builder = _Builder(text, limits)
    try:
        for token in builder.tokens:
            builder.take(token)
        builder.end()
    except StoppedError as stop:
        return builder.finish(stop.fault)
    return builder.finish(None)


class _Open(NamedTuple):
    """An object or list that is not closed yet: its bracket, and what stands in it (of an object, key and value)."""

    bracket: Token
    nodes: list[Node]


class _Builder:
    """Turns tokens into nodes. `before` is what stood before in the same brackets.

    That is their `open`, a `value`, a `key`, a `colon` or a `comma`.
    """

    def __init__(self, text: str, limits: Limits) -> None:
        self.limits = limits
        self.faults: list[Fault] = []
        self.tokens = Tokens(text, self.faults)
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.before = "open"
        self.comma: Token | None = None
        self.count = 0

    def take(self, token: Token) -> None:
        """The next token of a file."""
        self.count += token.mark not in {",", ":"}
        most = self.limits.values
        if self.count + len(self.faults) > most:
            raise StoppedError(Fault("ANJ012", token.span, self.limits.values_kind, {"limit": str(most)}))
        if not self.stack and self.root is not None:
            raise StoppedError(self._behind(token))
        if token.mark in {"}", "]"}:
            self._close(token)
        elif token.mark == ",":
            self._comma(token)
        elif token.mark == ":":
            self._colon(token)
        else:
            self._value(token)

    def end(self) -> None:
        """The end of the file: what is open there was never closed."""
        if self.stack:
            bracket = self.stack[-1].bracket
            raise StoppedError(_slip("json_open", bracket.span, bracket=_CLOSING[bracket.mark]))

    def finish(self, fault: Fault | None) -> Content:
        """The content so far; what was still open is closed as it stands."""
        while self.stack:
            self._pop()
        faults = [*self.faults, fault] if fault else self.faults
        roots = () if self.root is None else (_without_schema(self.root),)
        return Content(roots, tuple(faults), fault is None and (self.root is not None or not faults))

    def _in_object(self) -> bool:
        return bool(self.stack) and self.stack[-1].bracket.mark == "{"

    def _value(self, token: Token) -> None:
        if self.before == "value":
            self.tokens.slip("json_no_comma", token.span)
            self.before = "comma"
        elif self.before == "key":
            self.tokens.slip("json_no_colon", token.span)
            self.before = "colon"
        is_key = self._in_object() and self.before != "colon"
        if token.mark:
            self._open(token)
            return
        number = self._cut(token) if is_key and token.form in _BARE else None
        if number is not None:
            self.stack[-1].nodes[-1], self.before = number, "value"
            self._forgive_comma()
            return
        if is_key and token.form in _BARE:
            self.tokens.slip("json_key", token.span, written=token.text[:40])
        self._add(ScalarNode(token.text, token.form, token.start, token.end))

    def _cut(self, token: Token) -> ScalarNode | None:
        """The number that a comma cut, made one again, where a bare number stands in the place of a name."""
        last = self.stack[-1].nodes[-1] if self.before == "comma" and self.stack[-1].nodes else None
        if not isinstance(last, ScalarNode) or last.form not in {*_BARE, "comma"}:
            return None
        if not last.text[-1:].isdigit() or not token.text[:1].isdigit():
            return None
        return last._replace(text=f"{last.text},{token.text}", form="comma", end=token.end)

    def _forgive_comma(self) -> None:
        """A full-width comma within a number is told with the number: a half-width one would be no better."""
        if self.comma is not None and self.faults and self.faults[-1].span == self.comma.span:
            self.faults.pop()

    def _add(self, node: Node) -> None:
        """A value or key that is complete."""
        is_key = self._in_object() and self.before != "colon"
        if self.stack:
            self.stack[-1].nodes.append(node)
        else:
            self.root = node
        self.before = "key" if is_key else "value"

    def _open(self, token: Token) -> None:
        if len(self.stack) >= DEEPEST:
            raise StoppedError(Fault("ANJ012", token.span, "json_depth", {"limit": str(DEEPEST)}))
        self.stack.append(_Open(token, []))
        self.before = "open"

    def _close(self, token: Token) -> None:
        if not self.stack or _CLOSING[self.stack[-1].bracket.mark] != token.mark:
            raise StoppedError(_slip("json_bracket", token.span, bracket=token.mark))
        if self.before == "comma" and self.comma is not None:
            self.tokens.slip("json_comma", self.comma.span)
        self._lacking(token)
        self._pop()

    def _pop(self) -> None:
        """The innermost brackets become a node of those around them."""
        bracket, nodes = self.stack.pop()
        node = SequenceNode(tuple(nodes), bracket.start) if bracket.mark == "[" else self._mapping(bracket, nodes)
        # Keys and values alternate: an odd one in the brackets around is a key that waits for this value.
        self.before = "colon" if self._in_object() and len(self.stack[-1].nodes) % 2 else "comma"
        self._add(node)

    def _mapping(self, bracket: Token, nodes: list[Node]) -> MappingNode:
        entries: list[tuple[ScalarNode, Node]] = []
        for key, value in zip(nodes[::2], nodes[1::2], strict=False):  # a key cut off has no value
            if isinstance(key, ScalarNode):
                entries.append((key, value))
            else:
                self.faults.append(Fault("ANJ104", key.span, "json_key"))
        return MappingNode(tuple(entries), bracket.start)

    def _comma(self, token: Token) -> None:
        if self.before in {"open", "comma"}:
            self.tokens.slip("json_comma", token.span)
        self._lacking(token)
        self.before, self.comma = "comma", token

    def _colon(self, token: Token) -> None:
        if self.before == "key":
            self.before = "colon"
        else:
            self.tokens.slip("json_colon", token.span)

    def _behind(self, token: Token) -> Fault:
        """What stands behind the end: another report, or a surplus, of which no more is said."""
        if token.mark == "{":
            return Fault("ANJ011", token.span, "json")
        if self.faults and self.faults[-1].span == token.span:
            self.faults.pop()
        return _slip("json_behind", token.span)

    def _lacking(self, token: Token) -> None:
        """A key behind which nothing stands: said, and nothing is taken for it."""
        if self.before in {"key", "colon"}:
            self.tokens.slip("json_value", token.span)
            self.before = "colon"
            self._add(ScalarNode("", "refused", token.start, Point(token.start.line, token.start.column + 1)))


def _without_schema(root: Node) -> Node:
    """Without the line that names an editor's schema: in YAML that is a comment."""
    if not isinstance(root, MappingNode):
        return root
    entries = (entry for entry in root.entries if entry[0].text != "$schema" or not isinstance(entry[1], ScalarNode))
    return root._replace(entries=tuple(entries))


def _slip(kind: str, span: Span, **arguments: str) -> Fault:
    """A slip of JSON's own."""
    return Fault("ANJ004", span, kind, arguments)
