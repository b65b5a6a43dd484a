"""YAML from libyaml's events, built into our nodes with a stack: no recursion, no typing.

Composing the events with PyYAML dies on deep nesting and loses duplicate keys; typing them turns
010 into 8. Both are avoided by staying with the events.
"""

import re
from typing import Any

import yaml

from anju_cli.places import Span
from anju_cli.readers.content import DEEPEST, OF_REPORT, Content, Fault, HasKnownKey, Limits, StoppedError
from anju_cli.readers.encoding import read_text
from anju_cli.readers.nodes import (
    Form,
    MappingNode,
    Node,
    Point,
    ScalarNode,
    SequenceNode,
    beginning,
    rejoined,
    texts_below,
)

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

#: What newer versions of libyaml say of brackets before any of them is handed on.
_TOO_DEEP = "exceeded maximum nesting depth"


def read_yaml(raw: bytes, has_known_key: HasKnownKey, limits: Limits = OF_REPORT) -> Content:
    """The plain shape of a YAML file with every fault of its form. Never raises."""
    return read_text(raw, has_known_key, lambda text: parse_yaml(text, has_known_key, limits), limits=limits)


def parse_yaml(text: str, has_known_key: HasKnownKey = lambda _: False, limits: Limits = OF_REPORT) -> Content:
    """The same of a text that is decoded and printable. Behind a slip it is read on, of a mended copy."""
    content, error = _parsed(text, limits)
    if error is None and (not content.whole or next(texts_below(content.root), None) is None):
        return content
    from anju_cli.readers.yaml_mending import mended

    return mended(text, content, error, lambda key: has_known_key(f"{key}:"), _parsed)


def _parsed(text: str, limits: Limits = OF_REPORT) -> tuple[Content, yaml.YAMLError | None]:
    """A text as far as it goes, and the slip that ended it."""
    builder = _Builder(text, limits)
    try:
        builder.take_all(_LOADER(text))
    except yaml.YAMLError as error:
        from anju_cli.readers.yaml_slips import problem_of

        problem = problem_of(error)
        if _TOO_DEEP in problem.words:
            span = beginning(Point(problem.line, problem.column))
            return builder.finish(Fault("ANJ012", span, "depth", {"limit": str(DEEPEST)})), None
        return builder.finish(None)._replace(whole=False), error
    except StoppedError as stop:
        return builder.finish(stop.fault), None
    return builder.finish(None), None


class _Builder:
    """Turns events into nodes; open collections wait on a stack."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
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
        scalar, forms, most = yaml.ScalarEvent, _FORMS, self.limits.values
        try:
            for number, event in enumerate(iter(parser.get_event, None)):
                if number > most:
                    raise StoppedError(Fault("ANJ012", _span(event), self.limits.values_kind, {"limit": str(most)}))
                kind = type(event)
                if kind is scalar:
                    start, value, form = event.start_mark, event.value, forms[event.style]
                    if event.anchor is not None or event.tag is not None:
                        self._decorated(event)
                        form = form if value and not _is_number(event.tag) else "refused"
                    remark = "" if value else self._remark(event)
                    self.items.append(ScalarNode(value, form, start, event.end_mark, remark))
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
        return Content(tuple(self.items[:1]), tuple(faults), fault is None)

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
            entries = self._entries(inner)
            self.items.append(MappingNode(rejoined(entries) if event.flow_style else entries, start))

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
            number = event.anchor[0].isdigit() and not getattr(event, "value", event.anchor)
            arguments = {"name": event.anchor, "sign": "&"}
            self.faults.append(Fault("ANJ010", _span(event), "number" if number else "anchor", arguments))
        if event.tag is not None:
            number = _is_number(event.tag)
            arguments = {"name": event.tag.lstrip("!") if number else event.tag, "sign": "!"}
            self.faults.append(Fault("ANJ010", _span(event), "number" if number else "tag", arguments))


def _is_number(tag: str | None) -> bool:
    """Whether a tag is a figure with a sign before it."""
    return tag is not None and tag.lstrip("!")[:1].isdigit()


def _span(event: Any) -> Span:
    """Where an event begins: a block's end is where the next thing starts."""
    return beginning(event.start_mark)
