"""What the commands that only show something share: the catalogue, a view, writing lines."""

import os
import sys

import typer

from anju_cli import __version__
from anju_cli.catalogue import Catalogue
from anju_cli.commands.options import language
from anju_cli.formats import FORMATS
from anju_cli.formats.findings import brief
from anju_cli.formats.layout import Line, text_of
from anju_cli.formats.view import View
from anju_cli.loading import Loaded, load_catalogue
from anju_cli.outcome import Outcome
from anju_cli.output import write_stderr, write_stdout
from anju_cli.run import broken_outcome
from anju_cli.spool import rendered
from anju_cli.texts import texts

#: Off a terminal every report is this wide: the same bytes on every machine.
WIDTH = 100


def loaded_catalogue(given: str | None, lang: str | None) -> tuple[Loaded, Catalogue]:
    """The catalogue asked for; where it is faulty its findings are said and the run ends with 2."""
    loaded = load_catalogue(given)
    if loaded.catalogue is None:
        say_broken(loaded, lang)
        raise typer.Exit(2)
    return loaded, loaded.catalogue


def say_broken(loaded: Loaded, lang: str | None) -> None:
    """The faults of a catalogue that can't be used."""
    write_stderr(rendered(FORMATS["text"].check(), broken_outcome(loaded), View(lang=language(lang))))


def view_for(
    lang: str | None, color: str, verbose: bool = False, terminal: bool = True, *, quiet: bool = False
) -> View:
    """How to show something: as wide as the terminal, coloured as asked; `terminal` is false for files."""
    on_terminal = terminal and sys.stdout is not None and sys.stdout.isatty()
    return View(
        lang=language(lang),
        width=_terminal_width() if on_terminal else WIDTH,
        color=terminal and coloured(color, on_terminal),
        verbose=verbose,
        version=__version__,
        charts=not terminal or _draws(),
        terminal=on_terminal,
        quiet=quiet,
    )


def _draws() -> bool:
    """Whether standard output shows block characters one column wide: a console in GBK shows them in two."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return encoding.casefold().replace("-", "").startswith("utf")


#: More open findings than these are shown by `check` alone.
MOST_SHOWN = 20


def say_findings(outcome: Outcome, lang: str | None, shown: str | None = None) -> None:
    """Open findings in short, for a command that shows something else; not those of the indicator it has `shown`."""
    say = texts(language(lang))
    diagnostics = ((finding, finding.diagnostic) for finding in outcome.findings)
    findings = [
        finding
        for finding, diagnostic in diagnostics
        if diagnostic.open and (shown is None or diagnostic.indicator != shown)
    ]
    lines = [brief(finding, say) for finding in findings[:MOST_SHOWN]]
    if len(findings) > MOST_SHOWN:
        lines.append(say("more_findings", count=len(findings) - MOST_SHOWN))
    write_stderr("".join(f"{line}\n" for line in lines))


def show(lines: list[Line], view: View) -> None:
    """Write lines to standard output, coloured where the view says so."""
    write_stdout((text_of(lines, color=view.color),), machine=False)


def coloured(asked: str, on_terminal: bool) -> bool:
    """--color, then NO_COLOR (no-color.org), FORCE_COLOR, a dumb terminal, a pipe."""
    if asked != "auto":
        return asked == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return on_terminal and os.environ.get("TERM") != "dumb"


def _terminal_width() -> int:
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 40)
    except OSError:
        return WIDTH
