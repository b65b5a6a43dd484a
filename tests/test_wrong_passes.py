"""What other methods pass and anju must not: each with the figures in which it was seen."""

import pytest

from tests.samples_of_code import ALL_YEARS, Judging, every_year, indicator, plan, report, stands, target
from tests.test_schedules import one_of

#: A plan of 2010 to 2025, so that two thirds of its time have passed in 2020.
LONG = """\
catalogue: {title: 甲计划, document: 甲府办〔2010〕1号, region: {name: 甲区}, period: [2011, 2025]}
departments: {教育局: {en: Education}, 民政局: {en: Civil Affairs}}
indicators:
"""


def test_a_geometric_path_is_no_line(judged: Judging) -> None:
    """0.37 → 9.53 of 60 at two thirds of the time is behind: 40.12 was expected (Open SDG: substantial progress)."""
    goal = target("at_least: 60").replace("by: 2020", "by: 2025")
    text = plan(LONG, x=indicator(goal, unit="次"))
    judgement = judged(text, {"a.yaml": report(2010, x="0.37"), "b.yaml": report(2020, x="9.53")}).judgements[-1]
    assert ("behind", "behind_schedule", ()) == stands(judgement)
    assert judgement.progress is not None
    assert "40.1233" == str(judgement.progress.expected.rounded(4).value)


def test_almost_is_not_met(judged: Judging) -> None:
    """79.9 of 80 in the due year is missed (Open SDG: on track; UN chart: ≥ 0.95)."""
    assert ("missed", "", ()) == stands(one_of(judged, "at_least: 80", "", {2015: "60", 2020: "79.9"}))


@pytest.mark.parametrize(("goal", "status"), [("at_least: 80", "behind"), ("at_most: 50", "on_track")])
def test_no_direction_by_default(judged: Judging, goal: str, status: str) -> None:
    """Whether less is better is the comparator's to say: 65 → 60 is right for one promise and wrong for the other."""
    assert status == one_of(judged, goal, "", {2017: "65", 2018: "60"}).status.value


def test_a_goal_of_zero_is_zero(judged: Judging) -> None:
    """0.001 is not at most 0, and a base of zero needs no substitute (Open SDG: 0 becomes 0.001)."""
    assert "missed" == one_of(judged, "at_most: 0", "", {2020: "0.001"}).status.value
    assert "met" == one_of(judged, "at_most: 0", "", {2020: "0"}).status.value
    assert "behind" == one_of(judged, "at_least: 30", "", {2017: "0", 2018: "0.001"}).status.value


def test_a_base_past_the_target(judged: Judging) -> None:
    """90 → 78 against at least 80 lost what it had: behind, and missed when due (UN chart: the signs cancel)."""
    assert ("behind", "lost", ()) == stands(one_of(judged, "at_least: 80", "", {2017: "90", 2019: "78"}))
    assert ("missed", "", ()) == stands(one_of(judged, "at_least: 80", "", {2017: "90", 2020: "78"}))


def test_a_share_of_the_goal_is_no_progress(judged: Judging) -> None:
    """65 → 65 of 80 has gone nowhere, though 65 ÷ 80 is 81 % (完成率 against the share of time)."""
    assert ("behind", "behind_schedule", ()) == stands(one_of(judged, "at_least: 80", "", {2017: "65", 2018: "65"}))


@pytest.mark.parametrize(("value", "status", "gap"), [("12", "missed", "-2"), ("10", "met", "0"), ("0", "met", "10")])
def test_lower_is_better_without_a_quotient(judged: Judging, value: str, status: str, gap: str) -> None:
    """12 of at most 10 is short by 2, and 0 is fine (T ÷ c and 2 − c ÷ T disagree, and one fails at 0)."""
    one = one_of(judged, "at_most: 10", "", {2020: value})
    assert (status, gap) == (one.status.value, str(one.gap))


def test_no_mean_hides_a_failing_series(judged: Judging) -> None:
    """Nine promises kept and one missed are nine and one: nothing is averaged."""
    good = {f"x{at}": indicator(target("at_least: 80"), unit="次") for at in range(9)}
    text = plan(**good, bad=indicator(every_year("at_least: 80", "民政局"), unit="次"))
    outcome = judged(text, report(2020, **dict.fromkeys(good, "800"), bad="79"), ALL_YEARS, ("missed",))
    (section,) = outcome.sections
    assert {"met": 9, "missed": 1} == {status.value: count for status, count in section.counts.items()}
    assert (1, "fail_on") == (outcome.result.code, outcome.result.why)


def test_a_figure_in_doubt_passes_nothing(judged: Judging) -> None:
    """A figure that is not believed is no base, no year before and no reference: what needs it stays open."""
    text = plan(x=indicator(every_year("rises: true"), unit="次"), y=indicator(every_year("not_below: x"), unit="次"))
    stated = report(2019, x="{value: 6, previous: 5}", y="9")
    outcome = judged(text, {"a.yaml": report(2018, x="约5"), "b.yaml": stated})
    assert ["undetermined", "met"] == [judgement.status.value for judgement in outcome.judgements]
    outcome = judged(text, {"a.yaml": report(2018, x="5"), "b.yaml": report(2019, x="约6", y="9")})
    assert ["undetermined", "undetermined"] == [judgement.status.value for judgement in outcome.judgements]
