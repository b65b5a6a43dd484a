"""A YAML text with slips: read on, of a mended copy, for diagnosis alone. Few files need it, so few load it."""

import re
from collections.abc import Callable
from typing import TypeAlias

import yaml

from anju_cli.readers.content import Content
from anju_cli.readers.nodes import moved
from anju_cli.readers.slips import IsKey, Slip
from anju_cli.readers.yaml_colons import swallowed
from anju_cli.readers.yaml_slips import problem_of, slip_at

_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
#: More slips than this are another file; beyond so many characters only the first is told.
MOST_SLIPS = 50
LARGEST_MENDED = 1_000_000

#: A text as far as it goes, and the slip that ended it.
Parsed: TypeAlias = tuple[Content, yaml.YAMLError | None]


def mended(
    text: str, content: Content, error: yaml.YAMLError | None, is_key: IsKey, parse: Callable[[str], Parsed]
) -> Content:
    """What can be told of a text with slips: each slip, and what stands between them. It is not whole.

    `parse` reads a text as far as it goes, and gives the error that ended it.
    """
    lines, slips = _LINE_END.split(text), dict[int, Slip]()
    while len(slips) < MOST_SLIPS:
        more = _next_slips(content, error, lines, is_key, set(slips))
        if not more:
            break
        again = [slip for slip in more if slip.line in slips and lines[slip.line] == slip.mended]
        for slip in more[: MOST_SLIPS - len(slips)]:
            first = slips.setdefault(slip.line, slip)
            slips[slip.line] = slip._replace(fault=first.fault)
            lines[slip.line] = slip.mended
        if again or len(text) > LARGEST_MENDED:
            break
        content, error = parse("\n".join(lines) + "\n")
    if not slips:
        return content
    faults = sorted((*(slip.fault for slip in slips.values()), *content.faults), key=lambda fault: fault.span)
    guessed = frozenset(slip.line + 1 for slip in slips.values() if slip.guessed)
    shifts = {slip.line: (slip.column, slip.more) for slip in slips.values()}
    roots = tuple(moved(root, shifts) for root in content.roots)
    return content._replace(roots=roots, faults=tuple(faults), whole=False, guessed=guessed)


def _next_slips(
    content: Content, error: yaml.YAMLError | None, lines: list[str], is_key: IsKey, mended: set[int]
) -> list[Slip]:
    """What is behind an error; without one, the lines that are no error to YAML and nothing to us."""
    if error is not None:
        return [slip_at(problem_of(error), lines, is_key, mended)]
    return [slip for slip in swallowed(content.root, lines, is_key) if slip.line not in mended]
