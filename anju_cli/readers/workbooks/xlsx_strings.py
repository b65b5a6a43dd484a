"""Texts of a workbook: runs in one, escapes undone, readings of characters (phonetic runs) left out."""

import re

from anju_cli.readers.workbooks.book import LIMITS, Budget, within
from anju_cli.readers.workbooks.xlsx_package import Elements, EndAction, Package, StartAction

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LONGEST = LIMITS["cell_text"]


class StringTable:
    """Texts that cells share, as they are gathered: runs in one, readings of characters (phonetic runs) left out."""

    def __init__(self, budget: Budget) -> None:
        self.strings: list[str] = []
        self.runs = TextRuns(budget)

    @property
    def elements(self) -> Elements:
        """What to do with the elements of the part."""
        starts = {"si": self.runs.begin, **self.runs.starts}
        return Elements("sst", starts, {"si": self._end, **self.runs.ends}, self.runs.pieces.append)

    def _end(self) -> None:
        self.strings.append(self.runs.end())


class TextRuns:
    """The text of one cell or shared string, put together from its runs."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.pieces: list[str] = []
        self.texts: list[str] = []
        self.is_reading = False
        self.length = 0

    @property
    def starts(self) -> dict[str, StartAction]:
        """What to do where an element begins."""
        return {"t": self._start_text, "rPh": self._start_reading}

    @property
    def ends(self) -> dict[str, EndAction]:
        """What to do where an element ends."""
        return {"t": self._end_text, "rPh": self._end_reading}

    def begin(self, _: dict[str, str] | None = None) -> None:
        """Another text begins."""
        self.texts.clear()
        self.is_reading = False

    def end(self) -> str:
        """The text, its escapes undone."""
        text = self.texts[0] if len(self.texts) == 1 else "".join(self.texts)
        if len(text) > _LONGEST:
            within("cell_text", len(text))
        return unescaped(text)

    def piece(self) -> str:
        """The characters gathered since the last element that counts."""
        text = self.pieces[0] if len(self.pieces) == 1 else "".join(self.pieces)
        length = len(text)
        self.length += length
        if length > _LONGEST:
            within("cell_text", length)
        return text

    def settle(self) -> None:
        """Charge for the characters so far."""
        self.budget.spend("characters", self.length)
        self.length = 0

    def _start_text(self, _: dict[str, str]) -> None:
        self.pieces.clear()

    def _end_text(self) -> None:
        if not self.is_reading:
            self.texts.append(self.piece())

    def _start_reading(self, _: dict[str, str]) -> None:
        self.is_reading = True

    def _end_reading(self) -> None:
        self.is_reading = False


def unescaped(text: str) -> str:
    """`_x000D_` is a carriage return; an underscore that only looks like one is written `_x005F_`.

    Two escapes may be the halves of one character; half a character alone is none.
    """
    if "_x" not in text:
        return text
    characters = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return characters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def read_strings(package: Package, part: str | None) -> list[str]:
    """The shared strings of a book; most written by programs have none."""
    table = StringTable(package.budget)
    if part is not None:
        package.parse(part, table.elements)
        package.budget.spend("strings", len(table.strings))
        table.runs.settle()
    return table.strings
