"""Tables of figures: their heads, the long and the wide layout, and which report a row belongs to."""

from typing import Any

import pytest

from anju_cli.readers.sheets.column_names import column_named, misspelled_column
from tests.sheets import faults, grid, merge, places, read, reports

LONG = """
年度|2019
指标名称|计量单位|完成值|分子|分母|备注
护理型床位比例|%|28.4|960|3380|年报数
农村卫生厕所普及率|%||||
"""


def figures(*sheets: Any) -> Any:
    """The figures of the only report there is."""
    (report,) = reports(*sheets)
    return report["填报数"]


def test_a_long_table_gives_a_figure_a_row() -> None:
    """Each row is a figure under its name, each cell under its column's key; a value that is blank is there."""
    assert [
        {
            "年度": "2019",
            "填报数": {
                "护理型床位比例": {
                    "完成值": "28.4",
                    "分子": "960",
                    "分母": "3380",
                    "计量单位": "%",
                    "备注": "年报数",
                },
                "农村卫生厕所普及率": {"完成值": "", "计量单位": "%"},
            },
        }
    ] == reports(LONG)
    assert [] == faults(LONG)


def test_every_node_has_its_cell() -> None:
    """The key of a figure is its name's cell, a key below it the head's, a value its own, with the column's name."""
    (root,) = read(LONG).roots
    assert ("表1!A3", "表1!C3", "完成值") == places(root, "填报数", "护理型床位比例")
    assert ("表1!C2", "表1!C3", "完成值") == places(root, "填报数", "护理型床位比例", "完成值")
    assert ("表1!F2", "表1!F3", "备注") == places(root, "填报数", "护理型床位比例", "备注")
    assert ("表1!C2", "表1!C4", "完成值") == places(root, "填报数", "农村卫生厕所普及率", "完成值")
    assert ("表1!A1", "表1!B1", "年度") == places(root, "年度")
    assert "表1!A2" == str(root.span.cell)


@pytest.mark.parametrize(
    "head",
    [
        "指标名称|完成值",
        "指 标\\n名 称|完成值(%)",
        "*指标|本年完成值:",
        "填报指标|2019年完成值(%)",
        "指标名称|完成值(2019年)",
        "Indicator Name|VALUE",
        "编号|实际完成值(必填)",
        "项目|2019年",
        "名称|2019",
        "序号|指标名称|目标值|完成值|完成率",
    ],
)
def test_a_head_is_known_however_it_is_written(head: str) -> None:
    """Columns are known by their names, folded, in either language, with a year or a unit beside them."""
    cells = head.split("|")
    row = [
        "护理型床位比例" if "名" in name or (len(cells) == 2 and index == 0) else "28.4"
        for index, name in enumerate(cells)
    ]
    (report,) = reports(f"{head}\n{'|'.join(row)}")
    (figure,) = report.get("填报数", report.get("figures")).values()
    assert "28.4" == figure.get("完成值", figure.get("value"))


def test_columns_for_reading_only_are_passed_over() -> None:
    """The customary table's other columns are not read, and nothing is said of them."""
    table = """
序号|指标名称|计量单位|指标属性|牵头部门|配合部门|基期值|目标值|完成值|完成率|差距|序时进度|状态|存在问题|下一步措施|备注
1|护理型床位比例|%|约束性|区民政局|区卫计局|20|30|28.4|94|1.6|27|落后|无|加快|快报数
"""
    assert {"护理型床位比例": {"完成值": "28.4", "计量单位": "%", "备注": "快报数"}} == figures(table)
    assert [] == faults(table)


def test_a_column_that_is_none_of_ours_is_told() -> None:
    """Other columns are told once, and so are cells without any head."""
    table = "指标名称|完成值|去年同期比|负责同志\n护理型床位比例|28.4|高|王五|又及"
    assert [("ANJ118/columns", "C1"), ("ANJ118/no_head", "E2")] == faults(table)


