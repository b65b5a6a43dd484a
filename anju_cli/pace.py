"""The straight line from base to goal: 序时进度 of the increment, in exact decimals.

On schedule ⇔ d·(c − b)·(t1 − t0) ≥ d·(T − b)·(t − t0), compared without dividing. The rule of
农村全面小康测评 (实现程度 = (X − 起点)/(目标 − 起点)), and the same as ESCAP's current status index.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from anju_cli.catalogue import Promise
from anju_cli.comparators import Bounds
from anju_cli.numbers import EXACT
from anju_cli.quotients import Quotient, quotient


class Knot(NamedTuple):
    """A year and the value that the line has in it."""

    year: int
    value: Decimal


class Progress(NamedTuple):
    """Where a value stands on its line. `difference` below zero is behind.

    `left` ≥ `right` is the comparison itself: d·(c − b)·(t1 − t0) ≥ d·(T − b)·(t − t0), between the
    knots `start` and `end`; c is `counted` (a value past the far bound of an interval counts as far
    from the near one). `room` is the most that each year may bring where the goal has a far bound.
    """

    on_schedule: bool
    slipping: bool
    expected: Quotient
    difference: Quotient
    required_per_year: Quotient
    room: Quotient | None
    projection: Quotient
    suffices: bool
    start: Knot
    end: Knot
    counted: Decimal
    left: Decimal
    right: Decimal


class Line(NamedTuple):
    """A line from a base through milestones to the interval [low, high] in the due year."""

    base: Knot
    due: int
    low: Decimal | None
    high: Decimal | None
    milestones: Mapping[int, Decimal]
    strict: bool = False

    @property
    def rising(self) -> bool:
        """Whether the goal lies above the base (or would, for a goal with one bound)."""
        return Bounds(self.low, self.high).rise_from(self.base.value)

    @property
    def goal(self) -> Decimal:
        """The bound nearest to the base."""
        bound = self.low if self.rising else self.high
        if bound is None:
            raise ValueError("a line needs a bound")
        return bound

    def segment(self, year: int) -> tuple[Knot, Knot]:
        """The two knots that a year lies between."""
        middle = sorted((when, value) for when, value in self.milestones.items() if self.base.year < when < self.due)
        knots = [self.base, *(Knot(*knot) for knot in middle), Knot(self.due, self.goal)]
        later = next(index for index, knot in enumerate(knots) if knot.year >= year)
        return knots[later - 1], knots[later]


def line_of(promise: Promise, base: Knot, due: int, milestones: Mapping[int, Decimal]) -> Line:
    """The line from a base through milestones, which are the own region's, to the goal."""
    return Line(base, due, *promise.bounds, milestones, promise.goal.strict)


def progress_on(line: Line, year: int, value: Decimal) -> Progress:
    """Where `value` stands in `year`, which lies after the base's year and before the due one."""
    sign = 1 if line.rising else -1
    start, end = line.segment(year)
    run, gone = end.year - start.year, year - start.year
    rise = EXACT.multiply(EXACT.subtract(end.value, start.value), gone)
    left = sign * EXACT.multiply(EXACT.subtract(_towards(line, value), start.value), run)
    right = sign * rise
    expected = quotient(EXACT.add(EXACT.multiply(start.value, run), rise), run)
    difference = quotient(EXACT.subtract(left, right), run)
    projection, suffices = _projection(line, year, value)
    return Progress(
        on_schedule=left >= right,
        slipping=sign * EXACT.subtract(value, line.base.value) < 0,
        expected=expected,
        difference=difference,
        required_per_year=quotient(EXACT.subtract(nearest(line, value), value), line.due - year),
        room=_room(line, year, value),
        projection=projection,
        suffices=suffices,
        start=start,
        end=end,
        counted=_towards(line, value),
        left=left,
        right=right,
    )


def _towards(line: Line, value: Decimal) -> Decimal:
    """A value past the far bound of an interval counts as far from the near one as it is past it."""
    if line.low is None or line.high is None:
        return value
    over = EXACT.subtract(value, line.high) if line.rising else EXACT.subtract(line.low, value)
    if over <= 0:
        return value
    return EXACT.subtract(line.goal, over) if line.rising else EXACT.add(line.goal, over)


def nearest(line: Line, value: Decimal) -> Decimal:
    """The bound that is to be reached from here: the far one for a value that has gone past it."""
    if line.high is not None and value > line.high:
        return line.high
    return line.goal if line.low is None else line.low


def _room(line: Line, year: int, value: Decimal) -> Quotient | None:
    """How far each year may go before the far bound is passed; `None` where there is none."""
    if line.low is None or line.high is None:
        return None
    far = line.high if nearest(line, value) == line.low else line.low
    return quotient(EXACT.subtract(far, value), line.due - year)


def _projection(line: Line, year: int, value: Decimal) -> tuple[Quotient, bool]:
    """Straight on, c + (c − b)/(t − t0)·(t1 − t), and whether that keeps the promise."""
    gone, ahead = year - line.base.year, line.due - year
    moved = EXACT.multiply(EXACT.subtract(value, line.base.value), ahead)
    scaled = EXACT.add(EXACT.multiply(value, gone), moved)
    return quotient(scaled, gone), _inside(line, scaled, gone)


def _inside(line: Line, scaled: Decimal, by: int) -> bool:
    low = None if line.low is None else EXACT.multiply(line.low, by)
    high = None if line.high is None else EXACT.multiply(line.high, by)
    if line.strict and scaled in (low, high):
        return False
    return (low is None or scaled >= low) and (high is None or scaled <= high)
