"""The gap in things to do: beds, households, people, at an unchanged denominator."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from anju_cli.catalogue import Indicator
from anju_cli.comparators import Goal
from anju_cli.numbers import EXACT
from anju_cli.outcome import Things
from anju_cli.submission import Figure

_DIVIDE = Context(prec=60)


def things_to_do(figure: Figure, indicator: Indicator, goal: Goal) -> Things | None:
    """⌈goal × denominator ÷ per − numerator⌉; `None` where there are no parts or the goal is met."""
    numerator, denominator, per = figure.numerator, figure.denominator, indicator.per
    if indicator.numerator is None or per is None or numerator is None or denominator is None:
        return None
    if numerator.amount is None or denominator.amount is None:
        return None
    count = missing_things(goal, EXACT.multiply(numerator.amount, per), denominator.amount, per)
    return Things(count, indicator.numerator.unit) if count else None


def missing_things(goal: Goal, scaled: Decimal, denominator: Decimal, per: Decimal) -> int | None:
    """How many more (or, for an upper bound, fewer) things keep the promise."""
    if goal.low is not None:
        short = EXACT.subtract(EXACT.multiply(goal.low, denominator), scaled)
        if short > 0 or (short == 0 and goal.kind == "greater_than"):
            return _steps(short, per, strict=goal.kind == "greater_than")
    if goal.high is not None:
        over = EXACT.subtract(scaled, EXACT.multiply(goal.high, denominator))
        if over > 0 or (over == 0 and goal.kind == "less_than"):
            return _steps(over, per, strict=goal.kind == "less_than")
    return None


def things_a_year(things: Things | None, years: int) -> int | None:
    """What each remaining year must bring, rounded up."""
    return None if things is None else -(-things.number // years)


def _steps(scaled: Decimal, per: Decimal, strict: bool) -> int:
    quotient = _DIVIDE.divide(scaled, per)
    if strict:
        return int(quotient.to_integral_value(ROUND_FLOOR)) + 1
    return int(quotient.to_integral_value(ROUND_CEILING))
