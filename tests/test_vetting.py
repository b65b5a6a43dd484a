"""Which figures are believed, and that no other one ever stands in their place."""

import pytest

from anju_cli.outcome import Outcome, Status
from tests.samples_of_code import (
    ALL_YEARS,
    SHARE,
    Judging,
    before_in,
    codes,
    every_year,
    explanation,
    indicator,
    only,
    plan,
    report,
    stands,
    target,
)

PLAN = plan(
    share=indicator(
        target("at_least: 80"),
        every_year("rises: true"),
        more=f"range: [0, 100], max_change: 15, aliases: [覆盖率], {SHARE}",
    ),
    wage=indicator(every_year("not_below: floor"), unit="元"),
    floor=indicator(unit="元", more="range: [0, 1000]"),
    level=indicator(target("grade_at_least: 甲等"), unit="等级", more="grades: [乙等, 甲等]"),
    bare=indicator(every_year("rises: true"), more="range: [0, 100]"),
)

#: Figures that are not believed, and the codes they are undetermined for.
UNBELIEVED = [
    ("780", ("ANJ204",)),
    ("-1", ("ANJ204",)),
    ("约80", ("ANJ201",)),
    ("80元", ("ANJ202",)),
    ("无", ("ANJ208",)),
    ('"8\u200b0"', ("ANJ108",)),
    ("[80]", ("ANJ104",)),
    ("{value: [80]}", ("ANJ104",)),
    ("{value: 80, numerator: [8]}", ("ANJ104",)),
    ("{value: 80, valu: 81}", ("ANJ102",)),
    ("{value: 80, 完成值: 81}", ("ANJ110",)),
    ("{value: 80, unit: ‰}", ("ANJ202",)),
    ("{value: 80, previous: 780}", ("ANJ204",)),
    ("{value: 80, numerator: 9, denominator: 8}", ("ANJ401", "ANJ403")),
    ("{value: 80, numerator: -8, denominator: 10}", ("ANJ402", "ANJ403")),
    ("{value: 80, numerator: 7, denominator: 10}", ("ANJ403",)),
    ("{value: 80, numerator: 8.5, denominator: 10}", ("ANJ203", "ANJ403")),
    ("{numerator: 8, denominator: 10}", ("ANJ404",)),
    ("{value: 待报, numerator: 8, denominator: 10}", ("ANJ404",)),
    ("80\n  share: 80", ("ANJ110",)),
    ("80\n  覆盖率: 81", ("ANJ110",)),
    ("|\n    80", ("ANJ112",)),
]


@pytest.mark.parametrize(("figure", "expected"), UNBELIEVED)
def test_a_figure_with_an_error_is_not_judged(judged: Judging, figure: str, expected: tuple[str, ...]) -> None:
    """Each of its promises is undetermined, with the codes, and without a value, in the due year as before."""
    for year in (2019, 2020, 2021):
        outcome = judged(PLAN, report(year, share=figure))
        ones = [judgement for judgement in outcome.judgements if judgement.indicator == "share"]
        assert [Status.UNDETERMINED] * 2 == [judgement.status for judgement in ones]
        assert [expected] * 2 == [tuple(sorted(judgement.reasons)) for judgement in ones]
        assert [(None, None, None, None)] * 2 == [
            (judgement.value, judgement.gap, judgement.would_be, judgement.base) for judgement in ones
        ]


@pytest.mark.parametrize(
    "figure", ["780", "约60", "{value: 60, numerator: 1, denominator: 2}", "0.6", "[60]", "{value: 60, unit: 元}"]
)
def test_what_is_not_believed_is_no_base_and_no_year_before(judged: Judging, figure: str) -> None:
    """A figure with an error or an open query is neither a base nor the year before of another."""
    outcome = judged(PLAN, {"2017.yaml": report(2017, share=figure), "2018.yaml": report(2018, share="61")})
    assert ("undetermined", "", ("before",)) == stands(only(outcome, "share/rises"))
    judgement = only(outcome, "share/at_least")
    assert ("undetermined", "", ("no_time",)) == stands(judgement)
    assert 2018 == (judgement.base and judgement.base.year)


