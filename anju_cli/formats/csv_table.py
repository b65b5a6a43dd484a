"""A table for spreadsheets: UTF-8 with its mark, CRLF.

A text cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).
"""

import csv
from collections.abc import Iterable, Mapping
from decimal import Decimal
from io import StringIO

from anju_cli.characters import visible
from anju_cli.numbers import plain
from anju_cli.outcome import Judgement
from anju_cli.texts import Texts

_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")


def head(columns: Iterable[str], say: Texts) -> str:
    """The mark and the first row; the columns' words are in `texts` under `csv_…`."""
    return "\ufeff" + _lines([[say(f"csv_{column}") for column in columns]])


def rows(columns: Iterable[str], records: Iterable[Mapping[str, str]]) -> str:
    """A row a record; what it lacks stays blank."""
    return _lines([record.get(column, "") for column in columns] for record in records)


def _lines(table: Iterable[list[str]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(table)
    return out.getvalue()


def cell(text: str) -> str:
    """A text from outside: what hides is shown, and nothing begins a formula."""
    seen = visible(text)
    return f"'{seen}" if seen[:1] in _FORMULA and seen else seen


def number(value: Decimal | None) -> str:
    """An exact decimal in plain notation; blank where there is none."""
    return "" if value is None else plain(value)


def promised(judgement: Judgement, say: Texts) -> dict[str, str]:
    """What else the plan says of a promise: its own word for a striving, and that the lead is the catalogue's."""
    assigned = judgement.promise.target.lead_assigned
    return {
        "aspirational": cell(judgement.aspirational),
        "lead_assigned": say("lead_assigned") if assigned else "",
    }


def source(judgement: Judgement) -> dict[str, str]:
    """Where a figure stands."""
    place = judgement.source
    span = place.span if place else None
    line = "" if span is None else str(span.cell) if span.of_sheet else str(span.line)
    return {"path": cell(place.path if place else ""), "line": cell(line)}
