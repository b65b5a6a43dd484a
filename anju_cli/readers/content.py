"""What a reader gives: the plain shape, the text it came from, and what was wrong with the form of it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from anju_cli.names import Names
from anju_cli.places import Span
from anju_cli.readers.nodes import Node

#: A report needs five levels, a catalogue seven.
DEEPEST = 32
#: The shipped catalogue has some ten thousand values and ends of lists; a report of every indicator two thousand.
MOST_VALUES = 30_000


class Limits(NamedTuple):
    """How much a file may hold, in bytes and in values; the kinds find the words for one that holds more."""

    bytes: int = 5_000_000
    values: int = MOST_VALUES
    bytes_kind: str = ""
    values_kind: str = "count"


#: No yearly return is larger; a larger file is another file.
OF_REPORT = Limits()
#: A workbook may hold pictures.
WORKBOOK_BYTES = 20_000_000
#: A national plan has some 1,500 indicators, with quotes and definitions three megabytes of text.
OF_CATALOGUE = Limits(30_000_000, 500_000, "catalogue", "catalogue_count")

#: Says whether a text has a key of ours, to tell GB18030 from nonsense.
HasKnownKey: TypeAlias = Callable[[str], bool]


class Vocabulary(NamedTuple):
    """The words that a reader may know a report by: of its keys, its indicators' names, the own region's names."""

    has_known_key: HasKnownKey
    indicators: Names = Names({})
    regions: tuple[str, ...] = ()


class Fault(NamedTuple):
    """Something wrong with a file's form. `kind` and `arguments` are for the words.

    An error that `breaks` keeps every figure of the file from being judged; else it is about one place of it, or
    `withholds` the figures of the table below it.
    """

    code: str
    span: Span
    kind: str = ""
    arguments: dict[str, str] = {}  # noqa: RUF012 - never written to
    breaks: bool = True
    withholds: bool = False


class Content(NamedTuple):
    """What a file holds: the root of each report in it. `whole` is false where the rest of it could not be read.

    `text` is what excerpts are taken from, `encoding` empty where no byte of it was looked at. `kinds` names, by
    "CODE/kind", the findings about a report's shape that have words of their own for this format. `guessed` are the
    lines behind a slip that do not stand as they were meant.
    """

    roots: tuple[Node, ...] = ()
    faults: tuple[Fault, ...] = ()
    whole: bool = True
    text: str = ""
    encoding: str = ""
    kinds: Mapping[str, str] = MappingProxyType({})
    guessed: frozenset[int] = frozenset()

    @property
    def root(self) -> Node | None:
        """The first report, which in most files is the only one."""
        return self.roots[0] if self.roots else None


class StoppedError(Exception):
    """The rest of the file is not read; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault
