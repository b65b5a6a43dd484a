"""JSON to the plain shape: the same nodes, places and codes as YAML, in words that speak of JSON."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.assessment import Scope, judge
from anju_cli.codes.samples import sample
from anju_cli.codes.words import code_words
from anju_cli.diagnostics import Diagnostic
from anju_cli.loading import ReportFile, load_report
from anju_cli.loading.files import read_bytes
from anju_cli.loading.reports import has_known_key, interpret
from anju_cli.places import Span
from anju_cli.readers import READERS, Vocabulary
from anju_cli.readers.content import DEEPEST, MOST_VALUES, OF_REPORT, Content
from anju_cli.readers.json_reader import parse_json
from anju_cli.readers.json_tokens import MOST_SLIPS
from anju_cli.readers.nodes import MappingNode, Node, ScalarNode
from anju_cli.readers.yaml_reader import parse_yaml
from anju_cli.texts import LANGUAGES, texts
from tests.test_loading_reports import CATALOGUE
from tests.test_samples import SHOWN, found, shipped
from tests.test_yaml_reader import Shape, faults, shape

SHAPES: list[tuple[str, Shape]] = [
    ("", None),
    (" \r\n\t", None),
    ("{}", []),
    ("[]", ()),
    ('"a"', "a"),
    ('{"a": 1}', [("a", "1")]),
    ('{"a":1,"a":1}', [("a", "1"), ("a", "1")]),
    ('{"a": [1, {"b": []}], "c": {}}', [("a", ("1", [("b", ())])), ("c", [])]),
    ('{"a": null, "b": true, "c": false}', [("a", "null"), ("b", "true"), ("c", "false")]),
    ('{"a": NaN, "b": -Infinity, "c": Infinity}', [("a", "NaN"), ("b", "-Infinity"), ("c", "Infinity")]),
    ("[1e3, 78.50, -0, 1E+400, 0.1e-2]", ("1e3", "78.50", "-0", "1E+400", "0.1e-2")),
    ("[010, .5, 5., 1_000, 0x1F, 1-2]", ("010", ".5", "5.", "1_000", "0x1F", "1-2")),
    ("[#DIV/0!, #N/A]", ("#DIV/0!", "#N/A")),
    (f"[{'9' * 5000}]", ("9" * 5000,)),
    (r'"\"\\\/\b\f\n\r\t\u0041"', '"\\/\b\f\n\r\tA'),
    (r'"\ud83d\ude00 \uD83D\uDE00"', "😀 😀"),
    ('{"农村\u3000厕所": "：，“”"}', [("农村\u3000厕所", "：，“”")]),
]

#: What JSON does not allow, what is said and where, and what is read all the same.
SLIPS: list[tuple[str, list[tuple[str, str, int, int]], Shape]] = [
    ('{"a": 1,}', [("ANJ004", "json_comma", 1, 8)], [("a", "1")]),
    ("[1,\n]", [("ANJ004", "json_comma", 1, 3)], ("1",)),
    ("[,1,,2]", [("ANJ004", "json_comma", 1, 2), ("ANJ004", "json_comma", 1, 5)], ("1", "2")),
    ('{"a": 1 "b": 2}', [("ANJ004", "json_no_comma", 1, 9)], [("a", "1"), ("b", "2")]),
    ("[1\n 2]", [("ANJ004", "json_no_comma", 2, 2)], ("1", "2")),
    ("[1 [2]]", [("ANJ004", "json_no_comma", 1, 4)], ("1", ("2",))),
    ('{"a" 1}', [("ANJ004", "json_no_colon", 1, 6)], [("a", "1")]),
    ('{"a" {"b": 1}, "c": 2}', [("ANJ004", "json_no_colon", 1, 6)], [("a", [("b", "1")]), ("c", "2")]),
    ('{"a":: 1}', [("ANJ004", "json_colon", 1, 6)], [("a", "1")]),
    ("[1: 2]", [("ANJ004", "json_colon", 1, 3), ("ANJ004", "json_no_comma", 1, 5)], ("1", "2")),
    ('{"a": , "b": }', [("ANJ004", "json_value", 1, 7), ("ANJ004", "json_value", 1, 14)], [("a", ""), ("b", "")]),
    ('{"a", "b"}', [("ANJ004", "json_value", 1, 5), ("ANJ004", "json_value", 1, 10)], [("a", ""), ("b", "")]),
    ("{a: 1}", [("ANJ004", "json_word", 1, 2)], [("a", "1")]),
    ("{2019: 1}", [("ANJ004", "json_key", 1, 2)], [("2019", "1")]),
    ("{'a': ‘b’}", [("ANJ004", "json_quotes", 1, 2), ("ANJ004", "json_quotes", 1, 7)], [("a", "b")]),
    ("[“a”, ＂b＂]", [("ANJ004", "json_quotes", 1, 2), ("ANJ004", "json_quotes", 1, 7)], ("a", "b")),
    ("['a]", [("ANJ004", "json_word", 1, 2)], ("'a",)),
    ('{"a"：1，"b":2}', [("ANJ004", "json_wide", 1, 5), ("ANJ004", "json_wide", 1, 7)], [("a", "1"), ("b", "2")]),
    ("【1】", [("ANJ004", "json_wide", 1, 1), ("ANJ004", "json_wide", 1, 3)], ("1",)),
    ("[\u30001]", [("ANJ004", "json_space", 1, 2)], ("1",)),
    ("[\ufeff\u00a01]", [("ANJ004", "json_space", 1, 2), ("ANJ004", "json_space", 1, 3)], ("1",)),
    ("// a\n[1] // b", [("ANJ004", "json_comment", 1, 1), ("ANJ004", "json_comment", 2, 5)], ("1",)),
    ("# a\n[1 /* b\n */, 2] /* c", [("ANJ004", "json_comment", *at) for at in ((1, 1), (2, 4), (3, 9))], ("1", "2")),
    ("[78.5%, 待报, +5]", [("ANJ004", "json_word", 1, column) for column in (2, 9, 13)], ("78.5%", "待报", "+5")),
    ("[True, undefined]", [("ANJ004", "json_word", 1, 2), ("ANJ004", "json_word", 1, 8)], ("True", "undefined")),
    ('["a\tb"]', [("ANJ004", "json_tab", 1, 4)], ("a\tb",)),
    (r'["\q", "\u12"]', [("ANJ004", "json_escape", 1, 3), ("ANJ004", "json_escape", 1, 9)], ("\ufffd", "\ufffd12")),
    (r'["\ud800", "\udc00x"]', [("ANJ004", "json_escape", 1, at) for at in (3, 13)], ("\ufffd", "\ufffdx")),
    ("{[1]: 2, {}: 3}", [("ANJ104", "json_key", 1, 2), ("ANJ104", "json_key", 1, 10)], []),
]  # fmt: skip

#: What ends the reading; what was read before it is kept.
STOPS: list[tuple[str, list[tuple[str, str, int, int]], Shape]] = [
    ('{"a": 1, "b', [("ANJ004", "json_string", 1, 10)], [("a", "1")]),
    ('{"a": "x\n", "b": 1}', [("ANJ004", "json_string", 1, 7)], []),
    ('["\\', [("ANJ004", "json_escape", 1, 3), ("ANJ004", "json_string", 1, 2)], ()),
    ('{"a": [1', [("ANJ004", "json_open", 1, 7)], [("a", ("1",))]),
    ('{"a": 1', [("ANJ004", "json_open", 1, 1)], [("a", "1")]),
    ('{"a": {"b": 1}', [("ANJ004", "json_open", 1, 1)], [("a", [("b", "1")])]),
    ('{"a": 1]', [("ANJ004", "json_bracket", 1, 8)], [("a", "1")]),
    ("]", [("ANJ004", "json_bracket", 1, 1)], None),
    ("{} {}", [("ANJ011", "json", 1, 4)], []),
    ("{} x", [("ANJ004", "json_behind", 1, 4)], []),
    ("[1] ]", [("ANJ004", "json_behind", 1, 5)], ("1",)),
    ("1 2", [("ANJ004", "json_behind", 1, 3)], "1"),
    (":", [("ANJ004", "json_colon", 1, 1)], None),
    ("// a", [("ANJ004", "json_comment", 1, 1)], None),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_the_shape_of_a_text(text: str, expected: Shape) -> None:
    """Keys and values stay texts as they were written, in their order, duplicates and all."""
    content = parse_json(text)
    assert (expected, (), True) == (shape(content.root), content.faults, content.whole)


@pytest.mark.parametrize(("text", "expected", "kept"), SLIPS)
def test_a_slip_does_not_end_the_reading(text: str, expected: list[Any], kept: Shape) -> None:
    """What JSON does not allow is told at its place, and the rest is read."""
    content = parse_json(text)
    assert (expected, kept, True) == (faults(content), shape(content.root), content.whole)


@pytest.mark.parametrize(("text", "expected", "kept"), STOPS)
def test_what_was_read_is_kept(text: str, expected: list[Any], kept: Shape) -> None:
    """Where the rest can't be told apart, the reading ends; what stands before it is not lost."""
    content = parse_json(text)
    assert (expected, kept, False) == (faults(content), shape(content.root), content.whole)


