"""Serial numbers of days as dates and times, in the two ways that workbooks count."""

from decimal import Decimal

from anju_cli.readers.workbooks.number_formats import Form

#: Days from 1970-01-01 back to the days zero of both ways.
_ZERO_1900, _ZERO_1904 = -25_569, -24_107
#: The 29th of February 1900, which never was and which Excel counts.
_FALSE_DAY = 60
#: The 31st of December 9999.
_LAST_DAY = 2_958_465
_SECONDS = 86_400


def date_text(serial: Decimal, form: Form, *, from_1904: bool) -> str | None:
    """`2019-01-02`, with its time where the format shows one, or the time alone; `None` where there is no such day."""
    if not 0 <= serial <= _LAST_DAY:
        return None
    days, seconds = divmod(int((serial * _SECONDS).to_integral_value()), _SECONDS)
    if form == "time":
        return _clock(days * 24, seconds)
    day = _day(days, from_1904=from_1904)
    return f"{day} {_clock(0, seconds)}" if form == "date_time" else day


def _clock(hours: int, seconds: int) -> str:
    return f"{hours + seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _day(days: int, *, from_1904: bool) -> str:
    if from_1904:
        return _civil(days + _ZERO_1904)
    if days == _FALSE_DAY:
        return "1900-02-29"
    return _civil(days + _ZERO_1900 + (days < _FALSE_DAY)) if days else "1900-01-00"


def _civil(days: int) -> str:
    """The Gregorian date of a day counted from 1970-01-01: eras of 400 years that begin in March."""
    era, of_era = divmod(days + 719_468, 146_097)
    year = (of_era - of_era // 1_460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    month = (5 * of_year + 2) // 153
    day = of_year - (153 * month + 2) // 5 + 1
    is_next_year = month >= 10  # noqa: PLR2004 - January and February close a year that begins in March
    return f"{year + era * 400 + is_next_year:04}-{month - 9 if is_next_year else month + 3:02}-{day:02}"
