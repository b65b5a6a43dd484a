"""The years of one indicator, as numbers: which of them are believed, and what stands for the year before."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.assessment.series import UNKNOWN, Doubt, Entry, Series, Years, years_of

D = Decimal
REFUSED, TO_SETTLE = Doubt(("ANJ204",), refused=True), Doubt(("ANJ205",), refused=False)

#: What stands in the year before, and what is believed of it where this year's report states 55, and where it does not.
YEAR_BEFORE: list[tuple[str, Entry | None, str | None, str | None]] = [
    ("nothing", None, "55", None),
    ("a figure", Entry(D(60)), "60", "60"),
    ("a figure that only this year's report states", Entry(D(55), stated=True), "55", "55"),
    ("a figure under an error", Entry(D(60), doubt=REFUSED), None, None),
    ("a figure to be settled", Entry(D(60), doubt=TO_SETTLE), None, None),
    ("a year that is blocked", Entry(doubt=REFUSED, stated=True), None, None),
    ("a word", Entry(missing="pending"), "55", None),
    ("a word, and the number that another report states", Entry(D(55), "pending", stated=True), "55", "55"),
    ("a word without its reason", Entry(missing="withheld", doubt=TO_SETTLE), None, None),
]


def number(text: str | None) -> Decimal | None:
    """A number of the table."""
    return None if text is None else D(text)


@pytest.mark.parametrize(("_", "last", "stated", "silent"), YEAR_BEFORE, ids=[row[0] for row in YEAR_BEFORE])
def test_the_year_before(_: str, last: Entry | None, stated: str | None, silent: str | None) -> None:
    """Its own figure, else what this year's report states; where it is in doubt, nothing is."""
    entries = {} if last is None else {2018: last}
    for previous, expected in ((D(55), stated), (None, silent)):
        years = years_of({**entries, 2017: Entry(D(10)), 2019: Entry(D(70), previous=previous)})
        assert number(expected) == Series(2019, years).before


def test_a_year_of_its_own_has_no_year_before() -> None:
    """Where nothing at all is known there is neither figure nor year before nor reference."""
    series = Series(2019, UNKNOWN)
    assert (None, None, None) == (series.entry, series.before, series.reference_value)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (None, None),
        (Entry(D(70)), "70"),
        (Entry(D(70), stated=True), None),
        (Entry(D(70), doubt=REFUSED), None),
        (Entry(D(70), doubt=TO_SETTLE), None),
        (Entry(missing="pending"), None),
        (Entry(D(70), "pending", stated=True), None),
    ],
)
def test_the_reference_is_the_same_years_own_figure(reference: Entry | None, expected: str | None) -> None:
    """Neither a doubted figure nor one that another year's report states is a reference; nor is another year's."""
    entries = {2018: Entry(D(1)), 2020: Entry(D(2))} | ({} if reference is None else {2019: reference})
    assert number(expected) == Series(2019, UNKNOWN, years_of(entries)).reference_value


def test_the_course_is_what_is_believed() -> None:
    """Believed figures stand oldest first, stated ones among them; doubts and words are left out."""
    years = years_of({
        2019: Entry(D(70)), 2016: Entry(D(40), stated=True), 2017: Entry(D(50), doubt=TO_SETTLE),
        2018: Entry(missing="blank"), 2015: Entry(D(30), "pending", stated=True),
    })  # fmt: skip
    assert ((2015, D(30)), (2016, D(40)), (2019, D(70))) == years.course
    assert ((2015, D(30)), (2016, D(40))) == years.up_to(2018)
    assert [D(40), None, None, D(70), None] == [years.believed_in(year) for year in range(2016, 2021)]


entries = st.builds(
    Entry,
    number=st.none() | st.integers(0, 9).map(Decimal),
    missing=st.sampled_from(["", "", "blank", "pending"]),
    doubt=st.sampled_from([None, None, REFUSED, TO_SETTLE]),
    stated=st.booleans(),
)


@given(st.dictionaries(st.integers(2015, 2021), entries))
def test_the_course_and_the_single_years_agree(known: dict[int, Entry]) -> None:
    """A year's believed number is the one that the course has of it, and the course has no others."""
    years = years_of(known)
    believed = {year: years.believed_in(year) for year in known}
    assert {year: amount for year, amount in believed.items() if amount is not None} == dict(years.course)
    assert sorted(years.course) == list(years.course)
    assert years == Years(known, years.up_to(2021))
