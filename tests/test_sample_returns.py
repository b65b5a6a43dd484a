"""The imagined returns of the manual are what their script writes, and each is marked as imagined."""

import pytest

from tests.command_line import CommandLine
from tests.sample_returns import FOLDER, SAMPLES


def test_the_folder_holds_nothing_else() -> None:
    """What the manual checks as a folder is what the script writes."""
    assert sorted(SAMPLES) == sorted(path.name for path in FOLDER.iterdir())


@pytest.mark.parametrize("name", SAMPLES)
def test_a_return_is_what_the_script_writes(name: str) -> None:
    """Byte for byte, so that nobody has to trust a binary file."""
    assert SAMPLES[name]() == (FOLDER / name).read_bytes()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_return_is_marked_as_imagined(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its figures are shown as sample data wherever they are shown."""
    anju = CommandLine(monkeypatch, capsys)
    assert "示例数据(虚构)" in anju("check", FOLDER / name, "-q").out
