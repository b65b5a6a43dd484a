"""The number format of each cell style of a workbook."""

from anju_cli.readers.xlsx_formats import NumberFormat, read_format
from anju_cli.readers.xlsx_package import BookError, Elements, Package

#: Formats that a book names by number alone. Those of money differ by country; the ones here are the Chinese.
BUILT_IN: dict[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    5: '"¥"#,##0;"¥"-#,##0', 6: '"¥"#,##0;"¥"-#,##0', 7: '"¥"#,##0.00;"¥"-#,##0.00', 8: '"¥"#,##0.00;"¥"-#,##0.00',
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy/m/d h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ', 43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    48: "##0.0E+0", 49: "@", 59: "0", 60: "0.00", 61: "#,##0", 62: "#,##0.00", 67: "0%", 68: "0.00%",
    70: "# ??/??", 81: "d/m/yy",
    **dict.fromkeys((27, 31, 36, 50, 52, 57), "yyyy年m月d日"),
    **dict.fromkeys((28, 29, 30, 51, 53, 54, 58, 71, 72, 73, 74), "m月d日"),
    **dict.fromkeys((32, 33, 34, 35, 55, 56, 75, 76, 78, 79, 80), "h时mm分ss秒"),
    77: "yyyy年m月d日 h时mm分",
}  # fmt: skip

#: The longest format code that Excel takes.
_LONGEST_CODE = 255
#: No number of a format has more digits.
_MOST_DIGITS = 6


def read_styles(package: Package, part: str | None) -> dict[str, NumberFormat]:
    """The number format of each cell style by its index, as cells write it; the first is the usual one."""
    styles = _Styles(package)
    if part is not None:
        package.parse(part, styles.elements)
    return {str(index): style for index, style in enumerate(styles.formats or [read_format("General")])}


class _Styles:
    """The part of styles while it is parsed. Formats of conditional styles, which stand apart, are not cells'."""

    def __init__(self, package: Package) -> None:
        self.budget = package.budget
        self.by_number: dict[int, NumberFormat] = {}
        self.formats: list[NumberFormat] = []
        self.group = ""

    @property
    def elements(self) -> Elements:
        """What to do with the elements of the part."""
        starts = {
            "styleSheet": self._end_group,
            "numFmts": lambda _: self._begin_group("numFmts"),
            "cellXfs": lambda _: self._begin_group("cellXfs"),
            "numFmt": self._number_format,
            "xf": self._cell_style,
        }
        return Elements("styleSheet", starts, {"numFmts": self._end_group, "cellXfs": self._end_group})

    def _begin_group(self, name: str) -> None:
        self.group = name

    def _end_group(self, _: dict[str, str] | None = None) -> None:
        self.group = ""

    def _number_format(self, attributes: dict[str, str]) -> None:
        code = attributes.get("formatCode", "")
        if len(code) > _LONGEST_CODE:
            raise BookError("damaged_sheet", sheet="", cell="", reason="format")
        if self.group == "numFmts":
            self.budget.spend("formats", 1)
            self.by_number[_number(attributes.get("numFmtId"))] = read_format(code)

    def _cell_style(self, attributes: dict[str, str]) -> None:
        if self.group == "cellXfs":
            number = _number(attributes.get("numFmtId"))
            self.formats.append(self.by_number.get(number) or read_format(BUILT_IN.get(number, "General")))


def _number(attribute: str | None) -> int:
    text = attribute or "0"
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else -1
