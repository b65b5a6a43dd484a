"""What a report says of its own figure, wherever the figure is shown."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from anju_cli.texts import LANGUAGES
from tests.command_line import ROOT, CommandLine
from tests.editor import seen
from tests.samples_of_code import RATIO, Judging, indicator, only, plan, report, target

NEAR, FAR = "口径相近:只算|城<b>区", "9 月出数"
PLAN = plan(
    share=indicator(target("at_least: 80"), target("rises: true", "every_year: true")),
    poor=indicator(),
    rate=indicator(target("not_below: poor", "every_year: true")),
)
REPORTS = {
    "2017.yaml": report(2017, share=f"{{value: 50, note: '{NEAR}'}}", poor=f"{{value: 5, note: {FAR}}}"),
    "2019.yaml": report(2019, share=f"{{value: 70, note: '{NEAR}'}}", rate="6", poor=f"{{value: 5, note: '{NEAR}'}}"),
    "2020.yaml": report(2020, share=f"{{value: 待报, note: {FAR}}}", rate=f"{{value: 4, note: {FAR}}}"),
}


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in a folder with a plan and reports."""
    monkeypatch.chdir(tmp_path)
    Path("cat.yaml").write_text(PLAN, "utf-8")
    for name, text in REPORTS.items():
        Path(name).write_text(text, "utf-8")
    return CommandLine(monkeypatch, capsys)


ALL = (*REPORTS, "--targets", "cat.yaml")


def test_near_definitions_are_told_without_being_asked(anju: CommandLine) -> None:
    """In the row, of the base, and in the history; other notes wait for --verbose."""
    shown = anju("check", *ALL, "--all-years").out
    assert "备注: 口径相近:只算|城<b>区" in shown
    assert "基期 2017 年 50(口径相近)" in shown
    assert "share率 50 %(口径相近)" in shown
    assert FAR not in shown


def test_a_long_note_takes_one_line(anju: CommandLine) -> None:
    """In short what has no room is cut."""
    Path("2019.yaml").write_text(report(2019, share=f"{{value: 70, note: 口径相近{'长' * 90}}}"), "utf-8")
    (line,) = {line for line in anju("check", "2019.yaml", "--targets", "cat.yaml").out.splitlines() if "备注" in line}
    assert line.endswith("长…")


def test_every_note_is_told_in_full(anju: CommandLine) -> None:
    """With --verbose: in rows, in lists of what is missing, in the history."""
    shown = anju("check", *ALL, "--all-years", "--verbose").out
    told = ("share率(备注: 9 月出数)", "poor率  备注: 9 月出数", "share率  备注: 口径相近", "备注: 9 月出数")
    assert [] == [words for words in told if words not in shown]


def test_a_folded_row_has_the_mark(anju: CommandLine) -> None:
    """Of what is met the definition is marked, too."""
    Path("2019.yaml").write_text(report(2019, share=f"{{value: 90, previous: 80, note: '{NEAR}'}}"), "utf-8")
    assert "share率(≥ 80 %、保持达标、口径相近)" in anju("check", "2019.yaml", "--targets", "cat.yaml").out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_has_notes(anju: CommandLine, lang: str) -> None:
    """Beneath the remarks of a table and in the history, escaped; a mark at the figure."""
    shown = anju("check", *ALL, "--all-years", "-f", "markdown", "--lang", lang).out
    assert shown.count("口径相近:只算\\|城&lt;b&gt;区") == 3  # two promises of one figure, and the history
    mark = {"zh": "70 %(口径相近)", "en": "70 % (near definition)"}[lang]
    assert (True, True) == (mark in shown, FAR in shown)


