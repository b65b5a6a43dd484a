"""One bound: 以上 不低于 以下 不超过 include the number (民法典 第1259条); 大于 超过 do not."""

from decimal import Decimal
from typing import ClassVar, NamedTuple, Self

from anju_cli.comparators.base import (
    Bounds,
    Described,
    Direction,
    Facts,
    GoalDescription,
    Need,
    Verdict,
    difference,
    flag,
    number,
)
from anju_cli.numbers import plain


class _Number(NamedTuple):
    goal: Decimal


class Limit(Described, _Number):
    """A single number to be held against."""

    __slots__ = ()
    kind: ClassVar[str]
    paced: ClassVar[bool] = True
    strict: ClassVar[bool] = False
    needs: ClassVar[Need] = ""

    @classmethod
    def read(cls, raw: object, grades: tuple[str, ...]) -> Self:
        """The bound as the catalogue gives it."""
        return cls(number(raw))

    def numbers(self) -> tuple[str, ...]:
        """The bound."""
        return (plain(self.goal),)

    def _verdict(self, gap: Decimal) -> Verdict:
        return Verdict(gap > 0 or (gap == 0 and not self.strict), gap)


class Lower(Limit):
    """More is better."""

    __slots__ = ()
    direction: ClassVar[Direction] = "up"

    @property
    def bounds(self) -> Bounds:
        """From the number on."""
        return Bounds(low=self.goal)

    def judge(self, facts: Facts) -> Verdict:
        """Met above the bound, and at it where that suffices."""
        return self._verdict(difference(facts.value, self.goal))

    def describe(self) -> GoalDescription:
        """The number is the least."""
        return GoalDescription(self.kind, self.goal, low=self.goal)


class Upper(Limit):
    """Less is better."""

    __slots__ = ()
    direction: ClassVar[Direction] = "down"

    @property
    def bounds(self) -> Bounds:
        """Up to the number."""
        return Bounds(high=self.goal)

    def judge(self, facts: Facts) -> Verdict:
        """Met below the bound, and at it where that suffices."""
        return self._verdict(difference(self.goal, facts.value))

    def describe(self) -> GoalDescription:
        """The number is the most."""
        return GoalDescription(self.kind, self.goal, high=self.goal)


class AtLeast(Lower):
    """不低于, 以上: the number itself suffices."""

    __slots__ = ()
    kind: ClassVar[str] = "at_least"


class GreaterThan(Lower):
    """大于, 超过: the number itself does not suffice."""

    __slots__ = ()
    kind: ClassVar[str] = "greater_than"
    strict: ClassVar[bool] = True


class AtMost(Upper):
    """不超过, 以下, 以内: the number itself suffices."""

    __slots__ = ()
    kind: ClassVar[str] = "at_most"


class LessThan(Upper):
    """小于, 低于: the number itself does not suffice."""

    __slots__ = ()
    kind: ClassVar[str] = "less_than"
    strict: ClassVar[bool] = True


class Complete(AtLeast):
    """全覆盖, 所有, 全部: the whole, 100 %."""

    __slots__ = ()
    kind: ClassVar[str] = "complete"

    @classmethod
    def read(cls, raw: object, grades: tuple[str, ...]) -> Self:
        """`complete: true`."""
        flag(raw)
        return cls(Decimal(100))

    def numbers(self) -> tuple[str, ...]:
        """The words for a whole are many; none is asked for."""
        return ()
