"""Looking words up and filling in their arguments."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from anju_cli.characters import visible
from anju_cli.diagnostics import Diagnostic

#: message, what to do next, and the few words under the caret.
Message = tuple[str, str, str]


class Texts(NamedTuple):
    """One language."""

    lang: str
    words: Mapping[str, str]
    messages: Mapping[str, Message]

    def __call__(self, key: str, **arguments: object) -> str:
        """A word or phrase with its arguments filled in."""
        return self.words[key].format(**arguments) if arguments else self.words[key]

    def message(self, finding: Diagnostic) -> str:
        """What is wrong."""
        return self._part(finding, 0)

    def help(self, finding: Diagnostic) -> str:
        """What to do next."""
        return self._part(finding, 1)

    def label(self, finding: Diagnostic) -> str:
        """The few words under the caret."""
        return self._part(finding, 2)

    def listed(self, names: tuple[str, ...]) -> str:
        """Names with the language's own comma between."""
        return self.words["comma"].join(names)

    def _part(self, finding: Diagnostic, part: int) -> str:
        template = self.messages.get(f"{finding.code}/{finding.kind}") or self.messages[finding.code]
        return template[part].format_map(_Arguments(self, finding))


class _Arguments(dict[str, str]):
    """The arguments of a finding, made safe to print; keys of fields and lists of names put in words."""

    def __init__(self, speaking: Texts, finding: Diagnostic) -> None:
        super().__init__({key: visible(value) for key, value in finding.arguments.items()})
        if "field" in self:
            self["field"] = speaking.words.get(f"field_{self['field']}", self["field"])
        if "unit" in self:
            self["change"] = speaking.words["points"] if self["unit"] == "%" else self["unit"]
        if "near" in self:
            self["near"] = speaking.words["or"].join(self["near"].split("|"))

    def __missing__(self, key: str) -> str:
        return ""


def _zh() -> Texts:
    from anju_cli.texts.zh.messages import MESSAGES
    from anju_cli.texts.zh.words import WORDS

    return Texts("zh", WORDS, MESSAGES)


def _en() -> Texts:
    from anju_cli.texts.en.messages import MESSAGES
    from anju_cli.texts.en.words import WORDS

    return Texts("en", WORDS, MESSAGES)


LANGUAGES: dict[str, Callable[[], Texts]] = {"zh": _zh, "en": _en}


@lru_cache
def texts(lang: str) -> Texts:
    """The words of a language."""
    return LANGUAGES[lang]()
