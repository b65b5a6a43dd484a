"""Where a figure stands: the order of questions from the due year to the line."""

from decimal import Decimal
from typing import NamedTuple

from anju_cli.catalogue import Indicator, Target
from anju_cli.comparators import Facts, Verdict
from anju_cli.engine.belief import Believing
from anju_cli.engine.things import things_a_year, things_to_do
from anju_cli.numbers import plain
from anju_cli.outcome import Base, Pace, Status, Step
from anju_cli.pace import Course, Knot, Line, course
from anju_cli.submission import Figure


class Standing(NamedTuple):
    """A status with its finer word, and what led to it."""

    status: Status
    shade: str = ""
    reasons: tuple[str, ...] = ()
    base: Base | None = None
    pace: Pace | None = None
    steps: tuple[Step, ...] = ()


class _Question(NamedTuple):
    work: Believing
    region: str
    year: int
    id: str
    indicator: Indicator
    target: Target
    figure: Figure
    facts: Facts
    verdict: Verdict


def stand(
    work: Believing, where: tuple[str, int], promise: tuple[Target, Figure], facts: Facts, verdict: Verdict
) -> Standing:
    """The order of questions: lacking facts, the due year, met before it, a milestone, the line.

    `where` is region and year; `promise` the target with the figure that answers it.
    """
    (region, year), (target, figure) = where, promise
    id_ = figure.indicator
    asked = _Question(work, region, year, id_, work.catalogue.indicators[id_], target, figure, facts, verdict)
    if verdict.met is None:
        return Standing(Status.UNDETERMINED, reasons=(verdict.lacking,))
    base = _base(asked)
    if target.due is None or year >= target.due:
        return _due(asked, base)
    if verdict.met:
        return Standing(Status.MET, _early(asked, base), base=base, steps=(_compared(asked),))
    return _before_due(asked, target.due, base)


def _due(asked: _Question, base: Base | None) -> Standing:
    """The comparator alone decides."""
    met = asked.verdict.met
    shade = "extreme" if asked.verdict.extreme else "late" if met and _missed_when_due(asked) else ""
    return Standing(Status.MET if met else Status.MISSED, shade, base=base, steps=(_compared(asked),))


def _missed_when_due(asked: _Question) -> bool:
    """Whether the promise is kept only now, after the year it was due by."""
    due = asked.target.due
    if due is None or asked.year <= due:
        return False
    point = asked.work.history.at(asked.region, asked.id, due)
    return point is not None and asked.target.goal.judge(Facts(point.value)).met is False


def _early(asked: _Question, base: Base | None) -> str:
    """提前实现, or 保持达标 where the base met it already."""
    return "held" if _met_at_base(asked, base) else "early"


def _before_due(asked: _Question, due: int, base: Base | None) -> Standing:
    target = asked.target
    steps = (_compared(asked),)
    if not target.goal.paced or target.pace == "none":
        return Standing(Status.UNDETERMINED, reasons=("no_pace",), base=base, steps=steps)
    if _met_at_base(asked, base):
        return Standing(Status.BEHIND, "lost", base=base, steps=steps)
    if base is None or base.year >= asked.year:
        milestone = target.milestones.get(asked.year)
        if milestone is not None:
            return _milestone(asked, base, milestone)
        reason = "no_time" if base is not None else "no_base"
        return Standing(Status.UNDETERMINED, reasons=(reason,), base=base, steps=steps)
    return _on_line(asked, due, base)


def _milestone(asked: _Question, base: Base | None, milestone: Decimal) -> Standing:
    """Without a base, the plan's own figure for this year still decides."""
    value, low = asked.facts.value, asked.target.goal.low
    rising = low is not None and value <= low  # within an interval it would be met
    reached = value >= milestone if rising else value <= milestone
    step = Step("milestone", {"value": plain(value), "milestone": plain(milestone)}, str(reached).lower())
    status = Status.ON_TRACK if reached else Status.BEHIND
    return Standing(status, "on_schedule" if reached else "behind_schedule", base=base, steps=(_compared(asked), step))


def _on_line(asked: _Question, due: int, base: Base) -> Standing:
    goal = asked.target.goal
    strict = goal.kind in {"greater_than", "less_than"}
    line = Line(Knot(base.year, base.value), due, goal.low, goal.high, asked.target.milestones, strict)
    found = course(line, asked.year, asked.facts.value)
    shade = "on_schedule" if found.on_schedule else "slipping" if found.slipping else "behind_schedule"
    return Standing(
        Status.ON_TRACK if found.on_schedule else Status.BEHIND,
        shade,
        base=base,
        pace=_pace(asked, due, found),
        steps=(_compared(asked), *_workings(asked, line, found)),
    )


def _pace(asked: _Question, due: int, found: Course) -> Pace:
    things = things_to_do(asked.figure, asked.indicator, asked.target.goal)
    a_year = things_a_year(things, due - asked.year)
    return Pace(found.expected, found.difference, found.required_per_year, found.projection, found.suffices, a_year)


def _base(asked: _Question) -> Base | None:
    """The catalogue's; for a total zero; else the last year before the period, else the first in it."""
    target, start = asked.target, asked.work.catalogue.catalogue.period[0]
    if target.baseline is not None:
        return Base(target.baseline.year, target.baseline.value, "catalogue")
    if asked.indicator.kind == "total":
        return Base(start - 1, Decimal(0), "zero")
    if asked.indicator.grades or asked.indicator.kind == "yearly":
        return None
    found = asked.work.history.base(asked.region, asked.id, start)
    if found is None or found[0] > asked.year:
        return None
    year, point = found
    return Base(year, point.value, "previous" if point.stated else "report")


def _met_at_base(asked: _Question, base: Base | None) -> bool:
    """Whether a base of an earlier year kept the promise already."""
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
    return Step(f"compare_{goal.kind}", inputs, "met" if asked.verdict.met else "short")


def _workings(asked: _Question, line: Line, found: Course) -> tuple[Step, ...]:
    """The line with its numbers: d·(c − b)·(t1 − t0) ≥ d·(T − b)·(t − t0)."""
    inputs = {
        "b": plain(found.start.value),
        "t0": str(found.start.year),
        "T": plain(found.end.value),
        "t1": str(found.end.year),
        "c": plain(asked.facts.value),
        "t": str(asked.year),
        "d": "1" if line.rising else "-1",
        "left": plain(found.left),
        "right": plain(found.right),
    }
    return (
        Step("line", inputs, "on_track" if found.on_schedule else "behind"),
        Step("expected", {}, plain(found.expected.value)),
        Step("required", {}, plain(found.required_per_year.value)),
        Step("projection", {}, plain(found.projection.value)),
    )
