"""What a run came to: judgements, findings, counts; made once, read by every format."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from anju_cli.catalogue import Catalogue, Target, Words
from anju_cli.diagnostics import Diagnostic, Level
from anju_cli.numbers import RoundedNumber, plain
from anju_cli.places import Cell, Place, Span


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


class GoalFacts(NamedTuple):
    """The goal as numbers; what does not apply is `None`."""

    kind: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    within: Decimal | None = None
    reference: str | None = None
    reference_name: Words | None = None
    reference_value: Decimal | None = None
    grade: str | None = None


def goal_facts(target: Target, catalogue: Catalogue) -> GoalFacts:
    """A goal as numbers, for people and machines."""
    goal = target.goal
    reference = getattr(goal, "indicator", None) if goal.needs == "reference" else None
    single = getattr(goal, "goal", None)
    return GoalFacts(
        kind=goal.kind,
        value=single if single is not None else goal.low if goal.low == goal.high else None,
        low=goal.low,
        high=goal.high,
        within=getattr(goal, "within", None),
        reference=reference,
        reference_name=catalogue.indicators[reference].name if reference in catalogue.indicators else None,
        grade=getattr(goal, "grade", None),
    )


class Shortfall(NamedTuple):
    """How many things are still to be done, at an unchanged denominator."""

    number: int
    unit: str


class Base(NamedTuple):
    """Where the line begins. `source` is `catalogue`, `report`, `previous` or `zero`, which stands nowhere."""

    year: int
    value: Decimal
    source: str
    place: Place | None = None


class Input(NamedTuple):
    """A number that a judgement was made from, and where it stands.

    `role` is `value`, `numerator`, `denominator`, `before`, `reference`, `base` or `milestone`.
    """

    role: str
    year: int
    value: Decimal
    place: Place | None = None


class Pace(NamedTuple):
    """Beside the line: what was expected by now, and what is still needed."""

    expected: RoundedNumber
    difference: RoundedNumber
    required_per_year: RoundedNumber
    projection: RoundedNumber
    suffices: bool
    required_things: int | None = None


class Step(NamedTuple):
    """One step of the working: what was done, with which numbers, and what came of it."""

    code: str
    inputs: dict[str, str]
    result: str


class Judgement(NamedTuple):
    """One promise in one year of one region.

    `assumed` where any figure it was made from is; `met_in` is the year in which a promise that was missed
    when due was first kept.
    """

    target: str
    indicator: str
    name: Words
    area: str
    clause: str
    quote: str
    lead: str
    partners: tuple[str, ...]
    basis: str
    aspirational: bool
    region: str
    year: int
    by: int | None
    unit: str
    goal: GoalFacts
    status: Status
    shade: str = ""
    reasons: tuple[str, ...] = ()
    would_be: Status | None = None
    value: Decimal | None = None
    grade: str | None = None
    written: str | None = None
    previous: Decimal | None = None
    gap: Decimal | None = None
    things: Shortfall | None = None
    base: Base | None = None
    base_change: Decimal | None = None
    pace: Pace | None = None
    running_total: Decimal | None = None
    met_in: int | None = None
    explained: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()
    course: tuple[tuple[int, Decimal], ...] = ()
    assumed: bool = False
    steps: tuple[Step, ...] = ()
    after_period: bool = False
    source: Place | None = None
    clause_place: Place | None = None

    @property
    def years_used(self) -> tuple[int, ...]:
        """The years whose figures it was made from."""
        return tuple(sorted({operand.year for operand in self.inputs}))

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
    unit: str
    grade: str | None = None
    written: str | None = None
    reasons: tuple[str, ...] = ()
    to_settle: bool = False
    assumed: bool = False


def written_value(judgement: Judgement | PlainFigure) -> str | None:
    """A figure as an outcome writes it: the grade, or the exact number; `None` where none is believed."""
    return (
        judgement.grade if judgement.grade is not None else None if judgement.value is None else plain(judgement.value)
    )


class Section(NamedTuple):
    """One region and year: what was asked and how it stands. Another region's is for comparison.

    `sample` where a figure of the year is imagined; `on_sample` where one is that a judgement rests on.
    """

    region: str
    year: int
    own: bool
    history: bool
    sample: bool
    asked: int
    not_asked: int
    counts: dict[Status, int]
    judgements: tuple[Judgement, ...]
    not_asked_leads: tuple[tuple[str, int], ...] = ()
    unjudged: tuple[PlainFigure, ...] = ()
    on_sample: bool = False

    @property
    def assumed(self) -> bool:
        """Whether any figure shown in it is assumed, or rests on one that is."""
        return any(judgement.assumed for judgement in self.judgements) or any(
            figure.assumed for figure in self.unjudged
        )

    @property
    def met(self) -> int:
        """How many are met."""
        return self.counts.get(Status.MET, 0)

    def by_lead(self) -> tuple[tuple[str, tuple[Judgement, ...]], ...]:
        """By lead department, the worst first, each with its worst promise first."""
        groups: dict[str, list[Judgement]] = {}
        for judgement in self.judgements:
            groups.setdefault(judgement.lead, []).append(judgement)
        ranked = [(lead, tuple(sorted(ones, key=_rank))) for lead, ones in groups.items()]
        return tuple(sorted(ranked, key=lambda group: _weight(group[1])))

    def by_area(self, order: tuple[str, ...]) -> tuple[tuple[str, tuple[Judgement, ...]], ...]:
        """By service area, in the plan's order."""
        groups: dict[str, list[Judgement]] = {}
        for judgement in self.judgements:
            groups.setdefault(judgement.area, []).append(judgement)
        known = [key for key in order if key in groups]
        rest = [key for key in groups if key not in order]
        return tuple((key, tuple(groups[key])) for key in (*known, *rest))

    def with_status(self, *statuses: Status) -> tuple[Judgement, ...]:
        """Those of some statuses, worst first."""
        return tuple(sorted((judgement for judgement in self.judgements if judgement.status in statuses), key=_rank))


