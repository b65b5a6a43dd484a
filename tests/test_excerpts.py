"""Lines of a file with marks beneath: the caret stands under what it marks, however wide the characters."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from anju_cli.characters import columns, visible
from anju_cli.formats.excerpts import MarkedPlace, excerpt_lines, window
from anju_cli.formats.layout import plain
from anju_cli.places import Span

ALPHABET = st.one_of(st.characters(exclude_characters="\r\n"), st.sampled_from("甲乙丙 ab: 7.\t\x1b\u202e"))
LINES = st.text(ALPHABET, max_size=80)


def marked(
    line: int, start: int, end: int, text: str, *, mark: str = "^", label: str = "", path: str = ""
) -> MarkedPlace:
    """A mark from column `start` to before column `end` of one line."""
    return MarkedPlace(path, Span(line, start, line, end), text, mark, label, "red")


def shown(*places: MarkedPlace, width: int = 60) -> list[str]:
    """An excerpt as it is printed."""
    return plain(excerpt_lines(places, width)).splitlines()


def test_a_caret_under_latin_text() -> None:
    """The caret is as long as what it marks, and its words stand behind it."""
    assert ["    |", "  4 |   toilets: 780", "    |            ^^^ 不可能大于 100"] == shown(
        marked(4, 12, 15, "  toilets: 780", label="不可能大于 100")
    )


def test_a_caret_under_chinese_text() -> None:
    """Columns are those of the terminal: a Chinese character takes two."""
    assert ["    |", "  4 |   护理型床位比例: 780", "    |                   ^^^"] == shown(
        marked(4, 12, 15, "  护理型床位比例: 780")
    )


def test_a_mark_on_chinese_text_is_twice_as_long() -> None:
    """What is marked is underlined whole."""
    assert ["    |", "  1 | 甲: 八成", "    |     ^^^^"] == shown(marked(1, 4, 6, "甲: 八成"))


def test_hidden_characters_are_shown_and_counted() -> None:
    """A character that hides stands there as its code point, and the caret under it is as wide."""
    assert ["    |", "  1 | a<U+200B>: 1", "    |  ^^^^^^^^"] == shown(marked(1, 2, 3, "a\u200b: 1"))


def test_a_tab_takes_one_column() -> None:
    """A tab can't move the caret."""
    assert ["    |", "  2 |  a: 1", "    |     ^"] == shown(marked(2, 5, 6, "\ta: 1"))


def test_a_mark_at_the_end_of_a_line() -> None:
    """Something missing is marked behind the last character, one column wide."""
    assert ["    |", "  2 | 甲:", "    |    ^ 这里缺数"] == shown(marked(2, 4, 4, "甲:", label="这里缺数"))


def test_a_mark_beyond_the_line() -> None:
    """A place beyond the line's end (another program cut the file) is marked at its end."""
    assert ["    |", "  2 | a: 1", "    |     ^"] == shown(marked(2, 90, 95, "a: 1"))


def test_a_mark_over_several_lines_ends_with_its_first() -> None:
    """Of a span over lines the first is shown, marked to its end."""
    span = Span(3, 4, 5, 2)
    assert ["    |", "  3 | 甲: [1,", "    |     ^^^"] == shown(MarkedPlace("", span, "甲: [1,", "^", "", "red"))


def test_two_places_in_one_file() -> None:
    """Both lines stand in the file's order, under one margin as wide as the larger number."""
    assert [
        "      |",
        "    7 | a: 28",
        "      |    -- 第一次: 28",
        "  112 | b: 29",
        "      |    ^^ 第二次: 29",
    ] == shown(marked(112, 4, 6, "b: 29", label="第二次: 29"), marked(7, 4, 6, "a: 28", mark="-", label="第一次: 28"))


def test_two_places_on_one_line() -> None:
    """The line is shown once, with a mark beneath each other."""
    text = "{a: 28, b: 29}"
    assert ["    |", "  7 | {a: 28, b: 29}", "    |     -- 一", "    |            ^^ 二"] == shown(
        marked(7, 12, 14, text, label="二"), marked(7, 5, 7, text, mark="-", label="一")
    )


def test_two_places_on_one_long_line() -> None:
    """A line that has to be cut is shown once for each place, cut around it."""
    text = "{" + "甲: 28, " * 20 + "乙: 29}"
    first, second = shown(marked(7, 5, 7, text), marked(7, 165, 167, text), width=40)[1::2]
    assert first.startswith("  7 | {甲: 28, 甲: 28")
    assert first.endswith("…")
    assert second.startswith("  7 | …")
    assert second.endswith("乙: 29}")