def test_forms() -> None:
    """A literal is plain, a string quoted, and from a slip nothing is taken."""
    root = parse_json('{"a": 1, "b": "1", "c": x, "d": \'1\', "e": "\\q", "f": }').root
    assert isinstance(root, MappingNode)
    forms = [value.form for _, value in root.entries if isinstance(value, ScalarNode)]
    assert ["plain", "quoted", *["refused"] * 4] == forms


def test_spans() -> None:
    """Scalars have both ends, in characters, with their quotes; of brackets only the beginning is known."""
    root = parse_json('{"农村": "78.5",\r\n "b":\r [1]}').root
    assert isinstance(root, MappingNode)
    spans = [(key.span, value.span) for key, value in root.entries]
    first, second = (Span(1, 2, 1, 6), Span(1, 8, 1, 14)), (Span(2, 2, 2, 5), Span(3, 2, 3, 3))
    assert (Span(1, 1, 1, 2), [first, second]) == (root.span, spans)


@pytest.mark.parametrize("bracket", ["[", '{"a":', "{", "[1,"])
def test_deep_nesting_is_refused(bracket: str) -> None:
    """A hundred thousand open brackets are one fault, not the end of the process."""
    content = parse_json(bracket * 100_000)
    assert ([("ANJ012", "json_depth")], False) == (
        [(fault.code, fault.kind) for fault in content.faults if fault.code == "ANJ012"],
        content.whole,
    )


