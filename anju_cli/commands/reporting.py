"""What check and export share: a request from options, a view, and the way out."""

import os
from typing import NamedTuple

import typer

from anju_cli.catalogue import Catalogue
from anju_cli.characters import visible
from anju_cli.commands.options import SAY, language, near
from anju_cli.commands.showing import view_for
from anju_cli.engine import Scope
from anju_cli.formats import FORMATS, SUFFIXES, View, remarks
from anju_cli.loading import find_files, load_catalogue
from anju_cli.outcome import Outcome
from anju_cli.output import write_file, write_stderr, write_stdout
from anju_cli.run import Request, broken_outcome, carry_out
from anju_cli.texts import texts


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
    fail_on: tuple[str, ...]
    lang: str | None
    color: str
    verbose: bool


def report(asked: Asked, usual: str) -> None:
    """Run, render in the format asked (`usual` where none is), write, exit."""
    if asked.all_years and asked.years:
        raise typer.BadParameter(SAY["both_years"])
    name = asked.format or _format_of(asked.output or "", usual)
    loaded = load_catalogue(asked.targets)
    catalogue = loaded.catalogue
    if catalogue is not None:
        outcome = carry_out(_request(asked, catalogue), loaded, catalogue)
    else:  # a broken catalogue has an outcome too, in whatever format was asked for
        outcome = broken_outcome(loaded)
    _write(asked, outcome, name, loaded.path)
    raise typer.Exit(outcome.result.code)


def _format_of(output: str, usual: str) -> str:
    """The format that a file's suffix asks for; one that is no format of ours would not open in its program."""
    suffix = os.path.splitext(output)[1].lower()
    if suffix and suffix not in SUFFIXES:
        choices = " ".join(SUFFIXES)
        raise typer.BadParameter(SAY["unknown_suffix"].format(value=visible(suffix), choices=choices))
    return SUFFIXES.get(suffix, usual)


def _request(asked: Asked, catalogue: Catalogue) -> Request:
    scope = Scope(
        years=asked.years,
        all_years=asked.all_years,
        departments=tuple(_department(name, catalogue) for name in asked.departments),
        areas=tuple(_area(name, catalogue) for name in asked.areas),
        bases=asked.bases,
    )
    return Request(asked.paths, scope, asked.fail_on)


def _department(name: str, catalogue: Catalogue) -> str:
    found = catalogue.department_names.find(name)
    if found is None:
        close = near(name, catalogue.departments)
        raise typer.BadParameter(SAY["unknown_department"].format(value=visible(name), near=close))
    return found.id


def _area(name: str, catalogue: Catalogue) -> str:
    for key, area in catalogue.areas.items():
        if name in (key, area.zh, area.en):
            return key
    raise typer.BadParameter(SAY["unknown_area"].format(value=visible(name), choices=" ".join(catalogue.areas)))


def _write(asked: Asked, outcome: Outcome, name: str, catalogue: str) -> None:
    text = FORMATS[name](outcome, _view(asked, name))
    if asked.output is None:
        write_stdout(text, machine=name != "text")
        return
    read = find_files(asked.paths, catalogue)
    write_file(asked.output, text, (*asked.paths, *read.files, *read.catalogues, catalogue))
    say = texts(language(asked.lang))
    result = say("result_line", why=remarks.result(outcome, say), code=outcome.result.code)
    write_stderr(f"{SAY['written'].format(path=visible(asked.output))}\n{result}\n")


def _view(asked: Asked, name: str) -> View:
    return view_for(asked.lang, asked.color, asked.verbose, terminal=name == "text" and asked.output is None)
