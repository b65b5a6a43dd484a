"""A trend in every format: one shared value, golden files, schema, hostile text, widths, the chart."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

import anju_cli
from anju_cli.characters import HIDING, columns
from anju_cli.formats import FORMATS
from anju_cli.formats.trends import year_phrases
from anju_cli.formats.trends.chart import scale_of
from anju_cli.formats.trends.csv import COLUMNS
from anju_cli.formats.view import View
from anju_cli.other_methods import Comparison
from anju_cli.outcome import Assumption, Base, PlainFigure, RevisedFigure, StatedFigure, Status
from anju_cli.quotients import Quotient
from anju_cli.texts import texts
from anju_cli.timelines import Ahead, Trend, courses
from anju_cli.units import Unit
from tests.golden import golden
from tests.outcomes import BEDS, HOSTILE, OUTCOME, OWN, changed, on_line, words
from tests.rendering import trend_text

D = Decimal
SCHEMA = json.loads((Path(anju_cli.__file__).parent / "schemas" / "trend.schema.json").read_text("utf-8"))
_EARLIER = changed(BEDS,
    year=2018, value=D("32.4"), before=D("30.0"), status=Status.ON_TRACK, detail="on_schedule",
    gap=D("-4.6"), shortfall=None, course=BEDS.course[:-1],
    progress=on_line(
        Quotient(D(97), D(3)), Quotient(D("0.2"), D(3)), Quotient(D("2.3")),
        Quotient(D("37.2")), suffices=True,
    ),
)  # fmt: skip
_DOUBT = changed(BEDS,
    id_="doubtful", name=words(HOSTILE), value=None, written="=1+1|约 5", progress=None,
    status=Status.UNDETERMINED, reasons=("ANJ201",), goal=("at_most", "5"), base=None, course=(),
)  # fmt: skip
_SIGNED = changed(BEDS,
    id_="signed", shortfall=None, name=words("人口净流入", "Net migration"), unit="人", value=D(-5),
    before=None, base=Base(2018, D(-9), "report"), course=((2018, D(-9)), (2019, D(-5))),
    goal=("at_least", "0"),
    progress=on_line(
        Quotient(D("-4.5")), Quotient(D("-0.5")), Quotient(D(5)), Quotient(D(-1)), suffices=False
    ),
)  # fmt: skip
_GRADE = next(judgement for judgement in OUTCOME.sections[0].judgements if judgement.grade is not None)
_TWO = next(judgement for judgement in OUTCOME.sections[0].judgements if judgement.indicator == "infant_mortality")
_RATE = changed(_TWO, name=words("婴儿死亡率", "Infant mortality"), assumed=True)
_SECOND = changed(
    _RATE, by=2020, goal=("at_most", "7"), status=Status.MET,
    detail="early", gap=D("0.9"), base=None, aspirational="力争",
)  # fmt: skip


def _year(year: int, *judgements: Any, **more: Any) -> Any:
    return OUTCOME.sections[0]._replace(year=year, judgements=judgements, asked=len(judgements), **more)


def _stated(judgement: Any, year: int, value: str) -> StatedFigure:
    name, unit = judgement.name, judgement.shown_unit
    return StatedFigure(OWN, judgement.indicator, name, unit, year, D(value), None, sample=judgement is not BEDS)


BEDS_STATED = tuple(_stated(BEDS, year, value) for year, value in ((2016, "28.1"), (2017, "30.0"), (2018, "32.4")))

#: Two years of the own region with one before them, one doubtful figure, and another region.
SHOWN = OUTCOME._replace(
    sections=(
        OUTCOME.sections[1],
        _year(2018, _EARLIER, sample=False),
        _year(2019, BEDS, _DOUBT, _SIGNED, _GRADE, _RATE, _SECOND, unjudged=(
            PlainFigure("poor", words("-贫困县标准", "-Poor counties"), D(4260), Unit("元")),
        )),
        _year(2019, changed(BEDS, region="对照市|甲"), region="对照市|甲", own=False),
    ),
    assumptions=(
        Assumption("infant_mortality", words("婴儿死亡率", "Infant mortality"), OWN, 2019, "6.1", Unit("‰"), None),
    ),
    stated=(
        *BEDS_STATED[:1], _stated(_SIGNED, 2018, "-9"), _stated(_RATE, 2017, "6.3"),
        _stated(_RATE, 2018, "6.1"), *(figure._replace(region="对照市|甲", sample=True) for figure in BEDS_STATED),
    ),
)  # fmt: skip
_COURSES = courses(SHOWN)
_REVISED = _COURSES[0].rows[0]._replace(revised=RevisedFigure(OWN, "elderly_beds", 2016, "28|<b>", "=区民政局"))
_FIRST = _COURSES[0]._replace(rows=(_REVISED, *_COURSES[0].rows[1:]))
TREND = Trend(
    SHOWN, (_FIRST, *_COURSES[1:]), "open-sdg",
    {(OWN, BEDS.target, 2019): Comparison(D("0.8444444444444"), D("1.75"), "moderate_progress"),
     (OWN, BEDS.target, 2018): Comparison(None, None, "not_available")},
)  # fmt: skip
BOTH = pytest.mark.parametrize("lang", ["zh", "en"])
SUFFIX = {"text": "txt", "markdown": "md", "csv": "csv", "json": "json"}


def quiet() -> Trend:
    """A trend with one course, nothing imagined, assumed, missing or compared."""
    section = _year(2019, BEDS, sample=False)
    reports = tuple(report._replace(sample=False) for report in OUTCOME.reports)
    coverage = OUTCOME.coverage._replace(missing=())
    outcome = SHOWN._replace(sections=(section,), reports=reports, coverage=coverage, assumptions=())
    outcome = outcome._replace(stated=BEDS_STATED)
    return Trend(outcome, courses(outcome))


def rows(lang: str = "zh", trend: Trend = TREND) -> list[dict[str, str]]:
    """The table as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(trend_text("csv", trend, View(lang=lang)).removeprefix("\ufeff"))))


