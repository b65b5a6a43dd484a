"""A figure of an earlier year may be restated openly: `was` must be what stands, and nothing is picked between two."""

import pytest

from anju_cli.assessment import Scope
from anju_cli.formats import FORMATS, View
from anju_cli.outcome import Status
from tests.rendering import document
from tests.samples_of_code import (
    ALL_YEARS,
    SHARE,
    Judging,
    codes,
    every_year,
    indicator,
    only,
    plan,
    report,
    stands,
    target,
    told,
)

PLAN = plan(
    share=indicator(target("at_least: 80"), more="range: [0, 100]"),
    deaths=indicator(every_year("falls: true"), unit="‰", more="range: [0, 100]"),
)
REVISED = "indicator: deaths, year: 2018, was: 6.1, value: 6.0, reason: 年终复核"


def tail(*revisions: str) -> str:
    """The end of a report that revises earlier figures."""
    return "revisions:\n" + "".join(f"  - {{{revision}}}\n" for revision in revisions)


def reports(*revisions: str, then: str = "6.1", now: str = "6.05") -> dict[str, str]:
    """Two years of one figure; the later one revises the earlier."""
    return {"2018.yaml": report(2018, deaths=then), "2019.yaml": report(2019, tail=tail(*revisions), deaths=now)}


def test_the_revised_figure_is_the_year_before(judged: Judging) -> None:
    """6.05 is below the 6.1 reported and above the 6.0 it was revised to: it has not fallen."""
    outcome = judged(PLAN, reports(REVISED))
    judgement = only(outcome, "deaths/falls")
    assert (Status.MISSED, "6.0", ["ANJ506/file"]) == (judgement.status, str(judgement.before), codes(outcome))


def test_what_was_revised_by_whom_and_why_is_said(judged: Judging) -> None:
    """The note has the old figure, the new one, the year, the reason, and both places."""
    outcome = judged(PLAN, {**reports(REVISED), "2019.yaml": reports(REVISED)["2019.yaml"] + "department: 民政局\n"})
    finding = next(finding for finding in outcome.findings if finding.diagnostic.code == "ANJ506")
    told = finding.diagnostic.arguments
    assert {"was": "6.1", "value": "6.0", "year": "2018", "reason": "年终复核", "by": "民政局"} == {
        key: told[key] for key in ("was", "value", "year", "reason", "by")
    }
    assert [("standing", "6.1", "2018.yaml")] == [
        (place.role, place.written, place.path.rpartition("/")[2]) for place in finding.related
    ]


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [
        (["indicator: deaths, year: 2018, was: 6.2, value: 6.0, reason: 复核"], ["ANJ504"]),
        (["indicator: deaths, year: 2018, was: 约6.1, value: 6.0, reason: 复核"], ["ANJ504/unread"]),
        ([REVISED, REVISED.replace("6.0", "5.9")], ["ANJ505"]),
        ([REVISED, REVISED], ["ANJ505"]),
        (["indicator: deaths, year: 2018, was: 6.1, value: 600, reason: 复核"], ["ANJ204/high"]),
        (["indicator: deaths, year: 2018, was: 6.1, value: 待报, reason: 复核"], ["ANJ507"]),
        (["indicator: deaths, year: 2018, was: 6.1, value: 无, reason: 复核"], ["ANJ507"]),
        ([REVISED, REVISED.replace(", reason: 年终复核", "")], ["ANJ103/revision", "ANJ505"]),
        (["indicator: deaths, year: 2018, was: 6.1, value: 约6, reason: 复核"], ["ANJ201/words"]),
    ],
)
def test_a_figure_whose_revision_is_wrong_is_not_believed(
    judged: Judging, revisions: list[str], expected: list[str]
) -> None:
    """Neither the old nor the new figure is judged, nor is it the year before of the next."""
    outcome = judged(PLAN, reports(*revisions), scope=ALL_YEARS)
    old, new = (judgement for judgement in outcome.judgements if judgement.indicator == "deaths")
    assert expected == codes(outcome)
    assert (Status.UNDETERMINED, None) == (old.status, old.value)
    assert (Status.UNDETERMINED, None) == (new.status, new.before)


