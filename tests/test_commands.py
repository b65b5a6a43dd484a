"""The command line as people and machines use it: what it takes, what it says, and how it ends."""

import io
import json
import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from anju_cli import __main__ as entry
from anju_cli import __version__
from anju_cli.characters import HIDING, columns
from anju_cli.cli import COMMANDS
from anju_cli.codes import CODES
from anju_cli.codes.samples import WITHOUT_SAMPLE
from anju_cli.commands import console
from anju_cli.errors import AnjuError
from anju_cli.loading import load_catalogue
from anju_cli.loading.catalogue import shipped_path
from anju_cli.output import write_stdout
from anju_cli.readers.content import OF_REPORT
from anju_cli.texts import texts
from anju_cli.texts.help import command_line_language, options
from tests.command_line import ROOT, CommandLine, Ran, at_terminal, environment, process
from tests.samples_of_code import every_year, explanation, indicator, plan, report, target

EXAMPLES = ROOT / "data" / "examples"

#: A promise of each kind that --fail-on asks about, led by two departments.
PLAN = plan(
    share=indicator(target("at_least: 80"), more="range: [0, 100], max_change: 15"),
    homes=indicator(every_year("at_least: 5", "民政局"), unit="户"),
    rate=indicator(every_year("falls: true", "民政局"), unit="‰"),
).replace(
    "departments:", "areas: {learning: {zh: 教育, en: Learning}, living: {zh: 民生, en: Living}}\ndepartments:"
)  # fmt: skip
GOOD = report(2020, share="85", homes="6", rate="{value: 5, previous: 6}")


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in an empty folder with a small catalogue in use."""
    found = CommandLine(monkeypatch, capsys)
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(PLAN, "utf-8")
    monkeypatch.setenv("ANJU_TARGETS", str(tmp_path / "plan" / "plan.yaml"))
    monkeypatch.chdir(tmp_path)
    return found


def written(text: str, name: str = "report.yaml") -> str:
    """A file in the current folder, by name."""
    Path(name).write_text(text, "utf-8")
    return name


# how it ends


def test_0_checked(anju: CommandLine) -> None:
    """Believable figures end with 0; the report goes to standard output, nothing to the other."""
    ran = anju("check", written(GOOD))
    assert (0, "") == (ran.code, ran.err)
    assert ran.out.endswith("结果: 核对完毕, 填报数可信(退出码 0)\n")


def test_0_missed_promises_are_no_fault(anju: CommandLine) -> None:
    """A figure that misses its promise is a good figure."""
    ran = anju("check", written(report(2020, share="60", homes="1", rate="7")))
    assert (0, True) == (ran.code, "未达标 1" in ran.out)


def test_1_a_fault(anju: CommandLine) -> None:
    """A figure with an error ends with 1, and the report is shown all the same."""
    ran = anju("check", written(report(2020, share="850")))
    assert (1, True) == (ran.code, "甲区 2020 年度差距报告" in ran.out)


@pytest.mark.parametrize(
    ("figures", "asked", "code"),
    [
        ({"share": "0.85", "homes": "6", "rate": "5"}, [], 0),
        ({"share": "0.85", "homes": "6", "rate": "5"}, ["query"], 1),
        ({"share": "60"}, ["missed"], 1),
        ({"share": "60"}, ["behind"], 1),
        ({"share": "85", "homes": "6"}, ["missed"], 0),
        ({"share": "85", "rate": "5"}, ["undetermined"], 1),
        ({"share": "85", "rate": "5"}, ["missed", "behind"], 0),
        ({"share": "85"}, ["unreported"], 1),
        ({"share": "85", "homes": "待报", "rate": "{value: 5, previous: 6}"}, ["unreported"], 1),
        ({"share": "85", "homes": "6", "rate": "{value: 5, previous: 6}"}, ["unreported", "undetermined", "query"], 0),
        ({"share": "85"}, ["error"], 0),
        ({"share": "850"}, ["error"], 1),
        ({"share": "850"}, ["missed"], 1),
    ],
)
def test_fail_on(anju: CommandLine, figures: dict[str, str], asked: list[str], code: int) -> None:
    """--fail-on is a set; `error` is always in it, and nothing else is."""
    choices = [part for one in asked for part in ("--fail-on", one)]
    assert code == anju("check", written(report(2020, **figures)), *choices).code


def test_fail_on_says_what_was_found(anju: CommandLine) -> None:
    """The result names what --fail-on asked about and found, each once."""
    path = written(report(2020, share="60", homes="6"))
    ran = anju("check", path, "--fail-on", "missed", "--fail-on", "unreported", "--fail-on", "missed")
    assert ran.out.endswith("结果: 按 --fail-on 的要求未通过: 未达标、未填或待报(退出码 1)\n")


def test_fail_on_behind_before_the_due_year(anju: CommandLine) -> None:
    """`behind` asks about what lags; `missed` does not look at it."""
    written(report(2017, share="60"), "2017.yaml")
    written(report(2019, share="61"), "2019.yaml")
    codes = [anju("check", "2017.yaml", "2019.yaml", "--fail-on", one).code for one in ("missed", "behind")]
    assert [0, 1] == codes


def test_fail_on_does_not_look_at_other_regions(anju: CommandLine) -> None:
    """What another region misses fails nobody's run."""
    path = written(report(2020, head="region: 乙区", share="60"))
    assert 0 == anju("check", path, "--fail-on", "missed", "--fail-on", "unreported").code


def test_an_explained_query_passes(anju: CommandLine) -> None:
    """A query with a written reason is no open one."""
    path = written(report(2020, tail=explanation("ANJ205", "share", "0.85"), share="0.85"))
    assert 0 == anju("check", path, "--fail-on", "query").code


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", report(2020, share="待报"), report(2020, share="", homes="不适用")]
)
def test_3_nothing_was_checked(anju: CommandLine, text: str) -> None:
    """A report without a figure is never green."""
    assert 3 == anju("check", written(text)).code


def test_3_an_empty_folder(anju: CommandLine) -> None:
    """Nor is a folder without a report."""
    Path("empty").mkdir()
    ran = anju("check", "empty")
    assert (3, True) == (ran.code, ran.out.endswith("结果: 没有核对到任何填报数(退出码 3)\n"))


def test_3_a_year_that_is_not_there(anju: CommandLine) -> None:
    """Nor a year that nobody reported."""
    assert 3 == anju("check", written(GOOD), "--year", "2019").code


def test_1_an_empty_report_beside_good_ones(anju: CommandLine) -> None:
    """Beside good reports an empty one is an error."""
    assert 1 == anju("check", written(GOOD), written("", "empty.yaml")).code


def test_2_a_path_that_is_not_there(anju: CommandLine) -> None:
    """A path that is not there is named; the rest is checked and shown, headed as incomplete."""
    ran = anju("check", "gone.yaml", written(GOOD))
    assert 2 == ran.code
    assert ran.out.startswith("有文件未能读取, 以下结果不完整\n")
    assert "没有这个路径: gone.yaml\n" in ran.out
    assert "达标 3" in ran.out


