"""A report's text to what it says: names, shapes, years, regions, and every fault in one pass."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.diagnostics import Diagnostic
from anju_cli.loading import ReportFile
from anju_cli.loading.collector import MOST_GUESSES
from anju_cli.loading.files import read_bytes
from anju_cli.loading.quantities import read_amount, read_missing, read_value
from anju_cli.loading.reports import has_known_key, interpret
from anju_cli.numbers import Refused
from anju_cli.places import Place, Span
from anju_cli.readers import Vocabulary
from anju_cli.submission import Grade, Missing, Other, Quantity, Submission, says_nothing
from tests.samples_of_code import SHARE, indicator, plan, target
from tests.test_catalogue import usable

CATALOGUE = usable(
    plan(
        share=indicator(target("at_least: 80"), more=f"aliases: [覆盖率], {SHARE}"),
        beds=indicator(target("at_least: 37", lead="民政局"), unit="张", more="aliases: [床位数]"),
        level=indicator(target("grade_at_least: 甲等"), unit="等级", more="grades: [乙等, 甲等]"),
    )
)


def load(text: str | bytes) -> ReportFile:
    """A report from its text."""
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    return interpret(read_bytes("a.yaml", data, Vocabulary(lambda one: has_known_key(one, CATALOGUE))), CATALOGUE)


def told(finding: Diagnostic) -> str:
    """A code with its kind."""
    return "/".join(filter(None, (finding.code, finding.kind)))


def codes(text: str | bytes) -> list[str]:
    """Everything found in a text, in the order found."""
    return [told(finding) for finding in load(text).diagnostics]


def said(text: str) -> Submission:
    """What the one report in a text says."""
    (submission,) = load(text).submissions
    return submission


FIGURE = "figures: {share: 78.5}\n"
GOOD = f"year: 2019\n{FIGURE}"

#: Texts that are no report at all: nothing is taken from them.
NO_REPORT = [
    ("", ["ANJ008"]),
    ("# nothing\n", ["ANJ008"]),
    ("---\n", ["ANJ008"]),
    ("~\n", ["ANJ008"]),
    ("null\n", ["ANJ008"]),
    ("{}\n", ["ANJ008"]),
    ('""\n', ["ANJ101"]),
    ("78.5\n", ["ANJ101"]),
    ("- year: 2019\n", ["ANJ101"]),
    ("名称: 甲\n数: 1\n", ["ANJ101"]),
    ("catalogue: {}\nindicators: {}\n", ["ANJ113"]),
    ("year: 2019\nfigures: {}\ncatalogue: {}\nindicators: {}\n", ["ANJ113"]),
    (b"PK\x03\x04abc", ["ANJ006/workbook"]),
    ("[1\n", ["ANJ004/bracket", "ANJ101"]),
]


@pytest.mark.parametrize(("text", "expected"), NO_REPORT)
def test_no_report(text: str | bytes, expected: list[str]) -> None:
    """A file that is empty, a catalogue or something else says so and gives no report."""
    assert (expected, ()) == (codes(text), load(text).submissions)


#: Reports with a fault; what is found.
FAULTS = [
    (GOOD, []),
    (f"{GOOD}prepared_by: 张三\nreviewed_by: 李四\ndate: 2020-01-10\n", []),
    (
        "年度: 2019\n地区: 甲区\n部门: 教育局\n范围: 所报\n示例: 否\n填报数: {覆盖率: {完成值: 78.5, 备注: 甲}}\n",
        [],
    ),
    # figures
    ("year: 2019\n", ["ANJ008/no_figures"]),
    ("year: 2019\nfigures:\n", ["ANJ008/no_figures"]),
    ("year: 2019\nfigures: ~\n", ["ANJ008/no_figures"]),
    ("year: 2019\nfigures: null\n", ["ANJ008/no_figures"]),
    ("year: 2019\nfigures: {}\n", ["ANJ008/no_figures"]),
    ("year: 2019\nfigures: 78.5\n", ["ANJ104/list"]),
    ("year: 2019\nfigures: [78.5]\n", ["ANJ104/list"]),
    ("year: 2019\nfigures: {share: [78.5]}\n", ["ANJ104/list"]),
    ("year: 2019\nfigures: {share: {value: [78.5]}}\n", ["ANJ104/text"]),
    ("year: 2019\nfigures: {share: {value: 1, numerator: {a: 1}}}\n", ["ANJ104/text"]),
    ("year: 2019\nfigures: {? [a] : 1}\n", ["ANJ104/key"]),
    ("year: 2019\nfigures: {shar: 78.5}\n", ["ANJ105/near"]),
    ("year: 2019\nfigures: {完全不同的名称: 78.5}\n", ["ANJ105"]),
    ("year: 2019\nfigures: {shar: [78.5]}\n", ["ANJ104/list", "ANJ105/near"]),
    ('year: 2019\nfigures: {"share\u200b": 78.5}\n', ["ANJ108"]),
    ('year: 2019\nfigures: {"sh\u0430re": 78.5}\n', ["ANJ108"]),
    ("year: 2019\nfigures: {SHARE: 78.5}\n", ["ANJ111"]),
    ("year: 2019\nfigures: {覆盖 率: 78.5}\n", ["ANJ111"]),
    ("year: 2019\nfigures: {share: {valu: 78.5}}\n", ["ANJ102/near"]),
    ("year: 2019\nfigures: {share: {value: 78.5, 备 注: 甲}}\n", ["ANJ111"]),
    ("year: 2019\nfigures:\n  share: |\n    78.5\n", ["ANJ112"]),
    ("year: 2019\nfigures:\n  share: {value: 78.5}\n  beds:\n    numerator: >\n      5\n", ["ANJ112"]),
    ("year: 2019\nfigures:\n  share:\n    value: 78.5\n    note: |\n      两行\n      说明\n", []),
    # twice
    ("year: 2019\nyear: 2019\n" + FIGURE, ["ANJ110/same"]),
    ("year: 2019\n年度: 2018\n" + FIGURE, ["ANJ110/different"]),
    ("year: 2019\nfigures: {share: 78.5, share: 78.5}\n", ["ANJ110/same"]),
    ("year: 2019\nfigures: {share: 78.5, 'share': 79}\n", ["ANJ110/different"]),
    ('year: 2019\nfigures: {share: 78.5, "\\x73hare": 79}\n', ["ANJ110/different"]),
    ("year: 2019\nfigures: {share: 78.5, 覆盖率: 79}\n", ["ANJ110/different"]),
    ("year: 2019\nfigures: {share: 78.5, 覆 盖率: 79}\n", ["ANJ111", "ANJ110/different"]),
    ("year: 2019\nfigures: {share: {value: 1, numerator: 2}, 覆盖率: {value: 1, numerator: 2}}\n", ["ANJ110/same"]),
    ("year: 2019\nfigures: {share: {value: 78.5, 完成值: 79}}\n", ["ANJ110/different"]),
    ("year: 2019\nfigures: {share: [1, 2], 覆盖率: [1, 3]}\n", ["ANJ110/different", "ANJ104/list"]),
    # keys
    (f"{GOOD}zzzz: 1\n", ["ANJ102"]),
    (f"{GOOD}departmant: 教育局\n", ["ANJ102/near"]),
    (f'{GOOD}"no\u200bte": 1\n', ["ANJ108"]),
    (f"{GOOD}prepared_by: [张三, 李四]\n", ["ANJ104/text"]),
    (f"{GOOD}date: {{年: 2019}}\n", ["ANJ104/text"]),
    (f"{GOOD}YEAR : 2018\n", ["ANJ111", "ANJ110/different"]),
    # year
    (FIGURE, ["ANJ106/missing"]),
    (f"year:\n{FIGURE}", ["ANJ106/missing"]),
    (f"year: ~\n{FIGURE}", ["ANJ106/missing"]),
    (f"year: 19\n{FIGURE}", ["ANJ106/form"]),
    (f"year: 2019-2020\n{FIGURE}", ["ANJ106/form"]),
    (f"year: 2_019\n{FIGURE}", ["ANJ106/form"]),
    (f"year: 2,019\n{FIGURE}", ["ANJ106/form"]),
    (f"year: 2019.0\n{FIGURE}", ["ANJ106/form"]),
    (f"year: 二〇一九\n{FIGURE}", ["ANJ106/form"]),
    (f"year: [2019]\n{FIGURE}", ["ANJ104/text", "ANJ106/missing"]),
    (f"year: 2007\n{FIGURE}", ["ANJ106/outside"]),
    (f"year: 2008\n{FIGURE}", []),
    (f"year: 2025\n{FIGURE}", []),
    (f"year: 2026\n{FIGURE}", ["ANJ106/outside"]),
    (f"year: \uff12\uff10\uff11\uff19\n{FIGURE}", ["ANJ307"]),
    (f"year: 2019年\n{FIGURE}", ["ANJ307"]),
    # region and department
    (f"{GOOD}region: 甲城区\n", []),
    (f"{GOOD}region:\n", []),
    (f"{GOOD}region: null\n", []),
    (f"{GOOD}region: 甲 区\n", ["ANJ111"]),
    (f"{GOOD}region: 乙县\n", ["ANJ115"]),
    (f"{GOOD}region: 甲城城区\n", ["ANJ114"]),
    (f"{GOOD}region: 甲区城\n", ["ANJ114"]),
    (f"{GOOD}region: 乙城区\n", ["ANJ115/near"]),
    (f"{GOOD}region: 甲\n", ["ANJ115"]),
    (f'{GOOD}region: "甲\u200b区"\n', ["ANJ108"]),
    (f"{GOOD}department: 教体局\n", []),
    (f"{GOOD}department:\n", []),
    (f"{GOOD}department: ~\n", []),
    (f"{GOOD}department: 教 育局\n", ["ANJ111"]),
    (f"{GOOD}department: 教育局局\n", ["ANJ107/near"]),
    (f"{GOOD}department: 统计处\n", ["ANJ107"]),
    (f'{GOOD}department: "教育局\u200b"\n', ["ANJ108"]),
    # choices
    (f"{GOOD}scope: reported\nsample: true\n", []),
    (f"{GOOD}scope:\nsample: ~\n", []),
    (f"{GOOD}scope: some\n", ["ANJ109"]),
    (f"{GOOD}sample: yes\n", ["ANJ109"]),
    # explanations
    (f"{GOOD}explanations:\n", []),
    (f"{GOOD}explanations: []\n", []),
    (f"{GOOD}explanations: 属实\n", ["ANJ104/list"]),
    (f"{GOOD}explanations: {{code: ANJ205}}\n", ["ANJ104/list"]),
    (f"{GOOD}explanations: [属实]\n", ["ANJ104/list", *["ANJ103"] * 3]),
    (f"{GOOD}explanations: [{{code: ANJ205, indicator: share, value: 78.5, reason: 甲}}]\n", []),
    (f"{GOOD}说明: [{{代码: ANJ205, 指标: 覆盖率, 完成值: 78.5, 理由: 甲}}]\n", []),
    (f"{GOOD}explanations: [{{indicator: share, value: 78.5, reason: 甲}}]\n", ["ANJ103"]),
    (f"{GOOD}explanations: [{{code: ANJ205, value: 78.5, reason: 甲}}]\n", ["ANJ103"]),
    (f"{GOOD}explanations: [{{code: ANJ205, indicator: share, reason: 甲}}]\n", ["ANJ103"]),
    (f"{GOOD}explanations: [{{code: ANJ205, indicator: shar, value: 78.5, reason: 甲}}]\n", ["ANJ105/near"]),
    (f"{GOOD}explanations: [{{code: ANJ205, indicator: share, value: 78.5, reasn: 甲}}]\n", ["ANJ102/near"]),
    (f"{GOOD}explanations: [{{code: ANJ205, indicator: share, value: [1], reason: 甲}}]\n", ["ANJ104/text", "ANJ103"]),
    # revisions
    (f"{GOOD}revisions:\n", []),
    (f"{GOOD}revisions: 无\n", ["ANJ104/list"]),
    (f"{GOOD}revisions: [{{indicator: share, year: 2018, was: 61, value: 60, reason: 甲}}]\n", []),
    (f"{GOOD}revisions: [{{indicator: shar, year: 2018, was: 61, value: 60, reason: 甲}}]\n", ["ANJ105/near"]),
    (f"{GOOD}revisions: [{{indicator: share, year: 18, was: 61, value: 60, reason: 甲}}]\n", ["ANJ106/form"]),
    (
        f"{GOOD}revisions: [{{indicator: share, yeer: 2018, was: 61, value: 60}}]\n",
        ["ANJ102/near", "ANJ103/revision", "ANJ103/revision"],
    ),
    (f"{GOOD}revisions: [{{indicator: share, yeer: 2018, reason: 复核}}]\n", ["ANJ102/near", *["ANJ103/revision"] * 3]),
    (f"{GOOD}revisions: [3]\n", ["ANJ104/list"]),
    (f"{GOOD}revisions: [{{}}]\n", ["ANJ103/revision"] * 5),
    ("year: 2019\nfigures: 份额：78.5\n", ["ANJ104/colon"]),
    # form
    ("year: 2019\nfigures: {share: &a 78.5, beds: *a}\n", ["ANJ010/anchor", "ANJ010/alias"]),
    ("year: 2019\nfigures: {beds: {value: *a}}\n", ["ANJ010/alias"]),
    ("year: 2019\nfigures: {<<: {share: 1}}\n", ["ANJ010/merge"]),
    ("year: 2019\nfigures: {share: !!int 78}\n", ["ANJ010/tag"]),
    (f"{GOOD}---\n{GOOD}", ["ANJ011"]),
    ("figures: {share: 1}\nregion: [甲区\n", ["ANJ004/bracket"]),
    ("a: [1\n", ["ANJ004/bracket"]),
    (f"{GOOD}  x: [\n", ["ANJ004/indent"]),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_what_is_found_in_a_report(text: str, expected: list[str]) -> None:
    """Every fault of names and shape is told once, and nothing else is."""
    assert expected == codes(text)


def test_all_faults_in_one_pass() -> None:
    """One fault never hides another."""
    text = "year: 19\nregion: 甲区城\ndepartment: 统计处\nscope: x\nzzzz: 1\nfigures: {shar: 1, share: [1]}\n"
    expected = ["ANJ102", "ANJ104/list", "ANJ105/near", "ANJ114", "ANJ106/form", "ANJ107", "ANJ109"]
    assert sorted(expected) == sorted(codes(text))


def test_what_a_report_says() -> None:
    """Every key arrives under its English name, texts as they were written."""
    one = said(
        "地区: 甲城区\n年度: 2019年\n部门: 教体局\n范围: reported\n示例: 是\n填表人: 张三\n填报日期: 2020年1月\n"
        "填报数:\n  覆盖率: {完成值: 78.50, 分子: 785, 分母: 1000, 上年数: 62, 计量单位: '%', 来源: 年报, 备注: 甲}\n"
    )
    figure = one.figures["share"]
    assert ("a.yaml", "甲区", 2019, "教育局", "reported", True) == one[:6]
    assert ("张三", "2020年1月", "") == (one.prepared_by, one.date, one.broken)
    amounts = [q and q.amount for q in (figure.value, figure.numerator, figure.denominator, figure.previous)]
    assert [Decimal("78.50"), Decimal(785), Decimal(1000), Decimal(62)] == amounts
    assert ("%", "年报", "甲") == (figure.unit, figure.source, figure.note)
    assert Place("a.yaml", ("figures", "share", "note"), Span(9, 72, 9, 73)) == figure.at("note")
    assert Place("a.yaml", ("figures", "share", "unknown"), Span(9, 8, 9, 9)) == figure.at("unknown")


def test_what_is_left_out() -> None:
    """Without a region it is the catalogue's, without a department everything is expected."""
    one = said(GOOD)
    assert ("甲区", None, "all", False, None) == (one.region, one.department, one.scope, one.sample, one.date)
    assert (None,) * 6 == one.figures["share"][2:8]


