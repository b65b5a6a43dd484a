"""Names of cells, columns and areas, as a sheet writes them."""

import re
from functools import lru_cache

from anju_cli.readers.sheets.grid import Area

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_LETTERS = re.compile(r"[A-Z]{1,3}", re.ASCII)
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """`A` is 1, `XFD` the last; 0 where there is no such column."""
    if not _LETTERS.fullmatch(letters):
        return 0
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number if number <= LAST_COLUMN else 0


def read_area(reference: str) -> Area | None:
    """`A1:C7` or `A1`; `None` where that is no area of a sheet."""
    first, _, last = reference.partition(":")
    ends = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last if ":" in reference else first)
    if ends[0] is None or ends[1] is None:
        return None
    area = Area(int(ends[0][2]), column_number(ends[0][1]), int(ends[1][2]), column_number(ends[1][1]))
    is_ordered = 1 <= area.first_column <= area.last_column and area.first_row <= area.last_row <= LAST_ROW
    return area if is_ordered else None


def columns_of(ranges: list[tuple[int, int]]) -> set[int]:
    """The columns of ranges, each looked at once however the ranges lie."""
    columns: set[int] = set()
    reach = 0
    for first, last in sorted(ranges):
        columns.update(range(max(first, reach + 1), min(last, LAST_COLUMN) + 1))
        reach = max(reach, last)
    return columns
