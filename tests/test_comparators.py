"""Goals: what keeps each promise, and by how much it falls short."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.comparators import GOALS, Facts, Goal, GoalError, Verdict
from anju_cli.numbers import plain
from tests.strategies import FLAGS

GRADES = ("未定级", "二级乙等", "二级甲等", "三级乙等")
ABOUT = {"value": "75", "within": "2"}


def goal_of(kind: str, raw: object) -> Goal:
    """A goal from a catalogue's words."""
    return GOALS[kind].read(raw, GRADES)


def number(text: str | None) -> Decimal | None:
    """A number of the tables below."""
    return None if text is None else Decimal(text)


#: kind, goal, value, met, gap
ALONE = [
    ("at_least", "80", "80", True, "0"),
    ("at_least", "80", "80.001", True, "0.001"),
    ("at_least", "80", "79.999", False, "-0.001"),
    ("at_least", "-1", "-2", False, "-1"),
    ("at_most", "10", "10", True, "0"),
    ("at_most", "10", "9", True, "1"),
    ("at_most", "10", "12", False, "-2"),
    ("at_most", "0", "0.0", True, "0.0"),
    ("greater_than", "80", "80", False, "0"),
    ("greater_than", "80", "80.00", False, "0.00"),
    ("greater_than", "80", "80.0000001", True, "0.0000001"),
    ("greater_than", "80", "79", False, "-1"),
    ("less_than", "10", "10", False, "0"),
    ("less_than", "10", "9.9", True, "0.1"),
    ("less_than", "10", "10.1", False, "-0.1"),
    ("exactly", "1", "1", True, "0"),
    ("exactly", "1", "1.0", True, "0"),
    ("exactly", "1", "0", False, "-1"),
    ("exactly", "1", "3", False, "-2"),
    ("between", ["1", "2"], "1", True, "0"),
    ("between", ["1", "2"], "2.0", True, "0"),
    ("between", ["1", "2"], "1.5", True, "0"),
    ("between", ["1", "2"], "3", False, "-1"),
    ("between", ["1", "2"], "0", False, "-1"),
    ("between", ["2", "2"], "2", True, "0"),
    ("about", ABOUT, "73", True, "0"),
    ("about", ABOUT, "77", True, "0"),
    ("about", ABOUT, "77.01", False, "-0.01"),
    ("about", ABOUT, "70", False, "-3"),
    ("about", {"value": "75", "within": "0"}, "75", True, "0"),
    ("complete", "true", "100", True, "0"),
    ("complete", "true", "100.0", True, "0.0"),
    ("complete", "true", "99.99", False, "-0.01"),
    ("grade_at_least", "二级甲等", "2", True, "0"),
    ("grade_at_least", "二级甲等", "3", True, "1"),
    ("grade_at_least", "二级甲等", "1", False, "-1"),
    ("grade_at_least", "未定级", "0", True, "0"),
]

#: kind, value, the year before, best, met, gap, extreme
DIRECTIONS = [
    ("rises", "66", "65", None, True, "1", False),
    ("rises", "65", "65", None, False, "0", False),
    ("rises", "64", "65", None, False, "-1", False),
    ("rises", "100", "100", "100", True, "0", True),
    ("rises", "100.0", "100", "100", True, "0.0", True),
    ("rises", "100", "99", "100", True, "1", False),
    ("rises", "99", "99", "100", False, "0", False),
    ("rises", "99", "100", "100", False, "-1", False),
    ("falls", "5", "6", None, True, "1", False),
    ("falls", "6", "6", None, False, "0", False),
    ("falls", "7", "6", None, False, "-1", False),
    ("falls", "0", "0", "0", True, "0", True),
    ("falls", "0", "1", "0", True, "1", False),
    ("falls", "1", "0", "0", False, "-1", False),
    ("falls", "0", "0", None, False, "0", False),
    ("does_not_fall", "65", "65", None, True, "0", False),
    ("does_not_fall", "66", "65", None, True, "1", False),
    ("does_not_fall", "64.9", "65", None, False, "-0.1", False),
]

#: kinds, what is wrong, and the catalogue's words that are so
WRONG: list[tuple[tuple[str, ...], str, list[object]]] = [
    (("at_least", "at_most", "exactly"), "number", ["", "八十", "80%", [], {}, "1e3"]),
    (("greater_than", "less_than"), "number", ["８０", "1,000", None]),
    (("between",), "pair", ["12", "1", [], ["1"], ["1", "2", "3"], {"1": "2", "2": "3"}, None]),
    (("between",), "order", [["2", "1"]]),
    (("between",), "number", [["1", "x"]]),
    (("about",), "about", ["75", ["75", "2"], {}, {"value": "75"}, {**ABOUT, "more": "1"}]),
    (("about",), "number", [{"value": "x", "within": "2"}]),
    (("about",), "order", [{"value": "75", "within": "-1"}]),
    (("grade_at_least",), "grade", ["三级特等", "", "二级", ["二级甲等"], {}, "2"]),
    (("not_below",), "indicator", ["", [], {}, None]),
    (("complete", "rises", "falls", "does_not_fall"), "flag", ["false", "yes", "1", []]),
]

