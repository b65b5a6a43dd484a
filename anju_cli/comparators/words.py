"""What plans and people say for each comparator: for a near miss in a catalogue, and for `anju explain`."""

from collections.abc import Mapping

#: What plans say.
GOAL_WORDS: Mapping[str, tuple[str, ...]] = {
    "at_least": ("以上", "不低于", "不少于", "不小于", "至少", "达到", "≥"),
    "at_most": ("以下", "以内", "不超过", "不高于", "不多于", "不大于", "至多", "≤"),
    "greater_than": ("超过", "大于", "高于", "多于", ">"),
    "less_than": ("低于", "小于", "不满", "少于", "<"),
    "exactly": ("等于", "恰好", "正好", "="),
    "between": ("之间", "区间"),
    "about": ("左右", "约", "大约", "上下"),
    "grade_at_least": ("等级", "级以上", "等级以上"),
    "complete": ("全部", "全覆盖", "所有", "应保尽保", "100%"),
    "not_below": ("不低于", "不低于另一指标"),
    "rises": ("逐年提高", "提高", "上升", "增加", "增长", "扩大", "高于上年", "不断提高"),
    "falls": ("逐年下降", "逐年降低", "下降", "降低", "减少", "低于上年"),
    "does_not_fall": ("只增不减", "不下降", "不降低", "不低于上年", "不减少", "稳定"),
}
#: What people write for a key besides: a near spelling may mean the opposite (not_less_than, less_than).
GOAL_SLIPS: Mapping[str, tuple[str, ...]] = {
    "at_least": ("min", "minimum", "gte", "ge", ">=", "not_less_than", "no less than", "not_lower_than", "下限"),
    "at_most": (
        *("max", "maximum", "lte", "le", "<=", "not_more_than", "no more than", "not_greater_than"),
        *("not_higher_than", "上限"),
    ),
    "greater_than": ("gt", "more_than", "above", "over", "larger_than"),
    "less_than": ("lt", "below", "under", "lower_than", "smaller_than"),
    "exactly": ("eq", "==", "equal", "equals", "equal_to", "exact", "value"),
    "between": ("range", "in_range", "from_to", "范围"),
    "about": ("around", "approx", "approximately"),
    "grade_at_least": ("grade", "级别"),
    "complete": ("all", "full", "whole", "universal", "full_coverage"),
    "not_below": ("not_under", "不低于指标"),
    "rises": ("rise", "up", "increase", "increases", "grow", "grows"),
    "falls": ("fall", "down", "decrease", "decreases", "decline", "declines", "drops"),
    "does_not_fall": ("not_fall", "not_decrease", "does_not_decrease", "stable", "保持"),
}


def goal_meanings() -> dict[str, tuple[str, ...]]:
    """Every word that may be meant as a comparator's key."""
    return {goal: (*words, *GOAL_SLIPS[goal]) for goal, words in GOAL_WORDS.items()}
