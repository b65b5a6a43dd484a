"""Figures that read otherwise than in an earlier outcome: of promises, beside them, and those they were judged by."""

from collections.abc import Iterator
from typing import NamedTuple

from anju_cli.catalogue import Words
from anju_cli.comparison.earlier import EarlierOutcome
from anju_cli.numbers import plain, read_plain
from anju_cli.outcome import Outcome, written_value
from anju_cli.outcome.changes import FigureChange
from anju_cli.units import Unit

#: A region, a year and an indicator.
_Key = tuple[str, int, str]


class _Figure(NamedTuple):
    """A figure as an outcome tells it; no value where none is believed."""

    name: Words
    unit: Unit
    value: str | None


_Figures = dict[_Key, _Figure]

_NO_UNIT = Unit("")


def restated(outcome: Outcome, earlier: EarlierOutcome) -> Iterator[FigureChange]:
    """Each once. What one of them does not tell of is not compared."""
    years = {(section.region, section.year) for section in outcome.sections} & earlier.years
    promised_then, promised_now = _promised_then(earlier), _promised(outcome)
    promised = promised_then.keys() & promised_now.keys()
    yield from _differing(promised, promised_then, promised_now)
    plain_then, plain_now = _plain_then(earlier), _plain(outcome)
    every = plain_then.keys() | plain_now.keys() if earlier.unjudged is not None else set()
    shared = {key for key in every if key[:2] in years}
    yield from _differing(shared, plain_then, plain_now)
    used_then, used_now = _used_then(earlier), _used(outcome)
    every_then, every_now = used_then | plain_then | promised_then, used_now | plain_now | promised_now
    used = (used_then.keys() | used_now.keys()) & every_then.keys() & every_now.keys()
    yield from _differing({key for key in used if key not in promised and key not in shared}, every_then, every_now)


def _differing(keys: set[_Key], then: _Figures, now: _Figures) -> Iterator[FigureChange]:
    """In the order of this outcome; what only the earlier one has comes last."""
    for key in (key for key in now | then if key in keys):
        before, after = then.get(key), now.get(key)
        figure = after or before
        values = [version and version.value for version in (before, after)]
        if figure is not None and not _same(*values):
            region, year, indicator = key
            yield FigureChange(indicator, figure.name, region, year, figure.unit, *values)


def _same(before: str | None, now: str | None) -> bool:
    """Equal as numbers (65.4 = 65.40), else as texts."""
    if before is None or now is None or before == now:
        return before == now
    numbers = read_plain(before), read_plain(now)
    return None not in numbers and numbers[0] == numbers[1]


def _promised(outcome: Outcome) -> _Figures:
    """The figures that promises were held against."""
    return {
        (judgement.region, judgement.year, judgement.indicator): _Figure(
            judgement.name,
            _NO_UNIT if judgement.goal.grade is not None else judgement.shown_unit,
            written_value(judgement),
        )
        for judgement in outcome.judgements
    }


def _promised_then(earlier: EarlierOutcome) -> _Figures:
    return {
        (judgement.region, judgement.year, judgement.indicator): _Figure(
            _in_any_language(judgement.name), _NO_UNIT, judgement.value
        )
        for judgement in earlier.judgements
    }


def _plain(outcome: Outcome) -> _Figures:
    """The figures that no promise is held against."""
    return {
        (section.region, section.year, figure.indicator): _Figure(figure.name, figure.unit, written_value(figure))
        for section in outcome.sections
        for figure in section.unjudged
    }


def _plain_then(earlier: EarlierOutcome) -> _Figures:
    return {
        (figure.region, figure.year, figure.indicator): _Figure(
            _in_any_language(figure.name), Unit(figure.unit), figure.value
        )
        for figure in earlier.unjudged or ()
    }


def _used(outcome: Outcome) -> _Figures:
    """The years before and bases that judgements were made from: their own years may not be told of."""
    return {
        (judgement.region, operand.year, judgement.indicator): _Figure(
            judgement.name, judgement.shown_unit, plain(operand.value)
        )
        for judgement in outcome.judgements
        if judgement.grade is None
        for operand in judgement.inputs
        if operand.role in _OTHER_YEARS
    }


def _used_then(earlier: EarlierOutcome) -> _Figures:
    return {
        (judgement.region, operand.year, judgement.indicator): _Figure(
            _in_any_language(judgement.name), _NO_UNIT, operand.value
        )
        for judgement in earlier.judgements
        for operand in judgement.inputs
        if operand.role in _OTHER_YEARS
    }


_OTHER_YEARS = frozenset({"before", "base"})


def _in_any_language(name: str) -> Words:
    """A name as an earlier outcome gives it, in whatever language that was."""
    return Words(name, name)
