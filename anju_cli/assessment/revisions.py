"""Earlier figures openly restated: put in place of the ones they name, or told why not.

What is wrong with a revision, or with the file it stands in, leaves the figure it names in doubt: nobody
can say which of two numbers was meant.
"""

from collections.abc import Iterable
from typing import NamedTuple

from anju_cli.assessment.grouping import Groups, grouped
from anju_cli.diagnostics import Diagnostic, Level, Related
from anju_cli.history import Restated
from anju_cli.places import Place
from anju_cli.submission import Figure, Missing, Quantity, Revision, Submission

#: A region, a year and an indicator: one figure of the history.
Series = tuple[str, int, str]


class AcceptedRevision(NamedTuple):
    """A revision that takes the place of a figure, and the report it stands in."""

    revision: Revision
    by: Submission


class Revised(NamedTuple):
    """The submissions with their revised figures, what there is to say, and the figures left in doubt.

    `beside` are the accepted revisions of years that have no figure of their own: a later report stated it.
    """

    submissions: tuple[Submission, ...]
    findings: tuple[tuple[Series, Diagnostic], ...]
    doubted: dict[Series, str]
    accepted: dict[Series, AcceptedRevision]
    restated: dict[Series, Restated]
    beside: dict[Series, AcceptedRevision]


class _Standing(NamedTuple):
    """A figure as it stood before: a report's own, or the year before as the next year's report gives it."""

    place: Place
    quantity: Quantity


def revise(submissions: tuple[Submission, ...]) -> Revised:
    """Apply every revision whose `was` is the standing value; never pick between two."""
    findings: list[tuple[Series, Diagnostic]] = []
    groups = grouped(submissions)
    doubted = _unplaced(submissions, groups)
    accepted: dict[Series, AcceptedRevision] = {}
    restated: dict[Series, Restated] = {}
    for series, asked in _by_series(submissions).items():
        standing = _standing(groups, series, asked[0].by)
        found = _findings(asked, standing)
        findings += [(series, one) for one in found]
        code = _doubt(asked, found)
        if code:
            doubted[series] = code
        elif series not in doubted:
            restated[series] = _restated(asked[0], used=bool(standing))
            accepted |= {series: asked[0]} if standing else {}
    beside = {series: one for series, one in accepted.items() if not _figures(groups, *series)}
    revised = tuple(_with(submission, accepted) for submission in submissions)
    return Revised(revised, tuple(findings), doubted, accepted, restated, beside)


def _unplaced(submissions: Iterable[Submission], groups: Groups) -> dict[Series, str]:
    """What reports restate of a region or year that can't be read: every one that may be meant is in doubt."""
    named = {
        (report.region, report.year, revision.year, revision.indicator): revision.fault or "ANJ114"
        for report in submissions
        for revision in report.revisions
        if report.region is None or revision.year is None
    }
    return {
        (region, year, indicator): code
        for (own, by, named_year, indicator), code in named.items()
        for region, year in groups
        if own in (None, region) and named_year in (None, year) and (by is None or year < by)
    }


def _by_series(submissions: Iterable[Submission]) -> dict[Series, list[AcceptedRevision]]:
    """Every revision under the figure it names."""
    asked: dict[Series, list[AcceptedRevision]] = {}
    for submission in submissions:
        for revision in submission.revisions:
            if submission.region is not None and revision.year is not None:
                series = (submission.region, revision.year, revision.indicator)
                asked.setdefault(series, []).append(AcceptedRevision(revision, submission))
    return asked


def _standing(groups: Groups, series: Series, by: Submission) -> list[_Standing]:
    """The figures that the year's own reports gave; without one, what a report older than the revision says of it."""
    region, year, indicator = series
    own = [_Standing(figure.at("value"), figure.value) for figure in _figures(groups, region, year, indicator)]
    if own or by.year is None or by.year <= year + 1:
        return [finding for finding in own if not isinstance(finding.quantity.reading, Missing)] or own
    return [
        _Standing(figure.at("previous"), figure.previous)
        for figure in _figures(groups, region, year + 1, indicator)
        if figure.previous is not None and not isinstance(figure.previous.reading, Missing)
    ]


def _figures(groups: Groups, region: str, year: int, indicator: str) -> list[Figure]:
    return [group.figures[indicator] for group in groups.get((region, year), ()) if indicator in group.figures]


def _findings(asked: list[AcceptedRevision], standing: list[_Standing]) -> list[Diagnostic]:
    """Two revisions of one figure, one that names another value than stands, or what was revised."""
    first = asked[0].revision
    if len(asked) > 1:
        again = (Related(first.place, "first", first.value.text),)
        return [_finding("ANJ505", "", one, again) for one in asked[1:]]
    if _unfit(asked[0]):
        return []  # reading has said so
    places = tuple(Related(place, "standing", quantity.text) for place, quantity in standing)
    return [_finding(*_told(asked[0], standing), asked[0], places)]


def _told(accepted: AcceptedRevision, standing: list[_Standing]) -> tuple[str, str]:
    """Code and kind of what there is to say of a single revision."""
    revision = accepted.revision
    if isinstance(revision.value.reading, Missing) or (not standing and revision.value.amount is None):
        return "ANJ507", ""
    if revision.was.amount is None:
        return "ANJ504", "unread"
    if revision.was.amount == revision.value.amount:
        return "ANJ507", "same"
    if not standing:
        return "ANJ506", "alone"
    if any(quantity.amount != revision.was.amount for _, quantity in standing):
        return "ANJ504", ""
    return "ANJ506", "" if _named(accepted.by) else "file"


def _doubt(asked: list[AcceptedRevision], found: list[Diagnostic]) -> str:
    """The code that leaves the figure in doubt, if one does: of the revision, or of the file it stands in."""
    codes = [one.code for one in found if one.level is Level.ERROR]
    codes += [code for one in asked if (code := _unfit(one))]
    return codes[0] if codes else ""


def _unfit(accepted: AcceptedRevision) -> str:
    """The code of what is wrong with a revision or with the report it stands in, if anything is."""
    return accepted.revision.fault or accepted.by.broken or ("ANJ106" if accepted.by.year is None else "")


def _restated(accepted: AcceptedRevision, used: bool) -> Restated:
    revision = accepted.revision
    place = revision.at("value")
    return Restated(revision.was.amount, revision.value.amount, accepted.by.year or 0, place, used)


def _named(by: Submission) -> str:
    """Who restates: the department, the person, or both."""
    return " ".join(filter(None, (by.department, by.prepared_by)))


def _finding(code: str, kind: str, asked: AcceptedRevision, related: tuple[Related, ...]) -> Diagnostic:
    one = asked.revision
    arguments = {
        "year": str(one.year),
        "was": one.was.text,
        "value": one.value.text,
        "standing": related[0].written if related else "",
        "reason": one.reason,
        "by": _named(asked.by) or asked.by.path,
    }
    place = one.at("was" if code == "ANJ504" else "value")
    return Diagnostic(code, place, arguments, kind, one.indicator, one.value.text, related)


def _with(submission: Submission, accepted: dict[Series, AcceptedRevision]) -> Submission:
    """A year's report with the revised figures; their parts belonged to the old ones."""
    figures = dict(submission.figures)
    for indicator, figure in submission.figures.items():
        found = accepted.get((submission.region or "", submission.year or 0, indicator))
        if found is not None and not isinstance(figure.value.reading, Missing):
            value = found.revision.value
            places = {**figure.places, "value": found.revision.at("value")}
            figures[indicator] = figure._replace(value=value, numerator=None, denominator=None, places=places)
    return submission._replace(figures=figures)
