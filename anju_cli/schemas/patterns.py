"""What the grammar of numbers takes of a text, as a regular expression that Python and JavaScript read alike.

It is never stricter than the grammar. Of the number itself it holds the form in either width; which units may stand
behind it is asked of the grammar, unit by unit.
"""

import re
from collections.abc import Iterable, Iterator

from anju_cli.characters import narrow
from anju_cli.numbers import Written, in_unit, read_number, scale_of
from anju_cli.submission import MISSING_WORDS, NOTHING_WORDS, VAGUE_WORDS

#: Python's `$` stands before a last line break too.
_END = "$(?!\\n)"
_GAP = "[ \\t\u00a0\u3000]"
_WITHIN = "[ \u00a0\u3000]*"
_DIGIT, _FIRST, _POINT = "[0-9０-９]", "[1-9１-９]", "[.．]"
_PLAIN = f"(?:[0０]|{_FIRST}{_DIGIT}*)"
_GROUPED = f"{_FIRST}{_DIGIT}{{0,2}}(?:[,，]{_DIGIT}{{3}})+"
_NUMBER = f"[+＋\\-－−]?(?:{_GROUPED}|{_PLAIN})(?:{_POINT}{_DIGIT}+)?"
#: What has another meaning between square brackets.
_IN_CLASS = {mark: f"\\{mark}" for mark in "\\]^-["}
#: How the area is written besides.
_SQUARE_METRE, _SQUARE_METRES = "平方米", "(?:平方米|㎡|m²)"


def number_pattern(unit: str, forms: tuple[str, ...]) -> str:
    """A number in a unit, as the grammar takes it."""
    units = "|".join(_behind(unit, forms))
    return f"{_NUMBER}(?:{units})?" if units else _NUMBER


def _behind(unit: str, forms: tuple[str, ...]) -> Iterator[str]:
    """What may stand behind a number; some of it after a space only: 17.8 1/10万."""
    for text in _units(unit, forms):
        if _is_taken(text, unit, forms):
            yield f"{_GAP}*{_spelled(text)}"
        elif _is_taken(f" {text}", unit, forms):
            yield f"{_GAP}+{_spelled(text)}"


def _units(unit: str, forms: tuple[str, ...]) -> Iterable[str]:
    """The unit's forms, 万 and 亿 before them, and 万 and 亿 alone."""
    base = unit[1:] if scale_of(unit) else unit
    texts = ("", unit, base, *forms)
    return dict.fromkeys(scale + text for scale in ("", "万", "亿") for text in texts if scale + text)


def _is_taken(behind: str, unit: str, forms: tuple[str, ...]) -> bool:
    reading = read_number(f"8{behind}")
    return isinstance(reading, Written) and in_unit(reading, unit, forms) is not None


def _spelled(unit: str) -> str:
    """A unit in either width, with spaces between its characters."""
    bare = narrow(unit).replace(" ", "").replace("㎡", _SQUARE_METRE).replace("m²", _SQUARE_METRE)
    return _SQUARE_METRES.join(_WITHIN.join(map(_wide, part)) for part in bare.split(_SQUARE_METRE))


def _wide(character: str) -> str:
    """A character and its full-width twin."""
    if not "!" <= character <= "~":
        return literal(character)
    return f"[{_IN_CLASS.get(character, character)}{chr(ord(character) + 0xFEE0)}]"


def unit_pattern(unit: str, forms: tuple[str, ...]) -> str:
    """A unit beside its figure, or nothing."""
    return whole((*map(_spelled, (unit, *forms)), *map(literal, NOTHING_WORDS)))


def missing_patterns() -> list[str]:
    """Every word for a figure that is missing, in either case."""
    return [_any_case(word) for word in MISSING_WORDS]


def reason_pattern() -> str:
    """What says something where a reason is asked: no word for nothing, and more than space."""
    nothing = whole([_any_case(word) for word in sorted({*VAGUE_WORDS, *NOTHING_WORDS})])
    return f"^(?!{nothing.removeprefix('^')})"


def year_pattern(first: int, last: int) -> str:
    """The years of a span, in either width, with 年 or without it."""
    years = "|".join("".join(map(_wide, str(year))) for year in range(first, last + 1))
    return f"^(?:{years})年?{_END}"


def whole(alternatives: Iterable[str]) -> str:
    """One of some patterns and nothing else but space around it."""
    return f"^\\s*(?:{'|'.join(alternatives)})\\s*{_END}"


def literal(text: str) -> str:
    """A text that stands for itself; what need not be escaped must not be, for editors."""
    return re.sub(r"[\\^$.*+?()\[\]{}|]", r"\\\g<0>", text)


def _any_case(word: str) -> str:
    return "".join(f"[{letter.upper()}{letter}]" if "a" <= letter <= "z" else literal(letter) for letter in word)