@pytest.mark.parametrize(
    ("head", "lower"),
    [
        ("序号|指标名称|完成情况|||备注", "||完成值|分子|分母|"),
        ("序号|指标名称|2019年|||备注", "||完成值|分子|分母|"),
        ("序号|指标名称|本年完成值|分子|分母|备注", "||(%)|人|人|"),
    ],
)
def test_a_head_of_two_rows(head: str, lower: str) -> None:
    """An upper head stands over the columns that a lower one divides, merged or with blank cells beside it."""
    body = "1|护理型床位比例|28.4|960|3380|x"
    table = f"{head}\n{lower}\n{body}"
    merges = (merge("1,1-2,1"), merge("1,2-2,2"), merge("1,3-1,5"), merge("1,6-2,6"))
    for areas in ((), merges):
        (figure,) = figures(grid(table, merges=areas)).values()
        assert ("28.4", "960", "3380", "x") == tuple(figure[key] for key in ("完成值", "分子", "分母", "备注"))


def test_a_goal_of_a_year_is_no_figure_of_it() -> None:
    """Under a head that is for reading only, or beside such a word, a year names no figures."""
    table = "指标名称|完成值|目标|\n||2019年|2020年\n护理型床位比例|28.4|29|30"
    assert {"护理型床位比例": {"完成值": "28.4"}} == figures(table)
    assert {"护理型床位比例": {"完成值": "28.4"}} == figures("指标名称|完成值|2020年目标\n护理型床位比例|28.4|30")


def test_last_year_stands_under_its_own_head() -> None:
    """上年 over 完成值 is the year before."""
    table = "指标名称|上年|本年\n|完成值|完成值\n护理型床位比例|27|28.4"
    assert {"护理型床位比例": {"完成值": "28.4", "上年数": "27"}} == figures(table)


def test_years_side_by_side_are_reports_of_their_own() -> None:
    """Where columns are headed by years, each year is a report."""
    table = "指标名称|2018年|2019年|2020年目标|备注\n护理型床位比例|27|28.4|30|甲"
    assert [
        {"年度": "2018", "填报数": {"护理型床位比例": {"完成值": "27", "备注": "甲"}}},
        {"年度": "2019", "填报数": {"护理型床位比例": {"完成值": "28.4", "备注": "甲"}}},
    ] == reports(table)


def test_a_part_without_its_year_is_told() -> None:
    """Of a numerator beside values of two years nobody knows the year."""
    table = "指标名称|2018年|2019年|分子\n护理型床位比例|27|28.4|960"
    assert [("ANJ117/years", "D1")] == faults(table)


def test_a_head_again_on_a_further_page_is_passed_over() -> None:
    """The same head is no second table."""
    table = "指标名称|完成值\n护理型床位比例|28.4\n指标名称|完成值\n农村卫生厕所普及率|80"
    assert ["护理型床位比例", "农村卫生厕所普及率"] == list(figures(table))
    assert [("ANJ118/repeated", "A3")] == faults(table)


def test_numbers_of_columns_are_passed_over() -> None:
    """甲, 乙, 1, 2 under a head are no figures."""
    table = "序号|指标名称|完成值|分子\n甲|乙|1|2\n1|护理型床位比例|28.4|960"
    assert ["护理型床位比例"] == list(figures(table))
    assert [("ANJ118/numbering", "A2")] == faults(table)


