"""A form is filled in, checked, marked, cleared: the verdicts stay, and so does every byte."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anju_cli.formats import View
from anju_cli.loading import load_catalogue
from anju_cli.marked_copies import copying_of
from anju_cli.marked_copies.marks import Mark, by_file, passages
from anju_cli.outcome import Outcome
from anju_cli.run import Request, carry_out
from anju_cli.texts.mark_words import mark_words
from tests.forms import content, filled, form, written
from tests.marked_books import parts

FORM = form()
SAY = mark_words("zh")
ROWS = [row.key for row in FORM.rows][:12]
#: What clerks write: numbers, other forms of them, words for what is missing, and what is none of these.
VALUES = [
    "78.5",
    "100",
    "28%",
    "0.5",
    "780",
    "-1",
    "１２",
    "1,234",
    "无",
    "待报",
    "不适用",
    "约200",
    "3/4",
    "=1+1",
    "是 # 否",
]
FIELDS = st.dictionaries(st.sampled_from(["value", "source", "note"]), st.sampled_from(VALUES))


def judged(path: Path) -> Outcome:
    """What one file comes to."""
    loaded = load_catalogue("")
    assert loaded.catalogue is not None
    return carry_out(Request((str(path),)), loaded, loaded.catalogue)


def verdicts(outcome: Outcome) -> list[tuple[object, ...]]:
    """Its findings and judgements, without lines, which comments move."""
    findings = [
        (finding.diagnostic.code, finding.diagnostic.kind, finding.diagnostic.indicator, finding.diagnostic.written)
        for finding in outcome.findings
    ]
    return [*findings, *((one.target, one.status, one.value, one.reasons) for one in outcome.judgements)]


def marks_of(outcome: Outcome) -> list[Mark]:
    """What is to be marked in its one file."""
    ((_, marks),) = by_file(passage.text for passage in passages(outcome, View()))
    return marks


@pytest.mark.parametrize("format_", ["xlsx", "csv", "yaml"])
@settings(max_examples=12)
@given(filling=st.dictionaries(st.sampled_from(ROWS), FIELDS, max_size=6))
def test_a_return_goes_out_and_comes_back(format_: str, filling: dict[str, dict[str, str]]) -> None:
    """The copy says what the return said; cleared it is the return again, to the byte."""
    raw = filled(content(FORM, format_), format_, filling)
    with TemporaryDirectory() as folder:
        path = written(Path(folder), raw, format_)
        outcome = judged(path)
        copying = copying_of(path.name)
        copy = copying.mark(raw, marks_of(outcome), SAY)
        path.write_bytes(copy)
        assert verdicts(outcome) == verdicts(judged(path))
    cleared = copying.clear(copy)
    assert (parts(raw) == parts(cleared)) if format_ == "xlsx" else (raw == cleared)


def test_a_query_that_stands_with_a_reason_is_nobodys_task() -> None:
    """It is listed with its reason, and no cell is marked for it."""
    report = Path(__file__).parent / "cases" / "ANJ205-explained" / "report.yaml"
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.yaml"
        path.write_text(report.read_text("utf-8").replace("kindergartens", "kindergarten_coverage"), "utf-8")
        (mark,) = [mark for mark in marks_of(judged(path)) if mark.level == "query"]
    assert (False, "核实(已作说明) ANJ205", "试点刚起步") == (mark.is_open, mark.head, mark.advice[-5:])
