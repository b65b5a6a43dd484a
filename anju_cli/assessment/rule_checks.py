"""A report held to the rules, with the reasons that were given for what they find."""

from collections import Counter
from collections.abc import Iterator

from anju_cli.assessment.explanations import explain
from anju_cli.assessment.ledger import Ledger, VettedFigure
from anju_cli.assessment.revisions import AcceptedRevision
from anju_cli.diagnostics import Diagnostic, Level
from anju_cli.history import Point
from anju_cli.rules import RULES, Case
from anju_cli.submission import Explanation, Figure, Submission


def checked(work: Ledger, submission: Submission, placed: bool) -> list[Diagnostic]:
    """What the rules find in a report, with the reasons that were given for it."""
    found: list[Diagnostic] = []
    for figure in submission.figures.values():
        case = _case(work, figure, submission, placed)
        for rule in RULES:
            found.extend(rule(case))
    explanations = _explanations(work, submission, found)
    explained, remarks = explain(submission._replace(explanations=explanations), found)
    return explained + remarks


def _explanations(work: Ledger, submission: Submission, found: list[Diagnostic]) -> tuple[Explanation, ...]:
    """Its own reasons; for a revised figure also those that stand beside the revision, which are then spent."""
    if not work.revised.accepted:
        return submission.explanations
    asked = {(one.code, one.indicator) for one in found}
    own = tuple(
        explanation
        for explanation in submission.explanations
        if explanation.place not in work.spent or (explanation.code, explanation.indicator) in asked
    )
    where = (submission.region or "", submission.year or 0)
    revised = (work.revised.accepted.get((*where, indicator)) for indicator in submission.figures)
    beside = [reason for one in revised if one is not None for reason in _beside(one, asked)]
    work.spent.update(revision.place for revision in beside)
    return (*own, *beside)


def _beside(accepted: AcceptedRevision, asked: set[tuple[str, str | None]]) -> Iterator[Explanation]:
    """The reasons beside a revision that are asked for: two for one query are enough to see that none is picked."""
    told = Counter[str]()
    for reason in accepted.by.explanations:
        same = reason.indicator == accepted.revision.indicator and reason.value.amount == accepted.revision.value.amount
        if same and (reason.code, reason.indicator) in asked and told[reason.code] <= 1:
            told[reason.code] += 1
            yield reason


def _case(work: Ledger, figure: Figure, submission: Submission, placed: bool) -> Case:
    """What the rules look at: the figure, and the year before as reported and as believed."""
    region, year, id_ = submission.region or "", submission.year or 0, figure.indicator
    indicator, start = work.catalogue.indicators[id_], work.catalogue.catalogue.period[0]
    if not placed:
        return Case(figure, indicator, submission.year, start, figure.fields)
    reported = _reported(work.beliefs.get((region, year - 1, id_)))
    before = work.history.at(region, id_, year - 1)
    believed = before if before and not before.stated else None
    restated = work.revised.restated.get((region, year - 1, id_))
    return Case(figure, indicator, year, start, figure.fields, reported, believed, restated)


def _reported(belief: VettedFigure | None) -> Point | None:
    """Last year's report as it stands, unless it has an error."""
    if belief is None or belief.errors or belief.figure.value.amount is None:
        return None
    return Point(belief.figure.value.amount, belief.figure.at("value"))


def checked_together(
    work: Ledger, figure: Figure, group: list[Submission], concerning: list[Diagnostic | str]
) -> list[Diagnostic]:
    """What the rules find in a figure that two files make up, and in neither alone."""
    known = {(concern.code, concern.place) for concern in concerning if isinstance(concern, Diagnostic)}
    explanations = tuple(reason for submission in group for reason in submission.explanations)
    whole = group[0]._replace(figures={figure.indicator: figure}, explanations=explanations)
    case = _case(work, figure, whole, placed=True)
    found = [one for rule in RULES for one in rule(case) if one.level is not Level.NOTE]
    explained, _ = explain(whole, [one for one in found if (one.code, one.place) not in known])
    work.findings += explained
    return explained
