"""Courses as a table for spreadsheets: a year and promise a row."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from anju_cli.formats import phrases, run_notes, shown_numbers
from anju_cli.formats.csv_table import cell, head, number, promised, rows, source
from anju_cli.formats.trends import year_phrases
from anju_cli.formats.view import View
from anju_cli.numbers import plain
from anju_cli.outcome import Judgement
from anju_cli.quotients import Quotient
from anju_cli.texts import Texts, texts
from anju_cli.timelines import Ahead, Course, Row, Trend

#: The columns, each with its words in `texts` under `csv_…`.
COLUMNS = (
    *("region", "indicator", "name", "unit", "lead", "clause", "goal", "year", "figure", "written", "change"),
    *("percent", "expected", "status", "shade", "reasons", "base_year", "base", "projection_year", "projection"),
    *("away", "remarks", "compared_ratio", "compared", "path", "line"),
    *("aspirational", "lead_assigned", "note"),
)


#: A spreadsheet has room.
_PLACES = 4


def render(trend: Trend, view: View) -> str:
    """The whole table."""
    say = texts(view.lang)
    records = (
        record for course in trend.courses for row in course.rows for record in _records(course, row, trend, say)
    )
    return head(COLUMNS, say) + rows(COLUMNS, records)


def _records(course: Course, row: Row, trend: Trend, say: Texts) -> Iterator[dict[str, str]]:
    """A row for each promise, or one where none is held against the figure."""
    shared = _shared(course, row, say)
    ahead = {projection.judgement.target: projection for projection in course.ahead}
    for judgement in row.judgements:
        newest = ahead.get(judgement.target)
        way = _ahead(newest, say) if newest is not None and newest.judgement.year == row.year else {}
        yield shared | _promise(judgement, trend, say) | way
    if not row.judgements:
        yield shared


def _shared(course: Course, row: Row, say: Texts) -> dict[str, str]:
    imagined = say("sample") if row.sample else year_phrases.resting(row, say)
    return {
        "region": cell(course.region),
        "indicator": cell(course.indicator),
        "name": cell(course.name.in_(say.lang)),
        "unit": cell(course.unit.in_(say.lang)),
        "year": str(row.year),
        "figure": cell(row.grade) if row.grade is not None else number(row.value),
        "written": cell(row.written or ""),
        "change": number(row.change),
        "percent": year_phrases.plain_percent(row.percent),
        "remarks": cell(say.listed(tuple(filter(None, (year_phrases.marks(row, say), imagined))))),
        "note": cell(row.note),
    }


def _promise(judgement: Judgement, trend: Trend, say: Texts) -> dict[str, str]:
    base, compared = judgement.base, trend.compare(judgement)
    return {
        "lead": cell(run_notes.department(judgement.lead, trend.outcome.catalogue, say)),
        "clause": cell(judgement.clause),
        "goal": cell(phrases.goal_phrase(judgement.promise, judgement.assessment.reference, say)),
        "expected": ""
        if judgement.progress is None
        else _shown(judgement.progress.expected, (judgement.value,), judgement, say),
        "status": say(f"status_{judgement.status.value}"),
        "shade": cell(phrases.progress_word(judgement, say)),
        "reasons": cell(phrases.reasons(judgement, say)),
        "base_year": str(base.year) if base else "",
        "base": number(base.value if base else None),
        "compared_ratio": "" if compared is None or compared.ratio is None else plain(round(compared.ratio, 9)),
        "compared": "" if compared is None else say(f"compared_{compared.status}"),
        **source(judgement),
        **promised(judgement, say),
    }


def _ahead(projection: Ahead, say: Texts) -> dict[str, str]:
    """Where the pace leads, and how far above the bound it misses (below zero: below); what can't be in words."""
    judgement, away = projection.judgement, projection.away
    year = {"projection_year": str(projection.year)}
    if shown_numbers.impossible(projection.value, judgement):
        return year | {"projection": say("projection_suffices" if away is None else "projection_short")}
    return year | {
        "projection": _shown(projection.value, judgement.promise.bounds, judgement, say),
        "away": "" if away is None else _shown(away, (Decimal(0),), judgement, say),
    }


def _shown(value: Quotient, beside: Sequence[Decimal | None], judgement: Judgement, say: Texts) -> str:
    """To four places, or as many as keep its order to what stands beside it; else with the word for its side."""
    rounded = value.apart(beside, max(_PLACES, shown_numbers.places(judgement)))
    return f"{shown_numbers.slightly(value, rounded, beside, say)} {plain(rounded.bare)}".strip()
