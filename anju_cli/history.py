"""Figures by region, year and indicator: only believed ones, and where others stand in the way."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from anju_cli.places import Place


class Point(NamedTuple):
    """A believed figure of one year; `stated` when another year's report gave it as its previous."""

    value: Decimal
    place: Place
    stated: bool = False


class Restatement(NamedTuple):
    """A figure of an earlier year openly restated by the report of `by_year`; `used` where it was found standing."""

    was: Decimal | None
    value: Decimal | None
    by_year: int
    place: Place
    used: bool


_NONE: Mapping[int, Point] = {}


class History:
    """Filled year by year while reports are believed; only read afterwards."""

    def __init__(self) -> None:
        self.points: dict[tuple[str, str], dict[int, Point]] = {}
        self.blocked: dict[tuple[str, str], set[int]] = {}

    def add(self, region: str, indicator: str, year: int, point: Point) -> None:
        """A believed figure. A year that reported an unbelieved one takes no other in its place."""
        if not self.is_blocked(region, indicator, year):
            self.points.setdefault((region, indicator), {}).setdefault(year, point)

    def block(self, region: str, indicator: str, year: int) -> None:
        """This year has a figure that is not believed; one that was taken before it goes too."""
        self.blocked.setdefault((region, indicator), set()).add(year)
        self.points.get((region, indicator), {}).pop(year, None)

    def is_blocked(self, region: str, indicator: str, year: int) -> bool:
        """Whether this year has a figure that is not believed."""
        return year in self.blocked.get((region, indicator), ())

    def at(self, region: str, indicator: str, year: int) -> Point | None:
        """The believed figure of that very year; never an older one in its place."""
        series = self.points.get((region, indicator))
        return None if series is None else series.get(year)

    def years(self, region: str, indicator: str) -> list[tuple[int, Point]]:
        """Every believed figure of a series, oldest first."""
        return sorted(self.points.get((region, indicator), _NONE).items())
