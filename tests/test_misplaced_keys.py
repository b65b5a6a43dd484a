"""Keys that nobody knows, or that stand where they do not belong: told what was meant, in the file's own language."""

import pytest

from anju_cli.diagnostics import Diagnostic
from anju_cli.outcome import Outcome, Status
from anju_cli.texts import texts
from tests.samples_of_code import Judging, codes, every_year, indicator, only, plan, target

PLAN = plan(
    share=indicator(target("at_least: 80"), more="range: [0, 100]"),
    deaths=indicator(every_year("falls: true"), unit="‰", more="range: [0, 100]"),
)
HEAD = "年度: 2019\n部门: 教育局\n"


def told(outcome: Outcome, code: str) -> Diagnostic:
    """The one finding of a code."""
    findings = [finding.diagnostic for finding in outcome.findings if finding.diagnostic.code == code]
    assert 1 == len(findings)
    return findings[0]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("年份", "年度"),
        ("县区", "地区"),
        ("填报单位", "部门"),
        ("数据", "填报数"),
        ("data", "figures"),
        ("填报人", "填表人"),
        ("填表者", "填表人"),
    ],
)
def test_a_key_of_a_report_by_its_meaning(judged: Judging, key: str, meant: str) -> None:
    """What people call it is told by our name, in the language of the unknown key; else what is near by spelling."""
    outcome = judged(PLAN, f"{HEAD}{key}: 甲\n填报数:\n  share: 80\n")
    assert ("near", meant) == (told(outcome, "ANJ102").kind, told(outcome, "ANJ102").arguments["near"])


@pytest.mark.parametrize(
    ("key", "meant"),
    [("数值", "完成值"), ("去年", "上年数"), ("单位", "计量单位"), ("last_year", "previous"), ("note1", "note")],
)
def test_a_key_of_a_figure_by_its_meaning(judged: Judging, key: str, meant: str) -> None:
    """Likewise within a figure; that it has no value is then no finding of its own."""
    outcome = judged(PLAN, f"{HEAD}填报数:\n  share: {{{key}: 80}}\n")
    assert ["ANJ102/near"] == codes(outcome)
    assert meant == told(outcome, "ANJ102").arguments["near"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("年度: 2019\n填报数:\n  share: {值班: 80}\n", "完成值 分子 分母 上年数 计量单位 来源 备注"),
        ("year: 2019\nfigures:\n  share: {xyz: 80}\n", "value numerator denominator previous unit source note"),
    ],
)
def test_where_none_is_near_the_keys_are_listed(judged: Judging, text: str, keys: str) -> None:
    """In the file's own language, whatever is spoken; nothing is advised to be deleted."""
    finding = told(judged(PLAN, text), "ANJ102")
    assert ("", keys) == (finding.kind, finding.arguments["keys"])
    assert keys in texts("zh").help(finding)
    assert keys in texts("en").help(finding)


MISPLACED = [
    # report keys and fields among the indicators
    ("填报数:\n  share: 80\n  部门: 教育局\n", ["ANJ105/top"], Status.MET),
    ("填报数:\n  share: 80\n  说明:\n    - {代码: ANJ205}\n", ["ANJ105/top"], Status.MET),
    ("填报数:\n  完成值: 81\n  share: 80\n", ["ANJ105/field"], Status.MET),
    ("填报数:\n  share:\n  完成值: 80\n  上年数: 79\n", ["ANJ105/field", "ANJ105/field"], Status.UNDETERMINED),
    # indicators and fields at the top, misspelt or not
    ("填报数:\nshare: 80\n", ["ANJ102/indent"], Status.UNDETERMINED),
    ("填报数:\nshere: 80\n", ["ANJ102/near_indicator"], Status.UNDETERMINED),
    ("填报数:\n  share: 80\n完成值: 81\n", ["ANJ102/field"], Status.UNDETERMINED),
    # within a figure
    ("填报数:\n  share: {完成值: 80, 年度: 2019}\n", ["ANJ102/top"], Status.UNDETERMINED),
    ("填报数:\n  share: {完成值: 80, deaths: 3}\n", ["ANJ102/beside"], Status.UNDETERMINED),
    # braces: a colon that is missing or none, and a comma within a text
    ("填报数:\n  share: {完成值 80}\n", ["ANJ102/no_colon"], Status.UNDETERMINED),
    ("填报数:\n  share: {完 成值 80}\n", ["ANJ102/no_colon"], Status.UNDETERMINED),
    ("填报数:\n  share: {完成值：80, 备注: 甲}\n", ["ANJ102/no_colon"], Status.UNDETERMINED),
    ("填报数:\n  share: {完成值: 80, 备注: 甲, 乙}\n", ["ANJ102/cut"], Status.UNDETERMINED),
    ("填报数: {share: 80, deaths：3}\n", ["ANJ105/no_colon"], Status.MET),
]


@pytest.mark.parametrize(("text", "expected", "status"), MISPLACED)
def test_a_key_of_ours_in_the_wrong_place(judged: Judging, text: str, expected: list[str], status: Status) -> None:
    """It is told where it belongs; a figure whose field it is, is not taken for one that was not reported."""
    outcome = judged(PLAN, HEAD.replace("2019", "2020") + text)
    assert expected == codes(outcome)
    assert status is only(outcome, "share/at_least").status


