"""What a catalogue says, as plain values: made from its texts by `building`, once these are known to be sound."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from anju_cli.comparators import Goal
from anju_cli.names import Names
from anju_cli.units import Unit

if TYPE_CHECKING:
    from anju_cli.catalogue.promise import Promise

Kind: TypeAlias = Literal["level", "total", "yearly"]
Basis: TypeAlias = Literal["number", "universal", "relative", "direction"]


class Words(NamedTuple):
    """A text in Chinese and English."""

    zh: str
    en: str

    def in_(self, lang: str) -> str:
        """The text in `zh` or `en`."""
        return self.en if lang == "en" else self.zh


class Region(NamedTuple):
    """Whose plan it is; `others` are neighbours whose names contain its own, or are all but the same."""

    name: str
    aliases: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class Department(NamedTuple):
    """A department, its English name and what people call it."""

    en: str
    aliases: tuple[str, ...] = ()


class Head(NamedTuple):
    """Which plan, for which region and years."""

    title: str
    document: str
    region: Region
    period: tuple[int, int]
    issued: str | None = None
    years: tuple[int, int] | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The years a figure may carry: given, or ten before the period to five after it."""
        return self.years or (self.period[0] - 10, self.period[1] + 5)


class Part(NamedTuple):
    """A numerator or denominator: what is counted, in which unit."""

    name: Words
    unit: str
    unit_forms: tuple[str, ...] = ()
    unit_en: str = ""

    @property
    def shown_unit(self) -> Unit:
        """Its unit as pages show it."""
        return Unit(self.unit, self.unit_en)


class Baseline(NamedTuple):
    """Where the plan says it started."""

    year: int
    value: Decimal
    source: str | None = None


class Target(NamedTuple):
    """One promise about an indicator. `goal` is read from its comparator key; `by` is `None` when due every year.

    `aspirational` is the plan's own word for what it only strives for (力争, 原则上); `lead_assigned` where the clause
    names no department and the catalogue did.
    """

    goal: Goal
    basis: Basis
    clause: str
    quote: str
    lead: str
    by: int | None = None
    every_year: bool = False
    area: str | None = None
    partners: tuple[str, ...] = ()
    aspirational: str = ""
    lead_assigned: bool = False
    baseline: Baseline | None = None
    milestones: Mapping[int, Decimal] = {}
    pace: Literal["none"] | None = None
    editorial: Words | None = None


class Indicator(NamedTuple):
    """What is counted, in which unit, within which possible range.

    `comparable` says whether another region is held against an absolute goal of it; `None` leaves that to the unit.
    """

    name: Words
    unit: str
    aliases: tuple[str, ...] = ()
    definition: Words | None = None
    unit_en: str = ""
    unit_forms: tuple[str, ...] = ()
    comparable: bool | None = None
    range: tuple[Decimal | None, Decimal | None] = (None, None)
    whole: bool = False
    per: Decimal | None = None
    numerator: Part | None = None
    denominator: Part | None = None
    max_change: Decimal | None = None
    kind: Kind = "level"
    grades: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()

    @property
    def shown_unit(self) -> Unit:
        """Its unit as pages show it."""
        return Unit(self.unit, self.unit_en)

    @property
    def share(self) -> bool:
        """Whether the numerator is a part of the denominator: both in one unit."""
        return bool(self.numerator and self.denominator and self.numerator.unit == self.denominator.unit)


class Exempt(NamedTuple):
    """A number of the plan that is no goal, and why."""

    text: str
    clause: str
    reason: Words


class Catalogue:
    """A plan: its indicators with the promises about them. Nothing in it changes after it is made."""

    def __init__(
        self,
        catalogue: Head,
        indicators: Mapping[str, Indicator],
        areas: Mapping[str, Words],
        departments: Mapping[str, Department],
        exempt: tuple[Exempt, ...] = (),
    ) -> None:
        self.catalogue = catalogue
        self.indicators = indicators
        self.areas = areas
        self.departments = departments
        self.exempt = exempt

    @cached_property
    def indicator_names(self) -> Names:
        """Every way to write an indicator."""
        return Names({id_: (*indicator.name, *indicator.aliases) for id_, indicator in self.indicators.items()})

    @cached_property
    def department_names(self) -> Names:
        """Every way to write a department."""
        return Names({id_: (department.en, *department.aliases) for id_, department in self.departments.items()})

    @cached_property
    def area_names(self) -> Names:
        """Every way to write a service area."""
        return Names(self.areas)

    @cached_property
    def region_names(self) -> Names:
        """Every way to write the plan's own region."""
        region = self.catalogue.region
        return Names({region.name: region.aliases})

    def department_in(self, name: str, lang: str) -> str:
        """A department's name in `zh` or `en`; one that is not listed as it is written."""
        return self.departments[name].en if lang == "en" and name in self.departments else name

    @cached_property
    def promises(self) -> "tuple[Promise, ...]":
        """Every promise, in the catalogue's order."""
        return tuple(promise for id_ in self.indicators for promise in self.promises_about[id_])

    @cached_property
    def promises_about(self) -> "dict[str, tuple[Promise, ...]]":
        """The promises about each indicator."""
        from anju_cli.catalogue.promise import promises_of

        return {id_: promises_of(id_, self.indicators, self.catalogue.period) for id_ in self.indicators}
