"""A catalogue's texts to values. They are sound: validated now, or when the compiled form was made."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from anju_cli.catalogue.models import (
    Baseline,
    Catalogue,
    Department,
    Exempt,
    Head,
    Indicator,
    Part,
    Region,
    Target,
    Words,
)
from anju_cli.comparators import GOALS, Goal

_Value = TypeVar("_Value")

#: A mapping of the catalogue: texts, lists and mappings as they were written.
Raw = Mapping[str, Any]

#: How an open end of a range is written.
OPEN_ENDS = frozenset({"null", "~", ""})


def build(raw: Raw) -> Catalogue:
    """The whole catalogue."""
    return Catalogue(
        _head(raw["catalogue"]),
        {id_: _indicator(indicator) for id_, indicator in raw["indicators"].items()},
        {key: _words(area) for key, area in raw.get("areas", {}).items()},
        {name: _department(department) for name, department in raw.get("departments", {}).items()},
        tuple(_exempt(number) for number in raw.get("exempt", ())),
    )


def _made(kind: Callable[..., _Value], raw: Raw, readers: Mapping[str, Callable[[Any], Any]]) -> _Value:
    """A value from the keys that were written; a key without a reader is a text."""
    return kind(**{key: readers[key](value) if key in readers else value for key, value in raw.items()})


def _words(raw: str | Raw) -> Words:
    """A single text serves both languages."""
    return Words(raw, raw) if isinstance(raw, str) else Words(raw["zh"], raw["en"])


def _flag(raw: str) -> bool:
    return raw == "true"


def _aspirational(raw: str) -> str:
    """The plan's own word; `true` means 力争."""
    return {"true": "力争", "false": ""}.get(raw, raw)


def _years(raw: list[str]) -> tuple[int, int]:
    first, last = map(int, raw)
    return first, last


def _range(raw: list[str]) -> tuple[Decimal | None, Decimal | None]:
    low, high = (None if end in OPEN_ENDS else Decimal(end) for end in raw)
    return low, high


def _region(raw: Raw) -> Region:
    return _made(Region, raw, {"aliases": tuple, "others": tuple})


def _department(raw: Raw) -> Department:
    return _made(Department, raw, {"aliases": tuple})


def _part(raw: Raw) -> Part:
    return _made(Part, raw, {"name": _words, "unit_forms": tuple})


def _baseline(raw: Raw) -> Baseline:
    return _made(Baseline, raw, {"year": int, "value": Decimal})


def _milestones(raw: Raw) -> dict[int, Decimal]:
    return {int(year): Decimal(value) for year, value in raw.items()}


def _exempt(raw: Raw) -> Exempt:
    return _made(Exempt, raw, {"reason": _words})


def _head(raw: Raw) -> Head:
    return _made(Head, raw, {"region": _region, "period": _years, "years": _years})


def goal_of(raw: Raw, grades: tuple[str, ...]) -> tuple[str, Goal]:
    """The one comparator of a target with its key; raises `GoalError`."""
    key = next(key for key in raw if key in GOALS)
    return key, GOALS[key].read(raw[key], grades)


def _target(raw: Raw, grades: tuple[str, ...]) -> Target:
    comparator, goal = goal_of(raw, grades)
    rest = {key: value for key, value in raw.items() if key != comparator}
    return _made(lambda **values: Target(goal=goal, **values), rest, _TARGET)


def _indicator(raw: Raw) -> Indicator:
    grades = tuple(raw.get("grades", ()))
    targets = tuple([_target(target, grades) for target in raw.get("targets", ())])
    return _made(Indicator, {**raw, "targets": targets}, _INDICATOR)


_TARGET: Mapping[str, Callable[[Any], Any]] = {
    "by": int, "every_year": _flag, "partners": tuple, "lead_assigned": _flag,
    "aspirational": _aspirational, "baseline": _baseline, "milestones": _milestones, "editorial": _words,
}  # fmt: skip
_INDICATOR: Mapping[str, Callable[[Any], Any]] = {
    "name": _words, "aliases": tuple, "definition": _words, "comparable": _flag, "unit_forms": tuple, "range": _range,
    "whole": _flag, "per": Decimal, "numerator": _part, "denominator": _part, "max_change": Decimal, "grades": tuple,
}  # fmt: skip