def test_a_year_that_is_not_there_is_not_made_up(judged: Judging) -> None:
    """A revision of a year without a report is told and not used."""
    outcome = judged(PLAN, report(2019, tail=tail(REVISED), deaths="6.05"))
    assert (Status.UNDETERMINED, ["ANJ506/alone"]) == (only(outcome, "deaths/falls").status, codes(outcome))


@pytest.mark.parametrize(
    ("revision", "expected"),
    [
        (REVISED.replace(", reason: 年终复核", ""), "ANJ103/revision"),
        (REVISED.replace(", value: 6.0", ""), "ANJ103/revision"),
        (REVISED.replace(", was: 6.1", ""), "ANJ103/revision"),
        (REVISED.replace("年终复核", '" "'), "ANJ103/revision"),
        (REVISED.replace("年终复核", "无"), "ANJ103/empty"),
        (REVISED.replace("2018", "2019"), "ANJ106/not_earlier"),
        (REVISED.replace("2018", "1200"), "ANJ106/outside"),
        (REVISED + ", bogus: 1", "ANJ102"),
        (REVISED + ", value: 5.9", "ANJ110/different"),
        (REVISED.replace("2018", "去年"), "ANJ106/form"),
        (REVISED.replace("year: 2018", "year: [2018]"), "ANJ104/text"),
        (REVISED + ", year: 2017", "ANJ110/different"),
        (REVISED.replace("year: 2018", "year: 2017, year: 2018"), "ANJ110/different"),
        (REVISED.replace("deaths", "death"), "ANJ105/near"),
    ],
)
def test_a_revision_says_all_it_must(judged: Judging, revision: str, expected: str) -> None:
    """Everything is required; without it the file is at fault, and the figure it names is in doubt."""
    outcome = judged(PLAN, reports(revision), scope=ALL_YEARS)
    assert ([expected], 1) == (codes(outcome), outcome.result.code)
    every = 2018 if "去年" in revision or "[2018]" in revision else None  # the only earlier year there is
    named = next((year for year in (2018, 2019) if f"year: {year}" in revision and "death," not in revision), every)
    doubted = [
        judgement.year
        for judgement in outcome.judgements
        if judgement.indicator == "deaths" and judgement.value is None
    ]
    assert ([named] if named else []) == doubted


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
    values = {
        (judgement.region, judgement.year): str(judgement.value)
        for judgement in outcome.judgements
        if judgement.indicator == "deaths"
    }
    assert {("甲区", 2018): "6.0", ("甲区", 2019): "6.05", ("乙区", 2018): "6.1"} == values


def test_a_revision_of_an_unplaced_report_leaves_doubt(judged: Judging) -> None:
    """A report whose region can't be believed revises nothing, and what it names is in doubt in every region."""
    broken = {**reports(REVISED), "2019.yaml": reports(REVISED)["2019.yaml"] + "region: 甲甲城区\n"}
    outcome = judged(PLAN, broken, scope=ALL_YEARS)
    assert [("undetermined", "", ("ANJ114",))] == [
        stands(judgement) for judgement in outcome.judgements if judgement.written == "6.1"
    ]


UNFINISHED = "revisions:\n  - {" + REVISED + '}\n  - {indicator: deaths, year: 2018, was: 6.1, value: 5.9, reason: "又'
TWO_LISTS = f"{tail(REVISED)}{tail(REVISED.replace('6.0', '5.9'))}"


@pytest.mark.parametrize(
    ("head", "end"),
    [("", UNFINISHED), ("", TWO_LISTS), ("", TWO_LISTS.replace("revisions", "修订", 1)), ("年度: 2019", tail(REVISED))],
    ids=["broken off", "a list twice", "a list in two languages", "two years"],
)
def test_a_file_in_doubt_revises_nothing(judged: Judging, head: str, end: str) -> None:
    """What stands in a file that could not be read whole may be half of it: what it names is judged by neither."""
    later = report(2019, head=head, tail=end, deaths="6.05")
    outcome = judged(PLAN, {**reports(), "2019.yaml": later}, scope=ALL_YEARS)
    assert None in {
        judgement.value for judgement in outcome.judgements if (judgement.indicator, judgement.year) == ("deaths", 2018)
    }


