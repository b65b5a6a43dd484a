"""What an outcome counts, groups and sorts: once, for every format."""

from decimal import Decimal

import pytest

from anju_cli.codes import CODES, Level
from anju_cli.comparators import GoalDescription
from anju_cli.diagnostics import Diagnostic, WrittenReason
from anju_cli.outcome import Judgement, Section, Status
from anju_cli.places import Place
from anju_cli.tally import tally_of
from tests.outcomes import BEDS, EMPTY, OUTCOME, QUIET, changed
from tests.samples_of_code import HEAD, every_year, indicator, plan, target
from tests.test_catalogue import usable


def one(status: Status, lead: str = "甲局", area: str = "", name: str = "") -> Judgement:
    """A promise in a status."""
    return changed(BEDS, status=status, lead=lead, area=area, id_=name)


def section(*ones: Judgement) -> Section:
    """A section of some promises."""
    counts = {status: sum(judgement.status is status for judgement in ones) for status in Status}
    return Section(
        "甲区",
        2019,
        own=True,
        history=False,
        sample=False,
        asked=len(ones),
        not_asked=0,
        counts=counts,
        judgements=ones,
    )


def test_worst_first() -> None:
    """Statuses stand in the order in which people read: what is missed before what is met, grey last."""
    assert ["missed", "behind", "on_track", "met", "undetermined"] == [status.value for status in Status][:5]


def test_departments_are_told_worst_first() -> None:
    """The lead with the most missed comes first, then the most behind; each with its worst promise first."""
    ones = (
        one(Status.MET, "甲局", name="a"), one(Status.MISSED, "乙局", name="b"), one(Status.BEHIND, "丙局", name="c"),
        one(Status.BEHIND, "乙局", name="d"), one(Status.MISSED, "丁局", name="e"),
        one(Status.MISSED, "甲局", name="f"),
    )  # fmt: skip
    leads = [(lead, [one.indicator for one in mine]) for lead, mine in section(*ones).by_lead()]
    assert [("乙局", ["b", "d"]), ("甲局", ["f", "a"]), ("丁局", ["e"]), ("丙局", ["c"])] == leads


def test_areas_are_told_in_the_plans_order() -> None:
    """Known areas in the plan's order, unknown ones behind them, none left out."""
    ones = (
        one(Status.MET, area="z"),
        one(Status.MET, area="care"),
        one(Status.MISSED, area="edu"),
        one(Status.MISSED, area="care"),
    )
    assert [("edu", 1), ("care", 2), ("z", 1)] == [
        (area, len(mine)) for area, mine in section(*ones).by_area(("edu", "work", "care"))
    ]


def test_those_of_some_statuses() -> None:
    """Chosen by status, worst first, in their order otherwise."""
    ones = (
        one(Status.BEHIND, name="a"),
        one(Status.MET, name="b"),
        one(Status.MISSED, name="c"),
        one(Status.BEHIND, name="d"),
    )
    assert ["c", "a", "d"] == [one.indicator for one in section(*ones).with_status(Status.BEHIND, Status.MISSED)]


@pytest.mark.parametrize("status", Status)
def test_what_is_short(status: Status) -> None:
    """Missed and behind are short; nothing else is."""
    assert (status in {Status.MISSED, Status.BEHIND}) == one(status).short


def test_how_many_are_met() -> None:
    """On track is not yet met."""
    assert (1, 0) == (section(one(Status.MET), one(Status.ON_TRACK)).met, section(one(Status.MISSED)).met)
    assert 0 == Section("甲区", 2019, True, False, False, 0, 0, {}, ()).met  # noqa: FBT003 - nothing at all


def test_an_outcome_counts() -> None:
    """Findings by level, explained ones, all judgements, and whether any figure is imagined."""
    assert [3, 2, 1] == [tally_of(OUTCOME).levels[level] for level in Level]
    assert (1, 20, True) == (tally_of(OUTCOME).explained, len(OUTCOME.judgements), OUTCOME.sample)
    assert (0, 1, False) == (tally_of(QUIET).explained, len(QUIET.judgements), QUIET.sample)
    assert (0, (), False) == (tally_of(EMPTY).explained, EMPTY.judgements, EMPTY.sample)


GOALS = [
    ("at_least: 80", GoalDescription("at_least", Decimal(80), Decimal(80), None)),
    ("at_most: 10", GoalDescription("at_most", Decimal(10), None, Decimal(10))),
    ("exactly: 1", GoalDescription("exactly", Decimal(1), Decimal(1), Decimal(1))),
    ("between: [1, 2]", GoalDescription("between", None, Decimal(1), Decimal(2))),
    ("about: {value: 75, within: 2}", GoalDescription("about", Decimal(75), Decimal(73), Decimal(77), Decimal(2))),
    ("complete: true", GoalDescription("complete", Decimal(100), Decimal(100), None)),
    ("rises: true", GoalDescription("rises")),
    ("grade_at_least: 甲等", GoalDescription("grade_at_least", grade="甲等")),
]


@pytest.mark.parametrize(("goal", "expected"), GOALS)
def test_a_goal_as_numbers(goal: str, expected: GoalDescription) -> None:
    """What does not apply is absent, never a zero."""
    more = "grades: [乙等, 甲等]" if expected.grade else ""
    catalogue = usable(plan(x=indicator(every_year(goal), more=more)))
    assert expected == catalogue.promises[0].description


def test_a_relative_goal_names_its_reference() -> None:
    """The reference by id and by name."""
    catalogue = usable(plan(HEAD, wage=indicator(target("not_below: floor")), floor=indicator()))
    promise = catalogue.promises[0]
    goal = promise.description
    assert ("floor", "floor率", None) == (goal.reference, promise.reference and promise.reference.name.zh, goal.value)


@pytest.mark.parametrize(("code", "expected"), [("ANJ204", True), ("ANJ205", True), ("ANJ301", False)])
def test_what_holds_a_judgement_back(code: str, expected: bool) -> None:
    """An error, and a query that nothing explains; never a note."""
    diagnostic = Diagnostic(code, Place("a.yaml"))
    explained = diagnostic._replace(explanation=WrittenReason("属实", Place("a.yaml")))
    assert (expected, expected and code != "ANJ205") == (diagnostic.open, explained.open)


def test_a_level_is_fixed_by_its_code() -> None:
    """Every finding weighs what the table of codes says."""
    assert list(CODES.values()) == [Diagnostic(code, Place("")).level for code in CODES]
