"""What a run came to: judgements, findings, counts; made once, read by every format."""

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from anju_cli.catalogue import Words
from anju_cli.outcome.finding import Finding, FindingKind, FindingSummary, RelatedPlace
from anju_cli.outcome.judgement import (
    ORDER,
    Assessment,
    Base,
    Input,
    Judgement,
    PlainFigure,
    Shortfall,
    Status,
    written_value,
)
from anju_cli.outcome.section import Section
from anju_cli.places import Origin
from anju_cli.units import Unit

# Few outcomes are held against an earlier one.
if TYPE_CHECKING:
    from anju_cli.outcome.changes import Changes


class Report(NamedTuple):
    """One report that was read; `number` counts those of its file from zero."""

    path: str
    region: str | None
    year: int | None
    department: str | None
    scope: str
    sample: bool
    encoding: str
    sha256: str
    figures: int
    number: int = 0

    @property
    def origin(self) -> Origin:
        """Which report it is, of which file."""
        return self.path, self.number


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
    indicators: dict[str, Words] = {}  # noqa: RUF012 - never written to


class Result(NamedTuple):
    """The exit code and why: a code for the words, with arguments."""

    code: int
    why: str
    arguments: dict[str, str] = {}  # noqa: RUF012 - never written to


class Unmatched(NamedTuple):
    """What was asked for by name and matches nothing: a path, year, department, area, basis or indicator."""

    kind: str
    value: str


class Coverage(NamedTuple):
    """What was read and what was left out.

    `passed_over` counts all that was not read of a folder; `unread` are files among it that look like returns,
    `outcomes` those that anju wrote, `fruitless` folders with nothing to read. `matches` counts what answers to each
    thing asked for by name, `unmatched` is what nothing answers to.
    """

    reports: int
    figures: int
    figures_seen: int = 0
    passed_over: int = 0
    missing: tuple[str, ...] = ()
    filters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    left_out: int = 0
    unread: tuple[str, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    outcomes: tuple[str, ...] = ()
    fruitless: tuple[str, ...] = ()
    matches: Counter[tuple[str, str]] = Counter()  # noqa: RUF012 - never written to


class Assumption(NamedTuple):
    """A figure assumed, and what was reported in its place; `None` where nothing was."""

    indicator: str
    name: Words
    region: str
    year: int
    value: str
    unit: Unit
    reported: str | None


class RevisedFigure(NamedTuple):
    """A figure that stood in a report and was openly restated: what it was, and who restated it."""

    region: str
    indicator: str
    year: int
    was: str
    by: str


class StatedFigure(NamedTuple):
    """A believed figure that only the next year's report states, as its year before."""

    region: str
    indicator: str
    name: Words
    unit: Unit
    year: int
    value: Decimal
    grade: str | None
    sample: bool


class Outcome(NamedTuple):
    """Everything a format needs. `since` is what changed on an earlier outcome, where one was given.

    `stated` is known where all years, or certain indicators, were asked for.
    """

    catalogue: CatalogueFacts
    reports: tuple[Report, ...]
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    result: Result
    assumptions: tuple[Assumption, ...] = ()
    since: "Changes | None" = None
    revised: tuple[RevisedFigure, ...] = ()
    stated: tuple[StatedFigure, ...] = ()

    @property
    def sample(self) -> bool:
        """Whether any figure is imagined."""
        return any(report.sample for report in self.reports)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, region by region."""
        return tuple(judgement for section in self.sections for judgement in section.judgements)

    @property
    def findings_by_year(self) -> dict[tuple[str, int] | None, list[Finding]]:
        """The findings by which of the plan's own years shown their report is of; `None` where of none of them."""
        shown = {(section.region, section.year) for section in self.sections if section.own and not section.history}
        owners: dict[Origin, tuple[str, int]] = {}
        for report in self.reports:
            if report.region is not None and report.year is not None and (report.region, report.year) in shown:
                owners[report.origin] = (report.region, report.year)
        groups: dict[tuple[str, int] | None, list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault(owners.get(finding.diagnostic.place.origin), []).append(finding)
        return groups


__all__ = [
    "ORDER",
    "Assessment",
    "Assumption",
    "Base",
    "CatalogueFacts",
    "Coverage",
    "Finding",
    "FindingKind",
    "FindingSummary",
    "Input",
    "Judgement",
    "Outcome",
    "PlainFigure",
    "RelatedPlace",
    "Report",
    "Result",
    "RevisedFigure",
    "Section",
    "Shortfall",
    "StatedFigure",
    "Status",
    "Unmatched",
    "written_value",
]
