"""A progress bar at a terminal, for runs that take longer than a moment."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from anju_cli.run import OnProgress
from anju_cli.texts.help import SAY

#: Fewer files than these are read before anybody looks for a bar.
FEW = 50

#: Seconds after which a run deserves a bar.
PATIENCE = 1.0


@contextmanager
def progress() -> Iterator[OnProgress | None]:
    """Something that hears of each file and shows a bar on standard error; nothing where nobody sees it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.close()


class _Bar:
    """Shows itself only when a second has passed, and leaves nothing behind."""

    def __init__(self) -> None:
        self._shown: object | None = None

    def __call__(self, done: int, total: int) -> None:
        """So many of so many files are read."""
        if total < FEW:
            return
        from rich.console import Console
        from rich.progress import Progress

        if not isinstance(self._shown, Progress):
            self._shown = Progress(console=Console(stderr=True), transient=True)
            self._began, self._task = self._shown.get_time(), self._shown.add_task(SAY["reading"], total=total)
        if self._shown.get_time() - self._began > PATIENCE:
            self._shown.start()
        self._shown.update(self._task, completed=done)

    def close(self) -> None:
        """Take the bar away."""
        stop = getattr(self._shown, "stop", None)
        if stop is not None:
            stop()
