"""Bytes to the plain shape with spans. The literal table of input formats."""

from collections.abc import Callable

from anju_cli.readers.shape import Content, Fault


def _yaml(text: str) -> Content:
    from anju_cli.readers.yaml_reader import read_yaml

    return read_yaml(text)


#: Suffix to reader. A folder is walked for these; a named file of another suffix is read as YAML.
READERS: dict[str, Callable[[str], Content]] = {".yaml": _yaml, ".yml": _yaml}

__all__ = ["READERS", "Content", "Fault"]
