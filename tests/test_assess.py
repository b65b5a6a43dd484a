"""The pure core: a promise and a series of numbers in, an assessment out; no file, no place, no text."""

from decimal import Decimal
from typing import Any

import pytest

from anju_cli.assessment.series import Doubt, Entry, Parts, Series, Years, years_of
from anju_cli.assessment.status import assess, base_of
from anju_cli.outcome import Assessment, Base, Shortfall, Status
from anju_cli.units import Unit
from tests.outcomes import Goal, promised, words

D = Decimal
AT_LEAST: Goal = ("at_least", "80")


def series(year: int, entries: dict[int, Entry | str], reference: dict[int, Entry] | None = None) -> Series:
    """A series of numbers; a text is a number that the year's own report gives."""
    known = {when: Entry(D(entry)) if isinstance(entry, str) else entry for when, entry in entries.items()}
    return Series(year, years_of(known), years_of(reference or {}))


def assessed(goal: Goal, year: int, entries: dict[int, Entry | str], **more: Any) -> Assessment:
    """What a promise due in 2020 comes to."""
    return assess(promised("x", words("甲"), goal, **more), series(year, entries))


#: What stands in the year, and what it comes to: status and reasons.
ENTRIES = [
    (Entry(D(85)), Status.MET, ()),
    (Entry(D(85), stated=True), Status.NOT_REPORTED, ()),
    (Entry(missing="blank"), Status.NOT_REPORTED, ()),
    (Entry(missing="pending"), Status.PENDING, ()),
    (Entry(D(85), missing="pending", stated=True), Status.PENDING, ()),
    (Entry(missing="not_applicable"), Status.NOT_APPLICABLE, ()),
    (Entry(missing="withheld", doubt=Doubt(("ANJ209",), refused=False)), Status.WITHHELD, ("ANJ209",)),
    (Entry(D(780), doubt=Doubt(("ANJ204",), refused=True)), Status.UNDETERMINED, ("ANJ204",)),
    (Entry(doubt=Doubt((), refused=True), stated=True), Status.NOT_REPORTED, ()),
]


@pytest.mark.parametrize(("entry", "status", "reasons"), ENTRIES)
def test_what_stands_in_the_year_decides_first(entry: Entry, status: Status, reasons: tuple[str, ...]) -> None:
    """Nothing, a word for missing and a doubt are told as such; only a believed number of the year is judged."""
    assessment = assessed(AT_LEAST, 2020, {2020: entry})
    assert (status, reasons) == (assessment.status, assessment.reasons)


def test_a_year_of_which_nothing_is_known() -> None:
    """Without an entry nothing was reported."""
    assert Assessment(Status.NOT_REPORTED) == assessed(AT_LEAST, 2020, {})


def test_an_open_query_says_what_would_be() -> None:
    """A figure to be settled has no value and no gap, but the status that it would have."""
    assessment = assessed(AT_LEAST, 2020, {2020: Entry(D("0.9"), doubt=Doubt(("ANJ205",), refused=False))})
    assert Assessment(Status.UNDETERMINED, reasons=("ANJ205",), would_be=Status.MISSED) == assessment


#: The year before in several guises, and the year before that a direction is held against.
BEFORE = [
    ({2018: "60"}, D(60)),
    ({2018: Entry(D(60), stated=True)}, D(60)),
    ({2018: Entry(D(60), doubt=Doubt(("ANJ204",), refused=True))}, None),
    ({2018: Entry(doubt=Doubt((), refused=True), stated=True)}, None),
    ({2018: Entry(missing="pending")}, D(55)),
    ({2017: "50"}, D(55)),
]


@pytest.mark.parametrize(("years", "before"), BEFORE)
def test_the_year_before(years: dict[int, Entry | str], before: Decimal | None) -> None:
    """Its own figure, else this year's `previous`; in doubt it has none, and an older year never stands in for it."""
    assessment = assessed(("rises", "true"), 2019, {**years, 2019: Entry(D(70), previous=D(55))}, by=None)
    assert (before, before is None) == (assessment.before, assessment.status is Status.UNDETERMINED)