@pytest.mark.parametrize(
    ("texts_of", "arguments", "code"),
    [
        ({"a.yaml": report(2020, share="850")}, ["gone.yaml"], 2),
        ({"a.yaml": report(2020, share="60")}, ["gone.yaml", "--fail-on", "missed"], 2),
        ({"a.yaml": ""}, ["gone.yaml"], 2),
        ({"a.yaml": "", "b.yaml": "x: 1\n"}, [], 1),
        ({"a.yaml": report(2020, share="待报")}, ["--fail-on", "unreported"], 1),
        ({"a.yaml": report(2020, share="待报")}, [], 3),
        ({"a.yaml": GOOD}, [], 0),
    ],
)
def test_which_code_goes_first(anju: CommandLine, texts_of: dict[str, str], arguments: list[str], code: int) -> None:
    """Several at once: 2 before 1 before 3 before 0."""
    assert code == anju("check", *(written(text, name) for name, text in texts_of.items()), *arguments).code


@pytest.mark.parametrize("name", ["text", "json", "markdown"])
@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (report(2020, share="850"), 1), (report(2020, share="待报"), 3)])
def test_no_format_changes_the_code(anju: CommandLine, name: str, text: str, code: int) -> None:
    """Every format ends as every other."""
    assert code == anju("check", written(text), "--format", name).code


# what cannot be read


@pytest.mark.parametrize("kind", ["pipe", "device", "too large", "binary", "no report", "folder that is closed"])
def test_what_is_no_report_is_a_fault(anju: CommandLine, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is there and can't be read is a fault with its own code; good reports beside it are checked."""
    path, code = unreadable(kind, monkeypatch)
    ran = anju("check", written(GOOD), path)
    assert (1, True, True) == (ran.code, code in ran.out, "达标 3" in ran.out)


def unreadable(kind: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """A path of a kind that is not read, and the code that says so."""
    match kind:
        case "pipe":
            os.mkfifo("pipe")
            return "pipe", "ANJ002"
        case "device":
            return "/dev/zero", "ANJ002"
        case "too large":
            Path("large.yaml").write_bytes(b"#" * (OF_REPORT.bytes + 1))
            return "large.yaml", "ANJ003"
        case "binary":
            Path("a.yaml").write_bytes(b"PK\x03\x04\x00\x00")
            return "a.yaml", "ANJ006"
        case "no report":
            return written("a: 1\n", "a.yaml"), "ANJ101"
        case _:
            return _closed(monkeypatch), "ANJ001"


def _closed(monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder that may not be listed, also where the tests run as root."""
    Path("closed").mkdir()
    listed = os.listdir

    def listdir(path: str) -> list[str]:
        if path == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", listdir)
    return "closed"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(anju: CommandLine) -> None:
    """A file without leave to read is a fault."""
    path = Path(written(GOOD))
    path.chmod(0)
    assert (1, True) == ((ran := anju("check", path)).code, "ANJ001" in ran.out)


def test_a_link_to_nothing_is_a_fault(anju: CommandLine) -> None:
    """A link whose target has gone is there and can't be read."""
    Path("link.yaml").symlink_to("gone.yaml")
    assert (1, True) == ((ran := anju("check", "link.yaml")).code, "ANJ001" in ran.out)


def test_a_working_folder_that_was_deleted(tmp_path: Path) -> None:
    """A folder deleted beneath the run ends no run with a traceback; a full path is checked all the same."""
    gone = tmp_path / "gone"
    gone.mkdir()
    script = 'cd "$1" && rmdir "$1" && shift && "$@"'
    for path, code in ((".", 3), ("2019.yaml", 2), (str(EXAMPLES / "2019.yaml"), 0)):
        gone.mkdir(exist_ok=True)
        command = ["sh", "-c", script, "sh", str(gone), sys.executable, "-m", "anju_cli", "check", path]
        done = subprocess.run(command, env=environment(), capture_output=True, check=False, timeout=60)
        assert (code, False) == (done.returncode, b"Traceback" in done.stderr)


def test_hostile_paths_are_inert(anju: CommandLine) -> None:
    """A path may say what it likes to a terminal: it is shown, not obeyed."""
    name = "\x1b[31m红\u202e.yaml"
    ran = anju("check", written(report(2020, share="850"), name), "\x1bgone\n.yaml")
    assert 2 == ran.code
    assert frozenset() == HIDING.intersection((ran.out + ran.err).replace("\n", ""))
    assert "<U+001B>[31m红<U+202E>.yaml:3:10" in ran.out


# the catalogue


def test_a_catalogue_with_faults(anju: CommandLine) -> None:
    """A faulty catalogue ends with 2, its fault shown with line and caret; no report is checked."""
    bad = written(PLAN.replace("at_least: 80,", "at_leest: 80,"), "bad.yaml")
    ran = anju("check", written(GOOD), "--targets", bad)
    assert (2, "") == (ran.code, ran.err)
    assert "bad.yaml:5:" in ran.out
    assert "^" in ran.out
    assert "甲区 2020" not in ran.out
    assert ran.out.endswith("结果: 指标目录有误, 没有核对任何填报表(退出码 2)\n")


@pytest.mark.parametrize("content", ["catalogue: {title: x\n", "", "- 1\n"])
@pytest.mark.parametrize(
    ("command", "shown"), [(["check", "report.yaml"], True), (["export", "report.yaml"], True), (["targets"], False),
                           (["explain", "x"], False)],
)  # fmt: skip
def test_no_command_works_with_a_faulty_catalogue(
    anju: CommandLine, command: list[str], shown: bool, content: str
) -> None:
    """Whatever was asked, a catalogue that can't be used ends with 2; its faults are the report that was asked for."""
    written(GOOD)
    ran = anju(*command, "--targets", written(content, "bad.yaml"))
    assert (2, shown, not shown) == (ran.code, "bad.yaml" in ran.out, "bad.yaml" in ran.err)


@pytest.mark.parametrize("name", ["text", "json", "markdown"])
def test_every_format_tells_of_a_faulty_catalogue(anju: CommandLine, name: str) -> None:
    """Machines and leaders are told too, in the file they asked for."""
    ran = anju("check", written(GOOD), "--targets", written("", "bad.yaml"), "--format", name, "-o", "out")
    assert (2, "", True) == (ran.code, ran.out, "ANJ" in Path("out").read_text("utf-8"))


def test_a_faulty_catalogue_is_not_written_over(anju: CommandLine) -> None:
    """Nor is a catalogue with faults, or a report that it was to judge, lost to the report of its faults."""
    written(GOOD)
    bad = written("catalogue:", "bad.yaml")
    asked = ("check", "report.yaml", "--targets", bad, "-f", "text", "-o")
    codes = [anju(*asked, name).code for name in (bad, "report.yaml")]
    assert ([2, 2], "catalogue:", GOOD) == (codes, Path(bad).read_text("utf-8"), Path("report.yaml").read_text("utf-8"))


def test_a_catalogue_that_is_not_there(anju: CommandLine) -> None:
    """A catalogue that is not there is named."""
    ran = anju("check", written(GOOD), "--targets", "none.yaml")
    assert (2, True) == (ran.code, "none.yaml" in ran.out)


def test_the_catalogue_on_the_way_is_passed_over(anju: CommandLine) -> None:
    """The catalogue in use is no report, itself or a copy of it."""
    written(PLAN, "plan/copy.yaml")
    written(GOOD, "plan/report.yaml")
    ran = anju("check", "plan")
    assert 0 == ran.code
    assert "提示 ANJ013 2 份指标目录不是填报表, 已跳过: plan/copy.yaml:1:1、plan/plan.yaml:1:1\n" in ran.out


def test_targets_goes_before_the_environment(anju: CommandLine) -> None:
    """--targets, else ANJU_TARGETS, else the shipped copy; never the current folder."""
    written(PLAN, "targets.yaml")
    other = written(PLAN.replace("甲府办", "乙府办"), "other.yaml")
    path = written(GOOD)
    assert "乙府办〔2018〕1号" in anju("check", path, "--targets", other).out
    assert "甲府办〔2018〕1号" in anju("check", path).out
    anju.monkeypatch.delenv("ANJU_TARGETS")
    assert f"{shipped_path()}\n" == anju("targets", "--where").out


# what is asked for


def test_a_usage_that_is_none(anju: CommandLine) -> None:
    """Unknown commands and options, and options without a value, end with 2 and say so."""
    for arguments in (["chekc"], ["check", "x", "--yeer", "2019"], ["check", "x", "--format"], ["explain"], []):
        ran = anju(*arguments)
        assert (2, True) == (ran.code, bool(ran.err or ran.out))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "jsn"], "“jsn”不在可选之列: text json csv markdown。您是不是要写 json?"),
        (["--format", "\x1b[31m"], "“<U+001B>[31m”不在可选之列"),
        (["--fail-on", "mised"], "您是不是要写 missed?"),
        (["--basis", "numbers"], "您是不是要写 number?"),
        (["--color", "sometimes"], "“sometimes”不在可选之列: auto always never"),
        (["--lang", "fr"], "“fr”不在可选之列: zh en"),
        (["--year", "19"], "年度须为四位数字: “19”"),
        (["--year", "2019年"], "年度须为四位数字: “2019年”"),
        (["--year", "\x1b"], "年度须为四位数字: “<U+001B>”"),
        (["--department", "教育厅"], "指标目录中没有部门“教育厅”; 可选: 教育局、民政局。您是不是要写 教育局?"),
        (["--department", "\x1b"], "指标目录中没有部门“<U+001B>”"),
        (["--area", "music"], "指标目录中没有领域“music”; 可选: learning(教育)、living(民生)"),
        (["--year", "2019", "--all-years"], "--year 与 --all-years 不能同时使用"),
        (["--output", "out.doc"], "不认识的文件后缀“.doc”; 可用 .txt .json .csv .md"),
        (["--output", "out.\x1b"], "不认识的文件后缀“.<U+001B>”"),
    ],
)
@pytest.mark.parametrize("command", ["check", "export"])
def test_an_unknown_word(anju: CommandLine, command: str, arguments: list[str], said: str) -> None:
    """A word that is none of the choices ends with 2, names them, and offers the nearest."""
    ran = anju(command, written(GOOD), *arguments)
    assert (2, "") == (ran.code, ran.out)
    assert re.sub(r"\s", "", said) in ran.said


