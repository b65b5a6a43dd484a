"""Where marked copies go: one file, or a folder in which the files stand as they stood below the paths given."""

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import typer

from anju_cli.characters import visible
from anju_cli.commands.options import language
from anju_cli.commands.report_output import protected
from anju_cli.errors import AnjuError
from anju_cli.loading import find_files
from anju_cli.loading.files import shown_path
from anju_cli.marked_copies import Mark, UnmarkableError, copying_of
from anju_cli.marked_copies.marks import by_file
from anju_cli.output import make_folder, write_file, write_stderr
from anju_cli.readers import READERS
from anju_cli.readers.content import WORKBOOK_BYTES
from anju_cli.texts.help import SAY
from anju_cli.texts.mark_words import mark_words


class CopyRequest(NamedTuple):
    """What copies are asked for: of which paths, where to, in which language, with marks or `clear` of them.

    `read` are the paths that nothing is written over.
    """

    paths: tuple[str, ...]
    output: str
    lang: str | None
    clear: bool
    read: tuple[str, ...]

    @property
    def is_single(self) -> bool:
        """Whether one file is to become one file."""
        return len(self.paths) == 1 and not os.path.isdir(self.paths[0]) and not os.path.isdir(self.output)


def copy_request(
    paths: Sequence[str], output: str | None, lang: str | None, read: Sequence[str], *, clear: bool
) -> CopyRequest:
    """The copies asked for; what can't be is refused before anything is read."""
    if output is None:
        raise typer.BadParameter(SAY["clear_without_marked"])
    request = CopyRequest(tuple(paths), output, lang, clear, tuple(read))
    if request.is_single:
        suffixes = [os.path.splitext(path)[1].lower() for path in (paths[0], output)]
        if suffixes[0] != suffixes[1]:
            key = "marked_suffix" if suffixes[0] else "marked_no_suffix"
            words = SAY[key].format(suffix=visible(suffixes[0]), path=visible(output))
            raise typer.BadParameter(words)
    elif not os.path.isdir(output) and (os.path.lexists(output) or os.path.splitext(output)[1].lower() in READERS):
        raise typer.BadParameter(SAY["marked_no_folder"].format(path=visible(output)))
    else:
        _refuse_inside(request)
    return request


def _refuse_inside(request: CopyRequest) -> None:
    """Copies inside a folder that is checked would be read as returns the next time."""
    output = os.path.realpath(request.output)
    for folder in filter(os.path.isdir, request.paths):
        if os.path.commonpath([output, os.path.realpath(folder)]) == os.path.realpath(folder):
            words = SAY["marked_inside"].format(path=visible(request.output), folder=visible(folder))
            raise typer.BadParameter(words)


class _Source(NamedTuple):
    """A file, and where its copy goes."""

    path: str
    target: str


def write_copies(pieces: Iterable[str], request: CopyRequest) -> None:
    """Write the copies of a run whose marks come in lines; say which were written and which could not be."""
    copies = _Copies(request)
    for path, marks in ((path, []) for path in copies.sources) if request.clear else by_file(pieces):
        copies.take(path, marks)
    if request.is_single:
        copies.take_rest()
    copies.say()


class _Copies:
    """The copies of a run while they are written; `refused` are the sentences on those that could not be."""

    def __init__(self, request: CopyRequest) -> None:
        self.request = request
        self.sources = _sources(request)
        self.protected = protected(request.read)
        self.waiting = dict.fromkeys(self.sources)
        self.count = 0
        self.refused: list[str] = []

    def take(self, path: str, marks: Sequence[Mark]) -> None:
        """The copy of one file, by its path as it is shown; none in a folder where it would be as the file is."""
        if path not in self.waiting:
            return  # a figure assumed, or the catalogue
        source = self.sources[path]
        try:
            copy = self._copy(source.path, marks)
        except UnmarkableError as error:
            del self.waiting[path]
            self.refused.append(SAY[f"unmarkable_{error.kind}"].format(path=path))
            return
        if copy is not None:
            del self.waiting[path]
            make_folder(os.path.dirname(source.target) or ".")
            write_file(source.target, (copy,), self.protected)
            self.count += 1

    def _copy(self, path: str, marks: Sequence[Mark]) -> bytes | None:
        if not self.request.is_single and not self.request.clear and not any(mark.is_open for mark in marks):
            return None
        copying, raw = copying_of(path), _bytes(path)
        if not self.request.clear:
            return copying.mark(raw, marks, mark_words(language(self.request.lang)))
        copy = copying.clear(raw)
        return copy if self.request.is_single or copy != raw else None

    def take_rest(self) -> None:
        """Files of which nothing was found."""
        for path in tuple(self.waiting):
            self.take(path, ())

    def say(self) -> None:
        """How many copies were written and where; which files could not be copied stops the run."""
        key = "cleared" if self.request.clear else "marked"
        form = "file" if self.request.is_single else "folder"
        if self.count:
            words = SAY[f"{key}_{form}"].format(path=visible(self.request.output), count=self.count)
            write_stderr(f"{words}\n")
        if self.waiting and form == "folder":
            write_stderr(f"{SAY[f'un{key}_files'].format(count=len(self.waiting))}\n")
        if self.refused:
            raise AnjuError("unmarkable", reasons="\n".join(self.refused))


def _bytes(path: str) -> bytes:
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > WORKBOOK_BYTES:
            raise UnmarkableError("unreadable")
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise UnmarkableError("unreadable") from error


def _sources(request: CopyRequest) -> dict[str, _Source]:
    """The files by their path as it is shown, as marks name them."""
    files = find_files(request.paths, "").files
    if request.is_single:
        return {shown_path(path): _Source(path, request.output) for path in files}
    folders = [os.path.abspath(path if os.path.isdir(path) else os.path.dirname(path)) for path in request.paths]
    base = os.path.commonpath(folders)
    return {
        shown_path(path): _Source(path, os.path.join(request.output, os.path.relpath(os.path.abspath(path), base)))
        for path in files
    }