def test_a_second_table_is_read_by_its_own_head() -> None:
    """A table below the first with other columns is read, into the same report."""
    table = "指标名称|完成值\n护理型床位比例|28.4\n\n计量单位|指标名称|实际完成值\n%|农村卫生厕所普及率|80"
    assert {"护理型床位比例": {"完成值": "28.4"}, "农村卫生厕所普及率": {"完成值": "80", "计量单位": "%"}} == figures(
        table
    )


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("指标名称|完成植", [("ANJ102/near", "B1")]),
        ("指标名秤|完成值", [("ANJ102/near", "A1")]),
        ("指标名称|完成值|完成值", [("ANJ110/columns", "C1")]),
        ("指标名称|完成值|实际值", [("ANJ110/columns", "C1")]),
        ("指标名称|指标名称|完成值", [("ANJ110/columns", "B1")]),
    ],
)
def test_where_a_column_is_in_doubt_no_figure_is_judged(head: str, told: list[tuple[str, str]]) -> None:
    """A misspelled column, or two that mean the same, is told once; the figures below are there and can't be taken."""
    row = "护理型床位比例|28.4|29" if not head.startswith("指标名称|指标") else "护理型床位比例|护理型床位比例|28.4"
    width = head.count("|") + 1
    table = f"{head}\n{'|'.join(row.split('|')[:width])}"
    assert told == faults(table)
    assert [{"完成值": "<28.4>"}] == list(figures(table).values())
    assert not any(fault.breaks for fault in read(table).faults)


def test_a_misspelled_region_keeps_all_from_being_judged() -> None:
    """Without it rows would be taken for the plan's own region."""
    (fault,) = read("填报地曲|指标名称|完成值\n船山区|护理型床位比例|28.4").faults
    assert ("ANJ102", True) == (fault.code, fault.breaks)


def test_the_more_usual_of_two_names_is_read() -> None:
    """项目 beside 指标名称, 市州 beside 县区: one is what the rows are about, the other is told."""
    table = "项目|指标名称|市州|县区|完成值\n社会服务|护理型床位比例|遂宁市|安居区|28.4"
    assert [{"地区": "安居区", "填报数": {"护理型床位比例": {"完成值": "28.4"}}}] == reports(table)
    assert [("ANJ118/columns", "A1")] == faults(table)


def test_rows_are_reports_by_region_year_and_department() -> None:
    """Rows that name another region, year or department belong to another report; 2019年度 is 2019年."""
    table = """
地区|年度|部门|指标名称|完成值
安居区|2019年度|区民政局|护理型床位比例|28.4
安居区|2019|区民政局|农村卫生厕所普及率|80
安居区|2018|区民政局|护理型床位比例|27
船山区|2019|区民政局|护理型床位比例|30
"""
    assert [("安居区", "2019年", 2), ("安居区", "2018", 1), ("船山区", "2019", 1)] == [
        (report["地区"], report["年度"], len(report["填报数"])) for report in reports(table)
    ]


def test_a_merged_region_speaks_for_its_rows() -> None:
    """A region or a name that is merged over rows is that of each of them."""
    table = "地区|指标名称|年度|完成值\n安居区|护理型床位比例|2018|27\n||2019|28.4\n||2020|"
    merged = grid(table, merges=(merge("2,1-4,1"), merge("2,2-4,2")))
    assert [("2018", "27"), ("2019", "28.4")] == [
        (report["年度"], report["填报数"]["护理型床位比例"]["完成值"]) for report in reports(merged)
    ]


def test_a_row_that_lacks_its_region_is_told() -> None:
    """Nothing is read into a blank cell where other rows say their region; where none does there is no such column."""
    table = "地区|指标名称|完成值\n船山区|护理型床位比例|30\n|农村卫生厕所普及率|80"
    assert [("ANJ117/blank_group", "A3")] == faults(table)
    assert 1 == len(reports(table))
    assert [{"填报数": {"护理型床位比例": {"完成值": "30"}}}] == reports("地区|指标名称|完成值\n|护理型床位比例|30")


