"""What a cell of a workbook says: numbers as their formats show them, dates, texts, errors and formulas."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.numbers import Refused, Written, read_number
from anju_cli.readers.sheets.grid import CellValue
from anju_cli.readers.workbooks.built_in_formats import BUILT_IN
from anju_cli.readers.workbooks.number_formats import read_format
from anju_cli.readers.workbooks.xlsx_reader import read_book
from tests.workbooks import book_of, formatted, grid_of, strings, styles, value_of, workbook

#: stored, format code, text, kinds of the remarks
TAKEN = [
    ("28.4", "General", "28.4", ()),
    ("-28.4", "General", "-28.4", ()),
    ("0", "General", "0", ()),
    ("-0", "General", "0", ()),
    ("28.40", "General", "28.4", ()),
    ("+5.", "General", "5", ()),
    (".5", "General", "0.5", ()),
    ("1E-2", "General", "0.01", ()),
    ("1.2E+20", "General", "120000000000000000000", ()),
    ("28.399999999999999", "General", "28.4", ()),
    ("0.30000000000000004", "General", "0.3", ("fifteen_digits",)),
    ("1234567890123456.7", "General", "1234567890123456.7", ()),
    ("28.4", "G/通用格式", "28.4", ()),
    ("28.4", "@", "28.4", ()),
    ("0.28", "0%", "28", ("percent",)),
    ("0.57", "0.0%", "57", ("percent",)),
    ("0.56999999999999995", "0%", "57", ("percent",)),
    ("0.5700000000000001", "0%", "57", ("fifteen_digits", "percent")),
    ("0.2844", "0%", "28.44", ("percent", "hidden_places")),
    ("-0.05", "0.00%", "-5", ("percent",)),
    ("28.44", "0", "28.44", ("hidden_places",)),
    ("28.44", "0.00", "28.44", ()),
    ("28.4", "0.00", "28.4", ()),
    ("0.285", "#.##", "0.285", ("hidden_places",)),
    ("0.28", ".00", "0.28", ()),
    ("0", ".00", "0", ()),
    ("0", "#,##0", "0", ()),
    ("0", "0.0#", "0", ()),
    ("0", "General", "0", ()),
    ("4300", "#,##0", "4300", ()),
    ("4300.5", "#,##0", "4300.5", ("hidden_places",)),
    ("28.4", '0.0"%"', "28.4%", ()),
    ("28.4", "0.0\\%", "28.4%", ()),
    ("28.4", "0.0!%", "28.4%", ()),
    ("5", '0"人"', "5人", ()),
    ("5", "0人", "5人", ()),
    ("5", 'General"人"', "5人", ()),
    ("17.8", '0.0"/10万"', "17.8/10万", ()),
    ("5", '"约"0', "约5", ()),
    ("-5", '"约"0', "-约5", ()),
    ("5", '"¥"#,##0.00', "5元", ("currency",)),
    ("5", "[$¥-804]#,##0.00", "5元", ("currency",)),
    ("-5", '"¥"#,##0;"¥"-#,##0', "-5元", ("currency",)),
    ("5", '"$"0', "$5", ()),
    ("-5", "0;(0)", "-5", ()),
    ("-5", "0_);[Red]\\(0\\)", "-5", ()),
    ("-5", "0.00;[Red]0.00", "-5", ("hidden_sign",)),
    ("5", "+0;-0", "+5", ()),
    ("5", "[>=100]0.0;0.00", "5", ()),
    ("500.25", "[>=100]0.0;0.00", "500.25", ("hidden_places",)),
    ("0.5", "[<1]0%;0", "50", ("percent",)),
    ("2", "[=1]0%;[<>2]0%;0", "2", ()),
    ("7", "[DBNum1][$-804]General", "7", ()),
    ("5", "00000", "5", ()),
    ("123456", "0.00E+00", "123456", ("hidden_places",)),
    ("120000", "0.00E+00", "120000", ()),
    ("5", "0;-0;;@", "5", ()),
    ("5", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "5", ()),
    ("0.5", "0.0[Red]", "0.5", ()),
    ("5", "0;@", "5", ()),
    ("5", "0_", "5_", ()),
]  # fmt: skip

#: stored, format code, what the sheet shows
SHOWN_OTHERWISE = [
    ("0", "0;-0;;@", ""),
    ("0", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "-"),
    ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
    ("5", ";;;", ""),
    ("5", '"无"', "无"),
    ("28.4", "*90.0", "928.4"),
    ("28.4", "*-0.0", "-28.4"),
    ("5", '[>9]0;[<1]"-"', "########"),
    ("12345", '0!.0,"万"', "1.2万"),
    ("12345", "0\\.0,", "1.2"),
    ("12345678", "0.0,,", "12.3"),
    ("12345", '[>=10000]0!.0,"万";0', "1.2万"),
    ("12345", '#,##0.0,"千"', "12.3千"),
    ("12345", "000-0000", "001-2345"),
    ("0.5", "# ?/?", ""),
    ("5", '0"0"', "50"),
    ("5", '"1"0', "15"),
    ("5", '"-"0', "-5"),
    ("5", '0".5"', "5.5"),
    ("28.4", 'General",5"', "28.4,5"),
    ("0", "#,###", ""),
    ("0", "#.##", "."),
    ("0.4", "#", ""),
    ("0.001", "?%", "%"),
    ("5", '0" ,500"', "5,500"),
    ("5", "-0", "-5"),
    ("0.0028", "0%%", "28%%"),
    ("3", "0.0.0", "3.00"),
    ("0.5", '#"x"#', "x1"),
    ("-5", '"无"', "-无"),
]  # fmt: skip

#: stored, format code, text
DATES = [
    ("43467", 'm"月"d"日"', "2019-01-02"),
    ("43467", "yyyy/m/d", "2019-01-02"),
    ("43466", 'yyyy"年"', "2019-01-01"),
    ("43497", "mmm", "2019-02-01"),
    ("43467.354166666664", "yyyy/m/d h:mm", "2019-01-02 08:30:00"),
    ("0.0625", "h:mm", "01:30:00"),
    ("1.5", "[h]:mm", "36:00:00"),
    ("0.0625", "[mm]:ss", "01:30:00"),
    ("0.75", "h:mm AM/PM", "18:00:00"),
    ("59", "yyyy/m/d", "1900-02-28"),
    ("60", "yyyy/m/d", "1900-02-29"),
    ("61", "yyyy/m/d", "1900-03-01"),
    ("0", "yyyy/m/d", "1900-01-00"),
    ("2958465", "[$-804]aaaa;@", "9999-12-31"),
    ("2958466", "yyyy/m/d", "2958466"),
    ("-1", "yyyy/m/d", "-1"),
    ("36585", "yyyy/m/d", "2000-02-29"),
    ("43467", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2019-01-02"),
    ("43467", "e/m/d", "2019-01-02"),
]  # fmt: skip


def kinds(value: CellValue) -> tuple[str, ...]:
    """What is to be told of a cell, by kind."""
    return tuple(remark.kind for remark in value.remarks)


@pytest.mark.parametrize(("stored", "code", "text", "remarks"), TAKEN)
def test_a_number_is_taken_as_it_is_read(stored: str, code: str, text: str, remarks: tuple[str, ...]) -> None:
    """The stored number with all its places, what the format writes around it, and what is to be told of it."""
    value = formatted(stored, code)
    assert (text, "number", remarks, None) == (value.text, value.type, kinds(value), value.refusal)


@pytest.mark.parametrize(("stored", "code", "shown"), SHOWN_OTHERWISE)
def test_a_number_that_shows_as_another_is_refused(stored: str, code: str, shown: str) -> None:
    """Where a person reads something else than is stored, neither is taken."""
    value = formatted(stored, code)
    assert value.refusal is not None
    assert ("shown_otherwise", {"stored": stored, "shown": shown, "format": code}) == (
        value.refusal.kind, value.refusal.arguments,
    )  # fmt: skip


@pytest.mark.parametrize(("stored", "code", "text"), DATES)
def test_a_date_is_no_figure(stored: str, code: str, text: str) -> None:
    """A date or a time is written plainly, and refused as a figure."""
    value = formatted(stored, code)
    assert (text, "date", "date") == (value.text, value.type, value.refusal and value.refusal.kind)


@pytest.mark.parametrize("stored", ["abc", "1_000", "１２", "NaN", "INF", "0x10", "1e999", "1e-999", "1" * 500, "1 2"])
def test_what_is_no_number_is_refused(stored: str) -> None:
    """A cell of numbers that holds none is shown as it is stored, at most two hundred characters."""
    value = formatted(stored, "General")
    assert (stored[:200], "not_a_number") == (value.text, value.refusal and value.refusal.kind)


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("28.44", "0", "28"),
        ("28.5", "0", "29"),
        ("-28.44", "0", "-28"),
        ("0.2844", "0%", "28%"),
        ("4300.5", "#,##0", "4301"),
        ("28.44", '0"人"', "28人"),
        ("123456", "0.00E+00", "1.23E+5"),
        ("28.001", "0.##", "28."),
        ("28.1004", "0.0##", "28.1"),
        ("0.304", "#.##", ".3"),
    ],
)
def test_hidden_places_are_told_with_what_is_shown(stored: str, code: str, shown: str) -> None:
    """28.44 that shows as 28 is 28.44, and both are told."""
    remarks = [remark for remark in formatted(stored, code).remarks if remark.kind == "hidden_places"]
    assert [{"shown": shown}] == [remark.arguments for remark in remarks]


def test_the_written_text_has_its_percent_sign() -> None:
    """What is quoted, and given to the grammar beside another unit, is 28%."""
    assert ("28", "28%") == (formatted("0.28", "0%").text, formatted("0.28", "0%").written)
    assert "28" == formatted("28", "0").written


@pytest.mark.parametrize(("index", "text"), [(9, "28"), (10, "28"), (2, "0.28"), (0, "0.28"), (999, "0.28")])
def test_built_in_formats(index: int, text: str) -> None:
    """A format known by its number alone; a number that nobody knows is General."""
    part = styles("0").replace('<xf numFmtId="164"/>', f'<xf numFmtId="{index}"/>')
    assert text == value_of('<c r="A1" s="1"><v>0.28</v></c>', {"xl/styles.xml": part}).text


@pytest.mark.parametrize("index", [14, 15, 16, 17, 22, 27, 31, 57, 58, 81])
def test_built_in_dates(index: int) -> None:
    """The dates among the formats that are known by number, the Chinese too."""
    part = styles("0").replace('<xf numFmtId="164"/>', f'<xf numFmtId="{index}"/>')
    value = value_of('<c r="A1" s="1"><v>43467</v></c>', {"xl/styles.xml": part})
    assert ("date", True) == (value.type, value.text.startswith("2019-01-02"))


def test_a_custom_format_may_take_a_built_in_number() -> None:
    """What the book says of a number counts more than what is usual."""
    part = styles("0%").replace("164", "2")
    assert "28" == value_of('<c r="A1" s="1"><v>0.28</v></c>', {"xl/styles.xml": part}).text


def test_formats_of_conditional_styles_are_not_cells() -> None:
    """A number format in `dxfs` changes no cell's."""
    part = styles("0").replace(
        "</cellXfs>", '</cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0%"/></dxf></dxfs>'
    )
    assert "0.28" == value_of('<c r="A1" s="1"><v>0.28</v></c>', {"xl/styles.xml": part}).text


