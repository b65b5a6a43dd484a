"""What changed on an earlier outcome."""

from anju_cli.since.changes import Asked, since
from anju_cli.since.earlier import Beside, Earlier, Stood, Used, Was

__all__ = ["Asked", "Beside", "Earlier", "Stood", "Used", "Was", "since"]
