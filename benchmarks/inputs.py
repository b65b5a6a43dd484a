"""What the benchmark reads: one report of the shipped catalogue's indicators, a schema for it, a bare Typer program.

Run as `python inputs.py FOLDER`; a process of its own, so that what measures stays small.
"""

import json
import sys
from pathlib import Path
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


def many(folder: Path, indicators: dict[str, Indicator], regions: int = 500) -> None:
    """Write three years of reports of many regions: every figure with its parts, no two regions quite alike."""
    for region in range(regions):
        for year in (2018, 2019, 2020):
            lines = [f"region: 第{region:03d}县", f"year: {year}", "figures:"]
            for place, (id_, indicator) in enumerate(indicators.items()):
                numerator = 600 + 7 * place % 350 + 3 * (year - 2018) + region % 7
                value = indicator.per * numerator / DENOMINATOR if indicator.per else numerator
                lines += [f"  {id_}:", f"    value: {value:f}", f"    numerator: {numerator}"]
                lines += [f"    denominator: {DENOMINATOR}"]
            (folder / f"{region:03d}-{year}.yaml").write_text("\n".join(lines) + "\n", "utf-8")


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


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if "--many" in sys.argv:
        shipped = load_shipped().catalogue
        many(target, with_parts(shipped) if shipped else sys.exit("the shipped catalogue is broken"))
    else:
        write(target)
