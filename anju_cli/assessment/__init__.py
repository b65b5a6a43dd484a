"""The order of things: rules, then explanations, then judgement. Nothing here counts lines."""

from anju_cli.assessment.scope import Scope
from anju_cli.assessment.sections import Judged, judge

__all__ = ["Judged", "Scope", "judge"]
