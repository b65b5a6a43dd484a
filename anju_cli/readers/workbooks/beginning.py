"""The first texts of a workbook, for a guess at what it holds: nothing is parsed, and nothing is believed."""

import re
from itertools import pairwise
from zipfile import ZipFile

_TEXT = re.compile(r"<t(?:\s[^>]*)?>([^<]*)</t>")
#: Where the texts of cells stand, and what of it is looked at.
_PARTS = ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
_HEAD = 8192


def beginning_of_workbook(path: str) -> str:
    """Its first texts, a line each; one without a colon stands before the next one too, as its key."""
    try:
        with ZipFile(path) as archive:
            heads = [_head(archive, part) for part in _PARTS if part in archive.NameToInfo]
    except Exception:  # noqa: BLE001 - whatever is wrong with a book is told when it is read
        return ""
    texts = [text for head in heads for text in _TEXT.findall(head)]
    keyed = [f"{key}:{text}" for key, text in pairwise(texts) if ":" not in key and ":" not in key]
    return "\n".join([*texts, *keyed])


def _head(archive: ZipFile, part: str) -> str:
    with archive.open(part) as file:
        return file.read(_HEAD).decode("utf-8", "ignore")
