"""Earlier figures openly restated: put in place of the ones they name, or told why not."""

from collections.abc import Iterable
from typing import NamedTuple

from anju_cli.diagnostics import Diagnostic, Level, Related
from anju_cli.source import Place
from anju_cli.submission import Figure, Revision, Submission

#: A region, a year and an indicator: one figure of the history.
Series = tuple[str, int, str]


class Revised(NamedTuple):
    """The submissions with their revised figures, what there is to say, and the figures left in doubt."""

    submissions: tuple[Submission, ...]
    findings: tuple[Diagnostic, ...]
    doubted: dict[Series, str]


class _Asked(NamedTuple):
    """A revision and who asks for it."""

    revision: Revision
    by: Submission


def revise(submissions: tuple[Submission, ...]) -> Revised:
    """Apply every revision whose `was` is the standing value; never pick between two."""
    findings: list[Diagnostic] = []
    doubted: dict[Series, str] = {}
    accepted: dict[Series, Revision] = {}
    for series, asked in _by_series(submissions).items():
        standing = _standing(submissions, series)
        found = _judged(asked, standing)
        findings += found
        codes = [one.code for one in found if one.level is Level.ERROR]
        if codes:
            doubted[series] = codes[0]
        elif standing:
            accepted[series] = asked[0].revision
    return Revised(tuple(_with(one, accepted) for one in submissions), tuple(findings), doubted)


def _by_series(submissions: Iterable[Submission]) -> dict[Series, list[_Asked]]:
    asked: dict[Series, list[_Asked]] = {}
    for submission in submissions:
        for revision in submission.revisions:
            if submission.region is not None:
                series = (submission.region, revision.year, revision.indicator)
                asked.setdefault(series, []).append(_Asked(revision, submission))
    return asked


def _standing(submissions: Iterable[Submission], series: Series) -> list[Figure]:
    """The figures that the year's own reports gave."""
    region, year, indicator = series
    own = (one for one in submissions if one.region == region and one.year == year)
    return [one.figures[indicator] for one in own if indicator in one.figures]


def _judged(asked: list[_Asked], standing: list[Figure]) -> list[Diagnostic]:
    """Two revisions of one figure, one that names another value than stands, or what was revised."""
    first = asked[0].revision
    if len(asked) > 1:
        return [_finding("ANJ505", one, (Related(first.place, "first", first.value.text),)) for one in asked[1:]]
    if not standing:
        return [_finding("ANJ506", asked[0], (), "alone")]
    places = tuple(Related(one.at("value"), "standing", one.value.text) for one in standing)
    if any(one.value.amount is None or one.value.amount != first.was.amount for one in standing):
        return [_finding("ANJ504", asked[0], places)]
    return [_finding("ANJ506", asked[0], places)]


def _finding(code: str, asked: _Asked, related: tuple[Related, ...], kind: str = "") -> Diagnostic:
    one = asked.revision
    arguments = {
        "year": str(one.year),
        "was": one.was.text,
        "value": one.value.text,
        "standing": related[0].written if related else "",
        "reason": one.reason,
        "by": asked.by.department or asked.by.prepared_by or asked.by.path,
    }
    place = Place(one.place.path, (*one.place.route, "was" if code == "ANJ504" else "value"))
    return Diagnostic(code, place, arguments, kind, one.indicator, one.value.text, related)


def _with(submission: Submission, accepted: dict[Series, Revision]) -> Submission:
    """A year's report with the revised figures; their parts belonged to the old ones."""
    figures = dict(submission.figures)
    for indicator, figure in submission.figures.items():
        revision = accepted.get((submission.region or "", submission.year or 0, indicator))
        if revision is not None:
            figures[indicator] = figure._replace(
                value=revision.value, numerator=None, denominator=None, place=revision.place
            )
    return submission._replace(figures=figures)
