"""CSV files as spreadsheets write them, and as they should not: bytes to reports, or a fault with its place."""

import codecs
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.assessment import Scope, judge
from anju_cli.characters import visible
from anju_cli.diagnostics import Diagnostic, Level
from anju_cli.loading.files import read_bytes
from anju_cli.loading.reports import ReportFile, has_known_key, interpret
from anju_cli.places import written_place
from anju_cli.readers import Vocabulary
from anju_cli.texts import texts
from tests.test_csv_scanner import LINE_ENDS, written
from tests.test_samples import shipped

HEAD = "指标名称,完成值,分子,分母,计量单位,备注"
TOP = "区民政局2019年度填报表\n地区:遂宁市安居区\n年度,2019\n"
ROWS = [
    *([line] for line in TOP.splitlines()[:2]),
    ["年度", "2019"],
    HEAD.split(","),
    ["护理型床位比例", "28.4", "960", "3380", "%", ""],
    ["农村低保标准", "4,300", "", "", "元/年", "按月公布,\n乘以12"],
    ["填表人:张三"],
]
REPORT = written(ROWS, ",", "\n", quoted=False)
FIGURES = {"nursing_bed_share": Decimal("28.4"), "rural_dibao_standard": Decimal(4300)}


def read(raw: bytes | str, path: str = "a.csv") -> ReportFile:
    """A file as it is read with the shipped catalogue."""
    catalogue = shipped()
    vocabulary = Vocabulary(lambda text: has_known_key(text, catalogue), catalogue.indicator_names)
    return interpret(read_bytes(path, raw.encode() if isinstance(raw, str) else raw, vocabulary), catalogue)


def values(file: ReportFile) -> dict[str, Decimal | None]:
    """The figures of a file's reports, by indicator."""
    submissions = file.submissions
    return {id_: figure.value.amount for submission in submissions for id_, figure in submission.figures.items()}


def told(file: ReportFile) -> list[str]:
    """What is wrong, a line each: the place, the column's name, code and kind."""
    errors = [finding for finding in file.diagnostics if finding.level is Level.ERROR]
    return [" ".join(filter(None, (_place(finding), finding.code, finding.kind))) for finding in errors]


def _place(finding: Diagnostic) -> str:
    span = finding.place.span
    heading = f"[{span.heading}]" if span is not None and span.heading else ""
    return f"{written_place('', span)[1:]}{heading}"


def broken(file: ReportFile) -> list[str]:
    """The codes for which no figure of a report is judged."""
    return [submission.broken for submission in file.submissions]


def dialect(delimiter: str, line_end: str = "\r\n") -> str:
    """The report in another dialect."""
    return written(ROWS, delimiter, line_end, quoted=False)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (REPORT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + REPORT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + f"sep=,\r\n{REPORT}".encode(), "utf-8"),
        (REPORT.replace("\n", "\r\n").encode("gb18030"), "gb18030"),
        (REPORT.replace("\n", "\r").encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + dialect("\t").encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + dialect("\t", "\n").encode("utf-16-be"), "utf-16-be"),
        (dialect(";").encode("gb18030"), "gb18030"),
        (f"sep=;\r\n{dialect(';')}".encode(), "utf-8"),
        (REPORT.replace("年度,2019\n", "\n,,,,,\n年度,2019,,,,\n\n").encode(), "utf-8"),
        (re.sub("\n(?=[^乘])", ",,\n", REPORT).encode(), "utf-8"),
    ],
)
def test_a_table_is_read_as_spreadsheets_write_it(raw: bytes, encoding: str) -> None:
    """Whatever the encoding, the separator and the ends of lines: the same figures, and nothing is wrong."""
    file = read(raw)
    assert (encoding, FIGURES, [], [""]) == (file.document.encoding, values(file), told(file), broken(file))
    assert [("遂宁市安居区", 2019, "张三")] == [(s.region, s.year, s.prepared_by) for s in file.submissions]


def test_gb18030_is_told() -> None:
    """A file that is not UTF-8 has a note on how it was read; heads of tables tell it from nonsense."""
    notes = {finding.code for finding in read(REPORT.encode("gb18030")).diagnostics if finding.level is Level.NOTE}
    assert "ANJ007" in notes