def test_a_misplaced_key_in_json(judged: Judging) -> None:
    """The same in JSON: the indicator belongs within the braces of the figures."""
    outcome = judged(PLAN, {"a.json": '{"年度": 2020, "填报数": {"share": {"完成值": 80, "年度": 2020}}, "deaths": 3}'})
    assert ["ANJ102/json_indent", "ANJ102/top"] == sorted(codes(outcome))


def test_a_report_of_indicators_alone(judged: Judging) -> None:
    """Nothing but indicators at the top is a report without its year, not some other file."""
    assert ["ANJ102/indent", "ANJ106/missing"] == sorted(codes(judged(PLAN, "share: 80\n")))


def test_a_key_that_is_meant_is_not_missing_too(judged: Judging) -> None:
    """年份 for 年度 is told once, not as a missing year too; nor the figures under 数据, which nobody left out."""
    assert ["ANJ102/near"] == codes(judged(PLAN, "年份: 2019\n填报数:\n  share: 80\n"))
    outcome = judged(PLAN, "年度: 2019\n数据:\n  share: 80\n")
    assert ["ANJ102/near"] == codes(outcome)
    assert Status.UNDETERMINED is only(outcome, "share/at_least").status


MISNAMED = [
    ("填报数据:\n  share: 780\n  shere: 5\n", ["ANJ102/near", "ANJ105/near", "ANJ204/high"]),
    ("data:\n  share: 约80\n", ["ANJ102/near", "ANJ201/words"]),
    # what is no table, or may mean something else, is not read
    ("数据: 80\n", ["ANJ102/near"]),
    ("填报数据:\n  share: 780\n数据:\n  share: 80\n", ["ANJ102/near", "ANJ102/near"]),
    ("填报数据:\n  share: 780\n填报数:\n  share: 80\n", ["ANJ102/near"]),
]


@pytest.mark.parametrize(("text", "expected"), MISNAMED)
def test_faults_under_a_misnamed_key_show_at_once(judged: Judging, text: str, expected: list[str]) -> None:
    """What stands under 填报数据 in place of 填报数 is searched for faults, and judged by nothing."""
    outcome = judged(PLAN, HEAD.replace("2019", "2020") + text)
    assert expected == sorted(codes(outcome))
    assert Status.UNDETERMINED is only(outcome, "share/at_least").status


def test_choices_in_the_files_own_language(judged: Judging) -> None:
    """A Chinese key lists its Chinese choices, an English one the English."""
    assert (
        "所报 / 全部" == told(judged(PLAN, f"{HEAD}范围: 部分\n填报数:\n  share: 80\n"), "ANJ109").arguments["choices"]
    )
    english = "year: 2019\nscope: some\nfigures:\n  share: 80\n"
    assert "reported / all" == told(judged(PLAN, english), "ANJ109").arguments["choices"]


@pytest.mark.parametrize(("key", "shown"), [("share率", "share率"), ("share", "share")])
def test_a_comparison_taken_for_lines(judged: Judging, key: str, shown: str) -> None:
    """`>5` begins a text over several lines in YAML: told as what it was meant to be, by the name in the file."""
    finding = told(judged(PLAN, f"{HEAD}填报数:\n  {key}: >5\n"), "ANJ112")
    assert ("comparison", shown, ">5") == (finding.kind, finding.arguments["key"], finding.arguments["written"])


def test_an_error_of_a_sheet_in_any_field(judged: Judging) -> None:
    """`#N/A` behind 上年数 is no remark either."""
    outcome = judged(PLAN, f"{HEAD}填报数:\n  share:\n    完成值: 80\n    上年数: #N/A\n")
    assert ["ANJ201/error_value"] == codes(outcome)


@pytest.mark.parametrize(("date", "expected"), [("2019-12-31", ["ANJ004/json_word"]), ('"2019-12-31"', [])])
def test_json_that_is_none(judged: Judging, date: str, expected: list[str]) -> None:
    """A bare date or 0x1F is no JSON: told, and nothing of the file is judged."""
    outcome = judged(PLAN, {"a.json": f'{{"year": 2020, "date": {date}, "figures": {{"share": 80}}}}'})
    assert expected == codes(outcome)
    assert (Status.UNDETERMINED if expected else Status.MET) is only(outcome, "share/at_least").status


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("-", "ANJ004/json_no_figure"),
        ("*", "ANJ004/json_no_figure"),
        (">=78", "ANJ004/json_comparison"),
        ("约80", "ANJ004/json_word"),
        ("0x1F", "ANJ201/radix"),
        ("4，300", "ANJ104/comma"),
    ],
)
def test_no_figure_in_json(judged: Judging, value: str, expected: str) -> None:
    """What sheets hold for no figure has its own sentence: quotes around it would not make it one."""
    assert [expected] == codes(judged(PLAN, {"a.json": f'{{"year": 2020, "figures": {{"share": {value}}}}}'}))
