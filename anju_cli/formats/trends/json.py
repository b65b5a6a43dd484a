"""Courses for machines: schema `anju/trend/1` (`schemas/trend.schema.json`)."""

from collections.abc import Sequence

from anju_cli.formats import run_notes
from anju_cli.formats.json_values import (
    Record,
    assumption,
    encoded,
    figure,
    goal,
    member,
    paced,
    place,
    records,
    together,
)
from anju_cli.formats.view import View
from anju_cli.numbers import plain
from anju_cli.other_methods import Comparison
from anju_cli.outcome import Judgement
from anju_cli.quotients import Quotient
from anju_cli.texts import Texts, texts
from anju_cli.timelines import Ahead, Course, Row, Trend

SCHEMA = "anju/trend/1"


def render(trend: Trend, view: View) -> str:
    """The courses as JSON: a line a key, in lists of records a line a record."""
    say, outcome = texts(view.lang), trend.outcome
    catalogue, result = outcome.catalogue, outcome.result
    plan = {"title": catalogue.title, "document": catalogue.document, "sha256": catalogue.sha256}
    words = run_notes.outcome_words(result, say)
    members = (
        member("schema", SCHEMA)[1:],
        member("catalogue", plan),
        member("sample", outcome.sample),
        member("comparison", trend.comparison),
        _list("missing", outcome.coverage.missing),
        _list("unmatched", [name._asdict() for name in outcome.coverage.unmatched]),
        _list("unread", outcome.coverage.unread),
        _list("assumptions", [assumption(figure, say) for figure in outcome.assumptions]),
        _list("courses", [_course(course, trend, say) for course in trend.courses]),
        member("result", {"code": result.code, "why": result.why, "message": words}),
    )
    return "".join(("{", *members, "\n}\n"))


def _list(key: str, values: Sequence[object]) -> str:
    slot = records(key)
    return f"{slot.before}{together(map(encoded, values))}{slot.after}" if values else slot.empty


def _course(course: Course, trend: Trend, say: Texts) -> Record:
    ahead = {way.judgement.target: way for way in course.ahead}
    return {
        "region": course.region,
        "own": course.own,
        "indicator": course.indicator,
        "name": course.name.in_(say.lang),
        "unit": course.unit.written,
        "promises": [_promise(promise, ahead.get(promise.target)) for promise in course.promises],
        "years": [_year(row, trend) for row in course.rows],
    }


def _promise(judgement: Judgement, way: Ahead | None) -> Record:
    return {
        "target": judgement.target,
        "clause": judgement.clause,
        "quote": judgement.quote,
        "lead": judgement.lead,
        "lead_assigned": judgement.promise.target.lead_assigned,
        "aspirational": bool(judgement.aspirational),
        "aspirational_word": judgement.aspirational or None,
        "schedule": {"every_year": True} if judgement.by is None else {"by": judgement.by},
        "goal": goal(judgement.promise),
        "base": {"year": judgement.base.year, "value": plain(judgement.base.value)} if judgement.base else None,
        "projection": None if way is None else _ahead(way),
    }


def _ahead(projection: Ahead) -> Record:
    """Where the pace leads; how far it is short of a lower bound or over an upper one."""
    value, away = projection.value.told(), projection.away
    size = None if away is None else plain(away.size().told().bare)
    over = away is not None and projection.above
    return {
        "year": projection.year,
        "value": plain(value.bare),
        "suffices": away is None,
        "short": None if over else size,
        "over": size if over else None,
        "approximate": not value.exact,
    }


def _year(row: Row, trend: Trend) -> Record:
    source = next((judgement.source for judgement in row.judgements), None)
    return {
        "year": row.year,
        "value": row.grade if row.grade is not None else figure(row.value),
        "written": row.written,
        "stated": row.stated,
        "note": row.note or None,
        "assumed": row.assumed,
        "revised": None if row.revised is None else {"was": row.revised.was, "by": row.revised.by},
        "sample": row.sample,
        "change": figure(row.change),
        "change_percent": _percent(row.percent),
        "standings": [_standing(judgement, trend) for judgement in row.judgements],
        "source": place(source),
    }


def _percent(percent: Quotient | None) -> Record | None:
    if percent is None:
        return None
    value = percent.told()
    return {"value": plain(value.bare), "approximate": not value.exact}


def _standing(judgement: Judgement, trend: Trend) -> Record:
    compared = trend.compare(judgement)
    return {
        "target": judgement.target,
        "status": judgement.status.value,
        "shade": judgement.detail or None,
        "reasons": list(judgement.reasons),
        "met_before": judgement.met_before,
        "assumed": judgement.assumed,
        "on_sample": judgement.on_sample,
        **paced(judgement),
        "comparison": None if compared is None else _comparison(compared),
    }


def _comparison(comparison: Comparison) -> Record:
    """Another method's ratio, to nine places, and its word."""
    ratio = None if comparison.ratio is None else plain(round(comparison.ratio, 9))
    score = None if comparison.score is None else plain(round(comparison.score, 9))
    return {"ratio": ratio, "score": score, "status": comparison.status}
