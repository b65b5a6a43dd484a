"""What an editor shows beside a key: its name as the title, what it means below."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from anju_cli.catalogue import Catalogue, Promise
from anju_cli.catalogue.keys import KEYS
from anju_cli.characters import visible
from anju_cli.comparators.words import GOAL_WORDS
from anju_cli.formats.explanation import parts_phrase
from anju_cli.formats.markdown_escape import escaped
from anju_cli.formats.phrases import goal_phrase, lead
from anju_cli.texts import Texts, texts
from anju_cli.texts.explain_words import explain_words
from anju_cli.texts.glossary import CHINESE_KEYS, glossary
from anju_cli.texts.schema_words import schema_words

#: A label and what stands behind it.
Fact = tuple[str, str]


def title_of_key(key: str) -> str:
    """A key as words: `prepared_by` is Prepared by."""
    return key.replace("_", " ").capitalize()


def key_hover(level: str, key: str, lang: str) -> dict[str, str]:
    """The title and meaning of a key on a level of a report or of a catalogue."""
    chinese = CHINESE_KEYS.get(level, {}).get(key) or KEYS.get(level, {}).get(key) or GOAL_WORDS[key]
    title = title_of_key(key) if lang == "en" else chinese[0]
    return hover(title, _meanings(lang)[level, key])


@cache
def _meanings(lang: str) -> Mapping[tuple[str, str], str]:
    """What every key means, by its level; of the languages of a text there is little to say."""
    entries = {(entry.level, entry.names[0]): entry.words for entry in glossary(lang).entries}
    return entries | {("words", key): schema_words(lang)[f"words_{key}"] for key in KEYS["words"]}


def hover(title: str, description: str, markdown: str = "") -> dict[str, str]:
    """A title with its description, which editors that can show marks have with marks."""
    words = {"title": title, "description": description}
    return words | ({"markdownDescription": markdown} if markdown else {})


def indicator_hover(id_: str, catalogue: Catalogue, lang: str) -> dict[str, str]:
    """An indicator: what is counted, in which unit, and each promise about it with goal, clause and lead."""
    facts = list(_facts(id_, catalogue, lang))
    rows = [f"{label}: {visible(text)}" for label, text in facts]
    marked = [f"**{escaped(label)}**: {escaped(text)}" for label, text in facts]
    return hover(visible(catalogue.indicators[id_].name.in_(lang)), "\n".join(rows), "\n\n".join(marked))


def _facts(id_: str, catalogue: Catalogue, lang: str) -> Iterator[Fact]:
    indicator, words, say = catalogue.indicators[id_], explain_words(lang).words, texts(lang)
    facts = (
        (words["definition"], indicator.definition.in_(lang) if indicator.definition else ""),
        (words["unit"], indicator.shown_unit.named(lang)),
        (words["grades"], " < ".join(indicator.grades)),
        (words["parts"], parts_phrase(indicator, lang, words)),
    )
    yield from (fact for fact in facts if fact[1])
    for promise in catalogue.promises_about[id_]:
        yield from _promise(promise, catalogue, words, say)


def _promise(promise: Promise, catalogue: Catalogue, words: Mapping[str, str], say: Texts) -> Iterable[Fact]:
    target = promise.target
    department = catalogue.department_in(target.lead, say.lang)
    return (
        (words["promise"], goal_phrase(promise, None, say)),
        (words["clause"], target.clause + say("quoted", quote=target.quote)),
        (words["lead"], lead(promise, department, say)),
    )


def worded(words: Mapping[str, str], shape: Mapping[str, Any]) -> dict[str, Any]:
    """A shape with its hover. Beside a choice of shapes an editor would show the words of each."""
    return {**words, "allOf": [shape]} if shape.keys() & {"anyOf", "$ref"} else {**words, **shape}


def level_keys(level: str, lang: str, shapes: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """The keys of a level, in both languages where a report has both, each with its hover and its shape."""
    properties: dict[str, Any] = {}
    for key, shape in shapes.items():
        chinese, words = CHINESE_KEYS.get(level, {}).get(key, ()), key_hover(level, key, lang)
        names = (key, *chinese) if lang == "en" else (*chinese, key)
        properties |= dict.fromkeys(names, worded(words, shape))
    return {"type": "object", "additionalProperties": False, "properties": properties}
