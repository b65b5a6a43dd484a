"""The shape of a report as it comes from outside, and what it says once read."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from anju_cli.characters import HIDING
from anju_cli.names import fold
from anju_cli.numbers import Refused, Written
from anju_cli.places import Origin, Place, Span

#: Chinese keys beside the English ones; a reader's column heads are the same words.
REPORT_KEYS: dict[str, tuple[str, ...]] = {
    "region": ("地区",),
    "year": ("年度",),
    "department": ("部门",),
    "scope": ("范围",),
    "sample": ("示例",),
    "prepared_by": ("填表人",),
    "reviewed_by": ("审核人",),
    "date": ("填报日期",),
    "figures": ("填报数",),
    "explanations": ("说明",),
    "revisions": ("修订",),
}
FIGURE_KEYS: dict[str, tuple[str, ...]] = {
    "value": ("完成值",),
    "numerator": ("分子",),
    "denominator": ("分母",),
    "previous": ("上年数",),
    "unit": ("计量单位",),
    "source": ("来源",),
    "note": ("备注",),
}
EXPLANATION_KEYS: dict[str, tuple[str, ...]] = {
    "code": ("代码",),
    "indicator": ("指标",),
    "value": ("完成值",),
    "reason": ("理由",),
}
REVISION_KEYS: dict[str, tuple[str, ...]] = {
    "indicator": ("指标",),
    "year": ("年度",),
    "was": ("原数",),
    "value": ("现数",),
    "reason": ("理由",),
}
SCOPES: dict[str, str] = {"reported": "reported", "all": "all", "所报": "reported", "全部": "all"}
SAMPLES: dict[str, bool] = {"true": True, "false": False, "是": True, "否": False}

#: Words for a figure that is missing: which of the five it is.
MISSING_WORDS: dict[str, str] = {
    "": "blank",
    "~": "blank",
    "null": "blank",
    "待报": "pending",
    "pending": "pending",
    "不适用": "not_applicable",
    "not applicable": "not_applicable",
    "涉密": "withheld",
    "withheld": "withheld",
}
#: Words that leave open why there is no figure: refused, with the words above offered.
VAGUE_WORDS = frozenset(
    "无 没有 — – - -- —— ―― / \\ n/a na none nil 缺 缺失 暂无 无数据 不详 未知 空 . … ... * x × ?".split()  # noqa: SIM905 - a list of words
)

#: How nothing is written behind a key.
NOTHING_WORDS = frozenset({"", "~", "null"})
#: What a spreadsheet shows where a formula came to nothing, folded.
ERROR_WORDS = frozenset({"#na", "#div0!", "#name?", "#null!", "#num!", "#ref!", "#value!"})


def written_text(text: str | None) -> str | None:
    """What stands behind a key that may be left out; `None` for nothing."""
    return None if text is None or text.strip() in NOTHING_WORDS else text


def says_nothing(text: str) -> bool:
    """Whether a reason is none: blank, 无, —, an error value, #### or characters that nobody sees."""
    visible = fold("".join(character for character in text if character not in HIDING))
    return not visible.strip("#") or visible in VAGUE_WORDS | NOTHING_WORDS | ERROR_WORDS


class FigureShape(NamedTuple):
    """One figure as written."""

    value: str = ""
    numerator: str | None = None
    denominator: str | None = None
    previous: str | None = None
    unit: str | None = None
    source: str | None = None
    note: str | None = None


class ExplanationShape(NamedTuple):
    """Why a query may stand, as written."""

    code: str = ""
    indicator: str = ""
    value: str = ""
    reason: str = ""


class RevisionShape(NamedTuple):
    """An earlier figure openly restated, as written."""

    indicator: str = ""
    year: str = ""
    was: str = ""
    value: str = ""
    reason: str = ""


