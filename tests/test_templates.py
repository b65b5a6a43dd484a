"""A form has exactly what a department is to report, looks like what its reader takes back, and holds outside text."""

import csv
import io
import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from anju_cli.catalogue import Catalogue, Department, Indicator, Words
from anju_cli.catalogue.models import Head, Region, Target
from anju_cli.characters import columns as width_of
from anju_cli.characters import hiding
from anju_cli.comparators import GOALS
from anju_cli.loading.reports import load_report
from anju_cli.names import Names
from anju_cli.templates import TEMPLATE_FORMATS
from anju_cli.templates.rows import Template, leads_of
from anju_cli.texts import LANGUAGES
from anju_cli.texts.template_words import template_words
from tests.forms import content, form, shipped, written

each_format = pytest.mark.parametrize("format_", TEMPLATE_FORMATS)
each_language = pytest.mark.parametrize("lang", LANGUAGES)

#: A figure of last year.
NURSING = {"nursing_bed_share": "24.60"}
#: Texts that a format could take for something else.
HOSTILE = [
    "甲: 乙 # 丙", "甲'乙'\"丙\"", "null", "甲\n乙: 1", "- 甲", "{甲}", "*甲", "&甲", "!甲", "%甲", "@甲", "`甲", "+甲",
    "=cmd|' /C calc'!A0", "-1", "~", "12", "[甲]", "甲,乙",
    "甲\u200b", "甲\uffff", "甲\u3000乙", " 甲 ", "甲\\n",
    "? 甲", "甲:", "是", "甲" * 300, "'甲",
]  # fmt: skip


def hostile(text: str, grades: tuple[str, ...] = ()) -> Catalogue:
    """A catalogue of one indicator in which everything is called so."""
    goal = GOALS["rises"].read("true", ())
    target = Target(goal, "direction", text, text, text, every_year=True, aspirational=text)
    indicator = Indicator(Words(text, text), unit=text, definition=Words(text, text), grades=grades, targets=(target,))
    head = Head(text, text, Region("甲区"), (2018, 2020))
    return Catalogue(head, {"x": indicator}, {}, {text: Department(text)})


def sheet_of(template: Template, index: int = 0) -> Worksheet:
    """A sheet of the workbook."""
    sheet: Worksheet = load_workbook(io.BytesIO(content(template, "xlsx"))).worksheets[index]
    return sheet


def letters(sheet: Worksheet) -> dict[str, str]:
    """The letter of each column, by its head."""
    return {str(cell.value): get_column_letter(at) for at, cell in enumerate(sheet[3], 1)}


def parts_of(template: Template) -> dict[str, str]:
    """The parts of the workbook."""
    with ZipFile(io.BytesIO(content(template, "xlsx"))) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def rows_of(template: Template) -> list[list[str]]:
    """The cells of the CSV."""
    text = content(template, "csv").decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


# what is asked


def test_a_department_reports_what_it_leads_and_what_that_is_held_against() -> None:
    """Its indicators in the catalogue's order; the poor counties' standard beside the own one."""
    catalogue = shipped()
    led = {promise.id for promise in catalogue.promises if promise.lead == "区民政局"}
    expected = [
        indicator.name.zh
        for id_, indicator in catalogue.indicators.items()
        if id_ in led | {"poor_county_dibao_standard", "resident_living_level"}
    ]
    assert 26 == len(expected)
    assert expected == [row.key for row in form().rows]


def test_nobody_is_left_out() -> None:
    """The forms of all departments together ask for every indicator, and so does the form of none."""
    ids = {row.key for department in leads_of(shipped()) for row in form(department).rows}
    assert ids == {indicator.name.zh for indicator in shipped().indicators.values()}
    assert len(shipped().indicators) == len(form(None).rows)


def test_what_a_row_says() -> None:
    """Number, name, unit, what is counted in which parts, goal, clause, lead, last year's figure."""
    number, row = next(pair for pair in enumerate(form(previous=NURSING).rows, 1) if pair[1].key == "护理型床位比例")
    assert (number, "%", "24.60", ("区民政局",)) == (row.number, row.unit, row.previous, row.leads)
    assert (("2020 年 ≥ 30 %",), ("四(五)3",)) == (row.goals, row.clauses)
    assert row.definition[1].startswith("分子: ")
    assert ["张", "张"] == [part.unit for part in row.parts]


