"""Tables of reasons and of revisions: one row an entry."""

from collections.abc import Mapping

from anju_cli.names import Names
from anju_cli.readers.nodes import MappingNode
from anju_cli.readers.sheets.figure_rows import Entry, FigureNodes
from anju_cli.readers.sheets.head_rows import is_indicator
from anju_cli.readers.sheets.row_ledger import RowLedger
from anju_cli.readers.sheets.row_words import is_remark
from anju_cli.submission import EXPLANATION_KEYS, REVISION_KEYS

#: What columns that have a place in both kinds of tables stand for in each.
_MEANINGS: dict[str, dict[str, str]] = {
    "explanations": {"id": "code", "indicator": "indicator", "value": "value", "reason": "reason"},
    "revisions": {
        "indicator": "indicator",
        "year": "year",
        "was": "was",
        "now": "value",
        "value": "value",
        "reason": "reason",
    },
}
_KEYS = {"explanations": EXPLANATION_KEYS, "revisions": REVISION_KEYS}
_NUMBERS = frozenset({"value", "was"})


class EntryTable:
    """A table of entries, row by row."""

    def __init__(self, figures: FigureNodes, indicators: Names, ledger: RowLedger) -> None:
        self.rows: list[MappingNode] = []
        self.layout = figures.columns.head.layout
        self._figures = figures
        self._indicators = indicators
        self._ledger = ledger
        meanings = _MEANINGS[self.layout]
        named = {meanings[key]: column for (_, _, key), column in figures.columns.slots.items() if key in meanings}
        self._columns = {key: named[key] for key in _KEYS[self.layout] if key in named}

    def knows(self, row: int, texts: Mapping[int, str]) -> bool:  # noqa: ARG002 - other tables look at merged cells
        """Whether a row is about an indicator that there is, or names a code."""
        named = {key: texts.get(column, "") for key, column in self._columns.items()}
        return named.get("code", "").startswith("ANJ") or is_indicator(named.get("indicator", ""), self._indicators)

    def read(self, row: int, texts: Mapping[int, str]) -> None:
        """A row under the head, which holds no heading."""
        if is_remark(next(iter(texts.values()), "")) or not set(self._columns.values()) & set(texts):
            self._ledger.fates[row] = "remark"
            return
        if self._figures.is_misfit(row, self._ledger):
            self._ledger.fates[row] = "refused"
            return
        self._ledger.fates[row] = "figure"
        entries = tuple(self._entry(row, key, column) for key, column in self._columns.items() if column in texts)
        self.rows.append(MappingNode(entries, self._figures.nodes.marks(row, min(texts))[0]))

    def take_unit(self, unit: Entry) -> None:
        """A unit that is stated below: reasons have none."""

    def _entry(self, row: int, key: str, column: int) -> Entry:
        figures = self._figures
        nodes, heading = figures.nodes, figures.heading(column)
        node = nodes.number(row, column, heading) if key in _NUMBERS else nodes.text(row, column, heading)
        return figures.key(column, _KEYS[self.layout], key), node
