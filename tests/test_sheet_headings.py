"""What stands above and below a table: 填报单位, 年度, who filled it in, and the year that a title names."""

from typing import Any

import pytest

from anju_cli.readers.sheets.heading_cells import title_region, title_year
from tests.sheets import faults, places, read, reports

TABLE = "指标名称|完成值\n护理型床位比例|28.4"


def said(*lines: str, below: tuple[str, ...] = ()) -> Any:
    """What lines around a table say of its report."""
    (report,) = reports("\n".join((*lines, TABLE, *below)))
    return {key: text for key, text in report.items() if key != "填报数"}


@pytest.mark.parametrize(
    ("line", "department"),
    [
        ("填报单位:区民政局", "区民政局"),
        ("填报单位：区民政局", "区民政局"),
        ("填报单位(盖章):区民政局", "区民政局"),
        ("填报单位:区民政局(盖章)", "区民政局"),
        ("填报单位|区民政局", "区民政局"),
        ("填报单位(盖章):||区民政局", "区民政局"),
        ("填 报 单 位:区民政局", "区民政局"),
        ("填报部门:区民政局|||单位:%、张", "区民政局"),
        ("单位:区民政局", "区民政局"),
        ("单位:万元", None),
        ("填报单位(盖章):", None),
        ("填报单位:________", None),
        ("填报单位|(盖章)", None),
    ],
)
def test_a_label_and_what_stands_behind_it(line: str, department: str | None) -> None:
    """Behind a label, in its cell or in the one to the right, stands the text; 单位 may head a unit of measure."""
    assert department == said(line).get("部门")


@pytest.mark.parametrize("line", ["年度:2019", "年度|2019", "2019年度", "(2019年)", "统计年度:2019年度", "年度:2019年"])
def test_a_year_is_read_as_the_grammar_takes_it(line: str) -> None:
    """The year of a heading is left to the grammar, without the 度 of 年度."""
    assert said(line)["年度"] in {"2019", "2019年"}


def test_people_and_the_date_stand_below() -> None:
    """A footer says who filled it in, who checked it, and when; what a label of nobody's says ends a text."""
    footer = "填 表 人:张三    审核人：李四 联系电话:123456|填报日期:2020年1月5日"
    assert {"填表人": "张三", "审核人": "李四", "填报日期": "2020年1月5日"} == said(below=(footer,))
    assert {"填表人": "张三", "审核人": "李四"} == said(below=("填表人|张三|审核人|李四", "填表人:王五"))
    assert {} == said(below=("单位负责人(签字):____|填表人(签字):|审核人:|",))


def test_headings_may_be_english() -> None:
    """English labels give English keys."""
    (report,) = reports("Department: 区民政局|Year: 2019\nindicator|value\n护理型床位比例|28.4")
    assert {"department": "区民政局", "year": "2019", "figures": {"护理型床位比例": {"value": "28.4"}}} == report


def test_a_title_gives_the_year_where_nothing_else_does() -> None:
    """The year of a title is written as one, so that it is told; the place is the title."""
    (root,) = read("安居区2019年度基本公共服务指标填报表\n" + TABLE).roots
    assert ("表1!A1", "表1!A1", "") == places(root, "年度")
    assert {"年度": "2019年"} == said("安居区2019年度基本公共服务指标填报表")
    assert {"年度": "2019"} == said("安居区2019年度填报表", "年度:2019")


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("安居区2019年度填报表", "2019"),
        ("安居区２０１９年填报表", "2019"),
        ("2018—2020年行动计划2019年度完成情况", "2019"),
        ("2018-2020年行动计划完成情况", ""),
        ("遂安府办发〔2018〕19号", ""),
        ("到2020年的目标", ""),
        ("2018年和2019年完成情况", ""),
        ("截至2019年12月31日", ""),
        ("2019年上半年填报表", ""),
        ("2019年第三季度填报表", ""),
        ("2019年度一般公共服务填报表", "2019"),
        ("《行动计划》 (遂安府办发〔2018〕19号): report for 2019", "2019"),
        ("填报说明", ""),
        ("2019年" + "说明" * 200, ""),
    ],
)
def test_the_year_of_a_title(title: str, year: str) -> None:
    """The one year that a title names, no range, no date, no document; 年度 comes first."""
    assert year == title_year(title)


