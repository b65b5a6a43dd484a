"""The outcome for machines: its schema, exact figures, totals, and text that hides nothing."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import anju_cli
from anju_cli.characters import HIDING
from anju_cli.codes import CODES, Level
from anju_cli.formats import View, json_judgements
from anju_cli.outcome import ORDER, Judgement, Outcome, Status
from anju_cli.texts.explain_words import explain_words
from anju_cli.trace import Number, Step, trace
from tests.golden import golden
from tests.outcomes import BEDS, EMPTY, HOSTILE, OUTCOME, QUIET, changed
from tests.rendering import document
from tests.samples_of_code import SHARE, Judging, every_year, indicator, plan, report, target

SCHEMA = json.loads((Path(anju_cli.__file__).parent / "schemas" / "outcome.schema.json").read_text("utf-8"))
ALL = pytest.mark.parametrize("outcome", [OUTCOME, QUIET, EMPTY], ids=["full", "quiet", "empty"])


def shown(outcome: Outcome = OUTCOME, lang: str = "zh") -> Any:
    """The outcome as a machine reads it."""
    return json.loads(document("json", outcome, View(lang=lang)))


def with_bed(**changes: Any) -> Outcome:
    """The outcome with one promise alone, changed."""
    section = OUTCOME.sections[0]._replace(judgements=(changed(BEDS, **changes),))
    return OUTCOME._replace(sections=(section,))


def bed(**changes: Any) -> Any:
    """The beds alone, as a machine reads them, after some changes."""
    return shown(with_bed(**changes))["judgements"][0]


def without_words(value: Any) -> Any:
    """What is left when what a language decides is taken out."""
    if isinstance(value, dict):
        return {key: without_words(one) for key, one in value.items() if key not in {"name", "message", "help"}}
    return [without_words(one) for one in value] if isinstance(value, list) else value


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every object that the schema describes, with named properties."""
    inner = list(schema.values()) if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    own = [schema] if isinstance(schema, dict) and schema.get("type") == "object" else []
    return own + [found for one in inner for found in objects(one)]


class ByHand(Judgement):
    """A judgement as the golden file has it: with things to do a year where none are short, which no run gives."""

    __slots__ = ()

    @property
    def shortfall_a_year(self) -> int | Decimal | None:
        """As many as the beds need."""
        return BEDS.shortfall_a_year


def by_hand() -> Outcome:
    """The outcome as the golden file has it: of another region, two judgements that contradict themselves."""
    *sections, last = OUTCOME.sections
    beds, defects = last.judgements
    named = defects.promise._replace(key="x/at_most")
    judgements = (ByHand(*beds), defects._replace(promise=named))
    return OUTCOME._replace(sections=(*sections, last._replace(judgements=judgements)))


def steps_by_hand(judgement: Judgement) -> tuple[Step, ...]:
    """The working of the beds as the golden file has it: written by hand, before it was derived."""
    if judgement.indicator != BEDS.indicator:
        return ()
    knots: dict[str, Number] = {"b": Decimal("30.0"), "t0": 2017, "T": Decimal(37), "t1": 2020}
    return (
        Step("compare_at_least", {"value": Decimal("33.2"), "low": Decimal(37)}, "short"),
        Step("line", {**knots, "left": Decimal("9.6"), "right": Decimal("14.0")}, "behind"),
    )


