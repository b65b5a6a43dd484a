"""The number format of each cell style of a workbook."""

from anju_cli.readers.workbooks.book import BookError
from anju_cli.readers.workbooks.built_in_formats import BUILT_IN
from anju_cli.readers.workbooks.number_formats import NumberFormat, read_format
from anju_cli.readers.workbooks.xlsx_package import Elements, Package

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
