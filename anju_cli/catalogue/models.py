"""The models of the catalogue. Frozen; unknown keys are errors; values are our own grammar's."""

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SkipValidation, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from anju_cli.catalogue.fields import Bound, Flag, Keyed, Number, Text, Year, keyed
from anju_cli.comparators import GOALS, Goal, GoalError
from anju_cli.names import Names

if TYPE_CHECKING:
    from anju_cli.catalogue.promise import Promise

Kind = Literal["level", "total", "yearly"]
Basis = Literal["number", "universal", "relative", "direction"]


class Shape(BaseModel):
    """What all of them share. Schemas are built when first used."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, arbitrary_types_allowed=True)


class Words(NamedTuple):
    """A text in Chinese and English."""

    zh: Text
    en: Text

    def in_(self, lang: str) -> str:
        """The text in `zh` or `en`."""
        return self.en if lang == "en" else self.zh


def _both(raw: Any) -> Any:
    """A single text serves both languages."""
    return {"zh": raw, "en": raw} if isinstance(raw, str) else keyed(raw)


Bilingual = Annotated[Words, BeforeValidator(_both)]


class Region(NamedTuple):
    """Whose plan it is."""

    name: Text
    aliases: tuple[Text, ...] = ()


class Department(NamedTuple):
    """A department, its English name and what people call it."""

    en: Text
    aliases: tuple[Text, ...] = ()


class Head(Shape):
    """Which plan, for which region and years."""

    title: Text
    document: Text
    issued: Text | None = None
    region: Annotated[Region, Keyed]
    period: tuple[Year, Year]
    years: tuple[Year, Year] | None = None

    @property
    def span(self) -> tuple[int, int]:
        """The years a figure may carry: given, or ten before the period to five after it."""
        return self.years or (self.period[0] - 10, self.period[1] + 5)


class Part(NamedTuple):
    """A numerator or denominator: what is counted, in which unit."""

    name: Bilingual
    unit: Text
    unit_forms: tuple[Text, ...] = ()


class Baseline(NamedTuple):
    """Where the plan says it started."""

    year: Year
    value: Number
    source: Text | None = None


class Target(Shape):
    """One promise about an indicator. `goal` is read from its comparator key."""

    goal: SkipValidation[Goal] = Field(repr=False)
    by: Year | None = None
    every_year: Flag = False
    area: Text | None = None
    basis: Basis
    clause: Text
    quote: Text
    lead: Text
    partners: tuple[Text, ...] = ()
    aspirational: Flag = False
    baseline: Annotated[Baseline, Keyed] | None = None
    milestones: dict[Year, Number] = Field(default_factory=dict)
    pace: Literal["none"] | None = None
    editorial: Bilingual | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_goal(cls, raw: Any, info: ValidationInfo) -> Any:
        if not isinstance(raw, dict):
            return raw
        keys = [key for key in raw if key in GOALS or key == "goal"]  # `goal` is our own word, no key of a file
        if len(keys) != 1 or keys == ["goal"]:
            raise PydanticCustomError("comparators", "exactly one comparator", {"keys": ", ".join(keys)})
        rest = {key: value for key, value in raw.items() if key != keys[0]}
        return rest | {"goal": _read_goal(keys[0], raw[keys[0]], info)}

    @model_validator(mode="after")
    def _one_schedule(self) -> "Target":
        if self.every_year == (self.by is not None):
            raise PydanticCustomError("schedule", "either by or every_year: true")
        return self

    @property
    def due(self) -> int | None:
        """The year it is due by; `None` when it is due every year."""
        return self.by


def _read_goal(key: str, raw: Any, info: ValidationInfo) -> Goal:
    grades = tuple((info.context or {}).get("grades", ()))
    try:
        return GOALS[key].read(raw, grades)
    except GoalError as error:
        raise PydanticCustomError("goal", "bad goal", {"key": key, "kind": error.kind}) from error


class Indicator(Shape):
    """What is counted, in which unit, within which possible range."""

    name: Bilingual
    aliases: tuple[Text, ...] = ()
    definition: Bilingual | None = None
    unit: Text
    unit_forms: tuple[Text, ...] = ()
    range: tuple[Bound, Bound] = (None, None)
    whole: Flag = False
    per: Number | None = None
    numerator: Annotated[Part, Keyed] | None = None
    denominator: Annotated[Part, Keyed] | None = None
    max_change: Number | None = None
    kind: Kind = "level"
    grades: tuple[Text, ...] = ()
    targets: tuple[Target, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _know_grades(cls, raw: Any, info: ValidationInfo) -> Any:
        """A goal names a grade of its indicator, which stands one level above it."""
        if isinstance(info.context, dict) and isinstance(raw, dict):
            info.context["grades"] = raw.get("grades", ())
        return raw

    @property
    def share(self) -> bool:
        """Whether the numerator is a part of the denominator: both in one unit."""
        return bool(self.numerator and self.denominator and self.numerator.unit == self.denominator.unit)


class Exempt(NamedTuple):
    """A number of the plan that is no goal, and why."""

    text: Text
    clause: Text
    reason: Bilingual


class Catalogue(Shape):
    """A plan: its indicators with the promises about them."""

    catalogue: Head
    areas: dict[Text, Bilingual] = Field(default_factory=dict)
    departments: dict[Text, Annotated[Department, Keyed]] = Field(default_factory=dict)
    indicators: dict[Text, Indicator]
    exempt: tuple[Annotated[Exempt, Keyed], ...] = ()

    @cached_property
    def indicator_names(self) -> Names:
        """Every way to write an indicator."""
        return Names(
            {
                id_: (indicator.name.zh, indicator.name.en, *indicator.aliases)
                for id_, indicator in self.indicators.items()
            }
        )

    @cached_property
    def department_names(self) -> Names:
        """Every way to write a department."""
        return Names({id_: (department.en, *department.aliases) for id_, department in self.departments.items()})

    @cached_property
    def region_names(self) -> Names:
        """Every way to write the plan's own region."""
        region = self.catalogue.region
        return Names({region.name: region.aliases})

    @cached_property
    def promises(self) -> "tuple[Promise, ...]":
        """Every promise, in the catalogue's order."""
        return tuple(promise for id_ in self.indicators for promise in self.promises_about[id_])

    @cached_property
    def promises_about(self) -> "dict[str, tuple[Promise, ...]]":
        """The promises about each indicator."""
        from anju_cli.catalogue.promise import promises_of

        return {id_: promises_of(id_, self.indicators, self.catalogue.period) for id_ in self.indicators}