@pytest.mark.parametrize("figure", ["9999", "约300", "-5", "[300]"])
def test_what_is_not_believed_is_no_reference(judged: Judging, figure: str) -> None:
    """A figure held against one that is not believed is undetermined."""
    outcome = judged(PLAN, report(2019, wage="400", floor=figure))
    assert ("undetermined", "", ("reference",)) == stands(only(outcome, "wage/not_below"))


def test_a_stated_previous_is_no_reference(judged: Judging) -> None:
    """What next year's report says of this year's reference is not this year's report."""
    reports = {"2018.yaml": report(2018, wage="400"), "2019.yaml": report(2019, floor="{value: 5, previous: 300}")}
    one = next(
        judgement
        for judgement in judged(PLAN, reports, ALL_YEARS).judgements
        if judgement.target == "wage/not_below" and judgement.year == 2018
    )
    assert ("undetermined", "", ("reference",)) == stands(one)


@pytest.mark.parametrize("bad", ["780", "约60", "0.6"])
def test_a_blocked_year_takes_no_previous(judged: Judging, bad: str) -> None:
    """Where last year's figure is not believed, what this year's report says of it does not stand in its place."""
    reports = {
        "2018.yaml": report(2018, bare=bad),
        "2019.yaml": report(2019, bare="{value: 65}"),
        "2020.yaml": report(2020, bare="66"),
    }
    stated = {**reports, "2019.yaml": report(2019, bare="{value: 65, previous: 60}")}
    for given in (reports, stated):
        ones = [
            judgement
            for judgement in judged(PLAN, given, ALL_YEARS).judgements
            if judgement.target == "bare/rises" and judgement.year == 2019
        ]
        assert [Status.UNDETERMINED] == [judgement.status for judgement in ones]


@pytest.mark.parametrize("word", ["", "待报", "{value: 涉密, note: 依规定}"])
def test_a_year_without_a_figure_takes_the_previous(judged: Judging, word: str) -> None:
    """A word for what is missing is no figure: what this year's report states stands for the year before."""
    reports = {"2018.yaml": report(2018, bare=word), "2019.yaml": report(2019, bare="{value: 65, previous: 60}")}
    judgement = only(judged(PLAN, reports), "bare/rises")
    assert (Status.MET, 2018) == (judgement.status, before_in(judgement))


def test_an_explained_figure_is_the_year_before(judged: Judging) -> None:
    """A query that stands with its reason keeps nothing back: the small share vouches for the next year's."""
    first = report(2018, tail=explanation("ANJ205", "bare", "0.6"), bare="0.6")
    outcome = judged(PLAN, {"2018.yaml": first, "2019.yaml": report(2019, bare="0.7")})
    judgement = only(outcome, "bare/rises")
    assert (Status.MET, None, ["ANJ205"]) == (judgement.status, judgement.would_be, codes(outcome))


def test_an_older_year_never_stands_for_the_year_before(judged: Judging) -> None:
    """A direction without the year before is undetermined, whatever older figures there are."""
    reports = {"2017.yaml": report(2017, bare="60"), "2019.yaml": report(2019, bare="65")}
    assert ("undetermined", "", ("before",)) == stands(only(judged(PLAN, reports), "bare/rises"))


def test_another_region_is_no_year_before(judged: Judging) -> None:
    """Only the same region's own figures are compared over the years."""
    reports = {"2018.yaml": report(2018, head="region: 乙县", bare="60"), "2019.yaml": report(2019, bare="65")}
    one = next(
        judgement
        for judgement in judged(PLAN, reports).judgements
        if judgement.year == 2019 and judgement.target == "bare/rises"
    )
    assert ("undetermined", "", ("before",)) == stands(one)


def test_a_previous_that_differs_keeps_this_year_back(judged: Judging) -> None:
    """Last year's figure stays believed; this year's, which contradicts it, is not judged."""
    reports = {
        "2018.yaml": report(2018, bare="60"),
        "2019.yaml": report(2019, bare="{value: 65, previous: 59}"),
    }
    ones = {
        judgement.year: judgement
        for judgement in judged(PLAN, reports, ALL_YEARS).judgements
        if judgement.target == "bare/rises"
    }
    assert ("undetermined", "", ("ANJ501",)) == stands(ones[2019])
    assert ("undetermined", "", ("before",)) == stands(ones[2018])


def two(judged: Judging, first: str, second: str, *, year: int = 2020) -> Outcome:
    """The same figure in two reports of one region and year."""
    return judged(PLAN, {"a.yaml": report(year, share=first), "b.yaml": report(year, share=second)})


