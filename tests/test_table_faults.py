"""A fault over a table is the reason of every figure below it."""

import json
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.test_same_codes import write_csv, write_xlsx


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line."""
    return CommandLine(monkeypatch, capsys)


HEADS = {
    "a misspelt head": ("ANJ102", ["指标名称", "完成植", "上年数"], ["护理型床位比例", "28.4", "27"]),
    "two heads of one name": ("ANJ110", ["指标名称", "完成值", "完成值"], ["护理型床位比例", "28.4", "27"]),
    "a value in two halves": ("ANJ117", ["指标名称", "完成值", ""], ["护理型床位比例", "28.4", "27"]),
}


def table(name: str) -> list[list[str]]:
    """A return whose second table is sound."""
    _, head, row = HEADS[name]
    halves = [["", "上半年", "全年"]] if "halves" in name else []
    return [
        ["年度", "2019", ""],
        head,
        *halves,
        row,
        ["指标名称", "完成值", "来源"],
        ["养老机构床位总量", "3380", "年报"],
    ]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("name", HEADS)
def test_the_reason_stands_with_each_figure(name: str, suffix: str, anju: CommandLine, tmp_path: Path) -> None:
    """The code is among the reasons of what it withholds, and of nothing that another head stands over."""
    path = tmp_path / f"a.{suffix}"
    {"csv": write_csv, "xlsx": write_xlsx}[suffix](path, table(name))
    judgements = json.loads(anju("check", str(path), "--format", "json").out)["judgements"]
    reasons = {judgement["indicator"]: judgement["reasons"] for judgement in judgements if judgement["reasons"]}
    assert [HEADS[name][0]] == reasons["nursing_bed_share"]
    assert HEADS[name][0] not in reasons.get("elder_institution_beds", [])


@pytest.mark.parametrize("names", [("a.csv", "b.csv"), ("b.csv", "a.csv")])
def test_a_figure_that_one_of_two_files_withholds_is_open(
    names: tuple[str, str], anju: CommandLine, tmp_path: Path
) -> None:
    """Another file's sound figure does not answer for one that can't be read, whatever the files are called."""
    write_csv(tmp_path / names[0], table("a misspelt head"))
    write_csv(tmp_path / names[1], [["年度", "2019"], ["指标名称", "完成值"], ["护理型床位比例", "31"]])
    judgements = json.loads(anju("check", str(tmp_path), "--format", "json").out)["judgements"]
    standing = {judgement["indicator"]: (judgement["status"], judgement["reasons"]) for judgement in judgements}
    assert ("undetermined", ["ANJ102"]) == standing["nursing_bed_share"]