#: A key, its text, the field and what it is taken for.
DOUBTFUL = [
    ("region: 甲区城", "region", None),
    ('region: "甲\u200b区"', "region", None),
    ('region: " 乙县 "', "region", "乙县"),
    ("department: 统计处", "department", None),
    ("scope: x", "scope", "all"),
    ("sample: yes", "sample", False),
]


@pytest.mark.parametrize(("line", "field", "expected"), DOUBTFUL)
def test_what_is_in_doubt_is_not_taken(line: str, field: str, expected: object) -> None:
    """A near miss is never accepted: an error leaves the field as if nothing stood there."""
    assert expected == getattr(said(GOOD + line + "\n"), field)


@pytest.mark.parametrize("year", ["2007", "2026", "19", "", "2019-2020"])
def test_a_year_in_doubt_is_none(year: str) -> None:
    """A report whose year is not believed has none."""
    assert said(f"year: {year}\n{FIGURE}").year is None


#: Texts after which not everything in the file may be believed.
BROKEN = [
    (GOOD, True),
    (f"{GOOD}zzzz: 1\n", True),
    ("year: 2019\nfigures: {share: 1, share: 1}\n", True),
    ("year: 2019\nyear: 2019\n" + FIGURE, False),
    ("year: 2019\nfigures: {share: 1}\nfigures: {beds: 1}\n", False),
    ("year: 2019\nfigures: {share: &a 78.5}\n", False),
    (f"{GOOD}---\n{GOOD}", False),
    (f"{GOOD}  x: [\n", False),
    ("year: 2019\nfigures: {? [a] : 1, share: 1}\n", False),
]