#: Two files; what is found; how the promise by 2020 stands.
TWICE = [
    ("80", "80.0", ["ANJ409"], ("met", "", ())),
    ("80", "81", ["ANJ408"], ("undetermined", "", ("ANJ408",))),
    ("80", "", ["ANJ409/yields_blank"], ("met", "", ())),
    ("", "80", ["ANJ409/yields_blank"], ("met", "", ())),
    ("80", "待报", ["ANJ409/yields"], ("met", "", ())),
    ("待报", "80", ["ANJ409/yields"], ("met", "", ())),
    ("", "待报", [], ("pending", "", ())),
    ("待报", "", [], ("pending", "", ())),
    ("{value: 不适用, note: 甲}", "{value: not applicable, note: 乙}", ["ANJ409"], ("not_applicable", "", ())),
    ("{value: 不适用, note: 甲}", "80", ["ANJ408"], ("undetermined", "", ("ANJ408",))),
    ("{value: 不适用, note: 甲}", "{value: 涉密, note: 乙}", ["ANJ408"], ("undetermined", "", ("ANJ408",))),
    ("80", "780", ["ANJ204/high", "ANJ408"], ("undetermined", "", ("ANJ204", "ANJ408"))),
    ("约80", "80", ["ANJ201/words", "ANJ408"], ("undetermined", "", ("ANJ201", "ANJ408"))),
    ("约80", "约90", ["ANJ201/words", "ANJ201/words", "ANJ408"], ("undetermined", "", ("ANJ201", "ANJ408"))),
    ("约80", "约80", ["ANJ201/words", "ANJ201/words", "ANJ409"], ("undetermined", "", ("ANJ201",))),
    ("[80]", "80", ["ANJ104/list"], ("undetermined", "", ("ANJ104",))),
    # the year before and the parts are figures too: none is picked
    ("{value: 80, previous: 70}", "{value: 80, previous: 79}", ["ANJ408", "ANJ409"], ("undetermined", "", ("ANJ408",))),
    ("{value: 80, previous: 70}", "{value: 80, previous: 70.0}", ["ANJ409"], ("met", "", ())),
    ("{value: 80, previous: 70}", "80", ["ANJ409"], ("met", "", ())),
    # what one file lacks, another one has
    ("80", "{numerator: 8, denominator: 10}", ["ANJ409/yields_blank"], ("met", "", ())),
    ("{value: 80, numerator: 8}", "{value: 80, denominator: 10}", ["ANJ409"], ("met", "", ())),
    ("80", "{numerator: 9, denominator: 10}", ["ANJ403", "ANJ409/yields_blank"], ("undetermined", "", ("ANJ403",))),
    (
        "{value: 80, numerator: 8, denominator: 10}", "{value: 80, numerator: 16, denominator: 20}",
        ["ANJ408", "ANJ408", "ANJ409"], ("undetermined", "", ("ANJ408",)),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "found", "expected"), TWICE)
def test_the_same_figure_in_two_files(
    judged: Judging, first: str, second: str, found: list[str], expected: tuple[str, str, tuple[str, ...]]
) -> None:
    """Another value is an error and neither is judged; the same one is noted and counts once; blank is no value."""
    outcome = two(judged, first, second)
    assert sorted(found) == sorted(codes(outcome))
    assert expected == stands(only(outcome, "share/at_least"))


@pytest.mark.parametrize(("first", "second"), [("80", "80.0"), ("", "待报"), ("80", "{numerator: 8, denominator: 10}")])
def test_the_names_of_the_files_do_not_matter(judged: Judging, first: str, second: str) -> None:
    """Whichever comes first, the same number counts, written the same way."""
    there, back = two(judged, first, second), two(judged, second, first)
    assert stands(only(there, "share/at_least")) == stands(only(back, "share/at_least"))
    assert only(there, "share/at_least").written == only(back, "share/at_least").written


def test_a_conflict_shows_both_places(judged: Judging) -> None:
    """The finding is at the second file and points at the first."""
    finding = two(judged, "80", "81").findings[0]
    assert ("80", "81") == (finding.diagnostic.arguments["first"], finding.diagnostic.arguments["second"])
    assert ("b.yaml", ["a.yaml"]) == (
        finding.diagnostic.place.path.rpartition("/")[2],
        [place.path.rpartition("/")[2] for place in finding.related],
    )


