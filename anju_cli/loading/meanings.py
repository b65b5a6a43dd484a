"""What unknown keys mean, by the words that people use for ours; which keys there are, in a file's own language."""

from collections.abc import Mapping

from anju_cli.names import Names, fold
from anju_cli.submission import EXPLANATION_KEYS, FIGURE_KEYS, REPORT_KEYS, REVISION_KEYS

#: Keys as a level of a report has them: the English one, and how it is written in Chinese.
Keys = Mapping[str, tuple[str, ...]]

_REASONS = "原因 说明 解释 情况说明 why explanation"
_REPORT = {
    "region": "县区 区县 区域 行政区 行政区划 填报地区 所属地区 地域 area district county",
    "year": "年份 年 填报年度 填报年份 报告年度 所属年度 统计年度 统计年份 时间",
    "department": "单位 填报单位 填报部门 单位名称 部门名称 责任单位 责任部门 牵头单位 牵头部门 dept unit office",
    "scope": "填报范围 报送范围",
    "sample": "样例 演示 虚构 demo example",
    "prepared_by": "填报人 制表人 制表 经办人 联系人 author",
    "reviewed_by": "审核 复核 复核人 审签人 负责人 checked_by approved_by",
    "date": "日期 填表日期 填报时间 上报日期 报送日期",
    "figures": "数据 指标 指标数据 填报数据 填报值 数值 data indicators values",
    "explanations": "解释 情况说明 备注 notes remarks",
    "revisions": "更正 修正 改正 corrections",
}
_FIGURE = {
    "value": "数值 数 值 完成数 完成情况 完成数值 实际完成 实际值 实际数 本年 本年数 本年值 本期 本期数 当年 当年数 "
    "今年 指标值 数据 amount number actual figure result current",
    "numerator": "分子数 分子值",
    "denominator": "分母数 分母值 总数 总量 基数 total base",
    "previous": "去年 去年数 去年值 上年 上年值 上年完成 上年完成值 上年实际 上一年 上期 上期数 同期 上年同期 "
    "last_year prior before last",
    "unit": "单位 数值单位 units",
    "source": "数据来源 出处 资料来源 origin",
    "note": "注 注释 说明 备注说明 情况说明 remark remarks comment comments notes",
}
_EXPLANATION = {
    "code": "编码 代号 问题代码 编号",
    "indicator": "指标名称 名称 name",
    "value": "数值 填报数 完成数 值 amount figure",
    "reason": _REASONS,
}
_REVISION = {
    "indicator": "指标名称 名称 name",
    "year": "年份 年",
    "was": "原值 旧数 原来 原填数 old before",
    "value": "新数 新值 现值 改后 更正数 完成值 new",
    "reason": _REASONS,
}
#: The level of a report that stands under each key at its top; a report's own keys stand under none.
_LEVELS: dict[str, tuple[Keys, Mapping[str, str]]] = {
    "": (REPORT_KEYS, _REPORT),
    "figures": (FIGURE_KEYS, _FIGURE),
    "explanations": (EXPLANATION_KEYS, _EXPLANATION),
    "revisions": (REVISION_KEYS, _REVISION),
}


def keys_under(top: str) -> Keys:
    """The keys that a level of a report has."""
    return _LEVELS.get(top, _LEVELS["figures"])[0]


def near_keys(text: str, top: str) -> tuple[str, ...]:
    """What an unknown key may stand for, in its own language: by meaning, else by spelling."""
    keys, words = _LEVELS.get(top, _LEVELS["figures"])
    folded = fold(text)
    meant = tuple(key for key, texts in words.items() if folded in map(fold, texts.split()))
    if meant:
        return tuple(spelled(key, keys, chinese=not text.isascii()) for key in meant)
    return Names(keys).near(text)


def spelled(key: str, keys: Keys, *, chinese: bool) -> str:
    """A key as it is written in one of the languages."""
    return keys[key][0] if chinese else key
