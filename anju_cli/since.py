"""What changed on an earlier outcome: promises newly missed or met, figures, findings."""

from collections import Counter
from collections.abc import Container, Iterator
from typing import NamedTuple

from anju_cli.diagnostics import Level
from anju_cli.numbers import plain
from anju_cli.outcome import Brief, Finding, Gone, Judgement, Moved, Outcome, Restated, Since, Status


class Stood(NamedTuple):
    """One judgement of the earlier outcome."""

    region: str
    target: str
    indicator: str
    name: str
    year: int
    status: Status
    value: str | None


class Was(NamedTuple):
    """One finding of the earlier outcome; `open` where nothing settled it."""

    brief: Brief
    indicator: str | None
    written: str | None
    open: bool


class Earlier(NamedTuple):
    """An earlier outcome, as far as it is compared."""

    path: str
    sha256: str
    judgements: tuple[Stood, ...]
    findings: tuple[Was, ...]


#: What makes two findings the same one: the line may move, the message may be in another language.
_Key = tuple[str, str, str | None, str | None]


def since(outcome: Outcome, earlier: Earlier, left_out: Container[str] = ()) -> Since:
    """Compare. A promise is held against the same year, or else the newest year before it.

    `left_out` are the targets that this run was not asked to see: they are not gone.
    """
    moved = list(_moved(outcome, earlier))
    ends = (Status.MISSED, Status.MET)
    return Since(
        path=earlier.path,
        same_catalogue=outcome.catalogue.sha256 == earlier.sha256,
        missed=tuple(one for one in moved if one.judgement.status is Status.MISSED),
        met=tuple(one for one in moved if one.judgement.status is Status.MET),
        other=tuple(one for one in moved if one.judgement.status not in ends),
        gone=tuple(one for one in _gone(outcome, earlier) if one.target not in left_out),
        figures=tuple(_restated(outcome, earlier)),
        new=tuple(_new(outcome, earlier)),
        settled=tuple(_settled(outcome, earlier)),
    )


def _moved(outcome: Outcome, earlier: Earlier) -> Iterator[Moved]:
    """Every judgement whose status is another one than before, or that was not there."""
    series: dict[tuple[str, str], list[Stood]] = {}
    for stood in sorted(earlier.judgements, key=lambda one: one.year):
        series.setdefault((stood.region, stood.target), []).append(stood)
    for one in outcome.judgements:
        before = [stood for stood in series.get((one.region, one.target), ()) if stood.year <= one.year]
        last = before[-1] if before else None
        if last is None or last.status is not one.status:
            yield Moved(one, last.status if last else None, last.year if last else None)


def _gone(outcome: Outcome, earlier: Earlier) -> Iterator[Gone]:
    """Judged then, and no year of it now: a promise nobody answers for any more."""
    now = {(one.region, one.target) for one in outcome.judgements}
    last = {(one.region, one.target): one for one in sorted(earlier.judgements, key=lambda one: one.year)}
    for key, one in last.items():
        if key not in now:
            yield Gone(one.target, one.name, one.region, one.year, one.status)


def _restated(outcome: Outcome, earlier: Earlier) -> Iterator[Restated]:
    """Figures of a year that both outcomes have; one with two promises is told once."""
    then = {(one.region, one.year, one.indicator): one.value for one in earlier.judgements}
    for key, one in {(one.region, one.year, one.indicator): one for one in outcome.judgements}.items():
        if key in then and then[key] != value_of(one):
            yield Restated(one.indicator, one.name, one.region, one.year, one.unit, then[key], value_of(one))


def value_of(one: Judgement) -> str | None:
    """The figure as an outcome writes it; `None` where none is believed."""
    return one.grade if one.grade is not None else None if one.value is None else plain(one.value)


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


def is_open(level: Level, explained: bool) -> bool:
    """Whether a finding of an earlier outcome was open: an error, or a query without a reason."""
    return level is Level.ERROR or (level is Level.QUERY and not explained)
