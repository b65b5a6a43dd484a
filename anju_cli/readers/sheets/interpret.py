"""A stand-in until the reader of sheets is there: nothing is read from any sheet."""

from collections.abc import Sequence
from typing import NamedTuple

from anju_cli.readers.content import Fault, Vocabulary
from anju_cli.readers.nodes import MappingNode
from anju_cli.readers.sheets.sheet import Sheet


class Interpretation(NamedTuple):
    """The reports that sheets hold, and what was wrong with them."""

    roots: tuple[MappingNode, ...] = ()
    faults: tuple[Fault, ...] = ()


def interpret(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> Interpretation:  # noqa: ARG001 - a stand-in
    """Nothing yet."""
    return Interpretation()