def test_days_from_1904() -> None:
    """A book of an old Macintosh counts its days from another year."""
    main = workbook(properties='<workbookPr date1904="1"/>')
    value = value_of('<c r="A1" s="1"><v>42005</v></c>', {"xl/workbook.xml": main, "xl/styles.xml": styles("yyyy/m/d")})
    assert "2019-01-02" == value.text


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("2019-01-02T00:00:00", "2019-01-02"),
        ("2019-01-02", "2019-01-02"),
        ("2019-01-02T08:30:00", "2019-01-02T08:30:00"),
    ],
)
def test_dates_stored_as_text(stored: str, text: str) -> None:
    """A "strict" book may store a date as ISO 8601 writes it."""
    value = value_of(f'<c r="A1" t="d"><v>{stored}</v></c>')
    assert (text, "date", "date") == (value.text, value.type, value.refusal and value.refusal.kind)


@pytest.mark.parametrize(
    ("text", "is_number"),
    [("28", True), ("28.4%", True), ("２８", True), (" 28", True), ("-5", True), ("37张", True), ("约80", False),
     ("二级", False),     ("+", False), ("8:30", False), ("9" * 300, False), ("#DIV/0!", False)],
)  # fmt: skip
def test_numbers_as_text_are_told(text: str, *, is_number: bool) -> None:
    """A text that the grammar takes as a number is told, whatever it is in the end."""
    value = value_of('<c r="A1" t="s"><v>0</v></c>', {"xl/sharedStrings.xml": strings(f"<t>{text}</t>")})
    assert (text, "text", ("number_as_text",) if is_number else ()) == (value.text, value.type, kinds(value))


