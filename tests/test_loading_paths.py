"""Paths as given to files: folders walked in order, what is no report passed over and counted."""

import os
from pathlib import Path

import pytest

from anju_cli.formats import csv, csv_table
from anju_cli.formats.trends import csv as trend_csv
from anju_cli.loading import FileSearch, find_files
from anju_cli.texts import LANGUAGES, texts


def lay_out(folder: Path, *names: str) -> None:
    """Empty files, with the folders that they lie in."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")


def found(folder: Path, *paths: str, catalogue: str = "targets.yaml") -> FileSearch:
    """What is found from a folder, told without its name."""
    prefix = f"{folder}/"
    one = find_files(tuple(prefix + path if path else str(folder) for path in paths), prefix + catalogue)
    bare = [
        tuple(path.removeprefix(prefix) for path in paths)
        for paths in (one.files, one.missing, one.again, one.catalogues, one.unread, one.outcomes)
    ]
    return FileSearch(bare[0], one.passed_over, *bare[1:])


def test_a_folder_is_walked_sorted(tmp_path: Path) -> None:
    """Files come in the order of their names, folders among them, known suffixes only."""
    lay_out(tmp_path, "b.yaml", "a.yml", "C.YAML", "a/z.yaml", "a/y.yaml", "readme.md", "table.ods")
    files = ("C.YAML", "a/y.yaml", "a/z.yaml", "a.yml", "b.yaml")
    assert FileSearch(files, 2, (), (), (), ("table.ods",)) == found(tmp_path, "")


def test_hidden_files_and_locks_are_passed_over(tmp_path: Path) -> None:
    """Hidden files and folders and the locks of office programs are counted, not read."""
    lay_out(tmp_path, ".hidden.yaml", ".git/config.yaml", "~$2019.yaml", "2019.yaml")
    assert FileSearch(("2019.yaml",), 3, (), (), ()) == found(tmp_path, "")


def test_links_to_folders_are_passed_over(tmp_path: Path) -> None:
    """A link to a folder may lead in a circle; a link to a file is a file."""
    lay_out(tmp_path, "in/2019.yaml", "out/other.yaml")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/link.yaml").symlink_to(tmp_path / "out/other.yaml")
    assert FileSearch(("in/2019.yaml", "in/link.yaml"), 1, (), (), ()) == found(tmp_path, "in")


def test_a_link_to_a_folder_that_is_named_is_walked(tmp_path: Path) -> None:
    """What is asked for by name is tried."""
    lay_out(tmp_path, "in/2019.yaml")
    (tmp_path / "link").symlink_to(tmp_path / "in")
    assert ("link/2019.yaml",) == found(tmp_path, "link").files


def test_a_broken_link_is_tried(tmp_path: Path) -> None:
    """A link that leads nowhere is there; that it can't be read is a finding of the file. Two of them are two."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).symlink_to(tmp_path / "nowhere")
    assert FileSearch(("a.yaml", "b.yaml"), 0, (), (), ()) == found(tmp_path, "", catalogue="none.yaml")


def test_a_named_file_is_always_tried(tmp_path: Path) -> None:
    """Hidden or of another suffix: what is named is read."""
    lay_out(tmp_path, ".hidden.yaml", "report.txt")
    assert (".hidden.yaml", "report.txt") == found(tmp_path, ".hidden.yaml", "report.txt").files


@pytest.mark.parametrize("path", ["none.yaml", "2019.yaml/", "none/2019.yaml", "a\0b"])
def test_a_path_that_is_not_there(tmp_path: Path, path: str) -> None:
    """No such path is no empty answer; a slash behind a file makes it another path."""
    lay_out(tmp_path, "2019.yaml")
    assert FileSearch((), 0, (path,), (), ()) == found(tmp_path, path)


def test_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    """By whatever way it is reached: the first is read, the others are told."""
    lay_out(tmp_path, "in/2019.yaml")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "in/2019.yaml")
    one = found(tmp_path, "in/2019.yaml", "in", "in/../in/2019.yaml", "link.yaml")
    assert (("in/2019.yaml",), ("in/2019.yaml", "in/../in/2019.yaml", "link.yaml")) == (one.files, one.again)


def test_the_catalogue_in_use_is_passed_over(tmp_path: Path) -> None:
    """The catalogue is no report, by name or met in a folder."""
    lay_out(tmp_path, "in/targets.yaml", "in/2019.yaml")
    one = found(tmp_path, "in", "in/targets.yaml", catalogue="in/targets.yaml")
    assert (("in/2019.yaml",), ("in/targets.yaml", "in/targets.yaml")) == (one.files, one.catalogues)


