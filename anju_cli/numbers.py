"""The grammar of a number: what is taken, taken with a note, or refused with what to write instead.

The grammar knows no catalogue. It tells the digits from what stands behind them; whether that is
the right unit is asked by `in_unit`, with the unit in hand. Everything is exact: `Decimal` in a
context that refuses to round.
"""

import re
from collections.abc import Iterable
from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import NamedTuple, TypeAlias

from anju_cli.characters import hiding, narrow

#: Every sum, product and comparison of figures is exact or fails loudly. A figure reaches from
#: 10²³ down to 10⁻²⁰⁰ (`LONGEST`), at most four are multiplied: 1000 digits are never reached.
EXACT = Context(prec=1000, traps=[Inexact, InvalidOperation])

#: No statistic has more; binary noise (0.30000000000000004) does.
MOST_DIGITS = 15

#: A longer text is no figure; reading it would only take time.
LONGEST = 200

_NOTHING, _HALF = Decimal(0), Decimal("0.5")

_SCALES = {"万": 4, "亿": 8}
#: Points, grades and multiples: plain numbers that no larger region has more of.
_SCORES = frozenset({"分", "级", "倍", "名次", "位次"})
#: What is counted one by one: no half of it exists.
_ONE_BY_ONE = frozenset(
    "人 所 个 户 张 家 件 名 位 座 间 套 辆 台 处 次 项 村 县 乡 镇 人次 床 例 条 份 只 头 对".split()  # noqa: SIM905 - a list of words
)
_TIMES = frozenset({"年", "岁", "周岁", "月", "个月", "天", "日", "小时"})


class Written(NamedTuple):
    """A number as it was written: 23.41万人 is 234100, `人`, last place 10², scaled by 万.

    `value` is exact and already multiplied by 万 or 亿; `unit_text` is what stands behind it;
    `place` is the exponent of the last written digit; `forms` names what was taken with a note.
    """

    value: Decimal
    unit_text: str
    place: int
    scale: int
    forms: tuple[str, ...] = ()


class Refused(NamedTuple):
    """Why a text is no number: a row of the table below."""

    kind: str


Reading: TypeAlias = Written | Refused

_DIGITS = r"(?:0|[1-9]\d*)(?:\.\d+)?"
_GROUPED = r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"
_PLAIN = re.compile(rf"[+-]?{_DIGITS}", re.ASCII)
#: Compiled when first used, as all that follows: most figures are plain numbers.
_NUMBER = rf"(?a)([+-]?)({_GROUPED}|{_DIGITS})(?!\d)(.*)"

#: What units are written with: Latin and Chinese letters, and the marks of shares, rates and areas.
_MARKS = r"(?:[A-Za-zµ\u3400-\u9fff%‰‱°℃㎡/·•()\s]|(?<=m)[²³])*"

#: Behind a number, digits may only stand as in /10万 or, after a space, 1/10万; else they are a second number.
_UNIT = rf"(?a)\s*(?:(?<=\s)1)?/(?:10*)?{_MARKS}|{_MARKS}"