def test_hidden_text_is_refused() -> None:
    """A text in a format that shows none is there and is not read."""
    value = value_of('<c r="A1" s="1" t="str"><v>甲</v></c>', {"xl/styles.xml": styles(";;;")})
    assert "shown_otherwise" == (value.refusal and value.refusal.kind)


@pytest.mark.parametrize(("stored", "text"), [("1", "TRUE"), ("0", "FALSE"), ("true", "TRUE"), ("false", "FALSE")])
def test_booleans(stored: str, text: str) -> None:
    """TRUE and FALSE are their words, which the grammar refuses as such."""
    value = value_of(f'<c r="A1" t="b"><v>{stored}</v></c>')
    assert (text, "boolean") == (value.text, value.type)
    assert Refused("boolean") == read_number(value.text)


def test_error_values_are_refused() -> None:
    """An error of a formula is no figure."""
    value = value_of('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    assert ("#DIV/0!", "error", "error") == (value.text, value.type, value.refusal and value.refusal.kind)
    assert Refused("error_value") == read_number(value.text)


FORMULAS = [
    ("<f>B1</f><v>28.4</v>", "n", "28.4", ("formula",), None),
    ('<f t="shared" si="0"/><v>28.4</v>', "n", "28.4", ("formula",), None),
    ("<f>B1</f><v>甲</v>", "str", "甲", ("formula",), None),
    ('<f>""</f><v></v>', "str", "", ("formula",), None),
    ("<f>B1</f>", "n", "", (), "formula_without_value"),
    ("<f>B1</f><v></v>", "n", "", (), "formula_without_value"),
    ("<f>B1</f><v/>", "n", "", (), "formula_without_value"),
    ("<f>B1</f>", "str", "", (), "formula_without_value"),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "type_", "text", "remarks", "refusal"), FORMULAS)
