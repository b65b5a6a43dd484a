"""Compound files (OLE 2) and the records of old workbooks, put together by hand."""

import struct
from collections.abc import Iterable, Mapping
from io import BytesIO

import xlwt  # type: ignore[import-untyped]  # nobody has written its types

from anju_cli.readers.workbooks.xls_compound import CompoundFile

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE, _TABLE = 0xFFFF_FFFE, 0xFFFF_FFFF, 0xFFFF_FFFD
_BOUNDSHEET, _EOF = 0x0085, 0x000A


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of streams, small ones in the small sectors, their entries a chain of right neighbours."""
    sectors: list[bytes] = []
    follows: list[int] = []
    mini, mini_follows = b"", list[int]()

    def put(content: bytes) -> int:
        """The number of the first sector that holds a text."""
        first, count = len(sectors), -(-len(content) // _SECTOR)
        sectors.extend(content[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(content), _SECTOR))
        follows.extend([*range(first + 1, first + count), _END] if count else [])
        return first if count else _END

    entries = []
    for index, (name, content) in enumerate(streams.items(), 1):
        if len(content) < _CUTOFF:
            start, count = len(mini_follows) if content else _END, -(-len(content) // _MINI)
            mini_follows += [*range(start + 1, start + count), _END] if count else []
            mini += content.ljust(count * _MINI, b"\0")
        else:
            start = put(content)
        right = index + 1 if index < len(streams) else _FREE
        entries.append(_entry(name, 2, right, _FREE, start, len(content)))
    root = _entry("Root Entry", 5, _FREE, 1 if streams else _FREE, put(mini), len(mini))
    directory, mini_table = put(root + b"".join(entries)), put(struct.pack(f"<{len(mini_follows)}I", *mini_follows))
    count = -(-len(follows) // (_SECTOR // 4 - 1))
    tables = list(range(len(sectors), len(sectors) + count))
    follows += [_TABLE] * count
    sectors.append(struct.pack(f"<{len(follows)}I", *follows).ljust(count * _SECTOR, b"\xff"))
    return header(directory, mini_table, tables) + b"".join(sectors)


def header(directory: int, mini_table: int, tables: list[int]) -> bytes:
    """The first sector of a compound file."""
    listed = tables + [_FREE] * (109 - len(tables))
    kinds = (0x3E, 3, 0xFFFE, 0x0006_0009, 0, len(tables))
    chains = (directory, _CUTOFF, mini_table, 1, _END, 0)
    head = struct.pack("<8s16xHHHI6xIII4xIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", *kinds, *chains)
    return head + struct.pack("<109I", *listed)


def _entry(name: str, sort: int, right: int, child: int, first: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII36xIII", text, len(text), sort, 1, _FREE, right, child, first, size, 0)


def record(code: int, content: bytes = b"") -> bytes:
    """A record of an old workbook."""
    return struct.pack("<HH", code, len(content)) + content


def xlwt_book(book: xlwt.Workbook) -> bytes:
    """The bytes of a workbook of xlwt."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def small_stream(*more: bytes, name: str = "表", behind: Iterable[bytes] = ()) -> bytes:
    """The stream of a workbook of one sheet with 78.5 in A1, further records in the sheet, and some behind the head."""
    book = xlwt.Workbook()
    book.add_sheet(name).write(0, 0, 78.5)
    stream = CompoundFile(xlwt_book(book)).stream("workbook")
    records, position = [], 0
    while position + 4 <= len(stream):
        code, length = struct.unpack_from("<HH", stream, position)
        if code == 0 and not length:
            break
        records.append((code, stream[position + 4 : position + 4 + length]))
        position += 4 + length
    ends = [index for index, (code, _) in enumerate(records) if code == _EOF]
    parts = [record(*pair) for pair in records]
    parts[ends[1]] = b"".join(more) + parts[ends[1]]
    parts[0] += b"".join(behind)
    start = sum(map(len, parts[: ends[0] + 1]))
    index = next(index for index, (code, _) in enumerate(records) if code == _BOUNDSHEET)
    parts[index] = record(_BOUNDSHEET, struct.pack("<I", start) + records[index][1][4:])
    return b"".join(parts)


def small_book(*more: bytes, behind: Iterable[bytes] = ()) -> bytes:
    """The same as a file."""
    return compound({"Workbook": small_stream(*more, behind=behind)})
