"""An earlier outcome, as `--format json` wrote it: read to be compared with, never to be judged."""

from typing import Literal

from pydantic import BaseModel, Field, ValidationError

from anju_cli.characters import visible
from anju_cli.diagnostics import Level
from anju_cli.errors import AnjuError
from anju_cli.outcome import Brief, Status
from anju_cli.since import Earlier, Stood, Was, is_open


class _Catalogue(BaseModel):
    sha256: str


class _Judgement(BaseModel):
    region: str
    target: str
    indicator: str
    name: str
    year: int
    status: Status
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
    explanation: _Explanation | None


class _Assumption(BaseModel):
    indicator: str


class _Outcome(BaseModel):
    """What is compared; the rest of the file is passed over."""

    schema_: Literal["anju/outcome/1"] = Field(alias="schema")
    catalogue: _Catalogue
    assumptions: tuple[_Assumption, ...] = ()
    judgements: tuple[_Judgement, ...]
    diagnostics: tuple[_Finding, ...]


def load_earlier(path: str) -> Earlier:
    """Read an outcome. Raises `AnjuError` where the file can't be read, is none, or holds assumptions."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise AnjuError("earlier_unread", path=visible(path), why=why) from error
    try:
        found = _Outcome.model_validate_json(data)
    except ValidationError as error:
        raise AnjuError("earlier_no_outcome", path=visible(path)) from error
    if found.assumptions:
        raise AnjuError("earlier_assumed", path=visible(path))
    return _earlier(visible(path), found)


def _earlier(path: str, found: _Outcome) -> Earlier:
    return Earlier(
        path=path,
        sha256=found.catalogue.sha256,
        judgements=tuple(Stood(**dict(one)) for one in found.judgements),
        findings=tuple(map(_was, found.diagnostics)),
    )


def _was(one: _Finding) -> Was:
    brief = Brief(one.code, one.level, one.message, one.path, one.line)
    return Was(brief, one.indicator, one.written, is_open(one.level, explained=one.explanation is not None))
