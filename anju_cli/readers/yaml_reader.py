"""YAML from libyaml's events, built into our nodes with a stack: no recursion, no typing.

Composing the events with PyYAML dies on deep nesting and loses duplicate keys; typing them turns
010 into 8. Both are avoided by staying with the events.
"""

import re
from collections.abc import Iterable
from typing import Any

import yaml

from anju_cli.places import MappingNode, Node, ScalarNode, SequenceNode, Span, beginning
from anju_cli.readers.shape import Content, Fault

#: A report needs five levels, a catalogue seven.
DEEPEST = 32
#: The whole catalogue makes some eight thousand events; a report of every indicator some two thousand.
MOST_EVENTS = 30_000

#: What YAML 1.1 lets no file hold (production 1, c-printable) below U+0100, and U+0085 …
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
#: … and above: with U+0085 the line ends that editors do not see but libyaml counts, so that every
#: place behind them would be off. Looked for one by one: a set that reaches so far takes longer to
#: compile than a report to read.
_UNPRINTABLE_WIDE = "\u2028\u2029\ufffe\uffff"

_LOADER = yaml.CBaseLoader if hasattr(yaml, "CBaseLoader") else yaml.BaseLoader
_STYLES = {None: "plain", "": "plain", "'": "quoted", '"': "quoted", "|": "block", ">": "block"}

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


class _StoppedError(Exception):
    """The rest of the file is not read; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def read_yaml(text: str) -> Content:
    """The plain shape of a YAML text with every fault of its form. Never raises."""
    bad = _unprintable(text)
    if bad is not None:
        return Content(None, (_unreadable(text, bad),), whole=False)
    builder = _Builder()
    try:
        builder.take_all(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        return builder.finish(_wide_colon(error, text) or _syntax(error, text))
    except _StoppedError as stop:
        return builder.finish(stop.fault)
    return builder.finish(None)


class _Builder:
    """Turns events into nodes; open collections wait on a stack."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.items: list[Node] = []
        self.stack: list[tuple[list[Node], Any]] = []

    def take_all(self, events: Iterable[Any]) -> None:
        """Every event of a stream."""
        take = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        for number, event in enumerate(events):
            if number > MOST_EVENTS:
                raise _StoppedError(Fault("ANJ012", _span(event), "count", {"limit": str(MOST_EVENTS)}))
            handle = take.get(type(event))
            if handle is not None:
                handle(event)

    def finish(self, fault: Fault | None) -> Content:
        """The content so far; what was still open is closed as it stands."""
        while self.stack:
            self._close(None)
        faults = [*self.faults, fault] if fault else self.faults
        return Content(self.items[0] if self.items else None, tuple(faults), fault is None)

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        start, end = event.start_mark, event.end_mark
        span = Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        self.items.append(ScalarNode(event.value, _STYLES[event.style], span))

    def _alias(self, event: Any) -> None:
        self.faults.append(Fault("ANJ010", _span(event), "alias", {"name": event.anchor}))
        self.items.append(ScalarNode("", "alias", _span(event)))

    def _document(self, event: Any) -> None:
        if self.items:
            raise _StoppedError(Fault("ANJ011", _span(event)))

    def _open(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        if len(self.stack) >= DEEPEST:
            raise _StoppedError(Fault("ANJ012", _span(event), "depth", {"limit": str(DEEPEST)}))
        self.stack.append((self.items, event))
        self.items = []

    def _close(self, _: Any) -> None:
        inner = self.items
        self.items, event = self.stack.pop()
        if type(event) is yaml.SequenceStartEvent:
            self.items.append(SequenceNode(tuple(inner), _span(event)))
        else:
            self.items.append(MappingNode(self._entries(inner), _span(event)))

    def _entries(self, items: list[Node]) -> tuple[tuple[ScalarNode, Node], ...]:
        entries: list[tuple[ScalarNode, Node]] = []
        for key, value in zip(items[::2], items[1::2], strict=False):  # a key cut off has no value
            if not isinstance(key, ScalarNode):
                self.faults.append(Fault("ANJ104", key.span, "key"))
            elif key.text == "<<" and key.style == "plain":
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
    return beginning(event.start_mark.line, event.start_mark.column)


#: A line whose key is followed by a full-width colon: YAML takes the whole line for one text.
_WIDE_COLON = re.compile(r"[ \t]*(?:- )?[^\s#：:\"'{\[][^：:]*(：)")


def _wide_colon(error: yaml.YAMLError, text: str) -> Fault | None:
    """The last full-width colon behind a key, up to where libyaml gave up: the commonest slip of all."""
    lines = text.splitlines()[: _mark(error)[0] + 1]
    for line in range(len(lines) - 1, -1, -1):
        found = _WIDE_COLON.match(lines[line])
        if found:
            return Fault("ANJ004", beginning(line, found.start(1)), "wide_colon", {"line": str(line + 1)})
    return None


def _mark(error: yaml.YAMLError) -> tuple[int, int]:
    """Line and column, from zero, where libyaml gave up; an error without a mark is at the beginning."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return (mark.line, mark.column) if mark else (0, 0)


def _syntax(error: yaml.YAMLError, text: str) -> Fault:
    """In libyaml's own words, at its place."""
    at, column = _mark(error)
    parts = (getattr(error, "context", None), getattr(error, "problem", None))
    words = " ".join(str(part) for part in parts if part)
    line = "".join(text.splitlines()[at : at + 1])
    kind = "tab" if line[column : column + 1] == "\t" else _kind(words)
    return Fault("ANJ004", beginning(at, column), kind, {"problem": words})


def _kind(problem: str) -> str:
    """Which of the usual slips libyaml's words stand for."""
    return next((kind for kind, sign in _SLIPS if sign in problem), "")


def _unprintable(text: str) -> int | None:
    """Where the first character stands that no YAML file may hold."""
    found = _UNPRINTABLE.search(text)
    places = [text.find(character) for character in _UNPRINTABLE_WIDE] + ([found.start()] if found else [])
    return min((place for place in places if place >= 0), default=None)


def _unreadable(text: str, at: int) -> Fault:
    before = re.split("\r\n|[\r\n]", text[:at])
    start = beginning(len(before) - 1, len(before[-1]))
    return Fault("ANJ009", start, arguments={"character": f"U+{ord(text[at]):04X}"})
