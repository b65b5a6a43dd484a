"""A grid with the places of its cells in the text that excerpts are taken from."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from anju_cli.readers.nodes import Mark
from anju_cli.readers.sheets.grid import Grid

#: Where the cell of a row and a column, both from one, begins and ends; an empty cell where it would stand.
Marks: TypeAlias = Callable[[int, int], tuple[Mark, Mark]]


class Sheet(NamedTuple):
    """A table as it was read, and where its cells stand."""

    grid: Grid
    marks: Marks
