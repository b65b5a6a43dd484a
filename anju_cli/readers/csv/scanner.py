"""A text of separated values to its rows, each field with its exact place: RFC 4180, and what spreadsheets write.

Linear in time; what is empty is not kept and costs next to nothing. A quote inside an unquoted field stands for itself.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from anju_cli.readers.content import Fault, StoppedError
from anju_cli.readers.nodes import Point, beginning

#: What a sheet of Excel has, and what a cell of it holds.
MOST_COLUMNS, LONGEST_FIELD = 16_384, 32_767

#: From an opening quote to the closing one; doubled quotes stand for themselves. It never goes back: a text of nothing
#: but quotes is read once.
_QUOTED = r'"(?:[^"]++|"")*+"'


class Field(NamedTuple):
    """A field that holds something, from `start` to `end` with its quotes; columns count from one.

    `behind` is what stands behind its closing quote.
    """

    column: int
    text: str
    start: Point
    end: Point
    quoted: bool = False
    behind: str = ""


class Row(NamedTuple):
    """A row that holds something: its number, blank ones counted, and how many fields it has as it is written."""

    number: int
    width: int
    fields: tuple[Field, ...]


def scan(text: str, delimiter: str, offset: int = 0) -> Iterator[Row]:
    """The rows from the line that begins at `offset`, up to a fault from which on nothing can be read."""
    scanner = _Scanner(text, delimiter, offset)
    while scanner.offset < len(text):
        row = scanner.row()
        if row.fields:
            yield row


class _Scanner:
    """Where a scan has come to."""

    def __init__(self, text: str, delimiter: str, offset: int) -> None:
        self.text = text
        self.offset = self.line_start = offset
        self.line = line_ends(text[:offset])
        self.number = 0
        mark = re.escape(delimiter)
        self._field = re.compile(rf"({_QUOTED})?+([^{mark}\r\n]*+)({mark}*+)")
        self._blank_rows = re.compile(rf"(?:{mark}*+(?:\r\n|[\r\n]))*+")
        self._line_end = re.compile(r"(?:\r\n|[\r\n])?+")

    def row(self) -> Row:
        """The next row."""
        self.number += self._pass(self._blank_rows) + 1
        fields: list[Field] = []
        column, gap = 1, 1
        while gap:
            quoted, bare, delimiters = self._field.match(self.text, self.offset).groups()  # type: ignore[union-attr]  # it takes nothing, too
            if quoted or bare:
                fields.append(self._taken(column, quoted, bare))
            gap = len(delimiters)
            column += gap
            self.offset += gap
        self._pass(self._line_end)
        return Row(self.number, column, tuple(fields))

    def _taken(self, column: int, quoted: str | None, bare: str) -> Field:
        """The field that begins here, of which nothing is empty."""
        start = Point(self.line, self.offset - self.line_start)
        if quoted is None and bare[0] == '"':
            raise StoppedError(Fault("ANJ016", beginning(start), "unclosed_quote"))
        if column > MOST_COLUMNS:
            raise StoppedError(Fault("ANJ012", beginning(start), "columns", {"limit": f"{MOST_COLUMNS:,}"}))
        if len(quoted or "") + len(bare) > LONGEST_FIELD:
            raise StoppedError(Fault("ANJ012", beginning(start), "field", {"limit": f"{LONGEST_FIELD:,}"}))
        if quoted is None:
            self.offset += len(bare)
            return Field(column, bare, start, Point(start.line, start.column + len(bare)))
        self._go_on(quoted)
        self.offset += len(bare)
        end = Point(self.line, self.offset - self.line_start)
        return Field(column, quoted[1:-1].replace('""', '"') + bare, start, end, quoted=True, behind=bare)

    def _pass(self, pattern: re.Pattern[str]) -> int:
        """Move over what a pattern takes, and say how many lines end in it."""
        match = pattern.match(self.text, self.offset)
        return self._go_on(match[0]) if match else 0

    def _go_on(self, passed: str) -> int:
        """Move over a text, and say how many lines end in it."""
        count = line_ends(passed)
        if count:
            self.line += count
            self.line_start = self.offset + max(passed.rfind("\n"), passed.rfind("\r")) + 1
        self.offset += len(passed)
        return count


def line_ends(text: str) -> int:
    """How many lines end in a text, whatever the system that wrote it."""
    return text.count("\n") + text.count("\r") - text.count("\r\n")
