"""Styled lines to terminal sequences, by Rich."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.text import Text

from anju_cli.formats.layout import Line


def paint(lines: Iterable[Line], width: int) -> str:
    """The lines with colours; what stands in them is text, never markup."""
    console = Console(
        file=StringIO(),
        force_terminal=True,
        color_system="standard",
        width=max(width, 1),
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        for line in lines:
            text = Text.assemble(*((piece.text, piece.style) for piece in line))
            text.rstrip()
            console.print(text, soft_wrap=True)
    return captured.get()
