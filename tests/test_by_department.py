"""A page for each department: what `--department` would give for it alone, in a folder, by one reading."""

import json
from pathlib import Path

import pytest

from anju_cli.formats import FORMATS
from anju_cli.outcome import Status
from tests.command_line import ROOT, CommandLine, in_folder_of, process
from tests.samples_of_code import HEAD, every_year, indicator, plan, report, target

PLAN = plan(
    HEAD.replace("departments: {", "departments: {卫健局: {en: Health}, 审计局: {en: Audit}, "),
    share=indicator(target("at_least: 80"), every_year("rises: true")),
    beds=indicator(target("at_least: 37", lead="民政局"), unit="张"),
    doctors=indicator(target("at_least: 3", lead="卫健局"), unit="人"),
    audits=indicator(unit="次"),
)
EDU, CARE, AUDIT = "department: 教育局", "department: 民政局", "department: 审计局"


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in a folder with a plan and three departments' returns, one of which leads nothing."""
    line = in_folder_of(PLAN, CommandLine(monkeypatch, capsys), tmp_path)
    Path("returns").mkdir()
    returns = {
        "edu": report(2019, EDU, share="{value: 70, previous: 65}"),
        "care": report(2019, CARE, beds="30"),
        "audit": report(2019, AUDIT, audits="3"),
    }
    for name, text in returns.items():
        Path("returns", f"{name}.yaml").write_text(text, "utf-8")
    return line


def pages(folder: str = "out") -> dict[str, str]:
    """What was written, by name."""
    return {path.name: path.read_bytes().decode("utf-8") for path in sorted(Path(folder).iterdir())}


DEPARTMENTS = ["卫健局", "审计局", "教育局", "民政局"]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_page_is_what_the_department_alone_would_get(anju: CommandLine, format_: str) -> None:
    """In every format the same bytes as with --department; the absent and who leads nothing have one, too."""
    assert 0 == anju("export", "returns", "--by", "department", "-o", "out", "-f", format_).code
    suffix = FORMATS[format_].suffixes[0]
    expected = {
        f"{name}{suffix}": anju("export", "returns", "--department", name, "-f", format_).out for name in DEPARTMENTS
    }
    assert expected == pages()


def test_markdown_by_default_and_said(anju: CommandLine) -> None:
    """The screen says what was written, who is absent, and what the run came to; standard output stays empty."""
    ran = anju("export", "returns", "--by", "部门", "--output", "a/out/")
    assert (0, "") == (ran.code, ran.out)
    assert [
        "已写入 a/out/, 每个部门一份, 共 4 份: 卫健局.md、审计局.md、教育局.md、民政局.md",
        "没有交表(1 个部门): 卫健局 1 项",
        "已核 3 份填报表、3 个填报数、3 项目标   强制 0   核实 0   提示 0",
        "结果: 核对完毕, 填报数可信(退出码 0)",
    ] == ran.err.splitlines()
    assert [f"{name}.md" for name in DEPARTMENTS] == list(pages("a/out"))


def test_the_pages_add_up(anju: CommandLine) -> None:
    """Every promise asked, and every one not asked, is on one page."""
    anju("export", "returns", "--by", "department", "-o", "out", "-f", "json")
    (whole,) = json.loads(anju("check", "returns", "-f", "json").out)["summary"]["regions"]
    parts = [json.loads(text)["summary"]["regions"][0] for text in pages().values()]
    counts = ["asked", "not_asked", *(status.value for status in Status)]
    assert {key: whole.get(key, 0) for key in counts} == {
        key: sum(part.get(key, 0) for part in parts) for key in counts
    }


def test_what_an_absent_department_is_to_report(anju: CommandLine) -> None:
    """Its page says that nothing was handed in, and what is expected of it."""
    anju("export", "returns", "--by", "department", "-o", "out")
    page = pages()["卫健局.md"]
    assert "**没有交表(1 个部门): 卫健局 1 项。**" in page
    assert "## 一、总体情况\n\n没有可核的目标。\n\n## 二" in page
    assert "应由所看部门填报、没有填报表涉及的目标 1 项:" in page
    assert "| doctors率 | 卫健局<br>三 | 2020 年 ≥ 3 人 |" in page
    assert "均已填报" not in page
    text = anju("check", "returns", "--department", "卫健局").out
    assert "应报的目标(1)   doctors率(2020 年 ≥ 3 人)" in text


@pytest.mark.parametrize(
    ("options", "files"),
    [
        (["--department", "民政局", "--department", "教体局"], ["教育局", "民政局"]),
        (["--fail-on", "absent", "--department", "卫健局", "--department", "教育局"], ["卫健局", "教育局"]),
        (["--year", "2019"], DEPARTMENTS),
    ],
)
def test_departments_in_view(anju: CommandLine, options: list[str], files: list[str]) -> None:
    """Of departments asked for by name those alone."""
    anju("export", "returns", "--by", "department", "-o", "out", *options)
    assert [f"{name}.md" for name in files] == list(pages())


