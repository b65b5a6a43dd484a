"""The records of a workbook of before 2007 (BIFF), looked through before a library sees them.

What is not needed is blotted out: that bounds what the library does by what is counted here. What it does not tell
(formulas, filters, links, sheets without cells) is gathered on the way.
"""

import struct
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from anju_cli.readers.workbooks.book import BookError, Budget
from anju_cli.readers.workbooks.references import LAST_COLUMN

_BOF, _EOF, _BOUNDSHEET, _FORMULA = 0x0809, 0x000A, 0x0085, 0x0006
_MULRK, _SST, _COLINFO, _MERGEDCELLS, _FORMAT = 0x00BD, 0x00FC, 0x007D, 0x00E5, 0x041E
_FILEPASS, _SUPBOOK, _FILTERMODE, _AUTOFILTER = 0x002F, 0x01AE, 0x009B, 0x009E
#: Cells of one number, text, truth value, error or formula.
_CELLS = frozenset({0x0203, 0x0204, 0x00FD, 0x027E, 0x00D6, 0x0205, _FORMULA})
#: What the library is to see besides: ends and continuations; code page, dates, fonts, styles and formats; strings of
#: formulas and what may stand before them; rows, heights and views.
_KEPT = _CELLS | {
    _BOF, _BOUNDSHEET, _MULRK, _SST, _COLINFO, _MERGEDCELLS, _FORMAT, _EOF, 0x003C, 0x0042, 0x0022, 0x0031, 0x00E0,
    0x0293, 0x0207, 0x0221, 0x04BC, 0x0236, 0x0208, 0x0225, 0x023E,
}  # fmt: skip
#: A record that no library knows.
_BLOT = b"\x0f\x0f"
_WORKSHEET, _MACRO_SHEET, _MODULE = 0, 1, 6
#: What begins inside a sheet: a chart, which keeps numbers of its own in records like those of cells.
_CHART = b"\x20\x00"
#: Links to the book itself and to functions.
_OWN_LINKS = (b"\x01\x04", b"\x01\x3a")
_CALCULATED_ON_LOADING = 2
_UNICODE = 0x0600
_VERSIONS = (0x0500, _UNICODE)


#: A sheet's formulas by row and column from zero, and whether their values are to be calculated anew.
Formulas: TypeAlias = dict[tuple[int, int], bool]


class Records(NamedTuple):
    """A stream made safe, the formulas of its worksheets in order, which are filtered, the names of other sheets."""

    stream: bytes
    formulas: tuple[Formulas, ...]
    filtered: frozenset[int]
    passed: tuple[str, ...]


def read_records(stream: bytes, budget: Budget) -> Records:
    """Look through a stream; an error where the book is not read."""
    return _Records(stream, budget).read()


