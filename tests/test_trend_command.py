"""`anju trend`: which arguments are paths, which formats and files it writes, and how it ends."""

import json
from pathlib import Path

import pytest
import typer

from anju_cli.commands import console
from anju_cli.commands.candidates import paths_or_indicators
from anju_cli.commands.trend import app
from anju_cli.formats import FORMATS
from tests.command_line import CommandLine, process
from tests.samples_of_code import every_year, indicator, plan, report, target

PLAN = plan(
    share=indicator(target("at_least: 80"), more="range: [0, 100]"),
    beds=indicator(target("at_most: 0"), target("at_least: 37", lead="民政局"), unit="张"),
    rate=indicator(every_year("falls: true"), unit="‰"),
    level=indicator(target("grade_at_least: 甲等"), unit="等级", more="grades: [乙等, 甲等]"),
    band=indicator(target("between: [1, 2]"), unit="次"),
)


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in a folder with two years of reports and a small catalogue in use."""
    found = CommandLine(monkeypatch, capsys)
    (tmp_path / "plan.yaml").write_text(PLAN, "utf-8")
    folder = tmp_path / "returns"
    folder.mkdir()
    (folder / "2018.yaml").write_text(report(2018, share="60", beds="30", rate="7", level="乙等", band="0"), "utf-8")
    (folder / "2019.yaml").write_text(report(2019, share="66", beds="35", rate="6", level="乙等", band="0.5"), "utf-8")
    monkeypatch.setenv("ANJU_TARGETS", str(tmp_path / "plan.yaml"))
    monkeypatch.chdir(tmp_path)
    return found


def test_every_indicator(anju: CommandLine) -> None:
    """Without names every indicator with figures is shown, and the run ends as check does."""
    ran = anju("trend", "returns")
    assert (0, "", 5) == (ran.code, ran.err, ran.out.count("  2018  "))


@pytest.mark.parametrize("name", ["share", "share率", "SHARE"])
def test_an_indicator_by_name(anju: CommandLine, name: str) -> None:
    """What is no path and names an indicator is one: by id, name or folded."""
    ran = anju("trend", "returns", name)
    assert (0, 1, True) == (ran.code, ran.out.count("  2018  "), "share率" in ran.out)


def test_a_path_goes_before_a_name(anju: CommandLine) -> None:
    """A file that is called like an indicator is a path."""
    Path("share").write_text(report(2020, share="70"), "utf-8")
    ran = anju("trend", "share")
    assert (0, True, False) == (ran.code, "2020  70" in ran.out, "2018" in ran.out)


@pytest.mark.parametrize("name", list(FORMATS))
def test_a_path_that_is_not_there(anju: CommandLine, name: str) -> None:
    """What is neither a path nor an indicator is a path that is not there: 2, and it is said in every format."""
    ran = anju("trend", "returns", "shar", "--format", name)
    assert (2, True) == (ran.code, "shar" in ran.out + ran.err or name == "csv")


def test_only_indicators(anju: CommandLine) -> None:
    """Without a path there is nothing to read: a usage error that says so."""
    ran = anju("trend", "share")
    assert (2, True) == (ran.code, "没有给出填报表" in ran.said)


def test_nothing_found(anju: CommandLine) -> None:
    """Reports without a figure are nothing to show: 3."""
    Path("empty.yaml").write_text(report(2019, share="待报"), "utf-8")
    assert 3 == anju("trend", "empty.yaml").code


def test_faults_are_faults(anju: CommandLine) -> None:
    """A figure that is not believed ends the run as in check: 1."""
    Path("bad.yaml").write_text(report(2019, share="约70"), "utf-8")
    ran = anju("trend", "bad.yaml")
    assert (1, True) == (ran.code, "约70(未采信)" in ran.out)


@pytest.mark.parametrize(
    ("output", "start"),
    [("t.csv", "\ufeff地区,"), ("t.json", '{\n  "schema": "anju/trend/1"'), ("t.md", "# "), ("t.txt", "  share率")],
)
def test_written_to_a_file(anju: CommandLine, output: str, start: str) -> None:
    """The suffix of --output chooses the format; what was written is said on standard error."""
    ran = anju("trend", "returns", "--output", output)
    text = Path(output).read_bytes().decode("utf-8")
    assert (0, "", True, True) == (ran.code, ran.out, text.startswith(start), f"已写入{output}" in ran.said)


def test_a_suffix_of_no_format(anju: CommandLine) -> None:
    """Another suffix is refused, with those that there are."""
    ran = anju("trend", "returns", "--output", "t.xlsx")
    assert (2, True, False) == (ran.code, ".csv" in ran.said, Path("t.xlsx").exists())


def test_no_report_is_written_over(anju: CommandLine) -> None:
    """An input is no output."""
    assert 2 == anju("trend", "returns", "--output", "returns/2018.yaml", "--format", "text").code


def test_the_open_sdg_ratio(anju: CommandLine) -> None:
    """Another method stands beside each judgement that has a base and a way to go, and judges nothing."""
    plain = json.loads(anju("trend", "returns", "-f", "json").out)
    compared = json.loads(anju("trend", "returns", "-f", "json", "--compare", "open-sdg").out)
    found = {
        standing["target"]: (standing["comparison"] or {}).get("status")
        for course in compared["courses"]
        for standing in course["years"][-1]["standings"]
    }
    assert {
        "share/at_least": "moderate_progress", "beds/at_most": "deterioration",
        "beds/at_least": "substantial_progress",
        "rate/falls": "substantial_progress", "level/grade_at_least": None, "band/between": None,
    } == found  # fmt: skip
    assert (None, "open-sdg", "0") == (plain["comparison"], compared["comparison"], str(compared["result"]["code"]))


def test_an_assumption_is_marked(anju: CommandLine) -> None:
    """An assumed figure is headed and marked; the exit code is that of what was reported."""
    ran = anju("trend", "returns", "share", "--what-if", "share=90")
    assert (0, True, True) == (ran.code, ran.out.startswith("假设测算"), "假设\n" in ran.out)


def test_one_department(anju: CommandLine) -> None:
    """--department leaves out what others lead."""
    assert 1 == anju("trend", "returns", "--department", "民政局").out.count("  2018  ")


def test_completion(anju: CommandLine) -> None:
    """What is typed may become a path or an indicator."""
    assert 0 == anju("trend", "returns").code
    assert (["returns"], ["share", "share率"], ["returns/2018.yaml"]) == (
        offered("ret"), offered("sh"), offered("returns/2018"),
    )  # fmt: skip


def offered(incomplete: str) -> list[str]:
    """What is offered for a word behind `anju trend`."""
    return paths_or_indicators(typer.Context(typer.main.get_command(app)), incomplete)


def test_a_console_in_gbk() -> None:
    """Where block characters would be two columns wide, figures stand without a chart."""
    done = process("trend", "data/examples", "nursing_bed_share", PYTHONUTF8="0", PYTHONIOENCODING="gbk")
    text = done.stdout.decode("gbk")
    assert (0, False, True) == (done.returncode, "▇" in text, "27.5" in text)


@pytest.mark.parametrize(("lang", "said"), [("zh", "示例:"), ("en", "Examples:")])
def test_help(lang: str, said: str) -> None:
    """--help speaks the language asked, with examples and the methods to compare with."""
    done = process("trend", "--help", ANJU_LANG=lang, COLUMNS="80")
    assert (0, True, True) == (done.returncode, said in done.stdout.decode(), "open-sdg" in done.stdout.decode())


def test_a_slip_is_no_path(anju: CommandLine) -> None:
    """A word that is all but an indicator's name is not waited for as a path: what it may have meant is said."""
    ran = anju("trend", "returns", "sharr")
    assert (2, "", True) == (ran.code, ran.out, "“sharr”既不是路径,也不是指标" in ran.said)


