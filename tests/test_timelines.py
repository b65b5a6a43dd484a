"""The course of an indicator: its years side by side, what changed, where it leads."""

from decimal import Decimal

import pytest

from anju_cli.outcome import Outcome, RevisedFigure
from anju_cli.timelines import Course, courses
from anju_cli.units import Unit
from tests.samples_of_code import ALL_YEARS, Judging, every_year, explanation, indicator, plan, report, target

D = Decimal


def course(judged: Judging, goal: str, figures: dict[int, str], unit: str = "%", more: str = "") -> Course:
    """The one course of an indicator `x` with one promise due in 2020."""
    reports = {f"{year}.yaml": report(year, x=text) for year, text in figures.items()}
    (only,) = courses(judged(plan(x=indicator(target(goal), unit=unit, more=more)), reports, ALL_YEARS))
    return only


def changes(course: Course) -> list[tuple[int, Decimal | None, Decimal | None]]:
    """Year, change, and change in per cent."""
    return [(row.year, row.change, row.percent.rounded(4).bare if row.percent else None) for row in course.rows]


def test_years_stand_side_by_side(judged: Judging) -> None:
    """Years before the plan, those stated by the next report, and those of the plan are one course."""
    found = course(judged, "at_least: 80", {2016: "60", 2018: "{value: 70, previous: 66}", 2019: "74"})
    assert [(2016, False), (2017, True), (2018, False), (2019, False)] == [(row.year, row.stated) for row in found.rows]
    assert [D(60), D(66), D(70), D(74)] == [row.value for row in found.rows]
    assert ("甲区", True, "x", Unit("%")) == (found.region, found.own, found.indicator, found.unit)


def test_a_share_changes_by_points(judged: Judging) -> None:
    """A share has no change in per cent, and no change over a year that is missing."""
    found = course(judged, "at_least: 80", {2017: "60", 2018: "70.5", 2020: "79"})
    assert [(2017, None, None), (2018, D("10.5"), None), (2020, None, None)] == changes(found)


def test_other_figures_change_in_per_cent_too(judged: Judging) -> None:
    """Outside shares the change stands in the unit and in per cent of the year before, if that is above zero."""
    found = course(judged, "at_least: 80", {2017: "0", 2018: "30", 2019: "40"}, unit="张")
    assert [(2017, None, None), (2018, D(30), None), (2019, D(10), D("33.3333"))] == changes(found)


def test_grades_have_no_change(judged: Judging) -> None:
    """A grade is shown by its name, a stated one too; its rank is no figure."""
    more = "grades: [丙等, 乙等, 甲等]"
    figures = {2018: "{value: 丙等, previous: 丙等}", 2019: "乙等"}
    found = course(judged, "grade_at_least: 甲等", figures, unit="等级", more=more)
    assert [(2017, "丙等", None), (2018, "丙等", None), (2019, "乙等", None)] == [
        (row.year, row.grade, row.change) for row in found.rows
    ]


def test_a_figure_in_doubt(judged: Judging) -> None:
    """What is not believed has no value, and stands as it was written."""
    found = course(judged, "at_least: 80", {2018: "约70", 2019: "{value: 90, previous: 60}"}, more="max_change: 15")
    assert [(2018, None, "约70", False), (2019, None, "90", True)] == [
        (row.year, row.value, row.written, row.unsettled) for row in found.rows
    ]


def test_nothing_reported_is_no_course(judged: Judging) -> None:
    """An indicator that nobody ever gave a figure for is left out."""
    text = plan(x=indicator(target("at_least: 80")), y=indicator(target("at_least: 80")))
    shown = courses(judged(text, {"a.yaml": report(2019, x="70")}, ALL_YEARS))
    assert ["x"] == [course.indicator for course in shown]


def regions(judged: Judging) -> Outcome:
    """Two regions with two indicators, one of them without a promise."""
    text = plan(x=indicator(target("at_least: 80"), every_year("rises: true")), plain=indicator(unit="元"))
    other = report(2019, head="region: 乙区", x="60", plain="5")
    return judged(text, {"a.yaml": other, "b.yaml": report(2018, x="70", plain="6")}, ALL_YEARS)


