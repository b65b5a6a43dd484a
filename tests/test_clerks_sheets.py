"""Sheets as clerks fill them in, from the file to the figures: the same from CSV and from a workbook."""

import csv
from pathlib import Path
from typing import NamedTuple

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it has no types

from anju_cli.catalogue import Catalogue
from anju_cli.loading import load_catalogue, load_report

Figures = dict[str, str]


class ClerkSheet(NamedTuple):
    """A sheet as lines and bars, what is read from it (year, department, figures), and the codes that are told."""

    table: str
    reports: list[tuple[int | None, str | None, Figures]]
    codes: dict[str, int] = {}  # noqa: RUF012 - never written to
    region: str = "遂宁市安居区"


BEDS, BEDS_ID = "护理型床位比例", "nursing_bed_share"
TOILETS, TOILETS_ID = "农村卫生厕所普及率", "rural_sanitary_toilets"

SHEETS = {
    "the customary table, with title, sections, total, notes and signatures": ClerkSheet(
        f"""
安居区2019年度基本公共服务指标完成情况表
填报单位(盖章):区民政局||||||||单位:%
序号|指标名称|计量单位|指标属性|牵头部门|目标值|完成值|完成率|存在问题|备注
一、基本社会服务
1|{BEDS}|%|预期性|区民政局|30|28.4|94.7|进度偏慢|年报数
2|养老机构床位总量|张||区民政局||3380|||
|合计|||||3408.4|||
注:本表数据均为年报数。
单位负责人:王某||填表人:张三|||审核人:李四|||填报日期:2020年1月5日
""",
        [(2019, "区民政局", {BEDS_ID: "28.4", "elder_institution_beds": "3380"})],
        {"ANJ118": 3, "ANJ307": 1},
    ),
    "a head of two rows": ClerkSheet(
        f"""
2019年度填报表
序号|指标|单位|完成情况|||上年|备注
|||完成值|分子|分母|完成值|
1|{BEDS}|%|28.4|960|3380|27.0|
""",
        [(2019, None, {BEDS_ID: "28.4"})],
        {"ANJ307": 1},
    ),
    "wide, one row a year": ClerkSheet(
        f"""
年份|{BEDS}(%)|{TOILETS}(%)
2018年|27|73
2019年|28.4|74.2
""",
        [(2018, None, {BEDS_ID: "27", TOILETS_ID: "73"}), (2019, None, {BEDS_ID: "28.4", TOILETS_ID: "74.2"})],
        {"ANJ307": 2},
    ),
    "years side by side": ClerkSheet(
        f"""
单位名称:区民政局
指标名称|计量单位|2018年|2019年|同比增长
{BEDS}|%|27|28.4|1.4
""",
        [(2018, "区民政局", {BEDS_ID: "27"}), (2019, "区民政局", {BEDS_ID: "28.4"})],
    ),
    "all departments in one sheet": ClerkSheet(
        f"""
2019年度
填报部门|指标名称|完成值
区民政局|{BEDS}|28.4
区卫计局|{TOILETS}|74.2
""",
        [(2019, "区民政局", {BEDS_ID: "28.4"}), (2019, "区卫计局", {TOILETS_ID: "74.2"})],
        {"ANJ307": 2},
    ),
    "missing words, blanks and percentages": ClerkSheet(
        f"""
年度|2019
指标名称|完成值|备注
{BEDS}|待报|
{TOILETS}||
农村低保标准|4,300元/人·年|
公办和普惠性民办幼儿园覆盖率|79.6%|
""",
        [
            (
                2019,
                None,
                {
                    BEDS_ID: "待报",
                    TOILETS_ID: "",
                    "rural_dibao_standard": "4,300元/人·年",
                    "kindergarten_coverage": "79.6%",
                },
            )
        ],
    ),
    "another county": ClerkSheet(
        f"""
地区:船山区||年度:2019
指标名称|完成值
{BEDS}|28.4
""",
        [(2019, None, {BEDS_ID: "28.4"})],
        {"ANJ115": 1},
        region="船山区",
    ),
    "no year anywhere": ClerkSheet(f"指标名称|完成值\n{BEDS}|28.4", [(None, None, {BEDS_ID: "28.4"})], {"ANJ106": 1}),
    "two years that contradict": ClerkSheet(
        f"2019年度填报表\n年度:2018\n指标名称|完成值\n{BEDS}|28.4", [(2018, None, {BEDS_ID: "28.4"})], {"ANJ110": 1}
    ),
    "a name that is none": ClerkSheet(
        f"年度|2019\n指标名称|完成值\n护理床位比列|28.4\n{TOILETS}|74.2",
        [(2019, None, {TOILETS_ID: "74.2"})],
        {"ANJ105": 1},
    ),
    "the same twice": ClerkSheet(
        f"年度|2019\n指标名称|完成值\n{BEDS}|28.4\n{BEDS}|29", [(2019, None, {BEDS_ID: "28.4"})], {"ANJ110": 1}
    ),
    "reasons below the figures": ClerkSheet(
        f"""
年度|2019
指标名称|完成值|上年数
{TOILETS}|74.2|40

核实说明
代码|指标|完成值|理由
ANJ502|{TOILETS}|74.2|口径调整
""",
        [(2019, None, {TOILETS_ID: "74.2"})],
        {"ANJ118": 1},
    ),
    "no head at all": ClerkSheet(f"2019年度\n{BEDS}|28.4", [], {"ANJ116": 1}),
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    loaded = load_catalogue().catalogue
    assert loaded is not None
    return loaded


def rows_of(table: str) -> list[list[str]]:
    """A table's cells."""
    return [line.split("|") for line in table.strip("\n").split("\n")]


def write_csv(path: Path, rows: list[list[str]]) -> None:
    """As Excel saves it: every row as wide as the widest."""
    width = max(map(len, rows))
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([*row, *[""] * (width - len(row))] for row in rows)


def write_xlsx(path: Path, rows: list[list[str]]) -> None:
    """As a workbook: numbers are numbers, what has no cell to its right is merged to the table's end."""
    width = max(map(len, rows))
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate(rows):
            if len(cells) == 1 and cells[0] and width > 1:
                sheet.merge_range(row, 0, row, width - 1, cells[0])
                continue
            for column, text in enumerate(cells):
                if text.replace(".", "", 1).isdecimal():
                    sheet.write_number(row, column, float(text))
                elif text:
                    sheet.write_string(row, column, text)


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("kind", SHEETS)
def test_a_clerks_sheet_is_read(kind: str, suffix: str, tmp_path: Path, catalogue: Catalogue) -> None:
    """What a clerk's sheet says is read, and what is told of it is what a person would."""
    table, reports, codes, region = SHEETS[kind]
    path = tmp_path / f"return.{suffix}"
    {"csv": write_csv, "xlsx": write_xlsx}[suffix](path, rows_of(table))
    file = load_report(str(path), catalogue)
    assert reports == [
        (
            report.year,
            report.department,
            {id_: figure.value.text for id_, figure in report.figures.items()},
        )
        for report in file.submissions
    ]
    assert {report.region for report in file.submissions} <= {region}
    found = [finding.code for finding in file.diagnostics]
    assert codes == {code: found.count(code) for code in codes}
    assert {finding.code for finding in file.diagnostics if finding.open} <= codes.keys()
