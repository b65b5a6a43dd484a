"""Quotients as they are shown: rounded once, on their own side of what stands beside them, and what can't be."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from anju_cli.numbers import EXACT, grouped, one_by_one, places_of
from anju_cli.outcome import Judgement
from anju_cli.pace import Progress
from anju_cli.quotients import Quotient, RoundedNumber, hides, needed, visible_need
from anju_cli.texts import Texts

#: A share of the whole, in per cent.
_WHOLE = Decimal(100)


class ShownNumber(NamedTuple):
    """A number for show, and the word that says it was rounded, to be put where the language wants it."""

    about: str
    value: str


def expected(progress: Progress, judgement: Judgement, say: Texts) -> ShownNumber:
    """What was expected, on its own side of the figure."""
    return shown(progress.expected, (judgement.value,), judgement, say)


def projected(projection: Quotient, judgement: Judgement, say: Texts) -> ShownNumber:
    """Where the pace leads, on its own side of the goal."""
    return shown(projection, judgement.promise.bounds, judgement, say)


def shown(value: Quotient, beside: Iterable[Decimal | None], judgement: Judgement, say: Texts) -> ShownNumber:
    """A number with as many places as the figure or its goal, or more, on its own side of what stands beside it."""
    compared = [number for number in beside if number is not None]
    rounded = value.apart(compared, places(judgement))
    slight = slightly(value, rounded, compared, say)
    if slight:
        return ShownNumber(slight, grouped(rounded.value))
    return ShownNumber("" if rounded.exact else say("rounded"), grouped(rounded.bare))


def slightly(value: Quotient, rounded: RoundedNumber, beside: Iterable[Decimal | None], say: Texts) -> str:
    """Where no places are enough to tell a number from what stands beside it: on which side of it it lies."""
    hidden = next((number for number in beside if number is not None and hides(value, rounded, number)), None)
    if hidden is None:
        return ""
    return say("slightly_above" if value.side(hidden) > 0 else "slightly_below")


def needed_yearly(progress: Progress, judgement: Judgement) -> RoundedNumber:
    """What each year must bring, never towards less: of things counted one by one whole, else with a place more."""
    need = progress.required_per_year
    if not _whole(judgement):
        return visible_need(need, places(judgement) + 1, progress.room)
    whole = needed(need, 0, progress.room)
    if not whole.value:  # one thing over several years, and no more than one
        return visible_need(need, 1, progress.room)
    if judgement.promise.goal.strict and whole.exact:  # the next one, which suffices
        return RoundedNumber(EXACT.add(whole.value, Decimal(1).copy_sign(whole.value)), exact=False)
    return whole


def _whole(judgement: Judgement) -> bool:
    """Whether figure and goal are numbers of things counted one by one."""
    numbers = (judgement.value, *judgement.promise.bounds)
    whole = all(number is None or number == number.to_integral_value() for number in numbers)
    return whole and (judgement.promise.indicator.whole or one_by_one(judgement.unit))


def _counted(judgement: Judgement) -> bool:
    """Whether things are counted of which there are never fewer than none; what has been below zero is a balance."""
    numbers = (judgement.value, judgement.base.value if judgement.base else None, *judgement.promise.bounds)
    below = any(number is not None and number < 0 for number in numbers)
    return not below and (judgement.promise.indicator.whole or one_by_one(judgement.unit))


def places(judgement: Judgement) -> int:
    """The places of figure and goal, at least one."""
    numbers = (judgement.value, *judgement.promise.bounds)
    return max(1, *(places_of(number) for number in numbers if number is not None))


def impossible(projection: Quotient, judgement: Judgement) -> bool:
    """Whether a projection is none that can be: out of range, a negative ratio or count, a share beyond the whole."""
    indicator = judgement.promise.indicator
    low, high = indicator.range
    if low is None and (indicator.numerator is not None or _counted(judgement)):
        low = Decimal(0)
    least = judgement.promise.bounds.low
    if high is None and judgement.unit == "%" and least is not None and least <= _WHOLE:
        high = _WHOLE
    return (low is not None and projection.side(low) < 0) or (high is not None and projection.side(high) > 0)
