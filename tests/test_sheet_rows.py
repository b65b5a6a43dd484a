"""Rows and cells: what is a figure, what is passed over and named, what can't be taken; no row is lost in silence."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.readers.content import Fault
from anju_cli.readers.nodes import CellNote, MappingNode, Point, ScalarNode, beginning
from anju_cli.readers.sheets.cell_nodes import is_blank
from anju_cli.readers.sheets.grid import Area, CellValue, Grid, Refusal, Remark
from anju_cli.readers.sheets.interpret import interpret
from anju_cli.readers.sheets.sheet import Misfits
from anju_cli.readers.sheets.sheet_reader import SheetReader
from tests.sheets import VOCABULARY, faults, grid, merge, node_at, plain, read, reports, sheet

HEAD = "序号|指标名称|计量单位|完成值|分子|备注\n"


def figures(*sheets: Any) -> Any:
    """The figures of the only report there is."""
    (report,) = reports(*sheets)
    return report["填报数"]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("一、基本社会服务", "section"),
        ("|(一)养老服务", "section"),
        ("示例|护理型床位比例||78.5|", "example"),
        ("示例|某指标||78.5|", "example"),
        ("全市合计|||58|", "total"),
        ("|合计||58|", "total"),
        ("合 计|||58|", "total"),
        ("|小计(全区)||58|", "total"),
        ("|平均值||29|", "total"),
        ("注:本表为年报数", "remark"),
        ("|注1、本表为年报数", "remark"),
        ("|||||又及", "section"),
        ("|其他说明文字||", "section"),
    ],
)
def test_a_row_that_holds_no_figure_is_named(row: str, kind: str) -> None:
    """Sums, remarks and headings of rows are passed over; each is told with its reason."""
    table = HEAD + "1|护理型床位比例|%|28.4|960|\n" + row
    assert ["护理型床位比例"] == list(figures(table))
    assert [f"ANJ118/{kind}"] == [code for code, _ in faults(table)]


def test_rows_of_one_kind_are_told_together() -> None:
    """Rows that follow each other for one reason are one finding; of very many such runs the rest is one."""
    table = HEAD + "1|护理型床位比例|%|28.4|960|\n注:甲\n注:乙\n\n注:丙"
    (fault,) = read(table).faults
    assert {"count": "3", "written": "注:甲"} == fault.arguments
    many = HEAD + "注:甲\n|合计\n" * 20
    assert 21 == len(read(many).faults)
    assert ("more", "20") == (read(many).faults[-1].kind, read(many).faults[-1].arguments["count"])


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("|||28.4||", ("ANJ117/no_name", "D3")),
        ("||||960|", ("ANJ117/no_name", "E3")),
        ("2||%|待报||", ("ANJ117/no_name", "D3")),
    ],
)
def test_a_number_without_a_name_is_told(row: str, told: tuple[str, str]) -> None:
    """What stands in a column of figures and names no indicator is an error."""
    assert [told] == faults(HEAD + "1|护理型床位比例|%|28.4|960|\n" + row)


def test_a_name_that_is_no_indicator_is_left_to_the_names() -> None:
    """A figure under an unknown name is given as it stands, and so is a near miss without one."""
    table = HEAD + "1|护理床位比列|%|28.4\n2|人均图书|册|0.8\n3|卫生厕所普及滤||\n|其他||"
    assert ["护理床位比列", "人均图书", "卫生厕所普及滤"] == list(figures(table))


def test_only_so_many_names_are_compared() -> None:
    """Thousands of rows of text are not held against every name."""
    table = HEAD + "".join(f"|卫生厕所普及率{number}||\n" for number in range(30))
    assert 20 == len(figures(table))


def test_two_names_in_a_row_are_told() -> None:
    """An id and a name of two indicators: neither is picked, the figure can't be taken."""
    table = "指标编号|指标名称|完成值\nnursing_bed_share|农村卫生厕所普及率|28.4"
    assert [("ANJ117/two_names", "B2")] == faults(table)
    assert {"农村卫生厕所普及率": {"完成值": "<28.4>"}} == figures(table)
    table = "指标编号|指标名称|完成值\nnursing_bed_share|护理型床位比例|28.4\nrural_toilets||80"
    assert ["护理型床位比例", "rural_toilets"] == list(figures(table))


def test_figures_above_every_head_are_told() -> None:
    """An indicator with a number that no head explains is an error."""
    table = "护理型床位比例|28.4\n\n指标名称|完成值\n农村卫生厕所普及率|80"
    assert [("ANJ117/no_head", "A1")] == faults(table)


