"""The course of every indicator: its years side by side, what changed, where it leads. Nothing is judged here."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from anju_cli.catalogue import Words
from anju_cli.numbers import EXACT
from anju_cli.other_methods import Comparison
from anju_cli.outcome import Judgement, Outcome, PlainFigure, RevisedFigure, Section, StatedFigure, Status
from anju_cli.quotients import Quotient, quotient
from anju_cli.units import Unit

#: Region, target and year: one judgement of an outcome.
JudgementKey = tuple[str, str, int]


class Row(NamedTuple):
    """One year of a course.

    `stated` where only the next year's report gave the figure, as its year before; `set_apart` where it is
    imagined and others are not.
    `change` is in the unit (percentage points for a share), `percent` the same in per cent of the year
    before; both `None` where the year before is not known, `percent` also for shares and from zero or below.
    """

    year: int
    value: Decimal | None = None
    grade: str | None = None
    stated: bool = False
    sample: bool = False
    set_apart: bool = False
    revised: RevisedFigure | None = None
    change: Decimal | None = None
    percent: Quotient | None = None
    judgements: tuple[Judgement, ...] = ()
    plain: PlainFigure | None = None

    @property
    def written(self) -> str | None:
        """What stands in the report where it is not believed; a word for what is missing is no figure."""
        if self.plain is not None:
            return self.plain.written
        doubted = (judgement for judgement in self.judgements if judgement.status is Status.UNDETERMINED)
        return next((judgement.written for judgement in doubted if judgement.value is None), None)

    @property
    def unsettled(self) -> bool:
        """Whether nothing but an open query keeps it from being believed."""
        return any(judgement.would_be is not None for judgement in self.judgements) or (
            self.plain is not None and self.plain.to_settle
        )

    @property
    def assumed(self) -> bool:
        """Whether the figure is assumed, or a judgement of it rests on one that is."""
        return any(judgement.assumed for judgement in self.judgements) or (
            self.plain is not None and self.plain.assumed
        )

    @property
    def note(self) -> str:
        """What the report says of the figure."""
        return self.plain.note if self.plain is not None else self.judgements[0].note if self.judgements else ""

    @property
    def says_nothing(self) -> bool:
        """Whether nothing at all was reported."""
        return self.value is None and not self.written


class Ahead(NamedTuple):
    """Where the pace since the base leads: the due year, the value then, how far that lies above the nearest bound.

    `away` is below zero under a lower bound, above it over an upper one; `None` where the pace suffices.
    """

    judgement: Judgement
    year: int
    value: Quotient
    away: Quotient | None

    @property
    def above(self) -> bool:
        """Whether it is an upper bound that the pace leads over (or, where that does not suffice, to)."""
        high = self.judgement.promise.bounds.high
        return high is not None and self.value.side(high) >= 0


class Course(NamedTuple):
    """An indicator in one region. `promises` are the newest judgement of each promise about it."""

    region: str
    own: bool
    indicator: str
    name: Words
    unit: Unit
    promises: tuple[Judgement, ...]
    rows: tuple[Row, ...]

    @property
    def ahead(self) -> tuple[Ahead, ...]:
        """A projection for each promise that is still on its way."""
        return tuple(ahead for promise in self.promises if (ahead := _ahead(promise)) is not None)


class Trend(NamedTuple):
    """What `anju trend` shows. `comparison` is the method compared with, `compared` its words by judgement."""

    outcome: Outcome
    courses: tuple[Course, ...]
    comparison: str | None = None
    compared: Mapping[JudgementKey, Comparison] = MappingProxyType({})

    def compare(self, judgement: Judgement) -> Comparison | None:
        """What the other method says of a judgement; `None` where it was not asked."""
        return self.compared.get((judgement.region, judgement.target, judgement.year))


def courses(outcome: Outcome, indicators: Iterable[str] = ()) -> tuple[Course, ...]:
    """The courses of an outcome with all its years: own region first; of `indicators`, or of all that have figures."""
    ids = frozenset(indicators)
    mixed = len({section.sample for section in outcome.sections}) > 1
    growing: dict[tuple[str, str], _Growing] = {}
    for section in outcome.sections:
        blank = Row(section.year, sample=section.sample, set_apart=section.sample and mixed)
        for id_, name, unit, row in _rows(section, blank):
            if not ids or id_ in ids:
                blank_course = _Growing(section.region, section.own, id_, name, unit, {})
                course = growing.setdefault((section.region, id_), blank_course)
                course.rows[section.year] = row
    for figure in outcome.stated:
        if not ids or figure.indicator in ids:
            region, id_, own = figure.region, figure.indicator, figure.region == outcome.catalogue.region
            course = growing.setdefault((region, id_), _Growing(region, own, id_, figure.name, figure.unit, {}))
            _take_stated(figure, course, mixed=mixed)
    revised = {(figure.region, figure.indicator, figure.year): figure for figure in outcome.revised}
    ordered = sorted(growing.values(), key=lambda course: (not course.own, course.region))
    grown = (_course(course, revised) for course in ordered)
    return tuple(course for course in grown if not all(row.says_nothing for row in course.rows))


class _Growing(NamedTuple):
    """A course while its years are gathered."""

    region: str
    own: bool
    indicator: str
    name: Words
    unit: Unit
    rows: dict[int, Row]


def _take_stated(figure: StatedFigure, course: _Growing, *, mixed: bool) -> None:
    """A figure that the next year's report states, where its own year has none, or a word."""
    row = course.rows.get(figure.year, Row(figure.year, sample=figure.sample, set_apart=figure.sample and mixed))
    course.rows[figure.year] = row._replace(value=figure.value, grade=figure.grade, stated=True)


