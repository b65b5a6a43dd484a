"""Characters: those that hide, those that are wide, and how outside text is made safe to show."""

import re
import unicodedata

#: Full-width ASCII, the ideographic space and the true minus sign, as a clerk's input method writes them.
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2212: 0x2D}

#: What can't be seen, or changes how its neighbours are seen. Latin-1 controls, soft hyphen,
#: zero width, bidi, variation selectors, tags, byte order mark, line and paragraph separators.
HIDING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)

#: Letters of scripts that look like Latin or CJK ones and are neither: Greek, Cyrillic, Armenian,
#: Cherokee, mathematical alphabets.
LOOK_ALIKE = re.compile(
    "[\u0370-\u058f\u13a0-\u13ff\u1d00-\u1dbf\u2c60-\u2dff\ua640-\ua69f\U0001d400-\U0001d7ff]"
)

_WIDE = frozenset("WF")


def narrow(text: str) -> str:
    """The same text with full-width forms written narrow; nothing else changes."""
    return text.translate(NARROW)


def hiding(text: str) -> tuple[str, ...]:
    """The characters of `text` that hide or pretend, as code points (`U+200B`), each once."""
    if text.isascii() and text.isprintable():
        return ()
    found = HIDING.findall(text) + LOOK_ALIKE.findall(text)
    return tuple(dict.fromkeys(f"U+{ord(character):04X}" for character in found))


def visible(text: str) -> str:
    """`text` on one line with every hiding character shown by its code point: safe for a terminal."""
    if text.isascii() and text.isprintable():
        return text
    flat = re.sub(r"[\t\n\r]+", " ", text)
    return HIDING.sub(lambda found: f"<U+{ord(found.group()):04X}>", flat)


def clipped(text: str, limit: int = 80) -> str:
    """At most `limit` characters of `text`, with `…` where it goes on."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def columns(text: str) -> int:
    """How many terminal columns `text` takes (Unicode UAX #11: wide and full-width are two)."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.east_asian_width(character) in _WIDE:
        return 2
    return 0 if unicodedata.combining(character) else 1