#: What is refused, first match wins: (kind, pattern). `texts` has the words for each kind.
REFUSALS: tuple[tuple[str, str], ...] = (
    ("error_value", r"#.*"),
    ("formula", r"=.*"),
    ("boolean", r"(?:true|false|yes|no|on|off|y|n|是|否|真|假)"),
    ("not_finite", r"[+-]?\.?(?:nan|inf|infinity|∞|无穷大?)"),
    ("points", r".*百分点.*"),
    (
        "words",
        r".*(?:[约近超多余几]|左右|上下|以上|以下|以内|不到|不足|大概|至少|不低于).*|[<>≥≤≈~≧≦].*",
    ),
    ("tenths", r".*[\d一二两三四五六七八九十半][成折](?:[半多]|$).*"),
    ("date", r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.*|\d{4}年\d.*"),
    ("clock", r"[+-]?\d+:\d.*"),
    ("radix", r"[+-]?0[xob][\da-f_]*"),
    ("underscore", r"[+-]?[\d.]+_[\d_.]*.*"),
    ("exponent", r"[+-]?[\d.]+e[+-]?\d+.*|.*[×x*]\s*10\^?.*"),
    ("range", r"[+-]?[\d.,]+\s*[^\d\s]*\s*(?:[-~–—―‒至到]|\.\.)\s*[\d.].*"),
    ("unit_alone", r"[+-]?1\s*/\s*(?:10+\s*[万亿千百]?|[万亿千百]).*"),
    ("fraction", r".*分之.*|[+-]?\d+\s*/\s*\d+(?![\d万亿千百]).*|.*[½¼¾⅓⅔⅛].*"),
    ("leading_zero", r"[+-]?0\d.*"),
    ("point", r"[+-]?\.\d.*|[+-]?\d[\d,.]*\.(?!\d).*"),
    ("thousands", r"[+-]?[\d,.]*\d,\d.*"),
    ("chinese", r"[+-]?[〇零一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟]+.*"),
    ("two_numbers", r"[+-]?\d[\d.,]*+.+\d.*|[+-]?[\d,]*\.\d+\..*"),
)

#: Kinds that a number with its unit may look like and be none: 17.8/10万, 1,234人.
_HARMLESS = frozenset({"two_numbers", "thousands"})


def read_number(text: str) -> Reading:
    """Read one written figure. Never raises; what the grammar does not take is `Refused`."""
    if len(text) > LONGEST:
        return Refused("too_long")
    if _PLAIN.fullmatch(text):  # what most figures are: nothing below would take anything from it
        return _plainly(text)
    if hiding(text):
        return Refused("hidden")
    bare = narrow(text).replace("\u00a0", " ").strip(" \t\n")
    number = re.fullmatch(_NUMBER, bare)
    if number and (not number[3] or (re.fullmatch(_UNIT, number[3]) and not _taken_back(bare))):
        return _written(number, _forms(text, number))
    return Refused(next((kind for kind, form in REFUSALS if _is(form, bare)), "not_a_number"))


def _is(form: str, bare: str) -> bool:
    """Whether a text is of a refused form; most runs never ask, so the patterns are compiled when first used."""
    return re.fullmatch(form, bare, re.IGNORECASE) is not None


def _taken_back(bare: str) -> bool:
    """Whether what stands behind the number takes back what the number says: 80左右, 3/100, 2019年1月."""
    return any(kind not in _HARMLESS and _is(form, bare) for kind, form in REFUSALS)


def _plainly(text: str) -> Reading:
    """A number without anything around it."""
    digits = text.lstrip("+-")
    whole, _, fraction = digits.partition(".")
    if len((whole + fraction).lstrip("0")) > MOST_DIGITS:
        return Refused("too_many_digits")
    return Written(Decimal(text), "", -len(fraction), 0)


def _written(number: re.Match[str], forms: tuple[str, ...]) -> Reading:
    sign, digits, behind = number.groups()
    plain = digits.replace(",", "")
    if len(plain.replace(".", "").lstrip("0")) > MOST_DIGITS:
        return Refused("too_many_digits")
    unit_text = behind.strip()
    scale = scale_of(unit_text)
    point = len(plain.partition(".")[2])
    value = EXACT.scaleb(Decimal(sign + plain), scale)
    forms += ("scaled",) if scale else ("unit",) if unit_text else ()
    return Written(value, unit_text[1:].strip() if scale else unit_text, scale - point, scale, forms)


def _forms(text: str, number: re.Match[str]) -> tuple[str, ...]:
    forms = (
        ("full_width", narrow(text) != text),
        ("spaces", text != text.strip() or "\u00a0" in text),
        ("thousands", "," in number[2]),
    )
    return tuple(form for form, is_there in forms if is_there)


def in_unit(written: Written, unit: str, forms: Iterable[str] = ()) -> Decimal | None:
    """The figure in `unit`, or `None` where something else stands behind the number.

    A form of the unit counts only as a whole. 万 and 亿 scale counts and money; where the unit
    itself has 万 (万元), only the whole form does: 5万元, 0.5亿元, never a bare 5万.
    """
    if not written.scale and not written.unit_text:
        return written.value
    unit_scale = scale_of(unit)
    base = unit[1:] if unit_scale else unit
    accepted = {_same(form) for form in (unit, *forms) if not scale_of(form)} | {_same(base)}
    if not written.scale:
        whole = {_same(form) for form in (unit, *forms)}
        return written.value if _same(written.unit_text) in whole else None
    if not countable(base) or (unit_scale and not written.unit_text):
        return None
    if written.unit_text and _same(written.unit_text) not in accepted:
        return None
    return EXACT.scaleb(written.value, -unit_scale)


def half_place(written: Written, unit: str) -> Decimal:
    """Half a unit of the last written digit, in `unit`; zero for a whole number without 万 or 亿."""
    if written.place == 0 and not written.scale:
        return _NOTHING
    return EXACT.scaleb(_HALF, written.place - (scale_of(unit) if written.scale else 0))


def half_of(value: Decimal, *, whole: bool) -> Decimal:
    """Half a unit of a number's last digit; `whole` numbers of things counted one by one are exact."""
    exponent = min(int(value.as_tuple().exponent), 0)
    return _NOTHING if whole and exponent == 0 else EXACT.scaleb(_HALF, exponent)


def scale_of(unit: str) -> int:
    """The power of ten that a unit's own 万 or 亿 stands for: 4 for 万元, 0 for 元."""
    return _SCALES.get(unit[:1], 0)


def countable(unit: str) -> bool:
    """Whether a unit is a plain count or money, which 万 and 亿 may scale: no rate, no share, no time."""
    return unit not in _TIMES and not any(mark in unit for mark in "/%‰‱％·•每℃")


def summed(unit: str) -> bool:
    """Whether a larger region has more of it: counts, money, lengths and areas; no score, no multiple."""
    return countable(unit) and unit.lstrip("万亿") not in _SCORES


def one_by_one(unit: str) -> bool:
    """Whether a unit is of things that are counted one by one; 万 and 亿 of them are measured."""
    return not scale_of(unit) and unit in _ONE_BY_ONE


def places_of(value: Decimal) -> int:
    """How many places behind the point a number was written with; below zero for tens, hundreds, 万."""
    return -int(value.as_tuple().exponent)


def _same(unit: str) -> str:
    """A unit's spelling without what does not tell units apart."""
    return narrow(unit).replace(" ", "").replace("㎡", "平方米").replace("m²", "平方米")


def read_plain(text: str) -> Decimal | None:
    """A plain decimal of at most 15 significant digits, as catalogues write them; else `None`."""
    if len(text) > LONGEST or not _PLAIN.fullmatch(text):
        return None
    if len(text.lstrip("+-").replace(".", "").lstrip("0")) > MOST_DIGITS:
        return None
    return Decimal(text)


def plain(value: Decimal) -> str:
    """Plain notation with the digits the value has: no exponent, no "-0"."""
    text = str(value)
    return f"{value or abs(value):f}" if "E" in text or text.startswith("-0") else text


def grouped(value: Decimal) -> str:
    """Plain notation with thousands separators, for people."""
    return f"{value or abs(value):,f}"


def read_year(text: str) -> tuple[int | None, bool]:
    """A year of four digits, and whether a note is due (full-width digits, a trailing 年)."""
    digits = narrow(text).removesuffix("年")
    if not re.fullmatch(r"[1-9]\d{3}", digits, re.ASCII):
        return None, False
    return int(digits), digits != text
