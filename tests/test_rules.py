"""Can the figure be believed? Every rule by a table of figures as a clerk may write them."""

import pytest

from tests.samples_of_code import RATIO, SHARE, Judging, codes, every_year, explanation, indicator, plan, report, target

PLAN = plan(
    share=indicator(target("at_least: 80"), more=f"range: [0, 100], max_change: 15, {SHARE}"),
    bare=indicator(every_year("rises: true"), more="range: [0, 100]"),
    beds=indicator(target("at_least: 37"), unit="张/千人", more=f"range: [0, null], {RATIO}"),
    deaths=indicator(
        every_year("falls: true"),
        unit="1/10万",
        more="range: [0, 100000], per: 100000, numerator: {name: 死亡, unit: 人}, denominator: {name: 活产, unit: 人}",
    ),
    clinics=indicator(target("between: [1, 2]"), unit="所", more="whole: true, range: [0, null]"),
    spent=indicator(every_year("rises: true"), unit="万元"),
    money=indicator(
        every_year("rises: true"),
        more="per: 100, numerator: {name: 甲, unit: 万元}, denominator: {name: 乙, unit: 万元}",
    ),
    balance=indicator(every_year("rises: true"), unit="元", more="range: [-5, 5]"),
    built=indicator(target("at_least: 300"), unit="户", more="kind: total, whole: true"),
    level=indicator(target("grade_at_least: 甲等"), unit="等级", more="grades: [未定级, 乙等, 甲等]"),
    none=indicator(target("at_most: 0"), more=f"range: [0, 100], {SHARE}"),
    above=indicator(target("greater_than: 80"), more=f"range: [0, 100], {SHARE}"),
    below=indicator(target("less_than: 20"), more=f"range: [0, 100], {SHARE}"),
    band=indicator(every_year("about: {value: 75, within: 2}"), more=f"range: [0, 100], {SHARE}"),
)


def found(judged: Judging, id_: str, figure: str) -> list[str]:
    """What is found about one figure of 2019."""
    return codes(judged(PLAN, report(2019, **{id_: figure})))


#: indicator, figure, what is found
FORMS = [
    ("share", "78.5", []),
    ("share", '"78.5"', []),
    ("share", "+78.5", []),
    ("share", "78.5%", ["ANJ303"]),
    ("share", "\uff17\uff18.5", ["ANJ301"]),
    ("share", "\uff17\uff18.5\uff05", ["ANJ301", "ANJ303"]),
    ("share", '" 78.5"', ["ANJ306"]),
    ("spent", "1,234.5", ["ANJ302"]),
    ("spent", "0.5亿元", ["ANJ304"]),
    ("spent", "1,234万元", ["ANJ302", "ANJ304"]),
    # refused
    ("share", "约80", ["ANJ201/words"]),
    ("share", "八成", ["ANJ201/tenths"]),
    ("share", "78-80", ["ANJ201/range"]),
    ("share", "078.5", ["ANJ201/leading_zero"]),
    ("share", "7_8", ["ANJ201/underscore"]),
    ("share", '"1:30"', ["ANJ201/clock"]),
    ("share", "yes", ["ANJ201/boolean"]),
    ("share", ".nan", ["ANJ201/not_finite"]),
    ("share", "3个百分点", ["ANJ201/points"]),
    ("share", "0.30000000000000004", ["ANJ201/too_many_digits"]),
    ("share", '"#DIV/0!"', ["ANJ201/error_value"]),
    ("share", '"7\u200b8"', ["ANJ108/hidden"]),
    ("share", "{value: 78.5, numerator: 七, denominator: 10}", ["ANJ201/chinese"]),
    ("share", "{value: 78.5, previous: 约70}", ["ANJ201/words"]),
    # another unit behind the number, or beside it
    ("share", "785‰", ["ANJ202/behind"]),
    ("share", "78.5元", ["ANJ202/behind"]),
    ("spent", "5万", ["ANJ202/behind"]),
    ("spent", "5元", ["ANJ202/behind"]),
    ("share", "{value: 78.5, numerator: 785户, denominator: 1000}", ["ANJ202/behind"]),
    ("share", '{value: 78.5, unit: "%"}', []),
    ("share", '{value: 78.5, unit: ""}', []),
    ("share", "{value: 78.5, unit: null}", []),
    ("share", '{value: 78.5, unit: "\uff05"}', []),
    ("share", "{value: 78.5, unit: ‰}", ["ANJ202/stated"]),
    ("clinics", "{value: 1, unit: 万所}", ["ANJ202/stated"]),
    ("spent", "{value: 1, unit: 元}", ["ANJ202/stated"]),
    ("level", "{value: 甲等, unit: 级}", []),
    # grades
    ("level", "甲等", []),
    ("level", '" 乙等 "', []),
    ("level", "丙等", ["ANJ207"]),
    ("level", "2", ["ANJ207"]),
    ("level", "{value: 甲等, previous: 特等}", ["ANJ207"]),
]


