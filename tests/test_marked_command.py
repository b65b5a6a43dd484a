"""`anju check --marked` and `--clear-marks`: where copies go, what is said, and what is refused."""

import json
import os
import re
from pathlib import Path

import pytest

from anju_cli.commands import marked_output
from anju_cli.marked_copies import COPYINGS, UnmarkableError, copying_of
from anju_cli.marked_copies.refusals import RefusalKind
from anju_cli.run import run_text
from anju_cli.texts.help import options
from tests.command_line import CommandLine, Ran
from tests.marked_books import sheet_of
from tests.workbooks import book_of

FAULTY = "year: 2019\nfigures:\n  kindergarten_coverage: 780\n"
SOUND = "year: 2019\nfigures:\n  kindergarten_coverage: 78\n"


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """`anju` in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return CommandLine(monkeypatch, capsys)


def file(path: str, text: str | bytes = FAULTY) -> bytes:
    """A file below the folder, with those above it; its bytes."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    raw = text.encode() if isinstance(text, str) else text
    Path(path).write_bytes(raw)
    return raw


def findings(ran: Ran) -> list[tuple[object, ...]]:
    """What a run in JSON has found, without lines, which comments move."""
    return [
        (finding["code"], finding["message"], finding["indicator"], finding["written"], finding["column"])
        for finding in json.loads(ran.out)["diagnostics"]
    ]


def test_a_file_is_marked_and_cleared(anju: CommandLine) -> None:
    """The copy has the findings and is found to have the same ones; cleared it is the file."""
    raw = file("甲.yaml")
    first = anju("check", "甲.yaml", "--format", "json", "--marked", "乙.yaml")
    assert (1, "已写入标注副本 乙.yaml\n") == (first.code, first.err)
    assert raw == Path("甲.yaml").read_bytes()
    assert "  # anju: 强制 ANJ204 完成值超出可能范围: 780 %(最大 100)\n  # anju: 处理: " in Path("乙.yaml").read_text(
        "utf-8"
    )
    assert findings(first) == findings(anju("check", "乙.yaml", "--format", "json"))
    cleared = anju("check", "乙.yaml", "--marked", "丙.yaml", "--clear-marks")
    assert (1, "已写入去掉标注的副本 丙.yaml\n") == (cleared.code, cleared.err)
    assert raw == Path("丙.yaml").read_bytes()


def test_an_outcome_in_a_file_is_told_too(anju: CommandLine) -> None:
    """With --output both are written, the outcome first."""
    file("甲.yaml")
    assert "已写入 结果.json\n" in anju("check", "甲.yaml", "-o", "结果.json", "--marked", "乙.yaml").err
    assert Path("乙.yaml").exists()


def test_the_report_is_not_written_over_by_a_copy(anju: CommandLine) -> None:
    """One name for both is refused when the report stands there."""
    file("甲.csv", "年度,2019\n指标名称,完成值\n公办和普惠性民办幼儿园覆盖率,780\n")
    assert 2 == anju("check", "甲.csv", "-o", "乙.csv", "--marked", "乙.csv").code
    assert "780" in Path("乙.csv").read_text("utf-8-sig")


def test_a_file_without_findings_is_copied_as_it_is(anju: CommandLine) -> None:
    """Where one file is asked for, there is one: without marks where there is nothing to mark."""
    raw = file("甲.yaml", SOUND)
    anju("check", "甲.yaml", "--marked", "乙.yaml")
    assert raw == Path("乙.yaml").read_bytes()


def test_of_a_folder_those_with_faults_are_copied(anju: CommandLine) -> None:
    """The copies stand as the files stood; those with nothing to mend are counted; several paths keep their folders."""
    file("returns/甲/2019.yaml")
    file("returns/乙/2019.yml")
    file("returns/丙.yaml", SOUND.replace("78", ""))
    ran = anju("check", "returns", "--marked", "out/new")
    assert ran.err == "已写入 2 份标注副本, 在 out/new\n1 个文件没有要改正或核实的, 没有写副本\n"
    assert ["乙/2019.yml", "甲/2019.yaml"] == sorted(
        path.relative_to("out/new").as_posix() for path in Path("out/new").rglob("*.*")
    )
    anju("check", "returns/甲", "returns/乙/2019.yml", "--marked", "both")
    assert Path("both/甲/2019.yaml").exists()
    assert Path("both/乙/2019.yml").exists()
    ran = anju("check", "out", "returns/丙.yaml", "--marked", "cleared", "--clear-marks")
    assert ran.err == "已写入 2 份去掉标注的副本, 在 cleared\n1 个文件没有 anju 的标注, 没有写副本\n"
    assert FAULTY == Path("cleared/out/new/甲/2019.yaml").read_text("utf-8")