@pytest.mark.parametrize(
    ("entry", "reference"),
    [
        (Entry(D(70)), D(70)),
        (Entry(D(70), stated=True), None),
        (Entry(D(70), doubt=Doubt(("x",), refused=False)), None),
    ],
)
def test_the_reference_is_the_same_years_own(entry: Entry, reference: Decimal | None) -> None:
    """What another year's report states of the reference, or what is in doubt, is no reference."""
    promise = promised("x", words("甲"), ("not_below", "y"), by=None, reference=words("乙"))
    assessment = assess(promise, series(2019, {2019: "75"}, {2019: entry}))
    assert (reference, reference is None) == (assessment.reference, assessment.reasons == ("reference",))


#: Figures by year, and the base that is taken in 2019: its year and where it comes from.
BASES = [
    ({2016: "50", 2017: "60", 2018: "65", 2019: "70"}, (2017, "report")),
    ({2017: Entry(D(60), stated=True), 2018: "65", 2019: "70"}, (2017, "previous")),
    ({2018: "65", 2019: "70"}, (2018, "report")),
    ({2019: "70"}, (2019, "report")),
]


@pytest.mark.parametrize(("years", "base"), BASES)
def test_the_base(years: dict[int, Entry | str], base: tuple[int, str] | None) -> None:
    """The last year before the plan, else the first in it; never one that lies ahead."""
    found = assessed(AT_LEAST, 2019, years).base
    assert base == (found and (found.year, found.source))


def test_a_base_never_lies_ahead() -> None:
    """What only a later year has is no base of an earlier one, even where the figure is yet to be settled."""
    promise = promised("x", words("甲"), AT_LEAST)
    assert base_of(promise, series(2018, {2019: "70", 2020: "75"})) is None


#: Figures by year of a promise due in 2020, and since when a promise that was missed then has been kept in 2022.
LATE = [
    ({2020: "70", 2021: "75", 2022: "85"}, 2022),
    ({2020: "70", 2021: "80", 2022: "85"}, 2021),
    ({2020: "70", 2022: "85"}, 2022),
    ({2019: "90", 2020: "70", 2021: "80", 2022: "85"}, 2021),
    ({2020: "80", 2021: "70", 2022: "85"}, None),
    ({2021: "70", 2022: "85"}, None),
    ({2020: Entry(D(70), doubt=Doubt(("q",), refused=False)), 2022: "85"}, None),
    ({2020: "70", 2021: "80", 2022: "75"}, None),
]


@pytest.mark.parametrize(("years", "since"), LATE)
def test_kept_late(years: dict[int, Entry | str], since: int | None) -> None:
    """Missed when due and kept later: since the first of the years without a break up to this one."""
    assessment = assessed(AT_LEAST, 2022, years)
    assert (since, "late" if since else "") == (assessment.met_in, assessment.detail)


def test_things_to_do_come_from_parts() -> None:
    """Parts of the year give what is still to be done, at an unchanged denominator."""
    promise = promised("x", words("甲"), AT_LEAST)
    part = promise.indicator._replace(per=D(100), numerator=_part("张"), denominator=_part("人"))
    assessment = assess(
        promise._replace(indicator=part), series(2020, {2020: Entry(D(70), parts=Parts(D(70), D(100)))})
    )
    assert (Status.MISSED, Shortfall(10, Unit("张"))) == (assessment.status, assessment.shortfall)


def _part(unit: str) -> Any:
    from anju_cli.catalogue import Part

    return Part(words("分"), unit)


def test_nothing_is_known_of_a_year_in_doubt() -> None:
    """A doubted number is in no course."""
    years = years_of({2018: Entry(D(1), doubt=Doubt(("x",), refused=True)), 2019: Entry(D(2))})
    assert ((2019, D(2)),) == years.course
    assert (None, D(2), None) == tuple(years.believed_in(year) for year in (2018, 2019, 2020))
    assert Years() == years_of({})


def test_a_base_without_time_is_no_line() -> None:
    """At the base's own year nothing can have moved."""
    assessment = assessed(AT_LEAST, 2019, {2019: "70"})
    assert (Base(2019, D(70), "report"), ("no_time",)) == (assessment.base, assessment.reasons)
