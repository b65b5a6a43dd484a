"""Folding: nothing is lost, no line is wider than asked, no word and no number is cut."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from anju_cli.characters import HIDING, columns, visible
from anju_cli.formats.layout import Line, Piece, apart, broken, fold, pad, plain, width_of

#: What people and programs write: Chinese, Latin, figures, signs, spaces of every kind, what hides.
CHARACTERS = "每千名老人床位abcXYZ0123456789.,%‰()（）、。:;!?“”《》[]+-−/≥·  \t\n\u3000\u202e\x1b"
ALPHABET = st.one_of(st.characters(), st.sampled_from(CHARACTERS))
TEXTS = st.text(ALPHABET, max_size=60)
WIDTHS = st.integers(2, 30)


def bare(text: str) -> str:
    """What of a text has to be shown: everything but spaces."""
    return "".join(visible(text).split())


#: A file with its line and column, and the punctuation around it.
NAMED_FILE = re.compile(r"\S+\.[A-Za-z][A-Za-z0-9]{1,4}(:\d+){0,2}[()“”,.;:、]*")


def shown(lines: list[Line]) -> list[str]:
    """Lines as they are printed."""
    return plain(lines).splitlines()


@given(TEXTS, WIDTHS)
def test_broken_text_loses_nothing(text: str, width: int) -> None:
    """However narrow the lines, every character but spaces is there, in order."""
    assert bare(text) == bare("".join(row.text for row in broken(Piece(text), width)))


@given(TEXTS, WIDTHS)
@example("0.A0", 2)
def test_broken_text_is_never_wider(text: str, width: int) -> None:
    """No row takes more columns than it was given, but one that names a file, which an editor takes whole."""
    rows = broken(Piece(text, "red"), width)
    assert {"red"} >= {row.style for row in rows}
    assert [] == [row for row in rows if columns(row.text) > width and not NAMED_FILE.fullmatch(row.text)]


@given(st.lists(st.from_regex(r"[A-Za-z0-9]{1,9}|[0-9]{1,3}(\.[0-9]{1,2})?%?", fullmatch=True)), st.integers(10, 40))
def test_words_and_numbers_stay_whole(words: list[str], width: int) -> None:
    """What fits into a line is never cut: the words of the rows are the words given."""
    rows = broken(Piece(" ".join(words)), width)
    assert words == " ".join(row.text for row in rows).split()


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("差 3.8 张/千人", 10, ["差 3.8", "张/千人"]),
        ("目标为二级甲等以上。", 8, ["目标为二", "级甲等以", "上。"]),
        ("照此到2020年(达不到)", 12, ["照此到2020年", "(达不到)"]),
        ("1,045 万元", 6, ["1,045", "万元"]),
        ("1,045 万元", 5, ["1,045", "万元"]),
        ("“引文”之后", 6, ["“引文”", "之后"]),
        ("“引文”之后", 5, ["“引", "文”", "之后"]),
        ("读作 27.5 %", 9, ["读作", "27.5 %"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("  前后有空格  ", 20, ["前后有空格"]),
        ("a   b", 9, ["a   b"]),
        ("a   b", 3, ["a", "b"]),
        ("", 9, [""]),
        (" ", 9, [""]),
        (")))", 2, ["))", ")"]),
        ("甲", 1, ["甲"]),
        ("依据的是遂安府办发〔2018〕19号", 28, ["依", "据的是遂安府办发〔2018〕19号"]),
        ("见 returns/二〇一九年.yaml:4:26", 12, ["见", "returns/二〇一九年.yaml:4:26"]),
        ("见 returns/民政局.xlsx!填报表!H15、H16", 28, ["见", "returns/民政局.xlsx!填报表!H15、", "H16"]),
        ("不是本计划的地区(“遂宁市安居区”)", 30, ["不是本计划的地区", "(“遂宁市安居区”)"]),
        ("上升 17.2 个百分点, 超过一年通常的幅度", 32, ["上升 17.2 个百分点,", "超过一年通常的幅度"]),
        ("(37 - 30.0) × (2019 - 2017) ≈ 34.6667", 24, ["(37 - 30.0) ×", "(2019 - 2017) ≈ 34.6667"]),
        ("(37 - 30.0) ÷ (2019 - 2017) ≈ 34.6667", 30, ["(37 - 30.0) ÷ (2019 - 2017)", "≈ 34.6667"]),
        ("at least 372 beds more are needed", 19, ["at least 372 beds", "more are needed"]),
    ],
)
def test_where_text_is_broken(text: str, width: int, rows: list[str]) -> None:
    """Lines end between words and behind the punctuation that closes them; only what fits nowhere is cut."""
    assert rows == [row.text for row in broken(Piece(text), width)]


@given(st.lists(TEXTS, max_size=6), st.integers(20, 60), st.integers(0, 9))
def test_folded_fields_lose_nothing_and_are_never_wider(texts: list[str], width: int, indent: int) -> None:
    """Fields side by side keep every character in order, within the width."""
    lines = fold([Piece(text) for text in texts], width, indent)
    assert bare("".join(texts)) == bare("".join(piece.text for line in lines for piece in line))
    assert [] == [line for line in lines if width_of(line) > width]


@given(st.lists(TEXTS, max_size=4))
def test_folded_fields_hide_nothing(texts: list[str]) -> None:
    """Whatever a field holds, no control or hiding character is left in its lines."""
    lines = fold([Piece(text) for text in texts], 40)
    assert frozenset() == HIDING.intersection(*[["\n"], *(piece.text for line in lines for piece in line)])
    assert frozenset() == HIDING.intersection(plain(lines).replace("\n", ""))


def test_fields_stand_side_by_side_where_they_fit() -> None:
    """A field that has no room begins the next line, behind the indent; empty ones leave no gap."""
    fields = [Piece("完成 33.2"), Piece(""), Piece("目标 ≥ 37"), Piece("差 3.8 张/千人")]
    assert ["  完成 33.2   目标 ≥ 37", "  差 3.8 张/千人"] == shown(fold(fields, 24, indent=2))


def test_fields_go_on_behind_a_first_line() -> None:
    """What stands in the first line already counts; the gap is as asked."""
    first: Line = [Piece("小结", "bold")]
    assert ["小结  达标 2  落后 1", "      未达标 3"] == shown(
        fold([Piece("达标 2"), Piece("落后 1"), Piece("未达标 3")], 22, indent=6, gap="  ", first=first)
    )


def test_a_field_too_long_is_broken_behind_the_indent() -> None:
    """A field wider than a line goes over several, all of them indented."""
    assert ["    一 二 三", "    四"] == shown(fold([Piece("一 二 三 四")], 13, indent=4))


def test_nothing_folds_into_nothing() -> None:
    """No field, no line."""
    assert [] == fold([Piece(""), Piece("")], 20)


@pytest.mark.parametrize(
    ("left", "right", "lines"),
    [
        ("区民政局", "达标 2", ["区民政局      达标 2"]),
        ("区民政局办公室", "达标 2", ["区民政局办公室", "  达标 2"]),
        ("区民政局", "", ["区民政局"]),
        ("", "达标 2", ["              达标 2"]),
        ("很长很长很长的一个部门名称", "达标 2", ["很长很长很长的一个部", "门名称        达标 2"]),
    ],
)
def test_two_ends_of_a_line(left: str, right: str, lines: list[str]) -> None:
    """What stands at the right end moves beneath where the left leaves no room, and nothing is told twice."""
    assert lines == shown(apart([Piece(left)], Piece(right), 20, indent=2))


@given(TEXTS, st.integers(0, 40))
def test_padding(text: str, width: int) -> None:
    """Padded text has the columns asked for, or its own where it has more."""
    shown_text = visible(text)
    assert max(columns(shown_text), width) == columns(pad(shown_text, width))
    assert pad(shown_text, width).startswith(shown_text)


def test_lines_end_without_spaces() -> None:
    """No line that is printed ends with a space, and each ends with a line break."""
    assert "a\n\n  b\n" == plain([[Piece("a"), Piece("  ")], [Piece("   ")], [Piece("  b ")]])
    assert [] == re.findall(r" $", plain([[Piece("a  ")]]), re.MULTILINE)