@pytest.mark.parametrize(("text", "whole"), BROKEN)
def test_whether_a_report_is_whole(text: str, whole: bool) -> None:
    """What could not be read to its end, or has a key of its top twice, is not whole."""
    assert whole == (not said(text).broken)


def test_a_note_on_the_encoding_leaves_it_whole() -> None:
    """A report read as GB18030 is as good as any."""
    file = load("年度: 2019\n填报数: {覆盖率: 78.5}\n".encode("gb18030"))
    assert (["ANJ007"], True) == ([finding.code for finding in file.diagnostics], not file.submissions[0].broken)


@pytest.mark.parametrize("text", ["[78.5]", "{value: [78.5]}", "{value: {a: 1}}", "*a"])
def test_a_misshapen_figure_is_not_blank(text: str) -> None:
    """A figure that is there and can't be read is not called blank."""
    one = load(f"year: 2019\nfigures: {{beds: &a 5, share: {text}}}\n").submissions[0]
    assert Missing("misshapen") == one.figures["share"].value.reading


def test_an_error_of_a_spreadsheet_is_refused_by_its_name() -> None:
    """What YAML takes for a comment behind a figure is the error that stood in the cell; behind a part it is blank."""
    figures = said("year: 2019\nfigures:\n  share: #DIV/0!\n  beds: {note: 甲}\n  level: # 甲\n").figures
    assert [Quantity("#DIV/0!", Refused("error_value")), *[Quantity("", Missing("blank"))] * 2] == [
        figures[id_].value for id_ in ("share", "beds", "level")
    ]


