"""Where a report goes: standard output, or a file that is none of those read."""

from collections.abc import Iterable

from anju_cli.characters import visible
from anju_cli.commands.options import SAY, language
from anju_cli.formats import run_notes
from anju_cli.loading import find_files
from anju_cli.output import write_file, write_stderr, write_stdout
from anju_cli.tally import RunSummary
from anju_cli.texts import texts


def write_report(pieces: Iterable[str], output: str | None, read: Iterable[str], *, machine: bool) -> None:
    """Write to `output`, never over a path of `read` or a file below one; without it to standard output."""
    if output is None:
        write_stdout(pieces, machine=machine)
        return
    paths = tuple(read)
    found = find_files(paths, "")
    write_file(output, pieces, (*paths, *found.files))


def say_counts(summary: RunSummary, output: str | None, lang: str | None, *, findings: bool) -> None:
    """What a report leaves unsaid on the screen: where it is and what it came to; `findings` where it has none."""
    say = texts(language(lang))
    lines = [] if output is None else [SAY["written"].format(path=visible(output))]
    lines += ["   ".join(run_notes.counts(summary, say))] if findings else []
    lines += [run_notes.result_line(summary.result, say)] if lines else []
    write_stderr("".join(f"{line}\n" for line in lines))
