"""What if: assumed figures in place of those reported, as one more submission."""

from collections.abc import Iterable
from typing import NamedTuple

from anju_cli.assessment.scope import Scope
from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import Diagnostic
from anju_cli.numbers import plain
from anju_cli.outcome import Assumption
from anju_cli.places import ASSUMED, Origin
from anju_cli.submission import Figure, Submission
from anju_cli.units import Unit

#: A region and a year: where the assumption holds.
Where = tuple[str, int]


class Assumptions(NamedTuple):
    """The submissions with the assumption, what still concerns them, and what was assumed."""

    submissions: tuple[Submission, ...]
    findings: list[Diagnostic]
    assumptions: tuple[Assumption, ...]


def assume(
    submissions: tuple[Submission, ...],
    findings: Iterable[Diagnostic],
    figures: tuple[Figure, ...],
    catalogue: Catalogue,
    scope: Scope,
) -> Assumptions:
    """Put `figures` in place of what the plan's own region (else the only one) reported for its newest year."""
    where = _where(submissions, catalogue, scope)
    assumed = {figure.indicator: figure for figure in figures}
    assumptions = tuple(_assumption(figure, submissions, where, catalogue) for figure in assumed.values())
    unrevised = (_not_revised(submission, assumed, where) for submission in submissions)
    reported = tuple(
        _without(submission, assumed) if (submission.region, submission.year) == where else submission
        for submission in unrevised
    )
    reports = {submission.origin for submission in submissions if (submission.region, submission.year) == where}
    concerning = [finding for finding in findings if not _about(finding, assumed, reports)]
    stated = {id_: _with_previous(figure, submissions, where) for id_, figure in assumed.items()}
    return Assumptions((*reported, _submission(stated, where)), concerning, assumptions)


def _where(submissions: tuple[Submission, ...], catalogue: Catalogue, scope: Scope) -> Where:
    """The plan's own region, unless another one alone has reported; the newest year asked for, or reported."""
    own, (_, last) = catalogue.catalogue.region.name, catalogue.catalogue.period
    regions = sorted({submission.region for submission in submissions if submission.region is not None})
    region = regions[0] if len(regions) == 1 else own
    years = [
        submission.year for submission in submissions if submission.region == region and submission.year is not None
    ]
    return region, max(scope.years or years or [last])


def _submission(figures: dict[str, Figure], where: Where) -> Submission:
    region, year = where
    return Submission(ASSUMED, region, year, department=None, scope="reported", sample=False, figures=figures)


def _with_previous(figure: Figure, submissions: tuple[Submission, ...], where: Where) -> Figure:
    """An assumption about this year leaves the year before as the report stated it."""
    reported = _reported(figure.indicator, submissions, where)
    stated = next((report for report in reported if report.previous is not None), None)
    if stated is None:
        return figure
    return figure._replace(previous=stated.previous, places={"previous": stated.at("previous")})


def _reported(indicator: str, submissions: tuple[Submission, ...], where: Where) -> list[Figure]:
    """The figures that the reports of a region and year have of an indicator."""
    same = (submission.figures for submission in submissions if (submission.region, submission.year) == where)
    return [figures[indicator] for figures in same if indicator in figures]


def _without(submission: Submission, assumed: dict[str, Figure]) -> Submission:
    figures = {id_: figure for id_, figure in submission.figures.items() if id_ not in assumed}
    return submission._replace(figures=figures)


def _not_revised(submission: Submission, assumed: dict[str, Figure], where: Where) -> Submission:
    """A figure assumed stands in place of the one revised, too."""
    region, year = where
    if submission.region != region:
        return submission
    revisions = tuple(
        revision for revision in submission.revisions if revision.year != year or revision.indicator not in assumed
    )
    return submission._replace(revisions=revisions)


def _about(finding: Diagnostic, assumed: dict[str, Figure], reports: set[Origin]) -> bool:
    """Whether a finding is about a figure that the assumption stands in for."""
    return finding.place.origin in reports and finding.place.figure in assumed


def _assumption(figure: Figure, submissions: tuple[Submission, ...], where: Where, catalogue: Catalogue) -> Assumption:
    region, year = where
    indicator = catalogue.indicators[figure.indicator]
    reported = next((report.value.text for report in _reported(figure.indicator, submissions, where)), None)
    amount = figure.value.amount
    value = figure.value.text.strip() if indicator.grades or amount is None else plain(amount)
    unit = Unit("") if indicator.grades else indicator.shown_unit
    return Assumption(figure.indicator, indicator.name, region, year, value, unit, reported)
