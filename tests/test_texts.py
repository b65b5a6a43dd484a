"""Every word has its equal in the other language, and everything that can be said has a word."""

import ast
import importlib
import json
import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

import anju_cli
from anju_cli import outcome
from anju_cli.catalogue import Indicator, Target
from anju_cli.catalogue import models as catalogue_models
from anju_cli.catalogue.shapes import CatalogueShape
from anju_cli.cli import COMMANDS
from anju_cli.codes import CODES, Level
from anju_cli.commands import options as given
from anju_cli.commands.choices import COLOURS
from anju_cli.commands.report_command import ReportOptions
from anju_cli.comparators import GOALS
from anju_cli.diagnostics import Diagnostic
from anju_cli.formats import FORMATS, format_of, phrases, rows, run_notes, signs
from anju_cli.formats.finding_tables import DOUBTS
from anju_cli.formats.rows import LISTED
from anju_cli.formats.summary_sections import COUNTED
from anju_cli.outcome import Status
from anju_cli.places import Place
from anju_cli.run import FAIL_ON
from anju_cli.tally import tally_of
from anju_cli.texts import LANGUAGES, texts
from anju_cli.texts.explain_words import explain_words
from anju_cli.texts.help import options
from tests.outcomes import OUTCOME, QUIET, promised, words
from tests.rendering import document
from tests.strategies import FLAGS

PACKAGE = Path(anju_cli.__file__).parent
MODULES = sorted(path.stem for path in (PACKAGE / "texts" / "zh").glob("[!_]*.py"))
SCHEMA = json.loads((PACKAGE / "schemas" / "outcome.schema.json").read_text("utf-8"))


def tables(lang: str, module: str) -> dict[str, object]:
    """The tables of words of one module in one language."""
    found = importlib.import_module(f"anju_cli.texts.{lang}.{module}")
    return {name: value for name, value in vars(found).items() if name.isupper()}


def fields(value: object) -> object:
    """The names in braces of every text in a table, in its own shape."""
    if isinstance(value, str):
        return {name.removesuffix("_en") for _, name, _, _ in Formatter().parse(value) if name}
    return [fields(one) for one in value] if isinstance(value, tuple) else set()


def enumerated(key: str, node: object = SCHEMA) -> list[str]:
    """The words that the schema of the outcome allows for a key."""
    if isinstance(node, list):
        return next((found for one in node if (found := enumerated(key, one))), [])
    if not isinstance(node, dict):
        return []
    own = node.get(key)
    if isinstance(own, dict) and "enum" in own:
        return [finding for finding in own["enum"] if finding is not None]
    return next((found for one in node.values() if (found := enumerated(key, one))), [])