@pytest.mark.parametrize(("id_", "figure", "expected"), FORMS)
def test_a_form_is_taken_noted_or_refused(judged: Judging, id_: str, figure: str, expected: list[str]) -> None:
    """What the grammar takes with a note is noted, and what it does not take is an error of its own kind."""
    assert expected == found(judged, id_, figure)


MISSING = [
    ("", ["ANJ305"]),
    ("~", ["ANJ305"]),
    ("null", ["ANJ305"]),
    ('""', ["ANJ305"]),
    ('"  "', ["ANJ305"]),
    ("待报", []),
    ("pending", []),
    ("{value: 不适用, note: 本区没有此类人员}", []),
    ("{value: 涉密, note: 依据保密规定}", []),
    ("不适用", ["ANJ209/not_applicable"]),
    ("not applicable", ["ANJ209/not_applicable"]),
    ("涉密", ["ANJ209/withheld"]),
    ("withheld", ["ANJ209/withheld"]),
    # a note that says nothing is none
    ('{value: 不适用, note: ""}', ["ANJ209/not_applicable"]),
    ("{value: 不适用, note: ~}", ["ANJ209/not_applicable"]),
    ("{value: 不适用, note: 无}", ["ANJ209/not_applicable"]),
    ("{value: 涉密, note: —}", ["ANJ209/withheld"]),
    ('{value: 涉密, note: "\u200b"}', ["ANJ209/withheld"]),
    # words that leave open why
    ("无", ["ANJ208"]),
    ("—", ["ANJ208"]),
    ('"-"', ["ANJ208"]),
    ("/", ["ANJ208"]),
    ("N/A", ["ANJ208"]),
    ("暂无", ["ANJ208"]),
    ("{value: 78.5, numerator: 无, denominator: 10}", ["ANJ208", "ANJ405/alone"]),
    ("{value: 78.5, previous: 无}", ["ANJ208"]),
    # only the value's own blank is told
    ("{value: 78.5, previous: }", []),
    ("{value: 78.5, numerator: , denominator: }", []),
    ("{value: 78.5, numerator: ~, denominator: null}", []),
    ("{value: 78.5, previous: 待报}", []),
    # zero is a figure
    ("0", []),
]


@pytest.mark.parametrize(("figure", "expected"), MISSING)
def test_what_is_missing(judged: Judging, figure: str, expected: list[str]) -> None:
    """Blank is noted, a vague word refused, and what does not apply or is withheld needs its reason."""
    assert expected == found(judged, "share", figure)


BOUNDS = [
    ("share", "0", []),
    ("share", "100", []),
    ("share", "100.0001", ["ANJ204/high"]),
    ("share", "780", ["ANJ204/high"]),
    ("share", "-0.1", ["ANJ204/low"]),
    ("share", "-0", []),
    ("share", "{value: 78.5, previous: 785}", ["ANJ204/high", "ANJ502/down"]),
    ("beds", "999", []),
    ("beds", "-1", ["ANJ204/low"]),
    ("balance", "-5", []),
    ("balance", "-6", ["ANJ204/low"]),
    ("spent", "-1000000", []),
    # whole where only whole numbers can be true
    ("clinics", "2", []),
    ("clinics", "2.0", []),
    ("clinics", "1.5", ["ANJ203"]),
    ("clinics", "{value: 1, previous: 0.5}", ["ANJ203"]),
    ("share", "{value: 50, numerator: 1.5, denominator: 3}", ["ANJ203"]),
    ("share", "{value: 40, numerator: 1, denominator: 2.5}", ["ANJ203"]),
    ("share", "{value: 50, numerator: 0.5万, denominator: 1.0万}", ["ANJ304", "ANJ304"]),
    ("share", "{value: 50, numerator: 0.00005万, denominator: 1}", ["ANJ203", "ANJ304"]),
    ("money", "{value: 50, numerator: 1.5, denominator: 3}", []),
]


