"""The grammar of a number, form by form: taken, taken with a note, or refused."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.numbers import (
    LONGEST,
    MOST_DIGITS,
    REFUSALS,
    Refused,
    Written,
    countable,
    grouped,
    half_place,
    in_unit,
    plain,
    read_number,
    read_plain,
    read_year,
    scale_of,
)

TAKEN = [
    ("0", "0"),
    ("78.5", "78.5"),
    ("+78.5", "78.5"),
    ("-3", "-3"),
    ("-0.50", "-0.50"),
    ("123456789012345", "123456789012345"),
    ("0.000000000000001", "0.000000000000001"),
    ("0." + "0" * 190 + "1", "0." + "0" * 190 + "1"),
]

#: text, value, what stands behind it, exponent of the last digit, power of 万 or 亿, notes
NOTED = [
    ("78.5", "78.5", "", -1, 0, ()),
    ("７８．５", "78.5", "", -1, 0, ("full_width",)),
    ("8０", "80", "", 0, 0, ("full_width",)),
    ("－3", "-3", "", 0, 0, ("full_width",)),
    ("−3", "-3", "", 0, 0, ("full_width",)),
    ("＋3", "3", "", 0, 0, ("full_width",)),
    (" 78.5", "78.5", "", -1, 0, ("spaces",)),
    ("\u00a078.5\n", "78.5", "", -1, 0, ("spaces",)),
    ("\u300078.5", "78.5", "", -1, 0, ("full_width", "spaces")),
    ("1,234", "1234", "", 0, 0, ("thousands",)),
    ("1，234", "1234", "", 0, 0, ("full_width", "thousands")),
    ("-12,345,678.90", "-12345678.90", "", -2, 0, ("thousands",)),
    ("78.5%", "78.5", "%", -1, 0, ("unit",)),
    ("78.5 %", "78.5", "%", -1, 0, ("unit",)),
    ("78.5％", "78.5", "%", -1, 0, ("full_width", "unit")),
    ("1,234.5%", "1234.5", "%", -1, 0, ("thousands", "unit")),
    ("5‰", "5", "‰", 0, 0, ("unit",)),
    ("17.8/10万", "17.8", "/10万", -1, 0, ("unit",)),
    ("17.8 1/10万", "17.8", "1/10万", -1, 0, ("unit",)),
    ("17.81/10万", "17.81", "/10万", -2, 0, ("unit",)),
    ("10/10万", "10", "/10万", 0, 0, ("unit",)),
    ("5/万", "5", "/万", 0, 0, ("unit",)),
    ("5 1/万", "5", "1/万", 0, 0, ("unit",)),
    ("５／１０万", "5", "/10万", 0, 0, ("full_width", "unit")),
    ("37张/千人", "37", "张/千人", 0, 0, ("unit",)),
    ("5元/人·年", "5", "元/人·年", 0, 0, ("unit",)),
    ("5 km²", "5", "km²", 0, 0, ("unit",)),
    ("50年", "50", "年", 0, 0, ("unit",)),
    ("5万", "50000", "", 4, 4, ("scaled",)),
    ("5万元", "50000", "元", 4, 4, ("scaled",)),
    ("5.0 万 元", "50000", "元", 3, 4, ("scaled",)),
    ("0.5亿元", "50000000", "元", 7, 8, ("scaled",)),
    ("23.41万人", "234100", "人", 2, 4, ("scaled",)),
    ("-0万元", "0", "元", 4, 4, ("scaled",)),
    ("５万元", "50000", "元", 4, 4, ("full_width", "scaled")),
]

#: Kind, then texts that are refused as such.
REFUSED: list[tuple[str, ...]] = [
    ("error_value", "#DIV/0!", "#N/A", "#REF!", "＃VALUE！"),
    ("formula", "=1+1", "＝A1", "=5"),
    ("boolean", "true", "False", "yes", "NO", "on", "y", "是", "否"),
    ("not_finite", "NaN", "nan", ".nan", "inf", "-Infinity", "+.INF", "∞", "无穷大"),
    ("points", "1.5百分点", "提高1.5个百分点", "80 个百分点"),
    ("words", "约80", "80左右", "80以上", "50%以上", "近80", "80多", "10多人", "80余", "超过80", "不到5"),
    ("words", "5不足", "几十", "80约", "至少5", "不低于5", "大概5", "5以内", ">5", "≥5", ">=5", "~5", "＞5"),
    ("words", "5人左右", "2年多"),
    ("tenths", "八成", "8成", "8折", "8成半", "八成半"),
    ("date", "2019-01-01", "2019/1/1", "2019.1.1", "2019年1月", "2019年1月1日"),
    ("clock", "1:30", "1：30", "12:30:45"),
    ("radix", "0x1F", "0o7", "0b1", "0X1f", "0x"),
    ("underscore", "1_000", "1_0", "78._5"),
    ("exponent", "1e3", "1E3", "1.5e-3", "5e3人", "5x10", "5×10^3", "5*10"),
    ("range", "80-85", "80~85", "80至85", "80%-85%", "80到85", "80—85", "80–85", "1..2", "5-2", "80 - 85"),
    ("unit_alone", "1/10万", "1/10 万", "1 /10万", "1 / 10 万", "+1/10万", "-1/10万", "1/万", "1/1000"),
    ("unit_alone", "１／１０万", "1/10万人"),
    ("fraction", "1/2", "3/4", "3/100", "31/1000", "5/11", "百分之八十", "三分之二", "½", "2½", "1/12"),
    ("leading_zero", "007", "00", "01.5", "-01", "000", "01/10万", "00.5", "0１"),
    ("point", ".5", "-.5", "5.", "5.人", "1.5.", "5.%"),
    ("thousands", "1,23", "12,34", "1234,567", "0,123", "1,234,56", "1.234,5", "80，85", "1,2341/10万"),
    ("thousands", "1,2345", "1,234.567,8"),
    ("chinese", "三十", "八十五", "一", "〇", "两", "二所", "叁佰", "百"),
    ("two_numbers", "80 85", "1 000", "1\xa0234", "1'234", "12人34", "5万5", "5万5千", "1.2.3", "5人,6人"),
    ("two_numbers", "50[1]", "5÷2"),
    ("not_a_number", "", " ", "-", "+", ".", ",", "%", "—", "/", "/10万", "无", "张", "a5", "%5", "人5", "$5"),
    ("not_a_number", "(5)", "--5", "+-5", "- 5", "'5", '"5"', "@5", ",123", "80+", "80-", "5;", "5。", "5*"),
    ("not_a_number", "已完成", "无折"),
    ("not_a_number", "5!", "5?", "50↓", "12\n%", "78.5\u2003%", "\u20035"),
    ("hidden", "5\u200b", "\ufeff5", "5\u202e", "5\ufe0f", "𝟓", "５𝟓", "5\x00", "5μg", "\u28005", "5\r"),
    ("too_many_digits", "1234567890123456", "0.30000000000000004", "1" + "0" * 20, "1.000000000000000"),
    ("too_many_digits", "1234567890123456万元"),
    ("too_long", "1" * (LONGEST + 1), " " * 1000),
]

#: Digits of other scripts, raised, circled or Roman: no digits of ours, alone or beside one.
FOREIGN = ["²", "①", "③", "Ⅲ", "ⅷ", "٣", "۵", "८", "๓", "߃", "〡", "㊄", "⒌", "₅", "𐄷", "᠕", "㉈", "🄂"]


@pytest.mark.parametrize(("text", "value"), TAKEN)
def test_plain_numbers_are_taken(text: str, value: str) -> None:
    """Digits with one decimal point and a sign are taken without a note, exactly."""
    reading = read_number(text)
    assert isinstance(reading, Written)
    assert (Decimal(value), "", 0, ()) == (reading.value, reading.unit_text, reading.scale, reading.forms)


@pytest.mark.parametrize(("text", "value", "unit", "place", "scale", "forms"), NOTED)
def test_forms_are_taken_with_a_note(
    text: str, value: str, unit: str, place: int, scale: int, forms: tuple[str, ...]
) -> None:
    """Each accepted form gives its exact value, its last place, and the notes that say what was understood."""
    assert Written(Decimal(value), unit, place, scale, forms) == read_number(text)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, *texts in REFUSED for text in texts])
def test_everything_else_is_refused(kind: str, text: str) -> None:
    """What is no number of ours is refused, by the kind that says what to write instead."""
    assert Refused(kind) == read_number(text)


def test_every_kind_of_refusal_is_tried() -> None:
    """The table above has an example of every row of the grammar's own."""
    assert {kind for kind, _ in REFUSALS} <= {kind for kind, *_ in REFUSED}


