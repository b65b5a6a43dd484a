"""Courses for a terminal: an indicator a block, a year a line, the goal and the way ahead marked."""

from collections.abc import Iterator
from typing import NamedTuple

from anju_cli.characters import columns, visible
from anju_cli.formats import run_notes, signs
from anju_cli.formats.layout import Line, Piece, fold, pad, text_of
from anju_cli.formats.trends import year_phrases
from anju_cli.formats.trends.chart import Scale, drawn_way, scale_of
from anju_cli.formats.view import View
from anju_cli.outcome import ORDER
from anju_cli.texts import Texts, texts
from anju_cli.timelines import Course, Row, Trend


def render(trend: Trend, view: View) -> str:
    """All courses, and what the run came to."""
    say = texts(view.lang)
    lines = [line for course in trend.courses for line in (*_course(course, trend, view, say), [])]
    return text_of([*_before(trend, view, say), *lines, *_closing(trend, view, say)], color=view.color)


def _before(trend: Trend, view: View, say: Texts) -> list[Line]:
    """That figures are assumed, or imagined, stands before everything else."""
    warnings = run_notes.warnings(trend.outcome, say)
    lines = [row for warning in warnings for row in fold([Piece(warning, "bold yellow")], view.width)]
    return [*lines, []] if lines else []


def _closing(trend: Trend, view: View, say: Texts) -> list[Line]:
    """How many courses, which comparison, what is faulty, what it came to."""
    remarks = [Piece(say("trend_found", count=len(trend.courses)))]
    if trend.comparison:
        remarks.append(Piece(say("trend_comparison", method=say(f"comparison_{trend.comparison}")), "bright_black"))
    lines = [row for piece in remarks for row in fold([piece], view.width)]
    lines += [
        row
        for path in trend.outcome.coverage.missing
        for row in fold([Piece(say("no_path", path=path), "bold red")], view.width)
    ]
    for remark in run_notes.lacking(trend.outcome.coverage, trend.outcome.catalogue, say):
        lines += fold([Piece(remark)], view.width)
    result = trend.outcome.result
    style = "green" if result.code == 0 else "bold red"
    return lines + fold([Piece(run_notes.result_line(result, say), style)], view.width)


class _Cells(NamedTuple):
    """A year's cells, before they are aligned."""

    year: str
    figure: str
    phrases: year_phrases.YearPhrases
    row: Row


class _Widths(NamedTuple):
    """The columns that figures and changes take; what the chart may take."""

    figure: int
    change: int
    chart: int


def _course(course: Course, trend: Trend, view: View, say: Texts) -> list[Line]:
    head = fold(
        [
            Piece(year_phrases.name(course, say), "bold"),
            Piece(course.unit.in_(say.lang)),
            *_promise_pieces(course, 0, trend, say),
        ],
        view.width,
        indent=2,
    )
    for index in range(1, len(course.promises)):
        head += fold(_promise_pieces(course, index, trend, say), view.width, indent=2, first=[])
    rows = [_cells(row, trend, say) for row in course.rows]
    widths = _widths(rows, course, view, say)
    scale = scale_of(course, widths.chart) if view.charts else None
    lines = [line for row in rows for line in _row(row, widths, scale, view)]
    return [*head, *lines, *_ahead(course, widths, scale, view, say)]


def _cells(row: Row, trend: Trend, say: Texts) -> _Cells:
    """A figure in doubt stands behind its year as it was written: it may be long, and is no number."""
    phrases = year_phrases.year(row, trend, say)
    if row.value is not None or not row.written:
        return _Cells(str(row.year), phrases.figure, phrases, row)
    return _Cells(str(row.year), "?", phrases._replace(expected=phrases.figure), row)


def _promise_pieces(course: Course, index: int, trend: Trend, say: Texts) -> list[Piece]:
    if index >= len(course.promises):
        return []
    phrases = year_phrases.promise(course.promises[index], course, trend, say)
    return [Piece(text, "" if at == 0 else "bright_black") for at, text in enumerate(phrases)]


def _widths(rows: list[_Cells], course: Course, view: View, say: Texts) -> _Widths:
    """Figures and changes line up; the chart takes what the longest year leaves."""
    figure = max(columns(visible(cells.figure)) for cells in rows)
    change = max(columns(cells.phrases.change) for cells in rows)
    tails = [_tail_width(cells.phrases) for cells in rows] + [
        columns(year_phrases.ahead(projection, say)) for projection in course.ahead
    ]
    return _Widths(figure, change, view.width - figure - change - max(tails) - _AROUND)


#: Two spaces before the year, four digits, and two between the columns; the mark of the goal with its number.
_AROUND = 18


def _tail_width(phrases: year_phrases.YearPhrases) -> int:
    return columns("   ".join(filter(None, (phrases.expected, phrases.status, phrases.compared, phrases.remarks))))


def _row(cells: _Cells, widths: _Widths, scale: Scale | None, view: View) -> Iterator[Line]:
    """A year: aligned to the left of the chart, folded behind it."""
    worst = min((judgement.status for judgement in cells.row.judgements), key=ORDER.index, default=None)
    style = signs.COLOURS.get(worst, "") if worst else ""
    line: Line = [Piece(f"  {cells.year}  "), Piece(_right(visible(cells.figure), widths.figure)), Piece("  ")]
    if scale is not None:
        bar = "" if cells.row.value is None else scale.bar(cells.row.value)
        line += [Piece(pad(bar, scale.width + 2), style or signs.GREY)]
    line += [Piece(pad(cells.phrases.change, widths.change))] if widths.change else []
    fields = [
        Piece(cells.phrases.expected),
        Piece(cells.phrases.status, style),
        Piece(cells.phrases.compared, signs.GREY),
        Piece(cells.phrases.remarks),
    ]
    yield from fold(fields, view.width, indent=8, first=line)
    yield from fold([Piece(cells.phrases.note, signs.GREY)], view.width, indent=8)


def _ahead(course: Course, widths: _Widths, scale: Scale | None, view: View, say: Texts) -> Iterator[Line]:
    """The due year: nothing reported yet, the goal's mark with its number, and where this pace leads."""
    for projection in course.ahead:
        line: Line = [Piece(f"  {projection.year}  "), Piece(_right("—", widths.figure)), Piece("  ")]
        if scale is not None:
            line.append(Piece(pad(scale.ahead(drawn_way(projection)), scale.width + 2), signs.GREY))
        line += [Piece(" " * widths.change)] if widths.change else []
        yield from fold([Piece(year_phrases.ahead(projection, say))], view.width, indent=8, first=line)


def _right(text: str, width: int) -> str:
    return " " * max(width - columns(text), 0) + text