@pytest.mark.parametrize(("id_", "figure", "expected"), BOUNDS)
def test_what_a_figure_can_be(judged: Judging, id_: str, figure: str, expected: list[str]) -> None:
    """No value outside its range, the ends included in it, and no half of what is counted one by one."""
    assert expected == found(judged, id_, figure)


PARTS = [
    # one alone, or none asked for: unchecked, with a note
    ("share", "{value: 78.5, numerator: 785}", ["ANJ405/alone"]),
    ("share", "{value: 78.5, denominator: 1000}", ["ANJ405/alone"]),
    ("share", "{value: 78.5, numerator: 785, denominator: 待报}", ["ANJ405/alone"]),
    ("share", "{value: 78.5, numerator: 待报, denominator: 待报}", []),
    ("bare", "{value: 78.5, numerator: 1, denominator: 1000}", ["ANJ405/unasked"]),
    ("bare", "{value: 78.5, denominator: 一千}", ["ANJ405/unasked"]),
    # parts without their value: shown, not taken
    ("share", "{numerator: 785, denominator: 1000}", ["ANJ404", "ANJ305"]),
    ("share", "{value: 待报, numerator: 785, denominator: 1000}", ["ANJ404"]),
    ("share", "{value: 待报, numerator: 785, denominator: 0}", ["ANJ404", "ANJ402/zero"]),
    ("share", "{value: 待报, numerator: 785}", ["ANJ405/alone"]),
    ("share", "{value: 待报, numerator: 待报, denominator: 待报}", []),
    ("bare", "{value: 待报, numerator: 785, denominator: 1000}", ["ANJ405/unasked"]),
    # possible at all
    ("share", "{value: 100, numerator: 1000, denominator: 1000}", []),
    ("share", "{value: 78.5, numerator: 1000, denominator: 785}", ["ANJ403", "ANJ401"]),
    ("share", "{value: 0, numerator: -1, denominator: 1000}", ["ANJ402/negative"]),
    ("share", "{value: 78.5, numerator: 785, denominator: 0}", ["ANJ402/zero"]),
    ("share", "{value: 78.5, numerator: 785, denominator: -1000}", ["ANJ402/negative"]),
    ("beds", "{value: 2000, numerator: 20, denominator: 10}", []),  # its own parts confirm it
    ("share", "{value: 约78, numerator: 785, denominator: 1000}", ["ANJ201/words"]),
    # half a unit of the last written digit, on either side; touching agrees
    ("share", "{value: 78.5, numerator: 785, denominator: 1000}", []),
    ("share", "{value: 78.5, numerator: 7845, denominator: 10000}", []),
    ("share", "{value: 78.5, numerator: 7855, denominator: 10000}", []),
    ("share", "{value: 78.5, numerator: 78449, denominator: 100000}", ["ANJ403"]),
    ("share", "{value: 78.5, numerator: 78551, denominator: 100000}", ["ANJ406"]),
    ("share", "{value: 78.50, numerator: 7845, denominator: 10000}", ["ANJ403"]),
    ("share", "{value: 82, numerator: 815, denominator: 1000}", []),
    ("share", "{value: 82, numerator: 825, denominator: 1000}", []),
    ("share", "{value: 82, numerator: 8149, denominator: 10000}", ["ANJ403"]),
    ("share", "{value: 82, numerator: 8251, denominator: 10000}", ["ANJ406"]),
    # cut off, not rounded: short by less than one unit of the last place
    ("share", "{value: 78.5, numerator: 785999, denominator: 1000000}", ["ANJ406"]),
    ("share", "{value: 78.5, numerator: 786, denominator: 1000}", ["ANJ403"]),
    ("share", "{value: 28.40, numerator: 960, denominator: 3380}", []),
    ("share", "{value: 28.5, numerator: 960, denominator: 3380}", ["ANJ403"]),
    # 23.41万 is 23.405万 to 23.415万; whole numbers are exact
    ("share", "{value: 78.0, numerator: 23.41万, denominator: 30万}", ["ANJ304", "ANJ304"]),
    ("share", "{value: 78.08, numerator: 23.41万, denominator: 300000}", ["ANJ403", "ANJ304"]),
    ("share", "{value: 78.05, numerator: 23.41万, denominator: 300000}", ["ANJ304"]),
    ("share", "{value: 78.06, numerator: 23.41万, denominator: 300000}", ["ANJ403", "ANJ304"]),
    ("share", "{value: 78.02, numerator: 23.41万, denominator: 300000}", ["ANJ304"]),
    ("share", "{value: 78.01, numerator: 23.41万, denominator: 300000}", ["ANJ406", "ANJ304"]),
    ("share", "{value: 78.00, numerator: 23.41万, denominator: 300000}", ["ANJ403", "ANJ304"]),
    ("share", "{value: 1, numerator: 1, denominator: 0万}", ["ANJ402/zero", "ANJ304"]),
    ("share", "{value: 50.00, numerator: 4, denominator: 0.0万}", ["ANJ402/zero", "ANJ304"]),
    ("beds", "{value: 33.2, numerator: 3254, denominator: 98000}", []),
    ("beds", "{value: 33.3, numerator: 3254, denominator: 98000}", ["ANJ403"]),
    ("deaths", "{value: 17.8, numerator: 1, denominator: 5618}", []),
    ("deaths", "{value: 0, numerator: 0, denominator: 5618}", []),
    ("money", "{value: 74.96, numerator: 21940, denominator: 29270}", []),
]


