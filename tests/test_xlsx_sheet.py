"""A sheet's part as a grid: cells in their places, merged, hidden and filtered; and sheets that nobody could save."""

import pytest

from anju_cli.readers.sheets.grid import Area, GridCell
from anju_cli.readers.workbooks.xlsx_reader import read_book
from tests.workbooks import (
    MAIN,
    PACKAGE,
    RELATIONS,
    STRICT,
    book,
    book_of,
    grid_of,
    relations,
    strings,
    styles,
    usual_parts,
    value_of,
    workbook,
    worksheet,
)

V = "<v>5</v>"


def places(rows: str) -> list[tuple[int, int, str]]:
    """Row, column and text of each cell."""
    return [(cell.row, cell.column, cell.value.text) for cell in grid_of(rows).cells]


PLACES = [
    ('<row r="3"><c r="B3"><v>5</v></c></row>', [(3, 2, "5")]),
    ("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>",
     [(1, 1, "1"), (1, 3, "2"), (2, 1, "3")]),
    ('<row r="4"><c r="C4"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
     [(4, 3, "1"), (4, 4, "2"), (5, 1, "3")]),
    ('<row r="2"><c r="B2"><v>2</v></c><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>',
     [(1, 1, "0"), (2, 1, "1"), (2, 2, "2")]),
    ('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>', [(1, 1, "1"), (1, 2, "2")]),
    ('<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>', [(1_048_576, 16_384, "9")]),
    ('<row r="1"><c r="AA1"><v>9</v></c><c r="AB1" s="0"/><c r="AC1" t="s"/></row>', [(1, 27, "9")]),
    ('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "cells"), PLACES)
def test_cells_in_their_places(rows: str, cells: list[tuple[int, int, str]]) -> None:
    """A cell without a place follows the one before; rows and cells are in order; what is empty is not there."""
    shared = {"xl/sharedStrings.xml": strings("<t>甲</t>", "<t></t>")}
    assert cells == [(cell.row, cell.column, cell.value.text) for cell in grid_of(rows, parts=shared).cells]


def test_the_dimension_is_not_trusted() -> None:
    """A sheet that says it has one cell has all that stand in it, and one that says it has all has one."""
    for dimension in ("A1", "A1:XFD1048576", "nonsense"):
        grid = grid_of(f'<row r="9"><c r="C9">{V}</c></row>', before=f'<dimension ref="{dimension}"/>')
        assert [GridCell(9, 3, grid.rows[9][3])] == list(grid.cells)


DAMAGED = [
    ('<row r="1"><c r="A2"><v>5</v></c></row>', "reference"),
    ('<row r="1"><c r="11"><v>5</v></c></row>', "reference"),
    ('<row r="1"><c r="a1"><v>5</v></c></row>', "reference"),
    ('<row r="1"><c r="A"><v>5</v></c></row>', "reference"),
    ('<row r="1"><c r=""><v>5</v></c></row>', "reference"),
    ('<row r="1"><c r="XFE1"><v>5</v></c></row>', "reference"),
    ('<row r="1"><c r="ＡＡ1"><v>5</v></c></row>', "reference"),
    ('<row r="1"><c r="XFD1"/><c><v>5</v></c></row>', "reference"),
    ('<row r="0"/>', "row"),
    ('<row r="1048577"/>', "row"),
    ('<row r="-1"/>', "row"),
    ('<row r="1048576"/><row/>', "row"),
    ('<row r="1"><c r="A1"><v>5</v></c><c r="A1"><v>6</v></c></row>', "twice"),
    ('<row r="1"><c r="A1"><v>5</v></c></row><row r="1"><c r="A1"><v>6</v></c></row>', "twice"),
    ('<row r="1"><c r="A1"><v>5</v><v>6</v></c></row>', "twice"),
    ('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is><is><t>b</t></is></c></row>', "twice"),
    ('<row r="1"><row r="2"/></row>', "nested"),
    ('<row r="1"><c r="A1"><v>5</v><c r="B1"/></c></row>', "nested"),
    ('<c r="A1"><v>5</v></c>', "nested"),
    ('<row r="1"/><c><v>5</v></c>', "nested"),
    ('<row r="1"><c r="A1" t="z"><v>5</v></c></row>', "type"),
    ('<row r="1"><c r="A1" t="b"><v>2</v></c></row>', "type"),
    ('<row r="1"><c r="A1" t="e"><v>65</v></c></row>', "type"),
    ('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', "string"),
    ('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', "string"),
    ('<row r="1"><c r="A1" s="7"><v>5</v></c></row>', "style"),
    ('<row r="1"><c r="A1" s="x"><v>5</v></c></row>', "style"),
    ('<row r="1"><c r="A1"><is><t>5</t></is></c></row>', "type"),
    ('<row r="1"><c r="A1" t="inlineStr"><v>5</v></c></row>', "type"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "reason"), DAMAGED)
def test_a_damaged_sheet_is_refused(rows: str, reason: str) -> None:
    """Of a sheet that contradicts itself nothing is picked: no cell goes astray, none is taken for another."""
    fault = read_book(book_of(rows)).fault
    assert fault is not None
    assert ("damaged_sheet", "表", reason) == (fault.kind, fault.arguments["sheet"], fault.arguments["reason"])


@pytest.mark.parametrize("reference", ["A", "A1:B2:C3", "B2:A1", "A1:A1048577", "A1:XFE1", "", "A1:"])
def test_damaged_areas_are_refused(reference: str) -> None:
    """An area that is none, or lies outside of every sheet."""
    fault = read_book(book_of("", behind=f'<mergeCells><mergeCell ref="{reference}"/></mergeCells>')).fault
    assert ("damaged_sheet", "area") == (fault and fault.kind, fault and fault.arguments["reason"])


@pytest.mark.parametrize("column", ['min="x" max="2"', 'max="2"', 'min="1"'])
def test_damaged_columns_are_refused(column: str) -> None:
    """Hidden columns that nobody can name."""
    fault = read_book(book_of("", before=f'<cols><col {column} hidden="1"/></cols>')).fault
    assert ("damaged_sheet", "column") == (fault and fault.kind, fault and fault.arguments["reason"])


TEXTS = [
    ("<t>甲</t>", "甲"),
    ("<r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r>", "甲乙"),
    ('<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>', "東京"),
    ("<t> 甲\n</t>", " 甲\n"),
    ("<t>a_x000D_b_x005F_x000D_</t>", "a\rb_x000D_"),
    ("<t>_xyz_</t>", "_xyz_"),
    ("<t>_xD83D__xDE00_</t>", "\U0001f600"),
    ("<t>a_xD83D_b</t>", "a\ufffdb"),
    ("<t>&lt;&#65;&amp;</t>", "<A&"),
    ("<t><![CDATA[<甲>]]></t>", "<甲>"),
]


@pytest.mark.parametrize(("inside", "text"), TEXTS)
def test_shared_and_inline_texts(inside: str, text: str) -> None:
    """Runs are one text, readings of characters are none of it, escapes are undone; shared or not."""
    shared = value_of('<c r="A1" t="s"><v>\n0 </v></c>', {"xl/sharedStrings.xml": strings(inside)})
    inline = value_of(f'<c r="A1" t="inlineStr"><is>{inside}</is></c>')
    assert (text, text) == (shared.text, inline.text)


def test_cells_of_one_text_are_alike() -> None:
    """A text that stands in many cells says the same in each."""
    cell = '<c t="str"><v>甲</v></c>'
    row = grid_of(f"<row>{cell * 3}</row>").rows[1]
    assert ["甲"] * 3 == [value.text for value in row.values()]


def test_a_formula_text_keeps_its_spaces() -> None:
    """A text that a formula gave is as it was stored; a reading in one cell says nothing of the next."""
    rows = '<row><c t="inlineStr"><is><t>a</t><rPh><t>b</t></rPh></is></c><c t="str"><v> 甲_x000D_</v></c></row>'
    assert ["a", " 甲\r"] == [value.text for value in grid_of(rows).rows[1].values()]


def test_strict_books_are_read() -> None:
    """The other name spaces of the standard."""

    def strict(text: str) -> str:
        """A part in those name spaces."""
        return text.replace(MAIN, STRICT).replace(RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships")

    rows = f'<row r="1"><c r="A1">{V}</c></row>'
    parts = {**usual_parts(), "xl/worksheets/sheet1.xml": worksheet(rows)}
    read = read_book(book({name: strict(text) for name, text in parts.items()}))
    assert "5" == read.sheets[0].rows[1][1].text


def test_elements_of_other_name_spaces_say_nothing() -> None:
    """What another program adds to a sheet in its own name space is no cell."""
    rows = f'<row r="1"><c r="A1">{V}</c><x:c xmlns:x="urn:x" r="B1"><x:v>6</x:v></x:c></row>'
    assert [(1, 1, "5")] == places(rows)


def hidden(rows: str, before: str = "") -> tuple[set[int], set[int]]:
    """Hidden rows and columns."""
    grid = grid_of(rows, before)
    return set(grid.hidden_rows), set(grid.hidden_columns)


def test_hidden_rows() -> None:
    """Rows that are hidden, grouped away or without height; those without cells are not named."""
    rows = "".join(
        f"<row {more}><c>{V}</c></row>"
        for more in (
            "",
            'hidden="1"',
            'ht="0" customHeight="1"',
            'hidden="true" outlineLevel="1"',
            'ht="15"',
            'hidden="0"',
        )
    )
    assert ({2, 3, 4}, set()) == hidden(rows + '<row hidden="1"/>')


def test_hidden_columns() -> None:
    """Columns that are hidden or without width; those without cells are not named."""
    columns = (
        '<cols><col min="1" max="2" hidden="1"/><col min="2" max="3" width="0" customWidth="1"/>'
        '<col min="4" max="4" width="9.5"/><col min="6" max="16384" width="0.0" collapsed="1"/></cols>'
    )
    assert (set(), {1, 2, 3, 6, 7}) == hidden(f"<row>{f'<c>{V}</c>' * 7}</row>", columns)


@pytest.mark.parametrize(
    ("before", "behind", "is_filtered"),
    [
        ("", "", False),
        ("", '<autoFilter ref="A1:B9"/>', False),
        ('<sheetPr filterMode="1"/>', "", True),
        ("", '<autoFilter ref="A1:B9"><filterColumn colId="0"/></autoFilter>', True),
    ],
)
def test_filters(before: str, behind: str, *, is_filtered: bool) -> None:
    """A filter that hides nothing is none."""
    assert is_filtered is grid_of("", before, behind).filtered


def test_zeros_that_a_sheet_hides() -> None:
    """A sheet that shows no zeros shows blanks: a zero there is refused, other numbers are not."""
    view = '<sheetViews><sheetView showZeros="0"/></sheetViews>'
    row = grid_of(f"<row><c><v>0</v></c><c>{V}</c></row>", view).rows[1]
    assert ["shown_otherwise", None] == [value.refusal and value.refusal.kind for value in row.values()]
    shown = '<sheetViews><sheetView showZeros="1"/><sheetView/></sheetViews>'
    assert grid_of("<row><c><v>0</v></c></row>", shown).rows[1][1].refusal is None


def test_merged_cells() -> None:
    """A merged cell has the value of its first; what lies under it nobody sees, and it is refused."""
    rows = f"<row>{f'<c>{V}</c>' * 3}</row>" * 2
    behind = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:C1048576"/><mergeCell ref="E1:XFD9"/></mergeCells>'
    grid = grid_of(rows, behind=behind)
    assert (Area(1, 1, 2, 2), Area(1, 3, 1_048_576, 3), Area(1, 5, 9, 16_384)) == grid.merges
    covered = {(cell.row, cell.column) for cell in grid.cells if cell.value.refusal is not None}
    assert {(1, 2), (2, 1), (2, 2), (2, 3)} == covered


@pytest.mark.parametrize("sort", ["array", "dataTable"])
def test_formulas_that_fill_an_area(sort: str) -> None:
    """Each cell of such an area is a formula's, though only the first says so."""
    rows = f'<row><c><f t="{sort}" ref="A1:B1">X</f>{V}</c><c>{V}</c><c>{V}</c></row>'
    told = [[remark.kind for remark in cell.value.remarks] for cell in grid_of(rows).cells]
    assert [["formula"], ["formula"], []] == told
    main = workbook(behind='<calcPr fullCalcOnLoad="1"/>')
    outdated = grid_of(rows, parts={"xl/workbook.xml": main}).cells
    told = [[remark.kind for remark in cell.value.remarks] for cell in outdated]
    assert [["formula_outdated"], ["formula_outdated"], []] == told
    alone = f'<row><c><f t="array" ref="A1">X</f>{V}</c></row>'
    assert ["formula"] == [remark.kind for remark in grid_of(alone).rows[1][1].remarks]


def test_sheets_in_the_order_of_the_workbook() -> None:
    """Sheets as the workbook lists them, hidden ones too and marked; charts are passed over by name."""
    listed = (
        ("丙", "rId3", ""),
        ("甲", "rId1", 'state="hidden"'),
        ("图", "rId9", ""),
        ("乙", "rId2", 'state="veryHidden"'),
    )
    sheets = "".join(f'<sheet name="{name}" r:id="{id_}" {state}/>' for name, id_, state in listed)
    pages = [(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in (1, 2, 3)]
    targets = (("rId9", "chartsheet", "chartsheets/sheet1.xml"), *pages)
    read = read_book(
        book(
            {
                "xl/workbook.xml": workbook(sheets),
                "xl/_rels/workbook.xml.rels": relations(*targets),
                **{
                    f"xl/worksheets/sheet{number}.xml": worksheet(f"<row><c><v>{number}</v></c></row>")
                    for number in (1, 2, 3)
                },
            }
        )
    )
    assert [("丙", "visible", "3"), ("甲", "hidden", "1"), ("乙", "very_hidden", "2")] == [
        (grid.name, grid.visibility, grid.rows[1][1].text) for grid in read.sheets
    ]
    assert (("图",), None) == (read.passed, read.fault)


def test_a_book_of_few_parts() -> None:
    """Neither shared strings nor styles are needed, and names may be written in any case, with either slash."""
    parts = usual_parts()
    parts["xl/_rels/workbook.xml.rels"] = relations(("rId1", "worksheet", "Worksheets\\Sheet1.xml"))
    parts["XL\\worksheets\\sheet1.XML"] = worksheet(f"<row><c>{V}</c></row>")
    read = read_book(book(parts, without=("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml")))
    assert "5" == read.sheets[0].rows[1][1].text


def test_the_package_name_space_is_its_own() -> None:
    """A part whose root is of no known kind is damaged, also where its name is right."""
    for text in ("<worksheet/>", f'<worksheet xmlns="{PACKAGE}"/>', f'<dialogsheet xmlns="{MAIN}"/>'):
        fault = read_book(book({"xl/worksheets/sheet1.xml": text})).fault
        assert "damaged_xml" == (fault and fault.kind)


@pytest.mark.parametrize(
    ("before", "hidden"),
    [
        ('<sheetFormatPr defaultColWidth="0"/>', {1, 2, 3}),
        ('<sheetFormatPr defaultColWidth="0.0"/><cols><col min="2" max="2" width="9"/></cols>', {1, 3}),
        ('<sheetFormatPr defaultColWidth="0"/><cols><col min="1" max="2" width="9" hidden="1"/></cols>', {1, 2, 3}),
        ('<sheetFormatPr defaultColWidth="8.4"/>', set()),
        ('<sheetFormatPr baseColWidth="10" defaultRowHeight="15"/>', set()),
    ],
)
def test_columns_of_no_width_by_default(before: str, hidden: set[int]) -> None:
    """Where the usual width is none, every column is hidden that says nothing of its own width."""
    cells = "".join(f'<c r="{letter}1">{V}</c>' for letter in "ABC")
    assert hidden == grid_of(f'<row r="1">{cells}</row>', before=before).hidden_columns


def test_a_part_under_an_escaped_name() -> None:
    """A part may be named in escaped letters where it is pointed at, where it is kept, or in both places."""
    sheet = worksheet(f'<row r="1"><c r="A1">{V}</c></row>')
    escaped, plain = "worksheets/%E8%A1%A8%201.xml", "worksheets/表 1.xml"
    for target in (escaped, plain):
        for name in (escaped, plain):
            parts = {"xl/_rels/workbook.xml.rels": relations(("rId1", "worksheet", target)), f"xl/{name}": sheet}
            assert [(1, 1, "5")] == [
                (cell.row, cell.column, cell.value.text) for cell in read_book(book(parts)).sheets[0].cells
            ]


def test_a_book_as_wps_writes_it() -> None:
    """WPS Spreadsheets has names of its own, formats with blanks, a dimension of one cell, texts in the cells."""
    etc = 'xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"'
    numbers = """_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ """
    sheet = (
        f'<worksheet xmlns="{MAIN}" {etc}><sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1"/>'
        '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>'
        '<sheetFormatPr defaultColWidth="9" defaultRowHeight="13.5" outlineLevelRow="1"/>'
        '<sheetData><row r="1" spans="1:3" etc:x="1">'
        '<c r="A1" t="inlineStr"><is><r><t xml:space="preserve">护理型 </t></r>'
        '<r><t>床位比例</t></r></is></c><c r="B1" s="1"><v>4100.5</v></c><c r="C1" t="s"><v>0</v></c></row></sheetData>'
        f'<extLst><ext uri="{{x}}" {etc}><etc:c r="A1"><etc:v>9</etc:v></etc:c></ext></extLst></worksheet>'
    )
    parts = {
        "xl/worksheets/sheet1.xml": sheet,
        "xl/styles.xml": styles(numbers),
        "xl/sharedStrings.xml": strings("<t>元</t>"),
    }
    values = read_book(book(parts)).sheets[0].rows[1]
    assert ["护理型 床位比例", "4100.5", "元"] == [value.text for value in values.values()]


def test_formulas_of_one_value_are_each_told() -> None:
    """A value that stands in several formulas, and in a cell without one, is told of the formulas alone."""
    cells = "".join(f'<c r="{place}"><f>1</f>{V}</c>' for place in ("A1", "B1")) + f'<c r="C1">{V}</c>'
    values = grid_of(f'<row r="1">{cells}</row>').rows[1].values()
    assert [["formula"], ["formula"], []] == [[remark.kind for remark in value.remarks] for value in values]
