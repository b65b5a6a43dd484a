"""What must be true of an assessment whatever the numbers are: a promise and a series in, no file and no text."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from anju_cli.assessment.series import Doubt, Entry, Parts, Series, Years, years_of
from anju_cli.assessment.status import assess
from anju_cli.catalogue import Part, Promise
from anju_cli.comparators import GOALS, Facts
from anju_cli.outcome import Assessment, Base, Shortfall, Status
from anju_cli.units import Unit
from tests.outcomes import Goal, words
from tests.strategies import DIRECTED, FLAGS, histories, promise_of, promises, tenths

D = Decimal
BOUNDED = ("at_least", "greater_than", "at_most", "less_than")

#: From worst to best; without a line a figure that is short stands open.
RANK = {Status.MISSED: 0, Status.BEHIND: 1, Status.UNDETERMINED: 1, Status.ON_TRACK: 2, Status.MET: 3}

years_of_plan = st.integers(2018, 2021)


def assessed(promise: Promise, year: int, entries: Mapping[int, Entry], reference: int = 50) -> Assessment:
    """How a promise stands; what it is held against has the same figure every year."""
    held = years_of({when: Entry(D(reference)) for when in range(2015, 2022)})
    return assess(promise, Series(year, years_of(entries), held))


@given(promises(DIRECTED), histories(), tenths, tenths, years_of_plan)
def test_a_better_figure_never_worsens_a_status(
    promise: Promise, history: dict[int, Entry], first: Decimal, second: Decimal, year: int
) -> None:
    """Of two figures in the promise's direction, the better one stands at least as well, and its gap is no worse."""
    values = sorted((first, second), reverse=promise.goal.direction == "down")
    history.pop(2017, None)
    worse, better = (assessed(promise, year, {**history, 2017: Entry(D(60)), year: Entry(value)}) for value in values)
    assert RANK[worse.status] <= RANK[better.status]
    assert (worse.gap is None) == (better.gap is None)
    assert worse.gap is None or better.gap is None or worse.gap <= better.gap


def scaled(goal: Goal, times: int) -> Goal:
    """A goal in a unit of which `times` make one of the old."""
    kind, raw = goal
    if isinstance(raw, list):
        return kind, [str(D(end) * times) for end in raw]
    if isinstance(raw, dict):
        return kind, {key: str(D(part) * times) for key, part in raw.items()}
    return kind, raw if raw in {"true", "y"} else str(D(str(raw)) * times)


_RAW: dict[str, object] = {
    "between": ["40", "60"], "about": {"value": "50", "within": "5"}, "not_below": "y",
    **dict.fromkeys(FLAGS, "true"),
}  # fmt: skip
_MEASURED = sorted(set(GOALS) - {"complete", "grade_at_least"})


@given(st.sampled_from(_MEASURED), histories(), tenths, years_of_plan, st.integers(2, 1000))
def test_the_unit_does_not_matter(kind: str, history: dict[int, Entry], value: Decimal, year: int, times: int) -> None:
    """In another unit everything is so many times as much and stands the same: status, detail, reasons, base."""
    goal = (kind, _RAW.get(kind, "50"))
    entries = {**history, year: Entry(value)}
    multiplied = {when: Entry((entry.number or D(0)) * times) for when, entry in entries.items()}
    small = assessed(promise_of(goal), year, entries)
    large = assessed(promise_of(scaled(goal, times)), year, multiplied, 50 * times)
    assert (small.status, small.detail, small.reasons, small.met_in) == (
        large.status, large.detail, large.reasons, large.met_in,
    )  # fmt: skip
    assert (small.gap is None, small.base is None) == (large.gap is None, large.base is None)
    assert small.gap is None or small.gap * times == large.gap
    assert small.base is None or Base(small.base.year, small.base.value * times, "report") == large.base
    if small.progress is not None and large.progress is not None:
        assert (small.progress.suffices, small.progress.on_schedule) == (
            large.progress.suffices, large.progress.on_schedule,
        )  # fmt: skip
        one, many = small.progress.expected, large.progress.expected
        assert one.dividend * times * many.divisor == many.dividend * one.divisor


@given(st.sampled_from(BOUNDED), histories(), tenths, tenths, years_of_plan)
def test_lower_is_better_is_higher_is_better_in_a_mirror(
    kind: str, history: dict[int, Entry], bound: Decimal, value: Decimal, year: int
) -> None:
    """With every figure's sign turned, the mirrored promise stands the same by the same gap."""
    mirror = dict(zip(BOUNDED, (*BOUNDED[2:], *BOUNDED[:2]), strict=True))
    entries = {**history, year: Entry(value)}
    turned = {when: Entry(-(entry.number or D(0))) for when, entry in entries.items()}
    straight = assessed(promise_of((kind, str(bound))), year, entries)
    mirrored = assessed(promise_of((mirror[kind], str(-bound))), year, turned)
    assert (straight.status, straight.detail, straight.gap) == (mirrored.status, mirrored.detail, mirrored.gap)


