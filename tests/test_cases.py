"""One folder a case: what stands in tests/cases/CODE is checked, and its text output is kept beside it.

Dropping a folder in is enough. Its files are the reports; a catalogue.yaml of its own takes the place of the shared
one, and where it is alone it is what is checked. `CODE-words` is a further case of a code, any other name a case of
several. With ANJU_WRITE_GOLDEN set, expected.txt is written; it is read by a person before it is committed.
"""

import os
from pathlib import Path

import pytest

from anju_cli.codes import CODES
from anju_cli.formats import View
from anju_cli.loading import load_catalogue
from anju_cli.outcome import Outcome
from anju_cli.readers import READERS
from anju_cli.run import Request, broken_outcome, carry_out
from tests.rendering import document

FOLDER = Path(__file__).parent / "cases"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())

#: Codes that no files of a folder can show.
WITHOUT_CASE = {
    "ANJ001": "needs a file that may not be read",
    "ANJ002": "needs a pipe or a device",
    "ANJ003": "needs a file of five megabytes",
    "ANJ014": "needs one file named twice",
}


def outcome_of(case: Path) -> Outcome:
    """What a case comes to; run in its folder, so that paths are bare names."""
    own = case / "catalogue.yaml"
    loaded = load_catalogue("catalogue.yaml" if own.exists() else os.path.join("..", "catalogue.yaml"))
    if loaded.catalogue is None:
        return broken_outcome(loaded)
    reports = (path for path in case.iterdir() if path.suffix in READERS)
    paths = sorted(path.name for path in reports if path.name != "catalogue.yaml")
    return carry_out(Request(tuple(paths)), loaded, loaded.catalogue)


@pytest.mark.parametrize("name", CASES)
def test_a_case_gives_what_is_expected(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text format, in Chinese, 100 columns wide, is what somebody last looked at."""
    case = FOLDER / name
    monkeypatch.chdir(case)
    text = document("text", outcome_of(case), View("zh", 100))
    if os.environ.get("ANJU_WRITE_GOLDEN"):
        (case / "expected.txt").write_bytes(text.encode("utf-8"))
    assert (case / "expected.txt").read_bytes().decode("utf-8") == text


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("ANJ")])
def test_a_case_shows_its_code(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a folder is named after is found in it."""
    monkeypatch.chdir(FOLDER / name)
    assert name[:6] in {finding.diagnostic.code for finding in outcome_of(FOLDER / name).findings}


def test_every_code_has_a_case_or_a_reason_for_none() -> None:
    """A code has a folder or stands in the table of those that no files can show, never both."""
    shown = {name[:6] for name in CASES if name.startswith("ANJ")}
    assert (set(CODES), set()) == (shown | set(WITHOUT_CASE), shown & set(WITHOUT_CASE))
