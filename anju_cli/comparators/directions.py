"""Which way: held against the same region's year before."""

from typing import ClassVar, Self

from anju_cli.comparators.base import Direction, Facts, Need, Numberless, Verdict, difference, flag


class AgainstYearBefore(Numberless):
    """What the directions share: they need the year before."""

    __slots__ = ()
    needs: ClassVar[Need] = "before"

    @classmethod
    def read(cls, raw: object, grades: tuple[str, ...]) -> Self:
        """`rises: true`."""
        flag(raw)
        return cls()


class Rises(AgainstYearBefore):
    """提高, 扩大: above the year before. A rate at its best end, two years running, has kept it."""

    __slots__ = ()
    kind: ClassVar[str] = "rises"
    direction: ClassVar[Direction] = "up"

    def judge(self, facts: Facts) -> Verdict:
        """Met above the year before, or at the best possible value in both years."""
        if facts.before is None:
            return Verdict(None, lacking="before")
        extreme = facts.value == facts.before == facts.best
        return Verdict(facts.value > facts.before or extreme, difference(facts.value, facts.before), extreme=extreme)


class Falls(AgainstYearBefore):
    """降低, 减少: below the year before. No death two years running has kept it."""

    __slots__ = ()
    kind: ClassVar[str] = "falls"
    direction: ClassVar[Direction] = "down"

    def judge(self, facts: Facts) -> Verdict:
        """Met below the year before, or at the best possible value in both years."""
        if facts.before is None:
            return Verdict(None, lacking="before")
        extreme = facts.value == facts.before == facts.best
        return Verdict(facts.value < facts.before or extreme, difference(facts.before, facts.value), extreme=extreme)


class DoesNotFall(AgainstYearBefore):
    """不降低, 稳定: at or above the year before."""

    __slots__ = ()
    kind: ClassVar[str] = "does_not_fall"
    direction: ClassVar[Direction] = "up"

    def judge(self, facts: Facts) -> Verdict:
        """Met at or above the year before."""
        if facts.before is None:
            return Verdict(None, lacking="before")
        return Verdict(facts.value >= facts.before, difference(facts.value, facts.before))
