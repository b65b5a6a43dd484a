"""The workbooks among the samples of codes and the cases: how each is made, byte by byte the same each time.

`python tests/sample_workbooks.py` writes them anew.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.workbooks import styles, usual_parts, worksheet

ROOT = Path(__file__).parent.parent
CODES, CASES = ROOT / "anju_cli" / "codes", ROOT / "tests" / "cases"
_KINDERGARTENS, _SHARED = "公办和普惠性民办幼儿园覆盖率", "普惠性幼儿园覆盖率"


def _zipped(parts: Mapping[str, str]) -> bytes:
    """A ZIP file of parts, all of one day."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, ZIP_DEFLATED)
    return file.getvalue()


def _text(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def report(indicator: str, cell: str, code: str = "0.00", hidden: str = "") -> bytes:
    """A report of one figure: its cell as XML, the number format of style 1, and what the row says of itself."""
    head = "".join(
        _text(f"{letter}2", name) for letter, name in zip("ABC", ("指标名称", "计量单位", "完成值"), strict=True)
    )
    figure = _text("A3", indicator) + _text("B3", "%") + cell
    rows = f'<row r="1">{_text("A1", "年度:2019")}</row><row r="2">{head}</row><row r="3"{hidden}>{figure}</row>'
    return _zipped({**usual_parts(), "xl/styles.xml": styles(code), "xl/worksheets/sheet1.xml": worksheet(rows)})


#: What stands in the cell of the figure, by code: (bad, good).
_CELLS = {
    "ANJ308": ('<c r="C3"><f>D3/E3*100</f><v>78.5</v></c>', '<c r="C3"><v>78.5</v></c>'),
    "ANJ309": ('<c r="C3" s="1"><v>78.54</v></c>', '<c r="C3" s="1"><v>78.5</v></c>'),
    "ANJ310": ('<c r="C3"><v>78.300000000000011</v></c>', '<c r="C3"><v>78.3</v></c>'),
}
_PLAIN = '<c r="C3"><v>78.5</v></c>'


def samples() -> dict[Path, bytes]:
    """Every file with its bytes."""
    renamed = f"年度,指标名称,完成值\n2019,{_KINDERGARTENS},78.5\n".encode()
    files = {
        CODES / "ANJ015/bad.xlsx": renamed,
        CODES / "ANJ015/good.xlsx": report(_KINDERGARTENS, _PLAIN),
        CODES / "ANJ119/bad.xlsx": report(_KINDERGARTENS, _PLAIN, hidden=' hidden="1"'),
        CODES / "ANJ119/good.xlsx": report(_KINDERGARTENS, _PLAIN),
        CASES / "ANJ015/report.xlsx": renamed,
        CASES / "ANJ119/report.xlsx": report(_SHARED, _PLAIN, hidden=' hidden="1"'),
    }
    for code, (bad, good) in _CELLS.items():
        files[CODES / code / "bad.xlsx"] = report(_KINDERGARTENS, bad, "0.0")
        files[CODES / code / "good.xlsx"] = report(_KINDERGARTENS, good, "0.0")
        files[CASES / code / "report.xlsx"] = report(_SHARED, bad, "0.0")
    for kind, cell in _REFUSED.items():
        files[CASES / f"ANJ201-{kind}" / "report.xlsx"] = report(_SHARED, cell, _FORMATS.get(kind, "0.0"))
    return files


#: Cells from which no figure is taken, by the kind of ANJ201.
_REFUSED = {
    "excel-date": '<c r="C3" s="1"><v>43467</v></c>',
    "formula-without-value": '<c r="C3"><f>D3/E3*100</f></c>',
    "shown-otherwise": '<c r="C3" s="1"><v>78.5</v></c>',
}
_FORMATS = {"excel-date": "m-d", "shown-otherwise": ";;;"}


def main() -> None:
    """Write them."""
    for path, content in samples().items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
