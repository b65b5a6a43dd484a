"""The words of marked copies."""

MARKS: dict[str, str] = {
    "sheet": "anju 核对结果",
    "title": "anju 核对结果: 强制 {errors} 处, 核实 {queries} 处, 提示 {notes} 处",
    "about": "本表由 anju 核对时加入, 不是填报内容, 再次核对时不读; 涂色的单元格带有批注, 单击“位置”即可跳到。",
    "level": "级别",
    "place": "位置",
    "indicator": "指标",
    "written": "填写内容",
    "sentence": "问题",
    "advice": "处理",
    "whole_file": "整个文件",
    "nothing": "没有发现问题。",
    "more": "另有 {count} 条没有列出",
    "advice_line": "处理: {advice}",
    "on_line": "第 {line} 行: {words}",
    "stop": "。",
}
