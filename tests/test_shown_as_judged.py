"""What every page shows of a judgement, held against what was judged: whatever the numbers are, and at their edges."""

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from anju_cli.assessment.series import Entry, Parts, Series, years_of
from anju_cli.assessment.status import assess
from anju_cli.catalogue import Part
from anju_cli.formats import pace_phrases, phrases
from anju_cli.formats.json_values import paced, things
from anju_cli.outcome import Judgement
from anju_cli.pace import Progress
from anju_cli.quotients import Quotient
from anju_cli.texts import texts
from tests.command_line import CommandLine
from tests.outcomes import words
from tests.samples_of_code import indicator, plan, report, target
from tests.strategies import promise_of

ZH, EN = texts("zh"), texts("en")
KINDS = ("at_least", "at_most", "greater_than", "less_than", "exactly", "between", "about")
MEASURES, COUNTS = ("亿元", "%", "1/10万", "公里"), ("人", "张", "户")


@st.composite
def judgements(draw: st.DrawFn) -> Judgement:
    """A figure short of a goal due in 2021, on a line from 2017; whole where things are counted."""
    kind, unit = draw(st.sampled_from(KINDS)), draw(st.sampled_from(MEASURES + COUNTS))
    places = 0 if unit in COUNTS else draw(st.integers(0, 4))
    numbers = st.integers(1, 200 * 10**places).map(lambda number: Decimal(number).scaleb(-places))
    low, high = sorted((draw(numbers), draw(numbers)))
    raw: object = {"between": [str(low), str(high)], "about": {"value": str(high), "within": "0.5"}}.get(kind, str(low))
    promise = promise_of((kind, raw), 2021, unit=unit)
    year, base, value = draw(st.integers(2018, 2020)), draw(numbers), draw(numbers)
    numerator, denominator = draw(st.integers(0, 5000)), draw(st.integers(1, 5000))
    parts = Parts(Decimal(numerator), Decimal(denominator))
    counted = Part(words("床位"), draw(st.sampled_from(("张", "亿元"))), unit_en="bed|beds")
    indicator = promise.indicator._replace(per=Decimal(100), numerator=counted, denominator=counted)
    promise = promise._replace(indicator=indicator)
    series = Series(year, years_of({2017: Entry(base), year: Entry(value, parts=parts)}), years_of({}), own=True)
    judgement = Judgement(promise, "甲区", year, assess(promise, series))
    assume(judgement.progress is not None)
    return judgement


def exact(quotient: Quotient) -> Fraction:
    """What a quotient is."""
    return Fraction(quotient.dividend) / Fraction(quotient.divisor)


def number(pattern: str, text: str) -> tuple[str, Fraction] | None:
    """The word before a number of a phrase, and the number."""
    match = re.search(pattern.replace("N", r"([+-]?[\d,]*\.?\d+)"), text)
    return None if match is None else (match[1] or "", Fraction(match[2].replace(",", "")))


def side(first: Fraction, second: Fraction | Decimal) -> int:
    """Below, at or above."""
    return (first > second) - (first < second)


def progress_of(judgement: Judgement) -> Progress:
    """Where it stands on its line, which it has."""
    assert judgement.progress is not None
    return judgement.progress


def keeps(judgement: Judgement, value: Fraction) -> bool:
    """Whether a value keeps the promise, or stands at a bound that itself does not suffice."""
    low, high = judgement.promise.bounds
    return (low is None or value >= low) and (high is None or value <= high)


@given(judgements())
def test_what_was_compared_is_shown_in_its_order(judgement: Judgement) -> None:
    """The number expected stands on its own side of the figure, the projection of the goal; what is rounded says so."""
    progress, value = progress_of(judgement), judgement.value
    assert value is not None
    way = pace_phrases.pace(judgement, ZH)
    for phrase, pattern, true, beside in (
        (way.expected, "应到(约|略高于|略低于)? N", exact(progress.expected), (value,)),
        (way.projection, "年(约)?为 N", exact(progress.projection), judgement.promise.bounds.ends),
    ):
        shown = number(pattern, phrase)
        if shown is None:
            assert phrase in {"照此到 2021 年可达标", "照此到 2021 年达不到"}
            continue
        assert (shown[0] == "约") == (shown[1] != true)
        assert [side(true, end) for end in beside] == [side(shown[1], end) for end in beside]
    assert (
        progress.suffices == ("可达标" in way.projection) == ("not enough" not in pace_phrases.pace(judgement, EN)[3])
    )


@given(judgements())
def test_a_need_shown_suffices(judgement: Judgement) -> None:
    """So much in each remaining year reaches the goal, or is marked where no rounded number can; never towards less."""
    progress, value = progress_of(judgement), judgement.value
    assert value is not None
    need = exact(progress.required_per_year)
    shown = number("(约|须超过)?需? ?N(?: 个百分点)?(?:\\(|$)", pace_phrases.pace(judgement, ZH).remaining)
    assert (shown is None) == (not need)
    if shown is None:
        return
    word, change = shown
    assert side(need, Decimal(0)) == side(change, Decimal(0))
    reached = Fraction(value) + change * (2021 - judgement.year)
    assert keeps(judgement, reached) or (word == "约" and len(judgement.promise.bounds.ends) > 1)
    strict = judgement.promise.goal.strict and Decimal(0) in [
        reached - Fraction(end) for end in judgement.promise.bounds.ends
    ]
    assert (word == "须超过") == strict
    assert judgement.unit not in COUNTS or change == int(change) or len(judgement.promise.bounds.ends) > 1


