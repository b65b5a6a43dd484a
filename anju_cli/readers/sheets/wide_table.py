"""The wide layout: one row a region or year, one column an indicator."""

from collections.abc import Mapping
from typing import NamedTuple

from anju_cli.characters import clipped
from anju_cli.readers.sheets.column_names import NUMBERS, column_named, folded, is_unit
from anju_cli.readers.sheets.figure_rows import Entry, FigureNodes, FigureRow, with_unit
from anju_cli.readers.sheets.heading_cells import is_year, year_text
from anju_cli.readers.sheets.row_ledger import RowLedger
from anju_cli.readers.sheets.row_words import (
    is_example,
    is_heading_of_rows,
    is_number,
    is_other_number,
    is_remark,
    is_total,
)

_UNIT_LABELS = frozenset({"单位", "计量单位", "unit"})


class _Figure(NamedTuple):
    """The columns of an indicator's figures of one year."""

    year: str
    fields: Mapping[str, int]


class WideTable:
    """A table of one row a report, row by row."""

    def __init__(self, figures: FigureNodes, ledger: RowLedger) -> None:
        self.rows: list[FigureRow] = []
        self._nodes = figures
        self._ledger = ledger
        self._figures = _figures(figures)
        self._numbers = {column for figure in self._figures for column in figure.fields.values()}
        self._units: dict[int, Entry] = {}
        self._years = 0
        self._refused = False

    def knows(self, row: int, texts: Mapping[int, str]) -> bool:  # noqa: ARG002 - other tables look at merged cells
        """Whether a row holds a number under an indicator, or the units."""
        numbers = (texts[column] for column in self._numbers if column in texts)
        return any(map(is_number, numbers)) or self._holds_units(texts)

    def read(self, row: int, texts: Mapping[int, str]) -> None:
        """A row under the head, which holds no heading."""
        first = next(iter(texts.values()), "")
        has_numbers = not all(self._nodes.is_blank(row, column) for column in self._numbers)
        divided = self._nodes.divided(row, texts, self._numbers, self._nodes.groups.values())
        if divided and not self._holds_units(texts):
            self._nodes.withhold("divided", row, divided, texts, self._ledger)
        elif is_example(first):
            self._ledger.fates[row] = "example"
        elif self._holds_units(texts):
            self._take_units(row, texts)
        elif any(is_total(text) for column, text in texts.items() if column not in self._numbers):
            self._ledger.fates[row] = "total"
        elif not has_numbers and (is_remark(first) or is_heading_of_rows(first) or not self._is_labelled(row)):
            self._ledger.fates[row] = "remark" if is_remark(first) else "section"
        elif self._refused or self._lacks_label(row, texts) or self._is_qualified(row):
            self._ledger.fates[row] = "refused"
        else:
            self._take(row)

    def take_unit(self, unit: Entry) -> None:
        """The unit that is stated below the table."""
        self.rows = [with_unit(row, unit) for row in self.rows]

    def _holds_units(self, texts: Mapping[int, str]) -> bool:
        """Whether a row above the figures says the units of the columns."""
        units = {column: text for column, text in texts.items() if column in self._numbers}
        labels = {folded(text) for column, text in texts.items() if column not in self._numbers}
        return not self.rows and bool(units) and all(map(is_unit, units.values())) and labels <= _UNIT_LABELS

    def _take_units(self, row: int, texts: Mapping[int, str]) -> None:
        """The units under the head."""
        self._ledger.fates[row] = "head"
        self._units = {
            column: self._nodes.unit(row, column, text) for column, text in texts.items() if column in self._numbers
        }

    def _is_labelled(self, row: int) -> bool:
        """Whether a row says which region or year it is about."""
        groups = self._nodes.groups.values()
        return bool(groups) and all(self._nodes.named_text(row, column) for column in groups)

    def _lacks_label(self, row: int, texts: Mapping[int, str]) -> bool:
        """Whether what a row is about stands under a head that names neither a region nor a year."""
        columns = self._nodes.columns
        labels = columns.unnamed(texts, min(self._numbers))
        groups = self._nodes.groups
        if not labels or "region" in groups:
            return False
        column, label = next(iter(labels.items()))
        if "year" not in groups and len(labels) == 1 and is_year(label) and self._years in {0, column}:
            self._years = column
            return False
        self._refused = True
        self._ledger.fault("ANJ117", "label", row, column, {"written": clipped(label, 40)})
        return True

    def _is_qualified(self, row: int) -> bool:
        """Whether what a row says it is about is no region or year but another number: 目标值, 上半年."""
        columns = self._nodes.groups.values()
        texts = {column: self._nodes.named_text(row, column) for column in columns}
        stray = next((place for place, text in texts.items() if is_other_number(text) or _is_word(text)), 0)
        if stray:
            self._ledger.fault("ANJ117", "qualified", row, stray, {"written": clipped(texts[stray], 40)})
        return bool(stray)

    def _take(self, row: int) -> None:
        """A row of figures."""
        nodes, columns = self._nodes, self._nodes.columns
        self._ledger.fates[row] = "figure"
        withheld = columns.withheld or nodes.is_misfit(row, self._ledger)
        groups = {key: nodes.group(row, key, column) for key, column in nodes.groups.items()}
        if self._years:
            word = nodes.nodes.text(columns.head.last_row, self._years, text="年度" if columns.is_chinese else "year")
            groups["year"] = (word, nodes.named_node(row, self._years, year_text(nodes.nodes.seen(row, self._years))))
        for year, fields in self._figures:
            column = next(iter(fields.values()))
            units = [unit for unit in (nodes.unit_of_head(column), self._units.get(column)) if unit]
            figure = nodes.figure(row, fields, units, withheld=withheld)
            of_year = {} if not year or "year" in groups else {"year": nodes.year_of_head(column, year)}
            key = nodes.indicator(column, row)
            self.rows.append(FigureRow(row, groups | of_year, (key, figure)))


def _is_word(text: str) -> bool:
    """Whether a text is what columns are called; a year is one as well."""
    return not is_year(text) and column_named(text) is not None


def _figures(nodes: FigureNodes) -> list[_Figure]:
    """The columns of each indicator, by year where the heads name one; of what is no number, for all its years."""
    numbers: dict[tuple[str, str], dict[str, int]] = {}
    texts: dict[str, dict[str, int]] = {}
    for (indicator, year, key), column in nodes.columns.slots.items():
        if indicator and key in NUMBERS:
            numbers.setdefault((indicator, year), {})[key] = column
        elif indicator:
            texts.setdefault(indicator, {})[key] = column
    return [_Figure(year, fields | texts.get(indicator, {})) for (indicator, year), fields in numbers.items()]
