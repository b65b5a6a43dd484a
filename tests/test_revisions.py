"""A figure of an earlier year may be restated openly: `was` must be what stands, and nothing is picked between two."""

import pytest

from anju_cli.outcome import Status
from tests.samples_of_code import ALL_YEARS, Judging, codes, every_year, indicator, only, plan, report, target

PLAN = plan(
    share=indicator(target("at_least: 80"), more="range: [0, 100]"),
    deaths=indicator(every_year("falls: true"), unit="‰", more="range: [0, 100]"),
)
REVISED = "indicator: deaths, year: 2018, was: 6.1, value: 6.0, reason: 年终复核"


def tail(*revisions: str) -> str:
    """The end of a report that revises earlier figures."""
    return "revisions:\n" + "".join(f"  - {{{one}}}\n" for one in revisions)


def reports(*revisions: str, then: str = "6.1", now: str = "6.05") -> dict[str, str]:
    """Two years of one figure; the later one revises the earlier."""
    return {"2018.yaml": report(2018, deaths=then), "2019.yaml": report(2019, tail=tail(*revisions), deaths=now)}


def test_the_revised_figure_is_the_year_before(judged: Judging) -> None:
    """6.05 is below the 6.1 reported and above the 6.0 it was revised to: it has not fallen."""
    outcome = judged(PLAN, reports(REVISED))
    one = only(outcome, "deaths/falls")
    assert (Status.MISSED, "6.0", ["ANJ506"]) == (one.status, str(one.previous), codes(outcome))


def test_what_was_revised_by_whom_and_why_is_said(judged: Judging) -> None:
    """The note has the old figure, the new one, the year, the reason, and both places."""
    outcome = judged(PLAN, {**reports(REVISED), "2019.yaml": reports(REVISED)["2019.yaml"] + "department: 民政局\n"})
    finding = next(one for one in outcome.findings if one.diagnostic.code == "ANJ506")
    told = finding.diagnostic.arguments
    assert {"was": "6.1", "value": "6.0", "year": "2018", "reason": "年终复核", "by": "民政局"} == {
        key: told[key] for key in ("was", "value", "year", "reason", "by")
    }
    assert [("standing", "6.1", "2018.yaml")] == [
        (one.role, one.written, one.path.rpartition("/")[2]) for one in finding.related
    ]


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [
        (["indicator: deaths, year: 2018, was: 6.2, value: 6.0, reason: 复核"], ["ANJ504"]),
        (["indicator: deaths, year: 2018, was: 约6.1, value: 6.0, reason: 复核"], ["ANJ504"]),
        ([REVISED, REVISED.replace("6.0", "5.9")], ["ANJ505"]),
        ([REVISED, REVISED], ["ANJ505"]),
        (["indicator: deaths, year: 2018, was: 6.1, value: 600, reason: 复核"], ["ANJ204/high", "ANJ506"]),
        (["indicator: deaths, year: 2018, was: 6.1, value: 约6, reason: 复核"], ["ANJ201/words", "ANJ506"]),
    ],
)
def test_a_figure_whose_revision_is_wrong_is_not_believed(
    judged: Judging, revisions: list[str], expected: list[str]
) -> None:
    """Neither the old nor the new figure is judged, nor is it the year before of the next."""
    outcome = judged(PLAN, reports(*revisions), scope=ALL_YEARS)
    old, new = (one for one in outcome.judgements if one.indicator == "deaths")
    assert expected == codes(outcome)
    assert (Status.UNDETERMINED, None) == (old.status, old.value)
    assert (Status.UNDETERMINED, None) == (new.status, new.previous)


def test_a_year_that_is_not_there_is_not_made_up(judged: Judging) -> None:
    """A revision of a year without a report is told and not used."""
    outcome = judged(PLAN, report(2019, tail=tail(REVISED), deaths="6.05"))
    assert (Status.UNDETERMINED, ["ANJ506/alone"]) == (only(outcome, "deaths/falls").status, codes(outcome))


@pytest.mark.parametrize(
    ("revision", "expected"),
    [
        (REVISED.replace(", reason: 年终复核", ""), "ANJ103"),
        (REVISED.replace("年终复核", '" "'), "ANJ103"),
        (REVISED.replace("年终复核", "无"), "ANJ103"),
        (REVISED.replace("2018", "2019"), "ANJ106/not_earlier"),
        (REVISED.replace("2018", "1200"), "ANJ106/outside"),
        (REVISED + ", bogus: 1", "ANJ102"),
        (REVISED + ", value: 5.9", "ANJ110/different"),
        (REVISED.replace("2018", "去年"), "ANJ106/form"),
        (REVISED.replace("deaths", "death"), "ANJ105/near"),
    ],
)
def test_a_revision_says_all_it_must(judged: Judging, revision: str, expected: str) -> None:
    """Indicator, year and reason are required; without them the old figure stands and the file is at fault."""
    outcome = judged(PLAN, reports(revision))
    assert ([expected], 1) == (codes(outcome), outcome.result.code)


def test_a_block_is_no_revised_figure(judged: Judging) -> None:
    """A text over several lines is refused as a revised figure, as it is as any other."""
    keys = ("indicator: deaths", "year: 2018", "was: 6.1", "reason: 复核", "value: |", "  6.0")
    block = "revisions:\n  -\n" + "".join(f"    {key}\n" for key in keys)
    outcome = judged(PLAN, {**reports(), "2019.yaml": report(2019, tail=block, deaths="6.05")})
    assert ["ANJ112"] == codes(outcome)


def test_another_region_is_not_touched(judged: Judging) -> None:
    """A revision is its own region's: the same year and indicator elsewhere stay as they are."""
    elsewhere = report(2018, head="region: 乙区", deaths="6.1")
    outcome = judged(PLAN, {**reports(REVISED), "other.yaml": elsewhere}, scope=ALL_YEARS)
    values = {(one.region, one.year): str(one.value) for one in outcome.judgements if one.indicator == "deaths"}
    assert {("甲区", 2018): "6.0", ("甲区", 2019): "6.05", ("乙区", 2018): "6.1"} == values


def test_a_revision_of_an_unplaced_report_is_not_used(judged: Judging) -> None:
    """A report whose region can't be believed revises nothing."""
    broken = {**reports(REVISED), "2019.yaml": reports(REVISED)["2019.yaml"] + "region: 甲甲城区\n"}
    outcome = judged(PLAN, broken, scope=ALL_YEARS)
    assert ["6.1"] == [str(one.value) for one in outcome.judgements if one.indicator == "deaths"]
