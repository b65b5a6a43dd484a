"""Reports read by a pool of processes. Loading this module takes time that few runs need."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread

from anju_cli.catalogue import Catalogue
from anju_cli.gc_pause import collector_at_rest
from anju_cli.loading.reports import ReportFile, load_report

#: Files that a process takes at a time.
PORTION = 50


def shared_out(paths: tuple[str, ...], catalogue: Catalogue, workers: int) -> Iterator[ReportFile]:
    """Every file in the order given; the pool ends with the reading, however that ends.

    Where a process is lost (the system ends the largest when memory runs out), this one reads the rest.
    """
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(catalogue,))
    done = 0
    try:
        portions = [paths[start : start + PORTION] for start in range(0, len(paths), PORTION)]
        for files in pool.map(_portion, portions):
            yield from files
            done += len(files)
    except BrokenProcessPool:
        yield from (load_report(path, catalogue) for path in paths[done:])
    finally:
        pool.shutdown(cancel_futures=True)


#: The catalogue of a process of the pool, handed over once.
_CATALOGUE: list[Catalogue] = []


def _begin(catalogue: Catalogue) -> None:
    _CATALOGUE[:] = [catalogue]
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A process whose parent was ended from outside would wait for work for ever, and keep the pipes open."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _portion(paths: tuple[str, ...]) -> list[ReportFile]:
    """Some files, without their nodes: those stay here."""
    with collector_at_rest():
        files = [load_report(path, _CATALOGUE[0]) for path in paths]
        return [file._replace(document=file.document.without_nodes()) for file in files]
