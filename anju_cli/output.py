"""Writing: whole or not at all; any encoding, a closed or broken pipe, a full disk."""

import os
import stat
import sys
from codecs import getincrementalencoder
from collections.abc import Iterable
from typing import BinaryIO

from anju_cli.characters import visible
from anju_cli.errors import AnjuError, InterruptedRun


def write_stdout(pieces: Iterable[str], machine: bool) -> None:
    """Write a report to standard output. What machines read is UTF-8 everywhere.

    A reader that has gone (`| head`) ends the writing without a word; any other failure is an error.
    """
    stream = sys.stdout
    if stream is None:
        raise AnjuError("output_closed")
    try:
        _write(stream.buffer, pieces, "utf-8" if machine else stream.encoding or "utf-8")
    except BrokenPipeError:
        _hush()
    except InterruptedRun as stop:
        stop.midway = True
        _hush()
        raise
    except (OSError, ValueError) as error:
        _hush()
        raise AnjuError("output_failed", path="stdout", why=_why(error)) from error


def write_stderr(text: str) -> None:
    """Say something about the run; when nobody listens, that is no failure."""
    stream = sys.stderr
    if stream is None:
        return
    try:
        stream.buffer.write(text.encode(stream.encoding or "utf-8", "backslashreplace"))
        stream.flush()
    except (OSError, ValueError):
        return


def write_file(path: str, pieces: Iterable[str | bytes], protected: Iterable[str]) -> None:
    """Write a text, or bytes, to `path`, whole or not at all, never over a file of `protected`."""
    write_files([(path, pieces)], protected)


def write_files(texts: Iterable[tuple[str, Iterable[str | bytes]]], protected: Iterable[str]) -> None:
    """Write texts, or bytes, to their paths, never over a file of `protected`.

    No old file is replaced before all are written.
    """
    read, parts = tuple(protected), list[tuple[str, str]]()
    path = ""
    try:
        for path, pieces in texts:
            target = os.path.realpath(path) if os.path.islink(path) else path
            _refuse(path, target, read)
            parts.append((_part_beside(target, len(parts)), target))
            _write_whole(*parts[-1], pieces)
        for part, target in parts:
            os.replace(part, target)
    except (OSError, ValueError) as error:
        raise AnjuError("output_failed", path=visible(path), why=_why(error)) from error
    finally:
        for part, _ in parts:
            _remove(part)


def _part_beside(target: str, number: int) -> str:
    """A name beside a file that is no longer where that is as long as a name may be, and that no reader looks at."""
    return os.path.join(os.path.dirname(target), f".{os.getpid()}-{number}.anju-part")


def _write_whole(part: str, target: str, pieces: Iterable[str | bytes]) -> None:
    """A text beside the file that it is to replace, in whose mode."""
    with open(part, "xb") as file:
        file.writelines(piece.encode("utf-8") if isinstance(piece, str) else piece for piece in pieces)
        file.flush()
        os.fsync(file.fileno())
    if os.path.exists(target):
        os.chmod(part, stat.S_IMODE(os.stat(target).st_mode))


def make_folder(path: str) -> None:
    """A folder to write to, made where it is not there yet."""
    try:
        os.makedirs(path, exist_ok=True)
    except (OSError, ValueError) as error:
        raise AnjuError("output_failed", path=visible(path), why=_why(error)) from error


def _refuse(path: str, target: str, protected: Iterable[str]) -> None:
    """No device, no folder, no input and no catalogue is written over."""
    if os.path.exists(target) and not os.path.isfile(target):
        raise AnjuError("output_no_file", path=visible(path))
    for other in protected:
        if os.path.exists(target) and os.path.exists(other) and os.path.samefile(target, other):
            raise AnjuError("output_is_input", path=visible(path))


def _write(buffer: BinaryIO, pieces: Iterable[str], encoding: str) -> None:
    encoder = getincrementalencoder(encoding)("backslashreplace")
    for piece in pieces:  # noqa: FURB122 - a stream that stands in for ours may have no more than write
        buffer.write(encoder.encode(piece))
    buffer.flush()


def _hush() -> None:
    """Keep the interpreter from complaining again when it closes the stream."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = None


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except (OSError, ValueError):
        return


def _why(error: OSError | ValueError) -> str:
    return (error.strerror or type(error).__name__) if isinstance(error, OSError) else str(error)
