"""The working behind a judgement, on demand: each step with its numbers, derived again from what was judged."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from anju_cli.comparators import Facts
from anju_cli.numbers import EXACT, plain
from anju_cli.outcome import Judgement, Status
from anju_cli.pace import Knot, Line, Progress, line_of, nearest
from anju_cli.quotients import Quotient

#: A number of the working: exact in its unit, a year, or a count of things; `d` is 1 or -1.
Number: TypeAlias = Decimal | int


def written(number: Number | str) -> str:
    """A number of the working in plain notation; a word as it is."""
    return plain(number) if isinstance(number, Decimal) else str(number)


class Step(NamedTuple):
    """One step: what was done (the key of its formula), with which numbers, and what came of it (a number or a word).

    What was divided is a quotient, exact until it is shown.
    """

    code: str
    inputs: dict[str, Number]
    result: Number | Quotient | str


def trace(judgement: Judgement) -> tuple[Step, ...]:
    """Every step, in the order of the questions; none where nothing was compared."""
    value = judgement.value
    if value is None or judgement.gap is None:
        return ()
    return (
        *_compared(judgement, value), *_at_milestone(judgement, value), *_on_line(judgement, value),
        *_shortfall(judgement),
    )  # fmt: skip


def _compared(judgement: Judgement, value: Decimal) -> Iterator[Step]:
    """The comparison itself, with the numbers in it."""
    assessment, promise = judgement.assessment, judgement.promise
    verdict = promise.goal.judge(Facts(value, assessment.before, assessment.reference, promise.best))
    low, high = promise.bounds
    numbers = {"low": low, "high": high, "before": assessment.before, "reference": assessment.reference}
    inputs: dict[str, Number] = {"value": value}
    inputs |= {key: number for key, number in numbers.items() if number is not None}
    yield Step(
        f"compare_{promise.goal.kind}", inputs, "extreme" if verdict.extreme else "met" if verdict.met else "short"
    )


def _at_milestone(judgement: Judgement, value: Decimal) -> Iterator[Step]:
    """Without a base, the plan's own figure for the year decides."""
    if judgement.progress is not None or not judgement.assessment.milestones:
        return
    promise, milestone = judgement.promise, judgement.promise.milestones[judgement.year]
    sign = 1 if promise.bounds.rise_from(value) else -1
    yield Step("milestone", {"c": value, "T": milestone, "d": sign}, judgement.status.value)


def _on_line(judgement: Judgement, value: Decimal) -> Iterator[Step]:
    """The line with its numbers, and what is told beside it.

    counted     a value past the far bound of an interval, as far from the near one as it is past it
    line        d·(c − b)·(t1 − t0) ≥ d·(T − b)·(t − t0), between the two knots around the year
    expected    b + (T − b)·(t − t0) ÷ (t1 − t0)
    required    (T − c) ÷ (t1 − t), to the goal in the due year
    projection  c + (c − b) ÷ (t − t0)·(t1 − t), from the base to the due year
    """
    progress, base, due, year = judgement.progress, judgement.base, judgement.by, judgement.year
    if progress is None or base is None or due is None:
        return
    line = line_of(judgement.promise, Knot(base.year, base.value), due, {})
    yield from _counted(line, value, progress)
    start, end = progress.start, progress.end
    knots: dict[str, Number] = {"b": start.value, "t0": start.year, "T": end.value, "t1": end.year, "t": year}
    sides: dict[str, Number] = {
        "c": progress.counted, "d": 1 if line.rising else -1, "left": progress.left, "right": progress.right,
    }  # fmt: skip
    ahead: dict[str, Number] = {"c": value, "t": year, "t1": due}
    on_line = Status.ON_TRACK if progress.on_schedule else Status.BEHIND
    yield Step("line", knots | sides, on_line.value)
    yield Step("expected", knots, progress.expected)
    yield Step("required", ahead | {"T": nearest(line, value)}, progress.required_per_year)
    yield Step("projection", ahead | {"b": base.value, "t0": base.year}, progress.projection)


def _counted(line: Line, value: Decimal, progress: Progress) -> Iterator[Step]:
    """How a value that went past an interval is counted; nothing for any other."""
    far = line.high if line.rising else line.low
    if progress.counted != value and far is not None:
        inputs: dict[str, Number] = {"c": value, "T": line.goal, "far": far, "d": 1 if line.rising else -1}
        yield Step("counted", inputs, progress.counted)


def _shortfall(judgement: Judgement) -> Iterator[Step]:
    """The working behind a number of things, if there is one; `d` is -1 where they are too many.

    Of things counted one by one: where the number itself does not suffice, the least whole number above the quotient.
    """
    shortfall, per = judgement.shortfall, judgement.promise.indicator.per
    parts = {number.role: number.value for number in judgement.inputs}
    if shortfall is None or per is None:
        return
    numerator, denominator = parts["numerator"], parts["denominator"]
    low, high = judgement.promise.bounds
    below = low is not None and EXACT.multiply(numerator, per) < EXACT.multiply(low, denominator)
    goal = low if low is not None and (below or high is None) else high
    code = "things_measured" if shortfall.need else "things_above" if judgement.promise.goal.strict else "things"
    numbers = {"T": goal, "D": denominator, "per": per, "N": numerator}
    inputs: dict[str, Number] = {key: number for key, number in numbers.items() if number is not None}
    yield Step(code, inputs | {"d": 1 if goal is low else -1}, shortfall.need or int(shortfall.number))


def needs_room(code: str, judgement: Judgement) -> tuple[Quotient | None] | None:
    """Of a step that is a need (never to be rounded towards less) the most that its goal leaves; else `None`."""
    if code == "required" and judgement.progress is not None:
        return (judgement.progress.room,)
    if code == "things_measured" and judgement.shortfall is not None:
        return (judgement.shortfall.room,)
    return None
