"""Many report files, in the order of their paths: by this process, or shared out where there are hundreds."""

import os
from collections.abc import Iterator

from anju_cli.catalogue import Catalogue
from anju_cli.loading.reports import ReportFile, load_report
from anju_cli.resting import collector_at_rest

#: From this number on, starting more processes takes less time than they save.
MANY = 300

#: Files that a process takes at a time.
PORTION = 50


def load_reports(paths: tuple[str, ...], catalogue: Catalogue) -> Iterator[ReportFile]:
    """Every file in the order given. Never raises for what is in a file."""
    workers = _workers()
    if len(paths) < MANY or workers < 2:  # noqa: PLR2004 - one is this process
        return (load_report(path, catalogue) for path in paths)
    return _shared_out(paths, catalogue, workers)


def _workers() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _shared_out(paths: tuple[str, ...], catalogue: Catalogue, workers: int) -> Iterator[ReportFile]:
    """Read by a pool of processes; the pool ends with the reading, however that ends."""
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(catalogue,))
    try:
        portions = [paths[start : start + PORTION] for start in range(0, len(paths), PORTION)]
        for files in pool.map(_portion, portions):
            yield from files
    finally:
        pool.shutdown(cancel_futures=True)


#: The catalogue of a process of the pool, handed over once.
_CATALOGUE: list[Catalogue] = []


def _begin(catalogue: Catalogue) -> None:
    _CATALOGUE[:] = [catalogue]


def _portion(paths: tuple[str, ...]) -> list[ReportFile]:
    """Some files, without their nodes: those stay here."""
    with collector_at_rest():
        files = [load_report(path, _CATALOGUE[0]) for path in paths]
        return [file._replace(document=file.document.without_nodes()) for file in files]