@BOTH
@pytest.mark.parametrize("name", list(FORMATS))
def test_golden(name: str, lang: str) -> None:
    """Every format reads as it did when somebody last looked at it."""
    now = trend_text(name, TREND, View(lang=lang))
    assert golden(f"trend.{lang}.{SUFFIX[name]}", now) == now


@pytest.mark.parametrize("name", list(FORMATS))
def test_nothing_hides(name: str) -> None:
    """No format lets through a character that hides; a byte order mark may only begin a table."""
    text = trend_text(name, TREND, View(color=False)).replace("\r\n", "\n").removeprefix("\ufeff")
    assert set() == HIDING & set(text)


def test_every_format_has_suffixes() -> None:
    """Each format has a file's suffix that asks for it, and no suffix asks for two."""
    suffixes = [suffix for format_ in FORMATS.values() for suffix in format_.suffixes]
    assert len(FORMATS) <= len(suffixes) == len(set(suffixes))


@BOTH
@pytest.mark.parametrize("trend", [TREND, quiet()], ids=["full", "quiet"])
def test_the_json_keeps_its_schema(trend: Trend, lang: str) -> None:
    """The JSON validates, in both languages."""
    found = json.loads(trend_text("json", trend, View(lang=lang)))
    assert [] == [error.message for error in Draft202012Validator(SCHEMA).iter_errors(found)]


def test_the_schema_is_one() -> None:
    """The schema itself is a valid one."""
    Draft202012Validator.check_schema(SCHEMA)
    assert "anju/trend/1" == SCHEMA["properties"]["schema"]["const"]


@BOTH
@pytest.mark.parametrize("width", [40, 80, 100, 120, 200])
def test_no_line_is_too_wide(width: int, lang: str) -> None:
    """Every line of text fits the terminal, however long a name or a figure in doubt."""
    text = trend_text("text", TREND, View(lang=lang, width=width))
    assert [] == [line for line in text.splitlines() if columns(line) > width]


def test_colours() -> None:
    """With colours the same text stands between terminal sequences."""
    assert "\x1b[" in trend_text("text", TREND, View(color=True))


def test_without_a_chart_the_figures_stay() -> None:
    """On a console that shows block characters too wide, there is no chart, and every figure."""
    text = trend_text("text", quiet(), View(charts=False))
    assert (False, False, True) == ("▇" in text, "░" in text, "33.2" in text)


def test_the_chart_marks_goal_and_projection() -> None:
    """Bars are on one scale from zero; the goal's mark and the projection stand in the due year's line."""
    text = trend_text("text", quiet(), View(width=120))
    bars = {line.split()[0]: line.count("▇") for line in text.splitlines() if "▇" in line}
    assert {"2016": 23, "2017": 24, "2018": 26, "2019": 27} == bars
    assert ["2020"] == [line.split()[0] for line in text.splitlines() if "░" in line and "|37" in line]


