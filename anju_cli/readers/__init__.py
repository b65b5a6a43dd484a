"""Bytes to the plain shape with places: limits, encodings and a format's own ways end here.

The literal table of input formats.
"""

from collections.abc import Callable
from typing import TypeAlias

from anju_cli.readers.content import Content, Fault, Limits, Vocabulary
from anju_cli.readers.document import Document


def _yaml(raw: bytes, vocabulary: Vocabulary, limits: Limits) -> Content:
    from anju_cli.readers.yaml_reader import read_yaml

    return read_yaml(raw, vocabulary.has_known_key, limits)


def _json(raw: bytes, vocabulary: Vocabulary, limits: Limits) -> Content:
    from anju_cli.readers.json_reader import read_json

    return read_json(raw, vocabulary.has_known_key, limits)


def _csv(raw: bytes, vocabulary: Vocabulary, limits: Limits) -> Content:
    from anju_cli.readers.sheets.csv_reader import read_csv

    return read_csv(raw, vocabulary, limits)


Reader: TypeAlias = Callable[[bytes, Vocabulary, Limits], Content]

#: Suffix to reader. A folder is walked for these; a named file of another suffix is read as YAML.
READERS: dict[str, Reader] = {".yaml": _yaml, ".yml": _yaml, ".json": _json, ".csv": _csv, ".tsv": _csv}

__all__ = ["READERS", "Content", "Document", "Fault", "Reader", "Vocabulary"]
