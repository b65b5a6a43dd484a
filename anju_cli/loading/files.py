"""One file: its bytes, its text, its content. What can't be read is a result."""

import os
import stat
from typing import NamedTuple

from anju_cli.characters import visible
from anju_cli.diagnostics import Diagnostic
from anju_cli.places import Document, Place, Span
from anju_cli.readers import READERS, Content, Fault
from anju_cli.readers.encoding import LARGEST, Known, decode


class ReadFile(NamedTuple):
    """A file read as far as it could be."""

    document: Document
    content: Content
    diagnostics: tuple[Diagnostic, ...]


def read_file(path: str, known: Known) -> ReadFile:
    """Read one file; `known` tells our files from nonsense."""
    shown = shown_path(path)
    data = _bytes(path)
    if isinstance(data, str):
        return _unread(shown, data)
    return read_bytes(shown, data, known)


def read_bytes(shown: str, data: bytes, known: Known) -> ReadFile:
    """The same for bytes in hand; `shown` is the path as it is to be printed."""
    decoded = decode(data, known)
    document = Document(shown, decoded.text, decoded.encoding, data)
    first = (decoded.fault,) if decoded.fault else ()
    if first and first[0].code != "ANJ007":
        return ReadFile(document, Content(None, whole=False), _diagnostics(shown, first))
    reader = READERS.get(os.path.splitext(shown)[1].lower(), READERS[".yaml"])
    content = reader(decoded.text)
    return ReadFile(document, content, _diagnostics(shown, first + content.faults))


def shown_path(path: str) -> str:
    """A path as it was given, POSIX, without what a terminal could take for a command."""
    return visible(path.replace(os.sep, "/"))


def _bytes(path: str) -> bytes | str:
    """The file's bytes, or the name of what keeps them from being read."""
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode):
            return "ANJ001" if stat.S_ISDIR(mode) else "ANJ002"
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError):
        return "ANJ001"
    return "ANJ003" if len(data) > LARGEST else data


def _unread(shown: str, code: str) -> ReadFile:
    document = Document(shown, "", "", b"")
    finding = Diagnostic(code, Place(shown), {"limit": str(LARGEST // 1_000_000)})
    return ReadFile(document, Content(None, whole=False), (finding,))


def _diagnostics(shown: str, faults: tuple[Fault, ...]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(fault.code, Place(shown, span=fault.span), dict(fault.arguments), fault.kind) for fault in faults
    )


def start_of(path: str) -> Place:
    """The first character of a file, where nothing nearer is to be pointed at."""
    return Place(path, span=Span(1, 1, 1, 1))
