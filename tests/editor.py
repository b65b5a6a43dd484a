"""What an editor sees in a file: YAML 1.2 with its types, keys as texts, nothing of how a value was written."""

import re
from typing import Any

import yaml


class Editor(yaml.SafeLoader):
    """PyYAML with the types of YAML 1.2 (its core schema) in place of its own.

    Two keys alike are left to the editor's own parser, which refuses them.
    """

    yaml_implicit_resolvers: dict[str, list[tuple[str, Any]]] = {}  # noqa: RUF012 - what PyYAML looks into


def _keyed(loader: Editor, node: yaml.MappingNode) -> dict[str, Any]:
    """Keys as they are written: a schema knows texts alone."""
    loader.flatten_mapping(node)
    return {str(key.value): loader.construct_object(value, deep=True) for key, value in node.value}


def _whole(_: Editor, node: yaml.ScalarNode) -> int:
    """A whole number: 010 is ten."""
    return int(re.sub("^([-+]?)0+(?=[0-9])", r"\1", node.value), 0)


_TYPES = {
    "null": (r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    "bool": (r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
}
for name, (pattern, first) in _TYPES.items():
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), first)
Editor.add_constructor("tag:yaml.org,2002:map", _keyed)
Editor.add_constructor("tag:yaml.org,2002:int", _whole)
Editor.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def seen(text: str) -> Any:
    """A file's value to an editor; raises `yaml.YAMLError` where no parser takes it."""
    return yaml.load(text, Loader=Editor)  # noqa: S506 - it makes nothing but plain values
