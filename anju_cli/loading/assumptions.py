"""A figure assumed on the command line, read by the same grammar as a report's."""

from anju_cli.catalogue import Indicator
from anju_cli.loading.quantities import read_value
from anju_cli.places import ASSUMED, Place
from anju_cli.submission import Figure


def read_assumed(id_: str, text: str, indicator: Indicator) -> Figure | None:
    """The figure; `None` where `text` is no number in the indicator's unit and none of its grades."""
    value = read_value(text.strip(), indicator)
    if value.amount is None:
        return None
    return Figure(id_, value, None, None, None, None, None, None, Place(ASSUMED, ("figures", id_)))
