"""A department's return as a clerk fills it in, and the way it goes through LibreOffice into other formats."""

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # nobody has written its types

#: Where it stands on this machine, if it does.
LIBREOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed (soffice)")
#: Suffix to the name of LibreOffice's filter.
FILTERS = {"xlsx": "xlsx:Calc MS Excel 2007 XML", "xls": "xls:MS Excel 97", "ods": "ods:calc8"}

_HEAD = ("序号", "指标名称", "计量单位", "完成值", "分子", "分母", "上年数", "来源", "备注")


def filled_return() -> bytes:
    """A title over merged cells, a head, cells in per cent, a formula, hidden places, a date, a hidden row and column.

    The formula stands without its value, as XlsxWriter leaves it: LibreOffice works it out.
    """
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("填报表")
        share, whole, day = (book.add_format({"num_format": code}) for code in ("0%", "0", "m-d"))
        sheet.merge_range("A1:I1", "安居区基本公共服务指标填报表", book.add_format({"align": "center"}))
        sheet.write_string("A2", "填报单位:区民政局")
        sheet.write_string("H2", "年度:2019")
        sheet.write_row("A3", _HEAD)
        sheet.write_row("A4", (1, "护理型床位比例", "%"))
        sheet.write_number("D4", 0.284, share)
        sheet.write_row("A5", (2, "每千名老年人拥有养老床位", "张/千人"))
        sheet.write_formula("D5", "=ROUND(E5/F5*1000,1)", None, "")
        sheet.write_row("E5", (3320, 100_000))
        sheet.write_row("A6", (3, "农村低保标准", "元/人·年"))
        sheet.write_number("D6", 4100.4, whole)
        sheet.write_row("A7", (4, "孤儿基本生活费领取率", "%"))
        sheet.write_number("D7", 43_467, day)
        sheet.write_row("A8", (5, "城市社区养老服务设施覆盖率", "%", 0.1 + 0.2))
        sheet.set_row(7, None, None, {"hidden": True})
        sheet.set_column("G:G", None, None, {"hidden": True})
        sheet.write_number("G4", 27)
        sheet.write_formula("D9", "=1/0", None, "#DIV/0!")
        sheet.write_row("A10", ("填表人:张三", "", "审核人:李四"))
    return file.getvalue()


def converted(source: bytes, suffix: str, folder: Path) -> bytes:
    """A workbook saved anew by LibreOffice; its profile stays in the folder."""
    assert LIBREOFFICE is not None
    (folder / "source.xlsx").write_bytes(source)
    profile = (folder / "profile").absolute().as_uri()
    command = [LIBREOFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", FILTERS[suffix]]
    subprocess.run(
        [*command, "--outdir", str(folder / "saved"), str(folder / "source.xlsx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / "saved" / f"source.{suffix}").read_bytes()


def main(folder: Path, scratch: Path) -> None:
    """Make the samples anew."""
    for suffix in FILTERS:
        (folder / f"libreoffice.{suffix}").write_bytes(converted(filled_return(), suffix, scratch))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
