"""Where things stand: routes through a document, spans of a text, cells of a sheet, and a place made of them."""

from typing import NamedTuple, TypeAlias

#: The way to a value through a document: ("figures", "rural_sanitary_toilets", "value").
Route: TypeAlias = tuple[str | int, ...]


class Cell(NamedTuple):
    """A cell of a table; row and column count from one. Shown as `sheet!C7`.

    `sheet` is empty where the table is a text, which has lines; `heading` is the name of its column.
    """

    sheet: str
    row: int
    column: int
    heading: str = ""

    @property
    def reference(self) -> str:
        """Its name within its sheet: `C7`."""
        letters, number = "", self.column
        while number:
            number, letter = divmod(number - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row}"

    def __str__(self) -> str:
        return f"{self.sheet}!{self.reference}"


class Span(NamedTuple):
    """A stretch of text: lines and columns count characters from one; the end is exclusive.

    `cell` is that of a table which stands there. The text of a workbook is made of its rows, for excerpts: nobody is
    told its lines.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    cell: Cell | None = None

    @property
    def of_sheet(self) -> bool:
        """Whether it is a cell of a workbook, which has no lines."""
        return self.cell is not None and bool(self.cell.sheet)

    @property
    def row(self) -> int:
        """The line, or the row of a workbook's sheet, as a person counts them."""
        return self.cell.row if self.cell is not None and self.cell.sheet else self.line

    @property
    def heading(self) -> str:
        """The name of the column that it stands in; empty where there is none."""
        return self.cell.heading if self.cell is not None else ""


def written_place(path: str, span: Span | None) -> str:
    """A place as editors and people take it: `path:line:column`, or `path!sheet!C7`."""
    if span is None:
        return path
    return f"{path}!{span.cell}" if span.of_sheet else f"{path}:{span.line}:{span.column}"


def row_of(path: str, span: Span | None) -> str:
    """A place for a table: `path:line`, or `path!sheet!C7`."""
    return f"{path}:{span.line}" if span is not None and not span.of_sheet else written_place(path, span)


#: Where a value stands, and its key if there is one, as bare numbers: what a compiled catalogue keeps.
Bare: TypeAlias = tuple[int, ...]
BareSpans: TypeAlias = tuple[Bare, Bare | None]

#: A report: the path of its file, and which of the file's reports it is.
Origin: TypeAlias = tuple[str, int]

#: The path under which an assumed figure stands: no file has it.
ASSUMED = "--what-if"


class Place(NamedTuple):
    """Where something is: a file, in it a route, and the span that the route was read from.

    A place of the catalogue, or one that is made after reading, may have its route alone. `report` counts the reports
    of a file from zero: a table may hold several.
    """

    path: str
    route: Route = ()
    span: Span | None = None
    on_key: bool = False
    report: int = 0

    @property
    def origin(self) -> Origin:
        """The report that it is in."""
        return self.path, self.report

    @property
    def assumed(self) -> bool:
        """Whether what stands there was assumed on the command line."""
        return self.path == ASSUMED

    @property
    def figure(self) -> str | None:
        """The id of the figure that stands there or around it; `None` beside the figures."""
        return str(self.route[1]) if len(self.route) > 1 and self.route[0] == "figures" else None