def test_nesting_up_to_the_limit_is_read() -> None:
    """As deep as the limit is not too deep."""
    text = "[" * DEEPEST + "]" * DEEPEST
    assert [(), [("ANJ012", "json_depth", 1, DEEPEST + 1)]] == [
        parse_json(text).faults,
        faults(parse_json(f"[{text}]")),
    ]


@pytest.mark.parametrize("text", ["[" + "1," * MOST_VALUES + "1]", "," * 10 * MOST_SLIPS, "/**/" * 10 * MOST_SLIPS])
def test_too_much_is_refused(text: str) -> None:
    """A file of more values than any report, or of nothing but slips, is not read to its end."""
    content = parse_json(text)
    assert ("ANJ012", False) == (content.faults[-1].code, content.whole)
    assert len(content.faults) <= MOST_SLIPS + 2


LONG = 300_000


@pytest.mark.parametrize(
    "text",
    [
        *(piece * LONG for piece in ('"', "\\", '"\\u12', "'", "“", "/", "/*", "#", "1", "-", "1-", '{"a', "：", "\n")),
        '"' + "\\" * LONG,
        "[" + " " * LONG + "]",
    ],
)
def test_the_time_is_linear(text: str) -> None:
    """A megabyte of whatever is hard to tell apart is read in a moment: this test would hang else."""
    assert parse_json(text).root is not None or parse_json(text).faults or not text.strip()


NASTY = "{}[]:,\"\\'“”：，/*#0123456789.-+eEnulltrefasNI \n\t\u3000ud8c"


