"""One file: its bytes, and its content by the reader of its suffix. What can't be read is a result."""

import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from anju_cli.characters import visible
from anju_cli.diagnostics import Diagnostic
from anju_cli.places import Place, Span
from anju_cli.readers import Content, Document, Vocabulary, most_bytes, reader_of
from anju_cli.readers.content import OF_REPORT, Limits


class ReadFile(NamedTuple):
    """A file read as far as it could be."""

    document: Document
    content: Content
    diagnostics: tuple[Diagnostic, ...]


def read_file(path: str, vocabulary: Vocabulary, limits: Limits = OF_REPORT) -> ReadFile:
    """Read one file; `vocabulary` tells our files from nonsense."""
    shown = shown_path(path)
    raw = _bytes(path, most_bytes(suffix_of(shown), limits) + 1)
    if isinstance(raw, str):
        finding = Diagnostic(raw, Place(shown))
        return ReadFile(Document(shown, "", "", b""), Content(whole=False), (finding,))
    return read_bytes(shown, raw, vocabulary, limits)


def read_bytes(shown: str, raw: bytes, vocabulary: Vocabulary, limits: Limits = OF_REPORT) -> ReadFile:
    """The same for bytes in hand; `shown` is the path as it is to be printed.

    Of a file that is too large only the beginning is in hand: that has no checksum.
    """
    content = reader_of(suffix_of(shown))(raw, vocabulary, limits)
    document = Document(shown, content.text, content.encoding, raw if content.encoding else b"")
    return ReadFile(document, content, tuple(_diagnostics(shown, content)))


def suffix_of(path: str) -> str:
    """What a file is by its name, in small letters."""
    return os.path.splitext(path)[1].lower()


def shown_path(path: str) -> str:
    """A path as it was given, POSIX, without what a terminal could take for a command."""
    return visible(path.replace(os.sep, "/"))


def _bytes(path: str, most: int) -> bytes | str:
    """The file's first bytes, `most` of them, or the name of what keeps them from being read."""
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            return "ANJ001" if stat.S_ISDIR(mode) else "ANJ002"
        with open(path, "rb") as file:
            return file.read(most)
    except (OSError, ValueError):
        return "ANJ001"


def _diagnostics(shown: str, content: Content) -> Iterator[Diagnostic]:
    """The faults of a file's form; a file of which no byte was looked at has no place to point at."""
    for code, span, kind, arguments, *_ in content.faults:
        yield Diagnostic(code, Place(shown, span=span if content.encoding else None), dict(arguments), kind)


def start_of(path: str) -> Place:
    """The first character of a file, where nothing nearer is to be pointed at."""
    return Place(path, span=Span(1, 1, 1, 1))
