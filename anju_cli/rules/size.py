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
    """0 < value ≤ 1 in per cent without parts: 0.785 may well be 78.5 %, unless the series says otherwise.

    The year before beside it, too, where no report of that year vouches for it: 0.62 would let any share rise.
    """
    amount, previous = case.figure.value.amount, _unvouched(case)
    parts = case.amount_of("numerator") is not None and case.amount_of("denominator") is not None
    if not parts and amount is not None and 0 < amount <= 1 and not _vouched(case, amount):
        yield case.finding("ANJ205", understood=_percent(amount))
    if previous is not None and 0 < previous <= 1 and (amount is None or amount > 1) and not _near(previous, amount):
        yield case.finding("ANJ205", "previous", understood=_percent(previous))


def _near(previous: Decimal, amount: Decimal | None) -> bool:
    """Whether the year's own value is nearer to the year before than to a hundred times it."""
    return amount is not None and amount < EXACT.multiply(previous, 10)


#: A goal of at most so much per cent says that small shares are meant.
_SMALL_GOAL = 5


def _vouched(case: Case, amount: Decimal) -> bool:
    """Whether the value is nearer, by ratio, than a hundred times it to what is known of the series.

    Nearer to r than 100·v is v where r < 10·v; a tie, a zero or nothing known vouches for nothing.
    """
    reference = _known(case)
    if reference is not None:
        return 0 < reference < EXACT.multiply(amount, 10)
    ends = [(end, target.goal) for target in case.indicator.targets for end in target.goal.bounds.ends]
    if not ends:
        return False
    bound, goal = min(ends, key=lambda end: abs(EXACT.subtract(amount, end[0])))
    within = goal.direction == "down" and amount <= bound < EXACT.multiply(amount, 100)
    return 0 < bound < EXACT.multiply(amount, 10) and (not within or bound <= _SMALL_GOAL)


def _known(case: Case) -> Decimal | None:
    """Last year as another report gives it, else as this one does where that is no fraction, else the baseline."""
    if case.before is not None:
        return case.before.value
    previous = case.amount_of("previous")
    if previous is not None and previous > 1:
        return previous
    baselines = [target.baseline.value for target in case.indicator.targets if target.baseline] if case.own else []
    return baselines[0] if baselines else None


def is_ratio(indicator: Indicator) -> bool:
    """Whether it is so much of one thing to so many of another."""
    return indicator.numerator is not None and not indicator.share and (indicator.per or 0) > 1


def looks_like_total(case: Case) -> Iterator[Diagnostic]:
    """More than `per` of one thing to `per` of another: 3,400 beds per thousand elders is the total."""
    per, amount, previous = case.indicator.per, case.figure.value.amount, _unvouched(case)
    if per is not None and amount is not None and amount > per and not case.parts_agree:
        yield case.finding("ANJ206", per=per)
    elif per is not None and previous is not None and previous > per:
        yield case.finding("ANJ206", "previous", per=per)


def _unvouched(case: Case) -> Decimal | None:
    """The year before as this report states it, where that year has no report of its own."""
    return case.amount_of("previous") if case.reported_before is None else None


def _percent(amount: Decimal) -> Decimal:
    return EXACT.multiply(amount, Decimal(100)).normalize(EXACT)
