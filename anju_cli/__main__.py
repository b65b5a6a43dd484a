"""The entry: Ctrl-C and the collector are seen to before anything else is loaded, Python's own modules included."""

import sys

from anju_cli.errors import InterruptedRun

#: What a shell reports of a program that Ctrl-C ended: 128 and the number of the signal.
INTERRUPTED = 130


def main() -> None:
    """Run the command line; Ctrl-C ends it with one line on standard error.

    Nothing is on standard output then, unless a reader was taking a report when it came: then the line says so.
    """
    try:
        _handled()
    except KeyboardInterrupt:  # before our handler was there
        _end_interrupted("interrupted")


def _handled() -> None:
    """Run with our handler of Ctrl-C, and leave the process's own behind."""
    from signal import SIG_IGN, SIGINT, getsignal, signal

    before = getsignal(SIGINT)
    if before is not SIG_IGN:  # as under nohup, or in the background of a shell
        signal(SIGINT, _interrupt)
    try:
        try:
            _run()
        finally:
            _ignore_interrupts()  # nothing is left to be ended
    except InterruptedRun as stop:
        _end_interrupted("interrupted_midway" if stop.midway else "interrupted")
    finally:
        signal(SIGINT, before)


def _run() -> None:
    import os

    from anju_cli.gc_pause import collector_at_rest, no_collection_at_exit

    # Looking for plugins of Pydantic means looking through every installed package; anju uses none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    no_collection_at_exit()
    with collector_at_rest():
        from anju_cli.cli import main

        main()


def _interrupt(_number: int, _frame: object) -> None:
    """End the run; another Ctrl-C does not disturb what cleans up behind it."""
    _ignore_interrupts()
    raise InterruptedRun


def _ignore_interrupts() -> None:
    from signal import SIG_IGN, SIGINT, signal

    signal(SIGINT, SIG_IGN)


def _end_interrupted(word: str) -> None:
    _ignore_interrupts()
    from anju_cli.output import write_stderr
    from anju_cli.texts.help import command_line_language, options

    write_stderr(options(command_line_language())[word] + "\n")
    sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
