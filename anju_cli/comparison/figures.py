"""Figures that read otherwise than in an earlier outcome: of promises, beside them, and those they were judged by."""

from collections.abc import Iterator
from typing import NamedTuple

from anju_cli.catalogue import Words
from anju_cli.comparison.earlier import EarlierOutcome
from anju_cli.numbers import plain, read_plain
from anju_cli.outcome import FigureChange, Outcome, written_value

#: A region, a year and an indicator.
Key = tuple[str, int, str]


class _Told(NamedTuple):
    """A figure as an outcome tells it; no value where none is believed."""

    name: Words
    unit: str
    value: str | None


Figures = dict[Key, _Told]


def restated(outcome: Outcome, earlier: EarlierOutcome) -> Iterator[FigureChange]:
    """Each once. What one of them does not tell of is not compared."""
    years = {(section.region, section.year) for section in outcome.sections} & earlier.years
    promised_then, promised_now = _promised_then(earlier), _promised(outcome)
    both = promised_then.keys() & promised_now.keys()
    yield from _differing(both, promised_then, promised_now)
    beside_then, beside_now = _beside_then(earlier), _beside(outcome)
    every = beside_then.keys() | beside_now.keys() if earlier.unjudged is not None else set()
    told = {key for key in every if key[:2] in years}
    yield from _differing(told, beside_then, beside_now)
    used_then, used_now = _used_then(earlier), _used(outcome)
    known_then, known_now = used_then | beside_then | promised_then, used_now | beside_now | promised_now
    used = (used_then.keys() | used_now.keys()) & known_then.keys() & known_now.keys()
    yield from _differing({key for key in used if key not in both and key not in told}, known_then, known_now)


def _differing(keys: set[Key], then: Figures, now: Figures) -> Iterator[FigureChange]:
    """In the order of this outcome; what only the earlier one has comes last."""
    for key in (key for key in now | then if key in keys):
        before, after = then.get(key), now.get(key)
        told = after or before
        values = [None if one is None else one.value for one in (before, after)]
        if told is not None and not _same(*values):
            region, year, indicator = key
            yield FigureChange(indicator, told.name, region, year, told.unit, *values)


def _same(before: str | None, now: str | None) -> bool:
    """Equal as numbers (65.4 = 65.40), else as texts."""
    if before is None or now is None or before == now:
        return before == now
    numbers = read_plain(before), read_plain(now)
    return None not in numbers and numbers[0] == numbers[1]


def _promised(outcome: Outcome) -> Figures:
    """The figures that promises were held against."""
    return {
        (judgement.region, judgement.year, judgement.indicator): _Told(
            judgement.name, "" if judgement.goal.grade is not None else judgement.unit, written_value(judgement)
        )
        for judgement in outcome.judgements
    }


def _promised_then(earlier: EarlierOutcome) -> Figures:
    return {
        (judgement.region, judgement.year, judgement.indicator): _Told(_both(judgement.name), "", judgement.value)
        for judgement in earlier.judgements
    }


def _beside(outcome: Outcome) -> Figures:
    """The figures that no promise is held against."""
    return {
        (section.region, section.year, figure.indicator): _Told(figure.name, figure.unit, written_value(figure))
        for section in outcome.sections
        for figure in section.unjudged
    }


def _beside_then(earlier: EarlierOutcome) -> Figures:
    return {
        (figure.region, figure.year, figure.indicator): _Told(_both(figure.name), figure.unit, figure.value)
        for figure in earlier.unjudged or ()
    }


def _used(outcome: Outcome) -> Figures:
    """The years before and bases that judgements were made from: their own years may not be told of."""
    return {
        (judgement.region, given.year, judgement.indicator): _Told(judgement.name, judgement.unit, plain(given.value))
        for judgement in outcome.judgements
        if judgement.grade is None
        for given in judgement.inputs
        if given.role in _OTHER_YEARS
    }


def _used_then(earlier: EarlierOutcome) -> Figures:
    return {
        (judgement.region, given.year, judgement.indicator): _Told(_both(judgement.name), "", given.value)
        for judgement in earlier.judgements
        for given in judgement.inputs
        if given.role in _OTHER_YEARS
    }


_OTHER_YEARS = frozenset({"before", "base"})


def _both(name: str) -> Words:
    """A name as an earlier outcome gives it, in whatever language that was."""
    return Words(name, name)
