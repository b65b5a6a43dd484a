"""Slips of YAML's syntax: which line each stands on, and a line that lets the rest be read for diagnosis alone."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from anju_cli.readers.nodes import Point
from anju_cli.readers.slips import KEYED, IsKey, Slip, is_keyless, slip_of
from anju_cli.readers.yaml_colons import with_colon

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
#: A figure behind such a mark.
_DIGIT = re.compile(r"[*?]\s*\d")
#: Full-width marks of braces: before the first key, between two, and at the end.
_WIDE_MARK = re.compile(r"(?:(?<=: )｛|，)(?=\s*([^\s:：，,{}｛｝]+)\s*[:：])|｝(?=\s*$)")
_ASCII_MARKS = str.maketrans("，｛｝", ",{}")
_QUOTE = re.compile(r"""(?:^|[:,\-{\[])[ \t]*(["'])""")
_BEHIND_QUOTE = re.compile(r"[ \t]*(?:[,}\]:].*|#.*)?$")
_ERROR_VALUE = re.compile(r"[ \t]#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)")
_CLOSING = {"{": "}", "[": "]"}
#: What ends a value in braces.
_IN_BRACES = re.compile(r"[,}]")
#: A question mark in the place of a value in braces.
_QUESTION = re.compile(r":[ \t]+(\?)[ \t]*[,}]")


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
    return slip_of(problem.kind, line, column, "" if bare == lines[line] else bare, problem=problem.words)


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
    yield from _wide_marks(number, line, is_key)
    if "flow" in problem.words:
        opened = _opening(lines, problem)
        question = _QUESTION.search(lines[opened.line], opened.column)
        if question:
            yield slip_of("question", opened.line, question.start(1), _without_value(lines[opened.line]), written="?")
        yield _bracket(lines, opened)
    sign = _mark(problem, lines)
    if sign is not None:
        yield sign
    if problem.kind in {"colon", "value", "indent"}:
        yield from _keyless(problem, lines, is_key)
    if problem.kind in {"value", "indent", ""}:
        yield from _misfit(problem, lines)


def _wide_marks(number: int, line: str, is_key: IsKey) -> Iterator[Slip]:
    """A line of braces whose commas, or the braces, are full-width: read with ASCII ones."""
    marks = [mark for mark in _WIDE_MARK.finditer(line) if mark[1] is None or is_key(mark[1])]
    if any(mark[1] for mark in marks):
        mended = line
        for mark in marks:
            mended = mended[: mark.start()] + mark[0].translate(_ASCII_MARKS) + mended[mark.end() :]
        slip = slip_of("wide_mark", number, marks[0].start(), mended, written=marks[0][0])
        yield slip._replace(guessed=False)


def _tab(number: int, line: str, indent: str) -> Slip:
    """A line indented with a tab, with two spaces for each."""
    spaces = indent.replace("\t", "  ")
    slip = slip_of("tab", number, indent.index("\t"), spaces + line.lstrip())
    return slip._replace(guessed=False, more=len(spaces) - len(indent))


def _without_value(line: str) -> str:
    """A line with nothing behind its key; without a key, nothing at all."""
    keyed = KEYED.match(line)
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
    return slip_of("quote", quote.line, quote.column, _without_value(line))


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
        return slip_of("error_value", number, error.start() + 1, _without_value(line), written=error[0].strip())
    if closing and line.count(closing, column) < line.count(line[column], column):
        last = _last_of(lines, number)
        slip = slip_of("bracket", number, column, line.rstrip(", \t") + closing)
        return slip if last == number else slip._replace(line=last, mended=lines[last].rstrip(", \t") + closing)
    return slip_of("bracket", number, column, _without_value(line))


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
        kind = "marked" if kind and kind != "comparison" and _DIGIT.match(written) else kind
        if kind and _without_value(line) and column >= len(_without_value(line)):
            return slip_of(kind, number, column, _without_value(line), written=written[:40])
    if problem.kind == "start" and problem.line < len(lines):
        return slip_of("start", problem.line, problem.column, _without_value(lines[problem.line]))
    return None


def _keyless(problem: Problem, lines: list[str], is_key: IsKey) -> Iterator[Slip]:
    """Lines without a colon that YAML knows, from where libyaml gave up to the first with one."""
    number = min(problem.line, len(lines) - 1)
    if problem.kind == "colon" or not is_keyless(lines[number]):
        yield from with_colon(lines, problem.opened.line, is_key)
        number -= 1
    while number >= 0 and is_keyless(lines[number]):
        yield from with_colon(lines, number, is_key)
        number -= 1
    if problem.kind == "colon":
        yield _nameless(lines, problem.opened.line)
    number = min(problem.line, len(lines) - 1)
    while problem.kind == "value" and number > 0 and _stands_beside(lines[number - 1], lines[problem.line]):
        number -= 1
        yield _nameless(lines, number)


def _nameless(lines: list[str], number: int) -> Slip:
    """A line that lacks its colon behind a name that nobody knows: taken out."""
    return slip_of("colon", number, len(lines[number]) - len(lines[number].lstrip()), "")


def _stands_beside(line: str, keyed: str) -> bool:
    """Whether a line without a colon begins in the same column as one with."""
    indents = [len(text) - len(text.lstrip()) for text in (line, keyed)]
    return bool(line.strip()) and is_keyless(line) and not line.lstrip().startswith("#") and indents[0] == indents[1]


def _misfit(problem: Problem, lines: list[str]) -> Iterator[Slip]:
    """A line that stands too far in or out: put where its neighbour stands; else what stands behind its key goes."""
    number = min(problem.line, len(lines) - 1)
    line = lines[number]
    above = next((text for text in reversed(lines[:number]) if not is_keyless(text)), "")
    keyed = KEYED.match(line)
    if not keyed:
        return
    column = len(line) - len(line.lstrip(" "))
    meant = len(above) - len(above.lstrip(" ")) + (0 if _without_value(above) else 2)
    if problem.column <= len(keyed[1]) and column != meant:
        slip = slip_of("indent", number, column, " " * meant + line.lstrip(" "))
        yield slip._replace(guessed=False, more=meant - column)
    else:
        yield slip_of(problem.kind or "indent", number, problem.column, _without_value(line))
