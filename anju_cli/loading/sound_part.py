"""The part of a catalogue that fits its shape: for finding what else is wrong with it, never for judging."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from anju_cli.places import Route


class SoundPart(NamedTuple):
    """The texts of a catalogue that fit; `positions` says where each target left stands in the whole, by indicator."""

    raw: Mapping[str, Any]
    positions: Mapping[str, list[int]]

    def route(self, route: Route) -> Route:
        """The route in the whole catalogue."""
        if len(route) > 3 and route[2] == "targets":  # noqa: PLR2004 - the table, an id, its targets, one of them
            return (*route[:3], self.positions[str(route[1])][int(route[3])], *route[4:])
        return route


def sound_part(raw: Mapping[str, Any], flawed: Iterable[Route]) -> SoundPart | None:
    """A catalogue without the targets and indicators that have flaws; `None` where one lies outside of them."""
    whole, parts = set[Any](), set[tuple[Any, Any]]()
    for route in flawed:
        if len(route) < 2 or route[0] != "indicators":  # noqa: PLR2004 - the table, an id
            return None
        if len(route) > 3 and route[2] == "targets":  # noqa: PLR2004 - its targets, one of them
            parts.add((route[1], route[3]))
        else:
            whole.add(route[1])
    indicators, positions = {}, {}
    for id_, indicator in raw["indicators"].items():
        if id_ not in whole:
            targets = indicator.get("targets", [])
            positions[id_] = [index for index in range(len(targets)) if (id_, index) not in parts]
            indicators[id_] = {**indicator, "targets": [targets[index] for index in positions[id_]]}
    return SoundPart({**raw, "indicators": indicators}, positions)
