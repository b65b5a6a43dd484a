"""What makes a number in a table another one than it looks: units, heads, periods and regions said beside it."""

from typing import Any

import pytest

from anju_cli.readers.content import Vocabulary
from anju_cli.readers.sheets.column_names import column_named, is_harmless, unit_of
from anju_cli.readers.sheets.grid import CellValue, Refusal
from anju_cli.readers.sheets.interpret import interpret
from tests.sheets import INDICATORS, faults, grid, node_at, plain, read, reports, sheet

ROW = "护理型床位比例|28.4"
TABLE = "2019年度\n指标名称|完成值\n"


def figures(text: str) -> Any:
    """The figures of all reports of a sheet."""
    return {name: figure for report in reports(text) for name, figure in report["填报数"].items()}


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("完成值(单位:元)", "元"),
        ("完成值(单位 元)", "元"),
        ("完成值(年末,亿元)", "亿元"),
        ("完成值(人民币万元)", "人民币万元"),
        ("完成值(元、%)", "元、%"),
        ("完成值(年末数)", ""),
        ("完成值(必填)", ""),
        ("完成值(请填数字)", ""),
        ("完成值(保留2位小数)", ""),
    ],
)
def test_brackets_behind_a_head_hold_a_unit_or_a_remark(head: str, unit: str) -> None:
    """Whatever stands beside the unit; several units are one text, which no figure has."""
    column = column_named(head)
    assert column is not None
    assert ("value", unit) == (column.key, column.unit)


@pytest.mark.parametrize("remark", ["按亿元填", "年末预计", "全年预计数", "本年1-9月", "当年计划", "累计", "上半年"])
def test_another_number_is_not_the_value(remark: str) -> None:
    """A remark that begins harmlessly may go on otherwise."""
    assert column_named(f"完成值({remark})") is None
    assert not is_harmless(remark)


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("金额单位:元", "元"),
        ("(单位:亿元)", "亿元"),
        ("单位(亿元)", "亿元"),
        ("2019年度指标表(单位:亿元)", "亿元"),
        ("单位:人民币元", "人民币元"),
        ("单位:元、%", "元、%"),
        ("单位:区民政局", None),
        ("单位:见各行", None),
    ],
)
def test_a_unit_line_counts_however_it_is_written(line: str, unit: str | None) -> None:
    """In brackets, in the title, below the table, several at once: it is never passed over in silence."""
    above = reports(f"{line}\n指标名称|完成值\n{ROW}")[0]
    assert unit == above["填报数"]["护理型床位比例"].get("计量单位")
    below = figures(f"{TABLE}{ROW}\n\n{line}")
    assert unit == below["护理型床位比例"].get("计量单位")
    assert "" == unit_of("见各行")


def test_a_title_with_a_unit_still_names_its_year() -> None:
    """What stands before the label is the title."""
    assert "2019年" == reports("2019年度指标表(单位:%)\n指标名称|完成值\n" + ROW)[0]["年度"]


def test_a_unit_below_leaves_other_units_alone() -> None:
    """A row's own unit is nearer to it; a wide table takes it as well, reasons have none."""
    table = "指标名称|完成值|计量单位\n护理型床位比例|28.4|%\n农村卫生厕所普及率|80|\n\n单位:‰"
    assert ["%", "‰"] == [figure["计量单位"] for figure in figures("2019年度\n" + table).values()]
    wide = figures("年度|护理型床位比例|农村卫生厕所普及率\n2019|28.4|80\n\n单位:‰")
    assert ["‰", "‰"] == [figure["计量单位"] for figure in wide.values()]
    reasons = TABLE + ROW + "\n\n代码|指标|完成值|理由\nANJ205|护理型床位比例|28.4|属实\n单位:‰"
    assert {"护理型床位比例": {"完成值": "28.4"}} == figures(reasons)


@pytest.mark.parametrize("head", ["||", "|说法"])
def test_a_unit_beside_the_figure_counts(head: str) -> None:
    """A column without a head of ours that holds units is one of units."""
    (figure,) = figures(f"2019年度\n指标名称|完成值{head}\n护理型床位比例|28.4|元").values()
    assert "元" == figure["计量单位"]
    (figure,) = figures(f"2019年度\n指标名称|完成值{head}|计量单位\n护理型床位比例|28.4|元||%").values()
    assert "元" != figure.get("计量单位")


def test_the_same_head_below_another_unit_or_year_is_another_table() -> None:
    """A page's repeated head goes on with the table; one below another unit or a title with a year does not."""
    pages = "指标名称|完成值\n护理型床位比例|1\n{}\n指标名称|完成值\n农村卫生厕所普及率|2"
    units = [figure["计量单位"] for figure in figures("单位:万元\n" + pages.format("单位:元")).values()]
    assert ["万元", "元"] == units
    (report,) = reports("2018年度\n" + pages.format("2019年度指标表"))
    assert ["2018年", "2019年"] == report["年度"]
    assert "2018年" == reports("2018年度\n" + pages.format("续表"))[0]["年度"]


