"""Lines of YAML that lack their colon, or have one that YAML does not know."""

import re
from collections.abc import Iterator

from anju_cli.readers.nodes import Node, texts_below
from anju_cli.readers.slips import KEYED, IsKey, Slip, slip_of

#: A line whose key is followed by a full-width colon, or by a colon without a space: YAML takes it for one text.
_WIDE_COLON = re.compile(r"[ \t]*(?:- +)?[^\s#：:\"'{\[][^：:]*?[ \t]*(：)[ \t]*")
_TIGHT_COLON = re.compile(r"[ \t]*(?:- +)?[^\s#：:\"'{\[][^：:]*?(:)(?=\S)")
#: The end of a key that lacks its colon: a space, a mark in its place, or the figure itself.
_KEY_END = re.compile(r"[ \t=＝;；,，]+|(?=\d)")


def swallowed(root: Node | None, lines: list[str], is_key: IsKey) -> Iterator[Slip]:
    """The lines of entries that YAML takes for one text, since none of them has a colon that it knows."""
    for scalar in texts_below(root):
        numbers = range(scalar.start.line, min(scalar.end.line + 1, len(lines)))
        slips = [slip for number in numbers for slip in with_colon(lines, number, is_key)]
        if any(is_key(slip.mended.partition(":")[0].strip(" \t-")) for slip in slips):
            yield from slips


def with_colon(lines: list[str], number: int, is_key: IsKey) -> Iterator[Slip]:
    """A line with the colon that it lacks."""
    line = lines[number]
    if line.lstrip().startswith("#") or KEYED.match(line):
        return
    for kind, pattern in (("wide_colon", _WIDE_COLON), ("tight_colon", _TIGHT_COLON)):
        colon = pattern.match(line)
        if colon:
            at = colon.start(1)
            yield _mended(kind, number, line, at, at + 1)
            return
    body = len(line) - len(line.lstrip(" \t-"))
    for end in _KEY_END.finditer(line, body + 1):
        if is_key(line[body : end.start()]):
            yield _mended("colon", number, line, end.start(), end.end(), body)
            return
    if is_key(line[body:].strip()):
        yield _mended("colon", number, line, len(line.rstrip()), len(line), body)


def _mended(kind: str, number: int, line: str, start: int, end: int, at: int | None = None) -> Slip:
    """A line with a colon and a space in place of what stands between two columns."""
    slip = slip_of(kind, number, start if at is None else at, f"{line[:start]}: {line[end:]}", line=str(number + 1))
    return slip._replace(guessed=False, column=start, more=2 - (end - start))
