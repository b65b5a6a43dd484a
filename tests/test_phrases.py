"""Phrases that every page shares: figures, goals, gaps, the way there; in Chinese and in English."""

from decimal import Decimal
from typing import Any

import pytest

from anju_cli.formats import pace_phrases, phrases, shown_numbers, signs
from anju_cli.outcome import Base, Judgement, Shortfall, Status
from anju_cli.pace import Progress
from anju_cli.quotients import Quotient
from anju_cli.texts import texts
from anju_cli.units import Unit
from tests.outcomes import BEDS, Goal, changed, on_line, words

ZH, EN = texts("zh"), texts("en")
D = Decimal

AT_LEAST = ("at_least", "80")
AT_MOST = ("at_most", "10")
BETWEEN = ("between", ["1", "2"])
FALLS, RISES = ("falls", "true"), ("rises", "true")
GRADE = ("grade_at_least", "二级甲等")
REFERENCE = ("not_below", "poor")
POOR = {"goal": REFERENCE, "reference": words("贫困县标准", "the poor counties'")}


def one(**changes: Any) -> Judgement:
    """The beds of the pictures, changed."""
    return changed(BEDS, **changes)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("78.5", "%", "78.5 %"),
        ("78.50", "%", "78.50 %"),
        ("4140", "元/人·年", "4,140 元/人·年"),
        ("17.8", "1/10万", "17.8/10万"),
        ("0", "人", "0 人"),
        ("-0", "人", "0 人"),
        ("3", "", "3"),
    ],
)
def test_a_quantity(value: str, unit: str, text: str) -> None:
    """A value keeps its digits and has its unit behind it, 1/10万 as people write it."""
    assert text == phrases.quantity(D(value), Unit(unit), ZH)


@pytest.mark.parametrize(
    ("value", "by", "figure", "about", "text"),
    [
        ("104", "3", "33.2", "约", "34.7"),
        ("34.65", "1", "33.2", "约", "34.6"),
        ("34.75", "1", "33.2", "约", "34.8"),
        ("34.6", "1", "33.2", "", "34.6"),
        ("34", "1", "33.20", "", "34"),
        ("104", "3", "33.21", "约", "34.67"),
        ("-0.5", "1", "33.2", "", "-0.5"),
        ("0", "1", "33.2", "", "0"),
        ("1200.5", "1", "33.2", "", "1,200.5"),
        ("35.62", "1", "35.6", "", "35.62"),
        ("104", "3", "34.7", "约", "34.67"),
        ("100000000000000001", "3000000000000000", "33.333333333", "略高于", "33.333333333"),
    ],
)
def test_rounding_for_show(value: str, by: str, figure: str, about: str, text: str) -> None:
    """Shown to the places of figure and goal, or as many as keep its side of the figure; rounding is said."""
    assert (about, text) == shown_numbers.shown(Quotient(D(value), D(by)), (D(figure),), one(value=D(figure)), ZH)


@pytest.mark.parametrize(("value", "text"), [("9.25", "+9.25"), ("-0.5", "-0.5"), ("0", "0"), ("1200.5", "+1,200.5")])
def test_a_change(value: str, text: str) -> None:
    """A change has its sign, and every digit: it was not divided."""
    assert text == phrases.signed(D(value))


@pytest.mark.parametrize(
    ("required", "by", "text"),
    [
        ("0.45", "1", "剩下 2 年每年需 +0.45"),
        ("1", "3", "剩下 2 年每年约需 +0.34"),
        ("-1", "3", "剩下 2 年每年约需 -0.34"),
        ("2.5", "1", "剩下 2 年每年需 +2.5"),
        ("0", "1", "剩下 2 年内还须越过目标数"),
    ],
)
def test_what_is_needed_suffices(required: str, by: str, text: str) -> None:
    """Who does each year what is told reaches the goal: it is never rounded towards less."""
    way = pace(required_per_year=Quotient(D(required), D(by)))
    assert text == pace_phrases.pace(one(year=2018, shortfall=None, progress=way), ZH).remaining


