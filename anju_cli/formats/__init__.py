"""An outcome, or a trend, as text. The literal table of formats, for all commands."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from anju_cli.formats.passages import OutcomeFormat
from anju_cli.formats.view import View

# A check needs no courses.
if TYPE_CHECKING:
    from anju_cli.timelines import Trend


class TrendFormat(Protocol):
    """A module that writes trends."""

    def render(self, trend: "Trend", view: View, /) -> str:
        """The whole text."""
        ...


class Format(NamedTuple):
    """An output format: suffixes of its files, media type, and the modules that write it, loaded when asked for.

    `findings` says whether a report in it shows them; where it does not, the command counts them.
    """

    suffixes: tuple[str, ...]
    media_type: str
    check: Callable[[], OutcomeFormat]
    trend: Callable[[], TrendFormat]
    findings: bool = True

    @property
    def machine(self) -> bool:
        """Whether it is UTF-8 wherever it goes: it is no text for a terminal."""
        return self.media_type != "text/plain"


def _text() -> OutcomeFormat:
    from anju_cli.formats import text

    return text


def _text_trend() -> TrendFormat:
    from anju_cli.formats.trends import text

    return text


def _json() -> OutcomeFormat:
    from anju_cli.formats import json

    return json


def _json_trend() -> TrendFormat:
    from anju_cli.formats.trends import json

    return json


def _csv() -> OutcomeFormat:
    from anju_cli.formats import csv

    return csv


def _csv_trend() -> TrendFormat:
    from anju_cli.formats.trends import csv

    return csv


def _markdown() -> OutcomeFormat:
    from anju_cli.formats import markdown

    return markdown


def _markdown_trend() -> TrendFormat:
    from anju_cli.formats.trends import markdown

    return markdown


#: A format is its modules and a line here.
FORMATS: dict[str, Format] = {
    "text": Format((".txt",), "text/plain", _text, _text_trend),
    "json": Format((".json",), "application/json", _json, _json_trend),
    "csv": Format((".csv",), "text/csv", _csv, _csv_trend, findings=False),
    "markdown": Format((".md", ".markdown"), "text/markdown", _markdown, _markdown_trend),
}


class Suffixed(Protocol):
    """A format of whatever it may be: what its files end in."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of its files."""
        ...


def format_of(suffix: str, formats: Mapping[str, Suffixed] = FORMATS) -> str | None:
    """The format that a suffix asks for; `None` where it is none of these."""
    return next((name for name, format_ in formats.items() if suffix in format_.suffixes), None)


__all__ = ["FORMATS", "Format", "OutcomeFormat", "Suffixed", "TrendFormat", "View", "format_of"]