def test_a_unit_stands_beside_the_name_or_over_the_column() -> None:
    """A unit in brackets is the figure's unit where nothing nearer to it has one; of two of a kind none is picked."""
    table = "指标名称|完成值(万元)\n护理型床位比例(%)|28.4\n农村卫生厕所普及率|80\n卫生厕所普及率(农村)|70"
    assert {
        "护理型床位比例": {"完成值": "28.4", "计量单位": "%"},
        "农村卫生厕所普及率": {"完成值": "80", "计量单位": "万元"},
        "卫生厕所普及率(农村)": {"完成值": "70", "计量单位": "万元"},
    } == figures(table)
    for row, units in (
        ("护理型床位比例|‰|28.4", ["‰", "%"]),
        ("护理型床位比例|张|28.4", "张"),
        ("护理型床位比例||1", "%"),
    ):
        assert units == figures("指标名称|计量单位|完成值(%)\n" + row)["护理型床位比例"]["计量单位"]
    assert ["万元", "亿元"] == figures("指标名称|完成值(亿元)\n护理型床位比例(万元)|5")["护理型床位比例"]["计量单位"]


def test_a_broken_name_is_on_one_line() -> None:
    """A line break within a cell is none of the name."""
    assert ["护理型床位比例"] == list(figures("指标名称|完成值\n护理型\\n床位比例|28.4"))
    (report,) = reports("indicator|value|note\nnursing_bed_share|28.4|as\\nreported")
    assert {"value": "28.4", "note": "as reported"} == report["figures"]["nursing_bed_share"]


def number(value: CellValue) -> ScalarNode:
    """The node of a cell in the column of values."""
    table = grid("指标名称|完成值\n护理型床位比例|", cells={(2, 2): value})
    (root,) = read(table).roots
    node = node_at(root, "填报数", "护理型床位比例", "完成值")
    assert isinstance(node, ScalarNode)
    return node


@pytest.mark.parametrize(
    ("value", "text", "refusal"),
    [
        (CellValue("2020-01-02", "date", (), Refusal("date")), "2020-01-02", "excel_date"),
        (CellValue("#DIV/0!", "error", (), Refusal("error")), "#DIV/0!", ""),
        (CellValue("", "text", (), Refusal("formula_without_value")), "", "formula_without_value"),
        (CellValue("28", "number", (), Refusal("formula_outdated")), "28", "formula_outdated"),
        (CellValue("28", "number", (), Refusal("shown_otherwise")), "28", "shown_otherwise"),
        (CellValue("1e999", "number", (), Refusal("not_a_number")), "1e999", "not_a_number"),
        (CellValue("28", "number", (), Refusal("covered")), "28", "covered"),
    ],
)
def test_a_cell_that_can_not_be_taken_says_why(value: CellValue, text: str, refusal: str) -> None:
    """Each refusal of a cell is a kind of the grammar's; an error value is answered by the grammar itself."""
    node = number(value)
    assert (text, refusal, "cell" if refusal else "plain") == (node.text, node.refusal, node.form)


@pytest.mark.parametrize(
    ("remark", "text", "notes"),
    [
        (Remark("percent"), "28.4%", ()),
        (Remark("formula"), "28.4", (CellNote("ANJ308"),)),
        (Remark("hidden_places", {"shown": "28"}), "28.4", (CellNote("ANJ309", "", {"shown": "28"}),)),
        (Remark("hidden_sign", {"shown": "28"}), "28.4", (CellNote("ANJ309", "hidden_sign", {"shown": "28"}),)),
        (Remark("fifteen_digits", {"stored": "28.3"}), "28.4", (CellNote("ANJ310", "", {"stored": "28.3"}),)),
        (Remark("number_as_text"), "28.4", ()),
        (Remark("currency", {"sign": "¥"}), "28.4", ()),
    ],
)
def test_what_is_told_of_a_cell_is_a_note_at_it(remark: Remark, text: str, notes: tuple[CellNote, ...]) -> None:
    """A remark on a cell is a note of its own code, or none; a percentage is left to the grammar with its sign."""
    node = number(CellValue("28.4", "number", (remark,)))
    assert (text, notes, "cell" if notes else "plain") == (node.text, node.notes, node.form)


def test_words_are_read_from_any_cell() -> None:
    """A date or a formula in a column of words is its text; what lies under a merged cell is not there."""
    dated = grid(
        "指标名称|完成值|备注\n护理型床位比例|28.4|",
        cells={(2, 3): CellValue("2020-01-02", "date", (), Refusal("date"))},
    )
    assert {"护理型床位比例": {"完成值": "28.4", "备注": "2020-01-02"}} == figures(dated)
    covered = grid(
        "指标名称|完成值|备注\n护理型床位比例|28.4|", cells={(2, 3): CellValue("x", "text", (), Refusal("covered"))}
    )
    assert {"护理型床位比例": {"完成值": "28.4"}} == figures(covered)


