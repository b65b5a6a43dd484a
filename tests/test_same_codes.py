"""The same fault gives the same code in YAML, CSV and XLSX: every code's samples, written as sheets."""

import csv
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it has no types

from anju_cli.assessment import Scope, judge
from anju_cli.catalogue import Catalogue
from anju_cli.codes import CODES
from anju_cli.codes.samples import sample
from anju_cli.loading import load_catalogue, load_report
from anju_cli.readers.content import OF_REPORT
from anju_cli.readers.nodes import MappingNode, Node, ScalarNode, SequenceNode
from anju_cli.readers.yaml_reader import read_yaml

#: Codes whose sample no sheet can show, and why.
NOT_IN_SHEETS: dict[str, str] = {
    "ANJ004": "the syntax of YAML",
    "ANJ005": "bytes that are no text",
    "ANJ006": "another kind of file",
    "ANJ007": "an encoding",
    "ANJ009": "a character that no YAML file may hold",
    "ANJ010": "anchors of YAML",
    "ANJ011": "documents of YAML",
    "ANJ012": "brackets within brackets",
    "ANJ101": "no report: a sheet without a head is ANJ116",
    "ANJ104": "a list in place of a text",
    "ANJ112": "block scalars of YAML",
    "ANJ113": "a catalogue",
}

#: Columns of tables of entries, in either language.
FIGURES, ENTRIES = {"figures", "填报数"}, {"explanations", "说明", "revisions", "修订"}

Table = list[list[str]]


@lru_cache
def shipped() -> Catalogue:
    """The catalogue that samples are judged with."""
    catalogue = load_catalogue().catalogue
    assert catalogue is not None
    return catalogue


def text_of(node: Node) -> str:
    """A value's text."""
    return node.text if isinstance(node, ScalarNode) else ""


def fields(node: Node, shorthand: str) -> list[tuple[str, str]]:
    """What a figure or an entry says, by key as it is written there."""
    if isinstance(node, MappingNode):
        return [(key.text, text_of(value)) for key, value in node.entries]
    return [(shorthand, text_of(node))]


def table(rows: Iterable[list[tuple[str, str]]]) -> Table:
    """Rows under a head of all their keys, in the order met; of a key that a row has twice there are two columns."""
    numbered = [
        [(key, [name for name, _ in row[:at]].count(key), text) for at, (key, text) in enumerate(row)] for row in rows
    ]
    head = list(dict.fromkeys((key, number) for row in numbered for key, number, _ in row))
    cells = [{(key, number): text for key, number, text in row} for row in numbered]
    return [[key for key, _ in head], *([row.get(column, "") for column in head] for row in cells)]


def sheet_of(root: Node) -> Table:
    """A report as a sheet: its heading above, the figures, and below them reasons and revisions."""
    assert isinstance(root, MappingNode)
    rows: Table = []
    tables: Table = []
    for key, node in root.entries:
        value, name = ("value", "indicator") if key.text.isascii() else ("完成值", "指标名称")
        if key.text in FIGURES and isinstance(node, ScalarNode):
            tables += [[name, value]]
        elif key.text in FIGURES and isinstance(node, MappingNode):
            rows_of = [[(name, figure.text), *fields(inner, value)] for figure, inner in node.entries]
            tables += table(rows_of)
        elif key.text in ENTRIES and isinstance(node, SequenceNode):
            tables += [[], *table(fields(entry, value) for entry in node.items)]
        else:
            rows.append([key.text, text_of(node)])
    return [*rows, [], *tables]


def write_csv(path: Path, rows: Table) -> None:
    """The sheet as CSV."""
    width = max(map(len, rows))
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([*row, *[""] * (width - len(row))] for row in rows)


def write_xlsx(path: Path, rows: Table) -> None:
    """The sheet as a workbook, every cell a text."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                if text:
                    sheet.write_string(row, column, text)


def codes_of(paths: Iterable[Path]) -> set[str]:
    """The codes of what is found in reports, with their kinds: those of tables have words of their own."""
    files = [load_report(str(path), shipped()) for path in paths]
    said = [finding for file in files for finding in file.diagnostics]
    submissions = tuple(submission for file in files for submission in file.submissions)
    findings = chain(said, judge(submissions, said, shipped(), Scope(all_years=True)).findings)
    return {"/".join(filter(None, (finding.code, finding.kind.removeprefix("table_")))) for finding in findings}


#: Codes of reports in YAML, whatever the catalogue says.
OF_YAML = [
    code for code in CODES if not code.startswith("ANJ7") and {".yaml"} == {path.suffix for path in sample(code, "bad")}
]
SHOWN = [code for code in OF_YAML if code not in NOT_IN_SHEETS]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("code", SHOWN)
def test_a_fault_has_one_code_in_every_format(code: str, suffix: str, tmp_path: Path) -> None:
    """A report with a fault gives the same codes and kinds as a sheet."""
    write = {"csv": write_csv, "xlsx": write_xlsx}[suffix]
    copies: list[Path] = []
    for path in sample(code, "bad"):
        root = read_yaml(path.read_bytes(), lambda _: True, OF_REPORT).root
        assert root is not None
        copies.append(tmp_path / f"{path.stem}.{suffix}")
        write(copies[-1], sheet_of(root))
    assert codes_of(sample(code, "bad")) == codes_of(copies)


def test_what_no_sheet_can_show_is_a_sample_in_yaml() -> None:
    """The list of exceptions names samples that there are, and nine of ten are none."""
    assert set() == NOT_IN_SHEETS.keys() - set(OF_YAML)
    assert len(SHOWN) > 4 * len(NOT_IN_SHEETS) - len(NOT_IN_SHEETS)
