"""The straight line from base to goal: where a figure stands on it, exactly."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from anju_cli.numbers import plain
from anju_cli.pace import Knot, Line, Progress, progress_on
from anju_cli.quotients import Quotient


def number(text: str | None) -> Decimal | None:
    """A bound of the tables below."""
    return None if text is None else Decimal(text)


def line(base: str, low: str | None, high: str | None, **more: Any) -> Line:
    """A line from 2017 to 2020."""
    milestones = {year: Decimal(value) for year, value in more.get("milestones", {}).items()}
    return Line(
        Knot(2017, Decimal(base)),
        more.get("due", 2020),
        number(low),
        number(high),
        milestones,
        more.get("strict", False),
    )


def shown(value: Quotient) -> str:
    """A value to four places, marked where it was rounded."""
    rounded = value.rounded(4)
    return plain(rounded.bare) + ("" if rounded.exact else "~")


def better_by(one: Quotient, other: Quotient) -> Fraction:
    """How far one quotient lies above another."""
    first, second = (Fraction(each.dividend) / Fraction(each.divisor) for each in (one, other))
    return first - second


def told(found: Progress) -> tuple[bool, bool, str, str, str, str, bool]:
    """A course in the order of the tables below."""
    return (
        found.on_schedule,
        found.slipping,
        shown(found.expected),
        shown(found.difference),
        shown(found.required_per_year),
        shown(found.projection),
        found.suffices,
    )


#: base, low, high, year, value -> on schedule, slipping, expected, difference, required a year, projection, suffices
STRAIGHT = [
    # rising: 65 -> 80 over three years
    ("65", "80", None, 2018, "70", (True, False, "70", "0", "5", "80", True)),
    ("65", "80", None, 2018, "69.99", (False, False, "70", "-0.01", "5.005", "79.97", False)),
    ("65", "80", None, 2018, "70.01", (True, False, "70", "0.01", "4.995", "80.03", True)),
    ("65", "80", None, 2019, "75", (True, False, "75", "0", "5", "80", True)),
    ("65", "80", None, 2019, "65", (False, False, "75", "-10", "15", "65", False)),
    ("65", "80", None, 2019, "64", (False, True, "75", "-11", "16", "63.5", False)),
    # thirds: what is not exact is marked, and never decides
    ("0", "1", None, 2018, "0.3333", (False, False, "0.3333~", "0~", "0.3334~", "0.9999", False)),
    ("0", "1", None, 2018, "0.3334", (True, False, "0.3333~", "0.0001~", "0.3333", "1.0002", True)),
    ("0", "1", None, 2018, "0.333333333333333", (False, False, "0.3333~", "0~", "0.3333~", "1.0000~", False)),
    # falling: 12 -> 9
    ("12", None, "9", 2018, "11", (True, False, "11", "0", "-1", "9", True)),
    ("12", None, "9", 2018, "11.001", (False, False, "11", "-0.001", "-1.0005", "9.003", False)),
    ("12", None, "9", 2019, "12.5", (False, True, "10", "-2.5", "-3.5", "12.75", False)),
    ("12", None, "0", 2019, "3", (True, False, "4", "1", "-3", "-1.5", True)),
    # from zero and from below it
    ("0", "60", None, 2019, "9.53", (False, False, "40", "-30.47", "50.47", "14.295", False)),
    ("-3", "3", None, 2018, "-1", (True, False, "-1", "0", "2", "3", True)),
    ("-3", "3", None, 2019, "0.9", (False, False, "1", "-0.1", "2.1", "2.85", False)),
    ("3", None, "-3", 2018, "1", (True, False, "1", "0", "-2", "-3", True)),
    ("-1", None, "-4", 2018, "-1.5", (False, False, "-2", "-0.5", "-1.25", "-2.5", False)),
    # a band of 10 to 12, from below, from above, and leaping past it
    ("4", "10", "12", 2018, "6", (True, False, "6", "0", "2", "10", True)),
    ("4", "10", "12", 2018, "5.9", (False, False, "6", "-0.1", "2.05", "9.7", False)),
    ("4", "10", "12", 2019, "13", (True, False, "8", "1", "-1", "17.5", False)),
    ("4", "10", "12", 2019, "14", (True, False, "8", "0", "-2", "19", False)),
    ("4", "10", "12", 2019, "14.1", (False, False, "8", "-0.1", "-2.1", "19.15", False)),
    ("18", "10", "12", 2018, "16", (True, False, "16", "0", "-2", "12", True)),
    ("18", "10", "12", 2018, "17", (False, False, "16", "-1", "-2.5", "15", False)),
    ("18", "10", "12", 2019, "8", (True, False, "14", "0", "2", "3", False)),
    ("18", "10", "12", 2019, "7", (False, False, "14", "-1", "3", "1.5", False)),
    ("18", "10", "12", 2018, "19", (False, True, "16", "-3", "-3.5", "21", False)),
    # one exact number
    ("0", "3", "3", 2018, "1", (True, False, "1", "0", "1", "3", True)),
    ("0", "3", "3", 2019, "5", (False, False, "2", "-1", "-2", "7.5", False)),
    ("6", "3", "3", 2018, "5", (True, False, "5", "0", "-1", "3", True)),
    # a base that stands on the goal
    ("80", "80", None, 2018, "80", (True, False, "80", "0", "0", "80", True)),
    ("80", "80", None, 2018, "79.9", (False, True, "80", "-0.1", "0.05", "79.7", False)),
]

MILESTONES = [
    ({2018: "66"}, 2018, "66", (True, False, "66", "0", "7", "68", False)),
    ({2018: "66"}, 2018, "65.9", (False, False, "66", "-0.1", "7.05", "67.7", False)),
    ({2018: "66"}, 2019, "73", (True, False, "73", "0", "7", "77", False)),
    ({2018: "66"}, 2019, "72.9", (False, False, "73", "-0.1", "7.1", "76.85", False)),
    ({2019: "66"}, 2018, "65.5", (True, False, "65.5", "0", "7.25", "66.5", False)),
    ({2019: "79", 2018: "66"}, 2019, "79", (True, False, "79", "0", "1", "86", True)),
    ({2018: "60"}, 2018, "60", (True, True, "60", "0", "10", "50", False)),
    ({2016: "1", 2017: "2", 2020: "3", 2021: "4"}, 2018, "70", (True, False, "70", "0", "5", "80", True)),
]


@pytest.mark.parametrize(("base", "low", "high", "year", "value", "expected"), STRAIGHT)
def test_the_straight_line(
    base: str, low: str | None, high: str | None, year: int, value: str, expected: tuple[Any, ...]
) -> None:
    """On schedule at the line and above it, behind by the last digit below it; the numbers a clerk can check."""
    assert expected == told(progress_on(line(base, low, high), year, Decimal(value)))


@pytest.mark.parametrize(("milestones", "year", "value", "expected"), MILESTONES)
def test_the_line_runs_through_milestones(
    milestones: dict[int, str], year: int, value: str, expected: tuple[Any, ...]
) -> None:
    """A milestone between base and due year bends the line; one outside of them does not."""
    assert expected == told(progress_on(line("65", "80", None, milestones=milestones), year, Decimal(value)))


@pytest.mark.parametrize(
    ("low", "high", "value", "suffices"),
    [("80", None, "70", False), ("80", None, "70.1", True), (None, "50", "60", False), (None, "50", "59.9", True)],
)
def test_a_strict_goal_is_to_be_passed(low: str | None, high: str | None, value: str, suffices: bool) -> None:
    """大于 80: a projection that ends on 80 itself does not suffice, though it is on the line."""
    progress = progress_on(line("65", low, high, strict=True), 2018, Decimal(value))
    assert (True, suffices) == (progress.on_schedule, progress.suffices)


def test_long_ways() -> None:
    """Base and due year may lie years outside the period; the line asks for the share that has passed."""
    progress = progress_on(line("0", "10", None, due=2027), 2024, Decimal(7))
    assert (True, False, "7", "0", "1", "10", True) == told(progress)


def test_a_line_needs_a_bound() -> None:
    """Without a number to reach there is no line."""
    with pytest.raises(ValueError, match="bound"):
        progress_on(line("65", None, None), 2018, Decimal(70))


FIGURES = st.decimals(-1000, 1000, places=3)
YEARS = st.integers(2018, 2030)


@st.composite
def ways(draw: st.DrawFn) -> tuple[Line, int, Decimal]:
    """A line with one bound that its base has not met, a year on it and a figure."""
    base, goal, value = draw(FIGURES), draw(FIGURES), draw(FIGURES)
    assume(base != goal)
    due = draw(st.integers(2019, 2031))
    year = draw(st.integers(2018, due - 1))
    low, high = (goal, None) if base < goal else (None, goal)
    return Line(Knot(2017, base), due, low, high, {}), year, value


@given(ways())
def test_on_the_line_is_where_the_projection_meets_the_goal(way: tuple[Line, int, Decimal]) -> None:
    """Without milestones, on schedule and a straight projection that suffices are the same thing."""
    progress = progress_on(*way)
    assert progress.on_schedule == progress.suffices


@given(ways(), st.integers(1, 10_000))
def test_another_unit_changes_nothing(way: tuple[Line, int, Decimal], times: int) -> None:
    """Base, goal and figure multiplied alike stand alike."""
    course, year, value = way
    low, high = (None if bound is None else bound * times for bound in (course.low, course.high))
    scaled = course._replace(base=Knot(course.base.year, course.base.value * times), low=low, high=high)
    small, large = progress_on(*way), progress_on(scaled, year, value * times)
    assert (small.on_schedule, small.slipping, small.suffices) == (large.on_schedule, large.slipping, large.suffices)


@given(ways(), FIGURES)
def test_a_better_figure_is_never_further_behind(way: tuple[Line, int, Decimal], other: Decimal) -> None:
    """On a line with one bound, what is nearer to the goal or past it stands no worse."""
    course, year, value = way
    worse, better = sorted((value, other), reverse=not course.rising)
    first, second = progress_on(course, year, worse), progress_on(course, year, better)
    gain = better_by(second.difference, first.difference)
    assert (True, True) == (first.on_schedule <= second.on_schedule, gain >= 0)


@given(ways())
def test_mirrored_figures_stand_alike(way: tuple[Line, int, Decimal]) -> None:
    """Lower is better is higher is better seen in a mirror."""
    course, year, value = way
    low, high = (None if bound is None else -bound for bound in (course.high, course.low))
    mirrored = course._replace(base=Knot(course.base.year, -course.base.value), low=low, high=high)
    straight, turned = progress_on(*way), progress_on(mirrored, year, -value)
    assert (straight.on_schedule, straight.difference) == (turned.on_schedule, turned.difference)
    assert straight.suffices == turned.suffices