@pytest.mark.parametrize("digit", FOREIGN)
@pytest.mark.parametrize("pattern", ["{}", "8{}", "{}8", "8.{}", "8{}%", "-{}", "8{}.5", "8 {}"])
def test_foreign_digits_are_refused(digit: str, pattern: str) -> None:
    """NFKC would read ² as 2 and ٣ as 3; a figure with one is refused."""
    assert isinstance(read_number(pattern.format(digit)), Refused)


@pytest.mark.parametrize("mark", ["\u0301", "\u0308", "\u20e3", "\u0338", "\u3099", "\u0300"])
@pytest.mark.parametrize("pattern", ["5{}", "5{}%", "5%{}", "5万{}", "5万元{}", "{}5", "5.{}5"])
def test_combining_characters_are_refused(mark: str, pattern: str) -> None:
    """A mark set over a digit or a unit (5̸) may take back what it stands on."""
    assert isinstance(read_number(pattern.format(mark)), Refused)


RATE = ("1/10万", ("/10万",))

UNITS = [
    ("78.5", "%", (), "78.5"),
    ("78.5%", "%", (), "78.5"),
    ("78.5 ％", "%", (), "78.5"),
    ("5%%", "%", (), None),
    ("5%人", "%", (), None),
    ("5人%", "%", (), None),
    ("5‰", "%", (), None),
    ("5‱", "‰", (), None),
    ("78.5人", "%", (), None),
    ("17.8/10万", *RATE, "17.8"),
    ("17.8 1/10万", *RATE, "17.8"),
    ("17.8/万", *RATE, None),
    ("17.8/10万人", *RATE, None),
    ("17.8/100000", *RATE, None),
    ("17.8万", *RATE, None),
    ("17.8万/10万", *RATE, None),
    ("0.5/100", "%", (), None),
    ("37张/千人", "张/千人", ("张每千人",), "37"),
    ("37张每千人", "张/千人", ("张每千人",), "37"),
    ("37张", "张/千人", (), None),
    ("37千人", "张/千人", (), None),
    ("37张/千人口", "张/千人", (), None),
    ("37万", "张/千人", (), None),
    ("37万张/千人", "张/千人", (), None),
    ("5", "万元", (), "5"),
    ("5万元", "万元", (), "5"),
    ("0.5亿元", "万元", (), "5000"),
    ("5万", "万元", (), None),
    ("5亿", "万元", (), None),
    ("5元", "万元", (), None),
    ("50000元", "万元", (), None),
    ("5千元", "万元", (), None),
    ("5万万元", "万元", (), None),
    ("5亿万元", "万元", (), None),
    ("5万亿元", "万元", (), None),
    ("5万人", "万元", (), None),
    ("5万万元", "元", (), None),
    ("5万元", "元", (), "50000"),
    ("5万", "元", (), "50000"),
    ("5亿元", "元", (), "500000000"),
    ("23.41万人", "人", (), "234100"),
    ("23.41万户", "人", (), None),
    ("3万人次", "人", (), None),
    ("3人次", "人", (), None),
    ("3万人次", "人次", (), "30000"),
    ("1500万人次", "万人次", (), "1500"),
    ("3万名", "人", ("名",), "30000"),
    ("3万元", "人", ("万元",), None),
    ("5万元/月", "元/月", (), None),
    ("5万", "元/月", (), None),
    ("5万", "%", (), None),
    ("5万%", "%", (), None),
    ("5万", "‰", (), None),
    ("5万", "年", (), None),
    ("5万年", "年", (), None),
    ("5万", "每千人床位", (), None),
    ("2019年", "个", (), None),
    ("5m²", "平方米", (), "5"),
    ("5㎡", "平方米", (), "5"),
    ("5平方米", "m²", (), "5"),
    ("5(预计)", "人", (), None),
    ("5 人", "人", (), "5"),
    ("5人人", "人", (), None),
]


