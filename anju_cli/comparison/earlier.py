"""An earlier outcome, as far as it is compared with."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from anju_cli.outcome import FindingSummary, Status
from anju_cli.places import Origin


class EarlierInput(NamedTuple):
    """A number that a judgement was made from: of which role, year and value."""

    role: str
    year: int
    value: str


class EarlierJudgement(NamedTuple):
    """One judgement of the earlier outcome."""

    region: str
    target: str
    indicator: str
    name: str
    year: int
    status: Status
    value: str | None
    inputs: tuple[EarlierInput, ...] = ()


class EarlierFinding(NamedTuple):
    """One finding of the earlier outcome; `open` where nothing settled it, `report` which of its file's it is in."""

    brief: FindingSummary
    indicator: str | None
    written: str | None
    open: bool
    report: int = 0


class EarlierFigure(NamedTuple):
    """A figure of the earlier outcome that no promise was held against."""

    region: str
    year: int
    indicator: str
    name: str
    unit: str
    value: str | None


#: Region and year of a report, where they are known.
Owner: TypeAlias = tuple[str | None, int | None]


class EarlierOutcome(NamedTuple):
    """An earlier outcome, as far as it is compared; `years` are the regions and years it tells of.

    `unjudged` is `None` where it does not tell. `reports` has region and year of each report.
    """

    path: str
    sha256: str
    judgements: tuple[EarlierJudgement, ...]
    findings: tuple[EarlierFinding, ...]
    unjudged: tuple[EarlierFigure, ...] | None = None
    years: frozenset[tuple[str, int]] = frozenset()
    reports: Mapping[Origin, Owner] = {}
