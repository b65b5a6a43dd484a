"""Cells of a sheet as nodes with places: texts, numbers with what is to be told of them, and keys."""

import re
from typing import NamedTuple

from anju_cli.places import Cell, Span
from anju_cli.readers.nodes import CellNote, CellPoint, Form, ScalarNode
from anju_cli.readers.sheets.grid import CellValue, RefusalKind, Remark, RemarkKind
from anju_cli.readers.sheets.sheet import Sheet

#: The kinds of refused numbers by the cell's refusal; an error value is answered by the grammar.
_REFUSALS: dict[RefusalKind, str] = {
    "date": "excel_date",
    "error": "",
    "formula_without_value": "formula_without_value",
    "formula_outdated": "formula_outdated",
    "shown_otherwise": "shown_otherwise",
    "not_a_number": "not_a_number",
    "covered": "covered",
}
#: The codes of what is told of a cell whose value is taken; the others are told by the grammar, or not at all.
_NOTES: dict[RemarkKind, str] = {
    "formula": "ANJ308",
    "hidden_places": "ANJ309",
    "hidden_sign": "ANJ309",
    "fifteen_digits": "ANJ310",
}
_EMPTY = CellValue("")


class CellNodes(NamedTuple):
    """Makes the nodes of one sheet."""

    sheet: Sheet

    def value(self, row: int, column: int) -> CellValue:
        """A cell; an empty one where the sheet has none."""
        return self.sheet.grid.rows.get(row, {}).get(column, _EMPTY)

    def seen(self, row: int, column: int) -> str:
        """The text that a person sees in a cell, on one line."""
        return seen_text(self.value(row, column))

    def text(self, row: int, column: int, heading: str = "", text: str | None = None) -> ScalarNode:
        """A cell as a text, or another text that was taken from it."""
        return self._node(self.seen(row, column) if text is None else text, "quoted", row, column, heading)

    def covered(self, row: int, column: int, heading: str, owner: int) -> ScalarNode:
        """A cell under one that is merged downwards: a person reads that one's number here, nobody wrote it here."""
        node = self._node(self.value(owner, column).written, "cell", row, column, heading)
        return node._replace(refusal="covered")

    def number(self, row: int, column: int, heading: str, *, withheld: bool = False) -> ScalarNode:
        """A cell as a number; one that is `withheld` can't be taken, as is said elsewhere."""
        value = self.value(row, column)
        refusal = "" if value.refusal is None else _REFUSALS[value.refusal.kind]
        notes = () if refusal else tuple(map(_note, filter(_is_told, value.remarks)))
        form: Form = "refused" if withheld else "cell" if refusal or notes else "plain"
        node = self._node(value.written, form, row, column, heading)
        return node._replace(refusal=refusal, notes=notes)

    def span(self, row: int, column: int, heading: str = "") -> Span:
        """Where a cell stands."""
        return self.text(row, column, heading).span

    def _node(self, text: str, form: Form, row: int, column: int, heading: str) -> ScalarNode:
        start, end = self.sheet.marks(row, column)
        cell = Cell(self.sheet.grid.name, row, column, heading)
        return ScalarNode(text, form, CellPoint(start.line, start.column, cell), end)


def seen_text(value: CellValue) -> str:
    """What a person sees in a cell, on one line: nothing of what lies under a merged cell."""
    if value.refusal is not None and value.refusal.kind == "covered":
        return ""
    text = value.written
    if "\n" not in text and "\r" not in text:
        return text.strip()
    return re.sub(r"\s*[\r\n]+\s*", " " if text.isascii() else "", text.strip())


def is_blank(value: CellValue) -> bool:
    """Whether nothing stands in a cell: neither a text, nor a formula that was never calculated."""
    return not value.text.strip() and value.refusal is None


def _is_told(remark: Remark) -> bool:
    return remark.kind in _NOTES


def _note(remark: Remark) -> CellNote:
    code = _NOTES[remark.kind]
    return CellNote(code, "hidden_sign" if remark.kind == "hidden_sign" else "", remark.arguments)