def test_a_place_in_another_file() -> None:
    """Another file is named with line and column, after the finding's own."""
    assert [
        "    |",
        "  9 | a: 28",
        "    |    ^^ 上年 27",
        "  --> 2018.yaml:4:4",
        "    |",
        "  4 | a: 26",
        "    |    -- 26",
    ] == shown(
        marked(4, 4, 6, "a: 26", mark="-", label="26", path="2018.yaml"), marked(9, 4, 6, "a: 28", label="上年 27")
    )


def test_blank_lines_are_not_shown() -> None:
    """Where there is nothing to see nothing is shown."""
    assert [] == shown(marked(1, 1, 1, ""), marked(2, 1, 1, "   "))


def test_a_label_without_room_goes_beneath() -> None:
    """Words that have no room behind the caret are folded on the next lines, none of them wider."""
    lines = shown(marked(4, 12, 15, "  toilets: 780", label="百分比不可能大于 100, 请核实"), width=24)
    assert ["    |", "  4 |   toilets: 780", "    |            ^^^"] == lines[:3]
    assert ["      百分比不可能大于", "      100, 请核实"] == lines[3:]


@given(LINES, st.integers(1, 90), st.integers(0, 20), st.integers(20, 60))
def test_no_line_is_wider(text: str, start: int, length: int, width: int) -> None:
    """However long the line and wherever the mark, nothing is wider than asked."""
    lines = shown(marked(12, start, start + length, text, label="百分比不可能大于 100"), width=width)
    assert [] == [line for line in lines if columns(line) > width]


@given(LINES, st.data())
def test_the_caret_stands_under_what_it_marks(text: str, data: st.DataObject) -> None:
    """The columns above the caret show the very characters that are marked; those without a column can't be told."""
    assume(all(columns(one) for one in text))
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    stop = data.draw(st.integers(min(start + 1, len(text)), len(text)))
    lines = plain(excerpt_lines([marked(1, start + 1, stop + 1, text)], 2000)).splitlines()
    expected = [visible(text.replace("\t", " ")[start:stop]).rstrip()] if text[start:stop].strip() else []
    assert expected == [under(lines[1], lines[2]).rstrip() for _ in expected]


def under(line: str, caret: str) -> str:
    """What stands above the carets of the line beneath."""
    first, last = caret.index("^"), len(caret)
    found, column = "", 0
    for character in line + " " * len(caret):
        if first <= column < last:
            found += character
        column += columns(character)
    return found


@given(LINES, st.data())
def test_a_window_shows_what_is_asked(text: str, data: st.DataObject) -> None:
    """The part shown is no wider than asked, keeps the line's order, and begins with what is marked or shows all."""
    width = data.draw(st.integers(30, 60))
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, len(text)))
    part, first, last = window(text, start, stop, width)
    assert columns(visible(part)) <= width
    assert part.strip("…") in text.replace("\t", " ") or "…" in text
    whole = text.replace("\t", " ")
    assert part[first:last] == whole[start : start + last - first]
    assert last - first == stop - start or part.endswith("…")


@pytest.mark.parametrize(
    ("text", "start", "stop", "expected"),
    [
        ("short", 1, 3, ("short", 1, 3)),
        ("0123456789abcdefghij", 0, 2, ("01234567…", 0, 2)),
        ("0123456789abcdefghij", 18, 20, ("…fghij", 4, 6)),
        ("0123456789abcdefghij", 9, 11, ("…6789abcd…", 4, 6)),
        ("0123456789abcdefghij", 9, 20, ("…6789abcd…", 4, 9)),
    ],
)
def test_where_a_line_is_cut(text: str, start: int, stop: int, expected: tuple[str, int, int]) -> None:
    """A third of the room is left of what is marked, `…` stands where the line goes on."""
    assert expected == window(text, start, stop, 10)


def test_a_very_long_line_is_cut_before_it_is_measured() -> None:
    """A file on one line: the mark stands beneath its place, with what is around it."""
    text = "甲" * 5000 + "780" + "乙" * 5000
    number, caret = shown(marked(1, 5001, 5004, text))[1:3]
    assert columns(number[: number.index("780")]) == columns(caret[: caret.index("^^^")])
    assert "乙" in number
