"""A report held to the rules, with the reasons that were given for what they find."""

from collections import Counter
from collections.abc import Iterator

from anju_cli.assessment.explanations import explain
from anju_cli.assessment.ledger import Ledger, VettedFigure
from anju_cli.assessment.revisions import AcceptedRevision
from anju_cli.diagnostics import Diagnostic, Topic
from anju_cli.history import Point
from anju_cli.rules import Case
from anju_cli.submission import Explanation, Figure, Submission


def checked(
    ledger: Ledger,
    submission: Submission,
    placed: bool,
    shared: tuple[Explanation, ...] = (),
    later: tuple[Explanation, ...] = (),
) -> list[Diagnostic]:
    """What the rules find in a report, with the reasons that were given for it.

    `shared` are those of other files; `later` those of the next year's that repeat a figure, for a base year alone.
    """
    findings: list[Diagnostic] = []
    for figure in submission.figures.values():
        findings += _broken_rules(ledger, _case(ledger, figure, submission, placed and not submission.broken))
    explanations = _explanations(ledger, submission, findings)
    shared += _of_base(ledger, findings, later)
    if submission.broken:  # what its reasons lack may stand in what was not read
        return explain(submission._replace(explanations=explanations), findings)[0]
    explained, remarks = explain(submission._replace(explanations=(*explanations, *shared)), findings)
    elsewhere = {reason.place for reason in shared}
    return explained + [remark for remark in remarks if remark.place not in elsewhere]


def _broken_rules(ledger: Ledger, case: Case) -> list[Diagnostic]:
    """What the rules that concern the indicator find in one figure."""
    every, plain = ledger.rules(case.figure.indicator)
    rules = plain if case.plainly_written else every
    return [finding for rule in rules for finding in rule.check(case)]


def _explanations(ledger: Ledger, submission: Submission, findings: list[Diagnostic]) -> tuple[Explanation, ...]:
    """Its own reasons; for a revised figure also those that stand beside the revision, which are then spent."""
    if not ledger.revisions.accepted and not ledger.spent:
        return submission.explanations
    wanting = {(finding.code, finding.indicator) for finding in findings}
    own = tuple(
        explanation
        for explanation in submission.explanations
        if explanation.place not in ledger.spent or (explanation.code, explanation.indicator) in wanting
    )
    where = (submission.region or "", submission.year or 0)
    accepted = (ledger.revisions.accepted.get((*where, indicator)) for indicator in submission.figures)
    reasons = [
        reason for revision in accepted if revision is not None for reason in _beside_revision(revision, wanting)
    ]
    ledger.spent.update(reason.place for reason in reasons)
    return (*own, *reasons)


def _of_base(ledger: Ledger, findings: list[Diagnostic], later: tuple[Explanation, ...]) -> tuple[Explanation, ...]:
    """The next year's reasons that are about a base of this year; they are then spent."""
    bases = {(finding.code, finding.indicator) for finding in findings if finding.topic is Topic.BASE}
    reasons = tuple([reason for reason in later if (reason.code, reason.indicator) in bases])
    ledger.spent.update(reason.place for reason in reasons)
    return reasons


def _beside_revision(accepted: AcceptedRevision, wanting: set[tuple[str, str | None]]) -> Iterator[Explanation]:
    """The reasons beside a revision that are wanted: two for one query are enough to see that none is picked."""
    count = Counter[str]()
    for reason in accepted.by.explanations:
        same = reason.indicator == accepted.revision.indicator and reason.value.amount == accepted.revision.value.amount
        if same and (reason.code, reason.indicator) in wanting and count[reason.code] <= 1:
            count[reason.code] += 1
            yield reason


def _case(ledger: Ledger, figure: Figure, submission: Submission, placed: bool) -> Case:
    """What the rules look at: the figure, and the year before as reported and as believed."""
    region, year, id_ = submission.region or "", submission.year or 0, figure.indicator
    indicator, start = ledger.catalogue.indicators[id_], ledger.catalogue.catalogue.period[0]
    if not placed:
        return Case(figure, indicator, submission.year, start, figure.fields)
    reported = _reported(ledger.figure(region, year - 1, id_))
    before = ledger.history.at(region, id_, year - 1)
    believed = before if before and not before.stated else None
    restated = ledger.revisions.restated.get((region, year - 1, id_))
    own = region == ledger.catalogue.catalogue.region.name
    return Case(figure, indicator, year, start, figure.fields, reported, believed, restated, own)


def _reported(vetted: VettedFigure | None) -> Point | None:
    """Last year's report as it stands, unless it has an error."""
    if vetted is None or vetted.errors or vetted.figure.value.amount is None:
        return None
    return Point(vetted.figure.value.amount, vetted.figure.at("value"))


def checked_together(ledger: Ledger, figure: Figure, group: list[Submission]) -> list[Diagnostic]:
    """What the rules find in a figure that several files make up, with the reasons of all of them."""
    explanations = tuple(reason for submission in group for reason in submission.explanations)
    whole = group[0]._replace(figures={figure.indicator: figure}, explanations=explanations)
    findings = _broken_rules(ledger, _case(ledger, figure, whole, placed=True))
    return explain(whole, findings)[0]