@pytest.mark.parametrize("text", ["", "~", "null", '""', '" "'])
def test_blank_parts_are_not_there(text: str) -> None:
    """A part with nothing behind its key is as good as left out."""
    figure = said(f"year: 2019\nfigures: {{share: {{value: 1, numerator: {text}, note: {text}}}}}\n").figures["share"]
    assert (None, None) == (figure.numerator, figure.note)


def test_parts_that_nobody_asked_for() -> None:
    """Where the catalogue has no parts, what is written is kept and not read."""
    figure = said("year: 2019\nfigures: {beds: {value: 1, numerator: 约5}}\n").figures["beds"]
    assert Quantity("约5", Missing("blank")) == figure.numerator


def test_explanations_are_read() -> None:
    """An explanation names its code, indicator, value and reason."""
    (one,) = said(
        f"{GOOD}explanations: [{{code: ' ANJ205 ', indicator: 覆盖率, value: 78.50, reason: ' 属实 '}}]\n"
    ).explanations
    assert ("ANJ205", "share", Decimal("78.50"), "属实") == (one.code, one.indicator, one.value.amount, one.reason)
    assert Place("a.yaml", ("explanations", 0), Span(3, 16, 3, 17)) == one.place


@pytest.mark.parametrize(
    "text",
    [
        "indicator: share, value: 1, reason: 甲",
        "code: ANJ205, indicator: share, reason: 甲",
        "code: ANJ205, indicator: beds, value: 1, reason: 甲, 理由: 乙",
        "code: ANJ205, indicator: share, value: 1, 完成值: 2, reason: 甲",
        "code: ANJ205, indicator: share, value: 1, reason: [甲]",
    ],
)
def test_a_faulty_explanation_explains_nothing(text: str) -> None:
    """Of two reasons or values none is picked; what is lacking is not guessed."""
    assert () == said(f"{GOOD}explanations: [{{{text}}}]\n").explanations