NUMBERS = [
    ("at_least", "80.0", ("80.0",)),
    ("at_most", "10", ("10",)),
    ("greater_than", "-5", ("-5",)),
    ("less_than", "5", ("5",)),
    ("exactly", "1", ("1",)),
    ("between", ["1", "2"], ("1", "2")),
    ("about", ABOUT, ("75",)),
    ("complete", "true", ()),
    ("grade_at_least", "二级甲等", ("二级甲等",)),
    ("not_below", "other", ()),
    ("rises", "true", ()),
    ("falls", "true", ()),
    ("does_not_fall", "true", ()),
]

#: kind, words, low, high, has a line, what it needs
BOUNDS = [
    ("at_least", "80", "80", None, True, ""),
    ("greater_than", "80", "80", None, True, ""),
    ("complete", "true", "100", None, True, ""),
    ("at_most", "10", None, "10", True, ""),
    ("less_than", "10", None, "10", True, ""),
    ("exactly", "1", "1", "1", True, ""),
    ("between", ["1", "2"], "1", "2", True, ""),
    ("about", ABOUT, "73", "77", True, ""),
    ("grade_at_least", "二级甲等", None, None, False, "grades"),
    ("not_below", "other", None, None, False, "reference"),
    ("rises", "true", None, None, False, "before"),
    ("falls", "true", None, None, False, "before"),
    ("does_not_fall", "true", None, None, False, "before"),
]


@pytest.mark.parametrize(("kind", "raw", "value", "met", "gap"), ALONE)
def test_goals_that_need_the_figure_only(kind: str, raw: object, value: str, met: bool, gap: str) -> None:
    """Compared exactly; the gap is below zero where it falls short."""
    verdict = goal_of(kind, raw).judge(Facts(Decimal(value)))
    assert verdict.gap is not None
    assert (met, gap, "", False) == (verdict.met, plain(verdict.gap), verdict.lacking, verdict.extreme)


@pytest.mark.parametrize(("kind", "value", "before", "best", "met", "gap", "extreme"), DIRECTIONS)
def test_directions_are_held_against_the_year_before(
    kind: str, value: str, before: str, best: str | None, met: bool, gap: str, extreme: bool
) -> None:
    """Standing still keeps neither direction, but at the best end of the range, two years running."""
    verdict = goal_of(kind, "true").judge(Facts(Decimal(value), before=Decimal(before), best=number(best)))
    assert Verdict(met, Decimal(gap), extreme=extreme) == verdict


@pytest.mark.parametrize(
    ("value", "reference", "met", "gap"),
    [("100", "100", True, "0"), ("101", "100", True, "1"), ("99.99", "100", False, "-0.01"), ("0", "-1", True, "1")],
)
def test_relatives_are_held_against_their_reference(value: str, reference: str, met: bool, gap: str) -> None:
    """不低于 includes the reference itself."""
    verdict = goal_of("not_below", "other").judge(Facts(Decimal(value), reference=Decimal(reference)))
    assert Verdict(met, Decimal(gap)) == verdict


@pytest.mark.parametrize(
    ("kind", "raw", "lacking"),
    [*((kind, "true", "before") for kind in ("rises", "falls", "does_not_fall")), ("not_below", "other", "reference")],
)
def test_what_is_lacking_is_named(kind: str, raw: object, lacking: str) -> None:
    """Without the year before or the reference there is no verdict, whatever else is known."""
    facts = Facts(Decimal(0), best=Decimal(0))
    assert Verdict(None, lacking=lacking) == goal_of(kind, raw).judge(facts)


@pytest.mark.parametrize(
    ("kind", "problem", "raw"),
    [(kind, problem, raw) for kinds, problem, raws in WRONG for kind in kinds for raw in raws],
)
def test_goals_written_wrong_are_refused(kind: str, problem: str, raw: object) -> None:
    """A goal that cannot be read says what is wrong with it."""
    with pytest.raises(GoalError) as error:
        goal_of(kind, raw)
    assert problem == error.value.kind


@pytest.mark.parametrize(("kind", "raw", "numbers"), NUMBERS)
def test_numbers_that_a_quote_must_contain(kind: str, raw: object, numbers: tuple[str, ...]) -> None:
    """The goal's own numbers or grade, not the band a person set around it."""
    assert numbers == goal_of(kind, raw).numbers()


@pytest.mark.parametrize(("kind", "raw", "low", "high", "paced", "needs"), BOUNDS)
def test_bounds_and_needs(kind: str, raw: object, low: str | None, high: str | None, paced: bool, needs: str) -> None:
    """Each goal says which interval keeps it, whether a line leads there, and what it needs to be judged."""
    goal = goal_of(kind, raw)
    assert (kind, number(low), number(high), paced, needs) == (goal.kind, *goal.bounds, goal.paced, goal.needs)


