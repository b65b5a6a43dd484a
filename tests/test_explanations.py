"""A query may stand with a written reason; an error may not, and a reason does not outlive its figure."""

import pytest

from anju_cli.assessment import Scope
from anju_cli.outcome import Status
from anju_cli.tally import tally_of
from tests.samples_of_code import Judging, codes, explanation, indicator, only, plan, report, stands, target

PLAN = plan(
    share=indicator(target("at_least: 80"), more="range: [0, 100], max_change: 15"),
    other=indicator(target("at_least: 80"), more="range: [0, 100]"),
)
MOVED = "{value: 78.5, previous: 62}"


def explained(judged: Judging, figure: str, *given: str, **more: str) -> list[str]:
    """What is found where a figure has explanations; ✓ marks what stands with its reason."""
    tail = "explanations:\n" + "".join(f"  - {{{one}}}\n" for one in given)
    outcome = judged(PLAN, report(2019, tail=tail, share=figure, **more))
    marked = [finding.diagnostic.explanation is not None for finding in outcome.findings]
    return [code + "✓" * mark for code, mark in zip(codes(outcome), marked, strict=True)]


GOOD = "code: ANJ502, indicator: share, value: 78.5, reason: 新园两所启用"

APPLIED = [
    (MOVED, [GOOD], ["ANJ502/up✓"]),
    # equal as numbers
    ("{value: 78.50, previous: 62}", [GOOD], ["ANJ502/up✓"]),
    (MOVED, [GOOD.replace("78.5", "78.500")], ["ANJ502/up✓"]),
    (MOVED, [GOOD.replace("78.5", "78.5%")], ["ANJ502/up✓"]),
    (MOVED, [GOOD.replace("share", "share率")], ["ANJ502/up✓"]),
    # the same word where there is no number
    ("不适用", ["code: ANJ209, indicator: share, value: not applicable, reason: 没有对象"], ["ANJ209/not_applicable✓"]),
    ("不适用", ["code: ANJ209, indicator: share, value: 涉密, reason: 没有对象"], ["ANJ209/not_applicable", "ANJ611"]),
    # one query explained, the other open
    ("{value: 0.785, previous: 62}", [GOOD.replace("78.5", "0.785")], ["ANJ205", "ANJ502/down✓"]),
    # stale: the value moved
    ("{value: 78.6, previous: 62}", [GOOD], ["ANJ502/up", "ANJ611"]),
    (MOVED, [GOOD.replace("78.5", "约78.5")], ["ANJ502/up", "ANJ611"]),
    (MOVED, [GOOD.replace("78.5", "待报")], ["ANJ502/up", "ANJ611"]),
    (MOVED, [GOOD.replace("78.5", "785‰")], ["ANJ502/up", "ANJ611"]),
    # of nothing
    ("78.5", [GOOD], ["ANJ612"]),
    (MOVED, [GOOD.replace("ANJ502", "ANJ205")], ["ANJ502/up", "ANJ612"]),
    (MOVED, [GOOD.replace("share", "other")], ["ANJ502/up", "ANJ612"]),
    (MOVED, [GOOD.replace("ANJ502", "ANJ305")], ["ANJ502/up", "ANJ612"]),
    (MOVED, [GOOD.replace("ANJ502", "ANJ999")], ["ANJ502/up", "ANJ612/code"]),
    (MOVED, [GOOD.replace("ANJ502", "anj502")], ["ANJ502/up", "ANJ612/code"]),
    # an error is put right, never explained away, whether it is there or not
    ("780", [GOOD.replace("ANJ502", "ANJ204")], ["ANJ204/high", "ANJ613"]),
    (MOVED, [GOOD.replace("ANJ502", "ANJ204")], ["ANJ613", "ANJ502/up"]),
    # no reason
    *[
        (MOVED, [GOOD.replace("新园两所启用", reason)], ["ANJ614", "ANJ502/up"])
        for reason in ("", "无", "—", '"\u200b"', "N/A", "无。")
    ],
    (MOVED, ["code: ANJ502, indicator: share, value: 78.5"], ["ANJ614", "ANJ502/up"]),
    # what is lacking is told once, and explains nothing
    (MOVED, [GOOD.replace("code: ANJ502, ", "")], ["ANJ103", "ANJ502/up"]),
    (MOVED, [GOOD.replace("value: 78.5, ", "")], ["ANJ103", "ANJ502/up"]),
    (MOVED, [GOOD.replace("value: 78.5", "value: 78.5, 完成值: 79")], ["ANJ110/different", "ANJ502/up"]),
    # a stale one beside a good one
    (MOVED, [GOOD.replace("78.5", "70"), GOOD], ["ANJ502/up✓", "ANJ611"]),
]


@pytest.mark.parametrize(("figure", "given", "expected"), APPLIED)
def test_an_explanation_matches_code_indicator_and_value(
    judged: Judging, figure: str, given: list[str], expected: list[str]
) -> None:
    """Only a reason for this code, this indicator and this value settles a query."""
    assert expected == explained(judged, figure, *given)


def test_an_explained_figure_is_judged_and_marked(judged: Judging) -> None:
    """The figure is judged as any other, and carries the code that stands with a reason."""
    one = only(
        judged(PLAN, report(2020, tail=explanation("ANJ502", "share", "81"), share="{value: 81, previous: 62}")),
        "share/at_least",
    )
    assert (Status.MET, ("ANJ502",), (), None) == (one.status, one.explained, one.reasons, one.would_be)


