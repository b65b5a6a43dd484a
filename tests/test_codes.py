"""A code is a folder: its words in each language, all of them read as plain text and none before it is asked for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import yaml

from anju_cli import codes
from anju_cli.codes import CODES, Level
from anju_cli.codes.words import CodeWords, Wording, code_words
from anju_cli.diagnostics import Diagnostic
from anju_cli.numbers import REFUSALS
from anju_cli.places import Place
from anju_cli.texts import LANGUAGES, texts

FOLDER = Path(codes.__file__).parent
PACKAGE = FOLDER.parent

#: Where a call that names its code says the kind of the finding, if not by keyword.
POSITIONS = {"Diagnostic": 3, "Fault": 2, "Breach": 2, "finding": 2}


def wordings(words: CodeWords) -> dict[str, Wording]:
    """The words of a code by kind, those of the code itself under no kind."""
    return {"": words.general, **words.kinds}


def placeholders(template: str) -> set[str]:
    """The names in braces; `reference_en` is the English `reference`."""
    return {name.removesuffix("_en") for _, name, _, _ in Formatter().parse(template) if name}


def syntax() -> Iterator[ast.AST]:
    """Every node of the package's own code."""
    for path in PACKAGE.rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def choices(node: ast.expr | None) -> set[str]:
    """The texts that an expression may give, where it is a literal or picks between literals."""
    if isinstance(node, ast.IfExp):
        return choices(node.body) | choices(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def kinds_in(function: ast.FunctionDef) -> set[tuple[str, str]]:
    """The codes with their kinds that a function names: in the call, or in a `kind` of its own."""
    assigned = {
        text
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["kind"]
        for text in choices(node.value)
    }
    pairs: set[tuple[str, str]] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and node.args:
            position = POSITIONS.get(ast.unparse(node.func).rpartition(".")[2], len(node.args))
            kinds = [*node.args[position : position + 1], *(word.value for word in node.keywords if word.arg == "kind")]
            texts = {text for kind in kinds for text in (assigned if ast.unparse(kind) == "kind" else choices(kind))}
            pairs |= {(code, text) for code in choices(node.args[0]) & set(CODES) for text in texts if text}
    return pairs


def layout(node: yaml.Node | None) -> list[object]:
    """The keys of a file in their order, repeated ones too."""
    assert isinstance(node, yaml.MappingNode)
    return [
        key.value if isinstance(value, yaml.ScalarNode) else (key.value, layout(value)) for key, value in node.value
    ]


def test_every_code_is_a_folder() -> None:
    """The table of codes and the folders are the same, and each has a file for every language."""
    assert sorted(CODES) == sorted(path.name for path in FOLDER.glob("ANJ*"))
    files = [f"{lang}.yaml" for lang in sorted(LANGUAGES)]
    expected = dict.fromkeys(CODES, files)
    assert expected == {code: sorted(path.name for path in FOLDER.glob(f"{code}/??.yaml")) for code in CODES}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_file_of_words_says_nothing_else(code: str, lang: str) -> None:
    """Why, message, help and label in this order, what several notes say, the three again for each kind; no more."""
    root = yaml.compose((FOLDER / code / f"{lang}.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)
    kinds = [(kind, ["message", "help", "label"]) for kind in code_words(code, lang).kinds]
    folded = ["folded"] if CODES[code] is Level.NOTE else []
    assert ["why", "message", "help", "label", *folded, *([("kinds", kinds)] if kinds else [])] == layout(root)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_code_says_what_to_do_next(code: str, lang: str) -> None:
    """Every code and kind has a message, help and label, and a reason, each on one line without space around it."""
    words = code_words(code, lang)
    parts = [words.why, *(part for wording in wordings(words).values() for part in wording)]
    assert parts == [" ".join(part.split()) for part in parts if part]


@pytest.mark.parametrize("code", CODES)
def test_languages_have_the_same_kinds(code: str) -> None:
    """What has words of its own in one language has them in the other, in the same order."""
    assert list(code_words(code, "zh").kinds) == list(code_words(code, "en").kinds)


@pytest.mark.parametrize("code", CODES)
def test_languages_name_the_same_arguments(code: str) -> None:
    """A message, help or label names the same arguments in both languages."""
    named = {
        lang: {
            kind: [placeholders(part) for part in wording] for kind, wording in wordings(code_words(code, lang)).items()
        }
        for lang in LANGUAGES
    }
    assert named["zh"] == named["en"]


@pytest.mark.parametrize("code", CODES)
def test_chinese_is_punctuated_half_width(code: str) -> None:
    """What a Chinese finding says is punctuated half-width, as the plan itself is."""
    parts = [part for wording in wordings(code_words(code, "zh")).values() for part in wording]
    assert [] == [part for part in parts if re.search("[，：；（）！？]", part.replace("“：”", ""))]


@pytest.mark.parametrize("kind", [kind for kind, _ in REFUSALS] + ["too_long", "too_many_digits", "not_a_number"])
def test_a_refused_number_has_its_own_words(kind: str) -> None:
    """Each kind of text that is no number says in its own words what to write instead."""
    words = code_words("ANJ201", "zh")
    own = words.kinds[kind]
    assert [part for part in own[:2] if part not in words.general] == list(own[:2])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_says_why_it_exists(lang: str) -> None:
    """Every code has its reason, of two to four sentences."""
    sentences = {code: len(re.findall(r"。|\.(?= |$)", code_words(code, lang).why)) for code in CODES}
    assert [code for code, count in sentences.items() if not 2 <= count <= 4] == []
    assert [code_words(code, lang).why for code in CODES] == [texts(lang).why(code) for code in CODES]


def test_every_kind_that_is_named_has_words() -> None:
    """A kind that the package gives to a code by name is told in words of its own."""
    pairs = {pair for node in syntax() if isinstance(node, ast.FunctionDef) for pair in kinds_in(node)}
    assert {("ANJ008", "no_figures"), ("ANJ010", "tag"), ("ANJ204", "low"), ("ANJ106", "not_earlier")} <= pairs
    assert set() == {(code, kind) for code, kind in pairs if kind not in code_words(code, "zh").kinds}


def test_no_kind_has_words_in_vain() -> None:
    """Each kind that has words is named somewhere in the package."""
    literals = {node.value for node in syntax() if isinstance(node, ast.Constant)}
    assert [] == [(code, kind) for code in CODES for kind in code_words(code, "zh").kinds if kind not in literals]


def test_a_kind_without_words_is_told_by_its_code() -> None:
    """A kind that needs no words of its own has those of its code."""
    findings = [Diagnostic("ANJ013", Place("a.yaml"), {}, kind) for kind in ("", "unheard_of")]
    assert 1 == len({texts("en").message(finding) for finding in findings})


def test_words_are_read_once() -> None:
    """A run that finds a code a thousand times reads its words once."""
    assert code_words("ANJ204", "en") is code_words("ANJ204", "en")
