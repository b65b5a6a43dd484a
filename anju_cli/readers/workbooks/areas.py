"""The cells of a sheet's areas, looked up within a book's limits, and those that lie under a merged cell."""

from collections.abc import Iterable

from anju_cli.readers.sheets.grid import Area, CellValue, GridCell, Refusal, cells_in
from anju_cli.readers.workbooks.book import Budget


class SheetAreas:
    """Areas of one sheet, whose rows are all read."""

    def __init__(self, rows: dict[int, dict[int, CellValue]], budget: Budget) -> None:
        self.rows = rows
        self.budget = budget
        self.widest = max(map(len, rows.values()), default=0)

    def cells(self, area: Area) -> list[GridCell]:
        """The cells of an area."""
        height, width = area.last_row - area.first_row + 1, area.last_column - area.first_column + 1
        self.budget.spend("area_cells", min(height, len(self.rows)) * min(width, self.widest))
        return cells_in(area, self.rows)

    def cover(self, merges: Iterable[Area]) -> None:
        """Refuse what lies under merged cells: nobody sees it."""
        for area in merges:
            for row, column, value in self.cells(area):
                if (row, column) != (area.first_row, area.first_column):
                    self.rows[row][column] = value._replace(refusal=Refusal("covered"))
