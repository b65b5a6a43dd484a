"""Merged cells: which cell speaks for those beneath it."""

from collections.abc import Mapping

from anju_cli.readers.sheets.grid import Area, Grid, common


class MergedCells:
    """The merges of a sheet by where they begin."""

    def __init__(self, grid: Grid) -> None:
        self._rows = grid.rows
        self._by_column: dict[int, list[Area]] = {}
        self._by_row: dict[int, list[Area]] = {}
        for area in grid.merges:
            self._by_column.setdefault(area.first_column, []).append(area)
            self._by_row.setdefault(area.first_row, []).append(area)

    def down(self, column: int) -> Mapping[int, int]:
        """Of the rows whose cell in a column is merged into one above, the row of that."""
        return {
            row: area.first_row
            for area in self._by_column.get(column, ())
            for row in common(range(area.first_row + 1, area.last_row + 1), self._rows)
        }

    def across(self, row: int, columns: Mapping[int, object]) -> Mapping[int, int]:
        """Of some columns whose cell in a row is merged into one to the left, the column of that."""
        return {
            column: area.first_column
            for area in self._by_row.get(row, ())
            for column in common(range(area.first_column + 1, area.last_column + 1), columns)
        }
