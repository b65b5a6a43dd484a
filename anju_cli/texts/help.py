"""The words of the command line, found before Typer is loaded: they stand in its options."""

import os
import sys
from collections.abc import Mapping

from anju_cli.texts.languages import LANGUAGES


def command_line_language() -> str:
    """The language of --help: the last --lang on the command line, else ANJU_LANG, else Chinese."""
    choices = [os.environ.get("ANJU_LANG", "")]
    for argument, following in zip(sys.argv, [*sys.argv[1:], ""], strict=True):
        choices.append(argument.removeprefix("--lang=") if argument.startswith("--lang=") else "")
        choices.append(following if argument == "--lang" else "")
    return next((choice for choice in reversed(choices) if choice in LANGUAGES), "zh")


def options(lang: str) -> Mapping[str, str]:
    """The words of the command line in one language."""
    if lang == "en":
        from anju_cli.texts.en.options import OPTIONS
    else:
        from anju_cli.texts.zh.options import OPTIONS
    return OPTIONS


#: The words of the command line in the language of this run.
SAY = options(command_line_language())
