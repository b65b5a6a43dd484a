"""Paths and options to an outcome: what was read, where everything stands, and what it came to."""

import itertools
import os
from pathlib import Path

import pytest

from anju_cli.assessment import Scope
from anju_cli.codes.samples import sample
from anju_cli.diagnostics import Diagnostic, Level, Related
from anju_cli.loading import load_catalogue
from anju_cli.locating import Locator
from anju_cli.outcome import Outcome, Result, Status
from anju_cli.places import Place, Span
from anju_cli.readers import Document
from anju_cli.run import FAIL_ON, Request, broken_outcome, carry_out
from anju_cli.run.sample_check import check_sample
from anju_cli.tally import tally_of
from tests.samples_of_code import (
    ALL_YEARS,
    NEWEST,
    Judging,
    codes,
    explanation,
    indicator,
    judge_in,
    only,
    plan,
    report,
    target,
)

PLAN = plan(
    share=indicator(target("at_least: 80"), more="range: [0, 100], max_change: 15"),
    beds=indicator(target("at_least: 37", lead="民政局"), unit="张"),
)
BOTH = {"share": "81", "beds": "40"}


def came_to(outcome: Outcome) -> tuple[int, str]:
    """Exit code and why."""
    return outcome.result.code, outcome.result.why


#: Reports by name, what --fail-on asks about, what it came to.
RESULTS: list[tuple[dict[str, str], tuple[str, ...], tuple[int, str]]] = [
    # a missed target is no data fault
    ({"a.yaml": report(2020, **BOTH)}, (), (0, "ok")),
    ({"a.yaml": report(2020, share="70")}, (), (0, "ok")),
    ({"a.yaml": report(2020, share="{value: 81, previous: 60}")}, (), (0, "queries")),
    ({"a.yaml": report(2017, share="70")}, (), (0, "history")),
    # faults
    ({"a.yaml": report(2020, share="约70")}, (), (1, "faults")),
    ({"a.yaml": report(2020, share="70"), "b.yaml": ""}, (), (1, "faults")),
    ({"a.yaml": ""}, (), (3, "nothing")),
    ({"a.yaml": "", "b.yaml": "year: 2019\nfigures:\n"}, (), (3, "nothing")),
    ({"a.yaml": "hello"}, (), (1, "faults")),
    ({"a.yaml": "", "b.yaml": "hello"}, (), (1, "faults")),
    ({"a.yaml": report("19", share="70")}, (), (1, "faults")),
    # nothing was checked
    ({"a.yaml": report(2020, share="", beds="待报")}, (), (3, "nothing")),
    ({"a.yaml": report(2020, share="{value: 涉密, note: 依规定}")}, (), (3, "nothing")),
    ({"a.yaml": report(2020, share="无")}, (), (1, "faults")),
    ({"a.yaml": report(2020, share="", beds="待报"), "b.yaml": ""}, (), (3, "nothing")),
    # what --fail-on asks about
    ({"a.yaml": report(2020, **BOTH)}, ("query", "missed", "behind", "undetermined", "unreported"), (0, "ok")),
    ({"a.yaml": report(2020, **BOTH)}, ("error",), (0, "ok")),
    ({"a.yaml": report(2020, share="70")}, ("error", "query", "behind", "undetermined"), (1, "fail_on")),
    ({"a.yaml": report(2020, share="70")}, ("missed",), (1, "fail_on")),
    ({"a.yaml": report(2019, share="{value: 61, previous: 60}")}, ("missed",), (0, "ok")),
    ({"a.yaml": report(2019, share="{value: 61, previous: 60}")}, ("behind",), (1, "fail_on")),
    ({"a.yaml": report(2020, share="{value: 81, previous: 60}", beds="40")}, ("missed", "unreported"), (0, "queries")),
    ({"a.yaml": report(2020, share="{value: 81, previous: 60}", beds="40")}, ("query",), (1, "fail_on")),
    ({"a.yaml": report(2020, share="{value: 81, previous: 60}", beds="40")}, ("undetermined",), (1, "fail_on")),
    (
        {"a.yaml": report(2020, tail=explanation("ANJ502", "share", "81"), share="{value: 81, previous: 60}")},
        ("query", "undetermined"), (0, "ok"),
    ),
    ({"a.yaml": report(2020, share="81")}, ("unreported",), (1, "fail_on")),
    ({"a.yaml": report(2020, share="81", beds="待报")}, ("unreported",), (1, "fail_on")),
    ({"a.yaml": report(2020, head="scope: reported", share="81")}, ("unreported",), (0, "ok")),
    ({"a.yaml": report(2020, share="待报", beds="")}, ("unreported",), (1, "fail_on")),
    # another region's promises are not looked at; its data faults and queries are
    ({"a.yaml": report(2020, head="region: 乙县", share="70")}, ("missed", "behind"), (0, "ok")),
    ({"a.yaml": report(2020, head="region: 乙县", share="约70")}, (), (1, "faults")),
    ({"a.yaml": report(2020, head="region: 乙县", share="{value: 81, previous: 60}")}, ("query",), (1, "fail_on")),
    # faults before what was asked
    ({"a.yaml": report(2020, share="约70", beds="1")}, ("missed",), (1, "faults")),
]  # fmt: skip


