"""Whether the quoted words have the goal's number: in figures, with 万 and 亿 and the unit behind them, or in words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from anju_cli.catalogue.breach import Breach
from anju_cli.catalogue.models import Indicator, Target
from anju_cli.characters import narrow
from anju_cli.numbers import EXACT, countable, plain, scale_of
from anju_cli.places import Route

_DIGITS = "零一二三四五六七八九"
_TENS = {"十": 10, "百": 100, "千": 1000}
_NUMERALS = _DIGITS + "〇两" + "".join(_TENS)

#: Numbers as plans write them, in figures or words, with their sign, what scales them and what stands behind; a
#: version such as 1.2.3 is none, and 千米 is a unit.
_WRITTEN = re.compile(
    rf"(?<![\d.{_NUMERALS}])(-|负|零下)?(\d+(?:\.\d+)?(?!\.?\d)|[{_NUMERALS}]+(?:点[{_DIGITS}〇]+)?)"
    r"\s*([百千](?![米克瓦分]))?([万亿]?)(\D{0,6})",
    re.ASCII,
)


#: 一 in 一村一品 is no number that a goal was misread from.
_LONE_DIGIT = re.compile(f"[{_DIGITS}](?![{_NUMERALS}万亿])")


class QuotedNumber(NamedTuple):
    """A number of the quote: as it was written, and what it is in the goal's unit."""

    text: str
    value: Decimal


def unquoted(indicator: Indicator, target: Target, route: Route) -> Iterator[Breach]:
    """The numbers of a goal that its quote lacks, or has at another power of ten; an editorial line may derive one."""
    lacking = [number for number in target.goal.numbers() if not quoted(number, target.quote, indicator.unit)]
    for number in lacking:
        scaled = _off_by_ten(number, target.quote, indicator.unit)
        if scaled is not None and target.editorial is None:
            arguments = {
                "number": number,
                "unit": indicator.unit,
                "written": scaled.text,
                "times": _times(number, scaled),
            }
            yield Breach("ANJ706", (*route, "quote"), "scale", arguments)
            return
    if lacking and target.editorial is None:
        yield Breach("ANJ706", (*route, "quote"), "", {"number": ", ".join(lacking)})


def quoted(number: str, quote: str, unit: str = "") -> bool:
    """Whether a quote has the number, in figures or in Chinese words (十五, 两, 八百)."""
    if not re.fullmatch(r"-?[\d.]+", number):
        return number in quote
    return any(quoted.value == Decimal(number) for quoted in quoted_numbers(quote, unit))


def quoted_numbers(quote: str, unit: str) -> Iterator[QuotedNumber]:
    """Every number of a quote in the goal's unit: 5000元 is 0.5 in 万元, 4.5万人 is 45000 in 人."""
    ungrouped = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", narrow(quote))
    own = scale_of(unit)
    base = unit[1:] if own else unit
    counted = countable(re.split("[/·]", base)[0].strip("1") or "/")
    for sign, written, tens, scale, behind in _WRITTEN.findall(ungrouped):
        amount = _amount(written)
        if amount is None:
            continue
        of_unit = bool(tens) and unit.startswith(tens)  # 千瓦
        power = scale_of(scale) + (0 if of_unit else len(str(_TENS.get(tens, 1))) - 1) if counted else 0
        named = bool(own) and (bool(scale) or behind.strip().startswith(base))
        value = EXACT.scaleb(EXACT.copy_negate(amount) if sign else amount, power - own * named)
        yield QuotedNumber(f"{sign}{written}{tens}{scale}{behind.strip()}", value)


def _amount(written: str) -> Decimal | None:
    """A number in figures or in Chinese words; `None` for words that are none, such as 十三五."""
    if written[0] not in _NUMERALS:
        return Decimal(written)
    whole, _, fraction = written.replace("〇", "零").replace("两", "二").partition("点")
    digits = "".join(str(_DIGITS.index(digit)) for digit in fraction)
    amount = _whole(whole)
    return None if amount is None else Decimal(f"{amount}.{digits}" if digits else amount)


def _whole(words: str) -> int | None:
    """八百五十 is 850, 二零二零 is 2020."""
    if not set(words) & set(_TENS):
        return int("".join(str(_DIGITS.index(digit)) for digit in words))
    form = re.fullmatch(
        "(?:([一二三四五六七八九])千)?零?(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九]?)十)?零?([一二三四五六七八九]?)",
        words,
    )
    if form is None:
        return None
    ten = "一" if form[3] == "" else form[3]
    return sum(
        _DIGITS.index(digit or "零") * size
        for digit, size in zip((form[1], form[2], ten, form[4]), (1000, 100, 10, 1), strict=True)
    )


def _off_by_ten(number: str, quote: str, unit: str) -> QuotedNumber | None:
    """A number of the quote that is the goal but for a power of ten."""
    if not re.fullmatch(r"-?[\d.]+", number) or not Decimal(number):
        return None
    goal = Decimal(number).normalize()
    numbers = (quoted for quoted in quoted_numbers(quote, unit) if quoted.value and not _LONE_DIGIT.match(quoted.text))
    return next((quoted for quoted in numbers if _digits(quoted.value) == _digits(goal)), None)


def _digits(value: Decimal) -> tuple[int, tuple[int, ...]]:
    sign, digits, _ = value.normalize().as_tuple()
    return sign, digits


def _times(number: str, quoted: QuotedNumber) -> str:
    """How many times the one is the other."""
    values = sorted((abs(Decimal(number)), abs(quoted.value)))
    return plain((values[1] / values[0]).normalize().quantize(Decimal(1)))
