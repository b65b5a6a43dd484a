"""The order of things: rules, then explanations, then judgement. Nothing here counts lines."""

from anju_cli.engine.asking import Scope
from anju_cli.engine.verdicts import Judged, judge

__all__ = ["Judged", "Scope", "judge"]
