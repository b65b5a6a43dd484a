"""The columns of a table by what they hold, and what is wrong with its head."""

from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple, TypeAlias

from anju_cli.characters import clipped
from anju_cli.names import Names
from anju_cli.readers.sheets.column_names import COLUMN_WORDS, GROUPS, NUMBERS, folded
from anju_cli.readers.sheets.head_rows import Head, HeadCell
from anju_cli.readers.sheets.heading_cells import is_year
from anju_cli.readers.sheets.row_ledger import RowLedger

#: What a column holds: the indicator whose figures they are (in the wide layout), their year if the head names one,
#: and the key.
Slot: TypeAlias = tuple[str, str, str]

#: Of two columns of these the one with the more usual name is read.
_RANKED = frozenset({"indicator", "id", "source", "note", "region", "department"})
#: A head has no more columns that are told one by one.
_MOST_TOLD = 20
#: The keys of what belongs to a figure, whatever its year.
TEXTS = ("unit", "source", "note")


class TableColumns(NamedTuple):
    """Columns by what they hold. `withheld` where one of them can't be told, so that no figure below is judged.

    `unread` are the columns that are none of ours.
    """

    head: Head
    slots: Mapping[Slot, int]
    unread: Mapping[int, str]
    withheld: bool = False

    def column(self, key: str) -> int:
        """The column of a key that stands for all figures of a row; 0 where there is none."""
        return self.slots.get(("", "", key), 0)

    def unnamed(self, texts: Mapping[int, str], last: int) -> dict[int, str]:
        """The texts of a row before a column that stand under no head of ours, numbers aside, but for years."""
        columns = (column for column in texts if column < last and self.is_unnamed(column))
        return {column: text for column in columns if not (text := texts[column]).isdecimal() or is_year(text)}

    def is_unnamed(self, column: int) -> bool:
        """Whether a column stands under no head of ours."""
        return column in self.unread or column not in self.head.cells

    @property
    def is_chinese(self) -> bool:
        """Whether the heads are."""
        return any(not cell.text.isascii() for cell in self.head.cells.values())


def table_columns(head: Head, indicators: Names, ledger: RowLedger) -> TableColumns:
    """The columns of a head; of two that would hold the same none is picked."""
    slots: dict[Slot, int] = {}
    unread = dict(head.unknown)
    twice: dict[int, int] = {}
    is_explicit = any(cell.column.key == "value" and not cell.column.bare for cell in head.cells.values())
    for column, cell in head.cells.items():
        if _is_foreign(head, cell) or (cell.column.bare and is_explicit and not cell.indicator):
            unread[column] = cell.text
        elif cell.column.key != "passed":
            slot = _slot(cell, indicators)
            first = slots.setdefault(slot, column)
            if first != column and _is_ranked(cell, head.cells[first]):
                slots[slot], loser = sorted((first, column), key=lambda place: _rank(head.cells[place]))
                unread[loser] = head.cells[loser].text
            elif first != column:
                twice[column] = first
    misspelled = [column for column in slots.values() if head.cells[column].column.meant]
    for column in misspelled[:_MOST_TOLD]:
        _tell_misspelled(column, head.cells[column], ledger)
    for column, first in islice(twice.items(), _MOST_TOLD):
        _tell_twice(column, head.cells[column], head.cells[first], ledger)
    return TableColumns(head, slots, unread, bool(misspelled or twice))


def tell_unread(columns: TableColumns, ledger: RowLedger) -> None:
    """That columns were not read because none of ours has such a head."""
    if columns.unread:
        column, first = min(columns.unread.items())
        names = "、".join(clipped(text, 20) for _, text in sorted(columns.unread.items())[:10])
        arguments = {"count": str(len(columns.unread)), "written": clipped(first, 40), "columns": names}
        ledger.fault("ANJ118", "columns", columns.head.last_row, column, arguments)


def _is_foreign(head: Head, cell: HeadCell) -> bool:
    """Whether a head belongs to the other layout."""
    if head.layout == "wide":
        return not cell.indicator and cell.column.key not in {*GROUPS, "passed"}
    return bool(cell.indicator)


def _slot(cell: HeadCell, indicators: Names) -> Slot:
    match = indicators.find(cell.indicator) if cell.indicator else None
    return (match.id if match else "", cell.column.year if cell.column.key in NUMBERS else "", cell.column.key)


def _is_ranked(cell: HeadCell, first: HeadCell) -> bool:
    """Whether of two heads one is the more usual."""
    return cell.column.key in _RANKED and folded(first.text) != folded(cell.text)


def _rank(cell: HeadCell) -> int:
    words = COLUMN_WORDS[cell.column.key].split()
    word = folded(cell.text)
    return words.index(word) if word in words else len(words)


def _tell_misspelled(column: int, cell: HeadCell, ledger: RowLedger) -> None:
    arguments = {"key": clipped(cell.text), "near": cell.column.meant}
    ledger.fault("ANJ102", "near", cell.row, column, arguments, breaks=cell.column.key in GROUPS)
    ledger.withhold()


def _tell_twice(column: int, cell: HeadCell, first: HeadCell, ledger: RowLedger) -> None:
    arguments = {"key": clipped(cell.text), "first": clipped(first.text), "line": str(first.row)}
    ledger.fault("ANJ110", "columns", cell.row, column, arguments, breaks=cell.column.key in GROUPS)
    ledger.withhold()
