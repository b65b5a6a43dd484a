"""Courses as a table for spreadsheets: UTF-8 with its mark, CRLF, a year and promise a row.

A text cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).
"""

import csv
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO

from anju_cli.characters import visible
from anju_cli.formats import phrases, run_notes
from anju_cli.formats.trends import year_phrases
from anju_cli.formats.view import View
from anju_cli.numbers import RoundedNumber, plain
from anju_cli.outcome import Judgement
from anju_cli.texts import Texts, texts
from anju_cli.timelines import Ahead, Course, Row, Trend

#: The columns, each with its words in `texts` under `csv_…`.
COLUMNS = (
    *("region", "indicator", "name", "unit", "lead", "clause", "goal", "year", "figure", "written", "change"),
    *("percent", "expected", "status", "shade", "reasons", "base_year", "base", "projection_year", "projection"),
    *("short", "remarks", "compared_ratio", "compared", "path", "line"),
)

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


def render(trend: Trend, view: View) -> str:
    """The whole table."""
    say, out = texts(view.lang), StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([say(f"csv_{column}") for column in COLUMNS])
    for course in trend.courses:
        for row in course.rows:
            for cells in _rows(course, row, trend, say):
                writer.writerow([cells.get(column, "") for column in COLUMNS])
    return "\ufeff" + out.getvalue()


def _rows(course: Course, row: Row, trend: Trend, say: Texts) -> Iterator[dict[str, str]]:
    """A row for each promise, or one where none is held against the figure."""
    shared = _shared(course, row, say)
    ahead = {projection.judgement.target: projection for projection in course.ahead}
    for judgement in row.judgements:
        newest = ahead.get(judgement.target)
        way = _ahead(newest) if newest is not None and newest.judgement.year == row.year else {}
        yield shared | _promise(judgement, trend, say) | way
    if not row.judgements:
        yield shared


def _shared(course: Course, row: Row, say: Texts) -> dict[str, str]:
    return {
        "region": _text(course.region),
        "indicator": _text(course.indicator),
        "name": _text(course.name.in_(say.lang)),
        "unit": _text(course.unit),
        "year": str(row.year),
        "figure": _text(row.grade) if row.grade is not None else _number(row.value),
        "written": _text(row.written or ""),
        "change": _number(row.change),
        "percent": year_phrases.plain_percent(row.percent),
        "remarks": _text(
            say.listed(tuple(filter(None, (year_phrases.marks(row, say), say("sample") if row.sample else ""))))
        ),
    }


def _promise(judgement: Judgement, trend: Trend, say: Texts) -> dict[str, str]:
    source, base, compared = judgement.source, judgement.base, trend.compare(judgement)
    return {
        "lead": _text(run_notes.department(judgement.lead, trend.outcome, say)),
        "clause": _text(judgement.clause),
        "goal": _text(phrases.goal_phrase(judgement.promise, judgement.assessment.reference, say)),
        "expected": _shown(judgement.progress.expected if judgement.progress else None),
        "status": say(f"status_{judgement.status.value}"),
        "shade": phrases.detail_word(judgement, say),
        "reasons": _text(phrases.reasons(judgement, say)),
        "base_year": str(base.year) if base else "",
        "base": _number(base.value if base else None),
        "compared_ratio": "" if compared is None or compared.ratio is None else plain(round(compared.ratio, 9)),
        "compared": "" if compared is None else say(f"compared_{compared.status}"),
        "path": _text(source.path if source else ""),
        "line": str(source.span.line) if source and source.span else "",
    }


def _ahead(projection: Ahead) -> dict[str, str]:
    return {
        "projection_year": str(projection.year),
        "projection": _shown(projection.value),
        "short": _shown(projection.short),
    }


def _number(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


def _shown(value: RoundedNumber | None) -> str:
    return _number(value.value if value else None)


def _text(text: str) -> str:
    """A text from outside: what hides is shown, and nothing begins a formula."""
    seen = visible(text)
    return f"'{seen}" if seen[:1] in _FORMULA and seen else seen
