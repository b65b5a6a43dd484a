"""An outcome as text. The literal table of output formats."""

from collections.abc import Callable

from anju_cli.formats.view import View
from anju_cli.outcome import Outcome


def _text(outcome: Outcome, view: View) -> str:
    from anju_cli.formats.text import render

    return render(outcome, view)


def _json(outcome: Outcome, view: View) -> str:
    from anju_cli.formats.json import render

    return render(outcome, view)


def _markdown(outcome: Outcome, view: View) -> str:
    from anju_cli.formats.markdown import render

    return render(outcome, view)


#: A format is a function and its line here.
FORMATS: dict[str, Callable[[Outcome, View], str]] = {"text": _text, "json": _json, "markdown": _markdown}

#: Which format a file's suffix asks for.
SUFFIXES: dict[str, str] = {".txt": "text", ".json": "json", ".md": "markdown", ".markdown": "markdown"}

__all__ = ["FORMATS", "SUFFIXES", "View"]
