"""The gap in things to do: beds, households, people, money, at an unchanged denominator."""

from decimal import Decimal
from typing import NamedTuple

from anju_cli.assessment.series import Parts
from anju_cli.catalogue import Promise
from anju_cli.numbers import EXACT, one_by_one, places_of
from anju_cli.outcome import Shortfall
from anju_cli.quotients import Quotient, RoundedNumber, needed, quotient, visible_need
from anju_cli.units import Unit


class Need(NamedTuple):
    """What the numerator lacks, or has too much of; `room` is the most that a goal with two bounds leaves."""

    size: Quotient
    room: Quotient | None


def shortfall_of(promise: Promise, parts: Parts | None) -> Shortfall | None:
    """|goal × denominator ÷ per − numerator|, away from zero; `None` where there are no parts or the goal is met."""
    per, numerator = promise.indicator.per, promise.indicator.numerator
    need = None if parts is None or per is None or numerator is None else need_of(promise, parts, per)
    if need is None or parts is None or numerator is None:
        return None
    if one_by_one(numerator.unit):
        return _things(need, numerator.shown_unit, strict=promise.goal.strict)
    return _measure(need, numerator.shown_unit, places_of(parts.numerator), strict=promise.goal.strict)


def need_of(promise: Promise, parts: Parts, per: Decimal) -> Need | None:
    """How much more (or, for an upper bound, less) keeps the promise; `None` where the parts keep it."""
    (low, high), strict = promise.bounds, promise.goal.strict
    short = None if low is None else _above(low, parts, per)
    over = None if high is None else _above(high, parts, per)
    if short is not None and (short.side(_NOTHING) > 0 or (short.side(_NOTHING) == 0 and strict)):
        return Need(short, over)
    if over is not None and (over.side(_NOTHING) < 0 or (over.side(_NOTHING) == 0 and strict)):
        return Need(over.size(), None if short is None else short.size())
    return None


_NOTHING = Decimal(0)


def _above(bound: Decimal, parts: Parts, per: Decimal) -> Quotient:
    """How far the numerator that a bound asks for lies above the one reported."""
    scaled = EXACT.multiply(parts.numerator, per)
    return quotient(EXACT.subtract(EXACT.multiply(bound, parts.denominator), scaled), per)


def _things(need: Need, unit: Unit, *, strict: bool) -> Shortfall | None:
    """Whole things; beyond a bound that does not suffice itself the next one."""
    count = needed(need.size, 0, need.room)
    number = int(count.value) + (strict and count.exact)
    return Shortfall(number, unit, form="about" if _overshoots(needed(need.size, 0), need) else "") if number else None


def _overshoots(enough: RoundedNumber, need: Need) -> bool:
    """Whether what would suffice goes past the far bound."""
    return need.room is not None and need.room.side(enough.value) < 0


def _measure(need: Need, unit: Unit, places: int, *, strict: bool) -> Shortfall | None:
    """Money and measures, with the places of what was reported."""
    size = visible_need(need.size, places, need.room)
    overshoots = _overshoots(visible_need(need.size, places), need)
    form = "past" if strict and size.exact else "about" if overshoots else ""
    return Shortfall(size.bare, unit, need.size, need.room, form) if need.size.dividend else None
