"""Characters that hide, characters that are wide, and outside text made safe to show."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.characters import clipped, columns, hiding, narrow, visible

#: Categories of characters that cannot be seen: control, format, surrogate, line and paragraph separators.
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", "abc"),
        ("７８．５％", "78.5%"),
        ("－3", "-3"),
        ("−3", "-3"),
        ("\u3000", " "),
        ("，：；（）！", ",:;()!"),
        ("中文。、《》", "中文。、《》"),
        ("²①½٣", "²①½٣"),
    ],
)
def test_narrow_writes_full_width_forms_narrow(text: str, expected: str) -> None:
    """Only full-width ASCII, the ideographic space and the true minus sign change."""
    assert expected == narrow(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("rural toilets 78.5%", ()),
        ("农村卫生厕所(普及率)\t\n", ()),
        ("７８．５％ ① ² café", ()),
        ("a\u200bb\u200b", ("U+200B",)),
        ("\u202eabc", ("U+202E",)),
        ("\ufeff区", ("U+FEFF",)),
        ("a\r", ("U+000D",)),
        ("\x1b[31m", ("U+001B",)),
        ("аbс", ("U+0430", "U+0441")),
        ("Ρ", ("U+03A1",)),
        ("人ロ", ("U+30ED",)),
        ("ㄚ", ("U+311A",)),
        ("𝟓", ("U+1D7D3",)),
        ("\U000e0041", ("U+E0041",)),
        ("\u2800", ("U+2800",)),
        ("\ud800", ("U+D800",)),
        ("\u200bа", ("U+200B", "U+0430")),
    ],
)
def test_hiding_characters_are_named_by_code_point(text: str, expected: tuple[str, ...]) -> None:
    """Zero width, bidi, control and look-alikes of another script are listed, each once."""
    assert expected == hiding(text)


def test_every_unseen_character_hides() -> None:
    """No control or format character of Unicode slips through, tab and line feed aside."""
    unseen = {chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in UNSEEN} - set(
        "\t\n"
    )
    assert [] == [f"U+{ord(character):04X}" for character in sorted(unseen) if not hiding(character)]


def test_characters_of_our_languages_do_not_hide() -> None:
    """ASCII, Chinese characters and their punctuation are as they seem."""
    ours = [*range(0x20, 0x7F), *range(0x4E00, 0xA000), *range(0x3001, 0x3030), *range(0xFF01, 0xFF5F)]
    assert () == hiding("".join(map(chr, ours)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("全区\n80%", "全区 80%"),
        ("a\t\r\nb", "a b"),
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("\u202e全", "<U+202E>全"),
        ("аб", "аб"),
    ],
)
def test_visible_text_is_on_one_line(text: str, expected: str) -> None:
    """Hiding characters are shown by code point; what can be seen stays."""
    assert expected == visible(text)


@pytest.mark.parametrize(("text", "limit", "expected"), [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("", 3, "")])
def test_clipped_text_says_that_it_goes_on(text: str, limit: int, expected: str) -> None:
    """At most the limit, the last character being … where something is left out."""
    assert expected == clipped(text, limit)


@pytest.mark.parametrize(
    ("text", "expected"), [("", 0), ("abc", 3), ("全区", 4), ("７", 2), ("e\u0301", 1), ("≥80%", 4), ("a区", 3)]
)
def test_columns_of_a_terminal(text: str, expected: int) -> None:
    """Wide and full-width characters take two columns, combining ones none."""
    assert expected == columns(text)


@given(st.text())
def test_visible_text_hides_nothing(text: str) -> None:
    """What is shown holds no control character, however outside text was made."""
    assert [] == [one for one in visible(text) if unicodedata.category(one) in UNSEEN]


@given(st.text(), st.integers(1, 20))
def test_clipped_text_fits(text: str, limit: int) -> None:
    """The limit holds for any text."""
    assert len(clipped(text, limit)) == min(len(text), limit)
