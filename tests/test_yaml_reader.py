"""YAML to the plain shape: every place, every duplicate, no typing, and nothing that kills the process."""

from typing import Any, TypeAlias

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.places import Span
from anju_cli.readers import READERS, Vocabulary, yaml_reader
from anju_cli.readers.content import DEEPEST, MOST_VALUES, OF_REPORT, Content, Fault
from anju_cli.readers.nodes import MappingNode, Node, ScalarNode
from anju_cli.readers.yaml_reader import parse_yaml, read_yaml

Shape: TypeAlias = Any


def shape(node: Node | None) -> Shape:
    """A node without its places: mappings as lists of pairs, so that duplicates show."""
    if node is None or isinstance(node, ScalarNode):
        return node and node.text
    if isinstance(node, MappingNode):
        return [(key.text, shape(value)) for key, value in node.entries]
    return tuple(shape(item) for item in node.items)


def faults(content: Content) -> list[tuple[str, str, int, int]]:
    """Code, kind, line and column of each fault."""
    return [(fault.code, fault.kind, fault.span.line, fault.span.column) for fault in content.faults]


SHAPES = [
    ("", None),
    ("# only a comment\n", None),
    ("a", "a"),
    ("a: 1\n", [("a", "1")]),
    ("a:\n", [("a", "")]),
    ("a: ~\nb: null\n", [("a", "~"), ("b", "null")]),
    ("- 1\n- [2, 3]\n", ("1", ("2", "3"))),
    ("a: {b: 1, c: [x, {y: z}]}\n", [("a", [("b", "1"), ("c", ("x", [("y", "z")]))])]),
    ("a: 1\na: 2\n", [("a", "1"), ("a", "2")]),
    ("a: 1\n'a': 1\n\"\\x61\": 1\n", [("a", "1")] * 3),
    ("a: 1 # note\n", [("a", "1")]),
    ("'it''s': \"q\\n\"\n", [("it's", "q\n")]),
    ("a: |\n  x\n  y\n", [("a", "x\ny\n")]),
    ("a: 1\r\nb: 2\r\n", [("a", "1"), ("b", "2")]),
    ("农村卫生厕所: 78.5\n", [("农村卫生厕所", "78.5")]),
    ("---\na: 1\n...\n", [("a", "1")]),
    ("'<<': 1\n", [("<<", "1")]),
    ("? a\n", [("a", "")]),
]

#: What YAML 1.1 would turn into something else, and what it makes careless readers raise.
UNTYPED = [
    *("010", "0o10", "0x1F", "1_000", "1:30", "190:20:30", "1e3", ".5", "5.", "+.inf", ".NaN", "~", "null", "=", "<"),
    *("yes", "no", "on", "off", "y", "n", "True", "FALSE", "2024-01-01", "2024-13-45", "2001-12-14t21:59:43.10-05:00"),
    *("1" * 5000, "9" * 4301, "1e999999999", "78.5%", "７８．５", "1,234", "-0", "0b101", "12e03", "1__0", "0.1e"),
]

FAULTS = [
    # a word that stands for another, or turns a text into a number
    ("a: &x 1\nb: *x\n", [("ANJ010", "anchor", 1, 4), ("ANJ010", "alias", 2, 4)], [("a", "1"), ("b", "")]),
    ("a: *x\n", [("ANJ010", "alias", 1, 4)], [("a", "")]),
    ("*x : 1\n", [("ANJ010", "alias", 1, 1)], [("", "1")]),
    ("a: &x [1]\n", [("ANJ010", "anchor", 1, 4)], [("a", ("1",))]),
    ("<<: {a: 1}\nb: 2\n", [("ANJ010", "merge", 1, 1)], [("b", "2")]),
    ("a: !x 1\n", [("ANJ010", "tag", 1, 4)], [("a", "1")]),
    ("a: !!int abc\n", [("ANJ010", "tag", 1, 4)], [("a", "abc")]),
    ("a: !!float x\n", [("ANJ010", "tag", 1, 4)], [("a", "x")]),
    ("a: !!bool maybe\n", [("ANJ010", "tag", 1, 4)], [("a", "maybe")]),
    ("a: !!python/object/apply:os.system [x]\n", [("ANJ010", "tag", 1, 4)], [("a", ("x",))]),
    ("a: !!binary x\n", [("ANJ010", "tag", 1, 4)], [("a", "x")]),
    ("a: &x !!str 1\n", [("ANJ010", "anchor", 1, 4), ("ANJ010", "tag", 1, 4)], [("a", "1")]),
    # keys that are no names
    ("? [a]\n: 1\nb: 2\n", [("ANJ104", "key", 1, 3)], [("b", "2")]),
    ("{a: 1}: 2\n", [("ANJ104", "key", 1, 1)], []),
]