def promises(ran: Ran) -> list[str]:
    """The targets judged, of a run with --format json."""
    return [f"{one['target']} {one['year']}" for one in json.loads(ran.out)["judgements"]]


def several_years() -> None:
    """Reports of three years."""
    for year in (2018, 2019, 2020):
        written(report(year, share="85", homes="6", rate="5"), f"returns/{year}.yaml")


@pytest.mark.parametrize(
    ("arguments", "years"),
    [
        ([], {"2020"}),
        (["--year", "2019"], {"2019"}),
        (["--year", "2019", "--year", "2018"], {"2018", "2019"}),
        (["--all-years"], {"2018", "2019", "2020"}),
    ],
)
def test_years(anju: CommandLine, arguments: list[str], years: set[str]) -> None:
    """The newest year by default, those asked for, or all."""
    Path("returns").mkdir()
    several_years()
    found = promises(anju("check", "returns", "--format", "json", *arguments))
    assert years == {one.split()[1] for one in found}


@pytest.mark.parametrize(
    ("arguments", "indicators", "said"),
    [
        (["--department", "教育局"], ["share"], "本次只核对: 牵头部门 教育局; 另有 2 项目标未列入"),
        (["--department", "教体局"], ["share"], "本次只核对: 牵头部门 教育局"),
        (["--department", "Civil Affairs"], ["homes", "rate"], "本次只核对: 牵头部门 民政局; 另有 1 项目标未列入"),
        (
            ["--department", "民政局", "--department", "教育局"],
            ["share", "homes", "rate"],
            "本次只核对: 牵头部门 民政局、教育局\n",
        ),
        (["--basis", "direction"], [], "本次只核对: 类别 升降; 另有 3 项目标未列入"),
        (["--basis", "number"], ["share", "homes", "rate"], "本次只核对: 类别 定量\n"),
        (["--area", "learning"], [], "本次只核对: 领域 教育; 另有 3 项目标未列入"),
        (["--area", "民生"], [], "本次只核对: 领域 民生"),
        (["--area", "Living"], [], "本次只核对: 领域 民生"),
        (["--year", "2020"], ["share", "homes", "rate"], "本次只核对: 年度 2020\n"),
    ],
)
def test_filters(anju: CommandLine, arguments: list[str], indicators: list[str], said: str) -> None:
    """Departments, areas and kinds by any of their names; what is left out is said."""
    path = written(GOOD)
    found = promises(anju("check", path, "--format", "json", *arguments))
    assert indicators == [one.split("/")[0] for one in found]
    assert said in anju("check", path, *arguments).out


