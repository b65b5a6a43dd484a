"""One figure as written, in a report or on the command line, to a figure that was read."""

from collections.abc import Set as AbstractSet

from anju_cli.catalogue import Indicator, Part
from anju_cli.loading.quantities import read_missing, read_part, read_value
from anju_cli.numbers import Refused
from anju_cli.places import ASSUMED, Place, Route
from anju_cli.readers import Document
from anju_cli.readers.document import Table
from anju_cli.readers.nodes import ScalarNode
from anju_cli.submission import Figure, FigureShape, Missing, Quantity, written_text


def read_figure(
    id_: str, shape: FigureShape, indicator: Indicator, document: Document, misshapen: AbstractSet[Route]
) -> Figure:
    """A figure. `misshapen` are the routes where something stands that is no text on one line."""
    value, numerator, denominator, previous, unit, source, note = shape
    route: Route = ("figures", id_)
    table = document.tables[route]
    if misshapen and _is_misshapen(route, value, misshapen):
        quantity = _refusal(table, "value") or Quantity(value, Missing("misshapen"))
    else:
        quantity = read_value(value, indicator) if value else _remark(table, "value") or read_value("", indicator)
    place, places = _places(route, document)
    return Figure(
        id_,
        quantity,
        None if numerator is None else _part(numerator, "numerator", indicator.numerator, table),
        None if denominator is None else _part(denominator, "denominator", indicator.denominator, table),
        _previous(previous, indicator, table, misshapen=(*route, "previous") in misshapen),
        written_text(unit),
        written_text(source),
        written_text(note),
        place,
        places,
    )


def _previous(text: str | None, indicator: Indicator, table: Table, *, misshapen: bool) -> Quantity | None:
    """Last year's figure beside this year's; nothing is read from one that a comma cuts in two."""
    if text is None:
        return None
    if misshapen:
        return _refusal(table, "previous") or Quantity(text, Missing("misshapen"))
    return (not text and _remark(table, "previous")) or read_value(text, indicator)


def _places(route: Route, document: Document) -> tuple[Place, dict[str, Place]]:
    """Where a figure stands and where its fields do; most figures are a value alone, at the same place."""
    node = document.node(route)
    span = None if node is None else node.span
    if type(node) is ScalarNode:
        return document.at(route, span), {"value": document.at((*route, "value"), span)}
    return document.at(route, span), document.places(route)


def _is_misshapen(route: Route, value: str, misshapen: AbstractSet[Route]) -> bool:
    """Whether the value stands in another shape, or none is written where something under it is not understood."""
    if (*route, "value") in misshapen:
        return True
    return not value and any(part[:2] == route for part in misshapen)


def _remark(table: Table, field: str) -> Quantity | None:
    """An error of a spreadsheet behind an empty field, which the format takes for a remark."""
    _, node = table.get(field, (None, None))
    remark = node.remark if isinstance(node, ScalarNode) else ""
    return Quantity(remark, Refused("error_value")) if remark else None


def _refusal(table: Table, field: str) -> Quantity | None:
    """What stands in a cell of which no number may be taken."""
    _, node = table.get(field, (None, None))
    refusal = node.refusal if isinstance(node, ScalarNode) else ""
    return Quantity(node.text, Refused(refusal)) if isinstance(node, ScalarNode) and refusal else None


def _part(text: str, field: str, part: Part | None, table: Table) -> Quantity | None:
    """A numerator or denominator in its unit; `None` where none is written."""
    refusal = _refusal(table, field)
    if refusal is not None:
        return refusal
    missing = read_missing(text)
    if missing is not None and missing.word == "blank":
        return _remark(table, field)
    return read_part(text, part) if part else Quantity(text, Missing("blank"))


def read_assumed(id_: str, text: str, indicator: Indicator) -> Figure | None:
    """A figure assumed on the command line, by a report's grammar.

    `None` where `text` is no number in the indicator's unit and none of its grades.
    """
    value = read_value(text.strip(), indicator)
    if value.amount is None:
        return None
    return Figure(id_, value, None, None, None, None, None, None, Place(ASSUMED, ("figures", id_)))
