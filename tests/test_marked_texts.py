"""A report in YAML or CSV with its findings in it says the same as before, and comes back to the byte."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.codes import CODES
from anju_cli.codes.samples import sample
from anju_cli.marked_copies import csv_copy, yaml_copy
from anju_cli.marked_copies.csv_copy import cleared_csv, marked_csv
from anju_cli.marked_copies.refusals import UnmarkableError
from anju_cli.marked_copies.yaml_copy import cleared_yaml, marked_yaml
from anju_cli.readers.csv.scanner import scan
from anju_cli.readers.own_marks import without_own_column
from anju_cli.texts.mark_words import mark_words
from tests.marked_books import mark

SAY = mark_words("zh")
SAMPLES = [path for code in CODES for which in ("bad", "good") for path in sample(code, which)]
CASES = sorted(Path(__file__).parent.glob("cases/*/*.yaml"))
#: What is no text has no lines, see below.
TEXTS = [path for path in (*SAMPLES, *CASES) if path.suffix == ".yaml" and path.parent.name != "ANJ006"]
WORDS = ("# anju: error ANJ204 超出范围", "# anju: 处理: 请核实后改正")
ENCODINGS = pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])


def commented(text: str, *lines: int) -> str:
    """A text in YAML with a finding on each of some lines."""
    return marked_yaml(text.encode(), [mark(line=line) for line in lines], SAY).decode()


def test_a_finding_stands_above_its_line() -> None:
    """As far to the right as the line; level, code and sentence, then the way out."""
    text = "figures:\n  beds: 780   # 核对过\n"
    assert f"figures:\n  {WORDS[0]}\n  {WORDS[1]}\n  beds: 780   # 核对过\n" == commented(text, 2)


@pytest.mark.parametrize(
    ("text", "line", "above"),
    [
        ("a: {b: 1,\n  c: 2}\n", 2, "a: {b: 1,"),
        ("a: [1,\n\n  2]\nd: 4\n", 3, "a: [1,"),
        ("a: |\n  甲\n  乙\nb: 1\n", 3, "a: |"),
        ("a: |\n  甲\n\nb: 1\n", 4, "b: 1"),
        ("a: '甲\n\n  乙'\nb: 1\n", 3, "a: '甲"),
        ("a: 甲\n  乙\nb: 1\n", 2, "a: 甲"),
        ("a:\n  - b: 1\n    c: 2\n", 3, "c: 2"),
        ("a: {b: 1,\n  c: 2\n", 2, "a: {b: 1,"),
        ("a: 1\n", 0, "a: 1"),
        ("a: 1\n", 9, "a: 1"),
    ],
)
def test_a_comment_never_stands_inside_something(text: str, line: int, above: str) -> None:
    """Texts over several lines and brackets are not parted: the comment stands above where they begin."""
    lines = commented(text, line).split("\n")
    assert above == lines[lines.index(next(one for one in lines if one.strip() == WORDS[1])) + 1].strip()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_sample_says_the_same_when_marked(path: Path) -> None:
    """Whatever is wrong with a file: with a finding on every line it parses as before, and comes back to the byte."""
    raw = path.read_bytes()
    marks = [mark(line=line) for line in range(raw.count(b"\n") + 2)]
    copy = marked_yaml(raw, marks, SAY)
    assert raw == cleared_yaml(copy)
    assert copy == marked_yaml(copy, marks, SAY)


@given(
    st.recursive(
        st.text() | st.integers() | st.sampled_from(["a\nb", "|", "# anju: x", "甲\n\n乙\n", ""]),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    ),
    st.lists(st.integers(0, 12), max_size=3),
    st.booleans(),
)
def test_any_yaml_says_the_same_when_marked(value: object, lines: list[int], flow: bool) -> None:
    """Whatever stands in a file, YAML's own parser reads from the copy what it read from the file."""
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=20)
    raw = text.encode("utf-8", "replace")
    try:
        copy = marked_yaml(raw, [mark(line=line) for line in lines], SAY)
    except UnmarkableError:
        assert "# anju: " in text
        return
    assert yaml.safe_load(raw) == yaml.safe_load(copy)
    assert raw == cleared_yaml(copy)


