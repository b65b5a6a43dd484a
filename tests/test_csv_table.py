"""A text of separated values as a table: what parts its columns, what its quotes swallow, which rows do not fit."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.places import Cell, Span
from anju_cli.readers.content import Fault
from anju_cli.readers.csv.delimiter import Separation, separation_of
from anju_cli.readers.csv.table import CsvTable, read_table
from anju_cli.readers.nodes import Point

HEADS = frozenset({"指标", "完成值", "分子", "分母", "上年数", "计量单位", "来源", "备注", "床位"})
INDICATORS = frozenset({"床位", "厕所"})
#: The keys of columns in their usual order.
KEYS = ("indicator", "value", "numerator", "denominator", "previous", "unit", "source", "note")
NOTE, PREVIOUS = ("indicator", "value", "note"), ("indicator", "value", "previous")
BOTH, WIDE = (*PREVIOUS, "note"), ("region", "value", "value")


def table_of(text: str) -> CsvTable:
    """The table of a text."""
    return read_table(text, HEADS.__contains__, INDICATORS.__contains__)


def cells(table: CsvTable) -> Mapping[int, Mapping[int, str]]:
    """The texts of a table by row and column."""
    rows = table.sheet.grid.rows
    return {number: {column: cell.text for column, cell in row.items()} for number, row in rows.items()}


def kinds(table: CsvTable) -> list[tuple[str, int, int]]:
    """What is wrong with the form of a table, and where."""
    return [(fault.kind, fault.span.line, fault.span.column) for fault in table.faults]


def misfits_of(table: CsvTable, head_row: int, keys: Mapping[int, str]) -> dict[int, Fault]:
    """The rows that do not fit a head, itself among them, with what is told of each."""
    misfit = table.sheet.misfits(head_row, keys)
    return {row: fault for row in table.sheet.grid.rows if row >= head_row and (fault := misfit(row))}


def misfits(text: str, *keys: str) -> dict[int, Fault]:
    """The rows that do not fit the first one, whose columns are `keys`, in order."""
    return misfits_of(table_of(text), 1, dict(enumerate(keys, 1)))


def told(text: str, *keys: str) -> list[tuple[int, str]]:
    """The rows that do not fit, and the kind of what is told of each."""
    rows = misfits(text, *keys)
    assert all(not fault.breaks and "ANJ016" == fault.code for fault in rows.values())
    return [(row, fault.kind) for row, fault in rows.items()]


@pytest.mark.parametrize(
    ("text", "separation"),
    [
        ("指标,完成值\n床位,1\n", Separation(",")),
        ("指标\t完成值\n床位\t1,5\n", Separation("\t")),
        ("指标;完成值\n床位;78,5\n厕所;1,2\n", Separation(";")),
        ("表,a,b,c,d\n某区;a\n指标;完成值\n", Separation(";")),
        ('"指标";"完成值,万元;%"\n', Separation(";")),
        ("sep=;\n指标,完成值\n", Separation(";", 6)),
        ('"sep=\t"\r\n指标\n', Separation("\t", 9)),
        ("SEP=,", Separation(",", 5)),
        ("sep=,x\n", Separation(",")),
        ("a;b\nc;d\ne,f\n", Separation(";")),
        ("无\n", Separation(",")),
        ("指标\n床位\n", Separation(",")),
        ('指标,完成值\n"', Separation(",")),
        ("", Separation(",")),
    ],
)
def test_columns_are_parted_by_rule(text: str, separation: Separation) -> None:
    """What gives one row the most names of heads parts the columns, outside quotes; a `sep=` line says so itself."""
    assert separation == separation_of(text, HEADS.__contains__)


@pytest.mark.parametrize(
    ("text", "mark", "column"),
    [
        ("指标，完成值\n床位，1\n", "，", 3),
        ("指标；完成值\n", "；", 3),
        ("指标|完成值|备注\n", "|", 3),
        ("指标、完成值\n", "、", 3),
        ("sep=|\n指标|完成值\n", "|", 5),
        ("sep=:", ":", 5),
    ],
)
def test_what_parts_no_columns_is_named(text: str, mark: str, column: int) -> None:
    """Where a head is parted by what stands in names and notes too, it is named, and no column is guessed."""
    table = table_of(text)
    assert (Fault("ANJ016", Span(1, column, 1, column + 1), "delimiter", {"mark": mark}),) == table.faults
    assert (False, {}) == (table.whole, cells(table))


def test_a_head_far_below_is_not_looked_for() -> None:
    """A head stands among the first rows: what parts the columns is told by these."""
    assert Separation(",") == separation_of("a,b\n" * 60 + "指标;完成值\n", HEADS.__contains__)


def test_a_table_is_its_cells() -> None:
    """Cells stand by row and column, blank ones nowhere, and a field of several lines is one cell."""
    table = table_of('\n指标,完成值,备注\n床位, ,"第一行\n第二行"\n,,\n厕所,1\n')
    assert {
        2: {1: "指标", 2: "完成值", 3: "备注"},
        3: {1: "床位", 3: "第一行\n第二行"},
        5: {1: "厕所", 2: "1"},
    } == cells(table)
    assert ((), True, "") == (table.faults, table.whole, table.sheet.grid.name)


@pytest.mark.parametrize(
    ("row", "column", "marks"),
    [
        (1, 1, (Point(0, 0), Point(0, 2))),
        (2, 1, (Point(1, 0), Point(1, 4))),
        (2, 2, (Point(1, 4), Point(1, 4))),
        (2, 3, (Point(1, 6), Point(2, 2))),
        (2, 9, (Point(2, 2), Point(2, 2))),
        (3, 1, (Point(3, 1), Point(3, 1))),
        (9, 1, (Point(0, 0), Point(0, 0))),
    ],
)
def test_a_cell_has_its_marks(row: int, column: int, marks: tuple[Point, Point]) -> None:
    """A cell begins and ends where its field does; an empty one stands where the field before it ends."""
    assert marks == table_of('指标,完成值,备注\n"床位",,"一\n二"\n,1\n').sheet.marks(row, column)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("'=1+1", "=1+1"),
        ("'-", "-"),
        ("'＝甲", "＝甲"),
        ("'-3", "'-3"),
        ("'+28.4%", "'+28.4%"),
        ("'甲", "'甲"),
        ("'78.5", "'78.5"),
        ("=1+1", "=1+1"),
    ],
)
def test_a_guard_is_no_text(written: str, text: str) -> None:
    """The apostrophe that keeps a text from being a formula is left out; before a number it stays, and is refused."""
    assert {1: {1: "指标", 2: text}} == cells(table_of(f"指标,{written}\n"))


def test_text_behind_a_closing_quote_is_told() -> None:
    """Where a field's quotes end before it does, its row is told and not taken; a space is nothing."""
    table = table_of('指标,完成值\n床位,"4,300"人\n厕所,"5" \n')
    span, written = Span(2, 11, 2, 12, Cell("", 2, 2)), {"written": "人"}
    assert (True, (Fault("ANJ016", span, "behind_quote", written, breaks=False),)) == (table.whole, table.faults)
    span = Span(2, 11, 2, 12, Cell("", 2, 2, "完成值"))
    assert {2: Fault("ANJ016", span, "behind_quote", written, breaks=False)} == misfits_of(table, 1, {2: "value"})