def test_one_file_into_a_folder_that_is_there(anju: CommandLine) -> None:
    """A folder that stands under the name gets the copy under the file's own."""
    file("甲.yaml")
    Path("out").mkdir()
    anju("check", "甲.yaml", "--marked", "out")
    assert Path("out/甲.yaml").exists()


def test_copies_do_not_depend_on_how_a_run_is_shared_out(anju: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Several processes write the same copies as one."""
    for number in range(120):
        file(f"returns/{number:03}.yaml", FAULTY.replace("780", str(780 + number)) + f"region: 甲{number % 2}\n")
    anju("check", "returns", "--marked", "one")
    monkeypatch.setattr(run_text, "MANY", 2)
    monkeypatch.setattr(run_text, "processors", lambda: 2)
    anju("check", "returns", "--marked", "several")
    copies = [{path.name: path.read_bytes() for path in Path(folder).iterdir()} for folder in ("one", "several")]
    assert copies[0] == copies[1]
    assert 120 == len(copies[0])


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("甲.yaml", "--clear-marks"), "--clear-marks要与--marked同用"),
        (("甲.yaml", "--marked", "乙.txt"), "后缀须为.yaml:乙.txt"),
        (("甲", "--marked", "乙.txt"), "要标注的文件没有后缀,标注副本也不带后缀:乙.txt"),
        (("returns", "--marked", "甲.yaml"), "--marked须是文件夹,不是文件:甲.yaml"),
        (("returns", "--marked", "标注.xlsx"), "--marked须是文件夹,不是文件:标注.xlsx"),
        (("甲.yaml", "returns", "--marked", "甲.yaml"), "--marked须是文件夹,不是文件:甲.yaml"),
        (("returns", "--marked", "returns"), "returns在要核对的文件夹returns里"),
        (("returns", "--marked", "link/copies"), "link/copies在要核对的文件夹returns里"),
    ],
)
def test_what_can_not_be_is_refused_before_anything_is_read(
    anju: CommandLine, arguments: tuple[str, ...], problem: str
) -> None:
    """A usage error says what to write instead; nothing is written."""
    file("甲.yaml")
    file("returns/乙.yaml")
    os.symlink("returns", "link")
    ran = anju("check", *arguments)
    assert (2, "") == (ran.code, ran.out)
    assert problem in ran.said
    assert FAULTY == Path("甲.yaml").read_text("utf-8")


@pytest.mark.parametrize("target", ["甲.yaml", "./x/../甲.yaml", "符号.yaml", "硬.yaml"])
def test_no_input_is_written_over(anju: CommandLine, target: str) -> None:
    """Not under another spelling, through a link, or under another name of the same file."""
    raw = file("甲.yaml")
    Path("x").mkdir()
    os.symlink("甲.yaml", "符号.yaml")
    os.link("甲.yaml", "硬.yaml")
    ran = anju("check", "甲.yaml", "--marked", target)
    assert ran.code == 2
    assert "是本次读入的文件,不覆盖" in ran.said
    assert raw == Path("甲.yaml").read_bytes()


def test_files_that_can_not_be_marked_are_named(anju: CommandLine) -> None:
    """The others are written all the same; each that is not says why, and the run ends with 2."""
    file("returns/甲.yaml")
    file("returns/乙.json", '{"year": 2019, "figures": {"kindergarten_coverage": 780}}')
    file("returns/丙.yaml", b"PK\x03\x04")
    ran = anju("check", "returns", "--marked", "out")
    assert (2, True) == (ran.code, Path("out/甲.yaml").exists())
    assert (
        "已写入 1 份标注副本, 在 out\nanju: 以下文件没有写副本:\n"
        "returns/丙.yaml: 读不了, 无处标注; 原因见上面的核对结果\n"
        "returns/乙.json: JSON 文件没有写注释的地方, 不标注; 问题见上面的核对结果\n"
    ) == ran.err


def test_what_is_no_file_or_too_large_is_not_waited_for(anju: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe has no copy, nor has what is larger than anything that is read, or is gone meanwhile."""
    os.mkfifo("管.yaml")
    assert "管.yaml:读不了" in anju("check", "管.yaml", "--marked", "乙.yaml").said
    file("甲.yaml")
    monkeypatch.setattr(marked_output, "WORKBOOK_BYTES", 9)
    assert "甲.yaml:读不了" in anju("check", "甲.yaml", "--marked", "乙.yaml").said
    monkeypatch.setattr("os.path.getsize", lambda _: (_ for _ in ()).throw(OSError))
    assert "甲.yaml:读不了" in anju("check", "甲.yaml", "--marked", "乙.yaml").said


def test_no_copy_where_nothing_could_be_checked(anju: CommandLine) -> None:
    """With a broken catalogue, or a path that is not there, no copy says that all is well."""
    file("甲.yaml")
    file("目录.yaml", "catalogue: 1\n")
    assert 2 == anju("check", "甲.yaml", "--targets", "目录.yaml", "--marked", "乙.yaml").code
    assert 2 == anju("check", "没有.yaml", "--marked", "乙.yaml").code
    assert not Path("乙.yaml").exists()


def test_what_stands_twice_in_a_file_is_told_once(anju: CommandLine) -> None:
    """Both places are in one file: the copy has the finding where it is told."""
    file("甲.yaml", f"{SOUND}  kindergarten_coverage: 79\n")
    anju("check", "甲.yaml", "--marked", "乙.yaml")
    assert 1 == Path("乙.yaml").read_text("utf-8").count("ANJ110")


def test_what_two_files_disagree_on_stands_in_both(anju: CommandLine) -> None:
    """Each department sees in its own copy that another has sent another figure, and where."""
    for name, value in (("甲", 70), ("乙", 71)):
        file(f"returns/{name}.yaml", SOUND.replace("78", str(value)))
    anju("check", "returns", "--marked", "out")
    copies = [Path(f"out/{name}.yaml").read_text("utf-8") for name in ("甲", "乙")]
    assert ["# anju: 强制 ANJ408", "# anju: 强制 ANJ408"] == [
        re.findall("# anju: 强制 ANJ408", copy)[0] for copy in copies
    ]
    assert "ANJ408 returns/甲.yaml:3:26: 两份填报表的数不同" in copies[1]


def test_what_was_assumed_is_not_marked(anju: CommandLine) -> None:
    """A finding on a figure of --what-if stands in no file."""
    file("甲.yaml", SOUND)
    anju("check", "甲.yaml", "--what-if", "kindergarten_coverage=790", "--marked", "乙.yaml")
    assert SOUND == Path("乙.yaml").read_text("utf-8")


def test_every_refusal_has_its_words() -> None:
    """In both languages; and every kind of file has a way to be marked, or a reason that it has none."""
    kinds = RefusalKind.__args__  # type: ignore[attr-defined]  # what a Literal allows
    for lang in ("zh", "en"):
        assert {f"unmarkable_{kind}" for kind in kinds} <= set(options(lang))
    for suffix in COPYINGS:
        assert callable(copying_of(f"甲{suffix.upper()}").clear)
    for suffix, kind in ((".json", "no_room"), (".xls", "old_workbook"), (".et", "old_workbook")):
        with pytest.raises(UnmarkableError, match=kind):
            copying_of(f"甲{suffix}")


def test_a_workbook_is_marked_by_the_command(anju: CommandLine) -> None:
    """A faulty cell is coloured and commented in the copy, which is found to have the same findings."""
    rows = sheet_rows(("年度", "2019"), ("指标名称", "完成值"), ("公办和普惠性民办幼儿园覆盖率", "780"))
    file("甲.xlsx", book_of(rows))
    ran = anju("check", "甲.xlsx", "--format", "json", "--marked", "乙.xlsx")
    assert (1, "已写入标注副本 乙.xlsx\n") == (ran.code, ran.err)
    copy = sheet_of(Path("乙.xlsx").read_bytes(), "表")
    assert copy["B3"].comment is not None
    assert "anju: 强制 ANJ204\n完成值超出可能范围: 780 %(最大 100)\n处理: " in copy["B3"].comment.text
    assert findings(ran) == findings(anju("check", "乙.xlsx", "--format", "json"))


def sheet_rows(*rows: tuple[str, ...]) -> str:
    """The rows of a sheet as XML."""
    return "".join(
        f'<row r="{number}">{"".join(_cell(number, *cell) for cell in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )


def _cell(row: int, column: int, text: str) -> str:
    return f'<c r="{"AB"[column]}{row}" t="str"><v>{text}</v></c>'


def test_a_table_is_marked_by_the_command(anju: CommandLine) -> None:
    """A faulty row of a table in GB18030 has its findings at its end; what is shown of the copy is without them."""
    raw = file("甲.csv", "年度,2019\r\n指标名称,完成值\r\n公办和普惠性民办幼儿园覆盖率,780\r\n".encode("gb18030"))
    first = anju("check", "甲.csv", "--marked", "乙.csv")
    assert '覆盖率,780,"anju: 强制 ANJ204 完成值超出可能范围' in Path("乙.csv").read_text("gb18030")
    assert first.out == anju("check", "乙.csv", "--marked", "丙.csv", "--clear-marks").out.replace("乙", "甲")
    assert raw == Path("丙.csv").read_bytes()