def test_a_file_that_is_not_read_has_its_findings_above() -> None:
    """Where a character keeps a file from being read, no line of it is known to begin where it seems to."""
    text = "\x85:\n- '000\n  1'\n"
    assert f"{WORDS[0].replace('error', '第 3 行: error')}\n{WORDS[1]}\n{text}" == commented(text, 3)


def test_a_text_that_looks_like_our_comments_is_left() -> None:
    """A line of the clerk's own text that begins as our comments do is no comment: the file is not touched."""
    with pytest.raises(UnmarkableError, match="changed"):
        cleared_yaml(b"a: |\n  # anju: x\nb: 1\n")


def test_where_no_line_will_do_all_stand_at_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a comment at its line would change what is read, it stands at the top and names the line; or nowhere."""
    text = "a: '甲\n  乙'\n"
    monkeypatch.setattr(yaml_copy, "_lines_inside", lambda _, **__: set())
    assert f"{WORDS[0].replace('error', '第 2 行: error')}\n{WORDS[1]}\n{text}" == commented(text, 2)
    assert f"{WORDS[0]}\n" == commented("a: '甲\n  乙'\n", 0)[: len(WORDS[0]) + 1]
    monkeypatch.setattr(yaml_copy, "_at_top", lambda *_: ["\nx: 1"])
    with pytest.raises(UnmarkableError, match="changed"):
        commented(text, 2)


def test_findings_about_a_file_that_can_not_be_parted_stand_at_the_top() -> None:
    """A finding about the whole file has no line to name."""
    text = "a: 1\n"
    assert [*WORDS] == commented(text, 0).split("\n")[:2]


def test_notes_and_explained_queries_are_not_marked() -> None:
    """What nobody has to do anything about is not put into the file."""
    explained = [mark(line=1, level="note", is_open=False)]
    assert (b"a: 1\n", b"a,b\n") == (marked_yaml(b"a: 1\n", explained, SAY), marked_csv(b"a,b\n", explained, SAY))


@ENCODINGS
def test_comments_are_in_the_encoding_and_line_ends_of_the_file(encoding: str) -> None:
    """Each encoding that is read, with its mark, and the line ends that the file has."""
    text = "# 区民政局\r\nyear: 2019\r\nfigures:\r\n  beds: 7\r\n"
    copy = marked_yaml(text.encode(encoding), [mark(line=4)], SAY)
    assert text.replace("  beds", f"  {WORDS[0]}\r\n  {WORDS[1]}\r\n  beds") == copy.decode(encoding)


def test_a_file_of_no_line_or_one() -> None:
    """An empty file and one without an end of line have their findings above."""
    assert f"{WORDS[0]}\n{WORDS[1]}\n" == commented("", 1)
    assert f"{WORDS[0]}\n{WORDS[1]}\na: 1" == commented("a: 1", 1)


def test_what_is_no_text_is_not_marked() -> None:
    """A workbook under the name of a text has no lines."""
    for raw in (b"PK\x03\x04", b"\xff\xfe\x00\x00a\x00\x00\x00"):
        with pytest.raises(UnmarkableError, match="unreadable"):
            marked_yaml(raw, [mark()], SAY)


# CSV

TABLE = '填报单位:区民政局\n指标名称,完成值,备注\n甲,1,"多行\n备注"\n乙\n丙,3,\n丁,4,x,多'
FOUND = "error ANJ204 超出范围。处理: 请核实后改正"


def columned(text: str, *lines: int) -> str:
    """A table with a finding on each of some lines."""
    return marked_csv(text.encode(), [mark(line=line) for line in lines], SAY).decode()


def test_a_finding_stands_in_the_last_column_of_its_row() -> None:
    """In the column of findings, also behind a text of several lines and in a row that is shorter than its head."""
    assert (
        '填报单位:区民政局\n指标名称,完成值,备注,"anju 核对"\n甲,1,"多行\n备注"'
        f',"anju: {FOUND}"\n乙,,,"anju +2: {FOUND}"\n丙,3,\n丁,4,x,多,"anju: {FOUND}"'
    ) == columned(TABLE, 4, 5, 7)


def test_a_finding_that_has_no_row_stands_in_the_last_before_it_or_the_head() -> None:
    """It names its line there; one about the whole file has none."""
    assert f'甲,1,"anju: 第 4 行: {FOUND}"' in columned("指标名称,完成值\n甲,1\n\n\n乙,2\n", 4)
    assert f'指标名称,完成值,"anju: {FOUND}"' in columned("指标名称,完成值\n甲,1\n", 0)
    assert f'甲,1,"anju: 第 3 行: {FOUND}"' in columned('指标名称,完成值\n甲,1\n"乙,2\n', 3)


@pytest.mark.parametrize("text", ["", "\n\n", '"甲'])
def test_a_file_without_rows_is_not_marked(text: str) -> None:
    """There is no row to mark."""
    with pytest.raises(UnmarkableError, match="unreadable"):
        columned(text, 1)


@ENCODINGS
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_comes_back_to_the_byte(encoding: str, delimiter: str, end: str) -> None:
    """In each encoding and with each delimiter: the copy cleared is the file, marked twice is marked once."""
    raw = TABLE.replace(",", delimiter).replace("\n", end).encode(encoding)
    marks = [mark(line=line, sentence='甲"乙\n,;') for line in range(9)]
    copy = marked_csv(raw, marks, SAY)
    assert (raw, copy) == (cleared_csv(copy), marked_csv(copy, marks, SAY))
    assert f'{delimiter}"anju: ' in copy.decode(encoding)


@given(st.lists(st.lists(st.text("ab,\"\n;甲'=", max_size=4), max_size=4), max_size=4), st.lists(st.integers(0, 9)))
def test_any_table_is_read_as_before(table: list[list[str]], lines: list[int]) -> None:
    """Whatever stands in a table, its reader sees of the copy what it saw of the file, each row on its line."""
    text = "\n".join(",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in table)
    raw = text.encode()
    if not text.strip('",\n'):
        return  # there is no row, see above
    copy = marked_csv(raw, [mark(line=line) for line in lines], SAY)
    assert raw == cleared_csv(copy)
    assert list(scan(text, ",")) == list(scan(without_own_column(copy.decode()), ","))


def test_what_a_spreadsheet_made_of_the_column_is_passed_over() -> None:
    """Quotes that are not needed are gone, and rows are filled up: the findings are passed over all the same."""
    assert "a,b\n甲,\n乙,1\n" == without_own_column("a,b,anju 核对\n甲,,,anju +1: 强制\n乙,1,anju: 强制,,\n")


@pytest.mark.parametrize("text", ["a,anju 核对表\n", "anju: x,1\n", "a,anju: x,1\n", "a,b anju: x\n", '"a,anju: x"\n'])
def test_other_fields_are_not_ours(text: str) -> None:
    """What is no last field, or is called otherwise, belongs to the clerk."""
    assert text == without_own_column(text)


def test_a_count_that_does_not_fit_takes_no_field() -> None:
    """Where fewer delimiters stand before a finding than it says, nothing of the row is taken."""
    assert "a,b" == without_own_column('a,b,"anju +9: x"')


def test_a_copy_that_would_not_come_back_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a copy comes back to is looked at before it is handed out."""
    monkeypatch.setattr(csv_copy, "_field", lambda *_: ",9")
    with pytest.raises(UnmarkableError, match="changed"):
        columned(TABLE, 4)
