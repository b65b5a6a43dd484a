"""The plain shape that every reader gives: scalars, mappings and sequences, each with its place in the text."""

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


#: How a scalar was written: bare; in quotes; over several lines; or so that nothing can be taken from it, as the
#: reader has said already.
Form: TypeAlias = Literal["plain", "quoted", "lines", "refused"]


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