@given(st.one_of(st.text(), st.text(NASTY, max_size=60)))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text raises, only a fault leaves a file unread, and every fault has a place in the text."""
    content = parse_json(text)
    assert content.whole or content.faults
    lines = re.split("\r\n|[\r\n]", text)
    assert all(fault.span.column <= len(lines[fault.span.line - 1]) + 1 for fault in content.faults)


@given(st.text(NASTY, max_size=60))
def test_what_is_json_has_no_fault(text: str) -> None:
    """Whatever the standard parser takes is read without a fault; what it refuses has one, or is a number of ours."""
    try:
        json.loads(text)
    except ValueError:
        return
    assert () == parse_json(text).faults


VALUES = st.recursive(
    st.one_of(st.text(), st.integers(), st.decimals(allow_nan=False, allow_infinity=False).map(float), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(), inner, max_size=4)),
    max_leaves=20,
)


def as_shape(value: Any) -> Shape:
    """A value of Python's as the shape of what was written for it."""
    if isinstance(value, dict):
        return [(key, as_shape(inner)) for key, inner in value.items()]
    if isinstance(value, list):
        return tuple(map(as_shape, value))
    return value if isinstance(value, str) else json.dumps(value)


@given(VALUES, st.booleans(), st.sampled_from([None, 0, 3]))
def test_what_is_written_is_read(value: Any, ascii_only: bool, indent: int | None) -> None:
    """What the standard writer writes comes back, escaped or not, on one line or many."""
    content = parse_json(json.dumps(value, ensure_ascii=ascii_only, indent=indent))
    assert (as_shape(value), ()) == (shape(content.root), content.faults)


# as reports

REPORT = '{"年度": 2019, "填报数": {"覆盖率": 78.5}}'


def load(raw: str | bytes, path: str = "a.json") -> ReportFile:
    """A report from its text or bytes."""
    raw = raw if isinstance(raw, bytes) else raw.encode("utf-8")
    return interpret(read_bytes(path, raw, Vocabulary(lambda text: has_known_key(text, CATALOGUE))), CATALOGUE)


def told(file: ReportFile) -> list[str]:
    """Each code with its kind."""
    return ["/".join(filter(None, (finding.code, finding.kind))) for finding in file.diagnostics]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (REPORT.encode(), []),
        (b"\xef\xbb\xbf" + REPORT.encode(), []),
        (b"\xff\xfe" + REPORT.encode("utf-16-le"), []),
        (b"\xfe\xff" + REPORT.encode("utf-16-be"), []),
        (REPORT.encode("gb18030"), ["ANJ007"]),
    ],
)
def test_encodings_are_those_of_yaml(raw: bytes, expected: list[str]) -> None:
    """Byte order marks, UTF-16 and GB18030 are read as in any other text."""
    file = load(raw)
    (submission,) = file.submissions
    assert (expected, "78.5", 2019) == (told(file), submission.figures["share"].value.text, submission.year)


FIGURE = '"figures": {"share": 78.5}'

