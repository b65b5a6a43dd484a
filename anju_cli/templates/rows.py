"""The rows of a template as plain values, made once for every format: what a department is to report."""

from collections.abc import Mapping
from typing import NamedTuple

from anju_cli.catalogue import Catalogue, Indicator, Part
from anju_cli.characters import visible
from anju_cli.formats.csv_table import cell
from anju_cli.formats.phrases import aspiration, goal_phrase
from anju_cli.numbers import one_by_one
from anju_cli.texts import Texts, texts
from anju_cli.texts.template_words import template_words

#: A longer text is no heading of a row.
_LONGEST_NAME = 255


class PartCell(NamedTuple):
    """A numerator or denominator to fill in; `whole` where it is counted one by one."""

    name: str
    unit: str
    whole: bool


class Row(NamedTuple):
    """An indicator to report. Every text is safe to show, on one line.

    `key` is how the row names it, as every reader takes it: its name, or its id where the name is no plain text.
    `unit` is as the catalogue writes it (blank where that is no plain text), `unit_named` as pages of the language do;
    `definition` has a line for what is counted, in which parts and by which grades. `leads` are its departments;
    `previous` is last year's figure, where it is known.
    """

    number: int
    key: str
    unit: str
    unit_named: str
    definition: tuple[str, ...]
    goals: tuple[str, ...]
    clauses: tuple[str, ...]
    leads: tuple[str, ...]
    parts: tuple[PartCell, ...]
    grades: tuple[str, ...]
    whole: bool
    previous: str


class Template(NamedTuple):
    """A form for a department (none: for all of them). `schema` is where an editor finds the schema of reports."""

    lang: str
    title: str
    region: str
    year: int
    department: str
    rows: tuple[Row, ...]
    schema: str = ""


class Assignment(NamedTuple):
    """What a form is for: the year, the department, last year's figures, the language."""

    year: int
    department: str | None
    previous: Mapping[str, str]
    lang: str


def leads_of(catalogue: Catalogue) -> tuple[str, ...]:
    """The departments that lead a promise, in the catalogue's order."""
    leads = {promise.lead for promise in catalogue.promises}
    return tuple(name for name in catalogue.departments if name in leads)


def template_of(catalogue: Catalogue, assignment: Assignment, schema: str = "") -> Template:
    """The form that a department fills in for a year."""
    year, department, previous, lang = assignment
    words, head = template_words(lang).words, catalogue.catalogue
    ids = _expected(catalogue, department)
    return Template(
        lang=lang,
        title=shown(words["title"].format(plan=head.title, document=head.document, year=year)),
        region=shown(head.region.name),
        year=year,
        department="" if department is None else shown(catalogue.department_in(department, lang)),
        rows=tuple(
            _row(id_, catalogue, lang)._replace(number=number, previous=_held(previous.get(id_, ""), id_, catalogue))
            for number, id_ in enumerate(ids, 1)
        ),
        schema=schema,
    )


def _expected(catalogue: Catalogue, department: str | None) -> tuple[str, ...]:
    """The indicators that a department leads, and those that they are held against."""
    led = [promise for promise in catalogue.promises if department in (None, promise.lead)]
    ids = {promise.id for promise in led} | {promise.description.reference for promise in led}
    return tuple(id_ for id_ in catalogue.indicators if department is None or id_ in ids)


def _held(figure: str, id_: str, catalogue: Catalogue) -> str:
    """Last year's figure; none where it is a grade that some format does not hold letter for letter."""
    return figure if not catalogue.indicators[id_].grades or _is_plain(figure) else ""


def _row(id_: str, catalogue: Catalogue, lang: str) -> Row:
    indicator, promises, say = catalogue.indicators[id_], catalogue.promises_about[id_], texts(lang)
    goals = [shown(goal_phrase(promise, None, say) + _striven(aspiration(promise, say), say)) for promise in promises]
    leads = dict.fromkeys(catalogue.department_in(promise.lead, lang) for promise in promises)
    key = _key(id_, indicator.name.in_(lang), catalogue)
    return Row(
        number=0,
        key=key,
        unit=indicator.unit if _is_plain(indicator.unit) else "",
        unit_named=shown(indicator.shown_unit.named(lang)),
        definition=_definition(indicator, lang, is_named=key != id_),
        goals=tuple(dict.fromkeys(goals)) or (template_words(lang).words["reference_only"],),
        clauses=tuple(dict.fromkeys(shown(promise.target.clause) for promise in promises)),
        leads=tuple(map(shown, leads)),
        parts=tuple(_part(part, lang) for part in (indicator.numerator, indicator.denominator) if part),
        grades=indicator.grades,
        whole=indicator.whole or one_by_one(indicator.unit),
        previous="",
    )


def _key(id_: str, name: str, catalogue: Catalogue) -> str:
    """The name, where every format holds it and it is this indicator's alone."""
    return name if _is_plain(name) and catalogue.indicator_names.certain.get(name) == id_ else id_


def _is_plain(text: str) -> bool:
    """Whether every format holds a text letter for letter, and no spreadsheet takes it for a formula."""
    return cell(text) == text == text.strip() and text.isprintable() and len(text) <= _LONGEST_NAME


def _striven(word: str, say: Texts) -> str:
    return say("paren", text=word) if word else ""


def _part(part: Part, lang: str) -> PartCell:
    return PartCell(shown(part.name.in_(lang)), shown(part.shown_unit.in_(lang)), one_by_one(part.unit))


def _definition(indicator: Indicator, lang: str, *, is_named: bool) -> tuple[str, ...]:
    """What is counted, in which parts, by which grades; the name too, where the row does not give it."""
    words, comma = template_words(lang).words, texts(lang).words["comma"]
    text = indicator.definition.in_(lang) if indicator.definition else ""
    said = [text if is_named else words["named"].format(name=indicator.name.in_(lang), definition=text)]
    if indicator.numerator and indicator.denominator:
        numerator, denominator = _part(indicator.numerator, lang), _part(indicator.denominator, lang)
        said.append(
            words["parts"].format(
                numerator=numerator.name,
                numerator_unit=numerator.unit,
                denominator=denominator.name,
                denominator_unit=denominator.unit,
            )
        )
    if indicator.grades:
        said.append(words["grades"].format(grades=comma.join(indicator.grades)))
    return tuple(map(shown, filter(None, said)))


def shown(text: str) -> str:
    """A text from outside on one line, with code points in place of what can't be printed."""
    seen = visible(text)
    if seen.isprintable():
        return seen
    return "".join(_printable(character) for character in seen)


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else f"<U+{ord(character):04X}>"
