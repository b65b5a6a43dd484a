"""A run: paths and options to an outcome, its exit code, the samples."""

from anju_cli.run.pipeline import Request, Told, broken_outcome, carry_out
from anju_cli.run.results import FAIL_ON

__all__ = ["FAIL_ON", "Request", "Told", "broken_outcome", "carry_out"]