class _Records:
    """A stream on its way."""

    def __init__(self, stream: bytes, budget: Budget) -> None:
        self.stream = stream
        self.safe = bytearray(stream)
        self.budget = budget
        self.starts: dict[int, int] = {}
        self.begun: set[int] = set()
        self.formulas: list[Formulas] = []
        self.filtered: set[int] = set()
        self.passed: list[str] = []
        self.sheet = -1
        self.in_substream = self.in_chart = False
        self.cells: set[tuple[int, int]] = set()
        self.furthest = 0
        self.version = 0
        self.actions: Mapping[int, Callable[[bytes], None]] = {
            _BOUNDSHEET: self._entry,
            _FORMULA: self._formula,
            _MULRK: self._several,
            _SST: self._strings,
            _FILEPASS: self._encrypted,
            _SUPBOOK: self._link,
            _FILTERMODE: self._filter,
            _AUTOFILTER: self._filter,
            _COLINFO: lambda _: self.budget.spend("areas", 1),
            _MERGEDCELLS: lambda content: self.budget.spend("areas", len(content) // 8 + 1),
            _FORMAT: lambda _: self.budget.spend("formats", 1),
        }

    def read(self) -> Records:
        """The stream with what is not needed blotted out."""
        if len(self.stream) < 6 or self.stream[:2] != _BOF.to_bytes(2, "little"):  # noqa: PLR2004 - a head and a version
            raise _damaged("stream")
        self.version = int.from_bytes(self.stream[4:6], "little")
        if self.version not in _VERSIONS:
            raise _damaged("stream")
        try:
            for start, code, content in self._records():
                self._take(start, code, content)
        except struct.error as error:
            raise _damaged("record") from error
        self._end_sheet()
        if self.begun != set(self.starts):
            raise _damaged("stream")
        return Records(bytes(self.safe), tuple(self.formulas), frozenset(self.filtered), tuple(self.passed))

    def _records(self) -> Iterator[tuple[int, int, bytes]]:
        position, end = 0, len(self.stream)
        while position + 4 <= end:
            code, length = struct.unpack_from("<HH", self.stream, position)
            behind = position + 4 + length
            if behind > end:
                raise _damaged("record")
            yield position, code, self.stream[position + 4 : behind]
            position = behind

    def _take(self, start: int, code: int, content: bytes) -> None:
        self.budget.spend("records", 1)
        if code == _BOF:
            self._begin(start, content)
        elif code == _EOF:
            self.in_substream, self.in_chart = self.in_substream and self.in_chart, False
        if code not in _KEPT or (self.in_chart and code != _BOF):
            self.safe[start : start + 2] = _BLOT
        if self.in_chart:
            return
        if code in _CELLS:
            self._cell(*struct.unpack_from("<HH", content))
        action = self.actions.get(code)
        if action is not None:
            action(content)

    def _begin(self, start: int, content: bytes) -> None:
        """The book, a sheet, or a chart inside one; a chart that is a sheet is no sheet of cells."""
        if start in self.starts:
            self._end_sheet()
            self.sheet = self.starts[start]
            self.begun.add(start)
        elif self.in_substream and content[2:4] != _CHART:
            raise _damaged("stream")
        self.in_chart = start not in self.starts and content[2:4] == _CHART
        self.in_substream = self.in_substream or not self.in_chart

    def _end_sheet(self) -> None:
        self.budget.spend("cells", len(self.cells))
        self.budget.spend("rows", self.furthest)
        self.cells, self.furthest = set(), 0

    def _cell(self, row: int, column: int) -> None:
        if not self.in_substream:
            raise _damaged("stream")  # behind the end of its sheet, where no program looks for it
        if (row, column) in self.cells or column > LAST_COLUMN:
            raise _damaged("twice")
        self.cells.add((row, column))
        self.furthest = max(self.furthest, row + 1)

    def _several(self, content: bytes) -> None:
        row, first = struct.unpack_from("<HH", content)
        for column in range(first, first + (len(content) - 6) // 6):
            self._cell(row, column)

    def _formula(self, content: bytes) -> None:
        row, column, flags = struct.unpack_from("<HH10xH", content)
        if self.sheet >= 0:
            self.formulas[self.sheet][row, column] = bool(flags & _CALCULATED_ON_LOADING)

    def _filter(self, _: bytes) -> None:
        if self.sheet >= 0:
            self.filtered.add(self.sheet)

    def _strings(self, content: bytes) -> None:
        self.budget.spend("strings", struct.unpack_from("<4xI", content)[0])

    def _encrypted(self, _: bytes) -> None:
        raise BookError("encrypted")

    def _link(self, content: bytes) -> None:
        if content[2:4] not in _OWN_LINKS:
            raise BookError("external_links", target=_target(content))

    def _entry(self, content: bytes) -> None:
        """A sheet as the book lists it: where it starts, and whether it holds cells."""
        self.budget.spend("sheets", 1)
        start, _, sort, length = struct.unpack_from("<IBBB", content)
        if sort in {_MACRO_SHEET, _MODULE}:
            raise BookError("macros")
        if sort != _WORKSHEET:
            self.passed.append(self._name(content[7:], length))
            return
        if start in self.starts:
            raise _damaged("stream")
        self.starts[start] = len(self.formulas)
        self.formulas.append({})

    def _name(self, content: bytes, length: int) -> str:
        if self.version != _UNICODE:
            return content[:length].decode("gb18030", "replace")
        is_wide = bool(content[:1] != b"\x00")
        return content[1 : 1 + length * (1 + is_wide)].decode("utf-16-le" if is_wide else "latin-1", "replace")


def _target(content: bytes) -> str:
    """The name of another book, as far as a link has it in plain letters."""
    text = content[5:].decode("utf-16-le" if content[4:5] == b"\x01" else "latin-1", "replace")
    return "".join(character for character in text if character.isprintable())


def _damaged(reason: str) -> BookError:
    return BookError("damaged_sheet", sheet="", cell="", reason=reason)
