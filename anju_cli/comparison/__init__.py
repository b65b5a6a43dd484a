"""What changed on an earlier outcome."""

from anju_cli.comparison.changes import IsShown, since
from anju_cli.comparison.earlier import EarlierFigure, EarlierFinding, EarlierInput, EarlierJudgement, EarlierOutcome

__all__ = ["EarlierFigure", "EarlierFinding", "EarlierInput", "EarlierJudgement", "EarlierOutcome", "IsShown", "since"]
