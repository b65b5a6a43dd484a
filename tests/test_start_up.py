"""What a command loads: nothing that it does not need. Held by names of modules, never by a clock."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REPORT = "data/reports/china-2018.yaml"

#: Runs the command line and says which modules are loaded when it ends.
RUN = """
import sys
sys.argv = ["anju", *sys.argv[1:]]
from anju_cli.__main__ import main
try:
    main()
finally:
    sys.stderr.write("\\n" + " ".join(sorted(sys.modules)) + "\\n")
"""

#: Runs the command line and says which files of codes were opened.
OPENED = """
import os, sys
sys.argv = ["anju", *sys.argv[1:]]
opened = set()
def note(event, arguments):
    folder, name = ("", *str(arguments[0]).replace(os.sep, "/").split("/"))[-2:] if event == "open" else ("", "")
    if folder.startswith("ANJ"):
        opened.add(f"{folder}/{name}")
sys.addaudithook(note)
from anju_cli.__main__ import main
try:
    main()
finally:
    sys.stderr.write("\\n" + " ".join(sorted(opened)) + "\\n")
"""

#: The least that our stack loads: a command with a parameter, libyaml. Typer brings much with it, whatever we do.
STACK = """
import sys
from typing import Any
import typer, yaml
app = typer.Typer(add_completion=False)
@app.command()
def hello(name: str, times: int = typer.Option(1)) -> None:
    yaml.load("one: 1", Loader=yaml.CSafeLoader)
sys.argv = ["hello", "world"]
try:
    app()
finally:
    sys.stderr.write("\\n" + " ".join(sorted(sys.modules)) + "\\n")
"""

#: What `check` may load of Python itself beyond that: the collector, to rest it to the end; the widths of characters;
#: exact numbers; JSON and checksums, for the compiled catalogue.
OURS = {
    *("gc", "atexit", "unicodedata", "decimal", "_decimal", "numbers", "_sha2", "_sha256"),
    *("json", "_json", "json.decoder", "json.encoder", "json.scanner"),
}


def loaded(script: str, *arguments: str) -> set[str]:
    """What a process has loaded when it ends, as its script says; its output goes into a pipe."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith(("COV", "ANJU_", "FORCE_COLOR"))}
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, encoding="utf-8", check=False)
    *said, modules = done.stderr.splitlines()
    assert (0, []) == (done.returncode, [line for line in said if line])
    return set(modules.split())


@pytest.fixture(scope="module")
def checking() -> set[str]:
    """What `anju check` of one report into a pipe has loaded."""
    return loaded(RUN, "check", REPORT)


def test_check_loads_nothing_beyond_the_stack(checking: set[str]) -> None:
    """Besides anju itself, `check` loads what Typer and PyYAML load, and what OURS names."""
    more = {name for name in checking - loaded(STACK) if name.partition(".")[0] != "anju_cli"}
    assert set() == more - OURS


@pytest.mark.parametrize(
    "name",
    [
        "rich",
        "pydantic",
        "pydantic_core",
        "asyncio",
        "jsonschema",
        "click",
        "importlib_metadata",
        "markdown_it",
    ],
)
def test_check_into_a_pipe_does_without(name: str, checking: set[str]) -> None:
    """Nothing that only a terminal, a test or another program needs is loaded."""
    assert set() == {module for module in checking if module.partition(".")[0] == name}


@pytest.mark.parametrize(
    "name",
    [
        "anju_cli.commands.export",
        "anju_cli.commands.targets",
        "anju_cli.commands.explain",
        "anju_cli.commands.new",
        "anju_cli.templates",
        "anju_cli.texts.template_words",
        "xlsxwriter",
        "anju_cli.formats.json",
        "anju_cli.formats.markdown",
        "anju_cli.formats.colour",
        "anju_cli.formats.target_list",
        "anju_cli.formats.explanation",
        "anju_cli.texts.explain_words",
        "anju_cli.texts.glossary",
        "anju_cli.texts.schema_words",
        "anju_cli.schemas",
        "anju_cli.comparison",
        "anju_cli.outcome.changes",
        "anju_cli.formats.comparison_notes",
        "anju_cli.assessment.what_if",
        "anju_cli.run.by_department",
        "anju_cli.commands.department_pages",
        "anju_cli.catalogue.keys",
        "anju_cli.comparators.words",
        "anju_cli.commands.help_page",
        "anju_cli.texts.en",
        "anju_cli.codes.samples",
        "anju_cli.readers.sheets",
        "anju_cli.readers.csv",
        "anju_cli.readers.workbooks",
        "anju_cli.readers.own_marks",
        "anju_cli.marked_copies",
        "anju_cli.commands.marked_output",
        "anju_cli.texts.mark_words",
        "xlrd",
        "zipfile",
        "xml.parsers.expat",
    ],
)
def test_check_loads_no_other_command_format_or_language(name: str, checking: set[str]) -> None:
    """Only the command asked for is loaded, its format, and one language."""
    assert name not in checking


def test_check_reads_yaml_by_libyaml(checking: set[str]) -> None:
    """PyYAML's C parser is in use: the other takes ten times as long."""
    assert "yaml._yaml" in checking


def test_json_loads_no_other_format() -> None:
    """`--format json` loads neither the text nor the Markdown."""
    found = loaded(RUN, "check", "--format", "json", REPORT)
    assert {"anju_cli.formats.json"} == found & {"anju_cli.formats.json", "anju_cli.formats.markdown"}


def test_english_loads_no_chinese() -> None:
    """`--lang en` loads the English words alone."""
    found = loaded(RUN, "check", "--lang", "en", REPORT)
    assert {"anju_cli.texts.en"} == found & {"anju_cli.texts.en", "anju_cli.texts.zh"}


def test_a_clean_report_reads_no_words_of_codes() -> None:
    """Where nothing is found no code's folder is read: here but the report itself."""
    assert {"ANJ301/good.yaml"} == loaded(OPENED, "check", "anju_cli/codes/ANJ301/good.yaml")


def test_a_finding_reads_its_words_alone() -> None:
    """What is found is told in the words of its code in the language asked, and no others are read."""
    files = {"ANJ301/bad.yaml", "ANJ301/en.yaml"}
    assert files == loaded(OPENED, "check", "--verbose", "--lang", "en", "anju_cli/codes/ANJ301/bad.yaml")


def test_version_loads_no_command() -> None:
    """`--version` reads no catalogue and loads no command."""
    found = loaded(RUN, "--version")
    assert set() == found & {"yaml", "anju_cli.commands.check", "anju_cli.catalogue", "anju_cli.assessment"}
