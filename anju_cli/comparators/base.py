"""What every comparator declares, takes and gives."""

from abc import abstractmethod
from decimal import Decimal
from typing import ClassVar, Literal, NamedTuple, Protocol

from anju_cli.numbers import EXACT, read_plain

#: What a goal is held against beside the figure itself: the year before, another indicator, the list of grades.
Need = Literal["", "before", "reference", "grades"]

#: Which way is better; neither where a goal has two bounds.
Direction = Literal["up", "down", ""]


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


class Bounds(NamedTuple):
    """The interval that keeps a promise; `None` for an open end."""

    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def ends(self) -> tuple[Decimal, ...]:
        """The ends that are not open, the lower one first."""
        return tuple([end for end in self if end is not None])

    def rise_from(self, value: Decimal) -> bool:
        """Whether the way to them leads up from a value that they do not hold."""
        return self.high is None or (self.low is not None and value < self.low)


#: The bounds of a goal without a number of its own.
UNBOUNDED = Bounds()


class GoalDescription(NamedTuple):
    """A goal as data, for people and machines: its kind, which is the key of its words, and the arguments they take.

    `reference` is an indicator's id; what does not apply is `None`.
    """

    kind: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    within: Decimal | None = None
    grade: str | None = None
    reference: str | None = None


class Goal(Protocol):
    """A promise about one indicator: it declares what it is, and nothing is inferred from what it lacks.

    `bounds` is the interval that keeps it, `strict` where a bound itself does not suffice. `paced` where a
    straight line may lead to it.
    """

    kind: ClassVar[str]
    paced: ClassVar[bool]
    strict: ClassVar[bool]
    needs: ClassVar[Need]
    direction: ClassVar[Direction]

    @property
    def bounds(self) -> Bounds:
        """The interval that keeps it."""
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

    def describe(self) -> GoalDescription:
        """What it asks for, without a word of prose."""
        ...


def difference(minuend: Decimal, subtrahend: Decimal) -> Decimal:
    """`minuend - subtrahend`, exactly."""
    return EXACT.subtract(minuend, subtrahend)


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


class Described:
    """A goal is what it describes: of one kind, with the same numbers. A tuple alone equals any with its numbers."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Described) and self.describe() == other.describe()

    def __hash__(self) -> int:
        return hash(self.describe())

    @abstractmethod
    def describe(self) -> GoalDescription:
        """What it asks for: each goal says so itself."""


class Numberless(Described):
    """What goals without a number of their own share."""

    __slots__ = ()
    paced: ClassVar[bool] = False
    strict: ClassVar[bool] = False
    kind: ClassVar[str]

    @property
    def bounds(self) -> Bounds:
        """No bound."""
        return UNBOUNDED

    def numbers(self) -> tuple[str, ...]:
        """Nothing that a quote must contain."""
        return ()

    def describe(self) -> GoalDescription:
        """Its kind says all."""
        return GoalDescription(self.kind)