@pytest.mark.parametrize(
    ("raw", "findings"),
    [
        ("", ["1:1 ANJ008"]),
        ("\n\n,,\n", ["1:1 ANJ008"]),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", ["1:1 ANJ006 utf32"]),
        (b"PK\x03\x04", ["1:1 ANJ006 workbook"]),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ["1:1 ANJ006 workbook"]),
        (b"%PDF-1.7", ["1:1 ANJ006 binary"]),
        (b"\x00\xff\x00", ["1:1 ANJ006 nul"]),
        (REPORT.replace("28.4", "28\0.4"), ["5:11 ANJ009 nul"]),
        (REPORT.replace("28.4", "28\x0b.4").replace("\n", "\r"), ["5:11 ANJ009 text"]),
        (REPORT.replace("28.4", "28\u2028.4"), ["5:11 ANJ009 text"]),
        (REPORT.encode().replace(b"28.4", b"28\xff4"), ["5:11 ANJ005"]),
        (REPORT.replace("\n", "\r").encode().replace(b"28.4", b"28\xff4"), ["5:11 ANJ005"]),
        ("Größe,Länge\n1,2\n".encode("latin-1"), ["1:3 ANJ005"]),
        ("甲,乙\n丙,丁\n".encode("gb18030"), ["1:1 ANJ005"]),
        (REPORT.replace(",", "，"), ["4:5 ANJ016 delimiter"]),
        (REPORT.replace(",", "|"), ["4:5 ANJ016 delimiter"]),
        ("a,b\n1,2\n", ["1:1 ANJ116"]),
        (f"{HEAD}\n", ["1:1 ANJ008 table_no_figures", "1:1 ANJ106 table_missing"]),
        (REPORT.replace("指标名称", '"指标名称'), ["4:1 ANJ016 swallowed"]),
        (f'"{REPORT}', ["1:1 ANJ016 swallowed"]),
        (f'"{TOP}{HEAD}\n', ["1:1 ANJ016 unclosed_quote"]),
    ],
)
def test_what_is_no_table_is_told(raw: bytes | str, findings: list[str]) -> None:
    """What can't be read is told with its place, once, and nothing else is."""
    assert findings == told(read(raw))


@pytest.mark.parametrize(
    ("change", "findings", "figure"),
    [
        (('"4,300"', "4,300"), ["6:8[完成值] ANJ016 cut_number"], "4"),
        (('"4,300"', '"4,300"元'), ["6:15[完成值] ANJ016 behind_quote"], "4,300元"),
        (('"4,300"', "4300,5"), ["6:17[备注] ANJ016 surplus"], "4300"),
    ],
)  # fmt: skip
def test_a_row_that_does_not_fit_is_not_taken(change: tuple[str, str], findings: list[str], figure: str) -> None:
    """A row whose cells may have moved is told at its figure, of which no number is taken; the others are."""
    file = read(REPORT.replace(*change).replace('"按月公布,\n乘以12"', ""))
    (submission,) = file.submissions
    assert (findings, "") == (told(file), submission.broken)
    assert {"nursing_bed_share": Decimal("28.4"), "rural_dibao_standard": None} == values(file)
    assert figure == submission.figures["rural_dibao_standard"].value.text
    assert ["rural_dibao_standard"] == [item.place.figure for item in file.diagnostics if item.code == "ANJ016"]


@pytest.mark.parametrize(
    ("change", "findings"),
    [
        (("28.4", '"28.4'), ["5:9 ANJ016 swallowed"]),
        (("28.4,960,3380,%,", '28.4,960,3380,%,"'), ["5:25 ANJ016 swallowed"]),
        (("填表人:张三", '"填表人:张三'), ["8:1 ANJ016 unclosed_quote"]),
    ],
)
def test_behind_a_lost_quote_nothing_is_judged(change: tuple[str, str], findings: list[str]) -> None:
    """A quote that swallows what follows is told where it opens, and keeps the whole file from being judged."""
    file = read(REPORT.replace(*change))
    assert findings == told(file)
    assert {"ANJ016"} >= set(broken(file))


def test_a_reason_that_does_not_fit_is_not_taken() -> None:
    """A row of reasons whose number its comma cut is told like one of figures, and explains nothing."""
    file = read(f"{REPORT}\n代码,指标,完成值,理由\nANJ502,农村低保标准,4,300,调标\nANJ502,护理型床位比例,28.4,新建\n")
    assert ["11:15[完成值] ANJ016 cut_number"] == told(file)
    assert ["nursing_bed_share"] == [reason.indicator for reason in file.submissions[0].explanations]


