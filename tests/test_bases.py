"""The catalogue's base: what reports say of the same year, another region's own base, and what was met before."""

import pytest

from anju_cli.outcome import Outcome
from tests.samples_of_code import (
    ALL_YEARS,
    Judging,
    codes,
    every_year,
    explanation,
    indicator,
    only,
    plan,
    report,
    stands,
    target,
)

BASE = "baseline: {year: 2017, value: 60.0, source: 公报}"
PLAN = plan(x=indicator(target("at_least: 80", more=BASE), every_year("greater_than: 50"), every_year("rises: true")))
OPEN = ("undetermined", "", ("base_contradicted",))


def of_2019(outcome: Outcome, key: str = "x/at_least") -> tuple[str, str, tuple[str, ...]]:
    """How a promise stands in the newest year."""
    return stands(only(outcome, key))


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ("60", ()),
        ("60.04", ()),
        ("60.05", ()),
        ("60.4", ("ANJ508",)),  # a digit of its own: 60.4 is no 60.0
        ("61", ("ANJ508",)),
        ("59.9", ("ANJ508",)),
        ("待报", ()),
    ],
)
def test_a_report_of_the_base_year(judged: Judging, figure: str, expected: tuple[str, ...]) -> None:
    """Beyond the rounding of either's digits it is a query, with the catalogue's line beside it."""
    outcome = judged(
        PLAN, {"2017.yaml": report(2017, x=figure), "2019.yaml": report(2019, x="{value: 75, previous: 70}")}
    )
    assert expected == tuple(code for code in codes(outcome) if code == "ANJ508")
    for finding in outcome.findings:
        if finding.diagnostic.code == "ANJ508":
            assert [("targets.yaml", "60.0")] == [
                (place.path.rpartition("/")[2], place.written) for place in finding.related
            ]


def test_an_open_base_blocks_the_line_alone(judged: Judging) -> None:
    """What needs the line is undetermined; what is due, each year's own and a direction stand."""
    reports = {"2017.yaml": report(2017, x="66"), "2019.yaml": report(2019, x="{value: 75, previous: 70}")}
    outcome = judged(PLAN, reports)
    assert OPEN == of_2019(outcome)
    one = only(outcome, "x/at_least")
    assert (None, None) == (one.progress, one.would_be)
    assert ["met", "met"] == [of_2019(outcome, key)[0] for key in ("x/greater_than", "x/rises")]
    due = judged(PLAN, {**reports, "2020.yaml": report(2020, x="79")})
    assert "missed" == of_2019(due)[0]


def test_a_promise_met_early_beside_an_open_base(judged: Judging) -> None:
    """It is met; whether the base had met it is not said."""
    outcome = judged(PLAN, {"2017.yaml": report(2017, x="81"), "2019.yaml": report(2019, x="82")})
    assert ("met", "", ()) == of_2019(outcome)


def test_what_the_next_report_says_of_the_base_year(judged: Judging) -> None:
    """`previous` counts where that year has no report; told once where it has one."""
    stated = report(2018, x="{value: 70, previous: 66}")
    assert ["ANJ508"] == codes(judged(PLAN, stated))
    both = judged(PLAN, {"2017.yaml": report(2017, x="66"), "2018.yaml": stated})
    assert 1 == codes(both).count("ANJ508")


@pytest.mark.parametrize(
    "reports",
    [
        {"2018.yaml": report(2018, tail=explanation("ANJ508", "x", "66"), x="{value: 70, previous: 66}")},
        {"2017.yaml": report(2017, tail=explanation("ANJ508", "x", "66"), x="66"), "2018.yaml": report(2018, x="70")},
        # in the next year's report, which repeats the figure
        {
            "2017.yaml": report(2017, x="66"),
            "2018.yaml": report(2018, tail=explanation("ANJ508", "x", "66"), x="{value: 70, previous: 66}"),
        },
    ],
)
def test_an_explained_base_is_the_catalogues(judged: Judging, reports: dict[str, str]) -> None:
    """With a reason that repeats the base year's figure the catalogue's counts."""
    outcome = judged(PLAN, reports)
    one = only(outcome, "x/at_least")
    assert "ANJ612" not in codes(outcome)
    assert ("on_track", (2017, "60.0")) == (one.status.value, one.base and (one.base.year, str(one.base.value)))


def test_a_promise_without_a_baseline_beside_one(judged: Judging) -> None:
    """Only the line that begins at the base in doubt is open; another promise has its own."""
    both = plan(x=indicator(target("at_least: 80", more=BASE), target("about: {value: 80, within: 1}")))
    reports = {"2017.yaml": report(2017, x="66"), "2019.yaml": report(2019, x="75")}
    outcome = judged(both, reports)
    assert (OPEN, "on_track") == (of_2019(outcome), of_2019(outcome, "x/about")[0])


