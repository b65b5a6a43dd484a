"""The same fault has the same code in YAML, CSV and a workbook: over the samples of every code that a table allows."""

import csv
from collections.abc import Callable, Iterator
from io import BytesIO, StringIO

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # nobody has written its types

from anju_cli.assessment import Scope, judge
from anju_cli.codes.samples import sample
from anju_cli.loading.files import read_bytes
from anju_cli.loading.reports import ReportFile, has_known_key, interpret
from anju_cli.readers import Vocabulary
from anju_cli.readers.nodes import MappingNode, Node, ScalarNode
from anju_cli.readers.yaml_reader import parse_yaml
from anju_cli.submission import FIGURE_KEYS, REPORT_KEYS
from tests.test_samples import SHOWN, shipped

#: What no table can show: faults of YAML's own form, of its bytes, and of what stands where in it.
OTHER_SHAPES = frozenset(
    {
        *("ANJ004", "ANJ010", "ANJ011", "ANJ012", "ANJ112"),  # YAML's syntax, anchors, documents, nesting, blocks
        *("ANJ005", "ANJ006", "ANJ007", "ANJ009"),  # bytes: shown for CSV as such
        *("ANJ008", "ANJ101", "ANJ104", "ANJ113"),  # a table without a head, or with a list in a cell, is none
    }
)
VALUES = {"value", *FIGURE_KEYS["value"]}
NAMES = {"figures": "indicator", REPORT_KEYS["figures"][0]: "指标名称"}
CODES = [
    code
    for code in SHOWN
    if not code.startswith("ANJ7")
    and code not in OTHER_SHAPES
    and any(path.suffix == ".yaml" for path in sample(code, "bad"))
]

Rows = list[list[str]]


def table_of(root: Node | None) -> Rows:
    """A report as a clerk would have it in a table: its keys above, its figures a row each, its reasons below."""
    assert isinstance(root, MappingNode)
    above = [[key.text, value.text] for key, value in root.entries if isinstance(value, ScalarNode)]
    tables = [(key.text, value) for key, value in root.entries if not isinstance(value, ScalarNode)]
    return above + [row for key, value in tables for row in ([], *_rows(key, value))]


def _rows(key: str, value: Node) -> Iterator[list[str]]:
    if isinstance(value, MappingNode):
        entries = [(name.text, _fields(figure)) for name, figure in value.entries]
        columns = list(dict.fromkeys(["value", *(column for _, fields in entries for column in fields)]))
        yield [NAMES[key], *(column if column != "value" else FIGURE_KEYS["value"][0] for column in columns)]
        yield from ([name, *(fields.get(column, "") for column in columns)] for name, fields in entries)
    elif not isinstance(value, ScalarNode):
        items = [_fields(item) for item in value.items]
        columns = list(dict.fromkeys(column for item in items for column in item))
        yield ["完成值" if column == "value" and "code" not in columns else column for column in columns]
        yield from ([item.get(column, "") for column in columns] for item in items)


def _fields(figure: Node) -> dict[str, str]:
    """The fields of a figure; a bare one is its value."""
    if isinstance(figure, ScalarNode):
        return {"value": figure.text}
    assert isinstance(figure, MappingNode)
    return {
        "value" if key.text in VALUES else key.text: node.text
        for key, node in figure.entries
        if isinstance(node, ScalarNode)
    }


def as_csv(rows: Rows) -> bytes:
    """A table as CSV."""
    out = StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def as_workbook(rows: Rows) -> bytes:
    """A table as a workbook, everything in it as text."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)
    return out.getvalue()


def codes(files: list[ReportFile]) -> set[str]:
    """The codes of all that is found in some files."""
    findings = [finding for file in files for finding in file.diagnostics]
    submissions = tuple(submission for file in files for submission in file.submissions)
    judged = judge(submissions, findings, shipped(), Scope(all_years=True)).findings
    return {finding.code for finding in (*findings, *judged)}


def read(path: str, raw: bytes) -> ReportFile:
    """A file as it is read with the shipped catalogue."""
    catalogue = shipped()
    vocabulary = Vocabulary(lambda text: has_known_key(text, catalogue), catalogue.indicator_names)
    return interpret(read_bytes(path, raw, vocabulary), catalogue)


@pytest.mark.parametrize(("suffix", "write"), [("csv", as_csv), ("xlsx", as_workbook)])
@pytest.mark.parametrize("which", ["bad", "good"])
@pytest.mark.parametrize("code", CODES)
def test_a_fault_has_the_same_code_in_a_table(
    code: str, which: str, suffix: str, write: Callable[[Rows], bytes]
) -> None:
    """What is found in a report is found in a table of it, under the same codes, and nothing else is."""
    texts = [(path.name, path.read_text("utf-8")) for path in sample(code, which)]
    tables = [(f"{name}.{suffix}", write(table_of(parse_yaml(text).root))) for name, text in texts]
    expected = codes([read(name, text.encode()) for name, text in texts])
    assert expected == codes([read(name, raw) for name, raw in tables])