def test_a_report_without_its_year_revises_nothing(judged: Judging) -> None:
    """Whether it is later than what it restates is not known: the figure is in doubt."""
    outcome = judged(PLAN, {**reports(), "2019.yaml": report(201, tail=tail(REVISED), deaths="6.05")}, scope=ALL_YEARS)
    assert [("undetermined", "", ("ANJ106",))] == [
        stands(judgement) for judgement in outcome.judgements if judgement.written == "6.1"
    ]


#: An older report, with its own year before; what the revising report says of that year; and what comes of it.
CHAINS = [
    # what was right when it was written stays right, and is judged by what was restated since
    ({2017: "60", 2018: "{value: 71, previous: 60}"}, "2017, was: 60, value: 68", [], "behind", "68"),
    ({2017: "60", 2018: "{value: 71, previous: 68}"}, "2017, was: 60, value: 68", [], "behind", "68"),
    ({2017: "60", 2018: "{value: 71, previous: 61}"}, "2017, was: 60, value: 68", ["ANJ501"], "undetermined", None),
    # no report of that year is there, but one that states it as its year before
    ({2018: "{value: 71, previous: 60}"}, "2017, was: 60, value: 68", [], "behind", "68"),
    ({2018: "{value: 71, previous: 60}"}, "2017, was: 61, value: 68", ["ANJ504"], "undetermined", "71"),
]


@pytest.mark.parametrize(("figures", "revision", "expected", "status", "base"), CHAINS)
def test_an_older_report_is_held_against_what_stood_then(
    judged: Judging, figures: dict[int, str], revision: str, expected: list[str], status: str, base: str | None
) -> None:
    """A later revision makes no honest report wrong; the base is the figure as it was restated."""
    older = {f"{year}.yaml": report(year, share=text) for year, text in figures.items()}
    newest = report(2019, tail=tail(f"indicator: share, year: {revision}, reason: 审计"), share="78")
    outcome = judged(PLAN, {**older, "2019.yaml": newest}, scope=ALL_YEARS)
    one = next(
        judgement for judgement in outcome.judgements if (judgement.indicator, judgement.year) == ("share", 2018)
    )
    assert (expected, status) == ([code for code in codes(outcome) if code in {"ANJ501", "ANJ504"}], one.status.value)
    assert base == (one.base and str(one.base.value))


@pytest.mark.parametrize(("previous", "expected"), [("6.1", ["ANJ501"]), ("6.0", []), ("6.2", ["ANJ501"])])
@pytest.mark.parametrize("with_report", [True, False])
def test_a_report_does_not_contradict_itself(
    judged: Judging, previous: str, expected: list[str], with_report: bool
) -> None:
    """Who restates last year's figure states the new one beside this year's, with or without last year's report."""
    now = report(2019, tail=tail(REVISED), deaths=f"{{value: 6.05, previous: {previous}}}")
    outcome = judged(PLAN, {"2018.yaml": report(2018, deaths="6.1")} | {"2019.yaml": now} if with_report else now)
    assert expected == [code for code in codes(outcome) if code == "ANJ501"]
    status = Status.UNDETERMINED if expected else Status.MISSED
    assert status == next(judgement.status for judgement in outcome.judgements if judgement.target == "deaths/falls")


def test_pending_beside_the_figure_is_no_other_figure(judged: Judging) -> None:
    """A second file of that year with 待报 does not stand in the way of a revision."""
    outcome = judged(PLAN, {**reports(REVISED), "2018b.yaml": report(2018, deaths="待报")})
    assert (Status.MISSED, "6.0") == (only(outcome, "deaths/falls").status, str(only(outcome, "deaths/falls").before))


LARGE = PLAN.replace("range: [0, 100], targets: [{falls", "range: [0, 100], max_change: 1, targets: [{falls")


def test_a_query_on_the_new_figure_is_explained_beside_the_revision(judged: Judging) -> None:
    """The query stands at the revision, and so may its reason; the same reason is not missed in its own year."""
    moved = REVISED.replace("6.0", "4.0")
    reason = "explanations:\n  - {code: ANJ502, indicator: deaths, value: 4.0, reason: 口径改变}\n"
    files = {"2017.yaml": report(2017, deaths="6.3"), **reports(moved, now="4.1")}
    asked = judged(LARGE, files, scope=ALL_YEARS)
    assert "ANJ502/down" in codes(asked)
    files["2019.yaml"] += reason
    outcome = judged(LARGE, files, scope=ALL_YEARS)
    one = next(
        judgement for judgement in outcome.judgements if (judgement.indicator, judgement.year) == ("deaths", 2018)
    )
    assert (Status.MET, ("ANJ502",)) == (one.status, one.explained)
    assert {"ANJ611", "ANJ612"}.isdisjoint(codes(outcome))


