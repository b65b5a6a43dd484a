"""JSON text to tokens with places. A slip is a fault at its place, and reading goes on behind it where that is safe.

Words and numbers are kept as written: what is no number is refused by our own grammar, in its own words.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from anju_cli.places import Span
from anju_cli.readers.content import Fault, StoppedError
from anju_cli.readers.nodes import Form, Point

#: More slips than this are another file, in another format.
MOST_SLIPS = 1_000

_SPACE = re.compile(r"[ \t\r\n]*")
_LINE_END = re.compile("\r\n|[\r\n]")
_MARKS = frozenset("{}[],:")
#: Marks as a Chinese keyboard gives them.
_WIDE_MARKS = {"，": ",", "、": ",", "：": ":", "｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]"}
_STRING = re.compile(r'"([^"\\\x00-\x1f]*)"')
_STRETCH = re.compile(r'[^"\\\x00-\x1f]*')
#: An error of a spreadsheet, and no comment.
_ERROR_VALUE = r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)"
#: What begins like nothing of JSON: such a mark, a space that JSON does not know, a comment, other quotes (closed on
#: the same line), a word; at last any character.
_ODDITY = re.compile(
    rf"(?P<wide_mark>[{''.join(_WIDE_MARKS)}])"
    r"|(?P<wide_space>[^\S \t\r\n]+|\ufeff)"
    rf"|(?P<comment>(?://|#(?!{_ERROR_VALUE[1:]}))[^\r\n]*|/\*(?s:.*?)(?:\*/|\Z))"
    r"|(?P<quotes>'[^'\r\n]*'|‘[^’\r\n]*’|[“”][^“”\r\n]*[“”]|＂[^＂\r\n]*＂)"
    rf"|(?P<word>[^\s{{}}\[\],:\"{''.join(_WIDE_MARKS)}]+)"
)
#: What sheets hold for no figure, or a comparison: quotes around it would not make it one.
_NO_FIGURE = {
    "json_no_figure": re.compile(r"[-—–―/\\*?~×.…]+|[nN]/[aA]|无"),
    "json_comparison": re.compile("[<>≥≤≧≦].*"),
}
#: What stands without quotes and is kept: the three words, those that programs write for no number, and numbers,
#: also such as JSON does not take and our grammar refuses.
_LITERAL = re.compile(
    r"null|true|false|NaN|-?Infinity|-?\.?\d[\d_.\-]*(?:[eE][+-]?\d+)?|-?0[xXoObB][\da-fA-F]+|" + _ERROR_VALUE, re.ASCII
)
#: What of it JSON takes.
_VALID = re.compile(r"null|true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_UNICODE = re.compile(r"u([\da-fA-F]{4})", re.ASCII)
_LOW_SURROGATE = re.compile(r"\\u([dD][c-fC-F][\da-fA-F]{2})", re.ASCII)


class Token(NamedTuple):
    """A mark of JSON (`mark` is the character), or a scalar (`mark` is empty)."""

    mark: str
    text: str
    form: Form
    start: Point
    end: Point

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start.line + 1, self.start.column + 1, self.end.line + 1, self.end.column + 1)


class Tokens:
    """The tokens of a text, in order; slips go to `faults`."""

    def __init__(self, text: str, faults: list[Fault]) -> None:
        self.text = text
        self.faults = faults
        self.position = 0
        self.lines = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def __iter__(self) -> Iterator[Token]:
        """Every token; raises `StoppedError` where the rest can't be told apart."""
        while True:
            self.position = _SPACE.match(self.text, self.position).end()  # type: ignore[union-attr]  # matches nothing too
            if self.position == len(self.text):
                return
            token = self._next(self.text[self.position])
            if token is not None:
                yield token

    def _point(self, offset: int) -> Point:
        """Line and column of an offset."""
        line = bisect_right(self.lines, offset) - 1
        return Point(line, offset - self.lines[line])

    def _next(self, character: str) -> Token | None:
        """What begins with a character; `None` where nothing of JSON does, which is then said."""
        if character in _MARKS:
            return self._token(character, "", "plain", self.position + 1)
        if character == '"':
            string = _STRING.match(self.text, self.position)
            return self._token("", string[1], "quoted", string.end()) if string else self._string()
        oddity = _ODDITY.match(self.text, self.position)
        take: dict[str | None, Callable[[re.Match[str]], Token | None]] = {
            "wide_mark": self._wide_mark,
            "wide_space": self._wide_space,
            "comment": self._comment,
            "quotes": self._quotes,
            "word": self._word,
        }
        return take[oddity.lastgroup](oddity)  # type: ignore[union-attr, arg-type]  # what is no space, mark or quote is a word

    def _token(self, mark: str, text: str, form: Form, end: int) -> Token:
        start, self.position = self.position, end
        return Token(mark, text, form, self._point(start), self._point(end))

    def slip(self, kind: str, span: Span, **arguments: str) -> None:
        """Something that JSON does not allow, said at its place; reading goes on, but not for ever."""
        self.faults.append(Fault("ANJ004", span, kind, arguments))
        if len(self.faults) > MOST_SLIPS:
            raise StoppedError(Fault("ANJ012", span))

    def _slip(self, kind: str, start: int, end: int, **arguments: str) -> None:
        self.slip(kind, self._span(start, end), **arguments)

    def _span(self, start: int, end: int) -> Span:
        first, last = self._point(start), self._point(end)
        return Span(first.line + 1, first.column + 1, last.line + 1, last.column + 1)

    def _wide_mark(self, match: re.Match[str]) -> Token:
        self._slip("json_wide", match.start(), match.end(), written=match[0])
        return self._token(_WIDE_MARKS[match[0]], "", "plain", match.end())

    def _wide_space(self, match: re.Match[str]) -> None:
        written = f"U+{ord(match[0][0]):04X}"
        self._slip("json_space", match.start(), match.end(), written=written)
        self.position = match.end()

    def _comment(self, match: re.Match[str]) -> None:
        self._slip("json_comment", match.start(), match.start() + 1)
        self.position = match.end()

    def _quotes(self, match: re.Match[str]) -> Token:
        self._slip("json_quotes", match.start(), match.end())
        return self._token("", match[0][1:-1], "refused", match.end())

    def _word(self, match: re.Match[str]) -> Token:
        if _LITERAL.fullmatch(match[0]):
            form: Form = "plain" if _VALID.fullmatch(match[0]) else "bare"
            return self._token("", match[0], form, match.end())
        kind = next((kind for kind, form in _NO_FIGURE.items() if form.fullmatch(match[0])), "json_word")
        self._slip(kind, match.start(), match.end(), written=match[0][:40])
        return self._token("", match[0], "refused", match.end())

    def _string(self) -> Token:
        """A string with escapes, or with what no string may have: nothing is then taken from it."""
        start, offset, faults = self.position, self.position + 1, len(self.faults)
        pieces: list[str] = []
        while True:
            stretch = _STRETCH.match(self.text, offset)
            pieces.append(stretch[0])  # type: ignore[index]  # it matches nothing too
            offset += len(pieces[-1])
            character = self.text[offset : offset + 1]
            if character == '"':
                form: Form = "quoted" if len(self.faults) == faults else "refused"
                return self._token("", "".join(pieces), form, offset + 1)
            if character == "\\":
                piece, offset = self._escape(offset)
            elif character == "\t":
                self._slip("json_tab", offset, offset + 1)
                piece, offset = "\t", offset + 1
            else:
                raise StoppedError(Fault("ANJ004", self._span(start, offset), "json_string"))
            pieces.append(piece)

    def _escape(self, offset: int) -> tuple[str, int]:
        """What an escape stands for and where it ends; a lone surrogate stands for no character."""
        character = self.text[offset + 1 : offset + 2]
        if character in _ESCAPES and character:
            return _ESCAPES[character], offset + 2
        code = _UNICODE.match(self.text, offset + 1)
        if code is None:
            return self._bad_escape(offset, offset + 2)
        character, end = chr(int(code[1], 16)), code.end()
        if "\ud800" <= character <= "\udbff" and (low := _LOW_SURROGATE.match(self.text, end)):
            pair = character + chr(int(low[1], 16))
            return pair.encode("utf-16", "surrogatepass").decode("utf-16"), low.end()
        return self._bad_escape(offset, end) if "\ud800" <= character <= "\udfff" else (character, end)

    def _bad_escape(self, offset: int, end: int) -> tuple[str, int]:
        end = min(end, len(self.text))
        self._slip("json_escape", offset, end, written=self.text[offset:end])
        return "\ufffd", end
