"""What a believed figure means for each promise: in its due year, before it, after it, and every year."""

from decimal import Decimal

import pytest

from anju_cli.assessment.series import Parts
from anju_cli.assessment.shortfall import shortfall_of
from anju_cli.catalogue import Part
from anju_cli.numbers import plain
from anju_cli.outcome import Base, Judgement, Shortfall, Status
from anju_cli.quotients import Quotient
from anju_cli.trace import Number, Step, trace
from anju_cli.units import Unit
from tests.outcomes import BEDS, changed, promised, words
from tests.samples_of_code import (
    ALL_YEARS,
    HEAD,
    RATIO,
    SHARE,
    Judging,
    before_in,
    codes,
    every_year,
    indicator,
    number,
    only,
    plan,
    report,
    stands,
    target,
)


def one_of(judged: Judging, promise: str, figures: dict[int, str], *, unit: str = "%", more: str = "") -> Judgement:
    """The newest year's judgement of one promise, from a report a year."""
    reports = {f"{year}.yaml": report(year, x=figure) for year, figure in figures.items()}
    return only(judged(plan(x=indicator(promise, unit=unit, more=more)), reports))


def _result(step: Step) -> str:
    """What came of a step, in plain notation."""
    result = step.result.told().bare if isinstance(step.result, Quotient) else step.result
    return text_of(result)


def steps_of(judgement: Judgement) -> tuple[tuple[str, dict[str, str], str], ...]:
    """The working as people read it: code, inputs and result, every number in plain notation."""
    return tuple(
        (step.code, {key: text_of(number) for key, number in step.inputs.items()}, _result(step))
        for step in trace(judgement)
    )


def text_of(number: Number | str) -> str:
    """A number in plain notation, a word as it is."""
    return plain(number) if isinstance(number, Decimal) else str(number)


#: Goal, figure in the due year, met, gap: below zero is always short.
COMPARED = [
    ("at_least: 80", "80", "met", "0"),
    ("at_least: 80", "80.000", "met", "0.000"),
    ("at_least: 80", "79.999", "missed", "-0.001"),
    ("at_least: 75", "74.96", "missed", "-0.04"),
    ("at_most: 10", "10", "met", "0"),
    ("at_most: 10", "12", "missed", "-2"),
    ("greater_than: 80", "80", "missed", "0"),
    ("greater_than: 80", "80.0001", "met", "0.0001"),
    ("less_than: 10", "10", "missed", "0"),
    ("less_than: 10", "9.9", "met", "0.1"),
    ("exactly: 5", "5.0", "met", "0"),
    ("exactly: 5", "6", "missed", "-1"),
    ("between: [3, 4]", "3", "met", "0"),
    ("between: [3, 4]", "4", "met", "0"),
    ("between: [3, 4]", "5", "missed", "-1"),
    ("between: [3, 4]", "2", "missed", "-1"),
    ("about: {value: 75, within: 2}", "77", "met", "0"),
    ("about: {value: 75, within: 2}", "72.9", "missed", "-0.1"),
    ("complete: true", "100", "met", "0"),
    ("complete: true", "99.99", "missed", "-0.01"),
]


@pytest.mark.parametrize(("goal", "figure", "status", "gap"), COMPARED)
def test_the_due_year_is_the_comparators(judged: Judging, goal: str, figure: str, status: str, gap: str) -> None:
    """In the due year the comparator alone decides, exactly; nothing is rounded."""
    judgement = one_of(judged, target(goal), {2020: figure})
    assert (status, Decimal(gap), Decimal(figure)) == (judgement.status.value, judgement.gap, judgement.value)


def test_the_comparison_is_shown(judged: Judging) -> None:
    """The working carries the comparison's numbers as they were written."""
    judgement = one_of(judged, target("between: [1, 2]"), {2020: "3.0"})
    assert (("compare_between", {"value": "3.0", "low": "1", "high": "2"}, "short"),) == steps_of(judgement)


