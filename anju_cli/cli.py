"""The Typer app: the list of commands, and the one place where failures become words and a code."""

import os
import sys
from collections.abc import Callable
from errno import ENOSPC
from io import TextIOWrapper
from typing import Annotated, Any

import typer
import typer.main
from typer.core import TyperGroup

from anju_cli import __version__
from anju_cli.characters import visible
from anju_cli.commands.choices import Colour, Lang
from anju_cli.commands.help_option import label_types, spoken
from anju_cli.errors import AnjuError
from anju_cli.output import write_stderr
from anju_cli.texts import LANGUAGES
from anju_cli.texts.help import command_line_language, options
from anju_cli.texts.typer_words import bind

SAY = options(command_line_language())


def _check() -> typer.Typer:
    from anju_cli.commands.check import app

    return app


def _export() -> typer.Typer:
    from anju_cli.commands.export import app

    return app


def _targets() -> typer.Typer:
    from anju_cli.commands.targets import app

    return app


def _explain() -> typer.Typer:
    from anju_cli.commands.explain import app

    return app


def _trend() -> typer.Typer:
    from anju_cli.commands.trend import app

    return app


#: A command is a module and its line here; only the one asked for is loaded.
COMMANDS: dict[str, Callable[[], typer.Typer]] = {
    "check": _check,
    "export": _export,
    "trend": _trend,
    "targets": _targets,
    "explain": _explain,
}


class _CommandGroup(TyperGroup):
    """A group that loads a command when it is asked for."""

    def get_help_option(self, ctx: Any) -> Any:
        return spoken(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        label_types(self, ctx)
        super().format_help(ctx, formatter)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        load = COMMANDS.get(cmd_name)
        return None if load is None else typer.main.get_command(load())


app = typer.Typer(
    cls=_CommandGroup,
    help=SAY["app"],
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(flag: bool) -> None:
    if flag:
        typer.echo(f"anju {__version__}")
        raise typer.Exit


@app.callback()
def anju(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help=SAY["version"], callback=_version, is_eager=True)] = False,  # noqa: ARG001 - its callback ends the run
    lang: Lang = None,
    color: Colour = "auto",
) -> None:
    """What stands before the command holds for it; the words of --help are in `texts`."""
    settings = {"lang": lang, "color": color}
    context.default_map = dict.fromkeys(COMMANDS, settings)


def main() -> None:
    """Run the command line. A failure gets words and exit code 2; a traceback only under --debug."""
    bind(command_line_language())
    _take_every_character()
    try:
        _check_language()
        app()
    except AnjuError as error:
        write_stderr(f"anju: {SAY[error.code].format(**error.arguments)}\n")
        sys.exit(2)
    except Exception as error:  # noqa: BLE001 - the one boundary; a fault of ours ends with 2 too
        write_stderr(_details() if "--debug" in sys.argv else f"anju: {_words(error)}\n")
        sys.exit(2)


def _check_language() -> None:
    """A language that is not spoken is refused wherever it is set; nobody is to read another one in its place."""
    value = os.environ.get("ANJU_LANG", "")
    if value and value not in LANGUAGES:
        raise AnjuError("unknown_language", value=visible(value), choices=" ".join(LANGUAGES))


def _take_every_character() -> None:
    """What a stream can't encode it shows as an escape: help and usage too, which Typer writes itself."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _words(error: Exception) -> str:
    """A full disk met while Typer writes its help; anything else is a fault of ours."""
    if isinstance(error, OSError) and error.errno == ENOSPC:
        return SAY["output_failed"].format(path="stdout", why=error.strerror)
    return SAY["internal"].format(version=__version__, error=type(error).__name__)


def _details() -> str:
    from traceback import format_exc

    return format_exc()
