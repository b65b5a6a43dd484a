"""Exact quotients as they are shown: order kept, rounded once, needs never towards less."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.quotients import MOST_PLACES, Quotient, RoundedNumber, hides, needed, quotient, told_need, visible_need

D = Decimal
QUOTIENTS = st.builds(quotient, st.decimals("-1e9", "1e9", places=6), st.integers(1, 10**9))
PLACES = st.integers(-4, 9)


def truth(number: Quotient) -> Fraction:
    """The number itself."""
    return Fraction(number.dividend) / Fraction(number.divisor)


@pytest.mark.parametrize(
    ("dividend", "divisor", "value", "exact"),
    [
        ("1", 4, "0.25", True),
        ("1", 3, "0.3333", False),
        ("2", -3, "-0.6667", False),
        ("1.00005", 1, "1.0000", False),
        ("1.00015", 1, "1.0002", False),
        ("-100", 1, "-100", True),
        ("-0.00001", 1, "0", False),
        ("0", 7, "0", True),
    ],
)
def test_four_places(dividend: str, divisor: int, value: str, exact: bool) -> None:
    """Half to even, marked where something was rounded off, and never "-0"."""
    rounded = quotient(D(dividend), divisor).rounded(4)
    assert (value, exact) == (f"{rounded.bare:f}", rounded.exact)


@given(QUOTIENTS, PLACES)
def test_quotients_are_rounded_once_half_to_even(number: Quotient, places: int) -> None:
    """What is shown is the true number rounded once, and exact only if it is the true one."""
    shown = number.rounded(places)
    assert round(truth(number) * Fraction(10) ** places) == Fraction(shown.value) * Fraction(10) ** places
    assert (truth(number) == Fraction(shown.value)) == shown.exact


@given(QUOTIENTS, st.decimals("-1e3", "1e3", places=3), st.integers(0, 3))
def test_order_is_kept(number: Quotient, beside: Decimal, places: int) -> None:
    """What lies below, at or above a number is shown so, unless eight places do not suffice."""
    shown = number.apart((beside, None), places)
    apart = abs(truth(number) - Fraction(beside)) >= Fraction(1, 10**MOST_PLACES)
    assert not hides(number, shown, beside) or not apart


@given(QUOTIENTS, PLACES)
def test_a_need_is_never_rounded_towards_less(need: Quotient, places: int) -> None:
    """Who brings what is shown (or told to machines) brings what is needed, and no place more than that."""
    for shown in (needed(need, places), visible_need(need, places), told_need(need)):
        assert abs(Fraction(shown.value)) >= abs(truth(need))
    assert abs(Fraction(needed(need, places).value)) - abs(truth(need)) < Fraction(10) ** -places


@given(QUOTIENTS, PLACES)
def test_a_need_is_visible(need: Quotient, places: int) -> None:
    """A need is not blown up by its rounding: it has at least the place of its first digit."""
    assert abs(Fraction(visible_need(need, places).value)) <= 2 * abs(truth(need))


@pytest.mark.parametrize(
    ("need", "room", "places", "value"),
    [
        ("10", None, 1, "3.4"),
        ("10", "10", 1, "3.3"),
        ("10", "12", 1, "3.4"),
        ("-10", "-10", 0, "-3"),
        ("-10", None, 0, "-4"),
    ],
)
def test_a_need_does_not_go_past_the_far_bound(need: str, room: str | None, places: int, value: str) -> None:
    """Where rounding away would pass the other bound of a goal, it is half to even."""
    most = None if room is None else quotient(D(room), 3)
    assert D(value) == needed(quotient(D(need), 3), places, most).value


@pytest.mark.parametrize(
    ("dividend", "divisor", "told"),
    [
        ("1", 3, ("0.3333333333", False)),
        ("1", 8, ("0.125", True)),
        ("1", 2**15, ("0.000030517578125", True)),
        ("5", 1, ("5", True)),
    ],
)
def test_what_machines_are_told(dividend: str, divisor: int, told: tuple[str, bool]) -> None:
    """Exact where it ends within fifteen places, else to ten and marked."""
    shown = quotient(D(dividend), divisor).told()
    assert told == (f"{shown.bare:f}", shown.exact)


def test_parts_of_a_quotient() -> None:
    """Differences, shares and sizes stay exact."""
    third = quotient(D(1), 3)
    assert (Fraction(-2, 3), Fraction(1, 6), Fraction(2, 3)) == (
        truth(third.minus(D(1))), truth(third.shared(2)), truth(third.minus(D(1)).size()),
    )  # fmt: skip
    assert D(12) == RoundedNumber(D(12)).bare
