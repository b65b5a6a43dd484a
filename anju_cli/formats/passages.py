"""What a format writes: passages of text, each under a slot of the document and a key that orders it there."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol, TypeAlias

from anju_cli.formats.view import View
from anju_cli.outcome import Outcome
from anju_cli.tally import RunSummary

#: What orders the passages of a slot: of one shape within it.
Key: TypeAlias = tuple[str | int, ...]


class Slot(NamedTuple):
    """A place in a document. `before`, `between` and `after` stand around its passages, `empty` where there is none."""

    name: str
    before: str = ""
    between: str = ""
    after: str = ""
    empty: str = ""


class Passage(NamedTuple):
    """A stretch of the document, and where it belongs."""

    slot: str
    text: str
    key: Key = ()


class OutcomeFormat(Protocol):
    """A module that writes outcomes, portion by portion."""

    def slots(self, view: View, /) -> tuple[Slot, ...]:
        """The document's slots in their order."""
        ...

    def passages(self, outcome: Outcome, view: View, /) -> Iterator[Passage]:
        """What one portion adds: its reports, sections and findings."""
        ...

    def frame(self, summary: RunSummary, view: View, /) -> Iterator[Passage]:
        """What stands around them, once the whole run is known."""
        ...