@pytest.mark.parametrize(
    ("command", "arguments", "start"),
    [
        ("check", [], "甲区 2020 年度差距报告"),
        ("check", ["-o", "out.txt"], "甲区 2020 年度差距报告"),
        ("check", ["-o", "out"], "甲区 2020 年度差距报告"),
        ("check", ["-o", "out.json"], '{\n  "schema": "anju/outcome/1"'),
        ("check", ["-o", "out.MD"], "# 甲计划 2020 年度完成情况"),
        ("check", ["-o", "out.log", "--format", "text"], "甲区 2020 年度差距报告"),
        ("check", ["-f", "markdown"], "# 甲计划 2020 年度完成情况"),
        ("export", [], "# 甲计划 2020 年度完成情况"),
        ("export", ["-o", "out.markdown"], "# 甲计划 2020 年度完成情况"),
        ("export", ["-o", "out.doc", "--format", "markdown"], "# 甲计划 2020 年度完成情况"),
        ("export", ["-o", "out.txt"], "甲区 2020 年度差距报告"),
        ("export", ["-f", "json"], '{\n  "schema": "anju/outcome/1"'),
    ],
)
def test_which_format(anju: CommandLine, command: str, arguments: list[str], start: str) -> None:
    """--format, else the suffix of --output, else text for check and Markdown for export."""
    ran = anju(command, written(GOOD), *arguments)
    output = Path(arguments[1]) if "-o" in arguments else None
    assert (output.read_text("utf-8") if output else ran.out).startswith(start)
    assert (f"已写入 {output}\n结果: 核对完毕, 填报数可信(退出码 0)\n" if output else "") == ran.err
    assert (0, bool(output)) == (ran.code, ran.out == "")


def test_export_is_check_in_markdown(anju: CommandLine) -> None:
    """There is one renderer a format."""
    path = written(report(2020, share="850"))
    assert anju("export", path) == anju("check", path, "--format", "markdown")


def test_a_fault_never_keeps_the_report_from_being_written(anju: CommandLine) -> None:
    """A run that ends with 1 or 2 writes its report all the same."""
    ran = anju("check", written(report(2020, share="850")), "gone.yaml", "-o", "out.json")
    assert (2, 2) == (ran.code, json.loads(Path("out.json").read_text("utf-8"))["result"]["code"])


@pytest.mark.parametrize("name", ["report.yaml", "./report.yaml", "link.yaml", "plan/plan.yaml", "all"])
def test_output_over_an_input(anju: CommandLine, name: str) -> None:
    """No report and no catalogue is written over, under whatever name."""
    path = written(GOOD)
    Path("link.yaml").symlink_to(path)
    ran = anju("check", path, "-f", "text", "-o", name if name != "all" else "plan")
    assert (2, "") == (ran.code, ran.out)
    assert "请另换文件名" in ran.said
    assert GOOD == Path(path).read_text("utf-8")
    assert PLAN == Path("plan/plan.yaml").read_text("utf-8")


@pytest.mark.parametrize("name", ["2020\u200b.json", "2020\n.json", "2020.JSON"])
@pytest.mark.parametrize("way", ["returns/{}", "./returns/../returns/{}", "link.json", "hard.json"])
def test_output_over_a_file_met_in_a_folder(anju: CommandLine, name: str, way: str) -> None:
    """Nor is one that was met in a folder, though its name be shown otherwise than it is, or the file have two."""
    Path("returns").mkdir()
    path = written('{"year": 2020, "figures": {"share": 85}}', f"returns/{name}")
    Path("link.json").symlink_to(path)
    Path("hard.json").hardlink_to(path)
    before = Path(path).read_text("utf-8")
    ran = anju("check", "returns", "-o", way.format(name))
    assert (2, before) == (ran.code, Path(path).read_text("utf-8"))
    assert "是本次读入的文件, 不覆盖" in ran.err


def test_output_over_the_catalogue_in_a_folder(anju: CommandLine) -> None:
    """The catalogue in use is safe in a folder too, under whatever suffix."""
    written(GOOD, "plan/report.yaml")
    written(PLAN, "plan/plan.txt")
    ran = anju("check", "plan", "-o", "plan/plan.txt", "--targets", "plan/plan.txt")
    assert (2, True) == (ran.code, "是本次读入的文件, 不覆盖" in ran.err)
    assert PLAN == Path("plan/plan.txt").read_text("utf-8")


@pytest.mark.parametrize("command", ["check", "export", "trend"])
@pytest.mark.parametrize("paths", [["gone.yaml"], ["empty"], ["blank.yaml"]])
def test_an_old_output_stays_where_nothing_was_read(anju: CommandLine, command: str, paths: list[str]) -> None:
    """A path that is not there, an empty folder or an empty file replaces nothing, and that is said."""
    Path("empty").mkdir()
    written("", "blank.yaml")
    old = Path(written("{}", "old.json"))
    ran = anju(command, *paths, "-o", old)
    assert ("{}", 2 if paths == ["gone.yaml"] else 3) == (old.read_text("utf-8"), ran.code)
    assert "没有核对到填报数; old.json 仍是原来的内容, 没有覆盖" in ran.err
    assert ran.err.rstrip().splitlines()[-1].startswith("结果: ")
    assert ("没有这个路径: gone.yaml" in ran.err) == (paths == ["gone.yaml"])


@pytest.mark.parametrize(("command", "asked"), [("check", "--year"), ("export", "--year"), ("export", "--department")])
def test_an_old_output_stays_where_nothing_was_checked(anju: CommandLine, command: str, asked: str) -> None:
    """What was asked for is not there, though a report was read: a page that says so replaces nothing."""
    old = Path(written("old", "old.md"))
    value = "2018" if asked == "--year" else "教育局"
    ran = anju(command, written(report(2020, homes="6")), asked, value, "-o", old)
    assert ("old", 3) == (old.read_text("utf-8"), ran.code)
    assert "没有核对到填报数; old.md 仍是原来的内容, 没有覆盖" in ran.err


def test_an_old_output_stays_where_the_catalogue_is_broken(anju: CommandLine) -> None:
    """What is wrong with the catalogue is said on the screen then; a new file is written all the same."""
    written("{}", "old.json")
    written("catalogue:\n", "broken.yaml")
    ran = anju("check", written(GOOD), "-o", "old.json", "--targets", "broken.yaml")
    assert (2, "{}") == (ran.code, Path("old.json").read_text("utf-8"))
    assert "强制 ANJ" in ran.err
    anju("check", written(GOOD), "-o", "new.json", "--targets", "broken.yaml")
    assert "catalogue" == json.loads(Path("new.json").read_text("utf-8"))["result"]["why"]


@pytest.mark.parametrize("command", ["check", "export", "trend"])
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["-f", "json", "-o", "x.md"], "后缀.md的文件是markdown格式"),
        (["-f", "text", "-o", "x.JSON"], "后缀.json的文件是json格式"),
        (["-f", "json", "-o", "x.yaml"], "会被当作填报表读入"),
        (["-o", "x.yml"], "会被当作填报表读入"),
        (["-f", "json", "-o", "link.json"], "会被当作填报表读入"),
        (["-o", "x.png"], "不认识的文件后缀“.png”"),
    ],
)
def test_a_suffix_that_is_another_s(anju: CommandLine, command: str, arguments: list[str], found: str) -> None:
    """What another format owns, or would be read as a report, is no name for an outcome, nor by way of a link."""
    Path("link.json").symlink_to("later.yaml")
    ran = anju(command, written(GOOD), *arguments)
    assert (2, True) == (ran.code, found in ran.said)
    assert not Path("later.yaml").exists()


