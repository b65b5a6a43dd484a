"""`anju targets`: list and search the promises of the catalogue."""

from typing import Annotated

import typer

from anju_cli.characters import visible
from anju_cli.commands import choices, options
from anju_cli.commands.console import loaded_catalogue, show, view_for
from anju_cli.commands.usage import Command
from anju_cli.formats.target_list import listing
from anju_cli.output import write_stderr, write_stdout
from anju_cli.texts.help import SAY

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)

Words = Annotated[list[str], typer.Argument(metavar=SAY["words_metavar"], help=SAY["words"], show_default=False)]
Where = Annotated[bool, typer.Option("--where", help=SAY["where"])]


@app.command(name="targets", cls=Command, help=SAY["targets"])
def targets(
    words: Words = [],  # noqa: B006 - Typer reads it and never writes to it
    where: Where = False,
    file: options.Targets = None,
    lang: choices.Lang = None,
    color: choices.Colour = "auto",
    debug: options.Debug = False,
) -> None:
    """List them; the words of --help are in `texts`."""
    loaded, catalogue = loaded_catalogue(file, lang)
    if where:
        write_stdout((f"{loaded.path}\n",), machine=False)
        return
    view = view_for(lang, color)
    found = listing(catalogue, tuple(words), view)
    if not found:
        write_stderr(SAY["no_target_found"].format(words=visible(" ".join(words))) + "\n")
        raise typer.Exit(3)
    show(found, view)
