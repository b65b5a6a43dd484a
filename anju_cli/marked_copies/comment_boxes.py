"""The boxes in which a sheet's comments are shown, in the drawing beside it."""

import re
from collections.abc import Mapping

from anju_cli.characters import columns
from anju_cli.marked_copies.edits import Edit
from anju_cli.places import Cell
from anju_cli.readers.workbooks.references import LAST_COLUMN, LAST_ROW

#: The number and height of a row that has one of its own.
_ROW = re.compile(rb"""<(?:\w+:)?row\b(?=[^>]*?\sr=["'](\d{1,7})["'])(?=[^>]*?\sht=["'](\d{1,3}))""")
#: Points of a line of text, which is the height of a usual row, and the most lines of a box.
_LINE, _MOST_LINES = 15, 30
_SHAPE_NUMBER = re.compile(rb"_x0000_s(\d{1,6})")
_OPENING, _CLOSING = b"<v:shape ", b"</v:shape>"
_NUMBER = rb"<x:%s>\s*(\d{1,7})\s*</x:%s>"
_NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_SHAPE_TYPE = (
    f'<v:shapetype {_NAMESPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
#: So many columns of text fit into the width of a box.
_BOX_WIDTH = 40


def new_drawing(number: int) -> bytes:
    """A drawing without boxes; the number is its own in the book."""
    layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{number}"/></o:shapelayout>'
    return f"<xml {_NAMESPACES}>{layout}</xml>".encode()


def drawn(raw: bytes, texts: Mapping[Cell, str], first: int, sheet: bytes) -> list[Edit]:
    """Boxes for comments at the end of a drawing; as high as the rows of their `sheet` make them."""
    place = raw.rindex(b"</xml>")
    start = max([first, *(int(number) + 1 for number in _SHAPE_NUMBER.findall(raw))])
    heights = {int(row): int(height) for row, height in _ROW.findall(sheet)}
    boxes = "".join(_box(start + index, cell, text, heights) for index, (cell, text) in enumerate(texts.items()))
    shape_type = "" if b"_x0000_t202" in raw else _SHAPE_TYPE
    return [Edit(place, place, (shape_type + boxes).encode())]


def undrawn(raw: bytes, cells: list[Cell]) -> list[Edit]:
    """A drawing without the boxes of some comments."""
    places = {(str(cell.row - 1).encode(), str(cell.column - 1).encode()) for cell in cells}
    edits, position = [], 0
    while (end := raw.find(_CLOSING, position)) >= 0:
        end += len(_CLOSING)
        start = raw.rfind(_OPENING, position, end)
        shape = raw[start:end]
        if (
            start >= 0
            and b'ObjectType="Note"' in shape
            and (_anchor(shape, b"Row"), _anchor(shape, b"Column")) in places
        ):
            edits.append(Edit(start, end, b""))
        position = end
    return edits


def _anchor(shape: bytes, name: bytes) -> bytes:
    match = re.search(_NUMBER % (name, name), shape)
    return match[1] if match else b""


def _box(number: int, cell: Cell, text: str, heights: Mapping[int, int]) -> str:
    """A box as large as its text, right of its cell."""
    lines = sum(1 + columns(line) // _BOX_WIDTH for line in text.split("\n"))
    left, top = min(cell.column, LAST_COLUMN - 5), min(max(cell.row - 2, 0), LAST_ROW - _MOST_LINES - 2)
    bottom, rest = top, (min(lines, _MOST_LINES) + 1) * _LINE
    while rest > heights.get(bottom + 1, _LINE):
        rest -= heights.get(bottom + 1, _LINE) or _LINE
        bottom += 1
    anchor = f"{left}, 15, {top}, 4, {left + 4}, 15, {bottom}, {rest}"
    return (
        f'<v:shape {_NAMESPACES} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
        f'z-index:{number};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{cell.row - 1}</x:Row><x:Column>{cell.column - 1}</x:Column>"
        "</x:ClientData></v:shape>"
    )
