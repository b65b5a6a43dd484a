"""A finding as frozen data without prose: its code, where it is, and arguments for the words."""

from enum import StrEnum
from typing import NamedTuple

from anju_cli.codes import CODES, Level
from anju_cli.places import Place

__all__ = ["Diagnostic", "Level", "Related", "WrittenReason", "is_open"]


class Topic(StrEnum):
    """What a finding is about, where what happens next depends on it: nobody asks for a code by name."""

    NONE = ""
    BASE = "base"  # a base year's figure that differs from the catalogue's
    DUPLICATE = "duplicate"  # one figure given twice
    NEAR_REGION = "near_region"  # another region whose name is nearly the plan's own: never folded away
    EMPTY = "empty"  # a file without any figure
    REVISION = "revision"  # a figure openly restated
    UNUSED_REASON = "unused_reason"  # a reason for a query that is not there
    LACKING_KEY = "lacking_key"  # a key that has to be there: it may stand where nothing could be read
    UNQUOTED = "unquoted"  # a text without the quotes that its format asks for
    MISPLACED = "misplaced"  # a figure, or a field of one, at the top: it is there, and can't be taken


class WrittenReason(NamedTuple):
    """The written reason under which a query stands, and where it was given."""

    reason: str
    place: Place


class Related(NamedTuple):
    """A second place that a finding is about: which `role` it plays, and what stands there."""

    place: Place
    role: str
    written: str = ""


class Diagnostic(NamedTuple):
    """A finding: a code, its place and arguments. What it says in words is in the code's folder.

    `kind` tells apart the words of one code (the grammar's refusals, say).
    """

    code: str
    place: Place
    arguments: dict[str, str] = {}  # noqa: RUF012 - never written to
    kind: str = ""
    indicator: str | None = None
    written: str | None = None
    related: tuple[Related, ...] = ()
    explanation: WrittenReason | None = None
    topic: Topic = Topic.NONE

    @property
    def level(self) -> Level:
        """How much it weighs; fixed by its code."""
        return CODES[self.code]

    @property
    def open(self) -> bool:
        """Whether it holds a judgement back: an error, or a query that nothing explains."""
        return is_open(self.level, explained=self.explanation is not None)


def is_open(level: Level, *, explained: bool) -> bool:
    """Whether a finding is open: an error, or a query without a reason."""
    return level is Level.ERROR or (level is Level.QUERY and not explained)
