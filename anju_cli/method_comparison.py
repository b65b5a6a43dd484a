"""Judgements as another method sees them: for show beside a course, never a verdict."""

from anju_cli.catalogue import Catalogue
from anju_cli.other_methods import COMPARISONS, Comparison, Series
from anju_cli.outcome import Judgement, Outcome
from anju_cli.timelines import Judged


def compared(outcome: Outcome, method: str | None, catalogue: Catalogue) -> dict[Judged, Comparison]:
    """Every judgement that has a base of an earlier year and a way it should go; nothing without a method."""
    if method is None:
        return {}
    compare, found = COMPARISONS[method], {}
    for judgement in outcome.judgements:
        series = _series(judgement, catalogue)
        if series is not None:
            found[(judgement.region, judgement.target, judgement.year)] = compare(series)
    return found


def _series(judgement: Judgement, catalogue: Catalogue) -> Series | None:
    """From the base to this year: towards a bound, or in a direction, which has none."""
    base, goal = judgement.base, judgement.goal
    if base is None or judgement.value is None or judgement.grade is not None or base.year >= judgement.year:
        return None
    target = goal.low if goal.high is None else goal.high if goal.low is None else None
    rising = goal.kind != "falls" and goal.high is None
    if target is None and goal.kind not in _DIRECTIONS:
        return None
    limit = catalogue.indicators[judgement.indicator].range[1] if rising and target is None else None
    return Series(base.year, base.value, judgement.year, judgement.value, judgement.by, target, rising, limit)


#: Goals without a number of their own that a figure may still move towards.
_DIRECTIONS = frozenset({"rises", "falls", "does_not_fall"})
