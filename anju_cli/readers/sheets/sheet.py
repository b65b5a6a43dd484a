"""A grid with the places of its cells in the text that excerpts are taken from."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from anju_cli.readers.content import Fault
from anju_cli.readers.nodes import Mark
from anju_cli.readers.sheets.grid import Grid

#: Findings about a report's shape whose words would speak of YAML.
KINDS: Mapping[str, str] = {"ANJ008/no_figures": "table_no_figures", "ANJ106/missing": "table_missing"}

#: Where the cell of a row and a column, both from one, begins and ends; an empty cell where it would stand.
Marks: TypeAlias = Callable[[int, int], tuple[Mark, Mark]]


#: What is to be told of a row whose cells do not stand under their columns, so that no figure may be taken from them.
Misfits: TypeAlias = Callable[[int], Fault | None]


def no_misfits(head_row: int, keys: Mapping[int, str]) -> Misfits:  # noqa: ARG001 - in a workbook every cell has its column
    """None at all: in a workbook every cell stands in its column."""
    return lambda _: None


class Sheet(NamedTuple):
    """A table as it was read, and where its cells stand.

    `misfits` are the rows that do not fit a head, by its last row and the keys of its columns (`value`, `note`).
    """

    grid: Grid
    marks: Marks
    misfits: Callable[[int, Mapping[int, str]], Misfits] = no_misfits
