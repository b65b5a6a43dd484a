"""Behind a slip of syntax the rest of a report is told of, and nothing of it is judged."""

import pytest

from anju_cli.outcome import Status
from tests.samples_of_code import Judging, codes, every_year, indicator, only, plan, report, target

PLAN = plan(
    share=indicator(target("at_least: 80"), more="range: [0, 100]"),
    deaths=indicator(every_year("falls: true"), unit="‰", more="range: [0, 100]"),
)


def test_a_broken_report_is_searched_and_not_judged(judged: Judging) -> None:
    """The full-width colon hides no 780 below it; neither figure is judged, and both are asked for."""
    outcome = judged(PLAN, {"a.yaml": "year: 2019\nfigures:\n  deaths：3\n  share: 780\n"})
    assert ["ANJ004/wide_colon", "ANJ204/high"] == sorted(codes(outcome))
    assert {Status.UNDETERMINED} == {judgement.status for judgement in outcome.judgements}


def test_a_sound_report_answers_for_a_broken_one(judged: Judging) -> None:
    """What broke off doubts no figure that a whole report of that region and year has."""
    files = {"a.yaml": "year: 2020\nfigures:\n  share：70\n  deaths: 3\n", "b.yaml": report(2020, share="85")}
    outcome = judged(PLAN, files)
    assert Status.MET is only(outcome, "share/at_least").status
    assert Status.UNDETERMINED is only(outcome, "deaths/falls").status


def test_a_slip_doubts_only_what_was_asked_of_its_report(judged: Judging) -> None:
    """One department's slip does not hide that another's blank is blank; without a department all is in doubt."""
    two = plan(share=indicator(target("at_least: 80")), deaths=indicator(every_year("falls: true", lead="民政局")))
    slip, blank = "year: 2019\n{}figures:\n  share：70\n", report(2019, "department: 民政局", deaths="")
    assert [Status.UNDETERMINED, Status.NOT_REPORTED] == [
        judgement.status
        for judgement in judged(two, {"a.yaml": slip.format("department: 教育局\n"), "b.yaml": blank}).judgements
    ]
    nothing = {"a.yaml": slip.format("department: 教育局\n"), "b.yaml": "year: 2019\ndepartment: 民政局\nfigures:\n"}
    assert Status.NOT_REPORTED is only(judged(two, nothing), "deaths/falls").status
    whole = nothing | {"a.yaml": slip.format("")}
    assert Status.UNDETERMINED is only(judged(two, whole), "deaths/falls").status


def test_a_broken_report_is_no_base_of_another_year(judged: Judging) -> None:
    """Last year's figure stands in a file with a slip: there is nothing to fall from."""
    files = {"a.yaml": "year: 2018\nregion：甲区\nfigures:\n  deaths: 9\n", "b.yaml": report(2019, deaths="3")}
    assert Status.UNDETERMINED is only(judged(PLAN, files), "deaths/falls").status


def test_what_only_the_mend_makes_is_dropped(judged: Judging) -> None:
    """A line taken out leaves parts without a value, a reason without its query: neither is said."""
    text = (
        "year: 2019\nfigures:\n  share:\n    value: @1\n    numerator: 3\n  deaths: 3\n"
        "explanations:\n  - code: @2\n    indicator: deaths\n    value: 3\n    reason: 甲\n"
    )
    assert ["ANJ004/start", "ANJ004/start"] == codes(judged(PLAN, {"a.yaml": text}))


def test_an_indicator_beside_the_figures_is_told_to_be_indented(judged: Judging) -> None:
    """It is there and can't be taken: told by its place, with nothing said of missing figures, and undetermined."""
    outcome = judged(PLAN, {"a.yaml": "year: 2019\nfigures:\nshare: 85\n"})
    assert ["ANJ102/indent"] == codes(outcome)
    assert Status.UNDETERMINED is only(outcome, "share/at_least").status
    assert ["ANJ102/json_indent"] == codes(judged(PLAN, {"a.json": '{"year": 2019, "figures": {}, "share": 85}'}))


def test_a_comma_in_braces_blocks_its_own_figure_only(judged: Judging) -> None:
    """{value: 8,300} is told as a number cut in two; the next figure is judged."""
    outcome = judged(PLAN, {"a.yaml": "year: 2020\nfigures: {share: {value: 85}, deaths: {value: 8,300}}\n"})
    assert ["ANJ104/comma"] == codes(outcome)
    undetermined = [judgement.target for judgement in outcome.judgements if judgement.status is Status.UNDETERMINED]
    assert (Status.MET, ["deaths/falls"]) == (only(outcome, "share/at_least").status, undetermined)


WIDE = "年度：2020\n部门：教育局\n填报数：\n  share：85\n  deaths：约3\n"

