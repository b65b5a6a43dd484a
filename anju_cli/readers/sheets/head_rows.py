"""The head of a table: one row or two, found by the names of columns, and what each column then is."""

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from anju_cli.names import Names
from anju_cli.readers.sheets.cell_nodes import CellNodes
from anju_cli.readers.sheets.column_names import GROUPS, NUMBERS, Column, column_named, is_unit, misspelled_column
from anju_cli.readers.sheets.merged_cells import MergedCells

Layout: TypeAlias = Literal["long", "wide", "explanations", "revisions"]

#: What tables of entries have beside the columns that they are known by.
_ENTRY_COLUMNS = frozenset(
    {"id", "indicator", "value", "reason", "region", "year", "department", "was", "now", "passed"}
)
#: A longer text names no indicator.
_LONGEST_NAME = 120


class HeadCell(NamedTuple):
    """A column's head: where it stands, its text, and what it names.

    `indicator` is the name of the one whose figures stand below, in the wide layout.
    """

    row: int
    text: str
    column: Column
    indicator: str = ""


class Head(NamedTuple):
    """A head: its layout and rows, its cells by column, and the columns that are none of ours."""

    layout: Layout
    first_row: int
    last_row: int
    cells: Mapping[int, HeadCell]
    unknown: Mapping[int, str]


class HeadFinder:
    """Finds the heads of one sheet."""

    def __init__(self, nodes: CellNodes, merged: MergedCells, indicators: Names) -> None:
        self._nodes = nodes
        self._merged = merged
        self._indicators = indicators

    def head_at(self, row: int) -> Head | None:
        """The head that begins in a row, if one does."""
        texts = self._nodes.texts(row)
        if not any(column_named(text) or self._is_indicator(text) for text in texts.values()):
            return None
        below = self._nodes.texts(row + 1)
        if self._is_second_row(texts, below):
            head = _head(row, row + 1, *self._of_two_rows(row, texts, below))
            if head is not None:
                return head
        return _head(row, row, *self._of_one_row(row, texts))

    def _is_indicator(self, text: str) -> bool:
        return is_indicator(text, self._indicators)

    def _of_one_row(self, row: int, texts: Mapping[int, str]) -> tuple[dict[int, HeadCell], dict[int, str]]:
        cells: dict[int, HeadCell] = {}
        unknown: dict[int, str] = {}
        for column, text in texts.items():
            cell = self._cell(row, text)
            if cell is None:
                unknown[column] = text
            else:
                cells[column] = cell
        return cells, unknown

    def _cell(self, row: int, text: str) -> HeadCell | None:
        """What a single cell of a head says."""
        named = column_named(text)
        if named is not None:
            return HeadCell(row, text, named)
        name, unit = indicator_named(text, self._indicators)
        return HeadCell(row, text, Column("value", unit=unit), name) if name else None

    def _is_second_row(self, upper: Mapping[int, str], lower: Mapping[int, str]) -> bool:
        """Whether a row holds nothing but names of columns under heads that they divide."""
        columns = {column: column_named(text) for column, text in lower.items()}
        names = [column for column in columns.values() if column is not None]
        divided = any(name.key in NUMBERS for name in names)
        if not divided and not all(self._is_measured(upper.get(column, "")) for column in lower):
            return False
        return bool(lower) and all(
            (named is not None or is_unit(lower[column].strip("()（）")))
            and not _is_label(upper.get(column, ""))
            and not _is_label(lower[column])
            for column, named in columns.items()
        )

    def _is_measured(self, text: str) -> bool:
        """Whether a unit may stand below a head."""
        named = column_named(text)
        return self._is_indicator(text) or (named is not None and named.key in NUMBERS)

    def _of_two_rows(
        self, row: int, upper: Mapping[int, str], lower: Mapping[int, str]
    ) -> tuple[dict[int, HeadCell], dict[int, str]]:
        """Every column by both rows: an upper head stands over all columns that it is merged with."""
        cells: dict[int, HeadCell] = {}
        unknown: dict[int, str] = {}
        owners = {**self._beside(upper, lower), **self._merged.across(row, lower)}
        for column in sorted({*upper, *lower}):
            owner = column if column in upper else owners.get(column, 0)
            above = self._cell(row, upper[owner]) if owner in upper else None
            text = lower.get(column, "")
            cell = above if not text else self._divided(row + 1, text, above)
            if cell is None:
                unknown[column] = text or upper.get(owner, "")
            else:
                cells[column] = cell
        return cells, unknown

    @staticmethod
    def _beside(upper: Mapping[int, str], lower: Mapping[int, str]) -> dict[int, int]:
        """Of columns that have a lower head alone, the upper one to the left: CSV knows no merged cells."""
        owners: dict[int, int] = {}
        last = 0
        for column in sorted({*upper, *lower}):
            last = column if column in upper else last
            owners[column] = last
        return owners

    @staticmethod
    def _divided(row: int, text: str, above: HeadCell | None) -> HeadCell | None:
        """What a lower head says under an upper one."""
        named = column_named(text)
        if above is None:
            return None if named is None else HeadCell(row, text, named)
        if named is None:  # a unit
            return above._replace(column=above.column._replace(unit=text.strip("()（）")))
        if above.indicator:
            return above._replace(row=row, text=text, column=named)
        column = _combined(above.column, named)
        return None if column is None else HeadCell(row, text, column)


