"""The line in words: what is expected by now, what is needed, where the pace leads, the years behind it."""

from typing import NamedTuple

from anju_cli.formats import phrases, shown_numbers
from anju_cli.numbers import EXACT, grouped
from anju_cli.outcome import Judgement
from anju_cli.pace import Progress
from anju_cli.texts import Texts


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
    change = phrases.signed(need.bare)
    if judgement.unit == "%":
        change = phrases.change_unit(judgement.shown_unit, say).behind(change, say.lang)
    phrase = say(key, years=years, about="" if need.exact else say("rounded"), change=change)
    if not judgement.shortfall_a_year or not judgement.shortfall or years == 1:
        return phrase
    a_year = say("remaining_things", **phrases.counted(judgement.shortfall_a_year, judgement.shortfall.unit, say))
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
    return say("last_year", change=phrases.signed(change)) if change else say("flat")


def since_base(judgement: Judgement, say: Texts) -> str:
    """The change since the base year, where no line is drawn from it; not where the gap tells it already."""
    if (
        judgement.progress is not None
        or judgement.base is None
        or judgement.base_change is None
        or judgement.base.year >= judgement.year
        or (judgement.base.year == judgement.year - 1 and judgement.directed and phrases.distance(judgement, say))
    ):
        return ""
    if judgement.base_change == 0:
        return say("flat_since", year=judgement.base.year)
    return say("since_base", year=judgement.base.year, change=phrases.signed(judgement.base_change))


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
        "running_total",
        first=start,
        last=judgement.year,
        value=phrases.quantity(judgement.running_total, judgement.shown_unit, say),
    )


def base(judgement: Judgement, say: Texts) -> str:
    """The base year and its value; that its definition is near but not the plan's."""
    if judgement.base is None:
        return ""
    shown = say("base", year=judgement.base.year, value=grouped(judgement.base.value))
    mark = next((phrases.near_mark(number.note, say) for number in judgement.inputs if number.role == "base"), "")
    return shown + say("paren", text=mark) if mark else shown