@pytest.mark.parametrize(("reports", "fail_on", "expected"), RESULTS)
def test_what_a_run_came_to(
    judged: Judging, reports: dict[str, str], fail_on: tuple[str, ...], expected: tuple[int, str]
) -> None:
    """2 could not check, before 1 faults or what was asked about, before 3 nothing checked, before 0."""
    assert expected == came_to(judged(PLAN, reports, fail_on=fail_on))


def test_what_was_asked_is_named_once(judged: Judging) -> None:
    """The result names what --fail-on found, each once, in the order asked."""
    outcome = judged(PLAN, report(2020, share="70"), fail_on=("unreported", "query", "missed", "unreported"))
    assert Result(1, "fail_on", {"asked": "unreported missed"}) == outcome.result


def test_faults_are_counted(judged: Judging) -> None:
    """The result says how many errors there were."""
    outcome = judged(PLAN, report(2020, share="约70", beds="-"))
    assert Result(1, "faults", {"errors": "2"}) == outcome.result


def test_behind_asks_about_missed_too() -> None:
    """Who asks about lagging asks about missing as well; an error needs no status."""
    assert ((Status.BEHIND, Status.MISSED), ()) == (FAIL_ON["behind"], FAIL_ON["error"])


def run(folder: Path, *paths: str, scope: Scope = NEWEST) -> Outcome:
    """A run over paths in a folder that has a catalogue."""
    (folder / "targets.yaml").write_text(PLAN, "utf-8")
    loaded = load_catalogue(str(folder / "targets.yaml"))
    assert loaded.catalogue is not None
    return carry_out(
        Request(tuple(str(folder / path) if path else str(folder) for path in paths), scope), loaded, loaded.catalogue
    )


def test_a_path_that_is_not_there_comes_first(tmp_path: Path) -> None:
    """What can be read is still checked and shown, and the run could not check: 2 before 1."""
    (tmp_path / "a.yaml").write_text(report(2020, share="约70", beds="40"), "utf-8")
    outcome = run(tmp_path, "a.yaml", "none.yaml")
    assert ((2, "missing"), ["ANJ201/words"], 2) == (came_to(outcome), codes(outcome), len(outcome.judgements))
    assert (str(tmp_path / "none.yaml"),) == outcome.coverage.missing


def test_a_folder(tmp_path: Path) -> None:
    """The catalogue in use is passed over with a note, other files are counted, the same file is read once."""
    (tmp_path / "readme.md").write_text("x", "utf-8")
    (tmp_path / "a.yaml").write_text(report(2020, **BOTH), "utf-8")
    outcome = run(tmp_path, "", "a.yaml")
    assert ((0, "ok"), ["ANJ014", "ANJ013"]) == (came_to(outcome), codes(outcome))
    assert (1, 2, 1) == (outcome.coverage.reports, outcome.coverage.figures, outcome.coverage.passed_over)


def test_a_copy_of_the_catalogue_is_passed_over(tmp_path: Path) -> None:
    """The same bytes under another name are the catalogue all the same: no report, no fault."""
    (tmp_path / "copy.yaml").write_text(PLAN, "utf-8")
    outcome = run(tmp_path, "copy.yaml")
    assert ((3, "nothing"), ["ANJ013"], ()) == (came_to(outcome), codes(outcome), outcome.reports)


