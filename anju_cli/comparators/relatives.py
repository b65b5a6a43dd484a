"""Held against another figure of the same region and year."""

from dataclasses import dataclass
from typing import ClassVar

from anju_cli.comparators.base import Facts, GoalError, Numberless, Verdict, difference


@dataclass(frozen=True, slots=True)
class NotBelow(Numberless):
    """不低于 another indicator."""

    indicator: str
    needs: ClassVar[str] = "reference"
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
