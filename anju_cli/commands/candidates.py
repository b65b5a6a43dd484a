"""What a shell may complete: names from the catalogue in use, whichever way they are written."""

import os
from collections.abc import Callable, Iterable
from typing import Any

import typer

#: Completes a word of the command line.
Completer = Callable[[typer.Context, str], list[str]]


def among(words: Iterable[str]) -> Completer:
    """Completion from a list of words."""
    return _completer(lambda _: words)


def in_catalogue(names: Callable[[Any], Iterable[str]]) -> Completer:
    """Completion from names of the catalogue that --targets or ANJU_TARGETS says; none where it is faulty."""

    def listed(context: typer.Context) -> Iterable[str]:
        from anju_cli.loading import load_catalogue

        catalogue = load_catalogue(context.params.get("targets")).catalogue
        return () if catalogue is None else names(catalogue)

    return _completer(listed)


def _completer(listed: Callable[[typer.Context], Iterable[str]]) -> Completer:
    def complete(context: typer.Context, incomplete: str) -> list[str]:
        return [_as_typed(word) for word in listed(context) if word.startswith(incomplete)]

    return complete


def _as_typed(word: str) -> str:
    """A name as it must stand on the command line: bash takes what it is given as it is, others quote it."""
    return word.replace(" ", "\\ ") if os.environ.get("_ANJU_COMPLETE") == "complete_bash" else word


indicators = in_catalogue(lambda catalogue: catalogue.indicator_names.certain)
assumptions = in_catalogue(lambda catalogue: [f"{name}=" for name in catalogue.indicator_names.certain])
departments = in_catalogue(lambda catalogue: catalogue.department_names.certain)
areas = in_catalogue(lambda catalogue: catalogue.area_names.certain)


def paths_or_indicators(context: typer.Context, incomplete: str) -> list[str]:
    """Files and folders that begin so, then indicators."""
    from glob import escape, glob

    return [*sorted(glob(f"{escape(incomplete)}*")), *indicators(context, incomplete)]
