"""Where things stand: routes through a document, spans of a text, cells of a sheet, and a place made of them."""

from typing import NamedTuple, TypeAlias

#: The way to a value through a document: ("figures", "rural_sanitary_toilets", "value").
Route: TypeAlias = tuple[str | int, ...]


class Span(NamedTuple):
    """A stretch of text: lines and columns count characters from one; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Cell(NamedTuple):
    """A cell of a sheet; row and column count from one. Shown as `sheet!C7`."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        letters, number = "", self.column
        while number:
            number, letter = divmod(number - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{self.sheet}!{letters}{self.row}"


#: Where a value stands, and its key if there is one, as bare numbers: what a compiled catalogue keeps.
Bare: TypeAlias = tuple[int, ...]
BareSpans: TypeAlias = tuple[Bare, Bare | None]

#: The path under which an assumed figure stands: no file has it.
ASSUMED = "--what-if"


class Place(NamedTuple):
    """Where something is: a file, in it a route, and the span or the cell that the route was read from.

    A place of the catalogue, or one that is made after reading, may have its route alone.
    """

    path: str
    route: Route = ()
    span: Span | None = None
    on_key: bool = False
    cell: Cell | None = None

    @property
    def assumed(self) -> bool:
        """Whether what stands there was assumed on the command line."""
        return self.path == ASSUMED

    @property
    def figure(self) -> str | None:
        """The id of the figure that stands there or around it; `None` beside the figures."""
        return str(self.route[1]) if len(self.route) > 1 and self.route[0] == "figures" else None
