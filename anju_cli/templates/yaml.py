"""A template in YAML: the editor's schema line, how to fill it in, and a comment over each figure."""

import json
import re
from collections.abc import Iterator

from anju_cli.formats.layout import Piece, broken
from anju_cli.submission import FIGURE_KEYS
from anju_cli.templates.columns import HEADING, SIGNATURES, key_of, texts_of
from anju_cli.templates.rows import Row, Template, shown
from anju_cli.texts.template_words import template_words

#: Comments are folded to this width.
_WIDTH = 100

#: A text that is itself without quotes: it begins with a letter, and has no mark of YAML's.
_PLAIN = re.compile(r"[^\W\d_](?:[\w()“”《》/·、-]| (?=\w))*")
#: What older YAML takes for something else.
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def render(template: Template) -> str:
    """The whole report."""
    return "".join(f"{line}\n" for line in _lines(template))


def _lines(template: Template) -> Iterator[str]:
    words, lang = template_words(template.lang).words, template.lang
    yield f"# yaml-language-server: $schema={shown(template.schema)}"
    for text in (template.title, words["yaml_values"], words["yaml_missing"], words["yaml_previous"]):
        yield from _comment(text)
    values = (template.department, template.region, str(template.year))
    for key, value in zip((*HEADING, *SIGNATURES), (*values, "", "", ""), strict=True):
        yield _entry(key_of(key, lang), value if key == "year" else _scalar(value))
    yield f"{key_of('figures', lang)}:"
    for row in template.rows:
        yield ""
        yield from _figure(row, lang)


def _figure(row: Row, lang: str) -> Iterator[str]:
    words, said = template_words(lang).words, texts_of(row, lang)
    yield from _comment(words["yaml_head"].format(number=row.number, name=row.key, unit=row.unit_named), "  ")
    for at, line in enumerate(row.definition):
        yield from _comment(line if at else words["yaml_definition"].format(definition=line), "  ")
    clause = words["yaml_clause"].format(clause=said["clause"]) if row.clauses else ""
    yield from _comment(words["yaml_goal"].format(goal=said["goal"]) + clause, "  ")
    yield f"  {_scalar(row.key)}:"
    for key in FIGURE_KEYS:
        if key != "unit" and (row.parts or key not in {"numerator", "denominator"}):
            previous = _scalar(row.previous) if row.grades else row.previous
            yield "    " + _entry(key_of(key, lang), previous if key == "previous" else "")


def _entry(key: str, value: str) -> str:
    return f"{key}: {value}".rstrip()


def _comment(text: str, indent: str = "") -> Iterator[str]:
    return (f"{indent}# {row.text}" for row in broken(Piece(text), _WIDTH - len(indent) - 2))


def _scalar(text: str) -> str:
    """A text as a key or value, in quotes where it would be anything but itself."""
    seen = shown(text)
    if not seen or (_PLAIN.fullmatch(seen) and seen.casefold() not in _WORDS):
        return seen
    return json.dumps(seen, ensure_ascii=False)
