"""Ordered grades, worst first; a figure's value is its rank."""

from decimal import Decimal
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


class _Grade(NamedTuple):
    grade: str
    rank: Decimal


class GradeAtLeast(Numberless, _Grade):
    """二级甲等以上: this grade or a better one."""

    __slots__ = ()
    needs: ClassVar[Need] = "grades"
    direction: ClassVar[Direction] = "up"
    kind: ClassVar[str] = "grade_at_least"

    @classmethod
    def read(cls, raw: object, grades: tuple[str, ...]) -> "GradeAtLeast":
        """A grade of the indicator's list."""
        if not isinstance(raw, str) or raw not in grades:
            raise GoalError("grade")
        return cls(raw, Decimal(grades.index(raw)))

    def judge(self, facts: Facts) -> Verdict:
        """Met at this rank or above; the gap counts grades."""
        return Verdict(facts.value >= self.rank, difference(facts.value, self.rank))

    def numbers(self) -> tuple[str, ...]:
        """The grade's name."""
        return (self.grade,)

    def describe(self) -> GoalDescription:
        """The grade."""
        return GoalDescription(self.kind, grade=self.grade)
