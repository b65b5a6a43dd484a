"""The outcome for machines: schema `anju/outcome/1` (`schemas/outcome.schema.json`).

Figures are strings, exact and plain; what was rounded is named in `rounded`; what is absent is null.
"""

import json
from decimal import Decimal
from typing import Any

from anju_cli.characters import HIDING
from anju_cli.diagnostics import Explained, Level
from anju_cli.formats import remarks
from anju_cli.formats.view import View
from anju_cli.numbers import Shown, plain
from anju_cli.outcome import ORDER, Coverage, Finding, GoalFacts, Judgement, Located, Outcome, Pace, Report, Section
from anju_cli.source import Place, Span
from anju_cli.texts import Texts, texts

SCHEMA = "anju/outcome/1"

#: The figures of the line, which alone can be rounded: keys here and in `Pace`.
_PACED = ("expected", "difference", "required_per_year", "projection")


def render(outcome: Outcome, view: View) -> str:
    """The outcome as JSON; a character that hides stands there as its escape."""
    text = json.dumps(_outcome(outcome, texts(view.lang)), ensure_ascii=False, indent=2)
    for character in sorted(HIDING.intersection(text)):
        text = text.replace(character, json.dumps(character)[1:-1])
    return text + "\n"


def _outcome(outcome: Outcome, say: Texts) -> dict[str, Any]:
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
        "judgements": [_judgement(one, say) for one in outcome.judgements],
        "diagnostics": [_finding(one, say) for one in outcome.findings],
        "result": {"code": outcome.result.code, "why": outcome.result.why, "message": remarks.result(outcome, say)},
    }


def _report(one: Report) -> dict[str, Any]:
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


def _summary(outcome: Outcome) -> dict[str, Any]:
    levels = {level.value: outcome.number_of(level) for level in Level}
    return {
        "regions": [_region(section) for section in outcome.sections],
        "overall": levels | {"explained": outcome.explained},
        "coverage": _coverage(outcome.coverage),
    }


def _region(section: Section) -> dict[str, Any]:
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


def _coverage(one: Coverage) -> dict[str, Any]:
    return {
        "reports": one.reports,
        "figures": one.figures,
        "passed_over": one.passed_over,
        "missing": list(one.missing),
        "filters": {name: list(values) for name, values in one.filters},
        "left_out": one.left_out,
    }


def _judgement(one: Judgement, say: Texts) -> dict[str, Any]:
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
        "region": one.region,
        "year": one.year,
        "schedule": {"every_year": True} if one.by is None else {"by": one.by},
        "status": one.status.value,
        "shade": one.shade or None,
        "reasons": list(one.reasons),
        "would_be": one.would_be.value if one.would_be else None,
        "value": one.grade if one.grade is not None else _plain(one.value),
        "previous": None if one.grade is not None else _plain(one.previous),
        "unit": one.unit,
        "goal": _goal(one.goal),
        "gap": _plain(one.gap),
        "things": {"count": one.things.number, "unit": one.things.unit} if one.things else None,
        "base": {"year": one.base.year, "value": plain(one.base.value)} if one.base else None,
        **_paced(one.pace),
        "years_used": list(one.years_used),
        "steps": [{"code": step.code, "inputs": step.inputs, "result": step.result} for step in one.steps],
        "source": _source(one.source),
    }


def _goal(goal: GoalFacts) -> dict[str, Any]:
    return {
        "kind": goal.kind,
        "value": goal.grade if goal.grade is not None else _plain(goal.value),
        "low": _plain(goal.low),
        "high": _plain(goal.high),
        "within": _plain(goal.within),
        "reference": goal.reference,
    }


def _paced(pace: Pace | None) -> dict[str, Any]:
    """The figures of the line, and which of them were rounded to four places."""
    found: dict[str, Shown] = {} if pace is None else {key: getattr(pace, key) for key in _PACED}
    figures = {key: plain(found[key].value) if key in found else None for key in _PACED}
    return figures | {"rounded": [key for key, shown in found.items() if not shown.exact]}


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _source(place: Place | None) -> dict[str, Any] | None:
    return None if place is None else {"path": place.path, **_span(place.span)}


def _span(span: Span | None) -> dict[str, int | None]:
    """Lines and columns count characters from one, the end is exclusive; a table's cell comes with tables."""
    line, column, end_line, end_column = span or (None, None, None, None)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column, "cell": None}


def _finding(one: Finding, say: Texts) -> dict[str, Any]:
    diagnostic = one.diagnostic
    return {
        "code": diagnostic.code,
        "level": diagnostic.level.value,
        "message": say.message(diagnostic),
        "arguments": diagnostic.arguments,
        "path": diagnostic.place.path,
        **_span(one.span),
        "indicator": diagnostic.indicator,
        "written": diagnostic.written,
        "help": say.help(diagnostic) or None,
        "related": [_related(other) for other in one.related],
        "explanation": _explanation(diagnostic.explanation),
    }


def _related(other: Located) -> dict[str, Any]:
    return {"role": other.role, "path": other.path, **_span(other.span), "written": other.written}


def _explanation(given: Explained | None) -> dict[str, Any] | None:
    if given is None:
        return None
    return {"reason": given.reason, "line": given.place.span.line if given.place.span else None}
