"""Parts against their rate, as intervals: half a unit of the last written digit to either side; touching agrees.

Compared by cross-multiplication: nothing is divided.
"""

from decimal import Decimal

from anju_cli.numbers import EXACT
from anju_cli.submission import Quantity

#: A rate of 82 was rounded to a whole number: 81.5 to 82.5.
_HALF = Decimal("0.5")


def contradiction(value: Quantity, numerator: Quantity, denominator: Quantity, per: Decimal) -> str:
    """The code, or an empty text where the intervals of value and parts touch."""
    amount, half = value.amount or Decimal(0), value.half or _HALF
    low = EXACT.multiply(_low(numerator), per)
    high = EXACT.multiply(_high(numerator), per)
    least, most = _low(denominator), _high(denominator)
    below = EXACT.multiply(EXACT.add(amount, half), most) < low
    above = least > 0 and EXACT.multiply(EXACT.subtract(amount, half), least) > high
    if below:
        within_one = low < EXACT.multiply(EXACT.add(amount, EXACT.multiply(half, 2)), most)
        return "ANJ406" if within_one else "ANJ403"
    return "ANJ403" if above else ""


def _low(quantity: Quantity) -> Decimal:
    return EXACT.subtract(quantity.amount or Decimal(0), quantity.half)


def _high(quantity: Quantity) -> Decimal:
    return EXACT.add(quantity.amount or Decimal(0), quantity.half)
