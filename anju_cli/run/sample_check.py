"""What check finds in the samples that `anju explain` shows."""

from pathlib import Path

from anju_cli.loading import load_catalogue, load_shipped
from anju_cli.loading.files import read_file
from anju_cli.outcome import Finding
from anju_cli.readers import Vocabulary
from anju_cli.run.pipeline import Request, broken_outcome, carry_out

#: How workbooks begin.
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def check_sample(paths: tuple[str, ...], folder: str, is_catalogue: bool) -> tuple[Finding, ...]:
    """What check finds in a sample, with the shipped catalogue; the samples' folder is not shown."""
    loaded = load_catalogue(paths[0]) if is_catalogue else load_shipped()
    if loaded.catalogue is None:
        findings = broken_outcome(loaded).findings
    else:
        findings = carry_out(Request(paths), loaded, loaded.catalogue).findings
    return tuple(_without_folder(finding, f"{folder}/") for finding in findings)


def sample_text(path: Path) -> str:
    """A sample as it is shown: a workbook by its rows, any other file as the text that it is."""
    raw = path.read_bytes()
    if not raw.startswith(_WORKBOOKS):
        return raw.decode("utf-8", "replace")
    return read_file(str(path), Vocabulary(bool)).document.text


def _without_folder(finding: Finding, folder: str) -> Finding:
    """The same finding with its file's bare name: the same words on every machine."""
    place, arguments = finding.diagnostic.place, finding.diagnostic.arguments
    diagnostic = finding.diagnostic._replace(
        place=place._replace(path=place.path.removeprefix(folder)),
        arguments={key: value.replace(folder, "") for key, value in arguments.items()},
    )
    related = tuple(place._replace(path=place.path.removeprefix(folder)) for place in finding.related)
    return finding._replace(diagnostic=diagnostic, related=related)