def test_every_goal_is_in_the_tables() -> None:
    """Each comparator of the literal table is tried above, under its own name."""
    tried = {row[0] for row in ALONE} | {row[0] for row in DIRECTIONS} | {"not_below"}
    wrong = {kind for kinds, *_ in WRONG for kind in kinds}
    assert set(GOALS) == tried == wrong == {row[0] for row in NUMBERS} == {row[0] for row in BOUNDS}


def test_the_band_remembers_its_middle() -> None:
    """75左右 with a band of 2 is 73 to 77 around 75."""
    made = goal_of("about", ABOUT)
    assert ("75", "2") == (str(made.describe().value), str(made.describe().within))


def test_a_figure_of_many_places_is_compared_exactly() -> None:
    """The smallest figure that can be written is subtracted from a goal without rounding or failing."""
    verdict = goal_of("at_least", "999999999999999").judge(Facts(Decimal("0." + "0" * 190 + "1")))
    assert verdict.gap is not None
    assert "-999999999999998." + "9" * 191 == plain(verdict.gap)


FIGURES = st.decimals(-1000, 1000, places=3)
HIGHER_IS_BETTER = ["at_least", "greater_than", "rises", "does_not_fall", "not_below"]
LOWER_IS_BETTER = ["at_most", "less_than", "falls"]
RAW: Mapping[str, object] = {**dict.fromkeys(FLAGS - {"complete"}, "true"), "not_below": "other"}


@given(st.sampled_from(HIGHER_IS_BETTER + LOWER_IS_BETTER), FIGURES, FIGURES, FIGURES)
def test_a_better_figure_never_worsens(kind: str, goal: Decimal, number: Decimal, other: Decimal) -> None:
    """What is kept stays kept by a better figure, and the gap grows with it."""
    worse, better = sorted((number, other), reverse=kind in LOWER_IS_BETTER)
    made = goal_of(kind, RAW.get(kind, str(goal)))
    first, second = (made.judge(Facts(value, before=goal, reference=goal)) for value in (worse, better))
    assert first.gap is not None
    assert second.gap is not None
    assert (bool(first.met) <= bool(second.met), True) == (True, first.gap <= second.gap)


@given(FIGURES, FIGURES, FIGURES, FIGURES)
def test_nearer_to_a_band_never_worsens(low: Decimal, high: Decimal, value: Decimal, step: Decimal) -> None:
    """A step towards a band that does not leap past it never makes the gap wider."""
    low, high = sorted((low, high))
    band = goal_of("between", [str(low), str(high)])
    inside = min(max(value, low), high)
    nearer = inside if abs(step) > abs(inside - value) else value + abs(step).copy_sign(inside - value)
    first, second = band.judge(Facts(value)), band.judge(Facts(nearer))
    assert first.gap is not None
    assert second.gap is not None
    assert first.gap <= second.gap <= 0


@given(st.sampled_from(sorted(set(GOALS) - {"complete", "grade_at_least"})), FIGURES, FIGURES, st.integers(1, 1000))
def test_another_unit_changes_no_verdict(kind: str, goal: Decimal, value: Decimal, times: int) -> None:
    """万元 or 元: figure and goal multiplied alike give the same verdict and a gap as many times as wide."""
    words: Mapping[str, object] = {
        **RAW,
        "between": [str(goal), str(goal + 1)],
        "about": {"value": str(goal), "within": "1"},
    }
    scaled: Mapping[str, object] = {
        **RAW,
        "between": [str(goal * times), str((goal + 1) * times)],
        "about": {"value": str(goal * times), "within": str(times)},
    }
    one = goal_of(kind, words.get(kind, str(goal))).judge(Facts(value, goal, goal))
    many = goal_of(kind, scaled.get(kind, str(goal * times))).judge(Facts(value * times, goal * times, goal * times))
    assert one.gap is not None
    assert Verdict(one.met, one.gap * times) == many


@given(st.sampled_from(sorted(set(GOALS) - {"grade_at_least"})), FIGURES, FIGURES)
def test_the_gap_agrees_with_the_verdict(kind: str, goal: Decimal, value: Decimal) -> None:
    """A gap below zero is always short, one above zero always kept."""
    words: Mapping[str, object] = {
        **RAW,
        "complete": "true",
        "between": [str(goal), str(goal + 1)],
        "about": {"value": str(goal), "within": "1"},
    }
    verdict = goal_of(kind, words.get(kind, str(goal))).judge(Facts(value, goal, goal))
    assert verdict.gap is not None
    assert (verdict.gap < 0 and verdict.met is False) or (verdict.gap > 0 and verdict.met is True) or verdict.gap == 0


def test_goals_of_one_kind_are_equal() -> None:
    """A goal is its kind and its numbers: a direction equals itself and no other direction."""
    rises, again, falls = goal_of("rises", "true"), goal_of("rises", "true"), goal_of("falls", "true")
    assert (True, True, False) == (rises == again, hash(rises) == hash(again), rises == falls)
