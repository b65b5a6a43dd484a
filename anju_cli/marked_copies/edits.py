"""Edits of bytes by place, and the edits that undo them: nothing is ever written anew."""

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """What stands from `start` to `end` gives way to `new`."""

    start: int
    end: int
    new: bytes


def edited(raw: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with some edits made; those at one place in their order."""
    pieces, position = [], 0
    for start, end, new in _in_order(edits):
        pieces += [raw[position:start], new]
        position = end
    return b"".join([*pieces, raw[position:]])


def undoing(raw: bytes, edits: Iterable[Edit]) -> list[Edit]:
    """What turns the edited bytes into `raw` again."""
    inverse, shift = [], 0
    for start, end, new in _in_order(edits):
        inverse.append(Edit(start + shift, start + shift + len(new), raw[start:end]))
        shift += len(new) - (end - start)
    return inverse


def _in_order(edits: Iterable[Edit]) -> list[Edit]:
    return sorted(edits, key=lambda edit: edit[:2])
