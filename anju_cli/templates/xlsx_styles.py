"""How the cells of a workbook look: what is to be filled in is plain to see, on a screen and on paper."""

from collections.abc import Mapping
from typing import Any, TypeAlias

#: A style as XlsxWriter takes it; that library has no types.
Style: TypeAlias = Mapping[str, Any]

_LINE, _HEAD, _ENTRY, _CLOSED = "#7F7F7F", "#DCE6F1", "#FFFBE0", "#D9D9D9"
_CELL: Style = {"border": 1, "border_color": _LINE, "valign": "vcenter", "text_wrap": True}
_OPEN: Style = {**_CELL, "bg_color": _ENTRY, "locked": False}

#: No number format hides a place: thousands are marked where all numbers are whole, and `FRACTION` shows those that are
#: not. What is typed into a cell of text stays as it is typed.
STYLES: Mapping[str, Style] = {
    "title": {"bold": True, "font_size": 15, "align": "center", "valign": "vcenter", "text_wrap": True},
    "label": {"bold": True, "align": "right", "valign": "vcenter"},
    "said": {"align": "left", "indent": 1, "valign": "vcenter", "bottom": 1, "bottom_color": _LINE},
    "signature": {**_OPEN, "align": "left", "indent": 1, "num_format": "@"},
    "head": {**_CELL, "bold": True, "align": "center", "bg_color": _HEAD},
    "text": {**_CELL, "align": "left", "indent": 1},
    "centre": {**_CELL, "align": "center"},
    "number": {**_OPEN, "align": "center"},
    "whole": {**_OPEN, "align": "center", "num_format": "#,##0"},
    "remark": {**_OPEN, "align": "left", "indent": 1, "num_format": "@"},
    "closed": {**_CELL, "bg_color": _CLOSED},
    "section": {"bold": True, "font_size": 12, "valign": "vcenter"},
    "paragraph": {"valign": "vcenter", "text_wrap": True},
}
FRACTION: Style = {"num_format": "General", "font_color": "#C00000"}


class Styles:
    """The styles of one workbook, made once each."""

    def __init__(self, workbook: Any, font: str) -> None:
        self._workbook = workbook
        self._made = {
            name: workbook.add_format({"font_name": font, "font_size": 10, **style}) for name, style in STYLES.items()
        }
        self.fraction = workbook.add_format(dict(FRACTION))

    def __getitem__(self, name: str) -> Any:
        return self._made[name]
