"""Where a pace leads, and what money a year must bring: from reports to the words of every format."""

import json
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.samples_of_code import every_year, indicator, plan, report, target

SPENDING = (
    "per: 10000, numerator: {name: 支出, unit: 万元}, denominator: {name: 人口, unit: 人}, "
    "range: [0, null], max_change: 50"
)


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in an empty folder."""
    found = CommandLine(monkeypatch, capsys)
    monkeypatch.chdir(tmp_path)
    return found


def written(catalogue: str, **reports: str) -> list[str]:
    """A catalogue and reports as files; the reports' names."""
    Path("targets.yaml").write_text(catalogue, "utf-8")
    for name, text in reports.items():
        Path(f"{name}.yaml").write_text(text, "utf-8")
    return [f"{name}.yaml" for name in reports]


def test_money_that_each_year_must_bring(anju: CommandLine) -> None:
    """Thirty 万元 are lacking and two years left: fifteen each, in the unit that they were reported in."""
    catalogue = plan(
        x=indicator(target("at_least: 100", more="baseline: {year: 2017, value: 60}"), unit="元", more=SPENDING)
    )
    files = written(catalogue, a=report(2018, x="{value: 70, numerator: 70.0, denominator: 10000}"))
    judgement = json.loads(anju("check", *files, "--targets", "targets.yaml", "--format", "json").out)["judgements"][0]
    assert ("30", "15") == (judgement["things"]["count"], judgement["required_things"])


@pytest.mark.parametrize(
    ("goal", "figures", "csv", "words"),
    [
        # 50, 80, then 110 %: no share is more than the whole
        ("at_least: 90", ("50", "80"), "可达标", "照此可达标"),
        ("at_least: 100", ("50", "80"), "可达标", "照此可达标"),
        # at the bound itself, which does not suffice
        ("greater_than: 80", ("60", "70"), "80", "照此 80, 达不到"),
    ],
)
def test_where_a_pace_leads(anju: CommandLine, goal: str, figures: tuple[str, str], csv: str, words: str) -> None:
    """What can't be is told in words, and so is a bound that is reached and does not suffice."""
    files = written(plan(x=indicator(target(goal))), a=report(2018, x=figures[0]), b=report(2019, x=figures[1]))
    table = anju("trend", *files, "--targets", "targets.yaml", "--format", "csv").out.splitlines()
    assert csv in table[-1].split(",")
    assert words in anju("trend", *files, "--targets", "targets.yaml").out


def test_a_pace_below_nothing(anju: CommandLine) -> None:
    """20, 8, then -4 schools: what is counted leads to no less than none, though the catalogue gives no range."""
    catalogue = plan(x=indicator(target("at_most: 5"), unit="所", more="whole: true"))
    files = written(catalogue, a=report(2018, x="20"), b=report(2019, x="8"))
    assert "照此可达标" in anju("trend", *files, "--targets", "targets.yaml").out


def test_what_was_met_before_stands_in_tables(anju: CommandLine) -> None:
    """Met in 2018 and short in 2019: in the table of a check, in the course's, and as a year in its JSON."""
    catalogue = plan(x=indicator(target("at_least: 80"), every_year("greater_than: 50")))
    files = written(catalogue, a=report(2018, x="81"), b=report(2019, x="79"))
    words = "由达标转为未达标(曾于 2018 年达标)"
    assert words in anju("check", *files, "--targets", "targets.yaml", "--format", "csv").out
    assert words in anju("trend", *files, "--targets", "targets.yaml", "--format", "csv").out
    course = json.loads(anju("trend", *files, "--targets", "targets.yaml", "--format", "json").out)["courses"][0]
    standings = course["years"][-1]["standings"]
    assert [2018, None] == [standing["met_before"] for standing in standings]
