"""A command whose --help speaks the language of the rest, and says of every parameter what it takes."""

from copy import copy
from typing import Any

from typer.core import TyperCommand

from anju_cli.texts.help import command_line_language, options


class _FlagType(str):
    """What a flag takes, in the table of options: Typer leaves out what has `bool` in it once lowered."""

    __slots__ = ()

    def lower(self) -> str:
        """Nothing that Typer would look for."""
        return ""


def spoken(option: Any) -> Any:
    """The help option with its words in the language asked."""
    if option is not None:
        option.help = options(command_line_language())["help"]
    return option


def label_types(command: Any, ctx: Any) -> None:
    """Let the help of a command say that a flag is true or false, and of which arguments there may be several."""
    for parameter in command.get_params(ctx):
        if parameter.param_type_name == "option" and parameter.is_flag:
            parameter.metavar = _FlagType("<bool>")
        elif parameter.param_type_name == "argument" and parameter.nargs != 1:
            parameter.type = copy(parameter.type)
            parameter.type.name = f"list[{parameter.type.name}]"


class Command(TyperCommand):
    """Typer's command, but for the words of its --help option, its usage line and its table of options."""

    def get_help_option(self, ctx: Any) -> Any:
        """Typer's, with our words."""
        return spoken(super().get_help_option(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """The usage line: which arguments are needed, and of which there may be several."""
        arguments = [parameter for parameter in self.params if parameter.param_type_name == "argument"]
        return ["[OPTIONS]", *map(_usage, arguments)]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Typer's, with every type."""
        label_types(self, ctx)
        super().format_help(ctx, formatter)


def _usage(argument: Any) -> str:
    name = f"{{{argument.metavar}}}" if argument.required else f"[{argument.metavar}]"
    return name if argument.nargs == 1 else f"{name}..."
