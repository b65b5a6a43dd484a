"""Files in portions, each with all the reports of its regions: nothing that is judged looks beyond its region."""

import re
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import Diagnostic
from anju_cli.loading.files import shown_path, suffix_of
from anju_cli.names import fold
from anju_cli.readers import is_workbook
from anju_cli.readers.encoding import beginning_of
from anju_cli.submission import NOTHING_WORDS, REPORT_KEYS

#: About so many files are read, judged and written at a time; a region with more is not split.
PORTION = 40

#: A workbook takes as long as so many other files.
_OF_WORKBOOK = 4

#: A file's region stands among its first bytes, or the guess is that it has none.
_HEAD = 4096

#: A key of the outermost level and what follows it: alone on its line, or between braces and commas; quoted or not.
_MEMBER = (
    r"""(?m)(?:^|[{,])[ \t]*["']?([^\s"'{},:：#][^"'{},:：\n]*)["']?[ \t]*[:：][ \t]*("[^"\n]*"|'[^'\n]*'|[^\n,}]*)"""
)
_KEYS = frozenset(map(fold, ("region", *REPORT_KEYS["region"])))

#: A path and the regions of its reports; `None` where one can't be read.
PlacedFile: TypeAlias = tuple[str, tuple[str | None, ...]]


class Portion(NamedTuple):
    """Files to judge together, and notes on paths that were passed over."""

    paths: tuple[str, ...]
    notes: tuple[Diagnostic, ...] = ()


def portions_of(paths: tuple[str, ...], notes: tuple[Diagnostic, ...], catalogue: Catalogue) -> list[Portion]:
    """Portions by a look at each file's first bytes. Few files are one."""
    if weight(paths) <= PORTION:
        return [Portion(paths, notes)]
    return regrouped([(path, (peek(path, catalogue),)) for path in paths], notes)


def regrouped(files: Iterable[PlacedFile], notes: tuple[Diagnostic, ...]) -> list[Portion]:
    """Portions of files whose regions are known; reports of several regions in one file keep these together."""
    portions: list[list[str]] = [[]]
    for _, paths in sorted(_by_region(files).items()):
        if weight(portions[-1]) >= PORTION:
            portions.append([])
        portions[-1] += paths
    homes = {shown_path(path): number for number, paths in enumerate(portions) for path in paths} if notes else {}
    beside: list[list[Diagnostic]] = [[] for _ in portions]
    for note in notes:
        beside[homes.get(note.place.path, 0)].append(note)
    return [Portion(tuple(paths), tuple(notes)) for paths, notes in zip(portions, beside, strict=True)]


def weight(paths: Iterable[str]) -> int:
    """How many files of text take as long."""
    return sum(_OF_WORKBOOK if is_workbook(suffix_of(path)) else 1 for path in paths)


def _by_region(files: Iterable[PlacedFile]) -> dict[str, list[str]]:
    first: dict[str, str] = {}
    groups: dict[str, list[str]] = {}
    for path, regions in files:
        names = [_first(region or "", first) for region in regions or (None,)]
        first |= dict.fromkeys(names[1:], names[0])
        groups.setdefault(names[0], []).append(path)
    together: dict[str, list[str]] = {}
    for name, paths in groups.items():
        together.setdefault(_first(name, first), []).extend(paths)
    return together


def _first(region: str, first: dict[str, str]) -> str:
    """The region that stands for all those which some file binds together."""
    while first.get(region, region) != region:
        region = first[region]
    return region


def peek(path: str, catalogue: Catalogue) -> str:
    """The region that a file seems to name, as it is written; the own one where it names none. Only a guess."""
    own = catalogue.catalogue.region.name
    for member in re.finditer(_MEMBER, _beginning(path)):
        if fold(member[1]) in _KEYS:
            text = member[2].partition(" #")[0].strip()
            region = text[1:-1].strip() if text[:1] in {'"', "'"} else text
            return own if region in NOTHING_WORDS or catalogue.region_names.find(region) else region
    return own


def _beginning(path: str) -> str:
    """A file's first characters; of one that can't be read none."""
    if is_workbook(suffix_of(path)):
        from anju_cli.readers.workbooks.beginning import beginning_of_workbook

        return beginning_of_workbook(path)
    try:
        with open(path, "rb") as file:
            return beginning_of(file.read(_HEAD))
    except (OSError, ValueError):
        return ""
