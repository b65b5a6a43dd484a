"""What does not fit the shape of a report, in our codes."""

import re
from collections.abc import Iterable

from anju_cli.characters import clipped, hiding
from anju_cli.loading.collector import FindingCollector
from anju_cli.loading.shapes import Misfit
from anju_cli.names import Names
from anju_cli.places import Route
from anju_cli.readers.nodes import ScalarNode
from anju_cli.submission import EXPLANATION_KEYS, FIGURE_KEYS, REPORT_KEYS, REVISION_KEYS

_NUMBERS = ("value", "numerator", "denominator", "previous")


def tell_misfit(misfit: Misfit, collector: FindingCollector, indicators: Names) -> None:
    """An unknown key, an indicator that stands beside the figures, or something of another shape."""
    key = str(misfit.route[-1])
    if misfit.kind != "key":
        node = collector.document.node(misfit.route)
        text = node.text if isinstance(node, ScalarNode) else ""
        kind = "text" if misfit.kind == "text" else "colon" if re.search("[:：]", text) else "list"
        collector.find("ANJ104", *misfit.route, arguments={"key": key, "written": clipped(text, 40)}, kind=kind)
    elif len(misfit.route) == 1 and indicators.find(key):
        collector.find("ANJ102", key, text=key, arguments={"key": clipped(key)}, kind="indent", on_key=True)
    elif not hiding(key):
        collector.unknown("ANJ102", misfit.route, key, _names_at(misfit.route), on_key=True)


def tell_texts_of_lines(routes: Iterable[Route], collector: FindingCollector) -> None:
    """Texts over several lines that stand in the place of numbers."""
    for route in sorted(routes, key=str):
        figure = route[:1] == ("figures",) and route[-1] in _NUMBERS
        revision = route[:1] == ("revisions",) and route[-1] in {"was", "value"}
        if figure or revision:
            collector.find("ANJ112", *route, arguments={"key": str(route[-2] if figure else route[-1])})


def value_of(misfit: Misfit) -> Route:
    """The route of the value that a misfit stands in place of: a bare list stands for a figure's value."""
    route = misfit.route
    return (*route, "value") if len(route) < 3 else route  # noqa: PLR2004 - figures, id, key


def _names_at(route: Route) -> Names:
    """The keys that a level of a report may have, for "did you mean"."""
    if len(route) == 1:
        return Names(REPORT_KEYS)
    tables = {"figures": FIGURE_KEYS, "explanations": EXPLANATION_KEYS, "revisions": REVISION_KEYS}
    return Names(tables.get(str(route[0]), FIGURE_KEYS))