#: Goal, figures by year, (status, shade, reasons), base year and value.
ON_THE_WAY = [
    # the straight line from the last year before the plan
    ("at_least: 80", {2017: "65", 2018: "70"}, ("on_track", "on_schedule", ()), (2017, "65")),
    ("at_least: 80", {2017: "65", 2018: "69.99"}, ("behind", "behind_schedule", ()), (2017, "65")),
    ("at_least: 80", {2017: "65", 2019: "64"}, ("behind", "slipping", ()), (2017, "65")),
    ("at_least: 80", {2015: "60", 2016: "62", 2018: "71"}, ("on_track", "on_schedule", ()), (2016, "62")),
    ("at_least: 80", {2017: "待报", 2015: "60", 2018: "71"}, ("behind", "behind_schedule", ()), (2015, "60")),
    ("at_most: 10", {2017: "19", 2018: "16"}, ("on_track", "on_schedule", ()), (2017, "19")),
    ("at_most: 10", {2017: "19", 2018: "16.1"}, ("behind", "behind_schedule", ()), (2017, "19")),
    ("between: [14, 16]", {2017: "11", 2018: "12"}, ("on_track", "on_schedule", ()), (2017, "11")),
    ("about: {value: 75, within: 2}", {2017: "83", 2018: "81"}, ("on_track", "on_schedule", ()), (2017, "83")),
    ("exactly: 4", {2017: "2", 2018: "2"}, ("behind", "behind_schedule", ()), (2017, "2")),
    # else the first year in the plan; at that very year nothing can be said
    ("at_least: 80", {2018: "70"}, ("undetermined", "", ("no_time",)), (2018, "70")),
    ("at_least: 80", {2018: "70", 2019: "75"}, ("on_track", "on_schedule", ()), (2018, "70")),
    ("at_least: 80", {2018: "{value: 70, previous: 65}"}, ("on_track", "on_schedule", ()), (2017, "65")),
    # met before its year
    ("at_least: 80", {2017: "65", 2018: "80"}, ("met", "early", ()), (2017, "65")),
    ("at_least: 80", {2018: "80"}, ("met", "early", ()), (2018, "80")),
    ("at_least: 80", {2017: "80", 2018: "80"}, ("met", "held", ()), (2017, "80")),
    # lost what it had
    ("at_least: 80", {2017: "81", 2018: "79.9"}, ("behind", "lost", ()), (2017, "81")),
    ("greater_than: 80", {2017: "80.1", 2018: "80"}, ("behind", "lost", ()), (2017, "80.1")),
    # in the due year and after it
    ("at_least: 80", {2017: "65", 2020: "80"}, ("met", "", ()), (2017, "65")),
    ("at_least: 80", {2017: "65", 2020: "79.9"}, ("missed", "", ()), (2017, "65")),
    ("at_least: 80", {2020: "79", 2021: "80"}, ("met", "late", ()), (2020, "79")),
    ("at_least: 80", {2020: "80", 2021: "81"}, ("met", "", ()), (2020, "80")),
    ("at_least: 80", {2019: "79", 2021: "81"}, ("met", "", ()), (2019, "79")),
    ("at_least: 80", {2020: "80", 2021: "79"}, ("missed", "", ()), (2020, "80")),
]  # fmt: skip


@pytest.mark.parametrize(("goal", "figures", "expected", "base"), ON_THE_WAY)
def test_where_a_figure_stands(
    judged: Judging,
    goal: str,
    figures: dict[int, str],
    expected: tuple[str, str, tuple[str, ...]],
    base: tuple[int, str],
) -> None:
    """The due year, what is met before it, the line: in this order, with the base it was drawn from."""
    judgement = one_of(judged, target(goal), figures)
    assert expected == stands(judgement)
    assert base == (judgement.base and (judgement.base.year, str(judgement.base.value)))


def test_where_the_base_comes_from(judged: Judging) -> None:
    """A base is the catalogue's, a report's, what a report states of the year before, or zero."""
    own = one_of(judged, target("at_least: 80", more="baseline: {year: 2016, value: 50}"), {2017: "65", 2018: "70"})
    reported = one_of(judged, target("at_least: 80"), {2017: "65", 2018: "70"})
    stated = one_of(judged, target("at_least: 80"), {2018: "{value: 70, previous: 65}"})
    total = one_of(judged, target("at_least: 300"), {2017: "40", 2018: "100"}, unit="户", more="kind: total")
    assert [
        Base(2016, Decimal(50), "catalogue"), Base(2017, Decimal(65), "report"), Base(2017, Decimal(65), "previous"),
        Base(2017, Decimal(0), "zero"),
    ] == [one.base for one in (own, reported, stated, total)]  # fmt: skip