def test_own_region_first(judged: Judging) -> None:
    """The plan's own region leads; a figure that no promise is held against has its course too."""
    shown = courses(regions(judged))
    assert [("甲区", True)] * 2 + [("乙区", False)] * 2 == [(course.region, course.own) for course in shown]
    assert ["x", "plain", "x", "plain"] == [course.indicator for course in shown]
    assert [2, 0, 2, 0] == [len(course.promises) for course in shown]


def test_indicators_asked_for(judged: Judging) -> None:
    """Only the indicators named are shown."""
    assert ["plain", "plain"] == [course.indicator for course in courses(regions(judged), ["plain"])]


@pytest.mark.parametrize(
    ("goal", "base", "now", "value", "away"),
    [
        ("at_least: 80", "60", "65", "70", "-10"),
        ("at_least: 80", "60", "74", "88", None),
        ("at_most: 10", "30", "22", "14", "4"),
        ("at_most: 10", "30", "18", "6", None),
        ("between: [40, 50]", "20", "25", "30", "-10"),
        ("between: [40, 50]", "90", "80", "70", "20"),
        ("between: [40, 50]", "20", "38", "56", "6"),
        ("about: {value: 75, within: 2}", "60", "64", "68", "-5"),
        ("complete: true", "60", "70", "80", "-20"),
    ],
)
def test_the_way_ahead(judged: Judging, goal: str, base: str, now: str, value: str, away: str | None) -> None:
    """The pace since the base leads straight on; what misses the goal lies so far above (below) its nearest bound."""
    (found,) = course(judged, goal, {2018: base, 2019: now}).ahead
    assert (2020, D(value), away) == (found.year, found.value.told().bare, found.away and str(found.away.told().bare))


def test_no_way_ahead(judged: Judging) -> None:
    """What has met its promise, or is due, has no projection."""
    assert () == course(judged, "at_least: 80", {2018: "60", 2019: "85"}).ahead
    assert () == course(judged, "at_least: 80", {2018: "60", 2020: "75"}).ahead


def test_a_revised_figure_says_so(judged: Judging) -> None:
    """What a year was before it was openly restated, and by whom, stands beside the new figure."""
    tail = "revisions:\n  - {indicator: x, year: 2018, was: 60, value: 61, reason: 复核}\n"
    text = plan(x=indicator(target("at_least: 80")))
    given = {"a.yaml": report(2018, x="60"), "b.yaml": report(2019, head="prepared_by: 张三", tail=tail, x="70")}
    (course,) = courses(judged(text, given, ALL_YEARS))
    revised = RevisedFigure("甲区", "x", 2018, "60", "张三")
    assert [(2018, D(61), revised), (2019, D(70), None)] == [(row.year, row.value, row.revised) for row in course.rows]


def test_an_explained_figure_is_believed(judged: Judging) -> None:
    """A query that stands with a reason leaves the figure in its course."""
    text = plan(x=indicator(target("at_least: 80"), more="max_change: 15"))
    tail = explanation("ANJ502", "x", "90")
    (course,) = courses(judged(text, report(2019, tail=tail, x="{value: 90, previous: 60}"), ALL_YEARS))
    assert [D(60), D(90)] == [row.value for row in course.rows]


def test_a_stated_year_that_was_revised(judged: Judging) -> None:
    """A figure that only the next report stated and a later one restated is told as revised, not as stated."""
    text = plan(x=indicator(target("at_least: 80")))
    revised = "revisions:\n  - {indicator: x, year: 2017, was: 60, value: 62, reason: 复核}\n"
    files = {"a.yaml": report(2018, x="{value: 70, previous: 60}"), "b.yaml": report(2019, x="75", tail=revised)}
    (course,) = courses(judged(text, files, ALL_YEARS))
    row = course.rows[0]
    assert ("62", False, "60") == (str(row.value), row.stated, row.revised and row.revised.was)


def test_a_figure_beside_with_an_open_query_is_to_be_settled(judged: Judging) -> None:
    """A query on a year before the plan is open, and no error."""
    text = plan(x=indicator(target("at_least: 80"), more="range: [0, 100]"))
    (course,) = courses(judged(text, {"a.yaml": report(2017, x="0.6"), "b.yaml": report(2018, x="70")}, ALL_YEARS))
    assert (True, "0.6") == (course.rows[0].unsettled, course.rows[0].written)