@pytest.mark.parametrize(("id_", "figure", "expected"), PARTS)
def test_parts_against_their_value(judged: Judging, id_: str, figure: str, expected: list[str]) -> None:
    """Parts may not contradict what they are parts of; each written number is an interval."""
    assert expected == found(judged, id_, figure)


#: Value and parts agree as written, yet lie on different sides of a goal; which bound is told.
SIDES = [
    ("share", "{value: 80, numerator: 795, denominator: 1000}", ("ANJ407/met", "80")),
    ("share", "{value: 79.9, numerator: 79949, denominator: 100000}", None),
    ("share", "{value: 80.0, numerator: 8000, denominator: 10000}", None),
    ("share", "{value: 80.0, numerator: 79999, denominator: 100000}", ("ANJ407/met", "80")),
    ("share", "{value: 80, numerator: 804, denominator: 1000}", None),
    ("none", "{value: 0.0, numerator: 4, denominator: 10000}", ("ANJ407/met", "0")),
    ("none", "{value: 0.0, numerator: 0, denominator: 10000}", None),
    ("above", "{value: 80, numerator: 801, denominator: 1000}", ("ANJ407/missed", "80")),
    ("above", "{value: 80.1, numerator: 8005, denominator: 10000}", None),
    ("above", "{value: 80, numerator: 800, denominator: 1000}", None),
    ("above", "{value: 81, numerator: 805, denominator: 1000}", None),
    ("below", "{value: 20, numerator: 199, denominator: 1000}", ("ANJ407/missed", "20")),
    ("below", "{value: 20, numerator: 200, denominator: 1000}", None),
    ("band", "{value: 77, numerator: 774, denominator: 1000}", ("ANJ407/met", "77")),
    ("band", "{value: 73, numerator: 726, denominator: 1000}", ("ANJ407/met", "73")),
    ("band", "{value: 78, numerator: 776, denominator: 1000}", None),
    ("deaths", "{value: 0, numerator: 0, denominator: 10}", None),
]


@pytest.mark.parametrize(("id_", "figure", "expected"), SIDES)
def test_different_sides_of_the_goal(judged: Judging, id_: str, figure: str, expected: tuple[str, str] | None) -> None:
    """The reported value is judged, never the recomputed one: where they disagree about the promise it is asked."""
    findings = judged(PLAN, report(2019, **{id_: figure})).findings
    told = [
        (f"{finding.diagnostic.code}/{finding.diagnostic.kind}", finding.diagnostic.arguments["goal"])
        for finding in findings
    ]
    assert ([] if expected is None else [expected]) == told


SIZES = [
    ("share", "0.785", ["ANJ205"]),
    # a year before of the wrong size would let any share rise, any ratio fall
    ("share", "{value: 12.5, previous: 0.62}", ["ANJ205"]),
    ("share", "{value: 6.2, previous: 0.62}", ["ANJ205"]),
    # unless the year's own value is nearer to it than to 62
    ("share", "{value: 1.2, previous: 0.62}", []),
    ("share", "{value: 1.2, previous: 1.01}", []),
    ("share", "{value: 0, previous: 0.62}", []),
    ("beds", "{value: 34, previous: 3400}", ["ANJ206"]),
    ("beds", "{value: 3400, previous: 3400}", ["ANJ206"]),
    ("share", "1", ["ANJ205"]),
    ("share", "1.0001", []),
    ("share", "0", []),
    ("beds", "0.8", []),
    # parts vouch for a small share only where they were checked
    ("share", "{value: 0.8, numerator: 8, denominator: 1000}", []),
    ("share", "{value: 0.785, numerator: 785}", ["ANJ205", "ANJ405/alone"]),
    ("share", "{value: 0.785, numerator: 待报, denominator: 待报}", ["ANJ205"]),
    ("share", "{value: 0.785, numerator: , denominator: }", ["ANJ205"]),
    ("bare", "{value: 0.785, numerator: 785, denominator: 1000}", ["ANJ205", "ANJ405/unasked"]),
    # more than `per` of one thing to `per` of another
    ("beds", "1000", []),
    ("beds", "1000.1", ["ANJ206"]),
    ("beds", "3400", ["ANJ206"]),
    ("deaths", "99999", []),
    ("clinics", "3400", []),
]