def _rows(section: Section, blank: Row) -> Iterator[tuple[str, Words, Unit, Row]]:
    """A section's figures, an indicator once with all its promises."""
    groups: dict[str, list[Judgement]] = {}
    for judgement in section.judgements:
        groups.setdefault(judgement.indicator, []).append(judgement)
    for id_, judgements in groups.items():
        first = judgements[0]
        row = blank._replace(value=first.value, grade=first.grade, judgements=tuple(judgements))
        yield id_, first.name, first.shown_unit, row
    for figure in section.unjudged:
        row = blank._replace(value=figure.value, grade=figure.grade, plain=figure)
        yield figure.indicator, figure.name, figure.unit, row


def _course(growing: _Growing, revised: Mapping[tuple[str, str, int], RevisedFigure]) -> Course:
    region, id_ = growing.region, growing.indicator
    rows = dict(growing.rows)
    newest: dict[str, Judgement] = {}
    for _, row in sorted(growing.rows.items()):
        newest |= {judgement.target: judgement for judgement in row.judgements}
    for year, row in rows.items():
        restated = revised.get((region, id_, year))
        rows[year] = row._replace(revised=restated, stated=row.stated and restated is None)
    return Course(
        region=region,
        own=growing.own,
        indicator=id_,
        name=growing.name,
        unit=growing.unit,
        promises=tuple(newest.values()),
        rows=tuple(_changed(row, rows.get(year - 1), growing.unit.written) for year, row in sorted(rows.items())),
    )


def _changed(row: Row, before: Row | None, unit: str) -> Row:
    """A year with its change on the year before; grades and gaps have none."""
    if before is None or row.value is None or before.value is None or row.grade is not None:
        return row
    change = EXACT.subtract(row.value, before.value)
    percent = None
    if unit != "%" and before.value > 0:
        percent = quotient(EXACT.multiply(change, Decimal(100)), before.value)
    return row._replace(change=change, percent=percent)


def _ahead(judgement: Judgement) -> Ahead | None:
    if judgement.progress is None or judgement.by is None:
        return None
    projection = judgement.progress.projection
    away = None if judgement.progress.suffices else projection.minus(_missed_bound(projection, judgement))
    return Ahead(judgement, judgement.by, projection, away)


def _missed_bound(value: Quotient, judgement: Judgement) -> Decimal:
    """The bound that a value outside the goal is nearest to."""
    low, high = judgement.promise.bounds
    bound = low if low is not None and (high is None or value.side(low) <= 0) else high
    return Decimal(0) if bound is None else bound