def test_another_catalogue_is_no_report(tmp_path: Path) -> None:
    """A catalogue that is not in use is an error where a report was expected."""
    (tmp_path / "copy.yaml").write_text(f"{PLAN}\n# other\n", "utf-8")
    assert ((1, "faults"), ["ANJ113"]) == (came_to(run(tmp_path, "copy.yaml")), codes(run(tmp_path, "copy.yaml")))


def test_an_empty_folder_is_nothing(tmp_path: Path) -> None:
    """Nothing checked is never green."""
    (tmp_path / "in").mkdir()
    assert (3, "nothing") == came_to(run(tmp_path, "in"))


def test_a_year_that_nobody_reported_is_nothing(tmp_path: Path) -> None:
    """Where the options leave no figure, nothing was checked."""
    (tmp_path / "a.yaml").write_text(report(2020, **BOTH), "utf-8")
    assert (3, "nothing_asked") == came_to(run(tmp_path, "a.yaml", scope=Scope(years=(2019,))))


def test_what_was_read_is_listed(tmp_path: Path) -> None:
    """Every file with what it says of itself; one that could not be read has nothing to say."""
    (tmp_path / "a.yaml").write_text(
        report(2020, head="department: 教体局\nscope: reported\nsample: true", share="81", beds="待报"), "utf-8"
    )
    (tmp_path / "b.yaml").write_bytes("年度: 2020\n填报数: {beds: 40}\n".encode("gb18030"))
    (tmp_path / "c.yaml").write_text("hello", "utf-8")
    outcome = run(tmp_path, "a.yaml", "b.yaml", "c.yaml")
    assert [
        ("甲区", 2020, "教育局", "reported", True, "utf-8", 1),
        ("甲区", 2020, None, "all", False, "gb18030", 1),
        (None, None, None, "all", False, "utf-8", 0),
    ] == [(*report[1:7], report.figures) for report in outcome.reports]
    assert (True, [64] * 3) == (outcome.sample, [len(report.sha256) for report in outcome.reports])
    assert [True] == [section.sample for section in outcome.sections]


def test_the_catalogue_is_told(tmp_path: Path) -> None:
    """Which plan was judged by, with its checksum."""
    facts = run(tmp_path).catalogue
    assert ("甲计划", "甲府办〔2018〕1号", "甲区") == facts[:3]
    assert (2, (2018, 2020), (), {"教育局": "Education", "民政局": "Civil Affairs"}) == facts[5:9]
    assert str(tmp_path / "targets.yaml") == facts.path


def test_a_broken_catalogue(tmp_path: Path) -> None:
    """A catalogue with faults is an outcome that holds them with their lines, and the run could not check."""
    (tmp_path / "targets.yaml").write_text(PLAN.replace("max_change: 15", "max_chnge: 15"), "utf-8")
    outcome = broken_outcome(load_catalogue(str(tmp_path / "targets.yaml")))
    assert ((2, "catalogue"), ["ANJ702/near"]) == (came_to(outcome), codes(outcome))
    assert (4, 4) == (
        outcome.findings[0].span and outcome.findings[0].span.line,
        PLAN[: PLAN.index("max_change")].count("\n") + 1,
    )


def test_nothing_is_changed(tmp_path: Path) -> None:
    """A run leaves every file as it was."""
    (tmp_path / "a.yaml").write_text(report(2020, **BOTH), "utf-8")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    run(tmp_path, "")
    assert before | {tmp_path / "targets.yaml": PLAN.encode()} == {
        path: path.read_bytes() for path in tmp_path.iterdir()
    }


def test_the_same_input_comes_to_the_same(tmp_path: Path) -> None:
    """Twice the same files, twice the same outcome."""
    (tmp_path / "a.yaml").write_text(report(2019, share="约70", beds="40", 床位="1"), "utf-8")
    assert run(tmp_path, "a.yaml") == run(tmp_path, "a.yaml")


