"""The working behind a judgement: every kind of step, with its numbers; nothing in it contradicts what was judged."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.assessment.series import Doubt, Entry, Parts, Series, years_of
from anju_cli.assessment.status import assess
from anju_cli.catalogue import Part
from anju_cli.catalogue.models import Baseline
from anju_cli.outcome import Input, Judgement, Status
from anju_cli.quotients import Quotient
from anju_cli.trace import Step, trace
from tests.outcomes import BEDS, OUTCOME, Goal, words
from tests.strategies import histories, promise_of, promises, tenths

D = Decimal


def judgement(
    goal: Goal, figures: Mapping[int, str], year: int = 2019, parts: tuple[int, int] | None = None, **more: Any
) -> Judgement:
    """What figures come to in a year; `parts` are this year's, of beds to a thousand people."""
    promise = promise_of(goal, **more)
    indicator = promise.indicator._replace(range=(D(0), D(100)))
    entries = {when: Entry(D(text)) for when, text in figures.items()}
    inputs: tuple[Input, ...] = ()
    if parts is not None:
        numerator, denominator = map(D, parts)
        indicator = indicator._replace(per=D(1000), numerator=Part(words("床位"), "张"))
        entries[year] = entries[year]._replace(parts=Parts(numerator, denominator))
        inputs = (Input("numerator", year, numerator), Input("denominator", year, denominator))
    promise = promise._replace(indicator=indicator)
    reference = years_of({year: Entry(D(4))})
    assessment = assess(promise, Series(year, years_of(entries), reference))
    return Judgement(promise, "甲区", year, assessment, inputs=inputs)


def _result(step: Step) -> str:
    """A result as machines are told it."""
    return str(step.result.rounded(4).bare if isinstance(step.result, Quotient) else step.result)


def _exact(step: Step) -> bool:
    """Whether a result ends."""
    return not isinstance(step.result, Quotient) or step.result.told().exact


def shown(step: Step) -> tuple[str, dict[str, str], str, bool]:
    """A step in the order of the tables below, its numbers as texts."""
    return step.code, {key: str(value) for key, value in step.inputs.items()}, _result(step), _exact(step)


#: Goal, figures of 2019 and 2020, and the comparison in 2020: its numbers and its result.
COMPARISONS: list[tuple[Goal, tuple[str, str], dict[str, str], str]] = [
    (("at_least", "80"), ("70", "80"), {"value": "80", "low": "80", "before": "70"}, "met"),
    (("at_least", "80"), ("70", "79.9"), {"value": "79.9", "low": "80", "before": "70"}, "short"),
    (("greater_than", "80"), ("70", "80"), {"value": "80", "low": "80", "before": "70"}, "short"),
    (("at_most", "10"), ("9", "10"), {"value": "10", "high": "10", "before": "9"}, "met"),
    (("less_than", "10"), ("9", "10"), {"value": "10", "high": "10", "before": "9"}, "short"),
    (("exactly", "1"), ("1", "2"), {"value": "2", "low": "1", "high": "1", "before": "1"}, "short"),
    (("between", ["1", "2"]), ("1", "2"), {"value": "2", "low": "1", "high": "2", "before": "1"}, "met"),
    (
        ("about", {"value": "75", "within": "2"}), ("1", "72"),
        {"value": "72", "low": "73", "high": "77", "before": "1"}, "short",
    ),
    (("complete", "true"), ("1", "100"), {"value": "100", "low": "100", "before": "1"}, "met"),
    (("rises", "true"), ("70", "71"), {"value": "71", "before": "70"}, "met"),
    (("rises", "true"), ("100", "100"), {"value": "100", "before": "100"}, "extreme"),
    (("falls", "true"), ("0", "0"), {"value": "0", "before": "0"}, "extreme"),
    (("does_not_fall", "true"), ("70", "69"), {"value": "69", "before": "70"}, "short"),
    (("not_below", "y"), ("1", "4"), {"value": "4", "before": "1", "reference": "4"}, "met"),
    (("grade_at_least", "二级甲等"), ("0", "1"), {"value": "1", "before": "0"}, "short"),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "figures", "inputs", "result"), COMPARISONS)
def test_every_comparison(goal: Goal, figures: tuple[str, str], inputs: dict[str, str], result: str) -> None:
    """In the due year there is one step: the comparison, with every number in it and whether it holds."""
    steps = trace(judgement(goal, {2019: figures[0], 2020: figures[1]}, 2020))
    assert [(f"compare_{goal[0]}", inputs, result, True)] == [shown(step) for step in steps]


