"""Running the command line: within this process, where coverage sees it, or as a process of its own."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import NamedTuple

import pytest

from anju_cli.__main__ import main

ROOT = Path(__file__).parent.parent

#: Settings of this session that would change what a run says.
SETTINGS = ("ANJU_TARGETS", "ANJU_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING")


class Ran(NamedTuple):
    """What a run came to."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything said about the run, without the spaces and boxes that laying it out takes."""
        return re.sub(r"[\s│╭╮╰╯─|]", "", self.err)


class CommandLine:
    """`anju` within this process, with none of this session's settings."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch = monkeypatch
        self.capsys = capsys
        for name in SETTINGS:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("TERM", "xterm")

    def __call__(self, *arguments: object) -> Ran:
        """Run `anju ARGUMENTS`."""
        self.capsys.readouterr()
        self.monkeypatch.setattr(sys, "argv", ["anju", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        said = self.capsys.readouterr()
        assert end.value.code is None or isinstance(end.value.code, int)
        return Ran(end.value.code or 0, said.out, said.err)


def in_folder_of(plan: str, line: CommandLine, folder: Path) -> CommandLine:
    """The command line in an empty folder with a plan, which is the catalogue in use."""
    line.monkeypatch.chdir(folder)
    Path("plan.yaml").write_text(plan, "utf-8")
    line.monkeypatch.setenv("ANJU_TARGETS", "plan.yaml")
    return line


def environment(**more: str) -> dict[str, str]:
    """This session's environment without the settings that change what a run says."""
    dropped = (*SETTINGS, "COV_CORE_SOURCE", "COV_CORE_CONFIG", "COV_CORE_DATAFILE")
    kept = {key: value for key, value in os.environ.items() if key not in dropped}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "TERM": "xterm"} | more


def process(*arguments: object, cwd: Path = ROOT, **more: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m anju_cli ARGUMENTS` as a process of its own; `more` are its settings."""
    return subprocess.run(
        [sys.executable, "-m", "anju_cli", *map(str, arguments)],
        cwd=cwd, env=environment(**more), stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60,
    )  # fmt: skip


def at_terminal(*arguments: object, columns: int = 80, **more: str) -> str:
    """What a process shows at a terminal of some columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    command = [sys.executable, "-m", "anju_cli", *map(str, arguments)]
    running = subprocess.Popen(
        command, cwd=ROOT, env=environment(**more), stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65_536):
            shown += part
    except OSError:  # the other end is closed
        pass
    finally:
        os.close(ours)
        running.wait(60)
    return shown.decode("utf-8").replace("\r\n", "\n")
