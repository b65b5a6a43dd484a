"""How a result is to be shown: chosen by the command, read by every format."""

from typing import NamedTuple


class View(NamedTuple):
    """Language, width in columns (100 off a terminal), colour, folded parts shown or not, version, charts or not.

    On a `terminal` lines that name a place are folded too; `quiet` leaves nothing but the closing block.
    """

    lang: str = "zh"
    width: int = 100
    color: bool = False
    verbose: bool = False
    version: str = ""
    charts: bool = True
    terminal: bool = False
    quiet: bool = False
