"""The workbooks among the samples are what the table of them makes: nothing is changed by hand."""

from pathlib import Path

import pytest

from tests.sample_workbooks import CASES, CODES, samples

SAMPLES = samples()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: "/".join(path.parts[-2:]))
def test_a_sample_is_what_it_is_made_of(path: Path) -> None:
    """Each file has the bytes that the table makes."""
    assert SAMPLES[path] == path.read_bytes()


def test_no_other_workbook_is_among_the_samples() -> None:
    """Each workbook of the samples and cases is in the table."""
    assert {path for folder in (CODES, CASES) for path in folder.rglob("*.xls*")} == set(SAMPLES)
