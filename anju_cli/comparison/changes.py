"""What changed on an earlier outcome: promises newly missed or met, figures, findings."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from anju_cli.comparison.earlier import EarlierJudgement, EarlierOutcome, Owner
from anju_cli.comparison.figures import restated
from anju_cli.outcome import Finding, FindingSummary, Outcome, Status
from anju_cli.outcome.changes import Changes, LostJudgement, StatusChange
from anju_cli.places import Origin

#: Whether this run was asked to see a target's judgement of a region and year.
IsShown = Callable[[str, str, int], bool]

#: What makes two findings the same one: the line may move, the path be spelt otherwise, the message be translated.
_Key = tuple[str, str | None, str | None, Owner | str]


def since(outcome: Outcome, earlier: EarlierOutcome, asked: IsShown = lambda *_: True) -> Changes:
    """Compare. A promise is held against the same year, or else the newest year before it.

    What this run was not `asked` to see is not gone.
    """
    moved = list(_moved(outcome, earlier))
    ends = (Status.MISSED, Status.MET)
    return Changes(
        path=earlier.path,
        same_catalogue=outcome.catalogue.sha256 == earlier.sha256,
        missed=tuple(change for change in moved if change.judgement.status is Status.MISSED),
        met=tuple(change for change in moved if change.judgement.status is Status.MET),
        other=tuple(change for change in moved if change.judgement.status not in ends),
        gone=tuple(lost for lost in _gone(outcome, earlier) if asked(lost.region, lost.target, lost.year)),
        figures=tuple(restated(outcome, earlier)),
        new=tuple(_new(outcome, earlier)),
        settled=tuple(_settled(outcome, earlier)),
        years=frozenset((section.region, section.year) for section in outcome.sections),
    )


def _moved(outcome: Outcome, earlier: EarlierOutcome) -> Iterator[StatusChange]:
    """Every judgement whose status is another one than before, or that was not there, in the years told of then."""
    series: dict[tuple[str, str], list[EarlierJudgement]] = {}
    first: dict[str, int] = {}
    for stood in sorted(earlier.judgements, key=lambda judgement: judgement.year):
        series.setdefault((stood.region, stood.target), []).append(stood)
        first.setdefault(stood.region, stood.year)
    for judgement in outcome.judgements:
        before = [
            stood for stood in series.get((judgement.region, judgement.target), ()) if stood.year <= judgement.year
        ]
        last = before[-1] if before else None
        if last is None and judgement.year < first.get(judgement.region, judgement.year):
            continue  # older than anything that was told then: not new
        if last is None or last.status is not judgement.status:
            yield StatusChange(judgement, last.status if last else None, last.year if last else None)


def _gone(outcome: Outcome, earlier: EarlierOutcome) -> Iterator[LostJudgement]:
    """Judged then, and not now: a promise or a whole year that nobody answers for any more."""
    now = {(judgement.region, judgement.target, judgement.year) for judgement in outcome.judgements}
    for judgement in earlier.judgements:
        if (judgement.region, judgement.target, judgement.year) not in now:
            yield LostJudgement(judgement.target, judgement.name, judgement.region, judgement.year, judgement.status)


def _new(outcome: Outcome, earlier: EarlierOutcome) -> Iterator[Finding]:
    """Open findings that were not there, or not open; the same one twice counts twice."""
    then = Counter(key for _, key in _keys_then(earlier))
    for finding, key in _keys_now(outcome):
        if not then[key]:
            yield finding
        then[key] -= then[key] > 0


def _settled(outcome: Outcome, earlier: EarlierOutcome) -> Iterator[FindingSummary]:
    """Findings that were open and are not there any more, or stand with a reason now."""
    now = Counter(key for _, key in _keys_now(outcome))
    for brief, key in _keys_then(earlier):
        if not now[key]:
            yield brief
        now[key] -= now[key] > 0


def _keys_now(outcome: Outcome) -> Iterator[tuple[Finding, _Key]]:
    """The open findings of this outcome."""
    owners: dict[Origin, Owner] = {report.origin: (report.region, report.year) for report in outcome.reports}
    for finding in outcome.findings:
        diagnostic = finding.diagnostic
        if diagnostic.open:
            yield finding, _key(diagnostic.code, diagnostic.indicator, finding.written, diagnostic.place.origin, owners)


def _keys_then(earlier: EarlierOutcome) -> Iterator[tuple[FindingSummary, _Key]]:
    """Those of the earlier one."""
    for finding in earlier.findings:
        brief = finding.brief
        if finding.open:
            yield (
                brief,
                _key(brief.code, finding.indicator, finding.written, (brief.path, finding.report), earlier.reports),
            )


def _key(code: str, indicator: str | None, written: str | None, origin: Origin, owners: Mapping[Origin, Owner]) -> _Key:
    """A figure is its region's and year's, where they are known; what is about no figure is its file's, by name."""
    place = owners.get(origin, (None, None)) if indicator is not None else (None, None)
    return code, indicator, written, origin[0].rpartition("/")[2] if None in place else place