def test_rounding_is_said_in_english_too() -> None:
    """The mark of rounding is a word of the language, where the language wants it."""
    assert "expected by now about 34.7" == pace_phrases.pace(BEDS, EN).expected


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "33.2 张/千人"),
        ({"grade": "二级乙等", "value": D(1)}, "二级乙等"),
        ({"value": None}, "—"),
    ],
)
def test_a_figure(changes: dict[str, Any], text: str) -> None:
    """A grade is told by its name, a value with its unit, nothing by a dash."""
    assert text == phrases.figure(one(**changes), ZH)


@pytest.mark.parametrize(
    ("goal", "changes", "zh", "en"),
    [
        (AT_LEAST, {}, "2020 年 ≥ 80 %", "≥ 80 % by 2020"),
        (AT_LEAST, {"by": None}, "每年 ≥ 80 %", "≥ 80 % every year"),
        (AT_MOST, {}, "2020 年 ≤ 10 %", "≤ 10 % by 2020"),
        (("greater_than", "5"), {}, "2020 年 > 5 %", "> 5 % by 2020"),
        (("less_than", "5"), {}, "2020 年 < 5 %", "< 5 % by 2020"),
        (("exactly", "1"), {"unit": "个"}, "2020 年 = 1 个", "= 1 个 by 2020"),
        (BETWEEN, {"unit": "所"}, "2020 年 1～2 所", "1 to 2 所 by 2020"),
        (
            ("about", {"value": "75", "within": "2"}),
            {"by": None},
            "每年 75 % 左右(±2)",
            "about 75 % (±2) every year",
        ),
        (("complete", "true"), {}, "2020 年 全部(100 %)", "full coverage (100 %) by 2020"),
        (GRADE, {}, "2020 年 二级甲等以上", "二级甲等 or better by 2020"),
        (REFERENCE, {**POOR, "by": None}, "每年 ≥ 贫困县标准", "≥ the poor counties' every year"),
        (
            REFERENCE,
            {**POOR, "by": None, "against": D(4260)},
            "每年 ≥ 贫困县标准 4,260",
            "≥ the poor counties' 4,260 every year",
        ),
        (RISES, {"by": None, "before": None}, "高于上年", "above the year before"),
        (RISES, {"by": None, "before": D("6.1")}, "高于上年 6.1", "above the year before 6.1"),
        (FALLS, {"by": None, "before": None}, "低于上年", "below the year before"),
        (("does_not_fall", "true"), {"by": None, "before": None}, "不低于上年", "not below the year before"),
        (FALLS, {"by": 2020, "before": None}, "2020 年 低于上年", "below the year before by 2020"),
    ],
)
def test_a_goal(goal: Goal, changes: dict[str, Any], zh: str, en: str) -> None:
    """Each kind of goal reads as the plan puts it, with what it is held against where that is known."""
    judgement = one(**{"unit": "%", "goal": goal, **changes})
    assert [zh, en] == [phrases.goal(judgement, say) for say in (ZH, EN)]


