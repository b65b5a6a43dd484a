"""Which way: held against the same region's year before."""

from typing import ClassVar, Self

from anju_cli.comparators.base import Direction, Facts, Need, Numberless, Verdict, difference, flag


class AgainstYearBefore(Numberless):
    """What the directions share: they need the year before. `level` where standing still keeps the promise."""

    __slots__ = ()
    needs: ClassVar[Need] = "before"
    direction: ClassVar[Direction]
    level: ClassVar[bool] = False

    @classmethod
    def read(cls, raw: object, grades: tuple[str, ...]) -> Self:
        """`rises: true`."""
        flag(raw)
        return cls()

    def judge(self, facts: Facts) -> Verdict:
        """Met beyond the year before, or at the best possible value in both years."""
        value, before = facts.value, facts.before
        if before is None:
            return Verdict(None, lacking="before")
        gap = difference(value, before) if self.direction == "up" else difference(before, value)
        extreme = not self.level and value == before == facts.best
        return Verdict(gap > 0 or extreme or (gap == 0 and self.level), gap, extreme=extreme)


class Rises(AgainstYearBefore):
    """提高, 扩大: above the year before. A rate at its best end, two years running, has kept it."""

    __slots__ = ()
    kind: ClassVar[str] = "rises"
    direction: ClassVar[Direction] = "up"


class Falls(AgainstYearBefore):
    """降低, 减少: below the year before. No death two years running has kept it."""

    __slots__ = ()
    kind: ClassVar[str] = "falls"
    direction: ClassVar[Direction] = "down"


class DoesNotFall(AgainstYearBefore):
    """不降低, 稳定: at or above the year before."""

    __slots__ = ()
    kind: ClassVar[str] = "does_not_fall"
    direction: ClassVar[Direction] = "up"
    level: ClassVar[bool] = True
