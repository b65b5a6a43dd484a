"""Where a figure stands: the order of questions from the due year to the line."""

from decimal import Decimal
from typing import NamedTuple

from anju_cli.assessment.ledger import Ledger
from anju_cli.assessment.shortfall import things_a_year
from anju_cli.catalogue import Indicator, Target
from anju_cli.comparators import Facts, Verdict
from anju_cli.numbers import plain
from anju_cli.outcome import Base, Pace, Shortfall, Status, Step
from anju_cli.pace import Course, Knot, Line, course, nearest
from anju_cli.places import Place
from anju_cli.submission import Figure


class Standing(NamedTuple):
    """A status with its finer word, and what led to it."""

    status: Status
    shade: str = ""
    reasons: tuple[str, ...] = ()
    base: Base | None = None
    pace: Pace | None = None
    steps: tuple[Step, ...] = ()
    met_in: int | None = None
    milestones: tuple[int, ...] = ()


class Promise(NamedTuple):
    """A promise with the figure that answers it, in one region and year."""

    work: Ledger
    region: str
    year: int
    id: str
    target: Target
    figure: Figure

    @property
    def indicator(self) -> Indicator:
        """What is counted."""
        return self.work.catalogue.indicators[self.id]


class _Question(NamedTuple):
    """A promise, what its figure is held against, and what its goal says to it."""

    promise: Promise
    facts: Facts
    verdict: Verdict
    things: Shortfall | None
    base: Base | None

    @property
    def year(self) -> int:
        return self.promise.year

    @property
    def target(self) -> Target:
        return self.promise.target


def stand(promise: Promise, facts: Facts, verdict: Verdict, things: Shortfall | None) -> Standing:
    """The order of questions: lacking facts, the due year, met before it, a milestone, the line."""
    target = promise.target
    if verdict.met is None:
        return Standing(Status.UNDETERMINED, reasons=(verdict.lacking,))
    base = _base(promise)
    asked = _Question(promise, facts, verdict, things, base)
    if target.due is None or promise.year >= target.due:
        return _due(asked)
    if verdict.met:
        return Standing(Status.MET, _early(asked), base=base, steps=(_compared(asked),))
    return _before_due(asked, target.due)


def _due(asked: _Question) -> Standing:
    """The comparator alone decides."""
    met = asked.verdict.met
    late = _met_late_in(asked.promise) if met else None
    shade = "extreme" if asked.verdict.extreme else "late" if late else ""
    status = Status.MET if met else Status.MISSED
    return Standing(status, shade, base=asked.base, steps=(_compared(asked),), met_in=late)


def _met_late_in(asked: Promise) -> int | None:
    """The year since which a promise that was missed when it was due has been kept; `None` where it was not."""
    due, met_in = asked.target.due, asked.year
    if due is None or _kept_in(asked, due) is not False:
        return None
    while met_in > due and _kept_in(asked, met_in - 1):
        met_in -= 1
    return met_in


def _kept_in(asked: Promise, year: int) -> bool | None:
    """Whether a year's figure keeps the promise; `None` where there is none that is believed."""
    if year >= asked.year:
        return None
    point = asked.work.history.at(asked.region, asked.id, year)
    return None if point is None else asked.target.goal.judge(Facts(point.value)).met


def _early(asked: _Question) -> str:
    """提前实现, or 保持达标 where the base met it already."""
    return "held" if _met_at_base(asked) else "early"


def _before_due(asked: _Question, due: int) -> Standing:
    target, base = asked.target, asked.base
    blank = Standing(Status.UNDETERMINED, base=base, steps=(_compared(asked),))
    milestone = target.milestones.get(asked.year) if target.goal.paced else None
    if _paceless(asked) and milestone is None:
        return blank._replace(reasons=("no_pace",))
    if _met_at_base(asked):
        return blank._replace(status=Status.BEHIND, shade="lost")
    if base is not None and base.year < asked.year and not _paceless(asked):
        return _on_line(asked, due, base)
    if milestone is not None:
        return _milestone(asked, milestone)
    return blank._replace(reasons=("no_base" if base is None else "no_time",))


def _paceless(asked: _Question) -> bool:
    """Whether no line is drawn: a grade, a direction, what is each year's own, or by the catalogue's word."""
    target = asked.target
    return not target.goal.paced or target.pace == "none" or asked.promise.indicator.kind == "yearly"


def _milestone(asked: _Question, milestone: Decimal) -> Standing:
    """Without a base, the plan's own figure for this year still decides."""
    value, low = asked.facts.value, asked.target.goal.low
    rising = low is not None and value <= low  # within an interval it would be met
    reached = value >= milestone if rising else value <= milestone
    sign = "1" if rising else "-1"
    step = Step("milestone", {"c": plain(value), "T": plain(milestone), "d": sign}, _on_track(reached).value)
    shade = "on_schedule" if reached else "behind_schedule"
    steps = (_compared(asked), step)
    return Standing(_on_track(reached), shade, base=asked.base, steps=steps, milestones=(asked.year,))


