"""How a promise stands in one region and year: the assessment in numbers, and what the reports add to it."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from anju_cli.catalogue import Promise, Words
from anju_cli.comparators import GoalDescription
from anju_cli.numbers import EXACT, places_of, plain
from anju_cli.pace import Progress
from anju_cli.places import Place
from anju_cli.quotients import Quotient, visible_need
from anju_cli.units import Unit


class Status(StrEnum):
    """Where a promise stands in one year. Red missed, yellow behind, green met or on track, grey the rest."""

    MISSED = "missed"
    BEHIND = "behind"
    ON_TRACK = "on_track"
    MET = "met"
    UNDETERMINED = "undetermined"
    NOT_REPORTED = "not_reported"
    PENDING = "pending"
    NOT_APPLICABLE = "not_applicable"
    WITHHELD = "withheld"


#: Worst first: the order in which people read.
ORDER: tuple[Status, ...] = tuple(Status)


class Shortfall(NamedTuple):
    """How many things are still to be done (or too many), at an unchanged denominator; `unit` is the numerator's.

    Of what is not counted one by one `need` is the exact amount and `room` the most that a goal with two bounds leaves.
    `form` is `past` where the number itself does not suffice, `about` where more would be too much.
    """

    number: int | Decimal
    unit: Unit
    need: Quotient | None = None
    room: Quotient | None = None
    form: str = ""


class Base(NamedTuple):
    """Where the line begins. `source` is `catalogue`, `report`, `previous` or `zero`, which stands nowhere."""

    year: int
    value: Decimal
    source: str


class Assessment(NamedTuple):
    """What the numbers of a series come to for one promise in one year: numbers and words of ours, no places.

    `detail` is the finer word, `reasons` what is lacking or open (codes among them), `would_be` the status if
    the open query were settled. `value` is in the indicator's unit, a grade its rank; `gap` below zero is short.
    `milestones` are the years whose milestone was used, `met_in` the year since which a promise that was missed when
    due has been kept, `met_before` the latest earlier year of the plan that kept what is broken now.
    """

    status: Status
    detail: str = ""
    reasons: tuple[str, ...] = ()
    would_be: Status | None = None
    value: Decimal | None = None
    before: Decimal | None = None
    reference: Decimal | None = None
    gap: Decimal | None = None
    base: Base | None = None
    progress: Progress | None = None
    shortfall: Shortfall | None = None
    milestones: tuple[int, ...] = ()
    running_total: Decimal | None = None
    met_in: int | None = None
    met_before: int | None = None


class Input(NamedTuple):
    """A number that a judgement was made from, and where it stands.

    `role` is `value`, `numerator`, `denominator`, `before`, `reference`, `base` or `milestone`; `note` is what its
    report says of it.
    """

    role: str
    year: int
    value: Decimal
    place: Place | None = None
    note: str = ""


class Judgement(NamedTuple):
    """One promise in one year of one region: the promise, the assessment, and what the reports say of the figure.

    `written` is the figure as it was written, `grade` its name where it is one, `explained` the codes that stand with
    a reason; `course` every believed year up to this one. `assumed` where any figure it was made from is;
    `on_sample` where any figure that it, or what it would be, was made from is imagined (of a year whose reports are
    all imagined the heading says so instead); `note` is what the report says of the figure.
    """

    promise: Promise
    region: str
    year: int
    assessment: Assessment
    written: str | None = None
    grade: str | None = None
    explained: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()
    course: tuple[tuple[int, Decimal], ...] = ()
    assumed: bool = False
    source: Place | None = None
    clause_place: Place | None = None
    on_sample: bool = False
    note: str = ""

    @property
    def target(self) -> str:
        """`indicator/comparator`."""
        return self.promise.key

    @property
    def indicator(self) -> str:
        """The indicator's id."""
        return self.promise.id

    @property
    def name(self) -> Words:
        """What is counted."""
        return self.promise.indicator.name

    @property
    def unit(self) -> str:
        """The indicator's unit."""
        return self.promise.indicator.unit

    @property
    def shown_unit(self) -> Unit:
        """The indicator's unit as pages show it."""
        return self.promise.indicator.shown_unit

    @property
    def area(self) -> str:
        """The service area's key."""
        return self.promise.area

    @property
    def clause(self) -> str:
        """Where the plan promises it."""
        return self.promise.target.clause

    @property
    def quote(self) -> str:
        """The plan's own words."""
        return self.promise.target.quote

    @property
    def lead(self) -> str:
        """The department that answers for it."""
        return self.promise.target.lead

    @property
    def aspirational(self) -> str:
        """The plan's own word for what it only strives for; empty for most."""
        return self.promise.target.aspirational

    @property
    def by(self) -> int | None:
        """The year it is due by; `None` when it is due every year."""
        return self.promise.target.by

    @property
    def goal(self) -> GoalDescription:
        """The goal as data."""
        return self.promise.description

    @property
    def directed(self) -> bool:
        """Whether the goal is a direction: held against nothing but the year before."""
        return self.promise.goal.needs == "before"

    @property
    def status(self) -> Status:
        """How it stands."""
        return self.assessment.status

    @property
    def detail(self) -> str:
        """The finer word."""
        return self.assessment.detail

    @property
    def reasons(self) -> tuple[str, ...]:
        """What is lacking or open."""
        return self.assessment.reasons

    @property
    def would_be(self) -> Status | None:
        """The status if the open query were settled."""
        return self.assessment.would_be

    @property
    def value(self) -> Decimal | None:
        """The figure that was judged, in the indicator's unit; a grade's rank."""
        return self.assessment.value

    @property
    def before(self) -> Decimal | None:
        """The year before."""
        return self.assessment.before

    @property
    def gap(self) -> Decimal | None:
        """How far from the goal; below zero is short."""
        return self.assessment.gap

    @property
    def base(self) -> Base | None:
        """Where the line begins."""
        return self.assessment.base

    @property
    def base_change(self) -> Decimal | None:
        """The change since the base."""
        assessment = self.assessment
        if assessment.base is None or assessment.value is None:
            return None
        return EXACT.subtract(assessment.value, assessment.base.value)

    @property
    def progress(self) -> Progress | None:
        """How it stands beside the line."""
        return self.assessment.progress

    @property
    def running_total(self) -> Decimal | None:
        """The sum over the period so far, for what is counted each year anew."""
        return self.assessment.running_total

    @property
    def met_in(self) -> int | None:
        """The year since which a promise that was missed when due has been kept."""
        return self.assessment.met_in

    @property
    def met_before(self) -> int | None:
        """The latest earlier year of the plan that kept what is broken now."""
        return self.assessment.met_before

    @property
    def shortfall(self) -> Shortfall | None:
        """The gap in things to do."""
        return self.assessment.shortfall

    @property
    def shortfall_a_year(self) -> int | Decimal | None:
        """What each year until the due one must bring in things to do, rounded up; on a line only."""
        shortfall, due = self.assessment.shortfall, self.promise.target.by
        if shortfall is None or due is None or self.assessment.progress is None:
            return None
        years = due - self.year
        if shortfall.need is None or isinstance(shortfall.number, int):
            return -(-int(shortfall.number) // years)
        room = shortfall.room and shortfall.room.shared(years)
        return visible_need(shortfall.need.shared(years), places_of(shortfall.number), room).bare

    @property
    def after_period(self) -> bool:
        """Whether its year lies behind the plan's last."""
        return self.year > self.promise.period[1]

    @property
    def years_used(self) -> tuple[int, ...]:
        """The years whose figures it was made from."""
        return tuple(sorted({figure.year for figure in self.inputs}))

    @property
    def short(self) -> bool:
        """Whether it is shown among what is missed or lags."""
        return self.status in (Status.MISSED, Status.BEHIND)


class PlainFigure(NamedTuple):
    """A figure that no promise is held against: of a year before the plan, or of a mere reference.

    One that is not believed has no value, but what was `written` and the codes of what is wrong with it;
    `to_settle` where nothing but an open query keeps it from being believed.
    """

    indicator: str
    name: Words
    value: Decimal | None
    unit: Unit
    grade: str | None = None
    written: str | None = None
    reasons: tuple[str, ...] = ()
    to_settle: bool = False
    assumed: bool = False
    note: str = ""


def written_value(figure: Judgement | PlainFigure) -> str | None:
    """A figure as an outcome writes it: the grade, or the exact number; `None` where none is believed."""
    return figure.grade if figure.grade is not None else None if figure.value is None else plain(figure.value)
