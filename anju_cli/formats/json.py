"""The outcome for machines: schema `anju/outcome/1` (`schemas/outcome.schema.json`).

Figures are strings, exact and plain; what was rounded is named in `rounded`; what is absent is null.
"""

from collections.abc import Iterator

from anju_cli.diagnostics import Level, WrittenReason
from anju_cli.formats import run_notes
from anju_cli.formats.json_judgements import JudgementLines
from anju_cli.formats.json_values import Record, assumption, encoded, line_of, member, records, span, together
from anju_cli.formats.passages import Passage, Slot
from anju_cli.formats.view import View
from anju_cli.outcome import (
    ORDER,
    Finding,
    FindingSummary,
    Outcome,
    PlainFigure,
    RelatedPlace,
    Report,
    Section,
    written_value,
)
from anju_cli.outcome.changes import Changes, FigureChange, StatusChange
from anju_cli.tally import RunSummary, Tally
from anju_cli.texts import Texts, texts

SCHEMA = "anju/outcome/1"


_SLOTS = (
    *(Slot("head"), records("reports")),
    Slot("regions", ',\n  "summary": {"regions": [', ", ", "]", ',\n  "summary": {"regions": []'),
    *(Slot("overall"), records("absent"), records("empty"), records("unmatched"), records("unread")),
    *(records("assumptions"), Slot("since")),
    *(records("judgements"), records("unjudged"), records("diagnostics"), Slot("result")),
)


def slots(view: View) -> tuple[Slot, ...]:  # noqa: ARG001 - other formats have words between their passages
    """The record's keys, and the parts of the summary."""
    return _SLOTS


def passages(outcome: Outcome, view: View) -> Iterator[Passage]:
    """Reports, and each section with its judgements; findings."""
    say = texts(view.lang)
    for number, report in enumerate(outcome.reports):
        yield Passage("reports", encoded(_report(report)), (report.path, number))
    judgements = JudgementLines(say)
    for section in outcome.sections:
        yield Passage("regions", encoded(_region(section)), section.rank)
        for slot, departments in (("absent", section.absent), ("empty", section.empty)):
            for number, name in enumerate(departments):
                yield Passage(slot, encoded(_department(name, section)), (*section.rank, number))
        if section.judgements:
            yield Passage("judgements", together(map(judgements.line, section.judgements)), section.rank)
        if section.unjudged:
            figures = (encoded(_unjudged(figure, section, say)) for figure in section.unjudged)
            yield Passage("unjudged", together(figures), section.rank)
    for finding in outcome.findings:
        yield Passage("diagnostics", encoded(_finding(finding, say)), finding.rank)


def frame(summary: RunSummary, view: View) -> Iterator[Passage]:
    """The catalogue, counts, assumptions, changes, and the result."""
    say, catalogue, result = texts(view.lang), summary.catalogue, summary.result
    plan = {
        "title": catalogue.title,
        "document": catalogue.document,
        "sha256": catalogue.sha256,
        "promises": catalogue.promises,
    }
    yield Passage("head", "{" + member("schema", SCHEMA)[1:] + member("catalogue", plan))
    counts = {"overall": _overall(summary.tally), "coverage": _coverage(summary)}
    yield Passage("overall", ", " + encoded(counts)[1:])
    for number, name in enumerate(summary.coverage.unmatched):
        yield Passage("unmatched", encoded(name._asdict()), (number,))
    for number, path in enumerate(summary.coverage.unread):
        yield Passage("unread", encoded(path), (number,))
    for number, figure in enumerate(summary.assumptions):
        yield Passage("assumptions", encoded(assumption(figure, say)), (number,))
    yield Passage("since", member("since", None if summary.since is None else _since(summary.since, say)))
    words = run_notes.outcome_words(result, say)
    last = {"code": result.code, "why": result.why, "message": words}
    yield Passage("result", member("result", last) + "\n}\n")


def _overall(tally: Tally) -> Record:
    return {level.value: tally.levels[level] for level in Level} | {"explained": tally.explained}


