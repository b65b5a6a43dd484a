"""The text that a workbook's excerpts are taken from, a line a row, and where its cells stand in it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import count

from anju_cli.characters import clipped, visible
from anju_cli.places import Cell
from anju_cli.readers.nodes import CellPoint, Mark
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
        lines += rows.lines()
        sheets.append(Sheet(grid, rows.marks))
    return "\n".join(lines), tuple(sheets)


class _SheetRows:
    """The lines of one sheet, from `first` on."""

    def __init__(self, grid: Grid, first: int) -> None:
        self.name = grid.name
        self.rows = grid.rows
        self.line_of = dict(zip(grid.rows, count(first)))
        used = {column for row in grid.rows.values() for column in row}
        self.columns = sorted(used) if len(used) <= _MOST_COLUMNS else []
        self.last_line = first + max(len(grid.rows) - 1, 0)
        self.stretches = lru_cache(maxsize=16)(self._stretches)

    def lines(self) -> Iterable[str]:
        """A line for each row that holds something."""
        return (_BETWEEN.join(text for _, text in self._cells(row)) for row in self.rows.values())

    def marks(self, row: int, column: int) -> tuple[Mark, Mark]:
        """Where a cell begins and ends; one that holds nothing begins behind the last before it."""
        cell = Cell(self.name, row, column)
        line = self.line_of.get(row)
        if line is None:
            line = next((self.line_of[number] for number in self.line_of if number > row), self.last_line)
            return CellPoint(line, 0, cell), CellPoint(line, 0, cell)
        stretches = self.stretches(row)
        before = max((end for place, (_, end) in stretches.items() if place < column), default=0)
        start, end = stretches.get(column, (before, before))
        return CellPoint(line, start, cell), CellPoint(line, end, cell)

    def _cells(self, row: Mapping[int, CellValue]) -> Iterable[tuple[int, str]]:
        """The cells of a row up to its last one, with their texts."""
        last = max(row)
        columns = [column for column in self.columns if column <= last] or row
        return ((column, _shown(row[column].written) if column in row else "") for column in columns)

    def _stretches(self, row: int) -> dict[int, tuple[int, int]]:
        """Where the cells of a row begin and end in its line."""
        stretches, start = {}, 0
        for column, text in self._cells(self.rows[row]):
            stretches[column] = (start, start + len(text))
            start += len(text) + len(_BETWEEN)
        return stretches


def _shown(text: str) -> str:
    """A cell's text on one line, without what could be taken for a command; a long one is cut."""
    return clipped(visible(text[: 2 * _LONGEST]), _LONGEST)
