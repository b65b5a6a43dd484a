"""A template in JSON: every key of a report, without values."""

import json

from anju_cli.submission import FIGURE_KEYS
from anju_cli.templates.columns import HEADING, SIGNATURES, key_of
from anju_cli.templates.rows import Row, Template


def render(template: Template) -> str:
    """The whole report. A number stands letter for letter."""
    lang, heading = template.lang, (template.department or None, template.region, template.year)
    head = dict(zip(HEADING, heading, strict=True)) | dict.fromkeys(SIGNATURES)
    lines = [f"  {_text(key_of(key, lang))}: {_text(value)}," for key, value in head.items()]
    figures = ",\n".join(f"    {_text(row.key)}: {_figure(row, lang)}" for row in template.rows)
    return "\n".join(["{", *lines, f"  {_text(key_of('figures', lang))}: {{\n{figures}\n  }}", "}"]) + "\n"


def _figure(row: Row, lang: str) -> str:
    """The keys of a figure; parts only where it has them."""
    values = dict.fromkeys(FIGURE_KEYS, "null") | {"unit": _text(row.unit)}
    if row.previous:
        values["previous"] = _text(row.previous) if row.grades else row.previous
    keys = [key for key in FIGURE_KEYS if row.parts or key not in {"numerator", "denominator"}]
    lines = ",\n".join(f"      {_text(key_of(key, lang))}: {values[key]}" for key in keys)
    return f"{{\n{lines}\n    }}"


def _text(value: str | int | None) -> str:
    return json.dumps(value, ensure_ascii=False)
