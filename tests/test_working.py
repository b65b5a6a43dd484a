"""`anju explain INDICATOR --on PATH…`: the clause, the numbers with their places, the formulas with the numbers in."""

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.comparators import GOALS
from anju_cli.formats.layout import plain as as_text
from anju_cli.formats.view import View
from anju_cli.formats.working import working_lines, year_lines
from anju_cli.outcome import Input
from anju_cli.pace import Knot, Line, progress_on
from anju_cli.texts import LANGUAGES, texts
from anju_cli.texts.explain_words import explain_words
from tests.command_line import CommandLine
from tests.outcomes import BEDS, HOSTILE, OUTCOME, changed, words
from tests.rendering import document
from tests.samples_of_code import ALL_YEARS, RATIO, Judging, every_year, indicator, only, plan, report, target


@pytest.fixture
def anju(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """The command line in an empty folder with a small catalogue in use."""
    found = CommandLine(monkeypatch, capsys)
    text = plan(
        share=indicator(target("at_least: 80")), beds=indicator(target("at_least: 37"), unit="张/千人", more=RATIO)
    )
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "plan.yaml").write_text(text, "utf-8")
    monkeypatch.setenv("ANJU_TARGETS", str(tmp_path / "plan" / "plan.yaml"))
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(report(2018, share="60"), "utf-8")
    Path("b.yaml").write_text(report(2019, share="66", beds="{value: 30, numerator: 30, denominator: 1000}"), "utf-8")
    return found


def worked(
    judged: Judging, goal: str, figures: dict[int, str], unit: str = "%", more: str = "", lang: str = "zh"
) -> str:
    """The working of an indicator `x`."""
    promise = every_year(goal) if goal.endswith("true") and "complete" not in goal else target(goal)
    text = plan(x=indicator(promise, unit=unit, more=more), y=indicator(unit=unit))
    reports = {f"{year}.yaml": report(year, x=figure, y="4") for year, figure in figures.items()}
    outcome = judged(text, reports)
    return as_text(working_lines("x", outcome, View(lang=lang, width=200), texts(lang), explain_words(lang)))


