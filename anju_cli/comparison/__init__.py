"""What changed on an earlier outcome."""

from anju_cli.comparison.changes import Asked, since
from anju_cli.comparison.earlier import EarlierFigure, EarlierFinding, EarlierInput, EarlierJudgement, EarlierOutcome

__all__ = ["Asked", "EarlierFigure", "EarlierFinding", "EarlierInput", "EarlierJudgement", "EarlierOutcome", "since"]
