"""Number formats: what a format code makes of a number, as far as it changes what a person reads.

A code has up to four sections, chosen by sign or by conditions. Quoted and escaped characters are letters, not signs.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_(?P<blank>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/通用格式)|(?P<noon>AM/PM|A/P|上午/下午)|(?P<exponent>E[+-])"
    r"|(?P<day>[yd]+|a{3,4}|e+)|(?P<time>[hs]+)|(?P<month>m+)|(?P<digit>[0#?])|(?P<text>@)|(?P<section>;)"
    r"|(?P<sign>[.,%/])|(?P<letter>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*([+-]?\d+(?:\.\d+)?)")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_ROUNDING = Context(prec=1000, rounding=ROUND_HALF_UP)
#: What makes one number of those around it.
_MARKS = frozenset(".,．，·")
#: What fills a cell's width before a number and is read as a part of it.
_MISLEADING_FILL = frozenset("0123456789.,-")
#: How a section for negative numbers shows that they are.
_NEGATIVE_SIGNS = str.maketrans("", "", "-−－(（)）▲△")

TokenKind: TypeAlias = Literal["literal", "digit", "sign", "exponent", "day", "time", "month", "general", "text"]


class Token(NamedTuple):
    """A part of a section that matters."""

    kind: TokenKind
    text: str


#: More than any number of fifteen digits that is written without zeros at its end.
_ALL_PLACES = 30
_POINT, _COMMA, _PERCENT = Token("sign", "."), Token("sign", ","), Token("sign", "%")

#: What a section makes of a number: it shows it as it is, as digits, …, or as letters alone.
Form: TypeAlias = Literal["general", "digits", "scientific", "fraction", "date", "time", "date_time", "letters"]


class Section(NamedTuple):
    """One section of a code.

    `whole` is what stands from its first digit to the point, `decimals` the placeholders behind it, `percents` and
    `thousands` how often a hundred and a thousand are multiplied and divided for show. `is_plain` says that a person
    reads the digits as they are stored, in per cent at most; `negative` that it is for negative numbers alone, and adds
    no sign.
    """

    form: Form
    condition: tuple[str, Decimal] | None = None
    prefix: str = ""
    whole: tuple[Token, ...] = ()
    decimals: str = ""
    suffix: str = ""
    percents: int = 0
    thousands: int = 0
    is_plain: bool = True
    negative: bool = False

    @property
    def shows_zero(self) -> bool:
        """Whether a zero is shown as such: `#` and `?` show nothing of it."""
        placeholders = self.decimals + "".join(token.text for token in self.whole if token.kind == "digit")
        return self.form == "general" or "0" in placeholders

    def shown(self, number: Decimal) -> str:
        """How it shows a number; empty where that is not worked out here (fractions)."""
        if self.form == "fraction":
            return ""
        rounded = self.rounded(number.scaleb(2 * self.percents - 3 * self.thousands, _ROUNDING))
        sign = "-" if rounded < 0 and not self.negative else ""
        digits = self._digits(abs(rounded)) if self.form != "letters" else ""
        return f"{sign}{self.prefix}{digits}{'%' * self.percents}{self.suffix}"

    def rounded(self, scaled: Decimal) -> Decimal:
        """A number with the places that it shows."""
        if self.form == "general":
            return scaled
        if self.form == "scientific":
            return Context(prec=len(self.decimals) + 1, rounding=ROUND_HALF_UP).plus(scaled)
        return scaled.quantize(Decimal(1).scaleb(-len(self.decimals)), context=_ROUNDING)

    def _digits(self, rounded: Decimal) -> str:
        if self.form == "scientific":
            return f"{rounded:.{len(self.decimals)}E}"
        if self.form == "general":
            return f"{rounded:f}"
        whole, _, fraction = f"{rounded:f}".partition(".")
        needed = len(self.decimals.rstrip("#?"))
        fraction = fraction[:needed] + fraction[needed:].rstrip("0")
        return _filled(self.whole, whole) + (f".{fraction}" if self.decimals else "")


def _filled(tokens: Sequence[Token], whole: str) -> str:
    """Digits in their placeholders, from the right; what has no placeholder stands before the first."""
    rest = "" if whole == "0" else whole
    text = ""
    for token in reversed(tokens):
        if token.kind == "digit":
            text = (rest[-1:] or ("0" if token.text == "0" else "")) + text
            rest = rest[:-1]
        elif token.kind == "literal":
            text = token.text + text
    return rest + text if any(token.kind == "digit" for token in tokens) else text


class NumberFormat(NamedTuple):
    """A format code, parsed.

    `for_text` is false where text is not shown (`;;;`). `bare_places` is how many places a number above zero
    may have to be shown as it is stored, with nothing else; -1 where there is more to it.
    """

    code: str
    sections: tuple[Section, ...]
    for_text: bool
    bare_places: int

    def section(self, number: Decimal) -> Section | None:
        """The section that shows a number; `None` where none does, and the sheet shows nothing but ########."""
        sections = self.sections
        if any(section.condition for section in sections[:2]):
            return _by_condition(sections, number)
        if len(sections) > 1 and number < 0:
            return sections[1]
        return sections[2] if len(sections) > 2 and number == 0 else sections[0]  # noqa: PLR2004 - the third is for zero


def _by_condition(sections: tuple[Section, ...], number: Decimal) -> Section | None:
    for section in sections[:2]:
        if section.condition is not None and _holds(section.condition, number):
            return section
    unmet = all(section.condition for section in sections[:2]) and len(sections) > 1
    rest = sections[2:3] if unmet else sections[1:2]
    return rest[0] if rest else None


