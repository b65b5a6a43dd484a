"""What tells the marks of a marked copy from what a clerk wrote: readers pass these over, `marked_copies` makes them."""

from anju_cli.readers.sheets.grid import Grid

#: Stands in the second row of the sheet of findings, whatever that is called.
SHEET_SIGN = "anju-marks/1"


def is_own_sheet(grid: Grid) -> bool:
    """Whether a sheet is the list of findings that anju added: nothing in it was filled in by anybody."""
    sign = grid.rows.get(2, {}).get(1)
    return sign is not None and sign.text.endswith(SHEET_SIGN)