@pytest.mark.parametrize(
    ("code", "is_catalogue"), [("ANJ204", False), ("ANJ408", False), ("ANJ702", True), ("ANJ705", True)]
)
def test_a_sample_is_checked_without_its_folder(code: str, is_catalogue: bool) -> None:
    """What is found in a sample is told by the bare names of its files."""
    paths = sample(code, "bad")
    found = check_sample(tuple(map(str, paths)), os.fspath(paths[0].parent), is_catalogue)
    names = {path.name for path in paths}
    assert {code} == {one.diagnostic.code for one in found}
    assert names >= {one.diagnostic.place.path for one in found} | {
        related.path for one in found for related in one.related
    }


def test_a_good_catalogue_sample_has_nothing_to_tell() -> None:
    """A catalogue without fault, checked as one, is passed over as the catalogue in use."""
    paths = sample("ANJ702", "good")
    found = check_sample(tuple(map(str, paths)), os.fspath(paths[0].parent), is_catalogue=True)
    assert ["ANJ013"] == [one.diagnostic.code for one in found]


# ── where everything stands ──


def test_findings_are_told_worst_first(judged: Judging) -> None:
    """By level, then file, line, column and code."""
    reports = {
        "b.yaml": report(2019, share="78%", beds="约1"),
        "a.yaml": report(2018, share="{value: 约6, previous: 1_0}", beds="33张"),
        "c.yaml": report(2020, share="0.8"),
    }
    outcome = judged(PLAN, reports)
    told = [
        (finding.diagnostic.code, finding.diagnostic.place.path[-6:], finding.span and finding.span.line)
        for finding in outcome.findings
    ]
    assert [
        ("ANJ201", "a.yaml", 3), ("ANJ201", "a.yaml", 3), ("ANJ201", "b.yaml", 4),
        ("ANJ205", "c.yaml", 3), ("ANJ502", "c.yaml", 3), ("ANJ303", "a.yaml", 4), ("ANJ303", "b.yaml", 3),
    ] == told  # fmt: skip


#: A report's text, a code, line, column, end column, the line's text.
PLACES = [
    (report(2019, share="约78"), "ANJ201", (3, 10, 13), "  share: 约78"),
    (report(2019, share="{value: 78, previous: 约70}"), "ANJ201", (3, 32, 35), "  share: {value: 78, previous: 约70}"),
    (report(2019, share="{numerator: 1}"), "ANJ305", (3, 10, 11), "  share: {numerator: 1}"),
    (report(2019, share=""), "ANJ305", (3, 9, 9), "  share: "),
    (report(2019, shar="78"), "ANJ105", (3, 3, 7), "  shar: 78"),
    (report(19, share="78"), "ANJ106", (1, 7, 9), "year: 19"),
    ("figures:\n  share: 78\n", "ANJ106", (1, 1, 2), "figures:"),
    (report(2019, share="78", tail="zzzz: 1\n"), "ANJ102", (4, 1, 5), "zzzz: 1"),
    (report(2019, share="78", tail=explanation("ANJ204", "share", "78")), "ANJ613", (5, 5, 6), None),
    ("\ufeff" + report(2019, share="约78"), "ANJ201", (3, 10, 13), "  share: 约78"),
    (report(2019, share="约78").replace("\n", "\r\n"), "ANJ201", (3, 10, 13), "  share: 约78"),
]


@pytest.mark.parametrize(("text", "code", "expected", "line"), PLACES)
def test_every_finding_says_where(
    judged: Judging, text: str, code: str, expected: tuple[int, int, int], line: str | None
) -> None:
    """Line and column in characters, from one, and the line's own text."""
    (one,) = [finding for finding in judged(PLAN, text).findings if finding.diagnostic.code == code]
    assert expected == (one.span and (one.span.line, one.span.column, one.span.end_column))
    assert one.line_text == line or line is None


def test_a_finding_about_an_indicator_points_at_the_catalogue(judged: Judging) -> None:
    """Name, clause, quote and the catalogue's line; also where only the route names the indicator."""
    outcome = judged(PLAN, report(2019, share="约78", beds="[1]"))
    assert [("share", "share率", "三", "at_least: 80", 4), ("beds", "beds率", "三", "at_least: 37", 5)] == [
        (
            finding.diagnostic.indicator,
            finding.name and finding.name.zh,
            finding.clause,
            finding.quote,
            finding.catalogue_line,
        )
        for finding in outcome.findings
    ]