def test_faults_stay_where_they_are(judged: Judging) -> None:
    """A fault of this year's own figure is none of last year's; last year's other fields stand in their own file."""
    now = report(2019, tail=tail(REVISED), deaths="6.05").replace("deaths: 6.05", "deaths: 6.05\n  deaths: 6.04")
    files = {"2017.yaml": report(2017, deaths="7"), "2018.yaml": report(2018, deaths="{value: 6.1, previous: 6.9}")}
    outcome = judged(PLAN, {**files, "2019.yaml": now}, scope=ALL_YEARS)
    places = {told(finding): finding.diagnostic.place for finding in outcome.findings}
    assert ("2018.yaml", ("figures", "deaths", "previous")) == (
        places["ANJ501"].path.rpartition("/")[2],
        places["ANJ501"].route,
    )
    (old,) = (
        judgement for judgement in outcome.judgements if (judgement.indicator, judgement.year) == ("deaths", 2018)
    )
    assert ("ANJ501",) == old.reasons


@pytest.mark.parametrize("name", [name for name, format_ in FORMATS.items() if format_.findings])
def test_what_was_revised_stands_on_every_page(judged: Judging, name: str) -> None:
    """From what to what, by whom and why: in the text, the JSON and the summary."""
    named = reports(REVISED)["2019.yaml"] + "department: 民政局\nprepared_by: 张三\n"
    page = document(name, judged(PLAN, {**reports(REVISED), "2019.yaml": named}), View(width=1_000)).replace(
        "\n    ", ""
    )
    assert all(part in page for part in ("6.1", "6.0", "年终复核", "民政局 张三"))


def test_an_older_year_shown_alone_says_what_was_revised(judged: Judging) -> None:
    """The revision stands in a file of a year that is not shown, and is told all the same."""
    page = document("markdown", judged(PLAN, reports(REVISED), scope=Scope(years=(2018,))), View())
    assert "年终复核" in page


@pytest.mark.parametrize(("sample", "told"), [("sample: true", True), ("", False)])
def test_a_figure_revised_by_a_sample_is_marked(judged: Judging, sample: str, told: bool) -> None:
    """An imagined report may revise a real one in a calculation, and never unmarked."""
    later = report(2019, head=sample, tail=tail(REVISED), deaths="6.05")
    outcome = judged(PLAN, {**reports(), "2019.yaml": later}, scope=Scope(years=(2018,)))
    (section,) = outcome.sections
    assert (False, told) == (section.sample, section.on_sample)
    assert [told, told] == ["示例数据(虚构)" in document(name, outcome, View()) for name in ("text", "markdown")]


def test_another_region_resting_on_a_sample_is_marked(judged: Judging) -> None:
    """So is a comparison with another region."""
    files = {
        "a.yaml": report(2018, head="region: 乙区\nsample: true", deaths="6"),
        "b.yaml": report(2019, head="region: 乙区", deaths="5"),
    }
    outcome = judged(PLAN, files)
    assert [True, True] == ["示例数据(虚构)" in document(name, outcome, View()) for name in ("text", "markdown")]


#: What a year that only a later report stated is revised to, and what is said of it.
IMPOSSIBLE = [
    ("600", "ANJ204/high"),
    ("-5", "ANJ204/low"),
    ("约6", "ANJ201/words"),
    ('"6.0%"', "ANJ202/behind"),
    ("待报", "ANJ507"),
    ("6.4", "ANJ507/same"),
]


@pytest.mark.parametrize(("value", "code"), IMPOSSIBLE)
def test_a_year_that_was_only_stated_is_revised_by_the_same_rules(judged: Judging, value: str, code: str) -> None:
    """No figure of its own is there to be checked: the new one is, before anything is judged by it."""
    revision = f"indicator: deaths, year: 2017, was: 6.4, value: {value}, reason: 复核"
    files = {
        "a.yaml": report(2018, deaths="{value: 6.1, previous: 6.4}"),
        "b.yaml": report(2019, tail=tail(revision), share="70"),
    }
    outcome = judged(PLAN, files, scope=Scope(years=(2018,)))
    assert [code] == codes(outcome)
    assert (Status.UNDETERMINED, None) == (only(outcome, "deaths/falls").status, only(outcome, "deaths/falls").before)


