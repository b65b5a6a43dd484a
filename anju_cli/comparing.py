"""Judgements as another method sees them: for show beside a course, never a verdict."""

from anju_cli.catalogue import Catalogue
from anju_cli.comparisons import COMPARISONS, Comparison, Series
from anju_cli.courses import Judged
from anju_cli.outcome import Judgement, Outcome


def compared(outcome: Outcome, method: str | None, catalogue: Catalogue) -> dict[Judged, Comparison]:
    """Every judgement that has a base of an earlier year and a way it should go; nothing without a method."""
    if method is None:
        return {}
    compare, found = COMPARISONS[method], {}
    for one in outcome.judgements:
        series = _series(one, catalogue)
        if series is not None:
            found[(one.region, one.target, one.year)] = compare(series)
    return found


def _series(one: Judgement, catalogue: Catalogue) -> Series | None:
    """From the base to this year: towards a bound, or in a direction, which has none."""
    base, goal = one.base, one.goal
    if base is None or one.value is None or one.grade is not None or base.year >= one.year:
        return None
    target = goal.low if goal.high is None else goal.high if goal.low is None else None
    rising = goal.kind != "falls" and goal.high is None
    if target is None and goal.kind not in _DIRECTIONS:
        return None
    limit = catalogue.indicators[one.indicator].range[1] if rising and target is None else None
    return Series(base.year, base.value, one.year, one.value, one.by, target, rising, limit)


#: Goals without a number of their own that a figure may still move towards.
_DIRECTIONS = frozenset({"rises", "falls", "does_not_fall"})
