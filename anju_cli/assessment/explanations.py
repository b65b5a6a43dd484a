"""A query may stand with a written reason: matching reasons to queries, and what is wrong with the rest."""

from anju_cli.codes import CODES, Level
from anju_cli.diagnostics import Diagnostic, Related, Topic, WrittenReason
from anju_cli.submission import Explanation, Figure, Quantity, Submission, says_nothing


def explain(submission: Submission, findings: list[Diagnostic]) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The findings with their explanations, and what there is to say about the explanations.

    Of two reasons for one query in one report none is picked; those of several are one where they are equal, and else
    both stand.
    """
    remarks: list[Diagnostic] = []
    applied: dict[tuple[str, str], list[Explanation]] = {}
    disputed: set[tuple[str, str]] = set()
    for explanation in submission.explanations:
        key = (explanation.code, explanation.indicator)
        faults = _faults(explanation, submission, findings)
        remarks += faults
        earlier = applied.setdefault(key, [])
        again = next((reason for reason in earlier if reason.place.origin == explanation.place.origin), None)
        if not faults and again is not None:
            disputed.add(key)
            remarks.append(_repeated(again, explanation))
        elif not faults:
            earlier.append(explanation)
    return [_explained(finding, applied, disputed) for finding in findings], remarks


def _explained(
    finding: Diagnostic, applied: dict[tuple[str, str], list[Explanation]], disputed: set[tuple[str, str]]
) -> Diagnostic:
    """A finding with the reasons under which it stands."""
    key = (finding.code, finding.indicator or "")
    reasons = [] if key in disputed else sorted(applied.get(key, []), key=lambda reason: reason.reason)
    if not reasons:
        return finding
    text = "; ".join(dict.fromkeys(reason.reason for reason in reasons))
    return finding._replace(explanation=WrittenReason(text, reasons[0].place))


def _repeated(first: Explanation, second: Explanation) -> Diagnostic:
    """Two reasons for one query: of the two none is picked."""
    related = (Related(first.place, "first", first.reason), Related(second.place, "second", second.reason))
    return Diagnostic("ANJ110", second.place, {"code": second.code}, "reason", second.indicator, second.reason, related)


def _faults(explanation: Explanation, submission: Submission, findings: list[Diagnostic]) -> list[Diagnostic]:
    """What keeps a reason from being applied; nothing where it stands."""
    level = CODES.get(explanation.code)
    if level is Level.ERROR:
        return [_remark("ANJ613", explanation)]
    same = (explanation.code, explanation.indicator)
    matching = [finding for finding in findings if (finding.code, finding.indicator) == same]
    if level is not Level.QUERY or not matching:
        unused = _remark("ANJ612", explanation, "code" if level is None else "")
        return [unused._replace(topic=Topic.UNUSED_REASON) if level is Level.QUERY else unused]
    if says_nothing(explanation.reason):
        return [_remark("ANJ614", explanation)]
    figure = submission.figures.get(explanation.indicator)
    quantity = None if figure is None else _meant(figure, matching[0])
    if quantity is None or not _same_value(explanation, quantity):
        return [_remark("ANJ611", explanation, now=quantity.text if quantity else "")]
    return []


def _meant(figure: Figure, finding: Diagnostic) -> Quantity:
    """The number that a reason has to repeat: of a base year's figure that number, else the figure itself."""
    stated = finding.topic is Topic.BASE and finding.arguments["field"] == "previous"
    return figure.previous if stated and figure.previous is not None else figure.value


def _same_value(explanation: Explanation, quantity: Quantity) -> bool:
    """Equal as numbers (78.5 = 78.50), or the same word where there is none."""
    stated = explanation.value
    if stated.amount is not None or quantity.amount is not None:
        return stated.amount == quantity.amount
    return stated.reading == quantity.reading


def _remark(code: str, explanation: Explanation, kind: str = "", now: str = "") -> Diagnostic:
    arguments = {"code": explanation.code, "reason": explanation.reason, "value": explanation.value.text, "now": now}
    related = (Related(explanation.place, "explanation", explanation.reason),)
    return Diagnostic(code, explanation.place, arguments, kind, explanation.indicator, explanation.reason, related)