@pytest.mark.parametrize(
    ("unit", "goal", "more", "compared"),
    [
        ("人", "at_least: 27800", "", False),
        ("万元", "at_most: 27800", "", False),
        ("人", "at_most: 0", "", True),
        ("%", "at_least: 80", "", True),
        ("张/千人", "at_least: 37", "", True),
        ("人", "at_least: 27800", "comparable: true", True),
        ("%", "at_least: 80", "comparable: false", False),
        ("等级", "grade_at_least: 甲", "grades: [乙, 甲]", True),
        ("人", "rises: true", "", True),
    ],
)
def test_a_plans_amount_and_another_region(judged: Judging, unit: str, goal: str, more: str, compared: bool) -> None:
    """A plan's absolute number is no measure of another region; rates, grades, zero and directions are."""
    figure = "甲" if "grade" in goal else "{value: 22921, previous: 3}" if unit != "%" else "81"
    outcome = judged(plan(x=indicator(target(goal), unit=unit, more=more)), report(2020, head="region: 乙市", x=figure))
    (one,) = (judgement for judgement in outcome.judgements if judgement.region == "乙市")
    assert compared == ("not_comparable" not in one.reasons)
    assert (one.status.value == "undetermined") != compared


def test_another_regions_base_is_its_own(judged: Judging) -> None:
    """The catalogue's baseline and milestones are the own region's: another's line begins at its own figure."""
    promise = target("at_least: 80", more=f"{BASE}, milestones: {{2019: 79}}")
    reports = {
        "a.yaml": report(2017, head="region: 乙市", x="76"),
        "b.yaml": report(2019, head="region: 乙市", x="78.9"),
    }
    one = next(
        judgement
        for judgement in judged(plan(x=indicator(promise)), reports, ALL_YEARS).judgements
        if (judgement.region, judgement.year) == ("乙市", 2019)
    )
    assert ("on_track", (2017, "76")) == (one.status.value, one.base and (one.base.year, str(one.base.value)))
    assert "ANJ508" not in codes(judged(plan(x=indicator(promise)), reports))


@pytest.mark.parametrize(
    ("figures", "status", "met_before"),
    [
        ({2018: "81", 2019: "79"}, "behind", 2018),
        ({2017: "60", 2018: "81", 2019: "79"}, "on_track", 2018),
        ({2017: "60", 2018: "81", 2019: "61"}, "behind", 2018),
        ({2018: "81", 2019: "82", 2020: "79"}, "missed", 2019),
        ({2017: "81", 2019: "79"}, "behind", None),
        ({2018: "79", 2020: "78"}, "missed", None),
        ({2018: "81", 2019: "82"}, "met", None),
    ],
)
def test_a_promise_that_was_met_before(
    judged: Judging, figures: dict[int, str], status: str, met_before: int | None
) -> None:
    """The latest earlier year of the plan that kept what is short now; a year before the plan is none."""
    reports = {f"{year}.yaml": report(year, x=figure) for year, figure in figures.items()}
    one = only(judged(plan(x=indicator(target("at_least: 80"))), reports))
    assert (status, met_before) == (one.status.value, one.met_before)


def test_directions_and_each_years_own_were_not_met_before(judged: Judging) -> None:
    """What is asked of every year, and what is held against the year before, has no such word."""
    reports = {f"{year}.yaml": report(year, x=figure) for year, figure in {2017: "60", 2018: "61", 2019: "40"}.items()}
    outcome = judged(plan(x=indicator(every_year("greater_than: 50"), target("rises: true"))), reports)
    assert [("missed", None), ("undetermined", None)] == [
        (one.status.value, one.met_before) for one in outcome.judgements
    ]


def test_a_reason_of_the_next_year_is_about_the_base_alone(judged: Judging) -> None:
    """A reason for another code, or by a report that does not repeat the figure, settles nothing of the base year."""
    stating = report(2018, tail=explanation("ANJ508", "x", "66"), x="70")
    outcome = judged(PLAN, {"2017.yaml": report(2017, x="66"), "2018.yaml": stating})
    assert OPEN == stands(only(outcome, "x/at_least"))
    assert "ANJ612" in codes(outcome)


def test_a_baseline_of_the_same_year_that_is_not_contradicted(judged: Judging) -> None:
    """Of two baselines for one year only the one that the report contradicts is in doubt."""
    second = target("about: {value: 80, within: 1}", more="baseline: {year: 2017, value: 66.0}")
    outcome = judged(
        plan(x=indicator(target("at_least: 80", more=BASE), second)),
        {"2017.yaml": report(2017, x="66"), "2019.yaml": report(2019, x="77")},
    )
    assert (OPEN, "on_track") == (of_2019(outcome), of_2019(outcome, "x/about")[0])


def test_a_milestone_without_a_line_needs_no_base(judged: Judging) -> None:
    """Where no line is drawn the plan's own figure for the year decides, though the base is in doubt."""
    promise = target("at_least: 80", more=f"{BASE}, pace: none, milestones: {{2019: 74}}")
    reports = {"2017.yaml": report(2017, x="66"), "2019.yaml": report(2019, x="75")}
    assert "on_track" == of_2019(judged(plan(x=indicator(promise)), reports))[0]
