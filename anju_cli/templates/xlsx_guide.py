"""The second sheet of a form: how to fill it in. It has no heading of a report, and is none."""

from collections.abc import Iterable
from typing import Any

from anju_cli.templates.rows import Template
from anju_cli.templates.xlsx_sizes import ENTRY, height
from anju_cli.templates.xlsx_styles import Styles
from anju_cli.texts.explain_words import explain_words
from anju_cli.texts.template_words import template_words

_WIDTHS = (20.0, 20.0, 62.0)
#: The forms of a year are none of a figure's, and the form has its year.
_OF_YEAR = "year:"


def write_guide(sheet: Any, styles: Styles, template: Template) -> None:
    """Where to write, what to write where there is no figure, and how numbers may be written."""
    _Guide(sheet, styles, template).write()


class _Guide:
    """The sheet, while it is written from the top."""

    def __init__(self, sheet: Any, styles: Styles, template: Template) -> None:
        self.sheet, self.styles, self.template = sheet, styles, template
        self.words, self.steps, self.missing = template_words(template.lang)
        self.more = explain_words(template.lang)
        self.at = 0

    def write(self) -> None:
        """Everything."""
        self._lay_out()
        self._merged(self.words["guide_title"], "title")
        self._merged(self.words["guide_fill"], "section")
        for step in self.steps.values():
            self._merged(step.format(year=self.template.year), "paragraph")
        self._merged(self.words["guide_missing"], "section")
        self._table(self.missing)
        self._merged(self.words["guide_numbers"], "section")
        self._table(form for form in self.more.forms if not form[0].startswith(_OF_YEAR))

    def _lay_out(self) -> None:
        for at, width in enumerate(_WIDTHS):
            self.sheet.set_column(at, at, width)
        self.sheet.set_paper(9)  # A4
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        self.sheet.set_footer(f"&C{self.words['page']}")
        self.sheet.hide_gridlines(2)
        self.sheet.protect("", {"format_columns": True, "format_rows": True})

    def _merged(self, text: str, style: str) -> None:
        self.sheet.merge_range(self.at, 0, self.at, len(_WIDTHS) - 1, "", self.styles[style])
        self.sheet.write_string(self.at, 0, text, self.styles[style])
        self._next([(text, sum(_WIDTHS))], ENTRY if style in {"title", "section"} else 0.0)

    def _table(self, forms: Iterable[tuple[str, str, str]]) -> None:
        """What is written so, whether it is taken, what it means: as in the table of `anju explain numbers`."""
        self._row((self.words["guide_written"], self.words["guide_verdict"], self.words["guide_meaning"]), "head")
        for written, verdict, meaning in forms:
            self._row((written, self.more.words[verdict], meaning), "text")

    def _row(self, texts: tuple[str, str, str], style: str) -> None:
        for at, text in enumerate(texts):
            self.sheet.write_string(self.at, at, text, self.styles[style])
        self._next(list(zip(texts, _WIDTHS, strict=True)))

    def _next(self, cells: list[tuple[str, float]], lowest: float = 0.0) -> None:
        """The next row; this one is as high as it needs."""
        self.sheet.set_row(self.at, height(cells, lowest))
        self.at += 1
