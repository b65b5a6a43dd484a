"""Pieces that every JSON of ours is made of: figures, places, and lines that a person can search and compare."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from anju_cli.catalogue import Promise
from anju_cli.characters import HIDING
from anju_cli.formats.passages import Slot
from anju_cli.numbers import plain
from anju_cli.outcome import Assumption, Judgement, Shortfall
from anju_cli.pace import Progress
from anju_cli.places import Place, Span
from anju_cli.quotients import RoundedNumber, told_need
from anju_cli.texts import Texts

#: A record: keys are those of the schema.
Record = dict[str, Any]

#: The figures of the line: keys here and in `Progress`.
PACED = ("expected", "difference", "required_per_year", "projection")

#: Records are made here and hold no circles.
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_ASCII = bytes(range(128))


def encoded(value: Any) -> str:
    """A value as JSON on one line; what hides stands as its escape."""
    text = _ENCODER.encode(value)
    for character in sorted(HIDING.intersection(_wide(text))):
        text = text.replace(character, json.dumps(character)[1:-1])
    return text.replace("\x7f", "\\u007f")


def _wide(text: str) -> str:
    """The few characters beyond ASCII: to look at these alone takes a quarter of the time."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def member(key: str, value: Any) -> str:
    """A key on a line of its own, behind another."""
    return f",\n  {encoded(key)}: {encoded(value)}"


def records(key: str) -> Slot:
    """A key with a list: a line a record."""
    return Slot(key, f',\n  "{key}": [\n    ', ",\n    ", "\n  ]", f',\n  "{key}": []')


def together(lines: Iterable[str]) -> str:
    """Several records of a list."""
    return ",\n    ".join(lines)


def figure(value: Decimal | None) -> str | None:
    """An exact decimal in plain notation; null where there is none."""
    return None if value is None else plain(value)


def place(place: Place | None) -> Record | None:
    """A file with line and column."""
    return None if place is None else {"path": place.path, **span(place.span)}


def span(span: Span | None) -> Record:
    """Lines and columns count characters from one, the end is exclusive; a workbook has a cell instead."""
    line, column, end_line, end_column, cell = ends(span)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column, "cell": cell}


def ends(span: Span | None) -> tuple[int | None, int | None, int | None, int | None, str | None]:
    """Where a span begins and ends, and the cell that a workbook has instead."""
    if span is None:
        return None, None, None, None, None
    if span.of_sheet:
        return None, None, None, None, str(span.cell)
    return span.line, span.column, span.end_line, span.end_column, None


def line_of(span: Span | None) -> int | None:
    """The line that a span begins on; a workbook has none."""
    return None if span is None or span.of_sheet else span.line


def goal(promise: Promise) -> Record:
    """A goal as numbers; what does not apply is null."""
    goal = promise.description
    return {
        "kind": goal.kind,
        "value": goal.grade if goal.grade is not None else figure(goal.value),
        "low": figure(goal.low),
        "high": figure(goal.high),
        "within": figure(goal.within),
        "reference": goal.reference,
    }


def paced(judgement: Judgement) -> Record:
    """The figures of the line, and which of them did not end and were rounded to ten places."""
    numbers = {} if judgement.progress is None else _line(judgement.progress)
    shortfall, a_year = judgement.shortfall, judgement.shortfall_a_year
    if shortfall is not None and shortfall.need is not None and judgement.by is not None and a_year is not None:
        need = told_need(shortfall.need.shared(judgement.by - judgement.year))
        numbers["required_things"], a_year = need, need.bare
    return {
        **{key: plain(numbers[key].bare) if key in numbers else None for key in PACED},
        "suffices": None if judgement.progress is None else judgement.progress.suffices,
        "required_things": plain(a_year) if isinstance(a_year, Decimal) else a_year,
        "approximate": [key for key, number in numbers.items() if not number.exact],
    }


def _line(progress: Progress) -> dict[str, RoundedNumber]:
    numbers = {key: getattr(progress, key).told() for key in PACED}
    return {**numbers, "required_per_year": told_need(progress.required_per_year, progress.room)}


def things(shortfall: Shortfall | None) -> tuple[Record | None, bool]:
    """The gap in things to do: whole ones as a number, what is measured as a decimal; whether that was rounded."""
    if shortfall is None:
        return None, False
    if shortfall.need is None:
        return {"count": shortfall.number, "unit": shortfall.unit.written}, False
    need = told_need(shortfall.need, shortfall.room)
    return {"count": plain(need.bare), "unit": shortfall.unit.written}, not need.exact


def assumption(assumption: Assumption, say: Texts) -> Record:
    """A figure assumed, and what was reported in its place."""
    return {
        "indicator": assumption.indicator,
        "name": assumption.name.in_(say.lang),
        "region": assumption.region,
        "year": assumption.year,
        "value": assumption.value,
        "unit": assumption.unit.written,
        "reported": assumption.reported,
    }
