"""Characters: those that hide, those that are wide, and how outside text is made safe to show."""

import re
import unicodedata

#: Full-width ASCII, the ideographic space and the true minus sign, as a clerk's input method writes them.
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2212: 0x2D}

#: What can't be seen, or changes how its neighbours are seen. Latin-1 controls, soft hyphen,
#: zero width, bidi, variation selectors, tags, byte order mark, line and paragraph separators, the
#: blank of braille, and the format characters of Arabic, Syriac, Kaithi, hieroglyphs, shorthand and music.
_HIDING = (
    "\x00-\x08", "\x0b-\x1f", "\x7f-\x9f", "\xad", "\u034f", "\u0600-\u0605", "\u061c", "\u06dd", "\u070f",
    "\u0890-\u0891", "\u08e2", "\u115f-\u1160", "\u17b4-\u17b5", "\u180b-\u180f", "\u200b-\u200f", "\u2028-\u202e",
    "\u2060-\u206f", "\u2800", "\u3164", "\ufe00-\ufe0f", "\ufeff", "\uffa0", "\ufff0-\ufffb", "\ud800-\udfff",
    "\U000110bd", "\U000110cd", "\U00013430-\U0001345f", "\U0001bca0-\U0001bca3", "\U0001d173-\U0001d17a",
    "\U000e0000-\U000e0fff",
)  # fmt: skip

#: Letters of scripts that look like Latin or CJK ones and are neither: Greek, Cyrillic, Armenian,
#: Cherokee, katakana (ロ ニ エ), bopomofo, Lisu, mathematical alphabets.
_LOOK_ALIKE = (
    "\u0370-\u058f", "\u13a0-\u13ff", "\u1d00-\u1dbf", "\u2c60-\u2dff", "\u30a1-\u30fa", "\u30fc-\u30ff",
    "\u3105-\u312f", "\ua4d0-\ua4ff", "\ua640-\ua69f", "\uff66-\uff9d", "\U0001d400-\U0001d7ff",
)  # fmt: skip


def _members(ranges: tuple[str, ...]) -> frozenset[str]:
    """The characters of some ranges. A set is there in a tenth of the time that compiling a pattern takes."""
    return frozenset().union(*(map(chr, range(ord(ends[0]), ord(ends[-1]) + 1)) for ends in ranges))


HIDING = _members(_HIDING)
_PRETENDING = HIDING | _members(_LOOK_ALIKE)

_WIDE = frozenset("WF")


def narrow(text: str) -> str:
    """The same text with full-width forms written narrow; nothing else changes."""
    return text.translate(NARROW)


def hiding(text: str) -> tuple[str, ...]:
    """The characters of `text` that hide or pretend, as code points (`U+200B`), each once."""
    if text.isascii() and text.isprintable():
        return ()
    if _PRETENDING.isdisjoint(text):
        return ()
    pretending = [character for character in text if character in _PRETENDING]
    return tuple(dict.fromkeys(f"U+{ord(character):04X}" for character in pretending))


def visible(text: str) -> str:
    """`text` on one line with every hiding character shown by its code point: safe for a terminal."""
    if text.isascii() and text.isprintable():
        return text
    flat = text if text.isprintable() else re.sub(r"[\t\n\r]+", " ", text)
    if HIDING.isdisjoint(flat):
        return flat
    return "".join(f"<U+{ord(character):04X}>" if character in HIDING else character for character in flat)


def storable(text: str) -> str:
    """`text` without what no file in XML or YAML may hold: controls, halves of characters, U+FFFE and U+FFFF."""
    return re.sub("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def clipped(text: str, limit: int = 80) -> str:
    """At most `limit` characters of `text`, with `…` where it goes on."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def columns(text: str) -> int:
    """How many terminal columns `text` takes (Unicode UAX #11: wide and full-width are two)."""
    if text.isascii():
        return len(text)
    return sum(map(_WIDTHS.__getitem__, text))


class _Widths(dict[str, int]):
    """The columns of each character met so far."""

    def __missing__(self, character: str) -> int:
        wide = unicodedata.east_asian_width(character) in _WIDE
        width = 2 if wide else 0 if unicodedata.combining(character) else 1
        self[character] = width
        return width


_WIDTHS = _Widths()
