"""The README's blocks are what .ci/run runs, its examples are real, its links lead somewhere.

A `yaml` fence that begins with `# NAME.yaml` is a file of the examples. A `text` fence that begins with `$ COMMAND`
shows what that command prints; a line `…` stands for lines left out. With ANJU_WRITE_GOLDEN set, what the commands
print now is written into the README.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text("utf-8")
LEFT_OUT = "…"
WRITE = bool(os.environ.get("ANJU_WRITE_GOLDEN"))


class Fence(NamedTuple):
    """One fenced block: its language and its lines."""

    language: str
    lines: tuple[str, ...]


BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCES = [Fence(found[1], tuple(found[2].splitlines())) for found in BLOCK.finditer(TEXT)]
SHELL = [one for one in FENCES if one.language == "sh"]
EXAMPLES = [one for one in FENCES if one.language == "text" and one.lines[0].startswith("$ ")]


def files(folder: Path) -> None:
    """Lay out what the examples read: the checkout's data, and the files that the README shows."""
    shutil.copytree(ROOT / "data", folder / "data")
    for fence in FENCES:
        name = fence.lines[0].removeprefix("# ")
        if fence.language == "yaml" and name.endswith(".yaml"):
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text("\n".join(fence.lines) + "\n", "utf-8")


def printed(command: str, folder: Path) -> list[str]:
    """What a shell prints for a command line that begins with `anju`; nothing of this session's settings is passed."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "SYSTEMROOT") if key in os.environ}
    environment = {
        "PYTHON": sys.executable, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "80", "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    script = f'anju() {{ "$PYTHON" -m anju_cli "$@"; }}\n{command}'
    done = subprocess.run(
        ["bash", "-c", script],  # noqa: S607 - the reader's own shell
        cwd=folder,
        env=kept | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return [line.rstrip() for line in done.stdout.splitlines()]


def pieces(lines: list[str]) -> list[list[str]]:
    """The runs of lines between those that stand for lines left out."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line == LEFT_OUT:
            found.append([])
        else:
            found[-1].append(line)
    return [one for one in found if one]


def starts(piece: list[str], actual: list[str]) -> list[int]:
    """Where in what was printed a piece stands."""
    return [at for at in range(len(actual)) if actual[at : at + len(piece)] == piece]


def expected_of(fence: Fence, actual: list[str]) -> list[str]:
    """What was printed, with the pieces left out that the README leaves out."""
    shown = list(fence.lines[1:])
    if LEFT_OUT not in shown:
        return actual
    kept: list[str] = []
    for piece in pieces(shown):
        at = (starts(piece, actual) or starts(piece[:1], actual) or [0])[0]
        kept += [*actual[at : at + len(piece)], LEFT_OUT]
    first = [] if shown[0] != LEFT_OUT else [LEFT_OUT]
    return first + (kept if shown[-1] == LEFT_OUT else kept[:-1])


def test_the_examples_are_there() -> None:
    """The README shows what anju prints, more than left-out lines, and files to try it on."""
    assert EXAMPLES
    assert [] == [one.lines[0] for one in EXAMPLES if not WRITE and set(one.lines[1:]) <= {LEFT_OUT}]
    assert [one for one in FENCES if one.language == "yaml"]


@pytest.mark.parametrize("fence", EXAMPLES, ids=[one.lines[0] for one in EXAMPLES])
def test_an_example_prints_what_the_readme_shows(fence: Fence, tmp_path: Path) -> None:
    """The command, run with the README's own files, prints these very lines."""
    files(tmp_path)
    actual = printed(fence.lines[0].removeprefix("$ "), tmp_path)
    assert [] == [line for line in actual if "内部错误" in line or "Traceback" in line]
    expected = expected_of(fence, actual)
    if WRITE:  # by one process only
        old, new = ("\n".join([fence.lines[0], *lines]) for lines in (fence.lines[1:], expected))
        README.write_text(README.read_text("utf-8").replace(f"```text\n{old}\n```", f"```text\n{new}\n```"), "utf-8")
    else:
        assert expected == list(fence.lines[1:])


def test_the_first_blocks_set_up_and_run() -> None:
    """The first sh block runs the main job on data/reports, the second the tests; one or two lines each."""
    main, tests = SHELL[0].lines, SHELL[1].lines
    assert main[-1].startswith(".venv/bin/anju check data/reports")
    assert tests[-1].startswith(".venv/bin/python -m pytest")
    assert {True} == {len(one) <= 2 for one in (main, tests)}


@pytest.mark.parametrize("number", [1, 2])
def test_ci_runs_the_very_blocks(number: int) -> None:
    """.ci/run takes its commands out of the README, and takes the whole block."""
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert f"block {number} > " in ci
    function = ci[ci.index("block() {") : ci.index("\n}\n", ci.index("block() {")) + 3]
    script = f"{function}block {number}"
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # noqa: S607 - as above
    assert "\n".join(SHELL[number - 1].lines) + "\n" == done.stdout


def test_the_links_lead_somewhere() -> None:
    """Every link to a file of the checkout finds it."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)\)", TEXT)
    assert [] == [one for one in links if not (ROOT / one).exists()]
