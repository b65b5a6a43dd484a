"""What a reader gives: the plain shape, and what was wrong with the form of it."""

from dataclasses import dataclass, field

from anju_cli.source import Node, Span


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a file's form. `kind` and `arguments` are for the words."""

    code: str
    span: Span
    kind: str = ""
    arguments: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Content:
    """What a text holds. `whole` is false where the rest of it could not be read."""

    root: Node | None
    faults: tuple[Fault, ...] = ()
    whole: bool = True
