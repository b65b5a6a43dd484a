"""The Open SDG ratio: what such sites publish, reproduced to nine digits, and why nothing is judged by it."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.other_methods import COMPARISONS, Series
from anju_cli.other_methods.open_sdg import NOT_ASSESSED, compare

D = Decimal
NINE = D("1e-9")

with (Path(__file__).parent / "data" / "open-sdg-published.csv").open(encoding="utf-8", newline="") as file:
    PUBLISHED = list(csv.DictReader(file))
VALUED = [row for row in PUBLISHED if row["expected_ratio"]]
UNVALUED = [row for row in PUBLISHED if not row["expected_ratio"]]


def number(text: str) -> Decimal | None:
    """A cell; an empty one is nothing."""
    return D(text) if text else None


def series(row: dict[str, str]) -> Series:
    """A published row as a series."""
    return Series(
        int(row["base_year"]), D(row["base"]), int(row["current_year"]), D(row["current"]), int(row["due_year"]),
        number(row["target"]), row["direction"] == "positive", number(row["limit"]),
    )  # fmt: skip


def near(expected: str, actual: Decimal | None) -> bool:
    """Whether two numbers agree to nine digits."""
    return actual is not None and abs(actual - D(expected)) <= NINE * abs(D(expected))


def towards(base: str, value: str, target: str, *, years: int = 10, due: int = 15, rising: bool = True) -> Series:
    """A series with a target, `years` after its base."""
    return Series(2015, D(base), 2015 + years, D(value), 2015 + due, D(target), rising)


def alone(base: str, value: str, *, years: int = 1, rising: bool = True, limit: str = "") -> Series:
    """A series without a target."""
    return Series(2015, D(base), 2015 + years, D(value), None, None, rising, number(limit))


def test_what_was_published() -> None:
    """There are 132 published results, 125 of them with a ratio."""
    assert (132, 125) == (len(PUBLISHED), len(VALUED))


@pytest.mark.parametrize("row", VALUED, ids=[f"{at}-{row['note'][:30]}" for at, row in enumerate(VALUED)])
def test_a_published_result(row: dict[str, str]) -> None:
    """Ratio and score agree with the published ones to nine digits, and the word is the same."""
    found = compare(series(row))
    assert (True, True) == (near(row["expected_ratio"], found.ratio), near(row["expected_score"], found.score))
    assert row["expected_status"] == found.status


@pytest.mark.parametrize("row", UNVALUED, ids=lambda row: row["note"][:30])
def test_a_result_that_was_not_available(row: dict[str, str]) -> None:
    """Where no time has passed, or there is no value, nothing is assessed."""
    assert "not_available" == row["expected_status"]
    if row["base"]:
        assert NOT_ASSESSED == compare(series(row))


@pytest.mark.parametrize(
    ("given_series", "status", "score"),
    [
        (towards("100", "110", "110"), "target_achieved", "5"),
        (towards("100", "120", "110"), "target_achieved", "5"),
        (towards("100", "110", "120"), "moderate_progress", None),
        (towards("100", "102", "120"), "limited_progress", None),
        (towards("100", "100", "120"), "limited_progress", "-2.5"),
        (towards("100", "99", "120"), "deterioration", None),
        (towards("100", "1", "120"), "deterioration", "-5"),
        (towards("100", "90", "80", rising=False), "moderate_progress", None),
        (towards("100", "0", "80", rising=False), "target_achieved", "5"),
        (alone("100", "101.5"), "substantial_progress", "2.5"),
        (alone("100", "101.49"), "moderate_progress", None),
        (alone("100", "100.5"), "moderate_progress", "0"),
        (alone("100", "100.49"), "limited_progress", None),
        (alone("100", "100"), "limited_progress", "-2.5"),
        (alone("100", "99.9"), "deterioration", "-2.625"),
        (alone("100", "101.5", rising=False), "deterioration", "-4.375"),
        (alone("100", "98.5", rising=False), "substantial_progress", "2.5"),
        (alone("99", "99.1", limit="100"), "substantial_progress", None),
    ],
)
def test_the_words_and_their_edges(given_series: Series, status: str, score: str | None) -> None:
    """A threshold belongs to the better word; a score never leaves -5 to 5."""
    found = compare(given_series)
    assert status == found.status
    assert score is None or D(score) == found.score


@pytest.mark.parametrize(
    "given_series",
    [
        alone("10", "11", years=0),
        alone("10", "11", years=-1),
        alone("10", "-1"),
        alone("-10", "1"),
        towards("10", "5", "-1", rising=False),
        towards("10", "11", "12", due=0),
        towards("10", "11", "12")._replace(due=None),
        towards("10", "9", "10"),
        alone("100", "100", limit="100"),
        alone("10", "11", limit="0"),
        alone("-10", "-11", limit="100"),
    ],
)
def test_what_is_not_assessed(given_series: Series) -> None:
    """Without time, with values of both signs, at the limit, or with nothing needed there is no ratio."""
    assert NOT_ASSESSED == compare(given_series)


def test_a_target_at_the_base_that_still_holds() -> None:
    """Where nothing was needed, a value that keeps the target has achieved it without a ratio."""
    assert (None, D(5), "target_achieved") == compare(towards("10", "10", "10"))


def test_numbers_for_zero() -> None:
    """A base of zero and a target of zero become 0.001 there: 0.001 has reached a target of zero."""
    assert compare(alone("0.001", "5")) == compare(alone("0", "5"))
    assert "target_achieved" == compare(towards("10", "0.001", "0", rising=False)).status


def test_wrong_passes() -> None:
    """0.37 → 9.53 of 60 at two thirds of the time is on track there, and so is 79.9 of 80 in the due year."""
    assert "substantial_progress" == compare(towards("0.37", "9.53", "60")).status
    assert "substantial_progress" == compare(towards("60", "79.9", "80", years=15)).status


@given(
    st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 15), st.booleans(),
    st.integers(-6, 6),
)  # fmt: skip
def test_the_unit_does_not_matter(base: int, value: int, target: int, years: int, rising: bool, scale: int) -> None:
    """Base, value and target in another unit give the same ratio, score and word."""
    one = Series(2015, D(base), 2015 + years, D(value), 2030, D(target), rising)
    other = one._replace(base=one.base.scaleb(scale), value=one.value.scaleb(scale), target=D(target).scaleb(scale))
    first, second = compare(one), compare(other)
    assert (first.status, near(str(first.ratio or 0), second.ratio or D(0))) == (second.status, True)


def test_the_table() -> None:
    """The comparison is known by its name."""
    row = VALUED[0]
    assert compare(series(row)) == COMPARISONS["open-sdg"](series(row))
