"""What a cell of a workbook says: its stored text, type and number format to what a person reads there."""

import re
from decimal import Context, Decimal
from functools import lru_cache

from anju_cli.characters import narrow
from anju_cli.numbers import EXACT, LONGEST, MOST_DIGITS, Written, plain, read_number
from anju_cli.readers.sheets.grid import CellValue, Refusal, RefusalKind, Remark, RemarkKind
from anju_cli.readers.workbooks.dates import date_text
from anju_cli.readers.workbooks.number_formats import NumberFormat, Section, without_negative_signs

#: A number above zero of fifteen digits at most, as most are stored, and its places.
_SHORT = re.compile(r"(?!.{17}|0$)(?:0|[1-9]\d*)(?:\.(\d*[1-9]))?", re.ASCII)
_STORED = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?", re.ASCII)
_FIFTEEN = Context(prec=MOST_DIGITS)
#: The powers of ten that a double reaches.
_LOWEST, _HIGHEST = -330, 308
_YUAN = frozenset({"¥", "￥", "CNY", "RMB", "CN¥"})
_SIGNS = frozenset("-−－")
_BOOLEANS = {"1": "TRUE", "true": "TRUE", "0": "FALSE", "false": "FALSE"}
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T00:00(?::00(?:\.0+)?)?Z?)?", re.ASCII)


def text_value(text: str, style: NumberFormat) -> CellValue:
    """A cell of text; one that holds a number as text is told."""
    if not style.for_text:
        return CellValue(text, refusal=_refusal("shown_otherwise", stored=text, shown="", format=style.code))
    return _short_text(text) if len(text) <= LONGEST else CellValue(text)


@lru_cache(maxsize=8192)  # returns have most texts in common
def _short_text(text: str) -> CellValue:
    remarks = (Remark("number_as_text"),) if _looks_like_a_number(text) else ()
    return CellValue(text, "text", remarks)


def _looks_like_a_number(text: str) -> bool:
    if text[:1].isalpha():
        return False
    first = narrow(text).lstrip()[:1]
    return (first.isdecimal() or first in {"+", "-"}) and isinstance(read_number(text), Written)


def boolean_value(stored: str) -> CellValue | None:
    """A cell of TRUE or FALSE; `None` where it is neither."""
    text = _BOOLEANS.get(stored)
    return CellValue(text, "boolean") if text else None


def error_value(stored: str) -> CellValue:
    """A cell of `#DIV/0!` and the like."""
    return CellValue(stored, "error", refusal=_refusal("error"))


def iso_date_value(stored: str) -> CellValue:
    """A cell whose date is stored as text, as "strict" books may have it."""
    day = _ISO_DAY.fullmatch(stored)
    return CellValue(day[1] if day else stored, "date", refusal=_refusal("date", stored=stored))


def number_value(stored: str, style: NumberFormat, *, from_1904: bool, hides_zeros: bool) -> CellValue:
    """A cell with a number, as its format shows it."""
    plain_value = _bare(stored, style.bare_places)
    if plain_value is not None:
        return plain_value
    exact = Decimal(stored) if len(stored) <= LONGEST and _STORED.fullmatch(stored) else None
    if exact is None or not _LOWEST <= exact.adjusted() <= _HIGHEST:
        return CellValue(stored[:LONGEST], "number", refusal=_refusal("not_a_number"))
    number, remarks = _fifteen_digits(exact, stored)
    section = style.section(number)
    if section is None or (hides_zeros and not number):
        shown = "########" if section is None else ""
        return _shown_otherwise(number, shown, style)
    if section.form in {"date", "time", "date_time"}:
        return _date(number, section, style, from_1904=from_1904)
    if _misleads(section, number):
        return _shown_otherwise(number, section.shown(number), style)
    return _number(number, section, remarks)


@lru_cache(maxsize=65_536)  # returns have many numbers in common
def _bare(stored: str, places: int) -> CellValue | None:
    """A number that is shown as it is stored, as most are."""
    short = _SHORT.fullmatch(stored)
    return CellValue(stored, "number") if short and short.end(1) - short.start(1) <= places else None


def _fifteen_digits(exact: Decimal, stored: str) -> tuple[Decimal, tuple[Remark, ...]]:
    """A number as the sheet shows it, and a remark where that is another one than is stored.

    Of 28.399999999999999 it is not: both are the same to a workbook. Longer whole numbers stay as they are, and are
    refused by the grammar: no noise is that large.
    """
    rounded = _FIFTEEN.plus(exact)
    if rounded == exact or exact.adjusted() >= MOST_DIGITS:
        return exact, ()
    is_same = float(stored) == float(rounded)  # the only floats here: a workbook stores such, and asks for equality
    return rounded, () if is_same else (_remark("fifteen_digits", stored=stored),)


def _date(number: Decimal, section: Section, style: NumberFormat, *, from_1904: bool) -> CellValue:
    text = date_text(number, section.form, from_1904=from_1904)
    refusal = _refusal("date", stored=_plain(number), format=style.code)
    return CellValue(_plain(number) if text is None else text, "date", refusal=refusal)


def _misleads(section: Section, number: Decimal) -> bool:
    """Whether a person reads another number than is stored, or none."""
    if not section.is_plain or (number >= 0 and not _SIGNS.isdisjoint(section.prefix)):
        return True
    return not section.shows_zero and not section.rounded(EXACT.scaleb(number, 2 * section.percents))


def _number(number: Decimal, section: Section, remarks: tuple[Remark, ...]) -> CellValue:
    scaled = EXACT.scaleb(number, 2 * section.percents)
    if section.percents:
        remarks += (_remark("percent"),)
    if section.rounded(scaled) != scaled:
        remarks += (_remark("hidden_places", shown=section.shown(number)),)
    prefix, suffix = section.prefix, section.suffix
    if section.negative and number < 0:
        prefix, suffix = without_negative_signs(prefix), without_negative_signs(suffix)
        if (prefix, suffix) == (section.prefix, section.suffix):
            remarks += (_remark("hidden_sign", shown=section.shown(number)),)
    if prefix in _YUAN and not suffix:
        prefix, suffix, remarks = "", "元", (*remarks, _remark("currency", sign=section.prefix))
    digits = _plain(scaled)
    sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    return CellValue(f"{sign}{prefix}{digits}{suffix}", "number", remarks)


def _plain(number: Decimal) -> str:
    """Plain notation without zeros behind: a workbook stores no 28.40."""
    text = plain(number)
    return text.rstrip("0").removesuffix(".") if "." in text else text


def _shown_otherwise(number: Decimal, shown: str, style: NumberFormat) -> CellValue:
    stored = _plain(number)
    return CellValue(
        stored, "number", refusal=_refusal("shown_otherwise", stored=stored, shown=shown, format=style.code)
    )


def formula_value(value: CellValue, *, outdated: bool) -> CellValue:
    """A value that a formula gave; nothing new where that is marked already.

    In a book to be calculated anew a zero is what a program stores that calculates nothing (XlsxWriter does), and no
    value; any other number was calculated once, and is told as one that may be old.
    """
    if outdated and (value.type != "number" or value.text == "0"):
        return value._replace(refusal=value.refusal or Refusal("formula_outdated"))
    if any(remark.kind in {"formula", "formula_outdated"} for remark in value.remarks):
        return value
    return value._replace(remarks=(Remark("formula_outdated" if outdated else "formula"), *value.remarks))


def _remark(kind: RemarkKind, **arguments: str) -> Remark:
    return Remark(kind, arguments)


def _refusal(kind: RefusalKind, **arguments: str) -> Refusal:
    return Refusal(kind, arguments)
