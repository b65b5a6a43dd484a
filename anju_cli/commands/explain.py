"""`anju explain`: what a code means, what an indicator counts, how numbers may be written."""

from typing import Annotated

import typer

from anju_cli.catalogue import Catalogue
from anju_cli.characters import visible
from anju_cli.codes import CODES
from anju_cli.codes.samples import sample
from anju_cli.commands import candidates, choices, options
from anju_cli.commands.arguments import assumed, indicator, scope_of
from anju_cli.commands.console import loaded_catalogue, say_findings, show, view_for
from anju_cli.commands.usage import Command
from anju_cli.formats import run_notes
from anju_cli.formats.explanation import Sample, code_lines, entry_lines, indicator_lines, number_lines
from anju_cli.formats.layout import Line, Piece, fold
from anju_cli.formats.view import View
from anju_cli.formats.working import working_lines, year_lines
from anju_cli.names import Names
from anju_cli.names import fold as fold_name
from anju_cli.outcome import Outcome
from anju_cli.output import write_stdout
from anju_cli.run import Request, carry_out
from anju_cli.run.sample_check import check_sample, sample_text
from anju_cli.texts import texts
from anju_cli.texts.explain_words import explain_words
from anju_cli.texts.glossary import Glossary, filled_report, glossary
from anju_cli.texts.help import SAY

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


Subject = Annotated[
    str,
    typer.Argument(
        metavar=SAY["subject_metavar"],
        help=SAY["subject"],
        show_default=False,
        autocompletion=candidates.in_catalogue(lambda catalogue: _subjects(catalogue, glossary("zh"))),
    ),
]


On = Annotated[list[str], typer.Option("--on", metavar=SAY["path_metavar"], help=SAY["on"])]
More = Annotated[list[str], typer.Argument(metavar=SAY["more_metavar"], help=SAY["on_more"], show_default=False)]


@app.command(name="explain", cls=Command, help=SAY["explain"], no_args_is_help=True)
def explain(
    subject: Subject,
    more: More = [],  # noqa: B006 - Typer reads it and never writes to it
    on: On = [],  # noqa: B006
    year: options.Years = [],  # noqa: B006
    all_years: options.AllYears = False,
    what_if: options.WhatIf = [],  # noqa: B006
    targets: options.Targets = None,
    lang: choices.Lang = None,
    color: choices.Colour = "auto",
    debug: options.Debug = False,
) -> None:
    """Show it; the words of --help are in `texts`."""
    view = view_for(lang, color)
    loaded, catalogue = loaded_catalogue(targets, lang)
    paths = (*on, *more)
    if not paths and (year or all_years or what_if):
        raise typer.BadParameter(SAY["on_needed"])
    if not paths:
        _explain(subject.strip(), catalogue, view)
        return
    id_ = indicator(subject.strip(), catalogue)
    scope = scope_of(tuple(year), (), (), (), catalogue, all_years=all_years, indicators=(id_,))
    outcome = carry_out(Request(paths, scope, what_if=assumed(tuple(what_if), catalogue)), loaded, catalogue)
    show(_working(id_, outcome, catalogue, view, tuple(year)), view)
    say_findings(outcome, lang, shown=id_)
    raise typer.Exit(outcome.result.code)


def _working(id_: str, outcome: Outcome, catalogue: Catalogue, view: View, years: tuple[int, ...]) -> list[Line]:
    """The working behind its judgements, or that there is none."""
    more, say = explain_words(view.lang), texts(view.lang)
    lines = working_lines(id_, outcome, view, say, more)
    if not any(judgement.indicator == id_ for judgement in outcome.judgements):
        name = catalogue.indicators[id_].name.in_(view.lang)
        lines += fold([Piece(more.words["working_none"].format(name=name))], view.width)
    lines += year_lines(id_, outcome, years, view, say)
    for path in outcome.coverage.missing:
        lines += fold([Piece(say("no_path", path=path), "bold red")], view.width)
    for remark in run_notes.lacking(outcome.coverage, outcome.catalogue, say):
        lines += fold([Piece(remark)], view.width)
    return lines


def _explain(subject: str, catalogue: Catalogue, view: View) -> None:
    """Show what a subject is; a report filled in is shown as it can be saved."""
    if fold_name(subject) in _REPORT:
        write_stdout((filled_report(view.lang),), machine=False)
        return
    show(_lines(subject, catalogue, view), view)


#: The subjects beside codes, indicators and the glossary's: the grammar of numbers, a report as such.
_NUMBERS = frozenset({"numbers", "number", "数", "数的写法"})
_REPORT = frozenset({"填报表", "report", "reports", "return", "returns"})


def _lines(subject: str, catalogue: Catalogue, view: View) -> list[Line]:
    more, say = explain_words(view.lang), texts(view.lang)
    if subject.casefold() in _NUMBERS:
        return number_lines(view, more)
    if subject.upper() in CODES:
        code = subject.upper()
        return code_lines(code, _samples(code), view, say, more)
    indicator, terms = catalogue.indicator_names.find(subject), glossary(view.lang)
    entries = terms.find(subject)
    if indicator is None and not entries:
        raise typer.BadParameter(_unknown(subject, catalogue, terms))
    about = indicator_lines(indicator.id, catalogue, view, say, more) if indicator else []
    lines = [line for part in (about, entry_lines(entries, terms.levels, view)) if part for line in ([], *part)]
    count = len(entries) + bool(about)
    if count == 1:
        return lines[1:]
    return [*fold([Piece(more.words["several"].format(subject=visible(subject), count=count))], view.width), *lines]


def _samples(code: str) -> list[Sample]:
    """The bad and the good sample, checked as `check` would."""
    shown: list[Sample] = []
    for which in ("bad", "good"):
        paths = sample(code, which)
        if paths:
            files = tuple((path.name, sample_text(path)) for path in paths)
            findings = check_sample(tuple(map(str, paths)), str(paths[0].parent), is_catalogue=code.startswith("ANJ7"))
            shown.append((which, files, tuple(finding for finding in findings if finding.diagnostic.code == code)))
    return shown


def _unknown(subject: str, catalogue: Catalogue, terms: Glossary) -> str:
    near = Names(dict.fromkeys(_subjects(catalogue, terms), ())).near(subject)
    return SAY["unknown_subject"].format(value=visible(subject), near=choices.guess(near))


def _subjects(catalogue: Catalogue, terms: Glossary) -> tuple[str, ...]:
    """Everything that can be explained, by every name."""
    return (*CODES, *catalogue.indicator_names.certain, *terms.names, *sorted(_NUMBERS | _REPORT))
