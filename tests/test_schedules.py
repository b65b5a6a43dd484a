"""Judging over time by a table worked out by hand: lines touched and missed, falling, zero, past, due, after."""

from decimal import Decimal

import pytest

from anju_cli.numbers import plain
from anju_cli.outcome import Judgement
from tests.samples_of_code import Judging, every_year, indicator, plan, report, target

#: The catalogue's own base: six tenths of the way have passed in 2018.
BASE = "baseline: {year: 2015, value: 50}"

#: Goal, what the catalogue adds to the promise, figures by year, and: status, shade, reasons.
STANDS: list[tuple[str, str, dict[int, str], tuple[str, str, tuple[str, ...]]]] = [
    # exactly on the line, and one unit of the last digit beneath it
    ("at_least: 80", "", {2017: "65", 2018: "70"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "", {2017: "65", 2018: "69"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "", {2017: "65.0", 2018: "69.9"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "", {2017: "65", 2019: "75"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "", {2017: "65", 2019: "74.99"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "", {2017: "65", 2019: "74.9999"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "", {2017: "65", 2019: "75.0001"}, ("on_track", "on_schedule", ())),
    # a line that is no decimal: 60 + 20/3 = 66.666…, 60 + 40/3 = 73.333…
    ("at_least: 80", "", {2017: "60", 2018: "66.6666"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "", {2017: "60", 2018: "66.6667"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "", {2017: "60", 2019: "73.33333333333"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "", {2017: "60", 2019: "73.33333333334"}, ("on_track", "on_schedule", ())),
    # falling goals: from 30 to 12, 24 and 18 on the way
    ("at_most: 12", "", {2017: "30", 2018: "24"}, ("on_track", "on_schedule", ())),
    ("at_most: 12", "", {2017: "30", 2018: "24.1"}, ("behind", "behind_schedule", ())),
    ("at_most: 12", "", {2017: "30", 2019: "18"}, ("on_track", "on_schedule", ())),
    ("at_most: 12", "", {2017: "30", 2019: "18.01"}, ("behind", "behind_schedule", ())),
    ("at_most: 12", "", {2017: "30", 2019: "31"}, ("behind", "slipping", ())),
    # bases of zero and below
    ("at_least: 30", "", {2017: "0", 2018: "10"}, ("on_track", "on_schedule", ())),
    ("at_least: 30", "", {2017: "0", 2018: "9.9"}, ("behind", "behind_schedule", ())),
    ("at_least: 30", "", {2017: "0", 2018: "0"}, ("behind", "behind_schedule", ())),
    ("at_least: 3", "", {2017: "-6", 2018: "-3"}, ("on_track", "on_schedule", ())),
    ("at_least: 3", "", {2017: "-6", 2019: "-0.1"}, ("behind", "behind_schedule", ())),
    ("at_least: 3", "", {2017: "-6", 2018: "-7"}, ("behind", "slipping", ())),
    ("at_most: -6", "", {2017: "3", 2018: "0"}, ("on_track", "on_schedule", ())),
    ("at_most: -6", "", {2017: "3", 2019: "-2.9"}, ("behind", "behind_schedule", ())),
    ("at_most: 0", "", {2017: "3", 2018: "2"}, ("on_track", "on_schedule", ())),
    ("at_most: 0", "", {2017: "3", 2019: "1.001"}, ("behind", "behind_schedule", ())),
    # met before its year; the base past the target: held, or lost
    ("at_least: 80", "", {2017: "65", 2018: "80"}, ("met", "early", ())),
    ("at_least: 80", "", {2017: "90", 2018: "85"}, ("met", "held", ())),
    ("at_least: 80", "", {2017: "80", 2018: "80"}, ("met", "held", ())),
    ("at_least: 80", "", {2017: "90", 2018: "78"}, ("behind", "lost", ())),
    ("at_least: 80", "", {2017: "90", 2018: "79.9"}, ("behind", "lost", ())),
    ("at_most: 10", "", {2017: "8", 2019: "12"}, ("behind", "lost", ())),
    ("at_most: 10", "", {2017: "8", 2019: "10"}, ("met", "held", ())),
    ("greater_than: 80", "", {2017: "81", 2018: "80"}, ("behind", "lost", ())),
    # the due year and after it: the comparator alone
    ("at_least: 80", "", {2017: "65", 2020: "80"}, ("met", "", ())),
    ("at_least: 80", "", {2017: "65", 2020: "79.9"}, ("missed", "", ())),
    ("at_least: 80", "", {2020: "79.999"}, ("missed", "", ())),
    ("greater_than: 80", "", {2020: "80"}, ("missed", "", ())),
    ("at_least: 80", "", {2020: "79", 2021: "80"}, ("met", "late", ())),
    ("at_least: 80", "", {2020: "81", 2021: "80"}, ("met", "", ())),
    ("at_least: 80", "", {2020: "81", 2021: "79"}, ("missed", "", ())),
    ("at_least: 80", "", {2020: "约79", 2021: "81"}, ("met", "", ())),
    ("at_most: 10", "", {2017: "30", 2020: "10.1"}, ("missed", "", ())),
    ("at_least: 80", "milestones: {2019: 70}", {2020: "79"}, ("missed", "", ())),
    # intervals: to the nearest bound; past the far one is as far from the near one
    ("between: [40, 50]", "", {2017: "10", 2018: "20"}, ("on_track", "on_schedule", ())),
    ("between: [40, 50]", "", {2017: "10", 2018: "19"}, ("behind", "behind_schedule", ())),
    ("between: [40, 50]", "", {2017: "80", 2018: "70"}, ("on_track", "on_schedule", ())),
    ("between: [40, 50]", "", {2017: "80", 2018: "71"}, ("behind", "behind_schedule", ())),
    ("between: [40, 50]", "", {2017: "10", 2019: "60"}, ("on_track", "on_schedule", ())),
    ("between: [40, 50]", "", {2017: "10", 2019: "61"}, ("behind", "behind_schedule", ())),
    ("about: {value: 75, within: 2}", "", {2017: "64", 2018: "67"}, ("on_track", "on_schedule", ())),
    ("exactly: 3", "", {2017: "0", 2018: "1"}, ("on_track", "on_schedule", ())),
    ("complete: true", "", {2017: "70", 2018: "80"}, ("on_track", "on_schedule", ())),
    ("complete: true", "", {2017: "70", 2018: "79.9"}, ("behind", "behind_schedule", ())),
    # milestones: the line runs through them, and the plan's own figure decides in its year
    ("at_least: 80", "milestones: {2018: 66}", {2017: "60", 2018: "66"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "milestones: {2018: 66}", {2017: "60", 2018: "65.9"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "milestones: {2018: 66}", {2017: "60", 2019: "73"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "milestones: {2018: 66}", {2017: "60", 2019: "72.9"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "milestones: {2019: 62}", {2017: "60", 2018: "61"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "milestones: {2019: 62}", {2017: "60", 2018: "60.9"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "milestones: {2019: 76}", {2019: "76"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "milestones: {2019: 76}", {2019: "75.9"}, ("behind", "behind_schedule", ())),
    ("at_most: 10", "milestones: {2018: 25}", {2017: "30", 2019: "17.5"}, ("on_track", "on_schedule", ())),
    ("at_most: 10", "milestones: {2018: 25}", {2017: "30", 2019: "17.6"}, ("behind", "behind_schedule", ())),
    # bases: the catalogue's before any report's; never one that is not believed; never this very year
    ("at_least: 80", BASE, {2017: "60", 2018: "68"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", BASE, {2017: "60", 2018: "67.9"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "", {2016: "60", 2018: "70"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "", {2016: "60", 2017: "约65", 2018: "69.9"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "", {2018: "{value: 70, previous: 65}"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "", {2018: "60", 2019: "70"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "", {2018: "60"}, ("undetermined", "", ("no_time",))),
    ("at_least: 80", "", {2018: "约60", 2019: "70"}, ("undetermined", "", ("no_time",))),
    # a milestone of that very year is the plan's own word; no line is drawn
    ("at_least: 80", "milestones: {2019: 76}, pace: none", {2017: "65", 2019: "76"}, ("on_track", "on_schedule", ())),
    ("at_least: 80", "milestones: {2019: 76}, pace: none", {2017: "65", 2019: "75"}, ("behind", "behind_schedule", ())),
    ("at_least: 80", "milestones: {2019: 76}, pace: none", {2018: "75"}, ("undetermined", "", ("no_pace",))),
    # no line
    ("at_least: 80", "pace: none", {2017: "65", 2018: "79"}, ("undetermined", "", ("no_pace",))),
    ("at_least: 80", "pace: none", {2017: "65", 2018: "80"}, ("met", "early", ())),
    ("at_least: 80", "pace: none", {2017: "65", 2020: "79"}, ("missed", "", ())),
]  # fmt: skip


def one_of(
    judged: Judging, goal: str, adds: str, figures: dict[int, str], unit: str = "次", more: str = ""
) -> Judgement:
    """The newest judgement of the promise."""
    unit = "%" if goal.startswith("complete") else unit
    reports = {f"{year}.yaml": report(year, x=text) for year, text in figures.items()}
    return judged(plan(x=indicator(target(goal, more=adds), unit=unit, more=more)), reports).judgements[-1]


@pytest.mark.parametrize(("goal", "adds", "figures", "expected"), STANDS)
def test_the_schedule(
    judged: Judging, goal: str, adds: str, figures: dict[int, str], expected: tuple[str, str, tuple[str, ...]]
) -> None:
    """A figure stands on its schedule as the rule of the straight line says, to the last digit."""
    judgement = one_of(judged, goal, adds, figures)
    assert expected == (judgement.status.value, judgement.detail, judgement.reasons)


#: Goal, figures, and: expected by now, difference, needed each year, projection, whether that suffices.
PACES: list[tuple[str, dict[int, str], tuple[str, str, str, str, bool]]] = [
    ("at_least: 80", {2017: "65", 2018: "70"}, ("70", "0", "5", "80", True)),
    ("at_least: 80", {2017: "65", 2018: "69"}, ("70", "-1", "5.5", "77", False)),
    ("at_least: 80", {2017: "65", 2019: "74"}, ("75", "-1", "6", "78.5", False)),
    ("at_least: 80", {2017: "60", 2018: "66"}, ("66.6667", "-0.6667", "7", "78", False)),
    ("at_most: 12", {2017: "30", 2018: "27"}, ("24", "-3", "-7.5", "21", False)),
    ("at_most: 12", {2017: "30", 2019: "16"}, ("18", "2", "-4", "9", True)),
    ("at_least: 3", {2017: "-6", 2018: "-5"}, ("-3", "-2", "4", "-3", False)),
    ("at_most: -6", {2017: "3", 2019: "-4"}, ("-3", "1", "-2", "-7.5", True)),
    ("at_least: 30", {2017: "0", 2019: "0"}, ("20", "-20", "30", "0", False)),
    ("greater_than: 80", {2017: "65", 2018: "70"}, ("70", "0", "5", "80", False)),
    ("between: [40, 50]", {2017: "10", 2018: "25"}, ("20", "5", "7.5", "55", False)),
]


@pytest.mark.parametrize(("goal", "figures", "expected"), PACES)
def test_beside_the_line(
    judged: Judging, goal: str, figures: dict[int, str], expected: tuple[str, str, str, str, bool]
) -> None:
    """Expected by now, the difference (below zero is behind), what each year must bring, where it leads."""
    pace = one_of(judged, goal, "", figures).progress
    assert pace is not None
    told = (pace.expected, pace.difference, pace.required_per_year, pace.projection)
    assert expected == (*(plain(quotient.rounded(4).bare) for quotient in told), pace.suffices)


#: A total counted up from zero in 2017: 300 by 2020 is a hundred a year.
TOTALS = [("100", "on_track"), ("99", "behind"), ("300", "met")]


@pytest.mark.parametrize(("value", "status"), TOTALS)
def test_a_total_counts_from_zero(judged: Judging, value: str, status: str) -> None:
    """A total begins with zero in the year before the period, whatever an earlier report says."""
    judgement = one_of(judged, "at_least: 300", "", {2017: "90", 2018: value}, "户", "kind: total")
    assert (status, 2017, Decimal(0)) == (
        judgement.status.value,
        judgement.base and judgement.base.year,
        judgement.base and judgement.base.value,
    )


def test_a_yearly_promise_is_each_years_own(judged: Judging) -> None:
    """每年2所: three in one year do not excuse one in the next; the running total stands beside."""
    text = plan(x=indicator(every_year("at_least: 2"), unit="所", more="kind: yearly, whole: true"))
    reports = {f"{year}.yaml": report(year, x=value) for year, value in ((2018, "3"), (2019, "1"))}
    (judgement,) = judged(text, reports).judgements
    assert ("missed", Decimal(4), None) == (judgement.status.value, judgement.running_total, judgement.progress)


#: Figures by year against at least 80 by 2020, and the year in which it was at last kept.
LATE = [
    ({2020: "79", 2021: "80"}, 2021),
    ({2020: "79", 2021: "80", 2022: "81"}, 2021),
    ({2020: "79", 2021: "78", 2022: "81"}, 2022),
    ({2020: "79", 2021: "80", 2022: "78", 2023: "81"}, 2023),
    ({2020: "79", 2022: "81"}, 2022),
    ({2019: "85", 2020: "79", 2021: "80"}, 2021),
    ({2020: "80", 2021: "81"}, None),
    ({2021: "81"}, None),
    ({2020: "79", 2021: "78"}, None),
]


@pytest.mark.parametrize(("figures", "met_in"), LATE)
def test_kept_late_since_when(judged: Judging, figures: dict[int, str], met_in: int | None) -> None:
    """逾期完成 names the year since which the promise has been kept."""
    judgement = one_of(judged, "at_least: 80", "", figures)
    assert ("late" if met_in else "", met_in) == (judgement.detail, judgement.met_in)


def test_what_is_each_years_own_has_no_line(judged: Judging) -> None:
    """A yearly count is not on its way, whatever baseline the catalogue has."""
    judgement = one_of(judged, "at_least: 80", BASE, {2018: "70"}, more="kind: yearly")
    assert ("undetermined", ("no_pace",), None) == (judgement.status.value, judgement.reasons, judgement.progress)


@pytest.mark.parametrize(("then", "now", "code"), [(2017, 2018, False), (2018, 2019, True)])
def test_a_total_begins_again_with_the_plan(judged: Judging, then: int, now: int, code: bool) -> None:
    """Below last year's total is a query within the plan; the first year of the plan counts from zero."""
    text = plan(x=indicator(target("at_least: 300"), unit="户", more="kind: total"))
    outcome = judged(text, {f"{then}.yaml": report(then, x="90"), f"{now}.yaml": report(now, x="40")})
    assert code == any(finding.diagnostic.code == "ANJ503" for finding in outcome.findings)
