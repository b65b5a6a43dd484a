"""What turns a copy into the book that it was made of, in a comment of the copy that no spreadsheet looks at."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from anju_cli.marked_copies.edits import Edit

_BEGIN, _END, _LONGEST = b"<!--anju-undo ", b"-->", 4_000_000


class PartUndo(NamedTuple):
    """A part that was edited: the checksum of what was written, and what turns that back."""

    name: str
    checksum: str
    inverse: tuple[Edit, ...]


class UndoRecord(NamedTuple):
    """The parts that were edited, and the names of those that were added."""

    parts: tuple[PartUndo, ...]
    added: tuple[str, ...]


def checksum(raw: bytes) -> str:
    """What tells whether a part is still as it was written."""
    return sha256(raw).hexdigest()


def undo_comment(parts: Sequence[PartUndo], added: Sequence[str]) -> bytes:
    """The record as a comment of XML."""
    record = [
        [part.name, part.checksum, [[start, end, b64encode(old).decode()] for start, end, old in part.inverse]]
        for part in parts
    ]
    packed = zlib.compress(json.dumps([record, list(added)]).encode(), 9)
    return _BEGIN + b64encode(packed) + _END


def undo_record(raw: bytes) -> UndoRecord | None:
    """The record behind a part; `None` where there is none, or where it is none of ours."""
    try:
        packed = b64decode(raw.rpartition(_BEGIN)[2].removesuffix(_END))
        record, added = json.loads(zlib.decompressobj().decompress(packed, _LONGEST))
        return UndoRecord(tuple(_part(*fields) for fields in record), tuple(map(str, added)))
    except (ValueError, TypeError, OverflowError, RecursionError, zlib.error):
        return None


def _part(name: object, checksum_: object, inverse: list[Any]) -> PartUndo:
    edits = tuple(Edit(int(start), int(end), b64decode(old)) for start, end, old in inverse)
    return PartUndo(str(name), str(checksum_), edits)
