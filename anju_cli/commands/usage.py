"""How a command is used, in the language of the run: its usage line, its help, and what was wrong with a usage."""

import sys
from typing import Any

from typer.core import TyperCommand
from typer.exceptions import TyperException

from anju_cli.characters import visible
from anju_cli.output import write_stdout
from anju_cli.texts.help import SAY


class Spoken:
    """What commands and their group share: Typer's ways, in our words."""

    params: list[Any]
    no_args_is_help: bool

    def parse_args(self, ctx: Any, args: list[str]) -> Any:
        """Typer's; what is wrong with them knows of its command. Nothing where something is needed shows the help."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            _show_help(ctx)
            ctx.exit(2)
        try:
            return super().parse_args(ctx, args)  # type: ignore[misc]  # Typer's command stands behind this class
        except TyperException as error:
            error.ctx = ctx  # type: ignore[attr-defined]  # Typer leaves it out where an option lacks its value
            raise

    def get_help_option(self, ctx: Any) -> Any:
        """Typer's, with our words: shells show them beside what they complete."""
        option: Any = super().get_help_option(ctx)  # type: ignore[misc]  # the same
        option.help, option.callback = SAY["help"], _help_asked
        return option

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        """The usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=SAY["usage"])

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The whole page: Typer's own cuts long Chinese texts off."""
        from anju_cli.commands.help_page import help_page

        formatter.write(help_page(self, ctx, formatter.width))


def _help_asked(context: Any, _option: Any, flag: bool) -> None:
    if flag and not context.resilient_parsing:
        _show_help(context)
        context.exit()


def _show_help(context: Any) -> None:
    """On standard output, whatever it can encode."""
    write_stdout((context.get_help(), "\n"), machine=False)


class Command(Spoken, TyperCommand):
    """Typer's command, in the language of the run."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """The options, then the arguments as they are called."""
        arguments = [parameter.metavar for parameter in self.params if parameter.param_type_name == "argument"]
        return [SAY["options_metavar"], *arguments]


def usage_error(error: Any) -> str:
    """How the command is used, where help is, and what was wrong."""
    context = error.ctx
    lines = [context.get_usage(), SAY["try_help"].format(command=context.command_path)]
    problem = SAY["usage_error"].format(problem=_problem(error))
    return "\n".join([*lines, *_rows(problem, context)]) + "\n"


def _rows(text: str, context: Any) -> list[str]:
    """A sentence, folded at a terminal; elsewhere it stays on one line."""
    if sys.stderr is None or not sys.stderr.isatty():
        return [text]
    from anju_cli.formats.layout import Piece, broken

    return [row.text for row in broken(Piece(text), context.make_formatter().width)]


def _problem(error: Any) -> str:
    """Typer tells its errors apart by what they know; its own sentences are English."""
    if hasattr(error, "possibilities"):
        from anju_cli.commands.choices import guess

        close = guess(tuple(error.possibilities or ()))
        return SAY["no_such_option"].format(value=visible(error.option_name), near=close)
    if hasattr(error, "option_name"):
        return _misused_option(error)
    if hasattr(error, "param_type"):
        return SAY["missing_argument"].format(name=error.param.metavar)
    if getattr(error, "param", None) is not None:
        parameter = error.param
        name = parameter.metavar if parameter.param_type_name == "argument" else " / ".join(parameter.opts)
        return SAY["bad_value"].format(option=name, problem=error.message)
    return str(error.message)


def _misused_option(error: Any) -> str:
    """An option without its value, or a flag with one."""
    name = error.option_name
    option = next(parameter for parameter in error.ctx.command.get_params(error.ctx) if name in parameter.opts)
    key = "option_takes_none" if option.is_flag else "option_needs_value"
    return SAY[key].format(value=name, metavar=option.metavar)
