"""Lines of a file with marks beneath them: where a finding is, and the second place where two are concerned."""

from collections.abc import Iterable
from typing import NamedTuple

from anju_cli.characters import columns, visible
from anju_cli.formats.layout import Line, Piece, fold
from anju_cli.places import Span, written_place


class MarkedPlace(NamedTuple):
    """A place to be shown: its file (empty for the finding's own), the line, the mark and its few words."""

    path: str
    span: Span
    text: str
    mark: str
    label: str
    style: str


def excerpt_lines(places: Iterable[MarkedPlace], width: int) -> list[Line]:
    """Every place's line with its caret; places on one line share it, other files follow with their name."""
    shown = sorted(
        (place for place in places if not place.text.isspace() and place.text),
        key=lambda place: (place.path != "", place.path, place.span[:4]),
    )
    if not shown:
        return []
    gutter = max(len(str(mark.span.row)) for mark in shown) + 1
    bar: Line = [Piece(" " * (gutter + 2) + "|")]
    lines: list[Line] = [bar]
    for index, mark in enumerate(shown):
        before = shown[index - 1] if index else None
        other_file = mark.path != (before.path if before else "")
        if other_file:
            lines += [[Piece("  --> "), Piece(written_place(mark.path, mark.span))], bar]
        same_line = before is not None and not other_file and before.span.line == mark.span.line
        lines += _marked(mark, gutter, width, repeat=not (same_line and _whole(mark, gutter, width)))
    return lines


def _whole(mark: MarkedPlace, gutter: int, width: int) -> bool:
    """Whether the line is shown uncut, so that a second mark may stand beneath it."""
    return len(mark.text) <= _LONG and columns(visible(_untabbed(mark.text))) <= _room(gutter, width)


def _room(gutter: int, width: int) -> int:
    return width - gutter - 6


def _marked(mark: MarkedPlace, gutter: int, width: int, repeat: bool) -> list[Line]:
    """The line, unless it stands above already, and the caret beneath, aligned by display columns."""
    span = mark.span
    end = span.end_column - 1 if span.end_line == span.line else len(mark.text)
    near = _near(mark.text, span.column - 1, max(end, span.column))
    text, start, stop = window(*near, _room(gutter, width))
    before = columns(visible(text[:start]))
    under = max(columns(visible(text[start:stop])), 1)
    caret: Line = [Piece(" " * (gutter + 2) + "| " + " " * before), Piece(mark.mark * under, mark.style)]
    number: Line = [Piece(f" {span.row:>{gutter}} | "), Piece(visible(text))]
    label = Piece(f" {mark.label}" if mark.label else "", mark.style)
    head: list[Line] = [number] if repeat else []
    if gutter + 4 + before + under + columns(label.text) <= width:
        return [*head, [*caret, label]]
    return [*head, caret, *fold([Piece(mark.label, mark.style)], width, indent=gutter + 4)]


def window(text: str, start: int, stop: int, width: int) -> tuple[str, int, int]:
    """The part of a line of at most `width` columns around [start, stop), with `…` where it was cut."""
    text, start, stop = _untabbed(text), min(start, len(text)), min(stop, len(text))
    if columns(visible(text)) <= width:
        return text, start, stop
    first = _back(text, start, width // 3)
    last = _forth(text, first, width - 2)
    head, tail = "…" if first else "", "…" if last < len(text) else ""
    shift = first - len(head)
    return f"{head}{text[first:last]}{tail}", start - shift, min(stop, last) - shift


#: A longer line is cut before it is measured: a file on one line may have thousands of findings.
_LONG = 2000


def _near(text: str, start: int, stop: int) -> tuple[str, int, int]:
    """A long line's part around [start, stop), still longer than any screen."""
    if len(text) <= _LONG:
        return text, start, stop
    first = max(start - _LONG // 2, 0)
    return text[first : first + _LONG], start - first, min(stop - first, _LONG)


def _untabbed(text: str) -> str:
    """A tab takes one column, so that a caret stands beneath what it marks."""
    return text.replace("\t", " ")


def _back(text: str, start: int, room: int) -> int:
    """How far left of `start` there is room."""
    while start > 0 and (room := room - columns(visible(text[start - 1]))) >= 0:
        start -= 1
    return start


def _forth(text: str, first: int, room: int) -> int:
    """How far right of `first` there is room."""
    while first < len(text) and (room := room - columns(visible(text[first]))) >= 0:
        first += 1
    return first
