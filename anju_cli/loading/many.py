"""Many report files, in the order of their paths: by this process, or shared out where there are hundreds."""

import os
from collections.abc import Iterator

from anju_cli.catalogue import Catalogue
from anju_cli.loading.reports import ReportFile, load_report

#: From this number on, starting more processes takes less time than they save.
MANY = 300


def load_reports(paths: tuple[str, ...], catalogue: Catalogue) -> Iterator[ReportFile]:
    """Every file in the order given. Never raises for what is in a file."""
    workers = _workers()
    if len(paths) < MANY or workers < 2:  # noqa: PLR2004 - one is this process
        return (load_report(path, catalogue) for path in paths)
    from anju_cli.loading.workers import shared_out

    return shared_out(paths, catalogue, workers)


def _workers() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
