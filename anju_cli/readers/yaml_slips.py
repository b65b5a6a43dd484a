"""Slips of YAML's syntax: which line each stands on, and a line that lets the rest be read for diagnosis alone."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import yaml

from anju_cli.readers.content import Fault
from anju_cli.readers.nodes import MappingNode, Node, Point, ScalarNode, beginning

#: libyaml's words for the usual slips, and the kind under which each is explained.
_SIGNS = (
    ("tab", "found a tab character"),
    ("start", "cannot start any token"),
    ("start", "scanning an anchor"),
    ("indent", "did not find expected key"),
    ("colon", "could not find expected ':'"),
    ("value", "mapping values are not allowed"),
    ("quote", "quoted scalar"),
    ("bracket", "expected ',' or"),
)
#: What sheets hold where a figure belongs, and YAML takes for marks of its own.
_MARKS = {"-": "dash", "*": "star", "?": "question", ">": "comparison"}
#: A key with its colon, and what stands behind it.
_KEYED = re.compile(r"""(\s*(?:- +)?(?:"[^"]*"|'[^']*'|[^\s#"'{\[][^#"'{\[]*?)[ \t]*:)(?:[ \t]+(.*))?$""")
#: A line whose key is followed by a full-width colon, or by a colon without a space: YAML takes it for one text.
_WIDE_COLON = re.compile(r"[ \t]*(?:- +)?[^\s#：:\"'{\[][^：:]*?[ \t]*(：)[ \t]*")
_TIGHT_COLON = re.compile(r"[ \t]*(?:- +)?[^\s#：:\"'{\[][^：:]*?(:)(?=\S)")
#: The end of a key that lacks its colon: a space, a mark in its place, or the figure itself.
_KEY_END = re.compile(r"[ \t=＝;；,，]+|(?=\d)")
_QUOTE = re.compile(r"""(?:^|[:,\-{\[])[ \t]*(["'])""")
_BEHIND_QUOTE = re.compile(r"[ \t]*(?:[,}\]:].*|#.*)?$")
_ERROR_VALUE = re.compile(r"[ \t]#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)")
_CLOSING = {"{": "}", "[": "]"}
#: What ends a value in braces.
_IN_BRACES = re.compile(r"[,}]")
#: A question mark in the place of a value in braces.
_QUESTION = re.compile(r":[ \t]+(\?)[ \t]*[,}]")

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


class Problem(NamedTuple):
    """What libyaml said, where it gave up, and where the thing began that it could not end; lines from zero."""

    words: str
    line: int
    column: int
    opened: Point

    @property
    def kind(self) -> str:
        """Which of the usual slips its words stand for."""
        return next((kind for kind, sign in _SIGNS if sign in self.words), "")


def problem_of(error: yaml.YAMLError) -> Problem:
    """An error of libyaml; one without a mark is at the beginning."""
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None) or context
    parts = (getattr(error, "context", None), getattr(error, "problem", None))
    line, column = (mark.line, mark.column) if mark else (0, 0)
    opened = Point(context.line, context.column) if context else Point(line, column)
    return Problem(" ".join(str(part) for part in parts if part), line, column, opened)


def slip_at(problem: Problem, lines: list[str], is_key: IsKey, mended: set[int]) -> Slip:
    """The slip behind a problem; a line that was `mended` before is no slip again, but for being taken out."""
    for slip in _slips(problem, lines, is_key):
        if slip.line not in mended:
            return slip
    line = min(problem.line, len(lines) - 1)
    while line > 0 and not lines[line].strip():
        line -= 1
    column = problem.column if line == problem.line else 0
    bare = _without_value(lines[line])
    return _slip(problem.kind, line, column, "" if bare == lines[line] else bare, problem=problem.words)


def swallowed(root: Node | None, lines: list[str], is_key: IsKey) -> Iterator[Slip]:
    """The lines of entries that YAML takes for one text, since none of them has a colon that it knows."""
    for scalar in texts_below(root):
        numbers = range(scalar.start.line, min(scalar.end.line + 1, len(lines)))
        slips = [slip for number in numbers for slip in _colon(lines, number, is_key)]
        if any(is_key(slip.mended.partition(":")[0].strip(" \t-")) for slip in slips):
            yield from slips


def texts_below(root: Node | None) -> Iterator[ScalarNode]:
    """Texts in the place of entries: all there is, or what begins below its key."""
    if isinstance(root, ScalarNode) and root.form == "plain":
        yield root
    for key, value in root.entries if isinstance(root, MappingNode) else ():
        if isinstance(value, MappingNode):
            for inner, text in value.entries:
                if isinstance(text, ScalarNode) and re.search("[:：]", text.text) and _is_below(inner, text):
                    yield text
        elif isinstance(value, ScalarNode) and _is_below(key, value):
            yield value


def _is_below(key: ScalarNode, value: ScalarNode) -> bool:
    return value.form == "plain" and value.start.line > key.start.line and bool(value.text)


def _slips(problem: Problem, lines: list[str], is_key: IsKey) -> Iterator[Slip]:
    """What may be behind a problem, the likeliest first."""
    number = problem.line
    line = lines[number] if number < len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        yield _tab(number, line, indent)
    quote = _open_quote(lines, number)
    if quote is not None:
        yield _unquoted(lines, quote)
    if "flow" in problem.words:
        opened = _opening(lines, problem)
        question = _QUESTION.search(lines[opened.line], opened.column)
        if question:
            yield _slip("question", opened.line, question.start(1), _without_value(lines[opened.line]), written="?")
        yield _bracket(lines, opened)
    sign = _mark(problem, lines)
    if sign is not None:
        yield sign
    if problem.kind in {"colon", "value", "indent"}:
        yield from _keyless(problem, lines, is_key)
    if problem.kind in {"value", "indent", ""}:
        yield from _misfit(problem, lines)


def _slip(kind: str, number: int, column: int, mended: str, **arguments: str) -> Slip:
    return Slip(Fault("ANJ004", beginning(Point(number, column)), kind, arguments), number, mended)


def _tab(number: int, line: str, indent: str) -> Slip:
    """A line indented with a tab, with two spaces for each."""
    spaces = indent.replace("\t", "  ")
    slip = _slip("tab", number, indent.index("\t"), spaces + line.lstrip())
    return slip._replace(guessed=False, more=len(spaces) - len(indent))


def _without_value(line: str) -> str:
    """A line with nothing behind its key; without a key, nothing at all."""
    keyed = _KEYED.match(line)
    return keyed[1] if keyed and keyed[2] else ""


def _open_quote(lines: list[str], last: int) -> Point | None:
    """The quote that is not closed where it should be, up to the line where libyaml gave up."""
    number = offset = 0
    while number <= min(last, len(lines) - 1):
        line = lines[number]
        begin = None if line.lstrip().startswith("#") else _QUOTE.search(line, offset)
        if begin is None:
            number, offset = number + 1, 0
            continue
        closed = _closing(lines, number, begin.end(), begin[1])
        if closed is None or not _BEHIND_QUOTE.match(lines[closed.line], closed.column):
            return None if closed is not None and closed.line == number else Point(number, begin.start(1))
        number, offset = closed
    return None


def _closing(lines: list[str], number: int, offset: int, quote: str) -> Point | None:
    """Where a quote is closed: behind it."""
    inner = re.compile(r'(?:[^"\\]|\\.)*"' if quote == '"' else r"(?:[^']|'')*'(?!')")
    for index in range(number, len(lines)):
        end = inner.match(lines[index], offset)
        if end:
            return Point(index, end.end())
        offset = 0
    return None


def _unquoted(lines: list[str], quote: Point) -> Slip:
    line = lines[quote.line]
    return _slip("quote", quote.line, quote.column, _without_value(line))


def _opening(lines: list[str], problem: Problem) -> Point:
    """Where the bracket opens: where libyaml says, or on the last line before the end that has more of them open."""
    opened = problem.opened
    if opened.line < len(lines) and lines[opened.line][opened.column : opened.column + 1] in _CLOSING:
        return opened
    for number in range(min(opened.line, len(lines) - 1), -1, -1):
        for opening, closing in _CLOSING.items():
            if lines[number].count(opening) > lines[number].count(closing):
                return Point(number, lines[number].index(opening))
    return Point(min(opened.line, len(lines) - 1), 0)


def _bracket(lines: list[str], opened: Point) -> Slip:
    """A bracket that is not closed on its line is closed there; else a comma is missing, and the value is taken out."""
    number, column = opened
    line = lines[number]
    closing = _CLOSING.get(line[column : column + 1], "")
    error = _ERROR_VALUE.search(line, column)
    if error:
        return _slip("error_value", number, error.start() + 1, _without_value(line), written=error[0].strip())
    if closing and line.count(closing, column) < line.count(line[column], column):
        last = _last_of(lines, number)
        slip = _slip("bracket", number, column, line.rstrip(", \t") + closing)
        return slip if last == number else slip._replace(line=last, mended=lines[last].rstrip(", \t") + closing)
    return _slip("bracket", number, column, _without_value(line))


def _last_of(lines: list[str], number: int) -> int:
    """The last line that stands deeper than one: what was meant to stand in its bracket."""
    indent, last = len(lines[number]) - len(lines[number].lstrip()), number
    for index in range(number + 1, len(lines)):
        body = lines[index].lstrip()
        if body and len(lines[index]) - len(body) <= indent:
            break
        last = index if body else last
    return last


def _mark(problem: Problem, lines: list[str]) -> Slip | None:
    """A mark of YAML's in the place of a figure."""
    for number, column in (problem.opened, Point(problem.line, problem.column)):
        line = lines[number] if number < len(lines) else ""
        written = line[column:].strip()
        written = _IN_BRACES.split(written)[0].strip() if "{" in line[:column] else written
        kind = _MARKS.get(written[:1], "")
        if kind == "dash" and written.split("#")[0].strip("- \t,}"):
            kind = ""  # a list, or a minus with a space behind it
        if kind and _without_value(line) and column >= len(_without_value(line)):
            return _slip(kind, number, column, _without_value(line), written=written[:40])
    if problem.kind == "start" and problem.line < len(lines):
        return _slip("start", problem.line, problem.column, _without_value(lines[problem.line]))
    return None


def _keyless(problem: Problem, lines: list[str], is_key: IsKey) -> Iterator[Slip]:
    """Lines without a colon that YAML knows, from where libyaml gave up to the first with one."""
    number = min(problem.line, len(lines) - 1)
    if problem.kind == "colon" or not _is_keyless(lines[number]):
        yield from _colon(lines, problem.opened.line, is_key)
        number -= 1
    while number >= 0 and _is_keyless(lines[number]):
        yield from _colon(lines, number, is_key)
        number -= 1
    if problem.kind == "colon":
        yield _nameless(lines, problem.opened.line)
    number = min(problem.line, len(lines) - 1)
    while problem.kind == "value" and number > 0 and _stands_beside(lines[number - 1], lines[problem.line]):
        number -= 1
        yield _nameless(lines, number)


def _nameless(lines: list[str], number: int) -> Slip:
    """A line that lacks its colon behind a name that nobody knows: taken out."""
    return _slip("colon", number, len(lines[number]) - len(lines[number].lstrip()), "")


def _stands_beside(line: str, keyed: str) -> bool:
    """Whether a line without a colon begins in the same column as one with."""
    indents = [len(text) - len(text.lstrip()) for text in (line, keyed)]
    return bool(line.strip()) and _is_keyless(line) and not line.lstrip().startswith("#") and indents[0] == indents[1]


def _is_keyless(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#") or not _KEYED.match(line)


def _colon(lines: list[str], number: int, is_key: IsKey) -> Iterator[Slip]:
    """A line with the colon that it lacks."""
    line = lines[number]
    if line.lstrip().startswith("#") or _KEYED.match(line):
        return
    for kind, pattern in (("wide_colon", _WIDE_COLON), ("tight_colon", _TIGHT_COLON)):
        colon = pattern.match(line)
        if colon:
            at = colon.start(1)
            yield _with_colon(kind, number, line, at, at + 1)
            return
    body = len(line) - len(line.lstrip(" \t-"))
    for end in _KEY_END.finditer(line, body + 1):
        if is_key(line[body : end.start()]):
            yield _with_colon("colon", number, line, end.start(), end.end(), body)
            return
    if is_key(line[body:].strip()):
        yield _with_colon("colon", number, line, len(line.rstrip()), len(line), body)


def _with_colon(kind: str, number: int, line: str, start: int, end: int, at: int | None = None) -> Slip:
    """A line with a colon and a space in place of what stands between two columns."""
    slip = _slip(kind, number, start if at is None else at, f"{line[:start]}: {line[end:]}", line=str(number + 1))
    return slip._replace(guessed=False, column=start, more=2 - (end - start))


def _misfit(problem: Problem, lines: list[str]) -> Iterator[Slip]:
    """A line that stands too far in or out: put where its neighbour stands; else what stands behind its key goes."""
    number = min(problem.line, len(lines) - 1)
    line = lines[number]
    above = next((text for text in reversed(lines[:number]) if not _is_keyless(text)), "")
    keyed = _KEYED.match(line)
    if not keyed:
        return
    column = len(line) - len(line.lstrip(" "))
    if problem.column <= len(keyed[1]):
        meant = len(above) - len(above.lstrip(" ")) + (0 if _without_value(above) else 2)
        if column != meant:
            slip = _slip(problem.kind or "indent", number, problem.column, " " * meant + line.lstrip(" "))
            yield slip._replace(guessed=False, more=meant - column)
            return
    yield _slip(problem.kind or "indent", number, problem.column, _without_value(line))