def test_revisions_are_read() -> None:
    """A revision names its indicator and year, what was and what is."""
    (one,) = said(f"{GOOD}revisions: [{{indicator: share, year: 2018, was: 61, value: 60.0, reason: 甲}}]\n").revisions
    assert ("share", 2018, Decimal(61), Decimal("60.0"), "甲") == (
        *one[:2],
        one.was.amount,
        one.value.amount,
        one.reason,
    )


def diagnostic(text: str, code: str) -> Diagnostic:
    """The one finding of a code."""
    (one,) = [finding for finding in load(text).diagnostics if finding.code == code]
    return one


def test_a_duplicate_shows_both_places() -> None:
    """The same figure once by id and once by name: both places, both values."""
    file = load("year: 2019\nfigures:\n  share: 78.5\n  beds: 1\n  覆盖率: {value: 79, numerator: 5}\n")
    (one,) = file.diagnostics
    assert {"key": "覆盖率", "first": "share", "line": "3"} == one.arguments
    assert [("first", "78.5", 3), ("second", "value: 79, numerator: 5", 5)] == [
        (related.role, related.written, related.place.span.line) for related in one.related if related.place.span
    ]


def test_the_first_of_two_is_kept_and_not_more() -> None:
    """What stands twice is an error; the second value is never taken in the first one's place."""
    figure = said("year: 2019\nfigures: {share: 78.5, share: 79}\n").figures["share"]
    assert Decimal("78.5") == figure.value.amount


