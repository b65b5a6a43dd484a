"""An earlier outcome, as `--format json` wrote it: read to be compared with, never to be judged."""

import os
import stat
from typing import Literal

from pydantic import BaseModel, Field, ValidationError

from anju_cli.characters import visible
from anju_cli.comparison import EarlierFigure, EarlierFinding, EarlierInput, EarlierJudgement, EarlierOutcome
from anju_cli.diagnostics import Level, is_open
from anju_cli.errors import AnjuError
from anju_cli.outcome import FindingSummary, Status

#: The outcome of thousands of reports has a hundred megabytes.
LARGEST = 1_000_000_000


class _Catalogue(BaseModel):
    sha256: str


class _Input(BaseModel):
    role: str
    year: int
    value: str


class _Judgement(BaseModel):
    region: str
    target: str
    indicator: str
    name: str
    year: int
    status: Status
    value: str | None
    inputs: tuple[_Input, ...] = ()


class _Year(BaseModel):
    region: str
    year: int


class _Report(BaseModel):
    path: str
    region: str | None
    year: int | None
    report: int = 1


class _Summary(BaseModel):
    regions: tuple[_Year, ...]


class _Unjudged(BaseModel):
    region: str
    year: int
    indicator: str
    name: str
    unit: str
    value: str | None


class _Explanation(BaseModel):
    reason: str


class _Finding(BaseModel):
    code: str
    level: Level
    message: str
    path: str
    line: int | None
    indicator: str | None
    written: str | None
    report: int = 1
    explanation: _Explanation | None


class _Assumption(BaseModel):
    indicator: str


class _Outcome(BaseModel):
    """What is compared; the rest of the file is passed over."""

    schema_: Literal["anju/outcome/1"] = Field(alias="schema")
    catalogue: _Catalogue
    assumptions: tuple[_Assumption, ...] = ()
    reports: tuple[_Report, ...] = ()
    judgements: tuple[_Judgement, ...]
    summary: _Summary
    unjudged: tuple[_Unjudged, ...] | None = None
    diagnostics: tuple[_Finding, ...]


def load_earlier(path: str) -> EarlierOutcome:
    """Read an outcome. Raises `AnjuError` where the file can't be read, is none, or holds assumptions."""
    try:
        outcome = _Outcome.model_validate_json(_decoded(_bytes(path)))
    except (UnicodeDecodeError, ValidationError) as error:
        raise AnjuError("earlier_no_outcome", path=visible(path)) from error
    if outcome.assumptions:
        raise AnjuError("earlier_assumed", path=visible(path))
    return _earlier(visible(path), outcome)


def _bytes(path: str) -> bytes:
    """The file's bytes; a pipe would be waited for and a device never ends."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode) and not os.path.isdir(path):
            raise AnjuError("earlier_no_file", path=visible(path))
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise AnjuError("earlier_unread", path=visible(path), why=why) from error
    if len(data) > LARGEST:
        raise AnjuError("earlier_too_large", path=visible(path), limit=str(LARGEST // 1_000_000))
    return data


def _decoded(data: bytes) -> str:
    """Its text: what a shell wrote with `>` may have a mark, or be UTF-16."""
    return data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")


def _earlier(path: str, outcome: _Outcome) -> EarlierOutcome:
    return EarlierOutcome(
        path=path,
        sha256=outcome.catalogue.sha256,
        judgements=tuple(map(_stood, outcome.judgements)),
        findings=tuple(map(_was, outcome.diagnostics)),
        years=frozenset((region.region, region.year) for region in outcome.summary.regions),
        reports={(report.path, report.report - 1): (report.region, report.year) for report in outcome.reports},
        unjudged=None
        if outcome.unjudged is None
        else tuple(EarlierFigure(**dict(figure)) for figure in outcome.unjudged),
    )


def _stood(judgement: _Judgement) -> EarlierJudgement:
    return EarlierJudgement(
        **{**dict(judgement), "inputs": tuple(EarlierInput(**dict(given)) for given in judgement.inputs)}
    )


def _was(finding: _Finding) -> EarlierFinding:
    brief = FindingSummary(finding.code, finding.level, finding.message, finding.path, finding.line)
    is_left = is_open(finding.level, explained=finding.explanation is not None)
    return EarlierFinding(brief, finding.indicator, finding.written, is_left, finding.report - 1)
