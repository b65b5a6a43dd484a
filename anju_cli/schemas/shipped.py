"""The schemas that stand written beside this module: an outcome's and a trend's."""

import json
from pathlib import Path
from typing import Any

from anju_cli.schemas.hovers import title_of_key


def shipped_schema(name: str, lang: str) -> dict[str, Any]:
    """One of them. It is written in Chinese; in English its titles are the keys, which are English words."""
    schema: dict[str, Any] = json.loads((Path(__file__).parent / f"{name}.schema.json").read_text("utf-8"))
    return _in_english(schema, name) if lang == "en" else schema


def _in_english(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """A schema under its key, with all that stands below it."""
    return {key: _word(key, value, name) for key, value in schema.items() if key != "description"}


def _word(key: str, value: Any, name: str) -> Any:
    if key == "title":
        return title_of_key(name)
    if key in {"properties", "$defs"}:
        return {name: _in_english(schema, name) for name, schema in value.items()}
    if isinstance(value, list):
        return [_word("", entry, name) for entry in value]
    return _in_english(value, name) if isinstance(value, dict) else value
