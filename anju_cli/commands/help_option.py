"""A command whose --help speaks the language of the rest."""

from typing import Any

from typer.core import TyperCommand

from anju_cli.texts.help import command_line_language, options


def spoken(option: Any) -> Any:
    """The help option with its words in the language asked."""
    if option is not None:
        option.help = options(command_line_language())["help"]
    return option


class Command(TyperCommand):
    """Typer's command, but for the words of its --help option."""

    def get_help_option(self, ctx: Any) -> Any:
        """Typer's, with our words."""
        return spoken(super().get_help_option(ctx))
