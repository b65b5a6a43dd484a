"""Figures over the years: only believed ones, and none in another's place."""

from decimal import Decimal

from anju_cli.history import History, Point
from anju_cli.places import Place


def point(value: str, *, stated: bool = False) -> Point:
    """A believed figure."""
    return Point(Decimal(value), Place("report.yaml"), stated)


def history(*years: int) -> History:
    """A series with the year's last digit as its value."""
    made = History()
    for year in years:
        made.add("区", "beds", year, point(str(year % 10)))
    return made


def test_the_figure_of_that_very_year() -> None:
    """An older figure never stands for a year without one."""
    made = history(2017, 2019)
    assert [point("7"), None, point("9")] == [made.at("区", "beds", year) for year in (2017, 2018, 2019)]


def test_series_are_apart() -> None:
    """Another region's or indicator's figure is no figure of this one."""
    made = history(2019)
    assert (None, None) == (made.at("县", "beds", 2019), made.at("区", "toilets", 2019))


def test_the_first_figure_of_a_year_stays() -> None:
    """A year's own report stands before what a later one states as its previous."""
    made = history(2018)
    made.add("区", "beds", 2018, point("80", stated=True))
    assert point("8") == made.at("区", "beds", 2018)


def test_years_are_in_order() -> None:
    """A series is told oldest first, in whatever order it came."""
    assert [2015, 2017, 2019] == [year for year, _ in history(2019, 2015, 2017).years("区", "beds")]


def test_a_blocked_year_takes_no_other_figure() -> None:
    """A year whose figure is not believed is neither filled from elsewhere nor kept from before."""
    made = history(2017, 2018)
    made.block("区", "beds", 2018)
    made.add("区", "beds", 2018, point("80", stated=True))
    assert [(2017, point("7"))] == list(made.years("区", "beds"))


def test_blocking_an_empty_series() -> None:
    """A year may be blocked before anything is known of its series."""
    made = History()
    made.block("区", "beds", 2018)
    assert [] == list(made.years("区", "beds"))
