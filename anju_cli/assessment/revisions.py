"""Earlier figures openly restated: put in place of the ones they name, or told why not.

What is wrong with a revision, or with the file it stands in, leaves the figure it names in doubt: nobody
can say which of two numbers was meant.
"""

from collections.abc import Iterable
from typing import NamedTuple

from anju_cli.assessment.grouping import Groups, grouped
from anju_cli.codes import CODES
from anju_cli.diagnostics import Diagnostic, Level, Related, Topic
from anju_cli.history import Restatement
from anju_cli.places import Place
from anju_cli.submission import Figure, Missing, Quantity, Revision, Submission

#: A region, a year and an indicator: one figure of the history.
FigureKey = tuple[str, int, str]


class AcceptedRevision(NamedTuple):
    """A revision that takes the place of a figure, and the report it stands in."""

    revision: Revision
    by: Submission


class Revisions(NamedTuple):
    """The submissions with their revised figures, what there is to say, and the figures left in doubt.

    `alone` are the accepted revisions of years that have no figure of their own: a later report stated it.
    """

    submissions: tuple[Submission, ...]
    findings: tuple[tuple[FigureKey, Diagnostic], ...]
    doubted: dict[FigureKey, str]
    accepted: dict[FigureKey, AcceptedRevision]
    restated: dict[FigureKey, Restatement]
    alone: dict[FigureKey, AcceptedRevision]


class _Standing(NamedTuple):
    """A figure as it stood before: a report's own, or the year before as the next year's report gives it."""

    place: Place
    quantity: Quantity


def revise(submissions: tuple[Submission, ...]) -> Revisions:
    """Apply every revision whose `was` is the standing value; never pick between two."""
    findings: list[tuple[FigureKey, Diagnostic]] = []
    groups = grouped(submissions)
    doubted = _unplaced(submissions, groups)
    accepted: dict[FigureKey, AcceptedRevision] = {}
    restated: dict[FigureKey, Restatement] = {}
    for series, proposals in _by_series(submissions).items():
        standing = _standing(groups, series, proposals[0].by)
        remarks = _findings(proposals, standing)
        findings += [(series, finding) for finding in remarks]
        code = _doubt(proposals, remarks)
        if code:
            doubted[series] = code
        elif series not in doubted:
            restated[series] = _restated(proposals[0], used=bool(standing))
            accepted |= {series: proposals[0]} if standing else {}
    alone = {series: proposal for series, proposal in accepted.items() if not _figures(groups, *series)}
    revised = tuple(_with(submission, accepted) for submission in submissions) if accepted else submissions
    return Revisions(revised, tuple(findings), doubted, accepted, restated, alone)


def _unplaced(submissions: Iterable[Submission], groups: Groups) -> dict[FigureKey, str]:
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


def _by_series(submissions: Iterable[Submission]) -> dict[FigureKey, list[AcceptedRevision]]:
    """Every revision under the figure it names."""
    proposals: dict[FigureKey, list[AcceptedRevision]] = {}
    for submission in submissions:
        for revision in submission.revisions:
            if submission.region is not None and revision.year is not None:
                series = (submission.region, revision.year, revision.indicator)
                proposals.setdefault(series, []).append(AcceptedRevision(revision, submission))
    return proposals


def _standing(groups: Groups, series: FigureKey, by: Submission) -> list[_Standing]:
    """The figures that the year's own reports gave; without one, what a report older than the revision says of it."""
    region, year, indicator = series
    own = [_Standing(figure.at("value"), figure.value) for figure in _figures(groups, region, year, indicator)]
    if own or by.year is None or by.year <= year + 1:
        return [figure for figure in own if not isinstance(figure.quantity.reading, Missing)] or own
    return [
        _Standing(figure.at("previous"), figure.previous)
        for figure in _figures(groups, region, year + 1, indicator)
        if figure.previous is not None and not isinstance(figure.previous.reading, Missing)
    ]


def _figures(groups: Groups, region: str, year: int, indicator: str) -> list[Figure]:
    return [report.figures[indicator] for report in groups.get((region, year), ()) if indicator in report.figures]


def _findings(proposals: list[AcceptedRevision], standing: list[_Standing]) -> list[Diagnostic]:
    """Two revisions of one figure, one that names another value than stands, or what was revised."""
    first = proposals[0].revision
    if len(proposals) > 1:
        related = (Related(first.place, "first", first.value.text),)
        return [_finding("ANJ505", "", proposal, related) for proposal in proposals[1:]]
    if _unfit(proposals[0]):
        return []  # reading has said so
    places = tuple(Related(place, "standing", quantity.text) for place, quantity in standing)
    return [_finding(*_code(proposals[0], standing), proposals[0], places)]


def _code(accepted: AcceptedRevision, standing: list[_Standing]) -> tuple[str, str]:
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


def _doubt(proposals: list[AcceptedRevision], remarks: list[Diagnostic]) -> str:
    """The code that leaves the figure in doubt, if one does: of the revision, or of the file it stands in."""
    codes = [finding.code for finding in remarks if finding.level is Level.ERROR]
    codes += [code for proposal in proposals if (code := _unfit(proposal))]
    return codes[0] if codes else ""


def _unfit(accepted: AcceptedRevision) -> str:
    """The code of what is wrong with a revision or with the report it stands in, if anything is."""
    return accepted.revision.fault or accepted.by.broken or ("ANJ106" if accepted.by.year is None else "")


def _restated(accepted: AcceptedRevision, used: bool) -> Restatement:
    revision = accepted.revision
    place = revision.at("value")
    return Restatement(revision.was.amount, revision.value.amount, accepted.by.year or 0, place, used)


def _named(by: Submission) -> str:
    """Who restates: the department, the person, or both."""
    return " ".join(filter(None, (by.department, by.prepared_by)))


def _finding(code: str, kind: str, accepted: AcceptedRevision, related: tuple[Related, ...]) -> Diagnostic:
    revision = accepted.revision
    arguments = {
        "year": str(revision.year),
        "was": revision.was.text,
        "value": revision.value.text,
        "standing": related[0].written if related else "",
        "reason": revision.reason,
        "by": _named(accepted.by) or accepted.by.path,
    }
    topic = Topic.REVISION if CODES[code] is Level.NOTE else Topic.NONE
    place = revision.at("was" if code == "ANJ504" else "value")
    indicator, written = revision.indicator, revision.value.text
    return Diagnostic(code, place, arguments, kind, indicator, written, related, topic=topic)


def _with(submission: Submission, accepted: dict[FigureKey, AcceptedRevision]) -> Submission:
    """A year's report with the revised figures; their parts belonged to the old ones."""
    figures = dict(submission.figures)
    for indicator, figure in submission.figures.items():
        proposal = accepted.get((submission.region or "", submission.year or 0, indicator))
        if proposal is not None and not isinstance(figure.value.reading, Missing):
            value = proposal.revision.value
            places = {**figure.places, "value": proposal.revision.at("value")}
            figures[indicator] = figure._replace(value=value, numerator=None, denominator=None, places=places)
    return submission._replace(figures=figures)
