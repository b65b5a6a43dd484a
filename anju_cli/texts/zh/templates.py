"""The words of the templates that `anju new` writes."""

TEMPLATE: dict[str, str] = {
    "title": "{plan}({document}) {year} 年度填报表",
    "department": "填报单位",
    "indicator": "指标名称",
    # columns that are there to be read, and are passed over
    "number": "序号",
    "definition": "统计口径",
    "goal": "目标",
    "clause": "条款",
    "lead": "牵头部门",
    # what stands in them
    "named": "{name}: {definition}",
    "parts": "分子: {numerator}({numerator_unit}); 分母: {denominator}({denominator_unit})。",
    "grades": "等级(由低到高): {grades}。",
    "unit_named": "计量单位: {unit}。",
    "reference_only": "没有单独的目标, 供其他指标对照",
    # YAML: over the report, and over each figure
    "yaml_values": "只在冒号后面填, 冒号后空一格; 只写数, 不写单位, 如 28.4。数的写法见 anju explain numbers。",
    "yaml_missing": "没有数的写 待报、不适用 或 涉密(后两种在备注里写明原因), 不写“无”“—”; "
    "确实是零的写 0; 留空就是没有填。",
    "yaml_previous": "上年数如已填好, 取自上年填报表, 与其余的数一样核对。填好后发回给您发表的单位。",
    "yaml_head": "{number}. {name}   计量单位: {unit}",
    "yaml_definition": "口径: {definition}",
    "yaml_goal": "目标: {goal}",
    "yaml_clause": "   条款: {clause}",
    # workbooks
    "sheet": "填报表",
    "font": "宋体",
    "page": "第 &P 页, 共 &N 页",
    "ask_value": "计量单位: {unit}。只写数, 不写单位。没有数的选 待报、不适用 或 涉密, 后两种在备注里写明原因。",
    "ask_grade": "从下拉单中选等级。没有数的选 待报、不适用 或 涉密, 后两种在备注里写明原因。",
    "ask_part": "{name}\n计量单位: {unit}。分子、分母一起填。",
    "ask_previous": "{year} 年的数, 须与上年填报表一致。计量单位: {unit}。",
    "ask_source": "数从哪里来, 如: 本局{year}年统计。",
    "ask_note": "随数要说的话; 不适用、涉密的, 写明原因。",
    "no_grade_title": "没有这个等级",
    "no_grade": "请从下拉单中选一个等级, 或选 待报、不适用、涉密。",
    # the sheet that says how to fill in
    "guide_sheet": "填表说明",
    "guide_title": "怎样填写这张表",
    "guide_fill": "一、填在哪里",
    "guide_missing": "二、没有数的怎样写",
    "guide_numbers": "三、数怎样写",
    "guide_written": "写成",
    "guide_verdict": "收不收",
    "guide_meaning": "意思, 或应当怎样写",
}

#: How to fill it in, step by step.
STEPS: dict[str, str] = {
    "cells": "1. 只填浅黄色的格。其余的格已经锁定, 不用改; 不增删行和列, 不改指标名称。",
    "value": "2. “完成值”填 {year} 年度的数, 只写数, 不写单位, 按表中的计量单位写: 28.4 % 就写 28.4(写成 28.4% 也收)。"
    "评等级的, 从下拉单中选。",
    "parts": "3. “分子”“分母”一起填, 用来核对完成值, 数的是什么写在统计口径里; 没有分子、分母的指标, "
    "这两格是灰色的, 不填。",
    "previous": "4. “上年数”已经填好的, 取自上年填报表, 与别的数一样核对: 与上年填报表不一致会被指出。"
    "有误的改正, 并告诉发表的单位。",
    "remarks": "5. “来源”写数从哪里来; “备注”写随数要说的话。口径与本表相近而不尽相同的, 备注以“口径相近”开头。",
    "queries": "6. 退回的表上涂黄的格须核实: 有误的改正; 属实的, 加一张工作表, 取名“说明”, "
    "第一行写 代码、指标、完成值、理由, 下面一处写一行。",
    "send": "7. 全部填完, 在表下写明填表人、审核人和填报日期, 存盘后把这个文件原样发回给您发表的单位。"
    "不用打印件, 不用转成别的格式。",
}

#: What stands for a figure that is not there, and zero beside it: written so, taken or refused, and what it means.
MISSING: tuple[tuple[str, str, str], ...] = (
    ("(留空)", "taken", "没有填, 按未填报处理, 会催报; 留空不是零"),
    ("待报", "taken", "数还没有出来, 以后补报"),
    ("不适用", "taken", "这项任务与本地无关, 在备注里写明原因"),
    ("涉密", "taken", "不便公开, 在备注里写明原因"),
    ("0", "taken", "确实是零, 照零判定"),
    ("无  —  /  N/A", "refused", "看不出是哪一种, 不收"),
)
