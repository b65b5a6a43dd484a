"""What a sheet's part says around its cells: which columns are hidden, whether a filter is at work, what is merged."""

import re

from anju_cli.readers.sheets.grid import Area
from anju_cli.readers.workbooks.book import BookError, Budget
from anju_cli.readers.workbooks.references import columns_of, read_area
from anju_cli.readers.workbooks.xlsx_package import StartAction
from anju_cli.readers.workbooks.xlsx_workbook import is_true

#: The number of a row, a column or a string.
INDEX = re.compile(r"\d{1,7}", re.ASCII)
_ZERO = re.compile(r"0*\.?0*", re.ASCII)


class SheetLayout:
    """The layout of one sheet while its part is parsed."""

    def __init__(self, sheet: str, budget: Budget) -> None:
        self.sheet = sheet
        self.budget = budget
        self.merges: list[Area] = []
        self.hides_zeros = self.filtered = False
        self._hides_columns = False
        self._hidden: list[tuple[int, int]] = []
        self._shown: list[tuple[int, int]] = []

    @property
    def starts(self) -> dict[str, StartAction]:
        """What to do with the elements that say it."""
        return {
            "sheetView": self._view,
            "sheetPr": self._properties,
            "filterColumn": self._filter,
            "sheetFormatPr": self._defaults,
            "col": self._columns,
            "mergeCell": self._merge,
        }

    def hidden_columns(self, used: set[int]) -> frozenset[int]:
        """Of the columns that hold cells those that nobody sees."""
        hidden = used & columns_of(self._hidden)
        return frozenset(hidden | (used - columns_of(self._shown)) if self._hides_columns else hidden)

    def area(self, reference: str) -> Area:
        """An area that the sheet names; it may name so many."""
        self.budget.spend("areas", 1)
        area = read_area(reference)
        if area is None:
            raise damaged_sheet(self.sheet, reference, "area")
        return area

    def _view(self, attributes: dict[str, str]) -> None:
        if "showZeros" in attributes and not is_true(attributes["showZeros"]):
            self.hides_zeros = True

    def _properties(self, attributes: dict[str, str]) -> None:
        self.filtered = self.filtered or is_true(attributes.get("filterMode"))

    def _filter(self, _: dict[str, str]) -> None:
        self.filtered = True

    def _defaults(self, attributes: dict[str, str]) -> None:
        self._hides_columns = is_zero(attributes.get("defaultColWidth"))

    def _columns(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if not INDEX.fullmatch(first) or not INDEX.fullmatch(last):
            raise damaged_sheet(self.sheet, "", "column")
        self.budget.spend("areas", 1)
        is_hidden = is_true(attributes.get("hidden")) or is_zero(attributes.get("width"))
        (self._hidden if is_hidden else self._shown).append((int(first), int(last)))

    def _merge(self, attributes: dict[str, str]) -> None:
        self.merges.append(self.area(attributes.get("ref", "")))


def is_zero(measure: str | None) -> bool:
    """Whether a width or height is given and is nothing."""
    return bool(measure) and _ZERO.fullmatch(measure or "") is not None


def damaged_sheet(sheet: str, cell: str, reason: str) -> BookError:
    """What stands in a sheet's part can't be."""
    return BookError("damaged_sheet", sheet=sheet, cell=cell, reason=reason)
