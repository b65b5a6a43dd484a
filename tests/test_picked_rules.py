"""Rules are picked once an indicator, and fewer for a figure that is written plainly: none is missed by that."""

from collections.abc import Iterable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.catalogue import Indicator, Part
from anju_cli.diagnostics import Diagnostic
from anju_cli.history import Point, Restatement
from anju_cli.loading.quantities import read_amount, read_part, read_value
from anju_cli.places import Place
from anju_cli.rules import RULES, Case, Rule, rules_of
from anju_cli.submission import Figure, Quantity
from tests.outcomes import GRADES, words
from tests.strategies import DIRECTED, goals, promise_of, tenths

D = Decimal
PLACE = Place("a.yaml", ("figures", "x"))

#: Figures as clerks write them: taken, taken with a note, refused, missing, graded.
WRITTEN = (
    *("0", "1", "0.785", "78.5", "-3", "1200", "1.5", "２", "78.5%", "1,200", "3万", "约80", "5元", "0.1+0.2"),
    *("", "待报", "无", "涉密", "不适用", "二级甲等", "丙等", " 5"),
)
PLAINLY = ("0", "1", "0.785", "78.5", "-3", "1200", "1.5", "99.99", "100", "0.0004")

_PARTS = {
    "none": (None, None, None),
    "share": (D(100), Part(words("甲"), "人"), Part(words("乙"), "人")),
    "ratio": (D(1000), Part(words("甲"), "张"), Part(words("乙"), "人")),
    "money": (D(100), Part(words("甲"), "万元"), Part(words("乙"), "万元")),
}


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """An indicator of any sort: its unit, range, parts, kind and promises."""
    per, numerator, denominator = _PARTS[draw(st.sampled_from(sorted(_PARTS)))]
    return Indicator(
        words("甲"),
        draw(st.sampled_from(["%", "张/千人", "户", "万元"])),
        range=draw(st.sampled_from([(None, None), (D(0), D(100)), (D(0), None), (None, D(50))])),
        whole=draw(st.booleans()),
        per=per,
        numerator=numerator,
        denominator=denominator,
        max_change=draw(st.sampled_from([None, D(15)])),
        kind=draw(st.sampled_from(["level", "total", "yearly"])),
        targets=tuple(promise_of(goal).target for goal in draw(st.lists(goals(DIRECTED), max_size=2))),
    )


points = st.builds(Point, tenths, st.just(Place("b.yaml")))
restatements = st.builds(
    Restatement, tenths, st.none() | tenths, st.just(2020), st.just(Place("c.yaml")), st.booleans()
)


@st.composite
def cases(draw: st.DrawFn, texts: Iterable[str], indicator: Indicator | None = None) -> Case:
    """A figure of an indicator, with parts and a year before or without, as it is written."""
    indicator = indicator or draw(indicators())
    text, parts, previous = (draw(st.sampled_from(tuple(texts))) for _ in range(3))
    fields = draw(st.sets(st.sampled_from(["numerator", "denominator", "previous", "unit", "note"])))
    figure = Figure(
        "x",
        read_value(text, indicator),
        _part(indicator.numerator, parts) if "numerator" in fields else None,
        _part(indicator.denominator, previous) if "denominator" in fields else None,
        read_value(previous, indicator) if "previous" in fields else None,
        draw(st.sampled_from(["%", "元", indicator.unit])) if "unit" in fields else None,
        None,
        "依规定" if "note" in fields else None,
        PLACE,
    )
    year = draw(st.sampled_from([2018, 2019]))
    history = (draw(st.none() | points), draw(st.none() | points), draw(st.none() | restatements))
    return Case(figure, indicator, year, 2018, figure.fields, *history)


def _part(part: Part | None, text: str) -> Quantity:
    return read_amount(text, "人", ()) if part is None else read_part(text, part)


