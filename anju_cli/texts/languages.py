"""Looking words up and filling in their arguments."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from anju_cli.characters import visible
from anju_cli.codes.words import Wording, code_words
from anju_cli.diagnostics import Diagnostic


class Texts(NamedTuple):
    """One language."""

    lang: str
    words: Mapping[str, str]

    def __call__(self, key: str, **arguments: object) -> str:
        """A word or phrase with its arguments filled in."""
        return self.words[key].format(**arguments) if arguments else self.words[key]

    def message(self, finding: Diagnostic) -> str:
        """What is wrong."""
        return self._filled(self._wording(finding).message, finding)

    def help(self, finding: Diagnostic) -> str:
        """What to do next."""
        return self._filled(self._wording(finding).help, finding)

    def label(self, finding: Diagnostic) -> str:
        """The few words under the caret."""
        return self._filled(self._wording(finding).label, finding)

    def why(self, code: str) -> str:
        """Why a code exists."""
        return code_words(code, self.lang).why

    def listed(self, names: tuple[str, ...]) -> str:
        """Names with the language's own comma between."""
        return self.words["comma"].join(names)

    def _wording(self, finding: Diagnostic) -> Wording:
        return code_words(finding.code, self.lang).wording(finding.kind)

    def _filled(self, template: str, finding: Diagnostic) -> str:
        return template.format_map(_Arguments(self.words, finding))


class _Arguments(dict[str, str]):
    """The arguments of a finding, made safe to print; keys of fields and lists of names put in words."""

    def __init__(self, words: Mapping[str, str], finding: Diagnostic) -> None:
        super().__init__({key: visible(value) for key, value in finding.arguments.items()})
        if "field" in self:
            self["field"] = words.get(f"field_{self['field']}", self["field"])
        if "unit" in self:
            self["change"] = words["points"] if self["unit"] == "%" else self["unit"]
        if "near" in self:
            self["near"] = words["or"].join(self["near"].split("|"))

    def __missing__(self, key: str) -> str:
        return ""


def _zh() -> Mapping[str, str]:
    from anju_cli.texts.zh.attendance import ATTENDANCE
    from anju_cli.texts.zh.words import WORDS

    return WORDS | ATTENDANCE


def _en() -> Mapping[str, str]:
    from anju_cli.texts.en.attendance import ATTENDANCE
    from anju_cli.texts.en.words import WORDS

    return WORDS | ATTENDANCE


#: The words of each language, loaded when it is spoken.
LANGUAGES: dict[str, Callable[[], Mapping[str, str]]] = {"zh": _zh, "en": _en}


@lru_cache
def texts(lang: str) -> Texts:
    """The words of a language."""
    return Texts(lang, LANGUAGES[lang]())