def test_an_unclosed_quote_ends_a_table() -> None:
    """What stands before it is there."""
    table = table_of('指标,完成值\n床位,1\n厕所,"2\n床位,3\n')
    assert ([("unclosed_quote", 3, 4)], False) == (kinds(table), table.whole)
    assert [1, 2] == list(cells(table))


@pytest.mark.parametrize(
    "text",
    [
        '指标,完成值,备注\n床位,1,"甲\n厕所,2,\n床位,3,5"\n',  # an indicator with its figure stands in a note
        '指标,完成值,备注\n床位,1,"甲\n未知,2,丙\n床位,3,5"\n',  # a whole row does
        '指标,完成值,备注\n床位,"1,\n未知,2,"丙"\n',  # its text goes on behind a quote
        '指标,完成值,备注\n床位,1,"甲\n厕所,"2",\n',
        '指标,完成值\n床位,"1\n厕所,2"\n',
    ],
)
def test_a_quote_that_swallows_rows_is_told(text: str) -> None:
    """A forgotten quote ends at the next one: no row may become a part of a note in silence."""
    table = table_of(text)
    column = text.splitlines()[1].index('"') + 1
    assert ([("swallowed", 2, column)], False) == (kinds(table), table.whole)
    assert [1] == list(cells(table))


@pytest.mark.parametrize(
    "note",
    [
        "第一行\n第二行",
        "床位和厕所\n床位、厕所",
        "说明,如下\n一,二\n三,四",
        "床位\n2019",
        "床位,含社区\n厕所,不含",
        "1,\n2,",
        "数见附表,共 3 张\n附表",
    ],
)
def test_a_note_of_several_lines_is_a_note(note: str) -> None:
    """Lines of a note that are no row of the table swallow nothing."""
    table = table_of(f'指标,完成值,分子,备注\n床位,1,,"{note}"\n厕所,2,,\n')
    assert ((), note) == (table.faults, cells(table)[2][4])