def _holds(condition: tuple[str, Decimal], number: Decimal) -> bool:
    sign, bound = condition
    order = "<" if number < bound else ">" if number > bound else "="
    return order in sign


@lru_cache(maxsize=1024)
def read_format(code: str) -> NumberFormat:
    """A format code's sections. Whatever the code, there is at least one."""
    texts = list(_sections(code))
    sections = [_section(tokens, brackets) for tokens, brackets in texts[:3]]
    if len(sections) > 1 and any(token.kind == "text" for token in texts[len(sections) - 1][0]):
        sections.pop()  # a last section with @ is for text alone
    if len(sections) > 1 and not any(section.condition for section in sections[:2]):
        sections[1] = sections[1]._replace(negative=True)
    for_text = len(texts) < 4 or any(token.kind == "text" for token in texts[3][0])  # noqa: PLR2004 - the fourth is for text
    return NumberFormat(code, tuple(sections), for_text, _bare_places(sections))


def _bare_places(sections: list[Section]) -> int:
    first = sections[0]
    if any(section.condition for section in sections[:2]) or first.prefix or first.suffix or first.percents:
        return -1
    if first.form == "general":
        return _ALL_PLACES
    return len(first.decimals) if first.form == "digits" and first.is_plain else -1


def _sections(code: str) -> Iterator[tuple[list[Token], list[str]]]:
    """The tokens and the brackets of each section."""
    tokens: list[Token] = []
    brackets: list[str] = []
    for match in _TOKEN.finditer(code):
        kind, text = match.lastgroup, match[match.lastgroup or 0]
        if kind == "section":
            yield tokens, brackets
            tokens, brackets = [], []
        elif kind == "bracket":
            brackets.append(text)
            tokens += _bracket(text)
        elif kind == "fill":
            tokens += [Token("literal", text)] if text in _MISLEADING_FILL else []
        elif kind != "blank":
            tokens.append(_token(kind or "", text))
    yield tokens, brackets


def _bracket(text: str) -> list[Token]:
    """What brackets show: a currency's sign, or hours that go on counting; colours and conditions show nothing."""
    if text.startswith("$"):
        currency = text[1:].partition("-")[0]
        return [Token("literal", currency)] if currency else []
    return [Token("time", text)] if _ELAPSED.fullmatch(text) else []


def _token(kind: str, text: str) -> Token:
    kinds: dict[str, TokenKind] = {
        "general": "general", "noon": "time", "exponent": "exponent", "day": "day", "time": "time", "month": "month",
        "digit": "digit", "text": "text", "sign": "sign",
    }  # fmt: skip
    return Token(kinds.get(kind, "literal"), text)


def _section(tokens: list[Token], brackets: list[str]) -> Section:
    conditions = [match for match in map(_CONDITION.fullmatch, brackets) if match]
    condition = (conditions[0][1], Decimal(conditions[0][2])) if conditions else None
    marks = [index for index, token in enumerate(tokens) if token.kind in {"digit", "general", "text"}]
    first, end = (marks[0], marks[-1] + 1) if marks else (len(tokens), len(tokens))
    if first and marks and tokens[first - 1] == _POINT:
        first -= 1
    while end < len(tokens) and tokens[end] in {_POINT, _COMMA}:
        end += 1
    section = Section(_form(tokens), condition, _text(tokens[:first]), suffix=_text(tokens[end:]))
    section = _with_digits(section, tokens[first:end])._replace(percents=tokens.count(_PERCENT))
    return section._replace(is_plain=_is_plain(section, tokens[first:end]))


def _is_plain(section: Section, digits: list[Token]) -> bool:
    """Whether nothing is divided away, made a fraction, put between the digits, or before them as more digits."""
    if section.form in {"letters", "fraction"} or section.thousands or section.percents > 1:
        return False
    if any(token.kind == "literal" for token in digits) or digits.count(_POINT) > 1:
        return False
    behind = section.suffix[:1]
    return not any(character.isdigit() for character in section.prefix) and not (behind.isdigit() or behind in _MARKS)


def _form(tokens: list[Token]) -> Form:
    kinds = {token.kind for token in tokens}
    if kinds & {"general", "text"}:
        return "general"
    if kinds & {"day", "month", "time"}:
        if "time" not in kinds:
            return "date"
        return "date_time" if "day" in kinds else "time"
    if "digit" not in kinds:
        return "letters"
    if "exponent" in kinds:
        return "scientific"
    return "fraction" if Token("sign", "/") in tokens else "digits"


def _with_digits(section: Section, digits: list[Token]) -> Section:
    """A section with what its digits, from the first to the last, make of a number."""
    if "exponent" in {token.kind for token in digits}:
        digits = digits[: [token.kind for token in digits].index("exponent")]
    point = digits.index(_POINT) if _POINT in digits else len(digits)
    whole, decimals = digits[:point], "".join(token.text for token in digits[point:] if token.kind == "digit")
    last = max((index for index, token in enumerate(whole) if token.kind == "digit"), default=-1)
    thousands = whole[last + 1 :].count(_COMMA) + digits[point:].count(_COMMA)
    return section._replace(whole=tuple(whole), decimals=decimals, thousands=thousands)


def _text(tokens: Sequence[Token]) -> str:
    """What stands before or behind the digits; the percent sign is no letter."""
    return "".join(token.text for token in tokens if token != _PERCENT).strip()


def without_negative_signs(text: str) -> str:
    """What stands beside a negative number's digits but for what says that it is negative."""
    return text.translate(_NEGATIVE_SIGNS).strip()