def _rank(judgement: Judgement) -> int:
    return ORDER.index(judgement.status)


def _weight(ones: tuple[Judgement, ...]) -> tuple[int, ...]:
    return tuple(-sum(judgement.status is status for judgement in ones) for status in ORDER)


class Report(NamedTuple):
    """One file that was read."""

    path: str
    region: str | None
    year: int | None
    department: str | None
    scope: str
    sample: bool
    encoding: str
    sha256: str
    figures: int


class Finding(NamedTuple):
    """A diagnostic with its place made concrete: line, column and the line's text."""

    diagnostic: Diagnostic
    span: Span | None
    line_text: str
    related: tuple["RelatedPlace", ...] = ()
    name: Words | None = None
    clause: str | None = None
    quote: str | None = None
    catalogue_line: int | None = None
    catalogue_path: str = ""

    @property
    def level(self) -> Level:
        """Its level."""
        return self.diagnostic.level


class RelatedPlace(NamedTuple):
    """A second place made concrete."""

    path: str
    span: Span | None
    line_text: str
    role: str
    written: str
    cell: Cell | None = None


class CatalogueFacts(NamedTuple):
    """Which plan was judged by."""

    title: str
    document: str
    region: str
    sha256: str
    path: str
    promises: int
    period: tuple[int, int]
    areas: tuple[tuple[str, Words], ...]
    departments: dict[str, str] = {}  # noqa: RUF012 - never written to


class Result(NamedTuple):
    """The exit code and why: a code for the words, with arguments."""

    code: int
    why: str
    arguments: dict[str, str] = {}  # noqa: RUF012 - never written to


class Coverage(NamedTuple):
    """What was read and what was left out."""

    reports: int
    figures: int
    figures_seen: int = 0
    passed_over: int = 0
    missing: tuple[str, ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    left_out: int = 0


class StatusChange(NamedTuple):
    """A promise whose status is another than before; `before` is `None` where it was not judged then."""

    judgement: Judgement
    before: Status | None
    year_before: int | None


class Restated(NamedTuple):
    """A figure of the same region, year and indicator that reads otherwise; `None` where there was none."""

    indicator: str
    name: Words
    region: str
    year: int
    unit: str
    before: str | None
    now: str | None


class LostJudgement(NamedTuple):
    """A promise that was judged before and is not judged now."""

    target: str
    name: str
    region: str
    year: int
    status: Status


class FindingSummary(NamedTuple):
    """A finding in short: its code, what it says, and where it stands or stood."""

    code: str
    level: Level
    message: str
    path: str
    line: int | None


class Since(NamedTuple):
    """What changed on an earlier outcome. `path` is its file; findings are those that are or were open."""

    path: str
    same_catalogue: bool
    missed: tuple[StatusChange, ...] = ()
    met: tuple[StatusChange, ...] = ()
    other: tuple[StatusChange, ...] = ()
    gone: tuple[LostJudgement, ...] = ()
    figures: tuple[Restated, ...] = ()
    new: tuple[Finding, ...] = ()
    settled: tuple[FindingSummary, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether nothing changed."""
        return not any((self.missed, self.met, self.other, self.gone, self.figures, self.new, self.settled))


class Assumption(NamedTuple):
    """A figure assumed, and what was reported in its place; `None` where nothing was."""

    indicator: str
    name: Words
    region: str
    year: int
    value: str
    unit: str
    reported: str | None


class Outcome(NamedTuple):
    """Everything a format needs. `since` is what changed on an earlier outcome, where one was given."""

    catalogue: CatalogueFacts
    reports: tuple[Report, ...]
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    result: Result
    assumptions: tuple[Assumption, ...] = ()
    since: Since | None = None

    @property
    def sample(self) -> bool:
        """Whether any figure is imagined."""
        return any(report.sample for report in self.reports)

    def number_of(self, level: Level) -> int:
        """How many findings of a level."""
        return sum(finding.level is level for finding in self.findings)

    @property
    def explained(self) -> int:
        """How many queries stand with a reason."""
        return sum(finding.diagnostic.explanation is not None for finding in self.findings)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, region by region."""
        return tuple(judgement for section in self.sections for judgement in section.judgements)