def test_a_merged_figure_is_the_first_rows_alone() -> None:
    """A value merged over rows is refused for those below it; a unit or a source merged so is that of each."""
    table = "指标名称|计量单位|完成值\n护理型床位比例|%|28.4\n农村卫生厕所普及率||"
    merged = grid(table, merges=(merge("2,2-3,2"), merge("2,3-3,3")))
    assert {
        "护理型床位比例": {"完成值": "28.4", "计量单位": "%"},
        "农村卫生厕所普及率": {"完成值": "28.4", "计量单位": "%"},
    } == figures(merged)
    (root,) = read(merged).roots
    second = node_at(root, "填报数", "农村卫生厕所普及率", "完成值")
    assert isinstance(second, ScalarNode)
    assert ("covered", "表1!C3") == (second.refusal, str(second.span.cell))


def test_a_tall_row_is_one_figure() -> None:
    """A name and a value merged over the same rows are one figure; a second value in it is a second figure."""
    table = "指标名称|完成值|备注\n护理型床位比例|28.4|甲\n||乙"
    merges = (merge("2,1-3,1"), merge("2,2-3,2"))
    assert {"护理型床位比例": {"完成值": "28.4", "备注": "甲"}} == figures(grid(table, merges=merges))
    twice = grid("指标名称|完成值\n护理型床位比例|28.4\n|29", merges=merges[:1])
    assert {"护理型床位比例": [{"完成值": "28.4"}, {"完成值": "29"}]} == figures(twice)


def test_a_row_that_does_not_fit_its_head_is_not_taken() -> None:
    """What the reader of a file says of a row is told, and nothing is taken from it, whatever it seems to be."""
    table = grid("指标名称|完成值|备注\n护理型床位比例|28|4|甲\n|农村卫生厕所普及率|80\n合计|28|4", name="")
    fault = Fault("ANJ016", beginning(Point(1, 0)), "surplus", breaks=False)
    misfits = {2: fault, 3: fault, 4: fault}

    def misfits_of(head: int, keys: Mapping[int, str]) -> Misfits:
        assert (1, "value") == (head, keys[2])
        return misfits.get

    of = sheet(table)._replace(misfits=misfits_of)
    result = interpret([of], VOCABULARY)
    assert [{"填报数": {"护理型床位比例": {"完成值": "<28>"}}}] == [plain(root) for root in result.roots]
    assert ["ANJ016", "ANJ016", "ANJ118"] == [fault.code for fault in result.faults if fault.kind != "no_head"]
    wide = grid("地区|护理型床位比例|农村卫生厕所普及率\n安居区|28|4|80", name="")
    of = sheet(wide)._replace(misfits=misfits_of)
    assert {"护理型床位比例": {"完成值": "<28>"}, "农村卫生厕所普及率": {"完成值": "<4>"}} == plain(
        interpret([of], VOCABULARY).roots[0]
    )["填报数"]


def test_what_is_hidden_counts_and_is_told() -> None:
    """Hidden rows, columns and sheets with figures are read, and named once each."""
    table = HEAD + "1|护理型床位比例|%|28.4|960|\n2|农村卫生厕所普及率|%|80||\n注:甲"
    parts = grid(table, visibility="hidden", hidden_rows=frozenset({2, 3, 4}), hidden_columns=frozenset({1, 5}))
    assert [("ANJ118/remark", "A4"), ("ANJ119/rows", "A2"), ("ANJ119/columns", "E1"), ("ANJ119/sheet", "A1")] == faults(
        parts
    )
    filtered = grid(table, filtered=True, hidden_rows=frozenset({2, 3}))
    (_, fault) = read(filtered).faults
    assert ("filtered", "2", "2、3") == (fault.kind, fault.arguments["count"], fault.arguments["rows"])
    assert [] == [code for code, _ in faults(grid(table, hidden_rows=frozenset({4}))) if code.startswith("ANJ119")]


def test_a_long_list_of_hidden_rows_is_cut() -> None:
    """Of many hidden rows the first are named."""
    table = "指标名称|年度|完成值\n" + "".join(f"护理型床位比例|{year}|28.4\n" for year in range(2000, 2012))
    (fault,) = read(grid(table, hidden_rows=frozenset(range(2, 14)))).faults
    assert ("12", "2、3、4、5、6、7、8、9、10、11…") == (fault.arguments["count"], fault.arguments["rows"])


