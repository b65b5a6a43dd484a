"""Pieces that every JSON of ours is made of: figures, places, and lines that a person can search and compare."""

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from anju_cli.characters import HIDING
from anju_cli.numbers import RoundedNumber, plain
from anju_cli.outcome import Assumption, GoalFacts, Pace
from anju_cli.places import Cell, Place, Span
from anju_cli.texts import Texts

#: A record: keys are those of the schema.
Record = dict[str, Any]

#: The figures of the line, which alone can be rounded: keys here and in `Pace`.
PACED = ("expected", "difference", "required_per_year", "projection")


class JsonText(str):
    """Text that is JSON already."""

    __slots__ = ()


_ENCODER = json.JSONEncoder(ensure_ascii=False)


def document(record: Record) -> str:
    """A record as JSON: a line a key, in lists of records a line a record; what hides stands as its escape."""
    pieces: list[str] = []
    for key, value in record.items():
        pieces.append(f"{',' if pieces else '{'}\n  {encoded(key)}: ")
        pieces += _pieces(value)
    return "".join([*pieces, "\n}\n"])


def _pieces(value: Any) -> Iterator[str]:
    """Large lists are joined only once, with all the rest."""
    if isinstance(value, (str, dict)) or not isinstance(value, Iterable):
        yield encoded(value)
        return
    separator, end = "[\n    ", "[]"
    for one in value:
        yield separator
        yield encoded(one)
        separator, end = ",\n    ", "\n  ]"
    yield end


def encoded(value: Any) -> JsonText:
    """A value as JSON on one line; what is encoded already stays."""
    if isinstance(value, JsonText):
        return value
    text = _ENCODER.encode(value)
    if not text.isascii() and not HIDING.isdisjoint(text):
        for character in sorted(HIDING.intersection(text)):
            text = text.replace(character, json.dumps(character)[1:-1])
    return JsonText(text.replace("\x7f", "\\u007f"))


def figure(value: Decimal | None) -> str | None:
    """An exact decimal in plain notation; null where there is none."""
    return None if value is None else plain(value)


def place(place: Place | None) -> Record | None:
    """A file with line and column."""
    return None if place is None else {"path": place.path, **span(place.span, place.cell)}


def span(span: Span | None, cell: Cell | None) -> Record:
    """Lines and columns count characters from one, the end is exclusive; a table has a cell instead."""
    line, column, end_line, end_column = span or (None, None, None, None)
    return {"line": line, "column": column, "end_line": end_line, "end_column": end_column, "cell": cell and str(cell)}


def goal(facts: GoalFacts) -> Record:
    """A goal as numbers; what does not apply is null."""
    return {
        "kind": facts.kind,
        "value": facts.grade if facts.grade is not None else figure(facts.value),
        "low": figure(facts.low),
        "high": figure(facts.high),
        "within": figure(facts.within),
        "reference": facts.reference,
    }


def paced(pace: Pace | None) -> Record:
    """The figures of the line, and which of them were rounded to four places."""
    found: dict[str, RoundedNumber] = {} if pace is None else {key: getattr(pace, key) for key in PACED}
    figures = {key: plain(found[key].value) if key in found else None for key in PACED}
    beside = {
        "suffices": None if pace is None else pace.suffices,
        "required_things": None if pace is None else pace.required_things,
    }
    return figures | beside | {"rounded": [key for key, shown in found.items() if not shown.exact]}


def assumption(assumption: Assumption, say: Texts) -> Record:
    """A figure assumed, and what was reported in its place."""
    return {
        "indicator": assumption.indicator,
        "name": assumption.name.in_(say.lang),
        "region": assumption.region,
        "year": assumption.year,
        "value": assumption.value,
        "unit": assumption.unit,
        "reported": assumption.reported,
    }
