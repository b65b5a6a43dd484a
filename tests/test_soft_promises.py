"""What a page says beside a promise: the plan's own word for a striving, and a lead that the catalogue chose."""

import csv
import io
import json
from pathlib import Path

import pytest

from anju_cli.loading import load_catalogue
from tests.command_line import CommandLine
from tests.samples_of_code import indicator, plan, report, target

SOFT = target("at_least: 80", more="aspirational: 原则上, lead_assigned: true").replace('"at_least: 80"', "原则上80")
PLAN = plan(share=indicator(SOFT), rate=indicator(target("at_least: 80")))


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in a folder with a plan and a report."""
    monkeypatch.chdir(tmp_path)
    Path("cat.yaml").write_text(PLAN, "utf-8")
    Path("a.yaml").write_text(report(2020, share="70", rate="70"), "utf-8")
    Path("met.yaml").write_text(report(2020, share="90", rate="70"), "utf-8")
    return CommandLine(monkeypatch, capsys)


PAGES = {
    "check": ["牵头为本目录所定", "原则上"],
    "check -f markdown": ["教育局(本目录所定)", "其中 1 项的牵头为本目录所定", "80 %(原则上)", "share率(原则上)、"],
    "trend": ["教育局(本目录所定)", "原则上"],
    "trend -f markdown": ["教育局(本目录所定)", "原则上"],
    "explain share --on": ["教育局(本目录所定)", "80 %(原则上)"],
}


@pytest.mark.parametrize(("page", "words"), PAGES.items())
def test_pages_say_what_is_soft(anju: CommandLine, page: str, words: list[str]) -> None:
    """The plan's word stands with the goal, 本目录所定 with the lead; of the promise beside it neither is said."""
    shown = anju(*page.split(), "a.yaml", "--targets", "cat.yaml").out
    assert [] == [word for word in words if word not in shown]
    assert anju(*page.split(), "a.yaml", "--targets", "cat.yaml", "--lang", "en").out.count("原则上") >= 1


def test_a_folded_row_says_it_too(anju: CommandLine) -> None:
    """What is met stands in one line with its marks."""
    shown = anju("check", "met.yaml", "--targets", "cat.yaml").out
    assert "share率(原则上、牵头为本目录所定)" in shown


def test_lists_and_explanations_say_it(anju: CommandLine) -> None:
    """The listing of promises, and what an indicator is, in both languages."""
    listed = anju("targets", "--targets", "cat.yaml").out
    explained = anju("explain", "share", "--targets", "cat.yaml", "--lang", "en").out
    assert ("教育局(本目录所定)   原则上" in listed, listed.count("本目录所定")) == (True, 1)
    assert "Education (this catalogue's choice)" in explained
    assert "(aspirational: 原则上)" in explained


@pytest.mark.parametrize("command", ["check", "trend"])
def test_machines_are_told(anju: CommandLine, command: str) -> None:
    """JSON has a flag, the word and who assigned the lead; the tables have columns for them."""
    run = (command, "a.yaml", "--targets", "cat.yaml", "-f")
    outcome = json.loads(anju(*run, "json").out)
    promises = outcome["judgements"] if command == "check" else [course["promises"][0] for course in outcome["courses"]]
    told = [(promise["aspirational"], promise["aspirational_word"], promise["lead_assigned"]) for promise in promises]
    assert [(True, "原则上", True), (False, None, False)] == told
    rows = csv.DictReader(io.StringIO(anju(*run, "csv").out.lstrip("\ufeff")))
    assert [("原则上", "本目录所定"), ("", "")] == [(row["计划用语"], row["牵头由谁定"]) for row in rows]


@pytest.mark.parametrize(
    ("written", "quote", "word"),
    [("原则上", "力争80", "原则上"), ("true", "原则上80", "力争"), ("否", "80", "否"), ("true", "力争80", None)],
)
def test_the_word_stands_in_the_quote(tmp_path: Path, written: str, quote: str, word: str | None) -> None:
    """A word that the quote lacks is refused with its place, itself and the quote; `true` means 力争."""
    text = PLAN.replace("aspirational: 原则上", f"aspirational: {written}").replace(
        "quote: 原则上80", f"quote: {quote}"
    )
    (tmp_path / "cat.yaml").write_text(text, "utf-8")
    found = [
        (finding.code, finding.kind, finding.place.route[-1], finding.arguments)
        for finding in load_catalogue(str(tmp_path / "cat.yaml")).diagnostics
    ]
    expected = ("ANJ706", "aspirational", "aspirational", {"word": word, "quote": quote})
    assert ([] if word is None else [expected]) == found
