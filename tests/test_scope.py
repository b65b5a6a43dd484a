"""Which promises are asked of whom, and what is left out by the options."""

import pytest

from anju_cli.assessment import Scope
from anju_cli.outcome import Outcome, Section, Status
from tests.samples_of_code import HEAD, Judging, codes, every_year, indicator, only, plan, report, target

PLAN = plan(
    HEAD.replace("departments:", "areas: {edu: 教育, care: {zh: 养老, en: Care}}\ndepartments:"),
    share=indicator(target("at_least: 80", more="area: edu"), every_year("rises: true", more="area: edu")),
    beds=indicator(target("at_least: 37", lead="民政局", more="area: care"), unit="张"),
    wage=indicator(every_year("not_below: floor", lead="民政局", more="area: care"), unit="元"),
    floor=indicator(unit="元"),
)
PROMISES = ["share/at_least", "share/rises", "beds/at_least", "wage/not_below"]


def asked(outcome: Outcome) -> list[str]:
    """The promises that were asked, of every section."""
    return [judgement.target for judgement in outcome.judgements]


def section(outcome: Outcome) -> Section:
    """The one section there is."""
    (section,) = outcome.sections
    return section


HEADS = [
    ("", PROMISES),
    ("department: 教育局", PROMISES[:2]),
    ("department: 民政局", ["share/at_least", "share/rises", *PROMISES[2:]]),
    ("scope: reported", PROMISES[:2]),
    ("department: 教育局\nscope: reported", PROMISES[:2]),
    ("department: 民政局\nscope: reported", PROMISES[:2]),
    ("region: 乙县", PROMISES[:2]),
    ("region: 乙县\ndepartment: 民政局", PROMISES[:2]),
]


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_what_is_asked_of_a_report(judged: Judging, head: str, expected: list[str]) -> None:
    """No department is every promise; a department is asked for what it leads, and for what it reports besides."""
    outcome = judged(PLAN, report(2019, head=head, share="78.5"))
    own = "乙县" not in head
    assert expected == asked(outcome)
    assert (len(expected), 4 - len(expected) if own else 0) == (section(outcome).asked, section(outcome).not_asked)


def test_the_union_over_reports(judged: Judging) -> None:
    """Several departments answer for their promises together; the rest is told by lead."""
    reports = {
        "a.yaml": report(2019, head="department: 教育局", share="78.5"),
        "b.yaml": report(2019, head="scope: reported", beds="33"),
    }
    own = section(judged(PLAN, reports))
    assert (3, 1, (("民政局", 1),)) == (own.asked, own.not_asked, own.not_asked_leads)


def test_totals_add_up(judged: Judging) -> None:
    """The counts of a section are its promises asked, and with those not asked all of the plan's."""
    own = section(judged(PLAN, report(2019, head="department: 教育局", share="待报")))
    assert ({Status.PENDING: 2}, 2, 4) == (own.counts, own.asked, own.asked + own.not_asked)


def test_a_misshapen_figure_is_asked_for(judged: Judging) -> None:
    """Who reports no more than something unreadable has reported it all the same."""
    outcome = judged(PLAN, report(2019, head="scope: reported", beds="[33]"))
    assert ["beds/at_least"] == asked(outcome)


def test_a_figure_that_the_department_does_not_lead(judged: Judging) -> None:
    """It is taken, with a note that names who leads it; a figure without a promise has no lead."""
    outcome = judged(PLAN, report(2019, head="department: 教育局", share="78.5", beds="33", floor="300"))
    assert (["ANJ601"], 2) == (codes(outcome), outcome.findings[0].span and outcome.findings[0].span.line - 3)
    assert ("教育局", "民政局") == tuple(
        outcome.findings[0].diagnostic.arguments[key] for key in ("department", "leads")
    )


