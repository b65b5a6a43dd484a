"""The keys of a catalogue level by level, and what people call them: for "did you mean", and for `anju explain`."""

from collections.abc import Mapping

from anju_cli.comparators.words import goal_meanings
from anju_cli.names import Names
from anju_cli.places import Route

_BOTH = {"zh": ("中文",), "en": ("英文", "english")}
KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "catalogue": {
        "catalogue": ("规划", "plan"),
        "areas": ("领域", "服务领域"),
        "departments": ("部门名录",),
        "indicators": ("指标列表",),
        "exempt": ("除外", "不是目标的数"),
    },
    "head": {
        "title": ("规划名称", "标题"),
        "document": ("文号",),
        "issued": ("印发日期", "发布日期"),
        "region": ("规划地区",),
        "period": ("规划期",),
        "years": ("年度范围", "可填年度"),
    },
    "region": {"name": ("地区名称",), "aliases": ("地区别名",), "others": ("其他地区",)},
    "department": {"en": ("英文名",), "aliases": ("部门别名", "简称")},
    "words": _BOTH,
    "indicator": {
        "name": ("指标名称", "名称"),
        "aliases": ("别名",),
        "definition": ("口径", "定义", "指标解释"),
        "unit": ("单位",),
        "unit_en": ("英文单位",),
        "unit_forms": ("单位写法",),
        "comparable": ("可比",),
        "range": ("可能范围", "取值范围"),
        "whole": ("整数", "integer"),
        "per": ("系数", "倍数"),
        "numerator": ("分子口径",),
        "denominator": ("分母口径",),
        "max_change": ("年度变动", "变动上限"),
        "kind": ("计数方式",),
        "grades": ("等级列表",),
        "targets": ("目标", "goals"),
    },
    "part": {"name": ("名称",), "unit": ("单位",), "unit_en": ("英文单位",), "unit_forms": ("单位写法",)},
    "target": {
        "by": ("目标年", "due", "deadline"),
        "every_year": ("每年", "annual"),
        "area": ("所属领域",),
        "basis": ("类别", "目标类别"),
        "clause": ("条款",),
        "quote": ("原文",),
        "lead": ("牵头部门", "牵头单位", "责任单位", "牵头"),
        "partners": ("配合部门", "配合单位", "配合"),
        "aspirational": ("力争", "原则上"),
        "lead_assigned": ("本目录所定",),
        "baseline": ("基期", "基数"),
        "milestones": ("阶段目标", "节点"),
        "pace": ("序时", "序时进度"),
        "editorial": ("编者说明",),
    },
    "baseline": {"year": ("基期年度",), "value": ("基期值", "基期数"), "source": ("出处",)},
    "exempt": {"text": ("文字",), "clause": ("条款",), "reason": ("缘由",)},
}
#: The level below a key, wherever that stands.
_BELOW = {
    "region": "region",
    "numerator": "part",
    "denominator": "part",
    "baseline": "baseline",
    "targets": "target",
    "exempt": "exempt",
    "indicators": "indicator",
    "departments": "department",
    "areas": "words",
}
_WORDS = frozenset({"name", "definition", "editorial", "reason"})

#: How a key is written whose value is no single text.
FORMS: Mapping[str, str] = {
    "catalogue": "{title: …, document: …, region: {name: …}, period: [2018, 2020]}",
    "areas": "{education: {zh: 教育, en: Education}}",
    "departments": "{区教育局: {en: Education Bureau, aliases: [教育局]}}",
    "indicators": "{kindergarten_coverage: {name: …, unit: …, targets: […]}}",
    "exempt": "[{text: …, clause: …, reason: …}]",
    "region": "{name: 甲区, aliases: [甲城区]}",
    "period": "[2018, 2020]",
    "years": "[2008, 2025]",
    "aliases": "[甲, 乙]",
    "others": "[甲城区]",
    "name": "{zh: 甲, en: A}",
    "definition": "{zh: 甲, en: A}",
    "editorial": "{zh: 甲, en: A}",
    "reason": "{zh: 甲, en: A}",
    "range": "[0, 100]",
    "unit_forms": '["/10万"]',
    "numerator": "{name: 床位, unit: 张}",
    "denominator": "{name: 老人, unit: 人}",
    "grades": "[丙级, 乙级, 甲级]",
    "targets": "[{at_least: 80, by: 2020, basis: number, clause: …, quote: …, lead: …}]",
    "partners": "[区财政局]",
    "baseline": "{year: 2017, value: 30.0}",
    "milestones": "{2019: 76}",
}


def names_at(route: Route) -> Names:
    """The keys that may stand where a route ends, by every name that people have for them."""
    level = _level(route[:-1])
    return Names({**KEYS[level], **(goal_meanings() if level == "target" else {})})


def _level(above: Route) -> str:
    """What stands beneath a route: named by its last key, or by the one above an id or a position."""
    if len(above) < 2:  # noqa: PLR2004 - a section
        return "catalogue" if not above else "head"
    last, table = above[-1], above[-2]
    if last in _WORDS:
        return "words"
    return _BELOW.get(str(last)) or _BELOW[str(table)]
