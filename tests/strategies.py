"""Goals, promises and years at random, for properties that hold whatever the numbers are."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from anju_cli.assessment.series import Entry
from anju_cli.catalogue import Promise
from anju_cli.comparators import GOALS
from tests.outcomes import GRADES, Goal, promised, words

#: Figures and goals in tenths of a unit, of either sign.
tenths = st.integers(-300, 1300).map(lambda number: Decimal(number).scaleb(-1))

#: Kinds that take no number: a direction, and the whole.
FLAGS = frozenset({kind for kind, goal in GOALS.items() if goal.needs == "before"} | {"complete"})


@st.composite
def goals(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(GOALS)) -> Goal:
    """A comparator's key with words that it takes."""
    kind = draw(st.sampled_from(kinds))
    if kind in FLAGS:
        return kind, "true"
    if kind == "grade_at_least":
        return kind, draw(st.sampled_from(GRADES))
    if kind == "not_below":
        return kind, "y"
    first, second = sorted((draw(tenths), draw(tenths)))
    if kind == "between":
        return kind, [str(first), str(second)]
    if kind == "about":
        return kind, {"value": str(first), "within": str(second - first)}
    return kind, str(first)


#: Goals that more of a figure, or less of it, keeps: no interval and no grade.
DIRECTED = ("at_least", "greater_than", "at_most", "less_than", "rises", "falls", "does_not_fall", "not_below")


def promise_of(goal: Goal, by: int | None = 2020, **more: Any) -> Promise:
    """A promise about `x`; what it is held against is `y`."""
    reference = words("乙") if goal[0] == "not_below" else None
    return promised("x", words("甲"), goal, by=by, reference=reference, **more)


@st.composite
def promises(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(GOALS)) -> Promise:
    """A promise by 2020 or of every year, now and then with a milestone on the way."""
    goal = draw(goals(kinds))
    by = draw(st.sampled_from([2020, 2020, None]))
    paced = GOALS[goal[0]].paced and by is not None
    years = draw(st.sets(st.sampled_from([2018, 2019]))) if paced else set()
    milestones = {year: draw(tenths) for year in sorted(years)}
    return promise_of(goal, by, milestones=milestones)


def histories(last: int = 2021) -> st.SearchStrategy[dict[int, Entry]]:
    """Some years with believed figures, of the plan and before it."""
    return st.dictionaries(st.integers(2015, last), tenths.map(Entry), max_size=5)
