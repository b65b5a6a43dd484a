"""`anju schema`: a JSON Schema for editors and validators."""

import json
import os
from typing import Annotated

import typer

from anju_cli.characters import visible
from anju_cli.commands import choices, options
from anju_cli.commands.candidates import among
from anju_cli.commands.console import loaded_catalogue
from anju_cli.commands.report_output import write_and_say
from anju_cli.commands.usage import Command
from anju_cli.loading import load_catalogue
from anju_cli.output import write_stdout
from anju_cli.schemas import SCHEMAS
from anju_cli.texts.help import SAY

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)

_NAMES = {kind: schema.names for kind, schema in SCHEMAS.items()}

Kind = Annotated[
    str,
    typer.Argument(
        metavar=SAY["schema_metavar"],
        help=SAY["schema_kind"],
        show_default=False,
        parser=choices.choice_of(SCHEMAS, _NAMES),
        autocompletion=among((*SCHEMAS, *sum(_NAMES.values(), ()))),
    ),
]


@app.command(name="schema", cls=Command, help=SAY["schema"], no_args_is_help=True)
def schema(
    kind: Kind,
    targets: options.Targets = None,
    output: options.Output = None,
    lang: choices.Lang = None,
    color: choices.Colour = "auto",
    debug: options.Debug = False,
) -> None:
    """Print it, or write it to a file; the words of --help are in `texts`."""
    if output is not None and os.path.splitext(output)[1].lower() != ".json":
        raise typer.BadParameter(SAY["schema_suffix"].format(path=visible(output)))
    loaded = loaded_catalogue(targets, lang)[0] if SCHEMAS[kind].needs_catalogue else load_catalogue(targets)
    built = SCHEMAS[kind].build(loaded.catalogue, options.language(lang))
    text = json.dumps(built, ensure_ascii=False, indent=1) + "\n"
    if output is None:
        write_stdout((text,), machine=True)
        return
    write_and_say(text, output, (loaded.path,))
