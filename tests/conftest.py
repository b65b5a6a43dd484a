"""Fixtures that tests of several floors share."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from anju_cli.assessment import Scope
from anju_cli.outcome import Outcome
from tests.samples_of_code import NEWEST, Judging, judge_in


@pytest.fixture
def judged(tmp_path: Path) -> Judging:
    """Judges small reports with a small catalogue, as files in a folder of their own."""

    def judging(
        catalogue: str, reports: Mapping[str, str] | str, scope: Scope = NEWEST, fail_on: tuple[str, ...] = ()
    ) -> Outcome:
        return judge_in(tmp_path, catalogue, reports, scope, fail_on)

    return judging


# No example is judged by the clock: on a busy machine one would fail now and then. CI runs the same examples each time.
settings.register_profile("anju", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("anju")
