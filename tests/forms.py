"""Forms as clerks get them: made from a catalogue, and filled in as a clerk does, whatever their format."""

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import load_workbook

from anju_cli.catalogue import Catalogue
from anju_cli.loading import load_shipped
from anju_cli.submission import FIGURE_KEYS, REPORT_KEYS
from anju_cli.templates import TEMPLATE_FORMATS
from anju_cli.templates.rows import Assignment, Template, template_of

#: What is filled in, by the row's key and the figure's.
Filling = Mapping[str, Mapping[str, str]]


def shipped() -> Catalogue:
    """The catalogue that comes with anju."""
    catalogue = load_shipped().catalogue
    assert catalogue is not None
    return catalogue


def form(
    department: str | None = "区民政局",
    previous: Mapping[str, str] | None = None,
    lang: str = "zh",
    catalogue: Catalogue | None = None,
) -> Template:
    """The form of a department for 2019."""
    return template_of(catalogue or shipped(), Assignment(2019, department, previous or {}, lang), "report.schema.json")


def content(template: Template, format_: str) -> bytes:
    """The bytes of its file."""
    written = TEMPLATE_FORMATS[format_].load()(template)
    return written if isinstance(written, bytes) else written.encode()


def _column(key: str, lang: str) -> str:
    return key if lang == "en" else {**REPORT_KEYS, **FIGURE_KEYS}[key][0]


def _filled_yaml(raw: bytes, filling: Filling, lang: str) -> bytes:
    """Each value behind its colon."""
    lines, row = [], ""
    for line in raw.decode().splitlines():
        if line.startswith("  ") and not line.startswith(("    ", "  #")):
            row = line.strip().removesuffix(":")
            row = json.loads(row) if row.startswith('"') else row
        key = next((key for key in FIGURE_KEYS if line.startswith(f"    {_column(key, lang)}:")), "")
        value = filling.get(row, {}).get(key, "")
        lines.append(f"    {_column(key, lang)}: {value}" if value else line)
    return ("\n".join(lines) + "\n").encode()


def _filled_json(raw: bytes, filling: Filling, lang: str) -> bytes:
    report = json.loads(raw)
    figures = report[_column("figures", lang)]
    for row, values in filling.items():
        figures[row] |= {_column(key, lang): value for key, value in values.items()}
    return json.dumps(report, ensure_ascii=False).encode()


def _filled_csv(raw: bytes, filling: Filling, lang: str) -> bytes:
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    head = rows[1]
    for row in rows[2:]:
        for key, value in filling.get(row[1], {}).items():
            row[head.index(_column(key, lang))] = value
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return ("\ufeff" + out.getvalue()).encode()


def _filled_xlsx(raw: bytes, filling: Filling, lang: str) -> bytes:
    """Numbers become numbers, as a spreadsheet takes what is typed."""
    book = load_workbook(io.BytesIO(raw))
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[3]]
    for row in sheet.iter_rows(min_row=4):
        for key, value in filling.get(str(row[1].value), {}).items():
            cell = row[head.index(_column(key, lang))]
            assert not cell.protection.locked
            is_number = value.replace(".", "", 1).isdecimal() and cell.number_format != "@"
            cell.value = (float(value) if "." in value else int(value)) if is_number else value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


_FILLERS: dict[str, Callable[[bytes, Filling, str], bytes]] = {
    "yaml": _filled_yaml,
    "json": _filled_json,
    "csv": _filled_csv,
    "xlsx": _filled_xlsx,
}


def filled(raw: bytes, format_: str, filling: Filling, lang: str = "zh") -> bytes:
    """A form filled in, and nothing else changed."""
    return _FILLERS[format_](raw, filling, lang)


def written(folder: Path, raw: bytes, format_: str) -> Path:
    """The file that it is sent back as."""
    path = folder / f"return{TEMPLATE_FORMATS[format_].suffixes[0]}"
    path.write_bytes(raw)
    return path
