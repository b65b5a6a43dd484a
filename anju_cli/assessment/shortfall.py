"""The gap in things to do: beds, households, people, at an unchanged denominator."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from anju_cli.assessment.series import Parts
from anju_cli.catalogue import Promise
from anju_cli.numbers import EXACT
from anju_cli.outcome import Shortfall

_DIVIDE = Context(prec=60)


def shortfall_of(promise: Promise, parts: Parts | None) -> Shortfall | None:
    """⌈goal × denominator ÷ per − numerator⌉; `None` where there are no parts or the goal is met."""
    per, numerator = promise.indicator.per, promise.indicator.numerator
    if parts is None or per is None or numerator is None:
        return None
    count = missing_things(promise, parts, per)
    return Shortfall(count, numerator.unit) if count else None


def missing_things(promise: Promise, parts: Parts, per: Decimal) -> int | None:
    """How many more (or, for an upper bound, fewer) things keep the promise."""
    (low, high), strict = promise.bounds, promise.goal.strict
    scaled = EXACT.multiply(parts.numerator, per)
    if low is not None:
        short = EXACT.subtract(EXACT.multiply(low, parts.denominator), scaled)
        if short > 0 or (short == 0 and strict):
            return _steps(short, per, strict=strict)
    if high is not None:
        over = EXACT.subtract(scaled, EXACT.multiply(high, parts.denominator))
        if over > 0 or (over == 0 and strict):
            return _steps(over, per, strict=strict)
    return None


def _steps(scaled: Decimal, per: Decimal, strict: bool) -> int:
    quotient = _DIVIDE.divide(scaled, per)
    if strict:
        return int(quotient.to_integral_value(ROUND_FLOOR)) + 1
    return int(quotient.to_integral_value(ROUND_CEILING))