def test_golden(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole outcome reads as it did when somebody last looked at it."""
    monkeypatch.setattr(json_judgements, "trace", steps_by_hand)
    assert golden("outcome.json", now := document("json", by_hand(), View())) == now


def test_the_working_is_the_traces() -> None:
    """Every judgement has the steps that led to it, each with its numbers as they were compared."""
    expected = [
        [(step.code, {key: str(number) for key, number in step.inputs.items()}) for step in trace(judgement)]
        for judgement in OUTCOME.judgements
    ]
    assert expected == [[(step["code"], step["inputs"]) for step in each["steps"]] for each in shown()["judgements"]]


@ALL
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_schema_holds(outcome: Outcome, lang: str) -> None:
    """Every outcome keeps to the shipped schema, in either language."""
    errors = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(shown(outcome, lang))]
    assert [] == errors


def test_schema_is_closed() -> None:
    """The schema is a schema, and takes no key that it does not name; only arguments and inputs are free."""
    Draft202012Validator.check_schema(SCHEMA)
    free = [one["title"] for one in objects(SCHEMA) if one.get("additionalProperties") is not False]
    assert ["名与值"] == free


def test_schema_speaks() -> None:
    """Everything the schema names has a title, which an editor shows."""
    mute = [
        key
        for one in objects(SCHEMA)
        for key, value in one.get("properties", {}).items()
        if "title" not in value and "$ref" not in value
    ]
    assert [] == mute


def test_schema_refuses_numbers() -> None:
    """A figure that is no string, an exponent, a negative zero and an unknown key all break the schema."""
    for key, value in {"gap": -3.8, "previous": "3E+1", "expected": "-0", "surplus": 1, "value": "about 3"}.items():
        text = shown(with_bed())
        text["judgements"][0][key] = value
        assert 1 == len(list(Draft202012Validator(SCHEMA).iter_errors(text))), key


def test_keys_of_the_contract() -> None:
    """The keys stand in one order, and there are no others."""
    keys = [
        *("schema", "catalogue", "reports", "summary", "absent", "empty", "unmatched", "unread"),
        *("assumptions", "since", "judgements", "unjudged", "diagnostics", "result"),
    ]
    assert keys == list(shown())
    assert {tuple(SCHEMA["$defs"]["judgement"]["properties"])} == {tuple(mark) for mark in shown()["judgements"]}
    assert {tuple(SCHEMA["$defs"]["diagnostic"]["properties"])} == {tuple(mark) for mark in shown()["diagnostics"]}


def test_schema_knows_every_status() -> None:
    """Every status that the program has is one of the schema's."""
    assert [status.value for status in Status] == SCHEMA["$defs"]["status"]["enum"]


def test_no_number_but_counts() -> None:
    """No figure is a JSON number: nothing in the text has a point or an exponent outside quotes."""
    text = document("json", OUTCOME, View())
    floats: list[str] = []
    json.loads(text, parse_float=floats.append)
    assert [] == floats


def test_figures_are_exact() -> None:
    """Figures have every digit they were reported with; what was rounded to ten places is named."""
    one = bed()
    figures = {key: one[key] for key in ("value", "previous", "gap", "expected", "difference", "required_per_year")}
    assert {
        "value": "33.2",
        "previous": "32.4",
        "gap": "-3.8",
        "expected": "34.6666666667",
        "difference": "-1.4666666667",
        "required_per_year": "3.8",
    } == figures
    assert {"year": 2017, "value": "30.0"} == one["base"]
    assert ["expected", "difference"] == one["approximate"]


@pytest.mark.parametrize(
    ("value", "text"),
    [("-0.00", "0.00"), ("1E+9", "1000000000"), ("1E-7", "0.0000001"), ("123456789012.345", "123456789012.345")],
)
def test_plain_notation(value: str, text: str) -> None:
    """A figure never has an exponent nor a negative zero."""
    assert text == bed(value=Decimal(value))["value"]


def test_absent_is_null() -> None:
    """What is not there is null, never an empty text or a zero."""
    one = bed(
        value=None,
        before=None,
        gap=None,
        shortfall=None,
        base=None,
        progress=None,
        source=None,
        detail="",
        would_be=None,
    )
    absent = (
        "value",
        "previous",
        "gap",
        "things",
        "base",
        "expected",
        "difference",
        "required_per_year",
        "projection",
        "source",
        "shade",
        "would_be",
    )
    assert {None} == {one[key] for key in absent}
    assert [] == one["approximate"]


def test_grades_are_named() -> None:
    """A graded indicator's value and goal are its grades' names, its gap counts grades."""
    one = next(mark for mark in shown()["judgements"] if mark["indicator"] == "cdc_grade")
    assert ("二级乙等", "二级甲等", "-1") == (one["value"], one["goal"]["value"], one["gap"])


def test_schedule() -> None:
    """A promise is due by a year or every year."""
    assert {"by": 2020} == bed()["schedule"]
    assert {"every_year": True} == bed(by=None)["schedule"]


@ALL
def test_statuses_add_up(outcome: Outcome) -> None:
    """The counts of each region add up to the promises asked, and all of them to the judgements told."""
    regions = shown(outcome)["summary"]["regions"]
    sums = [sum(region[status.value] for status in ORDER) for region in regions]
    assert sums == [region["asked"] for region in regions]
    assert len(shown(outcome)["judgements"]) == sum(sums)


@ALL
def test_levels_add_up(outcome: Outcome) -> None:
    """The counts by level add up to the diagnostics told; the explained ones are counted among the queries."""
    text = shown(outcome)
    overall, told = text["summary"]["overall"], text["diagnostics"]
    assert len(told) == sum(overall[level.value] for level in Level)
    assert sum(one["explanation"] is not None for one in told) == overall["explained"]


def test_promises_add_up() -> None:
    """What was asked of the own region, was not asked and was left out make the catalogue's promises."""
    text = shown()
    own = text["summary"]["regions"][0]
    left_out = text["summary"]["coverage"]["left_out"]
    assert own["asked"] + own["not_asked"] + left_out == text["catalogue"]["promises"]


def test_levels_are_the_codes_own() -> None:
    """Each diagnostic carries the level of its code."""
    assert all(mark["level"] == CODES[mark["code"]].value for mark in shown()["diagnostics"])


def test_explanation() -> None:
    """The reason under which a query stands is told letter for letter, with its line."""
    one = next(mark for mark in shown()["diagnostics"] if mark["explanation"])
    assert {"reason": f"新园两所启用。{HOSTILE}", "line": 30} == one["explanation"]


def test_explanation_without_a_line() -> None:
    """A reason whose line is not known is told all the same."""
    finding = OUTCOME.findings[4]
    given = finding.diagnostic.explanation
    assert given is not None
    explanation = given._replace(place=given.place._replace(span=None))
    diagnostic = finding.diagnostic._replace(explanation=explanation)
    outcome = OUTCOME._replace(findings=(finding._replace(diagnostic=diagnostic),))
    assert shown(outcome)["diagnostics"][0]["explanation"]["line"] is None


def test_hostile_text_is_kept_and_inert() -> None:
    """Text from outside comes back letter for letter, and no hiding character stands in the output itself."""
    one = next(mark for mark in shown()["judgements"] if mark["indicator"] == "infant_mortality")
    assert (HOSTILE, HOSTILE) == (one["name"], one["quote"])
    assert frozenset() == HIDING.intersection(document("json", OUTCOME, View()))


def test_lone_surrogate() -> None:
    """Half a character, as a damaged file name gives it, can be written as UTF-8 and read again."""
    text = document("json", with_bed(quote="\udce9\U000e0041"), View())
    assert "\udce9\U000e0041" == json.loads(text.encode("utf-8"))["judgements"][0]["quote"]


def test_languages_differ_in_words_only() -> None:
    """In English the same outcome has the same keys and figures; names, messages and help differ."""
    assert without_words(shown(lang="en")) == without_words(shown(lang="zh"))
    assert "Beds per thousand elders" == shown(lang="en")["judgements"][5]["name"]


def test_same_bytes() -> None:
    """The same outcome gives the same bytes, with one newline at the end, whatever the screen."""
    text = document("json", OUTCOME, View())
    assert text == document("json", OUTCOME, View(width=40, color=True, verbose=True, version="9"))
    assert text.endswith("}\n")


def test_every_role_has_its_word() -> None:
    """What a number was used for is one of the schema's roles, and each has its word in the working."""
    roles = SCHEMA["$defs"]["input"]["properties"]["role"]["enum"]
    words = {key.removeprefix("input_") for key in explain_words("zh").words if key.startswith("input_")}
    assert set(roles) == words - {"year"}


def test_a_line_through_milestones_keeps_the_schema(judged: Judging) -> None:
    """Every role that judging gives is one that the schema takes."""
    more = "milestones: {2018: 66, 2019: 70}, baseline: {year: 2017, value: 60}"
    share = indicator(target("at_least: 80", more=more), every_year("not_below: y"), more=SHARE)
    figures = {"x": "{value: 65, numerator: 65, denominator: 100, previous: 60}", "y": "70"}
    text = document("json", judged(plan(x=share, y=indicator(unit="%")), report(2018, **figures)), View())
    roles = {given["role"] for one in json.loads(text)["judgements"] for given in one["inputs"]}
    assert {"value", "numerator", "denominator", "before", "reference", "base", "milestone"} == roles
    assert [] == list(Draft202012Validator(SCHEMA).iter_errors(json.loads(text)))