@pytest.mark.parametrize(
    ("goal", "before", "text"),
    [
        (AT_LEAST, None, "≥ 80 %"),
        (RISES, D(5), "高于上年 5"),
        (REFERENCE, D(7), "≥ 贫困县标准 7"),
    ],
)
def test_a_bare_goal(goal: Goal, before: Decimal | None, text: str) -> None:
    """Without its schedule a goal tells two promises of one indicator apart."""
    promise = one(**{**POOR, "goal": goal, "unit": "%"}).promise
    assert text == phrases.bare_goal(promise, before, ZH)


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        ({"gap": D("-3.8"), "shortfall": None}, "差 3.8 张/千人", "short by 3.8 张/千人"),
        (
            {},
            "差 3.8 张/千人(分母不变时, 至少还需 372 张)",
            "short by 3.8 张/千人 (at least 372 more 张 with the denominator unchanged)",
        ),
        (
            {"unit": "%", "gap": D("-2.5"), "shortfall": Shortfall(1045, Unit("人"))},
            "差 2.5 个百分点(分母不变时, 至少还需 1,045 人)",
            "short by 2.5 percentage points (at least 1,045 more 人 with the denominator unchanged)",
        ),
        (
            {"goal": AT_MOST, "unit": "1/万", "value": D(12), "gap": D(-2), "shortfall": Shortfall(7, Unit("人"))},
            "超出 2/万(分母不变时, 至少要减少 7 人)",
            "over by 2/万 (at least 7 fewer 人 with the denominator unchanged)",
        ),
        ({"goal": AT_MOST, "value": None, "gap": D(-2), "shortfall": None}, "差 2 张/千人", "short by 2 张/千人"),
        ({"goal": GRADE, "gap": D(-1), "shortfall": None}, "差 1 级", "short by 1 grade"),
        (
            {"goal": RISES, "unit": "%", "gap": D("-0.7"), "shortfall": None},
            "比上年低 0.7 个百分点",
            "0.7 percentage points below the year before",
        ),
        (
            {"goal": FALLS, "unit": "‰", "gap": D("-0.7"), "shortfall": None},
            "比上年高 0.7 ‰",
            "0.7 ‰ above the year before",
        ),
        (
            {"goal": RISES, "gap": D(0), "status": Status.MISSED, "shortfall": None},
            "与上年持平",
            "the same as the year before",
        ),
        (
            {"goal": ("greater_than", "5"), "gap": D(0), "status": Status.MISSED, "shortfall": None},
            "恰为目标数, 须大于它",
            "exactly the goal, which it must exceed",
        ),
        (
            {"goal": ("less_than", "5"), "gap": D(0), "status": Status.ON_TRACK, "shortfall": None},
            "恰为目标数, 须小于它",
            "exactly the goal, which it must stay below",
        ),
        ({"gap": None}, "", ""),
        ({"gap": D(2), "status": Status.MET}, "", ""),
        ({"gap": D(0), "status": Status.MET}, "", ""),
        ({"gap": D(-1), "shortfall": None, "status": Status.ON_TRACK}, "差 1 张/千人", "short by 1 张/千人"),
    ],
)
def test_a_gap(changes: dict[str, Any], zh: str, en: str) -> None:
    """What is short is told in its own unit (rates in percentage points) and in things; what is not, not at all."""
    assert [zh, en] == [phrases.gap(one(**changes), say) for say in (ZH, EN)]


def test_no_things_no_words() -> None:
    """Where nothing can be counted nothing is said."""
    assert "" == phrases.things(one(shortfall=None), ZH)


