"""What changed on an earlier outcome: promises newly missed or met, figures, findings."""

from collections import Counter
from collections.abc import Callable, Iterator

from anju_cli.outcome import Brief, Finding, Gone, Moved, Outcome, Since, Status
from anju_cli.since.earlier import Earlier, Stood, Was
from anju_cli.since.figures import restated

#: Whether this run was asked to see a target's judgement of a region and year.
Asked = Callable[[str, str, int], bool]

#: What makes two findings the same one: the line may move, the message may be in another language.
_Key = tuple[str, str, str | None, str | None]


def since(outcome: Outcome, earlier: Earlier, asked: Asked = lambda *_: True) -> Since:
    """Compare. A promise is held against the same year, or else the newest year before it.

    What this run was not `asked` to see is not gone.
    """
    moved = list(_moved(outcome, earlier))
    ends = (Status.MISSED, Status.MET)
    return Since(
        path=earlier.path,
        same_catalogue=outcome.catalogue.sha256 == earlier.sha256,
        missed=tuple(one for one in moved if one.judgement.status is Status.MISSED),
        met=tuple(one for one in moved if one.judgement.status is Status.MET),
        other=tuple(one for one in moved if one.judgement.status not in ends),
        gone=tuple(one for one in _gone(outcome, earlier) if asked(one.region, one.target, one.year)),
        figures=tuple(restated(outcome, earlier)),
        new=tuple(_new(outcome, earlier)),
        settled=tuple(_settled(outcome, earlier)),
    )


def _moved(outcome: Outcome, earlier: Earlier) -> Iterator[Moved]:
    """Every judgement whose status is another one than before, or that was not there, in the years told of then."""
    series: dict[tuple[str, str], list[Stood]] = {}
    first: dict[str, int] = {}
    for stood in sorted(earlier.judgements, key=lambda one: one.year):
        series.setdefault((stood.region, stood.target), []).append(stood)
        first.setdefault(stood.region, stood.year)
    for one in outcome.judgements:
        before = [stood for stood in series.get((one.region, one.target), ()) if stood.year <= one.year]
        last = before[-1] if before else None
        if last is None and one.year < first.get(one.region, one.year):
            continue  # older than anything that was told then: not new
        if last is None or last.status is not one.status:
            yield Moved(one, last.status if last else None, last.year if last else None)


def _gone(outcome: Outcome, earlier: Earlier) -> Iterator[Gone]:
    """Judged then, and not now: a promise or a whole year that nobody answers for any more."""
    now = {(one.region, one.target, one.year) for one in outcome.judgements}
    for one in earlier.judgements:
        if (one.region, one.target, one.year) not in now:
            yield Gone(one.target, one.name, one.region, one.year, one.status)


def _new(outcome: Outcome, earlier: Earlier) -> Iterator[Finding]:
    """Open findings that were not there, or not open; the same one twice counts twice."""
    then = Counter(_key_then(one) for one in earlier.findings if one.open)
    for one in outcome.findings:
        if one.diagnostic.open:
            key = _key_now(one)
            if not then[key]:
                yield one
            then[key] -= then[key] > 0


def _settled(outcome: Outcome, earlier: Earlier) -> Iterator[Brief]:
    """Findings that were open and are not there any more, or stand with a reason now."""
    now = Counter(_key_now(one) for one in outcome.findings if one.diagnostic.open)
    for one in earlier.findings:
        if one.open:
            key = _key_then(one)
            if not now[key]:
                yield one.brief
            now[key] -= now[key] > 0


def _key_now(one: Finding) -> _Key:
    diagnostic = one.diagnostic
    return diagnostic.code, diagnostic.place.path, diagnostic.indicator, diagnostic.written


def _key_then(one: Was) -> _Key:
    return one.brief.code, one.brief.path, one.indicator, one.written
