"""What tells the marks of a marked copy from what a clerk wrote: readers pass over what `marked_copies` makes."""

import re

from anju_cli.readers.sheets.grid import Grid

#: Stands at the end of the second row of the sheet of findings, whatever that is called.
SHEET_SIGN = "anju-marks/1"
#: What the column of findings in a CSV file is called.
COLUMN = "anju 核对"

#: A finding, or the head of findings, as the last field of a line. `anju +2: ` says that two delimiters stand before it
#: that the row did not have.
_FIELD = re.compile(
    rf'[,;\t](?:"(?:anju(?: \+(\d{{1,5}}))?: (?:[^"\r\n]|"")*+|{COLUMN})"'
    rf'|anju(?: \+(\d{{1,5}}))?: [^,;\t"\r\n]*+|{COLUMN})[,;\t]*+(?=[\r\n]|\Z)'
)
_DELIMITERS = frozenset(",;\t")


def is_own_sheet(grid: Grid) -> bool:
    """Whether a sheet is the list of findings that anju added: nothing in it was filled in by anybody."""
    sign = grid.rows.get(2, {}).get(1)
    return sign is not None and sign.text.endswith(SHEET_SIGN)


def without_own_column(text: str) -> str:
    """A CSV text without the findings that anju added at the ends of its lines; every line stays where it is."""
    if "anju" not in text:
        return text
    pieces, position = [], 0
    for match in _FIELD.finditer(text):
        more = int(match[1] or match[2] or 0)
        start = match.start()
        if set(text[max(start - more, position) : start]) <= _DELIMITERS:
            start -= more
        pieces.append(text[position : max(start, position)])
        position = match.end()
    return "".join([*pieces, text[position:]])
