"""Which figures are believed: rules, explanations, and the history that grows from them year by year."""

from collections import defaultdict
from collections.abc import Iterable

from anju_cli.assessment.duplicates import merged, twice
from anju_cli.assessment.ledger import Ledger, VettedFigure
from anju_cli.assessment.revisions import AcceptedRevision, Revised, Series, revise
from anju_cli.assessment.rule_checks import checked, checked_together
from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import Diagnostic, Level
from anju_cli.history import Point
from anju_cli.submission import Figure, Submission

#: What concerns a figure, by file and indicator: findings, and the codes of what reading found.
Codes = dict[tuple[str, str], list[Diagnostic | str]]


def believe(submissions: tuple[Submission, ...], said: Iterable[Diagnostic], catalogue: Catalogue) -> Ledger:
    """Check every figure of every submission; `said` is what reading them found already."""
    revised = revise(submissions)
    work = Ledger(catalogue, revised)
    for region, year, indicator in revised.doubted:
        work.history.block(region, indicator, year)
    faults = _faults_by_figure(said)
    groups: dict[tuple[int, str], list[Submission]] = defaultdict(list)
    for submission in revised.submissions:
        groups[(submission.year or 0, submission.region or "")].append(submission)
    beside = _by_year(revised)
    for year, region in sorted(groups.keys() | beside.keys()):
        _believe_year(work, (region, year), groups.get((year, region), []), faults)
        for revision in beside.get((year, region), ()):
            _believe_restated(work, (region, year), revision)
    work.findings += [finding for series, finding in revised.findings if not _in_vain(series, finding, work)]
    return work


def _by_year(revised: Revised) -> dict[tuple[int, str], list[AcceptedRevision]]:
    """Revisions of figures that no report of their year has."""
    found: dict[tuple[int, str], list[AcceptedRevision]] = {}
    for (region, year, _), revision in revised.beside.items():
        found.setdefault((year, region), []).append(revision)
    return found


def _believe_restated(work: Ledger, where: tuple[str, int], accepted: AcceptedRevision) -> None:
    """A figure that a later report stated and another one restated: held to the same rules as any other.

    It stands in place of what was stated, once the report that states it is believed.
    """
    (region, year), revision = where, accepted.revision
    places = {"value": revision.at("value")}
    parts = (None,) * 6
    figure = Figure(revision.indicator, revision.value, *parts, place=revision.place, places=places)
    figures = {revision.indicator: figure}
    restated = Submission(accepted.by.path, region, year, None, "reported", accepted.by.sample, figures)
    found = checked(work, restated, placed=True)
    work.findings += found
    if any(finding.open for finding in found) or revision.value.amount is None:
        work.history.block(region, revision.indicator, year)
    else:
        series = (region, year, revision.indicator)
        work.restated[series] = Point(revision.value.amount, figure.at("value"), stated=True)


def _in_vain(series: Series, finding: Diagnostic, work: Ledger) -> bool:
    """Whether a figure was revised to one that is not believed either: that is said at the same place."""
    region, year, indicator = series
    return finding.level is Level.NOTE and (region, indicator, year) in work.history.blocked


def _faults_by_figure(said: Iterable[Diagnostic]) -> Codes:
    """The codes of open findings by file and indicator, from their routes."""
    faults: Codes = defaultdict(list)
    for finding in said:
        route = finding.place.route
        if finding.open and len(route) > 1 and route[0] == "figures":
            faults[(finding.place.path, str(route[1]))].append(finding.code)
    return faults


def _believe_year(work: Ledger, where: tuple[str, int], group: list[Submission], faults: Codes) -> None:
    region, year = where
    placed = bool(year and region)
    codes: Codes = defaultdict(list)
    for submission in group:
        found = checked(work, submission, placed)
        work.findings += found
        for one in found:
            if one.place.route[:1] in _ABOUT_FIGURES:
                codes[(submission.path, one.indicator or "")].append(one)
    if not placed:
        return
    again: dict[str | None, list[Diagnostic]] = defaultdict(list)
    for one in twice(group) if len(group) > 1 else ():
        work.findings.append(one)
        again[one.indicator].append(one)
    reported = dict.fromkeys(indicator for submission in group for indicator in submission.figures)
    for indicator in reported:
        keys = [(submission.path, indicator) for submission in group]
        concerning = [one for table in (faults, codes) for key in keys for one in table.get(key, ())]
        _settle(work, (region, year, indicator), group, [*concerning, *again[indicator]])


#: Where findings about a figure itself stand: in it, or in the revision that gives its value.
_ABOUT_FIGURES = (("figures",), ("revisions",))


def _settle(work: Ledger, series: Series, group: list[Submission], concerning: list[Diagnostic | str]) -> None:
    region, year, indicator = series
    figures = [submission.figures[indicator] for submission in group if indicator in submission.figures]
    doubt = work.revised.doubted.get(series)
    concerning += [] if doubt is None else [doubt]
    figure = figures[0] if len(figures) == 1 else merged(figures)
    if figure not in figures:
        concerning += checked_together(work, figure, group, concerning)
    belief = _belief(figure, concerning, _unread(indicator, group))
    work.beliefs[series] = belief
    if belief.errors or belief.queries:
        work.history.block(region, indicator, year)
    else:
        _remember(work, belief.figure, region, year)


def _remember(work: Ledger, figure: Figure, region: str, year: int) -> None:
    """A believed figure; and its `previous`, which stands for a year that has no report of its own."""
    if figure.value.amount is not None:
        work.history.add(region, figure.indicator, year, Point(figure.value.amount, figure.at("value")))
    if figure.previous is not None and figure.previous.amount is not None:
        stated = Point(figure.previous.amount, figure.at("previous"), stated=True)
        point = work.restated.get((region, year - 1, figure.indicator), stated)
        work.history.add(region, figure.indicator, year - 1, point)


def _unread(indicator: str, group: list[Submission]) -> tuple[str, ...]:
    """Why files that hold this figure could not be read to their end."""
    return tuple(submission.broken for submission in group if submission.broken and indicator in submission.figures)


def _belief(figure: Figure, concerning: list[Diagnostic | str], unread: tuple[str, ...]) -> VettedFigure:
    if not concerning and not unread:  # most figures
        return VettedFigure(figure)
    given = [concern for concern in concerning if isinstance(concern, Diagnostic)]
    errors = [concern for concern in concerning if isinstance(concern, str)]
    errors += [one.code for one in given if one.level is Level.ERROR]
    errors += unread
    queries = [one.code for one in given if one.level is Level.QUERY and one.open]
    explained = [one.code for one in given if one.explanation is not None]
    return VettedFigure(figure, *(tuple(dict.fromkeys(codes)) for codes in (errors, queries, explained)))
