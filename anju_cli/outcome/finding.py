"""What was found, with its place made concrete."""

from enum import StrEnum
from typing import NamedTuple

from anju_cli.catalogue import Words
from anju_cli.diagnostics import Diagnostic, Level, Topic
from anju_cli.places import Span


class FindingKind(StrEnum):
    """What a finding means to who reads the figures: doubts first, then what was restated, then the rest."""

    ERROR = "error"
    QUERY = "query"
    EXPLAINED = "explained"
    REVISED = "revised"
    NOTE = "note"


_LEVELS = tuple(Level)

#: Where a finding stands that is about no line.
_START = Span(1, 1, 1, 1)


class Finding(NamedTuple):
    """A diagnostic with its place made concrete: line, column and the line's text."""

    diagnostic: Diagnostic
    span: Span | None
    line_text: str
    related: tuple["RelatedPlace", ...] = ()
    name: Words | None = None
    clause: str | None = None
    quote: str | None = None
    catalogue_line: int | None = None
    catalogue_path: str = ""

    @property
    def level(self) -> Level:
        """Its level."""
        return self.diagnostic.level

    @property
    def written(self) -> str | None:
        """What was written; where nothing is quoted, and no indicator meant, the line that it is about."""
        diagnostic = self.diagnostic
        if diagnostic.written is not None or diagnostic.indicator is not None or self.span in (None, _START):
            return diagnostic.written
        return self.line_text.strip() or None

    @property
    def kind(self) -> FindingKind:
        """What it means to who reads the figures."""
        if self.diagnostic.topic is Topic.REVISION:
            return FindingKind.REVISED
        return FindingKind.EXPLAINED if self.diagnostic.explanation is not None else FindingKind(self.level.value)

    @property
    def folds(self) -> bool:
        """Whether it is a note that may be told with others of its code: not one that shows a likely slip."""
        return self.level is Level.NOTE and self.diagnostic.topic is not Topic.NEAR_REGION

    @property
    def rank(self) -> tuple[int, str, int, int, str]:
        """The order in which findings are told: by level, then file, line, column and code."""
        line, column, *_ = self.span or (0, 0)
        return _LEVELS.index(self.level), self.diagnostic.place.path, line, column, self.diagnostic.code


class RelatedPlace(NamedTuple):
    """A second place made concrete."""

    path: str
    span: Span | None
    line_text: str
    role: str
    written: str


class FindingSummary(NamedTuple):
    """A finding in short: its code, what it says, and where it stands or stood."""

    code: str
    level: Level
    message: str
    path: str
    line: int | None
