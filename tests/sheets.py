"""Sheets as small tables of text, and what is read from them, for the tests of the sheet reader."""

from collections.abc import Mapping
from typing import Any

from anju_cli.names import Names
from anju_cli.readers.content import Vocabulary
from anju_cli.readers.nodes import MappingNode, Node, Point, ScalarNode
from anju_cli.readers.sheets.grid import Area, CellValue, Grid
from anju_cli.readers.sheets.interpret import Interpretation, interpret
from anju_cli.readers.sheets.sheet import Sheet

#: The indicators that the tests' sheets are about.
INDICATORS = Names(
    {
        "nursing_bed_share": ("护理型床位比例",),
        "rural_toilets": ("农村卫生厕所普及率", "卫生厕所普及率"),
        "elder_beds": ("每千名老年人拥有养老床位数",),
        "cdc_grade": ("区级疾控中心等级",),
    }
)
VOCABULARY = Vocabulary(lambda _: True, INDICATORS, ("遂宁市安居区", "安居区"))


def cell(text: str) -> CellValue:
    """A cell as a workbook has it: numbers are numbers."""
    return CellValue(text, "number" if text.replace(".", "", 1).isdecimal() else "text")


def grid(text: str, name: str = "表1", cells: Mapping[tuple[int, int], CellValue] | None = None, **parts: Any) -> Grid:
    """A grid of lines and bars; `cells` are put in as they are."""
    rows: dict[int, dict[int, CellValue]] = {}
    for row, line in enumerate(text.strip("\n").split("\n"), 1):
        for column, written in enumerate(line.split("|"), 1):
            if written.strip():
                rows.setdefault(row, {})[column] = cell(written.strip().replace("\\n", "\n"))
    for (row, column), value in (cells or {}).items():
        rows.setdefault(row, {})[column] = value
    return Grid(name, {row: dict(sorted(rows[row].items())) for row in sorted(rows)}, **parts)


def merge(text: str) -> Area:
    """An area of rows and columns: `3,2-4,2`."""
    first, last = (tuple(map(int, corner.split(","))) for corner in text.split("-"))
    return Area(first[0], first[1], last[0], last[1])


def sheet(of: Grid) -> Sheet:
    """A sheet whose cells stand, a character each, where they do in the grid."""
    return Sheet(of, lambda row, column: (Point(row - 1, column - 1), Point(row - 1, column)))


def read(*sheets: str | Grid) -> Interpretation:
    """What sheets come to."""
    grids = (of if isinstance(of, Grid) else grid(of) for of in sheets)
    return interpret([sheet(of) for of in grids], VOCABULARY)


def plain(node: Node) -> Any:
    """A node's texts alone; what stands there twice is a list."""
    if isinstance(node, ScalarNode):
        return node.text if node.form != "refused" else f"<{node.text}>"
    if isinstance(node, MappingNode):
        entries: dict[str, Any] = {}
        for key, value in node.entries:
            text = plain(value)
            entries[key.text] = [entries[key.text], text] if key.text in entries else text
        return entries
    return [plain(item) for item in node.items]


def reports(*sheets: str | Grid) -> list[Any]:
    """The texts of the reports that sheets hold."""
    return [plain(root) for root in read(*sheets).roots]


def faults(*sheets: str | Grid) -> list[tuple[str, str]]:
    """Code with kind, and the cell, of what is said of sheets."""
    return [
        ("/".join(filter(None, (fault.code, fault.kind))), str(fault.span.cell).partition("!")[2])
        for fault in read(*sheets).faults
    ]


def node_at(root: Node, *route: str) -> Node:
    """What stands at a route of texts."""
    for key in route:
        assert isinstance(root, MappingNode)
        root = next(value for name, value in root.entries if name.text == key)
    return root


def places(root: Node, *route: str) -> tuple[str, str, str]:
    """Where the key and the value at a route stand, and the column's name."""
    above = node_at(root, *route[:-1])
    assert isinstance(above, MappingNode)
    key, value = next(entry for entry in above.entries if entry[0].text == route[-1])
    span = value.span
    return str(key.span.cell), str(span.cell), span.heading
