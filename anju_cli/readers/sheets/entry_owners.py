"""Which of several reports a reason or a revision belongs to."""

from collections.abc import Sequence

from anju_cli.names import Names
from anju_cli.readers.nodes import MappingNode, Node, text_of
from anju_cli.readers.sheets.head_rows import is_indicator
from anju_cli.submission import EXPLANATION_KEYS, FIGURE_KEYS, REPORT_KEYS


class EntryOwners:
    """The figures of reports, to find the report of an entry by."""

    def __init__(self, reports: Sequence[MappingNode], indicators: Names) -> None:
        self._indicators = indicators
        #: The first report with an indicator's figure of a value, and with any.
        self._by_value: dict[tuple[str, str], int] = {}
        #: The report of the latest year that has an indicator's figure, with that year.
        self._latest: dict[str, tuple[str, int]] = {}
        for index, report in enumerate(reports):
            self._add(index, report)

    def _add(self, index: int, report: MappingNode) -> None:
        year = text_of(_under(report, REPORT_KEYS, "year"))
        figures = _under(report, REPORT_KEYS, "figures")
        for key, figure in figures.entries if isinstance(figures, MappingNode) else ():
            id_ = self._id(key.text)
            self._by_value.setdefault((id_, text_of(_under(figure, FIGURE_KEYS, "value"))), index)
            self._latest[id_] = max(self._latest.get(id_, (year, index)), (year, index), key=lambda latest: latest[0])

    def owner_of(self, entry: MappingNode, layout: str) -> int:
        """The index of a report: of a reason the one that has its figure, of a revision the latest that has it."""
        id_ = self._id(text_of(_under(entry, EXPLANATION_KEYS, "indicator")))
        _, latest = self._latest.get(id_, ("", 0))
        value = text_of(_under(entry, EXPLANATION_KEYS, "value"))
        return latest if layout == "revisions" else self._by_value.get((id_, value), latest)

    def _id(self, name: str) -> str:
        match = self._indicators.find(name) if is_indicator(name, self._indicators) else None
        return name if match is None else match.id


def _under(node: Node, keys: dict[str, tuple[str, ...]], key: str) -> Node | None:
    """What stands under a key, in either language."""
    words = {key, *keys[key]}
    entries = node.entries if isinstance(node, MappingNode) else ()
    return next((value for word, value in entries if word.text in words), None)
