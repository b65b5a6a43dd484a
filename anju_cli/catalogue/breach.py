"""What a catalogue may not do."""

from typing import NamedTuple

from anju_cli.places import Route


class Breach(NamedTuple):
    """One thing that a catalogue may not do."""

    code: str
    route: Route
    kind: str = ""
    arguments: dict[str, str] = {}  # noqa: RUF012 - never written to
