"""Portions done by several processes: read, judged and written there; text and counts come back, no objects."""

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread

from anju_cli.gc_pause import collector_at_rest
from anju_cli.run.pipeline import Task
from anju_cli.run.portions import Portion
from anju_cli.run.run_text import PortionText, Style, written_portion


def shared_out(
    portions: list[Portion], task: Task, style: Style, processes: int, more: Callable[[int], None]
) -> Iterator[PortionText]:
    """Every portion as it is done; the pool ends with the last one, or when who asks gives up.

    Where a process is lost (the system ends the largest when memory runs out), this one does what is left.
    """
    pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(task, style))
    try:
        with _interrupts_held():
            waiting: dict[Future[PortionText], Portion] = {_submitted(pool, portion): portion for portion in portions}
        for done in as_completed(tuple(waiting)):
            portion = waiting.pop(done)
            try:
                text = done.result()
                more(len(portion.paths))
            except BrokenProcessPool:
                text = written_portion(task, style, portion, more)
            yield text
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits inside: met while processes are begun, it would leave them waiting for work for ever, or be lost.

    Other threads, such as that of a bar, may be there already, so that no mask of signals would hold it.
    """
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        signal.raise_signal(signal.SIGINT)


def _submitted(pool: ProcessPoolExecutor, portion: Portion) -> Future[PortionText]:
    """A portion handed over; where a process is lost already, what is lost with it."""
    try:
        return pool.submit(_portion, portion)
    except BrokenProcessPool as lost:
        future: Future[PortionText] = Future()
        future.set_exception(lost)
        return future


#: What a process of the pool does all its work by, handed over once.
_WORK: list[tuple[Task, Style]] = []


def _begin(task: Task, style: Style) -> None:
    """A signal from the keyboard is the parent's to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _WORK[:] = [(task, style)]
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process whose parent was ended from outside would wait for work for ever, and keep the pipes open."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _portion(portion: Portion) -> PortionText:
    """One portion, by a process of the pool: nobody there hears of its files one by one."""
    ((task, style),) = _WORK
    with collector_at_rest():
        return written_portion(task, style, portion, lambda _: None)
