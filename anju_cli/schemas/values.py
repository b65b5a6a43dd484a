"""The shapes of single values. An editor sees types: a number, a word, nothing; `check` sees what is written."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from anju_cli.catalogue import Indicator
from anju_cli.numbers import plain, read_plain
from anju_cli.schemas.patterns import (
    literal,
    missing_patterns,
    number_pattern,
    reason_pattern,
    unit_pattern,
    whole,
    year_pattern,
)
from anju_cli.submission import MISSING_WORDS, NOTHING_WORDS
from anju_cli.texts.schema_words import schema_words

Schema = dict[str, Any]

#: What stands behind a key that may be left blank. Of the types there are, editors would offer `true` and `null`.
ANYTHING: Schema = {"not": {"type": ["array", "object"]}}
#: What must say something.
TEXT: Schema = {"type": ["string", "number"], "pattern": "\\S"}
#: How nothing is written.
NOTHING: Schema = {"type": ["null", "string"], "pattern": whole(map(literal, sorted(NOTHING_WORDS)))}


def choice(texts: Iterable[str]) -> Schema:
    """One of some texts; a text that an editor takes for a number stands as that too."""
    return {"enum": [value for text in texts for value in (text, *_typed(text))]}


def _typed(text: str) -> list[Any]:
    """The number that a text without quotes is to an editor."""
    number = read_plain(text)
    return [] if number is None else [json_number(number)]


def json_number(number: Decimal) -> Any:
    """A number as JSON has it."""
    return json.loads(plain(number))


def optional(shape: Schema) -> Schema:
    """A shape, or nothing."""
    return {"anyOf": [shape, NOTHING]}


def optional_list(entry: Schema) -> Schema:
    """A list, or nothing."""
    return {**NOTHING, "type": ["array", *NOTHING["type"]], "items": entry}


def year(first: int, last: int, lang: str) -> Schema:
    """A year of the catalogue's."""
    message = schema_words(lang)["year"].format(first=first, last=last)
    digits = {"type": "string", "pattern": year_pattern(first, last), "patternErrorMessage": message}
    return {"anyOf": [{"type": "integer", "minimum": first, "maximum": last}, digits]}


def reason(lang: str) -> Schema:
    """A reason that is one."""
    return {**TEXT, "pattern": reason_pattern(), "patternErrorMessage": schema_words(lang)["reason"]}


def stated_unit(indicator: Indicator, lang: str) -> Schema:
    """The unit beside a figure; a grade has none."""
    if indicator.grades:
        return ANYTHING
    forms = (indicator.unit, *indicator.unit_forms)
    message = schema_words(lang)["unit"].format(units=" / ".join(forms))
    pattern = unit_pattern(indicator.unit, indicator.unit_forms)
    written = {"type": ["string", "null"], "pattern": pattern, "patternErrorMessage": message}
    return {"anyOf": [choice(forms), written]}


def grade(grades: tuple[str, ...], lang: str) -> Schema:
    """A grade, or a word for what is missing."""
    message = schema_words(lang)["grade"].format(grades=" / ".join(grades))
    pattern = whole([*map(literal, grades), *missing_patterns()])
    written = {"type": ["string", "null"], "pattern": pattern, "patternErrorMessage": message}
    return {"anyOf": [choice((*grades, *_missing(lang))), written]}


def amount(unit: str, forms: tuple[str, ...], number: Schema, lang: str) -> Schema:
    """A number, bounded as `number` says where it stands without a unit, or a word for what is missing."""
    message = schema_words(lang)["number"]
    pattern = whole([number_pattern(unit, forms), *missing_patterns()])
    written = {"type": ["string", "null"], "pattern": pattern, "patternErrorMessage": message}
    return {"anyOf": [{"type": ["number"], "errorMessage": message, **number}, choice(_missing(lang)), written]}


def _missing(lang: str) -> list[str]:
    """The words that an editor offers for what is missing, in one language."""
    words = (word for word, meaning in MISSING_WORDS.items() if meaning != "blank")
    return [word for word in words if word.isascii() == (lang == "en")]


def bounded(low: Decimal | None, high: Decimal | None, *, is_whole: bool) -> Schema:
    """The bounds of a number: JSON's own, as it is written."""
    ends = {"minimum": low, "maximum": high}
    bounds = {key: json_number(end) for key, end in ends.items() if end is not None}
    return {**bounds, **({"multipleOf": 1} if is_whole else {})}
