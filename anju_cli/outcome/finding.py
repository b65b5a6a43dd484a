"""What was found, with its place made concrete."""

from typing import NamedTuple

from anju_cli.catalogue import Words
from anju_cli.diagnostics import Diagnostic, Level
from anju_cli.places import Span


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
