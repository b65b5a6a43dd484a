"""Behind a slip of syntax the rest of a report is told of, and nothing of it is judged."""

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
