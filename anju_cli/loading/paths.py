"""Paths as given to the files they stand for: folders walked sorted, the rest tried as named."""

import os
import re
import stat
from collections.abc import Mapping
from typing import NamedTuple

from anju_cli.readers import NAMED_READERS, READERS

#: What a return may come as that no reader knows: tables, prints, and our own suffixes with a slip or more behind them.
_LIKE_RETURN = (
    r"(?is)\.(?:tab|pdf|ofd|ymal|yalm|yam|jsn|json[l5c]"
    rf"|(?:{'|'.join(suffix[1:] for suffix in READERS)})\W.*)$"
)

#: How files begin that anju wrote, by suffix and kind. Compiled where a folder has such a file.
_BEGINNING = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*\{\s*"
_WRITTEN = {
    ".json": {
        "outcome": _BEGINNING + rb'"schema"\s*:\s*"anju/',
        "other": _BEGINNING + rb'"\$schema"\s*:\s*"https://json-schema\.org/',
    },
    ".csv": {
        "outcome": (
            "\ufeff?(?:地区,(?:年度,目标编号|指标编号,指标,计量单位,牵头部门,条款)"
            "|region,(?:year,target id|indicator,name,unit,lead department,clause)),"
        ).encode(),
    },
}


class FileSearch(NamedTuple):
    """The files to read, in order; how many were passed over in folders; paths that are not there.

    `again` are files named twice; `catalogues` the catalogue in use, met on the way. Among what was passed over,
    `unread` are files that look like returns, `outcomes` what anju wrote; `fruitless` are folders given that have
    nothing to read.
    """

    files: tuple[str, ...]
    passed_over: int
    missing: tuple[str, ...]
    again: tuple[str, ...]
    catalogues: tuple[str, ...]
    unread: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    fruitless: tuple[str, ...] = ()


def find_files(paths: tuple[str, ...], catalogue: str) -> FileSearch:
    """Walk `paths`; `catalogue` is the path of the one in use, which is no report."""
    search = _Search(catalogue)
    for path in paths:
        search.take(path)
    passed_over = sorted(met for identity, met in search.passed_over.items() if identity not in search.seen)
    return FileSearch(
        files=tuple(search.files),
        passed_over=len(passed_over),
        missing=tuple(search.missing),
        again=tuple(search.again),
        catalogues=tuple(search.catalogues),
        unread=tuple(path for kind, path in passed_over if kind == "unread"),
        outcomes=tuple(path for kind, path in passed_over if kind == "outcome"),
        fruitless=tuple(search.fruitless),
    )


class _Search:
    def __init__(self, catalogue: str) -> None:
        self.catalogue = _identity(catalogue)
        self.files: list[str] = []
        self.passed_over: dict[object, tuple[str, str]] = {}
        self.missing: list[str] = []
        self.again: list[str] = []
        self.fruitless: list[str] = []
        self.catalogues: list[str] = []
        self.seen: set[object] = set()

    def take(self, path: str) -> None:
        if os.path.isdir(path):
            before = len(self.files) + len(self.again)
            self._walk(path)
            if len(self.files) + len(self.again) == before:
                self.fruitless.append(path)
        elif not _exists(path):
            self.missing.append(path)
        else:
            self._add(path)

    def _walk(self, folder: str) -> None:
        """A folder and those in it, in order of name; a stack, so that no depth is too deep."""
        waiting = [folder]
        while waiting:
            path = waiting.pop()
            if path is not folder and not os.path.isdir(path):
                self._add(path)
                continue
            try:
                names = sorted(os.listdir(path), reverse=True)
            except OSError:
                self._add(path)
                continue
            waiting += [inner for name in names if (inner := os.path.join(path, name)) and self._wanted(inner, name)]

    def _wanted(self, path: str, name: str) -> bool:
        """Whether something met in a folder is read; what is not is kept by what it is."""
        is_folder = os.path.isdir(path)
        hidden = name.startswith((".", "~$")) or (is_folder and os.path.islink(path))
        kind = "hidden" if hidden else "" if is_folder else _kind(path, name)
        if kind:
            self.passed_over[_identity(path) or path] = (kind, path)
        return not kind

    def _add(self, path: str) -> None:
        identity = _identity(path)
        if identity == self.catalogue and identity is not None:
            self.catalogues.append(path)
        elif identity is not None and identity in self.seen:
            self.again.append(path)
        else:
            self.seen.add(identity)
            self.files.append(path)


def _kind(path: str, name: str) -> str:
    """What a file met in a folder is that is not read; nothing for one that is."""
    suffix = os.path.splitext(name)[1].lower()
    if suffix in READERS:
        return _written_kind(path, _WRITTEN[suffix]) if suffix in _WRITTEN else ""
    return "unread" if suffix in NAMED_READERS or re.search(_LIKE_RETURN, name) else "other"


def _written_kind(path: str, kinds: Mapping[str, bytes]) -> str:
    """What it is by its beginning, in whatever encoding: an outcome or trend of ours, a schema; nothing for a report.

    A report that has these words further down is a report: what is wrong with it is said when it is read.
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return ""
        with open(path, "rb") as file:
            head = file.read(1024).replace(b"\0", b"")
    except OSError:
        return ""
    return next((kind for kind, beginning in kinds.items() if re.match(beginning, head)), "")


def _exists(path: str) -> bool:
    """Whether something is there under that very name; `report.yaml/` is no file."""
    try:
        os.lstat(path)
    except PermissionError:
        return True  # it is there, and reading it will say that it may not be read
    except (OSError, ValueError):
        return False
    return True


def _identity(path: str) -> object:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino
