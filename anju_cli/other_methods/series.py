"""What a comparison takes and gives."""

from decimal import Decimal
from typing import NamedTuple


class Series(NamedTuple):
    """A base and a later value, and where they should lead; `limit` is the best possible value, if any."""

    base_year: int
    base: Decimal
    year: int
    value: Decimal
    due: int | None
    target: Decimal | None
    rising: bool
    limit: Decimal | None = None


class Comparison(NamedTuple):
    """A ratio and a score, rounded for show, and a word; `ratio` is `None` where it can't be computed."""

    ratio: Decimal | None
    score: Decimal | None
    status: str
