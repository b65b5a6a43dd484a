"""Phrases that every page shares: a figure with its unit, the goal, the gap, the pace."""

from decimal import ROUND_HALF_EVEN, ROUND_UP, Decimal
from typing import NamedTuple

from anju_cli.characters import clipped, visible
from anju_cli.numbers import EXACT, RoundedNumber, grouped
from anju_cli.outcome import GoalFacts, Judgement, Pace, PlainFigure, Status
from anju_cli.texts import Texts

#: A shape beside each status's word; all of them exist in GBK.
SHAPES: dict[Status, str] = {
    Status.MISSED: "×",
    Status.BEHIND: "△",
    Status.ON_TRACK: "○",
    Status.MET: "√",
    Status.UNDETERMINED: "?",
    Status.NOT_REPORTED: "—",
    Status.PENDING: "…",
    Status.NOT_APPLICABLE: "□",
    Status.WITHHELD: "■",
}

#: The lights: red missed, yellow behind, green met or on track, grey the rest.
COLOURS: dict[Status, str] = {
    Status.MISSED: "red",
    Status.BEHIND: "yellow",
    Status.ON_TRACK: "green",
    Status.MET: "green",
}
GREY = "bright_black"


def quantity(value: Decimal, unit: str) -> str:
    """A value with its unit: 78.5 %, 17.8/10万."""
    return f"{grouped(value)}{unit[1:]}" if unit.startswith("1/") else f"{grouped(value)} {unit}".rstrip()


class About(NamedTuple):
    """A number for show, and the word that says it was rounded, to be put where the language wants it."""

    about: str
    value: str


def shown(value: RoundedNumber, judgement: Judgement, say: Texts) -> About:
    """A number with as many places as the figure or its goal: half to even (GB/T 8170—2008)."""
    rounded = _rounded(value, _places(judgement), ROUND_HALF_EVEN)
    return About("" if rounded.exact else say("rounded"), grouped(rounded.value))


def signed(value: Decimal) -> str:
    """An exact change, with its sign."""
    return f"{'+' if value > 0 else ''}{grouped(value)}"


def _needed(found: Pace, judgement: Judgement, say: Texts) -> About:
    """What each year must bring, with a place more than the figure has and never rounded towards less."""
    rounded = _rounded(found.required_per_year, _places(judgement) + 1, ROUND_UP)
    points = f" {say('points')}" if judgement.unit == "%" else ""
    return About("" if rounded.exact else say("rounded"), signed(rounded.value) + points)


def _places(judgement: Judgement) -> int:
    """The places of figure and goal, at least one."""
    numbers = (judgement.value, judgement.goal.low, judgement.goal.high)
    return max(1, *(-int(number.as_tuple().exponent) for number in numbers if number is not None))


def _rounded(value: RoundedNumber, places: int, rounding: str) -> RoundedNumber:
    """To so many places, where it has more."""
    if -int(value.value.as_tuple().exponent) <= places:
        return value
    short = value.value.quantize(Decimal(1).scaleb(-places), rounding=rounding)
    return value if short == value.value else RoundedNumber(short, exact=False)


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


def bare_goal(judgement: Judgement, say: Texts) -> str:
    """The goal without its schedule: ≥ 80 %."""
    held_against = (
        judgement.goal.reference_value
        if judgement.goal.reference
        else judgement.previous
        if is_direction(judgement.goal)
        else None
    )
    return _bare(judgement.goal, judgement.unit, held_against, say)


def goal(judgement: Judgement, say: Texts) -> str:
    """The goal as the plan puts it: 2020 年 ≥ 80 %."""
    held_against = (
        judgement.goal.reference_value
        if judgement.goal.reference
        else judgement.previous
        if is_direction(judgement.goal)
        else None
    )
    return goal_phrase(judgement.goal, judgement.unit, judgement.by, held_against, say)


def goal_phrase(facts: GoalFacts, unit: str, by: int | None, held_against: Decimal | None, say: Texts) -> str:
    """A goal with its schedule; a direction is each year's by nature."""
    phrase = _bare(facts, unit, held_against, say)
    if by is not None:
        return say("goal_by", year=by, goal=phrase)
    return phrase if is_direction(facts) else say("goal_every_year", goal=phrase)


def is_direction(facts: GoalFacts) -> bool:
    """Whether a goal has nothing but the year before to be held against."""
    return facts.low is None and facts.high is None and facts.grade is None and facts.reference is None


def _bare(facts: GoalFacts, unit: str, held_against: Decimal | None, say: Texts) -> str:
    phrase = say(
        f"goal_{facts.kind}",
        value="" if facts.value is None else quantity(facts.value, unit),
        low="" if facts.low is None else grouped(facts.low),
        high="" if facts.high is None else quantity(facts.high, unit),
        within="" if facts.within is None else grouped(facts.within),
        grade=facts.grade or "",
        reference=visible(facts.reference_name.in_(say.lang)) if facts.reference_name else "",
    )
    return phrase if held_against is None else say("goal_than", goal=phrase, value=grouped(held_against))