@pytest.mark.parametrize("head", ["指标名称|目标值", "指标|计划数", "序号|指标名称|规划数"])
def test_a_table_of_other_numbers_below_is_not_read_as_figures(head: str) -> None:
    """A head without a value column ends the table above it; each row below it is named."""
    cells = "|" * (head.count("|") - 1)
    text = f"{TABLE}{ROW}\n{head}\n{cells}农村卫生厕所普及率|90\n指标名称|完成值\n每千名老年人拥有养老床位数|36"
    assert ["护理型床位比例", "每千名老年人拥有养老床位数"] == list(figures(text))
    assert ["ANJ117/other_head", "ANJ117/no_head"] == [code for code, _ in faults(text)][:2]


@pytest.mark.parametrize("words", ["自报数|核定数", "上半年|全年", "本月|累计"])
def test_a_value_that_is_divided_once_more_is_not_taken(words: str) -> None:
    """Nothing says which of the columns is the figure: none of the table's is taken, in either layout."""
    text = f"2019年度\n指标名称|完成值|\n|{words}\n护理型床位比例|31|28.4"
    assert {"完成值": "<31>"} == figures(text)["护理型床位比例"]
    assert ("ANJ117/divided", "B3") in faults(text)
    text = f"年度|护理型床位比例||农村卫生厕所普及率\n|{words}|\n2019|31|28.4|80"
    assert [{"完成值": "<31>"}, {"完成值": "<80>"}] == list(figures(text).values())
    assert ("ANJ117/divided", "B2") in faults(text)
    assert "28.4" == figures(f"{TABLE}|(必填)\n{ROW}")["护理型床位比例"]["完成值"]


def test_a_region_alone_in_its_row_heads_the_rows_below() -> None:
    """Without a column for regions the rows below may be of another one; a heading that ends alike is none."""
    text = TABLE + "船山区\n" + ROW
    assert {"完成值": "<28.4>"} == figures(text)["护理型床位比例"]
    assert [("ANJ117/region_row", "A3")] == faults(text)
    assert [("ANJ118/section", "A3")] == faults(TABLE + "农村社区\n" + ROW)


@pytest.mark.parametrize("word", ["上半年", "1-9月", "第三季度", "计划", "预计数", "上年同期"])
def test_a_period_or_a_plan_beside_the_figure_is_told(word: str) -> None:
    """Such a row does not give the figure of the year, whatever stands over the word."""
    text = f"2019年度\n指标名称|统计期|完成值\n护理型床位比例|{word}|14\n农村卫生厕所普及率|全年|80"
    assert [{"完成值": "<14>"}, {"完成值": "80"}] == list(figures(text).values())
    assert ("ANJ117/qualified", "B3") in faults(text)


def test_a_wide_row_of_goals_is_of_no_region() -> None:
    """目标值 under 地区 is no region."""
    text = "2019年度\n地区|护理型床位比例|农村卫生厕所普及率\n安居区|28.4|80\n目标值|30|85"
    assert [{"完成值": "28.4"}, {"完成值": "80"}] == list(figures(text).values())
    assert [("ANJ117/qualified", "A4")] == faults(text)


def test_a_wide_figure_stands_in_its_row() -> None:
    """Two rows of one region are told where they stand, not at the head."""
    (root,) = read("地区|护理型床位比例|农村卫生厕所普及率\n安居区|28.4|80").roots
    figures_ = node_at(root, "填报数")
    assert ["表1!B2", "表1!C2"] == [str(key.span.cell) for key, _ in figures_.entries]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "region"),
    [("船山区", "船山区"), ("安居区", None), ("遂宁市安居区", None), ("农村社区", None), ("表1", None)],
)
def test_a_sheet_called_by_a_region_is_of_that_region(name: str, region: str | None) -> None:
    """Where nothing else says of which; the own region's name says nothing new."""
    vocabulary = Vocabulary(lambda _: True, INDICATORS, ("遂宁市安居区",))
    (root,) = interpret([sheet(grid(TABLE + ROW, name))], vocabulary).roots
    assert region == plain(root).get("地区")
    column = "2019年度\n地区|指标名称|完成值\n大英县|" + ROW
    (root,) = interpret([sheet(grid(column, name))], vocabulary).roots
    assert "大英县" == plain(root)["地区"]


def test_a_name_is_what_a_person_sees() -> None:
    """A year that its format shows as another one is that other one."""
    shown = CellValue("2018", "number", refusal=Refusal("shown_otherwise", {"shown": "2019年"}))
    (report,) = reports(grid("年度\n指标名称|完成值\n" + ROW, cells={(1, 2): shown}))
    assert "2019年" == report["年度"]
