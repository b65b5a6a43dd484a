"""JSON Schemas (2020-12) for editors and validators: of reports and catalogues, and of what anju writes for machines."""

from collections.abc import Callable
from typing import Any, NamedTuple

from anju_cli.catalogue import Catalogue


class Kind(NamedTuple):
    """What a schema is of: its other names, whether it takes a catalogue without fault, and what makes it."""

    names: tuple[str, ...]
    needs_catalogue: bool
    build: Callable[[Any, str], dict[str, Any]]


def _report(catalogue: Catalogue, lang: str) -> dict[str, Any]:
    from anju_cli.schemas.report import report_schema

    return report_schema(catalogue, lang)


def _catalogue(catalogue: Catalogue | None, lang: str) -> dict[str, Any]:
    from anju_cli.schemas.catalogue import catalogue_schema

    return catalogue_schema(catalogue, lang)


def _outcome(_: Catalogue | None, lang: str) -> dict[str, Any]:
    from anju_cli.schemas.shipped import shipped_schema

    return shipped_schema("outcome", lang)


def _trend(_: Catalogue | None, lang: str) -> dict[str, Any]:
    from anju_cli.schemas.shipped import shipped_schema

    return shipped_schema("trend", lang)


#: Every schema that `anju schema` prints.
SCHEMAS: dict[str, Kind] = {
    "report": Kind(("填报表",), True, _report),
    "catalogue": Kind(("指标目录", "targets"), False, _catalogue),
    "outcome": Kind(("核对结果", "结果"), False, _outcome),
    "trend": Kind(("历年情况", "历年"), False, _trend),
}
