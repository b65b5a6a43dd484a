"""A report divided by department: a folder with a file for each, and what is said of them on the screen."""

import os

from anju_cli.characters import visible
from anju_cli.commands.options import language
from anju_cli.commands.report_output import checked_nothing, protected, say_result
from anju_cli.file_names import file_names
from anju_cli.formats import FORMATS, run_notes
from anju_cli.output import make_folder, write_files
from anju_cli.run.by_department import RunPages
from anju_cli.tally import RunSummary
from anju_cli.texts import texts
from anju_cli.texts.help import SAY


def write_pages(run: RunPages, folder: str, format_: str, read: tuple[str, ...], lang: str | None) -> None:
    """A file for each department; where nothing was checked, none, and old ones stay as they are."""
    summary = run.summary
    if checked_nothing(summary):
        said = SAY["pages_kept"].format(path=visible(folder))
    else:
        files = file_names(run.departments, FORMATS[format_].suffixes[0])
        paths = [os.path.join(folder, files[name]) for name in run.departments]
        make_folder(folder)
        write_files(zip(paths, ((text,) for text in run.texts), strict=True), protected(read))
        listed = SAY["comma"].join(visible(files[name]) for name in run.departments)
        said = SAY["pages_written"].format(path=visible(folder), count=len(paths), files=listed)
    say_result(summary, [said, *_absences(summary, lang)], lang, counted=True)


def _absences(summary: RunSummary, lang: str | None) -> list[str]:
    """Who has handed in nothing, or an empty return, in the newest year of the plan's own region."""
    say = texts(language(lang))
    own = [section for section in summary.tally.foremost if section.own][:1]
    lists = [absence for section in own for absence in run_notes.absences(section, summary.catalogue, say)]
    return [f"{head}: {say.listed(leads)}" for head, leads in lists]
