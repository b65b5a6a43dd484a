"""A trend as text. The literal table of its formats."""

from collections.abc import Callable

from anju_cli.formats.view import View
from anju_cli.timelines import Trend


def _text(trend: Trend, view: View) -> str:
    from anju_cli.formats.trends.text import render

    return render(trend, view)


def _json(trend: Trend, view: View) -> str:
    from anju_cli.formats.trends.json import render

    return render(trend, view)


def _csv(trend: Trend, view: View) -> str:
    from anju_cli.formats.trends.csv import render

    return render(trend, view)


def _markdown(trend: Trend, view: View) -> str:
    from anju_cli.formats.trends.markdown import render

    return render(trend, view)


#: A format is a function and its line here.
TRENDS: dict[str, Callable[[Trend, View], str]] = {"text": _text, "json": _json, "csv": _csv, "markdown": _markdown}

#: Which format a file's suffix asks for.
TREND_SUFFIXES: dict[str, str] = {
    ".txt": "text",
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
}

__all__ = ["TRENDS", "TREND_SUFFIXES"]
