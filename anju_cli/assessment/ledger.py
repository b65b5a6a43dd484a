"""What is held of each figure, and the ledger that fills while that is settled."""

from typing import NamedTuple

from anju_cli.assessment.revisions import FigureKey, Revisions
from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import Diagnostic
from anju_cli.history import History, Point
from anju_cli.places import Place
from anju_cli.rules import IndicatorRules, rules_of
from anju_cli.submission import Figure


class VettedFigure(NamedTuple):
    """What is held of one indicator in one region and year.

    `figure` is the one that counts; `errors` and `queries` are the codes that keep it from being
    judged; `explained` the codes that stand with a reason. `duplicate` where it was given twice and neither
    of the two is shown as the figure.
    """

    figure: Figure
    errors: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()
    duplicate: bool = False

    @property
    def believed(self) -> bool:
        """Whether its value may be used."""
        return not self.errors and not self.queries and self.figure.value.amount is not None


class Ledger:
    """Filled year by year, oldest first. `vetted` is by region and indicator, then by year.

    `contradicted` are the promises whose baseline differs from what the own region reported, openly so.
    """

    def __init__(self, catalogue: Catalogue, revisions: Revisions) -> None:
        self.catalogue = catalogue
        self.revisions = revisions
        self.history = History()
        self.vetted: dict[tuple[str, str], dict[int, VettedFigure]] = {}
        self.findings = list[Diagnostic]()
        self._rules: dict[str, IndicatorRules] = {}
        self.restated: dict[FigureKey, Point] = {}
        self.spent = set[Place]()
        self.contradicted = set[str]()

    def rules(self, indicator: str) -> IndicatorRules:
        """The rules that concern an indicator, picked once."""
        rules = self._rules.get(indicator)
        if rules is None:
            rules = self._rules[indicator] = rules_of(self.catalogue.indicators[indicator])
        return rules

    def figure(self, region: str, year: int, indicator: str) -> VettedFigure | None:
        """What is held of one figure; `None` where nothing was reported."""
        return self.vetted.get((region, indicator), {}).get(year)