@pytest.mark.parametrize(("text", "unit", "forms", "value"), UNITS)
def test_a_unit_counts_only_as_a_whole(text: str, unit: str, forms: tuple[str, ...], value: str | None) -> None:
    """What stands behind a number is one of the unit's written forms, or the figure is not taken."""
    reading = read_number(text)
    amount = in_unit(reading, unit, forms) if isinstance(reading, Written) else None
    assert (None if value is None else Decimal(value)) == amount


@pytest.mark.parametrize(
    ("text", "unit", "half"),
    [
        ("3380", "张", "0"),
        ("1,234", "人", "0"),
        ("78.5", "%", "0.05"),
        ("82.0", "%", "0.05"),
        ("82.00%", "%", "0.005"),
        ("23.41万", "人", "50"),
        ("23万人", "人", "5000"),
        ("5.0万元", "万元", "0.05"),
        ("5万元", "万元", "0.5"),
        ("0.5亿元", "万元", "500"),
        ("5.25", "万元", "0.005"),
    ],
)
def test_half_a_unit_of_the_last_digit(text: str, unit: str, half: str) -> None:
    """A written number stands for half a unit of its last digit to either side; a whole number is exact."""
    reading = read_number(text)
    assert isinstance(reading, Written)
    assert Decimal(half) == half_place(reading, unit)


