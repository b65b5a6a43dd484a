"""What every comparator takes and gives."""

from decimal import Decimal
from typing import ClassVar, NamedTuple, Protocol

from anju_cli.numbers import EXACT, read_plain


class GoalError(ValueError):
    """A goal that was written wrong; `kind` finds the words."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Facts(NamedTuple):
    """What a verdict is made from. Values in the indicator's unit; a grade is its rank, from 0."""

    value: Decimal
    before: Decimal | None = None
    reference: Decimal | None = None
    best: Decimal | None = None


class Verdict(NamedTuple):
    """`met` is `None` when the facts do not suffice; `lacking` then names what is missing.

    `gap` below zero is always short. `extreme` marks a rate at the best end of its range.
    """

    met: bool | None
    gap: Decimal | None = None
    lacking: str = ""
    extreme: bool = False


class Goal(Protocol):
    """A promise about one indicator.

    `low` and `high` are the interval that keeps it: `None` for an open end or no number at all;
    `strict` where a bound itself does not suffice.
    """

    kind: ClassVar[str]
    paced: ClassVar[bool]
    strict: ClassVar[bool]
    needs: ClassVar[str]

    @property
    def low(self) -> Decimal | None:
        """The least value that keeps it."""
        ...

    @property
    def high(self) -> Decimal | None:
        """The greatest value that keeps it."""
        ...

    @classmethod
    def read(cls, raw: object, grades: tuple[str, ...]) -> "Goal":
        """The goal from a catalogue's words; raises `GoalError`."""
        ...

    def judge(self, facts: Facts) -> Verdict:
        """Compare exactly; nothing is rounded."""
        ...

    def numbers(self) -> tuple[str, ...]:
        """What the quoted words must contain."""
        ...


def difference(left: Decimal, right: Decimal) -> Decimal:
    """`left - right`, exactly."""
    return EXACT.subtract(left, right)


def number(raw: object) -> Decimal:
    """A plain number of the catalogue, or `GoalError`."""
    value = read_plain(raw) if isinstance(raw, str) else None
    if value is None:
        raise GoalError("number")
    return value


def flag(raw: object) -> None:
    """`true`, the one word a goal without a number takes, or `GoalError`."""
    if raw != "true":
        raise GoalError("flag")


class Numberless:
    """What goals without a number of their own share."""

    __slots__ = ()
    paced: ClassVar[bool] = False
    strict: ClassVar[bool] = False

    @property
    def low(self) -> Decimal | None:
        """No bound."""
        return None

    @property
    def high(self) -> Decimal | None:
        """No bound."""
        return None

    def numbers(self) -> tuple[str, ...]:
        """Nothing that a quote must contain."""
        return ()
