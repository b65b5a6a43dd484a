"""What a goal declares of itself (bounds, strict, needs, direction, words) is what its verdicts do, for every kind."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.comparators import GOALS, Facts, GoalDescription
from anju_cli.comparators import Goal as Comparator
from tests.outcomes import GRADES, Goal
from tests.strategies import goals, tenths

#: Goals that the figure alone decides: every one with bounds, and no other.
BOUNDED = ("at_least", "at_most", "greater_than", "less_than", "exactly", "between", "about", "complete")

ranks = st.integers(0, len(GRADES) - 1).map(Decimal)


def made(goal: Goal) -> Comparator:
    """The goal that a catalogue's words make."""
    kind, raw = goal
    return GOALS[kind].read(raw, GRADES)


def words_of(goal: GoalDescription) -> object:
    """The words of a catalogue that a description stands for."""
    if goal.kind == "between":
        return [str(goal.low), str(goal.high)]
    if goal.kind == "about":
        return {"value": str(goal.value), "within": str(goal.within)}
    if goal.kind == "complete" or not any(part is not None for part in goal[1:]):
        return "true"
    named = goal.grade or goal.reference
    return named if named is not None else str(goal.value)


def test_every_kind_is_tried() -> None:
    """The goals with bounds are those that need nothing but the figure; each is under its own key in the table."""
    tried = {kind: made((kind, _SOME.get(kind, "true"))) for kind in GOALS}
    assert list(GOALS) == [goal.kind for goal in tried.values()]
    assert set(BOUNDED) == {kind for kind, goal in tried.items() if goal.bounds.ends}
    assert set(BOUNDED) == {kind for kind, goal in tried.items() if not goal.needs}


_SOME: dict[str, object] = {
    **dict.fromkeys(("at_least", "at_most", "greater_than", "less_than", "exactly", "not_below"), "1"),
    "between": ["1", "2"], "about": {"value": "1", "within": "1"}, "grade_at_least": GRADES[1],
}  # fmt: skip


@given(goals(BOUNDED), tenths)
def test_bounds_are_what_keeps_it(goal: Goal, value: Decimal) -> None:
    """A figure keeps the promise where it lies within the bounds; on one of them, unless that is too little."""
    comparator = made(goal)
    low, high = comparator.bounds
    inside = (low is None or value >= low) and (high is None or value <= high)
    assert (inside and not (comparator.strict and value in comparator.bounds.ends)) == comparator.judge(
        Facts(value)
    ).met


@given(goals(BOUNDED))
def test_strict_is_said_of_the_bound_itself(goal: Goal) -> None:
    """On its bound a goal is kept unless it is strict."""
    comparator = made(goal)
    verdicts = {comparator.judge(Facts(end)).met for end in comparator.bounds.ends}
    assert {not comparator.strict} == verdicts


@given(goals(), ranks, ranks)
def test_the_direction_is_the_way_to_better(goal: Goal, first: Decimal, second: Decimal) -> None:
    """Whoever moves in the direction that a goal declares never does worse; one with two bounds declares none."""
    comparator = made(goal)
    values = sorted((first, second), reverse=comparator.direction == "down")
    facts = (Facts(value, Decimal(1), Decimal(1)) for value in values)
    worse, better = (comparator.judge(each) for each in facts)
    if comparator.direction:
        assert (bool(worse.met) <= bool(better.met), True) == (True, (worse.gap or 0) <= (better.gap or 0))
    else:
        assert 2 == len(comparator.bounds.ends)


@given(goals(), ranks, tenths, tenths)
def test_it_lacks_what_it_needs_and_nothing_else(goal: Goal, value: Decimal, before: Decimal, held: Decimal) -> None:
    """Without what it needs there is no verdict; with it there is one, and nothing else is looked at."""
    comparator = made(goal)
    facts = {"before": Facts(value, before=before), "reference": Facts(value, reference=held)}
    needed = facts.get(comparator.needs, Facts(value))
    others = Facts(
        value, *(None if key == comparator.needs else facts[key][place] for place, key in enumerate(facts, 1))
    )
    verdict, without = comparator.judge(needed), comparator.judge(others)
    assert (verdict.met is not None, "") == (True, verdict.lacking)
    if comparator.needs in facts:
        assert (None, None, comparator.needs) == (without.met, without.gap, without.lacking)
    else:
        assert verdict == without


@given(goals())
def test_a_description_is_the_goal(goal: Goal) -> None:
    """A goal can be made again from its description, whose bounds are its own."""
    comparator = made(goal)
    description = comparator.describe()
    assert comparator == made((description.kind, words_of(description)))
    assert goal[0] == description.kind
    assert comparator.bounds == (description.low, description.high)


@given(goals())
def test_a_line_leads_to_bounds_only(goal: Goal) -> None:
    """What is paced has a bound, and what has a bound is paced; a grade, a direction and a relative are neither."""
    comparator = made(goal)
    assert comparator.paced == bool(comparator.bounds.ends)


@given(goals())
def test_the_quotes_numbers_are_the_descriptions(goal: Goal) -> None:
    """What the plan's words must contain is a number or grade of the description."""
    comparator = made(goal)
    shown = {str(part) for part in comparator.describe() if part is not None}
    assert set(comparator.numbers()) <= shown


@pytest.mark.parametrize("kind", GOALS)
def test_goals_of_other_kinds_differ(kind: str) -> None:
    """A goal is no other kind's, even with the same numbers."""
    own = made((kind, _SOME.get(kind, "true")))
    assert [kind] == [name for name in GOALS if own == made((name, _SOME.get(name, "true")))]