def test_a_figure_given_twice_shows_neither(judged: Judging) -> None:
    """Of two values none is picked, not even for show."""
    for reports in (
        {"a.yaml": report(2020, share="80"), "b.yaml": report(2020, share="81")},
        report(2020, share="80\n  share: 81"),
    ):
        assert only(judged(PLAN, reports), "share/at_least").written is None


def test_three_files_of_which_one_differs(judged: Judging) -> None:
    """Two that agree do not outvote a third."""
    reports = {
        name: report(2020, share=value) for name, value in (("a.yaml", "80"), ("b.yaml", "80"), ("c.yaml", "81"))
    }
    outcome = judged(PLAN, reports)
    assert (["ANJ408", "ANJ409"], Status.UNDETERMINED) == (codes(outcome), only(outcome, "share/at_least").status)


PARTED = plan(
    x=indicator(target("at_least: 80"), every_year("rises: true"), more=SHARE),
)


@pytest.mark.parametrize("order", [("a.yaml", "b.yaml"), ("b.yaml", "a.yaml")])
def test_what_one_file_lacks_the_other_adds(judged: Judging, order: tuple[str, str]) -> None:
    """The year before and the parts count, whichever of two agreeing files has them: names of files decide nothing."""
    full = "{value: 70, numerator: 7, denominator: 10, previous: 65}"
    outcome = judged(PARTED, dict(zip(order, (report(2020, x="70"), report(2020, x=full)), strict=True)))
    level, direction = outcome.judgements
    assert (Status.MISSED, 1, Status.MET) == (
        level.status,
        level.shortfall and level.shortfall.number,
        direction.status,
    )
    places = {
        operand.role: operand.place and operand.place.path.rpartition("/")[2]
        for operand in (*level.inputs, *direction.inputs)
    }
    assert {order[1]} == {places["numerator"], places["denominator"], places["before"]}


def test_parts_of_two_files_are_no_pair(judged: Judging) -> None:
    """A numerator of one file and a denominator of another are not put together."""
    halves = ("{value: 70, numerator: 7}", "{value: 70, denominator: 9}")
    files = {f"{name}.yaml": report(2020, x=half) for name, half in zip("ab", halves, strict=True)}
    assert judged(PARTED, files).judgements[0].shortfall is None


@pytest.mark.parametrize(("other", "head"), [(2019, ""), (2020, "region: 乙县")])
def test_another_year_or_region_is_no_conflict(judged: Judging, other: int, head: str) -> None:
    """Different figures of different years or regions are what they should be."""
    outcome = judged(PLAN, {"a.yaml": report(2020, share="80"), "b.yaml": report(other, head=head, share="79")})
    assert [] == [code for code in codes(outcome) if code.startswith("ANJ4")]


def test_a_conflict_blocks_the_year(judged: Judging) -> None:
    """A year with two values has none for the next one to be held against."""
    reports = {"a.yaml": report(2018, bare="60"), "b.yaml": report(2018, bare="61"), "c.yaml": report(2019, bare="65")}
    assert ("undetermined", "", ("before",)) == stands(only(judged(PLAN, reports), "bare/rises"))


def test_grades_in_two_files(judged: Judging) -> None:
    """Grades are compared as grades."""
    for second, expected in (("甲等", "ANJ409"), ("乙等", "ANJ408")):
        outcome = judged(PLAN, {"a.yaml": report(2020, level="甲等"), "b.yaml": report(2020, level=second)})
        assert [expected] == codes(outcome)


#: Files of which not everything could be read.
UNREAD = [
    ("share: 80\nyear: 2020\n", "ANJ110"),
    ("share: &a 80\n", "ANJ010"),
    ("share: 80\n  bare: *a\n", "ANJ010"),
    ("share: 80\n---\nyear: 2020\n", "ANJ011"),
    ("share: 80\n x: [\n", "ANJ004"),
]


@pytest.mark.parametrize(("rest", "code"), UNREAD)
def test_a_figure_of_a_file_that_was_not_read_to_its_end(judged: Judging, rest: str, code: str) -> None:
    """None of its figures is judged: the rest may say more of them, or hold what it lacks; the finding is named."""
    outcome = judged(PLAN, f"year: 2020\nfigures:\n  {rest}")
    for name in ("share/at_least", "level/grade_at_least"):
        assert ("undetermined", "", (code,)) == stands(only(outcome, name))


