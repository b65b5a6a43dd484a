"""Bytes to text: byte order mark, then strict UTF-8, then GB18030; never a guesser."""

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from anju_cli.places import Span
from anju_cli.readers.shape import Fault

#: No yearly return is larger; a larger file is another file.
LARGEST = 5_000_000

_MARKS = (
    (codecs.BOM_UTF32_LE, None),
    (codecs.BOM_UTF32_BE, None),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How files begin that are not text: ZIP (XLSX), OLE (XLS, WPS), PDF, gzip, PNG, JPEG, SQLite, RAR, 7z.
_BINARY = (
    *(b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b"),
    *(b"\x89PNG", b"\xff\xd8\xff", b"SQLite", b"Rar!", b"7z\xbc\xaf"),
)

_GOOD_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


Known: TypeAlias = Callable[[str], bool]


class DecodedText(NamedTuple):
    """A text and the encoding it was read in, or the fault that kept it from being read."""

    text: str
    encoding: str
    fault: Fault | None = None


def decode(data: bytes, known: Known) -> DecodedText:
    """Read bytes as text. `known` says whether a text has a key of ours, to tell GB18030 from nonsense."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if data.startswith(_BINARY):
        return DecodedText("", "binary", Fault("ANJ006", Span(1, 1, 1, 1), "binary"))
    try:
        return DecodedText(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error, known)


def _marked(data: bytes, encoding: str | None) -> DecodedText:
    if encoding is None:
        return DecodedText("", "utf-32", Fault("ANJ006", Span(1, 1, 1, 1), "utf32"))
    try:
        return DecodedText(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        return _damaged(data, error, encoding)


def _not_utf8(data: bytes, error: UnicodeDecodeError, known: Known) -> DecodedText:
    if b"\x00" in data[:64]:
        return DecodedText("", "binary", Fault("ANJ006", Span(1, 1, 1, 1), "nul"))
    if _mostly_utf8(data) or _cut_off(error):
        return _damaged(data, error, "utf-8")
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as other:
        return _damaged(data, other, "gb18030")
    if not known(text):
        return _damaged(data, error, "utf-8")
    return DecodedText(text, "gb18030", Fault("ANJ007", _first_wide(text)))


def _mostly_utf8(data: bytes) -> bool:
    """Whether most of the bytes that are not ASCII form good UTF-8 sequences."""
    wide = len(data) - len(data.translate(None, bytes(range(128, 256))))
    good = sum(map(len, _GOOD_UTF8.findall(data)))
    return good * 2 > wide


def _cut_off(error: UnicodeDecodeError) -> bool:
    """Whether only a sequence at the very end is unfinished."""
    return error.reason == "unexpected end of data"


def _damaged(data: bytes, error: UnicodeDecodeError, encoding: str) -> DecodedText:
    """The bad byte's place; what stands before it is kept for showing the line."""
    before = data[: error.start].decode(encoding, "replace")
    rest = data[error.start : error.start + 200].decode(encoding, "replace")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    bad = data[error.start : error.start + 1].hex().upper()
    fault = Fault("ANJ005", Span(line, column, line, column + 1), arguments={"byte": f"0x{bad}", "encoding": encoding})
    return DecodedText(before + rest.partition("\n")[0], encoding, fault)


def _first_wide(text: str) -> Span:
    at = next(index for index, character in enumerate(text) if not character.isascii())
    line = text.count("\n", 0, at) + 1
    column = at - (text.rfind("\n", 0, at) + 1) + 1
    return Span(line, column, line, column + 1)