def findings(rules: Iterable[Rule], case: Case) -> list[Diagnostic]:
    """What some rules find, in their order."""
    return [finding for rule in rules for finding in rule.check(case)]


@given(cases(PLAINLY))
def test_of_a_plainly_written_figure_nothing_is_missed(case: Case) -> None:
    """The rules left out for a bare number in the unit asked find nothing in it."""
    rules = rules_of(case.indicator)
    assert case.plainly_written
    assert findings(rules.every, case) == findings(rules.plain, case)


@given(cases(WRITTEN))
def test_whatever_is_written_the_picked_rules_find_it(case: Case) -> None:
    """Either the figure is not plainly written, or the fewer rules find what all that concern it find."""
    rules = rules_of(case.indicator)
    assert not case.plainly_written or findings(rules.every, case) == findings(rules.plain, case)


#: Rules that leave an indicator out only because they can find nothing in it.
IDLE = ("possible_range", "whole_numbers", "parts_against_value", "large_move")


@given(cases(WRITTEN))
def test_a_rule_that_is_idle_finds_nothing(case: Case) -> None:
    """Without a range, without anything counted, without a ratio or a largest move there is nothing to find."""
    choosy = [rule for rule in RULES if rule.check.__name__ in IDLE]
    idle = [rule for rule in choosy if rule.concerns is not None and not rule.concerns(case.indicator)]
    assert [] == findings(idle, case)


_EVERYWHERE = {
    "refused_forms", "missing_words", "parts_present", "previous_differs", "accepted_forms", "stated_unit",
}  # fmt: skip
_WITH_PARTS = {"parts_possible", "parts_against_value"}
_PLAIN_SHARE = Indicator(words("甲"), "%")


def _parted(kind: str) -> Indicator:
    per, numerator, denominator = _PARTS[kind]
    return _PLAIN_SHARE._replace(unit="次", per=per, numerator=numerator, denominator=denominator)


#: An indicator, and the rules that concern it beside those that concern every one.
CONCERNS = [
    (_PLAIN_SHARE, {"looks_like_fraction"}),
    (_PLAIN_SHARE._replace(unit="次"), set()),
    (_PLAIN_SHARE._replace(unit="次", range=(None, D(5))), {"possible_range"}),
    (_PLAIN_SHARE._replace(unit="次", whole=True), {"whole_numbers"}),
    (_PLAIN_SHARE._replace(unit="次", max_change=D(5)), {"large_move"}),
    (_PLAIN_SHARE._replace(unit="次", kind="total"), {"falling_total"}),
    (_PLAIN_SHARE._replace(unit="次", kind="yearly"), set()),
    (_parted("share"), _WITH_PARTS | {"whole_numbers"}),
    (_parted("ratio"), _WITH_PARTS | {"whole_numbers", "looks_like_total"}),
    (_parted("money"), _WITH_PARTS),
]


@pytest.mark.parametrize(("indicator", "more"), CONCERNS)
def test_which_rules_concern_an_indicator(indicator: Indicator, more: set[str]) -> None:
    """A rule is picked for each indicator that has what it is about, and for no other."""
    picked = {rule.check.__name__ for rule in rules_of(indicator).every}
    assert _EVERYWHERE | more == picked


def test_a_grade_is_asked_neither_for_a_unit_nor_for_a_range() -> None:
    """A graded figure is a rank: what is about numbers does not concern it."""
    graded = Indicator(words("甲"), "等级", grades=GRADES, range=(D(0), D(1)))
    assert _EVERYWHERE - {"stated_unit"} == {rule.check.__name__ for rule in rules_of(graded).every}


def test_the_order_of_the_table_is_kept() -> None:
    """Findings are told in the order of the table, whichever rules are picked."""
    for indicator, _ in CONCERNS:
        rules = rules_of(indicator)
        assert [rule for rule in RULES if rule in rules.every] == list(rules.every)
        assert [rule for rule in rules.every if not rule.of_form] == list(rules.plain)
