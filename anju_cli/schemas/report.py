"""The schema of a report, made for one catalogue: it knows its indicators, departments and years by every name.

It takes all that `check` takes without an error, but for names that are only folded to ours and for words that an
editor's YAML takes for nothing. What it can't know of a report, and why, stands in `tests/test_schema_codes.py`.
"""

from anju_cli.catalogue import Catalogue
from anju_cli.codes import CODES, Level
from anju_cli.schemas.figures import Figures
from anju_cli.schemas.hovers import hover, level_keys
from anju_cli.schemas.values import ANYTHING, TEXT, Schema, choice, optional, optional_list, reason, year
from anju_cli.submission import EXPLANATION_KEYS, REPORT_KEYS, REVISION_KEYS, SAMPLES, SCOPES
from anju_cli.texts.schema_words import schema_words

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema(catalogue: Catalogue, lang: str) -> Schema:
    """Built anew for the catalogue in use, in one language."""
    words, figures = schema_words(lang), Figures(catalogue, lang)
    table = level_keys("report", lang, _shapes(catalogue, lang))
    table["properties"]["$schema"] = {"type": "string", **hover(words["schema_key"], words["schema_key_hover"])}
    return {
        "$schema": DIALECT,
        "$id": "urn:anju:report:1",
        **hover(words["report"].format(plan=catalogue.catalogue.title), words["report_hover"]),
        **table,
        "allOf": [_either(REPORT_KEYS, "year"), _either(REPORT_KEYS, "figures")],
        "$defs": {**_definitions(catalogue, figures, lang), **figures.definitions},
    }


_INDICATOR: Schema = {"$ref": "#/$defs/indicator_name"}
_YEAR: Schema = {"$ref": "#/$defs/year"}


def _definitions(catalogue: Catalogue, figures: Figures, lang: str) -> dict[str, Schema]:
    """What several keys have."""
    return {
        "indicator_name": choice(catalogue.indicator_names.certain),
        "department_name": choice(catalogue.department_names.certain),
        "year": year(*catalogue.catalogue.span, lang),
        "figures": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": False,
            "properties": figures.properties,
        },
    }


def _shapes(catalogue: Catalogue, lang: str) -> dict[str, Schema]:
    head, period = catalogue.catalogue, catalogue.catalogue.period
    return {
        "region": {**ANYTHING, "examples": [head.region.name, *head.region.aliases, *head.region.others]},
        "year": {"anyOf": [_YEAR], "examples": list(range(period[0], period[1] + 1))},
        "department": optional({"$ref": "#/$defs/department_name"}),
        "scope": optional(choice(SCOPES)),
        "sample": optional({"enum": [True, False, *SAMPLES]}),
        "prepared_by": ANYTHING,
        "reviewed_by": ANYTHING,
        "date": ANYTHING,
        "figures": {"$ref": "#/$defs/figures"},
        "explanations": optional_list(_explanation(lang)),
        "revisions": optional_list(_revision(lang)),
    }


def _explanation(lang: str) -> Schema:
    queries = [code for code, level in CODES.items() if level is Level.QUERY]
    shapes = {
        "code": {**TEXT, "examples": queries},
        "indicator": _INDICATOR,
        "value": TEXT,
        "reason": reason(lang),
    }
    return {**level_keys("explanation", lang, shapes), "allOf": [_either(EXPLANATION_KEYS, key) for key in shapes]}


def _revision(lang: str) -> Schema:
    shapes = {
        "indicator": _INDICATOR,
        "year": _YEAR,
        "was": TEXT,
        "value": TEXT,
        "reason": reason(lang),
    }
    return {**level_keys("revision", lang, shapes), "allOf": [_either(REVISION_KEYS, key) for key in shapes]}


def _either(keys: dict[str, tuple[str, ...]], key: str) -> Schema:
    """A key that must be there, under one of its names."""
    return {"anyOf": [{"required": [name]} for name in (*keys[key], key)]}
