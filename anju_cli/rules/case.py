"""What a rule looks at: one figure, its indicator, and the year before."""

from decimal import Decimal
from typing import NamedTuple

from anju_cli.catalogue import Indicator, Part
from anju_cli.characters import clipped
from anju_cli.diagnostics import Diagnostic, Related
from anju_cli.history import Point, Restatement
from anju_cli.numbers import Written, plain
from anju_cli.rules.intervals import contradiction
from anju_cli.submission import Figure, Quantity


class Case(NamedTuple):
    """`start` is the first year of the plan; `fields` is every quantity that was written, with its key.

    `reported_before` is last year's report as it stands without errors; `before` what is believed of it;
    `restated` a revision of last year's figure. `own` where it is the plan's own region.
    """

    figure: Figure
    indicator: Indicator
    year: int | None
    start: int
    fields: tuple[tuple[str, Quantity], ...]
    reported_before: Point | None = None
    before: Point | None = None
    restated: Restatement | None = None
    own: bool = True

    @property
    def plainly_written(self) -> bool:
        """Whether every quantity of it is a bare number in the unit asked: nothing about its form can be wrong."""
        return all(
            isinstance(quantity.reading, Written) and not quantity.reading.forms and quantity.amount is not None
            for _, quantity in self.fields
        )

    @property
    def contradiction(self) -> str | None:
        """The code of how parts and value disagree; empty where they agree, `None` where they can't be compared."""
        figure, per = self.figure, self.indicator.per
        numerator, denominator = figure.numerator, figure.denominator
        if per is None or numerator is None or denominator is None:
            return None
        amounts = (figure.value.amount, numerator.amount, denominator.amount)
        return contradiction(figure.value, numerator, denominator, per) if None not in amounts else None

    @property
    def parts_agree(self) -> bool:
        """Whether there are parts, and they confirm the value as it was written."""
        return self.contradiction == ""

    def amount_of(self, field: str) -> Decimal | None:
        """The number in a field; `None` where there is none."""
        quantity: Quantity | None = getattr(self.figure, field)
        return None if quantity is None else quantity.amount

    def unit_of(self, field: str) -> dict[str, str]:
        """The unit in which a field is asked, as arguments; in English too where the catalogue has it."""
        part: Part | None = getattr(self.indicator, field, None) if field in {"numerator", "denominator"} else None
        unit, english = part.shown_unit if part else self.indicator.shown_unit
        return {"unit": unit, "unit_en": english} if english else {"unit": unit}

    def finding(
        self,
        code: str,
        field: str = "value",
        kind: str = "",
        related: tuple[Related, ...] = (),
        **arguments: str | Decimal,
    ) -> Diagnostic:
        """A finding about one field of this figure."""
        quantity: Quantity | str | None = getattr(self.figure, field, None)
        text = quantity.text if isinstance(quantity, Quantity) else str(quantity or "")
        shown = {key: value if isinstance(value, str) else plain(value) for key, value in arguments.items()}
        return Diagnostic(
            code=code,
            place=self.figure.at(field),
            arguments={"field": field, **self.unit_of(field), "written": clipped(text), **shown},
            kind=kind,
            indicator=self.figure.indicator,
            written=clipped(text),
            related=related,
        )