@pytest.mark.parametrize(("id_", "figure", "expected"), SIZES)
def test_figures_of_the_wrong_size(judged: Judging, id_: str, figure: str, expected: list[str]) -> None:
    """A fraction where per cent is asked, or a total where a ratio is, is asked about."""
    assert expected == found(judged, id_, figure)


#: last year's report, this year's, what is found
YEARS = [
    ("62", "{value: 70, previous: 62}", []),
    ("62", "{value: 70, previous: 62.00}", []),
    ("62", "{value: 70, previous: 61.9}", ["ANJ501"]),
    ("62", "{value: 78, previous: 70}", ["ANJ501", "ANJ502/up"]),
    ("待报", "{value: 70, previous: 62}", []),
    ("", "{value: 70, previous: 62}", ["ANJ305"]),
    # a figure with an error is no report to differ from; one under a query is
    ("162", "{value: 70, previous: 62}", ["ANJ204/high"]),
    ("0.62", "{value: 70, previous: 62}", ["ANJ501", "ANJ205"]),
    ("0.62", "70", ["ANJ205"]),
    # a move above max_change, up or down; the change itself is allowed
    ("62", "77", []),
    ("62", "77.01", ["ANJ502/up"]),
    ("62", "46.9", ["ANJ502/down"]),
    ("62", "47", []),
    ("162", "47", ["ANJ204/high"]),
]


@pytest.mark.parametrize(("before", "now", "expected"), YEARS)
def test_beside_the_year_before(judged: Judging, before: str, now: str, expected: list[str]) -> None:
    """`previous` is what last year's report said, and no share moves further than it usually does."""
    reports = {"2018.yaml": report(2018, share=before), "2019.yaml": report(2019, share=now)}
    assert sorted(expected) == sorted(codes(judged(PLAN, reports)))


def test_previous_stands_where_no_report_is(judged: Judging) -> None:
    """Without a report of the year before, a move is measured from the stated previous."""
    assert ["ANJ502/up"] == found(judged, "share", "{value: 79.5, previous: 62}")


def test_an_indicator_without_max_change(judged: Judging) -> None:
    """Where the catalogue has no usual move, any is taken."""
    assert [] == found(judged, "bare", "{value: 79.5, previous: 2}")


TOTALS = [
    ("100", "90", ["ANJ503"]),
    ("100", "100", []),
    ("100", "110", []),
    ("待报", "{value: 9, previous: 10}", ["ANJ503"]),
]


@pytest.mark.parametrize(("before", "now", "expected"), TOTALS)
def test_a_total_does_not_fall(judged: Judging, before: str, now: str, expected: list[str]) -> None:
    """What is counted up over the period is asked about when it falls."""
    reports = {"2018.yaml": report(2018, built=before), "2019.yaml": report(2019, built=now)}
    assert expected == codes(judged(PLAN, reports))


def test_a_level_may_fall(judged: Judging) -> None:
    """Only totals are counted up."""
    reports = {"2018.yaml": report(2018, bare="62"), "2019.yaml": report(2019, bare="60")}
    assert [] == codes(judged(PLAN, reports))