def test_a_finding_about_no_promise_quotes_nothing(judged: Judging) -> None:
    """An indicator without a promise has its line and no clause; an unknown one has neither."""
    text = plan(floor=indicator(unit="元"), share=indicator(target("at_least: 80")))
    outcome = judged(text, report(2019, floor="约1", shar="1"))
    assert [("floor", None, 4), (None, None, None)] == [
        (finding.diagnostic.indicator, finding.quote, finding.catalogue_line) for finding in outcome.findings
    ]


def test_a_report_called_as_the_catalogue_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped catalogue is shown as targets.yaml; a report of that name keeps its own lines."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "targets.yaml").write_text("year: 2019\nfigures:\n  elder_institution_beds: 约5\n", "utf-8")
    loaded = load_catalogue()
    assert loaded.catalogue is not None
    outcome = carry_out(Request(("targets.yaml",)), loaded, loaded.catalogue)
    assert [("targets.yaml", 3, "  elder_institution_beds: 约5")] == [
        (finding.diagnostic.place.path, finding.span and finding.span.line, finding.line_text)
        for finding in outcome.findings
    ]
    one = only(outcome, "elder_institution_beds/rises")
    assert (
        "elder_institution_beds:"
        == loaded.document.text.splitlines()[(outcome.findings[0].catalogue_line or 0) - 1].strip()
    )
    assert 100 < ((one.clause_place and one.clause_place.span) or (0,))[0]


def test_places_that_no_document_has() -> None:
    """A file that was not read has no line to show; a span past its end shows none."""
    document = Document("a.yaml", "one\n", "utf-8", b"")
    locator = Locator(None, document, [])
    given = [
        Diagnostic("ANJ001", Place("gone.yaml")),
        Diagnostic("ANJ001", Place("gone.yaml", span=Span(1, 1, 1, 2))),
        Diagnostic(
            "ANJ004",
            Place("a.yaml", span=Span(2, 1, 2, 2)),
            related=(Related(Place("a.yaml", span=Span(1, 1, 1, 2)), "first"),),
        ),
        Diagnostic("ANJ004", Place("a.yaml", ("figures", "share"))),
    ]
    found = locator.findings(given)
    assert [(None, ""), (Span(2, 1, 2, 2), ""), (None, ""), (Span(1, 1, 1, 2), "")] == [
        (one.span, one.line_text) for one in found
    ]
    assert [["one"]] == [[related.line_text for related in one.related] for one in found if one.related]


def test_levels_are_counted(judged: Judging) -> None:
    """One count a level."""
    outcome = judged(PLAN, report(2019, share="0.8", beds="33张"))
    assert [0, 1, 1] == [tally_of(outcome).levels[level] for level in Level]


def test_the_helper_writes_what_it_judges(tmp_path: Path) -> None:
    """A report alone may be given as its text."""
    assert "report.yaml" == judge_in(tmp_path, PLAN, report(2019, share="1")).reports[0].path.rpartition("/")[2]


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    """Whatever order the files are given in, every judgement and finding is the same."""
    text = plan(x=indicator(target("at_least: 80"), unit="次"), y=indicator(target("at_most: 5"), unit="次"))
    reports = {
        "a.yaml": report(2017, x="60", y="约9"), "b.yaml": report(2018, x="70", y="8"),
        "c.yaml": report(2019, head="region: 乙区", x="90"), "d.yaml": report(2018, y="8"),
    }  # fmt: skip
    outcomes = [
        judge_in(tmp_path, text, {name: reports[name] for name in order}, ALL_YEARS)._replace(reports=())
        for order in itertools.permutations(reports)
    ]
    assert [outcomes[0]] * len(outcomes) == outcomes


def test_a_year_asked_for_without_a_report_is_told_and_not_green(tmp_path: Path) -> None:
    """Of two years asked for one has no report: the other is checked, and the run does not pass."""
    (tmp_path / "a.yaml").write_text(report(2020, **BOTH), "utf-8")
    assert (3, "unmatched") == came_to(run(tmp_path, "a.yaml", scope=Scope(years=(2019, 2020))))
