"""What the own region reported of a base year against the baseline that the catalogue gives."""

from collections.abc import Iterator
from decimal import Decimal

from anju_cli.catalogue import Indicator, Target
from anju_cli.diagnostics import Diagnostic, Related, Topic
from anju_cli.numbers import EXACT, half_of, plain, summed
from anju_cli.places import Place
from anju_cli.rules.case import Case
from anju_cli.submission import Quantity


def has_baseline(indicator: Indicator) -> bool:
    """Whether the catalogue says where a line begins; a total begins at zero."""
    return indicator.kind != "total" and any(target.baseline for target in indicator.targets)


def base_contradicted(case: Case) -> Iterator[Diagnostic]:
    """A figure of the base year, or `previous` where that year has no report, beyond the rounding of either number."""
    seen: set[tuple[int, Decimal]] = set()
    for position, target in enumerate(case.indicator.targets if case.own else ()):
        baseline, field = target.baseline, _field(case, target)
        quantity = getattr(case.figure, field) if field else None
        if baseline is None or quantity is None or quantity.amount is None or baseline[:2] in seen:
            continue
        seen.add(baseline[:2])
        if _differ(case, quantity, baseline.value):
            route = ("indicators", case.figure.indicator, "targets", position, "baseline")
            related = (Related(Place("", route), "baseline", plain(baseline.value)),)
            finding = case.finding("ANJ508", field, related=related, base=baseline.value, year=str(baseline.year))
            yield finding._replace(topic=Topic.BASE)


def _field(case: Case, target: Target) -> str:
    """The field of this report that tells of the base year; empty where none does."""
    if target.baseline is None or case.year is None:
        return ""
    stated = case.year - 1 == target.baseline.year and case.reported_before is None
    return "value" if case.year == target.baseline.year else "previous" if stated else ""


def _differ(case: Case, quantity: Quantity, base: Decimal) -> bool:
    amount, counted = quantity.amount or Decimal(0), summed(case.indicator.unit)
    rounding = max(quantity.half, half_of(amount, whole=counted), half_of(base, whole=counted))
    return abs(EXACT.subtract(amount, base)) > rounding