WHOLE_FILES = [
    (WIDE, [1, 2, 3, 4, 5]),
    (WIDE.replace("：", ":"), [1, 2, 4, 5]),
    (WIDE.replace("：", " "), [1, 2, 3, 4, 5]),
    ("年度: 2020\n填报数:\n  share：85\n", [3]),
    ("年度: 2020\n填报数:\n  share:\n    完成值：85\n    备注：甲\n", [4, 5]),
]


@pytest.mark.parametrize(("text", "lines"), WHOLE_FILES)
def test_what_yaml_takes_for_one_text_is_told_line_by_line(judged: Judging, text: str, lines: list[int]) -> None:
    """Where no line has a colon that YAML knows it sees no slip: each line is named all the same."""
    outcome = judged(PLAN, text)
    slips = [finding.diagnostic.place.span for finding in outcome.findings if finding.diagnostic.code == "ANJ004"]
    assert lines == [span.line for span in slips if span is not None]
    assert Status.UNDETERMINED is only(outcome, "share/at_least").status


def test_a_text_over_lines_is_no_slip(judged: Judging) -> None:
    """A remark below its key, and one with a colon of nobody's, are remarks."""
    text = "year: 2020\nprepared_by:\n  甲 乙\nfigures:\n  share:\n    value: 85\n    note:\n      口径：甲\n"
    assert [] == codes(judged(PLAN, text))


LINES = [
    # braces over lines are closed where what stands deeper ends
    ("  deaths: {value: 3,\n    previous: 4\n  share: 780\n", ["ANJ004/bracket", "ANJ204/high"]),
    ("  deaths: {value: 3,\n\n    previous: 4\n", ["ANJ004/bracket"]),
    ("  deaths: {value: 3]\n  share: 780\n", ["ANJ004/bracket", "ANJ204/high"]),
    ("  deaths: {value: ?, previous: 4}\n  share: 780\n", ["ANJ004/question", "ANJ204/high"]),
    ("  deaths: {value: >3, previous: 4}\n", ["ANJ004/comparison"]),
    ("  deaths: &\n  share: 780\n", ["ANJ004/start", "ANJ204/high"]),
    ("  deaths: !\n  share: 780\n", ["ANJ010/tag", "ANJ204/high"]),
    # a sign before a figure is no anchor, tag, alias or key
    ("  deaths: &3\n  share: !780\n", ["ANJ010/number", "ANJ010/number"]),
    ("  deaths: !3 ‰\n  share: 780\n", ["ANJ010/number", "ANJ204/high"]),
    ("  deaths: *3.1\n  share: 780\n", ["ANJ004/marked", "ANJ204/high"]),
    ("  deaths: ? 3\n  share: 780\n", ["ANJ004/marked", "ANJ204/high"]),
    # full-width marks of braces are read as ASCII ones; a comma within a note is none of them
    ("  deaths: {value: 3，previous: 约4}\n  share: 780\n", ["ANJ004/wide_mark", "ANJ201/words", "ANJ204/high"]),
    ("  deaths: ｛value: 约3，previous: 4｝\n", ["ANJ004/wide_mark", "ANJ201/words"]),
    ("  deaths: {value: 3, note: 甲，乙: 丙}\n  share: 780\n", ["ANJ004/bracket", "ANJ204/high"]),
    # a line too deep is told by its indent, not by its colon
    ("  deaths: 3\n   share: 780\n", ["ANJ004/indent", "ANJ204/high"]),
    # a name that nobody knows lacks its colon
    ("  nobody 3\n  share: 780\n", ["ANJ004/colon", "ANJ204/high"]),
    # a slip in the reasons leaves the last figure as it stands
    ("  share: 780\nexplanations:\n  - code: ANJ205\n   indicator: share\n", ["ANJ004/indent", "ANJ204/high"]),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_every_fault_is_told_beside_a_slip(judged: Judging, text: str, expected: list[str]) -> None:
    """The slip by its kind, what stands around it, and nothing that only the mend makes."""
    assert expected == sorted(codes(judged(PLAN, f"year: 2020\nfigures:\n{text}")))


def test_a_cut_figure_of_the_year_before_is_not_read(judged: Judging) -> None:
    """{previous: 8,300} is told as cut in two, and not as read without its comma too."""
    text = "year: 2020\nfigures: {deaths: {value: 3, previous: 8,300}}\n"
    outcome = judged(PLAN, text)
    assert ["ANJ104/comma"] == codes(outcome)
    assert Status.UNDETERMINED is only(outcome, "deaths/falls").status


def test_a_mark_in_braces_is_told_alone(judged: Judging) -> None:
    """What stands behind it in the braces is none of it."""
    outcome = judged(PLAN, "year: 2020\nfigures:\n  deaths: {value: *, previous: 4}\n")
    assert "*" == outcome.findings[0].diagnostic.arguments["written"]