@given(judgements())
def test_things_to_do_suffice(judgement: Judgement) -> None:
    """With so many more or fewer the parts keep the promise; what would overshoot is marked; beds are whole."""
    shortfall = judgement.shortfall
    assume(shortfall is not None)
    assert shortfall is not None
    phrase = phrases.things(judgement, ZH)
    shown = number("(约|超过)? ?N [张亿]", phrase)
    assert shown is not None
    lacking, unit = shown[1], shortfall.unit.written
    assert unit == "亿元" or lacking == int(lacking)
    assert ("约" in phrase, "超过" in phrase) == (shortfall.form == "about", shortfall.form == "past")
    assert ("减少" in phrase) == (not judgement.promise.bounds.low or phrases.is_over(judgement))
    record, _ = things(shortfall)
    assert record is not None
    assert lacking >= Fraction(record["count"]) or shortfall.form == "about"


@given(judgements())
def test_machines_are_told_exactly_or_told_so(judgement: Judgement) -> None:
    """JSON's numbers of the line are exact, or named as rounded and true to ten places; needs never towards less."""
    progress, record = progress_of(judgement), paced(judgement)
    for key in ("expected", "difference", "required_per_year", "projection"):
        told, true = Fraction(record[key]), exact(getattr(progress, key))
        assert (key in record["approximate"]) == (told != true)
        assert abs(told - true) < Fraction(1, 10**10)
    towards = abs(Fraction(record["required_per_year"])) >= abs(exact(progress.required_per_year))
    assert towards or len(judgement.promise.bounds.ends) > 1
    assert progress.suffices == record["suffices"]


@given(judgements())
def test_no_page_shows_a_negative_zero(judgement: Judgement) -> None:
    """Neither in words nor in numbers, in either language."""
    for say in (ZH, EN):
        way = " ".join(
            (phrases.figure(judgement, say), phrases.gap(judgement, say), *pace_phrases.pace(judgement, say))
        )
        assert not re.search(r"-0(\.0+)?(?![\d.])", way)


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        ("less_than", "至少要减少 1 张", "at least 1 fewer bed"),
        ("greater_than", "至少还需 1 张", "at least 1 more bed"),
    ],
)
def test_what_stands_at_a_strict_bound_says_what_is_to_do(kind: str, zh: str, en: str) -> None:
    """Exactly the goal, which does not suffice: one more, or one fewer."""
    promise = promise_of((kind, "50"), 2021)
    beds = Part(words("床位"), "张", unit_en="bed|beds")
    promise = promise._replace(indicator=promise.indicator._replace(per=Decimal(100), numerator=beds, denominator=beds))
    entry = Entry(Decimal(50), parts=Parts(Decimal(50), Decimal(100)))
    assessment = assess(promise, Series(2021, years_of({2021: entry}), years_of({}), own=True))
    judgement = Judgement(promise, "甲区", 2021, assessment)
    assert (True, True) == (zh in phrases.gap(judgement, ZH), en in phrases.gap(judgement, EN))


EXTREMES = plan(
    thirds=indicator(target("at_least: 100", "by: 2020"), unit="亿元"),
    near=indicator(target("at_most: 10", "by: 2020"), unit="元"),
    one=indicator(target("exactly: 87", "by: 2020"), unit="人"),
    balance=indicator(target("at_least: 1000", "by: 2020"), unit="人"),
)
YEARS = {
    "2017.yaml": report(2017, thirds="0", near="30", one="155", balance="-3"),
    "2018.yaml": report(2018, thirds="33.333333333", near="23.333333334", one="86", balance="-90"),
}


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in a folder with figures at the edges."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("cat.yaml", EXTREMES), *YEARS.items()):
        Path(name).write_text(text, "utf-8")
    return CommandLine(monkeypatch, capsys)


def test_what_no_places_tell_apart_has_its_word(anju: CommandLine) -> None:
    """33.333333333 of 33.3…: in rows, courses, tables and workings it is expected slightly above."""
    files = (*YEARS, "--targets", "cat.yaml")
    assert "今年应到略高于 33.33333333" in anju("check", *files).out
    assert "应到略高于 33.33333333" in anju("trend", *files).out
    assert ",略高于 33.33333333" in anju("trend", *files, "-f", "csv").out
    assert "≈略高于 33.33333333" in anju("explain", "thirds", "--on", *files).out
    assert "slightly above 33.33333333" in anju("trend", *files, "-f", "markdown", "--lang", "en").out


def test_what_hardly_misses_is_not_enough(anju: CommandLine) -> None:
    """A pace that ends a hair's breadth over the goal says so without a zero."""
    files = (*YEARS, "--targets", "cat.yaml")
    shown = anju("trend", *files, "near").out
    assert ("达不到" in shown, "超出 0," in shown) == (True, False)
    assert ",10.000000002,0.000000002," in anju("trend", *files, "near", "-f", "csv").out


def test_one_thing_over_several_years_is_seen(anju: CommandLine) -> None:
    """One person more in two years is no need of nobody."""
    assert "剩下 2 年每年需 +0.5" in anju("check", *YEARS, "--targets", "cat.yaml").out


def test_fewer_than_none_can_not_be(anju: CommandLine) -> None:
    """A number of people never falls below zero; one that has been there is a balance and may."""
    rows = anju("trend", *YEARS, "--targets", "cat.yaml", "-f", "csv").out
    assert ("-52" in rows, ",2020,达不到," in rows, ",2020,-264," in rows) == (False, True, True)