def pace(**changes: Any) -> Progress:
    """The line of the beds, changed."""
    rounded = Quotient(D(104), D(3)), Quotient(D("-4.4"), D(3))
    usual = on_line(*rounded, Quotient(D("3.8")), Quotient(D("34.8")), suffices=False)
    return usual._replace(**changes)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"progress": None}, pace_phrases.PacePhrases()),
        ({"by": None, "progress": pace()}, pace_phrases.PacePhrases()),
        (
            {"progress": pace()},
            pace_phrases.PacePhrases(
                "今年应到约 34.7",
                "剩下 1 年需 +3.8",
                "比上年 +0.8",
                "照此到 2020 年为 34.8(达不到)",
                "基期 2017 年 30.0",
            ),
        ),
        (
            {
                "progress": pace(required_per_year=Quotient(D("1.9"))),
                "year": 2018,
                "before": None,
            },
            pace_phrases.PacePhrases(
                "今年应到约 34.7",
                "剩下 2 年每年需 +1.9(约 186 张/年)",
                "",
                "照此到 2020 年为 34.8(达不到)",
                "基期 2017 年 30.0",
            ),
        ),
        (
            {"progress": pace(), "year": 2018, "before": D("33.2"), "base": None, "shortfall": None},
            pace_phrases.PacePhrases(
                "今年应到约 34.7", "剩下 2 年每年需 +3.8", "与上年持平", "照此到 2020 年为 34.8(达不到)", ""
            ),
        ),
        (
            {
                "progress": pace(projection=Quotient(D(104)), suffices=True),
                "unit": "%",
                "shortfall": None,
                "year": 2018,
                "value": None,
            },
            pace_phrases.PacePhrases(
                "今年应到约 34.7", "剩下 2 年每年需 +3.8 个百分点", "", "照此到 2020 年可达标", "基期 2017 年 30.0"
            ),
        ),
        (
            {"progress": pace(projection=Quotient(D(104)), suffices=True)},
            pace_phrases.PacePhrases(
                "今年应到约 34.7",
                "剩下 1 年需 +3.8",
                "比上年 +0.8",
                "照此到 2020 年为 104(可达标)",
                "基期 2017 年 30.0",
            ),
        ),
        (
            {"progress": pace(projection=Quotient(D(99)), suffices=True), "unit": "%"},
            pace_phrases.PacePhrases(
                "今年应到约 34.7",
                "剩下 1 年需 +3.8 个百分点",
                "比上年 +0.8",
                "照此到 2020 年为 99(可达标)",
                "基期 2017 年 30.0",
            ),
        ),
    ],
)
def test_the_way_there(changes: dict[str, Any], expected: pace_phrases.PacePhrases) -> None:
    """Expected by now, what each remaining year must bring, last year's change, where it leads, the base."""
    assert expected == pace_phrases.pace(one(**changes), ZH)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"progress": None}, "比 2017 年 +3.2"),
        ({"progress": None, "base": Base(2017, D("33.4"), "report")}, "比 2017 年 -0.2"),
        ({"progress": None, "base": Base(2017, D("33.2"), "report")}, "与 2017 年持平"),
        ({"progress": None, "value": None}, ""),
        ({"progress": None, "base": None}, ""),
        ({"progress": None, "base": Base(2019, D(1), "report")}, ""),
        ({}, ""),
    ],
)
def test_the_change_since_the_base(changes: dict[str, Any], text: str) -> None:
    """Told where no line is drawn from the base, and the base lies before the year."""
    assert text == pace_phrases.since_base(one(**changes), ZH)


@pytest.mark.parametrize(
    ("total", "start", "text"),
    [("4", 2018, "2018～2019 年累计 4 所"), ("4", 2019, ""), (None, 2018, "")],
)
def test_a_running_total(total: str | None, start: int, text: str) -> None:
    """What came together is told from the second year on."""
    judgement = one(running_total=None if total is None else D(total), unit="所")
    assert text == pace_phrases.running_total(judgement, start, ZH)


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"reasons": ("before",)}, "缺上年数, 无法判断升降"),
        ({"reasons": ("reference",), **POOR}, "缺对照指标“贫困县标准”的同年数"),
        ({"reasons": ("ANJ204", "ANJ403")}, "填报数有问题(ANJ204 ANJ403)"),
        (
            {"reasons": ("ANJ205",), "would_be": Status.ON_TRACK},
            "填报数有问题(ANJ205); 如核实无误则为“达到序时”",
        ),
        ({"reasons": ()}, ""),
        ({"status": Status.UNDETERMINED, "reasons": ()}, "这个数没有读取, 原因见所列的强制性问题"),
    ],
)
def test_reasons(changes: dict[str, Any], text: str) -> None:
    """What is lacking or open, in words, with the status it would have."""
    assert text == phrases.reasons(one(**changes), ZH)


@pytest.mark.parametrize(
    ("detail", "text"),
    [("early", "提前实现"), ("lost", "由达标转为未达标"), ("on_schedule", ""), ("behind_schedule", ""), ("", "")],
)
def test_a_finer_word(detail: str, text: str) -> None:
    """The finer word is said where the status does not say it already."""
    assert text == phrases.detail(one(detail=detail), ZH)