def test_a_folder_that_may_not_be_listed_is_handed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading it will say so: nothing is passed over in silence."""
    lay_out(tmp_path, "in/2019.yaml")

    def refuse(_: str) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "listdir", refuse)
    assert FileSearch(("in",), 0, (), (), ()) == found(tmp_path, "in")


def test_an_empty_folder(tmp_path: Path) -> None:
    """An empty folder holds nothing and is not missing."""
    assert FileSearch((), 0, (), (), ()) == found(tmp_path, "")


def test_links_in_a_ring_are_passed_over(tmp_path: Path) -> None:
    """A link that leads to itself is no folder and no report; what lies beside it is read."""
    lay_out(tmp_path, "in/2019.yaml")
    (tmp_path / "in/a").symlink_to("b")
    (tmp_path / "in/b").symlink_to("a")
    one = found(tmp_path, "in")
    assert (("in/2019.yaml",), 2) == (one.files, one.passed_over)


def test_no_folder_is_too_deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders within folders are walked without a stack of calls."""
    monkeypatch.chdir(tmp_path)
    deep = 1200
    for _ in range(deep):
        os.mkdir("d")
        os.chdir("d")
    os.chdir(tmp_path)
    lay_out(tmp_path, "2019.yaml")
    files = find_files((".",), "none.yaml").files
    for _ in range(deep):  # such a depth is more than pytest itself can clear away
        os.chdir("d")
    for _ in range(deep):
        os.chdir("..")
        os.rmdir("d")
    assert ("./2019.yaml",) == files[:1]


def test_what_may_not_be_looked_at_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path that may not be looked at is no missing path: reading it will say why."""

    def refuse(path: str) -> None:
        raise PermissionError(13, "denied", path)

    monkeypatch.setattr(os, "lstat", refuse)
    assert (("in/2019.yaml",), ()) == found(tmp_path, "in/2019.yaml")[:1] + found(tmp_path, "in/2019.yaml")[2:3]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_outcomes_of_ours_are_passed_over(tmp_path: Path, encoding: str) -> None:
    """A JSON file in a folder is read, but an outcome of ours or a schema is not, however it is encoded or spaced."""
    texts = {"report": '{"year": 2019}', "quoting": '{"note": "\\"schema\\": \\"anju/"}', "other": '{"schema": "x/1"}'}
    texts |= {"outcome": '{\n  "schema" :\n\t"anju/outcome/1"', "trend": '{"schema":"anju/trend/1"}'}
    texts |= {"schema": '{"$schema": "https://json-schema.org/draft/2020-12/schema"}', "named": '{"$schema": "a.json"}'}
    texts |= {"far": " " * 1100 + '"schema": "anju/outcome/1"'}
    texts |= {"inner": '{"year": 2019, "explanations": [{"schema": "anju/x"}]}', "later": '{"year":1,"schema":"anju/"}'}
    for name, text in texts.items():
        (tmp_path / f"{name}.json").write_bytes(text.encode(encoding))
    files = ("far.json", "inner.json", "later.json", "named.json", "other.json", "quoting.json", "report.json")
    assert FileSearch(files, 3, (), (), (), (), ("outcome.json", "trend.json")) == found(tmp_path, "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_tables_of_ours_are_passed_over(tmp_path: Path, lang: str) -> None:
    """A CSV file in a folder is read, but an outcome or trend of ours is not, in either language."""
    for name, columns in (("outcome", csv.COLUMNS), ("trend", trend_csv.COLUMNS)):
        (tmp_path / f"{name}.csv").write_text(csv_table.head(columns, texts(lang)), "utf-8")
    lay_out(tmp_path, "report.csv", "report.tsv")
    (tmp_path / "long.csv").write_text("地区,年度,指标名称,完成值\n", "utf-8")
    files = ("long.csv", "report.csv", "report.tsv")
    assert FileSearch(files, 2, (), (), (), (), ("outcome.csv", "trend.csv")) == found(tmp_path, "")


def test_what_looks_like_a_return_is_named(tmp_path: Path) -> None:
    """Tables, documents and our own suffixes with more behind them are no readme, picture or hidden lock."""
    like = (
        "a.XLSM",
        "b.tab",
        "c.xls.bak",
        "d.docx",
        "e.pdf",
        "f.yaml.txt",
        "g.yml (1)",
        "h.json.bak",
        "i.ymal",
        "sub/j.ods",
    )
    lay_out(tmp_path, *like, "readme.txt", "k.png", ".l.xlsx", "~$m.xlsx", "xlsx", "2019.yaml", "yaml.html")
    one = found(tmp_path, "")
    assert (("2019.yaml",), like, 16) == (one.files, one.unread, one.passed_over)


def test_what_was_passed_over_is_counted_once(tmp_path: Path) -> None:
    """Nor is a file passed over that is read under its own name, or a folder given twice."""
    lay_out(tmp_path, "a.ods", "b.ods", "c.png", ".d")
    one = found(tmp_path, "", "a.ods", "")
    assert (("a.ods",), ("b.ods",), 3) == (one.files, one.unread, one.passed_over)


def test_an_outcome_that_is_named_is_tried(tmp_path: Path) -> None:
    """What is asked for by name is tried, and told to be no report."""
    (tmp_path / "outcome.json").write_text('{"schema": "anju/outcome/1"}', "utf-8")
    assert ("outcome.json",) == found(tmp_path, "outcome.json").files


def test_a_json_file_that_can_not_be_looked_into_is_tried(tmp_path: Path) -> None:
    """A broken link or a pipe is no outcome: reading it will say what it is."""
    (tmp_path / "a.json").symlink_to(tmp_path / "nowhere")
    names = ["a.json"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "b.json")
        names.append("b.json")
    assert tuple(names) == found(tmp_path, "", catalogue="none.yaml").files
