"""What a catalogue must look like where it is not known to be sound: no unknown keys, values by our own grammar."""

from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from anju_cli.catalogue.fields import Bound, Flag, Keyed, Number, Text, Year, keyed
from anju_cli.catalogue.models import Basis, Kind
from anju_cli.comparators import GOALS, Goal, GoalError


class Shape(BaseModel):
    """What all of them share. Schemas are built when first used."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, arbitrary_types_allowed=True)


class WordsShape(NamedTuple):
    """A text in Chinese and English."""

    zh: Text
    en: Text


def _bilingual(raw: Any) -> Any:
    """A single text serves both languages."""
    return {"zh": raw, "en": raw} if isinstance(raw, str) else keyed(raw)


Bilingual = Annotated[WordsShape, BeforeValidator(_bilingual)]


class RegionShape(NamedTuple):
    """Whose plan it is."""

    name: Text
    aliases: tuple[Text, ...] = ()
    others: tuple[Text, ...] = ()


class DepartmentShape(NamedTuple):
    """A department, its English name and what people call it."""

    en: Text
    aliases: tuple[Text, ...] = ()


class HeadShape(Shape):
    """Which plan, for which region and years."""

    title: Text
    document: Text
    issued: Text | None = None
    region: Annotated[RegionShape, Keyed]
    period: tuple[Year, Year]
    years: tuple[Year, Year] | None = None


class PartShape(NamedTuple):
    """A numerator or denominator: what is counted, in which unit."""

    name: Bilingual
    unit: Text
    unit_forms: tuple[Text, ...] = ()
    unit_en: str = ""


class BaselineShape(NamedTuple):
    """Where the plan says it started."""

    year: Year
    value: Number
    source: Text | None = None


def _read_goal(target: tuple[list[str], dict[str, Any]], info: ValidationInfo) -> Goal:
    """The goal of a target's one comparator key; the rest of the target is looked at whatever is wrong with that."""
    keys, raw = target
    if len(keys) != 1 or keys == ["goal"]:
        raise PydanticCustomError("comparators", "exactly one comparator", {"keys": ", ".join(keys)})
    grades = tuple((info.context or {}).get("grades", ()))
    try:
        return GOALS[keys[0]].read(raw[keys[0]], grades)
    except GoalError as error:
        raise PydanticCustomError("goal", "bad goal", {"key": keys[0], "kind": error.kind}) from error


class TargetShape(Shape):
    """One promise about an indicator. `goal` is read from its comparator key."""

    goal: Annotated[Any, PlainValidator(_read_goal)] = Field(repr=False)
    by: Year | None = None
    every_year: Flag = False
    area: Text | None = None
    basis: Basis
    clause: Text
    quote: Text
    lead: Text
    partners: tuple[Text, ...] = ()
    aspirational: Text = "false"
    lead_assigned: Flag = False
    baseline: Annotated[BaselineShape, Keyed] | None = None
    milestones: dict[Year, Number] = Field(default_factory=dict)
    pace: Literal["none"] | None = None
    editorial: Bilingual | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_goal(cls, raw: Any) -> Any:
        if not isinstance(raw, dict):
            return raw
        keys = [key for key in raw if key in GOALS or key == "goal"]  # `goal` is our own word, no key of a file
        texts = {key: value for key, value in raw.items() if key not in keys}
        return texts | {"goal": (keys, raw)}

    @model_validator(mode="after")
    def _one_schedule(self) -> "TargetShape":
        if self.every_year == (self.by is not None):
            raise PydanticCustomError("schedule", "either by or every_year: true")
        return self


class IndicatorShape(Shape):
    """What is counted, in which unit, within which possible range."""

    name: Bilingual
    aliases: tuple[Text, ...] = ()
    definition: Bilingual | None = None
    unit: Text
    unit_en: str = ""
    unit_forms: tuple[Text, ...] = ()
    comparable: Flag | None = None
    range: tuple[Bound, Bound] = (None, None)
    whole: Flag = False
    per: Number | None = None
    numerator: Annotated[PartShape, Keyed] | None = None
    denominator: Annotated[PartShape, Keyed] | None = None
    max_change: Number | None = None
    kind: Kind = "level"
    grades: tuple[Text, ...] = ()
    targets: tuple[TargetShape, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _know_grades(cls, raw: Any, info: ValidationInfo) -> Any:
        """A goal names a grade of its indicator, which stands one level above it."""
        if isinstance(info.context, dict) and isinstance(raw, dict):
            info.context["grades"] = raw.get("grades", ())
        return raw


class ExemptShape(NamedTuple):
    """A number of the plan that is no goal, and why."""

    text: Text
    clause: Text
    reason: Bilingual


class CatalogueShape(Shape):
    """A plan: its indicators with the promises about them."""

    catalogue: HeadShape
    areas: dict[Text, Bilingual] = Field(default_factory=dict)
    departments: dict[Text, Annotated[DepartmentShape, Keyed]] = Field(default_factory=dict)
    indicators: dict[Text, IndicatorShape]
    exempt: tuple[Annotated[ExemptShape, Keyed], ...] = ()
