"""The catalogue: which one, and reading it whole or saying with line and caret why not."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from anju_cli.catalogue import Catalogue
from anju_cli.catalogue.building import build
from anju_cli.catalogue.compiled import load_compiled
from anju_cli.diagnostics import Diagnostic, Level
from anju_cli.loading.files import ReadFile, read_bytes, read_file, start_of
from anju_cli.loading.plain import NOTHING, Plain
from anju_cli.readers import Document, Vocabulary
from anju_cli.readers.content import OF_CATALOGUE
from anju_cli.readers.nodes import MappingNode

#: How the shipped catalogue is shown: the same words on every machine.
SHIPPED = "targets.yaml"


def _is_catalogue(text: str) -> bool:
    """Whether a text has a key of a catalogue."""
    return re.search(r"(?:^|\s)(?:catalogue|indicators|targets)\s*:", text) is not None


_VOCABULARY = Vocabulary(_is_catalogue)


class Loaded(NamedTuple):
    """A catalogue with its text, or the findings that forbid using it."""

    catalogue: Catalogue | None
    document: Document
    path: str
    diagnostics: tuple[Diagnostic, ...]


class CatalogueText(NamedTuple):
    """A catalogue's texts under its keys, where they stand, and what was wrong with their form."""

    raw: Mapping[str, Any]
    document: Document
    diagnostics: tuple[Diagnostic, ...]


def shipped_path() -> str:
    """The catalogue that came with anju: in the wheel, or beside the package in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "data" / SHIPPED
    return str(inside if inside.exists() else package.parent / "data" / SHIPPED)


def load_catalogue(option: str | None = None) -> Loaded:
    """Read the catalogue of --targets, else that of ANJU_TARGETS, else the shipped one; every fault is a finding."""
    path = option or os.environ.get("ANJU_TARGETS")
    return interpret(read_file(path, _VOCABULARY, OF_CATALOGUE), path) if path else load_shipped()


def load_shipped() -> Loaded:
    """The catalogue that came with anju, whatever else is asked for; shown by the same words everywhere.

    Its compiled form spares reading and validating it, where that was made from this very text.
    """
    path = shipped_path()
    try:
        content = Path(path).read_bytes()
    except OSError:
        return interpret(
            read_file(path, _VOCABULARY, OF_CATALOGUE)._replace(document=Document(SHIPPED, "", "", b"")), path
        )
    document = Document(SHIPPED, content.decode("utf-8", "replace"), "utf-8", content)
    compiled = load_compiled(document.sha256)
    if compiled is None:
        return interpret(read_bytes(SHIPPED, content, _VOCABULARY, OF_CATALOGUE), path)
    document.spans = compiled.places
    return Loaded(build(compiled.raw), document, path, ())


def read_shipped() -> CatalogueText:
    """The texts of the catalogue that came with anju, to be compiled; raises `ValueError` where it has a fault."""
    text = _texts(read_bytes(SHIPPED, Path(shipped_path()).read_bytes(), _VOCABULARY, OF_CATALOGUE))
    if isinstance(text, Loaded) or _validated(text).diagnostics:
        raise ValueError("the shipped catalogue has faults")
    return text


def interpret(file: ReadFile, path: str) -> Loaded:
    """A file's content as a catalogue."""
    text = _texts(file)
    return (text if isinstance(text, Loaded) else _validated(text))._replace(path=path)


def _texts(file: ReadFile) -> CatalogueText | Loaded:
    """The texts of a file; without them, what forbids using it."""
    faults = tuple(finding for finding in file.diagnostics if finding.level is Level.ERROR)
    root, document = file.content.root, file.document
    if faults or not isinstance(root, MappingNode):
        misshapen = (Diagnostic("ANJ701", start_of(document.path), kind="shape"),)
        return Loaded(None, document, document.path, faults or misshapen)
    plain = Plain(document)
    return CatalogueText(plain.take(root, NOTHING), document, tuple(plain.diagnostics))


def _validated(text: CatalogueText) -> Loaded:
    """Held to its shape; what that takes is loaded for a catalogue of one's own only."""
    from anju_cli.loading.validation import validated

    return validated(text)