@pytest.mark.parametrize(
    ("goal", "figures", "said"),
    [
        ("at_least: 80", {2020: "79.9"}, "79.9 ≥ 80, 不成立(差 0.1 个百分点)"),
        ("at_least: 80", {2020: "80"}, "80 ≥ 80, 成立"),
        ("at_most: 10", {2020: "12"}, "12 ≤ 10, 不成立(超出 2 个百分点)"),
        ("greater_than: 80", {2020: "80"}, "80 > 80, 不成立(恰为目标数, 须大于它)"),
        ("less_than: 80", {2020: "79"}, "79 < 80, 成立"),
        ("exactly: 1", {2020: "2"}, "2 = 1, 不成立(超出 1 个百分点)"),
        ("between: [1, 2]", {2020: "3"}, "1 ≤ 3 ≤ 2, 不成立(超出 1 个百分点)"),
        ("about: {value: 75, within: 2}", {2020: "76"}, "73 ≤ 76 ≤ 77, 成立"),
        ("complete: true", {2020: "99"}, "99 ≥ 100, 不成立(差 1 个百分点)"),
        ("not_below: y", {2020: "5"}, "5 ≥ 4, 成立"),
        ("rises: true", {2019: "5", 2020: "5"}, "5 > 5, 不成立(与上年持平)"),
        ("falls: true", {2019: "5", 2020: "4"}, "4 < 5, 成立"),
        ("does_not_fall: true", {2019: "5", 2020: "4"}, "4 ≥ 5, 不成立(比上年低 1 个百分点)"),
    ],
)
def test_every_comparison_has_its_formula(judged: Judging, goal: str, figures: dict[int, str], said: str) -> None:
    """The comparison stands with its numbers in it, and whether it holds."""
    assert re.search(rf"与目标比 +{re.escape(said)}$", worked(judged, goal, figures), re.MULTILINE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_goal_has_a_formula(lang: str) -> None:
    """Each comparator's comparison can be shown with its numbers, in either language."""
    numbers = dict.fromkeys(("value", "low", "high", "reference", "before"), "1")
    assert [] == [kind for kind in GOALS if not texts(lang)(f"formula_compare_{kind}", **numbers)]


def test_a_grade(judged: Judging) -> None:
    """A grade is told by its name."""
    text = worked(judged, "grade_at_least: 甲等", {2020: "乙等"}, "等级", "grades: [乙等, 甲等]")
    assert "完成值" in text
    assert "2020 年 乙等" in text
    assert "上年数" not in worked(
        judged, "grade_at_least: 甲等", {2019: "乙等", 2020: "乙等"}, "等级", "grades: [乙等, 甲等]"
    )
    assert "等级不低于目标等级, 不成立(差 1 级)" in text


def test_the_line(judged: Judging) -> None:
    """The line, what was expected, what is needed and where it leads, each with its numbers; ≈ where rounded."""
    text = worked(judged, "at_least: 80", {2017: "60", 2019: "66"})
    for said in (
        "(66 - 60) × (2020 - 2017) ≥ (80 - 60) × (2019 - 2017), 即 18 ≥ 40, 不成立",
        "60 + (80 - 60) × (2019 - 2017) ÷ (2020 - 2017) ≈ 73.3333",
        "(80 - 66) ÷ (2020 - 2019) = 14",
        "66 + (66 - 60) ÷ (2019 - 2017) × (2020 - 2019) = 69",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("goal", "figures", "said"),
    [("at_most: 0", {2017: "9", 2018: "5"}, "照此可达标"), ("exactly: 1", {2017: "9", 2018: "4"}, "照此达不到")],
)
def test_a_projection_that_cannot_be(judged: Judging, goal: str, figures: dict[int, str], said: str) -> None:
    """Where the pace leads out of the possible range no number stands behind the formula, but whether it suffices."""
    text = worked(judged, goal, figures, "人", "range: [0, 100]")
    assert re.search(rf"照此推算 .* × \(2020 - 2018\), {said}$", text, re.MULTILINE)


def test_a_falling_line_with_negative_numbers(judged: Judging) -> None:
    """Where lower is better both sides are turned; a number below zero stands in brackets."""
    text = worked(judged, "at_most: -10", {2017: "5", 2019: "-3"}, "‰")
    assert "(5 - (-3)) × (2020 - 2017) ≥ (5 - (-10)) × (2019 - 2017), 即 24 ≥ 30, 不成立" in text


def test_past_the_far_bound(judged: Judging) -> None:
    """A value past an interval counts as far from the near bound, and the formula has the number that counts."""
    text = worked(judged, "between: [40, 50]", {2017: "20", 2019: "55"}, "次")
    assert "(35 - 20) × (2020 - 2017) ≥ (40 - 20) × (2019 - 2017), 即 45 ≥ 40, 成立" in text


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({2017: "20", 2019: "55"}, "超出 50 的部分从 40 起倒扣: 40 - (55 - 50) = 35"),
        ({2017: "70", 2019: "35"}, "低于 40 的部分从 50 起倒加: 50 + (40 - 35) = 55"),
    ],
)
def test_how_a_value_past_the_far_bound_is_counted(judged: Judging, figures: dict[int, str], said: str) -> None:
    """The number that stands in the formula in its place is worked out before it."""
    assert said in worked(judged, "between: [40, 50]", figures, "次")


def test_the_best_possible_value_twice(judged: Judging) -> None:
    """Nothing below nothing: the comparison does not hold, and the promise is kept all the same."""
    text = worked(judged, "falls: true", {2019: "0", 2020: "0"}, more="range: [0, 100]")
    assert "0 < 0 不成立, 但两年都在可能的最好值, 按做到计" in text


@pytest.mark.parametrize(("goal", "said"), [("at_least: 80", "75 ≥ 76, 不成立"), ("at_most: 70", "75 ≤ 76, 成立")])
def test_a_milestone(judged: Judging, goal: str, said: str) -> None:
    """Without a base the plan's own figure for the year decides."""
    text = plan(x=indicator(target(goal, more="milestones: {2019: 76}")))
    outcome = judged(text, report(2019, x="75"))
    shown = as_text(working_lines("x", outcome, View(), texts("zh"), explain_words("zh")))
    assert re.search(rf"与节点比 +{said}$", shown, re.MULTILINE)


