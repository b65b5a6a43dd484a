"""Words at the beginning of rows that hold no figure: sums, remarks, headings of rows, numbers of columns."""

import re
from collections.abc import Collection, Mapping

from anju_cli.characters import clipped, narrow
from anju_cli.readers.sheets.column_names import folded

#: A longer text is no name of a row.
_LONGEST_NAME = 60
_TOTALS = re.compile(
    r"(?:全[省市州县区])?(?:合计|小计|总计|共计|总和|合共|平均|平均值|平均数|均值|sum|total|subtotal|grandtotal|average)"
)
_REMARK = re.compile(
    r"\s*[(（【*※]*\s*(?:附?注|备注|说明|填表说明|填报说明|提示|note|notes|remark)\s*\d*\s*[】)）]?\s*[:：.、]",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\s*(?:第?[一二三四五六七八九十]+[、.．章节部]|[(（][一二三四五六七八九十]+[)）])")
_REGION = re.compile(r"(?!全|本|我)\S{1,12}[区县市旗州镇乡]|\S{1,10}街道")
#: What ends like a region and is none.
_NO_REGION = re.compile(
    r".*(?:社区|园区|小区|校区|学区|景区|地区|辖区|乡镇|城镇|县区|区县|市县|[全各本我][区县市旗])|[各关].*"
)
_OTHER_NUMBER = re.compile(
    r"(?:(?:19|20)\d\d年)?(?:[上下]半年|第?[一二三四1-4]季度|(?:\d{1,2}[-—~至到])?\d{1,2}月份?|前[一二三]季度)(?:累计|末)?"
    r"|(?:上年|去年|本月|当月|上月|累计|预计|预测|计划|目标|规划|任务)[数值]?|同期[数值]?|上年同期[数值]?"
)
_EXAMPLE = re.compile(r"(?:填写|填报)?(?:示例|样例|例|举例)\s*\d*[:：]?|e\.?g\.?|example:?", re.IGNORECASE)
_NUMBERING = re.compile(r"[甲乙丙丁戊己庚辛壬癸]|[A-Z]|[(（]?\d{1,2}[)）]?")


def is_total(text: str) -> bool:
    """Whether a row's name says that it adds others up."""
    return len(text) <= _LONGEST_NAME and _TOTALS.fullmatch(folded(re.sub(r"[(（].*[)）]", "", text))) is not None


def is_remark(text: str) -> bool:
    """Whether a text is a remark under a table."""
    return _REMARK.match(text) is not None


def is_numbering(texts: Collection[str]) -> bool:
    """Whether a row numbers the columns: 甲, 乙, 1, 2, 3."""
    if not all(map(_NUMBERING.fullmatch, texts)):
        return False
    numbers = [int(number) for text in texts if (number := text.strip("(（)）")).isdecimal()]
    is_sequence = len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return len(texts) > 2 and is_sequence and numbers[0] <= 3  # noqa: PLR2004 - 甲, 乙 and 丙 may stand before


def row_text(texts: Mapping[int, str]) -> str:
    """A row as it is quoted: its cells beside each other, short."""
    return clipped(" | ".join(texts.values()), 60)


def is_heading_of_rows(text: str) -> bool:
    """Whether a text is numbered as headings are: 一、基本公共教育服务."""
    return _HEADING.match(text) is not None


def is_number(text: str) -> bool:
    """Whether a text begins as numbers do."""
    return narrow(text[:3]).lstrip("+-")[:1].isdecimal()


def is_region(text: str) -> bool:
    """Whether a text looks like the name of a region."""
    return _REGION.fullmatch(text) is not None and _NO_REGION.fullmatch(text) is None


def is_other_number(text: str) -> bool:
    """Whether a text says that the number beside it is not the figure of a whole year: 上半年, 计划."""
    return len(text) <= _LONGEST_NAME and _OTHER_NUMBER.fullmatch(narrow("".join(text.split()))) is not None


def is_example(text: str) -> bool:
    """Whether a text says that its row shows how to fill in others."""
    return _EXAMPLE.fullmatch(text) is not None
