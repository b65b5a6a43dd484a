"""Hundreds of reports: one way to do them, whoever does; the collector given back; a bar for those who wait."""

import atexit
import gc
import io
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from anju_cli.catalogue import Catalogue
from anju_cli.commands import progress_bar
from anju_cli.formats import FORMATS, View
from anju_cli.gc_pause import collector_at_rest, no_collection_at_exit
from anju_cli.loading import find_files, load_catalogue
from anju_cli.run import OnProgress, Request, Style, carry_out, portions, run_text, workers, write_run
from anju_cli.run.pipeline import Task, task_of
from anju_cli.run.portions import Portion
from anju_cli.spool import Spool
from tests.samples_of_code import ALL_YEARS, explanation, indicator, plan, report, target

PLAN = plan(
    share=indicator(target("at_least: 80"), more="range: [0, 100], max_change: 15"),
    beds=indicator(target("at_least: 37", lead="民政局"), unit="张"),
)
#: What may be in a file: good figures, faults of every place, nothing, nonsense.
TEXTS = [
    report(2018, share="70", beds="30"),
    report(2019, share="{value: 90, previous: 70}", tail=explanation("ANJ502", "share", "90")),
    report(2019, head="region: 乙区", share="约70", beds="3０"),
    report(2020, head="region: 乙区", share="71\n  share率: 72", shares="5"),
    "",
    "hello",
    "year: [2019\n",
    "year: 2020\nfigures:\n  beds: |\n    5\n",
]


def files(folder: Path, copies: int = 1) -> tuple[str, ...]:
    """The texts as files, in the order of their names."""
    paths = []
    for at, text in enumerate(TEXTS * copies):
        paths.append(folder / f"{at:03}.yaml")
        paths[-1].write_text(text, "utf-8")
    return tuple(map(str, paths))


def catalogue(folder: Path) -> Catalogue:
    """The catalogue in use."""
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    found = load_catalogue(str(folder / "plan.yaml")).catalogue
    assert found is not None
    return found


def written(folder: Path, paths: tuple[str, ...], name: str = "json", on_progress: OnProgress | None = None) -> str:
    """What `check --all-years` writes of files in a folder that has a catalogue."""
    loaded = load_catalogue(str(folder / "plan.yaml"))
    style = Style(FORMATS[name].check, View())
    with Spool() as spool:
        run = write_run(Request(paths, ALL_YEARS), loaded, style, spool, on_progress)
        return "".join(run.pieces)


@pytest.fixture
def shared_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Portions of three files or more; from two files on two processes do them."""
    monkeypatch.setattr(portions, "PORTION", 3)
    monkeypatch.setattr(run_text, "MANY", 2)
    monkeypatch.setattr(run_text, "processors", lambda: 2)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_the_same_by_a_pool(tmp_path: Path, name: str, request: pytest.FixtureRequest) -> None:
    """Shared out or not, the whole report is the same to the letter, with every line and column."""
    catalogue(tmp_path)
    paths = files(tmp_path, copies=2)
    alone = written(tmp_path, paths, name)
    request.getfixturevalue("shared_out")
    assert alone == written(tmp_path, paths, name)


def test_who_listens_hears_of_every_file(tmp_path: Path) -> None:
    """After each file it is told how many of how many are read."""
    known, paths = catalogue(tmp_path), files(tmp_path)
    heard: list[tuple[int, int]] = []
    loaded = load_catalogue(str(tmp_path / "plan.yaml"))
    carry_out(Request(paths), loaded, known, lambda done, total: heard.append((done, total)))
    assert [(done, len(TEXTS)) for done in range(1, len(TEXTS) + 1)] == heard


@pytest.mark.usefixtures("shared_out")
def test_who_listens_to_a_pool_hears_of_every_portion(tmp_path: Path) -> None:
    """As portions come back it is told how many files are done, and at the end of all."""
    catalogue(tmp_path)
    heard: list[tuple[int, int]] = []
    written(tmp_path, files(tmp_path, copies=2), on_progress=lambda done, total: heard.append((done, total)))
    assert (16, 16) == heard[-1]
    assert heard == sorted(heard)
    assert len(heard) > 1


def task(folder: Path) -> Task:
    """What portions of this folder's files are judged by."""
    known, loaded = catalogue(folder), load_catalogue(str(folder / "plan.yaml"))
    return task_of(Request((), ALL_YEARS), loaded, known, find_files((), ""))


def test_a_portion(tmp_path: Path) -> None:
    """What a process hands back is text, an index and counts: the same as is done here, without any object judged."""
    style, paths = Style(FORMATS["json"].check, View()), files(tmp_path)[:2]
    here = run_text.written_portion(task(tmp_path), style, Portion(paths), lambda _: None)
    before = signal.getsignal(signal.SIGINT)
    try:
        workers._begin(*pickle.loads(pickle.dumps((task(tmp_path), style))))  # noqa: S301, SLF001 - as a process gets it
        there = workers._portion(Portion(paths))  # noqa: SLF001 - a process of the pool does this
        assert signal.SIG_IGN is signal.getsignal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)
    assert here == pickle.loads(pickle.dumps(there))  # noqa: S301 - as a process hands it back
    assert len(pickle.dumps(there)) < 2 * len(here.text.data) + 10_000


def test_a_run_that_is_given_up(tmp_path: Path, shared_out: None) -> None:  # noqa: ARG001 - the pool
    """Who stops asking leaves no process behind."""
    style, paths = Style(FORMATS["json"].check, View()), files(tmp_path, copies=4)
    done: Any = workers.shared_out([Portion((path,)) for path in paths], task(tmp_path), style, 2, lambda _: None)
    assert 1 == len(next(done).portion.paths)
    done.close()
    assert [] == list(done)
    assert [] == multiprocessing.active_children()


