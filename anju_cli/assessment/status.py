"""The pure core: a promise and a series of numbers in, status and numbers out; no places, no texts, no files.

The order of questions: what stands in the year, what is lacking, the due year, met before it, a milestone, the line.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from anju_cli.assessment.series import Entry, Series
from anju_cli.assessment.shortfall import shortfall_of
from anju_cli.catalogue import Promise
from anju_cli.comparators import Facts, Verdict
from anju_cli.numbers import EXACT, countable
from anju_cli.outcome import Assessment, Base, Status
from anju_cli.pace import Knot, Progress, line_of, progress_on

#: The status that each word for a missing figure stands for.
_MISSING = {
    "blank": Status.NOT_REPORTED,
    "pending": Status.PENDING,
    "not_applicable": Status.NOT_APPLICABLE,
    "withheld": Status.WITHHELD,
}

NOT_REPORTED = Assessment(Status.NOT_REPORTED)


def assess(promise: Promise, series: Series) -> Assessment:
    """How a promise stands in the year of a series.

    A figure under an error is not judged; one under an open query neither, but what it would come to is told.
    """
    entry = series.entry
    if entry is None or (entry.stated and not entry.missing):
        return NOT_REPORTED
    doubt = entry.doubt
    if doubt is not None and doubt.refused:
        return Assessment(Status.UNDETERMINED, reasons=doubt.codes)
    codes = () if doubt is None else doubt.codes
    if entry.missing or entry.number is None:
        return Assessment(_MISSING.get(entry.missing, Status.UNDETERMINED), reasons=codes)
    judged = _judged(promise, series, entry, entry.number)
    if doubt is None:
        return judged
    return Assessment(Status.UNDETERMINED, reasons=codes, would_be=judged.status)


def settled(promise: Promise, series: Series) -> Assessment | None:
    """What a figure to be settled would come to; `None` where none is."""
    entry = series.entry
    if entry is None or entry.number is None or entry.missing or entry.doubt is None or entry.doubt.refused:
        return None
    return _judged(promise, series, entry, entry.number)


class _Question(NamedTuple):
    """A promise, the years around its figure, what the figure is held against, and what the goal says to it."""

    promise: Promise
    series: Series
    facts: Facts
    verdict: Verdict
    base: Base | None

    @property
    def base_met(self) -> bool:
        """Whether a base of an earlier year kept the promise already."""
        base = self.base
        if base is None or base.year >= self.series.year or self.base_open:
            return False
        return self.promise.goal.judge(Facts(base.value)).met is True

    @property
    def base_open(self) -> bool:
        """Whether the reports contradict the catalogue's base, and nothing says why."""
        return self.series.base_contradicted and self.base is not None and self.base.source == "catalogue"

    @property
    def milestones(self) -> Mapping[int, Decimal]:
        """What the plan asks of its own region on the way; of another region it asks nothing."""
        return self.promise.milestones if self.series.own else {}


class _Standing(NamedTuple):
    """A status with its finer word, and what led to it."""

    status: Status
    detail: str = ""
    reasons: tuple[str, ...] = ()
    progress: Progress | None = None
    met_in: int | None = None
    milestones: tuple[int, ...] = ()


def _judged(promise: Promise, series: Series, entry: Entry, number: Decimal) -> Assessment:
    if promise.absolute and not series.own:
        return Assessment(Status.UNDETERMINED, reasons=("not_comparable",), value=number, before=series.before)
    facts = Facts(number, series.before, series.reference_value if promise.reference else None, promise.best)
    verdict = promise.goal.judge(facts)
    base = None if verdict.met is None else base_of(promise, series)
    standing = _standing(_Question(promise, series, facts, verdict, base))
    return Assessment(
        status=standing.status,
        detail=standing.detail,
        reasons=standing.reasons,
        value=number,
        before=facts.before,
        reference=facts.reference,
        gap=verdict.gap,
        base=base,
        progress=standing.progress,
        shortfall=shortfall_of(promise, entry.parts) if verdict.met is False else None,
        milestones=standing.milestones,
        running_total=_running_total(promise, series),
        met_in=standing.met_in,
        met_before=None if verdict.met is not False else _met_before(promise, series),
    )


def _standing(question: _Question) -> _Standing:
    verdict, due = question.verdict, question.promise.due
    if verdict.met is None:
        return _Standing(Status.UNDETERMINED, reasons=(verdict.lacking,))
    if due is None or question.series.year >= due:
        return _in_due_year(question)
    if verdict.met:  # 提前实现, or 保持达标 where the base met it already
        return _Standing(Status.MET, "" if question.base_open else "held" if question.base_met else "early")
    return _before_due(question, due)