def test_a_wide_table_gives_a_report_a_row() -> None:
    """One row a region or year, one column an indicator; its unit stands in brackets or below the head."""
    table = """
县区|年份|护理型床位比例(%)|农村卫生厕所普及率
计量单位|||%
安居区|2019|28.4|80
安居区|2018|27|
船山区|2019|30|待报
合计||85.4|80
"""
    (report, *_) = reports(table)
    assert {
        "地区": "安居区",
        "年度": "2019",
        "填报数": {
            "护理型床位比例": {"完成值": "28.4", "计量单位": "%"},
            "农村卫生厕所普及率": {"完成值": "80", "计量单位": "%"},
        },
    } == report
    assert [("2018", ""), ("2019", "待报")] == [
        (report["年度"], report["填报数"]["农村卫生厕所普及率"]["完成值"]) for report in reports(table)[1:]
    ]
    assert [("ANJ118/total", "A6")] == faults(table)
    (root, *_) = read(table).roots
    assert ("表1!C1", "表1!C3", "护理型床位比例") == places(root, "填报数", "护理型床位比例", "完成值")


def test_rows_between_those_of_a_wide_table_are_named() -> None:
    """Headings and remarks among the regions are no regions, and are told."""
    table = "地区|护理型床位比例|农村卫生厕所普及率\n一、丘陵地区||\n安居区|28.4|80\n注:年末数||"
    assert ["安居区"] == [report["地区"] for report in reports(table)]
    assert [("ANJ118/section", "A2"), ("ANJ118/remark", "A4")] == faults(table)
    assert ["船山区", "安居区"] == [
        report["地区"] for report in reports("地区|护理型床位比例|农村卫生厕所普及率\n船山区||\n安居区|28.4|80")
    ]


def test_a_column_of_two_rows_that_is_none_of_ours_is_told() -> None:
    """An upper head over nothing that is known is named as one column is."""
    table = "序号|指标名称|完成情况|||排名\n||完成值|分子|分母|\n1|护理型床位比例|28.4|960|3380|3"
    assert ["ANJ118/columns"] == [code for code, _ in faults(table)]


def test_a_wide_table_of_two_rows() -> None:
    """Under an indicator its value, numerator and denominator, or its years."""
    table = "地区|护理型床位比例||\n|完成值|分子|分母\n安居区|28.4|960|3380"
    assert {"护理型床位比例": {"完成值": "28.4", "分子": "960", "分母": "3380"}} == figures(table)
    table = "地区|护理型床位比例||\n|2018年|2019年|备注\n安居区|27|28.4|甲"
    assert [("2018", "27", "甲"), ("2019", "28.4", "甲")] == [
        (report["年度"], *report["填报数"]["护理型床位比例"].values()) for report in reports(table)
    ]


@pytest.mark.parametrize("corner", ["", "年份\\指标", "指标"])
def test_a_column_of_years_needs_no_head(corner: str) -> None:
    """In a wide table a first column that holds years is that of the years."""
    table = f"{corner}|护理型床位比例|农村卫生厕所普及率\n2018年|27|79\n2019年|28.4|80"
    assert ["2018年", "2019年"] == [report["年度"] for report in reports(table)]


@pytest.mark.parametrize("corner", ["", "指标", "片区"])
def test_a_column_of_regions_needs_its_head(corner: str) -> None:
    """A first column of anything else may hold regions: no row is taken for the plan's own."""
    table = f"{corner}|护理型床位比例|农村卫生厕所普及率\n船山区|27|79\n射洪县|28.4|80"
    assert "ANJ117/label" in [code for code, _ in faults(table)]
    assert [] == reports(table)


def test_a_wide_table_without_labels_is_one_report() -> None:
    """One row under nothing but indicators belongs to the report that the headings name."""
    table = "2019年度\n护理型床位比例|农村卫生厕所普及率\n28.4|80"
    assert [
        {"年度": "2019年", "填报数": {"护理型床位比例": {"完成值": "28.4"}, "农村卫生厕所普及率": {"完成值": "80"}}}
    ] == reports(table)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("项次|内容|数\n1|护理型床位比例|28.4", "ANJ116"),
        ("完成值|备注\n28.4|甲", "ANJ116/no_name"),
        ("指标名称|目标值\n护理型床位比例|30", "ANJ116/no_value"),
        ("护理型床位比例|28.4", "ANJ116"),
        ("天气|晴", "ANJ116"),
        ("??|2019\n????|???\n???????|28.4", "ANJ116/question_marks"),
        ("??|???\n护理型床位比例|28.4", "ANJ116"),
    ],
)
def test_a_sheet_without_a_head_is_told_with_its_first_rows(table: str, told: str) -> None:
    """Where no head is found it is said once, with what stands there and what was looked for."""
    (fault,) = read(table).faults
    assert told == "/".join(filter(None, (fault.code, fault.kind)))
    assert table.partition("|")[0] in fault.arguments["rows"]
    assert "指标名称 完成值" in fault.arguments["names"]
    assert () == read(table).roots


