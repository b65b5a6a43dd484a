"""The words of the schemas that editors show, beside those of keys and indicators."""

SCHEMA_WORDS: dict[str, str] = {
    "report": "{plan}: 填报表",
    "report_hover": "一个地区一个年度的填报数。按住 Ctrl 和空格列出可写的键和指标; 鼠标停在一个键上, 看它是什么意思。",
    "catalogue": "指标目录",
    "catalogue_hover": "规划承诺了什么: 指标(数什么、怎么数)和关于它的目标。",
    "schema_key": "格式说明",
    "schema_key_hover": "编辑器用哪一份格式说明检查本文件(只在 JSON 中写)。",
    "words_zh": "中文的写法。",
    "words_en": "英文的写法。",
    "about_value": "数",
    "about_value_hover": "规划写的那个数。",
    "about_within": "幅度",
    "about_within_hover": "上下各差多少也算, 由编目录的人定。",
    "number": "写数, 如 78.5; 没有数的写 待报、不适用 或 涉密。写法见 anju explain numbers",
    "grade": "写等级({grades}); 没有的写 待报、不适用 或 涉密",
    "unit": "计量单位写 {units}",
    "year": "写四位数字的年度, {first}～{last}",
    "reason": "写明具体缘由; 空白或“无”不算",
}