def _in_due_year(question: _Question) -> _Standing:
    """The comparator alone decides."""
    if not question.verdict.met:
        return _Standing(Status.MISSED)
    late = _met_late_in(question)
    return _Standing(Status.MET, "extreme" if question.verdict.extreme else "late" if late else "", met_in=late)


def _met_late_in(question: _Question) -> int | None:
    """The year since which a promise that was missed when it was due has been kept; `None` where it was not."""
    due, year = question.promise.due, question.series.year
    if due is None or _kept_in(question, due) is not False:
        return None
    while year > due and _kept_in(question, year - 1):
        year -= 1
    return year


def _kept_in(question: _Question, year: int) -> bool | None:
    """Whether an earlier year's figure keeps the promise; `None` where there is none that is believed."""
    number = question.series.years.believed_in(year) if year < question.series.year else None
    return None if number is None else question.promise.goal.judge(Facts(number)).met


def _before_due(question: _Question, due: int) -> _Standing:
    promise, base, year = question.promise, question.base, question.series.year
    milestone = question.milestones.get(year) if promise.goal.paced else None
    if not promise.paced and milestone is None:
        return _Standing(Status.UNDETERMINED, reasons=("no_pace",))
    if question.base_open and promise.paced:
        return _Standing(Status.UNDETERMINED, reasons=("base_contradicted",))
    if question.base_met:
        return _Standing(Status.BEHIND, "lost")
    if base is not None and base.year < year and promise.paced:
        return _on_line(question, due, base)
    if milestone is not None:
        return _at_milestone(question, milestone)
    later = question.series.own and promise.baseline is not None
    reason = "no_time" if base is not None else "base_later" if later else "no_base"
    return _Standing(Status.UNDETERMINED, reasons=(reason,))


def _at_milestone(question: _Question, milestone: Decimal) -> _Standing:
    """Without a base, the plan's own figure for this year still decides."""
    value = question.facts.value
    reached = value >= milestone if question.promise.bounds.rise_from(value) else value <= milestone
    return _Standing(*_on_track(reached), milestones=(question.series.year,))


def _on_track(reached: bool) -> tuple[Status, str]:
    return (Status.ON_TRACK, "on_schedule") if reached else (Status.BEHIND, "behind_schedule")


def _on_line(question: _Question, due: int, base: Base) -> _Standing:
    line = line_of(question.promise, Knot(base.year, base.value), due, question.milestones)
    progress = progress_on(line, question.series.year, question.facts.value)
    status, detail = _on_track(progress.on_schedule)
    if progress.slipping and not progress.on_schedule:
        detail = "slipping"
    milestones = [knot.year for knot in (progress.start, progress.end) if knot.year in question.milestones]
    return _Standing(status, detail, progress=progress, milestones=tuple(milestones))


def base_of(promise: Promise, series: Series) -> Base | None:
    """The catalogue's; for a total zero; else the last year before the period, else the first in it.

    The catalogue's is its own region's, and none where it lies ahead. What is due every year needs none, unless it is
    a direction: then the change since is told.
    """
    indicator, start = promise.indicator, promise.period[0]
    if promise.due is None and promise.bounds.ends:
        return None
    if promise.baseline is not None and series.own:
        baseline = promise.baseline
        return Base(baseline.year, baseline.value, "catalogue") if baseline.year <= series.year else None
    if indicator.kind == "total":
        return Base(start - 1, Decimal(0), "zero")
    if indicator.grades or indicator.kind == "yearly" or not series.years.course:
        return None
    year, number = series.years.course[0]
    for later, value in series.years.course:
        if later < start:
            year, number = later, value
    if year > series.year:
        return None
    return Base(year, number, "previous" if series.years.entries[year].stated else "report")


def _met_before(promise: Promise, series: Series) -> int | None:
    """The latest earlier year of the plan whose figure kept what is broken now: of levels and grades due by a year."""
    kept = promise.indicator.kind == "level" and promise.due is not None and promise.goal.needs in {"", "grades"}
    for year, number in reversed(series.years.course) if kept else ():
        if promise.period[0] <= year < series.year and promise.goal.judge(Facts(number)).met:
            return year
    return None


def _running_total(promise: Promise, series: Series) -> Decimal | None:
    """The sum over the period so far, for things or money counted each year anew."""
    indicator, (start, end) = promise.indicator, promise.period
    added = indicator.kind == "yearly" and promise.target.every_year and countable(indicator.unit)
    if not added or series.year > end:
        return None
    total = Decimal(0)
    for year in range(start, series.year + 1):
        number = series.years.believed_in(year)
        if number is None:
            return None
        total = EXACT.add(total, number)
    return total
