"""Faults of a table, and the figures that they keep from being taken: in their own row, or in all rows below a head."""

from collections.abc import Iterable, Iterator

from anju_cli.diagnostics import Diagnostic, Level
from anju_cli.loading.files import ReadFile
from anju_cli.places import Place, Span
from anju_cli.readers.content import Fault
from anju_cli.submission import Figure, Missing, Submission


def at_figures(file: ReadFile, submissions: tuple[Submission, ...]) -> Iterator[Diagnostic]:
    """The faults of a file's form; one of a table's row is about a figure that it keeps from being taken."""
    figures = (figure for submission in submissions for figure in submission.figures.values())
    places = (figure.at("value") for figure in figures if _is_withheld(figure))
    withheld = {place.span.line: place for place in places if place.span is not None}
    for finding in file.diagnostics:
        span = finding.place.span
        if span is None or finding.level is not Level.ERROR or span.line not in withheld:
            yield finding
        else:
            yield finding._replace(place=withheld[span.line]._replace(span=span))


def with_faults(file: ReadFile, submissions: tuple[Submission, ...]) -> tuple[Submission, ...]:
    """Figures that a fault over their table withholds, with its code: it is told once, and is the reason of each."""
    faults = [fault for fault in file.content.faults if fault.withholds]
    return tuple(_with_faults(submission, faults) for submission in submissions) if faults else submissions


def _with_faults(submission: Submission, faults: list[Fault]) -> Submission:
    figures = {
        id_: figure._replace(fault=_over(figure.at("value"), faults)) if _is_withheld(figure) else figure
        for id_, figure in submission.figures.items()
    }
    return submission._replace(figures=figures)


def _over(place: Place, faults: Iterable[Fault]) -> str:
    """The code of the last fault above a place in its sheet."""
    over = [fault.code for fault in faults if place.span is not None and _is_above(fault.span, place.span)]
    return over[-1] if over else ""


def _is_above(fault: Span, figure: Span) -> bool:
    sheets = [span.cell.sheet if span.cell else "" for span in (fault, figure)]
    return fault.line < figure.line and sheets[0] == sheets[1]


def _is_withheld(figure: Figure) -> bool:
    reading = figure.value.reading
    return isinstance(reading, Missing) and reading.word == "misshapen"