def test_did_you_mean() -> None:
    """A near miss names what may have been meant, as it is written."""
    texts = ("year: 2019\nfigures: {shar: 1}\n", "year: 2019\nfigures: {床位: 1}\n")
    assert ["share", "床位数"] == [diagnostic(text, "ANJ105").arguments["near"] for text in texts]


def test_only_so_many_guesses() -> None:
    """A file full of unknown names is another file: nobody is asked what each may have meant."""
    lines = "".join(f"  shar{number}: 1\n" for number in range(MOST_GUESSES + 1))
    kinds = [finding.kind for finding in load(f"year: 2019\nfigures:\n{lines}").diagnostics]
    assert (["near"] * MOST_GUESSES, "") == (kinds[:-1], kinds[-1])


def test_long_texts_are_clipped() -> None:
    """A finding quotes a line's worth of what was written."""
    one = diagnostic(f"year: {'9' * 500}\n{FIGURE}", "ANJ106")
    assert (80, 80) == (len(one.written or ""), len(one.arguments["year"]))


KNOWN = [
    ("year: 2019", True), ("年度: 2019", True), ("{年度: 2019}", True), ('"figures": {}', True),
    ("a:\n  分子: 1", True), ("share率: 1", True), ("nonsense: 1", False), ("the year 2019", False),
    ("myyear: 1", False), ("", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), KNOWN)
