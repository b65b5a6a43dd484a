"""A compound file (OLE 2), which a workbook of before 2007 is: what stands in it by name, and the bytes of a stream.

Every chain of sectors is followed once at most, so that no file keeps its reader busy for longer than it is long.
"""

import struct
from typing import NamedTuple

from anju_cli.readers.workbooks.book import BookError

_HEADER = struct.Struct("<30xHH14xI4xII4xI")
_ENTRY = struct.Struct("<64sHxxIII36xII4x")
#: From here on numbers of sectors mean an end, or nothing.
_SPECIAL = 0xFFFF_FFFA
_HEADER_ENTRIES = 109
_ENTRY_SIZE = 128
_SMALLEST, _LARGEST = 6, 12


class _Entry(NamedTuple):
    """A stream or a storage of the directory."""

    name: str
    left: int
    right: int
    child: int
    first: int
    size: int


class CompoundFile:
    """The entries at the top of a compound file by name, in lower case."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        try:
            shift, mini_shift, directory, self.cutoff, mini_table, extension = _HEADER.unpack_from(raw)
            if not _SMALLEST <= mini_shift <= shift <= _LARGEST:
                raise _damaged()
            self.sector_size, self.mini_size = 1 << shift, 1 << mini_shift
            self.table = self._table(extension)
            entries = self._entries(self._stream(directory))
            self.root, self.entries = entries[0], _top(entries)
            self.mini_table = _numbers(self._stream(mini_table))
        except (struct.error, IndexError) as error:
            raise _damaged() from error

    def stream(self, name: str) -> bytes:
        """The bytes of a stream."""
        entry = self.entries[name]
        if entry.size >= self.cutoff:
            content = self._stream(entry.first)
        else:
            packed, size = self._stream(self.root.first), self.mini_size
            chain = _chain(entry.first, self.mini_table)
            content = b"".join(packed[sector * size : (sector + 1) * size] for sector in chain)
        if len(content) < entry.size:
            raise _damaged()
        return content[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.sector_size
        sector = self.raw[start : start + self.sector_size]
        if not sector:
            raise _damaged()
        return sector

    def _stream(self, first: int) -> bytes:
        return b"".join(map(self._sector, _chain(first, self.table)))

    def _table(self, extension: int) -> tuple[int, ...]:
        """Which sector follows which: the table's own sectors are listed in the header, and from there on."""
        listed = list(struct.unpack_from(f"<{_HEADER_ENTRIES}I", self.raw, 76))
        most = len(self.raw) // self.sector_size
        while extension < _SPECIAL and len(listed) <= most + _HEADER_ENTRIES:
            *more, extension = _numbers(self._sector(extension))
            listed += more
        sectors = [number for number in listed if number < _SPECIAL]
        if len(sectors) > most:
            raise _damaged()
        return _numbers(b"".join(map(self._sector, sectors)))

    def _entries(self, directory: bytes) -> list[_Entry]:
        entries = []
        for start in range(0, len(directory) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
            name, length, left, right, child, first, size = _ENTRY.unpack_from(directory, start)
            text = name[: max(length - 2, 0)].decode("utf-16-le", "replace").lower()
            entries.append(_Entry(text, left, right, child, first, size))
        return entries


def _numbers(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


def _chain(first: int, table: tuple[int, ...]) -> list[int]:
    chain: list[int] = []
    while first < _SPECIAL:
        if first >= len(table) or len(chain) >= len(table):
            raise _damaged()
        chain.append(first)
        first = table[first]
    return chain


def _top(entries: list[_Entry]) -> dict[str, _Entry]:
    """The entries right below the root: a tree of neighbours, each looked at once."""
    top: dict[str, _Entry] = {}
    waiting, met = [entries[0].child], set()
    while waiting:
        number = waiting.pop()
        if number < len(entries) and number not in met:
            met.add(number)
            entry = entries[number]
            top[entry.name] = entry
            waiting += [entry.left, entry.right]
    return top


def _damaged() -> BookError:
    return BookError("damaged_zip", part="")