def test_a_bar_past_the_goal() -> None:
    """A bar that reaches the goal has no mark behind it."""
    (course,) = quiet().courses
    scale = scale_of(course, 30)
    assert scale is not None
    assert ("▇" * 30, "▇" * 24 + " " * 6 + "|", 0, 1) == (
        scale.bar(D(37)), scale.bar(D(30)), scale.columns(D(0)), scale.columns(D("0.001")),
    )  # fmt: skip


def test_no_chart() -> None:
    """There is no chart below zero, of grades, of nothing but zeros, without figures, or without room."""
    named = {course.indicator: course for course in TREND.courses if course.own}
    (course,) = quiet().courses
    nothing = course._replace(promises=(), rows=tuple(row._replace(value=D(0)) for row in course.rows))
    assert [None] * 5 == [
        scale_of(named["signed"], 30), scale_of(named["cdc_grade"], 30), scale_of(nothing, 30),
        scale_of(named["doubtful"], 30), scale_of(course, 9),
    ]  # fmt: skip


def test_a_projection_without_a_bound() -> None:
    """Where no goal is drawn, the projection stands alone."""
    (course,) = quiet().courses
    scale = scale_of(course, 30)
    assert scale is not None
    assert "░" * 24 == scale._replace(goal=None).ahead(D(30))


def test_the_table_is_a_spreadsheets() -> None:
    """UTF-8 with its mark and CRLF; as many cells in each row as in the head."""
    text = trend_text("csv", TREND, View())
    assert ("\ufeff", True) == (text[:1], text.endswith("\r\n"))
    assert {len(COLUMNS)} == {len(row) for row in csv.reader(io.StringIO(text[1:]))}
    assert 0 == text.replace("\r\n", "").count("\n")


@BOTH
def test_the_heads_are_different(lang: str) -> None:
    """No two columns have one name."""
    assert len(COLUMNS) == len(set(rows(lang)[0]))


def test_no_formula() -> None:
    """A text that a spreadsheet would take for a formula begins with an apostrophe; a number stays one."""
    found = rows()
    assert {"'=1+1|约 5", "5６0|<b>"} == {one["未采信的填报内容"] for one in found} - {""}
    assert "'-贫困县标准" in {one["指标"] for one in found}
    assert "-5" in {one["完成值"] for one in found}
    starts = {cell[:1] for one in found for cell in one.values()}
    assert set() == starts & set("=+@\t\r＝＋－＠")


def test_a_row_for_each_promise() -> None:
    """Two promises of one figure are two rows; a figure that none is held against is one."""
    found = [row["目标"] for row in rows() if row["年度"] == "2019" and row["指标编号"] in {"infant_mortality", "poor"}]
    assert ["低于上年", "2020 年 ≤ 7 ‰", ""] == found


def test_the_projection_stands_in_the_newest_row() -> None:
    """Year, value and distance (below zero: short) of the projection stand once a promise, in its newest year."""
    found = [row for row in rows(trend=quiet()) if row["推算年度"]]
    assert [("2019", "2020", "34.8", "-2.2")] == [
        (one["年度"], one["推算年度"], one["照此推算"], one["推算高出目标(负为不足)"]) for one in found
    ]


def test_the_page_is_markdown() -> None:
    """The page has a heading an indicator and no markup from outside."""
    html = MarkdownIt("commonmark").enable("table").render(trend_text("markdown", TREND, View()))
    assert (1, len(TREND.courses)) == (html.count("<h1>"), html.count("<h2>"))
    assert [] == [mark for mark in ("<script", "<img", "href=") if mark in html]


def test_a_page_without_anything_to_say_first() -> None:
    """Without warnings the page begins with its title."""
    assert trend_text("markdown", quiet(), View()).startswith("# ")


def test_a_share_leads_to_no_more_than_the_whole() -> None:
    """A projected share that cannot be is only said to suffice."""
    progress = BEDS.progress and BEDS.progress._replace(projection=Quotient(D(118)), suffices=True)
    beds = changed(BEDS, unit="%", progress=progress)
    assert "照此可达标" == year_phrases.ahead(Ahead(beds, 2020, Quotient(D(118)), None), texts("zh"))
