"""Several sheets: which are read, which are named, and the tables of reasons and revisions beside the figures."""

from typing import Any

import pytest

from anju_cli.readers.sheets import sheet_reader
from anju_cli.readers.sheets.grid import CellValue, Grid
from tests.sheets import faults, grid, places, read, reports

TABLE = "2019年度\n指标名称|完成值\n护理型床位比例|28.4"
OTHER = "2018年度\n指标名称|完成值\n护理型床位比例|27"


def sheet(text: str, name: str, **parts: Any) -> Grid:
    """A sheet of its own name."""
    return grid(text, name, **parts)


def test_every_sheet_that_holds_a_report_is_read() -> None:
    """Each sheet is a report of its own, by its own headings."""
    assert ["2019年", "2018年"] == [report["年度"] for report in reports(sheet(TABLE, "甲"), sheet(OTHER, "乙"))]


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("天气|晴", "日志", [("ANJ118/sheet", "A1")]),
        ("指标名称|完成值", "空表", [("ANJ118/empty_sheet", "A1")]),
        ("指标名称|数\n护理型床位比例|27", "旧表", [("ANJ117/no_head", "A2"), ("ANJ118/sheet", "A1")]),
        ("序号|计量单位|备注\n1|%|x", "附表", [("ANJ116/sheet", "A1")]),
        ("请先看这里|。", "填表说明", []),
        (OTHER, "填表说明", [("ANJ118/sheet", "A1")]),
        ("代码|指标|完成值|理由\nANJ502|护理型床位比例|28.4|扩建\n||||以上属实", "说明", [("ANJ118/remark", "E3")]),
    ],
)
def test_a_sheet_beside_the_report(text: str, name: str, told: list[tuple[str, str]]) -> None:
    """What looks like a report and isn't read is told; instructions are passed over."""
    assert told == faults(sheet(TABLE, "甲"), sheet(text, name))
    assert ["2019年"] == [report["年度"] for report in reports(sheet(TABLE, "甲"), sheet(text, name))]


def test_a_hidden_sheet_of_other_things_is_passed_over() -> None:
    """Lists to choose from stand on hidden sheets: nothing is said of them."""
    assert [] == faults(sheet(TABLE, "甲"), sheet("待报\n不适用", "选项", visibility="very_hidden"))


def test_instructions_are_read_where_nothing_else_holds_figures() -> None:
    """A sheet that is called instructions and holds the only table is the report."""
    assert ["2018年"] == [report["年度"] for report in reports(sheet("x|y", "甲"), sheet(OTHER, "填表说明"))]


def test_a_head_without_rows_is_an_empty_report() -> None:
    """A form of which nothing is left but the head is a report without figures."""
    assert [{"填报数": {}}] == reports("指标名称|完成值")


def test_of_several_sheets_without_a_head_the_likeliest_is_told() -> None:
    """Where no sheet has a head, the one that is most like a report is at fault, and the others are named."""
    assert [("ANJ118/sheet", "A1"), ("ANJ116/no_value", "A1")] == faults(
        sheet("天气|晴", "甲"), sheet("指标名称|计量单位\n护理型床位比例|%", "乙")
    )
    assert [("ANJ116", "B2")] == faults(Grid("甲", {1: {1: CellValue(" ")}, 2: {2: CellValue("x")}}))
    assert [("ANJ116", "A1")] == faults(Grid("甲", {1: {1: CellValue(" ")}}))


REASONS = "代码|指标|完成值|理由\nANJ502|护理型床位比例|{value}|扩建\n注:以上属实"


def test_reasons_stand_on_a_sheet_of_their_own_or_below() -> None:
    """A table of reasons is the report's 说明, wherever it stands."""
    reason = {"代码": "ANJ502", "指标": "护理型床位比例", "完成值": "28.4", "理由": "扩建"}
    table = REASONS.format(value="28.4")
    for sheets in ([TABLE, table], [table, TABLE], [f"{TABLE}\n\n{table}"]):
        (report,) = reports(*sheets)
        assert [reason] == report["说明"]
    (root,) = read(sheet(TABLE, "甲"), sheet(table, "说明")).roots
    assert ("说明!A2", "说明!A2") == places(root, "说明")[:2]


def test_reasons_alone_are_no_report() -> None:
    """Without a report there is nothing to explain."""
    result = read(REASONS.format(value="1"))
    assert ((), ["ANJ116"]) == (result.roots, [fault.code for fault in result.faults if fault.code != "ANJ118"])


def test_a_reason_finds_its_report() -> None:
    """Of several reports a reason belongs to the one with its figure, a revision to the latest."""
    years = "指标名称|2018年|2019年\n护理型床位比例|27|28.4"
    assert [None, ["28.4"]] == [
        report.get("说明") and [reason["完成值"] for reason in report["说明"]]
        for report in reports(years, REASONS.format(value="28.4"))
    ]
    assert [["27"], None] == [
        report.get("说明") and [reason["完成值"] for reason in report["说明"]]
        for report in reports(years, REASONS.format(value="27"))
    ]
    revisions = "指标|年度|原数|现数|理由\n护理型床位比例|2017|26|26.1|复核\n人均图书|2017|1|2|复核"
    first, second = reports(years, revisions)
    assert ["人均图书"] == [revision["指标"] for revision in first["修订"]]
    assert [{"指标": "护理型床位比例", "年度": "2017", "原数": "26", "现数": "26.1", "理由": "复核"}] == second["修订"]


def test_entries_may_be_english() -> None:
    """English heads give English keys."""
    (report,) = reports(
        "indicator|value\nnursing_bed_share|28.4", "code|indicator|value|reason\nANJ502|nursing_bed_share|28.4|x"
    )
    assert [{"code": "ANJ502", "indicator": "nursing_bed_share", "value": "28.4", "reason": "x"}] == report[
        "explanations"
    ]


def test_a_sheet_of_too_many_tables_is_not_read_to_its_end() -> None:
    """A hundred heads are no form: the file is not judged."""
    table = "".join(f"指标名称|完成值|栏{number}\n护理型床位比例|{number}|\n" for number in range(101))
    last = read(table).faults[-1 - 101 :]
    assert ("ANJ117", "tables", True) in [(fault.code, fault.kind, fault.breaks) for fault in last]


def test_a_book_of_too_many_figures_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many figures are no return: the file is not judged."""
    monkeypatch.setattr("anju_cli.readers.sheets.interpret.MOST_FIGURES", 3)
    fault, *_ = read(*[sheet(TABLE, str(number)) for number in range(5)]).faults
    assert ("ANJ012", "count", "4!A1", True) == (fault.code, fault.kind, str(fault.span.cell), fault.breaks)
    assert f"{sheet_reader.MOST_FIGURES:,}" == fault.arguments["limit"]
