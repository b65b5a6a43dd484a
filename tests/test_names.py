"""Names: exact, folded with a note, or not ours; a near miss is offered, never taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.names import LONGEST_GUESSED, Match, Names, fold

NAMES = Names(
    {
        "toilets": ("农村卫生厕所普及率", "Rural sanitary toilets", "卫生厕所普及率"),
        "beds": ("每千人口床位数", "护理型床位比例"),
        "media": ("“互联网+”融合率", "融合率(%)"),
        "pm25": ("PM2.5",),
    }
)


@pytest.mark.parametrize(
    ("name", "match"),
    [
        ("toilets", Match("toilets", folded=False)),
        ("农村卫生厕所普及率", Match("toilets", folded=False)),
        ("卫生厕所普及率", Match("toilets", folded=False)),
        ("农村 卫生厕所普及率", Match("toilets", folded=True)),
        ("农村卫生厕所普及率。", Match("toilets", folded=True)),
        ("RURAL SANITARY TOILETS", Match("toilets", folded=True)),
        ("ｔｏｉｌｅｔｓ", Match("toilets", folded=True)),
        ('"互联网+"融合率', Match("media", folded=True)),
        ("融合率（％）", Match("media", folded=True)),
        ("PM２．５", Match("pm25", folded=True)),
        ("农村卫生厕所普及", None),
        ("toilet", None),
        ("tоilets", None),
        ("toilets\u200b", None),
        ("", None),
        ("——", None),
    ],
)
def test_a_name_is_found_exactly_or_folded(name: str, match: Match | None) -> None:
    """Folding evens out width, case, spaces and punctuation, and nothing else."""
    assert match == NAMES.find(name)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("toilet", ("toilets",)),
        ("农村卫生厕所普级率", ("农村卫生厕所普及率",)),
        ("护理型床位比", ("护理型床位比例",)),
        ("完全不同的东西", ()),
        ("床", ()),
        ("", ()),
        ("toilets" * LONGEST_GUESSED, ()),
    ],
)
def test_near_misses_are_offered(name: str, near: tuple[str, ...]) -> None:
    """What a name may have meant is offered as it is written, one name an id."""
    assert near == NAMES.near(name)


def test_at_most_three_are_offered() -> None:
    """Of many that are near, the three best."""
    many = Names({f"school_{index}": () for index in range(9)})
    assert 3 == len(many.near("school_"))


def test_clashes_are_listed() -> None:
    """A name of two ids is listed with both, through folding too; the first keeps it."""
    names = Names({"a": ("甲率", "甲率"), "b": ("甲 率",), "c": ("A",)})
    assert [("甲 率", "a", "b"), ("A", "a", "c")] == names.clashes
    assert Match("a", folded=True) == names.find("甲·率")


def test_punctuation_alone_folds_to_nothing() -> None:
    """A name of punctuation stands for itself only, not for every other punctuation."""
    names = Names({"a": ("—",), "b": ("/",)})
    assert [] == names.clashes
    assert (Match("a", folded=False), None) == (names.find("—"), names.find("-"))


def test_a_name_that_is_certain() -> None:
    """A name as it is written needs no second look, unless it has a character that hides."""
    names = Names({"a": ("甲率", "乙\u200b率")})
    assert ({"a": "a", "甲率": "a"}, Match("a", folded=False)) == (names.certain, names.find("乙\u200b率"))


@given(st.text(max_size=30))
def test_any_text_may_be_looked_up(text: str) -> None:
    """Looking up and guessing never raise; a guess is one of the names and at most three."""
    found = NAMES.find(text)
    near = NAMES.near(text)
    assert found is None or fold(text) != ""
    assert len(near) == len({match.id for name in near if (match := NAMES.find(name))}) <= 3


@given(st.text("农村卫生厕所普及率ABCabc ·（）()，“”２2", max_size=12))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded name is its own folded form."""
    assert fold(text) == fold(fold(text))


@pytest.mark.parametrize(
    ("name", "near"),
    [("城市低保标准", ("贫困县低保标准",)), ("农村低保准", ("农村低保标准",)), ("rural income", ("rural incomes",))],
)
def test_opposed_names_are_not_offered(name: str, near: tuple[str, ...]) -> None:
    """However alike they are written: what is urban was not meant by something rural."""
    names = Names({"rural": ("农村低保标准", "农民低保标准"), "poor": ("贫困县低保标准",), "a": ("rural incomes",),
                   "b": ("urban incomes",)})  # fmt: skip
    assert near == names.near(name)[: len(near)]
    assert not {"农民低保标准", "urban incomes"} & set(names.near(name))
