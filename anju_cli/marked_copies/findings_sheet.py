"""The sheet that lists all findings of a book, with links to the cells."""

from collections import Counter
from collections.abc import Sequence

from anju_cli.characters import columns
from anju_cli.marked_copies.edits import edited
from anju_cli.marked_copies.marks import Mark
from anju_cli.marked_copies.sheet_marks import coloured, sheet_part
from anju_cli.marked_copies.styles import MarkStyles
from anju_cli.marked_copies.xml_places import DECLARATION, escaped
from anju_cli.readers.own_marks import SHEET_SIGN
from anju_cli.texts import Texts

#: The columns and their widths in characters: together they fill A4 on its side.
_WIDTHS = {"level": 14, "place": 18, "indicator": 24, "written": 14, "sentence": 44, "advice": 44}
_LAST = "ABCDEFGHIJ"[len(_WIDTHS) - 1]
_HEAD_ROW, _FIRST_ROW = 4, 5
_LONGEST = 32_000
#: So many findings are listed: a book that has more is to be written anew.
_MOST = 2_000
#: Points of a line, and of the highest row.
_LINE, _HIGHEST = 15, 400


def findings_sheet(marks: Sequence[Mark], styles: MarkStyles, say: Texts, space: str) -> bytes:
    """The whole part."""
    counts = Counter(mark.level for mark in marks)
    title = say("title", errors=counts["error"], queries=counts["query"], notes=counts["note"])
    rows = [_row(1, [title], 0), _row(2, [f"{say('about')} {SHEET_SIGN}"], 0)]
    rows.append(_row(_HEAD_ROW, [say(column) for column in _WIDTHS], styles.wrapped))
    marks, more = marks[:_MOST], len(marks) - _MOST
    texts = [_texts(mark, say) for mark in marks] or [[say("nothing")]]
    texts += [[say("more", count=more)]] if more > 0 else []
    rows += [_row(number, row, styles.wrapped) for number, row in enumerate(texts, _FIRST_ROW)]
    raw = _opening(space) + b"".join(rows) + b"</sheetData>" + _links(marks) + _CLOSING
    return edited(raw, coloured(sheet_part("", raw), _looks(marks, styles)))


def _texts(mark: Mark, say: Texts) -> list[str]:
    place = str(mark.cell) if mark.cell else say("whole_file")
    return [mark.head, place, mark.indicator, mark.written, mark.sentence, mark.advice]


def _row(number: int, texts: Sequence[str], style: int) -> bytes:
    cells = (
        b'<c r="%s%d" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>'
        % ("ABCDEFGHIJ"[index].encode(), number, style, escaped(text[:_LONGEST]))
        for index, text in enumerate(texts)
        if text
    )
    height = b' ht="%d" customHeight="1"' % _height(texts) if style else b""
    return b'<row r="%d"%s>%s</row>' % (number, height, b"".join(cells))


def _height(texts: Sequence[str]) -> int:
    """As high as the longest text is when it wraps: not every program finds that out by itself."""
    cells = zip(texts, _WIDTHS.values(), strict=False)
    return min(max(1 + columns(text) // width for text, width in cells) * _LINE, _HIGHEST)


def _opening(space: str) -> bytes:
    widths = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(_WIDTHS.values(), 1)
    )
    pane = f'<pane ySplit="{_HEAD_ROW}" topLeftCell="A{_FIRST_ROW}" activePane="bottomLeft" state="frozen"/>'
    return (
        DECLARATION
        + (
            f'<worksheet xmlns="{space}">'
            '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">{pane}'
            f'<selection pane="bottomLeft" activeCell="A{_FIRST_ROW}" sqref="A{_FIRST_ROW}"/></sheetView></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="15"/><cols>{widths}</cols><sheetData>'
        ).encode()
    )


_CLOSING = (
    b'<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
)


def _links(marks: Sequence[Mark]) -> bytes:
    """From each place to its cell, inside the book."""
    links = []
    for number, mark in enumerate(marks, _FIRST_ROW):
        if mark.cell is not None:
            quoted = mark.cell.sheet.replace("'", "''")
            target = escaped(f"'{quoted}'!{mark.cell.reference}")
            links.append(b'<hyperlink ref="B%d" location="%s"/>' % (number, target))
    return b"<hyperlinks>%s</hyperlinks>" % b"".join(links) if links else b""


def _looks(marks: Sequence[Mark], styles: MarkStyles) -> list[tuple[int, list[str]]]:
    """Which cells look how: the heads, the levels of what has to be done, the links."""
    levels: dict[str, list[str]] = {"error": [], "query": []}
    for number, mark in enumerate(marks, _FIRST_ROW):
        if mark.is_open:
            levels[mark.level].append(f"A{number}")
    links = [f"B{number}" for number, mark in enumerate(marks, _FIRST_ROW) if mark.cell is not None]
    heads = [f"A1:{_LAST}1", f"A{_HEAD_ROW}:{_LAST}{_HEAD_ROW}"]
    return [
        (styles.head, heads),
        (styles.error, levels["error"]),
        (styles.query, levels["query"]),
        (styles.link, links),
    ]
