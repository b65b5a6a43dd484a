"""Which figures are believed: rules, explanations, and the history that grows from them year by year."""

from collections import defaultdict
from collections.abc import Iterable

from anju_cli.assessment.duplicates import duplicates, merged
from anju_cli.assessment.ledger import Ledger, VettedFigure
from anju_cli.assessment.revisions import AcceptedRevision, FigureKey, Revisions, revise
from anju_cli.assessment.rule_checks import checked, checked_together
from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import Diagnostic, Level, Topic
from anju_cli.history import Point
from anju_cli.submission import Figure, Submission

#: Findings about a figure, by file and indicator.
Concerns = dict[tuple[str, str], list[Diagnostic]]


def vet(submissions: tuple[Submission, ...], findings: Iterable[Diagnostic], catalogue: Catalogue) -> Ledger:
    """Check every figure of every submission; `findings` is what reading them found already."""
    revisions = revise(submissions)
    ledger = Ledger(catalogue, revisions)
    for region, year, indicator in revisions.doubted:
        ledger.history.block(region, indicator, year)
    faults = _faults(findings)
    groups: dict[tuple[int, str], list[Submission]] = defaultdict(list)
    for submission in revisions.submissions:
        groups[(submission.year or 0, submission.region or "")].append(submission)
    alone = _by_year(revisions)
    for year, region in sorted(groups.keys() | alone.keys()):
        _vet_year(ledger, (region, year), groups.get((year, region), []), faults)
        for accepted in alone.get((year, region), ()):
            _vet_restated(ledger, (region, year), accepted)
    ledger.findings += [finding for series, finding in revisions.findings if not _in_vain(series, finding, ledger)]
    return ledger


def _by_year(revisions: Revisions) -> dict[tuple[int, str], list[AcceptedRevision]]:
    """Revisions of figures that no report of their year has."""
    years: dict[tuple[int, str], list[AcceptedRevision]] = {}
    for (region, year, _), accepted in revisions.alone.items():
        years.setdefault((year, region), []).append(accepted)
    return years


def _vet_restated(ledger: Ledger, where: tuple[str, int], accepted: AcceptedRevision) -> None:
    """A figure that a later report stated and another one restated: held to the same rules as any other.

    It stands in place of what was stated, once the report that states it is believed.
    """
    (region, year), revision = where, accepted.revision
    places = {"value": revision.at("value")}
    parts = (None,) * 6
    figure = Figure(revision.indicator, revision.value, *parts, place=revision.place, places=places)
    figures = {revision.indicator: figure}
    restated = Submission(accepted.by.path, region, year, None, "reported", accepted.by.sample, figures)
    findings = checked(ledger, restated, placed=True)
    ledger.findings += findings
    if any(finding.open for finding in findings) or revision.value.amount is None:
        ledger.history.block(region, revision.indicator, year)
    else:
        series = (region, year, revision.indicator)
        ledger.restated[series] = Point(revision.value.amount, figure.at("value"), stated=True)


def _in_vain(series: FigureKey, finding: Diagnostic, ledger: Ledger) -> bool:
    """Whether a figure was revised to one that is not believed either: that is said at the same place."""
    region, year, indicator = series
    return finding.level is Level.NOTE and ledger.history.is_blocked(region, indicator, year)


def _faults(findings: Iterable[Diagnostic]) -> Concerns:
    """Open findings by file and indicator, from their routes."""
    faults: Concerns = defaultdict(list)
    for finding in findings:
        figure = finding.place.figure
        if finding.open and figure is not None:
            faults[(finding.place.path, figure)].append(finding)
    return faults


def _vet_year(ledger: Ledger, where: tuple[str, int], group: list[Submission], faults: Concerns) -> None:
    region, year = where
    placed = bool(year and region)
    concerns: Concerns = defaultdict(list)
    for submission in group:
        findings = checked(ledger, submission, placed)
        ledger.findings += findings
        for finding in findings:
            if finding.place.route[:1] in _ABOUT_FIGURES:
                concerns[(submission.path, finding.indicator or "")].append(finding)
    if not placed:
        return
    repeated: dict[str | None, list[Diagnostic]] = defaultdict(list)
    for finding in duplicates(group) if len(group) > 1 else ():
        ledger.findings.append(finding)
        repeated[finding.indicator].append(finding)
    reported = dict.fromkeys(indicator for submission in group for indicator in submission.figures)
    for indicator in reported:
        keys = [(submission.path, indicator) for submission in group]
        read, ruled = ([finding for key in keys for finding in table.get(key, ())] for table in (faults, concerns))
        _settle(ledger, (region, year, indicator), group, read, [*ruled, *repeated[indicator]])


#: Where findings about a figure itself stand: in it, or in the revision that gives its value.
_ABOUT_FIGURES = (("figures",), ("revisions",))


def _settle(
    ledger: Ledger, series: FigureKey, group: list[Submission], read: list[Diagnostic], ruled: list[Diagnostic]
) -> None:
    """What is held of one figure, by what reading found and what the rules found."""
    region, year, indicator = series
    figures = [submission.figures[indicator] for submission in group if indicator in submission.figures]
    figure = figures[0] if len(figures) == 1 else merged(figures)
    if figure not in figures:
        ruled += checked_together(ledger, figure, group, ruled)
    doubt = ledger.revisions.doubted.get(series)
    first = [finding.code for finding in read] + ([] if doubt is None else [doubt])
    vetted = _vetted(figure, first, ruled, _unread(indicator, group))
    if any(finding.topic is Topic.DUPLICATE for finding in (*read, *ruled)):
        vetted = vetted._replace(duplicate=True)
    ledger.vetted.setdefault((region, indicator), {})[year] = vetted
    if vetted.errors or vetted.queries:
        ledger.history.block(region, indicator, year)
    else:
        _remember(ledger, vetted.figure, region, year)


def _remember(ledger: Ledger, figure: Figure, region: str, year: int) -> None:
    """A believed figure; and its `previous`, which stands for a year that has no report of its own."""
    if figure.value.amount is not None:
        ledger.history.add(region, figure.indicator, year, Point(figure.value.amount, figure.at("value")))
    if figure.previous is not None and figure.previous.amount is not None:
        stated = Point(figure.previous.amount, figure.at("previous"), stated=True)
        point = ledger.restated.get((region, year - 1, figure.indicator), stated)
        ledger.history.add(region, figure.indicator, year - 1, point)


def _unread(indicator: str, group: list[Submission]) -> tuple[str, ...]:
    """Why files that hold this figure could not be read to their end."""
    return tuple(submission.broken for submission in group if submission.broken and indicator in submission.figures)


def _vetted(figure: Figure, first: list[str], ruled: list[Diagnostic], unread: tuple[str, ...]) -> VettedFigure:
    """What is held of a figure: the codes of reading and of revisions in doubt come first."""
    if not first and not ruled and not unread:  # most figures
        return VettedFigure(figure)
    errors = [*first, *(finding.code for finding in ruled if finding.level is Level.ERROR), *unread]
    queries = [finding.code for finding in ruled if finding.level is Level.QUERY and finding.open]
    explained = [finding.code for finding in ruled if finding.explanation is not None]
    errors, queries, explained = (list(dict.fromkeys(codes)) for codes in (errors, queries, explained))
    return VettedFigure(figure, tuple(errors), tuple(queries), tuple(explained))