#: What ends the reading; what was read before it is kept.
STOPS = [
    ("a: 1\n---\nb: 2\n", [("ANJ011", "", 2, 1)], [("a", "1")]),
    ("--- a\n--- b\n", [("ANJ011", "", 2, 1)], "a"),
    ("a: 1\nb:\n\tc: 2\n", [("ANJ004", "tab", 3, 1)], [("a", "1"), ("b", [("c", "2")])]),
    ("a: |\n\tx\n", [("ANJ004", "tab", 2, 1)], [("a", "x\n")]),
    ("a: 1\n乙：2\nc: 3\n", [("ANJ004", "wide_colon", 2, 2)], [("a", "1"), ("乙", "2"), ("c", "3")]),
    ("a: 1\n乙：2\n", [("ANJ004", "wide_colon", 2, 2)], [("a", "1"), ("乙", "2")]),
    ("a: 1\n# 注：说明\nb: @c\n", [("ANJ004", "start", 3, 4)], [("a", "1"), ("b", "")]),
    ("a: 1\nb: @c\n", [("ANJ004", "start", 2, 4)], [("a", "1"), ("b", "")]),
    ("a: 1\nb: %c\n", [("ANJ004", "start", 2, 4)], [("a", "1"), ("b", "")]),
    ("a:\n  - 1\n - 2\n", [("ANJ004", "indent", 3, 2)], [("a", ("1",))]),
    ("a: 1\nb\nc: 2\n", [("ANJ004", "colon", 2, 1)], [("a", "1"), ("c", "2")]),
    ("a: b: c\n", [("ANJ004", "value", 1, 5)], [("a", "")]),
    ("a: 78.5\n b: 2\n", [("ANJ004", "indent", 2, 2)], [("a", "78.5"), ("b", "2")]),
    ("a: 1\nb: 'x\n", [("ANJ004", "quote", 2, 4)], [("a", "1"), ("b", "")]),
    ('a: 1\nb: "\\q"\n', [("ANJ004", "quote", 2, 5)], [("a", "1"), ("b", "")]),
    ("a: 1\nb: [1, 2", [("ANJ004", "bracket", 2, 4)], [("a", "1"), ("b", ("1", "2"))]),
    ("a: {b: 1", [("ANJ004", "bracket", 1, 4)], [("a", [("b", "1")])]),
    ("- a\nb: 1\n", [("ANJ004", "indent", 2, 1)], ("a",)),
    ("%YAML 9.0\n---\na: 1\n", [("ANJ004", "", 1, 1)], [("a", "1")]),
    ("a: &x 1\nb: ]\n", [("ANJ010", "anchor", 1, 4), ("ANJ004", "indent", 2, 4)], [("a", "1"), ("b", "")]),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_the_shape_of_a_text(text: str, expected: Shape) -> None:
    """Keys and values stay texts, in their order, duplicates and all."""
    content = parse_yaml(text)
    assert (expected, (), True) == (shape(content.root), content.faults, content.whole)


@pytest.mark.parametrize("text", UNTYPED)
def test_nothing_is_typed(text: str) -> None:
    """What YAML 1.1 would read as a number, a date or a truth stays as it was written."""
    assert [("a", text)] == shape(parse_yaml(f"a: {text}\n").root)


@pytest.mark.parametrize(("text", "expected", "kept"), FAULTS)
def test_what_reports_may_not_use(text: str, expected: list[Any], kept: Shape) -> None:
    """Anchors, aliases, merge keys, tags and keys that are no text are told with their place; the rest is read."""
    content = parse_yaml(text)
    assert (expected, kept, True) == (faults(content), shape(content.root), content.whole)


@pytest.mark.parametrize(("text", "expected", "kept"), STOPS)
def test_what_was_read_is_kept(text: str, expected: list[Any], kept: Shape) -> None:
    """A slip ends the reading at its place, by its kind; what stands before it is not lost."""
    content = parse_yaml(text)
    assert (expected, kept, False) == (faults(content), shape(content.root), content.whole)


@pytest.mark.parametrize(
    ("text", "line", "column", "character"),
    [
        ("a: \x00", 1, 4, "U+0000"),
        ("a: 1\nb: \x1b[31m", 2, 4, "U+001B"),
        ("a: 1\r\nb: 2\rc: \x7f", 3, 4, "U+007F"),
        ("a: 1\x85b: 2", 1, 5, "U+0085"),
        ("a: 1\u2028b: 2", 1, 5, "U+2028"),
        ("a: 1\u2029\x00", 1, 5, "U+2029"),
        ("a: 区\ufffe", 1, 5, "U+FFFE"),
        ("a: \uffff", 1, 4, "U+FFFF"),
    ],
)
def test_characters_that_no_file_may_hold(text: str, line: int, column: int, character: str) -> None:
    """The first unprintable character, or line end that editors do not see, is told with its place."""
    expected = Fault("ANJ009", Span(line, column, line, column + 1), arguments={"character": character})
    content = Content((), (expected,), whole=False, text=text, encoding="utf-8")
    assert content == read_yaml(text.encode(), lambda _: True)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("1", "plain"),
        ("'1'", "quoted"),
        ('"1"', "quoted"),
        ("|\n  1", "lines"),
        (">\n  1", "lines"),
        ("*x", "refused"),
    ],
)
def test_forms(text: str, form: str) -> None:
    """How a value was written is kept: quoted numbers are fine, blocks and aliases are not."""
    root = parse_yaml(f"a: {text}\n").root
    assert isinstance(root, MappingNode)
    assert [form] == [value.form for _, value in root.entries if isinstance(value, ScalarNode)]


