"""What check and export share: their options, a request from them, a view, and the way out."""

from collections.abc import Callable
from inspect import signature
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from anju_cli.catalogue import Catalogue
from anju_cli.commands import choices, options
from anju_cli.commands.arguments import assumed, earlier, scope_of
from anju_cli.commands.console import say_broken, view_for
from anju_cli.commands.progress_bar import progress
from anju_cli.commands.report_output import format_for, is_kept, say_counts, write_report
from anju_cli.commands.usage import Command
from anju_cli.formats import FORMATS, OutcomeFormat, View
from anju_cli.loading import load_catalogue
from anju_cli.run import Request, Style, write_run
from anju_cli.spool import Spool
from anju_cli.texts.help import SAY

# A check without copies needs none of it.
if TYPE_CHECKING:
    from anju_cli.commands.marked_output import CopyRequest


class ReportOptions(NamedTuple):
    """The options of check and export, as given: the parameters of both commands."""

    paths: options.Paths
    targets: options.Targets = None
    format: options.Format = None
    output: options.Output = None
    year: options.Years = []  # noqa: RUF012 - Typer reads the defaults and never writes to them
    all_years: options.AllYears = False
    department: options.Departments = []  # noqa: RUF012
    area: options.Areas = []  # noqa: RUF012
    basis: options.Bases = []  # noqa: RUF012
    what_if: options.WhatIf = []  # noqa: RUF012
    against: options.Against = None
    marked: options.Marked = None
    clear_marks: options.ClearMarks = False
    fail_on: options.FailOn = []  # noqa: RUF012
    lang: choices.Lang = None
    color: choices.Colour = "auto"
    verbose: options.Verbose = False
    quiet: options.Quiet = False
    debug: options.Debug = False


def app_for(name: str, usual: str, without: tuple[str, ...] = ()) -> typer.Typer:
    """A command that judges and writes a report, `without` some options, in the format `usual` unless told."""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command(name=name, cls=Command, help=SAY[name], no_args_is_help=True)(_command(usual, without))
    return app


def _command(usual: str, without: tuple[str, ...]) -> Callable[..., None]:
    """A function that has the options as its parameters, for Typer to read."""

    def command(**settings: Any) -> None:
        report(ReportOptions(**settings), usual)

    whole = signature(ReportOptions)
    parameters = [parameter for name, parameter in whole.parameters.items() if name not in without]
    command.__signature__ = whole.replace(parameters=parameters)  # type: ignore[attr-defined]  # what inspect looks at
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return command


def report(settings: ReportOptions, usual: str) -> None:
    """Run, write in the format asked (`usual` where none is), exit."""
    if settings.quiet and settings.verbose:
        raise typer.BadParameter(SAY["quiet_verbose"])
    name = format_for(settings.format, settings.output) or usual
    loaded = load_catalogue(settings.targets)
    request = Request(tuple(settings.paths)) if loaded.catalogue is None else _request(settings, loaded.catalogue)
    copies = _copies(settings, loaded.path)
    style = Style(FORMATS[name].check, _view(settings, name), _marks if copies and not copies.clear else None)
    with Spool() as spool:
        with progress() as on_progress:
            run = write_run(request, loaded, style, spool, on_progress)
        read = (*settings.paths, loaded.path, *([settings.against] if settings.against else []))
        kept = is_kept(run.summary, settings.output)
        if kept and loaded.catalogue is None:
            say_broken(loaded, settings.lang)
        if not kept:
            write_report(run.pieces, settings.output, read, machine=FORMATS[name].machine)
        say_counts(run.summary, settings.output, settings.lang, table=not FORMATS[name].findings, kept=kept)
        if copies and loaded.catalogue is not None:
            from anju_cli.commands.marked_output import write_copies

            write_copies(run.marks, copies)
    raise typer.Exit(run.summary.result.code)


def _copies(settings: ReportOptions, catalogue: str) -> "CopyRequest | None":
    """The marked copies asked for; what makes them is loaded where they are."""
    if settings.marked is None and not settings.clear_marks:
        return None
    from anju_cli.commands.marked_output import copy_request

    read = [*settings.paths, catalogue, *([settings.against] if settings.against else [])]
    return copy_request(settings.paths, settings.marked, settings.lang, read, clear=settings.clear_marks)


def _marks() -> OutcomeFormat:
    from anju_cli.marked_copies import marks

    return marks


def _request(settings: ReportOptions, catalogue: Catalogue) -> Request:
    scope = scope_of(
        tuple(settings.year),
        tuple(settings.department),
        tuple(settings.area),
        tuple(settings.basis),
        catalogue,
        all_years=settings.all_years,
    )
    what_if = assumed(tuple(settings.what_if), catalogue)
    return Request(tuple(settings.paths), scope, tuple(settings.fail_on), what_if, earlier(settings.against))


def _view(settings: ReportOptions, name: str) -> View:
    terminal = not FORMATS[name].machine and settings.output is None
    return view_for(settings.lang, settings.color, settings.verbose, terminal=terminal, quiet=settings.quiet)