def test_an_open_query_is_not_judged(judged: Judging) -> None:
    """The figure is undetermined, says what it would be, and shows no value of its own."""
    one = only(judged(PLAN, report(2020, share="{value: 81, previous: 62}")), "share/at_least")
    assert ("undetermined", "", ("ANJ502",)) == stands(one)
    assert (Status.MET, None, None, "81") == (one.would_be, one.value, one.gap, one.written)


def test_a_stale_explanation_quotes_the_old_reason(judged: Judging) -> None:
    """The old reason and value stand beside the new one, and the query stays open."""
    outcome = judged(
        PLAN, report(2020, tail=explanation("ANJ502", "share", "79", "旧理由"), share="{value: 81, previous: 62}")
    )
    stale = outcome.findings[1]
    assert {"code": "ANJ502", "reason": "旧理由", "value": "79", "now": "81"} == stale.diagnostic.arguments
    assert [("explanation", "旧理由")] == [(place.role, place.written) for place in stale.related]
    assert "undetermined" == only(outcome, "share/at_least").status.value


def test_an_explanation_shows_where_it_was_given(judged: Judging) -> None:
    """An explained query has its reason and the reason's place."""
    outcome = judged(PLAN, report(2020, tail=explanation("ANJ502", "share", "81"), share="{value: 81, previous: 62}"))
    given = outcome.findings[0].diagnostic.explanation
    assert ("情况属实", ("explanations", 0)) == (given and given.reason, given and given.place.route)
    assert 1 == tally_of(outcome).explained


def test_one_report_explains_for_itself_only(judged: Judging) -> None:
    """A reason in one file does not settle another file's query."""
    reports = {
        "a.yaml": report(2020, share="{value: 81, previous: 62}"),
        "b.yaml": report(2020, tail=explanation("ANJ502", "share", "81"), other="81"),
    }
    outcome = judged(PLAN, reports, Scope())
    assert ["ANJ502/up", "ANJ612"] == codes(outcome)
    assert "undetermined" == only(outcome, "share/at_least").status.value


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
@pytest.mark.parametrize("value", ["81", "81.0"])
def test_a_reason_is_for_the_figure_in_whichever_file(judged: Judging, names: tuple[str, str], value: str) -> None:
    """An equal figure in two files is one figure: a reason in either settles its query, whatever the files' names."""
    figure = {"share": f"{{value: {value}, previous: 62}}"}
    with_reason = report(2020, tail=explanation("ANJ502", "share", "81"), share="{value: 81, previous: 62}")
    outcome = judged(PLAN, {f"{names[0]}.yaml": report(2020, **figure), f"{names[1]}.yaml": with_reason})
    assert ("met", "", ()) == stands(only(outcome, "share/at_least"))
    assert "ANJ612" not in codes(outcome)


def test_a_reason_is_not_for_another_figure_of_the_same_name(judged: Judging) -> None:
    """Where two files differ, a reason for the one is none for the other, and neither is judged."""
    reports = {
        "a.yaml": report(2020, share="{value: 82, previous: 62}"),
        "b.yaml": report(2020, tail=explanation("ANJ502", "share", "81"), share="{value: 81, previous: 62}"),
    }
    outcome = judged(PLAN, reports)
    status, _, reasons = stands(only(outcome, "share/at_least"))
    assert ("undetermined", True) == (status, "ANJ408" in reasons)
    queries = [finding.diagnostic for finding in outcome.findings if finding.diagnostic.code == "ANJ502"]
    assert [("a.yaml", True), ("b.yaml", False)] == sorted(
        (query.place.path.rpartition("/")[2], query.open) for query in queries
    )


@pytest.mark.parametrize(("second", "shown"), [("新园三所启用", "情况属实; 新园三所启用"), ("情况属实", "情况属实")])
def test_reasons_of_several_files(judged: Judging, second: str, shown: str) -> None:
    """Equal reasons of two files are one, differing ones are both shown."""
    figure = {"share": "{value: 81, previous: 62}"}
    own = explanation("ANJ502", "share", "81")
    other = own.replace("情况属实", second)
    outcome = judged(PLAN, {"a.yaml": report(2020, tail=own, **figure), "b.yaml": report(2020, tail=other, **figure)})
    findings = [finding.diagnostic for finding in outcome.findings if finding.diagnostic.code == "ANJ502"]
    reasons = [finding.explanation and set(finding.explanation.reason.split("; ")) for finding in findings]
    assert {True} == {set(shown.split("; ")) == reason for reason in reasons}
    assert ("met", "", ()) == stands(only(outcome, "share/at_least"))


@pytest.mark.parametrize("second", ["新园三所启用", "新园两所启用"])
def test_of_two_reasons_none_is_picked(judged: Judging, second: str) -> None:
    """Two reasons for one query leave it open, whichever comes first; so does a third."""
    other = GOOD.replace("新园两所启用", second)
    assert ["ANJ110/reason", "ANJ502/up"] == explained(judged, MOVED, GOOD, other)
    assert ["ANJ110/reason", "ANJ110/reason", "ANJ502/up"] == explained(judged, MOVED, other, GOOD, GOOD)
