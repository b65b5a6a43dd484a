"""The plain shape that every reader gives: scalars, mappings and sequences, each with its place in the text."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, Protocol, TypeAlias

from anju_cli.places import Cell, Span


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
#: reader has said already; as a number that a comma cuts in two; bare, though the format asks for quotes; or in a cell
#: of which something is to be told.
Form: TypeAlias = Literal["plain", "quoted", "lines", "refused", "comma", "bare", "cell"]


class CellPoint(NamedTuple):
    """A mark in the text of a table, and the cell that stands there."""

    line: int
    column: int
    cell: Cell


class CellNote(NamedTuple):
    """A note on how a cell was read, to be told at its place."""

    code: str
    kind: str = ""
    arguments: Mapping[str, str] = MappingProxyType({})


class ScalarNode(NamedTuple):
    """A value as it was written, from `start` to `end`.

    `remark` is a spreadsheet's error value that the file's format takes for a remark, behind an empty text. Of a cell,
    `refusal` is why no number is taken from it, as the grammar of numbers names its kinds; `notes` are to be told.
    """

    text: str
    form: Form
    start: Mark
    end: Mark
    remark: str = ""
    refusal: str = ""
    notes: tuple[CellNote, ...] = ()

    @property
    def span(self) -> Span:
        """Where it stands: made when it is asked for, since most values never are."""
        start, end = self.start, self.end
        return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1, cell_of(start))


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


def text_of(node: Node | None) -> str:
    """The text of a scalar; of anything else none."""
    return node.text if isinstance(node, ScalarNode) else ""


def beginning(mark: Mark) -> Span:
    """The first character of something whose end is not known."""
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2, cell_of(mark))


def cell_of(mark: Mark) -> Cell | None:
    """The cell that stands at a mark; a mark of a text has none."""
    return mark.cell if type(mark) is CellPoint else None


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
