"""What plans and people say for each comparator: for a near miss in a catalogue, and for `anju explain`."""

from collections.abc import Mapping

GOAL_WORDS: Mapping[str, tuple[str, ...]] = {
    "at_least": ("以上", "不低于", "不少于", "至少", "达到", "≥", "minimum", "min", "not_less_than"),
    "at_most": ("以下", "以内", "不超过", "不高于", "不多于", "至多", "≤", "maximum", "max", "not_more_than", "within"),
    "greater_than": ("超过", "大于", "高于", "多于", ">", "more_than", "above"),
    "less_than": ("低于", "小于", "不满", "少于", "<", "below", "under"),
    "exactly": ("等于", "恰好", "=", "equals", "equal_to"),
    "between": ("之间", "区间", "range_of"),
    "about": ("左右", "约", "上下", "around", "approximately"),
    "grade_at_least": ("等级", "级以上", "等级以上", "grade"),
    "complete": ("全部", "全覆盖", "所有", "100%", "all", "full_coverage"),
    "not_below": ("不低于", "不低于另一指标"),
    "rises": ("逐年提高", "提高", "上升", "高于上年", "不断提高", "increases", "increase", "grows"),
    "falls": ("逐年下降", "下降", "降低", "低于上年", "decreases", "decrease", "drops"),
    "does_not_fall": ("只增不减", "不下降", "不低于上年", "不减少", "does_not_decrease"),
}