def gap(judgement: Judgement, say: Texts) -> str:
    """How far it is short, in the unit and in things to do; empty where nothing is short."""
    if judgement.gap is None or not _is_short(judgement):
        return ""
    if judgement.gap == 0:
        return (
            say("flat")
            if is_direction(judgement.goal)
            else say("exactly_high" if judgement.goal.low is None else "exactly_low")
        )
    size = say(_side(judgement), gap=_size(-judgement.gap, judgement, say))
    return f"{size}{say('paren', text=things(judgement, say))}" if judgement.things else size


def _side(judgement: Judgement) -> str:
    """Below or above what was promised; for a direction, below or above the year before."""
    above = judgement.goal.kind == "falls" or (
        judgement.goal.high is not None and judgement.value is not None and judgement.value > judgement.goal.high
    )
    if is_direction(judgement.goal):
        return "above_last_year" if above else "below_last_year"
    return "over" if above else "short"


def _is_short(judgement: Judgement) -> bool:
    return judgement.gap is not None and (
        judgement.gap < 0 or (judgement.gap == 0 and judgement.status is not Status.MET)
    )


def _size(amount: Decimal, judgement: Judgement, say: Texts) -> str:
    if judgement.goal.grade is not None:
        return f"{grouped(amount)} {say('grade_steps')}"
    return f"{grouped(amount)} {say('points')}" if judgement.unit == "%" else quantity(amount, judgement.unit)


def things(judgement: Judgement, say: Texts) -> str:
    """The gap in things to do."""
    if judgement.things is None:
        return ""
    above = judgement.goal.high is not None and judgement.value is not None and judgement.value > judgement.goal.high
    return say(
        "things_less" if above else "things_more", count=f"{judgement.things.number:,}", unit=judgement.things.unit
    )


class PacePhrases(NamedTuple):
    """The line in words; empty texts where there is no line, or no year before."""

    expected: str = ""
    remaining: str = ""
    last_change: str = ""
    projection: str = ""
    base: str = ""


def pace(judgement: Judgement, say: Texts) -> PacePhrases:
    """Expected by now, what each remaining year must bring, last year's change, the projection."""
    if judgement.pace is None or judgement.by is None:
        return PacePhrases()
    return PacePhrases(
        say("expected", **shown(judgement.pace.expected, judgement, say)._asdict()) + _planned(judgement, say),
        _remaining(judgement, judgement.pace, judgement.by - judgement.year, say),
        last_change(judgement, say),
        _projection(judgement, judgement.pace, say),
        base(judgement, say),
    )


def _planned(judgement: Judgement, say: Texts) -> str:
    """That the number expected in this year is the plan's own."""
    own = any(given.role == "milestone" and given.year == judgement.year for given in judgement.inputs)
    return say("paren", text=say("milestone")) if own else ""


def _remaining(judgement: Judgement, found: Pace, years: int, say: Texts) -> str:
    if found.required_per_year.value == 0:  # the number itself does not suffice
        return say("remaining_past", years=years)
    about, change = _needed(found, judgement, say)
    phrase = say("remaining_one" if years == 1 else "remaining", years=years, about=about, change=change)
    if not found.required_things or not judgement.things or years == 1:
        return phrase
    a_year = say("remaining_things", count=f"{found.required_things:,}", unit=judgement.things.unit)
    return phrase + say("paren", text=a_year)


def _projection(judgement: Judgement, found: Pace, say: Texts) -> str:
    """Where this pace leads; a share beyond 100 is only said to suffice."""
    if found.suffices and beyond_the_whole(found.projection, judgement.unit):
        return say("projection_full", year=judgement.by)
    ahead = say("projection", year=judgement.by, **shown(found.projection, judgement, say)._asdict())
    return ahead + say("paren", text=say("projection_suffices" if found.suffices else "projection_short"))


def beyond_the_whole(projection: RoundedNumber, unit: str) -> bool:
    """Whether a projected share is none that can be."""
    return unit == "%" and projection.value > 100  # noqa: PLR2004 - per cent


def last_change(judgement: Judgement, say: Texts) -> str:
    """The change on the year before, where it is known."""
    if judgement.previous is None or judgement.value is None:
        return ""
    change = EXACT.subtract(judgement.value, judgement.previous)
    return say("last_year", change=signed(change)) if change else say("flat")


def since_base(judgement: Judgement, say: Texts) -> str:
    """The change since the base year, where no line is drawn from it."""
    if (
        judgement.pace is not None
        or judgement.base is None
        or judgement.base_change is None
        or judgement.base.year >= judgement.year
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
    reference = judgement.goal.reference_name.in_(say.lang) if judgement.goal.reference_name else ""
    phrases = [say(f"reason_{reason}", reference=reference) for reason in judgement.reasons if reason not in codes]
    if codes:
        phrases.append(say("reason_code", codes=" ".join(codes)))
    if judgement.would_be not in (None, Status.UNDETERMINED):  # an open query may not be all that is lacking
        phrases.append(say("would_be", status=say(f"status_{judgement.would_be}")))
    return "; ".join(phrases)


def shade(judgement: Judgement, say: Texts) -> str:
    """The finer word where it says more than the status."""
    return shade_word(judgement, say) if judgement.shade in _TELLING else ""


def shade_word(judgement: Judgement, say: Texts) -> str:
    """The finer word; of a promise kept after its year, since when."""
    return say(f"shade_{judgement.shade}", year=judgement.met_in or judgement.year) if judgement.shade else ""


_TELLING = frozenset({"early", "held", "lost", "late", "slipping", "extreme"})