def test_a_total_runs_from_zero(judged: Judging) -> None:
    """Counted up from zero in the year before the first: a third of it after one of three years is on schedule."""
    given = [("99", "behind"), ("100", "on_track")]
    judgement = [
        one_of(judged, target("at_least: 300"), {2018: figure}, unit="户", more="kind: total").status
        for figure, _ in given
    ]
    assert [expected for _, expected in given] == judgement


def test_what_is_each_years_own_has_no_base(judged: Judging) -> None:
    """A yearly count before its due year has no line."""
    judgement = one_of(judged, target("at_least: 3"), {2017: "1", 2018: "2"}, unit="所", more="kind: yearly")
    assert (("undetermined", "", ("no_pace",)), None) == (stands(judgement), judgement.base)


def test_a_baseline_of_the_same_year_leaves_no_time(judged: Judging) -> None:
    """A base of this very year draws no line; one of a later year is no base at all, and that is said."""
    promise = target("at_least: 80", more="baseline: {year: 2019, value: 50}")
    very, later = (one_of(judged, promise, {year: "50"}) for year in (2019, 2018))
    assert [("undetermined", "", ("no_time",)), ("undetermined", "", ("base_later",))] == [stands(very), stands(later)]
    assert (2019, None) == (very.base and very.base.year, later.base)


def test_the_base_is_not_taken_from_the_future(judged: Judging) -> None:
    """A figure of a later year is no base of an earlier one."""
    plan_ = plan(x=indicator(target("at_least: 80")))
    outcome = judged(plan_, {"a.yaml": report(2018, x="待报"), "b.yaml": report(2019, x="70")}, ALL_YEARS)
    assert [Status.PENDING, Status.UNDETERMINED] == [judgement.status for judgement in outcome.judgements]


NO_PACE = [
    (target("grade_at_least: 甲等"), "乙等", "等级", "grades: [乙等, 甲等]", "-1"),
    (target("at_least: 1", more="pace: none"), "0", "所", "", "-1"),
]


@pytest.mark.parametrize(("promise", "figure", "unit", "more", "gap"), NO_PACE)
def test_some_promises_have_no_pace(judged: Judging, promise: str, figure: str, unit: str, more: str, gap: str) -> None:
    """One hospital is not two thirds of one: short before the due year is undetermined, with its gap."""
    judgement = one_of(judged, promise, {2017: figure, 2019: figure}, unit=unit, more=more)
    assert (("undetermined", "", ("no_pace",)), Decimal(gap)) == (stands(judgement), judgement.gap)


def test_a_grade(judged: Judging) -> None:
    """A grade is shown as it was written; its gap counts grades, and its best is met early."""
    grades = "grades: [未定级, 乙等, 甲等]"
    worst = one_of(judged, target("grade_at_least: 甲等"), {2020: " 未定级 "}, unit="等级", more=grades)
    best = one_of(judged, target("grade_at_least: 甲等"), {2019: "甲等"}, unit="等级", more=grades)
    assert ("missed", "未定级", Decimal(-2)) == (worst.status.value, worst.grade, worst.gap)
    assert ("met", "early", None) == (best.status.value, best.detail, best.base)


