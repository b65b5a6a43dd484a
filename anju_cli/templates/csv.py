"""A template as a table for spreadsheets: the heading, the rows, the signatures."""

from anju_cli.formats.csv_table import cell, rows
from anju_cli.templates.columns import SIGNATURES, columns_of, heading, label, texts_of
from anju_cli.templates.rows import Row, Template


def render(template: Template) -> str:
    """The whole table: every line has as many cells."""
    columns, lang = columns_of(template), template.lang
    over = [text for pair in heading(template) for text in pair]
    below = [text for key in SIGNATURES for text in (label(key, lang), "")]
    records = [
        dict(zip(columns, map(cell, over), strict=False)),
        {column: label(column, lang) for column in columns},
        *(_record(row, lang) for row in template.rows),
        dict(zip(columns, below, strict=False)),
    ]
    return "\ufeff" + rows(columns, records)


def _record(row: Row, lang: str) -> dict[str, str]:
    """A row; last year's number stays a number."""
    record = {column: cell(text) for column, text in texts_of(row, lang).items()}
    return record if row.grades else record | {"previous": row.previous}
