"""What a reader gives: the plain shape, and what was wrong with the form of it."""

from typing import NamedTuple

from anju_cli.places import Node, Span


class Fault(NamedTuple):
    """Something wrong with a file's form. `kind` and `arguments` are for the words."""

    code: str
    span: Span
    kind: str = ""
    arguments: dict[str, str] = {}  # noqa: RUF012 - never written to


class Content(NamedTuple):
    """What a text holds. `whole` is false where the rest of it could not be read."""

    root: Node | None
    faults: tuple[Fault, ...] = ()
    whole: bool = True
