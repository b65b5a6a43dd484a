"""What a run keeps of a file that was read: no more than findings may show."""

import gc

from anju_cli.gc_pause import collector_at_rest
from anju_cli.readers.workbooks.xlsx_reader import read_book
from tests.workbooks import book_of, strings


def test_nothing_of_a_workbook_stays() -> None:
    """What reads a workbook is gone with the reading: during a run no collector looks for it."""
    cells = "<c r='A1' t='s'><v>0</v></c><c r='B1'><v>5</v></c><c r='C1' t='inlineStr'><is><t>乙</t></is></c>"
    raw = book_of(f"<row r='1'>{cells}</row>", parts={"xl/sharedStrings.xml": strings("<t>甲</t>")})
    gc.collect()
    with collector_at_rest():
        (grid,) = read_book(raw).sheets
        assert 0 == gc.collect()
    assert ["甲", "5", "乙"] == [cell.value.text for cell in grid.cells]
