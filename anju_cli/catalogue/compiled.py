"""The compiled form of the shipped catalogue: its texts and places as JSON, so that a usual run validates nothing.

It is no executable format, and it is taken only for the very text that it was made from. `compile` writes it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from anju_cli.places import Bare, BareSpans, Route

FILE = Path(__file__).with_name("targets.json")


class Compiled(NamedTuple):
    """The texts as they were written, and where each of them stands."""

    raw: Mapping[str, Any]
    places: "CompiledPlaces"


class CompiledPlaces:
    """Where the routes of an indicator stand, by its id: a line each, of which the one asked for is read."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places

    def get(self, route: Route) -> BareSpans | None:
        """Where the value and the key of a route stand; `None` where nothing is known of it."""
        if len(route) < 2 or route[0] != "indicators":  # noqa: PLR2004 - the table, an id
            return None
        begin, lines = f"\n{joined(route[2:])}\t", self._places.get(str(route[1]), "")
        start = lines.find(begin) + len(begin)
        if start < len(begin):
            return None
        numbers = tuple(map(int, lines[start : lines.find("\n", start)].split()))
        return numbers[:4], numbers[4:] or None


def joined(route: Route) -> str:
    """The rest of a route as the compiled form writes it."""
    return "/".join(map(str, route))


def written(value: Bare, key: Bare | None) -> str:
    """A place as the compiled form writes it: four numbers for the value, four for the key if there is one."""
    return " ".join(map(str, (*value, *(key or ()))))


def load_compiled(sha256: str) -> Compiled | None:
    """The compiled form, if it was made from the text with this checksum."""
    try:
        content = json.loads(FILE.read_bytes())
    except (OSError, ValueError):  # ValueError: two versions half merged
        return None
    if content["sha256"] != sha256:
        return None
    return Compiled(content["catalogue"], CompiledPlaces(content["places"]))