def check_nothing_is_lost(folder: Path, lose: Callable[[], None]) -> None:
    """The report is the same when processes are lost from then on."""
    catalogue(folder)
    paths = files(folder, copies=2)
    whole = written(folder, paths)
    lose()
    assert whole == written(folder, paths)


def test_a_lost_process_loses_no_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shared_out: None,  # noqa: ARG001 - the pool
) -> None:
    """Where the system ends a process of the pool, its portion and what is left is done by this one."""
    check_nothing_is_lost(tmp_path, lambda: monkeypatch.setattr(workers, "_begin", _ending))


def test_a_process_lost_before_all_is_handed_over(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shared_out: None,  # noqa: ARG001 - the pool
) -> None:
    """Where the pool takes no portion any more, this process does them all."""

    def refuse(*_: object) -> None:
        raise BrokenProcessPool

    check_nothing_is_lost(tmp_path, lambda: monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse))


def test_an_interrupt_waits_while_processes_begin(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shared_out: None,  # noqa: ARG001 - the pool
) -> None:
    """Ctrl-C in the midst of handing over is heard when all is handed over, and leaves no process waiting."""
    submit, handed = ProcessPoolExecutor.submit, []

    def interrupted(*arguments: Any) -> Any:
        handed.append(arguments)
        os.kill(os.getpid(), signal.SIGINT)
        return submit(*arguments)

    monkeypatch.setattr(ProcessPoolExecutor, "submit", interrupted)
    style, paths = Style(FORMATS["json"].check, View()), files(tmp_path, copies=4)
    parts = [Portion((path,)) for path in paths]
    with pytest.raises(KeyboardInterrupt):
        list(workers.shared_out(parts, task(tmp_path), style, 2, lambda _: None))
    assert len(parts) == len(handed)
    assert [] == multiprocessing.active_children()


def _ending(*_: object) -> None:
    os._exit(9)


def test_no_process_outlives_its_parent(tmp_path: Path) -> None:
    """When only the parent is ended from outside, those that work for it end too and give the pipes back."""
    plan_, texts = tmp_path / "plan.yaml", "".join(report(2018, share="70"))
    catalogue(tmp_path)
    (tmp_path / "many").mkdir()
    for at in range(run_text.MANY + 1200):
        (tmp_path / "many" / f"{at:04}.yaml").write_text(texts.replace("year", f"region: 第{at}区\nyear", 1), "utf-8")
    command = [sys.executable, "-c", OUTLIVING, "check", str(tmp_path / "many"), "--targets", str(plan_), "-f", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stderr is not None
        assert b"workers\n" == running.stderr.readline()
        running.kill()
        running.communicate(timeout=60)  # ends only when every process has closed its pipes


#: anju with two processes; it says when the first portion has come back.
OUTLIVING = """
import sys
from anju_cli.run import run_text, workers
run_text.processors = lambda: 2
yielding = workers.shared_out
def telling(*given):
    for at, portion in enumerate(yielding(*given)):
        at or print("workers", file=sys.stderr, flush=True)
        yield portion
workers.shared_out = telling
from anju_cli.__main__ import main
main()
"""


class _Parent(NamedTuple):
    sentinel: int


def test_the_end_of_the_parent_is_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of the pool waits for its parent's end, and ends; the first process has no parent to wait for."""
    ended: list[int] = []
    reading, writing = os.pipe()
    os.close(writing)
    monkeypatch.setattr(os, "_exit", ended.append)
    workers._end_with_parent()  # noqa: SLF001 - this process is nobody's
    monkeypatch.setattr(workers, "parent_process", lambda: _Parent(reading))
    workers._end_with_parent()  # noqa: SLF001 - as one of the workers
    os.close(reading)
    assert [1] == ended


def test_how_many_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as this process may use; where the system does not say, as many as there are."""
    if hasattr(os, "sched_getaffinity"):
        assert len(os.sched_getaffinity(0)) == run_text.processors()
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert 1 == run_text.processors()


def failing(collects: list[bool]) -> None:
    """Something that fails while the collector rests."""
    with collector_at_rest():
        collects.append(gc.isenabled())
        raise ValueError("any")


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_given_back(on: bool) -> None:
    """Inside nothing is collected; afterwards, whatever happened, the collector is as it was."""
    before, collects = gc.isenabled(), list[bool]()
    (gc.enable if on else gc.disable)()
    try:
        with pytest.raises(ValueError, match="any"):
            failing(collects)
        assert ([False], on) == (collects, gc.isenabled())
    finally:
        (gc.enable if before else gc.disable)()


def test_nothing_is_collected_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the process ends, all that is left is put where the collector does not look."""
    calls: list[object] = []
    monkeypatch.setattr(atexit, "register", calls.append)
    no_collection_at_exit()
    assert [gc.freeze] == calls


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def bar(monkeypatch: pytest.MonkeyPatch, patience: float, total: int) -> str:
    """What a person sees while files are read."""
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(progress_bar, "PATIENCE", patience)
    with progress_bar.progress() as told:
        assert told is not None
        told(1, total)
        told(2, total)
    return shown.getvalue()


def test_a_bar_for_those_who_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar shows itself when the patience is over, and not for a few files or a quick run."""
    assert "读取填报表" in bar(monkeypatch, -1, 100)
    assert ("", "") == (bar(monkeypatch, 1000, 100), bar(monkeypatch, -1, 3))


@pytest.mark.parametrize("stream", [io.StringIO(), None])
def test_no_bar_where_nobody_looks(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO | None) -> None:
    """Without a terminal nobody is told anything."""
    monkeypatch.setattr(sys, "stderr", stream)
    with progress_bar.progress() as told:
        assert told is None
