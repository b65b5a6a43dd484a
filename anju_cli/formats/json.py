"""The outcome for machines: schema `anju/outcome/1` (`schemas/outcome.schema.json`).

Figures are strings, exact and plain; what was rounded is named in `rounded`; what is absent is null.
"""

from anju_cli.diagnostics import Explained, Level
from anju_cli.formats import remarks
from anju_cli.formats.judgements import standings
from anju_cli.formats.records import Record, assumption, document, span
from anju_cli.formats.view import View
from anju_cli.outcome import (
    ORDER,
    Brief,
    Coverage,
    Finding,
    Located,
    Moved,
    Outcome,
    PlainFigure,
    Report,
    Section,
    Since,
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
        "reports": [_report(one) for one in outcome.reports],
        "summary": _summary(outcome),
        "assumptions": [assumption(one, say) for one in outcome.assumptions],
        "since": None if outcome.since is None else _since(outcome.since, say),
        "judgements": standings(outcome.judgements, say),
        "unjudged": [_unjudged(one, section, say) for section in outcome.sections for one in section.unjudged],
        "diagnostics": [_finding(one, say) for one in outcome.findings],
        "result": {"code": outcome.result.code, "why": outcome.result.why, "message": remarks.result(outcome, say)},
    }


def _report(one: Report) -> Record:
    return {
        "path": one.path,
        "region": one.region,
        "year": one.year,
        "department": one.department,
        "scope": one.scope,
        "sample": one.sample,
        "encoding": one.encoding or None,
        "sha256": one.sha256 if one.encoding else None,
        "figures": one.figures,
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


def _coverage(one: Coverage) -> Record:
    return {
        "reports": one.reports,
        "figures": one.figures,
        "passed_over": one.passed_over,
        "missing": list(one.missing),
        "filters": {name: list(values) for name, values in one.filters},
        "left_out": one.left_out,
    }


def _unjudged(one: PlainFigure, section: Section, say: Texts) -> Record:
    """A figure that no promise is held against; one that is not believed as it was written, and why."""
    return {
        "region": section.region,
        "year": section.year,
        "indicator": one.indicator,
        "name": one.name.in_(say.lang),
        "unit": one.unit,
        "value": written_value(one),
        "written": one.written,
        "reasons": list(one.reasons),
        "assumed": one.assumed,
    }


def _finding(one: Finding, say: Texts) -> Record:
    diagnostic = one.diagnostic
    return {
        "code": diagnostic.code,
        "level": diagnostic.level.value,
        "message": say.message(diagnostic),
        "arguments": diagnostic.arguments,
        "path": diagnostic.place.path,
        **span(one.span),
        "indicator": diagnostic.indicator,
        "written": diagnostic.written,
        "help": say.help(diagnostic) or None,
        "related": [_related(other) for other in one.related],
        "explanation": _explanation(diagnostic.explanation),
    }


def _related(other: Located) -> Record:
    return {"role": other.role, "path": other.path, **span(other.span), "written": other.written}


def _explanation(given: Explained | None) -> Record | None:
    if given is None:
        return None
    return {"reason": given.reason, "line": given.place.span.line if given.place.span else None}


def _since(one: Since, say: Texts) -> Record:
    """What changed; a promise whose status moved is told by its key, as it stands among the judgements."""
    kinds = {"newly_missed": one.missed, "newly_met": one.met, "otherwise": one.other}
    return {
        "path": one.path,
        "same_catalogue": one.same_catalogue,
        **{kind: [_moved(moved) for moved in ones] for kind, ones in kinds.items()},
        "gone": [gone._asdict() for gone in one.gone],
        "figures": [restated._asdict() | {"name": restated.name.in_(say.lang)} for restated in one.figures],
        "new_findings": [_told(found, say) for found in one.new],
        "settled_findings": [settled._asdict() for settled in one.settled],
    }


def _moved(one: Moved) -> Record:
    now = one.judgement
    return {
        "target": now.target,
        "region": now.region,
        "year": now.year,
        "status": now.status.value,
        "before": one.before and one.before.value,
        "year_before": one.year_before,
    }


def _told(one: Finding, say: Texts) -> Record:
    diagnostic, line = one.diagnostic, one.span.line if one.span else None
    message = say.message(diagnostic)
    return Brief(diagnostic.code, diagnostic.level, message, diagnostic.place.path, line)._asdict()
