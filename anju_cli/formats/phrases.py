"""Phrases that every page shares: a figure with its unit, the goal, the gap, the pace."""

from decimal import Decimal

from anju_cli.catalogue import Promise
from anju_cli.characters import clipped, visible
from anju_cli.numbers import grouped
from anju_cli.outcome import Judgement, PlainFigure, Status
from anju_cli.submission import is_near
from anju_cli.texts import Texts
from anju_cli.units import Unit


def quantity(value: Decimal, unit: Unit, say: Texts) -> str:
    """A value with its unit: 78.5 %, 17.8/10万, 1 bed."""
    return unit.behind(grouped(value), say.lang)


def signed(value: Decimal) -> str:
    """An exact change, with its sign."""
    return f"{'+' if value > 0 else ''}{grouped(value)}"


def figure(judgement: Judgement, say: Texts) -> str:
    """What was reported: the grade, the value with its unit, or a dash."""
    if judgement.grade is not None:
        return judgement.grade
    return quantity(judgement.value, judgement.shown_unit, say) if judgement.value is not None else "—"


def aspiration(promise: Promise, say: Texts) -> str:
    """The plan's own word for what it only strives for."""
    return say("aspirational", word=visible(promise.target.aspirational)) if promise.target.aspirational else ""


def lead(promise: Promise, department: str, say: Texts) -> str:
    """Who leads a promise, by any name; that the catalogue chose it where the clause names nobody."""
    return department + say("paren", text=say("lead_assigned")) if promise.target.lead_assigned else department


def grounds(judgement: Judgement, say: Texts) -> tuple[str, ...]:
    """That it rests on what was assumed, or imagined."""
    marks = (("assumed_mark", judgement.assumed), ("on_sample_mark", judgement.on_sample))
    return tuple(say(key) for key, is_so in marks if is_so)


def note(text: str, say: Texts) -> str:
    """What the report says of a figure."""
    return say("note", note=text) if text else ""


def near_mark(text: str, say: Texts) -> str:
    """By the note of a figure, that its definition is near but not the plan's."""
    return say("near_mark") if is_near(text) else ""


def plain_figure(figure: PlainFigure, say: Texts) -> str:
    """A figure that is not judged: the grade, or the value with its unit; in doubt as it was written, and why."""
    if figure.value is None:
        why = say("reason_code", codes=" ".join(figure.reasons))
        key = "figure_to_settle" if figure.to_settle else "doubted_figure"
        return say(key, written=visible(clipped(figure.written or "?")), why=why)
    shown = figure.grade or quantity(figure.value, figure.unit, say)
    marks = tuple(filter(None, (say("assumed_mark") if figure.assumed else "", near_mark(figure.note, say))))
    return shown + say("paren", text=say.listed(marks)) if marks else shown


def held_against(judgement: Judgement) -> Decimal | None:
    """The number that a relative goal or a direction is held against, where it is known."""
    return judgement.before if judgement.directed else judgement.assessment.reference


def goal(judgement: Judgement, say: Texts) -> str:
    """The goal as the plan puts it, with the number that it is held against: 2020 年 ≥ 80 %."""
    return goal_phrase(judgement.promise, held_against(judgement), say)


def goal_phrase(promise: Promise, against: Decimal | None, say: Texts) -> str:
    """A goal with its schedule; a direction is each year's by nature."""
    phrase = bare_goal(promise, against, say)
    if promise.due is not None:
        return say("goal_by", year=promise.due, goal=phrase)
    return phrase if promise.goal.needs == "before" else say("goal_every_year", goal=phrase)


def bare_goal(promise: Promise, against: Decimal | None, say: Texts) -> str:
    """The goal without its schedule: ≥ 80 %."""
    goal, unit = promise.description, promise.shown_unit
    phrase = say(
        f"goal_{goal.kind}",
        value="" if goal.value is None else quantity(goal.value, unit, say),
        low="" if goal.low is None else grouped(goal.low),
        high="" if goal.high is None else quantity(goal.high, unit, say),
        within="" if goal.within is None else grouped(goal.within),
        grade=goal.grade or "",
        reference=visible(promise.reference.name.in_(say.lang)) if promise.reference else "",
    )
    return phrase if against is None else say("goal_than", goal=phrase, value=grouped(against))


def gap(judgement: Judgement, say: Texts) -> str:
    """How far it is short, in the unit and in things to do; empty where nothing is short."""
    size = distance(judgement, say)
    return size + say("paren", text=things(judgement, say)) if size and judgement.shortfall else size


