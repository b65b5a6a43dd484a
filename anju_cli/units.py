"""A unit as pages show it: in their language, in the singular or the plural, and how it stands behind a number."""

import re
from typing import NamedTuple

#: The 1 of 1/10万 and 1 per 100,000, which a number stands in place of; that of 10万人 is none.
_LEADING_ONE = re.compile(r"1(?![\d.,])\s*")

#: What the singular stands with.
_ONE = frozenset({"1", "+1", "-1"})


class Unit(NamedTuple):
    """A unit as the catalogue writes it and, where it says so, in English: in one form, or in two as `bed|beds`."""

    written: str
    en: str = ""

    def in_(self, lang: str, number: str = "") -> str:
        """In a language, beside a number as it is shown; alone in the plural."""
        if lang != "en" or not self.en:
            return self.written
        one, _, many = self.en.partition("|")
        return one if number in _ONE or not many else many

    def behind(self, number: str, lang: str) -> str:
        """A number with its unit: 78.5 %, 17.8/10万, 1 bed."""
        unit = self.in_(lang, number)
        match = _LEADING_ONE.match(unit)
        unit = unit[match.end() :] if match else unit
        return f"{number}{unit}" if unit.startswith(("/", "／")) else f"{number} {unit}".rstrip()

    def named(self, lang: str) -> str:
        """For who has to write it: the English, and what the catalogue writes."""
        shown = self.in_(lang)
        return shown if shown == self.written else f"{shown} ({self.written})"
