"""Judgements as another method sees them: for show beside a course, never a verdict."""

from anju_cli.other_methods import COMPARISONS, Comparison, Series
from anju_cli.outcome import Judgement, Outcome
from anju_cli.timelines import JudgementKey


def compared(outcome: Outcome, method: str | None) -> dict[JudgementKey, Comparison]:
    """Every judgement that has a base of an earlier year and a way it should go; nothing without a method."""
    if method is None:
        return {}
    compare, results = COMPARISONS[method], {}
    for judgement in outcome.judgements:
        series = _series(judgement)
        if series is not None:
            results[(judgement.region, judgement.target, judgement.year)] = compare(series)
    return results


def _series(judgement: Judgement) -> Series | None:
    """From the base to this year: towards a bound, or in a direction, which has none."""
    base, goal, bounds = judgement.base, judgement.promise.goal, judgement.promise.bounds
    if base is None or judgement.value is None or judgement.grade is not None or base.year >= judgement.year:
        return None
    target = bounds.ends[0] if len(bounds.ends) == 1 else None
    rising = goal.direction == "up"
    if target is None and goal.needs != "before":
        return None
    limit = judgement.promise.best if rising and target is None else None
    return Series(base.year, base.value, judgement.year, judgement.value, judgement.by, target, rising, limit)
