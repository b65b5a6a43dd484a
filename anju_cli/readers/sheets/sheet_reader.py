"""One sheet, row by row: what stands above the tables, their heads, their rows, and what stands below."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from anju_cli.characters import clipped
from anju_cli.readers.content import Vocabulary
from anju_cli.readers.sheets.cell_nodes import CellNodes, is_blank
from anju_cli.readers.sheets.column_names import GROUPS, column_named
from anju_cli.readers.sheets.entry_table import EntryTable
from anju_cli.readers.sheets.figure_rows import Entry, FigureNodes, FigureRow
from anju_cli.readers.sheets.head_rows import Head, HeadFinder, is_indicator
from anju_cli.readers.sheets.heading_cells import (
    begins_with_label,
    has_labels,
    statements,
    title_before_labels,
    title_region,
    title_year,
)
from anju_cli.readers.sheets.long_table import LongTable
from anju_cli.readers.sheets.merged_cells import MergedCells
from anju_cli.readers.sheets.row_ledger import RowLedger
from anju_cli.readers.sheets.row_words import is_example, is_number, is_numbering, is_region, row_text
from anju_cli.readers.sheets.sheet import Sheet
from anju_cli.readers.sheets.sheet_reports import Heading, without_doubtful_groups
from anju_cli.readers.sheets.table_columns import TableColumns, table_columns, tell_unread
from anju_cli.readers.sheets.wide_table import WideTable
from anju_cli.submission import FIGURE_KEYS, REPORT_KEYS

#: A province's return of every indicator, county by county, has no more figures.
MOST_FIGURES = 30_000
#: A sheet with more tables is none that a person filled in.
_MOST_TABLES = 100

Table: TypeAlias = LongTable | WideTable | EntryTable


class SheetReader:
    """Reads one sheet: its tables, what is said around them, and what became of each row."""

    def __init__(self, sheet: Sheet, vocabulary: Vocabulary, most: int) -> None:
        self.nodes = CellNodes(sheet)
        self.ledger = RowLedger(self.nodes)
        self.tables: list[tuple[TableColumns, Table]] = []
        self.headings: list[Heading] = []
        self._indicators = vocabulary.indicators
        self._regions = vocabulary.regions
        self._merged = MergedCells(sheet.grid)
        self._finder = HeadFinder(self.nodes, self._merged, self._indicators)
        self._titles: list[tuple[int, int, str]] = []
        self._unit: Entry | None = None
        self._last_unit: Entry | None = None
        self._below_head = 0
        self._closed = False
        self._most, self._count = most, 0
        self._headless: dict[int, tuple[int, str]] = {}

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.nodes.sheet.grid.name

    @property
    def figure_tables(self) -> list[TableColumns]:
        """The columns of its tables of figures."""
        return [columns for columns, table in self.tables if not isinstance(table, EntryTable)]

    def read(self) -> None:
        """Every row, in order, down to the last table that a sheet may have."""
        self._take_name()
        for row in self.nodes.sheet.grid.rows:
            if self._is_full(row):
                break
            if row in self.ledger.fates or all(map(is_blank, self.nodes.sheet.grid.rows[row].values())):
                continue  # the second row of a head, or one that holds nothing
            self._read_row(row, self.nodes.texts(row))
        if self.tables and self._unit is not self._last_unit and self._unit is not None:
            self.tables[-1][1].take_unit(self._unit)
        for columns, _ in self.tables:
            tell_unread(columns, self.ledger)
        if self._headless:
            self._tell_headless()

    def _is_full(self, row: int) -> bool:
        """Whether no more is read: a sheet has so many tables and figures at most."""
        column = min(self.nodes.sheet.grid.rows[row])
        if len(self.tables) > _MOST_TABLES:
            self.ledger.fault("ANJ117", "tables", row, column, {}, breaks=True)
            return True
        figures = self.tables[-1][1].rows if self.tables else ()
        if self._count + len(figures) <= self._most:
            return False
        self.ledger.fault("ANJ012", "count", row, column, {"limit": f"{MOST_FIGURES:,}"}, breaks=True)
        return True

    def figures(self) -> list[FigureRow]:
        """The figures of all tables; a row that does not say which report it belongs to is told and left out."""
        figures: list[FigureRow] = []
        for columns, table in self.tables:
            if isinstance(table, EntryTable):
                continue
            sound, doubtful = without_doubtful_groups(table.rows)
            figures += sound
            for row, key in {figure.row: (figure.row, key) for figure, key in doubtful}.values():
                column = columns.column(key)
                self.ledger.refuse("blank_group", row, column, {"key": columns.head.cells[column].text})
        return figures

    def entries(self, layout: str) -> Iterator[EntryTable]:
        """The tables of reasons, or of revisions."""
        return (table for _, table in self.tables if isinstance(table, EntryTable) and table.layout == layout)

    def _read_row(self, row: int, texts: Mapping[int, str]) -> None:
        columns, table = self.tables[-1] if self.tables else (None, None)
        is_known = table is not None and not self._closed and table.knows(row, texts)
        head = None if is_known and not isinstance(table, WideTable) else self._finder.head_at(row)
        if head is not None:
            self._open(head)
        elif not is_known and self._is_heading(texts, table):
            self._take_headings(row, texts)
        elif not is_known and self._is_other_head(texts, table):
            self._close(row, texts)
        elif table is None or columns is None or self._closed:
            self._above(row, texts)
        elif row == self._below_head and is_numbering(texts.values()):
            self.ledger.fates[row] = "numbering"
        else:
            table.read(row, texts)
            self._note_rest(row, texts, columns)

    def _is_heading(self, texts: Mapping[int, str], table: Table | None) -> bool:
        """Whether a row says something of the whole report; a number in it may be a figure that would be lost."""
        if table is not None and is_example(texts.get(min(texts, default=0), "")):
            return False
        if begins_with_label(texts):
            return True
        numbers = {column: text for column, text in texts.items() if is_number(text) and not has_labels({column: text})}
        return has_labels(texts) and (table is None or not numbers)

    @staticmethod
    def _is_other_head(texts: Mapping[int, str], table: Table | None) -> bool:
        """Whether a row below a table is the head of one that is none of ours, such as one of goals alone."""
        columns = [column_named(text) for text in texts.values()]
        names = any(column is not None and column.key in {"indicator", "id"} for column in columns)
        return table is not None and names and len(columns) > 1 and not any(map(is_number, texts.values()))

    def _close(self, row: int, texts: Mapping[int, str]) -> None:
        """A head that lacks the figures ends the table above it: what stands below belongs to none."""
        self._closed = True
        self.ledger.refuse("other_head", row, min(texts), {"written": row_text(texts)})

    def _open(self, head: Head) -> None:
        """A head: of a new table, or the last one again on a further page."""
        self._closed = False
        rows = range(head.first_row, head.last_row + 1)
        self._below_head = head.last_row + 1
        last = self.tables[-1][0].head if self.tables else None
        if last is not None and _texts_of(last) == _texts_of(head) and not self._is_changed():
            self.ledger.fates.update(dict.fromkeys(rows, "repeated"))
            return
        self.ledger.fates.update(dict.fromkeys(rows, "head"))
        self._count += len(self.tables[-1][1].rows) if self.tables else 0
        columns = table_columns(head, self._indicators, self.ledger)
        self._take_titles()
        self._last_unit = self._unit
        figures = FigureNodes(self.nodes, self._merged, columns, self._unit)
        figures.is_misfit(head.last_row, self.ledger)
        table: Table
        if head.layout == "long":
            table = LongTable(figures, self._indicators, self.ledger)
        elif head.layout == "wide":
            table = WideTable(figures, self.ledger)
        else:
            table = EntryTable(figures, self._indicators, self.ledger)
        self.tables.append((columns, table))

    def _is_changed(self) -> bool:
        """Whether a unit or a title with a year stands between a head and itself again: the table is another one."""
        return self._unit is not self._last_unit or any(title_year(text) for _, _, text in self._titles)

    def _take_headings(self, row: int, texts: Mapping[int, str]) -> None:
        """What a row says of the whole report."""
        self.ledger.fates[row] = "heading"
        titles = ((column, title_before_labels(text)) for column, text in texts.items())
        self._titles += [(row, column, title) for column, title in titles if title_year(title)]
        for key, label, label_column, column, text in statements(texts):
            word = key if label.isascii() else (REPORT_KEYS.get(key) or FIGURE_KEYS[key])[0]
            node = self.nodes.text(row, column, label if column != label_column else "", text)
            if key == "unit":
                self._unit = (self.nodes.text(row, label_column, text=word), node)
                continue
            self.headings.append(Heading(key, (self.nodes.text(row, label_column, text=word), node)))

    def _above(self, row: int, texts: Mapping[int, str]) -> None:
        """A row above all tables: a title, or figures that no head explains."""
        named = next((column for column, text in texts.items() if is_indicator(text, self._indicators)), 0)
        if named and any(column > named and is_number(text) for column, text in texts.items()):
            self.ledger.refuse("no_head", row, named, {"written": clipped(texts[named], 40)})
            return
        self.ledger.fates[row] = "title"
        self._titles += [(row, column, text) for column, text in texts.items()]

    def _take_titles(self) -> None:
        """The years and regions that the titles above a table name."""
        for row, column, text in self._titles:
            year = title_year(text)
            region = title_region(text)
            region = "" if self._is_own(region) else region
            for key, name in (("region", region), ("year", f"{year}年" if year else "")):
                if name:
                    self._state(key, name, row, column)
                    self.ledger.fates[row] = "heading"
        self._titles.clear()

    def _is_own(self, region: str) -> bool:
        """Whether a region is the plan's own, with fewer or more of the levels above it."""
        return any(own.endswith(region) or region.endswith(own) for own in self._regions)

    def _take_name(self) -> None:
        """The region that a sheet is called by."""
        region, row = self.name.strip(), next(iter(self.nodes.sheet.grid.rows))
        if is_region(region) and not self._is_own(region):
            self._state("region", region, row, min(self.nodes.sheet.grid.rows[row]))

    def _state(self, key: str, text: str, row: int, column: int) -> None:
        """What a title, or the name of the sheet, says of the whole report."""
        entry = self.nodes.text(row, column, text=REPORT_KEYS[key][0]), self.nodes.text(row, column, text=text)
        self.headings.append(Heading(key, entry, of_title=True))

    def _note_rest(self, row: int, texts: Mapping[int, str], columns: TableColumns) -> None:
        """Cells of a figure's row that stand under no head; a lone text, which may be the title of the next table."""
        if self.ledger.fates[row] == "section" and len(texts) == 1:
            self._titles += [(row, column, text) for column, text in texts.items()]
        elif self.ledger.fates[row] == "figure" and row not in self.ledger.misfits:
            self._titles.clear()
            for column in texts.keys() - columns.head.cells.keys() - columns.head.unknown.keys():
                self._headless.setdefault(column, (row, texts[column]))

    def _tell_headless(self) -> None:
        column, (row, text) = min(self._headless.items())
        arguments = {"count": str(len(self._headless)), "written": clipped(text, 40)}
        self.ledger.fault("ANJ118", "no_head", row, column, arguments)

    def best_row(self) -> tuple[int, set[str]]:
        """The row that is most like a head, and what its cells name."""
        best, keys = 0, set[str]()
        for row in self.nodes.sheet.grid.rows:
            columns = (column_named(text) for text in self.nodes.texts(row).values())
            named = {column.key for column in columns if column is not None} - {"passed", *GROUPS}
            if len(named) > len(keys):
                best, keys = row, named
        return best, keys


def _texts_of(head: Head) -> dict[int, str]:
    """What a head says, by column."""
    return {column: cell.indicator + cell.text for column, cell in head.cells.items()} | dict(head.unknown)
