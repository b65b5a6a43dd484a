"""A figure beside the year before."""

from collections.abc import Iterator
from decimal import Decimal

from anju_cli.diagnostics import Diagnostic, Related
from anju_cli.numbers import EXACT, plain
from anju_cli.rules.case import Case
from anju_cli.source import Place


def previous_differs(case: Case) -> Iterator[Diagnostic]:
    """`previous` must be what last year's report said."""
    previous, reported = case.figure.previous, case.reported_before
    if previous is None or previous.amount is None or reported is None or previous.amount == reported.value:
        return
    related = (Related(reported.place, "last_year", plain(reported.value)),)
    yield case.finding("ANJ501", "previous", related=related, reported=reported.value)


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


def falling_total(case: Case) -> Iterator[Diagnostic]:
    """What is counted up over the period does not fall; audits do correct it."""
    before, value = _before(case), case.figure.value.amount
    if case.indicator.kind == "total" and before is not None and value is not None and value < before[0]:
        related = (Related(before[1], "year_before", plain(before[0])),)
        yield case.finding("ANJ503", related=related, before=before[0])


def _before(case: Case) -> tuple[Decimal, Place] | None:
    if case.before is not None:
        return case.before.value, case.before.place
    previous = case.figure.previous
    if case.reported_before is None and previous is not None and previous.amount is not None:
        return previous.amount, case.figure.at("previous")
    return None
