"""What the benchmark reads: one report of the shipped catalogue's indicators, a schema for it, a bare Typer program.

Run as `python inputs.py FOLDER`; a process of its own, so that what measures stays small.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from anju_cli.catalogue import Catalogue, Indicator
from anju_cli.loading import load_shipped
from anju_cli.loading.catalogue import shipped_path

#: How many figures a department's yearly return has, about.
FIGURES = 45
DENOMINATOR = 1000

HELLO = '''\
"""The least that a Typer program with a parameter can be."""

import typer

app = typer.Typer(add_completion=False)


@app.command()
def hello(name: str) -> None:
    print(f"hello {name}")


app()
'''


def with_parts(catalogue: Catalogue) -> dict[str, Indicator]:
    """The first indicators that are shares or ratios of countable things, as many as a return has."""
    counted = {
        id_: indicator
        for id_, indicator in catalogue.indicators.items()
        if indicator.numerator and indicator.denominator and indicator.per
    }
    return dict(list(counted.items())[:FIGURES])


def report(indicators: dict[str, Indicator]) -> str:
    """A report in which each figure has its numerator and denominator, and they agree."""
    lines = ["year: 2019", "sample: true", "figures:"]
    for place, (id_, indicator) in enumerate(indicators.items()):
        numerator = 600 + 7 * place
        value = indicator.per * numerator / DENOMINATOR if indicator.per else numerator
        lines += [
            f"  {id_}:",
            f"    value: {value:f}",
            f"    numerator: {numerator}",
            f"    denominator: {DENOMINATOR}",
            f'    source: "benchmark, line {place + 1}"',
        ]
    return "\n".join(lines) + "\n"


def schema(indicators: dict[str, Indicator]) -> dict[str, Any]:
    """What a careful JSON Schema would hold the same report to: names, types and ranges."""
    number, text = {"type": "number"}, {"type": "string"}
    shared = {"numerator": {"type": "number", "minimum": 0}, "denominator": {"type": "number", "exclusiveMinimum": 0}}
    figures = {
        id_: {
            "type": "object",
            "properties": {"value": number | _range(indicator), **shared, "source": text, "note": text},
            "required": ["value"],
            "additionalProperties": False,
        }
        for id_, indicator in indicators.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": {
            "region": text,
            "year": {"type": "integer", "minimum": 2008, "maximum": 2025},
            "sample": {"type": "boolean"},
            "figures": {"type": "object", "properties": figures, "additionalProperties": False},
        },
        "required": ["year", "figures"],
        "additionalProperties": False,
    }


def _range(indicator: Indicator) -> dict[str, float]:
    low, high = indicator.range or (None, None)
    bounds = {"minimum": low, "maximum": high}
    return {key: float(bound) for key, bound in bounds.items() if bound is not None}


def many(folder: Path, indicators: dict[str, Indicator], files: int) -> None:
    """Write three years of reports of many regions: every figure with its parts, no two regions quite alike."""
    for region, year in _returns(files):
        lines = [f"region: 第{region:03d}县", f"year: {year}", "figures:"]
        for place, (id_, indicator) in enumerate(indicators.items()):
            numerator = 600 + 7 * place % 350 + 3 * (year - 2018) + region % 7
            value = indicator.per * numerator / DENOMINATOR if indicator.per else numerator
            lines += [f"  {id_}:", f"    value: {value:f}", f"    numerator: {numerator}"]
            lines += [f"    denominator: {DENOMINATOR}"]
        (folder / f"{region:03d}-{year}.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def _returns(files: int) -> Iterator[tuple[int, int]]:
    """Regions and years of so many files."""
    return ((number // 3, 2018 + number % 3) for number in range(files))


#: How a figure goes wrong: in form, in unit, in size, or by a word for nothing.
FAULTS = (
    "约{0}",
    "{0}左右",
    "待报",
    "不适用",
    "",
    "０{0}",
    "1,2{0}",
    "{0}%",
    "{0}万",
    "-{0}",
    "abc",
    "1e5",
    "{0}.",
    "无",
)


def varied(folder: Path, indicators: dict[str, Indicator], files: int) -> None:
    """The same with values that do not repeat; three figures in a hundred are faulty, some state the year before.

    One file's region is written with an escape, which no look at its first bytes sees through.
    """
    chance = Random(7)  # noqa: S311 - the same files each time
    before: dict[tuple[int, str], str] = {}
    for region, year in _returns(files):
        name = f"第{region:04d}县" if (region, year) != (1, 2019) else f'"\\u7b2c{region:04d}县"'
        lines = [f"region: {name}", f"year: {year}", "figures:"]
        for id_, indicator in indicators.items():
            denominator = chance.randint(1000, 99_999)
            numerator = denominator * chance.randint(300, 980) // 1000
            text = f"{(indicator.per or 1) * numerator / denominator:.2f}"
            if chance.random() < FAULTY:
                text = chance.choice(FAULTS).format(text)
            lines += [
                f"  {id_}:",
                f"    value: {text}",
                f"    numerator: {numerator}",
                f"    denominator: {denominator}",
            ]
            if (region, id_) in before and chance.random() < FAULTY * 10:
                lines.append(f"    previous: {before[region, id_]}")
            before[region, id_] = text
        (folder / f"{region:04d}-{year}.yaml").write_text("\n".join(lines) + "\n", "utf-8")


#: The share of faulty figures.
FAULTY = 0.03


def write(folder: Path) -> None:
    """Write report.yaml, schema.json, hello.py and a catalogue of one's own to `folder`."""
    catalogue = load_shipped().catalogue
    if catalogue is None:
        sys.exit("the shipped catalogue is broken")
    indicators = with_parts(catalogue)
    (folder / "report.yaml").write_text(report(indicators), "utf-8")
    (folder / "schema.json").write_text(json.dumps(schema(indicators), indent=1), "utf-8")
    (folder / "hello.py").write_text(HELLO, "utf-8")
    text = Path(shipped_path()).read_text("utf-8")
    (folder / "targets.yaml").write_text(f"# as large as the shipped one, and not known to be sound\n{text}", "utf-8")


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description="What the benchmarks read")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--many", type=int, help="so many reports instead of one")
    parser.add_argument("--varied", action="store_true", help="values that do not repeat, three in a hundred faulty")
    asked = parser.parse_args()
    shipped = load_shipped().catalogue
    if shipped is None:
        sys.exit("the shipped catalogue is broken")
    if asked.many is None:
        write(asked.folder)
    else:
        (varied if asked.varied else many)(asked.folder, with_parts(shipped), asked.many)


if __name__ == "__main__":
    main()
