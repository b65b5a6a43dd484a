"""The Typer app: the list of commands, and the one place where failures become words and a code."""

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Annotated, Any

import typer
import typer.main
from typer._completion_classes import completion_init  # what `add_completion` calls
from typer.core import TyperGroup
from typer.exceptions import TyperException

from anju_cli import __version__
from anju_cli.characters import visible
from anju_cli.commands.choices import Colour, Lang
from anju_cli.commands.usage import Spoken, usage_error
from anju_cli.errors import AnjuError
from anju_cli.output import write_stderr, write_stdout
from anju_cli.texts import LANGUAGES
from anju_cli.texts.help import SAY


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


def _schema() -> typer.Typer:
    from anju_cli.commands.schema import app

    return app


def _new() -> typer.Typer:
    from anju_cli.commands.new import app

    return app


#: A command is a module and its line here; only the one asked for is loaded.
COMMANDS: dict[str, Callable[[], typer.Typer]] = {
    "check": _check,
    "export": _export,
    "trend": _trend,
    "new": _new,
    "targets": _targets,
    "explain": _explain,
    "schema": _schema,
}


class _CommandGroup(Spoken, TyperGroup):
    """A group that loads a command when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        load = COMMANDS.get(cmd_name)
        return None if load is None else typer.main.get_command(load())

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            from anju_cli.commands.choices import near

            ctx.fail(_choices("no_such_command", value=visible(args[0]), near=near(args[0], COMMANDS)))
        return super().resolve_command(ctx, args)


def _choices(key: str, **arguments: str) -> str:
    """What is wrong with a command, and the commands there are."""
    return SAY[key].format(**arguments, choices=" ".join(COMMANDS))


app = typer.Typer(
    cls=_CommandGroup,
    help=SAY["app"],
    no_args_is_help=True,
    invoke_without_command=True,
    add_completion=False,
    options_metavar=SAY["options_metavar"],
    subcommand_metavar=SAY["command_metavar"],
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _version(flag: bool) -> None:
    if flag:
        write_stdout((f"anju {__version__}\n",), machine=False)
        raise typer.Exit


def _install_completion(flag: bool) -> None:
    if flag:
        from anju_cli.commands.shell_completion import install

        install()


def _show_completion(flag: bool) -> None:
    if flag:
        from anju_cli.commands.shell_completion import show

        show()


@app.callback()
def anju(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=SAY["version"], callback=_version, is_eager=True)] = False,
    install_completion: Annotated[
        bool,
        typer.Option(
            "--install-completion", help=SAY["install_completion"], callback=_install_completion, is_eager=True
        ),
    ] = False,
    show_completion: Annotated[
        bool,
        typer.Option("--show-completion", help=SAY["show_completion"], callback=_show_completion, is_eager=True),
    ] = False,
    lang: Lang = None,
    color: Colour = "auto",
) -> None:
    """What stands before the command holds for it; the words of --help are in `texts`."""
    del version, install_completion, show_completion  # their callbacks have seen to them
    context.default_map = {command: {"lang": lang, "color": color} for command in COMMANDS}
    if context.invoked_subcommand is None:
        context.fail(_choices("missing_command"))


def main() -> None:
    """Run the command line. A failure gets words and exit code 2; a traceback only under --debug."""
    _take_every_character()
    completion_init()
    try:
        _check_language()
        sys.exit(app(prog_name="anju", standalone_mode=False))
    except TyperException as error:
        write_stderr(usage_error(error))
        sys.exit(2)
    except AnjuError as error:
        write_stderr(f"anju: {_failure(error)}\n")
        sys.exit(2)
    except Exception as error:  # noqa: BLE001 - the one boundary; a fault of ours ends with 2 too
        write_stderr(_details() if "--debug" in sys.argv else f"anju: {_internal(error)}\n")
        sys.exit(2)


def _check_language() -> None:
    """A language that is not spoken is refused wherever it is set; nobody is to read another one in its place."""
    value = os.environ.get("ANJU_LANG", "")
    if value and value not in LANGUAGES:
        raise AnjuError("unknown_language", value=visible(value), choices=" ".join(LANGUAGES))


def _take_every_character() -> None:
    """What a stream can't encode it shows as an escape: completions too, which Typer writes itself."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _failure(error: AnjuError) -> str:
    """What stopped the run; the system's own reason in our words."""
    cause = error.__cause__
    if not isinstance(cause, OSError | ValueError):
        return SAY[error.code].format(**error.arguments)
    from errno import errorcode

    number = getattr(cause, "errno", None)
    key = "why_path" if number is None else f"why_{errorcode.get(number)}"
    why = SAY.get(key) or SAY["why_other"].format(number=number)
    return SAY[error.code].format(**{**error.arguments, "why": why})


def _internal(error: Exception) -> str:
    return SAY["internal"].format(version=__version__, error=type(error).__name__)


def _details() -> str:
    from traceback import format_exc

    return format_exc()
