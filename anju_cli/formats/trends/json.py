"""Courses for machines: schema `anju/trend/1` (`schemas/trend.schema.json`)."""

from anju_cli.comparisons import Comparison
from anju_cli.courses import Ahead, Course, Row, Trend
from anju_cli.formats import remarks
from anju_cli.formats.records import Record, assumption, document, figure, goal, paced, place
from anju_cli.formats.view import View
from anju_cli.numbers import Shown, plain
from anju_cli.outcome import Judgement
from anju_cli.texts import Texts, texts

SCHEMA = "anju/trend/1"


def render(trend: Trend, view: View) -> str:
    """The courses as JSON."""
    say, outcome = texts(view.lang), trend.outcome
    catalogue, result = outcome.catalogue, outcome.result
    record = {
        "schema": SCHEMA,
        "catalogue": {"title": catalogue.title, "document": catalogue.document, "sha256": catalogue.sha256},
        "sample": outcome.sample,
        "comparison": trend.comparison,
        "missing": list(outcome.coverage.missing),
        "assumptions": [assumption(one, say) for one in outcome.assumptions],
        "courses": [_course(one, trend, say) for one in trend.courses],
        "result": {"code": result.code, "why": result.why, "message": remarks.result(outcome, say)},
    }
    return document(record)


def _course(one: Course, trend: Trend, say: Texts) -> Record:
    ahead = {way.judgement.target: way for way in one.ahead}
    return {
        "region": one.region,
        "own": one.own,
        "indicator": one.indicator,
        "name": one.name.in_(say.lang),
        "unit": one.unit,
        "promises": [_promise(promise, ahead.get(promise.target)) for promise in one.promises],
        "years": [_year(row, trend) for row in one.rows],
    }


def _promise(one: Judgement, way: Ahead | None) -> Record:
    return {
        "target": one.target,
        "clause": one.clause,
        "quote": one.quote,
        "lead": one.lead,
        "schedule": {"every_year": True} if one.by is None else {"by": one.by},
        "goal": goal(one.goal),
        "base": {"year": one.base.year, "value": plain(one.base.value)} if one.base else None,
        "projection": None if way is None else _ahead(way),
    }


def _ahead(one: Ahead) -> Record:
    return {
        "year": one.year,
        "value": plain(one.value.value),
        "suffices": one.short is None,
        "short": None if one.short is None else plain(one.short.value),
        "rounded": not one.value.exact,
    }


def _year(row: Row, trend: Trend) -> Record:
    source = next((one.source for one in row.judgements), None)
    return {
        "year": row.year,
        "value": row.grade if row.grade is not None else figure(row.value),
        "written": row.written,
        "stated": row.stated,
        "assumed": row.assumed,
        "revised": None if row.revised is None else row.revised._asdict(),
        "sample": row.sample,
        "change": figure(row.change),
        "change_percent": _percent(row.percent),
        "standings": [_standing(one, trend) for one in row.judgements],
        "source": place(source),
    }


def _percent(found: Shown | None) -> Record | None:
    return None if found is None else {"value": plain(found.value), "rounded": not found.exact}


def _standing(one: Judgement, trend: Trend) -> Record:
    compared = trend.compare(one)
    return {
        "target": one.target,
        "status": one.status.value,
        "shade": one.shade or None,
        "reasons": list(one.reasons),
        **paced(one.pace),
        "comparison": None if compared is None else _comparison(compared),
    }


def _comparison(found: Comparison) -> Record:
    """Another method's ratio, to nine places, and its word."""
    ratio = None if found.ratio is None else plain(round(found.ratio, 9))
    score = None if found.score is None else plain(round(found.score, 9))
    return {"ratio": ratio, "score": score, "status": found.status}