def test_nothing_compared_has_no_working() -> None:
    """Nothing reported, a doubt, or a year before that is lacking leaves nothing to work out."""
    promise = promise_of(("rises", "true"), by=None)
    doubted = years_of({2019: Entry(D(5), doubt=Doubt(("ANJ205",), refused=False))})
    for years in (years_of({}), doubted, years_of({2019: Entry(D(5))})):
        assessment = assess(promise, Series(2019, years))
        assert () == trace(Judgement(promise, "甲区", 2019, assessment))


def test_the_line() -> None:
    """From 60 to 80 in three years, 66 in the second: the line, what was expected, needed, and where it leads."""
    knots = {"b": "60", "t0": "2017", "T": "80", "t1": "2020", "t": "2019"}
    assert [
        ("compare_at_least", {"value": "66", "low": "80"}, "short", True),
        ("line", {**knots, "c": "66", "d": "1", "left": "18", "right": "40"}, "behind", True),
        ("expected", knots, "73.3333", False),
        ("required", {"c": "66", "t": "2019", "t1": "2020", "T": "80"}, "14", True),
        ("projection", {"c": "66", "t": "2019", "t1": "2020", "b": "60", "t0": "2017"}, "69", True),
    ] == [shown(step) for step in trace(judgement(("at_least", "80"), {2017: "60", 2019: "66"}))]


@pytest.mark.parametrize(
    ("base", "year", "rounded"),
    [
        (Baseline(2017, D(60)), 2019, {"expected"}),
        (Baseline(2017, D(59)), 2019, set()),
        (Baseline(2016, D(59)), 2019, {"projection"}),
        (Baseline(2016, D(60)), 2017, {"required"}),
    ],
)
def test_what_was_rounded_is_not_exact(base: Baseline, year: int, rounded: set[str]) -> None:
    """A third is marked as rounded; comparisons, both sides of the line and what divides evenly are exact."""
    steps = trace(judgement(("at_least", "80"), {year: "66"}, year, baseline=base))
    assert rounded == {step.code for step in steps if not _exact(step)}


@pytest.mark.parametrize(
    ("goal", "figures", "counted", "sides"),
    [
        (
            ("between", ["40", "50"]), {2017: "20", 2019: "55"},
            {"c": "55", "T": "40", "far": "50", "d": "1"}, ("35", "1", "45", "40", "on_track"),
        ),
        (
            ("between", ["40", "50"]), {2017: "70", 2019: "35"},
            {"c": "35", "T": "50", "far": "40", "d": "-1"}, ("55", "-1", "45", "40", "on_track"),
        ),
    ],
)  # fmt: skip
def test_a_value_past_the_far_bound_is_counted_back(
    goal: Goal, figures: dict[int, str], counted: dict[str, str], sides: tuple[str, ...]
) -> None:
    """How it is counted stands before the line, which then has the number that counts."""
    _, first, line, *_ = trace(judgement(goal, figures))
    assert ("counted", counted, sides[0], True) == shown(first)
    assert sides == (*(str(line.inputs[key]) for key in ("c", "d", "left", "right")), line.result)


def test_a_falling_line() -> None:
    """Where lower is better both sides of the comparison are turned."""
    _, line, *_ = trace(judgement(("at_most", "10"), {2017: "40", 2019: "25"}))
    assert ("line", "-1", "45", "60", "behind") == (
        line.code, *(str(line.inputs[key]) for key in ("d", "left", "right")), line.result,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("goal", "milestone", "value", "sign", "result"),
    [
        (("at_least", "80"), "70", "70", "1", "on_track"),
        (("at_least", "80"), "70", "69", "1", "behind"),
        (("at_most", "10"), "20", "21", "-1", "behind"),
        (("at_most", "10"), "20", "20", "-1", "on_track"),
        (("between", ["40", "50"]), "60", "55", "-1", "on_track"),
    ],
)
def test_a_milestone_without_a_base(goal: Goal, milestone: str, value: str, sign: str, result: str) -> None:
    """The plan's own number of the year decides, and no line is worked out."""
    _, *steps = trace(judgement(goal, {2018: value}, 2018, milestones={2018: D(milestone)}))
    assert [("milestone", {"c": value, "T": milestone, "d": sign}, result, True)] == [shown(step) for step in steps]


def test_a_line_through_a_milestone() -> None:
    """Between a milestone and the due year the line runs from the one to the other; the projection from the base."""
    judged = judgement(("at_least", "80"), {2019: "76"}, baseline=Baseline(2017, D(60)), milestones={2018: D(70)})
    steps = {step.code: step for step in trace(judged)}
    assert ("2018", "70", "75") == tuple(str(number) for number in (
        steps["line"].inputs["t0"], steps["line"].inputs["b"], _result(steps["expected"]),
    ))  # fmt: skip
    assert ("2017", "84") == (str(steps["projection"].inputs["t0"]), _result(steps["projection"]))


