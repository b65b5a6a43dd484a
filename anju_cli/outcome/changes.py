"""What changed on an earlier outcome."""

from typing import NamedTuple

from anju_cli.catalogue import Words
from anju_cli.outcome.finding import Finding, FindingSummary
from anju_cli.outcome.judgement import Judgement, Status
from anju_cli.units import Unit


class StatusChange(NamedTuple):
    """A promise whose status is another than before; `before` is `None` where it was not judged then."""

    judgement: Judgement
    before: Status | None
    year_before: int | None


class FigureChange(NamedTuple):
    """A figure of the same region, year and indicator that reads otherwise; `None` where there was none."""

    indicator: str
    name: Words
    region: str
    year: int
    unit: Unit
    before: str | None
    now: str | None


class LostJudgement(NamedTuple):
    """A promise that was judged before and is not judged now."""

    target: str
    name: str
    region: str
    year: int
    status: Status


class Changes(NamedTuple):
    """What changed on an earlier outcome. `path` is its file; findings are those that are or were open.

    `years` are the regions and years shown now.
    """

    path: str
    same_catalogue: bool
    missed: tuple[StatusChange, ...] = ()
    met: tuple[StatusChange, ...] = ()
    other: tuple[StatusChange, ...] = ()
    gone: tuple[LostJudgement, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    new: tuple[Finding, ...] = ()
    settled: tuple[FindingSummary, ...] = ()
    years: frozenset[tuple[str, int]] = frozenset()

    @property
    def nothing(self) -> bool:
        """Whether nothing changed."""
        return not any((self.missed, self.met, self.other, self.gone, self.figures, self.new, self.settled))
