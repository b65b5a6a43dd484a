"""Is the promise kept? The literal table of goals: plain facts in, a verdict out."""

from anju_cli.comparators.bands import About, Between, Exactly
from anju_cli.comparators.base import Bounds, Facts, Goal, GoalDescription, GoalError, Verdict
from anju_cli.comparators.directions import DoesNotFall, Falls, Rises
from anju_cli.comparators.grades import GradeAtLeast
from anju_cli.comparators.limits import AtLeast, AtMost, Complete, GreaterThan, LessThan
from anju_cli.comparators.relatives import NotBelow

#: The keys a target may carry, and what each means. A comparator is a class and its line here.
GOALS: dict[str, type[Goal]] = {
    "at_least": AtLeast,
    "at_most": AtMost,
    "greater_than": GreaterThan,
    "less_than": LessThan,
    "exactly": Exactly,
    "between": Between,
    "about": About,
    "grade_at_least": GradeAtLeast,
    "complete": Complete,
    "not_below": NotBelow,
    "rises": Rises,
    "falls": Falls,
    "does_not_fall": DoesNotFall,
}

__all__ = ["GOALS", "Bounds", "Facts", "Goal", "GoalDescription", "GoalError", "Verdict"]