def test_the_exit_code_is_that_of_the_whole(anju: CommandLine) -> None:
    """What --fail-on asks is asked of all departments; the pages are written all the same."""
    ran = anju("export", "returns", "--by", "department", "-o", "out", "--fail-on", "absent")
    assert (1, 4) == (ran.code, len(pages()))
    assert "有部门没有交表(退出码 1)" in ran.err.splitlines()[-1]


@pytest.mark.parametrize(("paths", "code"), [(["gone"], 2), (["returns", "--year", "2020"], 3)])
def test_old_pages_stay_where_nothing_was_checked(anju: CommandLine, paths: list[str], code: int) -> None:
    """Nothing is written then, which is said."""
    Path("out").mkdir()
    Path("out/教育局.md").write_text("old", "utf-8")
    ran = anju("export", *paths, "--by", "department", "-o", "out")
    assert (code, {"教育局.md": "old"}) == (ran.code, pages())
    assert "没有核对到填报数; out 中没有写出也没有改动任何文件" == ran.err.splitlines()[0]


def test_a_broken_catalogue(anju: CommandLine) -> None:
    """Its faults are said, and no folder is made."""
    Path("broken.yaml").write_text("catalogue:\n", "utf-8")
    ran = anju("export", "returns", "--by", "department", "-o", "out", "--targets", "broken.yaml")
    assert (2, "", False) == (ran.code, ran.out, Path("out").exists())
    assert "ANJ701" in ran.err


@pytest.mark.parametrize("output", [["-o", "returns/edu.yaml"], ["-o", "new.md"], ["-o", "new.yaml"], []])
def test_a_folder_is_needed(anju: CommandLine, output: list[str]) -> None:
    """Without a folder, or with a file in its place, the way out is said."""
    ran = anju("export", "returns", "--by", "department", *output)
    assert (2, "") == (ran.code, ran.out)
    assert "--by 要写出多个文件" in ran.err
    assert "--by department --output out/" in ran.err


def test_a_folder_may_be_called_anything(anju: CommandLine) -> None:
    """One that is there may look like a file; a new one may have a dot."""
    Path("old.md").mkdir()
    for folder in ("old.md", "v1.2"):
        assert 0 == anju("export", "returns", "--by", "department", "-o", folder).code
        assert 4 == len(pages(folder))


def test_no_input_is_written_over(anju: CommandLine) -> None:
    """A file that was read is refused, and then no page is written."""
    Path("returns/教育局.json").write_text('{"year": 2018, "figures": {"share": 60}}', "utf-8")
    before = pages("returns")
    ran = anju("export", "returns", "--by", "department", "-o", "returns", "-f", "json")
    assert (2, before) == (ran.code, pages("returns"))
    assert "是本次读入的文件, 不覆盖" in ran.err


def test_a_folder_that_can_not_be_made(anju: CommandLine) -> None:
    """The system's reason is told in our words."""
    ran = anju("export", "returns", "--by", "department", "-o", "plan.yaml/out")
    assert (2, "anju: 无法写入 plan.yaml/out: 路径中有一段不是文件夹\n") == (ran.code, ran.err)


def test_only_export_divides(anju: CommandLine) -> None:
    """Check has one report."""
    assert (2, True) == ((ran := anju("check", "returns", "--by", "department")).code, "没有选项“--by”" in ran.err)


@pytest.mark.usefixtures("anju")
def test_english_pages() -> None:
    """What is said is English; a file keeps its department's name."""
    ran = process(
        "export", "returns", "--by", "department", "-o", "out", cwd=Path.cwd(), ANJU_LANG="en", ANJU_TARGETS="plan.yaml"
    )
    assert ran.stderr.startswith("written to out, one for each department (4): 卫健局.md, 审计局.md".encode())
    assert b"Nothing handed in (departments: 1): Health 1" in ran.stderr
    assert "Targets that these departments lead and no report answers for: 1." in pages()["卫健局.md"]
    assert "No target was asked for." in pages()["卫健局.md"]


def test_the_shipped_returns_by_department(anju: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every department that leads a promise of the shipped plan has a page of two departments' returns."""
    monkeypatch.delenv("ANJU_TARGETS")
    ran = anju("export", ROOT / "data" / "departments", "--by", "department", "-o", "out", "--what-if",
               "kindergarten_coverage=81")  # fmt: skip
    assert (0, 10) == (ran.code, len(pages()))
    assert "81" in pages()["区教育局.md"]
