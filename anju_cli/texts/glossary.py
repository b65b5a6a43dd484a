"""What `anju explain` knows beside codes and indicators: keys, comparators, statuses, and a report filled in."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from anju_cli.names import fold
from anju_cli.submission import EXPLANATION_KEYS, FIGURE_KEYS, REPORT_KEYS, REVISION_KEYS
from anju_cli.texts.languages import LANGUAGES

#: The Chinese of a key, by the level it stands on; those of a catalogue are English alone.
_CHINESE_KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "report": REPORT_KEYS,
    "figure": FIGURE_KEYS,
    "explanation": EXPLANATION_KEYS,
    "revision": REVISION_KEYS,
}
#: What plans say for each comparator, as a table of goals writes it.
COMPARATOR_WORDS: Mapping[str, tuple[str, ...]] = {
    "at_least": ("以上", "不低于", "不少于", "至少", "达到", "≥"),
    "at_most": ("以下", "以内", "不超过", "不高于", "不多于", "至多", "≤"),
    "greater_than": ("超过", "大于", "高于", "多于", ">"),
    "less_than": ("低于", "小于", "不满", "少于", "<"),
    "exactly": ("等于", "恰好", "="),
    "between": ("之间", "区间"),
    "about": ("左右", "约", "上下", "within"),
    "grade_at_least": ("等级", "级以上", "等级以上"),
    "complete": ("全部", "全覆盖", "所有", "100%"),
    "not_below": ("不低于", "不低于另一指标"),
    "rises": ("逐年提高", "提高", "上升", "高于上年", "不断提高"),
    "falls": ("逐年下降", "下降", "降低", "低于上年"),
    "does_not_fall": ("只增不减", "不下降", "不低于上年", "不减少"),
}


class Entry(NamedTuple):
    """A word explained: where it belongs, its names (the key first), and what it means."""

    level: str
    names: tuple[str, ...]
    words: str


class Glossary(NamedTuple):
    """The entries in one language, and the names of the levels they stand on."""

    levels: Mapping[str, str]
    entries: tuple[Entry, ...]

    def find(self, name: str) -> tuple[Entry, ...]:
        """Every entry that has this name, folded: a key may stand on several levels."""
        folded = fold(name)
        return tuple(entry for entry in self.entries if folded and folded in map(fold, entry.names))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, each once."""
        return tuple(dict.fromkeys(name for entry in self.entries for name in entry.names))


def glossary(lang: str) -> Glossary:
    """Every entry, in `zh` or `en`; each can be found by its names in both languages."""
    if lang == "en":
        from anju_cli.texts.en.glossary import COMPARATORS, KEYS, LEVELS, STATUSES
    else:
        from anju_cli.texts.zh.glossary import COMPARATORS, KEYS, LEVELS, STATUSES
    keys = [_key_entry(name, words) for name, words in KEYS.items()]
    comparators = [Entry("comparator", (key, *COMPARATOR_WORDS[key]), words) for key, words in COMPARATORS.items()]
    statuses = [Entry("status", tuple(dict.fromkeys(_status_names(key))), words) for key, words in STATUSES.items()]
    return Glossary(LEVELS, (*keys, *comparators, *statuses))


def _key_entry(name: str, words: str) -> Entry:
    level, key = name.split(".")
    return Entry(level, (key, *_CHINESE_KEYS.get(level, {}).get(key, ())), words)


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
