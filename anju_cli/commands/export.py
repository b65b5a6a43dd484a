"""`anju export`: the page that leaders read."""

import typer

from anju_cli.commands import options as given
from anju_cli.commands.reporting import Asked, report
from anju_cli.commands.speaking import Command

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command(name="export", cls=Command, help=given.SAY["export"], no_args_is_help=True)
def export(
    paths: given.Paths,
    targets: given.Targets = None,
    format_: given.Format = None,
    output: given.Output = None,
    year: given.Years = [],  # noqa: B006 - Typer reads it and never writes to it
    all_years: given.AllYears = False,
    department: given.Departments = [],  # noqa: B006
    area: given.Areas = [],  # noqa: B006
    basis: given.Bases = [],  # noqa: B006
    fail_on: given.FailOn = [],  # noqa: B006
    lang: given.Lang = None,
    color: given.Colour = "auto",
    verbose: given.Verbose = False,
    debug: given.Debug = False,
) -> None:
    """Run and write; the words of --help are in `texts`."""
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
        fail_on=tuple(fail_on),
        lang=lang,
        color=color,
        verbose=verbose,
    )
    report(asked, usual="markdown")
