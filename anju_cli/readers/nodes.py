"""The plain shape that every reader gives: scalars, mappings and sequences, each with its place in the text."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, Protocol, TypeAlias

from anju_cli.places import Span


class Mark(Protocol):
    """A point in a text as parsers count: line and column from zero."""

    @property
    def line(self) -> int:
        """The line."""
        ...

    @property
    def column(self) -> int:
        """The column."""
        ...


class Point(NamedTuple):
    """A mark of our own."""

    line: int
    column: int


#: How a scalar was written: bare; in quotes; over several lines; so that nothing can be taken from it, as the
#: reader has said already; as a number that a comma cuts in two; or bare, though the format asks for quotes.
Form: TypeAlias = Literal["plain", "quoted", "lines", "refused", "comma", "bare"]


class ScalarNode(NamedTuple):
    """A value as it was written, from `start` to `end`.

    `remark` is a spreadsheet's error value that the file's format takes for a remark, behind an empty text.
    """

    text: str
    form: Form
    start: Mark
    end: Mark
    remark: str = ""

    @property
    def span(self) -> Span:
        """Where it stands: made when it is asked for, since most values never are."""
        _, _, start, end, _ = self
        return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class MappingNode(NamedTuple):
    """Keys with their values, in order, duplicates included; `start` is where it begins."""

    entries: "tuple[tuple[ScalarNode, Node], ...]"
    start: Mark

    @property
    def span(self) -> Span:
        """Its first character: where it ends is not known."""
        return beginning(self.start)


class SequenceNode(NamedTuple):
    """Values in order; `start` is where it begins."""

    items: "tuple[Node, ...]"
    start: Mark

    @property
    def span(self) -> Span:
        """Its first character: where it ends is not known."""
        return beginning(self.start)


Node: TypeAlias = ScalarNode | MappingNode | SequenceNode


def beginning(mark: Mark) -> Span:
    """The first character of something whose end is not known."""
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def rejoined(entries: "tuple[tuple[ScalarNode, Node], ...]") -> "tuple[tuple[ScalarNode, Node], ...]":
    """The entries of braces, with each number that a comma cut made one again, from which nothing is taken."""
    joined: list[tuple[ScalarNode, Node]] = []
    for key, value in entries:
        last = joined[-1][1] if joined else None
        if isinstance(last, ScalarNode) and _is_cut(last, key, value):
            joined[-1] = (joined[-1][0], last._replace(text=f"{last.text},{key.text}", form="comma", end=key.end))
        else:
            joined.append((key, value))
    return tuple(joined)


def _is_cut(last: ScalarNode, key: ScalarNode, value: Node) -> bool:
    """Whether a key without a value is the rest of the number before it."""
    bare = isinstance(value, ScalarNode) and value.form == "plain" and not value.text and not value.remark
    return (
        bare and key.form == "plain" and key.text[:1].isdigit() and last.form != "quoted" and last.text[-1:].isdigit()
    )


def moved(node: Node, shifts: Mapping[int, tuple[int, int]]) -> Node:
    """A node of a mended text where it stands in the text itself.

    `shifts` are, by line, the column behind which characters were put in, and how many.
    """

    def back(mark: Mark) -> Mark:
        column, more = shifts.get(mark.line, (0, 0))
        return Point(mark.line, max(mark.column - more, column)) if more and mark.column > column else mark

    if isinstance(node, ScalarNode):
        return node._replace(start=back(node.start), end=back(node.end))
    if isinstance(node, SequenceNode):
        return SequenceNode(tuple(moved(item, shifts) for item in node.items), back(node.start))
    entries = (
        (key._replace(start=back(key.start), end=back(key.end)), moved(value, shifts)) for key, value in node.entries
    )
    return MappingNode(tuple(entries), back(node.start))


def texts_below(root: Node | None) -> Iterator[ScalarNode]:
    """Texts in the place of entries: all there is, or what begins below its key."""
    if isinstance(root, ScalarNode) and root.form == "plain":
        yield root
    for key, value in root.entries if isinstance(root, MappingNode) else ():
        if isinstance(value, MappingNode):
            for inner, text in value.entries:
                if isinstance(text, ScalarNode) and (":" in text.text or "：" in text.text) and _is_below(inner, text):
                    yield text
        elif isinstance(value, ScalarNode) and _is_below(key, value):
            yield value


def _is_below(key: ScalarNode, value: ScalarNode) -> bool:
    return value.form == "plain" and value.start.line > key.start.line and bool(value.text)
