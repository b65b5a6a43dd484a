"""Held against another figure of the same region and year."""

from typing import ClassVar, NamedTuple

from anju_cli.comparators.base import (
    Direction,
    Facts,
    GoalDescription,
    GoalError,
    Need,
    Numberless,
    Verdict,
    difference,
)


class _Reference(NamedTuple):
    indicator: str


class NotBelow(Numberless, _Reference):
    """不低于 another indicator."""

    __slots__ = ()
    needs: ClassVar[Need] = "reference"
    direction: ClassVar[Direction] = "up"
    kind: ClassVar[str] = "not_below"

    @classmethod
    def read(cls, raw: object, grades: tuple[str, ...]) -> "NotBelow":
        """The id of the other indicator."""
        if not isinstance(raw, str) or not raw:
            raise GoalError("indicator")
        return cls(raw)

    def judge(self, facts: Facts) -> Verdict:
        """Met at or above the reference of the same year."""
        if facts.reference is None:
            return Verdict(None, lacking="reference")
        return Verdict(facts.value >= facts.reference, difference(facts.value, facts.reference))

    def describe(self) -> GoalDescription:
        """The indicator that it is held against."""
        return GoalDescription(self.kind, reference=self.indicator)
