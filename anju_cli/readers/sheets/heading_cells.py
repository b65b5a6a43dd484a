"""What stands around a table: 填报单位, 年度, 填表人 and the like, and the year and region that a title names."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from anju_cli.characters import narrow
from anju_cli.readers.sheets.column_names import folded, unit_of
from anju_cli.submission import SAMPLES

#: The keys of a report, and every way to write their labels; behind 单位 stands an office, or the unit of all figures.
LABEL_WORDS: dict[str, str] = {
    "region": "地区 填报地区 所属地区 地区名称 县区 区县 行政区划 region district",
    "year": "年度 年份 填报年度 填报年份 统计年度 报告年度 所属年度 数据年度 报告期 year",
    "department": "填报单位 填报部门 填表单位 报送单位 报送部门 上报单位 制表单位 单位名称 部门名称 部门 "
    "department reportingunit",
    "office": "单位 计量单位 金额单位",
    "scope": "填报范围 报送范围 范围 scope",
    "sample": "示例 sample",
    "prepared_by": "填表人 填报人 制表人 经办人 制表 preparedby",
    "reviewed_by": "审核人 复核人 审核 复核 reviewedby",
    "date": "填报日期 填表日期 制表日期 上报日期 报送日期 填报时间 填表时间 报送时间 日期 date",
}
#: Labels whose text is not read; they end the text before them.
_OTHER_LABELS = "单位负责人 负责人 分管领导 主要领导 统计负责人 联系人 联系电话 电话 签字 签名 盖章"
#: A text behind a label that is a line to be filled in, or asks for a seal or a name by hand.
_EMPTY_LINE = re.compile(r"[\s_＿—\-/.…·]*|[(（]?(?:签字|签名|签章|盖章|公章|章)[)）]?[\s_＿]*")
_SEAL = re.compile(r"\s*[(（](?:签字|签名|签章|盖章|公章|章)[)）]$")
_OFFICE = re.compile(r"[局委办会联院所站处部厅科队校署社中心政府公司集团]$")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*(?:年度?)?", re.ASCII)
_REGION_IN_TITLE = re.compile(
    r"(?:^|[\s《“(])([\u4e00-\u9fff]{1,18}?(?:自治县|[区县市旗州]))\s*(?=\d{4}\s*年|年度|填报表|统计表|报表)"
)
#: What ends or begins like a region and is none: 社区, 我区; offices stand before theirs.
_NO_REGION = re.compile("[局委办厅院处科室股]|^[我全本各该]|(?:社|小|校|园|片|辖|地)区$")
_YEAR_IN_TITLE = re.compile(
    r"(?<![\d〔\[(\-—–~～至到])((?:19|20)\d\d)\s*(年度?)(?!\s*(?:\d|[上下]半|前[一二三四]|第?[一二三四]季|[-—–~～至到]))",
    re.ASCII,
)
#: The end of the title of an English form.
_FORM_OF_YEAR = re.compile(r": report for ((?:19|20)\d\d)$", re.ASCII)
#: A unit in brackets behind its label, with no colon between.
_UNIT_CELL = re.compile(r"[(（]?\s*((?:计量|金额)?单位)\s*[(（]([^()（）]{1,12})[)）]\s*[)）]?")
#: A longer text is no heading.
_LONGEST = 200


class Statement(NamedTuple):
    """Something said of a whole report: its key and label, the columns of label and text, and the text."""

    key: str
    label: str
    label_column: int
    column: int
    text: str


@cache
def _labels() -> dict[str, str]:
    words = {word: key for key, texts in LABEL_WORDS.items() for word in texts.split()}
    return dict.fromkeys(_OTHER_LABELS.split(), "") | words


@cache
def _label_pattern() -> re.Pattern[str]:
    """A label with its colon; clerks spread 填 表 人 over the line."""
    words = sorted(_labels(), key=len, reverse=True)
    spread = "|".join(r"\s*".join(map(re.escape, word)) for word in words)
    return re.compile(
        rf"(?<![^\s;；,，、。)）(（])({spread})\s*(?:[(（][^()（）]{{0,12}}[)）])?\s*[:：]", re.IGNORECASE
    )


def statements(texts: Mapping[int, str]) -> list[Statement]:
    """What the cells of a row say of a whole report, in one cell with the label or in the one to the right of it."""
    return [statement for statement in map(_cleaned, _labelled(texts)) if statement.key and statement.text]


def has_labels(texts: Mapping[int, str]) -> bool:
    """Whether a row has labels, filled in or not."""
    return next(_labelled(texts), None) is not None


def begins_with_label(texts: Mapping[int, str]) -> bool:
    """Whether the first cell of a row is a label, or begins with one and its colon."""
    return bool(texts) and _is_label(texts[min(texts)])


def _labelled(texts: Mapping[int, str]) -> Iterator[Statement]:
    columns = sorted(texts)
    right = dict(pairwise(columns))
    taken = 0
    for column in columns:
        text = texts[column]
        if len(text) > _LONGEST or column == taken:
            continue
        key = _labels().get(folded(_SEAL.sub("", text.rstrip(":： "))))
        neighbour = right.get(column, 0)
        if key is not None and not neighbour:
            if text.rstrip().endswith((":", "：")):
                yield Statement(key, text, column, column, "")
        elif key is not None:
            is_text = not _is_label(texts[neighbour])
            taken = neighbour if is_text else taken
            yield Statement(key, text, column, neighbour, texts[neighbour] if is_text else "")
        else:
            for key, label, behind in _in_one_cell(text):
                yield Statement(key, label, column, column, behind)


@lru_cache(maxsize=4096)
def _is_label(text: str) -> bool:
    """Whether a cell is a label, or begins with one."""
    return len(text) <= _LONGEST and (
        folded(_SEAL.sub("", text)) in _labels() or _label_pattern().match(text) is not None
    )


@lru_cache(maxsize=4096)
def _in_one_cell(text: str) -> tuple[tuple[str, str, str], ...]:
    """Keys, labels and texts in one cell, one behind the other; `2019年度` alone is a year."""
    bare = narrow(text).strip("() ")
    said = [("year", bare, bare)] if is_year(bare) and "年" in bare else []
    unit = _UNIT_CELL.fullmatch(text)
    if unit:
        said.append(("office", unit[1], unit[2]))
    labels = list(_label_pattern().finditer(text))
    ends = [label.start() for label in labels[1:]]
    for label, end in zip(labels, [*ends, len(text)], strict=False):
        behind = re.split(r"\s+(?=[^\s:：]{1,10}[:：])", text[label.end() : end].strip(), maxsplit=1)[0]
        if text[: label.start()].endswith(("(", "（")):
            behind = re.split("[)）]", behind, maxsplit=1)[0]
        said.append((_labels()[folded(label[1])], label[1], behind))
    return tuple(said)


def _cleaned(statement: Statement) -> Statement:
    """A statement without the line or the seal about it; without a text where it says nothing."""
    key = statement.key
    text = _SEAL.sub("", statement.text.strip(" \t\u3000;；,，。_＿"))
    if _EMPTY_LINE.fullmatch(text) or (key == "sample" and text not in SAMPLES):
        text = ""
    if key == "office":
        key = "department" if _OFFICE.search(text) else "unit" if unit_of(text) else ""
    return statement._replace(key=key, text=year_text(text) if key == "year" else text)


def title_before_labels(text: str) -> str:
    """What stands in a cell before the first label of it: a title, perhaps."""
    label = _label_pattern().search(text) if len(text) <= _LONGEST else None
    return text[: label.start()] if label else ""


def year_text(text: str) -> str:
    """A year as the grammar takes it: 2019年度 is 2019年; any other text as it is."""
    year = _YEAR.fullmatch(narrow(text))
    return f"{year[1]}年" if year and text.endswith("度") else text


def is_year(text: str) -> bool:
    """Whether a text is a year and nothing else."""
    return _YEAR.fullmatch(narrow(text)) is not None


def title_region(text: str) -> str:
    """The region that a title names right before a year or the word for the table; empty where it names none."""
    region = _REGION_IN_TITLE.search(narrow(text)) if len(text) <= _LONGEST else None
    return "" if region is None or _NO_REGION.search(region[1]) else region[1]


def title_year(text: str) -> str:
    """The year that a title names, the one called 年度 before others; empty where it names none or several."""
    form = _FORM_OF_YEAR.search(text)
    if form is not None and len(text) <= _LONGEST:
        return form[1]
    years = _YEAR_IN_TITLE.findall(narrow(text)) if len(text) <= _LONGEST else []
    named = {year for year, word in years if word == "年度"} or {year for year, _ in years}
    return named.pop() if len(named) == 1 else ""
