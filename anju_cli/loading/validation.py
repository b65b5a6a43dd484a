"""A catalogue of one's own held to its shape, and to what it must keep beyond that: all of it in our own codes."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from anju_cli.catalogue import Catalogue, shapes
from anju_cli.catalogue.building import build
from anju_cli.catalogue.checks import breaches
from anju_cli.catalogue.keys import FORMS, names_at
from anju_cli.characters import clipped, hiding, visible
from anju_cli.comparators import GOALS
from anju_cli.comparators.words import goal_meanings
from anju_cli.diagnostics import Diagnostic
from anju_cli.loading.catalogue import CatalogueText, Loaded
from anju_cli.loading.sound_part import sound_part
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
        flaws = flaws_of(error, text.raw)
        more = _beside(text.raw, flaws, path)
        return Loaded(None, document, path, (*text.diagnostics, *_flaws(flaws, path), *more))
    catalogue = build(text.raw)
    words = _grade_words(catalogue, path)
    diagnostics = (*text.diagnostics, *_hidden(catalogue, path), *_breaches(catalogue, path), *words)
    return Loaded(None if diagnostics else catalogue, document, path, diagnostics)


def _beside(raw: Mapping[str, Any], flaws: list[Flaw], path: str) -> Iterator[Diagnostic]:
    """What the part that fits its shape may not do; what only the lack of the rest makes is left out."""
    part = sound_part(raw, (flaw.route for flaw in flaws))
    if part is None:
        return
    for finding in _breaches(build(part.raw), path):
        lacks = finding.code == "ANJ703" or finding.arguments.get("name") in raw["indicators"].keys() - part.positions
        if not lacks:
            yield finding._replace(place=finding.place._replace(route=part.route(finding.place.route)))


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


def _flaws(flaws: list[Flaw], path: str) -> list[Diagnostic]:
    """Every flaw in our own codes, each slip once: an unknown key tells of the required one that was meant by it."""
    findings = [_flaw(flaw, path) for flaw in flaws]
    comparators = {finding.place.route for finding in findings if finding.code == "ANJ704"}
    unknown = [finding for finding in findings if finding.code == "ANJ702"]
    meant = {(*finding.place.route[:-1], key) for finding in unknown for key in finding.arguments["near"].split("|")}
    return [finding for finding in findings if not _told(finding, comparators, meant)]


def _told(finding: Diagnostic, comparators: set[Route], meant: set[Route]) -> bool:
    """Whether another finding tells of the same slip."""
    if finding.code == "ANJ702":
        return finding.place.route in comparators
    return finding.code == "ANJ703" and (*finding.place.route, finding.arguments["key"]) in meant


def _flaw(flaw: Flaw, path: str) -> Diagnostic:
    """A flaw of the shape in our own codes, by type."""
    key = str(flaw.route[-1]) if flaw.route else ""
    if key.isdigit():
        key = next((str(step) for step in reversed(flaw.route) if isinstance(step, str)), key)
    place = Place(path, flaw.route)
    if flaw.type == "extra_forbidden":
        return _unknown_key(key, flaw.route, path)
    if flaw.type == "missing":
        return _missing(flaw.route, path)
    if flaw.type == "comparators":
        return _comparators(flaw, Place(path, flaw.route[:-1]))
    if flaw.type == "goal":
        key = str(flaw.context.get("key", ""))
        place = Place(path, (*flaw.route[:-1], key))
        return Diagnostic("ANJ701", place, {"key": key}, str(flaw.context.get("kind", "")))
    written = clipped(flaw.value) if isinstance(flaw.value, str) else None
    arguments = {"key": key, "written": written or ""}
    if flaw.type == "literal_error":
        kind, more = _choice(key, written or "")
        return Diagnostic("ANJ701", place, {**arguments, **more}, kind, written=written)
    kind = _KINDS.get(flaw.type, "form_shown" if key in FORMS else "form")
    return Diagnostic("ANJ701", place, {**arguments, "form": FORMS.get(key, "")}, kind, written=written)


def _missing(route: Route, path: str) -> Diagnostic:
    """A key that has to be there, or the second of two values."""
    key, place = str(route[-1]), Place(path, route[:-1])
    if key.isdigit():
        return Diagnostic("ANJ701", place, {"key": str(route[-2])}, "pair")
    return Diagnostic("ANJ703", place, {"key": key}, "basis" if key == "basis" else "")


def _unknown_key(key: str, route: Route, path: str) -> Diagnostic:
    """A key that may not stand there, with the nearest that may, else with all of them."""
    names = names_at(route)
    near = names.meant(key)
    arguments = {"key": clipped(key), "near": "|".join(near), "choices": " ".join(names.ids)}
    return Diagnostic("ANJ702", Place(path, route, on_key=True), arguments, "near" if near else "")


def _choice(key: str, written: str) -> tuple[str, dict[str, str]]:
    """A value that is none of its choices: the kind of words, with the choices and the nearest of them."""
    names = Names(_CHOICES[key])
    near = names.meant(written)
    kinds = ("basis", "basis_near") if key == "basis" else ("literal", "literal_near")
    return kinds[bool(near)], {"choices": " / ".join(names.ids), "near": "|".join(near)}


def _comparators(flaw: Flaw, place: Place) -> Diagnostic:
    """No comparator, with the list and the nearest to what stands there instead; or several."""
    keys, raw = flaw.value
    known = (set(shapes.TargetShape.model_fields) | set(GOALS)) - {"goal"}
    unknown = [key for key in raw if key not in known]
    if not unknown or (keys and "goal" not in keys):
        arguments = {"keys": ", ".join(keys), "choices": " ".join(GOALS)}
        return Diagnostic("ANJ704", place, arguments, "" if keys else "none")
    names = Names(goal_meanings())
    key = next((key for key in unknown if names.meant(key)), unknown[0])
    near = names.meant(key)
    arguments = {"key": clipped(key), "choices": " ".join(GOALS), "near": "|".join(near)}
    kind = "unknown_near" if near else "unknown"
    return Diagnostic("ANJ704", Place(place.path, (*place.route, key), on_key=True), arguments, kind)


#: The values that a key may have, and what people call them.
_CHOICES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "basis": {
        "number": ("定量", "numeric"),
        "universal": ("全覆盖", "全部"),
        "relative": ("对照", "相对"),
        "direction": ("升降", "方向"),
    },
    "kind": {"level": ("水平", "年末"), "total": ("累计", "sum", "cumulative"), "yearly": ("每年", "annual")},
    "pace": {"none": ("无", "no", "false")},
}

#: Pydantic's error types and ours, and the kind under which the code's folder has their words.
_KINDS = {
    "number": "number",
    "year": "year",
    "flag": "flag",
    "schedule": "schedule",
    "string_type": "text",
    "string_pattern_mismatch": "text",
}


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
