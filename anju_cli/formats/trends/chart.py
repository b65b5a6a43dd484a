"""Bars of block characters on one scale from zero, with the goal marked."""

from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from anju_cli.formats import shown_numbers
from anju_cli.numbers import grouped
from anju_cli.timelines import Ahead, Course

BLOCK, AHEAD, MARK = "▇", "░", "|"

#: A narrower chart tells nothing.
NARROWEST = 10
#: Places of a bar: finer than any column.
_DRAWN = 4
WIDEST = 30


class Scale(NamedTuple):
    """How many columns a value takes: `most` fills the width."""

    most: Decimal
    width: int
    goal: Decimal | None

    def columns(self, value: Decimal) -> int:
        """At least one for anything above zero: it is there."""
        size = (value * self.width / self.most).to_integral_value(ROUND_HALF_EVEN)
        return max(int(size), int(value > 0))

    def bar(self, value: Decimal, block: str = BLOCK) -> str:
        """A bar, and the goal's mark where it stands beyond."""
        bar = block * self.columns(value)
        if self.goal is None or value >= self.goal:
            return bar
        return bar.ljust(self.columns(self.goal)) + MARK

    def ahead(self, value: Decimal | None) -> str:
        """Where the pace leads, in a lighter block up to the goal, and the goal with its number."""
        bar = "" if value is None else AHEAD * self.columns(value)
        if self.goal is None:
            return bar
        mark = self.columns(self.goal)
        return f"{bar[:mark].ljust(mark)}{MARK}{grouped(self.goal)}"


def drawn_way(projection: Ahead) -> Decimal | None:
    """Where the pace leads, as it is drawn; `None` for what can't be."""
    can_be = not shown_numbers.impossible(projection.value, projection.judgement)
    return projection.value.rounded(_DRAWN).value if can_be else None


def scale_of(course: Course, width: int) -> Scale | None:
    """The scale of a course; `None` where there is no room, nothing to draw, or a value below zero."""
    values = [row.value for row in course.rows if row.value is not None]
    goals = [end for judgement in course.promises for end in judgement.promise.bounds.ends]
    ways = (drawn_way(projection) for projection in course.ahead)
    drawn = [*values, *goals, *(way for way in ways if way is not None)]
    graded = any(promise.goal.grade is not None for promise in course.promises) or any(row.grade for row in course.rows)
    if width < NARROWEST or graded or not values or min(drawn) < 0 or max(drawn) == 0:
        return None
    return Scale(max(drawn), min(width, WIDEST), goals[0] if goals else None)