REPORTS = [
    (f'{{"year": 2019, {FIGURE}}}', []),
    ("", ["ANJ008"]),
    ("{}", ["ANJ008"]),
    ("null", ["ANJ008"]),
    ('"null"', ["ANJ101/json"]),
    ("[]", ["ANJ101/json"]),
    ('{"a": 1}', ["ANJ101/json"]),
    ('{"catalogue": {}, "indicators": {}}', ["ANJ113"]),
    ('{"year": 2019}', ["ANJ008/json_no_figures"]),
    ('{"year": 2019, "figures": null}', ["ANJ008/json_no_figures"]),
    ('{"year": 2019, "figures": [1]}', ["ANJ104/json_shape"]),
    ('{"year": 2019, "figures": "share：1"}', ["ANJ104/json_shape"]),
    ('{"year": 2019, "figures": {"share": {"value": [1]}}}', ["ANJ104/text"]),
    (f"{{{FIGURE}}}", ["ANJ106/json_missing"]),
    (f'{{"year": 2019, "year": 2019, {FIGURE}}}', ["ANJ110/same"]),
    (f'{{"year": "\\u0000", {FIGURE}}}', ["ANJ106/form"]),
    (f'{{"year": 2019, {FIGURE}}}\x00', ["ANJ009/nul"]),
    (f'{{"year": 2019, {FIGURE}}}\u2028', ["ANJ009/text"]),
    (f'{{"year": 2019, {FIGURE}}} {{}}', ["ANJ011/json"]),
    ('{"year": 2019, "figures": {"share": 待报}}', ["ANJ004/json_word"]),
    ("[" * 100_000, ["ANJ012/json_depth", "ANJ101/json"]),
    ('{"schema": "anju/outcome/1", "judgements": [', ["ANJ004/json_open", "ANJ101/json"]),
    ('{"schema": "anju/trend/1"}', ["ANJ101/json"]),
    ('{"schema": {}, "year": 2019, "figures": {"share": 1}}', ["ANJ102"]),
    (f'{{"$schema": "report.schema.json", "year": 2019, {FIGURE}}}', []),
    ('{"$schema": "report.schema.json"}', ["ANJ008"]),
    (f'{{"$schema": [], "year": 2019, {FIGURE}}}', ["ANJ102"]),
    ('{"year": 2019, "figures": {"$schema": "a", "share": 1}}', ["ANJ105"]),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_what_is_found_in_a_report(text: str, expected: list[str]) -> None:
    """Every fault of names and shape is told once, and nothing else is."""
    assert expected == told(load(text))


def test_a_file_that_is_too_large() -> None:
    """A file of more than five megabytes is not looked at, has no place, no encoding and the checksum of nothing."""
    file = load(b"[" * (OF_REPORT.bytes + 1))
    (finding,) = file.diagnostics
    assert ("ANJ003", None, {"limit": "5"}, "", b"") == (
        finding.code,
        finding.place.span,
        finding.arguments,
        file.document.encoding,
        file.document.raw,
    )


def test_a_slip_takes_the_figure_and_no_other() -> None:
    """A figure that JSON can't hold is neither blank nor read; its neighbour is."""
    file = load('{"year": 2019, "figures": {"share": \'78.5\', "beds": 5}}')
    figures = file.submissions[0].figures
    assert ("Missing(word='misshapen')", "5") == (repr(figures["share"].value.reading), figures["beds"].value.text)
    assert "ANJ004" == file.submissions[0].broken


# the same codes as YAML

NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?|null|true|false")


def as_json(node: Node | None) -> str:
    """What a YAML file says, as JSON says it."""
    if isinstance(node, MappingNode):
        return "{" + ",\n".join(f"{json.dumps(key.text)}: {as_json(value)}" for key, value in node.entries) + "}"
    if node is None or isinstance(node, ScalarNode):
        text = "" if node is None else node.text
        if node is not None and node.form == "plain" and not text:
            return node.remark or "null"
        bare = node is not None and node.form == "plain" and NUMBER.fullmatch(text)
        return text if bare else json.dumps(text, ensure_ascii=False)
    return "[" + ", ".join(map(as_json, node.items)) + "]"


#: Codes whose fault is one of form: what stands for it in JSON.
OF_FORM: dict[str, bytes] = {
    "ANJ004": b'{"year": 2019, "figures": {"rural_sanitary_toilets" 78.5}}',
    "ANJ005": b'{"year": 2019, "prepared_by": "\xe5\xbc\xa0\xe4\xb8\x89\xff", "figures": {}}',
    "ANJ006": b"PK\x03\x04",
    "ANJ007": '{"年度": 2019, "部门": "区教育局", "填报数": {"公办和普惠性民办幼儿园覆盖率": 78.5}}'.encode("gb18030"),
    "ANJ008": b"{}",
    "ANJ009": b'{"year": 2019, "note\x07": 1}',
    "ANJ011": b'{"year": 2019, "figures": {"rural_sanitary_toilets": 78.5}}\n{"year": 2018}',
    "ANJ012": b'{"year": 2019, "figures": {"rural_sanitary_toilets": ' + b"[" * 40 + b"]" * 40 + b"}}",
}
#: What only YAML can have: anchors, aliases, tags; blocks.
OF_YAML = ("ANJ010", "ANJ112")
#: Whose bad sample can be written as JSON: not that of a table's fault.
IN_JSON = [
    code
    for code in SHOWN
    if code not in OF_YAML
    and not code.startswith("ANJ7")
    and any(path.suffix == ".yaml" for path in sample(code, "bad"))
]


def in_json(code: str, folder: Path) -> list[str]:
    """A code's bad sample as JSON files."""
    paths: list[str] = []
    for path in sample(code, "bad"):
        raw = OF_FORM.get(code) or as_json(parse_yaml(path.read_text("utf-8-sig")).root).encode()
        (folder / f"{path.stem}.json").write_bytes(raw)
        paths.append(str(folder / f"{path.stem}.json"))
    return paths


def judged(paths: list[str]) -> tuple[Diagnostic, ...]:
    """Everything that is found in some reports."""
    files = [load_report(path, shipped()) for path in paths]
    diagnostics = [finding for file in files for finding in file.diagnostics]
    submissions = tuple(submission for file in files for submission in file.submissions)
    return (*diagnostics, *judge(submissions, diagnostics, shipped(), Scope(all_years=True)).findings)


@pytest.mark.parametrize("code", IN_JSON)
def test_the_same_fault_has_the_same_code(code: str, tmp_path: Path) -> None:
    """A fault that JSON can have has the code that it has in YAML, as often, and no other beside it."""
    expected = sorted({finding.code for finding in found(code, "bad")})
    assert expected == sorted({finding.code for finding in judged(in_json(code, tmp_path))})


#: What only a file in YAML is to be told.
YAMLISH = re.compile(
    r"缩进|YAML|“- ”|: 78\.5|year: |(指标|名称): |(name|indicator): |空一格|冒号.*空格|---|文本块"
    r"|indent(s|ed)|colon.*space|block"
)


def words(diagnostics: list[Diagnostic]) -> list[str]:
    """What is said of findings in every language: message, help and label."""
    return [
        part
        for lang in LANGUAGES
        for finding in diagnostics
        for part in (texts(lang).message(finding), texts(lang).help(finding), texts(lang).label(finding))
    ]


def test_json_is_not_told_to_write_yaml(tmp_path: Path) -> None:
    """No word about a JSON file speaks of indentation, of a colon with a space or of YAML."""
    files = [load(text) for cases in (SLIPS, STOPS, REPORTS) for text in (case[0] for case in cases)]
    found_in_samples = [finding for code in IN_JSON for finding in judged(in_json(code, tmp_path))]
    diagnostics = [*(finding for file in files for finding in file.diagnostics), *found_in_samples]
    assert [] == sorted({text for text in words(diagnostics) if YAMLISH.search(text)})


def test_every_kind_of_json_has_its_words() -> None:
    """A kind that the reader gives has words of its own in every language: none falls back to those of YAML."""
    kinds = {(fault.code, fault.kind) for text, *_ in (*SLIPS, *STOPS) for fault in parse_json(text).faults}
    kinds |= {("ANJ012", "json_depth"), ("ANJ009", "text"), ("ANJ101", "json")}
    wordless = [
        (code, kind) for code, kind in sorted(kinds) for lang in LANGUAGES if kind not in code_words(code, lang).kinds
    ]
    assert [] == wordless


def test_the_table_of_readers() -> None:
    """The suffix of JSON is read as JSON."""
    content: Content = READERS[".json"](b'{"a": 1e3}', Vocabulary(lambda _: True), OF_REPORT)
    assert ([("a", "1e3")], "utf-8") == (shape(content.root), content.encoding)


@pytest.mark.parametrize(
    ("text", "kept", "kinds"),
    [
        ('{"a": 4,300, "b": 1}', ["4,300", "1"], []),
        ('{"a": 1,234,567}', ["1,234,567"], []),
        ('{"a": "4",300}', ["4", ""], ["json_key", "json_value"]),
        ('{"a": null,300}', ["null", ""], ["json_key", "json_value"]),
        ('{"a": 4，300}', ["4,300"], []),
        ('{"a": x,300}', ["x", ""], ["json_word", "json_key", "json_value"]),
    ],
)
def test_a_number_that_a_comma_cuts_is_made_one_again(text: str, kept: list[str], kinds: list[str]) -> None:
    """4,300 without quotes is one number, told by the report's own finding; neither half is a figure or a name."""
    content = parse_json(text)
    assert isinstance(content.root, MappingNode)
    values = [value.text for _, value in content.root.entries if isinstance(value, ScalarNode)]
    assert (kept, kinds) == (values, [fault.kind for fault in content.faults])