def calls(name: str, position: int = 0) -> set[str]:
    """The texts that our code gives to a name as a literal argument: `Result(2, "missing")`."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _called(node) == name and len(node.args) > position:
                found |= {
                    one.value
                    for one in ast.walk(node.args[position])
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }
    return found


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


# the two languages


def test_languages_have_the_same_modules() -> None:
    """A language is a package with the same modules."""
    assert [MODULES] * len(LANGUAGES) == [
        sorted(path.stem for path in (PACKAGE / "texts" / lang).glob("[!_]*.py")) for lang in LANGUAGES
    ]


@pytest.mark.parametrize("module", MODULES)
def test_languages_have_the_same_keys(module: str) -> None:
    """Every table of a module has the same keys in the same order in both languages."""
    chinese, english = tables("zh", module), tables("en", module)
    keys = {name: list(value) for name, value in chinese.items() if isinstance(value, dict)}
    assert chinese
    assert keys == {name: list(value) for name, value in english.items() if isinstance(value, dict)}
    assert list(chinese) == list(english)


@pytest.mark.parametrize("module", MODULES)
def test_languages_fill_in_the_same(module: str) -> None:
    """A text names the same things to fill in, whichever the language."""
    filled = {
        lang: {
            (name, key): fields(text)
            for name, table in tables(lang, module).items()
            if isinstance(table, dict)
            for key, text in table.items()
        }
        for lang in LANGUAGES
    }
    assert filled["zh"] == filled["en"]


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_empty(lang: str, module: str) -> None:
    """Every key has words."""
    empty = [
        (name, key)
        for name, table in tables(lang, module).items()
        if isinstance(table, dict)
        for key, text in table.items()
        if not (text[0] if isinstance(text, tuple) else text).strip()
    ]
    assert [] == empty


@pytest.mark.parametrize("module", ["words", "attendance", "courses", "options", "summary", "explain"])
def test_chinese_punctuation(module: str) -> None:
    """Chinese on a screen is punctuated half-width, as the plan itself is."""
    texts_of = [text for table in tables("zh", module).values() for text in _all(table)]
    assert [] == [text for text in texts_of if re.search("[，：；（）！？]", text.replace("“：”", ""))]


def _all(table: object) -> list[str]:
    if isinstance(table, str):
        return [table]
    ones = table.values() if isinstance(table, dict) else table if isinstance(table, tuple) else ()
    return [text for judgement in ones for text in _all(judgement)]


def test_a_third_language_is_asked_for_in_vain() -> None:
    """There are two languages; a word for another is no key."""
    assert ["zh", "en"] == list(LANGUAGES)
    with pytest.raises(KeyError):
        texts("fr")


# words for everything


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_words(lang: str, status: Status) -> None:
    """A status has a word, a shape, and where it is told as a list the list's head."""
    words = texts(lang).words
    assert words[f"status_{status.value}"]
    assert signs.SHAPES[status]
    assert status in COUNTED
    assert (status in LISTED) == (f"{status.value}_list" in words and status not in {Status.UNDETERMINED, Status.MET})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_statuses_have_words_of_their_own(lang: str) -> None:
    """No two statuses have the same word."""
    words = texts(lang).words
    assert len(Status) == len({words[f"status_{status.value}"] for status in Status})