#: figure, code, what its words are filled with
ARGUMENTS = [
    ("share", "0.785", "ANJ205", {"understood": "78.5"}),
    ("share", "1", "ANJ205", {"understood": "100"}),
    ("share", "{value: 28.5, numerator: 960, denominator: 3380}", "ANJ403", {"given": "≈28.4024", "numerator": "960"}),
    ("share", "{value: 28.5, numerator: 1, denominator: 4}", "ANJ403", {"given": "25"}),
    ("share", "{numerator: 960, denominator: 3380}", "ANJ404", {"given": "≈28.4024"}),
    ("share", "{numerator: 0, denominator: 0}", "ANJ404", {"given": "—"}),
    ("share", "{value: 28.40, numerator: 28406, denominator: 100000}", "ANJ406", {"given": "28.406"}),
    ("share", "{value: 80.0, numerator: 3999, denominator: 4999}", "ANJ407", {"given": "≈79.996", "goal": "80"}),
    ("share", "780", "ANJ204", {"amount": "780", "low": "0", "high": "100", "unit": "%", "field": "value"}),
    ("beds", "-1", "ANJ204", {"low": "0", "high": ""}),
    ("beds", "3400", "ANJ206", {"per": "1000"}),
    ("level", "丙等", "ANJ207", {"grades": "未定级 / 乙等 / 甲等"}),
    ("spent", "5元", "ANJ202", {"found": "元", "unit": "万元"}),
    ("share", "7万%", "ANJ202", {"found": "万%", "unit": "%"}),
    ("beds", "7亿", "ANJ202", {"found": "亿"}),
    ("clinics", "1,200所", "ANJ302", {"understood": "1200", "written": "1,200所"}),
    ("share", '"7\u200b8"', "ANJ108", {"characters": "U+200B", "key": "7\u200b8"}),
    ("share", "{value: 62, numerator: 31户, denominator: 50}", "ANJ202", {"field": "numerator", "unit": "人"}),
    ("share", "{value: 1, previous: 162}", "ANJ204", {"field": "previous", "unit": "%"}),
    ("share", "{value: 79.5, previous: 62.0}", "ANJ502", {"before": "62.0", "move": "17.5", "most": "15"}),
]


@pytest.mark.parametrize(("id_", "figure", "code", "expected"), ARGUMENTS)
def test_what_the_words_are_filled_with(
    judged: Judging, id_: str, figure: str, code: str, expected: dict[str, str]
) -> None:
    """A finding carries plain numbers: no trailing zeros that nobody wrote, and ≈ before what was rounded."""
    outcome = judged(PLAN, report(2019, **{id_: figure}))
    arguments = [finding.diagnostic.arguments for finding in outcome.findings if finding.diagnostic.code == code]
    assert [expected] == [{key: one[key] for key in expected} for one in arguments]


def test_previous_shows_both_places(judged: Judging) -> None:
    """Where `previous` differs, last year's place and value stand beside it."""
    reports = {"2018.yaml": report(2018, share="62"), "2019.yaml": report(2019, share="{value: 70, previous: 61}")}
    finding = judged(PLAN, reports).findings[0]
    related = finding.related[0]
    assert ("  share: 62", "62", "last_year") == (related.line_text, related.written, related.role)
    assert (3, 32) == (finding.span and (finding.span.line, finding.span.column))


def test_a_report_without_year_is_checked(judged: Judging) -> None:
    """Where the year is not known, the figures are still checked, against no other year."""
    text = report("今年", share="{value: 780, previous: 62}")
    assert ["ANJ106/form", "ANJ204/high", "ANJ502/up"] == codes(judged(PLAN, text))


def test_queries_may_be_explained(judged: Judging) -> None:
    """Each code of a query is one that a reason settles."""
    settled = []
    for id_, figure, value, code in (
        ("share", "0.785", "0.785", "ANJ205"),
        ("beds", "3400", "3400", "ANJ206"),
        ("share", "不适用", "不适用", "ANJ209"),
        ("share", "{value: 78.5, numerator: 78551, denominator: 100000}", "78.5", "ANJ406"),
        ("share", "{value: 80.0, numerator: 79999, denominator: 100000}", "80", "ANJ407"),
        ("share", "{value: 79.5, previous: 62}", "79.5", "ANJ502"),
        ("built", "{value: 9, previous: 10}", "9", "ANJ503"),
    ):
        outcome = judged(PLAN, report(2019, tail=explanation(code, id_, value), **{id_: figure}))
        settled += [(finding.diagnostic.code, finding.diagnostic.open) for finding in outcome.findings]
    assert [(f"ANJ{code}", False) for code in (205, 206, 209, 406, 407, 502, 503)] == settled


def test_the_other_side_of_which_goal(judged: Judging) -> None:
    """Of two promises the one is quoted that value and parts lie on different sides of."""
    two = indicator(target("at_least: 60"), target("greater_than: 80"), more=SHARE)
    outcome = judged(plan(x=two), report(2020, x="{value: 80, numerator: 801, denominator: 1000}"))
    finding = next(finding for finding in outcome.findings if finding.diagnostic.code == "ANJ407")
    assert "greater_than: 80" == finding.quote
