"""A report in YAML with its findings as comments, each above the line that it is about."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import yaml

from anju_cli.characters import storable, visible
from anju_cli.marked_copies.marks import Mark
from anju_cli.marked_copies.refusals import UnmarkableError
from anju_cli.marked_copies.text_lines import TextLines, text_lines
from anju_cli.readers.nodes import MappingNode, Node, Point, ScalarNode
from anju_cli.readers.yaml_reader import read_yaml
from anju_cli.texts import Texts

_SIGN = "# anju: "
_OURS = re.compile(rf"[ \t]*{_SIGN}")
_INDENT = re.compile(r" *")
_LOADER = yaml.CBaseLoader if hasattr(yaml, "CBaseLoader") else yaml.BaseLoader
_OPENING, _CLOSING = (yaml.MappingStartEvent, yaml.SequenceStartEvent), (yaml.MappingEndEvent, yaml.SequenceEndEvent)

#: The words to put above each line, by its number from zero.
_Comments: TypeAlias = Mapping[int, Sequence[str]]
#: What a file says, without places.
_Said: TypeAlias = tuple[Any, ...]


def marked_yaml(raw: bytes, marks: Sequence[Mark], say: Texts) -> bytes:
    """The copy; comments of ours from before give way. Where they can't stand at their lines, all stand at the top."""
    raw = cleared_yaml(raw)
    lines, marks, said = text_lines(raw), [mark for mark in marks if mark.is_open], _said(raw)
    for comments in _placements(lines, marks, say, is_read=said[1] or bool(said[-1])):
        copy = _with(lines, comments)
        if _said(copy) == said:
            return copy
    raise UnmarkableError("changed")


def cleared_yaml(raw: bytes) -> bytes:
    """The file without comments of ours."""
    lines = text_lines(raw)
    kept = [line for number, line in enumerate(lines.lines) if not _OURS.match(lines.line(number))]
    if len(kept) == len(lines.lines):
        return raw
    copy = lines.with_lines(kept)
    if _said(copy) != _said(raw):
        raise UnmarkableError("changed")
    return copy


def _with(lines: TextLines, comments: _Comments) -> bytes:
    """The lines with comments above some of them, as far to the right as those."""
    whole: list[bytes] = []
    for number, line in enumerate(lines.lines or (b"",)):
        indent = _INDENT.match(lines.line(number))[0] if lines.lines else ""  # type: ignore[index]  # it takes nothing, too
        whole += [lines.encoded(f"{indent}{_SIGN}{words}{lines.line_end}") for words in comments.get(number, ())]
        whole.append(line)
    return lines.with_lines(whole)


def _placements(lines: TextLines, marks: Sequence[Mark], say: Texts, *, is_read: bool) -> Iterator[_Comments]:
    """Where comments may stand, the best place first; of a file of which nothing is read, the top alone."""
    for bare in (False, True) if is_read else ():
        yield _at_lines(lines, marks, say, _lines_inside(lines.text, bare=bare))
    yield {0: list(_at_top(marks, say))}


def _at_lines(lines: TextLines, marks: Iterable[Mark], say: Texts, inside: set[int]) -> _Comments:
    """Each finding above its line, or where that is inside something, above the line that it begins on."""
    comments: dict[int, list[str]] = {}
    for mark in marks:
        number = min(max(mark.line - 1, 0), max(len(lines.lines) - 1, 0))
        while number in inside:
            number -= 1
        comments.setdefault(number, []).extend(_words(mark, say))
    return comments


def _at_top(marks: Iterable[Mark], say: Texts) -> Iterator[str]:
    for mark in marks:
        first, *more = _words(mark, say)
        yield from (say("on_line", line=mark.line, words=first) if mark.line else first, *more)


def _words(mark: Mark, say: Texts) -> list[str]:
    advice = [say("advice_line", advice=mark.advice)] if mark.advice else []
    return [storable(visible(words)) for words in (f"{mark.head} {mark.sentence}", *advice)]


def _lines_inside(text: str, *, bare: bool) -> set[int]:
    """The lines that begin inside brackets or a text over several lines; a `bare` one may be lines with slips."""
    inside: set[int] = set()
    opened: list[Any] = []
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, _OPENING):
                opened.append(event)
            elif isinstance(event, _CLOSING):
                start = opened.pop()
                inside.update(_between(start, event.end_mark) if start.flow_style else ())
            elif isinstance(event, yaml.ScalarEvent) and (event.style or bare):
                inside.update(_between(event, event.end_mark))
    except yaml.YAMLError:
        end = Point(text.count("\n"), 1)
        inside.update(*(_between(event, end) for event in opened if event.flow_style))
    return inside


def _between(event: Any, end: Any) -> range:
    """The lines behind that on which something begins, up to the last on which it stands."""
    return range(event.start_mark.line + 1, end.line + (end.column > 0))


def _said(raw: bytes) -> _Said:
    """What a file says, and what is wrong with its form."""
    content = read_yaml(raw, lambda _: True)
    faults = tuple((fault.code, fault.kind) for fault in content.faults)
    return content.encoding, content.whole, faults, tuple(map(_texts, content.roots))


def _texts(node: Node) -> _Said:
    if isinstance(node, ScalarNode):
        return node.text, node.form, node.remark
    if isinstance(node, MappingNode):
        return tuple((_texts(key), _texts(value)) for key, value in node.entries)
    return ("items", *map(_texts, node.items))
