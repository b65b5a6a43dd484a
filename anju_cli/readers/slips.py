"""A slip of YAML's syntax: the line that it stands on, and that line mended."""

import re
from collections.abc import Callable
from typing import NamedTuple

from anju_cli.readers.content import Fault
from anju_cli.readers.nodes import Point, beginning

#: A key with its colon, and what stands behind it.
KEYED = re.compile(r"""(\s*(?:- +)?(?:"[^"]*"|'[^']*'|[^\s#"'{\[][^#"'{\[]*?)[ \t]*:)(?:[ \t]+(.*))?$""")

#: Whether a text is a key of ours.
IsKey = Callable[[str], bool]


class Slip(NamedTuple):
    """A slip on a line from zero, and that line mended.

    `guessed` where what stands on it is not what was meant; else `more` characters were put in at `column`.
    """

    fault: Fault
    line: int
    mended: str
    guessed: bool = True
    column: int = 0
    more: int = 0


def slip_of(kind: str, number: int, column: int, mended: str, **arguments: str) -> Slip:
    """A slip of a kind, at a point from zero."""
    return Slip(Fault("ANJ004", beginning(Point(number, column)), kind, arguments), number, mended)


def is_keyless(line: str) -> bool:
    """Whether a line has no colon that YAML knows: empty ones and remarks too."""
    return not line.strip() or line.lstrip().startswith("#") or not KEYED.match(line)
