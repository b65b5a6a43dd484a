"""The years of one indicator in one region, as numbers: what promises are assessed from."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple


class Parts(NamedTuple):
    """Numerator and denominator, each in its own unit."""

    numerator: Decimal
    denominator: Decimal


class Doubt(NamedTuple):
    """What keeps a figure from being believed: codes; `refused` where an error does, else a query is to be settled."""

    codes: tuple[str, ...]
    refused: bool


class Entry(NamedTuple):
    """One year: the number, the word for what is missing, or the doubt.

    `number` is in the indicator's unit, a grade's its rank; under a doubt it is what it would be. `stated` where
    only the next year's report gave it, as its year before. `previous` is the year before as this year's report
    gives it.
    """

    number: Decimal | None = None
    missing: str = ""
    doubt: Doubt | None = None
    parts: Parts | None = None
    previous: Decimal | None = None
    stated: bool = False


_NOTHING: Mapping[int, Entry] = MappingProxyType({})


class Years(NamedTuple):
    """What is known of every year: the entries, and the believed numbers among them, oldest first."""

    entries: Mapping[int, Entry] = _NOTHING
    course: tuple[tuple[int, Decimal], ...] = ()

    def believed_in(self, year: int) -> Decimal | None:
        """The believed number of that very year; never an older one in its place."""
        entry = self.entries.get(year)
        return entry.number if entry is not None and entry.doubt is None else None

    def up_to(self, year: int) -> tuple[tuple[int, Decimal], ...]:
        """The believed numbers of the years up to one."""
        return tuple([known for known in self.course if known[0] <= year])


def years_of(entries: Mapping[int, Entry]) -> Years:
    """Entries in any order, with the believed numbers among them."""
    course = [
        (year, entry.number) for year, entry in sorted(entries.items()) if entry.number is not None and not entry.doubt
    ]
    return Years(entries, tuple(course))


#: A region that has reported nothing of an indicator.
UNKNOWN = Years()


class Series(NamedTuple):
    """The year that is assessed, all that is known of the indicator, and of the one it is held against."""

    year: int
    years: Years
    reference: Years = UNKNOWN

    @property
    def entry(self) -> Entry | None:
        """What the year's own reports say; a number that only the next year's report states is not theirs."""
        return self.years.entries.get(self.year)

    @property
    def before(self) -> Decimal | None:
        """The year before: its own figure, else this year's `previous`; in doubt it has none."""
        entry, last = self.entry, self.years.entries.get(self.year - 1)
        if last is not None and (last.number is not None or last.doubt is not None):
            return last.number if last.doubt is None else None
        return None if entry is None else entry.previous

    @property
    def reference_value(self) -> Decimal | None:
        """The same year's own figure of the indicator that this one is held against."""
        entry = self.reference.entries.get(self.year)
        return entry.number if entry is not None and entry.doubt is None and not entry.stated else None
