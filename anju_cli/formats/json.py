"""The outcome for machines: schema `anju/outcome/1` (`schemas/outcome.schema.json`).

Figures are strings, exact and plain; what was rounded is named in `rounded`; what is absent is null.
"""

from collections.abc import Iterator

from anju_cli.diagnostics import Explained, Level
from anju_cli.formats import remarks
from anju_cli.formats.records import (
    Encoded,
    Record,
    assumption,
    closed,
    document,
    figure,
    goal,
    opened,
    paced,
    place,
    span,
)
from anju_cli.formats.view import View
from anju_cli.numbers import plain
from anju_cli.outcome import (
    ORDER,
    Brief,
    Coverage,
    Finding,
    Input,
    Judgement,
    Located,
    Moved,
    Outcome,
    Report,
    Section,
    Since,
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
        "judgements": list(_judgements(outcome, say)),
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


def _judgements(outcome: Outcome, say: Texts) -> Iterator[Encoded]:
    """A record each; what a promise says by itself is encoded once for all regions and years."""
    promises: dict[tuple[object, ...], str] = {}
    for one in outcome.judgements:
        key = (one.target, one.name, one.clause, one.quote, one.lead, one.unit, one.goal)
        if key not in promises:
            promises[key] = opened(_promise(one, say))
        yield closed(promises[key], _standing(one))


def _promise(one: Judgement, say: Texts) -> Record:
    """What the catalogue says of it."""
    return {
        "target": one.target,
        "indicator": one.indicator,
        "name": one.name.in_(say.lang),
        "area": one.area or None,
        "clause": one.clause,
        "quote": one.quote,
        "lead": one.lead,
        "partners": list(one.partners),
        "basis": one.basis,
        "aspirational": one.aspirational,
        "schedule": {"every_year": True} if one.by is None else {"by": one.by},
        "unit": one.unit,
        "goal": goal(one.goal),
    }


def _standing(one: Judgement) -> Record:
    """How it stands in one region and year, and by which working."""
    return {
        "region": one.region,
        "year": one.year,
        "status": one.status.value,
        "shade": one.shade or None,
        "reasons": one.reasons,
        "would_be": one.would_be.value if one.would_be else None,
        "value": one.grade if one.grade is not None else figure(one.value),
        "previous": None if one.grade is not None else figure(one.previous),
        "assumed": one.assumed,
        "gap": figure(one.gap),
        "things": {"count": one.things.number, "unit": one.things.unit} if one.things else None,
        "base": {"year": one.base.year, "value": plain(one.base.value)} if one.base else None,
        **paced(one.pace),
        "years_used": one.years_used,
        "inputs": [_input(given) for given in one.inputs],
        "steps": [{"code": code, "inputs": inputs, "result": result} for code, inputs, result in one.steps],
        "source": place(one.source),
    }


def _input(one: Input) -> Record:
    """A number that was used, and where it begins."""
    where = one.place
    at = where.span if where else None
    return {
        "role": one.role,
        "year": one.year,
        "value": plain(one.value),
        "path": where.path if where else None,
        "line": at.line if at else None,
        "column": at.column if at else None,
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
