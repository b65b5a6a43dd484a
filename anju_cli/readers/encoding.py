"""Bytes to text: byte order mark, then strict UTF-8, then GB18030; never a guesser."""

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple

from anju_cli.places import Span
from anju_cli.readers.content import OF_REPORT, Content, Fault, HasKnownKey, Limits

_MARKS = (
    (codecs.BOM_UTF32_LE, None),
    (codecs.BOM_UTF32_BE, None),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How workbooks begin, ZIP (XLSX, other archives too) and OLE (XLS, WPS); and other files that are not text: an empty
#: ZIP, PDF, gzip, PNG, JPEG, SQLite, RAR, 7z.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_BINARY = (
    *(b"PK\x05\x06", b"%PDF", b"\x1f\x8b"),
    *(b"\x89PNG", b"\xff\xd8\xff", b"SQLite", b"Rar!", b"7z\xbc\xaf"),
)

_GOOD_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


#: What YAML 1.1 lets no file hold (production 1, c-printable) below U+0100, and U+0085 …
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
#: … and above: with U+0085 the line ends that editors do not see but libyaml counts, so that every
#: place behind them would be off. Looked for one by one: a set that reaches so far takes longer to
#: compile than a report to read.
_UNPRINTABLE_WIDE = "\u2028\u2029\ufffe\uffff"


class DecodedText(NamedTuple):
    """A text and the encoding it was read in, or the fault that kept it from being read."""

    text: str
    encoding: str
    fault: Fault | None = None


def read_text(
    raw: bytes,
    has_known_key: HasKnownKey,
    parse: Callable[[str], Content],
    kind: str = "",
    limits: Limits = OF_REPORT,
) -> Content:
    """Bytes to a text, and that to its content by `parse`; a character that no file may hold is a fault of `kind`."""
    if len(raw) > limits.bytes:
        megabytes = {"limit": str(limits.bytes // 1_000_000)}
        too_large = Fault("ANJ003", Span(1, 1, 1, 1), limits.bytes_kind, megabytes)
        return Content((), (too_large,), whole=False)
    text, encoding, fault = decode(raw, has_known_key)
    if fault is not None and fault.code != "ANJ007":
        return Content((), (fault,), whole=False, text=text, encoding=encoding)
    unprintable = _unprintable(text, kind)
    content = parse(text) if unprintable is None else Content((), (unprintable,), whole=False)
    faults = content.faults if fault is None else (fault, *content.faults)
    return content._replace(faults=faults, text=text, encoding=encoding)


def _unprintable(text: str, kind: str) -> Fault | None:
    """The first character that no YAML file may hold, if there is one."""
    below = _UNPRINTABLE.search(text)
    offsets = [text.find(character) for character in _UNPRINTABLE_WIDE] + ([below.start()] if below else [])
    offset = min((offset for offset in offsets if offset >= 0), default=None)
    if offset is None:
        return None
    character = text[offset]
    kind = "nul" if character == "\0" and kind else kind
    return Fault("ANJ009", _span_at(text, offset), kind, {"character": f"U+{ord(character):04X}"})


def _span_at(text: str, offset: int) -> Span:
    """A character's place, whatever ends the lines."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Span(line, column, line, column + 1)


def decode(raw: bytes, has_known_key: HasKnownKey) -> DecodedText:
    """Read bytes as text. `has_known_key` says whether a text has a key of ours, to tell GB18030 from nonsense."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], encoding)
    if raw.startswith((*_WORKBOOKS, *_BINARY)):
        kind = "workbook" if raw.startswith(_WORKBOOKS) else "binary"
        return DecodedText("", "binary", Fault("ANJ006", Span(1, 1, 1, 1), kind))
    try:
        return DecodedText(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error, has_known_key)


def byte_order_mark(raw: bytes) -> bytes:
    """The mark that a file begins with; nothing where it has none."""
    return next((mark for mark, _ in _MARKS if raw.startswith(mark)), b"")


def beginning_of(head: bytes) -> str:
    """A file's first bytes as text, for a guess at what it holds; a character that is cut off is left out."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "ignore") if encoding else ""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return head.decode("gb18030", "ignore")


def _marked(raw: bytes, encoding: str | None) -> DecodedText:
    if encoding is None:
        return DecodedText("", "utf-32", Fault("ANJ006", Span(1, 1, 1, 1), "utf32"))
    try:
        return DecodedText(raw.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        return _damaged(raw, error, encoding)


def _not_utf8(raw: bytes, error: UnicodeDecodeError, has_known_key: HasKnownKey) -> DecodedText:
    if b"\x00" in raw[:64]:
        return DecodedText("", "binary", Fault("ANJ006", Span(1, 1, 1, 1), "nul"))
    if _mostly_utf8(raw) or _cut_off(error):
        return _damaged(raw, error, "utf-8")
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError as second:
        return _damaged(raw, second, "gb18030")
    if not has_known_key(text):
        return _damaged(raw, error, "utf-8")
    return DecodedText(text, "gb18030", Fault("ANJ007", _first_wide(text)))


def _mostly_utf8(raw: bytes) -> bool:
    """Whether most of the bytes that are not ASCII form good UTF-8 sequences."""
    wide = len(raw) - len(raw.translate(None, bytes(range(128, 256))))
    good = sum(map(len, _GOOD_UTF8.findall(raw)))
    return good * 2 > wide


def _cut_off(error: UnicodeDecodeError) -> bool:
    """Whether only a sequence at the very end is unfinished."""
    return error.reason == "unexpected end of data"


def _damaged(raw: bytes, error: UnicodeDecodeError, encoding: str) -> DecodedText:
    """The bad byte's place; what stands before it is kept for showing the line."""
    before = raw[: error.start].decode(encoding, "replace")
    rest = raw[error.start : error.start + 200].decode(encoding, "replace")
    bad = raw[error.start : error.start + 1].hex().upper()
    fault = Fault("ANJ005", _span_at(before, len(before)), arguments={"byte": f"0x{bad}", "encoding": encoding})
    return DecodedText(before + re.split("[\r\n]", rest, maxsplit=1)[0], encoding, fault)


def _first_wide(text: str) -> Span:
    return _span_at(text, next(index for index, character in enumerate(text) if not character.isascii()))
