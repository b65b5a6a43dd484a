"""Sheets of cells to the same nodes that a YAML report gives, each with its place."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from anju_cli.names import fold
from anju_cli.readers.content import Fault, Vocabulary
from anju_cli.readers.nodes import MappingNode
from anju_cli.readers.sheets.column_names import NUMBERS, looked_for
from anju_cli.readers.sheets.entry_owners import EntryOwners
from anju_cli.readers.sheets.figure_rows import FigureRow
from anju_cli.readers.sheets.hidden_parts import hidden_faults
from anju_cli.readers.sheets.row_words import row_text
from anju_cli.readers.sheets.sheet import Sheet
from anju_cli.readers.sheets.sheet_reader import MOST_FIGURES, SheetReader
from anju_cli.readers.sheets.sheet_reports import reports_of, with_entries

#: Sheets that say how to fill in others: nothing is said of them.
_INSTRUCTIONS = (
    "填表说明",
    "填报说明",
    "填写说明",
    "使用说明",
    "填报须知",
    "怎样填写",
    "填写须知",
    "样表",
    "封面",
    "目录",
    "instructions",
    "howto",
    "readme",
)
#: So many rows show what a sheet looks like.
_SHOWN_ROWS = 3

#: Question marks are looked for in as many rows.
_GARBLED_ROWS = 20


class Interpretation(NamedTuple):
    """The reports that sheets hold, and what was wrong on the way."""

    roots: tuple[MappingNode, ...] = ()
    faults: tuple[Fault, ...] = ()


def interpret(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> Interpretation:
    """The reports of all sheets that hold one. Never raises for what is in them."""
    readings: list[_Reading] = []
    count = 0
    for sheet in (sheet for sheet in sheets if sheet.grid.rows):
        reader = SheetReader(sheet, vocabulary, MOST_FIGURES - count)
        reader.read()
        readings.append(_Reading(reader, reader.figures()))
        count += len(readings[-1].figures)
    holding = [reading for reading in readings if reading.holds_figures]
    chosen = [reading for reading in holding if not reading.instructs and reading.figures] or holding[:1]
    reports = [report for reading in chosen for report in reading.reports()]
    faults = list(_faults(readings, chosen))
    return Interpretation(tuple(_with_entries(reports, readings, vocabulary)), tuple(faults))


class _Reading(NamedTuple):
    """A sheet as read."""

    reader: SheetReader
    figures: list[FigureRow]

    @property
    def holds_figures(self) -> bool:
        """Whether it has a table of figures, empty or not."""
        return bool(self.reader.figure_tables)

    @property
    def instructs(self) -> bool:
        """Whether its name says that it tells how to fill in others."""
        name = fold(self.reader.name)
        return any(word in name for word in _INSTRUCTIONS)

    def reports(self) -> list[MappingNode]:
        """Its reports; none where all its figures were refused, which says more than that there are none."""
        if not self.figures and "refused" in self.reader.ledger.fates.values():
            return []
        columns = self.reader.figure_tables[0]
        start = self.reader.nodes.marks(columns.head.first_row, min(columns.head.cells))[0]
        return reports_of(self.figures, self.reader.headings, start, chinese=columns.is_chinese)


def _faults(readings: Sequence[_Reading], chosen: Sequence[_Reading]) -> Iterator[Fault]:
    """What is wrong with the sheets, and which rows and sheets were not read."""
    headless = [] if chosen else sorted(readings, key=lambda reading: -len(reading.reader.best_row()[1]))[:1]
    for reading in readings:
        if reading not in headless:
            yield from reading.reader.ledger.faults
        if reading in chosen:
            yield from reading.reader.ledger.passed()
            yield from hidden_faults(reading.reader, reading.figures)
        elif reading in headless:
            yield _no_head(reading.reader)
        elif reading.reader.tables and not reading.holds_figures:
            yield from reading.reader.ledger.passed()
        elif not reading.instructs or reading.holds_figures:
            yield from _unread_sheet(reading)


def _no_head(reader: SheetReader, kind: str = "") -> Fault:
    """That no head was found, with the first rows and the names that were looked for."""
    row, keys = reader.best_row()
    if not kind and _is_garbled(reader):
        kind = "question_marks"
    elif keys and not kind:
        kind = "no_name" if keys.intersection(NUMBERS) else "no_value" if keys & {"indicator", "id"} else ""
    rows = [number for number in reader.nodes.sheet.grid.rows if reader.nodes.texts(number)]
    shown = (row_text(reader.nodes.texts(number)) for number in rows[:_SHOWN_ROWS])
    place = row or next(iter(rows), next(iter(reader.nodes.sheet.grid.rows)))
    column = min(reader.nodes.texts(place) or reader.nodes.sheet.grid.rows[place])
    arguments = {"sheet": reader.name, "rows": " / ".join(shown), "names": " ".join(looked_for())}
    return Fault("ANJ116", reader.nodes.span(place, column), kind, arguments, breaks=False)


def _is_garbled(reader: SheetReader) -> bool:
    """Whether a program that saved it had no Chinese characters in its encoding: it writes ? for each."""
    first = islice(reader.nodes.sheet.grid.rows, _GARBLED_ROWS)
    texts = [text for row in first for text in reader.nodes.texts(row).values()]
    return any("???" in text for text in texts) and all(map(str.isascii, texts))


def _unread_sheet(reading: _Reading) -> Iterator[Fault]:
    """A sheet beside those that were read: one that looks like a return is at fault."""
    reader = reading.reader
    _, keys = reader.best_row()
    if len(keys) > 1 and not reading.holds_figures:
        yield _no_head(reader, "sheet")
    elif keys or reading.holds_figures or reader.nodes.sheet.grid.visibility == "visible":
        row = next(iter(reader.nodes.sheet.grid.rows))
        column = min(reader.nodes.sheet.grid.rows[row])
        arguments = {"sheet": reader.name, "count": str(len(reader.nodes.sheet.grid.rows))}
        kind = "empty_sheet" if reading.holds_figures and not reading.figures else "sheet"
        yield Fault("ANJ118", reader.nodes.span(row, column), kind, arguments, breaks=False)


def _with_entries(
    reports: list[MappingNode], readings: Sequence[_Reading], vocabulary: Vocabulary
) -> list[MappingNode]:
    """The reports with the reasons and revisions of all sheets, each with the report that has its figure."""
    for layout in ("explanations", "revisions"):
        entries = [entry for reading in readings for table in reading.reader.entries(layout) for entry in table.rows]
        if not entries or not reports:
            continue
        owners = EntryOwners(reports, vocabulary.indicators)
        by_report: dict[int, list[MappingNode]] = {}
        for entry in entries:
            by_report.setdefault(owners.owner_of(entry, layout), []).append(entry)
        for index, own in by_report.items():
            reports[index] = with_entries(reports[index], layout, own)
    return reports
