"""YAML from libyaml's events, built into our nodes with a stack: no recursion, no typing.

Composing the events with PyYAML dies on deep nesting and loses duplicate keys; typing them turns
010 into 8. Both are avoided by staying with the events.
"""

import re
from typing import Any

import yaml

from anju_cli.readers.shape import Content, Fault
from anju_cli.source import Mapping, Node, Scalar, Sequence, Span

#: A report needs five levels, a catalogue seven.
DEEPEST = 32
#: The whole catalogue has some five thousand values.
MOST_NODES = 100_000

#: What YAML 1.1 lets no file hold (production 1, c-printable), and the line ends that editors do not see.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]")

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


class _Stop(Exception):
    """The rest of the file is not read; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def read_yaml(text: str) -> Content:
    """The plain shape of a YAML text with every fault of its form. Never raises."""
    bad = _UNPRINTABLE.search(text)
    if bad:
        return Content(None, (_unprintable(text, bad),), whole=False)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        return builder.finish(_syntax(error))
    except _Stop as stop:
        return builder.finish(stop.fault)
    return builder.finish(None)


class _Builder:
    """Turns events into nodes; open collections wait on a stack."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.documents: list[Node] = []
        self.stack: list[tuple[list[Node], Any]] = []
        self.count = 0
        self.passed_over = 0

    def take(self, event: Any) -> None:
        """One event of the stream."""
        if isinstance(event, yaml.ScalarEvent):
            self._decorated(event)
            span = _span(event)
            self._add(Scalar(event.value, _STYLES.get(event.style, "plain"), span), span)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close()
        elif isinstance(event, yaml.AliasEvent):
            span = _span(event)
            self.faults.append(Fault("ANJ010", span, "alias", {"name": event.anchor}))
            self._add(Scalar("", "alias", span), span)
        elif isinstance(event, yaml.DocumentStartEvent) and self.documents:
            raise _Stop(Fault("ANJ011", _span(event)))

    def finish(self, fault: Fault | None) -> Content:
        """The content so far; what was still open is closed as it stands."""
        while self.stack:
            self._close()
        faults = [*self.faults, fault] if fault else self.faults
        return Content(self.documents[0] if self.documents else None, tuple(faults), fault is None)

    def _open(self, event: Any) -> None:
        self._decorated(event)
        if len(self.stack) >= DEEPEST:
            raise _Stop(Fault("ANJ012", _span(event), "depth", {"limit": str(DEEPEST)}))
        self.stack.append(([], event))

    def _close(self) -> None:
        items, event = self.stack.pop()
        span = _span(event)
        if isinstance(event, yaml.SequenceStartEvent):
            self._add(Sequence(tuple(items), span), span)
        else:
            self._add(self._mapping(items, span), span)

    def _mapping(self, items: list[Node], span: Span) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        for key, value in zip(items[::2], items[1::2], strict=False):  # a key cut off has no value
            if not isinstance(key, Scalar):
                self.faults.append(Fault("ANJ104", key.span, "key"))
            elif key.style == "plain" and key.text == "<<":
                self.faults.append(Fault("ANJ010", key.span, "merge"))
            else:
                entries.append((key, value))
        return Mapping(tuple(entries), span)

    def _add(self, node: Node, span: Span) -> None:
        self.count += 1
        if self.count > MOST_NODES:
            raise _Stop(Fault("ANJ012", span, "count", {"limit": str(MOST_NODES)}))
        if self.stack:
            self.stack[-1][0].append(node)
        else:
            self.documents.append(node)

    def _decorated(self, event: Any) -> None:
        """Anchors and explicit tags would let one figure stand for another, or turn a text into a number."""
        if event.anchor is not None:
            self.faults.append(Fault("ANJ010", _span(event), "anchor", {"name": event.anchor}))
        if event.tag is not None:
            self.faults.append(Fault("ANJ010", _span(event), "tag", {"name": event.tag}))


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    if isinstance(event, yaml.CollectionStartEvent):  # a block's end is where the next thing begins
        return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _syntax(error: yaml.MarkedYAMLError) -> Fault:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    words = " ".join(str(part) for part in (error.context, error.problem) if part)
    return Fault("ANJ004", Span(line, column, line, column + 1), _kind(words), {"problem": words})


def _kind(problem: str) -> str:
    """Which of the usual slips libyaml's words stand for."""
    return next((kind for kind, sign in _SLIPS if sign in problem), "")


def _unprintable(text: str, found: re.Match[str]) -> Fault:
    at = found.start()
    before = re.split("\r\n|[\r\n\x85\u2028\u2029]", text[:at])
    line, column = len(before), len(before[-1]) + 1
    return Fault("ANJ009", Span(line, column, line, column + 1), arguments={"character": f"U+{ord(found.group()):04X}"})
