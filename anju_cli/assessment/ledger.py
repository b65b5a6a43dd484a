"""What is held of each figure, and the work in hand while that is settled."""

from typing import NamedTuple

from anju_cli.assessment.revisions import Revised, Series
from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import Diagnostic
from anju_cli.history import History, Point
from anju_cli.places import Place
from anju_cli.submission import Figure

_TWO = frozenset({"ANJ110", "ANJ408"})


class VettedFigure(NamedTuple):
    """What is held of one indicator in one region and year.

    `figure` is the one that counts; `errors` and `queries` are the codes that keep it from being
    judged; `explained` the codes that stand with a reason.
    """

    figure: Figure
    errors: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()

    @property
    def twice(self) -> bool:
        """Whether it was given twice: neither of the two is shown as the figure."""
        return not _TWO.isdisjoint(self.errors)

    @property
    def believed(self) -> bool:
        """Whether its value may be used."""
        return not self.errors and not self.queries and self.figure.value.amount is not None


class Ledger:
    """The work in hand: filled year by year, oldest first."""

    def __init__(self, catalogue: Catalogue, revised: Revised) -> None:
        self.catalogue = catalogue
        self.revised = revised
        self.history = History()
        self.beliefs: dict[Series, VettedFigure] = {}
        self.findings = list[Diagnostic]()
        self.restated: dict[Series, Point] = {}
        self.spent = set[Place]()
