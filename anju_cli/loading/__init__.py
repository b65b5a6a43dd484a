"""Paths to submissions, documents and diagnostics; and the catalogue."""

from anju_cli.loading.catalogue import Loaded, load_catalogue, load_shipped
from anju_cli.loading.paths import FileSearch, find_files
from anju_cli.loading.reports import ReportFile, load_report

__all__ = [
    "FileSearch",
    "Loaded",
    "ReportFile",
    "find_files",
    "load_catalogue",
    "load_report",
    "load_shipped",
]
