"""What is told of one finding in a marked copy; gathered while a run is written.

A mark is a line of JSON in the spool, so that memory does not grow with the findings of a run.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from anju_cli.formats.findings import level_and_code, place_of
from anju_cli.formats.passages import Passage
from anju_cli.formats.view import View
from anju_cli.outcome import Finding, Outcome
from anju_cli.places import Cell, Span
from anju_cli.texts import Texts, texts

#: The role of a second place that is no less at fault than the first.
_EQUAL = "first"


class Mark(NamedTuple):
    """A finding in words, and where it stands: a line (0 where the whole file is meant) or a cell of a workbook.

    Where `is_open` something has to be done: an error, or a query without a reason.
    """

    level: str
    is_open: bool
    head: str
    sentence: str
    advice: str
    line: int
    cell: Cell | None = None
    indicator: str = ""
    written: str = ""


def passages(outcome: Outcome, view: View) -> Iterator[Passage]:
    """The marks of a portion, under the paths of their files; what two files disagree on stands in both."""
    say = texts(view.lang)
    for finding in outcome.findings:
        path, mark = finding.diagnostic.place.path, _mark_of(finding, say)
        yield _passage(path, finding.span, mark, finding)
        for place in finding.related:
            if place.role == _EQUAL and place.path != path:
                sentence = f"{place_of(finding)}: {mark.sentence}"
                second = _at(place.span, mark._replace(sentence=sentence, written=place.written))
                yield _passage(place.path, place.span, second, finding)


def _passage(path: str, span: Span | None, mark: Mark, finding: Finding) -> Passage:
    line, column = (span.line, span.column) if span else (0, 0)
    return Passage("marks", json.dumps([path, mark]), (path, finding.rank[0], line, column, finding.rank[-1]))


def _mark_of(finding: Finding, say: Texts) -> Mark:
    """A finding in the words that every format has for it."""
    diagnostic, explanation = finding.diagnostic, finding.diagnostic.explanation
    advice = say.help(diagnostic)
    if explanation is not None:
        advice = say("finding_reason_line", reason=explanation.reason)
    mark = Mark(
        level=finding.level.value,
        is_open=diagnostic.open,
        head=level_and_code(finding, say),
        sentence=say.message(diagnostic),
        advice=advice,
        line=0,
        indicator=finding.name.in_(say.lang) if finding.name else "",
        written=diagnostic.written or "",
    )
    return _at(finding.span, mark)


def _at(span: Span | None, mark: Mark) -> Mark:
    """A mark where it is to stand."""
    if span is None:
        return mark
    return mark._replace(line=span.line, cell=span.cell if span.of_sheet else None)


def by_file(pieces: Iterable[str]) -> Iterator[tuple[str, list[Mark]]]:
    """The marks of each file, from the lines of the spool."""
    records = ((path, _mark(fields)) for path, fields in map(json.loads, filter(None, pieces)))
    for path, group in groupby(records, key=lambda record: record[0]):
        yield path, [mark for _, mark in group]


def _mark(fields: list[object]) -> Mark:
    mark = Mark(*fields)  # type: ignore[arg-type]  # as it was written just now
    return mark if mark.cell is None else mark._replace(cell=Cell(*mark.cell))
