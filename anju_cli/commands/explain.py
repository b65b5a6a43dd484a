"""`anju explain`: what a code means, what an indicator counts, how numbers may be written."""

from pathlib import Path
from typing import Annotated

import typer

from anju_cli.catalogue import Catalogue
from anju_cli.characters import visible
from anju_cli.commands import options as given
from anju_cli.commands.showing import loaded_catalogue, show, view_for
from anju_cli.commands.speaking import Command
from anju_cli.diagnostics import CODES
from anju_cli.formats.explanation import Sample, code_lines, indicator_lines, number_lines
from anju_cli.formats.layout import Line
from anju_cli.formats.view import View
from anju_cli.loading import Loaded
from anju_cli.names import Names
from anju_cli.run import check_sample
from anju_cli.samples import sample
from anju_cli.texts import texts
from anju_cli.texts.explaining import explaining

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


def complete_subjects(incomplete: str) -> list[str]:
    """Codes, ids and `numbers`."""
    codes = [code for code in (*CODES, "numbers") if code.startswith((incomplete.upper(), incomplete))]
    return codes + given.complete_indicators(incomplete)


Subject = Annotated[
    str,
    typer.Argument(
        metavar="SUBJECT",
        help=given.SAY["subject"],
        show_default=False,
        autocompletion=complete_subjects,
    ),
]


@app.command(name="explain", cls=Command, help=given.SAY["explain"], no_args_is_help=True)
def explain(
    subject: Subject,
    targets: given.Targets = None,
    lang: given.Lang = None,
    color: given.Colour = "auto",
    debug: given.Debug = False,
) -> None:
    """Show it; the words of --help are in `texts`."""
    view = view_for(lang, color)
    loaded, catalogue = loaded_catalogue(targets, lang)
    show(_lines(subject.strip(), loaded, catalogue, view), view)


def _lines(subject: str, loaded: Loaded, catalogue: Catalogue, view: View) -> list[Line]:
    more, say = explaining(view.lang), texts(view.lang)
    if subject.casefold() in {"numbers", "number", "数", "数的写法"}:
        return number_lines(view, more)
    if subject.upper() in CODES:
        code = subject.upper()
        return code_lines(code, _samples(code), view, say, more)
    found = catalogue.indicator_names.find(subject)
    if found is None:
        raise typer.BadParameter(_unknown(subject, catalogue))
    return indicator_lines(found.id, catalogue, view, say, more)


def _samples(code: str) -> list[Sample]:
    """The bad and the good sample, checked as `check` would."""
    shown: list[Sample] = []
    for which in ("bad", "good"):
        paths = sample(code, which)
        if paths:
            files = tuple((path.name, path.read_text("utf-8", "replace")) for path in paths)
            findings = check_sample(tuple(map(str, paths)), _base(paths), is_catalogue=code.startswith("ANJ7"))
            shown.append((which, files, tuple(one for one in findings if one.diagnostic.code == code)))
    return shown


def _base(paths: tuple[Path, ...]) -> str:
    return str(paths[0].parent)


def _unknown(subject: str, catalogue: Catalogue) -> str:
    close = catalogue.indicator_names.near(subject) or Names(dict.fromkeys(CODES, ())).near(subject)
    near = given.SAY["near"].format(near=" / ".join(close)) if close else ""
    return given.SAY["unknown_subject"].format(value=visible(subject), near=near)
