"""JSON Schemas (2020-12) for editors and validators: of reports and catalogues, and of what anju writes."""

from collections.abc import Callable
from typing import Any, NamedTuple

from anju_cli.catalogue import Catalogue


class Kind(NamedTuple):
    """What a schema is of: its other names, what makes it, and whether that takes a catalogue without fault."""

    names: tuple[str, ...]
    build: Callable[[Any, str], dict[str, Any]]
    needs_catalogue: bool = False


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
    "report": Kind(("填报表",), _report, needs_catalogue=True),
    "catalogue": Kind(("指标目录", "targets"), _catalogue),
    "outcome": Kind(("核对结果", "结果"), _outcome),
    "trend": Kind(("历年情况", "历年"), _trend),
}
