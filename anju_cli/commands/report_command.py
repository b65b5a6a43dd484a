"""What check and export share: their options, a request from them, a view, and the way out."""

import os
from collections.abc import Mapping
from typing import NamedTuple

import typer

from anju_cli.catalogue import Catalogue
from anju_cli.characters import visible
from anju_cli.commands import options as given
from anju_cli.commands.arguments import assumed, earlier, scope_of
from anju_cli.commands.console import view_for
from anju_cli.commands.help_option import Command
from anju_cli.commands.options import SAY
from anju_cli.commands.progress_bar import progress
from anju_cli.commands.report_output import write_report
from anju_cli.formats import FORMATS, SUFFIXES, View
from anju_cli.loading import load_catalogue
from anju_cli.outcome import Outcome
from anju_cli.run import Request, broken_outcome, carry_out


class Asked(NamedTuple):
    """The options of check and export, as given."""

    paths: tuple[str, ...]
    targets: str | None
    format: str | None
    output: str | None
    years: tuple[int, ...]
    all_years: bool
    departments: tuple[str, ...]
    areas: tuple[str, ...]
    bases: tuple[str, ...]
    what_if: tuple[str, ...]
    against: str | None
    fail_on: tuple[str, ...]
    lang: str | None
    color: str
    verbose: bool


def app_for(name: str, usual: str) -> typer.Typer:
    """A command that judges and writes a report, in the format `usual` where none is asked for."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)

    @app.command(name=name, cls=Command, help=SAY[name], no_args_is_help=True)
    def command(
        paths: given.Paths,
        targets: given.Targets = None,
        format_: given.Format = None,
        output: given.Output = None,
        year: given.Years = [],  # noqa: B006 - Typer reads it and never writes to it
        all_years: given.AllYears = False,
        department: given.Departments = [],  # noqa: B006
        area: given.Areas = [],  # noqa: B006
        basis: given.Bases = [],  # noqa: B006
        what_if: given.WhatIf = [],  # noqa: B006
        against: given.Against = None,
        fail_on: given.FailOn = [],  # noqa: B006
        lang: given.Lang = None,
        color: given.Colour = "auto",
        verbose: given.Verbose = False,
        debug: given.Debug = False,
    ) -> None:
        asked = Asked(
            paths=tuple(paths),
            targets=targets,
            format=format_,
            output=output,
            years=tuple(year),
            all_years=all_years,
            departments=tuple(department),
            areas=tuple(area),
            bases=tuple(basis),
            what_if=tuple(what_if),
            against=against,
            fail_on=tuple(fail_on),
            lang=lang,
            color=color,
            verbose=verbose,
        )
        report(asked, usual)

    return app


def report(asked: Asked, usual: str) -> None:
    """Run, render in the format asked (`usual` where none is), write, exit."""
    name = asked.format or format_of(asked.output or "", usual, SUFFIXES)
    loaded = load_catalogue(asked.targets)
    catalogue = loaded.catalogue
    if catalogue is not None:
        with progress() as told:
            outcome = carry_out(_request(asked, catalogue), loaded, catalogue, told)
    else:  # a broken catalogue has an outcome too, in whatever format was asked for
        outcome = broken_outcome(loaded)
    _write(asked, outcome, name, loaded.path)
    raise typer.Exit(outcome.result.code)


def format_of(output: str, usual: str, suffixes: Mapping[str, str]) -> str:
    """The format that a file's suffix asks for; one that is no format of ours would not open in its program."""
    suffix = os.path.splitext(output)[1].lower()
    if suffix and suffix not in suffixes:
        choices = " ".join(suffixes)
        raise typer.BadParameter(SAY["unknown_suffix"].format(value=visible(suffix), choices=choices))
    return suffixes.get(suffix, usual)


def _request(asked: Asked, catalogue: Catalogue) -> Request:
    scope = scope_of(asked.years, asked.departments, asked.areas, asked.bases, catalogue, all_years=asked.all_years)
    return Request(asked.paths, scope, asked.fail_on, assumed(asked.what_if, catalogue), earlier(asked.against))


def _write(asked: Asked, outcome: Outcome, name: str, catalogue: str) -> None:
    text = FORMATS[name](outcome, _view(asked, name))
    read = (*asked.paths, catalogue, *([asked.against] if asked.against else []))
    write_report(text, asked.output, outcome, asked.lang, read, machine=name != "text")


def _view(asked: Asked, name: str) -> View:
    return view_for(asked.lang, asked.color, asked.verbose, terminal=name == "text" and asked.output is None)