#: Milestone of 2019, figures, expected: with a base the line runs through it, without one it alone decides.
MILESTONES = [
    ("at_least: 80", "76", {2017: "65", 2019: "76"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "76", {2017: "65", 2019: "75.9"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "76", {2017: "65", 2018: "70.5"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "76", {2017: "65", 2018: "70.4"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "76", {2019: "76"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "76", {2019: "75.9"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "76", {2018: "76"}, ("undetermined", "", ("no_time",))),
    ("greater_than: 80", "80", {2019: "80"}, ("on_track", "on_schedule", ())),
    ("at_most: 10", "12", {2019: "12"}, ("on_track", "on_schedule", ())),
    ("at_most: 10", "12", {2019: "12.1"}, ("behind", "behind_schedule", ())),
    ("less_than: 10", "10", {2019: "10"}, ("on_track", "on_schedule", ())),
    # towards an interval, from whichever side the figure lies on
    ("about: {value: 75, within: 2}", "70", {2019: "71"}, ("on_track", "on_schedule", ())),
    ("about: {value: 75, within: 2}", "70", {2019: "60"}, ("behind", "behind_schedule", ())),
    ("about: {value: 75, within: 2}", "70", {2019: "78"}, ("behind", "behind_schedule", ())),
    ("about: {value: 75, within: 2}", "80", {2019: "79"}, ("on_track", "on_schedule", ())),
    ("about: {value: 75, within: 2}", "80", {2019: "60"}, ("behind", "behind_schedule", ())),
]


@pytest.mark.parametrize(("goal", "milestone", "figures", "expected"), MILESTONES)
def test_a_milestone_wins_over_the_line(
    judged: Judging, goal: str, milestone: str, figures: dict[int, str], expected: tuple[str, str, tuple[str, ...]]
) -> None:
    """The plan's own figure for a year decides before any line does."""
    judgement = one_of(judged, target(goal, more=f"milestones: {{2019: {milestone}}}"), figures)
    assert expected == stands(judgement)


def test_a_milestone_is_shown(judged: Judging) -> None:
    """The working names the milestone that decided."""
    judgement = one_of(judged, target("at_least: 80", more="milestones: {2019: 76}"), {2019: "75"})
    assert ("milestone", {"c": "75", "T": "76", "d": "1"}, "behind") == steps_of(judgement)[1]


#: Goal, last year and this year, expected, gap.
DIRECTIONS = [
    ("rises", "61", "62", ("met", "", ()), "1"),
    ("rises", "62", "62", ("missed", "", ()), "0"),
    ("rises", "62", "61.9", ("missed", "", ()), "-0.1"),
    ("rises", "100", "100", ("met", "extreme", ()), "0"),
    ("rises", "100", "99", ("missed", "", ()), "-1"),
    ("falls", "6.2", "6.1", ("met", "", ()), "0.1"),
    ("falls", "6.1", "6.1", ("missed", "", ()), "0"),
    ("falls", "0", "0", ("met", "extreme", ()), "0"),
    ("falls", "0", "1.1", ("missed", "", ()), "-1.1"),
    ("does_not_fall", "62", "62", ("met", "", ()), "0"),
    ("does_not_fall", "62", "61.9", ("missed", "", ()), "-0.1"),
    ("does_not_fall", "100", "100", ("met", "", ()), "0"),
]


@pytest.mark.parametrize(("goal", "before", "now", "expected", "gap"), DIRECTIONS)
def test_a_direction(
    judged: Judging, goal: str, before: str, now: str, expected: tuple[str, str, tuple[str, ...]], gap: str
) -> None:
    """Held against the year before, by its own report or as this one states it; the best end twice has kept it."""
    more = "range: [0, 100]"
    reported = one_of(judged, every_year(f"{goal}: true"), {2018: before, 2019: now}, more=more)
    stated = one_of(judged, every_year(f"{goal}: true"), {2019: f"{{value: {now}, previous: {before}}}"}, more=more)
    assert [(expected, Decimal(gap), Decimal(before), 2018)] * 2 == [
        (stands(one), one.gap, one.before, before_in(one)) for one in (reported, stated)
    ]


def test_an_open_range_has_no_best(judged: Judging) -> None:
    """Without an end to its range nothing is the best possible value."""
    judgement = one_of(judged, every_year("rises: true"), {2018: "100", 2019: "100"})
    assert ("missed", "", ()) == stands(judgement)


def test_a_direction_without_the_year_before(judged: Judging) -> None:
    """What is lacking is said; no gap and no base are made up."""
    judgement = one_of(judged, every_year("falls: true"), {2017: "7", 2019: "6"})
    assert (("undetermined", "", ("before",)), None, None) == (stands(judgement), judgement.gap, judgement.before)


def test_the_change_since_the_base_stands_beside_a_direction(judged: Judging) -> None:
    """The yearly reading is editorial: the change since the base is shown with it."""
    judgement = one_of(judged, every_year("falls: true"), {2017: "6.3", 2018: "6.0", 2019: "6.1"})
    assert ("missed", Decimal("-0.2"), (2017, 2018, 2019)) == (
        judgement.status.value,
        judgement.base_change,
        judgement.years_used,
    )


#: This region's figure and the reference of the same year, expected, gap.
RELATIVES = [
    ("400", "400", ("met", "", ()), "0"),
    ("399.9", "400", ("missed", "", ()), "-0.1"),
    ("400", "待报", ("undetermined", "", ("reference",)), None),
]


@pytest.mark.parametrize(("value", "reference", "expected", "gap"), RELATIVES)
def test_a_relative(
    judged: Judging, value: str, reference: str, expected: tuple[str, str, tuple[str, ...]], gap: str | None
) -> None:
    """Held against the same year's figure of another indicator, never another year's."""
    text = plan(wage=indicator(every_year("not_below: floor"), unit="元"), floor=indicator(unit="元"))
    reports = {"a.yaml": report(2018, floor="1"), "b.yaml": report(2019, wage=value, floor=reference)}
    judgement = only(judged(text, reports))
    assert (expected, number(gap)) == (stands(judgement), judgement.gap)
    assert ("floor", "floor率") == (
        judgement.goal.reference,
        judgement.promise.reference and judgement.promise.reference.name.zh,
    )
    assert (number(reference) if gap else None) == judgement.assessment.reference


WORDS = [
    ("", "not_reported", ()),
    ("待报", "pending", ()),
    ("{value: 不适用, note: 没有对象}", "not_applicable", ()),
    ("{value: 涉密, note: 依规定}", "withheld", ()),
    ("不适用", "not_applicable", ("ANJ209",)),
    ("涉密", "withheld", ("ANJ209",)),
    ("0", "missed", ()),
]


@pytest.mark.parametrize(("figure", "status", "reasons"), WORDS)
def test_five_kinds_of_nothing(judged: Judging, figure: str, status: str, reasons: tuple[str, ...]) -> None:
    """Not reported, pending, not applicable, withheld and zero are five different things."""
    judgement = one_of(judged, target("at_least: 80"), {2020: figure})
    assert (status, "", reasons) == stands(judgement)


def test_what_is_not_in_the_report_is_not_reported(judged: Judging) -> None:
    """A promise that was asked for and has no line is not reported, and points nowhere."""
    text = plan(x=indicator(target("at_least: 80")), y=indicator(target("at_least: 80")))
    judgement = only(judged(text, report(2019, y="70")), "x/at_least")
    assert (("not_reported", "", ()), None, None) == (stands(judgement), judgement.source, judgement.written)


def test_history_is_shown_and_not_judged(judged: Judging) -> None:
    """A year before the plan is a base: its figures are shown, those in doubt as written, and no promise is asked."""
    text = plan(
        x=indicator(target("at_least: 80"), more="range: [0, 100]"),
        level=indicator(target("grade_at_least: 甲等"), unit="等级", more="grades: [乙等, 甲等]"),
        bad=indicator(target("at_least: 80"), more="range: [0, 100]"),
        asked=indicator(target("at_least: 80"), more="range: [0, 100]"),
        blank=indicator(target("at_least: 80")),
    )
    (section,) = judged(text, report(2017, x="65.0", level="乙等", bad="780", asked="0.5", blank="待报")).sections
    assert (True, 0, 0, ()) == (section.history, section.asked, section.not_asked, section.judgements)
    assert [
        ("x", Decimal("65.0"), "%", None, None, ()),
        ("level", Decimal(0), "等级", "乙等", None, ()),
        ("bad", None, "%", None, "780", ("ANJ204",)),
        ("asked", None, "%", None, "0.5", ("ANJ205",)),
    ] == [
        (past.indicator, past.value, past.unit.written, past.grade, past.written, past.reasons)
        for past in section.unjudged
    ]


def test_years_after_the_plan_are_marked(judged: Judging) -> None:
    """A year after the plan is judged by the comparator and marked."""
    judgement = [one_of(judged, target("at_least: 80"), {year: "80"}) for year in (2020, 2021)]
    assert [(Status.MET, False), (Status.MET, True)] == [(one.status, one.after_period) for one in judgement]


def test_a_promise_due_after_the_plan_is_judged_by_its_own_year(judged: Judging) -> None:
    """Before its due year a promise has its line, whether the plan's period has ended or not."""
    judgement = one_of(judged, target("at_least: 80", "by: 2022"), {2017: "60", 2021: "76"})
    assert (("on_track", "on_schedule", ()), True) == (stands(judgement), judgement.after_period)


#: Kind, whole, figures by year; the running total.
RUNNING = [
    ("yearly", "true", {2018: "2", 2019: "3"}, "5"),
    ("yearly", "true", {2017: "9", 2018: "2"}, "2"),
    ("yearly", "true", {2018: "待报", 2019: "3"}, None),
    ("yearly", "true", {2019: "{value: 3, previous: 2}"}, "5"),
    ("yearly", "false", {2018: "2", 2019: "3.5"}, "5.5"),
    ("yearly", "true", {2018: "2", 2019: "3", 2020: "1", 2021: "4"}, None),
    ("level", "true", {2018: "2", 2019: "3"}, None),
]


@pytest.mark.parametrize(("kind", "whole", "figures", "expected"), RUNNING)
def test_the_running_total(
    judged: Judging, kind: str, whole: str, figures: dict[int, str], expected: str | None
) -> None:
    """What is counted each year anew has its sum over the plan beside it, where no year is lacking."""
    judgement = one_of(judged, every_year("at_least: 2"), figures, unit="所", more=f"kind: {kind}, whole: {whole}")
    assert number(expected) == judgement.running_total


def test_rates_are_not_summed_up(judged: Judging) -> None:
    """Only things and money add up from year to year: a share of two years is no share."""
    assert one_of(judged, every_year("at_least: 2"), {2018: "2", 2019: "3"}, more="kind: yearly").running_total is None


def test_a_yearly_promise_with_a_due_year_has_no_running_total(judged: Judging) -> None:
    """Only what is promised every year is summed up."""
    judgement = one_of(judged, target("at_least: 2"), {2020: "2"}, unit="所", more="kind: yearly, whole: true")
    assert judgement.running_total is None


def test_would_be(judged: Judging) -> None:
    """A queried figure says what it would be, on its line as in its due year."""
    more = "range: [0, 100], max_change: 5"
    behind = one_of(judged, target("at_least: 80"), {2017: "60", 2018: "66"}, more=more)
    assert (("undetermined", "", ("ANJ502",)), Status.BEHIND) == (stands(behind), behind.would_be)


#: Unit and parts, goal, figure, years; things to do in all and in each remaining year.
THINGS = [
    ("张/千人", RATIO, "at_least: 37", "{value: 33.2, numerator: 3254, denominator: 98000}", 2020, 372, None),
    ("张/千人", RATIO, "at_least: 37", "{value: 37, numerator: 3626, denominator: 98000}", 2020, None, None),
    ("%", SHARE, "at_least: 80", "{value: 66.7, numerator: 2, denominator: 3}", 2020, 1, None),
    ("%", SHARE, "at_least: 80", "{value: 50, numerator: 5, denominator: 10}", 2018, 3, 2),
    ("%", SHARE, "at_least: 80", "{value: 50, numerator: 5, denominator: 10}", 2019, 3, 3),
    ("%", SHARE, "greater_than: 80", "{value: 80, numerator: 8, denominator: 10}", 2020, 1, None),
    ("%", SHARE, "greater_than: 80", "{value: 79, numerator: 79, denominator: 100}", 2020, 2, None),
    ("%", SHARE, "at_most: 10", "{value: 12, numerator: 12, denominator: 100}", 2020, 2, None),
    ("%", SHARE, "less_than: 10", "{value: 10, numerator: 10, denominator: 100}", 2020, 1, None),
    ("%", SHARE, "between: [10, 20]", "{value: 5, numerator: 5, denominator: 100}", 2020, 5, None),
    ("%", SHARE, "between: [10, 20]", "{value: 25, numerator: 25, denominator: 100}", 2020, 5, None),
    ("%", SHARE, "complete: true", "{value: 99.9, numerator: 999, denominator: 1000}", 2020, 1, None),
    ("%", SHARE, "at_least: 80", "70", 2020, None, None),
    ("%", SHARE, "at_least: 80", "{value: 70, numerator: 7}", 2020, None, None),
    ("%", SHARE, "at_least: 80", "{value: 70, numerator: 7, denominator: 待报}", 2020, None, None),
    ("%", "", "at_least: 80", "{value: 70, numerator: 7, denominator: 10}", 2020, None, None),
]


@pytest.mark.parametrize(("unit", "parts", "goal", "figure", "year", "expected", "a_year"), THINGS)
def test_things_to_do(
    judged: Judging, unit: str, parts: str, goal: str, figure: str, year: int, expected: int | None, a_year: int | None
) -> None:
    """The gap in beds or people at an unchanged denominator, rounded up, in all and for each remaining year."""
    judgement = one_of(
        judged, target(goal, more="baseline: {year: 2017, value: 40}"), {year: figure}, unit=unit, more=parts
    )
    assert expected == (judgement.shortfall and judgement.shortfall.number)
    assert a_year == (judgement.shortfall_a_year)


def test_nothing_to_do_for_a_direction(judged: Judging) -> None:
    """A direction has no number to reach."""
    figures = {2018: "70", 2019: "{value: 50, numerator: 5, denominator: 10}"}
    assert one_of(judged, every_year("rises: true"), figures, more=SHARE).shortfall is None


def test_an_explained_disagreement_leaves_nothing_to_do(judged: Judging) -> None:
    """Where the parts keep the promise that the value as written misses, there is no count of things."""
    text = report(
        2020,
        tail="explanations: [{code: ANJ407, indicator: x, value: 80, reason: 修约}]\n",
        x="{value: 80, numerator: 801, denominator: 1000}",
    )
    judgement = only(judged(plan(x=indicator(target("greater_than: 80"), more=SHARE)), text))
    assert (Status.MISSED, None) == (judgement.status, judgement.shortfall)


def test_things_are_exact() -> None:
    """No quotient is rounded before it is rounded up: a whole number of things stays what it is."""
    per, beds = Decimal(300000000000000), Part(words("床位"), "张")
    promise = promised("beds", words("床位"), ("at_least", "0.3"))
    promise = promise._replace(indicator=promise.indicator._replace(per=per, numerator=beds))
    assert Shortfall(1, Unit("张")) == shortfall_of(promise, Parts(Decimal(0), Decimal(1000000000000000)))
    assert Shortfall(2, Unit("张")) == shortfall_of(promise, Parts(Decimal(0), Decimal(1000000000000001)))


@pytest.mark.parametrize(
    ("goal", "numerator", "denominator", "shown", "form"),
    [
        (("at_least", "70"), "34.90", "50.00", "0.1", ""),
        (("at_least", "70"), "34", "50", "1", ""),
        (("at_least", "70"), "34.9", "50", "0.1", ""),
        (("at_least", "70"), "35", "50.01", "0.007", ""),
        (("at_least", "70"), "34.90", "50.03", "0.13", ""),
        (("greater_than", "70"), "34.90", "50.00", "0.1", "past"),
        (("at_most", "70"), "35.15", "50.03", "0.13", ""),
        (("exactly", "70"), "34.90", "50.03", "0.12", "about"),
    ],
)
def test_money_is_not_counted_one_by_one(
    goal: tuple[str, str], numerator: str, denominator: str, shown: str, form: str
) -> None:
    """Money lacking has the places of what was reported, and at least those that make it visible."""
    promise = promised("share", words("占比"), goal)
    indicator = promise.indicator._replace(per=Decimal(100), numerator=Part(words("支出"), "亿元"))
    parts = Parts(Decimal(numerator), Decimal(denominator))
    need = shortfall_of(promise._replace(indicator=indicator), parts)
    assert (Decimal(shown), form) == (need and need.number, need and need.form)


@pytest.mark.parametrize(("number_", "years", "expected"), [(372, 1, 372), (372, 2, 186), (373, 2, 187), (1, 3, 1)])
def test_things_a_year(number_: int, years: int, expected: int) -> None:
    """Each of some years brings its part, rounded up."""
    early = changed(BEDS, year=2020 - years, shortfall=Shortfall(number_, Unit("张")))
    assert expected == early.shortfall_a_year


def test_the_line_is_shown_with_its_numbers(judged: Judging) -> None:
    """The working has every number of the rule, so that a clerk can check it by hand."""
    judgement = one_of(judged, target("at_least: 80"), {2017: "65", 2019: "74"})
    assert (
        ("compare_at_least", {"value": "74", "low": "80"}, "short"),
        (
            "line",
            {"b": "65", "t0": "2017", "T": "80", "t1": "2020", "c": "74", "t": "2019"}
            | {"d": "1", "left": "27", "right": "30"},
            "behind",
        ),
        ("expected", {"b": "65", "t0": "2017", "T": "80", "t1": "2020", "t": "2019"}, "75"),
        ("required", {"c": "74", "t": "2019", "t1": "2020", "T": "80"}, "6"),
        ("projection", {"c": "74", "t": "2019", "t1": "2020", "b": "65", "t0": "2017"}, "78.5"),
    ) == steps_of(judgement)  # fmt: skip


def test_the_line_of_a_falling_promise(judged: Judging) -> None:
    """Where lower is better the working turns both sides round."""
    judgement = one_of(judged, target("at_most: 10"), {2017: "19", 2018: "15"})
    assert ("-1", "12", "9", "on_track") == (
        *(steps_of(judgement)[1][1][key] for key in ("d", "left", "right")),
        steps_of(judgement)[1][2],
    )


def test_a_judgement_says_what_it_is_about(judged: Judging) -> None:
    """Clause, quote, lead, partners and the rest come from the catalogue; the source points at the figure."""
    promise = target("at_least: 80", more="partners: [民政局], aspirational: true, area: edu")
    promise = promise.replace('"at_least: 80"', "力争80")
    text = plan(HEAD.replace("departments:", "areas: {edu: 教育}\ndepartments:"), x=indicator(promise))
    judgement = only(judged(text, report(2019, x="79")))
    assert ("x/at_least", "x", "edu", "三", "力争80", "教育局", ("民政局",), "number", "力争") == (
        judgement.target, judgement.indicator, judgement.area, judgement.clause, judgement.quote, judgement.lead,
        judgement.promise.target.partners, judgement.promise.target.basis, judgement.aspirational
    )  # fmt: skip
    assert (3, 6) == (judgement.source and judgement.source.span and judgement.source.span[:2])
    assert 5 == (judgement.clause_place and judgement.clause_place.span and judgement.clause_place.span.line)
    assert [] == codes(judged(text, report(2019, x="79")))


@pytest.mark.parametrize("region", ["[乙县]", "{name: 乙县}", '"甲\u200b区"'])
def test_a_region_that_cannot_be_read_is_nobodys(judged: Judging, region: str) -> None:
    """A figure whose region is not believed is judged for nobody, least of all for the plan's own region."""
    text = report(2020, head=f"region: {region}", x="90")
    outcome = judged(plan(x=indicator(target("at_least: 80"))), text)
    assert ((), 1) == (outcome.judgements, outcome.result.code)


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "  #REF!"])
def test_an_error_of_a_spreadsheet_is_no_blank(judged: Judging, error: str) -> None:
    """YAML takes what begins with # for a comment; an empty figure before it is an error's, not a blank."""
    outcome = judged(plan(x=indicator(target("at_least: 80"))), report(2020, x=error))
    assert (["ANJ201/error_value"], "undetermined") == (codes(outcome), only(outcome).status.value)


def test_a_comment_behind_a_blank_is_a_comment(judged: Judging) -> None:
    """A remark behind an empty figure makes no error of it."""
    outcome = judged(plan(x=indicator(target("at_least: 80"))), report(2020, x="# 待核"))
    assert (["ANJ305"], "not_reported") == (codes(outcome), only(outcome).status.value)
