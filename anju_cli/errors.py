"""What stops a run: each says what to do next, none shows a traceback."""


class AnjuError(Exception):
    """A run that could not be done (exit 2). `code` finds its words in `texts`."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments
