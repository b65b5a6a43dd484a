"""The outcome for machines: schema `anju/outcome/1` (`schemas/outcome.schema.json`).

Figures are strings, exact and plain; what was rounded is named in `rounded`; what is absent is null.
"""

from anju_cli.diagnostics import Level, WrittenReason
from anju_cli.formats import run_notes
from anju_cli.formats.json_judgements import standings
from anju_cli.formats.json_values import Record, assumption, document, span
from anju_cli.formats.view import View
from anju_cli.outcome import (
    ORDER,
    Coverage,
    Finding,
    FindingSummary,
    Outcome,
    PlainFigure,
    RelatedPlace,
    Report,
    Section,
    Since,
    StatusChange,
    written_value,
)
from anju_cli.texts import Texts, texts

SCHEMA = "anju/outcome/1"


def render(outcome: Outcome, view: View) -> str:
    """The outcome as JSON."""
    return document(_outcome(outcome, texts(view.lang)))


def _outcome(outcome: Outcome, say: Texts) -> Record:
    catalogue = outcome.catalogue
    return {
        "schema": SCHEMA,
        "catalogue": {
            "title": catalogue.title,
            "document": catalogue.document,
            "sha256": catalogue.sha256,
            "promises": catalogue.promises,
        },
        "reports": [_report(report) for report in outcome.reports],
        "summary": _summary(outcome),
        "assumptions": [assumption(one, say) for one in outcome.assumptions],
        "since": None if outcome.since is None else _since(outcome.since, say),
        "judgements": standings(outcome.judgements, say),
        "unjudged": [_unjudged(figure, section, say) for section in outcome.sections for figure in section.unjudged],
        "diagnostics": [_finding(finding, say) for finding in outcome.findings],
        "result": {"code": outcome.result.code, "why": outcome.result.why, "message": run_notes.result(outcome, say)},
    }


def _report(report: Report) -> Record:
    return {
        "path": report.path,
        "region": report.region,
        "year": report.year,
        "department": report.department,
        "scope": report.scope,
        "sample": report.sample,
        "encoding": report.encoding or None,
        "sha256": report.sha256 if report.encoding else None,
        "figures": report.figures,
    }


def _summary(outcome: Outcome) -> Record:
    levels = {level.value: outcome.number_of(level) for level in Level}
    return {
        "regions": [_region(section) for section in outcome.sections],
        "overall": levels | {"explained": outcome.explained},
        "coverage": _coverage(outcome.coverage),
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


def _coverage(coverage: Coverage) -> Record:
    return {
        "reports": coverage.reports,
        "figures": coverage.figures,
        "passed_over": coverage.passed_over,
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
        "unit": figure.unit,
        "value": written_value(figure),
        "written": figure.written,
        "reasons": list(figure.reasons),
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
        **span(finding.span, diagnostic.place.cell),
        "indicator": diagnostic.indicator,
        "written": diagnostic.written,
        "help": say.help(diagnostic) or None,
        "related": [_related(other) for other in finding.related],
        "explanation": _explanation(diagnostic.explanation),
    }


def _related(other: RelatedPlace) -> Record:
    return {"role": other.role, "path": other.path, **span(other.span, other.cell), "written": other.written}


def _explanation(given: WrittenReason | None) -> Record | None:
    if given is None:
        return None
    return {"reason": given.reason, "line": given.place.span.line if given.place.span else None}


def _since(comparison: Since, say: Texts) -> Record:
    """What changed; a promise whose status moved is told by its key, as it stands among the judgements."""
    kinds = {"newly_missed": comparison.missed, "newly_met": comparison.met, "otherwise": comparison.other}
    return {
        "path": comparison.path,
        "same_catalogue": comparison.same_catalogue,
        **{kind: [_moved(moved) for moved in ones] for kind, ones in kinds.items()},
        "gone": [gone._asdict() for gone in comparison.gone],
        "figures": [restated._asdict() | {"name": restated.name.in_(say.lang)} for restated in comparison.figures],
        "new_findings": [_told(found, say) for found in comparison.new],
        "settled_findings": [settled._asdict() for settled in comparison.settled],
    }


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


def _told(finding: Finding, say: Texts) -> Record:
    diagnostic, line = finding.diagnostic, finding.span.line if finding.span else None
    message = say.message(diagnostic)
    return FindingSummary(diagnostic.code, diagnostic.level, message, diagnostic.place.path, line)._asdict()
