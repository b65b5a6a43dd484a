"""Which departments have handed in nothing for a year, and whose return says nothing."""

from collections.abc import Iterable
from typing import NamedTuple

from anju_cli.catalogue import Catalogue, Promise
from anju_cli.places import ASSUMED
from anju_cli.submission import Missing, Submission


class Attendance(NamedTuple):
    """Departments in the catalogue's order: those absent, and those with an empty return."""

    absent: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()


def attendance(
    group: Iterable[Submission], in_view: Iterable[Promise], catalogue: Catalogue, *, every_lead: bool
) -> Attendance:
    """Who leads a promise in view and handed in nothing; known where a return names its department.

    A department's return alone says nothing of the others, unless `every_lead` asks.
    """
    returns = [submission for submission in group if submission.path != ASSUMED]
    leads = {promise.lead for promise in in_view}
    present = {submission.department for submission in returns}
    silent = _silent(returns)
    absent = leads - present - _holding(returns, catalogue) if present - {None} else set[str]()
    if len(present) == 1 and not every_lead:
        absent = set()
    return Attendance(
        tuple(name for name in catalogue.departments if name in absent),
        tuple(name for name in catalogue.departments if name in leads & silent),
    )


def _holding(returns: Iterable[Submission], catalogue: Catalogue) -> set[str]:
    """The departments that lead a figure of some return; a word for what is missing is none."""
    return {
        promise.lead
        for submission in returns
        for id_, figure in submission.figures.items()
        if not isinstance(figure.value.reading, Missing)
        for promise in catalogue.promises_about[id_]
    }


def _silent(returns: Iterable[Submission]) -> set[str | None]:
    """The departments all of whose returns are blank."""
    blank: dict[str | None, bool] = {}
    for submission in returns:
        blank[submission.department] = blank.get(submission.department, True) and submission.blank
    return {department for department, is_blank in blank.items() if is_blank}