def test_formulas(inside: str, type_: str, text: str, remarks: tuple[str, ...], refusal: str | None) -> None:
    """A formula's stored value is taken and told; one that was never calculated is refused."""
    value = value_of(f'<c r="A1" t="{type_}">{inside}</c>')
    assert (text, remarks, refusal) == (value.text, kinds(value), value.refusal and value.refusal.kind)


def test_values_that_are_to_be_calculated_anew() -> None:
    """A program that calculates nothing stores a zero, which is refused; any other number is told as maybe old."""
    main = workbook(behind='<calcPr fullCalcOnLoad="1"/>')
    cells = ("<f>B1</f><v>0</v>", "<f>B1</f><v>28.4</v>", "<v>3</v>")
    rows = f'<row>{"".join(f"<c>{cell}</c>" for cell in cells)}<c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    row = grid_of(rows, parts={"xl/workbook.xml": main}).rows[1]
    refusals = [value.refusal and value.refusal.kind for value in row.values()]
    assert ["formula_outdated", None, None, "error"] == refusals
    assert ("28.4", ("formula_outdated",)) == (row[2].text, kinds(row[2]))


def test_a_format_that_nobody_could_type_is_refused() -> None:
    """A code longer than Excel takes belongs to no sheet."""
    fault = read_book(book_of("", parts={"xl/styles.xml": styles("0" * 256)})).fault
    assert "damaged_sheet" == (fault and fault.kind)


@given(st.integers(-(10**12), 10**12), st.integers(0, 12), st.sampled_from(sorted({*BUILT_IN.values(), "General"})))
def test_no_format_changes_a_figure(digits: int, places: int, code: str) -> None:
    """Whatever the built-in format, a number is the one stored, in per cent at most, or none is taken."""
    number = Decimal(digits).scaleb(-places)
    value = formatted(f"{number:f}", code)
    if value.refusal is None:
        reading = read_number(value.text.removesuffix("元"))
        assert isinstance(reading, Written)
        assert number == reading.value / (100 if "percent" in kinds(value) else 1)


@given(st.text(alphabet='0#?.,%;"\\!_*[]<>=E+-/@yYmdhsaA¥万人General()', max_size=60), st.integers(-(10**6), 10**6))
def test_any_format_code_is_read(code: str, digits: int) -> None:
    """No code stops the reader, and each has a section at least."""
    style = read_format(code)
    assert style.sections
    section = style.section(Decimal(digits).scaleb(-2))
    assert section is None or isinstance(section.shown(Decimal(digits).scaleb(-2)), str)
