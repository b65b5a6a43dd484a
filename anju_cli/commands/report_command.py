"""What check and export share: their options, a request from them, a view, and the way out."""

import os
from collections.abc import Callable
from inspect import signature
from typing import Any, NamedTuple

import typer

from anju_cli.catalogue import Catalogue
from anju_cli.characters import visible
from anju_cli.commands import options as given
from anju_cli.commands.arguments import assumed, earlier, scope_of
from anju_cli.commands.console import view_for
from anju_cli.commands.help_option import Command
from anju_cli.commands.options import SAY
from anju_cli.commands.progress_bar import progress
from anju_cli.commands.report_output import say_counts, write_report
from anju_cli.formats import FORMATS, View, format_of
from anju_cli.loading import load_catalogue
from anju_cli.run import Request, Style, write_run
from anju_cli.spool import Spool


class ReportOptions(NamedTuple):
    """The options of check and export, as given: the parameters of both commands."""

    paths: given.Paths
    targets: given.Targets = None
    format: given.Format = None
    output: given.Output = None
    year: given.Years = []  # noqa: RUF012 - Typer reads the defaults and never writes to them
    all_years: given.AllYears = False
    department: given.Departments = []  # noqa: RUF012
    area: given.Areas = []  # noqa: RUF012
    basis: given.Bases = []  # noqa: RUF012
    what_if: given.WhatIf = []  # noqa: RUF012
    against: given.Against = None
    fail_on: given.FailOn = []  # noqa: RUF012
    lang: given.Lang = None
    color: given.Colour = "auto"
    verbose: given.Verbose = False
    debug: given.Debug = False


def app_for(name: str, usual: str) -> typer.Typer:
    """A command that judges and writes a report, in the format `usual` where none is asked for."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command(name=name, cls=Command, help=SAY[name], no_args_is_help=True)(_command(usual))
    return app


def _command(usual: str) -> Callable[..., None]:
    """A function that has the options as its parameters, for Typer to read."""

    def command(**options: Any) -> None:
        report(ReportOptions(**options), usual)

    command.__signature__ = signature(ReportOptions)  # type: ignore[attr-defined]  # what inspect looks at first
    command.__annotations__ = ReportOptions.__annotations__
    return command


def report(options: ReportOptions, usual: str) -> None:
    """Run, write in the format asked (`usual` where none is), exit."""
    name = options.format or suffix_format(options.output) or usual
    loaded = load_catalogue(options.targets)
    request = Request(tuple(options.paths)) if loaded.catalogue is None else _request(options, loaded.catalogue)
    style = Style(FORMATS[name].check, _view(options, name))
    with Spool() as spool:
        with progress() as on_progress:
            run = write_run(request, loaded, style, spool, on_progress)
        read = (*options.paths, loaded.path, *([options.against] if options.against else []))
        write_report(run.pieces, options.output, read, machine=FORMATS[name].machine)
    say_counts(run.summary, options.output, options.lang, findings=not FORMATS[name].findings)
    raise typer.Exit(run.summary.result.code)


def suffix_format(output: str | None) -> str | None:
    """The format that a file's suffix asks for; one that is no format of ours would not open in its program."""
    suffix = os.path.splitext(output or "")[1].lower()
    name = format_of(suffix)
    if suffix and name is None:
        choices = " ".join(suffix for format_ in FORMATS.values() for suffix in format_.suffixes)
        raise typer.BadParameter(SAY["unknown_suffix"].format(value=visible(suffix), choices=choices))
    return name


def _request(options: ReportOptions, catalogue: Catalogue) -> Request:
    scope = scope_of(
        tuple(options.year),
        tuple(options.department),
        tuple(options.area),
        tuple(options.basis),
        catalogue,
        all_years=options.all_years,
    )
    what_if = assumed(tuple(options.what_if), catalogue)
    return Request(tuple(options.paths), scope, tuple(options.fail_on), what_if, earlier(options.against))


def _view(options: ReportOptions, name: str) -> View:
    terminal = not FORMATS[name].machine and options.output is None
    return view_for(options.lang, options.color, options.verbose, terminal=terminal)
