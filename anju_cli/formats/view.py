"""How a result is to be shown: chosen by the command, read by every format."""

from typing import NamedTuple


class View(NamedTuple):
    """Language, width in columns (100 off a terminal), colour, whether folded parts are shown, version."""

    lang: str = "zh"
    width: int = 100
    color: bool = False
    verbose: bool = False
    version: str = ""
