"""Last year's figures, for the forms of this year."""

from anju_cli.numbers import plain
from anju_cli.outcome import Outcome
from anju_cli.timelines import Row, courses


def figures_of(outcome: Outcome, year: int) -> dict[str, str]:
    """The believed figures of the own region's reports of a year, by indicator, as a report writes them."""
    rows = ((course.indicator, row) for course in courses(outcome) if course.own for row in course.rows)
    figures = {indicator: _figure(row) for indicator, row in rows if row.year == year}
    return {indicator: figure for indicator, figure in figures.items() if figure}


def _figure(row: Row) -> str:
    """What a year's own report gave, where it is believed and not imagined."""
    if row.unsettled or row.sample or row.stated:
        return ""
    return row.grade or ("" if row.value is None else plain(row.value))