def test_spans() -> None:
    """Scalars have both ends, in characters; of a collection only the beginning is known."""
    root = parse_yaml("农村: '78.5'\nb:\n  - {c: 1}\n").root
    assert isinstance(root, MappingNode)
    spans = [(key.span, value.span) for key, value in root.entries]
    first, second = (Span(1, 1, 1, 3), Span(1, 5, 1, 11)), (Span(2, 1, 2, 2), Span(3, 3, 3, 4))
    assert (Span(1, 1, 1, 2), [first, second]) == (root.span, spans)


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_deep_nesting_is_refused(bracket: str) -> None:
    """A hundred thousand open brackets are one fault, not the end of the process."""
    content = parse_yaml(bracket * 100_000)
    assert ([("ANJ012", "depth")], False) == ([(fault.code, fault.kind) for fault in content.faults], content.whole)


def test_nesting_that_libyaml_itself_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Newer versions of libyaml have a limit of their own, and give up before any bracket is handed on."""

    def refuse(_text: str) -> None:
        raise yaml.scanner.ScannerError(
            problem="exceeded maximum nesting depth of 1000", problem_mark=yaml.Mark("", 1000, 0, 1000, "", 0)
        )

    monkeypatch.setattr(yaml_reader, "_LOADER", refuse)
    expected = [("ANJ012", "depth", 1, 1001)]
    assert expected == faults(parse_yaml("[" * 2000))


def test_nesting_up_to_the_limit_is_read() -> None:
    """As deep as the limit is not too deep."""
    text = "[" * DEEPEST + "]" * DEEPEST
    assert [(), [("ANJ012", "depth", 1, DEEPEST + 1)]] == [parse_yaml(text).faults, faults(parse_yaml(f"[{text}]"))]


def test_too_many_values_are_refused() -> None:
    """A file of more values than any report is not read to its end; what was open is closed."""
    content = parse_yaml("a: [" + "1," * MOST_VALUES + "]")
    assert ([("ANJ012", "count")], False) == ([(fault.code, fault.kind) for fault in content.faults], content.whole)


@pytest.mark.parametrize("suffix", [".yaml", ".yml"])
def test_the_table_of_readers(suffix: str) -> None:
    """Both suffixes of YAML are read as YAML."""
    assert [("a", "1")] == shape(READERS[suffix](b"a: 1", Vocabulary(lambda _: True), OF_REPORT).root)


@given(st.one_of(st.text(), st.text("ab1:-?[]{},&*!|>'\"%@`#~<=\t\n \\.\r\u2028\x85区", max_size=40)))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text raises, and only a fault leaves a file unread."""
    content = parse_yaml(text)
    assert content.whole or content.faults


@given(st.dictionaries(st.text("ab区县_", min_size=1, max_size=5), st.text("0123456789.", min_size=1), min_size=1))
def test_what_is_written_is_read(figures: dict[str, str]) -> None:
    """Plain keys and figures come back as they were written, each on its line."""
    root = parse_yaml("".join(f"{key}: {value}\n" for key, value in figures.items())).root
    assert isinstance(root, MappingNode)
    assert list(figures.items()) == shape(root)
    assert list(range(1, len(figures) + 1)) == [value.span.line for _, value in root.entries]


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("a: #DIV/0!\n", "#DIV/0!"),
        ("a:\t#N/A\nb: 1\n", "#N/A"),
        ("a: # a note\n", ""),
        ("a:\n#REF!\n", ""),
        ("a: ''  #REF!\n", ""),
    ],
)
def test_an_error_of_a_spreadsheet_is_no_comment(text: str, remark: str) -> None:
    """Behind an empty value, what YAML takes for a comment may be the error that stood in the cell."""
    root = parse_yaml(text).root
    assert isinstance(root, MappingNode)
    values = [value for _, value in root.entries if isinstance(value, ScalarNode)]
    assert ("", remark) == (values[0].text, values[0].remark)


KEYS = {"婴儿死亡率:", "完成值:", "备注:"}

