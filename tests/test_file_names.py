"""Names from outside as names of files: taken by every system, and no two of them one file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.file_names import file_names


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("区民政局", "区民政局.md"), ("教育局(体育局)", "教育局(体育局).md"), ("a b", "a b.md"),
        # what some system does not take
        ("a/b", "a_b.md"), ("..\\..\\etc", "_.._etc.md"), ('<c>:"|?*', "_c______.md"), ("甲\n乙\0", "甲_乙_.md"),
        ("甲\u202e乙", "甲_乙.md"), ("../../x", "_.._x.md"), ("x.", "x.md"), (" x ", "x.md"),
        ("", "_.md"), ("..", "_.md"),
        # hidden, an office program's lock file, an option
        (".profile", "profile.md"), ("~$a", "$a.md"), ("-rf", "rf.md"),
        # devices
        ("CON", "CON_.md"), ("nul.x", "nul_.x.md"), ("com1", "com1_.md"), ("console", "console.md"),
    ],
)  # fmt: skip
def test_a_name_is_made_safe(name: str, file: str) -> None:
    """A usual name stays as it is; of others what no system takes is written otherwise."""
    assert {name: file} == file_names([name], ".md")


def test_no_two_are_one_file() -> None:
    """Names that become one are numbered, also where case makes no difference; a name given twice is one."""
    expected = {"a/b": "a_b.md", "a:b": "a_b-2.md", "A_B": "A_B-3.md", "c": "c.md"}
    assert expected == file_names(["a/b", "a:b", "A_B", "c", "c"], ".md")


def test_a_long_name_is_cut() -> None:
    """What remains is a name that systems take, cut between characters."""
    assert "局" * 53 + ".md" == file_names(["局" * 300], ".md")["局" * 300]


@given(st.lists(st.text(max_size=20), unique=True))
def test_any_names(names: list[str]) -> None:
    """Every name has a file of its own, below the folder and plain to see."""
    files = file_names(names, ".md")
    assert names == list(files)
    assert len(names) == len({file.casefold() for file in files.values()})
    for file in files.values():
        assert not set(file) & set('/\\:*?"<>|\0\n')
        assert not file.startswith((".", "~", "-", " "))