class ReportShape(NamedTuple):
    """A report as written: texts only, keys in English."""

    region: str | None = None
    year: str = ""
    department: str | None = None
    scope: str | None = None
    sample: str | None = None
    prepared_by: str | None = None
    reviewed_by: str | None = None
    date: str | None = None
    figures: Mapping[str, FigureShape] = MappingProxyType({})
    explanations: tuple[ExplanationShape, ...] = ()
    revisions: tuple[RevisionShape, ...] = ()


def is_near(note: str) -> bool:
    """Whether a note says that a figure's definition is near, but not the plan's."""
    return note.lstrip().startswith("口径相近")


class Missing(NamedTuple):
    """A figure that is not there: `blank`, `pending`, `not_applicable`, `withheld`, or `vague`.

    `misshapen` where something stands that is no text on one line: reading has said so already.
    """

    word: Literal["blank", "pending", "not_applicable", "withheld", "vague", "misshapen"]


class Grade(NamedTuple):
    """A graded figure; `rank` is `None` where the catalogue has no such grade."""

    rank: int | None


class Other(NamedTuple):
    """A number behind which another unit stands."""

    unit: str


Reading: TypeAlias = Written | Refused | Missing | Grade | Other


class Quantity(NamedTuple):
    """One written quantity. `amount` is exact, in the unit asked; `None` where there is none.

    `half` is half a unit of its last written digit in that unit, zero where it is exact.
    """

    text: str
    reading: Reading
    amount: Decimal | None = None
    half: Decimal = Decimal(0)


class Figure(NamedTuple):
    """One indicator's figure in one report. `places` is where each of its fields stands, by key.

    `fault` is the code of what keeps it from being taken, where that stands over its table.
    """

    indicator: str
    value: Quantity
    numerator: Quantity | None
    denominator: Quantity | None
    previous: Quantity | None
    unit: str | None
    source: str | None
    note: str | None
    place: Place
    places: Mapping[str, Place] = {}
    fault: str = ""

    @property
    def fields(self) -> tuple[tuple[str, Quantity], ...]:
        """Every quantity that was written, with its key."""
        _, value, numerator, denominator, previous, *_ = self
        parts = (("numerator", numerator), ("denominator", denominator), ("previous", previous))
        return (("value", value), *[(key, quantity) for key, quantity in parts if quantity is not None])

    def at(self, field: str) -> Place:
        """Where one of its fields stands; one that is not written, where the figure does."""
        place = self.places.get(field)
        return self.place._replace(route=(*self.place.route, field)) if place is None else place


class Explanation(NamedTuple):
    """A written reason for a query to stand."""

    code: str
    indicator: str
    value: Quantity
    reason: str
    place: Place


class Revision(NamedTuple):
    """An earlier year's figure, openly restated.

    `fault` is the code of what is wrong with the entry, if anything; `year` is `None` where it can't be read.
    """

    indicator: str
    year: int | None
    was: Quantity
    value: Quantity
    reason: str
    place: Place
    fault: str = ""
    places: Mapping[str, Place] = {}

    def at(self, key: str) -> Place:
        """Where one of its keys stands; one that is not written, where the entry does."""
        place = self.places.get(key)
        return self.place._replace(route=(*self.place.route, key)) if place is None else place


class Submission(NamedTuple):
    """What one report says. `year` or `region` is `None` where it could not be believed.

    `broken` is the code of what kept part of the file from being read: none of its figures is then judged. `blank`
    where it has no figure and no word for what is missing. `report` counts the reports of its file from zero.
    """

    path: str
    region: str | None
    year: int | None
    department: str | None
    scope: str
    sample: bool
    figures: dict[str, Figure]
    explanations: tuple[Explanation, ...] = ()
    revisions: tuple[Revision, ...] = ()
    broken: str = ""
    prepared_by: str | None = None
    date: str | None = None
    year_span: Span | None = None
    blank: bool = False
    report: int = 0

    @property
    def origin(self) -> Origin:
        """Which report it is, of which file."""
        return self.path, self.report
