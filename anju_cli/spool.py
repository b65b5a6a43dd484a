"""Passages on their way out: kept in a file without a name until the result is known, then put in order."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import groupby
from typing import IO, NamedTuple, Self, TypeAlias

from anju_cli.characters import visible
from anju_cli.errors import AnjuError
from anju_cli.formats.passages import Key, OutcomeFormat, Passage, Slot
from anju_cli.formats.view import View
from anju_cli.outcome import Outcome
from anju_cli.tally import summary_of

#: Up to so many bytes no file is needed.
SMALL = 4_000_000

#: A passage's slot (by number), its key, and where it stands: offset and length in bytes.
IndexEntry: TypeAlias = tuple[int, Key, int, int]


class Bundle(NamedTuple):
    """The passages of a portion as bytes, with their index: fit to be handed from one process to another."""

    entries: tuple[IndexEntry, ...]
    data: bytes


def bundle(passages: Iterable[Passage], slots: Iterable[Slot]) -> Bundle:
    """Passages put together; the index says which is where."""
    numbers = {slot.name: number for number, slot in enumerate(slots)}
    entries: list[IndexEntry] = []
    data = BytesIO()
    for name, text, key in passages:
        offset = data.tell()
        entries.append((numbers[name], key, offset, data.write(text.encode("utf-8", "surrogatepass"))))
    return Bundle(tuple(entries), data.getvalue())


class Spool:
    """Where bundles wait: in memory while they are small, then in a temporary file that no other program sees."""

    def __init__(self) -> None:
        self._file: IO[bytes] = BytesIO()
        self._end = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def take(self, portion: Bundle) -> tuple[IndexEntry, ...]:
        """Keep a bundle; its index as it is from now on."""
        start, self._end = self._end, self._end + len(portion.data)
        try:
            if start <= SMALL < self._end:
                self._file = _on_disk(self._file)
            self._file.seek(start)
            self._file.write(portion.data)
        except OSError as error:
            raise _failed(error) from error
        return tuple((slot, key, offset + start, length) for slot, key, offset, length in portion.entries)

    def document(self, entries: Iterable[IndexEntry], slots: tuple[Slot, ...]) -> Iterator[str]:
        """The passages of an index slot by slot, each slot in the order of its keys."""
        filled = {number: list(group) for number, group in groupby(sorted(entries), key=lambda entry: entry[0])}
        for number, slot in enumerate(slots):
            separator = slot.before
            for _, _, offset, length in filled.get(number, ()):
                yield separator
                yield self._read(offset, length)
                separator = slot.between
            yield slot.after if number in filled else slot.empty

    def _read(self, offset: int, length: int) -> str:
        try:
            self._file.seek(offset)
            return self._file.read(length).decode("utf-8", "surrogatepass")
        except OSError as error:
            raise _failed(error) from error


def _on_disk(memory: IO[bytes]) -> IO[bytes]:
    """A temporary file that goes on where memory ends; it has no name, or loses it when it is closed."""
    from tempfile import TemporaryFile

    file = TemporaryFile(prefix="anju-")  # noqa: SIM115 - the spool closes it
    memory.seek(0)
    file.write(memory.read())
    return file


def _failed(error: OSError) -> AnjuError:
    """Where the system keeps temporary files nothing more can be kept."""
    from tempfile import gettempdir

    return AnjuError("output_failed", path=visible(gettempdir()), why=error.strerror or type(error).__name__)


def rendered(format_: OutcomeFormat, outcome: Outcome, view: View) -> str:
    """The whole document of a run that is one portion, in the outcome's own order."""
    slots = format_.slots(view)
    passages = (*format_.passages(outcome, view), *format_.frame(summary_of(outcome), view))
    passages = tuple(passage._replace(key=()) for passage in passages)
    with Spool() as spool:
        return "".join(spool.document(spool.take(bundle(passages, slots)), slots))
