"""Every code has samples that show it, and every way to write a number is answered as its row says."""

import re
from decimal import Decimal
from functools import lru_cache
from string import Formatter

import pytest

from anju_cli.assessment import Scope, judge
from anju_cli.catalogue import Catalogue
from anju_cli.codes import CODES
from anju_cli.codes.samples import WITHOUT_SAMPLE, sample
from anju_cli.codes.words import code_words
from anju_cli.diagnostics import Diagnostic
from anju_cli.loading import load_catalogue, load_report
from anju_cli.numbers import Refused, in_unit, plain, read_number, read_year
from anju_cli.texts import LANGUAGES, texts
from anju_cli.texts.en.number_forms import FORMS as ENGLISH_FORMS
from anju_cli.texts.zh.number_forms import FORMS as CHINESE_FORMS

#: What can't be shown without showing this too.
ALONGSIDE: dict[str, set[str]] = {
    "ANJ012": {"ANJ104"},  # brackets within brackets are no figure
    "ANJ103": {"ANJ502"},  # an explanation that says too little leaves its query open
    "ANJ404": {"ANJ305"},  # parts without their value
    "ANJ611": {"ANJ502"},
    "ANJ613": {"ANJ204"},  # the error that was to be explained away
    "ANJ614": {"ANJ502"},
}

SHOWN = [code for code in CODES if code not in WITHOUT_SAMPLE]


@lru_cache
def shipped() -> Catalogue:
    """The catalogue that samples are judged with."""
    catalogue = load_catalogue().catalogue
    assert catalogue is not None
    return catalogue


@lru_cache
def found(code: str, which: str) -> tuple[Diagnostic, ...]:
    """Everything that is found in a sample."""
    paths = [str(path) for path in sample(code, which)]
    if code.startswith("ANJ7"):
        return tuple(finding for path in paths for finding in load_catalogue(path).diagnostics)
    files = [load_report(path, shipped()) for path in paths]
    said = [finding for file in files for finding in file.diagnostics]
    submissions = tuple(submission for file in files for submission in file.submissions)
    return (*said, *judge(submissions, said, shipped(), Scope(all_years=True)).findings)


def placeholders(template: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("which", ["bad", "good"])
@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_sample_or_a_reason_for_none(code: str, which: str) -> None:
    """A code has both samples, or stands in the table of those that no file can show."""
    assert bool(sample(code, which)) == (not WITHOUT_SAMPLE.get(code))


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_sample_shows_its_code(code: str) -> None:
    """A bad sample gives its code, and nothing else but what can't be parted from it."""
    assert {finding.code for finding in found(code, "bad")} == {code} | ALONGSIDE.get(code, set())


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_sample_is_put_right(code: str) -> None:
    """A good sample gives neither its code nor anything that would hold a judgement back."""
    assert [finding.code for finding in found(code, "good") if finding.code == code or finding.open] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", SHOWN)
def test_words_are_filled_in(code: str, lang: str) -> None:
    """What is said of a sample leaves no argument empty."""
    say = texts(lang)
    for finding in found(code, "bad"):
        named = {name for part in code_words(finding.code, lang).wording(finding.kind) for name in placeholders(part)}
        stated = {name for name, value in finding.arguments.items() if value}
        derived = {"unit_asked", *(f"{name}_{behind}" for name in stated for behind in ("unit", "change"))}
        assert named - stated - (derived if "unit" in stated else set()) == set()
        assert re.findall("“”|  ", " | ".join((say.message(finding), say.help(finding), say.label(finding)))) == []


def test_rows_of_numbers_are_the_same_in_both_languages() -> None:
    """Both languages show the same examples with the same answer."""
    assert [row[:2] for row in ENGLISH_FORMS] == [row[:2] for row in CHINESE_FORMS]


@pytest.mark.parametrize(
    ("example", "answer", "chinese", "english"), [(*a, b[2]) for a, b in zip(CHINESE_FORMS, ENGLISH_FORMS, strict=True)]
)
def test_a_row_of_numbers_is_true(example: str, answer: str, chinese: str, english: str) -> None:
    """An example is taken, noted or refused as its row says, and a noted one is read as its words say."""
    named = [
        re.findall(pattern, words) for pattern, words in (("计量单位“(.+?)”", chinese), ("unit is “(.+?)”", english))
    ]
    value, noted = read(example, named[0][0] if named[0] else "人")
    understood = plain(value) if noted and value is not None else ""
    assert named[0] == named[1]
    assert answer == ("refused" if value is None else "noted" if noted else "taken")
    assert [words for words in (chinese, english) if understood in words] == [chinese, english]


def read(example: str, unit: str) -> tuple[Decimal | None, bool]:
    """What an example is read as in `unit`, and whether with a note."""
    if example.startswith("year: "):
        year, noted = read_year(example.removeprefix("year: "))
        return (None if year is None else Decimal(year)), noted
    written = read_number(example)
    if isinstance(written, Refused):
        return None, False
    forms = next((indicator.unit_forms for indicator in shipped().indicators.values() if indicator.unit == unit), ())
    return in_unit(written, unit, forms), bool(written.forms)
