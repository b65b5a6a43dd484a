"""Figures as rows give them, with what tells which report they belong to; the nodes of both."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from anju_cli.readers.nodes import MappingNode, Node, ScalarNode
from anju_cli.readers.sheets.cell_nodes import CellNodes, is_blank
from anju_cli.readers.sheets.column_names import GROUPS, NUMBERS, is_harmless
from anju_cli.readers.sheets.heading_cells import year_text
from anju_cli.readers.sheets.merged_cells import MergedCells
from anju_cli.readers.sheets.row_ledger import RowLedger
from anju_cli.readers.sheets.row_words import is_number, row_text
from anju_cli.readers.sheets.table_columns import TableColumns
from anju_cli.submission import FIGURE_KEYS, REPORT_KEYS

_NONE: dict[int, int] = {}
_UNIT_WORDS = frozenset({"unit", *FIGURE_KEYS["unit"]})

Entry: TypeAlias = tuple[ScalarNode, Node]


class FigureRow(NamedTuple):
    """One figure: its row, what tells its report, by key, and its entry under 填报数."""

    row: int
    groups: Mapping[str, Entry]
    entry: Entry


def with_unit(row: FigureRow, unit: Entry) -> FigureRow:
    """A figure with the unit that is stated below its table, unless it has one."""
    key, figure = row.entry
    if not isinstance(figure, MappingNode) or any(word.text in _UNIT_WORDS for word, _ in figure.entries):
        return row
    return row._replace(entry=(key, figure._replace(entries=(*figure.entries, unit))))


class FigureNodes:
    """Makes the nodes of a table's figures."""

    def __init__(self, nodes: CellNodes, merged: MergedCells, columns: TableColumns, unit: Entry | None) -> None:
        self.nodes = nodes
        self.columns = columns
        #: The columns by which rows belong to one report or another.
        self.groups = {key: column for key in GROUPS if (column := columns.column(key))}
        self._unit = unit
        self._keys: dict[int, ScalarNode] = {}
        keys = {column: cell.column.key for column, cell in columns.head.cells.items()}
        self._misfits = nodes.sheet.misfits(columns.head.last_row, keys)
        self._above = {column: above for column in columns.slots.values() if (above := merged.down(column))}
        self._headings = {column: cell.indicator or cell.text for column, cell in columns.head.cells.items()}

    def owner(self, row: int, column: int) -> int:
        """The row whose cell speaks for a cell of a row: its own, or one above that is merged with it."""
        return self._above.get(column, _NONE).get(row, row) if self._above else row

    def named_text(self, row: int, column: int) -> str:
        """The text of a name or group of a row, merged ones included."""
        return self.nodes.seen(self.owner(row, column), column)

    def named_node(self, row: int, column: int, text: str | None = None) -> ScalarNode:
        """The same as a node."""
        return self.nodes.text(self.owner(row, column), column, self.heading(column), text)

    def heading(self, column: int) -> str:
        """A column's name."""
        return self._headings.get(column, "")

    def key(self, column: int, words: Mapping[str, tuple[str, ...]] = FIGURE_KEYS, key: str = "") -> ScalarNode:
        """The key that a column's head stands for."""
        node = self._keys.get(column)
        if node is None:
            cell = self.columns.head.cells[column]
            key = key or cell.column.key
            word = words[key][0] if self.columns.is_chinese else key
            node = self._keys[column] = self.nodes.text(cell.row, column, cell.text, word)
        return node

    def group(self, row: int, key: str, column: int) -> Entry:
        """What a row says of its report."""
        text = self.named_text(row, column)
        node = self.named_node(row, column, year_text(text) if key == "year" else text)
        return self.key(column, REPORT_KEYS, key), node

    def figure(
        self, row: int, fields: Mapping[str, int], units: Sequence[Entry] = (), *, withheld: bool = False
    ) -> MappingNode:
        """A row's cells under the keys of their columns; a value that is not there is one that is not reported.

        Of a row that is withheld nothing else is read: its words and parts may stand in a wrong column.
        """
        start = next(iter(fields.values()))
        if withheld:
            word = FIGURE_KEYS["value"][0] if self.columns.is_chinese else "value"
            key = self.nodes.text(row, start, text=word)
            number = self.nodes.number(row, start, self.heading(start), withheld=True)
            return MappingNode(((key, number),), number.start)
        cells = {column: self._cell(row, key, column) for key, column in fields.items()}
        entries: list[Entry] = [(self.key(column), node) for column, node in cells.items() if node is not None]
        written = [_bare(entry) for entry in entries if entry[0].text in _UNIT_WORDS]
        if not units and not written and self._unit is not None:
            units = (self._unit,)
        for unit in units:
            if not written or any(_are_rivals(_bare(unit), first) for first in written):
                entries.append(unit)  # where it is a second one, the key stands twice, and neither is picked
                written.append(_bare(unit))
        first = cells[start]
        begin = first.start if first is not None else self.nodes.marks(row, start, self.heading(start))[0]
        return MappingNode(tuple(entries), begin)

    def _cell(self, row: int, key: str, column: int) -> ScalarNode | None:
        """A cell of a figure; `None` where nothing stands in it, but for a value, which is then not reported."""
        owner = self.owner(row, column)
        if key not in NUMBERS:
            text = self.nodes.seen(owner, column)
            return self.nodes.text(owner, column, self.heading(column), text) if text else None
        if owner != row and not is_blank(self.nodes.value(owner, column)):
            return self.nodes.covered(row, column, self.heading(column), owner)
        if key != "value" and is_blank(self.nodes.value(row, column)):
            return None
        return self.nodes.number(row, column, self.heading(column))

    def divided(self, row: int, texts: Mapping[int, str], numbers: Collection[int], names: Collection[int]) -> int:
        """The column of numbers that a row right below the head divides once more (本月, 累计); 0 where none is.

        Nobody can tell then which of its columns is the figure.
        """
        if row != self.columns.head.last_row + 1 or any(texts.get(column) for column in names):
            return 0
        words = (column for column in sorted(numbers) if column in texts)
        return next((column for column in words if not is_number(texts[column]) and not is_harmless(texts[column])), 0)

    def withhold(self, kind: str, row: int, column: int, texts: Mapping[int, str], ledger: RowLedger) -> None:
        """A row from which on no figure of the table can be taken."""
        ledger.refuse(kind, row, column, {"written": row_text(texts), "key": self.heading(column)})
        ledger.withhold()
        self.columns = self.columns._replace(withheld=True)

    def is_blank(self, row: int, column: int) -> bool:
        """Whether nothing stands in a cell, merged ones included."""
        return is_blank(self.nodes.value(self.owner(row, column), column))

    def is_misfit(self, row: int, ledger: RowLedger) -> bool:
        """Whether the cells of a row do not stand under their heads, which is then told."""
        fault = self._misfits(row)
        if fault is None:
            return False
        ledger.faults.append(fault)
        ledger.misfits.add(row)
        return True

    def unit_of_head(self, column: int) -> Entry | None:
        """The unit that stands in brackets behind a column's name."""
        cell = self.columns.head.cells.get(column)
        return None if cell is None or not cell.column.unit else self.unit(cell.row, column, cell.column.unit)

    def year_of_head(self, column: int, year: str) -> Entry:
        """A year that stands in a column's head."""
        cell = self.columns.head.cells[column]
        word = REPORT_KEYS["year"][0] if self.columns.is_chinese else "year"
        return self.nodes.text(cell.row, column, text=word), self.nodes.text(cell.row, column, text=year)

    def indicator(self, column: int, row: int) -> ScalarNode:
        """The indicator that a column's head names, at the cell of a row that is about it."""
        return self.nodes.text(row, column, text=self.columns.head.cells[column].indicator)

    def unit(self, row: int, column: int, text: str) -> Entry:
        """A unit that was taken from a cell."""
        word = FIGURE_KEYS["unit"][0] if self.columns.is_chinese else "unit"
        return self.nodes.text(row, column, text=word), self.nodes.text(row, column, text=text)


def _bare(unit: Entry) -> str:
    """A unit as it is compared with another."""
    node = unit[1]
    return "".join(unicodedata.normalize("NFKC", node.text).split()) if isinstance(node, ScalarNode) else ""


def _are_rivals(unit: str, first: str) -> bool:
    """Whether two units differ that measure the same, as 元 and 万元 do; what stands nearer to the figure wins else."""
    return unit != first and bool(first) and (unit[-1:] == first[-1:] or {unit, first} == {"%", "‰"})
