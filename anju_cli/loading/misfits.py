"""What does not fit the shape of a report, in our codes."""

import re
from collections.abc import Iterable
from itertools import takewhile

from anju_cli.characters import clipped, hiding
from anju_cli.diagnostics import Diagnostic, Topic
from anju_cli.loading.collector import FindingCollector
from anju_cli.loading.meanings import keys_under, near_keys
from anju_cli.loading.shapes import Misfit
from anju_cli.names import Names
from anju_cli.places import Route
from anju_cli.readers.nodes import ScalarNode
from anju_cli.submission import FIGURE_KEYS, REPORT_KEYS

_FIGURE_NAMES, _REPORT_NAMES = Names(FIGURE_KEYS), Names(REPORT_KEYS)
#: The kinds of a figure, or a field of one, that stands at the top.
_OF_FIGURES = frozenset({"indent", "near_indicator", "field"})
_NUMBERS = ("value", "numerator", "denominator", "previous")


def tell_misfit(misfit: Misfit, collector: FindingCollector, indicators: Names) -> None:
    """An unknown key, a key that belongs elsewhere, or something of another shape."""
    key = str(misfit.route[-1])
    if misfit.route[0] == "figures" and _REPORT_NAMES.find(str(misfit.route[1:2] and misfit.route[1])):
        return  # nothing of a figure: that the key stands in the wrong place is said already
    if misfit.kind != "key":
        node = collector.document.node(misfit.route)
        text = node.text if isinstance(node, ScalarNode) else ""
        kind = "text" if misfit.kind == "text" else "colon" if re.search("[:：]", text) else "list"
        arguments = {"key": collector.written_key(misfit.route), "written": clipped(text, 40), **_words(collector)}
        collector.find("ANJ104", *misfit.route, arguments=arguments, kind=kind)
    elif not hiding(key):
        _tell_unknown(misfit.route, key, collector, indicators)


def _words(collector: FindingCollector) -> dict[str, str]:
    """The keys that the shape of a report is told by."""
    top = {key: collector.word(key) for key in ("figures", "explanations", "revisions")}
    return top | {key: collector.word(key, "figures") for key in ("value", "note")}


def _tell_unknown(route: Route, key: str, collector: FindingCollector, indicators: Names) -> None:
    top = str(route[0]) if len(route) > 1 else ""
    kind, near = _misplaced(route, key, top, collector, indicators)
    if not kind:
        collector.unknown_key(route, key, top)
        return
    arguments = {"key": clipped(key), "near": "|".join(near), "figures": collector.word("figures")}
    topic = Topic.MISPLACED if not top and kind in _OF_FIGURES else Topic.NONE
    collector.find("ANJ102", *route, text=key, arguments=arguments, kind=kind, topic=topic, on_key=True)


def tell_unknown_indicator(name: str, collector: FindingCollector, indicators: Names) -> None:
    """A name under the figures that is no indicator: a key of a report or of a figure, one without its colon, another.

    A field belongs to the indicator above it, whose figure it keeps from being judged.
    """
    route: Route = ("figures", name)
    glued = glued_key(name, indicators) if _is_bare(route, collector) else ""
    kind = "no_colon" if glued else "top" if _REPORT_NAMES.find(name) else ""
    if _FIGURE_NAMES.find(name):
        kind = "field"
    if not kind:
        collector.unknown("ANJ105", route, name, indicators, on_key=True)
        return
    arguments = {"key": clipped(name), "near": glued}
    place = collector.document.place(route, on_key=True)
    owner = {"field": _above(name, collector.document.tables[("figures",)]), "no_colon": glued}.get(kind, name)
    collector.collect(Diagnostic("ANJ105", place._replace(route=("figures", owner)), arguments, kind, written=name))


def _above(name: str, names: Iterable[str | int]) -> str:
    """The last indicator above a field that stands beside it; its own name where there is none."""
    above = takewhile(lambda key: key != name, map(str, names))
    return next(reversed([key for key in above if not _FIGURE_NAMES.find(key)]), name)


def stray_fields(names: Iterable[str]) -> frozenset[Route]:
    """Where fields that stand beside the indicators belong: to the last indicator above each."""
    strays = (name for name in names if _FIGURE_NAMES.find(name))
    return frozenset(("figures", _above(name, names), name) for name in strays)


def _misplaced(
    route: Route, key: str, top: str, collector: FindingCollector, indicators: Names
) -> tuple[str, tuple[str, ...]]:
    """How a key of ours stands where it does not belong, and what it may have meant; empty for a key of nobody's."""
    if top and _is_bare(route, collector):  # in braces: {完成值 6.1} or a comma within a note
        glued = glued_key(key, Names(keys_under(top)))
        return ("no_colon", (glued,)) if glued else ("cut", ())
    if indicators.find(key):
        return ("beside" if top else "indent"), ()
    if top:
        return ("top" if _REPORT_NAMES.find(key) else ""), ()
    if _FIGURE_NAMES.find(key):
        return "field", ()
    near = () if near_keys(key, top) else indicators.near(key)
    return ("near_indicator" if near else ""), near


def _is_bare(route: Route, collector: FindingCollector) -> bool:
    """Whether a key of braces has no colon: its value is nothing, right behind it."""
    key, node = collector.document.key(route), collector.document.node(route)
    if key is None or not isinstance(node, ScalarNode) or node.text:
        return False
    return (key.end.line, key.end.column) == (node.start.line, node.start.column)


def glued_key(text: str, names: Names) -> str:
    """The name before the colon that a text lacks, or has without its space; empty where it begins with none."""
    for end in re.finditer(r"[\s:：=＝]+|(?=\d)", text):
        if end.start() and names.find(text[: end.start()]):
            return text[: end.start()]
    return ""


def tell_texts_of_lines(routes: Iterable[Route], collector: FindingCollector) -> None:
    """Texts over several lines that stand in the place of numbers; `>5` begins one."""
    for route in sorted(routes, key=str):
        figure = route[:1] == ("figures",) and route[-1] in _NUMBERS
        revision = route[:1] == ("revisions",) and route[-1] in {"was", "value"}
        if figure or revision:
            written = _comparison(route, collector)
            shorthand = figure and collector.document.key(route) is None
            arguments = {"key": collector.written_key(route[:-1] if shorthand else route), "written": written}
            collector.find("ANJ112", *route, arguments=arguments, kind="comparison" if written else "")


def _comparison(route: Route, collector: FindingCollector) -> str:
    """What stands behind the key where it begins like a comparison; empty for a text over several lines."""
    span = collector.document.place(route).span
    line = "" if span is None else collector.document.lines[span.line - 1][span.column - 1 :]
    return line.strip() if re.match(r">\d", line) else ""


def value_of(misfit: Misfit) -> Route:
    """The route of the value that a misfit stands in place of: a bare list stands for a figure's value."""
    route = misfit.route
    return (*route, "value") if len(route) < 3 else route  # noqa: PLR2004 - figures, id, key
