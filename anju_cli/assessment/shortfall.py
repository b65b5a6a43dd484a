"""The gap in things to do: beds, households, people, at an unchanged denominator."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import NamedTuple

from anju_cli.catalogue import Indicator
from anju_cli.comparators import Goal
from anju_cli.numbers import EXACT, plain
from anju_cli.outcome import Shortfall, Step
from anju_cli.submission import Figure

_DIVIDE = Context(prec=60)


class _Parts(NamedTuple):
    """A figure's parts, where both are numbers; `scaled` is numerator × per."""

    numerator: Decimal
    denominator: Decimal
    per: Decimal
    scaled: Decimal


def things_to_do(figure: Figure, indicator: Indicator, goal: Goal) -> Shortfall | None:
    """⌈goal × denominator ÷ per − numerator⌉; `None` where there are no parts or the goal is met."""
    parts = _parts(figure, indicator)
    if parts is None or indicator.numerator is None:
        return None
    count = missing_things(goal, parts.scaled, parts.denominator, parts.per)
    return Shortfall(count, indicator.numerator.unit) if count else None


def things_step(figure: Figure, indicator: Indicator, goal: Goal, things: Shortfall | None) -> tuple[Step, ...]:
    """The working behind a number of things, if there is one; `d` is -1 where they are too many.

    Where the number itself does not suffice it is the least whole number above the quotient.
    """
    parts = _parts(figure, indicator)
    if parts is None or things is None:
        return ()
    above = goal.high is not None and (goal.low is None or parts.scaled >= EXACT.multiply(goal.low, parts.denominator))
    inputs = {"T": goal.high if above else goal.low, "D": parts.denominator, "per": parts.per, "N": parts.numerator}
    numbers = {key: plain(value) for key, value in inputs.items() if value is not None}
    code = "things_above" if goal.strict else "things"
    return (Step(code, numbers | {"d": "-1" if above else "1"}, str(things.number)),)


def _parts(figure: Figure, indicator: Indicator) -> _Parts | None:
    numerator, denominator, per = figure.numerator, figure.denominator, indicator.per
    if per is None or numerator is None or denominator is None:
        return None
    if numerator.amount is None or denominator.amount is None:
        return None
    return _Parts(numerator.amount, denominator.amount, per, EXACT.multiply(numerator.amount, per))


def missing_things(goal: Goal, scaled: Decimal, denominator: Decimal, per: Decimal) -> int | None:
    """How many more (or, for an upper bound, fewer) things keep the promise."""
    if goal.low is not None:
        short = EXACT.subtract(EXACT.multiply(goal.low, denominator), scaled)
        if short > 0 or (short == 0 and goal.strict):
            return _steps(short, per, strict=goal.strict)
    if goal.high is not None:
        over = EXACT.subtract(scaled, EXACT.multiply(goal.high, denominator))
        if over > 0 or (over == 0 and goal.strict):
            return _steps(over, per, strict=goal.strict)
    return None


def things_a_year(things: Shortfall | None, years: int) -> int | None:
    """What each remaining year must bring, rounded up."""
    return None if things is None else -(-things.number // years)


def _steps(scaled: Decimal, per: Decimal, strict: bool) -> int:
    quotient = _DIVIDE.divide(scaled, per)
    if strict:
        return int(quotient.to_integral_value(ROUND_FLOOR)) + 1
    return int(quotient.to_integral_value(ROUND_CEILING))