@pytest.mark.parametrize(
    ("goal", "numerator", "said"),
    [
        ("at_least: 37", "30", "37 × 1000 ÷ 1000 - 30, 进位取整为 7"),
        ("at_most: 20", "30", "30 - 20 × 1000 ÷ 1000, 进位取整为 10"),
        ("between: [10, 20]", "30", "30 - 20 × 1000 ÷ 1000, 进位取整为 10"),
        ("between: [40, 50]", "30", "40 × 1000 ÷ 1000 - 30, 进位取整为 10"),
        ("greater_than: 30", "30", "30 × 1000 ÷ 1000 - 30, 大于它的最小整数为 1"),
        ("less_than: 30", "30", "30 - 30 × 1000 ÷ 1000, 大于它的最小整数为 1"),
    ],
)
def test_things(judged: Judging, goal: str, numerator: str, said: str) -> None:
    """Things to do are counted from the parts, up or down, and the parts are among the numbers."""
    figure = f"{{value: {numerator}, numerator: {numerator}, denominator: 1000}}"
    text = worked(judged, goal, {2020: figure}, "张/千人", RATIO)
    assert said in text
    assert ("分子", "分母") == tuple(word for word in ("分子", "分母") if word in text)


def test_where_the_numbers_stand(judged: Judging) -> None:
    """Every number has file, line and column; a base of the catalogue its line there, a zero none."""
    text = plan(
        x=indicator(target("at_least: 80", more="baseline: {year: 2017, value: 60}")),
        y=indicator(target("at_least: 300"), unit="户", more="kind: total"),
        z=indicator(every_year("not_below: w")), w=indicator(),
    )  # fmt: skip
    given = {"a.yaml": report(2018, x="62", y="40"), "b.yaml": report(2019, x="66", y="90", z="5", w="4")}
    outcome = judged(text, given)
    found = {
        (judgement.indicator, given.role): (Path(given.place.path).name, given.place.span and given.place.span.line)
        if given.place else None
        for judgement in outcome.judgements for given in judgement.inputs
    }  # fmt: skip
    assert {
        ("x", "value"): ("b.yaml", 3), ("x", "before"): ("a.yaml", 3), ("x", "base"): ("targets.yaml", 4),
        ("y", "value"): ("b.yaml", 4), ("y", "before"): ("a.yaml", 4), ("y", "base"): None,
        ("z", "value"): ("b.yaml", 5), ("z", "reference"): ("b.yaml", 6),
        ("z", "base"): ("b.yaml", 5),
    } == found  # fmt: skip
    assert (2017, 2018, 2019) == only(outcome, "x/at_least").years_used


def test_what_is_lacking(judged: Judging) -> None:
    """A judgement that is open says why; the findings about its figure stand above it."""
    assert "基期即本年, 尚无进度可言" in worked(judged, "at_least: 80", {2018: "约60", 2019: "66"})
    text = worked(judged, "at_least: 80", {2019: "约60"})
    assert text.startswith("强制 ANJ201")
    assert re.search(r"结论 +填报数有问题\(ANJ201\)", text)


def test_a_place_without_a_line() -> None:
    """A number of a file without lines is told by its file; text from outside hides nothing."""
    place = BEDS.inputs[0].place
    assert place is not None
    bare = place._replace(span=None, path="a.xlsx")
    inputs = (Input("value", 2019, BEDS.inputs[0].value, bare),)
    one = changed(BEDS, name=words(HOSTILE), quote=HOSTILE, inputs=inputs)
    outcome = OUTCOME._replace(sections=(OUTCOME.sections[0]._replace(judgements=(one,)),), findings=())
    text = as_text(working_lines(BEDS.indicator, outcome, View(), texts("zh"), explain_words("zh")))
    assert (True, False) == ("   a.xlsx\n" in text, "\x1b" in text)


def test_english(judged: Judging) -> None:
    """In English the same numbers stand in the same formulas."""
    text = worked(judged, "at_least: 80", {2017: "60", 2019: "66"}, lang="en")
    assert "(66 - 60) × (2020 - 2017) ≥ (80 - 60) × (2019 - 2017), that is 18 ≥ 40: false" in text


def test_the_command(anju: CommandLine) -> None:
    """Paths stand behind --on or follow it; the newest year is shown, or those asked for."""
    newest = anju("explain", "share率", "--on", "a.yaml", "b.yaml")
    all_years = anju("explain", "share", "--on", "a.yaml", "--on", "b.yaml", "--all-years")
    assert (0, 1, 2) == (newest.code, newest.out.count("与目标比"), all_years.out.count("与目标比"))
    assert "b.yaml:3:10" in newest.out
    assert "甲区 2018 年" in anju("explain", "share", "--on", "a.yaml", "b.yaml", "--year", "2018").out