def test_a_key_of_ours(text: str, expected: bool) -> None:
    """A text with one of a report's keys or an indicator's name is ours, whatever bytes it came from."""
    assert expected == has_known_key(text, CATALOGUE)


SHARE_OF, LEVEL = CATALOGUE.indicators["share"], CATALOGUE.indicators["level"]

READ: list[tuple[Quantity, object]] = [
    (read_value("甲等", LEVEL), (Grade(1), Decimal(1))),
    (read_value("丙等", LEVEL), (Grade(None), None)),
    (read_value("待报", LEVEL), (Missing("pending"), None)),
    (read_value("约80", SHARE_OF), (Refused("words"), None)),
    (read_value("80元", SHARE_OF), (Other("元"), None)),
    (read_amount("5万所", "人", ()), (Other("万所"), None)),
    (read_amount("5亿所", "人", ()), (Other("亿所"), None)),
    (read_value("Withheld ", SHARE_OF), (Missing("withheld"), None)),
    (read_value("\uff0e", SHARE_OF), (Refused("not_a_number"), None)),
]


@pytest.mark.parametrize(("quantity", "expected"), READ)
def test_a_text_is_read_as_what_it_is(quantity: Quantity, expected: object) -> None:
    """A grade, a word for what is missing, another unit, or no number: nothing falls through."""
    assert expected == (quantity.reading, quantity.amount)


WORDS: list[tuple[str, Missing | None]] = [
    ("", Missing("blank")), (" ~ ", Missing("blank")), ("NULL", Missing("blank")), ("待报", Missing("pending")),
    ("Pending", Missing("pending")), ("不适用", Missing("not_applicable")), ("涉密", Missing("withheld")),
    ("无", Missing("vague")), ("-", Missing("vague")), ("——", Missing("vague")), ("n/a", Missing("vague")),
    ("N/A", Missing("vague")), ("0", None), ("零", None), ("待报2", None), ("待\u200b报", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_for_what_is_missing(text: str, expected: Missing | None) -> None:
    """Each word means one of the five; what is near one of them is none."""
    assert expected == read_missing(text)


NOTHING = [
    *[(text, True) for text in ("", "  ", "~", "无", "无。", "—", "…", "N/A", "\u200b", "null", "?", "暂无", " 没有 ")],
    *[(text, True) for text in ("#N/A", " #DIV/0! ", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "########")],
    *[(text, False) for text in ("0", "#3机组停用", "无此类人员", "属实", "x线设备更新", "不适用")],
]


@pytest.mark.parametrize(("text", "expected"), NOTHING)
def test_a_reason_that_says_nothing(text: str, expected: bool) -> None:
    """A word for nothing, or characters that nobody sees, are no reason."""
    assert expected == says_nothing(text)


_TEXTS = st.sampled_from(
    [
        "year",
        "年度",
        "figures",
        "share",
        "覆盖率",
        "value",
        "2019",
        "78.5",
        "explanations",
        "region",
        "*a",
        "&a",
        "<<",
        "~",
    ]
)
_VALUES: st.SearchStrategy[Any] = st.recursive(
    _TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXTS, inner, max_size=4), max_leaves=12
)


def flow(value: Any) -> str:
    """A value as YAML in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]" if isinstance(value, list) else str(value)


@given(_VALUES)
def test_nothing_crashes_and_nothing_is_silent(value: Any) -> None:
    """Whatever stands in a file, it gives a report or says why not."""
    file = load(flow(value))
    assert bool(file.submissions) or bool(file.diagnostics)
