"""Why no marked copy is made of a file."""

from typing import Literal, TypeAlias

#: It is signed; can't be read; is a workbook of the old form; a form that has no room for marks; would be larger
#: with marks than what is read; or marks would change what is read from it.
RefusalKind: TypeAlias = Literal["signed", "unreadable", "old_workbook", "no_room", "too_large", "changed"]


class UnmarkableError(Exception):
    """No copy is made; `kind` says why."""

    def __init__(self, kind: RefusalKind) -> None:
        super().__init__(kind)
        self.kind = kind
