"""Figures of the wrong size: a fraction where per cent is asked, a total where a ratio is."""

from collections.abc import Iterator
from decimal import Decimal

from anju_cli.diagnostics import Diagnostic
from anju_cli.numbers import EXACT
from anju_cli.rules.case import Case


def looks_like_fraction(case: Case) -> Iterator[Diagnostic]:
    """0 < value ≤ 1 in per cent without parts: 0.785 may well be 78.5 %."""
    amount = case.figure.value.amount
    parts = case.amount_of("numerator") is not None and case.amount_of("denominator") is not None
    if case.indicator.unit == "%" and not parts and amount is not None and 0 < amount <= 1:
        yield case.finding("ANJ205", understood=EXACT.multiply(amount, Decimal(100)).normalize(EXACT))


def looks_like_total(case: Case) -> Iterator[Diagnostic]:
    """More than `per` of one thing to `per` of another: 3,400 beds per thousand elders is the total."""
    indicator, amount = case.indicator, case.figure.value.amount
    if indicator.numerator is None or indicator.share or indicator.per is None:
        return
    if amount is not None and amount > indicator.per:
        yield case.finding("ANJ206", per=indicator.per)
