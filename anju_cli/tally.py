"""What a run adds up to, portion by portion: all that its result and the words around a report need."""

from collections import Counter
from collections.abc import Iterable
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from anju_cli.codes import CODES, Level
from anju_cli.diagnostics import Topic
from anju_cli.outcome import (
    Assumption,
    CatalogueFacts,
    Coverage,
    Finding,
    FindingKind,
    Judgement,
    Outcome,
    Result,
    Section,
    Status,
)

if TYPE_CHECKING:
    from anju_cli.outcome.changes import Changes

#: What is told in short of a run: so many regions and years, targets missed or behind, and places of each note.
MOST_TOTALS, MOST_SHORT, MOST_PLACES = 4, 9, 3
#: A department in a year of the plan's own region.
DepartmentYear: TypeAlias = tuple[int, str]


class Tally(NamedTuple):
    """Counts of one portion, or of several together: every field adds up.

    `faults` are the errors other than that a file says nothing; `elsewhere` the findings in files that none of the
    plan's own years shown comes from; `statuses` those of the own region's promises; `targets` the judgements of each
    target; `refused` the judgements that an error holds back; `years` the plan's own years shown; `own_reports` the
    reports of the plan's own region, or of one that can't be read; `absent` and `empty` are departments by year,
    `matches` what answers to each thing asked for. Three are cut down to what is told in short: `short` counts what is
    missed or behind in any region, `foremost` are the regions and years told first, the first of them with its worst
    judgements; `notes` counts each note that is told folded, with `first_notes`.
    """

    levels: Counter[Level] = Counter()  # noqa: RUF012 - none of the counters is ever written to
    explained: int = 0
    open_queries: int = 0
    faults: int = 0
    elsewhere: Counter[FindingKind] = Counter()  # noqa: RUF012
    statuses: Counter[Status] = Counter()  # noqa: RUF012
    targets: Counter[str] = Counter()  # noqa: RUF012
    refused: int = 0
    sections: int = 0
    histories: int = 0
    samples: int = 0
    years: int = 0
    reports: int = 0
    figures: int = 0
    figures_seen: int = 0
    own_reports: int = 0
    absent: tuple[DepartmentYear, ...] = ()
    empty: tuple[DepartmentYear, ...] = ()
    matches: Counter[tuple[str, str]] = Counter()  # noqa: RUF012
    short: Counter[Status] = Counter()  # noqa: RUF012
    foremost: tuple[Section, ...] = ()
    notes: Counter[str] = Counter()  # noqa: RUF012
    first_notes: tuple[Finding, ...] = ()

    @property
    def all_history(self) -> bool:
        """Whether nothing but years before the plan is shown."""
        return self.histories == self.sections

    @property
    def all_sample(self) -> bool:
        """Whether there are figures, and all of them are imagined."""
        return 0 < self.samples == self.sections


def united(tallies: Iterable[Tally]) -> Tally:
    """Several portions together."""
    return reduce(_both, tallies, Tally())


def _both(left: Tally, right: Tally) -> Tally:
    both = Tally(*map(add, left, right))
    return both._replace(foremost=_foremost(both.foremost), first_notes=_first_notes(both.first_notes))


def tally_of(outcome: Outcome) -> Tally:
    """What a portion adds."""
    findings, sections, coverage = outcome.findings, outcome.sections, outcome.coverage
    notes = [finding for finding in findings if finding.folds]
    return Tally(
        levels=Counter(finding.level for finding in findings),
        explained=sum(finding.diagnostic.explanation is not None for finding in findings),
        open_queries=sum(finding.level is Level.QUERY and finding.diagnostic.open for finding in findings),
        faults=sum(map(_is_fault, findings)),
        elsewhere=Counter(finding.kind for finding in outcome.findings_by_year.get(None, ())),
        statuses=Counter(judgement.status for section in sections if section.own for judgement in section.judgements),
        targets=Counter(judgement.target for judgement in outcome.judgements),
        refused=sum(map(refused, outcome.judgements)),
        sections=len(sections),
        histories=sum(section.history for section in sections),
        samples=sum(section.sample for section in sections),
        years=sum(section.own and not section.history for section in sections),
        reports=coverage.reports,
        figures=coverage.figures,
        figures_seen=coverage.figures_seen,
        own_reports=sum(report.region in (None, outcome.catalogue.region) for report in outcome.reports),
        absent=tuple((section.year, name) for section in sections for name in section.absent),
        empty=tuple((section.year, name) for section in sections for name in section.empty),
        matches=coverage.matches,
        short=Counter(judgement.status for judgement in outcome.judgements if judgement.short),
        foremost=_foremost(sections),
        notes=Counter(finding.diagnostic.code for finding in notes),
        first_notes=tuple(finding._replace(line_text="", related=()) for finding in _first_notes(notes)),
    )


def _foremost(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The plan's own years first, then other regions, of each the newest year first; nothing before the plan.

    The first one keeps the judgements that may be named, the missed before those behind; the others none.
    """
    ranked = sorted(sections, key=lambda section: (not section.own, section.region, -section.year))
    judged = [section for section in ranked if not section.history][:MOST_TOTALS]
    statuses = (Status.MISSED, Status.BEHIND) if judged else ()
    worst = tuple(judgement for status in statuses for judgement in judged[0].with_status(status)[:MOST_SHORT])
    kept = (worst, *((),) * MOST_TOTALS)
    return tuple(
        section._replace(judgements=judgements, unjudged=()) for section, judgements in zip(judged, kept, strict=False)
    )


def _first_notes(notes: Iterable[Finding]) -> tuple[Finding, ...]:
    """The first few of each code, in their order."""
    counts: Counter[str] = Counter()
    first = []
    for finding in sorted(notes, key=lambda finding: finding.rank):
        counts[finding.diagnostic.code] += 1
        if counts[finding.diagnostic.code] <= MOST_PLACES:
            first.append(finding)
    return tuple(first)


def _is_fault(finding: Finding) -> bool:
    """Whether a finding is an error other than that a file says nothing."""
    return finding.level is Level.ERROR and finding.diagnostic.topic is not Topic.EMPTY


def refused(judgement: Judgement) -> bool:
    """Whether an error keeps it from being judged; one in the head of a table stands among nobody's reasons."""
    is_unread = judgement.status is Status.UNDETERMINED and not judgement.reasons
    return is_unread or any(CODES.get(reason) is Level.ERROR for reason in judgement.reasons)


class RunSummary(NamedTuple):
    """The run as a whole, once all of it is known. `since` is what changed on an earlier outcome, if one was given."""

    catalogue: CatalogueFacts
    tally: Tally
    coverage: Coverage
    result: Result
    assumptions: tuple[Assumption, ...] = ()
    since: "Changes | None" = None


def summary_of(outcome: Outcome) -> RunSummary:
    """The summary of a run that is one portion."""
    return RunSummary(
        outcome.catalogue, tally_of(outcome), outcome.coverage, outcome.result, outcome.assumptions, outcome.since
    )
