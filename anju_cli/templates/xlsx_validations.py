"""What a cell of a form offers and says where it is entered: lists to choose from, a message. None forbids a number."""

from collections.abc import Iterator
from typing import Any

from anju_cli.characters import clipped
from anju_cli.submission import MISSING_WORDS
from anju_cli.templates.columns import label
from anju_cli.templates.rows import Row, Template, shown
from anju_cli.texts.template_words import template_words

#: What spreadsheets take: a title, a message, and all entries of a list with the commas between.
_LONGEST_TITLE, _LONGEST_MESSAGE, _LONGEST_LIST = 32, 255, 255


def validations(row: Row, template: Template) -> dict[str, dict[str, Any]]:
    """The validation of each cell to fill in, by column."""
    words, lang = template_words(template.lang).words, template.lang
    checks = {column: _message(label(column, lang), text) for column, text in _messages(row, template)}
    checks["value"] |= _choices(row, lang)
    if row.grades:
        stop = {"error_type": "warning", "error_title": words["no_grade_title"], "error_message": words["no_grade"]}
        checks["value"] |= stop
    return checks


def _messages(row: Row, template: Template) -> Iterator[tuple[str, str]]:
    words, unit = template_words(template.lang).words, row.unit_named
    yield "value", words["ask_grade"] if row.grades else words["ask_value"].format(unit=unit)
    for column, part in zip(("numerator", "denominator"), row.parts, strict=False):
        yield column, words["ask_part"].format(name=part.name, unit=part.unit)
    yield "previous", words["ask_previous"].format(year=template.year - 1, unit=unit)
    yield "source", words["ask_source"].format(year=template.year)
    yield "note", words["ask_note"]


def _message(title: str, text: str) -> dict[str, Any]:
    """Something said where a cell is entered."""
    return {
        "validate": "any",
        "input_title": clipped(title, _LONGEST_TITLE),
        "input_message": clipped(text, _LONGEST_MESSAGE),
    }


def _choices(row: Row, lang: str) -> dict[str, Any]:
    """The grades, and the words for a figure that is missing, where a spreadsheet can hold them as a list."""
    words = [word for word, _, _ in template_words(lang).missing if word in MISSING_WORDS]
    grades = [grade for grade in row.grades if grade == shown(grade).strip()]
    entries = [*grades, *words]
    holds = len(grades) == len(row.grades) and not any(set(entry) & set(',"') for entry in entries)
    if not holds or len(",".join(entries)) > _LONGEST_LIST:
        return {}
    return {"validate": "list", "source": entries, "show_error": bool(row.grades)}
