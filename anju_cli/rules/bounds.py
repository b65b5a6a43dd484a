"""What a figure can be at all: its range, and whole where only whole numbers can be true."""

from collections.abc import Iterator
from decimal import Decimal

from anju_cli.catalogue import Indicator
from anju_cli.diagnostics import Diagnostic
from anju_cli.numbers import scale_of
from anju_cli.rules.case import Case

#: What is counted one by one: no half of it exists.
_COUNTED = frozenset("人 所 个 户 张 家 件 名 位 座 间 套 辆 台 处 次 项 村 县 乡 镇 人次 床 例 条 份 只 头".split())  # noqa: SIM905 - a list of words


def has_range(indicator: Indicator) -> bool:
    """Whether some values are impossible."""
    return indicator.range != (None, None) and not indicator.grades


def possible_range(case: Case) -> Iterator[Diagnostic]:
    """No value outside the indicator's possible range."""
    low, high = case.indicator.range
    for field in ("value", "previous"):
        amount = case.amount_of(field)
        if amount is None:
            continue
        if (low is not None and amount < low) or (high is not None and amount > high):
            kind = "low" if low is not None and amount < low else "high"
            yield case.finding("ANJ204", field, kind, low=_bound(low), high=_bound(high), amount=amount)


def has_whole_numbers(indicator: Indicator) -> bool:
    """Whether the figure or a part of it is counted one by one."""
    parts = (indicator.numerator, indicator.denominator)
    return indicator.whole or any(part is not None and _counted(part.unit) for part in parts)


def whole_numbers(case: Case) -> Iterator[Diagnostic]:
    """Whole where it must be: by the catalogue, and every part counted one by one."""
    for field, quantity in case.fields:
        if not quantity.half or quantity.amount is None or quantity.amount == quantity.amount.to_integral_value():
            continue  # most parts: without half a place there is no place behind the point
        if _is_whole(case.indicator, field):
            yield case.finding("ANJ203", field, amount=quantity.amount)


def _is_whole(indicator: Indicator, field: str) -> bool:
    """A part as its unit says; one that the catalogue does not ask for stands unchecked, with its note."""
    if field not in {"numerator", "denominator"}:
        return indicator.whole
    part = getattr(indicator, field)
    return part is not None and _counted(part.unit)


def _counted(unit: str) -> bool:
    return not scale_of(unit) and unit in _COUNTED


def _bound(bound: Decimal | None) -> Decimal | str:
    return "" if bound is None else bound
