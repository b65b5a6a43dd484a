"""A goal of the catalogue in words, without any figure held against it."""

from anju_cli.catalogue import Catalogue, Indicator, Target
from anju_cli.formats.phrases import goal_phrase
from anju_cli.outcome import goal_facts
from anju_cli.texts import Texts


def goal_of(indicator: Indicator, target: Target, catalogue: Catalogue, say: Texts) -> str:
    """2020 年 ≥ 80 %."""
    return goal_phrase(goal_facts(target, catalogue), indicator.unit, target.by, None, say)