NO_YEAR = (None, False)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2019", (2019, False)),
        ("2008", (2008, False)),
        ("3019", (3019, False)),
        ("２０１９", (2019, True)),
        ("2019年", (2019, True)),
        ("２０１９年", (2019, True)),
        *((text, NO_YEAR) for text in ("", "年", "19", "20190", "0019", "2019年年", "2019 年", " 2019", "2019\n")),
        *((text, NO_YEAR) for text in ("+2019", "-2019", "2,019", "2019.0", "2019年度", "2019.", "2e3", "二〇一九")),
        *((text, NO_YEAR) for text in ("2018-2019", "2019-01-01", "201９\u200b", "٢٠١٩", "²⁰¹⁹", "𝟐𝟎𝟏𝟗", "2019%")),
    ],
)
def test_a_year_is_four_digits(text: str, year: tuple[int | None, bool]) -> None:
    """Four digits; full-width ones and a trailing 年 with a note; nothing else of the grammar."""
    assert year == read_year(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("80", "80"),
        ("-0.5", "-0.5"),
        ("+3", "3"),
        ("0.000000000000001", "0.000000000000001"),
        *((text, None) for text in ("", "８０", "1,000", "80%", "010", ".5", "5.", "1e3", " 5", "5\n", "٣", "nan")),
        *((text, None) for text in ("1234567890123456", "0.30000000000000004", "0" * 300, "1_0", "0x1")),
    ],
)
def test_catalogues_write_plain_numbers(text: str, value: str | None) -> None:
    """A catalogue's number is a plain decimal of at most fifteen digits; no other form is taken."""
    assert (None if value is None else Decimal(value)) == read_plain(text)


@pytest.mark.parametrize(
    ("value", "text", "with_groups"),
    [
        ("5E+4", "50000", "50,000"),
        ("-0", "0", "0"),
        ("-0.00", "0.00", "0.00"),
        ("-0E+4", "0", "0"),
        ("1234567.50", "1234567.50", "1,234,567.50"),
        ("-1E-7", "-0.0000001", "-0.0000001"),
    ],
)
def test_plain_notation(value: str, text: str, with_groups: str) -> None:
    """No exponent and no "-0", with the digits the value has."""
    assert (text, with_groups) == (plain(Decimal(value)), grouped(Decimal(value)))