@pytest.mark.parametrize(
    ("figures", "expected"), [({"wage": "400"}, 1), ({"wage": "400", "floor": "300"}, 0), ({"floor": "3"}, 0)]
)
def test_who_reports_a_relative_reports_its_reference(judged: Judging, figures: dict[str, str], expected: int) -> None:
    """A figure that is held against another one needs it."""
    assert ["ANJ602"] * expected == codes(judged(PLAN, report(2019, **figures)))


def test_a_reference_in_another_file(judged: Judging) -> None:
    """The reference may come in any report of the region and year."""
    reports = {"a.yaml": report(2019, wage="400"), "b.yaml": report(2019, head="scope: reported", floor="300")}
    outcome = judged(PLAN, reports)
    assert ([], Status.MET) == (codes(outcome), only(outcome, "wage/not_below").status)


SCOPES = [
    (Scope(), PROMISES, 0),
    (Scope(departments=("教育局",)), PROMISES[:2], 2),
    (Scope(departments=("教育局", "民政局")), PROMISES, 0),
    (Scope(areas=("care",)), PROMISES[2:], 2),
    (Scope(bases=("number",)), PROMISES, 0),
    (Scope(bases=("universal",)), [], 4),
    (Scope(departments=("教育局",), areas=("care",)), [], 4),
]


@pytest.mark.parametrize(("scope", "expected", "left_out"), SCOPES)
def test_what_the_options_leave_out(judged: Judging, scope: Scope, expected: list[str], left_out: int) -> None:
    """What is left out is counted, and what was asked adds up with it."""
    outcome = judged(PLAN, report(2019, share="78.5", wage="1", floor="1"), scope)
    assert (expected, left_out) == (asked(outcome), outcome.coverage.left_out)


def test_filters_are_told(judged: Judging) -> None:
    """Every option that leaves something out is named with its values."""
    scope = Scope(years=(2018, 2019), departments=("教育局",), areas=("edu",), bases=("number",))
    expected = (("department", ("教育局",)), ("area", ("edu",)), ("basis", ("number",)), ("year", ("2018", "2019")))
    assert expected == judged(PLAN, report(2019, share="1"), scope).coverage.filters


YEARS = [
    (Scope(), [("甲区", 2019), ("乙县", 2018)]),
    (Scope(years=(2018,)), [("甲区", 2018), ("乙县", 2018)]),
    (Scope(years=(2018, 2019)), [("甲区", 2018), ("甲区", 2019), ("乙县", 2018)]),
    (Scope(years=(2020,)), []),
    (Scope(all_years=True), [("甲区", 2017), ("甲区", 2018), ("甲区", 2019), ("乙县", 2018)]),
]


@pytest.mark.parametrize(("scope", "expected"), YEARS)
def test_which_years_are_shown(judged: Judging, scope: Scope, expected: list[tuple[str, int]]) -> None:
    """The newest year of each region unless told otherwise; the own region first, years in order."""
    reports = {
        "a.yaml": report(2017, share="60"),
        "b.yaml": report(2018, share="61"),
        "c.yaml": report(2019, share="62"),
        "d.yaml": report(2018, head="region: 乙县", share="70"),
    }
    assert expected == [(section.region, section.year) for section in judged(PLAN, reports, scope).sections]


def test_years_not_shown_are_still_checked(judged: Judging) -> None:
    """An error in a year that is not shown is an error."""
    reports = {"a.yaml": report(2018, share="约60"), "b.yaml": report(2019, share="62")}
    assert ["ANJ201/words"] == codes(judged(PLAN, reports))


@pytest.mark.parametrize(("year", "expected"), [(2017, ["ANJ603"]), (2018, []), (2020, []), (2021, ["ANJ604"])])
def test_years_outside_the_plan_are_told(judged: Judging, year: int, expected: list[str]) -> None:
    """A year before the plan is history, one after it is marked; both are noted."""
    outcome = judged(PLAN, report(year, share="60"))
    assert expected == codes(outcome)
    if expected:
        assert {"year": str(year), "first": "2018", "last": "2020"} == outcome.findings[0].diagnostic.arguments
