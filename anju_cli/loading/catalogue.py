"""The catalogue: which one, and reading it whole or saying with line and caret why not."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from anju_cli.catalogue import Catalogue
from anju_cli.catalogue.checks import breaches
from anju_cli.characters import clipped, hiding, visible
from anju_cli.diagnostics import Diagnostic, Level
from anju_cli.loading.files import ReadFile, read_file, start_of
from anju_cli.loading.plain import NOTHING, Plain
from anju_cli.loading.validation import Flaw, flaws_of
from anju_cli.names import Names
from anju_cli.places import Place
from anju_cli.readers import Document
from anju_cli.readers.nodes import MappingNode

#: How the shipped catalogue is shown: the same words on every machine.
SHIPPED = "targets.yaml"


def _known(text: str) -> bool:
    """Whether a text has a key of a catalogue."""
    return re.search(r"(?:^|\s)(?:catalogue|indicators|targets)\s*:", text) is not None


class Loaded(NamedTuple):
    """A catalogue with its text, or the findings that forbid using it."""

    catalogue: Catalogue | None
    document: Document
    path: str
    diagnostics: tuple[Diagnostic, ...]


def shipped_path() -> str:
    """The catalogue that came with anju: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "data" / SHIPPED
    return str(inside if inside.exists() else package.parent / "data" / SHIPPED)


def load_catalogue(given: str | None = None) -> Loaded:
    """Read the catalogue; every fault of it is a finding."""
    asked = given or os.environ.get("ANJU_TARGETS")
    return interpret(read_file(asked, _known), asked) if asked else load_shipped()


def load_shipped() -> Loaded:
    """The catalogue that came with anju, whatever else is asked for; shown by the same words everywhere."""
    path = shipped_path()
    file = read_file(path, _known)
    return interpret(ReadFile(_renamed(file.document), file.content, file.diagnostics), path)


def interpret(file: ReadFile, path: str) -> Loaded:
    """A file's content as a catalogue."""
    faults = [finding for finding in file.diagnostics if finding.level is Level.ERROR]
    root, document = file.content.root, file.document
    if faults or not isinstance(root, MappingNode):
        return Loaded(
            None, document, path, tuple(faults) or (Diagnostic("ANJ701", start_of(document.path), kind="shape"),)
        )
    plain = Plain(document)
    data = plain.take(root, NOTHING)
    catalogue, found = _validated(data, document)
    diagnostics = (*plain.diagnostics, *found)
    return Loaded(None if diagnostics else catalogue, document, path, diagnostics)


def _validated(data: object, document: Document) -> tuple[Catalogue | None, tuple[Diagnostic, ...]]:
    from pydantic import ValidationError

    try:
        catalogue = Catalogue.model_validate(data, context={})
    except ValidationError as error:
        return None, tuple(_flaw(flaw, document.path) for flaw in flaws_of(error, data))
    hidden = tuple(_hidden(catalogue, document.path))
    found = tuple(
        Diagnostic(
            breach.code,
            Place(document.path, breach.route, on_key=breach.code == "ANJ705"),
            breach.arguments,
            breach.kind,
        )
        for breach in breaches(catalogue)
    )
    return catalogue, hidden + found


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
    written = clipped(flaw.given) if isinstance(flaw.given, str) else None
    place = Place(path, flaw.route)
    if flaw.type == "extra_forbidden":
        near = Names(dict.fromkeys(_KEYS, ())).near(key)
        arguments = {"key": clipped(key), "near": "|".join(near)}
        return Diagnostic("ANJ702", Place(path, flaw.route, on_key=True), arguments, "near" if near else "")
    if flaw.type == "missing":
        return Diagnostic("ANJ703", Place(path, flaw.route[:-1]), {"key": key})
    if flaw.type == "comparators":
        return Diagnostic("ANJ704", place, {"keys": str(flaw.context.get("keys", ""))})
    if flaw.type == "goal":
        key = str(flaw.context.get("key", ""))
        return Diagnostic("ANJ701", Place(path, (*flaw.route, key)), {"key": key}, str(flaw.context.get("kind", "")))
    kind = _KINDS.get(flaw.type, "form")
    arguments = {"key": key, "expected": str(flaw.context.get("expected", "")), "written": written or ""}
    return Diagnostic("ANJ701", place, arguments, kind, written=written)


#: Pydantic's error types and ours, and the kind under which `texts` has their words.
_KINDS = {
    "number": "number",
    "year": "year",
    "flag": "flag",
    "schedule": "schedule",
    "string_type": "text",
    "string_pattern_mismatch": "text",
    "literal_error": "literal",
}

#: Every key that a catalogue may have, for "did you mean".
_KEYS = [
    "catalogue",
    "title",
    "document",
    "issued",
    "region",
    "name",
    "aliases",
    "period",
    "years",
    "areas",
    "departments",
    "indicators",
    "en",
    "zh",
    "definition",
    "unit",
    "unit_forms",
    "range",
    "whole",
    "per",
    "numerator",
    "denominator",
    "max_change",
    "kind",
    "grades",
    "targets",
    "by",
    "every_year",
    "area",
    "basis",
    "clause",
    "quote",
    "lead",
    "partners",
    "aspirational",
    "baseline",
    "year",
    "value",
    "source",
    "milestones",
    "pace",
    "editorial",
    "exempt",
    "text",
    "reason",
    "at_least",
    "at_most",
    "greater_than",
    "less_than",
    "exactly",
    "between",
    "about",
    "within",
    "grade_at_least",
    "complete",
    "not_below",
    "rises",
    "falls",
    "does_not_fall",
]


def _renamed(document: Document) -> Document:
    return Document(SHIPPED, document.text, document.encoding, document.raw)
