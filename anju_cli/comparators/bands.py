"""Two bounds: an interval, a number with a band set by a person, one exact number."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, NamedTuple

from anju_cli.comparators.base import (
    Bounds,
    Described,
    Direction,
    Facts,
    GoalDescription,
    GoalError,
    Need,
    Verdict,
    difference,
    number,
)
from anju_cli.numbers import EXACT, plain

_ZERO = Decimal(0)


class _Interval(NamedTuple):
    bounds: Bounds
    center: Decimal | None = None
    within: Decimal | None = None


class Band(Described, _Interval):
    """An interval with both ends included; `center` is the number that the plan names."""

    __slots__ = ()
    kind: ClassVar[str]
    paced: ClassVar[bool] = True
    strict: ClassVar[bool] = False
    needs: ClassVar[Need] = ""
    direction: ClassVar[Direction] = ""

    def judge(self, facts: Facts) -> Verdict:
        """Met inside; the gap is zero there, else the distance to the nearest end, below zero."""
        low, high = self.bounds.ends
        short = min(_ZERO, difference(facts.value, low), difference(high, facts.value))
        return Verdict(short == 0, short)

    def describe(self) -> GoalDescription:
        """Both ends, and the number where there is one."""
        low, high = self.bounds
        value = self.center if self.center is not None else low if low == high else None
        return GoalDescription(self.kind, value, low, high, self.within)


class Between(Band):
    """1-2所: from one number to another."""

    __slots__ = ()
    kind: ClassVar[str] = "between"

    @classmethod
    def read(cls, raw: object, grades: tuple[str, ...]) -> "Between":
        """`[low, high]`."""
        if isinstance(raw, str) or not isinstance(raw, Sequence) or len(raw) != 2:  # noqa: PLR2004 - two ends
            raise GoalError("pair")
        low, high = number(raw[0]), number(raw[1])
        if low > high:
            raise GoalError("order")
        return cls(Bounds(low, high))

    def numbers(self) -> tuple[str, ...]:
        """Both ends."""
        return tuple(map(plain, self.bounds.ends))


class About(Band):
    """左右: a number, and the band that a person set around it."""

    __slots__ = ()
    kind: ClassVar[str] = "about"

    @classmethod
    def read(cls, raw: object, grades: tuple[str, ...]) -> "About":
        """`{value: 75, within: 2}`."""
        if not isinstance(raw, Mapping) or set(raw) != {"value", "within"}:
            raise GoalError("about")
        value, within = number(raw["value"]), number(raw["within"])
        if within < 0:
            raise GoalError("order")
        return cls(Bounds(EXACT.subtract(value, within), EXACT.add(value, within)), value, within)

    def numbers(self) -> tuple[str, ...]:
        """The number; the band is editorial and stands in no plan."""
        return () if self.center is None else (plain(self.center),)


class Exactly(Band):
    """设置1个: this number and no other."""

    __slots__ = ()
    kind: ClassVar[str] = "exactly"

    @classmethod
    def read(cls, raw: object, grades: tuple[str, ...]) -> "Exactly":
        """The number."""
        return cls(Bounds(number(raw), number(raw)), number(raw))

    def numbers(self) -> tuple[str, ...]:
        """The number."""
        return tuple(map(plain, self.bounds.ends[:1]))
