"""Widths of columns and heights of rows, in a spreadsheet's own measures: a program does not fit them by itself."""

from collections.abc import Iterable, Mapping

from anju_cli.characters import columns as width_of

#: The width of each column of a form, in digits of the usual font; a Chinese character takes two.
WIDTHS: Mapping[str, float] = {
    "number": 5,
    "indicator": 22,
    "unit": 10,
    "definition": 42,
    "goal": 20,
    "clause": 9,
    "lead": 12,
    "previous": 10,
    "value": 12,
    "numerator": 11,
    "denominator": 11,
    "source": 15,
    "note": 16,
}
#: A line of text and the room around them, in points; a row to write into, and the highest that a program allows.
_LINE, _ROOM, ENTRY, _HIGHEST = 13.5, 6.0, 27.0, 409.0


def height(cells: Iterable[tuple[str, float]], lowest: float = 0.0) -> float:
    """The height of a row that shows each text whole in a column of its width."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(max(lines * _LINE + _ROOM, lowest), _HIGHEST)


def _lines(text: str, width: float) -> int:
    """How many lines a text takes; words and wide characters leave some room at the end of each."""
    room = max(int(width) - 2, 1)
    return sum(-(-max(width_of(paragraph), 1) // room) for paragraph in text.split("\n"))