def test_an_outcome_among_the_returns_is_known_again(anju: CommandLine) -> None:
    """The next run passes it over and says what it is; it is none of the hidden files or other formats."""
    Path("returns").mkdir()
    written(GOOD, "returns/2020.yaml")
    for name in ("check.json", "check.json", "trend.json"):
        assert 0 == anju(name.removesuffix(".json"), "returns", "-o", f"returns/{name}").code
    said = "文件夹中另有 2 个文件或文件夹未读(anju 写的结果 2 个: returns/check.json、returns/trend.json)"
    assert said in anju("check", "returns").out


def test_output_beside_the_inputs(anju: CommandLine) -> None:
    """A new file in the folder that was read is written, and an old report of the run replaced."""
    Path("returns").mkdir()
    written(GOOD, "returns/2020.yaml")
    assert [0, 0] == [anju("check", "returns", "-o", "returns/out.txt").code for _ in range(2)]
    assert "达标 3" in Path("returns/out.txt").read_text("utf-8")


def test_output_that_cannot_be_written(anju: CommandLine) -> None:
    """Where the report can't be written the run ends with 2 and says why."""
    ran = anju("check", written(GOOD), "-o", "none/out.txt")
    assert (2, "anju: 无法写入 none/out.txt: 没有这个文件或文件夹\n") == (ran.code, ran.err)
    ran = anju("check", "report.yaml", "-o", ".")
    assert (2, "anju: . 不是普通文件, 不写; 请另换文件名\n") == (ran.code, ran.err)


def test_files_have_no_colour_and_one_width(anju: CommandLine) -> None:
    """A file is the same on every machine: 100 columns, no colour unless it is asked for on a terminal."""
    path = written(GOOD)
    plain = anju("check", path).out
    for arguments in (["--color", "always"], []):
        anju("check", path, "-o", "out.txt", *arguments)
        assert plain == Path("out.txt").read_text("utf-8")


def test_verbose(anju: CommandLine) -> None:
    """--verbose shows what is folded."""
    path = written(GOOD)
    assert ("  √  达标 " in anju("check", path).out, "  √  达标 " in anju("check", path, "-v").out) == (False, True)


@pytest.mark.parametrize("option", ["-q", "--quiet"])
@pytest.mark.parametrize("command", ["check --format text", "export --format text", "check"])
def test_quiet(anju: CommandLine, command: str, option: str) -> None:
    """-q leaves the closing block alone, and the exit code as it is."""
    written(report(2020, share="850", homes="6", rate="{value: 5, previous: 6}"))
    whole, quiet = (anju(*command.split(), "report.yaml", *more) for more in ((), (option,)))
    assert whole.out.endswith(f"\n\n{quiet.out}")
    assert quiet.out.startswith("甲区 2020 年  应核 ")
    assert whole.code == quiet.code


def test_quiet_is_for_text(anju: CommandLine) -> None:
    """Other formats stay as they are; with --verbose it is a usage error."""
    path = written(GOOD)
    for name in ("json", "markdown", "csv"):
        assert anju("check", path, "-f", name).out == anju("check", path, "-f", name, "-q").out
    ran = anju("check", path, "-q", "-v")
    assert (2, "") == (ran.code, ran.out)
    assert "--quiet 与 --verbose 不能同时使用" in ran.err


# language


@pytest.mark.parametrize(
    ("arguments", "environment_language", "found"),
    [
        ([], None, "结果: "),
        ([], "en", "Result: "),
        (["--lang", "en"], None, "Result: "),
        (["--lang=en"], "zh", "Result: "),
        (["--lang", "zh"], "en", "结果: "),
    ],
)
def test_language(anju: CommandLine, arguments: list[str], environment_language: str | None, found: str) -> None:
    """--lang, else ANJU_LANG, else Chinese."""
    if environment_language:
        anju.monkeypatch.setenv("ANJU_LANG", environment_language)
    assert f"\n{found}" in anju("check", written(GOOD), *arguments).out


@pytest.mark.parametrize(
    "arguments",
    [["check", "report.yaml"], ["check", "report.yaml", "--lang", "en"], ["trend", "report.yaml"], ["targets"],
     ["explain", "ANJ201"], ["export", "report.yaml"], ["--help"], ["--version"]],
)  # fmt: skip
def test_an_unknown_language_of_the_environment(anju: CommandLine, arguments: list[str]) -> None:
    """It is refused in every command, though another one be asked for: nobody is to read some other language."""
    written(GOOD)
    anju.monkeypatch.setenv("ANJU_LANG", "f\x1br")
    said = "anju: 环境变量 ANJU_LANG 设为“f<U+001B>r”, 没有这种语言; 可用 zh en\n"
    assert (2, "", said) == anju(*arguments)


@pytest.mark.parametrize("command", [["check", "report.yaml"], ["trend", "report.yaml"], ["targets"]])
def test_language_and_colour_stand_before_a_command_too(anju: CommandLine, command: list[str]) -> None:
    """Behind it they win; an unknown one is refused in either place."""
    written(GOOD)
    assert anju("--lang", "en", *command) == anju(*command, "--lang", "en")
    assert anju("--lang", "en", *command, "--lang", "zh") == anju(*command)
    assert anju("--color", "always", *command) == anju(*command, "--color", "always")
    for arguments in (["--lang", "fr", *command], ["--color=red", *command], [*command, "--lang=fr"]):
        ran = anju(*arguments)
        assert (2, "", True) == (ran.code, ran.out, "不在可选之列" in ran.said)


@pytest.mark.parametrize(
    ("arguments", "environment_language", "found"),
    [
        (["check", "--lang", "en"], "", "en"),
        (["check", "--lang=en", "x"], "zh", "en"),
        (["check", "--lang"], "en", "en"),
        (["check", "--lang", "fr"], "", "zh"),
        (["check", "--lang", "fr", "--lang", "en"], "", "en"),
        (["--help"], "en", "en"),
        (["--help"], "", "zh"),
    ],
)
def test_the_language_of_help(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment_language: str, found: str
) -> None:
    """The language is known before Typer is loaded: help and usage speak it."""
    monkeypatch.setattr(sys, "argv", ["anju", *arguments])
    monkeypatch.setenv("ANJU_LANG", environment_language)
    assert found == command_line_language()


def test_words_of_options_are_in_both_languages() -> None:
    """The command line's words are those of the language asked."""
    assert ["显示版本", "show the version"] == [options(lang)["version"] for lang in ("zh", "en")]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", ["示例:", "核对填报表", "显示帮助", "选项"]),
        ("en", ["Examples:", "Check reports", "show this help", "Options"]),
    ],
)
def test_help(lang: str, said: list[str]) -> None:
    """--help speaks the language asked and leads with examples."""
    for command in ([], ["check"]):
        done = process(*command, "--help", ANJU_LANG=lang, COLUMNS="80")
        shown = done.stdout.decode()
        wanted = said if command else [said[0], *said[2:]]
        assert (0, b"", []) == (done.returncode, done.stderr, [word for word in wanted if word not in shown])
        assert shown.index(said[0]) < shown.index("--help ")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command(anju: CommandLine, command: str) -> None:
    """Every command has its help, with its options explained in words."""
    ran = anju(command, "--help")
    assert (0, "") == (ran.code, ran.err)
    assert "显示帮助" in ran.out
    assert "示例:" in ran.out


