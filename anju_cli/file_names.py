"""Names from outside as names of files: what no system takes is written otherwise, and no two are one file."""

import re
import unicodedata
from collections.abc import Iterable

from anju_cli.characters import HIDING

#: What some system does not take in a name; names that Windows keeps for devices, whatever follows a dot.
_FORBIDDEN = frozenset('<>:"/\\|?*') | HIDING | {"\t", "\n", "\r"}
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)

#: So many bytes of UTF-8; with a number, an ending and what writing adds it stays below the 255 that systems take.
_MOST_BYTES = 160


def file_names(names: Iterable[str], ending: str) -> dict[str, str]:
    """A file's name for each name; those that would be one, also where case makes no difference, are numbered."""
    taken: set[str] = set()
    files: dict[str, str] = {}
    for name in dict.fromkeys(names):
        safe, number = _safe(name), 1
        numbered = safe
        while numbered.casefold() in taken:
            number += 1
            numbered = f"{safe}-{number}"
        taken.add(numbered.casefold())
        files[name] = numbered + ending
    return files


def _safe(name: str) -> str:
    """Not hidden, no office program's lock file, no option, no device; not empty."""
    written = "".join("_" if character in _FORBIDDEN else character for character in unicodedata.normalize("NFC", name))
    short = written.encode("utf-8")[:_MOST_BYTES].decode("utf-8", "ignore")
    bare = short.strip(" .").lstrip("~-. ") or "_"
    return _DEVICE.sub(lambda device: f"{device[0]}_", bare, count=1) if _DEVICE.match(bare) else bare
