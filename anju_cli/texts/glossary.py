"""What `anju explain` knows beside codes and indicators: keys, comparators, statuses, and a report filled in."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from anju_cli.catalogue.keys import KEYS as CATALOGUE_KEYS
from anju_cli.comparators.words import GOAL_WORDS
from anju_cli.names import fold
from anju_cli.submission import EXPLANATION_KEYS, FIGURE_KEYS, REPORT_KEYS, REVISION_KEYS
from anju_cli.texts.languages import LANGUAGES

#: The Chinese of a report's key, by the level it stands on; a catalogue takes its English ones alone.
CHINESE_KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "report": REPORT_KEYS,
    "figure": FIGURE_KEYS,
    "explanation": EXPLANATION_KEYS,
    "revision": REVISION_KEYS,
}
#: What the pages call things that are neither key nor status.
_TERM_NAMES: Mapping[str, tuple[str, ...]] = {
    "error": ("强制", "强制性问题"),
    "query": ("核实", "核实性问题"),
    "note": ("提示",),
    "absent": ("没有交表", "not handed in"),
    "empty": ("交了空表", "empty report"),
    "not_asked": ("未要求填报", "not asked"),
    "expected": ("应到", "今年应到", "序时进度", "expected by now"),
    "gap": ("差距", "百分点", "percentage points"),
    "projection": ("照此", "推算", "at this pace"),
}


class Entry(NamedTuple):
    """A word explained: where it belongs, its names (the key first), what it means; found by `called` too."""

    level: str
    names: tuple[str, ...]
    words: str
    called: tuple[str, ...] = ()


class Glossary(NamedTuple):
    """The entries in one language, and the names of the levels they stand on."""

    levels: Mapping[str, str]
    entries: tuple[Entry, ...]

    def find(self, name: str) -> tuple[Entry, ...]:
        """Every entry that has this name, folded: a key may stand on several levels."""
        folded = fold(name)
        return tuple(entry for entry in self.entries if folded and folded in map(fold, (*entry.names, *entry.called)))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, each once."""
        return tuple(dict.fromkeys(name for entry in self.entries for name in (*entry.names, *entry.called)))


def glossary(lang: str) -> Glossary:
    """Every entry, in `zh` or `en`; each can be found by its names in both languages."""
    if lang == "en":
        from anju_cli.texts.en.glossary import COMPARATORS, KEYS, LEVELS, STATUSES, TERMS
    else:
        from anju_cli.texts.zh.glossary import COMPARATORS, KEYS, LEVELS, STATUSES, TERMS
    keys = [_key_entry(name, words) for name, words in KEYS.items()]
    comparators = [Entry("comparator", (key, *GOAL_WORDS[key]), words) for key, words in COMPARATORS.items()]
    statuses = [Entry("status", tuple(dict.fromkeys(_status_names(key))), words) for key, words in STATUSES.items()]
    terms = [Entry("term", (key, *_TERM_NAMES[key]), words) for key, words in TERMS.items()]
    return Glossary(LEVELS, (*keys, *comparators, *statuses, *terms))


def _key_entry(name: str, words: str) -> Entry:
    level, key = name.split(".")
    chinese = CHINESE_KEYS.get(level, {}).get(key, ())
    return Entry(level, (key, *chinese), words, CATALOGUE_KEYS.get(level, {}).get(key, ()))


def _status_names(key: str) -> Iterator[str]:
    """The key, and the words for it in every language, without the year behind them."""
    yield key
    for load in LANGUAGES.values():
        words = load()
        name = words.get(f"status_{key}") or words[f"shade_{key}"]
        yield re.sub(r"[(,][^(,]*{.*", "", name)


def filled_report(lang: str) -> str:
    """A small report with every key, each explained on its line; `check` takes it as it is."""
    return (Path(__file__).parent / lang / "report.yaml").read_text("utf-8")
