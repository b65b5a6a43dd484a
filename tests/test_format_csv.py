"""Judgements for spreadsheets: a row each, what was not asked beside them, counts on standard error."""

import csv
import io
from pathlib import Path

import pytest

from anju_cli.formats import View
from anju_cli.formats.csv import COLUMNS
from anju_cli.outcome import Outcome
from anju_cli.texts import texts
from tests.command_line import CommandLine
from tests.golden import golden
from tests.outcomes import EMPTY, OUTCOME, QUIET, changed
from tests.rendering import document
from tests.samples_of_code import indicator, plan, report, target


def table(outcome: Outcome, lang: str = "zh") -> list[dict[str, str]]:
    """The table as a spreadsheet reads it, by the columns' own names."""
    rows = csv.reader(io.StringIO(document("csv", outcome, View(lang=lang)).removeprefix("\ufeff")))
    assert [texts(lang)(f"csv_{column}") for column in COLUMNS] == next(rows)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_golden(lang: str) -> None:
    """It reads as it did when somebody last looked at it."""
    now = document("csv", OUTCOME, View(lang=lang))
    assert golden(f"outcome.{lang}.csv", now) == now


def test_a_mark_and_line_ends() -> None:
    """It begins with UTF-8's mark and ends each line as spreadsheets on Windows do; without figures it has a head."""
    text = document("csv", EMPTY, View())
    assert (True, 1, True) == (text.startswith("\ufeff"), text.count("\n"), text.endswith("\r\n"))


def test_promises_add_up() -> None:
    """A row a judgement, and a row for each department that is absent, has an empty return or was not asked."""
    rows = table(OUTCOME)
    asked = sum(section.asked for section in OUTCOME.sections)
    not_asked = sum(section.not_asked for section in OUTCOME.sections)
    assert (asked + not_asked, asked) == (
        sum(int(row["promises"]) for row in rows),
        sum(bool(row["target"]) for row in rows),
    )
    assert [
        *(("区财政局", "2", "没有交表"), ("区文广局", "0", "交了空表"), ("区<i>局", "0", "交了空表")),
        ("区<b>局", "1", "未要求填报"),
    ] == [(row["lead"], row["promises"], row["status"]) for row in rows if not row["target"]]


def test_nothing_begins_a_formula() -> None:
    """A text from outside that a spreadsheet would take for a formula stands behind an apostrophe."""
    (section,) = QUIET.sections
    hostile = changed(section.judgements[0], clause="=HYPERLINK(1)", lead="@lead", region="-1")
    (row,) = table(QUIET._replace(sections=(section._replace(judgements=(hostile,), region="-1"),)))
    assert ("'=HYPERLINK(1)", "'@lead", "'-1") == (row["clause"], row["lead"], row["region"])


def test_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Imagined and assumed figures are marked in their rows; findings and the result are counted on standard error."""
    (tmp_path / "plan.yaml").write_text(plan(share=indicator(target("at_least: 80"))), "utf-8")
    (tmp_path / "a.yaml").write_text(report(2020, head="sample: true", share="约70"), "utf-8")
    anju = CommandLine(monkeypatch, capsys)
    arguments = ("check", tmp_path / "a.yaml", "--targets", tmp_path / "plan.yaml", "--format", "csv", "--lang", "en")
    ran = anju(*arguments)
    assert "fictitious" in ran.out
    assert ("Checked: 1 report, 1 figure, 1 target   1 error   0 queries   0 notes", 2) == (
        ran.err.splitlines()[0],
        len(ran.err.splitlines()),
    )
    assert "assumed" in anju(*arguments, "--what-if", "share=81").out
    (tmp_path / "out.csv").unlink(missing_ok=True)
    ran = anju(*arguments[:4], "--output", tmp_path / "out.csv")
    assert (3, "", True) == (
        len(ran.err.splitlines()),
        ran.out,
        (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf"),
    )
