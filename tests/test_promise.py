"""A promise, compiled once: what belongs to the plan is read from it."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from anju_cli.catalogue import Catalogue, Indicator, Promise
from anju_cli.catalogue.models import Baseline
from anju_cli.catalogue.promise import promises_of
from anju_cli.comparators import GOALS, Bounds
from anju_cli.loading import load_catalogue
from tests.outcomes import promised, words
from tests.samples_of_code import every_year, indicator, plan, target

D = Decimal


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Two indicators with three promises, one of them held against the second indicator."""
    more = "area: a, partners: [民政局], milestones: {2019: 76}, baseline: {year: 2017, value: 60}"
    text = plan(
        share=indicator(target("at_least: 80", more=more), every_year("not_below: floor", lead="民政局")),
        floor=indicator(every_year("does_not_fall: true")),
    ).replace("indicators:", "areas: {a: 甲}\nindicators:", 1)
    path = tmp_path / "plan.yaml"
    path.write_text(text, "utf-8")
    loaded = load_catalogue(str(path)).catalogue
    assert loaded is not None
    return loaded


def test_promises_stand_in_the_catalogues_order(catalogue: Catalogue) -> None:
    """A promise is named by its indicator and comparator, and knows its way through the catalogue."""
    assert [
        ("share/at_least", "share", ("indicators", "share", "targets", 0)),
        ("share/not_below", "share", ("indicators", "share", "targets", 1)),
        ("floor/does_not_fall", "floor", ("indicators", "floor", "targets", 0)),
    ] == [(promise.key, promise.id, promise.route) for promise in catalogue.promises]


def test_promises_about_an_indicator(catalogue: Catalogue) -> None:
    """The promises are those about each indicator, one indicator after the other."""
    assert catalogue.promises == (*catalogue.promises_about["share"], *catalogue.promises_about["floor"])


def test_what_belongs_to_the_plan_is_read_from_the_promise(catalogue: Catalogue) -> None:
    """Name, unit, area, lead, year, goal, base and milestones are the catalogue's."""
    share = catalogue.promises[0]
    assert (words("share率", "share"), "%", "a", "教育局") == (share.name, share.unit, share.area, share.lead)
    assert (2020, (2018, 2020), Bounds(D(80))) == (share.due, share.period, share.bounds)
    assert (Baseline(2017, D(60)), {2019: D(76)}) == (share.baseline, dict(share.milestones))
    assert (share.target.goal, share.target.goal.describe()) == (share.goal, share.description)


def test_only_a_relative_promise_has_a_reference(catalogue: Catalogue) -> None:
    """What a promise is held against is compiled into it; a promise of every year is due by none."""
    level, relative, direction = catalogue.promises
    assert (None, catalogue.indicators["floor"], None) == (level.reference, relative.reference, direction.reference)
    assert (None, "民政局", "") == (relative.due, relative.lead, relative.area)


def test_a_reference_that_the_catalogue_lacks() -> None:
    """A promise held against an unknown indicator has no reference: checking the catalogue says so."""
    assert promised("x", words("甲"), ("not_below", "y")).reference is None


@pytest.mark.parametrize(
    ("kind", "best"),
    [("rises", D(100)), ("falls", D(0)), ("does_not_fall", D(100)), ("at_least", None), ("at_most", None)],
)
def test_the_best_value_is_the_end_that_a_direction_points_to(kind: str, best: Decimal | None) -> None:
    """A direction leads to one end of the possible range; a goal with a bound asks for no more than that."""
    goal = GOALS[kind].read("true" if kind not in {"at_least", "at_most"} else "80", ())
    assert best == _promise(goal=goal, indicator={"range": (D(0), D(100))}).best


def _promise(indicator: dict[str, Any] | None = None, **more: Any) -> Promise:
    """A promise about an indicator in per cent, with other fields of either."""
    by = more.pop("by", 2020)
    plain = promised("x", words("甲"), ("at_least", "80"), by=by).target
    made = Indicator(words("甲"), "%", targets=(plain._replace(**more),))._replace(**(indicator or {}))
    (promise,) = promises_of("x", {"x": made}, (2018, 2020))
    return promise


@pytest.mark.parametrize(
    ("promise", "paced"),
    [
        (_promise(), True),
        (_promise(indicator={"kind": "total"}), True),
        (_promise(indicator={"kind": "yearly"}), False),
        (_promise(pace="none"), False),
        (_promise(goal=GOALS["rises"].read("true", ())), False),
        (_promise(goal=GOALS["grade_at_least"].read("甲", ("甲",))), False),
        (_promise(goal=GOALS["not_below"].read("y", ())), False),
    ],
)
def test_whether_a_line_leads_there(promise: Promise, paced: bool) -> None:
    """None leads to grades, directions and relatives, to what each year has of its own, or where the plan says so."""
    assert paced == promise.paced
