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
_CHINESE_KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "report": REPORT_KEYS,
    "figure": FIGURE_KEYS,
    "explanation": EXPLANATION_KEYS,
    "revision": REVISION_KEYS,
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
        from anju_cli.texts.en.glossary import COMPARATORS, KEYS, LEVELS, STATUSES
    else:
        from anju_cli.texts.zh.glossary import COMPARATORS, KEYS, LEVELS, STATUSES
    keys = [_key_entry(name, words) for name, words in KEYS.items()]
    comparators = [Entry("comparator", (key, *GOAL_WORDS[key]), words) for key, words in COMPARATORS.items()]
    statuses = [Entry("status", tuple(dict.fromkeys(_status_names(key))), words) for key, words in STATUSES.items()]
    return Glossary(LEVELS, (*keys, *comparators, *statuses))


def _key_entry(name: str, words: str) -> Entry:
    level, key = name.split(".")
    chinese = _CHINESE_KEYS.get(level, {}).get(key, ())
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