def test_grades_are_told() -> None:
    """A graded indicator lists its grades, worst first."""
    row = next(row for row in form("区卫计局").rows if row.grades)
    assert "等级(由低到高): 未定级、二级乙等、二级甲等、三级乙等、三级甲等。" == row.definition[-1]


# what every format holds


@each_format
@each_language
def test_the_same_form_has_the_same_bytes(format_: str, lang: str) -> None:
    """No clock and no chance: a form made twice is one."""
    template = form(lang=lang)
    assert content(template, format_) == content(template, format_)


@pytest.mark.parametrize("text", HOSTILE)
@each_format
def test_outside_text_stays_text(text: str, format_: str, tmp_path: Path) -> None:
    """Whatever a catalogue calls its indicator, no format takes it for its own marks: YAML and JSON read it back."""
    raw = content(form(text, {"x": "1"}, catalogue=hostile(text)), format_)
    if format_ in {"yaml", "json"}:
        report = load_report(str(written(tmp_path, raw, format_)), hostile(text))
        assert [["x"]] == [list(submission.figures) for submission in report.submissions]
        assert {"ANJ305"} >= {finding.code for finding in report.diagnostics} - {"ANJ107", "ANJ108", "ANJ111"}
    if format_ == "csv":
        assert [] == [
            cell for row in rows_of(form(text, catalogue=hostile(text))) for cell in row if cell[:1] in "=+@" and cell
        ]
    if format_ == "xlsx":
        assert [] == [
            cell for row in sheet_of(form(text, catalogue=hostile(text))) for cell in row if cell.data_type == "f"
        ]


