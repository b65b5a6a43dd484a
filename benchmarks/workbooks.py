"""A hundred workbooks of seventy rows: anju's check against frictionless, and reading alone against openpyxl.

    pip install '.[benchmarks]'
    python -m benchmarks.workbooks [--rounds 5] [--files 100]

Each workbook is the return of a region, written by XlsxWriter: a title, a head, seventy indicators with value, parts,
last year's figure and source, and it is sound. anju reads, checks and judges every figure and writes every message as
JSON, a whole process from start to exit on two processors. frictionless validates the same files against a schema of
names and types, by its Python API in one process, whose start is not counted. Each in turn; medians.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import xlsxwriter  # type: ignore[import-untyped]  # nobody has written its types

from anju_cli.catalogue import Catalogue, Indicator
from anju_cli.loading import load_shipped
from benchmarks.many import Cost, anju

ROWS, HEAD_ROW, DENOMINATOR = 70, 3, 1000
HEAD = ("序号", "指标名称", "计量单位", "统计口径", "完成值", "分子", "分母", "上年数", "来源", "备注")

#: Parts of anju's time on the clock, and of the processor's time for reading, that the other may be.
SHOULD_REACH = {"check": 0.4, "aim": 0.25, "read": 0.3}

FRICTIONLESS = """\
import sys, time, glob
from frictionless import Dialect, Resource, Schema
schema = Schema.from_descriptor({"fields": [
    {"name": "序号", "type": "integer"}, {"name": "指标名称", "type": "string", "constraints": {"required": True}},
    {"name": "计量单位", "type": "string"}, {"name": "统计口径", "type": "string"},
    {"name": "完成值", "type": "number", "constraints": {"minimum": 0}},
    {"name": "分子", "type": "number"}, {"name": "分母", "type": "number"}, {"name": "上年数", "type": "number"},
    {"name": "来源", "type": "string"}, {"name": "备注", "type": "string"},
]})
def validate(path):
    report = Resource(path=path, schema=schema, dialect=Dialect(header_rows=[3])).validate()
    assert report.valid, report.flatten(["note"])[:3]
paths = sorted(glob.glob("*.xlsx"))
validate(paths[0])
began = time.perf_counter(), time.process_time()
for path in paths:
    validate(path)
print(time.perf_counter() - began[0], time.process_time() - began[1])
"""
OPENPYXL = """\
import sys, time, glob, openpyxl
began = time.perf_counter(), time.process_time()
for path in sorted(glob.glob("*.xlsx")):
    for sheet in openpyxl.load_workbook(path):
        cells = [(cell.value, cell.number_format) for row in sheet.iter_rows() for cell in row]
print(time.perf_counter() - began[0], time.process_time() - began[1])
"""
READER = """\
import sys, time, glob
from anju_cli.readers.workbooks.xlsx_reader import read_book
began = time.perf_counter(), time.process_time()
for path in sorted(glob.glob("*.xlsx")):
    with open(path, "rb") as file:
        assert read_book(file.read()).fault is None
print(time.perf_counter() - began[0], time.process_time() - began[1])
"""


def workbook(path: Path, number: int, indicators: dict[str, Indicator]) -> None:
    """One region's return, filled into a form with borders, locks, formats and messages; no two are quite alike."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("填报表")
        head, fixed = (book.add_format({"border": 1, "text_wrap": True, "bold": bold}) for bold in (True, False))
        entry, amount = (book.add_format({"border": 1, "locked": False, "num_format": code}) for code in ("@", "0.00"))
        sheet.merge_range(0, 0, 0, len(HEAD) - 1, "基本公共服务指标填报表", head)
        sheet.write_row(1, 0, (f"地区:第{number:03d}县", "", "", "", "年度:2019"))
        sheet.write_row(2, 0, HEAD, head)
        sheet.set_column(1, 1, 30)
        for place, indicator in enumerate(indicators.values()):
            row, (value, *parts) = HEAD_ROW + place, figures(indicator, place, number)
            about = indicator.definition.zh if indicator.definition else ""
            sheet.write_row(row, 0, (place + 1, indicator.name.zh, indicator.unit, about), fixed)
            sheet.write_row(row, 4, (value, *parts, ""), amount)
            sheet.write_row(row, 8, (f"统计年报第{place + 1}行", ""), entry)
            message = {"validate": "any", "input_title": "完成值", "input_message": f"只填数, 单位: {indicator.unit}"}
            sheet.data_validation(row, 4, row, 4, message)
        sheet.protect()
        book.add_worksheet("填表说明").write_column(0, 0, ["只填数, 单位不写在格里。"] * 20)


def figures(indicator: Indicator, place: int, number: int) -> tuple[float | str, ...]:
    """A value within its range, with its parts where it has some."""
    numerator = 600 + 7 * place % 350 + number % 7
    if indicator.numerator and indicator.per:
        return float(indicator.per * numerator / DENOMINATOR), numerator, DENOMINATOR
    high = indicator.range[1] if indicator.range[1] is not None else 90
    return float(high - number % 3), "", ""


def with_numbers(catalogue: Catalogue) -> dict[str, Indicator]:
    """The first indicators that are numbers, as many as a return has rows."""
    numbers = {id_: each for id_, each in catalogue.indicators.items() if not each.grades and each.unit}
    return dict(list(numbers.items())[:ROWS])


def main() -> None:
    """Measure each in turn, and print what was measured beside what should be reached."""
    parser = argparse.ArgumentParser(description="What checking workbooks takes")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--files", type=int, default=100)
    options = parser.parse_args()
    catalogue = load_shipped().catalogue
    if catalogue is None:
        sys.exit("the shipped catalogue is broken")
    programs = {"frictionless": FRICTIONLESS, "openpyxl": OPENPYXL, "reader": READER}
    costs: dict[str, list[Cost]] = {name: [] for name in ("anju", *programs)}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(options.files):
            workbook(Path(folder) / f"{number:03d}.xlsx", number, with_numbers(catalogue))
        for _ in range(options.rounds):
            costs["anju"].append(anju(folder, 2))
            for name, program in programs.items():
                costs[name].append(measured(program, folder))
    report({name: Cost(*map(median, zip(*rounds, strict=True))) for name, rounds in costs.items()})


def measured(program: str, folder: str) -> Cost:
    """What a program takes that prints its own times."""
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, check=False, text=True)
    if done.returncode:
        sys.exit(f"{done.stderr}\nIs all of it there? pip install '.[benchmarks]'")
    wall, processor = map(float, done.stdout.split())
    return Cost(wall, processor, 0, 0)


def report(costs: dict[str, Cost]) -> None:
    """Print the times and their ratios."""
    for name, cost in costs.items():
        memory = f", largest process {cost.largest:.0f} MiB" if cost.largest else ""
        print(f"{name:14}{cost.wall:6.2f} s on the clock, {cost.processor:.2f} s of processors{memory}")
    check = costs["anju"].wall / costs["frictionless"].wall
    print(f"anju's check / frictionless   {check:.2f} on the clock (should: <= {SHOULD_REACH['check']},"
          f" aim {SHOULD_REACH['aim']})")  # fmt: skip
    read = costs["reader"].processor
    print(f"reading alone                 {read:.2f} s of processors (should: <= {SHOULD_REACH['read']}),"
          f" {read / costs['openpyxl'].processor:.2f} of openpyxl's")  # fmt: skip


if __name__ == "__main__":
    main()
