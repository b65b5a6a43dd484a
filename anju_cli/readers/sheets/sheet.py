"""A grid with the places of its cells in the text that excerpts are taken from."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from anju_cli.readers.content import Fault
from anju_cli.readers.nodes import Mark
from anju_cli.readers.sheets.grid import Grid

#: Where the cell of a row and a column, both from one, begins and ends; an empty cell where it would stand.
Marks: TypeAlias = Callable[[int, int], tuple[Mark, Mark]]


class Extent(NamedTuple):
    """A table as it was understood: the last row of its head, its own last row, and the key of each column by number.

    A column of an indicator has the key `value`, as one of figures has.
    """

    head_row: int
    last_row: int
    columns: Mapping[int, str]


class Misfits(NamedTuple):
    """Rows of a table whose cells do not stand under their columns: no figure may be taken from them."""

    rows: frozenset[int] = frozenset()
    faults: tuple[Fault, ...] = ()


def no_misfits(_: Extent) -> Misfits:
    """In a workbook every cell stands in its column."""
    return Misfits()


class Sheet(NamedTuple):
    """A table as it was read, where its cells stand, and which rows of a table in it do not fit its head."""

    grid: Grid
    marks: Marks
    misfits: Callable[[Extent], Misfits] = no_misfits
