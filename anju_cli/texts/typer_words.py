"""Typer's own few words, bound to a language before Typer is imported: its panels are named at import."""

import gettext
import os
from pathlib import Path

_DOMAIN = "anju"


def bind(lang: str) -> None:
    """Let Typer speak `lang`; where there is no translation it speaks English."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain(_DOMAIN, str(Path(__file__).parent.parent / "locale"))
    gettext.textdomain(_DOMAIN)
