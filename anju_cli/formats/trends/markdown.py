"""Courses as a page in GitHub's Markdown: a heading and a table an indicator."""

from collections.abc import Iterator

from anju_cli.formats import phrases, run_notes
from anju_cli.formats.markdown_escape import Marked, bold, bullets, escaped, lines, table
from anju_cli.formats.trends import year_phrases
from anju_cli.formats.view import View
from anju_cli.texts import Texts, texts
from anju_cli.timelines import Course, Trend


def render(trend: Trend, view: View) -> str:
    """The whole page."""
    return "\n\n".join(_blocks(trend, texts(view.lang))) + "\n"


def _blocks(trend: Trend, say: Texts) -> Iterator[str]:
    outcome = trend.outcome
    for warning in run_notes.warnings(outcome, say):
        yield f"> {bold(warning)}"
    for path in outcome.coverage.missing:
        yield f"> {bold(say('no_path', path=path))}"
    yield f"# {escaped(say('trend_title', title=outcome.catalogue.title))}"
    if trend.comparison:
        yield escaped(say("trend_comparison", method=say(f"comparison_{trend.comparison}")))
    for course in trend.courses:
        yield f"## {escaped(year_phrases.name(course, say))}"
        if course.promises:
            yield bullets(_promise(course, index, trend, say) for index in range(len(course.promises)))
        yield _table(course, trend, say)
    yield from map(escaped, run_notes.lacking(outcome.coverage, outcome.catalogue, say))
    yield escaped(run_notes.result_line(outcome.result, say))


def _promise(course: Course, index: int, trend: Trend, say: Texts) -> Marked:
    return escaped("; ".join(year_phrases.promise(course.promises[index], course, trend, say)))


def _table(course: Course, trend: Trend, say: Texts) -> str:
    figure = say("paren_unit", text=say("trend_column_figure"), unit=course.unit.in_(say.lang))
    change = say(
        "paren_unit", text=say("trend_column_change"), unit=phrases.change_unit(course.unit, say).in_(say.lang)
    )
    head = [say("trend_column_year"), figure, change, say("trend_column_expected"), say("trend_column_status")]
    head += [say("trend_column_compared")] if trend.comparison else []
    return table(head, list(_rows(course, trend, say)))


def _rows(course: Course, trend: Trend, say: Texts) -> Iterator[list[str]]:
    compared = bool(trend.comparison)
    for row in course.rows:
        told = year_phrases.year(row, trend, say)
        cells = [str(row.year), told.figure, told.change, year_phrases.expected_alone(row, say), _below(told)]
        yield cells + ([told.compared] if compared else [])
    for projection in course.ahead:
        yield [str(projection.year), "—", "", "", year_phrases.ahead(projection, say)] + ([""] if compared else [])


def _below(told: year_phrases.YearPhrases) -> Marked:
    """How it stands, and beneath it how the figure came about and what its report says of it."""
    return lines((told.status, told.remarks, told.note))
