"""A catalogue of one's own held to its shape, and to what it must keep beyond that: all of it in our own codes."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from anju_cli.catalogue import Catalogue, shapes
from anju_cli.catalogue.building import build
from anju_cli.catalogue.checks import breaches
from anju_cli.catalogue.models import BASES
from anju_cli.characters import clipped, hiding, visible
from anju_cli.comparators import GOALS
from anju_cli.diagnostics import Diagnostic
from anju_cli.loading.catalogue import CatalogueText, Loaded
from anju_cli.names import Names
from anju_cli.places import Place, Route
from anju_cli.submission import MISSING_WORDS, VAGUE_WORDS


class Flaw(NamedTuple):
    """One thing that does not fit the shape."""

    type: str
    route: Route
    context: dict[str, Any]
    value: Any


def validated(text: CatalogueText) -> Loaded:
    """The catalogue of some texts, held to its shape and to what it must keep beyond that."""
    document, path = text.document, text.document.path
    try:
        shapes.CatalogueShape.model_validate(text.raw, context={})
    except ValidationError as error:
        flaws = tuple(_flaw(flaw, path) for flaw in flaws_of(error, text.raw))
        return Loaded(None, document, path, (*text.diagnostics, *flaws))
    catalogue = build(text.raw)
    words = _grade_words(catalogue, path)
    diagnostics = (*text.diagnostics, *_hidden(catalogue, path), *_breaches(catalogue, path), *words)
    return Loaded(None if diagnostics else catalogue, document, path, diagnostics)


def _breaches(catalogue: Catalogue, path: str) -> Iterator[Diagnostic]:
    """What it may not do, at its place."""
    for breach in breaches(catalogue):
        place = Place(path, breach.route, on_key=breach.code == "ANJ705")
        yield Diagnostic(breach.code, place, breach.arguments, breach.kind)


def _grade_words(catalogue: Catalogue, path: str) -> Iterator[Diagnostic]:
    """Grades that a report would write for a figure that is missing."""
    for id_, indicator in catalogue.indicators.items():
        for grade in indicator.grades:
            if grade.strip().casefold() in {*MISSING_WORDS, *VAGUE_WORDS}:
                yield Diagnostic("ANJ701", Place(path, ("indicators", id_, "grades")), {"name": grade}, "grade_word")


def _hidden(catalogue: Catalogue, path: str) -> list[Diagnostic]:
    """Ids that hide characters: they would be told apart by no reader."""
    return [
        Diagnostic(
            "ANJ108",
            Place(path, ("indicators", id_), on_key=True),
            {"key": visible(id_), "characters": " ".join(hiding(id_))},
        )
        for id_ in catalogue.indicators
        if hiding(id_)
    ]


def _flaw(flaw: Flaw, path: str) -> Diagnostic:
    """A flaw of the shape in our own codes, by type."""
    key = str(flaw.route[-1]) if flaw.route else ""
    written = clipped(flaw.value) if isinstance(flaw.value, str) else None
    place = Place(path, flaw.route)
    if flaw.type == "extra_forbidden":
        near = Names(dict.fromkeys(_keys(), ())).near(key)
        arguments = {"key": clipped(key), "near": "|".join(near)}
        return Diagnostic("ANJ702", Place(path, flaw.route, on_key=True), arguments, "near" if near else "")
    if key.isdigit():
        key = next((str(step) for step in reversed(flaw.route) if isinstance(step, str)), key)
    if flaw.type == "missing":
        return _missing(str(flaw.route[-1]), Place(path, flaw.route[:-1]))
    if flaw.type == "comparators":
        return _comparators(flaw, place)
    if flaw.type == "goal":
        key = str(flaw.context.get("key", ""))
        return Diagnostic("ANJ701", Place(path, (*flaw.route, key)), {"key": key}, str(flaw.context.get("kind", "")))
    kind = _KINDS.get(flaw.type, "form")
    arguments = {"key": key, "expected": str(flaw.context.get("expected", "")), "written": written or ""}
    return Diagnostic("ANJ701", place, arguments, kind, written=written)


def _missing(key: str, place: Place) -> Diagnostic:
    """A key that has to be there, for what kind of goal it is with the choices; or the second of two values."""
    if key.isdigit():
        key = str(place.route[-1])
        return Diagnostic("ANJ701", place, {"key": key}, "pair")
    kind = "basis" if key == "basis" else ""
    return Diagnostic("ANJ703", place, {"key": key, "choices": " / ".join(BASES)}, kind)


def _comparators(flaw: Flaw, place: Place) -> Diagnostic:
    """No comparator, with the list and the nearest to what stands there instead; or several."""
    known = set(shapes.TargetShape.model_fields)
    unknown = [key for key in flaw.value if key not in known] if isinstance(flaw.value, dict) else []
    if flaw.context.get("keys") or not unknown:
        return Diagnostic("ANJ704", place, {"keys": str(flaw.context.get("keys", ""))})
    near = _nearest_goals(unknown[0])
    arguments = {"key": clipped(unknown[0]), "choices": " ".join(GOALS), "near": "|".join(near)}
    kind = "unknown_near" if near else "unknown"
    return Diagnostic("ANJ704", Place(place.path, (*place.route, unknown[0]), on_key=True), arguments, kind)


#: What people write for our comparators: a near spelling may mean the opposite (not_less_than, less_than).
_MEANINGS = {
    "at_least": "min minimum gte ge >= ≥ not_less_than no_less_than not_lower_than "
    "不低于 不少于 不小于 以上 至少 达到 下限",
    "at_most": "max maximum lte le <= ≤ not_more_than no_more_than not_greater_than not_higher_than "
    "不超过 不高于 不大于 以下 以内 至多 上限",
    "greater_than": "gt > above over more_than larger_than 大于 超过 高于",
    "less_than": "lt < below under lower_than smaller_than 小于 低于",
    "exactly": "eq = == equal equals equal_to exact 等于 正好",
    "between": "range in_range from_to 之间 区间 范围",
    "about": "around approx approximately 左右 约 大约",
    "grade_at_least": "grade level 等级 级别",
    "complete": "all full whole universal 全覆盖 全部 所有 应保尽保",
    "rises": "rise up increase increases grow grows 提高 上升 增加 增长 扩大 逐年提高",
    "falls": "fall down decrease decreases decline declines 降低 下降 减少 逐年降低",
    "does_not_fall": "not_fall not_decrease does_not_decrease stable 不降低 不下降 不减少 稳定 保持",
    "not_below": "not_under 不低于指标",
}


def _nearest_goals(key: str) -> tuple[str, ...]:
    """The comparators that an unknown one may stand for: by meaning, else by spelling."""
    word = key.strip().casefold().replace(" ", "_")
    meant = tuple(goal for goal, words in _MEANINGS.items() if word in words.split())
    return meant or Names(dict.fromkeys(GOALS, ())).near(key)


#: Pydantic's error types and ours, and the kind under which the code's folder has their words.
_KINDS = {
    "number": "number",
    "year": "year",
    "flag": "flag",
    "schedule": "schedule",
    "string_type": "text",
    "string_pattern_mismatch": "text",
    "literal_error": "literal",
}


def _keys() -> Iterator[str]:
    """Every key that a catalogue may have, for "did you mean"."""
    yield from (*GOALS, "within")
    for shape in vars(shapes).values():
        if isinstance(shape, type) and issubclass(shape, BaseModel):
            yield from (key for key in shape.model_fields if key != "goal")
        elif isinstance(shape, type) and issubclass(shape, tuple):
            yield from getattr(shape, "_fields", ())


def flaws_of(error: ValidationError, raw: Any) -> list[Flaw]:
    """Every error with its route through the raw; segments that are no keys (a union's tag) are passed over."""
    return [
        Flaw(error["type"], _route(error["loc"], raw), dict(error.get("ctx", {})), error.get("input"))
        for error in error.errors(include_url=False)
    ]


def _route(loc: tuple[int | str, ...], raw: Any) -> Route:
    route: list[int | str] = []
    for index, segment in enumerate(loc):
        if _holds(raw, segment):
            raw = raw[segment]
            route.append(segment)
        elif index == len(loc) - 1:
            route.append(segment)
    return tuple(route)


def _holds(raw: Any, segment: int | str) -> bool:
    if isinstance(raw, dict):
        return segment in raw
    return isinstance(raw, list) and isinstance(segment, int) and 0 <= segment < len(raw)
