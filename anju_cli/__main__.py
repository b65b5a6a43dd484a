"""The entry: Ctrl-C and the collector are seen to before anything else of ours is loaded."""

import os
import signal
import sys
from types import FrameType
from typing import NoReturn

from anju_cli.gc_pause import collector_at_rest

#: What a shell reports of a program that Ctrl-C ended: 128 and the number of the signal.
INTERRUPTED = 130


class InterruptedRun(BaseException):
    """Ctrl-C. No `KeyboardInterrupt`: what cleans up lets it pass, and Typer has no words for it."""


def main() -> None:
    """Run the command line; Ctrl-C ends it with one line on standard error and nothing on standard output."""
    before = signal.signal(signal.SIGINT, _interrupt)
    # Looking for plugins of Pydantic means looking through every installed package; anju uses none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        with collector_at_rest():
            _run()
    except InterruptedRun:
        _say_interrupted()
        sys.exit(INTERRUPTED)
    finally:
        signal.signal(signal.SIGINT, before)


def _run() -> None:
    from anju_cli.cli import main

    main()


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    """End the run; a second Ctrl-C does not disturb what cleans up behind it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise InterruptedRun


def _say_interrupted() -> None:
    from anju_cli.output import write_stderr
    from anju_cli.texts.help import command_line_language, options

    write_stderr(options(command_line_language())["interrupted"] + "\n")


if __name__ == "__main__":
    main()