def test_statuses_are_those_of_the_schema() -> None:
    """What machines read has every status, in the same order."""
    assert [status.value for status in Status] == SCHEMA["$defs"]["status"]["enum"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_shade_has_its_word(lang: str) -> None:
    """The finer words of the schema are those that have words, and those told are among them."""
    shades = set(enumerated("shade"))
    assert shades == {key.removeprefix("shade_") for key in texts(lang).words if key.startswith("shade_")}
    assert shades >= phrases._TELLING  # noqa: SLF001 - the table of what is told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_has_its_word(lang: str) -> None:
    """What a judgement may lack is said in words: by the comparators, and by the line."""
    sources = [*(PACKAGE / "comparators").glob("*.py"), PACKAGE / "assessment" / "status.py"]
    named = r'lacking="(\w+)"|"(no_\w+|not_comparable|base_\w+)"'
    lacking = {one for path in sources for one in re.findall(named, path.read_text("utf-8"))}
    words = {key.removeprefix("reason_") for key in texts(lang).words if key.startswith("reason_")}
    assert {"".join(one) for one in lacking} == words - {"code"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("level", Level)
def test_every_level_has_its_word(lang: str, level: Level) -> None:
    """A finding's level is a word, and how many there are is told with it, in the plural where there are several."""
    say = texts(lang)
    count = run_notes.level_count(level, tally_of(OUTCOME), say)
    assert say(f"count_{level.value}", count=tally_of(OUTCOME).levels[level]) in count
    assert say(f"level_{level.value}")[:4] in count


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", GOALS)
def test_every_goal_has_its_words(lang: str, kind: str) -> None:
    """Each kind of goal can be told, also where it is a direction or held against another figure."""
    raw = {
        "grade_at_least": "二级甲等",
        "between": ["1", "2"],
        "about": {"value": "2", "within": "1"},
        "not_below": "poor",
    }
    goal = (kind, raw.get(kind, "true" if kind in FLAGS else "1"))
    promise = promised("beds", words("床位"), goal, reference=words("标准"))
    assert phrases.goal_phrase(promise, None, texts(lang))
    assert "{" not in phrases.goal_phrase(promise, None, texts(lang))


def test_goals_are_those_of_the_schema_and_the_words() -> None:
    """Comparators, their words and the schema's list are the same."""
    own = {key.removeprefix("goal_") for key in texts("zh").words if key.startswith("goal_")}
    assert list(GOALS) == [kind for kind in GOALS if kind in own]
    assert own - set(GOALS) == {"than", "by", "every_year"}
    assert set(GOALS) == set(enumerated("kind"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("why", sorted(calls("Result", 1)))
def test_what_a_run_came_to_has_its_words(lang: str, why: str) -> None:
    """Each way a run may end is told in words."""
    result = outcome.Result(1, why, {"errors": "3", "asked": "missed query", "years": "2019"})
    told = run_notes.outcome_words(result, texts(lang))
    assert told
    assert "{" not in told


def test_what_a_run_came_to_is_in_the_schema() -> None:
    """The reasons for an exit code that our code gives are those the schema allows."""
    assert calls("Result", 1) == set(enumerated("why"))
    assert calls("Result", 1) == {
        key.removeprefix("result_") for key in texts("zh").words if key.startswith("result_")
    } - {"line"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_fail_on_asks_about_has_its_words(lang: str) -> None:
    """Every choice of --fail-on but `error`, which has a result of its own, can be told."""
    words = {key.removeprefix("fail_") for key in texts(lang).words if key.startswith("fail_")}
    assert set(FAIL_ON) - {"error"} == words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_second_place_has_its_word(lang: str) -> None:
    """The roles that our code gives to second places have words."""
    roles = calls("Related", 1)
    assert roles >= {"first"}
    assert roles <= {key.removeprefix("role_") for key in texts(lang).words if key.startswith("role_")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_doubt_has_its_words(lang: str) -> None:
    """Errors, queries and explained queries have a heading and a sentence in the summary."""
    summary = tables(lang, "summary")["SUMMARY"]
    assert isinstance(summary, dict)
    assert [] == [kind for kind in DOUBTS if not {f"figures_{kind}", f"figures_{kind}_words"} <= set(summary)]
    assert [] == [status for status in Status if f"told_{status.value}" not in summary]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_failure_has_its_words(lang: str) -> None:
    """The failures that end a run early have words for the command line."""
    assert calls("AnjuError") - {"stdout", "path", "why"} <= set(options(lang))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("field", ["value", "numerator", "denominator", "previous", "unit", "note"])
def test_fields_are_told_in_words(lang: str, field: str) -> None:
    """A field of a figure is told by its name in the language; one without a name by its key."""
    arguments = {"field": field, "amount": "780", "unit": "%", "high": "100"}
    finding = Diagnostic("ANJ204", Place("a.yaml"), arguments, "high")
    assert texts(lang).words.get(f"field_{field}", field) in texts(lang).message(finding)


def test_arguments_are_made_safe() -> None:
    """What was written stands in a message without anything that a terminal obeys; what is absent leaves no brace."""
    finding = Diagnostic("ANJ204", Place("a.yaml"), {"amount": "\x1b[31m7\n8"}, "high")
    said = texts("zh").message(finding)
    assert "<U+001B>[31m7 8" in said
    assert "{" not in said


def test_near_misses_are_joined() -> None:
    """Several names that were perhaps meant stand with the language's "or"."""
    finding = Diagnostic("ANJ105", Place("a.yaml"), {"key": "x", "near": "a|b"}, "near")
    assert ["a 或 b" in texts("zh").help(finding) + texts("zh").label(finding) + texts("zh").message(finding)] == [True]
    assert ["a or b" in texts("en").help(finding) + texts("en").label(finding) + texts("en").message(finding)] == [True]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_explanations_are_complete(lang: str) -> None:
    """`anju explain` has a reason for every code, words for every answer and for every way to count."""
    more, say = explain_words(lang), texts(lang)
    assert [] == [code for code in CODES if not say.why(code)]
    assert {answer for _, answer, _ in more.forms} <= set(more.words)
    kinds = get_args(catalogue_models.Kind)
    assert [] == [kind for kind in kinds if f"kind_{kind}" not in more.words]


# choices


def test_every_choice_of_a_format_is_handled() -> None:
    """Every format renders the outcome, and every suffix names the format that has it."""
    from anju_cli.formats import View

    assert [True] * len(FORMATS) == [bool(document(name, QUIET, View())) for name in FORMATS]
    suffixes = [(suffix, name) for name, format_ in FORMATS.items() for suffix in format_.suffixes]
    assert [name for _, name in suffixes] == [format_of(suffix) for suffix, _ in suffixes]
    assert None is format_of(".xyz")


def test_every_basis_is_a_choice_with_a_word() -> None:
    """--basis takes what a catalogue may say, and each has its word."""
    assert get_args(catalogue_models.Basis) == tuple(given.BASES)
    chinese = texts("zh").words
    assert {basis: (chinese[f"basis_{basis}"],) for basis in given.BASES} == given.BASES
    assert [] == [one for lang in LANGUAGES for one in given.BASES if f"basis_{one}" not in texts(lang).words]
    assert list(given.BASES) == enumerated("basis")


def test_every_filter_has_its_words() -> None:
    """Whatever was left out by an option is said."""
    filters = [name for name, _ in OUTCOME.coverage.filters]
    assert [] == [one for lang in LANGUAGES for one in filters if f"filter_{one}" not in texts(lang).words]
    assert {"department", "area", "basis", "year"} == set(filters)


@pytest.mark.parametrize("colour", COLOURS)
def test_every_colour_is_handled(colour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """--color always colours, never does not, auto asks the terminal."""
    from anju_cli.commands.console import coloured

    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    expected = {"auto": (True, False), "always": (True, True), "never": (False, False)}
    assert expected[colour] == (coloured(colour, on_terminal=True), coloured(colour, on_terminal=False))


def test_rows_have_room_for_every_status() -> None:
    """The column of the status fits its words in every language."""
    assert list(LANGUAGES) == list(rows._STATUS_COLUMNS)  # noqa: SLF001 - the table of columns


def test_every_command_has_a_module_and_words() -> None:
    """COMMANDS names every module that holds an app, and each has its help in both languages."""
    modules = {path.stem for path in (PACKAGE / "commands").glob("*.py") if "\napp = " in path.read_text("utf-8")}
    assert modules == set(COMMANDS)
    assert [] == [name for lang in LANGUAGES for name in COMMANDS if name not in options(lang)]
    assert list(COMMANDS) == [load().registered_commands[0].name for load in COMMANDS.values()]


@pytest.mark.parametrize("command", ["check", "export"])
def test_every_option_reaches_the_run(command: str) -> None:
    """What check and export take is what a run is asked: no option falls through."""
    callback = COMMANDS[command]().registered_commands[0].callback
    assert callback is not None
    assert set(callback.__annotations__) == set(ReportOptions._fields)
    source = (PACKAGE / "commands" / "report_command.py").read_text("utf-8")
    assert {"debug"} == {name for name in ReportOptions._fields if f"settings.{name}" not in source}


def test_the_catalogue_says_everything_that_is_shown() -> None:
    """What `anju explain` shows of an indicator or a promise has a word for its key."""
    shown = {"aliases", "definition", "unit", "unit_forms", "range", "whole", "max_change", "kind", "grades"}
    assert shown | {"id", "parts"} <= set(explain_words("zh").words)
    hidden = {"per", "numerator", "denominator", "name", "targets", "unit_en", "comparable"}
    assert set(Indicator._fields) <= shown | hidden
    assert {"goal", "quote", "clause", "lead", "partners", "editorial"} <= set(Target._fields)
    assert {"catalogue", "areas", "departments", "indicators", "exempt"} == set(CatalogueShape.model_fields)
