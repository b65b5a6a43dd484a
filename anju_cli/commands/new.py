"""`anju new`: a blank form for a department, or one for each."""

import os
from collections.abc import Mapping
from typing import Annotated, NamedTuple

import typer

from anju_cli.assessment import Scope
from anju_cli.catalogue import Catalogue
from anju_cli.characters import visible
from anju_cli.commands import candidates, choices, options
from anju_cli.commands.arguments import scope_of
from anju_cli.commands.console import loaded_catalogue, say_findings
from anju_cli.commands.older_forms import refuse_filled
from anju_cli.commands.progress_bar import progress
from anju_cli.commands.report_output import format_for, protected, write_and_say
from anju_cli.commands.usage import Command
from anju_cli.file_names import file_names
from anju_cli.loading import Loaded
from anju_cli.output import make_folder, write_files, write_stderr, write_stdout
from anju_cli.run import Request, carry_out
from anju_cli.templates import TEMPLATE_FORMATS
from anju_cli.templates.earlier import figures_of
from anju_cli.templates.rows import Assignment, leads_of, template_of
from anju_cli.texts import texts
from anju_cli.texts.help import SAY, command_line_language
from anju_cli.texts.languages import Argument

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


Year = Annotated[
    int | None,
    typer.Option("--year", metavar=SAY["year_metavar"], help=SAY["new_year"], parser=options.year, show_default=False),
]
Department = Annotated[
    str | None,
    typer.Option(
        "--department",
        metavar=SAY["department_metavar"],
        help=SAY["new_department"],
        autocompletion=candidates.departments,
    ),
]
AllDepartments = Annotated[
    str | None, typer.Option("--all-departments", metavar=SAY["folder_metavar"], help=SAY["all_departments"])
]
History = Annotated[list[str], typer.Option("--history", metavar=SAY["path_metavar"], help=SAY["history"])]
Schema = Annotated[str, typer.Option("--schema", metavar=SAY["path_metavar"], help=SAY["schema_path"])]
Format = Annotated[str | None, options.format_option("new_format", TEMPLATE_FORMATS)]


class _Forms(NamedTuple):
    """What the forms of a run share: their format, the year, last year's figures, the language, where a schema is."""

    format: str
    year: int
    previous: Mapping[str, str]
    lang: str
    schema: str

    def form(self, department: str | None, catalogue: Catalogue) -> str | bytes:
        """The form of one department; without it, that of all indicators."""
        assignment = Assignment(self.year, department, self.previous, self.lang)
        return TEMPLATE_FORMATS[self.format].load()(template_of(catalogue, assignment, self.schema))


@app.command(name="new", cls=Command, help=SAY["new"], no_args_is_help=True)
def new(
    year: Year = None,
    department: Department = None,
    all_departments: AllDepartments = None,
    history: History = [],  # noqa: B006 - Typer reads it and never writes to it
    output: options.Output = None,
    format_: Format = None,
    schema: Schema = "report.schema.json",
    targets: options.Targets = None,
    lang: choices.Lang = None,
    color: choices.Colour = "auto",
    debug: options.Debug = False,
) -> None:
    """Write it; the words of --help are in `texts`."""
    if all_departments is not None and (department is not None or output is not None):
        raise typer.BadParameter(SAY["new_two_outputs"])
    name = format_for(format_, output, TEMPLATE_FORMATS) or ("yaml" if all_departments is None else "xlsx")
    loaded, catalogue = loaded_catalogue(targets, lang)
    form_year = _year(year, catalogue)
    lead = None if department is None else _lead(department, catalogue)
    previous, code = _last_year(tuple(history), form_year - 1, (loaded, catalogue), lang)
    forms = _Forms(name, form_year, previous, options.language(lang), schema)
    read = protected((loaded.path, *history))
    if all_departments is not None:
        _write_all(all_departments, forms, catalogue, read)
    else:
        refuse_filled([] if output is None else [output], catalogue)
        _write(output, forms.form(lead, catalogue), read)
    raise typer.Exit(code)


def _year(year: int | None, catalogue: Catalogue) -> int:
    """The year asked for: one that a figure may carry."""
    if year is None:
        raise typer.BadParameter(SAY["new_no_year"])
    first, last = catalogue.catalogue.span
    if not first <= year <= last:
        raise typer.BadParameter(SAY["new_year_outside"].format(first=first, last=last, value=year))
    return year


def _lead(department: str, catalogue: Catalogue) -> str:
    """The department asked for; one that leads nothing has nothing to fill in."""
    (name,) = scope_of((), (department,), (), (), catalogue, all_years=False).departments
    if name not in leads_of(catalogue):
        department = catalogue.department_in(name, command_line_language())
        write_stderr(SAY["new_leads_nothing"].format(department=visible(department)) + "\n")
        raise typer.Exit(3)
    return name


def _last_year(
    paths: tuple[str, ...], year: int, plan: tuple[Loaded, Catalogue], lang: str | None
) -> tuple[Mapping[str, str], int]:
    """The figures of a year that can be believed, and the exit code: 1 where the reports have faults.

    That there are none is said, and the form is whole without them; a path that is not there ends the run.
    """
    if not paths:
        return {}, 0
    with progress() as on_progress:
        outcome = carry_out(Request(paths, Scope(all_years=True)), *plan, on_progress)
    missing, say = outcome.coverage.missing, texts(options.language(lang))
    write_stderr("".join(say("no_path", path=path) + "\n" for path in missing))
    if missing:
        raise typer.Exit(2)
    say_findings(outcome, lang)
    figures = figures_of(outcome, year)
    if not figures:
        write_stderr(SAY["new_no_previous"].format(year=year) + "\n")
    return figures, int(outcome.result.code == 1)


def _write(output: str | None, form: str | bytes, read: tuple[str, ...]) -> None:
    """To a file that is none of those read, or to standard output."""
    if output is not None:
        write_and_say(form, output, read)
    elif isinstance(form, str):
        write_stdout((form,), machine=True)
    else:
        raise typer.BadParameter(SAY["new_no_stdout"])


def _write_all(folder: str, forms: _Forms, catalogue: Catalogue, read: tuple[str, ...]) -> None:
    """A file for each department that leads a promise."""
    leads = leads_of(catalogue)
    files = file_names(leads, f"-{forms.year}{TEMPLATE_FORMATS[forms.format].suffixes[0]}")
    paths = {name: os.path.join(folder, files[name]) for name in leads}
    make_folder(folder)
    refuse_filled(paths.values(), catalogue)
    write_files(((paths[name], (forms.form(name, catalogue),)) for name in leads), read)
    write_stderr(SAY["written_forms"].format(path=visible(folder), count=Argument(len(leads))) + "\n")