def test_a_decimal_comma_is_no_separator() -> None:
    """Between semicolons 78,5 is one cell, which the grammar of numbers refuses at its place and column."""
    file = read(dialect(";").replace("28.4", "28,4"))
    (quantity,) = [figure.value for id_, figure in file.submissions[0].figures.items() if id_ == "nursing_bed_share"]
    assert ("28,4", None) == (quantity.text, quantity.amount)


def test_a_guarded_text_is_the_text() -> None:
    """The apostrophe by which a spreadsheet is kept from taking a text for a formula is not part of it."""
    file = read(f"{TOP}{HEAD}\n'-护理型床位比例,'-28.4,,,%,'=见附表\n")
    assert [("nursing_bed_share", "'-28.4", "=见附表")] == [
        (id_, figure.value.text, figure.note) for id_, figure in file.submissions[0].figures.items()
    ]


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("a," * 16_384 + "b", "ANJ012", "columns"),
        ('"' * 4_999_999, "ANJ016", "unclosed_quote"),
        ('"' * 4_000_000, "ANJ012", "field"),
        ("," * 5_000_000, "ANJ008", ""),
        ("a\n" * 2_000_000, "ANJ012", "cells"),
        ("," * 5_000_001, "ANJ003", ""),
    ],
)
def test_hostile_sizes_are_told(text: str, code: str, kind: str) -> None:
    """A file of nothing but separators, quotes or rows is told in little time, whatever it holds."""
    codes = [(finding.code, finding.kind) for finding in read(text).diagnostics if finding.level is Level.ERROR]
    assert (code, kind) in codes


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_told(raw: bytes) -> None:
    """No bytes raise; what is no report is told, in words that can be shown."""
    file = read(raw)
    assert file.submissions or file.diagnostics
    for finding in file.diagnostics:
        assert visible(texts("zh").message(finding))


NAMES = st.sampled_from(["护理型床位比例", "农村低保标准", "合计", "", "填表人:丙", "农村厕所"])
NUMBERS = st.sampled_from(["28.4", "4,300", "待报", "", "约5", '"', "甲\n乙"])


@given(st.lists(st.tuples(NAMES, st.lists(NUMBERS, min_size=1, max_size=7)), max_size=6), LINE_ENDS, st.booleans())
def test_no_row_is_lost_in_silence(rows: list[tuple[str, list[str]]], line_end: str, quoted: bool) -> None:
    """A row that names an indicator with a number is a figure, or something is told on its line."""
    table = [["年度", "2019"], HEAD.split(","), *([name, *numbers] for name, numbers in rows)]
    file = read(written(table, ",", line_end, quoted=quoted))
    lines = {finding.place.span.line for finding in file.diagnostics if finding.place.span is not None}
    placed = [figure.at("value").span for report in file.submissions for figure in report.figures.values()]
    lines |= {span.line for span in placed if span is not None}
    number = 3
    for name, numbers in rows:
        if name in {"护理型床位比例", "农村低保标准", "农村厕所"} and numbers[0] in {"28.4", "4,300", "约5"}:
            assert number in lines
        number += 1 + sum(cell.count("\n") for cell in numbers)


FORM = (
    "年度,2019\n指标名称,完成值,分子,分母,上年数,计量单位,来源,备注\n护理型床位比例,28.4,960,3380,27.0,%,区民政局,\n"
    "农村低保标准,4300,,,4100,元/年,统计年报,按月公布\n养老机构床位总量,3380,,,,张,,\n填表人:张三,,,,,,,\n"
)


def believed(text: str) -> tuple[dict[str, Decimal], bool]:
    """The figures of a table that are judged, and whether anything is at fault."""
    file = read(text)
    outcome = judge(file.submissions, file.diagnostics, shipped(), Scope(all_years=True))
    judgements = [judgement for section in outcome.sections for judgement in section.judgements]
    figures = {judgement.indicator: judgement.value for judgement in judgements if judgement.value is not None}
    findings = (*file.diagnostics, *outcome.findings)
    return figures, any(finding.level is Level.ERROR for finding in findings)


@pytest.mark.parametrize("mark", [",", "\n"])
def test_a_mark_too_many_changes_no_figure(mark: str) -> None:
    """Wherever a comma or a line end slips into a form: no other number is judged, and none is lost in silence."""
    figures, _ = believed(FORM)
    for offset in range(FORM.index("\n") + 1, len(FORM) + 1):
        others, is_told = believed(FORM[:offset] + mark + FORM[offset:])
        assert others.items() <= figures.items()
        assert is_told or others == figures