def test_nothing_is_nothing() -> None:
    """A book without a cell says nothing: who reads its bytes does."""
    assert ((), ()) == read(grid(""))
    assert ((), ()) == read()


def test_a_year_under_no_head_is_not_passed_over() -> None:
    """A year before the name whose column has no head of ours may be the figures' own."""
    assert [("ANJ117/label", "A3"), ("ANJ118/columns", "A2")] == faults(
        "2019年度\n时点|指标名称|完成值\n2018|护理型床位比例|30"
    )


def test_a_region_under_no_head_is_not_passed_over() -> None:
    """In the long layout, too, what looks like a region before the name keeps its rows from being judged: told once."""
    table = "|指标名称|完成值\n船山区|护理型床位比例|30\n射洪县|农村卫生厕所普及率|80"
    assert [("ANJ117/label", "A2"), ("ANJ118/no_head", "A2")] == faults(table)
    assert {"护理型床位比例": {"完成值": "<30>"}, "农村卫生厕所普及率": {"完成值": "<80>"}} == figures(table)


@pytest.mark.parametrize(
    "head", ["完成值(上半年)", "完成值(1-6月)", "完成值(预计)", "1-6月完成值", "2019年上半年", "截至6月底完成值"]
)
def test_part_of_a_year_is_no_year(head: str) -> None:
    """A column of half a year, or of what is expected, is no column of values."""
    assert "ANJ116/no_value" == faults(f"指标名称|{head}\n护理型床位比例|28.4")[-1][0]


def test_a_bare_year_beside_values_is_no_report() -> None:
    """Beside a column of values a year alone may be a goal or a base: it is told and not read."""
    table = "指标名称|2019年完成值|2020年\n护理型床位比例|28.4|30"
    assert [{"年度": "2019", "填报数": {"护理型床位比例": {"完成值": "28.4"}}}] == reports(table)
    assert [("ANJ118/columns", "C1")] == faults(table)
    years = "指标名称|完成值|\n|2018年|2019年\n护理型床位比例|27|28.4"
    assert ["2018", "2019"] == [report["年度"] for report in reports(years)]


@pytest.mark.parametrize(
    ("head", "column"),
    [
        ("目标(2020年)", "passed"),
        ("完成值(万元)", "value"),
        ("完成值(请填数字)", "value"),
        ("县（市、区）", "region"),
        ("备注(可不填)", "note"),
        ("完" * 41, None),
        ("(%)", None),
        ("2019年备注", "note"),
    ],
)
def test_what_a_head_names(head: str, column: str | None) -> None:
    """Brackets hold a unit, a year or a remark; a paragraph is no head."""
    named = column_named(head)
    assert column == (named and named.key)
    assert named is None or not named.year


@pytest.mark.parametrize(
    ("head", "meant"),
    [
        ("完成植", "完成值"),
        ("完值成", "完成值"),
        ("本年完成值值", "本年完成值"),
        ("指标称", "指标名称"),
        ("完成", None),
        ("实施地点", None),
        ("20181", None),
        ("指标名称指标名称指标名称", None),
    ],
)
def test_a_misspelled_head(head: str, meant: str | None) -> None:
    """One slip makes a misspelled name of three characters or more; anything else is another name."""
    column = misspelled_column(head)
    assert (meant is None) == (column is None)
    assert column is None or column.meant == meant or column_named(column.meant) == column_named(meant or "")
