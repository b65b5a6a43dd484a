"""A template as a workbook: a protected form, and a sheet that says how to fill it in. Nothing in it is a formula."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no types, and nobody has written stubs

from anju_cli.characters import clipped
from anju_cli.templates.columns import HEADING, SIGNATURES, columns_of, definition_of, heading, label, texts_of
from anju_cli.templates.rows import Row, Template
from anju_cli.templates.xlsx_guide import write_guide
from anju_cli.templates.xlsx_sizes import ENTRY, WIDTHS, height
from anju_cli.templates.xlsx_styles import Styles
from anju_cli.templates.xlsx_validations import validations
from anju_cli.texts.template_words import template_words

#: Every book is made on this day: the same template has the same bytes.
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
#: The longest text of a cell that is there to be read.
_LONGEST = 1000
#: More digits than these are not shown in full by the usual format.
_MOST_DIGITS = 11

#: Where the heading and the signatures stand: a column for what each is called, and the two ends of what is filled in.
_PLACES = (("indicator", "unit", "definition"), ("goal", "clause", "previous"), ("value", "numerator", "denominator"))
_TITLE, _HEADING, _HEAD, _FIRST = range(4)
_CENTRED = frozenset({"number", "unit", "clause", "lead"})
_NUMBERS = frozenset({"previous", "value", "numerator", "denominator"})

#: What a clerk may do on the protected sheet: widths, heights, and the format that a number such as 28% brings along.
_ALLOWED = {"format_cells": True, "format_columns": True, "format_rows": True}


def render(template: Template) -> bytes:
    """The bytes of the workbook."""
    file = BytesIO()
    words = template_words(template.lang).words
    workbook = Workbook(file, {"in_memory": True})
    workbook.set_properties({"title": clipped(template.title, 200), "created": _MADE})
    styles = Styles(workbook, words["font"])
    _Form(workbook.add_worksheet(words["sheet"]), styles, template).write()
    write_guide(workbook.add_worksheet(words["guide_sheet"]), styles, template)
    workbook.close()
    return file.getvalue()


class _Form:
    """The sheet to fill in, while it is written."""

    def __init__(self, sheet: Any, styles: Styles, template: Template) -> None:
        self.sheet, self.styles, self.template = sheet, styles, template
        self.columns = columns_of(template)
        self.after = _FIRST + len(template.rows)

    def write(self) -> None:
        """Everything, from the title to the signatures."""
        self._lay_out()
        last = len(self.columns) - 1
        self.sheet.set_row(_TITLE, height([(self.template.title, sum(self._widths()) * 0.6)], ENTRY))
        self.sheet.merge_range(_TITLE, 0, _TITLE, last, "", self.styles["title"])
        self.sheet.write_string(_TITLE, 0, clipped(self.template.title, _LONGEST), self.styles["title"])
        self._pairs(_HEADING, heading(self.template))
        self.sheet.set_row(_HEAD, ENTRY)
        for at, column in enumerate(self.columns):
            self.sheet.write_string(_HEAD, at, label(column, self.template.lang), self.styles["head"])
        for at, row in enumerate(self.template.rows, _FIRST):
            self._row(at, row)
        self._pairs(self.after + 1, tuple((label(key, self.template.lang), "") for key in SIGNATURES))

    def _widths(self) -> Iterator[float]:
        return (WIDTHS[column] for column in self.columns)

    def _lay_out(self) -> None:
        """Page, print and protection."""
        sheet = self.sheet
        for at, width in enumerate(self._widths()):
            sheet.set_column(at, at, width)
        sheet.set_paper(9)  # A4
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.repeat_rows(_TITLE, _HEAD)
        sheet.print_area(0, 0, self.after + 1, len(self.columns) - 1)
        sheet.set_footer(f"&C{template_words(self.template.lang).words['page']}")
        sheet.freeze_panes(_FIRST, 2)
        sheet.protect("", _ALLOWED)
        value = self.columns.index("value")
        sheet.set_selection(_FIRST, value, _FIRST, value)

    def _pairs(self, at: int, pairs: tuple[tuple[str, str], ...]) -> None:
        """What is called how, beside what it says or a cell to say it in."""
        self.sheet.set_row(at, ENTRY)
        for (name, text), (label_column, first, last) in zip(pairs, _PLACES, strict=True):
            self.sheet.write_string(at, self.columns.index(label_column), name, self.styles["label"])
            style = self.styles["said" if text else "signature"]
            begin, end = self.columns.index(first), self.columns.index(last)
            self.sheet.merge_range(at, begin, at, end, "", style)
            if text:
                self._fill(at, begin, text, style, is_number=name == label(HEADING[-1], self.template.lang))

    def _row(self, at: int, row: Row) -> None:
        """An indicator: what there is to read, and the cells to fill in."""
        lang = self.template.lang
        paragraphs = {"goal": "\n".join(row.goals), "definition": "\n".join(definition_of(row, lang))}
        texts = texts_of(row, lang) | paragraphs
        cells = [(clipped(texts.get(column, ""), _LONGEST), WIDTHS[column]) for column in self.columns]
        self.sheet.set_row(at, height(cells, ENTRY))
        for column, (name, (text, _)) in enumerate(zip(self.columns, cells, strict=True)):
            style = self.styles[_style(name, row)]
            if text:
                self._fill(at, column, text, style, is_number=name == "previous" and not row.grades)
            else:
                self.sheet.write_blank(at, column, None, style)
        self._guard(at, row)

    def _guard(self, at: int, row: Row) -> None:
        """The lists to choose from, what is said of a cell, and the fractions that a format of whole numbers hides."""
        for name, options in validations(row, self.template).items():
            column = self.columns.index(name)
            self.sheet.data_validation(at, column, at, column, options)
        for name in _NUMBERS:
            column = self.columns.index(name)
            if _style(name, row) == "whole":
                rule = {"type": "formula", "criteria": _is_fraction(at, column), "format": self.styles.fraction}
                self.sheet.conditional_format(at, column, at, column, rule)

    def _fill(self, at: int, column: int, text: str, style: Any, *, is_number: bool) -> None:
        """A text as a text; a number as a number where the program shows all its digits."""
        if is_number and sum(map(str.isdigit, text)) <= _MOST_DIGITS:
            self.sheet.write_number(at, column, Decimal(text), style)
        else:
            self.sheet.write_string(at, column, text, style)


def _style(column: str, row: Row) -> str:
    """How a cell looks, by what is to be written into it."""
    if column in {"source", "note"}:
        return "remark"
    if column in {"numerator", "denominator"}:
        part = dict(zip(("numerator", "denominator"), row.parts, strict=False)).get(column)
        return "closed" if part is None else "whole" if part.whole else "number"
    if column in _NUMBERS:
        return "whole" if row.whole else "number"
    return "centre" if column in _CENTRED else "text"


def _is_fraction(at: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]  # as above

    cell = xl_rowcol_to_cell(at, column)
    return f"=AND(ISNUMBER({cell}),{cell}<>INT({cell}))"
