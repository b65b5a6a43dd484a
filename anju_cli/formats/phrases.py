"""Phrases that every page shares: a figure with its unit, the goal, the gap, the pace."""

from decimal import Decimal
from typing import NamedTuple

from anju_cli.catalogue import Promise
from anju_cli.characters import clipped, visible
from anju_cli.formats import shown_numbers
from anju_cli.numbers import EXACT, grouped
from anju_cli.outcome import Judgement, PlainFigure, Status
from anju_cli.pace import Progress
from anju_cli.texts import Texts


def quantity(value: Decimal, unit: str) -> str:
    """A value with its unit: 78.5 %, 17.8/10万."""
    return f"{grouped(value)}{unit[1:]}" if unit.startswith("1/") else f"{grouped(value)} {unit}".rstrip()


def signed(value: Decimal) -> str:
    """An exact change, with its sign."""
    return f"{'+' if value > 0 else ''}{grouped(value)}"


def figure(judgement: Judgement) -> str:
    """What was reported: the grade, the value with its unit, or a dash."""
    if judgement.grade is not None:
        return judgement.grade
    return quantity(judgement.value, judgement.unit) if judgement.value is not None else "—"


def plain_figure(figure: PlainFigure, say: Texts) -> str:
    """A figure that is not judged: the grade, or the value with its unit; in doubt as it was written, and why."""
    if figure.value is None:
        why = say("reason_code", codes=" ".join(figure.reasons))
        key = "figure_to_settle" if figure.to_settle else "doubted_figure"
        return say(key, written=visible(clipped(figure.written or "?")), why=why)
    told = figure.grade or quantity(figure.value, figure.unit)
    return told + say("paren", text=say("assumed_mark")) if figure.assumed else told


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
    goal, unit = promise.description, promise.unit
    phrase = say(
        f"goal_{goal.kind}",
        value="" if goal.value is None else quantity(goal.value, unit),
        low="" if goal.low is None else grouped(goal.low),
        high="" if goal.high is None else quantity(goal.high, unit),
        within="" if goal.within is None else grouped(goal.within),
        grade=goal.grade or "",
        reference=visible(promise.reference.name.in_(say.lang)) if promise.reference else "",
    )
    return phrase if against is None else say("goal_than", goal=phrase, value=grouped(against))


def gap(judgement: Judgement, say: Texts) -> str:
    """How far it is short, in the unit and in things to do; empty where nothing is short."""
    size = distance(judgement, say)
    return size + say("paren", text=things(judgement, say)) if size and judgement.shortfall and judgement.gap else size


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
        return say("grade_steps", count=grouped(amount))
    return f"{grouped(amount)} {say('points')}" if judgement.unit == "%" else quantity(amount, judgement.unit)


def things(judgement: Judgement, say: Texts) -> str:
    """The gap in things to do."""
    if judgement.shortfall is None:
        return ""
    key = "_".join(filter(None, ("things", "less" if is_over(judgement) else "more", judgement.shortfall.form)))
    return say(key, count=grouped(Decimal(judgement.shortfall.number)), unit=judgement.shortfall.unit)


class PacePhrases(NamedTuple):
    """The line in words; empty texts where there is no line, or no year before."""

    expected: str = ""
    remaining: str = ""
    last_change: str = ""
    projection: str = ""
    base: str = ""


def pace(judgement: Judgement, say: Texts) -> PacePhrases:
    """Expected by now, what each remaining year must bring, last year's change, the projection."""
    if judgement.progress is None or judgement.by is None:
        return PacePhrases()
    return PacePhrases(
        say("expected", **shown_numbers.expected(judgement.progress, judgement, say)._asdict())
        + _planned(judgement, say),
        _remaining(judgement, judgement.progress, judgement.by - judgement.year, say),
        last_change(judgement, say),
        _projection(judgement, judgement.progress, say),
        base(judgement, say),
    )


def _planned(judgement: Judgement, say: Texts) -> str:
    """That the number expected in this year is the plan's own."""
    own = any(given.role == "milestone" and given.year == judgement.year for given in judgement.inputs)
    return say("paren", text=say("milestone")) if own else ""


def _remaining(judgement: Judgement, progress: Progress, years: int, say: Texts) -> str:
    if not progress.required_per_year.dividend:  # the number itself does not suffice
        return say("remaining_past", years=years)
    need = shown_numbers.needed_yearly(progress, judgement)
    key = "remaining_one" if years == 1 else "remaining"
    if need.exact and judgement.promise.goal.strict:
        key += "_above"
    change = signed(need.bare) + (f" {say('points')}" if judgement.unit == "%" else "")
    phrase = say(key, years=years, about="" if need.exact else say("rounded"), change=change)
    if not judgement.shortfall_a_year or not judgement.shortfall or years == 1:
        return phrase
    a_year = say("remaining_things", count=grouped(Decimal(judgement.shortfall_a_year)), unit=judgement.shortfall.unit)
    return phrase + say("paren", text=a_year)


def _projection(judgement: Judgement, progress: Progress, say: Texts) -> str:
    """Where this pace leads; of what can't be only whether it suffices."""
    if shown_numbers.impossible(progress.projection, judgement):
        return say("projection_full" if progress.suffices else "projection_never", year=judgement.by)
    about, value = shown_numbers.projected(progress.projection, judgement, say)
    key = "projection_near" if about in {say("slightly_above"), say("slightly_below")} else "projection"
    ahead = say(key, year=judgement.by, about=about, value=value)
    return ahead + say("paren", text=say("projection_suffices" if progress.suffices else "projection_short"))


def last_change(judgement: Judgement, say: Texts) -> str:
    """The change on the year before, where it is known."""
    if judgement.before is None or judgement.value is None:
        return ""
    change = EXACT.subtract(judgement.value, judgement.before)
    return say("last_year", change=signed(change)) if change else say("flat")


def since_base(judgement: Judgement, say: Texts) -> str:
    """The change since the base year, where no line is drawn from it; not where the gap tells it already."""
    if (
        judgement.progress is not None
        or judgement.base is None
        or judgement.base_change is None
        or judgement.base.year >= judgement.year
        or (judgement.base.year == judgement.year - 1 and judgement.directed and distance(judgement, say))
    ):
        return ""
    if judgement.base_change == 0:
        return say("flat_since", year=judgement.base.year)
    return say("since_base", year=judgement.base.year, change=signed(judgement.base_change))


def course(judgement: Judgement, say: Texts) -> str:
    """The believed figures of the years up to this one; where the line begins is marked, and stands first."""
    base_year = judgement.base.year if judgement.base else None
    years = dict(judgement.course)
    if judgement.base is not None and judgement.base.source in {"catalogue", "zero"}:
        years |= {judgement.base.year: judgement.base.value}
    return say.listed(
        tuple(
            say("course_base" if year == base_year else "course_year", year=year, value=grouped(value))
            for year, value in sorted(years.items())
        )
    )


def running_total(judgement: Judgement, start: int, say: Texts) -> str:
    """What came together over the period so far, for what is counted each year anew."""
    if judgement.running_total is None or start >= judgement.year:
        return ""
    return say(
        "running_total", first=start, last=judgement.year, value=quantity(judgement.running_total, judgement.unit)
    )


def base(judgement: Judgement, say: Texts) -> str:
    """The base year and its value."""
    return "" if judgement.base is None else say("base", year=judgement.base.year, value=grouped(judgement.base.value))


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
