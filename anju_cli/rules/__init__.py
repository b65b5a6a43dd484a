"""Can the figure be believed? The literal table of rules, in the order their findings are told."""

from collections.abc import Callable, Iterator

from anju_cli.diagnostics import Diagnostic
from anju_cli.rules.bounds import possible_range, whole_numbers
from anju_cli.rules.case import Case
from anju_cli.rules.forms import accepted_forms, refused_forms, stated_unit
from anju_cli.rules.missing import missing_words
from anju_cli.rules.parts import parts_against_value, parts_possible, parts_present
from anju_cli.rules.size import looks_like_fraction, looks_like_total
from anju_cli.rules.years import falling_total, large_move, previous_differs

#: A rule is a function and its line here.
RULES: tuple[Callable[[Case], Iterator[Diagnostic]], ...] = (
    refused_forms,
    stated_unit,
    missing_words,
    possible_range,
    whole_numbers,
    parts_present,
    parts_possible,
    parts_against_value,
    looks_like_fraction,
    looks_like_total,
    previous_differs,
    large_move,
    falling_total,
    accepted_forms,
)

__all__ = ["RULES", "Case"]
