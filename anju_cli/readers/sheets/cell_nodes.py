"""Cells of a sheet as nodes with places: texts, numbers with what is to be told of them, and keys."""

from anju_cli.places import Cell, Span
from anju_cli.readers.nodes import CellNote, CellPoint, Mark, ScalarNode
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
    "formula_outdated": "ANJ308",
    "hidden_places": "ANJ309",
    "hidden_sign": "ANJ309",
    "fifteen_digits": "ANJ310",
}
_KINDS: dict[RemarkKind, str] = {"formula_outdated": "outdated", "hidden_sign": "hidden_sign"}
_EMPTY = CellValue("")
_NO_CELLS: dict[int, CellValue] = {}


class CellNodes:
    """Makes the nodes of one sheet; the texts of the row that was last looked at are at hand."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._rows = sheet.grid.rows
        self._name = sheet.grid.name
        self._row = 0
        self._texts: dict[int, str] = {}

    def value(self, row: int, column: int) -> CellValue:
        """A cell; an empty one where the sheet has none."""
        return self._rows.get(row, _NO_CELLS).get(column, _EMPTY)

    def texts(self, row: int) -> dict[int, str]:
        """What a person sees in a row, by column: the cells that are not blank, each on one line."""
        if row != self._row:
            cells = self._rows.get(row, _NO_CELLS)
            self._texts = {column: text for column, value in cells.items() if (text := seen_text(value))}
            self._row = row
        return self._texts

    def seen(self, row: int, column: int) -> str:
        """The text that a person sees in a cell, on one line."""
        return self._texts.get(column, "") if row == self._row else seen_text(self.value(row, column))

    def text(self, row: int, column: int, heading: str = "", text: str | None = None) -> ScalarNode:
        """A cell as a text, or another text that was taken from it."""
        start, end = self.marks(row, column, heading)
        return ScalarNode(self.seen(row, column) if text is None else text, "quoted", start, end)

    def covered(self, row: int, column: int, heading: str, owner: int) -> ScalarNode:
        """A cell under one that is merged downwards: a person reads that one's number here, nobody wrote it here."""
        start, end = self.marks(row, column, heading)
        return ScalarNode(self.value(owner, column).written, "cell", start, end, "", "covered")

    def number(self, row: int, column: int, heading: str, *, withheld: bool = False) -> ScalarNode:
        """A cell as a number; one that is `withheld` can't be taken, as is said elsewhere."""
        value = self.value(row, column)
        start, end = self.marks(row, column, heading)
        if withheld:
            return ScalarNode(value.written, "refused", start, end)
        if not value.remarks and value.refusal is None:
            return ScalarNode(value.text, "plain", start, end)
        refusal = "" if value.refusal is None else _REFUSALS[value.refusal.kind]
        notes = () if refusal else tuple(_note(remark) for remark in value.remarks if remark.kind in _NOTES)
        return ScalarNode(value.written, "cell" if refusal or notes else "plain", start, end, "", refusal, notes)

    def span(self, row: int, column: int, heading: str = "") -> Span:
        """Where a cell stands."""
        return self.text(row, column, heading).span

    def marks(self, row: int, column: int, heading: str = "") -> tuple[CellPoint, Mark]:
        """Where a cell begins, as a cell, and where it ends."""
        start, end = self.sheet.marks(row, column)
        return CellPoint(start.line, start.column, Cell(self._name, row, column, heading)), end


def seen_text(value: CellValue) -> str:
    """What a person sees in a cell, on one line: nothing of what lies under a merged cell."""
    if value.refusal is not None and value.refusal.kind == "covered":
        return ""
    text = value.written if value.remarks else value.text
    if value.refusal is not None and value.refusal.kind == "shown_otherwise":
        text = value.refusal.arguments.get("shown") or text
    if "\n" not in text and "\r" not in text:
        return text.strip()
    return (" " if text.isascii() else "").join(filter(None, map(str.strip, text.splitlines())))


def is_blank(value: CellValue) -> bool:
    """Whether nothing stands in a cell: neither a text, nor a formula that was never calculated."""
    return not value.text.strip() and value.refusal is None


def _note(remark: Remark) -> CellNote:
    return CellNote(_NOTES[remark.kind], _KINDS.get(remark.kind, ""), remark.arguments)
