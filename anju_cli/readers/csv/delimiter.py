"""What parts the columns of a text: by its own `sep=` line, else by rule; never by a guess at how often marks occur."""

import re
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from anju_cli.places import Span
from anju_cli.readers.content import Fault, StoppedError
from anju_cli.readers.csv.scanner import Row, scan

#: What may part columns; and what people put there that stands in names and notes as well.
TAKEN, REFUSED = (",", "\t", ";"), ("，", "；", "|", "、")
#: A head stands within so many characters and rows.
_HEAD, _HEAD_ROWS = 60_000, 50
#: The first line by which Excel is told what parts the columns.
_SEP_LINE = re.compile(r'"?sep=([^\r\n])"?(?:\r\n|[\r\n]|\Z)', re.IGNORECASE)


class Separation(NamedTuple):
    """What parts the columns, and where the table begins."""

    delimiter: str
    offset: int = 0


def separation_of(text: str, is_name: Callable[[str], bool]) -> Separation:
    """How a text is to be scanned; `is_name` says whether a field is a name that heads of tables have.

    Columns are parted by what gives one row the most known names. Where it is nothing that is taken, the text is not.
    """
    declared = _SEP_LINE.match(text)
    if declared:
        if declared[1] not in TAKEN:
            raise StoppedError(_refusal(declared[1], Span(1, declared.start(1) + 1, 1, declared.end(1) + 1)))
        return Separation(declared[1], declared.end())
    best = max(TAKEN, key=lambda mark: _score(text, mark, is_name))
    if _score(text, best, is_name)[0] <= 1:
        for mark in REFUSED:
            _refuse_head(text, mark, is_name)
    return Separation(best)


def _refuse_head(text: str, mark: str, is_name: Callable[[str], bool]) -> None:
    """Stop where a head is parted by what stands in names and notes as well."""
    head = max(_first_rows(text, mark), key=lambda row: _names(row, is_name), default=None)
    if head is not None and _names(head, is_name) > 1:
        line, column = head.fields[0].end
        raise StoppedError(_refusal(mark, Span(line + 1, column + 1, line + 1, column + 2)))


def _refusal(mark: str, span: Span) -> Fault:
    return Fault("ANJ016", span, "delimiter", {"mark": mark})


def _score(text: str, mark: str, is_name: Callable[[str], bool]) -> tuple[int, int]:
    """The most known names that a row has, and how many rows have more than one field."""
    rows = _first_rows(text, mark)
    return max((_names(row, is_name) for row in rows), default=0), sum(len(row.fields) > 1 for row in rows)


def _names(row: Row, is_name: Callable[[str], bool]) -> int:
    return sum(is_name(field.text) for field in row.fields)


def _first_rows(text: str, mark: str) -> list[Row]:
    """The first rows, as far as they can be read."""
    rows: list[Row] = []
    with suppress(StoppedError):  # told when the text is read with what was decided
        rows.extend(islice(scan(text[:_HEAD], mark), _HEAD_ROWS))
    return rows
