"""The styles of a book with those that marks need: added at the end, so that every number in use stays what it was."""

from collections.abc import Sequence
from typing import NamedTuple

from anju_cli.marked_copies.edits import Edit
from anju_cli.marked_copies.xml_places import DECLARATION, XmlPart

_ORDER: Sequence[str] = (
    *("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors"),
)
#: A book's styles where it has none.
NEW = (
    DECLARATION + b'<styleSheet xmlns="%s">'
    b'<fonts count="1"><font><sz val="11"/><name val="\xe5\xae\x8b\xe4\xbd\x93"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs></styleSheet>'
)
_USUAL = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
_WRAPPED = (
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
)


def _filled(colour: str, font: str, line: str = "") -> str:
    sides = "".join(f'<{side} style="thin"><color rgb="FF{line}"/></{side}>' for side in _SIDES) if line else ""
    fill = f'<patternFill patternType="solid"><fgColor rgb="FF{colour}"/><bgColor rgb="FF{colour}"/></patternFill>'
    border = f"<border>{sides}</border>" if sides else ""
    return f"<dxf><font><b/>{font}</font><fill>{fill}</fill>{border}</dxf>"


_SIDES = ("left", "right", "top", "bottom")
#: What a cell looks like by conditional format, in the order of the numbers of `MarkStyles`. Bold and bordered, so that
#: a cell is marked also where another format fills it.
_LOOKS = (
    _filled("FFC7CE", '<color rgb="FF9C0006"/>', "C00000"),
    _filled("FFEB9C", '<color rgb="FF7F6000"/>', "BF8F00"),
    _filled("D9E1F2", ""),
    '<dxf><font><u/><color rgb="FF0563C1"/></font></dxf>',
)


class MarkStyles(NamedTuple):
    """The numbers under which a book has our styles: text that wraps; errors, queries, heads and links by format."""

    wrapped: int = 0
    error: int = 0
    query: int = 0
    head: int = 0
    link: int = 0


def with_mark_styles(part: XmlPart) -> tuple[MarkStyles, list[Edit]]:
    """The styles of a book with ours, and their numbers."""
    wrapped, more = _grown(part, "cellXfs", (_WRAPPED,), _USUAL)
    first, yet_more = _grown(part, "dxfs", _LOOKS)
    return MarkStyles(wrapped, *range(first, first + len(_LOOKS))), more + yet_more


def _grown(part: XmlPart, name: str, new: Sequence[str], usual: str = "") -> tuple[int, list[Edit]]:
    """A list of styles with more at its end, and the number of the first of those; where it is not there, a new one."""
    prefix = part.root.prefix.decode()
    text = "".join(new)
    outer = part.child(part.root, name)
    if outer is None:
        count = len(new) + bool(usual)
        whole = f'<{name} count="{count}">{usual}{text}</{name}>'
        return int(bool(usual)), [part.in_order(part.root, name, _ORDER, _prefixed(whole, prefix))]
    count = len(part.within(outer))
    edits = [part.appended(outer, _prefixed(text, prefix))]
    if outer.attributes.get("count") == str(count):
        edits.append(part.attribute(outer, "count", str(count + len(new))))
    return count, edits


def _prefixed(text: str, prefix: str) -> bytes:
    return text.replace("<", f"<{prefix}").replace(f"<{prefix}/", f"</{prefix}").encode()
