"""The figures of a report: a property for every name of every indicator; what is counted alike shares its shape."""

import json
from typing import Any

from anju_cli.catalogue import Catalogue, Indicator, Part
from anju_cli.numbers import one_by_one
from anju_cli.schemas.hovers import indicator_hover, level_keys, worded
from anju_cli.schemas.values import ANYTHING, Schema, amount, bounded, grade, stated_unit


class Figures:
    """`properties` by every name of an indicator; `definitions` are what they refer to."""

    def __init__(self, catalogue: Catalogue, lang: str) -> None:
        self.lang = lang
        self.definitions: dict[str, Schema] = {}
        self._shared: dict[str, str] = {}
        names = catalogue.indicator_names.certain
        references = {id_: self._indicator(id_, catalogue) for id_ in catalogue.indicators}
        self.properties = {name: references[id_] for name, id_ in names.items()}

    def _indicator(self, id_: str, catalogue: Catalogue) -> Schema:
        """What one indicator has of its own."""
        words = indicator_hover(id_, catalogue, self.lang)
        name = f"indicator_{len(self.definitions) - len(self._shared) + 1}"
        self.definitions[name] = worded(words, self._share("figure", self._figure(catalogue.indicators[id_])))
        return _reference(name)

    def _figure(self, indicator: Indicator) -> Schema:
        """A value alone, or with its fields."""
        value = self._share("value", self._value(indicator))
        shapes = {
            "value": value,
            "numerator": self._part(indicator.numerator, {"minimum": 0}),
            "denominator": self._part(indicator.denominator, {"exclusiveMinimum": 0}),
            "previous": value,
            "unit": self._share("unit", stated_unit(indicator, self.lang)),
            "source": ANYTHING,
            "note": ANYTHING,
        }
        return {"anyOf": [value, self._share("fields", level_keys("figure", self.lang, shapes))]}

    def _value(self, indicator: Indicator) -> Schema:
        if indicator.grades:
            return grade(indicator.grades, self.lang)
        bounds = bounded(*indicator.range, is_whole=indicator.whole)
        return amount(indicator.unit, indicator.unit_forms, bounds, self.lang)

    def _part(self, part: Part | None, bounds: Schema) -> Schema:
        """A numerator or denominator; one that the catalogue does not ask for is not read."""
        if part is None:
            return ANYTHING
        bounds = {**bounds, **bounded(None, None, is_whole=one_by_one(part.unit))}
        return self._share("part", amount(part.unit, part.unit_forms, bounds, self.lang))

    def _share(self, kind: str, schema: Schema) -> Schema:
        """A reference to a schema that stands once, however many have it."""
        key = json.dumps(schema, ensure_ascii=False)
        if key not in self._shared:
            self._shared[key] = f"{kind}_{len(self._shared) + 1}"
            self.definitions[self._shared[key]] = schema
        return _reference(self._shared[key])


def _reference(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}
