"""One file's bytes, text and content; and names, shapes and quantities on the way to a report."""

import os
from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from anju_cli.loading import ReportFile, load_catalogue, load_report
from anju_cli.loading.files import read_bytes, read_file, shown_path, start_of
from anju_cli.loading.validation import flaws_of
from anju_cli.places import Place, Span
from anju_cli.readers import Vocabulary
from anju_cli.readers.content import OF_REPORT
from tests.samples_of_code import indicator, plan, target
from tests.test_catalogue import usable

CATALOGUE = usable(plan(share=indicator(target("at_least: 80"))))


def load(path: Path) -> ReportFile:
    """A report read with a catalogue of one indicator."""
    return load_report(str(path), CATALOGUE)


def codes(file: ReportFile) -> list[str]:
    """The codes of what was found."""
    return [finding.code for finding in file.diagnostics]


def test_a_file_that_is_not_there_any_more(tmp_path: Path) -> None:
    """What can't be opened is a finding at the path, and holds nothing."""
    file = load(tmp_path / "gone.yaml")
    assert (["ANJ001"], ()) == (codes(file), file.submissions)
    assert str(tmp_path / "gone.yaml") == file.diagnostics[0].place.path


def test_a_path_that_no_file_can_have() -> None:
    """A path with a null character is no file, and no crash."""
    assert ["ANJ001"] == [finding.code for finding in read_file("a\0b.yaml", Vocabulary(lambda _: True)).diagnostics]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    """A pipe is refused before it is opened: nobody waits for it."""
    os.mkfifo(tmp_path / "pipe.yaml")
    assert ["ANJ002"] == codes(load(tmp_path / "pipe.yaml"))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder handed to the reader is refused."""
    assert ["ANJ001"] == codes(load(tmp_path))


def test_a_file_of_the_largest_size(tmp_path: Path) -> None:
    """Five megabytes are read; a byte more is not, and says the limit."""
    comment = b"# " + b"x" * (OF_REPORT.bytes - 20)
    text = b"year: 2019\n" + comment
    (tmp_path / "large.yaml").write_bytes(text.ljust(OF_REPORT.bytes, b"x"))
    (tmp_path / "larger.yaml").write_bytes(text.ljust(OF_REPORT.bytes + 1, b"x"))
    larger = load(tmp_path / "larger.yaml")
    assert ["ANJ008"] == codes(load(tmp_path / "large.yaml"))
    assert [("ANJ003", {"limit": "5"})] == [(finding.code, finding.arguments) for finding in larger.diagnostics]


def test_what_was_not_read_has_no_content(tmp_path: Path) -> None:
    """A file that was not read holds no bytes, no text and nothing whole."""
    file = read_file(str(tmp_path), Vocabulary(lambda _: True))
    assert (b"", "", None, False) == (file.document.raw, file.document.text, file.content.root, file.content.whole)


def test_gb18030_is_read_with_a_note() -> None:
    """A file that is not UTF-8 is read all the same when a key of ours is in it."""
    file = read_bytes("a.yaml", "年度: 2019\n".encode("gb18030"), Vocabulary(lambda text: "年度" in text))
    assert ([("ANJ007", Span(1, 1, 1, 2))], "gb18030", True) == (
        [(finding.code, finding.place.span) for finding in file.diagnostics],
        file.document.encoding,
        file.content.whole,
    )


def test_damaged_bytes_are_not_read() -> None:
    """A file that is damaged is told where, and nothing of it is taken."""
    file = read_bytes("a.yaml", "年度: 2019\n部".encode()[:-1], Vocabulary(lambda _: True))
    assert (["ANJ005"], None, False) == (
        [finding.code for finding in file.diagnostics],
        file.content.root,
        file.content.whole,
    )


def test_an_unknown_suffix_is_read_as_yaml(tmp_path: Path) -> None:
    """A named file is always tried, whatever it is called."""
    for name in ("report.txt", "report", "REPORT.YML"):
        (tmp_path / name).write_text("year: 2019\nfigures: {share: 78.5}\n", "utf-8")
        assert ([], 1) == (codes(load(tmp_path / name)), len(load(tmp_path / name).submissions))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("returns/2019.yaml", "returns/2019.yaml"),
        ("a\u200bb.yaml", "a<U+200B>b.yaml"),
        ("a\x1b[31m.yaml", "a<U+001B>[31m.yaml"),
        ("a\nb.yaml", "a b.yaml"),
        ("教育局.yaml", "教育局.yaml"),
    ],
)
def test_a_path_is_shown_as_it_was_given(path: str, expected: str) -> None:
    """What a terminal could take for a command is shown by its code point."""
    assert expected == shown_path(path)


def test_the_system_separator_is_shown_as_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are POSIX on every machine."""
    monkeypatch.setattr(os, "sep", "\\")
    assert "returns/2019.yaml" == shown_path("returns\\2019.yaml")


def test_the_start_of_a_file() -> None:
    """What has no nearer place points at the first character."""
    assert Place("a.yaml", span=Span(1, 1, 1, 1)) == start_of("a.yaml")


def test_a_catalogue_of_another_encoding(tmp_path: Path) -> None:
    """A catalogue that is not UTF-8 is read where it has a catalogue's keys."""
    (tmp_path / "targets.yaml").write_bytes(plan(share=indicator(target("at_least: 80"))).encode("gb18030"))
    loaded = load_catalogue(str(tmp_path / "targets.yaml"))
    assert ("甲计划", "gb18030") == (loaded.catalogue and loaded.catalogue.catalogue.title, loaded.document.encoding)


class Cat(BaseModel):
    """One of two shapes."""

    lives: dict[str, int]


class Dog(BaseModel):
    """The other."""

    legs: dict[str, int]


def test_the_tag_of_a_union_is_no_step() -> None:
    """Of an error's way through the data only what is a key there is kept, and its last step."""
    data = {"pet": {"lives": {"count": "nine"}}}
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(dict[str, Cat | Dog]).validate_python(data)
    assert [("pet", "lives", "count"), ("pet", "legs")] == [flaw.route for flaw in flaws_of(raised.value, data)]
