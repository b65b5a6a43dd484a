"""Every quote of the catalogue stands in the plan. The plan's text is not ours to carry: ANJU_PLAN_TEXT names it."""

import os
import re
from functools import lru_cache
from pathlib import Path

import pytest

from anju_cli.catalogue import Catalogue
from anju_cli.loading import load_catalogue
from anju_cli.loading.catalogue import shipped_path

NAMED = os.environ.get("ANJU_PLAN_TEXT", "")

pytestmark = pytest.mark.skipif(not NAMED, reason="ANJU_PLAN_TEXT names no text of the plan")

#: What stands in a quote for words left out.
LEFT_OUT = "…"

#: What numbers the plan's clauses, and words with a numeral that count nothing.
NO_NUMBERS = re.compile(r"[一二三四五]、|\([一二三四五六七八]\)|[1-6]\.|进一步|统一")
NUMERAL = re.compile(r"[0-9]+|[一二三四五六七八九十两百千万亿双]")


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


def notes() -> list[str]:
    """What was read and left out, as the end of the catalogue quotes it."""
    text = Path(shipped_path()).read_text("utf-8")
    return re.findall(r"^# [一二三四五](?:\(.\)\d?)?  (.+?): ", text.partition("# 读过、")[2], re.MULTILINE)


def test_what_was_left_out_stands_in_the_plan() -> None:
    """A sentence that is no promise is quoted in the plan's own words too, and is no promise's quote."""
    assert len(notes()) > 90
    assert [] == [phrase for phrase in notes() if missing(phrase)]
    assert not set(notes()) & {promise.target.quote for promise in catalogue().promises}


def test_every_number_is_accounted_for() -> None:
    """Each number of the plan stands in a promise's quote or among the exemptions, but for the numbers of clauses."""
    quotes = [part for promise in catalogue().promises for part in promise.target.quote.split(LEFT_OUT)]
    accounted = ["".join(text.split()) for text in (*quotes, *(exempt.text for exempt in catalogue().exempt))]
    spans = [match.span() for text in accounted for match in re.finditer(re.escape(text), plan())]
    spans += [match.span() for match in NO_NUMBERS.finditer(plan())]
    lost = [
        plan()[max(0, match.start() - 6) : match.end() + 6]
        for match in NUMERAL.finditer(plan())
        if not any(start <= match.start() and match.end() <= end for start, end in spans)
    ]
    assert [] == lost


#: The head of an item, the head of a section, and who answers for an item.
HEADS = re.compile(r"^(?:([一二三四五])、|\(([一二三四五六七八])\)|([1-6])\.)")
NAMED_LAST = re.compile(r"\((?:责任单位:)?(区[^()。]+)(?:。[^()]*)?\)$")


def departments() -> dict[str, tuple[str, ...]]:
    """The departments of each clause that names some, in the plan's order."""
    part = section = item = ""
    found: dict[str, tuple[str, ...]] = {}
    for line in Path(NAMED).read_text("utf-8").splitlines():
        if head := HEADS.match(line):
            part, section, item = (
                (head[1], "", "") if head[1] else (part, head[2], "") if head[2] else (part, section, head[3])
            )
        if names := NAMED_LAST.search(line):
            found[f"{part}({section}){item}"] = tuple(names[1].split("、"))
    return found


def test_who_is_named_first_leads() -> None:
    """The department that a clause names first leads, the others are partners; where none is named, it is ours."""
    assert len(departments()) > 30
    for promise in catalogue().promises:
        named = departments().get(promise.target.clause)
        assert promise.target.lead_assigned == (named is None)
        assert named in {None, (promise.target.lead, *promise.target.partners)}
