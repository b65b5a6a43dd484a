"""Rows, columns and sheets that are hidden and count all the same."""

from collections.abc import Iterator, Sequence

from anju_cli.readers.content import Fault
from anju_cli.readers.sheets.figure_rows import FigureRow
from anju_cli.readers.sheets.sheet_reader import SheetReader


def hidden_faults(reader: SheetReader, figures: Sequence[FigureRow]) -> Iterator[Fault]:
    """What is hidden of a sheet's figures: its rows, its columns, all of it."""
    grid, nodes = reader.nodes.sheet.grid, reader.nodes
    rows = sorted({figure.row for figure in figures} & grid.hidden_rows)
    tables = reader.figure_tables
    columns = sorted({column for table in tables for column in table.slots.values()} & grid.hidden_columns)
    if rows:
        column = min(grid.rows[rows[0]])
        arguments = {"count": str(len(rows)), "rows": _numbers(rows)}
        yield Fault(
            "ANJ119", nodes.span(rows[0], column), "filtered" if grid.filtered else "rows", arguments, breaks=False
        )
    head = tables[0].head
    if columns:
        names = "、".join(cell.indicator or cell.text for column in columns if (cell := head.cells.get(column)))
        arguments = {"count": str(len(columns)), "columns": names}
        yield Fault("ANJ119", nodes.span(head.last_row, columns[0]), "columns", arguments, breaks=False)
    if grid.visibility != "visible":
        yield Fault("ANJ119", nodes.span(head.first_row, min(head.cells)), "sheet", {"sheet": grid.name}, breaks=False)


def _numbers(rows: Sequence[int]) -> str:
    """The first of some row numbers."""
    return "、".join(map(str, rows[:10])) + ("…" if len(rows) > 10 else "")  # noqa: PLR2004 - as many as fit a line