def test_what_goes_on_is_indented(judged: Judging) -> None:
    """In a narrow view a heading and a year go on behind an indent."""
    name = "x" * 30
    outcome = judged(
        plan(**{name: indicator(target("at_least: 80"))}), report(2019, **{name: "{value: 79, previous: 70}"})
    )
    more, view = explain_words("en"), View(lang="en", width=36)
    working = as_text(working_lines(name, outcome, view, texts("en"), more)).splitlines()
    assert ["甲区 2019", f"    {name}"] == working[:2]
    years = judged(plan(**{name: indicator(target("at_least: 80"))}), report(2016, **{name: "79"}), ALL_YEARS)
    shown = as_text(year_lines(name, years, (), View(lang="en", width=14), texts("en"))).splitlines()
    assert ["甲区 2016:", "    79 %"] == shown


def test_an_assumption_in_the_working(anju: CommandLine) -> None:
    """The working of an assumed figure is headed."""
    ran = anju("explain", "share", "--on", "a.yaml", "b.yaml", "--what-if", "share=90")
    assert (0, True, True) == (ran.code, ran.out.startswith("假设测算"), "90 ≥ 80, 成立" in ran.out)


def test_nothing_to_work_out(anju: CommandLine) -> None:
    """Where the indicator was judged nowhere, that is said, and nothing was checked; a path not there ends with 2."""
    ran = anju("explain", "beds", "--on", "a.yaml", "没有.yaml")
    assert (2, True) == (ran.code, "没有这个路径: 没有.yaml" in ran.out)
    Path("c.yaml").write_text("scope: reported\n" + report(2019, share="66"), "utf-8")
    ran = anju("explain", "beds", "--on", "c.yaml")
    assert (3, "这些填报表里没有判定过“beds率”。\n要看的指标“beds率”没有数\n") == (ran.code, ran.out)


@pytest.mark.parametrize("more", [["--all-years"], ["--year", "2019"], ["--what-if", "share=90"]])
def test_options_that_need_reports(anju: CommandLine, more: list[str]) -> None:
    """Options of a run without reports are a usage error, not silently left out."""
    ran = anju("explain", "share", *more)
    assert (2, True) == (ran.code, "--on" in ran.said)


def test_a_code_is_not_worked_out(anju: CommandLine) -> None:
    """Only an indicator can be worked out on reports."""
    ran = anju("explain", "ANJ403", "--on", "a.yaml")
    assert (2, True) == (ran.code, "没有指标" in ran.said)


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(60, 100), st.integers(1, 2))
def test_the_printed_formula_gives_the_printed_result(base: int, value: int, goal: int, gone: int) -> None:
    """Evaluating a formula with its numbers gives what is printed behind it, to four places."""
    line = Line(Knot(2017, Decimal(base)), 2020, Decimal(goal), None, {})
    progress = progress_on(line, 2017 + gone, Decimal(value))
    numbers = {"b": base, "t0": 2017, "T": goal, "t1": 2020, "t": 2017 + gone, "c": value}
    for key, shown in (("formula_expected", progress.expected), ("formula_projection", progress.projection)):
        formula = explain_words("zh").words[key].format_map({name: f"({number})" for name, number in numbers.items()})
        code = re.sub(r"\((-?\d+)\)", r"Fraction(\1)", formula.translate(str.maketrans("-×÷", "-*/")))
        exact = eval(code, {"Fraction": Fraction})  # noqa: S307 - our own formula with our numbers
        assert abs(exact - Fraction(shown.rounded(4).value)) <= Fraction(1, 20_000)


def test_a_line_through_milestones(judged: Judging) -> None:
    """The plan's own numbers on the way are among those used, each with its place in the catalogue."""
    text = plan(x=indicator(target("at_least: 80", more="milestones: {2018: 66}, baseline: {year: 2017, value: 60}")))
    outcome = judged(text, report(2018, x="65"))
    shown = as_text(working_lines("x", outcome, View(width=200), texts("zh"), explain_words("zh")))
    assert re.search(r"阶段目标 +2018 年 66 % .*targets.yaml:4:\d+$", shown, re.MULTILINE)
    assert "今年应到 66(阶段目标)" in document("text", outcome, View())


def test_every_word_of_a_formula_can_stand_on_any_console() -> None:
    """A console in GBK has a character for each: no formula is full of escapes."""
    compared = [word for key, word in texts("zh").words.items() if key.startswith("formula_")]
    assert "".join([*explain_words("zh").words.values(), *compared]).encode("gbk")
