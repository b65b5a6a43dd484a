"""Every quote of the catalogue stands in the plan. The plan's text is not ours to carry: ANJU_PLAN_TEXT names it."""

import os
from functools import lru_cache
from pathlib import Path

import pytest

from anju_cli.catalogue import Catalogue
from anju_cli.loading import load_catalogue

NAMED = os.environ.get("ANJU_PLAN_TEXT", "")

pytestmark = pytest.mark.skipif(not NAMED, reason="ANJU_PLAN_TEXT names no text of the plan")

#: What stands in a quote for words left out.
LEFT_OUT = "…"


@lru_cache
def plan() -> str:
    """The plan's text without its line breaks."""
    return "".join(Path(NAMED).read_text("utf-8").split())


@lru_cache
def catalogue() -> Catalogue:
    """The catalogue of this checkout."""
    found = load_catalogue().catalogue
    assert found is not None
    return found


def missing(quote: str) -> list[str]:
    """The parts of a quote that do not stand in the plan, each behind the one before."""
    at, lost = 0, []
    for part in quote.split(LEFT_OUT):
        bare = "".join(part.split())
        found = plan().find(bare, at)
        if found < 0:
            lost.append(part)
        at = max(found + len(bare), at)
    return lost


def test_every_quote_stands_in_the_plan() -> None:
    """Each part of each quote is the plan's own words, in the plan's order."""
    lost = {f"{promise.id} {promise.target.clause}": missing(promise.target.quote) for promise in catalogue().promises}
    assert {} == {key: parts for key, parts in lost.items() if parts}


def test_every_exempt_text_stands_in_the_plan() -> None:
    """A number of the plan that is no goal is quoted in the plan's own words."""
    assert [] == [one.text for one in catalogue().exempt if missing(one.text)]


def test_a_quote_is_short_of_its_clause() -> None:
    """The catalogue cites the plan and does not carry it: no quote is longer than a sentence or two."""
    assert [] == [promise.key for promise in catalogue().promises if len(promise.target.quote) > 120]
