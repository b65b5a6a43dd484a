"""The schema of a catalogue: its levels and their keys, and of what is in use the names that an editor may offer."""

from anju_cli.catalogue import Catalogue
from anju_cli.catalogue.building import OPEN_ENDS
from anju_cli.comparators import GOALS
from anju_cli.schemas.hovers import hover, level_keys
from anju_cli.schemas.report import DIALECT
from anju_cli.schemas.values import ANYTHING, TEXT, Schema
from anju_cli.texts.schema_words import schema_words

_TEXTS: Schema = {"type": "array", "items": TEXT}
_DIGITS = "(?:0|[1-9][0-9]*)(?:[.][0-9]+)?$(?!\\n)"
_NUMBER: Schema = {"type": ["number", "string"], "pattern": f"^[+-]?{_DIGITS}"}
_POSITIVE: Schema = {**_NUMBER, "pattern": f"^[+]?{_DIGITS}", "exclusiveMinimum": 0}
_NOT_NEGATIVE: Schema = {**_NUMBER, "minimum": 0}
_YEAR_DIGITS = "^[1-9][0-9]{3}$(?!\\n)"
_YEAR: Schema = {"type": ["integer", "string"], "minimum": 1000, "maximum": 9999, "pattern": _YEAR_DIGITS}
_FLAG: Schema = {"enum": [True, False, "true", "false"]}
_TRUE: Schema = {"enum": [True, "true"]}
_BOUND: Schema = {"anyOf": [_NUMBER, {"enum": [None, *sorted(OPEN_ENDS)]}]}
_KEYS: Schema = {"type": "string", "pattern": "\\S"}

#: What stands behind each comparator.
_GOALS: dict[str, Schema] = {
    "at_least": _NUMBER,
    "at_most": _NUMBER,
    "greater_than": _NUMBER,
    "less_than": _NUMBER,
    "exactly": _NUMBER,
    "between": {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2},
    "about": {"type": "object", "required": ["value", "within"], "additionalProperties": False},
    "grade_at_least": TEXT,
    "complete": _TRUE,
    "not_below": TEXT,
    "rises": _TRUE,
    "falls": _TRUE,
    "does_not_fall": _TRUE,
}
#: Either a due year or every year.
_SCHEDULE: Schema = {
    "oneOf": [{"required": ["by"]}, {"required": ["every_year"], "properties": {"every_year": _TRUE}}],
}


def catalogue_schema(catalogue: Catalogue | None, lang: str) -> Schema:
    """Built in one language; without a catalogue in use there are no names to offer."""
    words = schema_words(lang)
    shapes = {
        "catalogue": _head(lang),
        "areas": _table(_words(lang)),
        "departments": _table(_required(level_keys("department", lang, {"en": TEXT, "aliases": _TEXTS}), "en")),
        "indicators": _table(_indicator(catalogue, lang)),
        "exempt": {"type": "array", "items": _exempt(lang)},
    }
    table = level_keys("catalogue", lang, shapes)
    table["properties"]["$schema"] = {"type": "string", **hover(words["schema_key"], words["schema_key_hover"])}
    return {
        "$schema": DIALECT,
        "$id": "urn:anju:catalogue:1",
        **hover(words["catalogue"], words["catalogue_hover"]),
        **_required(table, "catalogue", "indicators"),
    }


def _required(table: Schema, *keys: str) -> Schema:
    return {**table, "required": list(keys)}


def _table(each: Schema) -> Schema:
    """Keys of the user's own, each with the same below it."""
    return {"type": "object", "propertyNames": _KEYS, "additionalProperties": each}


def _words(lang: str) -> Schema:
    """One text for both languages, or one for each."""
    return {"anyOf": [TEXT, _required(level_keys("words", lang, {"zh": TEXT, "en": TEXT}), "zh", "en")]}


def _head(lang: str) -> Schema:
    years = {"type": "array", "items": _YEAR, "minItems": 2, "maxItems": 2}
    region = level_keys("region", lang, {"name": TEXT, "aliases": _TEXTS, "others": _TEXTS})
    shapes = {
        "title": TEXT,
        "document": TEXT,
        "issued": TEXT,
        "region": _required(region, "name"),
        "period": years,
        "years": years,
    }
    return _required(level_keys("head", lang, shapes), "title", "document", "region", "period")


def _indicator(catalogue: Catalogue | None, lang: str) -> Schema:
    part = level_keys("part", lang, {"name": _words(lang), "unit": TEXT, "unit_en": ANYTHING, "unit_forms": _TEXTS})
    shapes = {
        "name": _words(lang),
        "aliases": _TEXTS,
        "definition": _words(lang),
        "unit": TEXT,
        "unit_en": ANYTHING,
        "unit_forms": _TEXTS,
        "comparable": _FLAG,
        "range": {"type": "array", "items": _BOUND, "minItems": 2, "maxItems": 2},
        "whole": _FLAG,
        "per": _POSITIVE,
        "numerator": _required(part, "name", "unit"),
        "denominator": _required(part, "name", "unit"),
        "max_change": _NOT_NEGATIVE,
        "kind": {"enum": ["level", "total", "yearly"]},
        "grades": _TEXTS,
        "targets": {"type": "array", "items": _target(catalogue, lang)},
    }
    parts = {"numerator": ["denominator", "per"], "denominator": ["numerator"], "per": ["numerator"]}
    return {**_required(level_keys("indicator", lang, shapes), "name", "unit"), "dependentRequired": parts}


def _target(catalogue: Catalogue | None, lang: str) -> Schema:
    baseline = level_keys("baseline", lang, {"year": _YEAR, "value": _NUMBER, "source": TEXT})
    milestones = {"propertyNames": {"type": "string", "pattern": _YEAR_DIGITS}, "additionalProperties": _NUMBER}
    departments = list(catalogue.departments) if catalogue else []
    shapes = {
        "by": _YEAR,
        "every_year": _FLAG,
        "area": {**TEXT, "examples": list(catalogue.areas) if catalogue else []},
        "basis": {"enum": ["number", "universal", "relative", "direction"]},
        "clause": TEXT,
        "quote": TEXT,
        "lead": {**TEXT, "examples": departments},
        "partners": {"type": "array", "items": {**TEXT, "examples": departments}},
        "aspirational": {"type": ["string", "boolean"], "pattern": "\\S"},
        "lead_assigned": _FLAG,
        "baseline": _required(baseline, "year", "value"),
        "milestones": {"type": "object", **milestones},
        "pace": {"const": "none"},
        "editorial": _words(lang),
    }
    table = level_keys("target", lang, shapes)
    goals = {**_GOALS, "about": {**_GOALS["about"], "properties": _about(lang)}}
    table["properties"] |= level_keys("comparator", lang, goals)["properties"]
    comparator = {"oneOf": [{"required": [key]} for key in GOALS]}
    return {**_required(table, "basis", "clause", "quote", "lead"), "allOf": [comparator, _SCHEDULE]}


def _about(lang: str) -> dict[str, Schema]:
    """A number, and the band around it."""
    words = schema_words(lang)
    shapes = {"value": _NUMBER, "within": _NOT_NEGATIVE}
    return {
        key: {**hover(words[f"about_{key}"], words[f"about_{key}_hover"]), **shape} for key, shape in shapes.items()
    }


def _exempt(lang: str) -> Schema:
    shapes = {"text": TEXT, "clause": TEXT, "reason": _words(lang)}
    return _required(level_keys("exempt", lang, shapes), "text", "clause", "reason")
