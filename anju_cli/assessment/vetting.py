"""Which figures are believed: rules, explanations, and the history that grows from them year by year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from anju_cli.assessment.duplicates import base_reasons, duplicates, merged, shared_reasons
from anju_cli.assessment.grouping import sound
from anju_cli.assessment.ledger import Ledger, VettedFigure
from anju_cli.assessment.revisions import AcceptedRevision, FigureKey, Revisions, revise
from anju_cli.assessment.rule_checks import checked, checked_together
from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import Diagnostic, Level, Topic
from anju_cli.history import Point
from anju_cli.numbers import plain
from anju_cli.places import Origin
from anju_cli.submission import Figure, Submission

#: Findings about a figure, by report and indicator.
Concerns = dict[tuple[Origin, str], list[Diagnostic]]


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
        later = sound(groups.get((year + 1, region), []))
        _vet_year(ledger, (region, year), groups.get((year, region), []), later, faults)
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
    restated = Submission(
        accepted.by.path, region, year, None, "reported", accepted.by.sample, figures, report=accepted.by.report
    )
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
    """Open findings by report and indicator, from their routes."""
    faults: Concerns = defaultdict(list)
    for finding in findings:
        figure = finding.place.figure
        if finding.open and figure is not None:
            faults[(finding.place.origin, figure)].append(finding)
    return faults


def _vet_year(
    ledger: Ledger, where: tuple[str, int], group: list[Submission], later: list[Submission], faults: Concerns
) -> None:
    """The reports of one region and year; `later` are those of the next year, which may give reasons for its base."""
    region, year = where
    placed = bool(year and region)
    if not placed:
        for submission in group:
            ledger.findings += checked(ledger, submission, placed)
        return
    findings = _checked_group(ledger, group, later)
    ledger.findings += findings
    ledger.contradicted |= set(_contradicted(findings, ledger.catalogue))
    concerns: dict[str | None, list[Diagnostic]] = defaultdict(list)
    for finding in findings:
        if finding.place.route[:1] in _ABOUT_FIGURES:
            concerns[finding.indicator].append(finding)
    for indicator in dict.fromkeys(indicator for submission in group for indicator in submission.figures):
        holders = [submission for submission in group if indicator in submission.figures]
        holders = sound(holders) or holders  # what broke off doubts no figure that a whole report has
        read = [finding for submission in holders for finding in faults.get((submission.origin, indicator), ())]
        aside = {submission.origin for submission in group if submission.broken and submission not in holders}
        ruled = [finding for finding in concerns[indicator] if finding.place.origin not in aside]
        _settle(ledger, (region, year, indicator), holders, read, ruled)


def _checked_group(ledger: Ledger, group: list[Submission], later: list[Submission]) -> list[Diagnostic]:
    """What the rules find in the reports of one region and year, each alone, and where several have one figure."""
    findings = [finding for submission in group for finding in _checked_report(ledger, submission, group, later)]
    group = sound(group)
    if len(group) < 2:  # noqa: PLR2004 - two files can have one figure
        return findings
    repeated = duplicates(group, ledger.catalogue)
    conflicting = {finding.indicator for finding in repeated if finding.topic is Topic.DUPLICATE}
    for indicator, figures in _figures(group).items():
        if len(figures) > 1 and indicator not in conflicting:
            findings = _joined(findings, indicator, checked_together(ledger, merged(figures), group))
    explained = {(finding.code, finding.indicator) for finding in findings if finding.explanation is not None}
    return [finding for finding in (*findings, *repeated) if not _used_elsewhere(finding, explained)]


def _checked_report(
    ledger: Ledger, submission: Submission, group: list[Submission], later: list[Submission]
) -> list[Diagnostic]:
    shared, of_base = shared_reasons(submission, group), base_reasons(submission, later)
    return checked(ledger, submission, placed=True, shared=shared, later=of_base)


def _figures(group: list[Submission]) -> dict[str, list[Figure]]:
    """Every figure of a region and year, by indicator."""
    figures: dict[str, list[Figure]] = {}
    for submission in group:
        for indicator, figure in submission.figures.items():
            figures.setdefault(indicator, []).append(figure)
    return figures


def _joined(findings: list[Diagnostic], indicator: str, joint: list[Diagnostic]) -> list[Diagnostic]:
    """Of equal figures only what all files together leave open is told; what only joining shows is added."""
    codes = {finding.code for finding in joint}
    kept = [
        finding
        for finding in findings
        if finding.indicator != indicator or finding.code in codes or not _is_settled_together(finding)
    ]
    alone = {finding.code for finding in kept if finding.indicator == indicator}
    return kept + [finding for finding in joint if finding.level is not Level.NOTE and finding.code not in alone]


#: What one file lacks, and another one of the same figure may have: its value, the other part of it.
_LACKING = frozenset({"ANJ305", "ANJ404", "ANJ405"})


def _is_settled_together(finding: Diagnostic) -> bool:
    return finding.level is Level.QUERY or finding.code in _LACKING


def _used_elsewhere(finding: Diagnostic, explained: set[tuple[str, str | None]]) -> bool:
    """Whether a reason that settles nothing in its own file does so for the same figure in another."""
    used = (finding.arguments.get("code", ""), finding.indicator)
    return finding.topic is Topic.UNUSED_REASON and used in explained


def _contradicted(findings: list[Diagnostic], catalogue: Catalogue) -> Iterator[str]:
    """The promises whose baseline a report contradicts, with nothing said about it."""
    for finding in findings:
        if finding.topic is Topic.BASE and finding.open and finding.indicator:
            for promise in catalogue.promises_about[finding.indicator]:
                base = promise.baseline
                contradicted = (finding.arguments["year"], finding.arguments["base"])
                if base is not None and (str(base.year), plain(base.value)) == contradicted:
                    yield promise.key


#: Where findings about a figure itself stand: in it, or in the revision that gives its value.
_ABOUT_FIGURES = (("figures",), ("revisions",))


def _settle(
    ledger: Ledger, series: FigureKey, group: list[Submission], read: list[Diagnostic], ruled: list[Diagnostic]
) -> None:
    """What is held of one figure, by what reading found and what the rules found; `group` are the reports with it."""
    region, year, indicator = series
    figures = [submission.figures[indicator] for submission in group]
    figure = figures[0] if len(figures) == 1 else merged(figures)
    doubt = ledger.revisions.doubted.get(series)
    first = [figure.fault for figure in figures if figure.fault] + [finding.code for finding in read]
    vetted = _vetted(figure, first + ([] if doubt is None else [doubt]), ruled, _unread(group))
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


def _unread(group: list[Submission]) -> tuple[str, ...]:
    """Why files that hold this figure could not be read to their end."""
    return tuple(submission.broken for submission in group if submission.broken)


def _to_settle(finding: Diagnostic) -> bool:
    """Whether a finding is an open query that keeps the figure itself from being judged: one of its base does not."""
    return finding.level is Level.QUERY and finding.open and finding.topic is not Topic.BASE


def _vetted(figure: Figure, first: list[str], ruled: list[Diagnostic], unread: tuple[str, ...]) -> VettedFigure:
    """What is held of a figure: the codes of reading and of revisions in doubt come first."""
    if not first and not ruled and not unread:  # most figures
        return VettedFigure(figure)
    errors = [*first, *(finding.code for finding in ruled if finding.level is Level.ERROR), *unread]
    queries = [finding.code for finding in ruled if _to_settle(finding)]
    explained = [finding.code for finding in ruled if finding.explanation is not None]
    errors, queries, explained = (list(dict.fromkeys(codes)) for codes in (errors, queries, explained))
    return VettedFigure(figure, tuple(errors), tuple(queries), tuple(explained))
