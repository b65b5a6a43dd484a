"""What must be true of judging over time whatever the numbers are."""

import itertools
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from anju_cli.assessment import Scope, judge
from anju_cli.catalogue import Catalogue
from anju_cli.formats import View
from anju_cli.loading import load_catalogue
from anju_cli.numbers import Written
from anju_cli.outcome import Judgement, Status
from anju_cli.places import Place
from anju_cli.submission import Figure, Quantity, Submission
from tests.rendering import document
from tests.samples_of_code import ALL_YEARS, Judging, indicator, judge_in, plan, report, target

#: From worst to best; a better figure never goes back.
RANK = {Status.MISSED: 0, Status.BEHIND: 0, Status.ON_TRACK: 1, Status.MET: 2}

GOALS = {
    "up": "at_least: 80", "above": "greater_than: 80", "down": "at_most: 20", "below": "less_than: 20",
}  # fmt: skip
UP = frozenset({"up", "above"})
tenths = st.integers(-300, 1300).map(lambda number: Decimal(number).scaleb(-1))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a catalogue of one indicator a goal, with and without a milestone, in units and tenths of them."""
    found = tmp_path_factory.mktemp("plans")
    shown = {key: indicator(target(goal), unit="次") for key, goal in GOALS.items()}
    shown |= {
        "up_by": indicator(target("at_least: 80", more="milestones: {2018: 40}"), unit="次"),
        "down_by": indicator(target("at_most: 20", more="milestones: {2019: 50}"), unit="次"),
        "up_ten": indicator(target("at_least: 800"), unit="次"),
        "down_ten": indicator(target("at_most: 200"), unit="次"),
    }
    (found / "plan.yaml").write_text(plan(**shown), "utf-8")
    return found


def judged_by(folder: Path, id_: str, values: dict[int, Decimal]) -> Judgement:
    """The newest judgement of a series."""
    catalogue = _catalogue(str(folder / "plan.yaml"))
    submissions = tuple(_submission(id_, year, value) for year, value in values.items())
    judged = judge(submissions, (), catalogue, Scope())
    return next(judgement for judgement in judged.sections[-1].judgements if judgement.indicator == id_)


@lru_cache
def _catalogue(path: str) -> Catalogue:
    catalogue = load_catalogue(path).catalogue
    assert catalogue is not None
    return catalogue


def _submission(id_: str, year: int, value: Decimal) -> Submission:
    quantity = Quantity(str(value), Written(value, "", 0, 0), value)
    place = Place(f"{year}.yaml", ("figures", id_))
    figure = Figure(id_, quantity, None, None, None, None, None, None, place)
    return Submission(place.path, "甲区", year, None, "reported", sample=False, figures={id_: figure})


calm = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@calm
@given(st.sampled_from([*GOALS, "up_by", "down_by"]), tenths, tenths, tenths, st.integers(2018, 2021))
def test_a_better_figure_never_worsens_a_status(
    folder: Path, id_: str, base: Decimal, number: Decimal, other: Decimal, year: int
) -> None:
    """Of two figures in the promise's direction, the better one stands at least as well."""
    up = id_ in UP | {"up_by"}
    worse, better = sorted((number, other), reverse=not up)
    ranks = [RANK[judged_by(folder, id_, {2017: base, year: value}).status] for value in (worse, better)]
    assert sorted(ranks) == ranks


@calm
@given(st.sampled_from(["up", "down"]), tenths, tenths, st.integers(2018, 2021))
def test_the_unit_does_not_matter(folder: Path, id_: str, base: Decimal, value: Decimal, year: int) -> None:
    """Counted in tenths of the unit, everything is ten times as much and stands the same."""
    one = judged_by(folder, id_, {2017: base, year: value})
    ten = judged_by(folder, f"{id_}_ten", {2017: base * 10, year: value * 10})
    assert (one.status, one.detail, one.reasons) == (ten.status, ten.detail, ten.reasons)
    assert (one.gap and one.gap * 10) == ten.gap
    if one.progress is not None and ten.progress is not None:
        assert one.progress.suffices == ten.progress.suffices
        assert abs(one.progress.expected.value * 10 - ten.progress.expected.value) <= Decimal("0.001")


@calm
@given(st.sampled_from(["up", "down", "above", "below"]), tenths, tenths, st.integers(2018, 2019))
def test_on_the_line_means_the_projection_meets(
    folder: Path, id_: str, base: Decimal, value: Decimal, year: int
) -> None:
    """Without milestones, on or above the line ⇔ the straight projection reaches the goal (a strict one: its bound)."""
    one = judged_by(folder, id_, {2017: base, year: value})
    assume(one.progress is not None and one.detail != "lost")
    assert one.progress is not None
    exactly = one.progress.difference.value == 0
    assert (one.status is Status.ON_TRACK) == (one.progress.suffices or (exactly and id_ in {"above", "below"}))


@calm
@given(st.sampled_from(["up", "down", "up_by", "down_by"]), tenths, tenths, st.integers(2018, 2019))
def test_expected_and_difference_make_the_figure(
    folder: Path, id_: str, base: Decimal, value: Decimal, year: int
) -> None:
    """What was expected and the difference, in the promise's direction, are the figure."""
    pace = judged_by(folder, id_, {2017: base, year: value}).progress
    assume(pace is not None and pace.expected.exact and pace.difference.exact)
    assert pace is not None
    sign = 1 if pace.expected.value + pace.difference.value == value else -1
    assert value == pace.expected.value + sign * pace.difference.value


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    """Whatever order the files are given in, every judgement and finding is the same."""
    text = plan(x=indicator(target("at_least: 80"), unit="次"), y=indicator(target("at_most: 5"), unit="次"))
    reports = {
        "a.yaml": report(2017, x="60", y="约9"), "b.yaml": report(2018, x="70", y="8"),
        "c.yaml": report(2019, head="region: 乙区", x="90"), "d.yaml": report(2018, y="8"),
    }  # fmt: skip
    shown = set()
    for order in itertools.permutations(reports):
        outcome = judge_in(tmp_path, text, {name: reports[name] for name in order}, ALL_YEARS)
        shown.add(document("json", outcome._replace(reports=()), View()))
    assert 1 == len(shown)


def test_two_files_of_one_year(judged: Judging) -> None:
    """A year told in two files is one year: what they differ in is judged by neither."""
    text = plan(x=indicator(target("at_least: 80"), unit="次"))
    outcome = judged(text, {"a.yaml": report(2020, x="85"), "b.yaml": report(2020, x="75")})
    assert [("undetermined", None)] == [(judgement.status.value, judgement.value) for judgement in outcome.judgements]
