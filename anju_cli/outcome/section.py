"""One region and year: the promises asked of it, in the orders that pages show them."""

from typing import NamedTuple

from anju_cli.outcome.judgement import ORDER, Judgement, PlainFigure, Status


class Section(NamedTuple):
    """One region and year: what was asked and how it stands. Another region's is for comparison.

    `sample` where a figure of the year is imagined; `on_sample` where one is that a judgement rests on. `absent` are
    the departments that have handed in nothing, `empty` those whose return has no figure and no word for missing.
    `awaited` are the promises that nobody was asked for, where some departments' alone are shown.
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
    absent: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    awaited: tuple[Judgement, ...] = ()

    @property
    def rank(self) -> tuple[bool, str, int]:
        """The order in which sections are told: the plan's own region first, then by region and year."""
        return not self.own, self.region, self.year

    @property
    def assumed(self) -> bool:
        """Whether any figure shown in it is assumed, or rests on one that is."""
        return any(judgement.assumed for judgement in self.judgements) or any(
            figure.assumed for figure in self.unjudged
        )

    @property
    def unasked_leads(self) -> tuple[tuple[str, int], ...]:
        """Who has promises that nobody was asked for, and how many; those absent are told as such."""
        return tuple((lead, count) for lead, count in self.not_asked_leads if lead not in self.absent)

    @property
    def absent_leads(self) -> tuple[tuple[str, int], ...]:
        """Who is absent, and how many of its promises nobody was asked for."""
        counts = dict(self.not_asked_leads)
        return tuple((lead, counts.get(lead, 0)) for lead in self.absent)

    @property
    def met(self) -> int:
        """How many are met."""
        return self.counts.get(Status.MET, 0)

    def by_lead(self) -> tuple[tuple[str, tuple[Judgement, ...]], ...]:
        """By lead department, the worst first, each with its worst promise first."""
        groups: dict[str, list[Judgement]] = {}
        for judgement in self.judgements:
            groups.setdefault(judgement.lead, []).append(judgement)
        ranked = [(lead, tuple(sorted(judgements, key=_rank))) for lead, judgements in groups.items()]
        return tuple(sorted(ranked, key=lambda group: _weight(group[1])))

    def by_area(self, order: tuple[str, ...]) -> tuple[tuple[str, tuple[Judgement, ...]], ...]:
        """By service area, in the plan's order."""
        groups: dict[str, list[Judgement]] = {}
        for judgement in self.judgements:
            groups.setdefault(judgement.area, []).append(judgement)
        listed = [key for key in order if key in groups]
        unlisted = [key for key in groups if key not in order]
        return tuple((key, tuple(groups[key])) for key in (*listed, *unlisted))

    def with_status(self, *statuses: Status) -> tuple[Judgement, ...]:
        """Those of some statuses, worst first."""
        return tuple(sorted((judgement for judgement in self.judgements if judgement.status in statuses), key=_rank))


def _rank(judgement: Judgement) -> int:
    return ORDER.index(judgement.status)


def _weight(judgements: tuple[Judgement, ...]) -> tuple[int, ...]:
    return tuple(-sum(judgement.status is status for judgement in judgements) for status in ORDER)
