"""A figure beside the year before."""

from collections.abc import Iterator
from decimal import Decimal

from anju_cli.catalogue import Indicator
from anju_cli.diagnostics import Diagnostic, Related
from anju_cli.history import Point
from anju_cli.numbers import EXACT, plain
from anju_cli.places import Place
from anju_cli.rules.case import Case


def previous_differs(case: Case) -> Iterator[Diagnostic]:
    """`previous` must be what last year's report said: as it was then, for a report older than its revision."""
    previous, standing = case.figure.previous, _standing(case)
    if previous is None or previous.amount is None or standing is None:
        return
    if previous.amount != standing.value and not _as_it_was(case, previous.amount):
        related = (Related(standing.place, "last_year", plain(standing.value)),)
        yield case.finding("ANJ501", "previous", related=related, reported=standing.value)


def _standing(case: Case) -> Point | None:
    """Last year's figure as reported; without a report, as this report or an earlier one restated it."""
    if case.reported_before is not None:
        return case.reported_before
    restated = case.restated
    return None if restated is None or restated.value is None else Point(restated.value, restated.place)


def _as_it_was(case: Case, previous: Decimal) -> bool:
    restated = case.restated
    return restated is not None and (case.year or 0) < restated.by_year and previous == restated.was


def has_largest_move(indicator: Indicator) -> bool:
    """Whether the catalogue says how far it may move within a year."""
    return indicator.max_change is not None


def large_move(case: Case) -> Iterator[Diagnostic]:
    """A move above `max_change` within one year."""
    before, value, most = _before(case), case.figure.value.amount, case.indicator.max_change
    if before is None or value is None or most is None:
        return
    move = EXACT.subtract(value, before[0])
    if abs(move) > most:
        related = (Related(before[1], "year_before", plain(before[0])),)
        kind = "up" if move > 0 else "down"
        yield case.finding("ANJ502", kind=kind, related=related, before=before[0], move=abs(move), most=most)


def is_total(indicator: Indicator) -> bool:
    """Whether it is counted up over the period."""
    return indicator.kind == "total"


def falling_total(case: Case) -> Iterator[Diagnostic]:
    """What is counted up over the period does not fall; audits do correct it."""
    before, value = _before(case), case.figure.value.amount
    if case.year == case.start:
        return  # counted from zero again
    if before is not None and value is not None and value < before[0]:
        related = (Related(before[1], "year_before", plain(before[0])),)
        yield case.finding("ANJ503", related=related, before=before[0])


def _before(case: Case) -> tuple[Decimal, Place] | None:
    if case.before is not None:
        return case.before.value, case.before.place
    if case.reported_before is not None:
        return None
    previous, restated = case.figure.previous, case.restated
    if restated is not None and restated.used and restated.value is not None:
        return restated.value, restated.place
    if previous is not None and previous.amount is not None:
        return previous.amount, case.figure.at("previous")
    return None