@given(st.text(min_size=1, max_size=30).filter(str.strip))
@example("a\x85b")
def test_any_name_is_read_back(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    """A form in YAML and JSON names its indicator so that the reader takes it, whatever it is called."""
    catalogue = hostile(name)
    folder = tmp_path_factory.getbasetemp()
    for format_ in ("yaml", "json"):
        raw = content(form(None, {"x": "1.50"}, catalogue=catalogue), format_)
        (submission,) = load_report(str(written(folder, raw, format_)), catalogue).submissions
        assert [("x", "1.50")] == [
            (id_, figure.previous and figure.previous.text) for id_, figure in submission.figures.items()
        ]


def test_a_grade_that_no_table_holds_is_not_filled_in() -> None:
    """A spreadsheet would take it for a formula."""
    catalogue = hostile("甲", ("=低", "高"))
    assert ["", "高"] == [form(None, {"x": grade}, catalogue=catalogue).rows[0].previous for grade in ("=低", "高")]


# YAML and JSON


def test_yaml_begins_with_the_schema_line() -> None:
    """An editor looks for it in the first line; comments are no wider than a page."""
    lines = content(form(), "yaml").decode().splitlines()
    assert "# yaml-language-server: $schema=report.schema.json" == lines[0]
    assert 100 >= max(map(width_of, lines))
    assert [] == [line for line in lines if line != line.rstrip()]


def test_no_path_of_a_schema_ends_its_line() -> None:
    """What stands behind it is one comment, whatever the path."""
    text = content(form()._replace(schema="a\n年度: 2018"), "yaml").decode()
    assert "# yaml-language-server: $schema=a 年度: 2018" == text.splitlines()[0]


def test_yaml_says_over_each_figure_what_it_is() -> None:
    """Unit, definition, parts, goal and clause stand over the figure; the keys are Chinese, the values blank."""
    text = content(form(previous=NURSING), "yaml").decode()
    figure = next(block for block in text.split("\n\n") if "  护理型床位比例:" in block)
    comments, keys = figure.partition("  护理型床位比例:")[::2]
    told = ("计量单位: %", "口径: ", "分子: ", "目标: 2020 年 ≥ 30 %", "条款: 四(五)3")
    assert [] == [word for word in told if word not in comments]
    keyed = ["完成值:", "分子:", "分母:", "上年数: 24.60", "来源:", "备注:"]
    assert keyed == [line.strip() for line in keys.splitlines() if line]


def test_english_keys() -> None:
    """In English the keys and names are English."""
    report = json.loads(content(form(lang="en"), "json"))
    assert {"department", "region", "year", "prepared_by", "reviewed_by", "date", "figures"} == set(report)
    assert "District Civil Affairs Bureau" == report["department"]
    figure = report["figures"]["Share of nursing beds"]
    assert {"value", "numerator", "denominator", "previous", "unit", "source", "note"} == set(figure)


def test_json_holds_last_years_number_letter_for_letter() -> None:
    """No binary number comes between: 24.60 stays so; a grade is a text."""
    text = content(form("区卫计局", {"cdc_grade": "二级甲等"}), "json").decode()
    assert '"上年数": "二级甲等"' in text
    assert '"上年数": 24.60' in content(form(previous=NURSING), "json").decode()


# tables


@each_language
def test_the_columns_of_a_table(lang: str) -> None:
    """A heading, a head, a row an indicator, the signatures: every line as wide, in CRLF behind a mark."""
    template = form(lang=lang)
    raw, rows = content(template, "csv"), rows_of(template)
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == len(rows) == len(template.rows) + 3
    assert {12} == set(map(len, rows))
    heads = {
        "zh": "序号 指标名称 计量单位 统计口径 目标 条款 上年数 完成值 分子 分母 来源 备注",
        "en": "no. indicator unit definition goal clause previous value numerator denominator source note",
    }
    assert heads[lang].split() == rows[1]
    assert {"zh": "填报单位", "en": "department"}[lang] == rows[0][0]
    assert {"zh": ["填表人", "", "审核人", "", "填报日期"], "en": ["prepared_by", "", "reviewed_by", "", "date"]}[
        lang
    ] == rows[-1][:5]


def test_who_leads_is_told_where_the_form_is_not_one_departments() -> None:
    """A form of all indicators has a column for it, and a cell to say who fills it in."""
    template = form(None)
    assert "牵头部门" in rows_of(template)[1]
    assert not sheet_of(template)["C2"].protection.locked


def test_what_is_filled_in_is_open_and_the_rest_is_locked() -> None:
    """The sheet is protected without a password; entry cells are open and coloured, parts that are not there closed."""
    sheet = sheet_of(form())
    assert (True, None) == (sheet.protection.sheet, sheet.protection.password)
    assert (False, False) == (sheet.protection.formatCells, sheet.protection.formatColumns)  # False allows it
    head = letters(sheet)
    first = {name: sheet[f"{letter}4"] for name, letter in head.items()}  # 农村低保标准 has no parts
    assert ["上年数", "完成值", "来源", "备注"] == [name for name, cell in first.items() if not cell.protection.locked]
    assert first["分子"].fill.fgColor.rgb != first["完成值"].fill.fgColor.rgb
    assert not sheet[f"{head['分子']}9"].protection.locked  # 孤儿基本生活费领取率 has
    signature = sheet.max_row
    assert ["填表人", "审核人", "填报日期"] == [cell.value for cell in sheet[signature] if cell.value]
    assert not sheet.cell(signature, 3).protection.locked


def test_no_format_hides_a_place() -> None:
    """Shares and measures have the usual format; whole numbers mark thousands, and a fraction among them shows."""
    template = form()
    sheet = sheet_of(template)
    head = letters(sheet)
    beds = next(row.number for row in template.rows if row.unit == "张") + 3
    share = next(row.number for row in template.rows if row.key == "护理型床位比例") + 3
    assert ("#,##0", "General") == tuple(sheet[f"{head['完成值']}{at}"].number_format for at in (beds, share))
    assert "#,##0" == sheet[f"{head['分子']}{share}"].number_format
    assert ("@", "@") == tuple(sheet[f"{head[name]}4"].number_format for name in ("来源", "备注"))
    rules = {str(rule.sqref): rule.rules[0] for rule in sheet.conditional_formatting}
    cell = f"{head['完成值']}{beds}"
    assert [f"AND(ISNUMBER({cell}),{cell}<>INT({cell}))"] == rules[cell].formula


def test_every_cell_to_fill_in_says_what_it_takes() -> None:
    """A list of the words for a missing figure that forbids no number; a list of grades that warns; short messages."""
    sheet = sheet_of(form("区卫计局"))
    checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
    head = letters(sheet)
    graded = next(row.number for row in form("区卫计局").rows if row.grades) + 3
    value, grade = checks[f"{head['完成值']}4"], checks[f"{head['完成值']}{graded}"]
    assert ('"待报,不适用,涉密"', False) == (value.formula1, bool(value.showErrorMessage))
    assert ("warning", True) == (grade.errorStyle, grade.formula1.startswith('"未定级,二级乙等,'))
    assert [] == [check.prompt for check in checks.values() if not check.prompt or len(check.prompt) > 255]
    assert {"完成值", "上年数", "来源", "备注", "分子", "分母"} == {check.promptTitle for check in checks.values()}


@pytest.mark.parametrize(
    "grades", [("甲,乙", "丙"), ('"甲"', "丙"), (" 甲", "丙"), tuple(f"很长的等级{number}" for number in range(60))]
)
def test_grades_that_no_list_holds_are_only_told(grades: tuple[str, ...]) -> None:
    """A list is written between commas and quotation marks, and has an end; the cell still says what it takes."""
    sheet = sheet_of(form(None, catalogue=hostile("甲", grades)))
    (check,) = [check for check in sheet.data_validations.dataValidation if check.promptTitle == "完成值"]
    assert (None, True) == (check.formula1, bool(check.prompt))


def test_the_page() -> None:
    """A4 across, one page wide, the title and head on every page, the names beside what is filled in."""
    sheet, xml = sheet_of(form()), parts_of(form())["xl/worksheets/sheet1.xml"]
    assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' in xml
    assert '<pageSetUpPr fitToPage="1"/>' in xml
    assert "<oddFooter>&amp;C第 &amp;P 页, 共 &amp;N 页</oddFooter>" in xml
    assert ("$1:$3", "C4") == (sheet.print_title_rows, sheet.freeze_panes)


def test_last_years_figure_is_a_number_where_it_is_shown_in_full() -> None:
    """A number of more digits than a cell shows is a text, digit for digit."""
    template = form(previous=NURSING | {"rural_dibao_standard": "123456789012.5"})
    sheet = sheet_of(template)
    head = letters(sheet)
    values = {sheet[f"B{at}"].value: sheet[f"{head['上年数']}{at}"].value for at in range(4, 30)}
    assert (24.6, "123456789012.5") == (values["护理型床位比例"], values["农村低保标准"])


@each_language
def test_the_guide(lang: str) -> None:
    """The second sheet has every step, every word for what is missing and every form of a number, and no head."""
    sheet = sheet_of(form(lang=lang), 1)
    texts = [str(cell.value) for row in sheet for cell in row if cell.value is not None]
    words, steps, missing = template_words(lang)
    assert words["guide_sheet"] == sheet.title
    assert set() == {step.format(year=2019) for step in steps.values()} - set(texts)
    assert set() == {word for word, _, _ in missing} - set(texts)
    assert {"78.5", "80左右", "#DIV/0!", "=A1/B1"} <= set(texts)
    names = Names({"names": (words["indicator"], *(row.key for row in form(lang=lang).rows))})
    assert [] == [text for text in texts if names.find(text)]
    assert sheet.protection.sheet


def test_long_texts_are_cut_and_rows_end_somewhere() -> None:
    """A definition longer than a cell shows ends in …; no row is higher than a spreadsheet allows."""
    sheet = sheet_of(form(None, catalogue=hostile("很长" * 5000)))
    assert 1000 >= max(len(str(cell.value)) for row in sheet for cell in row if cell.value)
    assert 409 >= max(row.height for row in sheet.row_dimensions.values() if row.height)


def test_the_book_has_nothing_but_its_sheets() -> None:
    """No macro, no link, no formula; the same day on every machine."""
    parts = parts_of(form())
    assert [] == [name for name in parts if "external" in name or "vba" in name or "hyperlink" in name]
    assert [] == [
        name for name, text in parts.items() if name.startswith("xl/worksheets") and re.search(r"<f[ >]", text)
    ]
    assert "2000-01-01T00:00:00Z" in parts["docProps/core.xml"]


def test_hostile_names_are_hostile() -> None:
    """The list above has names that hide, names of formulas, and names of more than a heading's length."""
    assert any(map(hiding, HOSTILE))
    assert any(name.startswith("=") for name in HOSTILE)
