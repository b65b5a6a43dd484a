"""Pydantic's errors, by type and place, as (type, route, arguments); and what they leave of the data."""

from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from anju_cli.source import Route

_Model = TypeVar("_Model", bound=BaseModel)


class Flaw(NamedTuple):
    """One thing that does not fit the shape."""

    type: str
    route: Route
    context: dict[str, Any]
    given: Any


def flaws_of(error: ValidationError, data: Any) -> list[Flaw]:
    """Every error with its route through the data; segments that are no keys (a union's tag) are passed over."""
    return [
        Flaw(one["type"], _route(one["loc"], data), dict(one.get("ctx", {})), one.get("input"))
        for one in error.errors(include_url=False)
    ]


def validated(model: type[_Model], data: dict[str, Any]) -> tuple[_Model | None, list[Flaw]]:
    """The model of what fits in `data`, and the flaws of what does not (which is taken out of `data`)."""
    flaws: list[Flaw] = []
    while True:
        try:
            return model.model_validate(data), flaws
        except ValidationError as error:
            found = flaws_of(error, data)
            flaws += found
            if not all(_prune(data, flaw) for flaw in found):
                return None, flaws


def _route(loc: tuple[int | str, ...], data: Any) -> Route:
    route: list[int | str] = []
    for index, segment in enumerate(loc):
        inside = (isinstance(data, dict) and segment in data) or (isinstance(data, list) and segment in range(len(data)))
        if inside:
            data = data[segment]
            route.append(segment)
        elif index == len(loc) - 1:
            route.append(segment)
    return tuple(route)


def _prune(data: Any, flaw: Flaw) -> bool:
    """Take out what does not fit, or what lacks a required key. False when it is the whole."""
    route = flaw.route[:-1] if flaw.type == "missing" else flaw.route
    if not route:
        return False
    for segment in route[:-1]:
        data = data[segment] if _holds(data, segment) else {}
    if isinstance(data, dict):
        data.pop(route[-1], None)
    elif _holds(data, route[-1]):
        data[route[-1]] = {}
    return True


def _holds(data: Any, segment: int | str) -> bool:
    return segment in data if isinstance(data, dict) else isinstance(segment, int) and 0 <= segment < len(data)
