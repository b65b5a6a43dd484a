"""Figures of the wrong size: a fraction where per cent is asked, a total where a ratio is."""

from collections.abc import Iterator
from decimal import Decimal

from anju_cli.catalogue import Indicator
from anju_cli.diagnostics import Diagnostic
from anju_cli.numbers import EXACT
from anju_cli.rules.case import Case


def is_percent(indicator: Indicator) -> bool:
    """Whether it is a share in per cent."""
    return indicator.unit == "%"


def looks_like_fraction(case: Case) -> Iterator[Diagnostic]:
    """0 < value ≤ 1 in per cent without parts: 0.785 may well be 78.5 %.

    The year before beside it, too, where no report of that year vouches for it: 0.62 would let any share rise.
    """
    amount, previous = case.figure.value.amount, _unvouched(case)
    parts = case.amount_of("numerator") is not None and case.amount_of("denominator") is not None
    if not parts and amount is not None and 0 < amount <= 1:
        yield case.finding("ANJ205", understood=_percent(amount))
    if previous is not None and 0 < previous <= 1 and (amount is None or amount > 1):
        yield case.finding("ANJ205", "previous", understood=_percent(previous))


def is_ratio(indicator: Indicator) -> bool:
    """Whether it is so much of one thing to so much of another."""
    return indicator.numerator is not None and not indicator.share and indicator.per is not None


def looks_like_total(case: Case) -> Iterator[Diagnostic]:
    """More than `per` of one thing to `per` of another: 3,400 beds per thousand elders is the total."""
    per, amount, previous = case.indicator.per, case.figure.value.amount, _unvouched(case)
    if per is not None and amount is not None and amount > per:
        yield case.finding("ANJ206", per=per)
    elif per is not None and previous is not None and previous > per:
        yield case.finding("ANJ206", "previous", per=per)


def _unvouched(case: Case) -> Decimal | None:
    """The year before as this report states it, where that year has no report of its own."""
    return case.amount_of("previous") if case.reported_before is None else None


def _percent(amount: Decimal) -> Decimal:
    return EXACT.multiply(amount, Decimal(100)).normalize(EXACT)