def test_the_first_quote_that_swallows_is_told_alone() -> None:
    """What goes wrong behind it is its doing."""
    assert [("swallowed", 2, 4)] == kinds(table_of('指标,完成值\n床位,"1\n厕所,"2"\n床位,"3\n'))


@pytest.mark.parametrize(
    ("text", "keys", "rows"),
    [
        ("指标,完成值,备注\n床位,4,300,好\n", NOTE, [(2, "cut_number")]),
        ("指标,完成值,备注\n床位,4,300,\n", NOTE, [(2, "cut_number")]),
        ("指标,完成值,备注\n床位,4,300\n", NOTE, [(2, "cut_number")]),
        ("指标,完成值,\n床位,4,300\n厕所,5,600\n", NOTE[:2], [(2, "cut_number"), (3, "cut_number")]),
        ("指标,完成值,\n床位,28,4\n厕所,78,5\n", NOTE[:2], [(2, "cut_number"), (3, "cut_number")]),
        ("指标,完成值,\n床位,28.4,31.5\n厕所,78,\n", NOTE[:2], []),
        ("指标,完成值,来源\n床位,4,300\n", ("indicator", "value", "source"), [(2, "cut_number")]),
        ("指标,完成值,分子,分母\n床位,4,300\n", KEYS[:4], [(2, "cut_number")]),
        ("指标,完成值,分子,分母\n床位,28,960,3380\n", KEYS[:4], []),
        ("指标,完成值,分子,分母\n床位,28,960,338\n", KEYS[:4], []),
        ("指标,完成值,分子,分母\n床位,28,1,300,3,380\n", KEYS[:4], [(2, "cut_number")]),
        ("指标,完成值,分子,分母\n床位,28.4,1,300,3380\n", KEYS[:4], [(2, "cut_number")]),
        ("指标,完成值,上年数\n床位,120,110\n厕所,5,6\n", PREVIOUS, []),
        ("指标,完成值,上年数\n床位,120,110,\n厕所,5,6,\n", PREVIOUS, []),
        ("指标,完成值,上年数\n床位,4,300,\n厕所,5,600,\n", PREVIOUS, [(2, "cut_number"), (3, "cut_number")]),
        ("指标,完成值,上年数,备注\n厕所,5\n床位,4,300\n", BOTH, [(3, "cut_number")]),
        ("指标,完成值,上年数,备注\n厕所,5\n床位,120,110,好\n", BOTH, []),
        ("指标,完成值,上年数,备注\n厕所,5,4\n床位,3,380\n", BOTH, [(3, "cut_number")]),
        ("指标,完成值,上年数,备注\n厕所,5,4\n床位,3,38\n", BOTH, []),
        ("指标,完成值,目标,备注\n床位,78,100,\n", ("indicator", "value", "passed", "note"), []),
        ('指标,完成值,备注\n床位,4,"300"\n厕所,"4",300\n', NOTE, []),
        ("指标\t完成值\t备注\n床位\t4\t300\n", NOTE, []),
        ("编号,指标,完成值\n1,床位,5\n1,101,5\n", ("id", "indicator", "value"), []),
        ("地区,床位,厕所\n甲区,4,300\n乙区,1,5\n", WIDE, []),
        ("地区,床位,厕所\n甲区,4,300,28.4\n乙区,1,5\n", WIDE, [(2, "cut_number")]),
        ("指标,完成值,备注\n床位,1,234,567.8人,好\n", NOTE, [(2, "cut_number")]),
        ("指标,完成值,备注\n床位,４,３００,\n", NOTE, [(2, "cut_number")]),
        ("指标,完成值,备注\n床位,04,300\n", NOTE, []),
    ],
)  # fmt: skip
def test_a_number_that_its_comma_cut(text: str, keys: tuple[str, ...], rows: list[tuple[int, str]]) -> None:
    """Cells side by side that are one number are told where the row is too long for them, or a word is expected."""
    assert rows == told(text, *keys)