def test_a_report_without_region_or_year_states_nothing(judged: Judging) -> None:
    """Figures of a year or region in doubt are neither judged nor a base."""
    reports = {
        "a.yaml": report("19", bare="60"),
        "b.yaml": report(2018, head="region: 甲城城区", bare="60"),
        "c.yaml": report(2019, bare="65"),
    }
    outcome = judged(PLAN, reports)
    assert ("undetermined", "", ("before",)) == stands(only(outcome, "bare/rises"))
    assert [("甲区", 2019)] == [(section.region, section.year) for section in outcome.sections]


#: What stands in a second file beside 78 in the first, and what the two come to.
TOGETHER = [
    ("{value: 待报, previous: 0.62}", ["ANJ502/up", "ANJ205"]),
    ("{value: 待报, previous: 50}", ["ANJ502/up"]),
    ("{value: 待报, previous: 70}", []),
    ("{value: 78.00, numerator: 7841, denominator: 10000}", ["ANJ403", "ANJ409"]),
]


@pytest.mark.parametrize(("second", "expected"), TOGETHER)
def test_two_files_together_are_held_to_the_rules(judged: Judging, second: str, expected: list[str]) -> None:
    """A figure that two files make up is checked as one, as if it stood in a single file."""
    outcome = two(judged, "78", second)
    assert expected == [code for code in codes(outcome) if code in {"ANJ205", "ANJ502/up", "ANJ403", "ANJ409"}]
    assert bool(expected) == (only(outcome, "share/rises").status is Status.UNDETERMINED)


def test_two_files_together_are_explained(judged: Judging) -> None:
    """A reason in either file settles a query that only the two together raise."""
    reason = explanation("ANJ502", "share", "78")
    stated = report(2020, share="{value: 待报, previous: 50}")
    judgement = only(judged(PLAN, {"a.yaml": report(2020, share="78", tail=reason), "b.yaml": stated}), "share/rises")
    assert (Status.MET, ("ANJ502",)) == (judgement.status, judgement.explained)


def test_the_year_before_of_a_pending_figure_is_queried_too(judged: Judging) -> None:
    """0.62 beside 待报 would be the base of every later year."""
    files = {"a.yaml": report(2018, share="{value: 待报, previous: 0.62}"), "b.yaml": report(2019, share="55")}
    outcome = judged(PLAN, files)
    assert ("ANJ205" in codes(outcome), Status.UNDETERMINED) == (True, only(outcome, "share/at_least").status)


@pytest.mark.parametrize("later", [{2019: "3", 2020: "2"}, {2019: "1", 2020: "2"}])
def test_a_running_total_of_imagined_figures_is_marked(judged: Judging, later: dict[int, str]) -> None:
    """A sum over years of which one is a sample rests on it."""
    text = plan(x=indicator(every_year("at_least: 2"), unit="所", more="kind: yearly, whole: true"))
    files = {f"{year}.yaml": report(year, x=value) for year, value in later.items()}
    sections = judged(text, {"2018.yaml": report(2018, head="sample: true", x="2"), **files}).sections
    assert [(False, True)] == [(section.sample, section.on_sample) for section in sections]


def test_a_figure_in_doubt_is_no_year_before_to_move_from(judged: Judging) -> None:
    """Where last year's report is to be settled, this report's own `previous` measures no move in its place."""
    text = plan(x=indicator(target("at_least: 80"), more="max_change: 5"))
    outcome = judged(text, {"a.yaml": report(2018, x="0.6"), "b.yaml": report(2019, x="{value: 70, previous: 0.6}")})
    assert ["ANJ205"] == [code for code in codes(outcome) if not code.startswith("ANJ6")]


def test_two_files_of_one_year(judged: Judging) -> None:
    """A year told in two files is one year: what they differ in is judged by neither."""
    text = plan(x=indicator(target("at_least: 80"), unit="次"))
    outcome = judged(text, {"a.yaml": report(2020, x="85"), "b.yaml": report(2020, x="75")})
    assert [("undetermined", None)] == [(judgement.status.value, judgement.value) for judgement in outcome.judgements]
