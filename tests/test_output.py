"""Writing: whole or not at all, never over what was read; whatever the stream, no traceback and no silence."""

import errno
import io
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from anju_cli import output
from anju_cli.errors import AnjuError
from anju_cli.output import write_file, write_stderr, write_stdout
from anju_cli.texts.help import options

ROOT = Path(__file__).parent.parent
TEXT = "达标 √ ≥ 80 %\n"


class Stream(io.TextIOWrapper):
    """A text stream over bytes in memory."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding=encoding)


class Failing(io.BytesIO):
    """A stream that can't be written to."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def write(self, _: object) -> int:
        """Fail."""
        raise self.error


def failing(error: Exception) -> io.TextIOWrapper:
    """A text stream whose writing fails; it has no file below it."""
    return io.TextIOWrapper(Failing(error), encoding="utf-8", write_through=True)


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(one.name for one in folder.iterdir())


def refusal(path: Path, protected: tuple[Path, ...] = ()) -> tuple[str, dict[str, str]]:
    """Why a file is not written, by code and arguments."""
    with pytest.raises(AnjuError) as error:
        write_file(str(path), TEXT, map(str, protected))
    return error.value.code, error.value.arguments


def python(script: str, *arguments: str, **streams: object) -> subprocess.CompletedProcess[bytes]:
    """Run a few lines of Python in a process of their own."""
    command = [sys.executable, "-c", script, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    usual: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.run(command, env=environment, check=False, timeout=60, **(usual | streams))  # type: ignore[call-overload, no-any-return]  # streams as given


# files


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    """A file that was not there has exactly the text, in UTF-8, and nothing else is left in the folder."""
    write_file(str(tmp_path / "小结.md"), TEXT, ())
    assert TEXT.encode() == (tmp_path / "小结.md").read_bytes()
    assert ["小结.md"] == names(tmp_path)


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    """An old report is replaced whole; who may read it stays."""
    path = tmp_path / "a.txt"
    path.write_text("old and longer than the new text, by far\n" * 9)
    path.chmod(0o640)
    write_file(str(path), TEXT, ())
    assert (TEXT, 0o640) == (path.read_text("utf-8"), stat.S_IMODE(path.stat().st_mode))


def test_a_link_keeps_pointing(tmp_path: Path) -> None:
    """Through a symbolic link its target is written; the link stays one."""
    link, target = tmp_path / "link.txt", tmp_path / "target.txt"
    target.write_text("old")
    link.symlink_to(target)
    write_file(str(link), TEXT, ())
    assert (TEXT, True) == (target.read_text("utf-8"), link.is_symlink())


def test_a_link_to_nothing_is_filled(tmp_path: Path) -> None:
    """A link whose target is not there yet makes it."""
    link, target = tmp_path / "link.txt", tmp_path / "target.txt"
    link.symlink_to(target)
    write_file(str(link), TEXT, ())
    assert TEXT == target.read_text("utf-8")


@pytest.mark.parametrize("way", ["itself", "symbolic", "hard", "dots"])
def test_an_input_is_never_written_over(tmp_path: Path, way: str) -> None:
    """A file that was read is safe under every name it has."""
    read, path = tmp_path / "2019.yaml", tmp_path / "out.yaml"
    read.write_text("year: 2019\n")
    if way == "itself":
        path = read
    elif way == "symbolic":
        path.symlink_to(read)
    elif way == "hard":
        os.link(read, path)
    else:
        (tmp_path / "x").mkdir()
        path = tmp_path / "x" / ".." / "2019.yaml"
    assert ("output_is_input", {"path": str(path)}) == refusal(path, (tmp_path / "gone.yaml", read))
    assert "year: 2019\n" == read.read_text()


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    """A folder is no file."""
    assert ("output_no_file", {"path": str(tmp_path)}) == refusal(tmp_path)


@pytest.mark.parametrize("device", ["/dev/null", "/dev/full"])
def test_a_device_is_not_written(device: str) -> None:
    """A device is no file: what is written there is not there afterwards."""
    assert ("output_no_file", {"path": device}) == refusal(Path(device))


def test_a_pipe_is_not_written(tmp_path: Path) -> None:
    """A named pipe would wait for a reader; it is refused at once."""
    os.mkfifo(tmp_path / "pipe")
    assert "output_no_file" == refusal(tmp_path / "pipe")[0]


def test_a_link_to_a_device_is_not_written(tmp_path: Path) -> None:
    """Nor through a link."""
    (tmp_path / "link").symlink_to("/dev/null")
    assert "output_no_file" == refusal(tmp_path / "link")[0]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """What keeps the file from being written is said in the system's words."""
    path = tmp_path / "none" / "a.txt"
    assert ("output_failed", {"path": str(path), "why": "No such file or directory"}) == refusal(path)


def test_a_name_that_is_none() -> None:
    """A name that no system takes is refused in words, its hidden character shown."""
    assert ("output_failed", {"path": "a<U+0000>b", "why": "embedded null byte"}) == refusal(Path("a\0b"))


def test_a_name_too_long(tmp_path: Path) -> None:
    """So is one that is too long."""
    assert "File name too long" == refusal(tmp_path / ("a" * 300))[1]["why"]


def test_a_name_just_short_enough(tmp_path: Path) -> None:
    """A name as long as a file system takes is written: what is written on the way has a shorter one."""
    path = tmp_path / ("填" * 83 + ".x.csv")
    write_file(str(path), "whole", ())
    assert ("whole", [path.name]) == (path.read_text(), names(tmp_path))


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full the old file stays as it was, and no part lies about."""
    path = tmp_path / "a.txt"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert ("output_failed", {"path": str(path), "why": "No space left on device"}) == refusal(path)
    assert ("old", ["a.txt"]) == (path.read_text(), names(tmp_path))


def test_a_limit_on_files_leaves_the_old_file(tmp_path: Path) -> None:
    """The same where the system stops a file that grows too large."""
    path = tmp_path / "a.txt"
    path.write_text("old")
    script = (
        "import resource, sys\n"
        "from anju_cli.output import write_file\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "write_file(sys.argv[1], 'x' * 100_000, ())\n"
    )
    done = python(script, str(path))
    assert b"output_failed" in done.stderr
    assert ("old", ["a.txt"]) == (path.read_text(), names(tmp_path))


def test_stopping_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while writing leaves the old file and no part."""
    path = tmp_path / "a.txt"
    path.write_text("old")

    def stopped(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_file(str(path), TEXT, ())
    assert ("old", ["a.txt"]) == (path.read_text(), names(tmp_path))


def test_a_part_that_is_gone_is_no_second_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the part can't be removed either, the first failure is told."""

    def gone(part: str, *_: str) -> None:
        os.unlink(part)
        raise OSError(errno.EIO, "Input/output error")

    def part_alone(part: str, target: str, _: str) -> None:
        Path(part).write_text("half")
        gone(part, target)

    monkeypatch.setattr(output, "_write_whole", part_alone)
    assert "Input/output error" == refusal(tmp_path / "a.txt")[1]["why"]
    assert [] == names(tmp_path)


def test_killed_half_way(tmp_path: Path) -> None:
    """A process killed while it writes leaves the old file whole under its name."""
    path = tmp_path / "a.txt"
    path.write_text("old")
    script = (
        "import os, signal, sys\n"
        "from anju_cli import output\n"
        "output.os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "output.write_file(sys.argv[1], 'new' * 10_000, ())\n"
    )
    assert -9 == python(script, str(path)).returncode
    assert "old" == path.read_text()


def test_many_writers_at_once(tmp_path: Path) -> None:
    """Several processes that write one file leave the whole text of one of them, and no part."""
    path = tmp_path / "a.txt"
    script = (
        "import sys\n"
        "from anju_cli.output import write_file\n"
        "for _ in range(40):\n"
        "    write_file(sys.argv[1], sys.argv[2] * 50_000, ())\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(path), letter], env=environment) for letter in "abcd"
    ]
    seen: set[tuple[int, str]] = set()
    reader = threading.Thread(target=lambda: _watch(path, writers, seen))
    reader.start()
    assert [0] * 4 == [one.wait(60) for one in writers]
    reader.join()
    assert seen <= {(50_000, letter) for letter in "abcd"}
    assert (50_000, ["a.txt"]) == (path.stat().st_size, names(tmp_path))


def _watch(path: Path, writers: list[subprocess.Popen[bytes]], seen: set[tuple[int, str]]) -> None:
    """Read the file as long as anybody writes: its length and letters."""
    while any(one.poll() is None for one in writers):
        if path.exists():
            text = path.read_text()
            seen.add((len(text), "".join(sorted(set(text)))))


# streams


@pytest.mark.parametrize(
    ("encoding", "machine", "written"),
    [
        ("utf-8", False, TEXT.encode()),
        ("gbk", False, TEXT.encode("gbk")),
        ("ascii", False, b"\\u8fbe\\u6807 \\u221a \\u2265 80 %\n"),
        ("latin-1", False, b"\\u8fbe\\u6807 \\u221a \\u2265 80 %\n"),
        ("ascii", True, TEXT.encode()),
        ("gbk", True, TEXT.encode()),
    ],
)
def test_any_encoding(monkeypatch: pytest.MonkeyPatch, encoding: str, machine: bool, written: bytes) -> None:
    """People read in their console's encoding, the rest as escapes; what machines read is UTF-8 everywhere."""
    stream = Stream(encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    write_stdout(TEXT, machine)
    assert written == stream.bytes.getvalue()


def test_a_character_that_gbk_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a Chinese console does not have stands there as its escape."""
    stream = Stream("gbk")
    monkeypatch.setattr(sys, "stdout", stream)
    write_stdout("✔ 达标", machine=False)
    assert "\\u2714 达标".encode("gbk") == stream.bytes.getvalue()


def test_a_closed_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no standard output the report has nowhere to go: a failure."""
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(AnjuError) as error:
        write_stdout(TEXT, machine=False)
    assert "output_closed" == error.value.code


def test_a_stdout_closed_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """So it is where somebody closed it."""
    stream = Stream()
    stream.close()
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(AnjuError) as error:
        write_stdout(TEXT, machine=True)
    assert "output_failed" == error.value.code


def test_a_full_disk_behind_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that can't be written is a failure with the system's words."""
    monkeypatch.setattr(sys, "stdout", failing(OSError(errno.ENOSPC, "No space left on device")))
    with pytest.raises(AnjuError) as error:
        write_stdout(TEXT, machine=False)
    assert {"path": "stdout", "why": "No space left on device"} == error.value.arguments


def test_an_error_without_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure that has no words is told by its name."""
    monkeypatch.setattr(sys, "stdout", failing(OSError()))
    with pytest.raises(AnjuError) as error:
        write_stdout(TEXT, machine=False)
    assert "OSError" == error.value.arguments["why"]


def test_a_reader_that_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """`| head` ends the writing without a word: no failure."""
    monkeypatch.setattr(sys, "stdout", failing(BrokenPipeError()))
    write_stdout(TEXT, machine=False)
    assert sys.stdout is None


@pytest.mark.parametrize("error", [BrokenPipeError(), OSError(errno.ENOSPC, "full"), ValueError("closed")])
def test_nobody_listens(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """What is said about the run and can't be is no failure of the run."""
    monkeypatch.setattr(sys, "stderr", failing(error))
    write_stderr("已写入 a.md\n")
    monkeypatch.setattr(sys, "stderr", None)
    write_stderr("已写入 a.md\n")
    assert sys.stderr is None


def test_stderr_in_any_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said about the run is said in escapes where it has to be."""
    stream = Stream("ascii")
    monkeypatch.setattr(sys, "stderr", stream)
    write_stderr("已写\n")
    assert b"\\u5df2\\u5199\n" == stream.bytes.getvalue()


WRITE = "from anju_cli.output import write_stdout; write_stdout('x' * 500_000 + chr(10), machine=False)"


def test_a_real_pipe_that_breaks() -> None:
    """A process whose reader leaves ends with 0 and says nothing."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITE], env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )  # fmt: skip
    assert writer.stdout is not None
    assert writer.stderr is not None
    assert b"x" == writer.stdout.read(1)
    writer.stdout.close()
    said = writer.stderr.read()
    writer.stderr.close()
    assert (0, b"") == (writer.wait(60), said)


def test_a_real_device_that_is_full() -> None:
    """/dev/full gives the failure once; the interpreter does not complain again when it ends."""
    with open("/dev/full", "wb") as full:
        done = python(WRITE, stdout=full)
    assert b"output_failed" in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", ["output_closed", "output_failed", "output_no_file", "output_is_input"])
def test_every_failure_has_words(code: str, lang: str) -> None:
    """Each failure of writing has its words, with the path where there is one."""
    assert ("output_closed" == code) == ("{path}" not in options(lang)[code])


def test_several_files_are_written_or_none(tmp_path: Path) -> None:
    """Where one of several can't be written the old ones stay as they were, and no part lies about."""
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "b.txt").mkdir()
    texts = [(str(tmp_path / name), [TEXT]) for name in ("a.txt", "b.txt")]
    with pytest.raises(AnjuError, match="output_no_file"):
        output.write_files(texts, ())
    assert ("old", ["a.txt", "b.txt"]) == ((tmp_path / "a.txt").read_text(), names(tmp_path))
    output.write_files(texts[:1], ())
    assert TEXT == (tmp_path / "a.txt").read_text("utf-8")
