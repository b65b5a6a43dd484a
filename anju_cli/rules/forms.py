"""How a figure was written: refused, or taken with a note; and the unit stated beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from anju_cli.catalogue import Indicator
from anju_cli.characters import clipped, hiding
from anju_cli.diagnostics import Diagnostic
from anju_cli.numbers import Refused, Written, in_unit
from anju_cli.rules.case import Case
from anju_cli.submission import Grade, Other

_ONE = Decimal(1)
_LIST = re.compile("[、,，;；]")
_NOTES = {"full_width": "ANJ301", "thousands": "ANJ302", "unit": "ANJ303", "scaled": "ANJ304", "spaces": "ANJ306"}


def refused_forms(case: Case) -> Iterator[Diagnostic]:
    """A text that the grammar does not take, another unit, an unknown grade."""
    for field, quantity in case.fields:
        reading = quantity.reading
        if isinstance(reading, Refused):
            yield _refused(case, field, quantity.text, reading.kind)
        elif isinstance(reading, Other):
            yield case.finding("ANJ202", field, "behind", found=reading.unit)
        elif isinstance(reading, Grade) and reading.rank is None:
            yield case.finding("ANJ207", field, grades=" / ".join(case.indicator.grades))


def _refused(case: Case, field: str, text: str, kind: str) -> Diagnostic:
    if kind == "hidden":
        return case.finding("ANJ108", field, kind, characters=" ".join(hiding(text)), key=clipped(text))
    return case.finding("ANJ201", field, kind)


def is_numeric(indicator: Indicator) -> bool:
    """Whether its figures are numbers: a grade has no unit."""
    return not indicator.grades


def stated_unit(case: Case) -> Iterator[Diagnostic]:
    """`unit:` beside the figure must be the indicator's, in one of its written forms."""
    stated, indicator = case.figure.unit, case.indicator
    if stated is None or not stated.strip():
        return
    if not _is_unit(stated.strip(), indicator) and not _is_listed(stated, indicator):
        yield case.finding("ANJ202", "unit", "stated", found=stated.strip())


def _is_unit(text: str, indicator: Indicator) -> bool:
    number = Written(value=_ONE, unit_text=text, place=0, scale=0)
    return in_unit(number, indicator.unit, indicator.unit_forms) is not None


def _is_listed(stated: str, indicator: Indicator) -> bool:
    """Whether a list of units over a table (单位:%、张) has the figure's and no other that measures the same."""
    units = [unit.strip() for unit in _LIST.split(stated)]
    own = [unit for unit in units if _is_unit(unit, indicator)]
    return len(own) == 1 and len(units) > 1 and not any(unit[-1:] == own[0][-1:] for unit in units if unit != own[0])


def accepted_forms(case: Case) -> Iterator[Diagnostic]:
    """What was taken though it was not written plainly."""
    for field, quantity in case.fields:
        if isinstance(quantity.reading, Written) and quantity.amount is not None:
            for form in quantity.reading.forms:
                yield case.finding(_NOTES[form], field, understood=quantity.amount)
