"""Whether the quoted words have the goal's number: in figures, with 万 and 亿 and the unit behind them, or in words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from anju_cli.catalogue.breach import Breach
from anju_cli.catalogue.models import Indicator, Target
from anju_cli.numbers import EXACT, countable, plain, scale_of
from anju_cli.places import Route

_DIGITS = "零一二三四五六七八九"
#: What would make a word for a number a part of another one: 十 in 五十, 三 in 三百.
_NUMERALS = _DIGITS + "〇两十百千"

#: Numbers as plans write them, with what scales them and what stands behind; a version such as 1.2.3 is none.
_WRITTEN = re.compile(r"(?<![\d.])(-?\d+(?:\.\d+)?)(?!\.?\d)\s*([万亿]?)(\D{0,6})", re.ASCII)


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
    """Whether a quote has the number, in figures or in Chinese words up to 99 (十五, 两)."""
    if not re.fullmatch(r"-?[\d.]+", number):
        return number in quote
    value = Decimal(number)
    if any(found.value == value for found in quoted_numbers(quote, unit)):
        return True
    whole = plain(value.normalize()) if value == value.to_integral_value() else number
    behind = _NUMERALS + ("" if scale_of(unit) else "万亿")
    return any(re.search(rf"(?<![{_NUMERALS}]){word}(?![{behind}])", quote) for word in _in_words(whole))


def quoted_numbers(quote: str, unit: str) -> Iterator[QuotedNumber]:
    """Every number of a quote in the goal's unit: 5000元 is 0.5 in 万元, 4.5万人 is 45000 in 人."""
    ungrouped = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", quote)
    own = scale_of(unit)
    base = unit[1:] if own else unit
    for digits, scale, behind in _WRITTEN.findall(ungrouped):
        power = scale_of(scale) if countable(base) else 0
        named = bool(own) and (bool(scale) or behind.strip().startswith(base))
        yield QuotedNumber(f"{digits}{scale}{behind.strip()}", EXACT.scaleb(Decimal(digits), power - own * named))


def _off_by_ten(number: str, quote: str, unit: str) -> QuotedNumber | None:
    """A number of the quote that is the goal but for a power of ten."""
    if not re.fullmatch(r"-?[\d.]+", number) or not Decimal(number):
        return None
    goal = Decimal(number).normalize()
    same = (found for found in quoted_numbers(quote, unit) if found.value and _digits(found.value) == _digits(goal))
    return next(same, None)


def _digits(value: Decimal) -> tuple[int, tuple[int, ...]]:
    sign, digits, _ = value.normalize().as_tuple()
    return sign, digits


def _times(number: str, found: QuotedNumber) -> str:
    """How many times the one is the other."""
    values = sorted((abs(Decimal(number)), abs(found.value)))
    return plain((values[1] / values[0]).normalize().quantize(Decimal(1)))


def _in_words(number: str) -> tuple[str, ...]:
    if not number.isdigit() or int(number) > 99:  # noqa: PLR2004 - plans write larger numbers in figures
        return ()
    tens, ones = divmod(int(number), 10)
    if tens == 0:
        return (_DIGITS[ones], "两") if ones == 2 else (_DIGITS[ones],)  # noqa: PLR2004 - 两 is two
    head = "" if tens == 1 else _DIGITS[tens]
    return (f"{head}十{_DIGITS[ones] if ones else ''}",)
