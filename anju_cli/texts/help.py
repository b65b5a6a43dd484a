"""The words of the command line, found before Typer is loaded: they stand in its options."""

import os
import sys
from collections.abc import Mapping

from anju_cli.texts.languages import LANGUAGES


def command_line_language() -> str:
    """The language of --help: --lang on the command line, else ANJU_LANG, else Chinese."""
    arguments = sys.argv[1:]
    for index, argument in enumerate(arguments):
        choice = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            choice = arguments[index + 1]
        if choice in LANGUAGES:
            return choice
    choice = os.environ.get("ANJU_LANG", "")
    return choice if choice in LANGUAGES else "zh"


def options(lang: str) -> Mapping[str, str]:
    """The words of the command line in one language."""
    if lang == "en":
        from anju_cli.texts.en.options import OPTIONS
    else:
        from anju_cli.texts.zh.options import OPTIONS
    return OPTIONS