def _on_track(reached: bool) -> Status:
    return Status.ON_TRACK if reached else Status.BEHIND


def _on_line(asked: _Question, due: int, base: Base) -> Standing:
    goal = asked.target.goal
    line = Line(Knot(base.year, base.value), due, goal.low, goal.high, asked.target.milestones, goal.strict)
    found = course(line, asked.year, asked.facts.value)
    return Standing(
        _on_track(found.on_schedule),
        "on_schedule" if found.on_schedule else "slipping" if found.slipping else "behind_schedule",
        base=base,
        pace=_pace(asked, due, found),
        steps=(_compared(asked), *_workings(asked, line, found)),
        milestones=tuple(knot.year for knot in (found.start, found.end) if knot.year in asked.target.milestones),
    )


def _pace(asked: _Question, due: int, found: Course) -> Pace:
    a_year = things_a_year(asked.things, due - asked.year)
    return Pace(found.expected, found.difference, found.required_per_year, found.projection, found.suffices, a_year)


def _base(asked: Promise) -> Base | None:
    """The catalogue's; for a total zero; else the last year before the period, else the first in it."""
    target, indicator, start = asked.target, asked.indicator, asked.work.catalogue.catalogue.period[0]
    if target.baseline is not None:
        place = Place("", (*indicator.route_of(asked.id, target), "baseline"))
        return Base(target.baseline.year, target.baseline.value, "catalogue", place)
    if indicator.kind == "total":
        return Base(start - 1, Decimal(0), "zero")
    if indicator.grades or indicator.kind == "yearly":
        return None
    found = asked.work.history.base(asked.region, asked.id, start)
    if found is None or found[0] > asked.year:
        return None
    year, point = found
    return Base(year, point.value, "previous" if point.stated else "report", point.place)


def _met_at_base(asked: _Question) -> bool:
    """Whether a base of an earlier year kept the promise already."""
    base = asked.base
    if base is None or base.year >= asked.year:
        return False
    return asked.target.goal.judge(Facts(base.value)).met is True


def _compared(asked: _Question) -> Step:
    """The comparison itself, with the numbers in it."""
    facts, goal = asked.facts, asked.target.goal
    inputs = {"value": plain(facts.value)}
    for key, value in (
        ("low", goal.low),
        ("high", goal.high),
        ("before", facts.before),
        ("reference", facts.reference),
    ):
        if value is not None:
            inputs[key] = plain(value)
    result = "extreme" if asked.verdict.extreme else "met" if asked.verdict.met else "short"
    return Step(f"compare_{goal.kind}", inputs, result)


def _workings(asked: _Question, line: Line, found: Course) -> tuple[Step, ...]:
    """The line with its numbers, and what is told beside it.

    counted     a value past the far bound of an interval, as far from the near one as it is past it
    line        d·(c − b)·(t1 − t0) ≥ d·(T − b)·(t − t0), between the two knots around the year
    expected    b + (T − b)·(t − t0) ÷ (t1 − t0)
    required    (T − c) ÷ (t1 − t), to the goal in the due year
    projection  c + (c − b) ÷ (t − t0)·(t1 − t), from the base to the due year
    """
    start, end, base = found.start, found.end, line.base
    value, year = plain(asked.facts.value), str(asked.year)
    knots = {"b": plain(start.value), "t0": str(start.year), "T": plain(end.value), "t1": str(end.year), "t": year}
    sides = {
        "c": plain(found.counted),
        "d": "1" if line.rising else "-1",
        "left": plain(found.left),
        "right": plain(found.right),
    }
    ahead = {"c": value, "t": year, "t1": str(line.due)}
    return (
        *_counted(line, asked.facts.value, found.counted),
        Step("line", knots | sides, _on_track(found.on_schedule).value),
        Step("expected", knots, plain(found.expected.value)),
        Step("required", ahead | {"T": plain(nearest(line, asked.facts.value))}, plain(found.required_per_year.value)),
        Step("projection", ahead | {"b": plain(base.value), "t0": str(base.year)}, plain(found.projection.value)),
    )


def _counted(line: Line, value: Decimal, counted: Decimal) -> tuple[Step, ...]:
    """How a value that went past an interval is counted; nothing for any other."""
    if counted == value:
        return ()
    sign, far = ("1", line.high) if line.rising else ("-1", line.low)
    numbers = {"c": value, "T": line.goal, "far": far}
    inputs = {key: plain(number) for key, number in numbers.items() if number is not None}
    return (Step("counted", inputs | {"d": sign}, plain(counted)),)
