"""Texts to quantities: words for what is missing, grades, numbers in the unit asked."""

from decimal import Decimal
from functools import lru_cache

from anju_cli.catalogue import Indicator, Part
from anju_cli.numbers import Refused, half_place, in_unit, read_number
from anju_cli.submission import MISSING_WORDS, VAGUE_WORDS, Grade, Missing, Other, Quantity


def read_value(text: str, indicator: Indicator) -> Quantity:
    """An indicator's value: a number in its unit, a grade, or a word for what is missing."""
    missing = read_missing(text)
    if missing:
        return Quantity(text, missing)
    if indicator.grades:
        return _grade(text, indicator.grades)
    return read_amount(text, indicator.unit, indicator.unit_forms)


def read_part(text: str, part: Part) -> Quantity:
    """A numerator or denominator in its unit."""
    missing = read_missing(text)
    return Quantity(text, missing) if missing else read_amount(text, part.unit, part.unit_forms)


@lru_cache(maxsize=65_536)  # the same text in the same unit: a country's returns have it a thousand times
def read_amount(text: str, unit: str, forms: tuple[str, ...]) -> Quantity:
    """A number in `unit`; refused or another unit where it is none."""
    reading = read_number(text)
    if isinstance(reading, Refused):
        return Quantity(text, reading)
    amount = in_unit(reading, unit, forms)
    if amount is None:
        return Quantity(text, Other(("万" * (reading.scale == 4) + "亿" * (reading.scale == 8)) + reading.unit_text))  # noqa: PLR2004 - powers of ten
    return Quantity(text, reading, amount, half_place(reading, unit))


def read_missing(text: str) -> Missing | None:
    """Which of the words for a missing figure this is, if any: none begins with a digit."""
    if text[:1].isdecimal():
        return None
    word = text.strip().casefold()
    known = MISSING_WORDS.get(word)
    if known:
        return Missing(known)  # type: ignore[arg-type]  # the table holds these words only
    return Missing("vague") if word in VAGUE_WORDS else None


def _grade(text: str, grades: tuple[str, ...]) -> Quantity:
    name = text.strip()
    if name not in grades:
        return Quantity(text, Grade(None))
    rank = grades.index(name)
    return Quantity(text, Grade(rank), Decimal(rank))
