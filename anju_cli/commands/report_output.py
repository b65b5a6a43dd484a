"""Where a report goes: standard output, or a file that is none of those read."""

from collections.abc import Iterable

from anju_cli.characters import visible
from anju_cli.commands.options import SAY, language
from anju_cli.formats import run_notes
from anju_cli.loading import find_files
from anju_cli.outcome import Outcome
from anju_cli.output import write_file, write_stderr, write_stdout
from anju_cli.texts import texts


def write_report(
    text: str, output: str | None, outcome: Outcome, lang: str | None, read: Iterable[str], *, machine: bool
) -> None:
    """Write to `output`, never over a path of `read` or a file below one; without it to standard output."""
    if output is None:
        write_stdout(text, machine=machine)
        return
    paths = tuple(read)
    found = find_files(paths, "")
    write_file(output, text, (*paths, *found.files))
    say = texts(language(lang))
    result = say("result_line", why=run_notes.result(outcome, say), code=outcome.result.code)
    write_stderr(f"{SAY['written'].format(path=visible(output))}\n{result}\n")
