"""What changed on an earlier outcome: promises newly missed or met, figures, findings."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from anju_cli.catalogue import Words
from anju_cli.numbers import read_plain
from anju_cli.outcome import Brief, Finding, Gone, Moved, Outcome, Restated, Since, Status, written_value


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


class Beside(NamedTuple):
    """A figure of the earlier outcome that no promise was held against."""

    region: str
    year: int
    indicator: str
    name: str
    unit: str
    value: str | None


class Earlier(NamedTuple):
    """An earlier outcome, as far as it is compared; `years` are the regions and years it tells of.

    `unjudged` is `None` where it does not tell.
    """

    path: str
    sha256: str
    judgements: tuple[Stood, ...]
    findings: tuple[Was, ...]
    unjudged: tuple[Beside, ...] | None = None
    years: frozenset[tuple[str, int]] = frozenset()


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
    """Judged then, and not now: a promise or a whole year that nobody answers for any more."""
    now = {(one.region, one.target, one.year) for one in outcome.judgements}
    for one in earlier.judgements:
        if (one.region, one.target, one.year) not in now:
            yield Gone(one.target, one.name, one.region, one.year, one.status)


def _restated(outcome: Outcome, earlier: Earlier) -> Iterator[Restated]:
    """Figures of a year that both outcomes have; one with two promises is told once."""
    then = {(one.region, one.year, one.indicator): one.value for one in earlier.judgements}
    for key, one in {(one.region, one.year, one.indicator): one for one in outcome.judgements}.items():
        if key in then and not _same(then[key], written_value(one)):
            unit = "" if one.goal.grade is not None else one.unit
            yield Restated(one.indicator, one.name, one.region, one.year, unit, then[key], written_value(one))
    if earlier.unjudged is not None:
        yield from _restated_beside(outcome, earlier, earlier.unjudged)


def _restated_beside(outcome: Outcome, earlier: Earlier, unjudged: tuple[Beside, ...]) -> Iterator[Restated]:
    """Bases and references: no promise is held against them, but they move what others are judged by."""
    now = {
        (section.region, section.year, one.indicator): Beside(
            section.region, section.year, one.indicator, one.name.zh, one.unit, written_value(one)
        )
        for section in outcome.sections
        for one in section.unjudged
    }
    names = {one.indicator: one.name for section in outcome.sections for one in section.unjudged}
    then = {(one.region, one.year, one.indicator): one for one in unjudged}
    told_now = {(section.region, section.year) for section in outcome.sections}
    for key in sorted(now.keys() | then.keys()):
        before, after = then.get(key), now.get(key)
        one = after or before
        both = key[:2] in earlier.years and key[:2] in told_now
        values = [None if found is None else found.value for found in (before, after)]
        if one is not None and both and not _same(*values):
            name = names.get(one.indicator, Words(one.name, one.name))
            yield Restated(one.indicator, name, one.region, one.year, one.unit, *values)


def _same(before: str | None, now: str | None) -> bool:
    """Equal as numbers (65.4 = 65.40), else as texts."""
    if before is None or now is None or before == now:
        return before == now
    numbers = read_plain(before), read_plain(now)
    return None not in numbers and numbers[0] == numbers[1]


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
