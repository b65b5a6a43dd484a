"""Pydantic's errors about the catalogue, by type and place, as (type, route, arguments)."""

from typing import Any, NamedTuple

from pydantic import ValidationError

from anju_cli.places import Route


class Flaw(NamedTuple):
    """One thing that does not fit the shape."""

    type: str
    route: Route
    context: dict[str, Any]
    given: Any


def flaws_of(error: ValidationError, data: Any) -> list[Flaw]:
    """Every error with its route through the data; segments that are no keys (a union's tag) are passed over."""
    return [
        Flaw(error["type"], _route(error["loc"], data), dict(error.get("ctx", {})), error.get("input"))
        for error in error.errors(include_url=False)
    ]


def _route(loc: tuple[int | str, ...], data: Any) -> Route:
    route: list[int | str] = []
    for index, segment in enumerate(loc):
        if _holds(data, segment):
            data = data[segment]
            route.append(segment)
        elif index == len(loc) - 1:
            route.append(segment)
    return tuple(route)


def _holds(data: Any, segment: int | str) -> bool:
    if isinstance(data, dict):
        return segment in data
    return isinstance(data, list) and isinstance(segment, int) and 0 <= segment < len(data)
