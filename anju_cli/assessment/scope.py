"""Which promises are asked of a region in a year, and which nobody was asked for."""

from collections.abc import Iterable
from typing import NamedTuple

from anju_cli.catalogue import Catalogue, Target
from anju_cli.diagnostics import Diagnostic
from anju_cli.submission import Submission


class Scope(NamedTuple):
    """What the user asked to see: years (none: the newest of each region), departments, areas, bases, indicators.

    Naming indicators leaves no promise out: it only says whose figures the user is waiting for.
    """

    years: tuple[int, ...] = ()
    all_years: bool = False
    departments: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()

    def asks_for(self, id_: str, targets: Iterable[Target]) -> bool:
        """Whether a figure of an indicator is one that the user asked to see."""
        if self.indicators:
            return id_ in self.indicators
        filtered = any((self.departments, self.areas, self.bases))
        return not filtered or any(map(self.takes, targets))

    def takes(self, target: Target) -> bool:
        """Whether a promise is within what was asked to see."""
        wanted = ((self.departments, target.lead), (self.areas, target.area or ""), (self.bases, target.basis))
        return all(not choices or value in choices for choices, value in wanted)

    def takes_year(self, year: int, newest: int) -> bool:
        """Whether a region's year is within what was asked to see."""
        if self.all_years:
            return True
        return year in self.years if self.years else year == newest


def asked_of(group: Iterable[Submission], catalogue: Catalogue) -> frozenset[tuple[str, str]]:
    """The promises (indicator, comparator) that a region's reports of one year answer for: their union."""
    asked: set[tuple[str, str]] = set()
    for submission in group:
        asked |= {
            (indicator, target.goal.kind)
            for indicator, target in catalogue.promises
            if _answers(submission, indicator, target, catalogue)
        }
    return frozenset(asked)


def _answers(submission: Submission, indicator: str, target: Target, catalogue: Catalogue) -> bool:
    if indicator in submission.figures:
        return True
    if submission.scope == "reported" or submission.region != catalogue.catalogue.region.name:
        return False
    return submission.department is None or submission.department == target.lead


def outside_lead(submission: Submission, catalogue: Catalogue) -> Iterable[Diagnostic]:
    """Figures that the reporting department does not lead: taken, with a note."""
    if submission.department is None:
        return
    for id_, figure in submission.figures.items():
        leads = {target.lead for target in catalogue.indicators[id_].targets}
        if leads and submission.department not in leads:
            arguments = {"department": submission.department, "leads": " ".join(sorted(leads))}
            yield Diagnostic("ANJ601", figure.place, arguments, "", id_)


def missing_references(group: list[Submission], catalogue: Catalogue) -> Iterable[Diagnostic]:
    """Who reports a figure that is held against another one reports that one too."""
    reported = {id_ for submission in group for id_ in submission.figures}
    for submission in group:
        for id_, figure in submission.figures.items():
            for target in catalogue.indicators[id_].targets:
                reference = getattr(target.goal, "indicator", None)
                if target.goal.needs == "reference" and reference not in reported:
                    name = catalogue.indicators[str(reference)].name
                    arguments = {"reference": name.zh, "reference_en": name.en, "id": str(reference)}
                    yield Diagnostic("ANJ602", figure.place, arguments, "", id_)
