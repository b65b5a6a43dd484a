"""Passages on their way out: put in order at the end, kept small in memory, gone whatever happens."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli import spool as spooling
from anju_cli.errors import AnjuError
from anju_cli.formats import FORMATS, View
from anju_cli.formats.passages import Passage, Slot
from anju_cli.loading import load_catalogue
from anju_cli.run import Request, Style, run_text, write_run
from anju_cli.spool import Bundle, Spool, bundle
from tests.command_line import CommandLine
from tests.samples_of_code import indicator, plan, report, target

SLOTS = (Slot("a", "[", ", ", "]", "none"), Slot("b"), Slot("c", empty="-"))


def test_slots_and_keys() -> None:
    """Slots stand in their order, passages in that of their keys; an empty slot says so."""
    passages = (Passage("b", "end"), Passage("a", "2", (2,)), Passage("a", "1", (1,)))
    with Spool() as spool:
        assert "[1, 2]end-" == "".join(spool.document(spool.take(bundle(passages, SLOTS)), SLOTS))
        assert "none-" == "".join(spool.document((), SLOTS))


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 5), st.text(max_size=9)), max_size=30), st.integers(1, 9)
)
def test_many_bundles_are_one(passages: list[tuple[str, int, str]], size: int) -> None:
    """However passages are bundled, in memory or on disk, the document is the same; any character goes through."""
    made = [Passage(slot, text + "\udce9", (key, number)) for number, (slot, key, text) in enumerate(passages)]
    with Spool() as whole, Spool() as cut:
        expected = "".join(whole.document(whole.take(bundle(made, SLOTS)), SLOTS))
        entries = [
            entry
            for start in range(0, len(made), size)
            for entry in cut.take(bundle(made[start : start + size], SLOTS))
        ]
        assert expected == "".join(cut.document(reversed(entries), SLOTS))


def test_what_is_large_goes_to_disk_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a few megabytes a file without a name takes it over, and is gone with the spool."""
    monkeypatch.setattr(spooling, "SMALL", 10)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Spool() as spool:
        entries = [
            entry for text in ("a" * 8, "b" * 8, "c" * 8) for entry in spool.take(bundle([Passage("b", text)], SLOTS))
        ]
        assert "none" + "a" * 8 + "b" * 8 + "c" * 8 + "-" == "".join(spool.document(entries, SLOTS))
        if os.name == "posix":
            assert [] == list(tmp_path.iterdir())
    assert [] == list(tmp_path.iterdir())


class _Full:
    """A file on a disk that is full."""

    def seek(self, offset: int) -> int:
        """To a place."""
        return offset

    def write(self, _: bytes) -> int:
        """Nothing more."""
        raise OSError(28, "No space left on device")

    def read(self, _: int) -> bytes:
        """Nothing either."""
        raise OSError

    def close(self) -> None:
        """At the end."""


def test_a_disk_that_is_full() -> None:
    """Where nothing more can be kept, the run ends with words that name the place."""
    with Spool() as spool:
        (entry,) = spool.take(bundle([Passage("b", "x")], SLOTS))
        spool._file = _Full()  # type: ignore[assignment]  # noqa: SLF001 - as far as a spool needs one
        for fails, why in (
            (lambda: spool.take(Bundle((), b"x")), "No space left on device"),
            (lambda: "".join(spool.document([entry], SLOTS)), "OSError"),
        ):
            with pytest.raises(AnjuError) as failure:
                fails()
            assert ("output_failed", {"path": tempfile.gettempdir(), "why": why}) == (
                failure.value.code,
                failure.value.arguments,
            )


def test_a_failure_leaves_stdout_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What fails in the last portion has written nothing, and no file stays behind."""
    (tmp_path / "plan.yaml").write_text(plan(share=indicator(target("at_least: 80"))), "utf-8")
    (tmp_path / "returns").mkdir()
    (tmp_path / "spool").mkdir()
    for at in range(130):
        text = report(2019, head=f"region: 第{at}县", share="70")
        (tmp_path / "returns" / f"{at}.yaml").write_text(text, "utf-8")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "spool"))
    monkeypatch.setattr(spooling, "SMALL", 10)
    writing, done = run_text.written_portion, list[int]()

    def failing(*given_: object) -> object:
        done.append(1)
        if len(done) > 2:
            raise MemoryError
        return writing(*given_)  # type: ignore[arg-type]  # passed on

    monkeypatch.setattr(run_text, "written_portion", failing)
    ran = CommandLine(monkeypatch, capsys)("check", str(tmp_path / "returns"), "--targets", str(tmp_path / "plan.yaml"))
    assert (2, "", 3) == (ran.code, ran.out, len(done))
    assert "MemoryError" in ran.err
    assert [] == list((tmp_path / "spool").iterdir())


def test_a_broken_catalogue_is_written_too(tmp_path: Path) -> None:
    """A catalogue that can't be used has its document in every format."""
    (tmp_path / "plan.yaml").write_text("catalogue: {}\n", "utf-8")
    loaded = load_catalogue(str(tmp_path / "plan.yaml"))
    for name in FORMATS:
        with Spool() as spool:
            run = write_run(Request(()), loaded, Style(FORMATS[name].check, View()), spool)
            assert (2, True) == (run.summary.result.code, bool("".join(run.pieces)))
