"""What the columns of a return are called: the literal table of heads, and what each of them is."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from anju_cli.names import fold

#: Columns that are read: the key that each stands for, and every way to write its head, folded.
COLUMN_WORDS: dict[str, str] = {
    "indicator": "指标名称 指标 名称 填报指标 考核指标 指标项 主要指标 项目 项目名称 indicator indicatorname name",
    "id": "指标编号 编号 代码 指标代码 编码 指标编码 code id indicatorid",
    "value": "完成值 本年完成值 本年完成 本年完成数 本年完成情况 完成数 完成数值 完成情况 实际完成 实际完成值 "
    "实际完成数 "
    "实际完成情况 完成 实际 实际值 实际数 实绩 本年数 本年值 本年实际 本年实绩 本年情况 本年 当年 当年值 当年数 "
    "当年完成 当年完成值 "
    "当年情况 本期数 本期值 填报数 填报值 数值 年末数 年末值 全年数 全年完成值 value actual figure result actualvalue",
    "numerator": "分子 分子值 分子数 numerator",
    "denominator": "分母 分母值 分母数 denominator",
    "previous": "上年数 上年 上年值 上年完成 上年完成值 上年完成数 上年完成情况 上年实际 上年实际值 上年实绩 上年情况 "
    "上年度 上年末数 去年 去年数 去年值 去年完成值 previous previousyear lastyear",
    "unit": "计量单位 单位 度量单位 数值单位 计量 unit units",
    "source": "来源 数据来源 资料来源 出处 source datasource",
    "note": "备注 备注说明 说明 情况说明 note notes remark remarks comment comments",
    "region": "地区 地区名称 填报地区 所属地区 乡镇街道 乡镇 镇街 街道 县区 区县 县市区 市县区 市县 市州 行政区划 "
    "行政区 区域 "
    "region district county area",
    "year": "年度 年份 年 填报年度 填报年份 统计年度 所属年度 报告年度 year",
    "department": "部门 填报部门 填报单位 填表单位 报送单位 报送部门 部门名称 单位名称 department reportingunit",
    "scope": "范围 填报范围 报送范围 scope",
    "sample": "示例 sample",
    "reason": "理由 原因 核实理由 修订理由 reason",
    "was": "原数 原值 原填数 was",
    "now": "现数 现值 新数 新值 更正数",
}
#: Columns of the customary table, and of a template, that are for reading only: passed over, and nothing is said.
PASSED_WORDS = (
    "序号 编次 no # 指标属性 指标性质 指标类型 指标类别 指标值 类别 分类 领域 服务领域 一级指标 二级指标 属性 "
    "牵头部门 牵头单位 责任部门 责任单位 主管部门 配合部门 配合单位 参与部门 基期值 基期 基期年 目标值 目标 目标数 "
    "年度目标 年度目标值 目标任务 年度任务 计划 计划数 计划值 目标年 规划目标 预期值 完成率 完成比例 完成度 完成进度 "
    "完成百分比 差距 差值 序时进度 状态 进度 是否达标 达标情况 存在问题 问题 下一步措施 下步措施 下一步工作 整改措施 "
    "措施 统计口径 口径 指标解释 指标说明 指标定义 填报说明 定义 计算方法 计算公式 条款 原文 依据 文件依据 评分 得分 "
    "分值 权重 增幅 增长 增长率 同比 同比增长 比上年增减 较上年增减 增减 联系人 联系电话 电话 填表人 填报人 审核人 "
    "填报日期 填表日期 可能范围 取值范围 number attribute lead leads partners baseline target goal attainment gap "
    "pace status problems measures definition clause quote basis whatiscounted range contact"
)
#: What stands behind a year and names its value: `2019年`, `2019年末`, `2019年实绩`.
_YEAR_ENDS = frozenset("年 年度 年末 年底 年数 年值 年全年 年末数 年度数 年度值".split())  # noqa: SIM905 - words
_YEAR = re.compile(r"((?:19|20)\d\d)(?!\d)(.*)", re.ASCII | re.DOTALL)
_BRACKETS = re.compile(r"(.+?)\(([^()]*)\)", re.DOTALL)
#: What a unit in brackets behind a head looks like; other brackets hold remarks.
_UNIT = re.compile(
    r"[%‰]|1?/1?0*[^\d\s]\S{0,6}|[^\d\s/]{1,6}/\S{1,8}"
    r"|(?:人民币)?[十百千万亿]{0,2}(?:元|人|户|所|个|家|张|件|套|项|处|次|名|公里|亩|吨|平方米|公顷|岁|年|分|级|人次)"
)
#: Remarks in brackets behind a head that do not make another number of it, as 上半年 and 预计 do, nor another unit.
_HARMLESS = re.compile(
    r"必填项?|选填项?|可选|如有(?:请填)?|[请只须]?填?写?(?:阿拉伯)?(?:数字|数值|整数|小数)|请?填|按实际?填[写报]?"
    r"|(?:保留)?[一二两三四\d]?位?小数(?:[一二两三四\d]位)?|单位见.{1,6}|(?:年末|年底|期末|全年|本年|当年|实际)[数值]?"
    r"|required|optional"
)
_REMARK_ENDS = re.compile(r"[,、;。]|\s+")
_UNIT_LABEL = re.compile("(?:计量|金额)?单位:?")
#: A longer text is no head.
_LONGEST = 40
#: A misspelled head is this long at least: of two characters, one in common says nothing.
_SHORTEST_SLIP, _LONGEST_SLIP = 3, 12

#: The columns that hold numbers of a figure.
NUMBERS = ("value", "numerator", "denominator", "previous")
#: The columns by which rows belong to one report or another.
GROUPS = ("region", "year", "department", "scope", "sample")


class Column(NamedTuple):
    """What a head names: a key, or `passed`; the year and the unit that stand with it (`2019年完成值(%)`).

    `meant` is the word that a misspelled head most likely stands for; `bare` is a year that nothing says more of.
    """

    key: str
    year: str = ""
    unit: str = ""
    meant: str = ""
    bare: bool = False


@cache
def _keys() -> dict[str, str]:
    """The key of each word."""
    words = {word: key for key, texts in COLUMN_WORDS.items() for word in texts.split()}
    return dict.fromkeys(PASSED_WORDS.split(), "passed") | words


def folded(text: str) -> str:
    """A head without line breaks, spaces, punctuation and the star of what must be filled in."""
    return fold("".join(text.split()).strip("*＊★:：#"))


@lru_cache(maxsize=8192)
def column_named(text: str) -> Column | None:
    """What a head names; `None` where it is none of ours."""
    if len(text) > _LONGEST:
        return None
    whole = _named(folded(text) or text.strip())
    if whole is not None:
        return whole
    bare = unicodedata.normalize("NFKC", "".join(text.split()))
    parts = _BRACKETS.fullmatch(bare)
    column = _named(folded(parts[1])) if parts else None
    if parts is None or column is None:
        return None
    year = _YEAR.fullmatch(parts[2])
    if year and column.key in NUMBERS and not column.year and year[2] in {"", *_YEAR_ENDS}:
        return column._replace(year=year[1])
    unit = unit_of(parts[2])
    if unit:
        return column._replace(unit=unit)
    return column if column.key not in NUMBERS or is_harmless(parts[2]) else None


def is_harmless(text: str) -> bool:
    """Whether a remark at a head changes nothing of the numbers below it."""
    bare = unicodedata.normalize("NFKC", text).strip("()")
    return all(map(_HARMLESS.fullmatch, _REMARK_ENDS.split(bare)))


def unit_of(text: str) -> str:
    """The unit that a text says, behind its label or between remarks; all of it where it says several."""
    bare = _UNIT_LABEL.sub("", text, count=1).strip() if _UNIT_LABEL.match(text) else text
    if is_unit(bare):
        return bare
    parts = [part.strip() for part in _REMARK_ENDS.split(unicodedata.normalize("NFKC", bare))]
    units = [part for part in parts if is_unit(part)]
    is_one = len(units) == 1 and all(part in units or _HARMLESS.fullmatch(part) for part in parts)
    return (units[0] if is_one else bare) if units else ""


def _named(word: str) -> Column | None:
    """What a folded head without brackets names."""
    key = _keys().get(word)
    if key is not None:
        return Column(key)
    year = _YEAR.fullmatch(word)
    if year is None:
        return None
    behind = year[2]
    if not behind or behind in _YEAR_ENDS:
        return Column("value", year[1], bare=True)
    key = _keys().get(re.sub("^年度?(?=.)", "", behind)) or _keys().get(behind)
    if key is None:
        return None
    return Column(key, year[1]) if key in NUMBERS else Column(key if key in {"unit", "source", "note"} else "passed")


def is_unit(text: str) -> bool:
    """Whether a text looks like a unit of measure."""
    return len(text) <= _LONGEST_SLIP and _UNIT.fullmatch(unicodedata.normalize("NFKC", text)) is not None


def is_measure(text: str) -> bool:
    """Whether a text is a unit that nobody takes for anything else."""
    return is_unit(text) and unicodedata.normalize("NFKC", text)[-1] in "元%‰"


@lru_cache(maxsize=2048)
def misspelled_column(text: str) -> Column | None:
    """The column that a head most likely means which is none by one slip."""
    word = folded(text)
    if not _SHORTEST_SLIP <= len(word) <= _LONGEST_SLIP or word.isdecimal():
        return None
    keys = _keys()
    close = (name for name in keys if keys[name] != "passed" and _is_one_slip(word, name))
    meant = next(close, None)
    return None if meant is None else Column(keys[meant], meant=meant)


def _is_one_slip(left: str, right: str) -> bool:
    """Whether two words differ by one character, more or less or another, or by two that are swapped."""
    if abs(len(left) - len(right)) > 1 or len(right) < _SHORTEST_SLIP:
        return False
    if len(left) == len(right):
        differing = [index for index, pair in enumerate(zip(left, right, strict=True)) if pair[0] != pair[1]]
        return len(differing) == 1 or (len(differing) == 2 and sorted(left) == sorted(right))  # noqa: PLR2004 - swapped
    short, long = sorted((left, right), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def looked_for() -> Iterable[str]:
    """The names by which a head is known, one a column, for those who have none."""
    return (COLUMN_WORDS[key].split()[0] for key in ("indicator", *NUMBERS, "unit", "source", "note"))