@pytest.mark.parametrize(
    ("text", "keys", "rows"),
    [
        ("指标,完成值,备注\n床位,78,5,\n厕所,30,4,\n", NOTE, [(2, "surplus"), (3, "surplus")]),
        ("指标,完成值,分子,分母\n床位,28,4,,\n厕所,30,5,,\n", KEYS[:4], [(2, "surplus"), (3, "surplus")]),
        ("指标,完成值,分子,分母\n床位,28,4,10,\n厕所,30,5,20,\n", KEYS[:4], []),
        ("指标,完成值,备注\n床位,78,5,\n厕所,30,4,\n甲,1,\n乙,2,\n丙,3,\n", NOTE, [(2, "surplus"), (3, "surplus")]),
        ('指标,完成值,备注\n床位, "4,300",\n', NOTE, [(2, "before_quote")]),
        ('指标,完成值,备注\n床位, "4300",\n', NOTE, []),
        ("指标,完成值,备注\n床位，28.4，好\n", NOTE, [(2, "other_delimiter")]),
        ("指标,完成值,备注\n床位\t28.4\t好\n", NOTE, [(2, "other_delimiter")]),
        ("指标;完成值;备注\n1,床位,28.4,好\n", NOTE, [(2, "other_delimiter")]),
        ("指标,完成值,备注\n床位、厕所\n床位，好\n未知，28\n", NOTE, []),
        ("地区,床位,厕所\n甲区；28.4；3\n甲区、乙区,1,2\n", WIDE, [(2, "other_delimiter")]),
        ("指标,完成值,分子,分母\n床位,28\n.4,960,3380\n", KEYS[:4], [(2, "split")]),
        ("指标,完成值,备注\n床位,\n28.4,\n", NOTE, [(2, "split")]),
        ("地区,床位,厕所\n甲区,2\n8,3\n", WIDE, [(2, "split")]),
        ("编号,完成值,备注\n1,2\n8,3\n", ("id", "value", "note"), []),
        ("指标,完成值,备注\n床位,28\n合计,5\n", NOTE, []),
        ("指标,完成值,备注\n床位,28\n,无\n", NOTE, []),
        ("指标,完成值,备注\n床位,28\n\n.4,好\n", NOTE, []),
        ("指标,完成值,2018,备注\n床位,28,1\n", (*KEYS[:2], "passed", "note"), []),
        ("指标,完成值,备注,2019\n床位,28\n", NOTE, []),
        ("指标,完成值,备注,床位,28.4\n厕所,1\n", NOTE, [(1, "joined")]),
    ],
)  # fmt: skip
def test_a_row_whose_cells_have_moved(text: str, keys: tuple[str, ...], rows: list[tuple[int, str]]) -> None:
    """A decimal comma, a quote behind a space and a row parted by something else are told, in every row."""
    assert rows == told(text, *keys)


@pytest.mark.parametrize(
    ("text", "keys", "is_moved"),
    [
        ("指标,,完成值,备注\n床位,28.4\n厕所,30,好\n", {1: "indicator", 3: "value", 4: "note"}, True),
        ("指标,,完成值,备注\n床位,28.4\n厕所,,30,好\n", {1: "indicator", 3: "value", 4: "note"}, False),
        ("指标,责任人,完成值,备注\n床位,丙,28.4\n", {1: "indicator", 3: "value", 4: "note"}, False),
        ("指标,完成值,备注,\n床位,28.4\n", {1: "indicator", 2: "value", 3: "note"}, False),
        ("地区,床,位,厕所,路\n甲区,1,2,3\n", {1: "region", 4: "value", 5: "value"}, True),
        ("地区,床位,厕所,路\n甲区,1,2\n", {1: "region", 2: "value", 3: "value", 4: "value"}, False),
        ("指标,,完成值\n", {1: "indicator", 3: "value"}, False),
    ],
)
def test_a_head_with_a_name_too_many(text: str, keys: dict[int, str], is_moved: bool) -> None:
    """Where no row is as long as the head and a name in it is no column's, no figure of the file is judged."""
    faults = misfits_of(table_of(text), 1, keys)
    expected = [("long_head", True)] if is_moved else []
    assert expected == [(fault.kind, fault.breaks) for row, fault in faults.items() if row == 1]


