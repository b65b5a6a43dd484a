"""The long layout: one row a figure."""

from collections.abc import Mapping

from anju_cli.characters import clipped
from anju_cli.names import Names
from anju_cli.readers.sheets.cell_nodes import is_blank
from anju_cli.readers.sheets.column_names import NUMBERS, is_measure, is_unit
from anju_cli.readers.sheets.figure_rows import Entry, FigureNodes, FigureRow, with_unit
from anju_cli.readers.sheets.head_rows import indicator_named, is_indicator
from anju_cli.readers.sheets.heading_cells import is_year
from anju_cli.readers.sheets.row_ledger import RowLedger
from anju_cli.readers.sheets.row_words import is_example, is_other_number, is_region, is_remark, is_total, row_text
from anju_cli.readers.sheets.table_columns import TEXTS

#: More rows without a number than this are not compared with the indicators' names.
_MOST_GUESSES = 20


class LongTable:
    """A table of one row a figure, row by row."""

    def __init__(self, figures: FigureNodes, indicators: Names, ledger: RowLedger) -> None:
        self.rows: list[FigureRow] = []
        self._figures = figures
        self._indicators = indicators
        self._ledger = ledger
        columns = figures.columns
        self._name, self._id = columns.column("indicator"), columns.column("id")
        self._fields = _fields_by_year(figures, ledger)
        self._numbers = {column for fields in self._fields.values() for key, column in fields.items() if key in NUMBERS}
        self._guesses = 0
        self._labels_told = False

    def knows(self, row: int, texts: Mapping[int, str]) -> bool:  # noqa: ARG002 - other tables look at all of a row
        """Whether a row is about an indicator that there is."""
        names = (self._figures.named_text(row, column) for column in (self._name, self._id) if column)
        return any(indicator_named(name, self._indicators)[0] for name in names)

    def read(self, row: int, texts: Mapping[int, str]) -> None:
        """A row under the head, which holds no heading."""
        names = {column: self._figures.named_text(row, column) for column in (self._name, self._id) if column}
        column = next((column for column, name in names.items() if name), 0)
        first = next(iter(texts.values()), "")
        divided = self._figures.divided(row, texts, self._numbers, names)
        if divided:
            self._figures.withhold("divided", row, divided, texts, self._ledger)
        elif is_example(first):
            self._ledger.fates[row] = "example"
        elif self.knows(row, texts) or (column and self._is_figure(row, names[column])):
            self._take(row, column, names, texts)
        elif any(map(is_total, texts.values())):
            self._ledger.fates[row] = "total"
        elif not is_remark(first) and self._figures.is_misfit(row, self._ledger):
            self._ledger.fates[row] = "refused"
        elif self._own_numbers(row):
            self._ledger.refuse("no_name", row, min(self._own_numbers(row)), {"written": row_text(texts)})
        elif len(texts) == 1 and is_region(first) and "region" not in self._figures.groups:
            self._figures.withhold("region_row", row, min(texts), texts, self._ledger)
        else:
            self._ledger.fates[row] = "remark" if is_remark(first) else "section"

    def take_unit(self, unit: Entry) -> None:
        """The unit that is stated below the table."""
        self.rows = [with_unit(row, unit) for row in self.rows]

    def _own_numbers(self, row: int) -> list[int]:
        """The columns of numbers in which something stands in the row itself."""
        return [column for column in self._numbers if not is_blank(self._figures.nodes.value(row, column))]

    def _has_numbers(self, row: int) -> bool:
        """Whether it has numbers of its own, or of a cell above that is merged with its own."""
        return not all(self._figures.is_blank(row, column) for column in self._numbers)

    def _is_figure(self, row: int, name: str) -> bool:
        """Whether a row whose name is no indicator gives a figure all the same, of one that is not known."""
        if is_total(name):
            return False
        if self._has_numbers(row):
            return True
        if is_remark(name) or self._guesses >= _MOST_GUESSES:
            return False
        self._guesses += 1
        return bool(self._indicators.near(name))

    def _take(self, row: int, column: int, names: Mapping[int, str], texts: Mapping[int, str]) -> None:
        """A row that names an indicator."""
        figures = self._figures
        if figures.owner(row, column) != row and not self._own_numbers(row):
            self._ledger.fates[row] = "figure"  # the rest of a row that is merged with the one above
            return
        doubts = (
            self._contradicts(row, names),
            figures.is_misfit(row, self._ledger),
            self._is_beside_label(row, texts),
            self._is_qualified(row, texts),
        )
        withheld = figures.columns.withheld or any(doubts)
        self._ledger.fates[row] = "figure"
        name, unit = indicator_named(names[column], self._indicators)
        key = figures.named_node(row, column, name or None)
        groups = {key: figures.group(row, key, place) for key, place in figures.groups.items()}
        for year, fields in self._fields.items():
            of_name = figures.unit(figures.owner(row, column), column, unit) if unit else None
            units = [entry for entry in (of_name, self._unit_of(fields), self._unit_beside(row, texts)) if entry]
            entry = (key, figures.figure(row, fields, units, withheld=withheld))
            self.rows.append(FigureRow(row, groups | self._year_of(year, fields, groups), entry))

    def _unit_of(self, fields: Mapping[str, int]) -> Entry | None:
        return self._figures.unit_of_head(fields["value"]) if "value" in fields else None

    def _unit_beside(self, row: int, texts: Mapping[int, str]) -> Entry | None:
        """A unit that a row states in a column that is none of ours, of a table that has no column for units."""
        columns = self._figures.columns
        if columns.column("unit"):
            return None
        strays = ((column, text) for column, text in texts.items() if columns.is_unnamed(column) and is_unit(text))
        known = (stray for stray in strays if stray[0] not in columns.head.unknown or is_measure(stray[1]))
        stray = next(known, None)
        return self._figures.unit(row, *stray) if stray else None

    def _year_of(self, year: str, fields: Mapping[str, int], groups: Mapping[str, Entry]) -> dict[str, Entry]:
        """The year that a column's head names."""
        if not year or "year" in groups:
            return {}
        column = next(iter(fields.values()))
        return {"year": self._figures.year_of_head(column, year)}

    def _is_beside_label(self, row: int, texts: Mapping[int, str]) -> bool:
        """Whether a region or a year stands before the name under no head of ours: the figure may be of another one."""
        unnamed = self._figures.columns.unnamed(texts, self._name or self._id)
        if not unnamed:
            return False
        groups = self._figures.groups
        looks = [looks for key, looks in (("region", is_region), ("year", is_year)) if key not in groups]
        label = next((column for column, text in unnamed.items() if any(look(text) for look in looks)), 0)
        if label and not self._labels_told:
            self._labels_told = True
            self._ledger.fault("ANJ117", "label", row, label, {"written": clipped(texts[label], 40)})
        return bool(label)

    def _is_qualified(self, row: int, texts: Mapping[int, str]) -> bool:
        """Whether a cell beside the figure says that it is of less than a year, or planned."""
        columns = self._figures.columns
        strays = {column: text for column, text in texts.items() if columns.is_unnamed(column)}
        stray = next((column for column, text in strays.items() if is_other_number(text)), 0)
        if stray:
            self._ledger.fault("ANJ117", "qualified", row, stray, {"written": clipped(texts[stray], 40)})
        return bool(stray)

    def _contradicts(self, row: int, names: Mapping[int, str]) -> bool:
        """Whether a row names two indicators: none is picked."""
        found = (self._indicators.find(name) for name in names.values() if is_indicator(name, self._indicators))
        matches = [match for match in found if match is not None]
        if len({match.id for match in matches}) < 2:  # noqa: PLR2004 - a name and a number
            return False
        first, second = (clipped(name, 40) for name in names.values())
        self._ledger.fault("ANJ117", "two_names", row, self._name, {"first": first, "second": second})
        return True


def _fields_by_year(figures: FigureNodes, ledger: RowLedger) -> dict[str, dict[str, int]]:
    """The columns of a figure, by the year that their heads name; those of no year belong to the only one there is."""
    columns = figures.columns
    numbers = {(year, key): column for (_, year, key), column in columns.slots.items() if key in NUMBERS}
    years = dict.fromkeys(year for year, key in numbers if key == "value") or dict.fromkeys(year for year, _ in numbers)
    only = next(iter(years)) if len(years) == 1 else None
    fields: dict[str, dict[str, int]] = {year: {} for year in years}
    for (year, key), column in numbers.items():
        owner = year if year in years else only if not year else None
        if owner is None:
            cell = columns.head.cells[column]
            ledger.fault("ANJ117", "years", cell.row, column, {"key": cell.text})
        else:
            fields[owner][key] = column
    texts = {key: columns.column(key) for key in TEXTS if columns.column(key)}
    ordered = {year: {key: found[key] for key in NUMBERS if key in found} for year, found in fields.items()}
    return {year: found | texts for year, found in ordered.items()}
