"""One figure as written to a figure that was read: quantities, and where each of its fields stands."""

from collections.abc import Set as AbstractSet

from anju_cli.catalogue import Indicator, Part
from anju_cli.loading.quantities import read_missing, read_part, read_value
from anju_cli.numbers import Refused
from anju_cli.places import Place, Route
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
    path, table, node = document.path, document.tables.get(route, {}), document.node(route)
    quantity = (
        Quantity(value, Missing("misshapen"))
        if misshapen and (*route, "value") in misshapen
        else _value(value, indicator, table)
    )
    return Figure(
        id_,
        quantity,
        _part(numerator, indicator.numerator),
        _part(denominator, indicator.denominator),
        None if previous is None else read_value(previous, indicator),
        written_text(unit),
        written_text(source),
        written_text(note),
        Place(path, route, node.span if node is not None else None),
        document.places(route),
    )


def _value(text: str, indicator: Indicator, table: Table) -> Quantity:
    """The value; behind an empty one may stand an error of a spreadsheet that the format takes for a remark."""
    if not text and "value" in table:
        node = table["value"][1]
        if isinstance(node, ScalarNode) and node.remark:
            return Quantity(node.remark, Refused("error_value"))
    return read_value(text, indicator)


def _part(text: str | None, part: Part | None) -> Quantity | None:
    """A numerator or denominator in its unit; `None` where none is written."""
    if text is None:
        return None
    missing = read_missing(text)
    if missing is not None and missing.word == "blank":
        return None
    return read_part(text, part) if part else Quantity(text, Missing("blank"))
