"""Exact quotients, divided only where they are shown: rounded once, half to even (GB/T 8170—2008).

What decides is never rounded. What is shown keeps its order to what it was compared with; a need is rounded away
from nothing, to what suffices.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from anju_cli.numbers import EXACT

_ONE = Decimal(1)

#: JSON has what ends within fifteen places exactly, the rest to ten.
_ENDS, _TOLD = 15, 10

#: More places than these nobody reads: what they do not tell apart is told in words.
MOST_PLACES = 8


class RoundedNumber(NamedTuple):
    """A number for show, with the places it was rounded to. `exact` where nothing was rounded off."""

    value: Decimal
    exact: bool = True

    @property
    def bare(self) -> Decimal:
        """The number; an exact one without zeros behind it that nobody needs."""
        if (self.value and not self.exact) or int(self.value.as_tuple().exponent) >= 0:
            return self.value
        return Decimal(f"{self.value:f}".rstrip("0").rstrip("."))


class Quotient(NamedTuple):
    """An exact quotient; the divisor is above zero."""

    dividend: Decimal
    divisor: Decimal = _ONE

    def side(self, number: Decimal) -> int:
        """Below a number -1, at it 0, above it 1; exactly."""
        return int(EXACT.compare(self.dividend, EXACT.multiply(number, self.divisor)))

    def minus(self, number: Decimal) -> "Quotient":
        """How far it lies above a number."""
        return Quotient(EXACT.subtract(self.dividend, EXACT.multiply(number, self.divisor)), self.divisor)

    def shared(self, parts: int) -> "Quotient":
        """One of equal parts."""
        return Quotient(self.dividend, EXACT.multiply(self.divisor, Decimal(parts)))

    def size(self) -> "Quotient":
        """Without its sign."""
        return Quotient(self.dividend.copy_abs(), self.divisor)

    def rounded(self, places: int, *, away: bool = False) -> RoundedNumber:
        """To so many places (below zero: tens, hundreds), half to even or away from zero; never "-0"."""
        whole, rest = EXACT.divmod(EXACT.scaleb(self.dividend, places), self.divisor)
        twice = EXACT.multiply(rest.copy_abs(), Decimal(2))
        odd = EXACT.remainder(whole, Decimal(2)) != 0
        if rest and (away or twice > self.divisor or (twice == self.divisor and odd)):
            whole = EXACT.add(whole, _ONE.copy_sign(self.dividend))
        return RoundedNumber(EXACT.scaleb(whole or Decimal(0), -places), not rest)

    def told(self) -> RoundedNumber:
        """For machines: exact where it ends within fifteen places, else to ten."""
        full = self.rounded(_ENDS)
        return full if full.exact else self.rounded(_TOLD)

    def apart(self, numbers: Iterable[Decimal | None], places: int) -> RoundedNumber:
        """With so many places or as many more, up to eight, as keep its order to what it was compared with."""
        compared = [number for number in numbers if number is not None]
        while True:
            shown = self.rounded(places)
            if shown.exact or places >= MOST_PLACES or not any(hides(self, shown, number) for number in compared):
                return shown
            places += 1


def hides(quotient: Quotient, shown: RoundedNumber, number: Decimal) -> bool:
    """Whether a rounded number stands on another side of a number than the true one."""
    return int(EXACT.compare(shown.value, number)) != quotient.side(number)


def visible_need(need: Quotient, places: int, room: Quotient | None = None) -> RoundedNumber:
    """A need to so many places, at least those of its first digit."""
    return needed(need, max(places, first_place(need)), room)


def needed(need: Quotient, places: int, room: Quotient | None = None) -> RoundedNumber:
    """A need to so many places, never towards less.

    Where that would go past `room` (the most that a goal with two bounds leaves), half to even.
    """
    shown = need.rounded(places, away=True)
    if room is not None and room.size().side(shown.value.copy_abs()) < 0:
        return need.rounded(places)
    return shown


def told_need(need: Quotient, room: Quotient | None = None) -> RoundedNumber:
    """A need for machines: exact, or to ten places and never towards less."""
    full = need.told()
    return full if full.exact else needed(need, _TOLD, room)


def first_place(quotient: Quotient) -> int:
    """The place of the first digit: 1 for 0.5, -1 for 12; 0 for nothing."""
    places = quotient.divisor.adjusted() - quotient.dividend.adjusted()
    if not quotient.dividend:
        return 0
    return places if EXACT.scaleb(quotient.dividend.copy_abs(), places) >= quotient.divisor else places + 1


def quotient(dividend: Decimal, divisor: Decimal | int) -> Quotient:
    """`dividend ÷ divisor`, which is not zero, as it is."""
    below = Decimal(divisor)
    return Quotient(dividend.copy_negate(), below.copy_negate()) if below < 0 else Quotient(dividend, below)
