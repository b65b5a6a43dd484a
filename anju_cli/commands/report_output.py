"""Where a report goes: standard output, or a file that is none of those read."""

import os
from collections.abc import Iterable, Mapping

import typer

from anju_cli.characters import visible
from anju_cli.commands.options import language
from anju_cli.formats import FORMATS, Suffixed, format_of, run_notes
from anju_cli.loading import find_files
from anju_cli.output import write_file, write_stderr, write_stdout
from anju_cli.readers import READERS
from anju_cli.tally import RunSummary
from anju_cli.texts import Texts, texts
from anju_cli.texts.help import SAY


def format_for(name: str | None, output: str | None, formats: Mapping[str, Suffixed] = FORMATS) -> str | None:
    """The format asked for, else that of a file's suffix; `None` where neither says.

    A suffix of ours that is no format's would not open in its program, and one that belongs to another format, or to
    the reports that are read, would be taken for what it is not.
    """
    if output is None:
        return name
    suffixes = {os.path.splitext(path)[1].lower() for path in (output, os.path.realpath(output))} - {""}
    for suffix in sorted(suffixes):
        owner = format_of(suffix, formats)
        if owner is None and (name is None or suffix in READERS):
            choices = " ".join(suffix for format_ in formats.values() for suffix in format_.suffixes)
            words = SAY["suffix_of_report" if suffix in READERS else "unknown_suffix"]
            raise typer.BadParameter(words.format(suffix=visible(suffix), choices=choices))
        if owner is not None and owner != (name or owner):
            raise typer.BadParameter(SAY["suffix_of"].format(suffix=suffix, owner=owner, asked=name))
        name = name or owner
    return name


def folder_for(output: str | None) -> str:
    """The folder that --output names: one that is there, or can be made and does not look like a file."""
    if output is None:
        raise typer.BadParameter(SAY["by_no_folder"])
    suffix = os.path.splitext(output)[1].lower()
    is_file = os.path.exists(output) or format_of(suffix) is not None or suffix in READERS
    if is_file and not os.path.isdir(output):
        raise typer.BadParameter(SAY["by_file"].format(path=visible(output)))
    return output


def checked_nothing(summary: RunSummary) -> bool:
    """Whether nothing was checked, whether or not something was read; figures with faults were."""
    return summary.result.code > 1 and not summary.tally.figures_seen


def is_kept(summary: RunSummary, output: str | None) -> bool:
    """Whether an older file stays as it is: nothing was checked that could replace it."""
    return output is not None and checked_nothing(summary) and os.path.exists(output)


def write_report(pieces: Iterable[str], output: str | None, read: Iterable[str], *, machine: bool) -> None:
    """Write to `output`, never over a path of `read` or a file below one; without it to standard output."""
    if output is None:
        write_stdout(pieces, machine=machine)
    else:
        write_file(output, pieces, protected(read))


def write_and_say(piece: str | bytes, output: str, read: Iterable[str]) -> None:
    """Write a text or bytes whole to a file that is none of those read, and say so."""
    write_file(output, (piece,), read)
    write_stderr(SAY["written"].format(path=visible(output)) + "\n")


def protected(read: Iterable[str]) -> tuple[str, ...]:
    """The paths that were read, and the files below them."""
    paths = tuple(read)
    return (*paths, *find_files(paths, "").files)


def say_counts(summary: RunSummary, output: str | None, lang: str | None, *, table: bool, kept: bool) -> None:
    """What a report leaves unsaid on the screen: where it is and what it came to; a `table` says nothing of the run.

    `kept` where an older file stands in place of the report.
    """
    lines = [] if output is None else [SAY["output_kept" if kept else "written"].format(path=visible(output))]
    say_result(summary, lines, lang, counted=table or kept)


def say_result(summary: RunSummary, lines: list[str], lang: str | None, *, counted: bool) -> None:
    """Lines about the run; behind them what was `counted`, and what it came to."""
    say = texts(language(lang))
    lines = [*lines, *(_of_run(summary, say) if counted else [])]
    lines += [run_notes.result_line(summary.result, say)] if lines else []
    write_stderr("".join(f"{line}\n" for line in lines))


def _of_run(summary: RunSummary, say: Texts) -> list[str]:
    """What was checked; paths that are not there, what was asked for in vain, and what was not read."""
    missing = (say("no_path", path=path) for path in summary.coverage.missing)
    return ["   ".join(run_notes.counts(summary, say)), *missing, *run_notes.remarks(summary, say)]