SLIPS = [
    ("婴儿死亡率 6.1\nb: 2\n", [("colon", 1, 1)], [], [("婴儿死亡率", "6.1"), ("b", "2")]),
    ("a: 1\n婴儿死亡率6.1\nb: 2\n", [("colon", 2, 1)], [], [("a", "1"), ("婴儿死亡率", "6.1"), ("b", "2")]),
    ("a: 1\n婴儿死亡率\nb: 2\n", [("colon", 2, 1)], [], [("a", "1"), ("婴儿死亡率", ""), ("b", "2")]),
    ("a: 1\n无名 6.1\nb: 2\n", [("colon", 2, 1)], [2], [("a", "1"), ("b", "2")]),
    ("甲：1\n乙：2\nb: 3\n", [("wide_colon", 1, 2), ("wide_colon", 2, 2)], [], [("甲", "1"), ("乙", "2"), ("b", "3")]),
    ("a: 1\n甲:2\nb: 3\n", [("tight_colon", 2, 2)], [], [("a", "1"), ("甲", "2"), ("b", "3")]),
    ("a: -\nb: >=78\nc: *\nd: ?\n", [("dash", 1, 4), ("comparison", 2, 4), ("star", 3, 4), ("question", 4, 4)],
     [1, 2, 3, 4], [("a", ""), ("b", ""), ("c", ""), ("d", "")]),
    ("a: - 5\nb: 2\n", [("indent", 1, 4)], [1], [("a", ""), ("b", "2")]),
    ("a: {b: #N/A, c: 1}\nd: 2\n", [("error_value", 1, 8)], [1], [("a", ""), ("d", "2")]),
    ("a: {b: 1, c: 2\nd: 2\n", [("bracket", 1, 4)], [1], [("a", [("b", "1"), ("c", "2")]), ("d", "2")]),
    ("a: {b: 1 c: 2}\nd: 2\n", [("bracket", 1, 4)], [1], [("a", ""), ("d", "2")]),
    ("a: {b: 1,\n", [("bracket", 1, 4)], [1], [("a", [("b", "1")])]),
    ('# "\na: "x\n  y"\nb: "1\nc: "2"\n', [("quote", 4, 4)], [4], [("a", "x y"), ("b", ""), ("c", "2")]),
    ('a: "1" x\nb: 2\n', [("indent", 1, 8)], [1], [("a", ""), ("b", "2")]),
    ("x:\n  a: 1\n b: 2\n  c: 3\n", [("indent", 3, 2)], [], [("x", [("a", "1"), ("b", "2"), ("c", "3")])]),
    ("x:\n  a: 1\n\tb: 2\n", [("tab", 3, 1)], [], [("x", [("a", "1"), ("b", "2")])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slips", "guessed", "kept"), SLIPS)
def test_every_slip_is_named_on_its_own_line(
    text: str, slips: list[tuple[str, int, int]], guessed: list[int], kept: Shape
) -> None:
    """Behind a slip reading goes on, of a copy that is never whole; lines that were guessed are told apart."""
    content = parse_yaml(text, lambda key: key in KEYS)
    told = [(fault.kind, fault.span.line, fault.span.column) for fault in content.faults]
    assert (slips, guessed, kept, False) == (told, sorted(content.guessed), shape(content.root), content.whole)


def test_no_more_than_fifty_slips_are_mended() -> None:
    """A file with more is another file."""
    assert 50 == len(parse_yaml("a: 1\n" + "b: @1\n" * 60).faults)


def test_of_a_large_file_the_first_slip_alone_is_told() -> None:
    """Reading a large text again for each slip would take too long."""
    text = "a: @1\nb: @1\n" + "# 注\n" * 300_000
    assert [1] == [fault.span.line for fault in parse_yaml(text).faults]


def test_a_mended_line_is_pointed_at_where_it_stands() -> None:
    """What the mend puts in moves no caret: the 2 stands in the third column of its line."""
    content = parse_yaml("a: 1\n甲：2\n")
    assert isinstance(content.root, MappingNode)
    assert (2, 3) == content.root.entries[1][1].span[:2]


CUT = [
    ("{a: 4,300}\n", [("a", "4,300")]),
    ("{a: 1,234,567, b: 2}\n", [("a", "1,234,567"), ("b", "2")]),
    ("{a: 4,300元}\n", [("a", "4,300元")]),
    ("{a: '4',300}\n", [("a", "4"), ("300", "")]),
    ("{a: 4, 300: 5}\n", [("a", "4"), ("300", "5")]),
]


@pytest.mark.parametrize(("text", "kept"), CUT)
def test_a_number_that_a_comma_cuts_is_made_one_again(text: str, kept: Shape) -> None:
    """In braces 4,300 is 4 and a key 300: neither half is taken for the figure."""
    content = parse_yaml(text)
    assert (kept, True) == (shape(content.root), content.whole)
