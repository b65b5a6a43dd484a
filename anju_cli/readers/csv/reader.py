"""CSV and its kin to the plain shape of reports: bytes, text, rows, cells, and what they say."""

import re
from functools import partial

from anju_cli.readers.content import OF_REPORT, Content, Limits, Vocabulary
from anju_cli.readers.csv.table import read_table
from anju_cli.readers.encoding import read_text
from anju_cli.readers.own_marks import without_own_column
from anju_cli.readers.sheets.column_names import column_named
from anju_cli.readers.sheets.head_rows import is_indicator
from anju_cli.readers.sheets.interpret import interpret
from anju_cli.readers.sheets.sheet import KINDS

#: Within so many characters a table has a head.
_HEAD = 60_000


def read_csv(raw: bytes, vocabulary: Vocabulary, limits: Limits = OF_REPORT) -> Content:
    """The reports of a CSV file with every fault of its form. Never raises."""
    has_heading = partial(_has_heading, vocabulary=vocabulary)
    content = read_text(raw, has_heading, partial(_parse, vocabulary=vocabulary), "text", limits)
    return content._replace(text=without_own_column(content.text))


def _parse(text: str, vocabulary: Vocabulary) -> Content:
    """The same of a text that is decoded and printable."""
    text = without_own_column(text)
    table = read_table(
        text, partial(_is_heading, vocabulary=vocabulary), partial(is_indicator, indicators=vocabulary.indicators)
    )
    if not table.sheet.grid.rows:
        return Content((), table.faults, table.whole)
    interpretation = interpret((table.sheet,), vocabulary)
    roots = interpretation.roots
    faults = interpretation.faults if table.whole or roots else ()  # a head behind a slip is not missing
    places = {(fault.span.line, fault.span.column) for fault in faults}
    own = [fault for fault in table.faults if (fault.span.line, fault.span.column) not in places]
    return Content(roots, (*own, *faults), table.whole and bool(roots or not faults), kinds=KINDS)


def _has_heading(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text has a name that heads of tables have, to tell a GB18030 file from nonsense."""
    return any(_is_heading(field, vocabulary) for field in re.split('[,;\t\r\n"]+', text[:_HEAD]))


def _is_heading(text: str, vocabulary: Vocabulary) -> bool:
    return column_named(text) is not None or is_indicator(text, vocabulary.indicators)