@pytest.mark.parametrize(("was", "value", "code"), [("6.2", "约6", "ANJ507"), ("约6.2", "6.1", "ANJ504/unread")])
def test_a_revision_that_nothing_answers_must_be_a_figure_too(judged: Judging, was: str, value: str, code: str) -> None:
    """Though no report of that year is there, nonsense is no note."""
    revision = f"indicator: deaths, year: 2018, was: {was}, value: {value}, reason: 复核"
    outcome = judged(PLAN, report(2019, tail=tail(revision), deaths="{value: 6.05, previous: 6.1}"))
    assert ([code], Status.UNDETERMINED) == (codes(outcome), only(outcome, "deaths/falls").status)


def test_a_pending_figure_is_not_filled_in_by_a_revision(judged: Judging) -> None:
    """Where the year's own report says 待报, no number stands that could be revised."""
    outcome = judged(PLAN, reports(REVISED, then="待报"), scope=ALL_YEARS)
    assert ["ANJ504"] == codes(outcome)
    assert [Status.UNDETERMINED] * 2 == [
        judgement.status for judgement in outcome.judgements if judgement.indicator == "deaths"
    ]


def test_a_revision_that_changes_nothing_clears_nothing(judged: Judging) -> None:
    """Parts that contradict a figure still do when it is revised to itself."""
    parts = plan(x=indicator(target("at_least: 80"), more=SHARE))
    files = {
        "a.yaml": report(2018, x="{value: 80, numerator: 1, denominator: 2}"),
        "b.yaml": report(2019, x="81", tail=tail("indicator: x, year: 2018, was: 80, value: 80.0, reason: 复核")),
    }
    outcome = judged(parts, files, scope=ALL_YEARS)
    assert ["ANJ403", "ANJ507/same"] == codes(outcome)
    assert Status.UNDETERMINED is outcome.judgements[0].status


def test_of_several_reasons_beside_a_revision_none_is_picked(judged: Judging) -> None:
    """As beside any other figure: which of them is meant is not for us to say."""
    reason = "  - {code: ANJ502, indicator: deaths, value: 4.0, reason: REASON}\n"
    reasons = "explanations:\n" + "".join(reason.replace("REASON", word) for word in ("甲", "乙", "丙"))
    files = {"2017.yaml": report(2017, deaths="6.3"), **reports(REVISED.replace("6.0", "4.0"), now="4.1")}
    files["2019.yaml"] += reasons
    outcome = judged(LARGE, files, scope=ALL_YEARS)
    one = next(
        judgement for judgement in outcome.judgements if (judgement.indicator, judgement.year) == ("deaths", 2018)
    )
    assert (Status.UNDETERMINED, True) == (one.status, "ANJ110/reason" in codes(outcome))


def test_a_revision_beside_one_of_no_region(judged: Judging) -> None:
    """Another report that may mean the same figure leaves it in doubt, however good this one is."""
    unplaced = reports(REVISED)["2019.yaml"] + "region: 甲甲城区\n"
    outcome = judged(PLAN, {**reports(REVISED), "x.yaml": unplaced}, scope=ALL_YEARS)
    (old, new) = (judgement for judgement in outcome.judgements if judgement.indicator == "deaths")
    assert (("ANJ114",), None) == (old.reasons, new.before)


@pytest.mark.parametrize(("revised", "expected"), [("68", []), ("61", ["ANJ502/up"])])
def test_a_move_is_measured_from_the_revised_year_before(judged: Judging, revised: str, expected: list[str]) -> None:
    """Where only this year's report stated the year before, and a later one restated it, the move is from that."""
    text = plan(x=indicator(target("at_least: 80"), more="max_change: 5"))
    tail = f"revisions:\n  - {{indicator: x, year: 2017, was: 60, value: {revised}, reason: 复核}}\n"
    files = {"a.yaml": report(2018, x="{value: 70, previous: 60}"), "b.yaml": report(2019, x="72", tail=tail)}
    outcome = judged(text, files, ALL_YEARS)
    assert expected == [code for code in codes(outcome) if code.startswith("ANJ502")]