#: What cells of a random sheet hold.
WORDS = st.sampled_from(
    """指标名称 完成值 分子 分母 计量单位 备注 地区 年度 部门 理由 代码 原数 2019年 完成情况 上年 目标 完成植 序号 甲 1
    护理型床位比例 农村卫生厕所普及率 nursing_bed_share 护理床位比列 合计 注:甲 一、甲 填报单位:区民政局 填表人 单位 %
    28.4 960 待报 2019 2019年度填报表 安居区 船山区 ANJ205 情况属实""".split()  # noqa: SIM905 - a list of words
)
CELLS = st.dictionaries(st.tuples(st.integers(1, 12), st.integers(1, 6)), WORDS, min_size=1, max_size=50)
AREAS = st.builds(
    lambda row, column, height, width: Area(row, column, row + height, column + width),
    st.integers(1, 12),
    st.integers(1, 6),
    st.integers(0, 2),
    st.integers(0, 2),
)
USUAL = st.sampled_from(
    [
        "指标名称 计量单位 完成值 分子 分母 备注",
        "地区 年度 指标名称 完成值 备注",
        "地区 护理型床位比例 农村卫生厕所普及率",
        "指标名称 2018年 2019年 备注",
        "代码 指标 完成值 理由",
    ]
)


@st.composite
def random_sheets(draw: st.DrawFn) -> Grid:
    """Sheets of words that tables are made of, most with a head somewhere."""
    cells = draw(CELLS)
    if draw(st.booleans()):
        row = draw(st.integers(1, 4))
        cells |= {(row, column): word for column, word in enumerate(draw(USUAL).split(), 1)}
    rows: dict[int, dict[int, CellValue]] = {}
    for (row, column), word in sorted(cells.items()):
        rows.setdefault(row, {})[column] = CellValue(word)
    hidden = draw(st.frozensets(st.integers(1, 12), max_size=3))
    return Grid("表1", rows, hidden, merges=tuple(draw(st.lists(AREAS, max_size=3))))


def figures_of(roots: tuple[MappingNode, ...]) -> Iterator[ScalarNode]:
    """The names of all figures, as nodes."""
    for root in roots:
        table = next(node for key, node in root.entries if key.text in {"填报数", "figures"})
        assert isinstance(table, MappingNode)
        yield from (key for key, _ in table.entries)


def counted(passed: list[Fault]) -> int:
    """How many rows findings name."""
    return sum(int(fault.arguments["count"]) for fault in passed)


@given(random_sheets())
def test_no_row_is_lost_in_silence(of: Grid) -> None:
    """Whatever a sheet holds, each of its rows is read, or named with its reason."""
    reader = SheetReader(sheet(of), VOCABULARY, 1000)
    reader.read()
    found = reader.figures()
    holding = [row for row, cells in of.rows.items() if not all(map(is_blank, cells.values()))]
    assert holding == sorted(reader.ledger.fates)
    fates = Counter(reader.ledger.fates.values())
    read_rows = sum(fates[fate] for fate in ("head", "figure", "heading", "refused"))
    assert len(holding) == read_rows + counted(reader.ledger.passed())
    assert {row.row for row in found} <= {row for row, fate in reader.ledger.fates.items() if fate == "figure"}
    assert bool(fates["refused"]) <= any(fault.code in {"ANJ117", "ANJ016"} for fault in reader.ledger.faults)


@given(st.lists(random_sheets(), max_size=3))
def test_sheets_never_fail_and_every_figure_has_its_cell(of: list[Grid]) -> None:
    """Interpreting raises nothing; what it gives has places in the sheets, and every sheet is read or named."""
    result = read(*of)
    assert all(node.span.cell is not None for node in figures_of(result.roots))
    assert all(fault.span.cell is not None for fault in result.faults)
    assert bool(of) <= bool(result.roots or result.faults)


def test_an_example_in_a_wide_table_is_no_report() -> None:
    """A row that shows how to fill in others is no region."""
    table = "地区|护理型床位比例|农村卫生厕所普及率\n示例|78.5|80\n安居区|28.4|80"
    assert ["安居区"] == [report["地区"] for report in reports(table)]
    assert [("ANJ118/example", "A2")] == faults(table)


@pytest.mark.parametrize(
    "text", ["(" * 30_000, " " * 30_000 + "x", "a" + " " * 30_000 + "b\nc", "填" * 30_000, ":" * 30_000]
)
def test_a_long_text_is_read_to_its_end(text: str) -> None:
    """A cell may hold 32,767 characters, each looked at once: a sheet full of them is told as any other."""
    cells = {(row, column): CellValue(text) for row in range(1, 20) for column in range(1, 6)}
    table = {(row + 1, column): value for (row, column), value in cells.items()}
    sheets = (grid("指标名称|完成值", cells=table), grid("地区|护理型床位比例|农村卫生厕所普及率", cells=table))
    assert all(read(sheet).roots or read(sheet).faults for sheet in (grid("指标名称|完成值", cells=cells), *sheets))
