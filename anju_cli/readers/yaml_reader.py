"""YAML from libyaml's events, built into our nodes with a stack: no recursion, no typing.

Composing the events with PyYAML dies on deep nesting and loses duplicate keys; typing them turns
010 into 8. Both are avoided by staying with the events.
"""

import re
from typing import Any

import yaml

from anju_cli.places import Span
from anju_cli.readers.content import DEEPEST, MOST_VALUES, Content, Fault, HasKnownKey, StoppedError
from anju_cli.readers.encoding import read_text
from anju_cli.readers.nodes import Form, MappingNode, Node, Point, ScalarNode, SequenceNode, beginning

_LOADER = yaml.CBaseLoader if hasattr(yaml, "CBaseLoader") else yaml.BaseLoader
_FORMS: dict[str | None, Form] = {
    None: "plain",
    "": "plain",
    "'": "quoted",
    '"': "quoted",
    "|": "lines",
    ">": "lines",
}
#: An error of a spreadsheet behind an empty value, which YAML takes for a comment.
_ERROR_VALUE = re.compile(r"[^\S\r\n]*(#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!))")

#: libyaml's words for the usual slips, and the kind under which `texts` explains each.
_SLIPS = (
    ("tab", "found a tab character"),
    ("start", "cannot start any token"),
    ("indent", "did not find expected key"),
    ("colon", "could not find expected ':'"),
    ("value", "mapping values are not allowed"),
    ("quote", "quoted scalar"),
    ("bracket", "expected ',' or"),
)

#: What newer versions of libyaml say of brackets before any of them is handed on.
_TOO_DEEP = "exceeded maximum nesting depth"


def read_yaml(raw: bytes, has_known_key: HasKnownKey) -> Content:
    """The plain shape of a YAML file with every fault of its form. Never raises."""
    return read_text(raw, has_known_key, parse_yaml)


def parse_yaml(text: str) -> Content:
    """The same of a text that is decoded and printable."""
    builder = _Builder(text)
    try:
        builder.take_all(_LOADER(text))
    except yaml.YAMLError as error:
        return builder.finish(_wide_colon(error, text) or _syntax(error, text))
    except StoppedError as stop:
        return builder.finish(stop.fault)
    return builder.finish(None)


class _Builder:
    """Turns events into nodes; open collections wait on a stack."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[Fault] = []
        self.items: list[Node] = []
        self.stack: list[tuple[list[Node], Any]] = []

    def take_all(self, parser: Any) -> None:
        """Every event of a stream. Scalars are most of it, so they are taken in the loop itself."""
        take = {
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        scalar, forms = yaml.ScalarEvent, _FORMS
        try:
            for number, event in enumerate(iter(parser.get_event, None)):
                if number > MOST_VALUES:
                    raise StoppedError(Fault("ANJ012", _span(event), "count", {"limit": str(MOST_VALUES)}))
                kind = type(event)
                if kind is scalar:
                    if event.anchor is not None or event.tag is not None:
                        self._decorated(event)
                    start, value = event.start_mark, event.value
                    remark = "" if value else self._remark(event)
                    self.items.append(ScalarNode(value, forms[event.style], start, event.end_mark, remark))
                elif kind in take:
                    take[kind](event)
        finally:
            parser.dispose()

    def _remark(self, event: Any) -> str:
        error = None if event.style else _ERROR_VALUE.match(self.text, event.start_mark.index)
        return error[1] if error else ""

    def finish(self, fault: Fault | None) -> Content:
        """The content so far; what was still open is closed as it stands."""
        while self.stack:
            self._close(None)
        faults = [*self.faults, fault] if fault else self.faults
        return Content(self.items[0] if self.items else None, tuple(faults), fault is None)

    def _alias(self, event: Any) -> None:
        self.faults.append(Fault("ANJ010", _span(event), "alias", {"name": event.anchor}))
        start = event.start_mark
        self.items.append(ScalarNode("", "refused", start, Point(start.line, start.column + 1)))

    def _document(self, event: Any) -> None:
        if self.items:
            raise StoppedError(Fault("ANJ011", _span(event)))

    def _open(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        if len(self.stack) >= DEEPEST:
            raise StoppedError(Fault("ANJ012", _span(event), "depth", {"limit": str(DEEPEST)}))
        self.stack.append((self.items, event))
        self.items = []

    def _close(self, _: Any) -> None:
        inner = self.items
        self.items, event = self.stack.pop()
        start = event.start_mark
        if type(event) is yaml.SequenceStartEvent:
            self.items.append(SequenceNode(tuple(inner), start))
        else:
            self.items.append(MappingNode(self._entries(inner), start))

    def _entries(self, items: list[Node]) -> tuple[tuple[ScalarNode, Node], ...]:
        keys, values = items[::2], items[1::2]  # a key cut off has no value
        if all([type(key) is ScalarNode and key.text != "<<" for key in keys]):  # noqa: C419 - a generator takes longer
            return tuple(zip(keys, values, strict=False))  # type: ignore[arg-type]  # looked at just now
        entries: list[tuple[ScalarNode, Node]] = []
        for key, value in zip(keys, values, strict=False):
            if not isinstance(key, ScalarNode):
                self.faults.append(Fault("ANJ104", key.span, "key"))
            elif key.text == "<<" and key.form == "plain":
                self.faults.append(Fault("ANJ010", key.span, "merge"))
            else:
                entries.append((key, value))
        return tuple(entries)

    def _decorated(self, event: Any) -> None:
        """Anchors and explicit tags would let one figure stand for another, or turn a text into a number."""
        if event.anchor is not None:
            self.faults.append(Fault("ANJ010", _span(event), "anchor", {"name": event.anchor}))
        if event.tag is not None:
            self.faults.append(Fault("ANJ010", _span(event), "tag", {"name": event.tag}))


def _span(event: Any) -> Span:
    """Where an event begins: a block's end is where the next thing starts."""
    return beginning(event.start_mark)


#: A line whose key is followed by a full-width colon: YAML takes the whole line for one text.
_WIDE_COLON = re.compile(r"[ \t]*(?:- )?[^\s#：:\"'{\[][^：:]*(：)")


def _wide_colon(error: yaml.YAMLError, text: str) -> Fault | None:
    """The last full-width colon behind a key, up to where libyaml gave up: the commonest slip of all."""
    lines = text.splitlines()[: _mark(error)[0] + 1]
    for line in range(len(lines) - 1, -1, -1):
        colon = _WIDE_COLON.match(lines[line])
        if colon:
            return Fault("ANJ004", beginning(Point(line, colon.start(1))), "wide_colon", {"line": str(line + 1)})
    return None


def _mark(error: yaml.YAMLError) -> tuple[int, int]:
    """Line and column, from zero, where libyaml gave up; an error without a mark is at the beginning."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return (mark.line, mark.column) if mark else (0, 0)


def _syntax(error: yaml.YAMLError, text: str) -> Fault:
    """In libyaml's own words, at its place."""
    number, column = _mark(error)
    parts = (getattr(error, "context", None), getattr(error, "problem", None))
    words = " ".join(str(part) for part in parts if part)
    if _TOO_DEEP in words:
        return Fault("ANJ012", beginning(Point(number, column)), "depth", {"limit": str(DEEPEST)})
    line = "".join(text.splitlines()[number : number + 1])
    kind = "tab" if line[column : column + 1] == "\t" else _kind(words)
    return Fault("ANJ004", beginning(Point(number, column)), kind, {"problem": words})


def _kind(problem: str) -> str:
    """Which of the usual slips libyaml's words stand for."""
    return next((kind for kind, sign in _SLIPS if sign in problem), "")
