"""The help of a command: every word folded into its column, none cut."""

from typing import Any

from anju_cli.characters import columns
from anju_cli.formats.layout import Line, Piece, broken, pad, plain
from anju_cli.texts.help import SAY

#: A name wider than this has its words beneath it.
WIDEST_NAME = 28


def help_page(command: Any, context: Any, width: int) -> str:
    """How it is used, what it does with examples, then its arguments, options and commands."""
    parameters = [parameter for parameter in command.get_params(context) if not parameter.hidden]
    arguments = [parameter for parameter in parameters if parameter.param_type_name == "argument"]
    options = [parameter for parameter in parameters if parameter.param_type_name == "option"]
    names = command.list_commands(context) if hasattr(command, "list_commands") else []
    lines: list[Line] = [[Piece(command.get_usage(context))], [], *_text(SAY[command.name or "app"], width)]
    lines += _table("arguments", [(_argument(argument), _words(argument)) for argument in arguments], width)
    lines += _table("options", [(_option(option), _words(option)) for option in options], width)
    lines += _table("commands", [(name, SAY[name].partition("\n")[0]) for name in names], width)
    return plain(lines)


def _text(text: str, width: int) -> list[Line]:
    """Paragraphs and examples, each with its indent."""
    lines: list[Line] = []
    for line in text.split("\n"):
        indent = Piece(line[: len(line) - len(line.lstrip())])
        lines += [[indent, row] for row in broken(Piece(line.strip()), width - len(indent.text))]
    return lines


def _table(title: str, rows: list[tuple[str, str]], width: int) -> list[Line]:
    """Names and their words, the words in a column of their own."""
    if not rows:
        return []
    room = 4 + min(max(columns(name) for name, _ in rows), WIDEST_NAME)
    lines: list[Line] = [[], [Piece(SAY[title])]]
    for name, words in rows:
        first, *rest = broken(Piece(words), width - room)
        if columns(name) + 4 > room:
            lines.append([Piece(f"  {name}")])
            name = ""  # noqa: PLW2901 - it stands above
        lines.append([Piece(pad(f"  {name}", room)), first])
        lines += [[Piece(" " * room), row] for row in rest]
    return lines


def _argument(argument: Any) -> str:
    several = "texts_metavar" if argument.nargs != 1 else "text_metavar"
    return f"{argument.metavar} {SAY[several]}"


def _option(option: Any) -> str:
    """Its names, the short one first, and what it takes."""
    return f"{', '.join(sorted(option.opts, key=len))} {SAY['flag_metavar'] if option.is_flag else option.metavar}"


def _words(parameter: Any) -> str:
    """What it is for, what it is when left out, and whether it may be."""
    value = SAY["default"].format(value=parameter.default) if isinstance(parameter.default, str) else ""
    return " ".join(filter(None, (parameter.help, value, SAY["required"] if parameter.required else "")))
