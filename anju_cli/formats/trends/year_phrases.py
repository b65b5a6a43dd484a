"""Phrases of a course that every format of it shares: its head, a year, the way ahead."""

from decimal import Decimal
from typing import NamedTuple

from anju_cli.characters import clipped
from anju_cli.formats import pace_phrases, phrases, run_notes, shown_numbers, signs
from anju_cli.numbers import grouped, plain
from anju_cli.other_methods import Comparison
from anju_cli.outcome import Judgement
from anju_cli.quotients import MOST_PLACES, Quotient, RoundedNumber
from anju_cli.texts import Texts
from anju_cli.timelines import Ahead, Course, Row, Trend


class YearPhrases(NamedTuple):
    """One year in words; empty texts where there is nothing to say.

    `remarks` is how the figure came about, `note` what its report says of it.
    """

    figure: str
    change: str
    expected: str
    status: str
    compared: str
    remarks: str
    note: str


def year(row: Row, trend: Trend, say: Texts) -> YearPhrases:
    """A year: the figure, the change on the year before, what was expected, how each promise stands."""
    return YearPhrases(
        figure=figure(row, say),
        change=change(row, say),
        expected=say.listed(
            tuple(dict.fromkeys(filter(None, (_expected(judgement, say) for judgement in row.judgements))))
        ),
        status=say.listed(tuple(_standing(judgement, row, say) for judgement in row.judgements)),
        compared=say.listed(tuple(filter(None, (_compared(judgement, trend, say) for judgement in row.judgements)))),
        remarks=say.listed(tuple(filter(None, (marks(row, say), _imagined(row, say))))),
        note=phrases.note(row.note, say),
    )


def figure(row: Row, say: Texts) -> str:
    """The figure without its unit; in doubt as it was written, and marked; a dash where there is none."""
    if row.value is None:
        doubt = "trend_unsettled" if row.unsettled else "trend_doubtful"
        return say(doubt, written=clipped(row.written)) if row.written else "—"
    return row.grade or grouped(row.value)


def marks(row: Row, say: Texts) -> str:
    """How a figure came about, where no report of its own year gave it."""
    origins = (("assumed_mark", row.assumed), ("trend_stated", row.stated))
    revised = [] if row.revised is None else [say("trend_revised", was=row.revised.was, by=row.revised.by)]
    return say.listed((*revised, *(say(key) for key, is_so in origins if is_so)))


def change(row: Row, say: Texts) -> str:
    """The change on the year before: percentage points for a share, else in the unit and in per cent."""
    if not row.change:
        return "" if row.change is None else "0"
    difference = f"{row.change:+,f}"
    percent = None if row.percent is None else _percent(row.percent).value
    return difference + say("paren", text=f"{percent:+,f} %") if percent else difference


def _percent(percent: Quotient) -> RoundedNumber:
    """A change in per cent to one place, or as many as tell it from none."""
    return percent.apart((Decimal(0),), 1)


def expected_alone(row: Row, say: Texts) -> str:
    """What was expected, without the word that the head of a column has already."""
    shown = [
        shown_numbers.expected(judgement.progress, judgement, say)
        for judgement in row.judgements
        if judgement.progress is not None
    ]
    return say.listed(tuple(dict.fromkeys(f"{about} {value}".strip() for about, value in shown)))


def _expected(judgement: Judgement, say: Texts) -> str:
    return (
        ""
        if judgement.progress is None
        else say("trend_expected", **shown_numbers.expected(judgement.progress, judgement, say)._asdict())
    )


def _imagined(row: Row, say: Texts) -> str:
    """Imagined figures are marked one by one where others are not; where all are, the heading says so."""
    return say("sample") if row.set_apart else resting(row, say)


def resting(row: Row, say: Texts) -> str:
    """That what is judged rests on an imagined figure of another report."""
    return say("on_sample_mark") if any(judgement.on_sample for judgement in row.judgements) else ""


def _standing(judgement: Judgement, row: Row, say: Texts) -> str:
    """How a promise stands; of several each with its goal."""
    if len(row.judgements) == 1:
        return standing(judgement, say)
    goal = phrases.bare_goal(judgement.promise, None, say)
    return say("trend_of", goal=goal, standing=standing(judgement, say))


def standing(judgement: Judgement, say: Texts) -> str:
    """Shape and word of a status, with the finer word where it says more, or why it is open."""
    word = f"{signs.SHAPES[judgement.status]} {say(f'status_{judgement.status.value}')}"
    more = tuple(filter(None, (phrases.detail(judgement, say), phrases.reasons(judgement, say))))
    return word + (say("paren", text=say.listed(more)) if more else "")


def _compared(judgement: Judgement, trend: Trend, say: Texts) -> str:
    comparison = trend.compare(judgement)
    return "" if comparison is None else compared(comparison, say)


def compared(comparison: Comparison, say: Texts) -> str:
    """What another method says: its ratio to four places, and its word."""
    word = say(f"compared_{comparison.status}")
    return word if comparison.ratio is None else say("compared", ratio=round(comparison.ratio, 4), status=word)


def ahead(projection: Ahead, say: Texts) -> str:
    """Where this pace leads, and how far that is below or above what was promised."""
    judgement, away = projection.judgement, projection.away
    if shown_numbers.impossible(projection.value, judgement):
        return say("trend_ahead_full" if away is None else "trend_ahead_never")
    about, value = shown_numbers.projected(projection.value, judgement, say)
    if away is None:
        return say("trend_ahead", about=about, value=value)
    if not away.rounded(MOST_PLACES).value:  # at the bound, or too near for a number
        return say("trend_ahead_near", about=about, value=value)
    size_about, size = shown_numbers.shown(away.size(), (Decimal(0),), judgement, say)
    side = "over" if projection.above else "short"
    return say(f"trend_ahead_{side}", about=about, value=value, size_about=size_about, size=size)


def promise(judgement: Judgement, course: Course, trend: Trend, say: Texts) -> tuple[str, ...]:
    """A promise: its goal, who leads it (in the plan's own region), by which clause, and where its line begins."""
    department = run_notes.department(judgement.lead, trend.outcome.catalogue, say)
    lead = phrases.lead(judgement.promise, department, say) if course.own else ""
    goal = phrases.goal_phrase(judgement.promise, judgement.assessment.reference, say)
    aspiration, base = phrases.aspiration(judgement.promise, say), pace_phrases.base(judgement, say)
    return tuple(filter(None, (say("goal", goal=goal), aspiration, lead, judgement.clause, base)))


def name(course: Course, say: Texts) -> str:
    """An indicator; that of another region says so."""
    indicator = course.name.in_(say.lang)
    return indicator if course.own else say("trend_other", region=course.region, name=indicator)


def plain_percent(percent: Quotient | None) -> str:
    """A change in per cent to one place, as a bare number."""
    return "" if percent is None else plain(_percent(percent).value)