def test_courses_have_notes(anju: CommandLine) -> None:
    """In text beneath the year, in Markdown in its cell, in columns and keys of their own."""
    run = ("trend", *ALL)
    assert "        备注: 口径相近:只算|城<b>区" in anju(*run).out
    assert "备注: 口径相近:只算\\|城&lt;b&gt;区" in anju(*run, "-f", "markdown").out
    rows = csv.DictReader(io.StringIO(anju(*run, "-f", "csv").out.lstrip("\ufeff")))
    assert {NEAR, FAR, ""} == {row["填报备注"] for row in rows}
    years = [year for course in json.loads(anju(*run, "-f", "json").out)["courses"] for year in course["years"]]
    assert {NEAR, FAR, None} == {year["note"] for year in years}


def test_machines_have_notes(anju: CommandLine) -> None:
    """Of judged figures and of those beside them."""
    outcome = json.loads(anju("check", *ALL, "--all-years", "-f", "json").out)
    judged = {(judgement["indicator"], judgement["year"]): judgement["note"] for judgement in outcome["judgements"]}
    assert (NEAR, None, FAR) == (judged["share", 2019], judged["rate", 2019], judged["rate", 2020])
    assert [NEAR, FAR, NEAR] == [figure["note"] for figure in outcome["unjudged"]]
    rows = csv.DictReader(io.StringIO(anju("check", *ALL, "-f", "csv").out.lstrip("\ufeff")))
    assert FAR in [row["填报备注"] for row in rows]


def test_the_working_has_the_note_of_each_number(anju: CommandLine) -> None:
    """Beneath the value, the base, and what a figure is held against."""
    files = ("2017.yaml", "2019.yaml", "--targets", "cat.yaml")
    assert 3 == anju("explain", "share", "--on", *files).out.count("备注: 口径相近")  # the base of one promise, too
    assert 1 == anju("explain", "rate", "--on", *files).out.count("备注: 口径相近")
    assert 2 == anju("explain", "share", "--on", *ALL).out.count("备注: 9 月出数")
    assert (
        "甲区 2017 年 50 %\n    备注: 口径相近:只算|城<b>区\n"
        in anju("explain", "share", "--on", "2017.yaml", *ALL[-2:]).out
    )


PUBLISHED = [
    (path.name, id_, figure["note"])
    for path in sorted((ROOT / "data" / "reports").glob("*.yaml"))
    for id_, figure in seen(path.read_text("utf-8"))["figures"].items()
    if "note" in figure
]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_notes_of_the_published_figures(anju: CommandLine, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each note of the shipped reports stands in the gap report, the trend, the summary and the working."""
    monkeypatch.chdir(ROOT)
    reports = "data/reports"
    pages = {
        "check": anju("check", reports, "--all-years", "--verbose", "--lang", lang).out,
        "trend": anju("trend", reports, "--lang", lang).out,
        "export": anju("export", reports, "--all-years", "--lang", lang).out,
    }
    for id_ in {id_ for _, id_, _ in PUBLISHED}:
        pages[id_] = anju("explain", id_, "--on", reports, "--all-years", "--lang", lang).out
    flat = {name: bare(text) for name, text in pages.items()}
    lacking = [
        (name, path)
        for path, id_, note in PUBLISHED
        for name in (*list(pages)[:3], id_)
        if bare(note) not in flat[name]
    ]
    assert (True, []) == (bool(PUBLISHED), lacking)


def bare(text: str) -> str:
    """A text without the breaks of lines and the marks of Markdown."""
    return re.sub(r"[\s\\|]", "", text)


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
def test_two_files_of_one_figure_have_both_notes(judged: Judging, first: str, second: str) -> None:
    """Each once, the near definition first, whatever the files are called; what yields has none to add."""
    text = plan(rate=indicator(target("at_least: 3"), unit="张/千人", more=RATIO))
    notes = {first: "{value: 2, note: 乙}", second: "{value: 2, note: 口径相近}", "c": "{value: 待报, note: 丙}"}
    outcome = judged(text, {f"{name}.yaml": report(2019, rate=figure) for name, figure in notes.items()})
    assert "口径相近; 乙" == only(outcome).note
