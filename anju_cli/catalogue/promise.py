"""A promise: an indicator's target, compiled once. What belongs to the plan is read from it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from anju_cli.catalogue.models import Baseline, Indicator, Target, Words
from anju_cli.comparators import Bounds, Goal, GoalDescription
from anju_cli.numbers import summed
from anju_cli.places import Route
from anju_cli.units import Unit

#: What in a name says that an amount is one a head, or the least that each must have.
_NORMS = ("人均", "户均", "每")


class Promise(NamedTuple):
    """An indicator's target. `key` is `indicator/comparator`; `period` are the plan's first and last year.

    `description` is the goal as data; `reference` the indicator that a relative goal is held against.
    `route` is the way to it through the catalogue.
    """

    key: str
    id: str
    indicator: Indicator
    target: Target
    period: tuple[int, int]
    route: Route
    description: GoalDescription
    reference: Indicator | None = None

    @property
    def goal(self) -> Goal:
        """What keeps it."""
        return self.target.goal

    @property
    def bounds(self) -> Bounds:
        """The interval that keeps it."""
        return self.target.goal.bounds

    @property
    def name(self) -> Words:
        """What is counted, in both languages."""
        return self.indicator.name

    @property
    def unit(self) -> str:
        """The indicator's unit."""
        return self.indicator.unit

    @property
    def shown_unit(self) -> Unit:
        """The indicator's unit as pages show it."""
        return self.indicator.shown_unit

    @property
    def area(self) -> str:
        """The service area's key; empty where the catalogue gives none."""
        return self.target.area or ""

    @property
    def lead(self) -> str:
        """The department that answers for it."""
        return self.target.lead

    @property
    def due(self) -> int | None:
        """The year it is due by; `None` when it is due every year."""
        return self.target.by

    @property
    def baseline(self) -> Baseline | None:
        """Where the plan says it started."""
        return self.target.baseline

    @property
    def milestones(self) -> Mapping[int, Decimal]:
        """What the plan asks of the years on the way."""
        return self.target.milestones

    @property
    def best(self) -> Decimal | None:
        """The best possible value for a direction: the range's end that it points to."""
        if self.goal.needs != "before":
            return None
        return self.indicator.range[1 if self.goal.direction == "up" else 0]

    @property
    def absolute(self) -> bool:
        """Whether its goal is an amount of this region's own: no rate, share or norm for any region."""
        indicator, ends = self.indicator, self.bounds.ends
        if indicator.comparable is not None:
            return bool(ends) and not indicator.comparable
        norm = indicator.per is not None or any(word in indicator.name.zh for word in _NORMS)
        return any(end != 0 for end in ends) and not norm and summed(indicator.unit)

    @property
    def paced(self) -> bool:
        """Whether a line leads to it: not to a grade or direction, what is each year's own, or as the plan says."""
        return self.goal.paced and self.target.pace is None and self.indicator.kind != "yearly"


def promises_of(id_: str, indicators: Mapping[str, Indicator], period: tuple[int, int]) -> tuple[Promise, ...]:
    """The promises about one indicator, in the catalogue's order."""
    indicator = indicators[id_]
    return tuple(
        _compiled(id_, position, target, indicators, period) for position, target in enumerate(indicator.targets)
    )


def _compiled(
    id_: str, position: int, target: Target, indicators: Mapping[str, Indicator], period: tuple[int, int]
) -> Promise:
    description = target.goal.describe()
    return Promise(
        key=f"{id_}/{target.goal.kind}",
        id=id_,
        indicator=indicators[id_],
        target=target,
        period=period,
        route=("indicators", id_, "targets", position),
        description=description,
        reference=indicators.get(description.reference or ""),
    )
