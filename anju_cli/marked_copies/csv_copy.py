"""A CSV file with its findings in a last column, each in the row that it is about."""

from collections.abc import Mapping, Sequence

from anju_cli.characters import visible
from anju_cli.marked_copies.marks import Mark
from anju_cli.marked_copies.refusals import UnmarkableError
from anju_cli.marked_copies.text_lines import TextLines, text_lines
from anju_cli.readers.content import StoppedError
from anju_cli.readers.csv.delimiter import separation_of
from anju_cli.readers.csv.scanner import Row, scan
from anju_cli.readers.own_marks import COLUMN, without_own_column
from anju_cli.readers.sheets.column_names import column_named
from anju_cli.texts import Texts


def marked_csv(raw: bytes, marks: Sequence[Mark], say: Texts) -> bytes:
    """The copy; findings of ours from before give way."""
    raw, marks = cleared_csv(raw), [mark for mark in marks if mark.is_open]
    lines = text_lines(raw)
    delimiter, rows = _rows(lines.text)
    if not marks:
        return raw
    if not rows:
        raise UnmarkableError("unreadable")
    head = _head(rows)
    words: dict[Row, list[str]] = {}
    for mark in marks:
        row = _row_of(mark, rows, head)
        words.setdefault(row, []).append(_words(mark, row, say))
    fields = {_end(row): _field(row, head.width, delimiter, texts) for row, texts in words.items()}
    fields.setdefault(_end(head), f'{delimiter}"{COLUMN}"')
    copy = _with(lines, fields)
    if cleared_csv(copy) != raw:
        raise UnmarkableError("changed")
    return copy


def cleared_csv(raw: bytes) -> bytes:
    """The file without findings of ours."""
    lines = text_lines(raw)
    return lines.with_lines([_cleared(lines, number) for number in range(len(lines.lines))])


def _cleared(lines: TextLines, number: int) -> bytes:
    """A line without what we added before its end, each other byte as it is."""
    raw, text = lines.lines[number], lines.line(number)
    kept = without_own_column(text)
    if kept == text:
        return raw
    end = lines.end(number)
    added = lines.encoded(text[len(kept) - len(end) :])
    return raw[: len(raw) - len(added)] + lines.encoded(end)


def _with(lines: TextLines, fields: Mapping[int, str]) -> bytes:
    """The lines with more at the ends of some, before the line's end."""
    whole = []
    for number, line in enumerate(lines.lines):
        end = lines.encoded(lines.end(number))
        whole.append(line[: len(line) - len(end)] + lines.encoded(fields.get(number, "")) + end)
    return lines.with_lines(whole)


def _rows(text: str) -> tuple[str, list[Row]]:
    """What parts the columns, and the rows as far as they can be read."""
    rows: list[Row] = []
    delimiter = ","
    try:
        delimiter, offset = separation_of(text, _is_name)
        rows.extend(scan(text, delimiter, offset))
    except StoppedError:
        pass  # told as a finding, which stands in the last row before it
    return delimiter, rows


def _end(row: Row) -> int:
    """The line on which a row ends, from zero."""
    return row.fields[-1].end.line


def _head(rows: Sequence[Row]) -> Row:
    """The row with the most names of columns, or where there are none, with the most fields."""
    return max(rows, key=lambda row: (sum(_is_name(field.text) for field in row.fields), len(row.fields)))


def _is_name(text: str) -> bool:
    return column_named(text) is not None


def _row_of(mark: Mark, rows: Sequence[Row], head: Row) -> Row:
    """The row in which a finding stands, or the last before it; the head for what is about the whole file."""
    return next((row for row in reversed(rows) if row.fields[0].start.line < mark.line), head)


def _words(mark: Mark, row: Row, say: Texts) -> str:
    advice = f"{say('stop')}{say('advice_line', advice=mark.advice)}" if mark.advice else ""
    words = f"{mark.head} {mark.sentence}{advice}"
    is_here = row.fields[0].start.line < mark.line <= _end(row) + 1
    return visible(words if is_here or not mark.line else say("on_line", line=mark.line, words=words))


def _field(row: Row, width: int, delimiter: str, texts: Sequence[str]) -> str:
    """The findings of a row as its last field, with the delimiters that bring it into the column of findings."""
    more = max(width - row.width, 0)
    sign = f"anju +{more}: " if more else "anju: "
    quoted = (sign + " | ".join(texts)).replace('"', '""')
    return f'{delimiter * more}{delimiter}"{quoted}"'
