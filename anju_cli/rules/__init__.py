"""Can the figure be believed? The literal table of rules, in the order their findings are told."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from anju_cli.catalogue import Indicator
from anju_cli.diagnostics import Diagnostic
from anju_cli.rules.bases import base_contradicted, has_baseline
from anju_cli.rules.bounds import has_range, has_whole_numbers, possible_range, whole_numbers
from anju_cli.rules.case import Case
from anju_cli.rules.forms import accepted_forms, is_numeric, refused_forms, stated_unit
from anju_cli.rules.missing import missing_words
from anju_cli.rules.parts import has_parts, parts_against_value, parts_possible, parts_present
from anju_cli.rules.size import is_percent, is_ratio, looks_like_fraction, looks_like_total
from anju_cli.rules.years import falling_total, has_largest_move, is_total, large_move, previous_differs


class Rule(NamedTuple):
    """What it looks for, and the indicators it concerns, every one if none; `of_form` where plain numbers pass it."""

    check: Callable[[Case], Iterator[Diagnostic]]
    concerns: Callable[[Indicator], bool] | None = None
    of_form: bool = False


#: A rule is a function and its line here.
RULES: tuple[Rule, ...] = (
    Rule(refused_forms, of_form=True),
    Rule(stated_unit, is_numeric),
    Rule(missing_words, of_form=True),
    Rule(possible_range, has_range),
    Rule(whole_numbers, has_whole_numbers),
    Rule(parts_present),
    Rule(parts_possible, has_parts),
    Rule(parts_against_value, has_parts),
    Rule(looks_like_fraction, is_percent),
    Rule(looks_like_total, is_ratio),
    Rule(previous_differs),
    Rule(base_contradicted, has_baseline),
    Rule(large_move, has_largest_move),
    Rule(falling_total, is_total),
    Rule(accepted_forms, of_form=True),
)


class IndicatorRules(NamedTuple):
    """The rules that concern one indicator: all of them, and those that a plainly written figure can break."""

    every: tuple[Rule, ...]
    plain: tuple[Rule, ...]


def rules_of(indicator: Indicator) -> IndicatorRules:
    """Picked once an indicator."""
    concerning = [rule for rule in RULES if rule.concerns is None or rule.concerns(indicator)]
    return IndicatorRules(tuple(concerning), tuple([rule for rule in concerning if not rule.of_form]))


__all__ = ["RULES", "Case", "IndicatorRules", "Rule", "rules_of"]