def test_every_status_has_a_shape_that_gbk_has() -> None:
    """Colour is never the only sign, and each shape can be shown on a Chinese console."""
    assert list(signs.SHAPES) == list(Status)
    assert len(Status) == len({shape.encode("gbk") for shape in signs.SHAPES.values()})


def test_a_course_begins_with_the_plans_own_base() -> None:
    """A base that no report gave stands first, so that the projection can be worked out again."""
    beds = one(base=Base(2015, D("25.0"), "catalogue"), course=((2018, D("32.4")), (2019, D("33.2"))))
    assert "2015 年 25.0(基期)、2018 年 32.4、2019 年 33.2" == pace_phrases.course(beds, ZH)


@pytest.mark.parametrize(
    ("status", "zh", "en"),
    [
        (Status.MISSED, "由达标转为未达标(曾于 2018 年达标)", "kept before (2018), not any more"),
        (Status.BEHIND, "由达标转为未达标(曾于 2018 年达标)", "kept before (2018), not any more"),
        (Status.ON_TRACK, "曾于 2018 年达标, 现未达标", "kept in 2018, short now"),
    ],
)
def test_what_was_met_before(status: Status, zh: str, en: str) -> None:
    """A promise that was kept in an earlier year and is short now says so, whatever its status."""
    judgement = one(status=status, met_before=2018)
    assert (zh, en) == (phrases.detail(judgement, ZH), phrases.detail(judgement, EN))


@pytest.mark.parametrize(
    ("goal", "projection", "by", "suffices", "text"),
    [
        (AT_LEAST, "120", "1", True, "照此到 2020 年可达标"),
        (AT_LEAST, "-1", "3", False, "照此到 2020 年达不到"),
        (AT_LEAST, "239.9", "3", False, "照此到 2020 年约为 79.97(达不到)"),
        (AT_LEAST, "239999999999.9", "3000000000", False, "照此到 2020 年略低于 80.00000000(达不到)"),
        (AT_MOST, "30.1", "3", False, "照此到 2020 年约为 10.03(达不到)"),
    ],
)
def test_a_projection_keeps_its_side(goal: Goal, projection: str, by: str, suffices: bool, text: str) -> None:
    """Where the pace leads stands on its own side of the goal; what can't be is told without a number."""
    progress = pace(projection=Quotient(D(projection), D(by)), suffices=suffices)
    judgement = one(goal=goal, unit="%", progress=progress)
    indicator = judgement.promise.indicator._replace(range=(D(0), D(100)))
    judgement = judgement._replace(promise=judgement.promise._replace(indicator=indicator))
    assert text == pace_phrases.pace(judgement, ZH).projection


@pytest.mark.parametrize(
    ("goal", "need", "by", "text"),
    [
        (("at_least", "80"), "10", "3", "剩下 1 年约需 +4"),
        (("greater_than", "80"), "10", "1", "剩下 1 年约需 +11"),
        (("at_most", "10"), "-10", "3", "剩下 1 年约需 -4"),
    ],
)
def test_counted_things_are_needed_whole(goal: Goal, need: str, by: str, text: str) -> None:
    """Of what is counted one by one each year must bring whole ones, enough of them."""
    progress = pace(required_per_year=Quotient(D(need), D(by)))
    assert text == pace_phrases.pace(one(goal=goal, unit="所", value=D(50), progress=progress), ZH).remaining


def test_the_bound_itself_does_not_suffice() -> None:
    """Of a measure that must pass its bound it is said that more is needed than the number."""
    judgement = one(goal=("greater_than", "80"), unit="%", value=D("50.5"), progress=pace())
    assert "剩下 1 年的幅度须超过 +3.8 个百分点" == pace_phrases.pace(judgement, ZH).remaining
