"""Forms for departments to fill in. The literal table of their formats."""

from collections.abc import Callable
from typing import NamedTuple

from anju_cli.templates.rows import Template

#: A template as a text; a workbook's bytes.
Render = Callable[[Template], str | bytes]


class TemplateFormat(NamedTuple):
    """A format of templates: suffixes of its files, and what writes it, loaded when asked for."""

    suffixes: tuple[str, ...]
    load: Callable[[], Render]


def _xlsx() -> Render:
    from anju_cli.templates.xlsx import render

    return render


def _csv() -> Render:
    from anju_cli.templates.csv import render

    return render


def _yaml() -> Render:
    from anju_cli.templates.yaml import render

    return render


def _json() -> Render:
    from anju_cli.templates.json import render

    return render


#: A format is its module and a line here.
TEMPLATE_FORMATS: dict[str, TemplateFormat] = {
    "xlsx": TemplateFormat((".xlsx",), _xlsx),
    "csv": TemplateFormat((".csv",), _csv),
    "yaml": TemplateFormat((".yaml", ".yml"), _yaml),
    "json": TemplateFormat((".json",), _json),
}

__all__ = ["TEMPLATE_FORMATS", "Template", "TemplateFormat"]
