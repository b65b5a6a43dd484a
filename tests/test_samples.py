"""Every code has its words in both languages, the reason it exists, and samples that show it."""

import re
from decimal import Decimal
from functools import lru_cache
from string import Formatter

import pytest

from anju_cli.assessment import Scope, judge
from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import CODES, Diagnostic
from anju_cli.loading import load_catalogue, load_report
from anju_cli.numbers import REFUSALS, Refused, in_unit, plain, read_number, read_year
from anju_cli.samples import WITHOUT_SAMPLE, sample
from anju_cli.texts import texts
from anju_cli.texts.en.messages import MESSAGES as ENGLISH
from anju_cli.texts.en.reasons import FORMS as ENGLISH_FORMS
from anju_cli.texts.en.reasons import WHY as ENGLISH_WHY
from anju_cli.texts.zh.messages import MESSAGES as CHINESE
from anju_cli.texts.zh.reasons import FORMS as CHINESE_FORMS
from anju_cli.texts.zh.reasons import WHY as CHINESE_WHY

MESSAGES = {"zh": CHINESE, "en": ENGLISH}
WHY = {"zh": CHINESE_WHY, "en": ENGLISH_WHY}

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
    """The names in braces; `reference_en` is the English `reference`."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("lang", MESSAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_code_says_what_to_do_next(code: str, lang: str) -> None:
    """Every code has a message, help and label of its own, each on one line."""
    parts = MESSAGES[lang][code]
    assert [part for part in parts if part.strip() and len(part.splitlines()) == 1] == list(parts)


def test_languages_have_the_same_keys() -> None:
    """What has words in one language has them in the other."""
    assert list(ENGLISH) == list(CHINESE)


@pytest.mark.parametrize("key", CHINESE)
def test_languages_name_the_same_arguments(key: str) -> None:
    """A message, help or label names the same arguments in both languages."""
    english = [{name.removesuffix("_en") for name in placeholders(part)} for part in ENGLISH[key]]
    assert [placeholders(part) for part in CHINESE[key]] == english


def test_words_belong_to_a_code() -> None:
    """There are no words for a code that is not in the table."""
    assert {key.partition("/")[0] for key in CHINESE} == set(CODES)


@pytest.mark.parametrize("kind", [kind for kind, _ in REFUSALS] + ["too_long", "too_many_digits", "not_a_number"])
def test_a_refused_number_has_its_own_words(kind: str) -> None:
    """Each kind of text that is no number says in its own words what to write instead."""
    generic, own = CHINESE["ANJ201"], CHINESE[f"ANJ201/{kind}"]
    assert [part for part in own[:2] if part not in generic] == list(own[:2])


@pytest.mark.parametrize("lang", WHY)
def test_every_code_says_why_it_exists(lang: str) -> None:
    """Every code has its reason, of two to four sentences, in the order of the table."""
    sentences = {code: len(re.findall(r"。|\.(?= |$)", text)) for code, text in WHY[lang].items()}
    assert list(WHY[lang]) == list(CODES)
    assert [code for code, count in sentences.items() if not 2 <= count <= 4] == []


@pytest.mark.parametrize("which", ["bad", "good"])
@pytest.mark.parametrize("code", CODES)
def test_a_code_has_a_sample_or_a_reason_for_none(code: str, which: str) -> None:
    """A code has both samples, or stands in the list of those that no file can show."""
    assert bool(sample(code, which)) == (code not in WITHOUT_SAMPLE)


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_sample_shows_its_code(code: str) -> None:
    """A bad sample gives its code, and nothing else but what can't be parted from it."""
    assert {one.code for one in found(code, "bad")} == {code} | ALONGSIDE.get(code, set())


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_sample_is_put_right(code: str) -> None:
    """A good sample gives neither its code nor anything that would hold a judgement back."""
    assert [one.code for one in found(code, "good") if one.code == code or one.open] == []


@pytest.mark.parametrize("lang", MESSAGES)
@pytest.mark.parametrize("code", SHOWN)
def test_words_are_filled_in(code: str, lang: str) -> None:
    """What is said of a sample leaves no argument empty."""
    say = texts(lang)
    for one in found(code, "bad"):
        key = f"{one.code}/{one.kind}"
        asked = {name for part in MESSAGES[lang].get(key, MESSAGES[lang][one.code]) for name in placeholders(part)}
        derived = {"change"} if one.arguments.get("unit") else set()
        assert asked - {name for name, value in one.arguments.items() if value} == derived & asked
        assert re.findall("“”|  ", " | ".join((say.message(one), say.help(one), say.label(one)))) == []


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