def test_no_arguments_show_help(anju: CommandLine) -> None:
    """A command without its arguments shows its help and ends with 2: nothing was checked."""
    for arguments in ([], ["check"], ["export"], ["explain"], ["trend"]):
        ran = anju(*arguments)
        assert (2, True) == (ran.code, "示例:" in ran.out + ran.err)


@pytest.mark.parametrize(
    ("command", "usage", "types"),
    [
        ("check", "路径...", ["路径... <文字, 可多个>", "--targets 文件", "--all-years <开关>"]),
        ("explain", "主题 [路径]...", ["主题 <文字>", "[路径]... <文字, 可多个>", "--debug <开关>"]),
        ("targets", "[词]...", ["[词]... <文字, 可多个>", "--where <开关>", "--targets 文件"]),
        ("", "命令 [参数]...", ["--version <开关>"]),
    ],
)
def test_help_says_what_each_parameter_takes(anju: CommandLine, command: str, usage: str, types: list[str]) -> None:
    """The usage line tells what is needed and what may be repeated; the tables tell types, those of flags too."""
    shown = anju(*command.split(), "--help").out
    assert shown.startswith(" ".join(filter(None, ("用法: anju", command, "[选项]", f"{usage}\n"))))
    assert [] == [name for name in types if f"\n  {name} " not in shown]


# colour


