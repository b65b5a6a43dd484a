"""Bytes to the plain shape with places: limits, encodings and a format's own ways end here.

The literal table of input formats.
"""

from collections.abc import Callable
from typing import TypeAlias

from anju_cli.readers.content import WORKBOOK_BYTES, Content, Fault, Limits, Vocabulary
from anju_cli.readers.document import Document


def _yaml(raw: bytes, vocabulary: Vocabulary, limits: Limits) -> Content:
    from anju_cli.readers.yaml_reader import read_yaml

    return read_yaml(raw, vocabulary.has_known_key, limits)


def _json(raw: bytes, vocabulary: Vocabulary, limits: Limits) -> Content:
    from anju_cli.readers.json_reader import read_json

    return read_json(raw, vocabulary.has_known_key, limits)


def _workbook(raw: bytes, vocabulary: Vocabulary, limits: Limits) -> Content:
    from anju_cli.readers.workbooks.reader import read_workbook

    return read_workbook(raw, vocabulary, limits)


def _csv(raw: bytes, vocabulary: Vocabulary, limits: Limits) -> Content:
    from anju_cli.readers.csv.reader import read_csv

    return read_csv(raw, vocabulary, limits)


Reader: TypeAlias = Callable[[bytes, Vocabulary, Limits], Content]

#: Suffix to reader. A folder is walked for these.
READERS: dict[str, Reader] = {
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _json,
    ".csv": _csv,
    ".tsv": _csv,
    ".xlsx": _workbook,
    ".xls": _workbook,
    ".et": _workbook,
}
#: Other suffixes of spreadsheets and of documents: a named file is told by its reader what to do; in a folder it is
#: named as unread.
_NAMED = (
    *(".xlsm", ".xlsb", ".xltx", ".xltm", ".xlt", ".ett", ".ods", ".fods", ".ots", ".numbers"),
    *(".docx", ".docm", ".doc", ".wps", ".odt", ".rtf"),
)
NAMED_READERS: dict[str, Reader] = dict.fromkeys(_NAMED, _workbook)


def reader_of(suffix: str) -> Reader:
    """The reader of a named file; one of another suffix is read as YAML."""
    return READERS.get(suffix) or NAMED_READERS.get(suffix) or _yaml


def is_workbook(suffix: str) -> bool:
    """Whether a file is a workbook by its name."""
    return reader_of(suffix) is _workbook


def most_bytes(suffix: str, limits: Limits) -> int:
    """How many bytes of a file are read: a workbook may hold pictures, of which nothing is unpacked."""
    return max(limits.bytes, WORKBOOK_BYTES) if is_workbook(suffix) else limits.bytes


__all__ = [
    "NAMED_READERS",
    "READERS",
    "Content",
    "Document",
    "Fault",
    "Reader",
    "Vocabulary",
    "is_workbook",
    "most_bytes",
    "reader_of",
]
