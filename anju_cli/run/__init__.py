"""A run: paths and options to an outcome or a document, its exit code, the samples."""

from anju_cli.run.pipeline import OnProgress, Request, broken_outcome, carry_out
from anju_cli.run.results import FAIL_ON
from anju_cli.run.run_text import RunText, Style, write_run

__all__ = ["FAIL_ON", "OnProgress", "Request", "RunText", "Style", "broken_outcome", "carry_out", "write_run"]