@pytest.mark.parametrize("name", ["text", "json", "csv", "markdown"])
def test_what_is_wrong_is_said_where(anju: CommandLine, name: str) -> None:
    """Whatever the format, each open finding is named with file, line and code on standard error."""
    Path("bad.yaml").write_text(report(2019, share="约70"), "utf-8")
    ran = anju("trend", "returns", "bad.yaml", "-f", name)
    assert (1, True) == (ran.code, ran.err.startswith("bad.yaml:3:10: 强制 ANJ201 "))


def test_many_faults_are_told_by_check(anju: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many findings some are told, and how many more there are."""
    monkeypatch.setattr(console, "MOST_SHOWN", 1)
    Path("bad.yaml").write_text(report(2019, share="约70", beds="约3"), "utf-8")
    assert "另有 1 处问题, 见 anju check" in anju("trend", "bad.yaml").err


def test_figures_that_nobody_asked_for_are_nothing(anju: CommandLine) -> None:
    """An indicator or department without a figure ends with 3, however good the others are."""
    Path("good.yaml").write_text(report(2019, share="70"), "utf-8")
    assert [3, 3, 0] == [
        anju("trend", "good.yaml", *more).code for more in (["beds"], ["--department", "民政局"], ["share"])
    ]


def test_a_word_for_what_is_missing_is_no_figure_in_doubt(anju: CommandLine) -> None:
    """待报 is told as such, and not as a figure that is not believed."""
    Path("good.yaml").write_text(report(2018, share="70"), "utf-8")
    Path("later.yaml").write_text(report(2019, share="待报"), "utf-8")
    ran = anju("trend", "good.yaml", "later.yaml", "share")
    assert ("待报" in ran.out, "未采信" in ran.out) == (True, False)


def test_a_figure_in_doubt_of_a_year_before_the_plan_is_shown(anju: CommandLine) -> None:
    """It is no base, but it does not vanish either."""
    Path("old.yaml").write_text(report(2017, share="700"), "utf-8")
    Path("good.yaml").write_text(report(2018, share="70"), "utf-8")
    assert "700(未采信)" in anju("trend", "old.yaml", "good.yaml", "share").out
