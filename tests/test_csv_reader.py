"""CSV files as spreadsheets write them, and as they should not: bytes to reports, or a fault with its place."""

import codecs
import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju_cli.catalogue import Catalogue
from anju_cli.loading import load_catalogue
from anju_cli.loading.files import read_bytes
from anju_cli.loading.reports import ReportFile, has_known_key, interpret
from anju_cli.places import written_place
from anju_cli.readers import Vocabulary
from anju_cli.readers.content import Content
from anju_cli.readers.sheets.csv_reader import read_csv
from anju_cli.submission import Submission