@given(promises(), histories(), tenths, years_of_plan, st.booleans())
def test_a_doubt_never_passes(
    promise: Promise, history: dict[int, Entry], value: Decimal, year: int, refused: bool
) -> None:
    """A figure in doubt is undetermined and has no value; an open query tells what it would come to, an error not."""
    entries = {**history, year: Entry(value)}
    settled = assessed(promise, year, entries)
    doubted = assessed(promise, year, {**entries, year: Entry(value, doubt=Doubt(("ANJ999",), refused))})
    would_be = None if refused else settled.status
    assert Assessment(Status.UNDETERMINED, reasons=("ANJ999",), would_be=would_be) == doubted


@given(promises(), histories(), tenths, st.integers(2018, 2020), st.booleans())
def test_a_year_in_doubt_is_no_base_and_no_year_before(
    promise: Promise, history: dict[int, Entry], value: Decimal, doubted: int, refused: bool
) -> None:
    """What is in doubt counts as nothing for a later year, and takes the year's `previous` with it."""
    doubt = Entry(D(99), doubt=Doubt(("ANJ999",), refused))
    year = doubted + 1
    without = {when: entry for when, entry in history.items() if when != doubted}
    hidden = assessed(promise, year, {**without, doubted: doubt, year: Entry(value, previous=D(5))})
    assert hidden == assessed(promise, year, {**without, year: Entry(value)})


@given(promises(), histories(), st.randoms())
def test_the_order_of_the_years_does_not_matter(promise: Promise, history: dict[int, Entry], chance: object) -> None:
    """A series is its years, however they were given."""
    years = list(history)
    chance.shuffle(years)  # type: ignore[attr-defined]  # hypothesis' own random
    shuffled = {year: history[year] for year in years}
    for year in history:
        assert assessed(promise, year, history) == assessed(promise, year, shuffled)


@given(promises(), histories(), tenths, st.integers(2018, 2020), tenths)
def test_the_future_does_not_matter(
    promise: Promise, history: dict[int, Entry], value: Decimal, year: int, later: Decimal
) -> None:
    """What later years report changes nothing in how an earlier one stands."""
    past = {when: entry for when, entry in history.items() if when < year} | {year: Entry(value)}
    assert assessed(promise, year, past) == assessed(promise, year, {**past, year + 1: Entry(later)})


@given(promises(), histories(), tenths, years_of_plan)
def test_the_comparator_decides_what_is_met(
    promise: Promise, history: dict[int, Entry], value: Decimal, year: int
) -> None:
    """Met is what the comparator says is met, at any time; in the due year and after it the rest is missed."""
    assessment = assessed(promise, year, {**history, year: Entry(value)})
    facts = Facts(value, assessment.before, assessment.reference, promise.best)
    verdict = promise.goal.judge(facts)
    assert (verdict.met is True) == (assessment.status is Status.MET)
    assert verdict.gap == assessment.gap
    if verdict.met is False and (promise.due is None or year >= promise.due):
        assert assessment.status is Status.MISSED


@given(promises(), histories(), tenths, years_of_plan)
def test_what_belongs_to_a_status(promise: Promise, history: dict[int, Entry], value: Decimal, year: int) -> None:
    """Undetermined has a reason and nothing else has; only behind and on track lie on a line, before the due year."""
    assessment = assessed(promise, year, {**history, year: Entry(value)})
    on_the_way = assessment.status in {Status.BEHIND, Status.ON_TRACK}
    assert (assessment.status is Status.UNDETERMINED) == bool(assessment.reasons)
    assert on_the_way or (assessment.progress, assessment.milestones) == (None, ())
    assert not on_the_way or (promise.due is not None and year < promise.due)
    assert assessment.met_in is None or (assessment.status, assessment.detail) == (Status.MET, "late")


lacking = st.integers(1, 1500).map(lambda number: Decimal(number).scaleb(-1))


