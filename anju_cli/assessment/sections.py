"""The promises asked of each region and year, judged and counted: a region at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from anju_cli.assessment.attendance import Attendance, attendance
from anju_cli.assessment.grouping import grouped, sound
from anju_cli.assessment.judging import Judge
from anju_cli.assessment.ledger import Ledger, VettedFigure
from anju_cli.assessment.scope import Scope, is_asked, missing_references, outside_lead
from anju_cli.assessment.vetting import vet
from anju_cli.catalogue import Catalogue, Indicator, Promise
from anju_cli.diagnostics import Diagnostic, Topic
from anju_cli.outcome import Judgement, PlainFigure, RevisedFigure, Section, StatedFigure
from anju_cli.places import Origin, Place
from anju_cli.submission import Missing, Submission


class Judged(NamedTuple):
    """What judging came to; places are still routes. `revised` is every figure that was openly restated."""

    sections: tuple[Section, ...]
    findings: tuple[Diagnostic, ...]
    revised: tuple[RevisedFigure, ...] = ()
    stated: tuple[StatedFigure, ...] = ()


def judge(
    submissions: tuple[Submission, ...], findings: Iterable[Diagnostic], catalogue: Catalogue, scope: Scope
) -> Judged:
    """Vet what was reported, then judge what is asked; `findings` is what reading found.

    Files are taken by their paths: in which order they were given changes nothing.
    """
    submissions = tuple(sorted(submissions, key=lambda submission: submission.path))
    ledger = vet(submissions, findings, catalogue)
    remarks = list(ledger.findings)
    groups = dict(sorted(grouped(submissions).items()))
    newest = {region: year for region, year in groups}  # noqa: C416 - years ascend within a region: the last one stays
    bench = Judge(ledger, frozenset(submission.origin for submission in submissions if submission.sample))
    sections: list[Section] = []
    for (region, year), group in groups.items():
        remarks += _coverage(group, year, catalogue)
        if scope.takes_year(year, newest[region]):
            sections.append(_section(bench, (region, year), group, scope))
    shows_stated = scope.all_years or scope.indicators
    stated = [
        figure
        for figure in (_stated(ledger, bench.samples) if shows_stated else ())
        if any(scope.takes_year(year, newest[figure.region]) for year in (figure.year, figure.year + 1))
    ]
    return Judged(tuple(sections), tuple(remarks), tuple(_revised(ledger)), tuple(stated))


def _stated(ledger: Ledger, samples: frozenset[Origin]) -> Iterator[StatedFigure]:
    """Every believed figure that only the next year's report states."""
    for (region, id_), points in sorted(ledger.history.points.items()):
        indicator = ledger.catalogue.indicators[id_]
        for year, point in sorted(points.items()):
            if point.stated:
                grade = indicator.grades[int(point.value)] if indicator.grades else None
                figure = (region, id_, indicator.name, indicator.shown_unit, year, point.value, grade)
                yield StatedFigure(*figure, sample=point.place.origin in samples)


def _revised(ledger: Ledger) -> Iterator[RevisedFigure]:
    """Every figure that stood in a report and was restated."""
    for (region, year, indicator), finding in ledger.revisions.findings:
        if (
            finding.topic is Topic.REVISION
            and finding.related
            and not ledger.history.is_blocked(region, indicator, year)
        ):
            yield RevisedFigure(region, indicator, year, finding.arguments["was"], finding.arguments["by"])


def _coverage(group: list[Submission], year: int, catalogue: Catalogue) -> Iterator[Diagnostic]:
    start, end = catalogue.catalogue.period
    for submission in sound(group):
        yield from outside_lead(submission, catalogue)
        place = Place(submission.path, ("year",), submission.year_span, report=submission.report)
        if year < start or year > end:
            arguments = {"year": str(year), "first": str(start), "last": str(end)}
            yield Diagnostic("ANJ603" if year < start else "ANJ604", place, arguments)
    yield from missing_references(group, catalogue)


def _section(bench: Judge, where: tuple[str, int], group: list[Submission], scope: Scope) -> Section:
    (region, year), catalogue = where, bench.ledger.catalogue
    head = catalogue.catalogue
    own, history = region == head.region.name, year < head.period[0]
    in_view = [promise for promise in catalogue.promises if scope.takes(promise)]
    asked = [promise for promise in in_view if is_asked(promise, group, own)]
    judgements = () if history else tuple(_judgements(bench, where, group, asked))
    on_sample = any(judgement.on_sample for judgement in judgements)
    if all(submission.sample for submission in group):  # the heading says it once
        judgements = tuple(judgement._replace(on_sample=False) for judgement in judgements)
    keys = {promise.key for promise in asked}
    in_period = own and not history and year <= head.period[1]
    came = attendance(group, in_view, catalogue, every_lead=scope.every_lead) if in_period else Attendance()
    unasked = [promise for promise in in_view if promise.key not in keys and own and not history]
    return Section(
        region=region,
        year=year,
        own=own,
        history=history,
        sample=any(submission.sample for submission in group),
        asked=len(judgements),
        not_asked=len(unasked),
        counts=dict(Counter(judgement.status for judgement in judgements)),
        judgements=judgements,
        not_asked_leads=tuple(Counter(promise.lead for promise in unasked).items()),
        unjudged=tuple(_unjudged(bench.ledger, region, year, history=history)),
        on_sample=on_sample,
        absent=came.absent,
        empty=came.empty,
        awaited=tuple(bench.promise(promise, *where) for promise in unasked if scope.departments),
    )


def _judgements(
    bench: Judge, where: tuple[str, int], group: list[Submission], asked: list[Promise]
) -> Iterator[Judgement]:
    broken = [submission for submission in group if submission.broken]
    own = where[0] == bench.own
    for promise in asked:
        unread = dict.fromkeys(submission.broken for submission in broken if is_asked(promise, (submission,), own))
        yield bench.promise(promise, *where, tuple(unread))


def _unjudged(ledger: Ledger, region: str, year: int, *, history: bool) -> Iterator[PlainFigure]:
    """What is reported and judged by nobody, in the catalogue's order."""
    for id_, indicator in ledger.catalogue.indicators.items():
        vetted = ledger.figure(region, year, id_) if history or not indicator.targets else None
        if vetted is not None:
            yield from _plain(vetted, id_, indicator)


def _plain(vetted: VettedFigure, id_: str, indicator: Indicator) -> Iterator[PlainFigure]:
    """A figure beside what is judged; one that is not believed as it was written. A word for nothing is no figure."""
    figure, value = vetted.figure, vetted.figure.value
    assumed, note = figure.place.assumed, figure.note or ""
    if vetted.believed:
        grade = value.text.strip() if indicator.grades else None
        yield PlainFigure(id_, indicator.name, value.amount, indicator.shown_unit, grade, assumed=assumed, note=note)
    elif not isinstance(value.reading, Missing):
        written = None if vetted.duplicate else value.text
        doubt = (vetted.errors or vetted.queries, not vetted.errors)
        yield PlainFigure(id_, indicator.name, None, indicator.shown_unit, None, written, *doubt, assumed, note)