def is_indicator(text: str, indicators: Names) -> bool:
    """Whether a text names an indicator; a paragraph is not compared with them."""
    return len(text) <= _LONGEST_NAME and indicators.find(text) is not None


def indicator_named(text: str, indicators: Names) -> tuple[str, str]:
    """The indicator's name that a text is, and the unit in brackets behind it; the name is empty where it is none."""
    if is_indicator(text, indicators):
        return text, ""
    name, opening, unit = text.rstrip(")）").replace("（", "(").rpartition("(")
    if opening and is_unit(unit) and is_indicator(name, indicators):
        return text[: len(name)], unit
    return "", ""


def _is_label(text: str) -> bool:
    """Whether a head names what rows are about: nothing divides it."""
    named = column_named(text) if text else None
    return named is not None and named.key in {"indicator", "id", *GROUPS}


def _combined(above: Column, below: Column) -> Column | None:
    """What two heads name together: 2019年 over 完成值, 上年 over 完成值; what belongs to a goal is passed over."""
    if above.key == "passed":
        return above
    if above.key == "previous":
        return above if below.key == "value" else None
    return below._replace(year=below.year or above.year, unit=below.unit or above.unit, bare=above.bare and below.bare)


def _head(first_row: int, last_row: int, cells: dict[int, HeadCell], unknown: dict[int, str]) -> Head | None:
    """A head of these cells, where they make one; misspelled names count beside a right one."""
    keys = {cell.column.key for cell in cells.values() if not cell.indicator}
    read = keys - {"passed"}
    if read and unknown:
        slips = {column: misspelled_column(text) for column, text in unknown.items()}
        cells = cells | {
            column: HeadCell(last_row, unknown[column], slip) for column, slip in slips.items() if slip is not None
        }
        unknown = {column: text for column, text in unknown.items() if slips[column] is None}
    layout = _layout(cells)
    return None if layout is None else Head(layout, first_row, last_row, dict(sorted(cells.items())), unknown)


def _layout(cells: Mapping[int, HeadCell]) -> Layout | None:
    """How a table under such cells is to be read; `None` where they are no head."""
    keys = {cell.column.key for cell in cells.values() if not cell.indicator}
    if "was" in keys and "reason" in keys and keys <= _ENTRY_COLUMNS:
        return "revisions"
    if {"id", "reason"} <= keys <= _ENTRY_COLUMNS:
        return "explanations"
    if keys & {"indicator", "id"} and keys.intersection(NUMBERS):
        return "long"
    indicators = {cell.indicator for cell in cells.values() if cell.indicator}
    is_wide = len(indicators) > 1 or (indicators and keys.intersection(GROUPS))
    return "wide" if is_wide else None