@st.composite
def on_the_way(draw: st.DrawFn, milestones: bool = False) -> tuple[Promise, Assessment]:
    """A promise of 80 by 2020 and how a figure short of it stands, from a base in 2017 that was short of it too."""
    kind, year = draw(st.sampled_from(BOUNDED)), draw(st.integers(2018, 2019))
    sign = 1 if kind in {"at_least", "greater_than"} else -1
    base, value = (80 - sign * draw(lacking) for _ in range(2))
    steps = draw(st.dictionaries(st.integers(2018, 2019), tenths)) if milestones else {}
    promise = promise_of((kind, "80"), milestones=steps)
    return promise, assessed(promise, year, {2017: Entry(base), year: Entry(value)})


@given(on_the_way())
def test_on_the_line_means_the_projection_meets(way: tuple[Promise, Assessment]) -> None:
    """Without milestones, on or above the line ⇔ the straight projection reaches the goal (a strict one: its bound)."""
    promise, assessment = way
    progress = assessment.progress
    assert progress is not None
    exactly = not progress.difference.dividend
    assert (assessment.status is Status.ON_TRACK) == (progress.suffices or (exactly and promise.goal.strict))


@given(on_the_way(milestones=True))
def test_expected_and_difference_make_the_figure(way: tuple[Promise, Assessment]) -> None:
    """What was expected and the difference, in the promise's direction, are exactly the figure."""
    promise, assessment = way
    progress, value = assessment.progress, assessment.value
    assert progress is not None
    assert value is not None
    sign = 1 if promise.goal.direction == "up" else -1
    expected, difference = (Fraction(part.dividend) / Fraction(part.divisor) for part in progress[2:4])
    assert expected + sign * difference == Fraction(value)


counts = st.integers(0, 500).map(Decimal)


@given(st.dictionaries(st.integers(2016, 2020), counts), counts, st.integers(2018, 2021))
def test_a_running_total_is_the_sum_or_nothing(counted: dict[int, Decimal], value: Decimal, year: int) -> None:
    """What each year counts anew is summed up from the plan's first year; a year without its figure leaves no sum."""
    promise = promise_of(("at_least", "2"), by=None, unit="所")
    promise = promise._replace(indicator=promise.indicator._replace(kind="yearly"))
    numbers = {**counted, year: value}
    total = assessed(promise, year, {when: Entry(number) for when, number in numbers.items()}).running_total
    summed = [numbers.get(when) for when in range(2018, year + 1)]
    expected = None if None in summed or year > 2020 else sum(number for number in summed if number is not None)
    assert expected == total


@given(histories(), tenths, st.integers(2018, 2021))
def test_a_total_begins_with_zero(history: dict[int, Entry], value: Decimal, year: int) -> None:
    """What is counted up over the period begins with nothing, whatever earlier years had."""
    promise = promise_of(("at_least", "300"), unit="户")
    promise = promise._replace(indicator=promise.indicator._replace(kind="total"))
    assert Base(2017, D(0), "zero") == assessed(promise, year, {**history, year: Entry(value)}).base


@given(st.sampled_from(BOUNDED), st.integers(0, 2000), st.integers(1, 1000), st.integers(0, 1500))
def test_the_things_told_suffice_and_one_fewer_does_not(kind: str, goal: int, denominator: int, count: int) -> None:
    """With so many more (or fewer) the promise is kept, at an unchanged denominator; with one less to do it is not."""
    promise = promise_of((kind, str(goal)))
    part = Part(words("床位"), "张")
    promise = promise._replace(indicator=promise.indicator._replace(per=D(1000), numerator=part))
    parts = Parts(D(count), D(denominator))
    value = D(count * 1000) / D(denominator)
    assessment = assessed(promise, 2020, {2020: Entry(value, parts=parts)})
    assume(assessment.status is Status.MISSED)
    assert assessment.shortfall is not None
    sign = 1 if promise.goal.direction == "up" else -1
    enough, too_few = (count + sign * (int(assessment.shortfall.number) - less) for less in (0, 1))
    bounds = [end * denominator for end in promise.bounds.ends]
    assert Shortfall(assessment.shortfall.number, Unit("张")) == assessment.shortfall
    assert (True, False) == (_kept(kind, enough * 1000, bounds[0]), _kept(kind, too_few * 1000, bounds[0]))


def _kept(kind: str, scaled_count: int, bound: Decimal) -> bool:
    """Whether numerator × per keeps a bound × denominator."""
    return GOALS[kind].read(str(bound), ()).judge(Facts(D(scaled_count))).met is True


@given(promises(), years_of_plan)
def test_nothing_known_is_not_reported(promise: Promise, year: int) -> None:
    """Without any entry there is nothing to assess."""
    assert Assessment(Status.NOT_REPORTED) == assess(promise, Series(year, Years()))
