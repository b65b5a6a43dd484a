"""The promises asked of each region and year, judged and counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from anju_cli.assessment.grouping import grouped
from anju_cli.assessment.ledger import Ledger, VettedFigure
from anju_cli.assessment.scope import Scope, asked_of, missing_references, outside_lead
from anju_cli.assessment.verdicts import Verdicts
from anju_cli.assessment.vetting import believe
from anju_cli.catalogue import Catalogue, Indicator, Target
from anju_cli.diagnostics import Diagnostic
from anju_cli.outcome import Judgement, PlainFigure, Section
from anju_cli.places import Place
from anju_cli.submission import Missing, Submission


class Judged(NamedTuple):
    """What the engine came to; places are still routes."""

    sections: tuple[Section, ...]
    findings: tuple[Diagnostic, ...]


def judge(
    submissions: tuple[Submission, ...], said: Iterable[Diagnostic], catalogue: Catalogue, scope: Scope
) -> Judged:
    """Believe what can be believed, then judge what is asked.

    Files are taken by their paths: in which order they were given changes nothing.
    """
    submissions = tuple(sorted(submissions, key=lambda submission: submission.path))
    work = believe(submissions, said, catalogue)
    findings = list(work.findings)
    groups = dict(sorted(grouped(submissions).items()))
    newest = {region: year for region, year in groups}  # noqa: C416 - years ascend within a region: the last one stays
    verdicts = Verdicts(work)
    samples = frozenset(submission.path for submission in submissions if submission.sample)
    sections: list[Section] = []
    for (region, year), group in groups.items():
        findings += _coverage(group, year, catalogue)
        if scope.takes_year(year, newest[region]):
            section = _section(verdicts, (region, year), group, scope)
            sections.append(section._replace(on_sample=bool(samples) and _rests_on(samples, section, work)))
    return Judged(tuple(sections), tuple(findings))


def _coverage(group: list[Submission], year: int, catalogue: Catalogue) -> Iterator[Diagnostic]:
    start, end = catalogue.catalogue.period
    for submission in group:
        yield from outside_lead(submission, catalogue)
        place = Place(submission.path, ("year",), submission.year_span)
        if year < start or year > end:
            arguments = {"year": str(year), "first": str(start), "last": str(end)}
            yield Diagnostic("ANJ603" if year < start else "ANJ604", place, arguments)
    yield from missing_references(group, catalogue)


def _section(verdicts: Verdicts, where: tuple[str, int], group: list[Submission], scope: Scope) -> Section:
    (region, year), catalogue = where, verdicts.work.catalogue
    head = catalogue.catalogue
    own, history = region == head.region.name, year < head.period[0]
    wanted = [pair for pair in catalogue.promises if scope.takes(pair[1])]
    asked = asked_of(group, catalogue)
    judgements = () if history else tuple(_judgements(verdicts, where, group, wanted, asked))
    not_asked = [target.lead for id_, target in wanted if (id_, target.goal.kind) not in asked]
    return Section(
        region=region,
        year=year,
        own=own,
        history=history,
        sample=any(submission.sample for submission in group),
        asked=len(judgements),
        not_asked=len(not_asked) if own and not history else 0,
        counts=dict(Counter(judgement.status for judgement in judgements)),
        judgements=judgements,
        not_asked_leads=tuple(Counter(not_asked).items()) if own and not history else (),
        unjudged=tuple(_unjudged(verdicts.work, region, year, history=history)),
    )


def _rests_on(samples: frozenset[str], section: Section, work: Ledger) -> bool:
    """Whether any figure is imagined that its judgements rest on: used, summed up, or missed when due."""
    places = [given.place for judgement in section.judgements for given in judgement.inputs if given.place]
    for judgement in section.judgements:
        if judgement.running_total is not None or judgement.met_in is not None:
            places += [point.place for _, point in work.history.years(judgement.region, judgement.indicator)]
    return any(place.path in samples for place in places)


def _judgements(
    verdicts: Verdicts,
    where: tuple[str, int],
    group: list[Submission],
    wanted: list[tuple[str, Target]],
    asked: frozenset[tuple[str, str]],
) -> Iterator[Judgement]:
    unread = tuple(dict.fromkeys(submission.broken for submission in group if submission.broken))
    for id_, target in wanted:
        if (id_, target.goal.kind) in asked:
            yield verdicts.promise(where, id_, target, unread=unread)


def _unjudged(work: Ledger, region: str, year: int, *, history: bool) -> Iterator[PlainFigure]:
    """What is reported and judged by nobody, in the catalogue's order."""
    for id_, indicator in work.catalogue.indicators.items():
        belief = work.beliefs.get((region, year, id_)) if history or not indicator.targets else None
        if belief is not None:
            yield from _plain(belief, id_, indicator)


def _plain(belief: VettedFigure, id_: str, indicator: Indicator) -> Iterator[PlainFigure]:
    """A figure beside what is judged; one that is not believed as it was written. A word for nothing is no figure."""
    value, assumed = belief.figure.value, belief.figure.place.assumed
    if belief.believed:
        grade = value.text.strip() if indicator.grades else None
        yield PlainFigure(id_, indicator.name, value.amount, indicator.unit, grade, assumed=assumed)
    elif not isinstance(value.reading, Missing):
        written = None if belief.twice else value.text
        reasons = belief.errors or belief.queries
        settle = not belief.errors
        yield PlainFigure(id_, indicator.name, None, indicator.unit, None, written, reasons, settle, assumed)
