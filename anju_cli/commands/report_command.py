"""What check and export share: their options, a request from them, a view, and the way out."""

from collections.abc import Callable, Iterator
from inspect import signature
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from anju_cli.catalogue import Catalogue
from anju_cli.commands import choices, options
from anju_cli.commands.arguments import assumed, earlier, scope_of
from anju_cli.commands.console import say_broken, view_for
from anju_cli.commands.progress_bar import progress
from anju_cli.commands.report_output import folder_for, format_for, is_kept, say_counts, write_report
from anju_cli.commands.usage import Command
from anju_cli.formats import FORMATS, View
from anju_cli.formats.passages import Passage
from anju_cli.loading import Loaded, load_catalogue
from anju_cli.outcome import Outcome
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
    by: options.By = None
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
    """A command that judges and writes a report, in the format `usual` where none is asked for.

    It has all options but those it is `without`.
    """
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command(name=name, cls=Command, help=SAY[name], no_args_is_help=True)(_command(usual, without))
    return app


def _command(usual: str, without: tuple[str, ...]) -> Callable[..., None]:
    """A function that has the options as its parameters, for Typer to read."""
    whole = signature(ReportOptions)
    parameters = [parameter for name, parameter in whole.parameters.items() if name not in without]

    def command(**settings: Any) -> None:
        report(ReportOptions(**settings), usual)

    command.__signature__ = whole.replace(parameters=parameters)  # type: ignore[attr-defined]  # what inspect looks at first
    command.__annotations__ = ReportOptions.__annotations__
    return command


class _Work(NamedTuple):
    """What a command is asked to do, in the catalogue's terms.

    `read` are the paths that are not written over, `copies` the marked copies asked for.
    """

    settings: ReportOptions
    loaded: Loaded
    request: Request
    format: str
    style: Style
    read: tuple[str, ...]
    copies: "CopyRequest | None" = None


def report(settings: ReportOptions, usual: str) -> None:
    """Run, write in the format asked (`usual` where none is), exit."""
    if settings.quiet and settings.verbose:
        raise typer.BadParameter(SAY["quiet_verbose"])
    folder = None if settings.by is None else folder_for(settings.output)
    name = (format_for(settings.format, settings.output) if folder is None else settings.format) or usual
    loaded = load_catalogue(settings.targets)
    request = Request(tuple(settings.paths)) if loaded.catalogue is None else _request(settings, loaded.catalogue)
    read = (*settings.paths, loaded.path, *([settings.against] if settings.against else []))
    copies = _copies(settings, read)
    style = Style(FORMATS[name].check, _view(settings, name), _marks if copies and not copies.clear else None)
    work = _Work(settings, loaded, request, name, style, read, copies)
    raise typer.Exit(_write_whole(work) if folder is None else _write_by_department(work, folder))


def _write_whole(work: _Work) -> int:
    """One report, and the exit code."""
    output, lang, format_ = work.settings.output, work.settings.lang, FORMATS[work.format]
    with Spool() as spool:
        with progress() as on_progress:
            run = write_run(work.request, work.loaded, work.style, spool, on_progress)
        kept = is_kept(run.summary, output)
        if kept and work.loaded.catalogue is None:
            say_broken(work.loaded, lang)
        if not kept:
            write_report(run.pieces, output, work.read, machine=format_.machine)
        say_counts(run.summary, output, lang, table=not format_.findings, kept=kept)
        if work.copies and work.loaded.catalogue is not None:
            from anju_cli.commands.marked_output import write_copies

            write_copies(run.marks, work.copies)
    return run.summary.result.code


def _write_by_department(work: _Work, folder: str) -> int:
    """A report for each department, and the exit code of them all."""
    from anju_cli.commands.department_pages import write_pages
    from anju_cli.run.by_department import write_by_department

    loaded, catalogue = work.loaded, work.loaded.catalogue
    if catalogue is None:
        say_broken(loaded, work.settings.lang)
        return 2
    with progress() as on_progress:
        run = write_by_department(work.request, loaded, catalogue, work.style, on_progress)
    write_pages(run, folder, work.format, work.read, work.settings.lang)
    return run.summary.result.code


def _copies(settings: ReportOptions, read: tuple[str, ...]) -> "CopyRequest | None":
    """The marked copies asked for; what makes them is loaded where they are."""
    if settings.marked is None and not settings.clear_marks:
        return None
    from anju_cli.commands.marked_output import copy_request

    read = read if settings.output is None else (*read, settings.output)
    return copy_request(settings.paths, settings.marked, settings.lang, read, clear=settings.clear_marks)


def _marks() -> Callable[[Outcome, View], Iterator[Passage]]:
    from anju_cli.marked_copies.marks import passages

    return passages


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
