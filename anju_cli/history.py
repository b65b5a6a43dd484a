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


class Restated(NamedTuple):
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
        self.blocked: set[tuple[str, str, int]] = set()

    def add(self, region: str, indicator: str, year: int, point: Point) -> None:
        """A believed figure. A year that reported an unbelieved one takes no other in its place."""
        if (region, indicator, year) not in self.blocked:
            self.points.setdefault((region, indicator), {}).setdefault(year, point)

    def block(self, region: str, indicator: str, year: int) -> None:
        """This year has a figure that is not believed; one that was taken before it goes too."""
        self.blocked.add((region, indicator, year))
        self.points.get((region, indicator), {}).pop(year, None)

    def at(self, region: str, indicator: str, year: int) -> Point | None:
        """The believed figure of that very year; never an older one in its place."""
        series = self.points.get((region, indicator))
        return None if series is None else series.get(year)

    def years(self, region: str, indicator: str) -> list[tuple[int, Point]]:
        """Every believed figure of a series, oldest first."""
        return sorted(self.points.get((region, indicator), _NONE).items())

    def course(self, region: str, indicator: str, last: int) -> tuple[tuple[int, Decimal], ...]:
        """Years and values of a series up to a year, oldest first."""
        return tuple([(year, point.value) for year, point in self.years(region, indicator) if year <= last])

    def base(self, region: str, indicator: str, start: int) -> tuple[int, Point] | None:
        """The last year before `start` with a believed figure, else the first one from it on."""
        series = self.years(region, indicator)
        before = [entry for entry in series if entry[0] < start]
        return before[-1] if before else series[0] if series else None