def test_two_years_are_both_given() -> None:
    """A title and a heading that name two years, or two headings: nothing is picked, both stand in the report."""
    assert {"年度": ["2018", "2019年"]} == said("安居区2019年度填报表", "年度:2018")
    assert {"部门": ["区民政局", "区卫计局"]} == said("填报单位:区民政局", below=("填报单位:区卫计局",))
    assert {"部门": "区民政局"} == said("填报单位:区民政局", below=("填报单位: 区民政局",))


def test_columns_go_before_headings() -> None:
    """A year of the rows is theirs; a heading that names none of them contradicts, a title does not."""
    rows = "年度|指标名称|完成值\n2018|护理型床位比例|27\n2019|护理型床位比例|28.4"
    assert ["2018", "2019"] == [report["年度"] for report in reports("年度:2019\n" + rows)]
    assert [["2018", "2017"], ["2019", "2017"]] == [report["年度"] for report in reports("年度:2017\n" + rows)]
    assert ["2018", "2019"] == [report["年度"] for report in reports("2020年汇总表\n" + rows)]
    departments = "部门|指标名称|完成值\n区民政局|护理型床位比例|28.4"
    assert ["区民政局"] == [report["部门"] for report in reports("填报单位:区发改局\n" + departments)]


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("船山区2019年度基本公共服务指标填报表", "船山区"),
        ("遂宁市安居区 2019年基本公共服务", "遂宁市安居区"),
        ("《蓬溪县》", ""),
        ("大英县填报表", "大英县"),
        ("城口县统计表(2019年)", "城口县"),
        ("区民政局2019年度填报表", ""),
        ("区民政局安居区2019年度填报表", ""),
        ("我区2019年度指标", ""),
        ("农村社区2019年度指标", ""),
        ("安居区" * 40 + "2019年", ""),
    ],
)
def test_the_region_of_a_title(title: str, region: str) -> None:
    """The region that stands before a title's year or its word for the table; none of an office, none of 我区."""
    assert region == title_region(title)


def test_a_title_gives_the_region_where_nothing_else_does() -> None:
    """A neighbour's sheet is not taken for the own region's; a heading that says the same with more words stands."""
    title = "船山区2019年度填报表"
    assert "船山区" == said(title)["地区"]
    assert "遂宁市船山区" == said(title, "地区:遂宁市船山区")["地区"]
    assert ["安居区", "船山区"] == said(title, "地区:安居区")["地区"]
    assert "地区" not in said("四川省遂宁市安居区2019年度填报表")


def test_the_title_of_a_second_table_counts() -> None:
    """A title between two tables that names another year contradicts the first."""
    second = "2018年度情况\n名称|完成值|备注\n农村卫生厕所普及率|80|"
    assert {"年度": ["2019年", "2018年"]} == said("2019年度情况", below=("", second))
    remark = "注:2018年度数据为快报数\n名称|完成值|备注\n农村卫生厕所普及率|80|"
    assert {"年度": "2019年"} == said("2019年度情况", below=("", remark))


def test_a_label_among_figures_is_no_heading() -> None:
    """A row with a number is a heading only where it begins with a label."""
    table = "2019年度\n指标名称|完成值|备注\n护理床位比列|28.4|审核人:李四"
    assert {"护理床位比列": {"完成值": "28.4", "备注": "审核人:李四"}} == reports(table)[0]["填报数"]
    assert [] == faults(table)


def test_a_long_text_is_no_heading() -> None:
    """A paragraph with a colon in it says nothing of the report."""
    assert {} == said("填表说明" + "。" * 300 + " 填报单位:区民政局")


def test_a_unit_over_the_table_is_that_of_each_figure() -> None:
    """单位:万元 over a table is the unit where no row and no head has another; a list of units stays one."""
    (report,) = reports("单位:万元\n" + TABLE)
    assert {"护理型床位比例": {"完成值": "28.4", "计量单位": "万元"}} == report["填报数"]
    (report,) = reports("|单位|%\n指标名称|计量单位|完成值\n护理型床位比例|‰|28.4\n农村卫生厕所普及率||80")
    assert ["‰", "%"] == [figure["计量单位"] for figure in report["填报数"].values()]
    (report,) = reports("单位:万元、个\n" + TABLE)
    assert {"护理型床位比例": {"完成值": "28.4", "计量单位": "万元、个"}} == report["填报数"]