def test_another_delimiter_is_named() -> None:
    """What it says is which mark parts the row and which the head; a tab has a name."""
    faults = misfits("指标,完成值\n床位\t28.4\n", "indicator", "value")
    span = Span(2, 1, 2, 8, Cell("", 2, 1, "指标"))
    assert {2: Fault("ANJ016", span, "other_delimiter", {"mark": "Tab", "delimiter": ","}, breaks=False)} == faults


def test_a_cut_number_is_shown_whole() -> None:
    """What it says is how the number was meant, with its place from the first part to the last."""
    faults = misfits("指标,完成值,备注\n床位,1,234,567.5,好\n", *NOTE)
    arguments = {"number": "1,234,567.5", "plain": "1234567.5", "first": "1"}
    assert {
        2: Fault("ANJ016", Span(2, 4, 2, 15, Cell("", 2, 2, "完成值")), "cut_number", arguments, breaks=False)
    } == faults


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("指标,完成值,备注\n床位,1,好,多\n", [(2, "surplus")]),
        ("指标,完成值,备注\n床位,78,5,\n厕所,1,\n", [(2, "surplus")]),
        ("指标,完成值,备注\n床位,78.5,\n厕所,1,,\n床位,2\n", [(3, "surplus")]),
        ("指标,完成值,备注\n床位,78.5,,\n厕所,1,,\n", []),
        ("指标,完成值,备注\n床位,78.5\n厕所\n", []),
        ("指标,完成值,备注,\n床位,78.5,,\n厕所,1,,旁注\n", []),
        ("指标,完成值,备注\n\n\n床位,1,好,多\n", [(4, "surplus")]),
        ("指标,完成值,备注\n", []),
    ],
)
def test_a_row_longer_than_the_head(text: str, rows: list[tuple[int, str]]) -> None:
    """More cells than columns are told, blank ones too where one row alone has them; a shorter row lacks blank ones."""
    assert rows == told(text, *NOTE)


def test_a_long_row_is_told_with_its_cells() -> None:
    """What it says is how many cells there are for how many columns, and where the first surplus one stands."""
    faults = misfits("指标,完成值,备注\n床位,1,好,多,余,\n厕所,1,,\n", *NOTE).values()
    assert [
        (Span(2, 8, 2, 11, Cell("", 2, 4)), {"count": "6", "width": "3", "written": "床位"}),
        (Span(3, 4, 3, 5, Cell("", 3, 2, "完成值")), {"count": "4", "width": "3", "written": "厕所"}),
    ] == [(fault.span, fault.arguments) for fault in faults]


def test_rows_above_a_head_are_not_held_against_it() -> None:
    """Only the rows below a head are."""
    table = table_of("甲,乙,丙,丁\n指标,完成值\n床位,1\n")
    assert {} == misfits_of(table, 2, {1: "indicator", 2: "value"})


def test_too_many_cells_are_not_read() -> None:
    """A text with more cells than any return is none, and the row is named in which they end."""
    table = table_of("a,b\n" * 50_001)
    assert [("ANJ012", "cells", {"limit": "100,000"}, 50_001)] == [
        (fault.code, fault.kind, fault.arguments, fault.span.line) for fault in table.faults
    ]
    assert (False, 0) == (table.whole, len(table.sheet.grid.rows))


@given(st.text(st.sampled_from(list("床位指标1,;\t\"\n\r'=")), max_size=60))
def test_any_text_is_a_table(text: str) -> None:
    """No text raises, and every cell that is there has its marks."""
    table = table_of(text)
    for cell in table.sheet.grid.cells:
        start, end = table.sheet.marks(cell.row, cell.column)
        assert (start.line, start.column) < (end.line, end.column)
    for row in table.sheet.grid.rows:
        assert set(misfits_of(table, row, dict(enumerate(KEYS, 1)))) <= set(table.sheet.grid.rows)
