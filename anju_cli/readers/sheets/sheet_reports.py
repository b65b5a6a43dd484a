"""The reports of one sheet: figures by region, year and department, with what stands around the tables."""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from anju_cli.readers.nodes import MappingNode, Mark, ScalarNode, SequenceNode, text_of
from anju_cli.readers.sheets.column_names import GROUPS
from anju_cli.readers.sheets.figure_rows import Entry, FigureRow
from anju_cli.submission import REPORT_KEYS

#: A longer text is no answer that spaces could tell from another.
_LONGEST = 100
#: Groups that a row has to say something of, where others of its table do: none is read into a blank cell.
_NEEDED = ("region", "year", "department")


class Heading(NamedTuple):
    """Something said of all reports of a sheet; what a title alone says gives way to the rest."""

    key: str
    entry: Entry
    of_title: bool = False


def without_doubtful_groups(rows: list[FigureRow]) -> tuple[list[FigureRow], list[tuple[FigureRow, str]]]:
    """Rows of a table without group cells that are blank in all, and those that lack one which others have."""
    filled = {key for row in rows for key, (_, node) in row.groups.items() if text_of(node)}
    sound: list[FigureRow] = []
    doubtful: list[tuple[FigureRow, str]] = []
    for row in rows:
        blank = (key for key in _NEEDED if key in row.groups and not text_of(row.groups[key][1]))
        lacking = next((key for key in blank if key in filled), "")
        if lacking:
            doubtful.append((row, lacking))
        else:
            groups = {key: entry for key, entry in row.groups.items() if text_of(entry[1])}
            sound.append(row._replace(groups=groups) if len(groups) < len(row.groups) else row)
    return sound, doubtful


def reports_of(
    rows: Iterable[FigureRow], headings: Iterable[Heading], start: Mark, *, chinese: bool
) -> list[MappingNode]:
    """A report for each region, year, department, scope and sample that the rows name."""
    parts: dict[tuple[str, ...], list[FigureRow]] = {}
    for row in rows:
        parts.setdefault(tuple(_folded(row.groups.get(key)) for key in GROUPS), []).append(row)
    stated = _stated(headings)
    years = {key[GROUPS.index("year")] for key in parts} - {""}
    return [_report(part, stated, years, start, chinese=chinese) for part in parts.values()] or [
        _report([], stated, years, start, chinese=chinese)
    ]


def _stated(headings: Iterable[Heading]) -> dict[str, list[Heading]]:
    """What is said around the tables, by key: different answers all, equal ones once."""
    stated: dict[str, dict[str, Heading]] = {}
    for heading in sorted(headings, key=lambda heading: heading.of_title):
        answers = stated.setdefault(heading.key, {})
        if not (heading.of_title and _is_shorter(heading, answers)):
            answers.setdefault(_folded(heading.entry), heading)
    people = ("prepared_by", "reviewed_by", "date")  # several may have signed: the first is named
    return {key: list(answers.values())[: 1 if key in people else None] for key, answers in stated.items()}


def _is_shorter(title: Heading, answers: Iterable[str]) -> bool:
    """Whether a title names the region of a heading, with fewer or more of the levels above it."""
    region = _folded(title.entry) if title.key == "region" else ""
    return bool(region) and any(answer.endswith(region) or region.endswith(answer) for answer in answers)


def _report(
    rows: list[FigureRow], stated: Mapping[str, list[Heading]], years: set[str], start: Mark, *, chinese: bool
) -> MappingNode:
    """A report's node. Where rows say what a heading says otherwise, both are given if that is a year of no row."""
    groups = rows[0].groups if rows else {}
    entries: list[Entry] = []
    for key in REPORT_KEYS:
        if key in groups:
            entries.append(groups[key])
        if key not in groups:
            entries += [heading.entry for heading in stated.get(key, ())]
        elif key == "year":
            contrary = (heading for heading in stated.get(key, ()) if _folded(heading.entry) not in years)
            entries += [heading.entry for heading in contrary if not heading.of_title]
    begin = rows[0].entry[1].start if rows else start
    word = ScalarNode(REPORT_KEYS["figures"][0] if chinese else "figures", "plain", begin, begin)
    entries.append((word, MappingNode(tuple(row.entry for row in rows), begin)))
    return MappingNode(tuple(entries), start)


def with_entries(report: MappingNode, key: str, entries: list[MappingNode]) -> MappingNode:
    """A report with its reasons or revisions."""
    text = key if all(word.text.isascii() for word, _ in entries[0].entries) else REPORT_KEYS[key][0]
    word = ScalarNode(text, "plain", entries[0].start, entries[0].start)
    return report._replace(entries=(*report.entries, (word, SequenceNode(tuple(entries), entries[0].start))))


def _folded(entry: Entry | None) -> str:
    """What tells two answers apart."""
    if entry is None:
        return ""
    text = text_of(entry[1])
    return text if len(text) > _LONGEST else "".join(unicodedata.normalize("NFKC", text).split()).removesuffix("年")
