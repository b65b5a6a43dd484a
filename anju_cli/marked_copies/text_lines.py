"""A text file as lines of bytes: what is put between them is in the file's own encoding, and nothing else changes."""

import re
from typing import NamedTuple

from anju_cli.marked_copies.refusals import UnmarkableError
from anju_cli.readers.encoding import byte_order_mark, decode

#: Line ends as bytes: no byte of another character looks like them in UTF-8 and GB18030, and UTF-16 is looked at whole.
_LINES = re.compile(rb"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+")


class TextLines(NamedTuple):
    """A file's mark, if it has one, and its lines with their ends."""

    encoding: str
    mark: bytes
    lines: tuple[bytes, ...]

    @property
    def text(self) -> str:
        """The whole text, without the mark."""
        return b"".join(self.lines).decode(self.encoding, "replace")

    @property
    def line_end(self) -> str:
        """How lines end in it."""
        return (self.end(0) if self.lines else "") or "\n"

    def line(self, number: int) -> str:
        """A line with its end, from zero; damaged bytes are not kept."""
        return self.lines[number].decode(self.encoding, "replace")

    def end(self, number: int) -> str:
        """How a line ends, from zero; the last may have no end."""
        text = self.line(number)
        return text[len(text.rstrip("\r\n")) :]

    def with_lines(self, lines: list[bytes]) -> bytes:
        """The file with other lines."""
        return self.mark + b"".join(lines)

    def encoded(self, text: str) -> bytes:
        """Something new in the encoding of the file."""
        return text.encode(self.encoding, "replace")


def text_lines(raw: bytes) -> TextLines:
    """The lines of a file that readers take for a text."""
    encoding = decode(raw, lambda _: True).encoding
    if encoding in {"binary", "utf-32"}:
        raise UnmarkableError("unreadable")
    mark = byte_order_mark(raw)
    body = raw[len(mark) :]
    if encoding.startswith("utf-16"):
        lines = re.findall(r"[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+", body.decode(encoding, "surrogatepass"))
        return TextLines(encoding, mark, tuple(line.encode(encoding, "surrogatepass") for line in lines))
    return TextLines(encoding, mark, tuple(_LINES.findall(body)))
