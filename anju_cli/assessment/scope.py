"""Which promises are asked of a region in a year, and which nobody was asked for."""

from collections.abc import Iterable
from typing import NamedTuple

from anju_cli.assessment.grouping import sound
from anju_cli.catalogue import Catalogue, Promise
from anju_cli.diagnostics import Diagnostic
from anju_cli.submission import Submission


class Scope(NamedTuple):
    """What the user asked to see: years (none: the newest of each region), departments, areas, bases, indicators.

    Naming indicators leaves no promise out: it only says whose figures the user is waiting for. `every_lead` where who
    is absent is asked beside a lone department's return, too.
    """

    years: tuple[int, ...] = ()
    all_years: bool = False
    departments: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    every_lead: bool = False

    def asks_for(self, id_: str, promises: Iterable[Promise]) -> bool:
        """Whether a figure of an indicator is one that the user asked to see."""
        if self.indicators:
            return id_ in self.indicators
        filtered = any((self.departments, self.areas, self.bases))
        return not filtered or any(map(self.takes, promises))

    def takes(self, promise: Promise) -> bool:
        """Whether a promise is within what was asked to see."""
        return (
            (not self.departments or promise.lead in self.departments)
            and (not self.areas or promise.area in self.areas)
            and (not self.bases or promise.target.basis in self.bases)
        )

    def takes_year(self, year: int, newest: int) -> bool:
        """Whether a region's year is within what was asked to see."""
        if self.all_years:
            return True
        return year in self.years if self.years else year == newest


def is_asked(promise: Promise, group: Iterable[Submission], own: bool) -> bool:
    """Whether a region's reports of one year answer for a promise; `own` where it is the plan's own region."""
    return any(
        promise.id in submission.figures
        or (own and submission.scope != "reported" and submission.department in (None, promise.lead))
        for submission in group
    )


def named(role: str, departments: Iterable[str], catalogue: Catalogue) -> dict[str, str]:
    """Arguments of a finding: departments as the catalogue calls them, in both languages."""
    names = list(departments)
    return {role: "、".join(names), f"{role}_en": ", ".join(catalogue.department_in(name, "en") for name in names)}


def outside_lead(submission: Submission, catalogue: Catalogue) -> Iterable[Diagnostic]:
    """Figures that the reporting department does not lead: taken, with a note."""
    if submission.department is None:
        return
    for id_, figure in submission.figures.items():
        leads = {promise.lead for promise in catalogue.promises_about[id_]}
        if leads and submission.department not in leads:
            names = (("department", [submission.department]), ("leads", sorted(leads)))
            arguments = {key: value for role, by in names for key, value in named(role, by, catalogue).items()}
            yield Diagnostic("ANJ601", figure.place, arguments, "", id_)


def missing_references(group: list[Submission], catalogue: Catalogue) -> Iterable[Diagnostic]:
    """Who reports a figure that is held against another one reports that one too."""
    reported = {id_ for submission in group for id_ in submission.figures}
    for submission in sound(group):
        for id_, figure in submission.figures.items():
            for promise in catalogue.promises_about[id_]:
                reference = promise.description.reference
                if promise.reference is not None and reference is not None and reference not in reported:
                    name = promise.reference.name
                    arguments = {"reference": name.zh, "reference_en": name.en, "id": reference}
                    yield Diagnostic("ANJ602", figure.place, arguments, "", id_)