@pytest.mark.parametrize(("unit", "scale"), [("万元", 4), ("亿元", 8), ("元", 0), ("1/万", 0), ("", 0), ("万", 4)])
def test_scale_of_a_unit(unit: str, scale: int) -> None:
    """Only a unit's own leading 万 or 亿 scales it."""
    assert scale == scale_of(unit)


@pytest.mark.parametrize(
    ("unit", "is_count"),
    [("人", True), ("元", True), ("%", False), ("元/月", False), ("元·月", False), ("年", False), ("岁", False)],
)
def test_what_may_be_scaled(unit: str, is_count: bool) -> None:
    """万 and 亿 are for counts and money: no share, no rate, no length of time."""
    assert is_count == countable(unit)


def plain_decimals() -> st.SearchStrategy[str]:
    """Plain decimals of at most fifteen digits, as they are written."""
    digits = st.integers(0, 10**MOST_DIGITS - 1).map(str)
    return st.builds(_pointed, st.sampled_from(["", "-", "+"]), digits, st.integers(0, MOST_DIGITS))


def _pointed(sign: str, digits: str, places: int) -> str:
    whole, part = (digits, "") if not places else (digits[:-places] or "0", digits[-places:])
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def wide(text: str) -> str:
    """The same text in full-width forms."""
    return "".join(chr(ord(character) + 0xFEE0) for character in text)


#: What numbers, units and their misuse are written with: random text of it comes near the grammar's edges.
NEAR = st.text("0123456789.,+-/%‰万亿千百人元张年月··  １２．％約约成多e_:xX²½①٣\u0301\u200b\n=#()至", max_size=14)


@given(st.one_of(st.text(max_size=30), NEAR))
def test_any_text_is_written_or_refused(text: str) -> None:
    """No text raises; what is no number is refused with its kind."""
    assert type(read_number(text)) in (Written, Refused)


#: Units with the forms in which they may stand behind a number.
CUSTOMARY: list[tuple[str, tuple[str, ...]]] = [
    ("%", ()),
    RATE,
    ("张/千人", ("张每千人",)),
    ("万元", ()),
    ("元/月", ()),
]


@given(NEAR, st.sampled_from(CUSTOMARY))
def test_what_is_taken_is_a_number_and_a_whole_unit(text: str, unit: tuple[str, tuple[str, ...]]) -> None:
    """A figure that is taken is a plain number with nothing or one written form of its unit behind it."""
    reading = read_number(text)
    amount = in_unit(reading, *unit) if isinstance(reading, Written) else None
    forms = ("", unit[0], *unit[1], *(("亿元",) if unit[0] == "万元" else ()))
    bare = unicodedata.normalize("NFKC", text.replace("²", "!").replace("①", "!")).replace(" ", "")
    numbers = [bare.removesuffix(form).replace(",", "").strip() for form in forms if bare.endswith(form)]
    assert amount is None or any(read_plain(number) is not None for number in numbers)


@given(plain_decimals())
def test_plain_decimals_round_trip(text: str) -> None:
    """Any plain decimal of at most fifteen digits is read exactly as it is written."""
    reading = read_number(text)
    assert isinstance(reading, Written)
    assert (Decimal(text), text.lstrip("+-")) == (reading.value, plain(abs(reading.value)))
    assert Decimal(text) == read_plain(text)


@given(plain_decimals())
def test_full_width_equals_narrow(text: str) -> None:
    """Full-width digits and signs are the same figure, with a note."""
    narrow, full = read_number(text), read_number(wide(text))
    assert isinstance(narrow, Written)
    assert narrow._replace(forms=("full_width",)) == full


@given(st.integers(0, 10**MOST_DIGITS - 1))
def test_thousands_separators_stand_in_their_places(number: int) -> None:
    """Separators in their right places change nothing; one moved by a digit is refused."""
    reading = read_number(f"{number:,}")
    assert isinstance(reading, Written)
    assert Decimal(number) == reading.value
    assert isinstance(read_number(f"{number:,}0" if number > 999 else f"{number},0"), Refused)