@pytest.mark.parametrize(
    ("asked", "settings", "on_terminal", "colours"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_when_to_colour(
    monkeypatch: pytest.MonkeyPatch, asked: str, settings: dict[str, str], on_terminal: bool, colours: bool
) -> None:
    """--color decides; then NO_COLOR, then FORCE_COLOR, then whether there is a terminal that can."""
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert colours == console.coloured(asked, on_terminal)


@pytest.mark.parametrize("command", [["check", "report.yaml"], ["targets"], ["explain", "numbers"]])
def test_colour_is_asked_for(anju: CommandLine, command: list[str]) -> None:
    """--color always colours a pipe too, even against NO_COLOR, and changes no word."""
    written(GOOD)
    anju.monkeypatch.setenv("NO_COLOR", "1")
    plain, coloured = (anju(*command, "--color", when).out for when in ("never", "always"))
    assert "\x1b[" in coloured
    assert plain == re.sub(r"\x1b\[[\d;]*m", "", coloured)


def test_machines_get_no_colour(anju: CommandLine) -> None:
    """JSON and Markdown are never coloured."""
    path = written(GOOD)
    for name in ("json", "markdown"):
        ran = anju("check", path, "--format", name, "--color", "always")
        assert (True, False) == (bool(ran.out), "\x1b" in ran.out)


@pytest.mark.parametrize("width", [80, 120])
def test_at_a_terminal(width: int) -> None:
    """At a terminal the report is as wide as it is, and coloured."""
    shown = at_terminal("check", EXAMPLES, columns=width)
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines()
    assert "\x1b[31m" in shown
    assert width == max(columns(line) for line in lines if "-->" not in line)


def test_a_narrow_terminal() -> None:
    """A terminal narrower than forty columns gets lines of forty."""
    lines = at_terminal("check", EXAMPLES, columns=20, NO_COLOR="1").splitlines()
    assert 40 == max(columns(line) for line in lines if ".yaml:" not in line)


def test_a_terminal_without_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that does not tell its size gets the width of a pipe."""

    def unknown(_: int) -> os.terminal_size:
        raise OSError

    class Terminal:
        """A standard output that claims to be a terminal."""

        def isatty(self) -> bool:
            return True

        def fileno(self) -> int:
            return 1

    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(os, "get_terminal_size", unknown)
    assert console.WIDTH == console.view_for("zh", "never").width
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((90, 40)))
    assert 90 == console.view_for("zh", "never").width


# explain and targets


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", CODES)
def test_explaining_a_code(anju: CommandLine, code: str, lang: str) -> None:
    """Every code is explained; where it has samples the bad one shows it and the good one does not."""
    ran = anju("explain", code.lower(), "--lang", lang)
    assert (0, "") == (ran.code, ran.err)
    assert ran.out.startswith(f"{code}  {texts(lang)(f'level_{CODES[code].value}')}\n")
    assert (code in WITHOUT_SAMPLE) == (code not in ran.out.partition("\n")[2])
    assert str(ROOT) not in ran.out


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_explaining_every_indicator(anju: CommandLine, lang: str) -> None:
    """Every indicator of the shipped catalogue is shown with its promises."""
    anju.monkeypatch.delenv("ANJU_TARGETS")
    catalogue = load_catalogue().catalogue
    assert catalogue is not None
    for id_, counted in catalogue.indicators.items():
        ran = anju("explain", id_, "--lang", lang)
        assert (0, counted.name.in_(lang)) == (ran.code, ran.out.splitlines()[0])
        assert [] == [target.clause for target in counted.targets if target.clause not in ran.out]


@pytest.mark.parametrize("subject", ["share", " share ", "share率", "ｓｈａｒｅ"])
def test_explaining_by_any_name(anju: CommandLine, subject: str) -> None:
    """An indicator is found by id, name or alias."""
    assert anju("explain", subject).out.startswith("share率\n")


@pytest.mark.parametrize("subject", ["numbers", "NUMBERS", "数", "数的写法"])
def test_explaining_numbers(anju: CommandLine, subject: str) -> None:
    """`explain numbers` shows every form of a number."""
    ran = anju("explain", subject)
    assert (0, True) == (ran.code, "23.41万 " in ran.out)


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        (
            "shares",
            "比较方式或判定结果(可用 anju targets shares 查找目标)。您是不是要写 share",
        ),
        ("ANJ2O4", "您是不是要写 ANJ204"),
        ("什么都不是", "没有“什么都不是”这个代码、指标、栏目、比较方式或判定结果"),
        ("\x1b[31m", "没有“<U+001B>[31m”这个"),
        ("", "没有“”这个"),
    ],
)
def test_explaining_nothing(anju: CommandLine, subject: str, said: str) -> None:
    """What is no code and no indicator ends with 2, with what was perhaps meant."""
    ran = anju("explain", subject)
    assert (2, True) == (ran.code, re.sub(r"\s", "", said) in ran.said)


def test_searching_the_targets(anju: CommandLine) -> None:
    """`targets` lists all, or those that have every word; none found ends with 3."""
    assert anju("targets").out.endswith("共 3 项目标(目录中有 3 项)\n")
    assert anju("targets", "share", "教育局").out.endswith("共 1 项目标(目录中有 3 项)\n")
    assert (3, "", "没有符合的目标: 没有 这个\n") == anju("targets", "没有", "这个")


def test_searching_speaks_english(anju: CommandLine) -> None:
    """The list speaks the language asked."""
    assert anju("targets", "--lang", "en").out.endswith("3 targets of 3\n")


def test_where_the_catalogue_is(anju: CommandLine) -> None:
    """`targets --where` prints the path of the catalogue in use and nothing else."""
    assert (0, f"{os.environ['ANJU_TARGETS']}\n", "") == anju("targets", "--where")


# completion


def test_completion_of_choices() -> None:
    """Choices are completed from their tables, kinds of targets under both names."""
    assert ["markdown"] == completions("check", "--format", "m")
    assert ["text", "json", "csv", "markdown"] == completions("check", "--format", "")
    assert ["universal"] == completions("check", "--basis", "u")
    assert ["全覆盖"] == completions("check", "--basis", "全")


@pytest.mark.parametrize("usable", [True, False])
def test_completion_from_the_catalogue(anju: CommandLine, usable: bool) -> None:
    """Names of every kind come from the catalogue in use; where it can't be used nothing is offered."""
    if not usable:
        anju.monkeypatch.setenv("ANJU_TARGETS", "none.yaml")
    offered = [
        completions("check", "--what-if", "sh"),
        completions("check", "--department", "教"),
        completions("check", "--department", "Edu"),
        completions("check", "--area", ""),
        completions("explain", "ANJ20")[:2],
        completions("explain", "上年"),
    ]
    names = [
        ["share=", "share率="],
        ["教育局", "教体局"],
        ["Education"],
        ["learning", "教育", "Learning", "living", "民生", "Living"],
    ]
    assert ([*names, ["ANJ201", "ANJ202"], ["上年数"]] if usable else [[]] * 6) == offered


def test_completion_from_a_catalogue_that_is_named(anju: CommandLine) -> None:
    """--targets before the word decides whose names are offered."""
    other = written(PLAN.replace("share", "part"), "other.yaml")
    assert ["part=", "part率="] == completions("check", "--targets", other, "--what-if", "p")
    assert 0 == anju("check", written(GOOD)).code


def completions(*words: str) -> list[str]:
    """What is offered for the last of the words, as fish takes it, in this process."""
    from typer._completion_classes import FishComplete

    from anju_cli.cli import app

    *before, incomplete = words
    completer = FishComplete(typer.main.get_command(app), {}, "anju", "_ANJU_COMPLETE")
    return [item.value for item in completer.get_completions(list(before), incomplete)]


def test_completion_in_a_shell() -> None:
    """A shell that asks gets the ids of the catalogue, without the rest of a run."""
    asked = {"COMP_WORDS": "anju explain kinderg", "COMP_CWORD": "2", "_ANJU_COMPLETE": "complete_bash"}
    script = "import sys; sys.argv = ['anju']; from anju_cli.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(**asked), capture_output=True, check=False, timeout=60
    )
    assert ["kindergartens_built_or_extended", "kindergarten_coverage"] == done.stdout.decode().split()


# failures


def test_version(anju: CommandLine) -> None:
    """--version prints the version and ends with 0."""
    assert (0, f"anju {__version__}\n", "") == anju("--version")


def test_a_fault_of_ours(anju: CommandLine) -> None:
    """A fault of the program ends with 2, the version and how to report it; never a traceback."""
    broken(anju, ZeroDivisionError("x"))
    ran = anju("check", written(GOOD))
    assert (2, "") == (ran.code, ran.out)
    assert ran.err.startswith(f"anju: 程序内部错误(anju {__version__}): ZeroDivisionError\n")
    assert "Traceback" not in ran.err


def test_a_fault_of_ours_in_detail(anju: CommandLine) -> None:
    """--debug shows the traceback; the code is the same."""
    broken(anju, ZeroDivisionError("x"))
    ran = anju("check", written(GOOD), "--debug")
    assert (2, True) == (ran.code, ran.err.startswith("Traceback (most recent call last):"))


def test_another_failure_of_the_system(anju: CommandLine) -> None:
    """Any other failure of the system that nobody expected is a fault of ours."""
    broken(anju, OSError(5, "Input/output error"))
    assert anju("check", written(GOOD)).err.startswith("anju: 程序内部错误")


def test_an_expected_failure_has_its_words(anju: CommandLine) -> None:
    """A failure that we know is told in its own words."""
    broken(anju, AnjuError("output_closed"))
    assert (2, "", "anju: 标准输出已关闭, 报告无处可写\n") == anju("check", written(GOOD))


def broken(anju: CommandLine, error: Exception) -> None:
    """Let every run fail."""

    def fail(*_: object) -> None:
        raise error

    anju.monkeypatch.setattr("anju_cli.commands.report_command.write_run", fail)


def test_streams_that_are_not_ours_are_left_alone(anju: CommandLine) -> None:
    """A standard error that is no text stream of Python's own is taken as it is."""

    class Odd:
        """A stream with the least that Typer asks of it."""

        encoding = "utf-8"

        def __init__(self) -> None:
            import io

            self.buffer = io.BytesIO()

        def write(self, text: str) -> int:
            return self.buffer.write(text.encode())

        def flush(self) -> None:
            """Nothing is held back."""

        def isatty(self) -> bool:
            return False

    odd = Odd()
    anju.monkeypatch.setattr(sys, "stderr", odd)
    assert 2 == anju("check", written(GOOD), "-o", "none/x").code
    assert "无法写入 none/x" in odd.buffer.getvalue().decode()


def test_typer_has_the_commands() -> None:
    """Every command is listed and found; an unknown one is not."""
    from anju_cli.cli import COMMANDS, app

    group = typer.main.get_command(app)
    context = typer.Context(group)
    assert list(COMMANDS) == group.list_commands(context)  # type: ignore[attr-defined]  # a group
    assert group.get_command(context, "chekc") is None  # type: ignore[attr-defined]  # a group


# real processes


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8", "latin-1"])
@pytest.mark.parametrize(
    "command", [["check", EXAMPLES], ["check", "--help"], ["explain", "numbers"], ["check", "gone"]]
)
def test_any_console(encoding: str, command: list[object]) -> None:
    """Whatever a console can show, nothing crashes: the rest stands there as escapes."""
    done = process(*command, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (2 if "gone" in command else 0, b"") == (done.returncode, done.stderr)
    assert done.stdout.decode(encoding)


def test_a_console_without_chinese_gets_usage_too() -> None:
    """A wrong usage is told on an ASCII console."""
    done = process("check", "x", "--format", "jsn", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (2, b"", True) == (done.returncode, done.stdout, b"jsn" in done.stderr)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("redirect", [">&-", ">/dev/full"])
@pytest.mark.parametrize("name", ["text", "json"])
def test_nowhere_to_write(redirect: str, name: str) -> None:
    """A closed or full standard output ends with 2, one line said and no traceback."""
    done = shell(f'"$PYTHON" -m anju_cli check data/examples --format {name} {redirect}')
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert done.stderr.startswith(b"anju: ")


@pytest.mark.parametrize("redirect", ["2>&-", "2>/dev/full"])
def test_nobody_to_talk_to(redirect: str, tmp_path: Path) -> None:
    """Where nothing can be said about the run it goes on as before."""
    output = tmp_path / "out.md"
    assert 0 == shell(f'"$PYTHON" -m anju_cli check data/examples -o "{output}" {redirect}').returncode
    assert output.stat().st_size > 1000


def test_a_reader_that_leaves() -> None:
    """`| head -1` gets its line and nothing is said."""
    done = shell('"$PYTHON" -m anju_cli check data/examples --all-years -v | head -1; exit "${PIPESTATUS[0]}"')
    assert (0, b"", 1) == (done.returncode, done.stderr, len(done.stdout.splitlines()))


def test_help_on_a_full_disk() -> None:
    """Help that can't be written says why."""
    done = shell('"$PYTHON" -m anju_cli --help >/dev/full')
    assert (2, "anju: 无法写入 stdout: 磁盘已满\n") == (done.returncode, done.stderr.decode())


def shell(script: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of a shell in the checkout."""
    return subprocess.run(
        ["bash", "-c", script],  # noqa: S607 - the user's own shell
        cwd=ROOT, env=environment(PYTHON=sys.executable), capture_output=True, check=False, timeout=60,
    )  # fmt: skip


def test_the_same_bytes_under_any_hash_seed() -> None:
    """Same input, same bytes, in every format and whatever the order of sets."""
    for name in ("text", "json", "markdown"):
        arguments = ["check", "data/examples", "data/reports", "--all-years", "-v", "--format", name]
        shown = {process(*arguments, PYTHONHASHSEED=seed).stdout for seed in "012"}
        assert (1, False) == (len(shown), b"" in shown)


def test_the_same_words_from_any_folder(tmp_path: Path) -> None:
    """No path of the machine stands in a report but those that were given."""
    (tmp_path / "2019.yaml").write_bytes((EXAMPLES / "2019.yaml").read_bytes())
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "2019.yaml").write_bytes((EXAMPLES / "2019.yaml").read_bytes())
    here, there = (process("check", "2019.yaml", "-v", cwd=folder) for folder in (tmp_path, tmp_path / "x"))
    assert (here.stdout, 0) == (there.stdout, there.returncode)
    assert str(tmp_path).encode() not in here.stdout


#: What is said of a run that Ctrl-C ended.
INTERRUPTED = "anju: 已中断, 没有输出结果。\n".encode()


def test_stopped_by_the_user(tmp_path: Path) -> None:
    """Ctrl-C ends at once, with one line, without a report or a traceback, and looks like no result of a check."""
    script = (
        "import os, signal, sys\n"
        "from anju_cli.commands import report_command\n"
        "report_command.write_run = lambda *_: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.argv = ['anju', 'check', '.']\n"
        "from anju_cli.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment(), capture_output=True, check=False, timeout=60
    )
    assert (128 + signal.SIGINT, b"", INTERRUPTED) == (done.returncode, done.stdout, done.stderr)


def test_stopped_before_anything_is_loaded(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Ctrl-C while the command line is still being loaded ends alike, and leaves the process's own handler behind."""
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setenv("ANJU_LANG", "en")
    monkeypatch.setattr(sys, "argv", ["anju", "check", "."])
    monkeypatch.setattr("anju_cli.cli.main", lambda: signal.raise_signal(signal.SIGINT))
    with pytest.raises(SystemExit) as end:
        entry.main()
    assert (130, b"", b"anju: interrupted; nothing was written.\n") == (end.value.code, *capfdbinary.readouterr())
    assert before == signal.getsignal(signal.SIGINT)


def test_stopped_while_a_report_is_taken(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Ctrl-C when a part of a report has been handed on says that it is cut off, and hands nothing more on."""
    monkeypatch.setenv("ANJU_LANG", "zh")
    monkeypatch.setattr(sys, "argv", ["anju", "check", "."])
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out := io.BytesIO()))
    monkeypatch.setattr("anju_cli.cli.main", lambda: write_stdout(_interrupted_pieces(), machine=True))
    with pytest.raises(SystemExit) as end:
        entry.main()
    said = "anju: 已中断, 输出的内容不完整。\n".encode()
    assert (130, said, "一") == (end.value.code, capfdbinary.readouterr().err, out.getvalue().decode())


def _interrupted_pieces() -> Iterator[str]:
    yield "一"
    signal.raise_signal(signal.SIGINT)
    yield "二"


#: Runs the command line; Ctrl-C is pressed when a module is about to be loaded, and a second time when the words are.
PRESSED = """
import os, sys
class Presser:
    at = [WANTED, "anju_cli.texts.help"]
    def find_spec(self, name, path=None, target=None):
        if self.at[:1] == [name]:
            self.at.pop(0)
            os.kill(os.getpid(), 2)
sys.meta_path.insert(0, Presser())
sys.argv = ["anju", "check", "."]
from anju_cli.__main__ import main
main()
"""


@pytest.mark.parametrize("module", ["signal", "anju_cli.gc_pause", "typer", "anju_cli.commands.check", "yaml"])
def test_stopped_while_loading(module: str) -> None:
    """From the first line of ours on, whatever is being loaded, Ctrl-C (pressed twice) ends a run with one line."""
    script = PRESSED.replace("WANTED", repr(module))
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=EXAMPLES, env=environment(), capture_output=True, check=False, timeout=60
    )
    assert (130, b"", INTERRUPTED) == (done.returncode, done.stdout, done.stderr)


def test_stopped_before_our_handler(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Python's own interrupt, met before there is a handler of ours, ends a run alike."""
    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setenv("ANJU_LANG", "zh")
    monkeypatch.setattr(sys, "argv", ["anju", "check", "."])
    monkeypatch.setattr(signal, "getsignal", lambda _: signal.raise_signal(signal.SIGINT))
    try:
        with pytest.raises(SystemExit) as end:
            entry.main()
    finally:
        signal.signal(signal.SIGINT, before)
    assert (130, b"", INTERRUPTED) == (end.value.code, *capfdbinary.readouterr())


def test_in_the_background_nothing_stops_a_run(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Where Ctrl-C is ignored, as under nohup, it stays ignored."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    monkeypatch.setattr("anju_cli.cli.main", lambda: signal.raise_signal(signal.SIGINT))
    try:
        entry.main()
        assert signal.SIG_IGN == signal.getsignal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
    assert (b"", b"") == capfdbinary.readouterr()


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    """A report may be read by whom the user's own setting lets read."""
    output = tmp_path / "out.txt"
    script = f'umask 027; "$PYTHON" -m anju_cli check data/examples -o "{output}"'
    assert (0, 0o640) == (shell(script).returncode, stat.S_IMODE(output.stat().st_mode))
