"""`anju trend`: the course of each indicator over the years."""

import os
from typing import Annotated, NamedTuple

import typer

from anju_cli.catalogue import Catalogue
from anju_cli.characters import visible
from anju_cli.commands import candidates, choices, options
from anju_cli.commands.arguments import assumed, scope_of
from anju_cli.commands.console import loaded_catalogue, say_findings, view_for
from anju_cli.commands.progress_bar import progress
from anju_cli.commands.report_output import format_for, is_kept, say_counts, write_report
from anju_cli.commands.usage import Command
from anju_cli.formats import FORMATS
from anju_cli.method_comparison import compared
from anju_cli.other_methods import COMPARISONS
from anju_cli.run import Request, carry_out
from anju_cli.tally import summary_of
from anju_cli.texts.help import SAY
from anju_cli.timelines import Trend, courses

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


What = Annotated[
    list[str],
    typer.Argument(
        metavar=SAY["trend_metavar"],
        help=SAY["trend_paths"],
        show_default=False,
        autocompletion=candidates.paths_or_indicators,
    ),
]
Compare = Annotated[
    str | None,
    typer.Option(
        "--compare",
        metavar=SAY["compare_metavar"],
        help=SAY["compare"].format(choices=" ".join(COMPARISONS)),
        parser=choices.choice_of(COMPARISONS),
        autocompletion=candidates.among(COMPARISONS),
    ),
]


@app.command(name="trend", cls=Command, help=SAY["trend"], no_args_is_help=True)
def trend(
    what: What,
    targets: options.Targets = None,
    format_: options.Format = None,
    output: options.Output = None,
    department: options.Departments = [],  # noqa: B006 - Typer reads it and never writes to it
    what_if: options.WhatIf = [],  # noqa: B006
    compare: Compare = None,
    lang: choices.Lang = None,
    color: choices.Colour = "auto",
    debug: options.Debug = False,
) -> None:
    """Run and write; the words of --help are in `texts`."""
    name = format_for(format_, output) or "text"
    loaded, catalogue = loaded_catalogue(targets, lang)
    wanted = _wanted(what, catalogue)
    scope = scope_of((), tuple(department), (), (), catalogue, all_years=True, indicators=wanted.indicators)
    request = Request(wanted.paths, scope, what_if=assumed(tuple(what_if), catalogue))
    with progress() as on_progress:
        outcome = carry_out(request, loaded, catalogue, on_progress)
    shown = Trend(outcome, courses(outcome, wanted.indicators), compare, compared(outcome, compare))
    machine = FORMATS[name].machine
    view = view_for(lang, color, terminal=not machine and output is None)
    text = FORMATS[name].trend().render(shown, view)
    summary = summary_of(outcome)
    kept = is_kept(summary, output)
    if not kept:
        write_report((text,), output, (*wanted.paths, loaded.path), machine=machine)
    say_findings(outcome, lang)
    say_counts(summary, output, lang, table=not FORMATS[name].findings, kept=kept)
    raise typer.Exit(outcome.result.code)


class _Wanted(NamedTuple):
    """Which arguments are paths, and which name indicators."""

    paths: tuple[str, ...]
    indicators: tuple[str, ...]


def _wanted(what: list[str], catalogue: Catalogue) -> _Wanted:
    """What is there is a path; else what names an indicator is one; the rest is a path that is not there.

    A bare word is meant as a name, and is no path.
    """
    paths, indicators = [], []
    for argument in what:
        there = os.path.lexists(argument)
        indicator = None if there else catalogue.indicator_names.find(argument)
        if indicator is not None:
            indicators.append(indicator.id)
        elif there or set(argument) & set("./\\"):
            paths.append(argument)
        else:
            raise typer.BadParameter(_slip(argument, catalogue))
    if not paths:
        raise typer.BadParameter(SAY["trend_no_path"].format(value=visible(" ".join(what))))
    return _Wanted(tuple(paths), tuple(indicators))


def _slip(text: str, catalogue: Catalogue) -> str:
    """What to say of a bare word that is neither there nor an indicator."""
    near = choices.guess(catalogue.indicator_names.near(text))
    return SAY["trend_slip"].format(value=visible(text), near=near)