def distance(judgement: Judgement, say: Texts) -> str:
    """How far it is short, in the unit alone; empty where nothing is short."""
    if judgement.gap is None or not _is_short(judgement):
        return ""
    if judgement.gap == 0:
        exactly = "exactly_high" if judgement.promise.goal.direction == "down" else "exactly_low"
        return say("flat") if judgement.directed else say(exactly)
    return say(_side(judgement), gap=_size(-judgement.gap, judgement, say))


def _side(judgement: Judgement) -> str:
    """Below or above what was promised; for a direction, below or above the year before."""
    if judgement.directed:
        return "above_last_year" if judgement.promise.goal.direction == "down" else "below_last_year"
    return "over" if is_over(judgement) else "short"


def is_over(judgement: Judgement) -> bool:
    """Whether a figure lies above what was promised."""
    high = judgement.promise.bounds.high
    return high is not None and judgement.value is not None and judgement.value > high


def _is_short(judgement: Judgement) -> bool:
    return judgement.gap is not None and (
        judgement.gap < 0 or (judgement.gap == 0 and judgement.status is not Status.MET)
    )


def _size(amount: Decimal, judgement: Judgement, say: Texts) -> str:
    if judgement.goal.grade is not None:
        return quantity(amount, _spoken("grade_steps", say), say)
    return quantity(amount, change_unit(judgement.shown_unit, say), say)


def change_unit(unit: Unit, say: Texts) -> Unit:
    """The unit of a difference: percentage points for a share."""
    return _spoken("points", say) if unit.written == "%" else unit


def _spoken(key: str, say: Texts) -> Unit:
    """A unit of ours."""
    return Unit(say(key), say(key))


def things(judgement: Judgement, say: Texts) -> str:
    """The gap in things to do."""
    if judgement.shortfall is None:
        return ""
    form = judgement.shortfall.form or ("measured" if judgement.shortfall.need else "")
    key = "_".join(filter(None, ("things", "less" if _too_many(judgement) else "more", form)))
    return say(key, **counted(judgement.shortfall.number, judgement.shortfall.unit, say))


def _too_many(judgement: Judgement) -> bool:
    """Whether things are to become fewer: for an upper bound always, also where the figure stands at it."""
    low, high = judgement.promise.bounds
    return high is not None and (low is None or is_over(judgement))


def counted(number: int | Decimal, unit: Unit, say: Texts) -> dict[str, str]:
    """A number of things to do, and their unit."""
    count = grouped(Decimal(number))
    return {"count": count, "unit": unit.in_(say.lang, count)}


def reasons(judgement: Judgement, say: Texts) -> str:
    """What is lacking or open."""
    codes = [reason for reason in judgement.reasons if reason.startswith("ANJ")]
    reference = judgement.promise.reference.name.in_(say.lang) if judgement.promise.reference else ""
    baseline = judgement.promise.baseline.year if judgement.promise.baseline else ""
    phrases = [
        say(f"reason_{reason}", reference=reference, year=baseline)
        for reason in judgement.reasons
        if reason not in codes
    ]
    if codes:
        phrases.append(say("reason_code", codes=" ".join(codes)))
    if judgement.status is Status.UNDETERMINED and not judgement.reasons:  # the head of its column is at fault
        phrases.append(say("figure_unread"))
    if judgement.would_be not in (None, Status.UNDETERMINED):  # an open query may not be all that is lacking
        phrases.append(say("would_be", status=say(f"status_{judgement.would_be}")))
    return "; ".join(phrases)


def detail(judgement: Judgement, say: Texts) -> str:
    """The finer word where it says more than the status; that a promise broken now was kept before."""
    if judgement.met_before is not None:
        return say("lost_since" if judgement.short else "short_since", year=judgement.met_before)
    return detail_word(judgement, say) if judgement.detail in _TELLING else ""


def progress_word(judgement: Judgement, say: Texts) -> str:
    """The finer word, or that a promise broken now was kept before: a column of its own for either."""
    return detail(judgement, say) if judgement.met_before is not None else detail_word(judgement, say)


def detail_word(judgement: Judgement, say: Texts) -> str:
    """The finer word; of a promise kept after its year, since when."""
    return say(f"shade_{judgement.detail}", year=judgement.met_in or judgement.year) if judgement.detail else ""


_TELLING = frozenset({"early", "held", "lost", "late", "slipping", "extreme"})
