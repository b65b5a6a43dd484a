"""A workbook's package: parts of a ZIP file by name, each parsed as XML in a stream, within limits."""

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import NamedTuple, TypeAlias, TypeVar
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from anju_cli.readers.workbooks.book import BookError, Budget, within
from anju_cli.readers.workbooks.file_kinds import kind_of_bytes

#: What deflate makes of a sheet is one to ten or twenty; of nothing at all, one to a thousand.
_MOST_RATIO, _RATIO_COUNTS_FROM = 200, 1_000_000
_CHUNK = 65_536
_ESCAPED = re.compile(r"(?:%[0-9a-f]{2})+")

_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",  # "strict"
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.openxmlformats.org/package/2006/content-types",
)
_ZIP_ERRORS = (BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OSError, OverflowError)

StartAction: TypeAlias = Callable[[dict[str, str]], None]
EndAction: TypeAlias = Callable[[], None]
_Counts: TypeAlias = Callable[[], tuple[int, int]]
Action = TypeVar("Action", StartAction, EndAction)


class Elements(NamedTuple):
    """What to do with the elements of a part, by local name; `text` gathers character data."""

    root: str
    starts: Mapping[str, StartAction]
    ends: Mapping[str, EndAction] = MappingProxyType({})
    text: Callable[[str], None] | None = None


class Package:
    """The parts of a book by lower-case name, which is how they are looked up."""

    def __init__(self, raw: bytes) -> None:
        within("file", len(raw))
        if not raw.startswith(b"PK\x03\x04"):
            raise BookError("renamed", content=kind_of_bytes(raw))
        within("parts", raw.count(b"PK\x01\x02"))
        self.budget = Budget()
        try:
            self.archive = ZipFile(BytesIO(raw))
        except _ZIP_ERRORS as error:
            raise BookError("damaged_zip", part="") from error
        self.parts: dict[str, ZipInfo] = {}
        for info in self.archive.infolist():
            self._enter(info)

    def _enter(self, info: ZipInfo) -> None:
        name = _part_name(info.filename)
        if name in self.parts:
            raise BookError("duplicate_part", part=info.filename)
        if info.flag_bits & 1:
            raise BookError("encrypted")
        if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise BookError("damaged_zip", part=info.filename)
        self.parts[name] = info

    def __contains__(self, name: str) -> bool:
        return _part_name(name) in self.parts

    def beginning(self, name: str) -> bytes:
        """The first bytes of a part."""
        return next(self._chunks(name), b"")

    def read(self, name: str) -> bytes:
        """The whole of a part."""
        return b"".join(self._chunks(name))

    def parse(self, name: str, elements: Elements) -> None:
        """Run the actions over a part."""
        parser = _Parser(name, elements)
        try:
            for chunk in self._chunks(name):
                parser.feed(chunk)
            parser.close()
        finally:
            parser.release()
        self.budget.spend("elements", parser.counts()[0])

    def _chunks(self, name: str) -> Iterator[bytes]:
        """A part's bytes, unpacked piece by piece, within the limits whatever it says of its own size."""
        info = self.parts.get(_part_name(name))
        if info is None:
            raise BookError("missing_part", part=name)
        size = 0
        try:
            with self.archive.open(info) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    self._measure(info, size, len(chunk))
                    yield chunk
        except _ZIP_ERRORS as error:
            raise BookError("damaged_zip", part=name) from error

    def _measure(self, info: ZipInfo, size: int, more: int) -> None:
        if size > _RATIO_COUNTS_FROM and size > _MOST_RATIO * info.compress_size:
            raise BookError("zip_bomb", part=info.filename)
        within("part", size)
        self.budget.spend("unpacked", more)


def _part_name(name: str) -> str:
    """A part's name as it is looked up: in small letters, its `%E8%A1%A8` undone."""
    plain = name.replace("\\", "/").lstrip("/").lower()
    return _ESCAPED.sub(lambda escaped: bytes.fromhex(escaped[0].replace("%", "")).decode("utf-8", "replace"), plain)


class _Parser:
    """One part on its way through expat; nothing of it is kept here but counts."""

    def __init__(self, part: str, elements: Elements) -> None:
        self.part = part
        self.length = 0
        self.prefixes: set[str | None] = set()
        self.elements = elements
        self.names: dict[str, str] = {}
        self.parser = expat.ParserCreate(namespace_separator=" ", intern=self.names)
        self.parser.buffer_text = True
        self.counts: _Counts = lambda: (0, 0)
        self.parser.StartElementHandler = self._root
        self.parser.CharacterDataHandler = elements.text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartNamespaceDeclHandler = lambda prefix, _: self.prefixes.add(prefix)

    def feed(self, chunk: bytes) -> None:
        """Some bytes more. A tag that does not end is not waited for: its beginning would be read again and again."""
        self._parse(chunk, final=False)
        self.length += len(chunk)
        opened, closed = self.counts()
        within("token", self.length - self.parser.CurrentByteIndex)
        within("names", len(self.names) + len(self.prefixes))
        within("depth", opened - closed)
        within("elements", opened)

    def close(self) -> None:
        """The end of the part."""
        self._parse(b"", final=True)

    def release(self) -> None:
        """Let go of what expat calls: each holds the other, and what no collector looks at would stay to the end."""
        self.parser.StartElementHandler = self.parser.EndElementHandler = self.parser.CharacterDataHandler = None
        self.parser.StartDoctypeDeclHandler = self.parser.StartNamespaceDeclHandler = None

    def _parse(self, chunk: bytes, *, final: bool) -> None:
        try:
            self.parser.Parse(chunk, final)
        except (expat.ExpatError, LookupError, ValueError) as error:  # the latter two: an encoding that nobody has
            line = str(self.parser.CurrentLineNumber)
            raise BookError("damaged_xml", part=self.part, line=line) from error

    def _root(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, root = name.rpartition(" ")
        if root != self.elements.root or namespace not in _NAMESPACES:
            raise BookError("damaged_xml", part=self.part, line=str(self.parser.CurrentLineNumber))
        start, self.parser.EndElementHandler, self.counts = _handlers(self.elements, namespace)
        self.parser.StartElementHandler = start
        start(name, attributes)

    def _doctype(self, *_: object) -> None:
        raise BookError("doctype", part=self.part)


def _handlers(
    elements: Elements, namespace: str
) -> tuple[Callable[[str, dict[str, str]], None], Callable[[str], None], _Counts]:
    """What expat calls at each start and end, and how many there were: closures, since nothing is called as often."""
    start_action, end_action = _named(elements.starts, namespace).get, _named(elements.ends, namespace).get
    opened = closed = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal opened
        opened += 1
        action = start_action(name)
        if action is not None:
            action(attributes)

    def end(name: str) -> None:
        nonlocal closed
        closed += 1
        action = end_action(name)
        if action is not None:
            action()

    return start, end, lambda: (opened, closed)


def _named(actions: Mapping[str, Action], namespace: str) -> dict[str, Action]:
    """Actions by the whole names of the elements, all of the name space that the root is of."""
    return {f"{namespace} {name}": action for name, action in actions.items()}
