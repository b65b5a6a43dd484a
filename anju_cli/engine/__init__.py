"""The order of things: rules, then explanations, then judgement. Nothing here counts lines."""

from anju_cli.engine.asking import Scope
from anju_cli.engine.assuming import assume
from anju_cli.engine.sections import Judged, judge

__all__ = ["Judged", "Scope", "assume", "judge"]
