"""The text that a workbook's excerpts are taken from, a line a row, and where its cells stand in it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from anju_cli.characters import clipped, visible
from anju_cli.readers.nodes import Mark, Point
from anju_cli.readers.sheets.grid import CellValue, Grid
from anju_cli.readers.sheets.sheet import Sheet

_BETWEEN = " | "
_LONGEST = 60
#: A sheet with more columns than this leaves out the empty ones between those that hold something.
_MOST_COLUMNS = 40


def text_of_sheets(grids: Iterable[Grid]) -> tuple[str, tuple[Sheet, ...]]:
    """The text of all sheets, one behind the other, and each sheet with the marks of its cells."""
    lines: list[str] = []
    sheets = []
    for grid in grids:
        rows = _SheetRows(grid, len(lines))
        lines += rows.lines
        sheets.append(Sheet(grid, rows.marks))
    return "\n".join(lines), tuple(sheets)


class _SheetRows:
    """The lines of one sheet, from `first` on, and where the cells of each row stand in its line."""

    def __init__(self, grid: Grid, first: int) -> None:
        self.lines: list[str] = []
        self.stretches: dict[int, tuple[int, dict[int, tuple[int, int]]]] = {}
        used = set[int]().union(*grid.rows.values())
        columns = sorted(used) if len(used) <= _MOST_COLUMNS else []
        for line, (number, row) in enumerate(grid.rows.items(), first):
            text, stretches = _line(row, columns)
            self.lines.append(text)
            self.stretches[number] = (line, stretches)
        self.last_line = first + max(len(grid.rows) - 1, 0)

    def marks(self, row: int, column: int) -> tuple[Mark, Mark]:
        """Where a cell begins and ends; one that holds nothing begins behind the last before it."""
        line, stretches = self.stretches.get(row) or self._beside(row)
        stretch = stretches.get(column)
        if stretch is None:
            end = max((end for place, (_, end) in stretches.items() if place < column), default=0)
            stretch = (end, end)
        return Point(line, stretch[0]), Point(line, stretch[1])

    def _beside(self, row: int) -> tuple[int, dict[int, tuple[int, int]]]:
        """An empty row: the line of the next one that holds something, or the last."""
        return next((line for number, (line, _) in self.stretches.items() if number > row), self.last_line), {}


def _line(row: Mapping[int, CellValue], columns: list[int]) -> tuple[str, dict[int, tuple[int, int]]]:
    """The line of a row up to its last cell, and where each of its cells begins and ends."""
    last, texts = max(row), list[str]()
    stretches, start = dict[int, tuple[int, int]](), 0
    for column in (column for column in columns if column <= last) if columns else row:
        text = _shown(row[column].written[: 2 * _LONGEST]) if column in row else ""
        stretches[column] = (start, start + len(text))
        start += len(text) + len(_BETWEEN)
        texts.append(text)
    return _BETWEEN.join(texts), stretches


@lru_cache(maxsize=8192)  # returns have most texts in common
def _shown(text: str) -> str:
    """The beginning of a cell's text on one line, without what could be taken for a command; a long one is cut."""
    return clipped(visible(text), _LONGEST)