def _report(report: Report) -> Record:
    return {
        "path": report.path,
        "report": report.number + 1,
        "region": report.region,
        "year": report.year,
        "department": report.department,
        "scope": report.scope,
        "sample": report.sample,
        "encoding": report.encoding or None,
        "sha256": report.sha256 if report.encoding else None,
        "figures": report.figures,
    }


def _region(section: Section) -> Record:
    """One region and year; the statuses add up to `asked`."""
    return {
        "region": section.region,
        "year": section.year,
        "own": section.own,
        "history": section.history,
        "sample": section.sample,
        "on_sample": section.on_sample,
        "asked": section.asked,
        "not_asked": section.not_asked,
    } | {status.value: section.counts.get(status, 0) for status in ORDER}


def _department(name: str, section: Section) -> Record:
    return {"region": section.region, "year": section.year, "department": name}


def _coverage(summary: RunSummary) -> Record:
    coverage = summary.coverage
    return {
        "reports": summary.tally.reports,
        "figures": summary.tally.figures,
        "own_reports": summary.tally.own_reports,
        "passed_over": coverage.passed_over,
        "outcomes": list(coverage.outcomes),
        "missing": list(coverage.missing),
        "filters": {name: list(values) for name, values in coverage.filters},
        "left_out": coverage.left_out,
    }


def _unjudged(figure: PlainFigure, section: Section, say: Texts) -> Record:
    """A figure that no promise is held against; one that is not believed as it was written, and why."""
    return {
        "region": section.region,
        "year": section.year,
        "indicator": figure.indicator,
        "name": figure.name.in_(say.lang),
        "unit": figure.unit.written,
        "value": written_value(figure),
        "written": figure.written,
        "reasons": list(figure.reasons),
        "note": figure.note or None,
        "assumed": figure.assumed,
    }


def _finding(finding: Finding, say: Texts) -> Record:
    diagnostic = finding.diagnostic
    return {
        "code": diagnostic.code,
        "level": diagnostic.level.value,
        "message": say.message(diagnostic),
        "arguments": diagnostic.arguments,
        "path": diagnostic.place.path,
        "report": diagnostic.place.report + 1,
        **span(finding.span),
        "column_name": finding.span.heading or None if finding.span else None,
        "indicator": diagnostic.indicator,
        "written": finding.written,
        "help": say.help(diagnostic) or None,
        "related": [_related(other) for other in finding.related],
        "explanation": _explanation(diagnostic.explanation),
    }


def _related(other: RelatedPlace) -> Record:
    return {"role": other.role, "path": other.path, **span(other.span), "written": other.written}


def _explanation(given: WrittenReason | None) -> Record | None:
    if given is None:
        return None
    return {"reason": given.reason, "line": line_of(given.place.span)}


def _since(comparison: Changes, say: Texts) -> Record:
    """What changed; a promise whose status moved is told by its key, as it stands among the judgements."""
    kinds = {"newly_missed": comparison.missed, "newly_met": comparison.met, "otherwise": comparison.other}
    return {
        "path": comparison.path,
        "same_catalogue": comparison.same_catalogue,
        **{kind: [_moved(change) for change in changes] for kind, changes in kinds.items()},
        "gone": [gone._asdict() for gone in comparison.gone],
        "figures": [_restated(change, say) for change in comparison.figures],
        "new_findings": [_summary(finding, say) for finding in comparison.new],
        "settled_findings": [settled._asdict() for settled in comparison.settled],
    }


def _restated(change: FigureChange, say: Texts) -> Record:
    return change._asdict() | {"name": change.name.in_(say.lang), "unit": change.unit.written}


def _moved(change: StatusChange) -> Record:
    now = change.judgement
    return {
        "target": now.target,
        "region": now.region,
        "year": now.year,
        "status": now.status.value,
        "before": change.before and change.before.value,
        "year_before": change.year_before,
    }


def _summary(finding: Finding, say: Texts) -> Record:
    diagnostic, line = finding.diagnostic, line_of(finding.span)
    message = say.message(diagnostic)
    return FindingSummary(diagnostic.code, diagnostic.level, message, diagnostic.place.path, line)._asdict()
