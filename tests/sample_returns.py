"""The imagined returns under `data/returns`, as clerks send them: written anew by `python -m tests.sample_returns`.

Three files: a workbook as it grows in an office (title, merged heads, a percentage, a formula, a hidden row, signature
lines), a CSV in GB18030 as Excel saves one, and a CSV of one row a year.
"""

import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # nobody has written its types
from xlsxwriter.format import Format  # type: ignore[import-untyped]  # as above
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # as above

FOLDER = Path(__file__).parent.parent / "data" / "returns"
_TITLE = "安居区基本公共服务行动计划2019年度填报表(示例, 数字均为虚构)"
#: Number, name, unit, value, numerator, denominator, last year's, source, note; a value may have its own format.
_ROWS: tuple[tuple[object, ...], ...] = (
    (1, "每千名老年人拥有养老床位数", "张/千人", 33.2, 4377, 131800, 32.4, "养老服务统计年报", None),
    (2, "护理型床位比例", "%", ("0%", 0.28), 1204, 4377, 24.6, "养老服务统计年报", None),
    (3, "农村低保标准", "元/人·年", ("#,##0", 4140), None, None, 3840, None, "按月345元折算"),
    (4, "贫困县农村低保标准", "元/人·年", ("#,##0", 4260), None, None, 3840, None, None),
    (5, "乡镇养老服务设施覆盖率", "%", ("0.0", "=ROUND(E9/F9*100,1)", 95.2), 20, 21, 85.7, None, None),
    (6, "农村社区养老服务设施覆盖率", "%", "约59", 259, 437, 52.4, None, None),
    (7, "法律援助案件办理数", "件", ("m月d日", 43467), None, None, 486, "区司法局", None),
    (8, "惠民殡葬覆盖率", "%", 76.8, 3302, 4300, 71.3, None, None),
    (9, "居民平均生活水平", "元/人·年", "待报", None, None, None, None, "统计部门尚未公布"),
)
_HIDDEN = "惠民殡葬覆盖率"
_HEALTH = (
    "2019年度基本公共服务填报表(示例),,,,,\r\n"
    "填报单位:区卫计局,,年度:2019,,示例:true,\r\n"
    "填报指标,单位,本年数,去年数,备注,排名\r\n"
    "婴儿死亡率,‰,4.17,4.49,,2\r\n"
    '农村卫生厕所普及率,%,72.5,61.2,"整村推进,\r\n与台账一致",1\r\n'
    "区级疾控中心等级,,二级乙等,,已申报二级甲等评审,\r\n"
    "产儿科医务人员数,人,351,342,,\r\n"
    "妇女常见病筛查率,%,77.3%,74.6,,\r\n"
    "护理型床位比例,%,27.5,,,\r\n"
    "合计,,,,,\r\n"
)  # fmt: skip
_EDUCATION = (
    "年度,部门,示例,公办和普惠性民办幼儿园覆盖率,教师培训覆盖率,乡镇学校编制足额配备率\n"
    "2018,区教育局,true,75.25,35.5,94.7\n"
    "2019,区教育局,true,78.52,742,96.8\n"
)


def civil_affairs() -> bytes:
    """A workbook: head of two rows, merged; 28 % that holds 0.28; a formula; a date that was a number; a hidden row."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2020, 1, 10, tzinfo=UTC)})
        sheet = book.add_worksheet("填报表")
        head = book.add_format({"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True})
        title = book.add_format({"bold": True, "font_size": 14, "align": "center"})
        sheet.merge_range("A1:I1", _TITLE, title)
        sheet.write_row("A2", ["填报单位:区民政局", "", "", "", "", "", "", "年度:2019年"])
        _write_head(sheet, head)
        for index, row in enumerate(_ROWS, start=4):
            _write_row(book, sheet, index, row)
        sheet.write_row(len(_ROWS) + 4, 0, ["填表人:示例甲", "", "审核人:示例乙", "", "", "填报日期:2020年1月10日"])
        sheet.write(len(_ROWS) + 5, 0, "示例:true")
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_column("B:B", 34)
        sheet.set_column("C:I", 14)
    return _as_saved(content.getvalue())


def _as_saved(raw: bytes) -> bytes:
    """A book as Excel saves it, its formulas calculated; not compressed, so that its bytes are the same everywhere."""
    content = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as package, zipfile.ZipFile(content, "w") as saved:
        for info in package.infolist():
            part = package.read(info).replace(b' fullCalcOnLoad="1"', b"")
            saved.writestr(zipfile.ZipInfo(info.filename), part)
    return content.getvalue()


def _write_head(sheet: Worksheet, head: Format) -> None:
    for area, text in (
        ("A3:A4", "序号"),
        ("B3:B4", "指标名称"),
        ("C3:C4", "计量单位"),
        ("D3:F3", "2019年"),
        ("G3:G4", "上年数"),
        ("H3:H4", "来源"),
        ("I3:I4", "备注"),
    ):
        sheet.merge_range(area, text, head)
    sheet.write_row("D4", ["完成值", "分子", "分母"], head)


def _write_row(book: Workbook, sheet: Worksheet, index: int, row: tuple[object, ...]) -> None:
    for column, value in enumerate(row):
        if isinstance(value, tuple):
            number_format = book.add_format({"num_format": value[0]})
            if len(value) > 2:
                sheet.write_formula(index, column, value[1], number_format, value[2])
            else:
                sheet.write_number(index, column, value[1], number_format)
        elif value is not None:
            sheet.write(index, column, value)
    if row[1] == _HIDDEN:
        sheet.set_row(index, None, None, {"hidden": True})


SAMPLES: dict[str, Callable[[], bytes]] = {
    "civil-affairs-2019.xlsx": civil_affairs,
    "health-2019.csv": lambda: _HEALTH.encode("gb18030"),
    "education.csv": _EDUCATION.encode,
}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in SAMPLES.items():
        (FOLDER / name).write_bytes(content())
