"""The columns of a table to fill in, under the names that the reader knows; and what stands over and below it."""

from anju_cli.submission import FIGURE_KEYS, REPORT_KEYS
from anju_cli.templates.rows import Row, Template
from anju_cli.texts import texts
from anju_cli.texts.template_words import template_words

#: The columns from left to right; those not of a figure's keys are there to be read.
COLUMNS = (
    *("number", "indicator", "unit", "definition", "goal", "clause", "lead"),
    *("previous", "value", "numerator", "denominator", "source", "note"),
)
#: What stands over the table, and what is signed below it.
HEADING, SIGNATURES = ("department", "region", "year"), ("prepared_by", "reviewed_by", "date")


def columns_of(template: Template) -> tuple[str, ...]:
    """The columns of a form; who leads an indicator is told where the form is not one department's."""
    return tuple(column for column in COLUMNS if column != "lead" or not template.department)


def label(key: str, lang: str) -> str:
    """What a column or a cell of the heading is called."""
    words = template_words(lang).words
    return words.get(key) or key_of(key, lang)


def key_of(key: str, lang: str) -> str:
    """A key of a report or a figure in a language."""
    return key if lang == "en" else (FIGURE_KEYS.get(key) or REPORT_KEYS[key])[0]


def heading(template: Template) -> tuple[tuple[str, str], ...]:
    """The cells over the table: what each is called, and what it says."""
    values = (template.department, template.region, str(template.year))
    return tuple((label(key, template.lang), value) for key, value in zip(HEADING, values, strict=True))


def texts_of(row: Row, lang: str) -> dict[str, str]:
    """What a row says, by column; what is to be filled in is not among it."""
    comma = texts(lang).words["comma"]
    return {
        "number": str(row.number),
        "indicator": row.key,
        "unit": row.unit,
        "definition": " ".join(definition_of(row, lang)),
        "goal": "; ".join(row.goals),
        "clause": comma.join(row.clauses),
        "lead": comma.join(row.leads),
        "previous": row.previous,
    }


def definition_of(row: Row, lang: str) -> tuple[str, ...]:
    """What is counted, line by line; the unit in the language where the catalogue writes it in another."""
    if row.unit_named == row.unit:
        return row.definition
    return (*row.definition, template_words(lang).words["unit_named"].format(unit=row.unit_named))