#: Goal, numerator, the step's code, the bound, the sign and the number of things; a thousand people in all.
THINGS: list[tuple[Goal, int, tuple[str, str, str, int]]] = [
    (("at_least", "37"), 30, ("things", "37", "1", 7)),
    (("greater_than", "30"), 30, ("things_above", "30", "1", 1)),
    (("at_most", "20"), 30, ("things", "20", "-1", 10)),
    (("less_than", "30"), 30, ("things_above", "30", "-1", 1)),
    (("between", ["10", "20"]), 30, ("things", "20", "-1", 10)),
    (("between", ["40", "50"]), 30, ("things", "40", "1", 10)),
    (("exactly", "3"), 5, ("things", "3", "-1", 2)),
    (("about", {"value": "75", "within": "2"}), 70, ("things", "73", "1", 3)),
]


@pytest.mark.parametrize(("goal", "numerator", "expected"), THINGS)
def test_things_to_do(goal: Goal, numerator: int, expected: tuple[str, str, str, int]) -> None:
    """The last step counts what is still to be done, or what is too much, from the parts that were reported."""
    last = trace(judgement(goal, {2020: str(numerator)}, 2020, parts=(numerator, 1000)))[-1]
    code, bound, sign, number = expected
    assert (code, {"T": bound, "D": "1000", "per": "1000", "N": str(numerator), "d": sign}) == shown(last)[:2]
    assert (number, True) == (last.result, _exact(last))


def test_what_is_met_has_nothing_to_do() -> None:
    """Parts of a figure that keeps the promise are worked out no further."""
    assert ["compare_at_least"] == [
        step.code for step in trace(judgement(("at_least", "3"), {2020: "5"}, 2020, parts=(5, 1000)))
    ]


def test_the_steps_of_the_beds() -> None:
    """The beds of every format's example are worked out from their own figures."""
    assert ["compare_at_least", "line", "expected", "required", "projection"] == [step.code for step in trace(BEDS)]
    open_ = [judgement for judgement in OUTCOME.sections[0].judgements if judgement.value is None]
    assert [()] * len(open_) == [trace(judgement) for judgement in open_]


ORDER = ["compare", "milestone", "counted", "line", "expected", "required", "projection", "things"]


def exactly(step: Step) -> Fraction:
    """What a step's formula gives, in fractions."""
    number = {key: Fraction(value) for key, value in step.inputs.items()}
    match step.code:
        case "counted":
            return number["T"] - (number["c"] - number["far"])
        case "expected":
            rise = (number["T"] - number["b"]) * (number["t"] - number["t0"])
            return number["b"] + rise / (number["t1"] - number["t0"])
        case "required":
            return (number["T"] - number["c"]) / (number["t1"] - number["t"])
        case _:
            moved = (number["c"] - number["b"]) / (number["t"] - number["t0"])
            return number["c"] + moved * (number["t1"] - number["t"])


@given(promises(), histories(), tenths, st.sampled_from([2018, 2019, 2020, 2021]))
def test_the_working_never_contradicts_the_judgement(
    promise: Any, history: dict[int, Entry], value: Decimal, year: int
) -> None:
    """Each step follows from its own numbers, in the order of the questions, and leads to the status."""
    years = years_of({**history, year: Entry(value)})
    assessment = assess(promise, Series(year, years, years_of({2019: Entry(D(50))})))
    steps = trace(Judgement(promise, "甲区", year, assessment))
    assert bool(steps) == (assessment.gap is not None)
    codes = [step.code.partition("_")[0] for step in steps]
    assert sorted(codes, key=ORDER.index) == codes
    for step in steps:
        _holds(step, assessment.status)


def _holds(step: Step, status: Status) -> None:
    """What one step says is true, and is what was judged."""
    if step.code.startswith("compare_"):
        assert (step.result == "short") == (status is not Status.MET)
    elif step.code == "milestone":
        sides = [Decimal(step.inputs[key]) * step.inputs["d"] for key in ("c", "T")]
        assert (step.result, step.result) == (status.value, "on_track" if sides[0] >= sides[1] else "behind")
    elif step.code == "line":
        _line_holds(step)
        assert status.value == step.result
    else:
        assert isinstance(step.result, (Decimal, Quotient))
        dividend, divisor = step.result if isinstance(step.result, Quotient) else (step.result, D(1))
        assert Fraction(dividend) / Fraction(divisor) == exactly(step)


def _line_holds(step: Step) -> None:
    """d·(c − b)·(t1 − t0) ≥ d·(T − b)·(t − t0), with both sides as they are told."""
    number = {key: Fraction(value) for key, value in step.inputs.items()}
    left = number["d"] * (number["c"] - number["b"]) * (number["t1"] - number["t0"])
    right = number["d"] * (number["T"] - number["b"]) * (number["t"] - number["t0"])
    assert (left, right) == (number["left"], number["right"])
    assert ("on_track" if left >= right else "behind") == step.result
