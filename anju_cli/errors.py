"""What stops a run: each says what to do next, none shows a traceback."""


class InterruptedRun(BaseException):
    """Ctrl-C. No `KeyboardInterrupt`: what cleans up lets it pass, and Typer has no words for it.

    `midway` says that a part of a report is on standard output already.
    """

    midway = False


class AnjuError(Exception):
    """A run that could not be done (exit 2). `code` finds its words in `texts`."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments
