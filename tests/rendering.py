"""What a format gives: of an outcome that is one portion, or of a trend."""

from anju_cli.formats import FORMATS, View
from anju_cli.outcome import Outcome
from anju_cli.spool import rendered
from anju_cli.timelines import Trend


def document(name: str, outcome: Outcome, view: View) -> str:
    """An outcome in the format `name`."""
    return rendered(FORMATS[name].check(), outcome, view)


def trend_text(name: str, trend: Trend, view: View) -> str:
    """A trend in the format `name`."""
    return FORMATS[name].trend().render(trend, view)
