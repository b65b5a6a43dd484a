"""What every form of workbook comes to: its sheets as grids, or why it is not read; and how much a book may hold.

Whatever is wrong with the file as a whole is raised as a `BookError` with a `BookFault`: data, no words.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from anju_cli.readers.content import WORKBOOK_BYTES
from anju_cli.readers.sheets.grid import Grid

#: Why a book is not read. `renamed` and `another_package` carry what the file is by its content.
FaultKind: TypeAlias = Literal[
    "renamed", "another_package", "encrypted", "macros", "external_links", "damaged_zip", "damaged_xml",
    "damaged_sheet", "missing_part", "duplicate_part", "duplicate_sheet", "doctype", "zip_bomb", "too_much",
]  # fmt: skip

#: A return has some seventy rows; with 60,000 cells, all of them faulty, a check takes some 200 MiB.
LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "file": WORKBOOK_BYTES,
        "parts": 10_000,
        "part": 32_000_000,  # bytes of one part, unpacked
        "unpacked": 64_000_000,  # bytes of all parts read
        "elements": 2_000_000,
        "names": 20_000,  # different names of elements, attributes and name spaces in a part
        "depth": 256,
        "token": 1_000_000,  # bytes of one tag or comment
        "sheets": 256,
        "strings": 200_000,
        "characters": 10_000_000,  # of all cells and shared strings
        "cell_text": 32_767,  # characters; what Excel takes
        "cells": 60_000,
        "areas": 20_000,
        "area_cells": 500_000,
        "formats": 5_000,  # Excel takes some 250 of a book's own
        "records": 500_000,  # of a book of before 2007
        "rows": 262_144,  # the last rows of its sheets, added up
    }
)


class BookFault(NamedTuple):
    """Why a book is not read."""

    kind: FaultKind
    arguments: Mapping[str, str] = MappingProxyType({})


class Book(NamedTuple):
    """A workbook's sheets in its order, and the names of those passed over; or why it is not read."""

    sheets: tuple[Grid, ...] = ()
    passed: tuple[str, ...] = ()
    fault: BookFault | None = None


class BookError(Exception):
    """The book is not read; `fault` says why."""

    def __init__(self, kind: FaultKind, **arguments: str) -> None:
        super().__init__(kind)
        self.fault = BookFault(kind, arguments)


class Budget:
    """What a book may still use of each limit."""

    def __init__(self) -> None:
        self.rest = dict(LIMITS)

    def spend(self, limit: str, amount: int) -> None:
        """Take an amount off a limit that all parts share."""
        self.rest[limit] -= amount
        if self.rest[limit] < 0:
            raise _too_much(limit)


def _too_much(limit: str) -> BookError:
    return BookError("too_much", limit=limit, most=str(LIMITS[limit]))


def within(limit: str, amount: int) -> None:
    """Refuse a book that goes beyond a limit of a part, a text or the like."""
    if amount > LIMITS[limit]:
        raise _too_much(limit)
