"""A query may stand with a written reason: matching reasons to queries, and what is wrong with the rest."""

from anju_cli.codes import CODES, Level
from anju_cli.diagnostics import Diagnostic, Related, WrittenReason
from anju_cli.submission import Explanation, Figure, Submission, says_nothing


def explain(submission: Submission, findings: list[Diagnostic]) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The findings with their explanations, and what there is to say about the explanations."""
    remarks: list[Diagnostic] = []
    applied: dict[tuple[str, str], Explanation] = {}
    disputed: set[tuple[str, str]] = set()
    for explanation in submission.explanations:
        key = (explanation.code, explanation.indicator)
        matched, faults = _apply(explanation, submission, findings)
        remarks += faults
        if not faults and key in applied:
            disputed.add(key)
            remarks.append(_repeated(applied[key], explanation))
        elif not faults:
            applied[key] = explanation
            findings = matched
    return [_disputed(finding, disputed) for finding in findings], remarks


def _disputed(finding: Diagnostic, disputed: set[tuple[str, str]]) -> Diagnostic:
    """Of two reasons for one query none is picked."""
    key = (finding.code, finding.indicator or "")
    return finding._replace(explanation=None) if key in disputed else finding


def _repeated(first: Explanation, second: Explanation) -> Diagnostic:
    """Two reasons for one query: of the two none is picked."""
    related = (Related(first.place, "first", first.reason), Related(second.place, "second", second.reason))
    return Diagnostic("ANJ110", second.place, {"code": second.code}, "reason", second.indicator, second.reason, related)


def _apply(
    explanation: Explanation, submission: Submission, findings: list[Diagnostic]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    level = CODES.get(explanation.code)
    if level is Level.ERROR:
        return findings, [_remark("ANJ613", explanation)]
    matching = [
        finding
        for finding in findings
        if finding.code == explanation.code and finding.indicator == explanation.indicator
    ]
    if level is not Level.QUERY or not matching:
        return findings, [_remark("ANJ612", explanation, "code" if level is None else "")]
    if says_nothing(explanation.reason):
        return findings, [_remark("ANJ614", explanation)]
    figure = submission.figures.get(explanation.indicator)
    if figure is None or not _same_value(explanation, figure):
        return findings, [_remark("ANJ611", explanation, now=figure.value.text if figure else "")]
    note = WrittenReason(explanation.reason, explanation.place)
    return [finding._replace(explanation=note) if finding in matching else finding for finding in findings], []


def _same_value(explanation: Explanation, figure: Figure) -> bool:
    """Equal as numbers (78.5 = 78.50), or the same word where there is none."""
    quantity = explanation.value
    if quantity.amount is not None or figure.value.amount is not None:
        return quantity.amount == figure.value.amount
    return quantity.reading == figure.value.reading


def _remark(code: str, explanation: Explanation, kind: str = "", now: str = "") -> Diagnostic:
    arguments = {"code": explanation.code, "reason": explanation.reason, "value": explanation.value.text, "now": now}
    related = (Related(explanation.place, "explanation", explanation.reason),)
    return Diagnostic(code, explanation.place, arguments, kind, explanation.indicator, explanation.reason, related)
