"""Numerator, denominator and value against each other, by cross-multiplication: nothing is divided.

Each written number is an interval of half a unit in its last written digit; touching agrees.
"""

from collections.abc import Iterator
from decimal import Decimal

from anju_cli.catalogue import Indicator
from anju_cli.comparators import Facts, Goal
from anju_cli.diagnostics import Diagnostic
from anju_cli.numbers import EXACT, plain
from anju_cli.quotients import RoundedNumber, quotient
from anju_cli.rules.case import Case
from anju_cli.submission import Missing, Quantity

_PARTS = ("numerator", "denominator")


def parts_present(case: Case) -> Iterator[Diagnostic]:
    """Parts without their value; one part alone; parts that the catalogue does not ask for."""
    parts = {field: quantity for field, quantity in case.fields if field in _PARTS}
    numbers = [field for field, quantity in parts.items() if not isinstance(quantity.reading, Missing)]
    if parts and case.indicator.numerator is None:
        yield case.finding("ANJ405", next(iter(parts)), "unasked")
    elif len(numbers) == 1:
        yield case.finding("ANJ405", numbers[0], "alone")
    elif numbers and _unsaid(case.figure.value):
        yield case.finding("ANJ404", "value", given=_given(case))


def has_parts(indicator: Indicator) -> bool:
    """Whether the catalogue asks for parts."""
    return indicator.numerator is not None


def parts_possible(case: Case) -> Iterator[Diagnostic]:
    """No negative numerator, a denominator above zero, and no part larger than its whole."""
    numerator, denominator = case.amount_of("numerator"), case.amount_of("denominator")
    if numerator is not None and numerator < 0:
        yield case.finding("ANJ402", "numerator", "negative", amount=numerator)
    if denominator is not None and denominator <= 0:
        kind = "zero" if denominator == 0 else "negative"
        yield case.finding("ANJ402", "denominator", kind, amount=denominator)
    elif numerator is not None and denominator is not None and case.indicator.share and numerator > denominator:
        yield case.finding("ANJ401", "numerator", amount=numerator, denominator=denominator)


def parts_against_value(case: Case) -> Iterator[Diagnostic]:
    """The parts may not contradict the value, nor lie on the other side of a goal."""
    figure, indicator = case.figure, case.indicator
    numerator, denominator, value = figure.numerator, figure.denominator, figure.value
    if numerator is None or denominator is None or indicator.per is None:
        return
    if numerator.amount is None or denominator.amount is None or value.amount is None or denominator.amount <= 0:
        return
    code = case.contradiction
    if code:
        yield case.finding(code, "value", given=_given(case), numerator=numerator.text, denominator=denominator.text)
    else:
        parts = EXACT.multiply(numerator.amount, indicator.per)
        yield from _other_side(case, parts, denominator.amount, value.amount)


def _other_side(case: Case, parts: Decimal, denominator: Decimal, value: Decimal) -> Iterator[Diagnostic]:
    """Value and parts agree as written, yet one keeps the promise and the other does not."""
    for target in case.indicator.targets:
        goal = target.goal
        if not goal.bounds.ends:
            continue
        met = goal.judge(Facts(value)).met
        if met != _judged_parts(goal, parts, denominator):
            nearest = min(goal.bounds.ends, key=lambda bound: abs(EXACT.subtract(value, bound)))
            kind, given = "met" if met else "missed", _given(case)
            yield case.finding("ANJ407", "value", kind, given=given, goal=nearest, comparator=goal.kind)


def _judged_parts(goal: Goal, parts: Decimal, denominator: Decimal) -> bool:
    """The verdict on numerator × per ÷ denominator, with the bounds multiplied instead."""
    low, high = (None if bound is None else EXACT.multiply(bound, denominator) for bound in goal.bounds)
    if goal.strict and parts in (low, high):
        return False
    return (low is None or parts >= low) and (high is None or parts <= high)


def _given(case: Case) -> str:
    """What the parts come to, for show, on its own side of the value and the goals; ≈ where it was rounded."""
    numerator, denominator = case.amount_of("numerator"), case.amount_of("denominator")
    per = case.indicator.per
    if numerator is None or denominator is None or per is None or denominator == 0:
        return "—"
    beside = (case.amount_of("value"), *(end for target in case.indicator.targets for end in target.goal.bounds.ends))
    shown = quotient(EXACT.multiply(numerator, per), denominator).apart(beside, 4)
    return ("" if shown.exact else "≈") + plain(RoundedNumber(shown.value).bare)


def _unsaid(value: Quantity) -> bool:
    return isinstance(value.reading, Missing) and value.reading.word != "misshapen"
