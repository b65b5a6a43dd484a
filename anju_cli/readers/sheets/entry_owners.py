"""Which of several reports a reason or a revision belongs to."""

from collections.abc import Sequence

from anju_cli.names import Names
from anju_cli.readers.nodes import MappingNode, Node, ScalarNode
from anju_cli.submission import EXPLANATION_KEYS, FIGURE_KEYS, REPORT_KEYS


def owner_of(entry: MappingNode, layout: str, reports: Sequence[MappingNode], indicators: Names) -> int:
    """The index of the report: of a reason the one that has its figure, of a revision the latest that has it."""
    if len(reports) == 1:
        return 0
    match = indicators.find(_text(_under(entry, EXPLANATION_KEYS, "indicator")))
    held = [
        (index, figure)
        for index, report in enumerate(reports)
        if (figure := _figure(report, match and match.id, indicators))
    ]
    if not held:
        return 0
    if layout == "revisions":
        return max(held, key=lambda report: _text(_under(reports[report[0]], REPORT_KEYS, "year")))[0]
    value = _text(_under(entry, EXPLANATION_KEYS, "value"))
    same = (index for index, figure in held if _text(_under(figure, FIGURE_KEYS, "value")) == value)
    return next(same, held[0][0])


def _figure(report: MappingNode, id_: str | None, indicators: Names) -> MappingNode | None:
    """A report's figure of an indicator."""
    figures = _under(report, REPORT_KEYS, "figures")
    for key, figure in figures.entries if isinstance(figures, MappingNode) and id_ else ():
        match = indicators.find(key.text)
        if match is not None and match.id == id_ and isinstance(figure, MappingNode):
            return figure
    return None


def _under(node: Node, keys: dict[str, tuple[str, ...]], key: str) -> Node | None:
    """What stands under a key, in either language."""
    words = {key, *keys[key]}
    return (
        next((value for word, value in node.entries if word.text in words), None)
        if isinstance(node, MappingNode)
        else None
    )


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, ScalarNode) else ""
