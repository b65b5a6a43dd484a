"""Marked copies: a file as it came, with its findings in it, or without those that anju put there before.

The literal table of the kinds of files that have room for marks.
"""

import os
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from anju_cli.marked_copies.marks import Mark
from anju_cli.marked_copies.refusals import RefusalKind, UnmarkableError
from anju_cli.texts import Texts

Marker: TypeAlias = Callable[[bytes, Sequence[Mark], Texts], bytes]
Clearer: TypeAlias = Callable[[bytes], bytes]


class Copying(NamedTuple):
    """How files of a kind are marked, and cleared of marks."""

    mark: Marker
    clear: Clearer


def _book() -> Copying:
    from anju_cli.marked_copies.book_clearing import cleared_book
    from anju_cli.marked_copies.workbook import marked_book

    return Copying(marked_book, cleared_book)


def _csv() -> Copying:
    from anju_cli.marked_copies.csv_copy import cleared_csv, marked_csv

    return Copying(marked_csv, cleared_csv)


def _yaml() -> Copying:
    from anju_cli.marked_copies.yaml_copy import cleared_yaml, marked_yaml

    return Copying(marked_yaml, cleared_yaml)


#: By suffix; a named file of another one is read as YAML, and marked as such.
COPYINGS: dict[str, Callable[[], Copying]] = {
    ".xlsx": _book,
    ".csv": _csv,
    ".tsv": _csv,
    ".yaml": _yaml,
    ".yml": _yaml,
}
#: Why files of some suffixes can't be marked at all.
_WITHOUT: dict[str, RefusalKind] = {".json": "no_room", ".xls": "old_workbook", ".et": "old_workbook"}


def copying_of(path: str) -> Copying:
    """How a file is marked."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix in _WITHOUT:
        raise UnmarkableError(_WITHOUT[suffix])
    return COPYINGS.get(suffix, _yaml)()


__all__ = ["COPYINGS", "Copying", "Mark", "UnmarkableError", "copying_of"]
