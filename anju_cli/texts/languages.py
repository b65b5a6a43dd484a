"""Looking words up and filling in their arguments."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from anju_cli.characters import visible
from anju_cli.codes.words import Wording, code_words
from anju_cli.diagnostics import Diagnostic
from anju_cli.units import Unit


class Texts(NamedTuple):
    """One language."""

    lang: str
    words: Mapping[str, str]

    def __call__(self, key: str, **arguments: object) -> str:
        """A word or phrase with its arguments filled in."""
        template = self.words[key]
        if "|" in template:
            return template.format(**{name: Argument(value) for name, value in arguments.items()})
        return template.format(**arguments) if arguments else template

    def message(self, finding: Diagnostic) -> str:
        """What is wrong."""
        return self._filled(self._wording(finding).message, finding)

    def help(self, finding: Diagnostic) -> str:
        """What to do next."""
        return self._filled(self._wording(finding).help, finding)

    def label(self, finding: Diagnostic) -> str:
        """The few words under the caret."""
        return self._filled(self._wording(finding).label, finding)

    def folded(self, finding: Diagnostic, count: int) -> str:
        """What is said of several notes of a code in one line, the first of them standing for all."""
        arguments = _Arguments(self, finding)
        arguments["count"] = Argument(count)
        return code_words(finding.code, self.lang).folded.format_map(arguments)

    def why(self, code: str) -> str:
        """Why a code exists."""
        return code_words(code, self.lang).why

    def listed(self, names: tuple[str, ...]) -> str:
        """Names with the language's own comma between."""
        return self.words["comma"].join(names)

    def _wording(self, finding: Diagnostic) -> Wording:
        return code_words(finding.code, self.lang).wording(finding.kind)

    def _filled(self, template: str, finding: Diagnostic) -> str:
        return template.format_map(_Arguments(self, finding))


class Argument(str):
    """A number in a text: `{count:file|files}` is the word that agrees with it."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        single, bar, several = form.partition("|")
        if not bar:
            return super().__format__(form)
        return single if self == "1" else several


class _Arguments(dict[str, str]):
    """The arguments of a finding, made safe to print; keys of fields and lists of names put in words.

    `unit` is in the language, `unit_asked` with what the catalogue writes; behind a number it stands as `amount_unit`,
    and behind one that is a difference as `move_change`.
    """

    def __init__(self, say: Texts, finding: Diagnostic) -> None:
        super().__init__({key: visible(value) for key, value in finding.arguments.items()})
        self._say = say
        self._unit = Unit(self.get("unit", ""), self.get("unit_en", ""))
        if self._unit.written:
            self |= {"unit": self._unit.in_(say.lang), "unit_asked": self._unit.named(say.lang)}
        if "field" in self:
            self["field"] = say.words.get(f"field_{self['field']}", self["field"])
        if "near" in self:
            self["near"] = say.words["or"].join(self["near"].split("|"))

    def __missing__(self, key: str) -> str:
        number, _, what = key.rpartition("_")
        if number not in self:
            return ""
        points = self._say.words["points"]
        unit = Unit(points, points) if what == "change" and self._unit.written == "%" else self._unit
        return unit.behind(self[number], self._say.lang)


def _zh() -> Mapping[str, str]:
    from anju_cli.texts.zh.attendance import ATTENDANCE
    from anju_cli.texts.zh.courses import COURSES
    from anju_cli.texts.zh.words import WORDS

    return WORDS | ATTENDANCE | COURSES


def _en() -> Mapping[str, str]:
    from anju_cli.texts.en.attendance import ATTENDANCE
    from anju_cli.texts.en.courses import COURSES
    from anju_cli.texts.en.words import WORDS

    return WORDS | ATTENDANCE | COURSES


#: The words of each language, loaded when it is spoken.
LANGUAGES: dict[str, Callable[[], Mapping[str, str]]] = {"zh": _zh, "en": _en}


@lru_cache
def texts(lang: str) -> Texts:
    """The words of a language."""
    return Texts(lang, LANGUAGES[lang]())
