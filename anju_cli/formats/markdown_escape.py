"""Markdown around text from outside, which stays text: GitHub's dialect (tables, strikethrough, autolinks)."""

import re
from collections.abc import Iterable, Sequence

from anju_cli.characters import visible
from anju_cli.texts.languages import Argument

#: What Markdown, GitHub's tables and its formulas read as marks, wherever it stands.
_MARKS = re.compile(r"[\\`*_\[\]|~#$]")

#: What they read as a mark where a line begins: rules, underlined headings, lists.
_AT_START = re.compile(r"^(?:[-+=](?!\d)|\d{1,9}(?=[.)](?:\s|$)))")

#: What GitHub turns into links by itself.
_LINKS = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Marked(str):
    """Text that is Markdown already: ours, or escaped."""

    __slots__ = ()


def escaped(text: str) -> Marked:
    """`text` as Markdown that shows it letter for letter, on one line; what is marked already stays."""
    if isinstance(text, Marked):
        return text
    bare = _MARKS.sub(r"\\\g<0>", visible(text).strip())
    bare = _AT_START.sub(_kept_from_start, bare)
    return Marked(_LINKS.sub(r"\\\g<0>", bare).translate(_ENTITIES))


def _kept_from_start(match: re.Match[str]) -> str:
    """A sign is escaped itself; of `1.` it is the point, for a digit can't be."""
    start = match.group()
    return start + "\\" if start.isdigit() else "\\" + start


def filled(template: str, **arguments: object) -> Marked:
    """A template of ours with its arguments filled in, escaped where they are not marked."""
    return Marked(template.format(**{key: Argument(escaped(_text(value))) for key, value in arguments.items()}))


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int | None = None) -> str:
    """A table; the columns from index `numbers` on are aligned to the right."""
    from_right = len(head) if numbers is None else numbers
    rule = ["---:" if index >= from_right else "---" for index in range(len(head))]
    return "\n".join(row(cells) for cells in (head, list(map(Marked, rule)), *rows))


def row(cells: Sequence[str]) -> str:
    """A row of a table."""
    return "| " + " | ".join(map(escaped, cells)) + " |"


def bold(text: str) -> Marked:
    """Strong text; none where there is nothing to say."""
    return Marked(f"**{escaped(text)}**") if text.strip() else Marked("")


def lines(texts: Iterable[str]) -> Marked:
    """Texts below each other within one cell."""
    return Marked("<br>".join(escaped(text) for text in texts if text))


def bullets(texts: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {escaped(text)}" for text in texts)
