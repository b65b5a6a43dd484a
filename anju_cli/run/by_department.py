"""A document for each department: read once, and judged as if each department had been asked for alone."""

from collections.abc import Iterator
from typing import NamedTuple

from anju_cli.assessment import Scope
from anju_cli.catalogue import Catalogue
from anju_cli.loading import FileSearch, Loaded, find_files
from anju_cli.outcome import Outcome
from anju_cli.run.pipeline import OnProgress, Reading, Request, came_to, read_whole, task_of
from anju_cli.run.run_text import Style
from anju_cli.spool import rendered
from anju_cli.tally import RunSummary, summary_of


class RunPages(NamedTuple):
    """What the whole run came to, and a text for each department, made as it is asked for."""

    summary: RunSummary
    departments: tuple[str, ...]
    texts: Iterator[str]


def write_by_department(
    request: Request, loaded: Loaded, catalogue: Catalogue, style: Style, on_progress: OnProgress | None = None
) -> RunPages:
    """Carry out a run, with a text for each department that leads a promise in view or has handed in."""
    search = find_files(request.paths, loaded.path)
    reading = read_whole(request, loaded, catalogue, search, on_progress)
    outcome = came_to(reading)
    departments = tuple(_departments(outcome, request.scope, catalogue))
    return RunPages(summary_of(outcome), departments, (_text(name, reading, search, style) for name in departments))


def _departments(outcome: Outcome, scope: Scope, catalogue: Catalogue) -> Iterator[str]:
    """In the catalogue's order."""
    years = {(section.region, section.year) for section in outcome.sections}
    leads = {promise.lead for promise in catalogue.promises if scope.takes(promise)}
    senders = {report.department for report in outcome.reports if (report.region, report.year) in years}
    if scope.departments:
        senders &= set(scope.departments)
    return (name for name in catalogue.departments if name in leads | senders)


def _text(name: str, reading: Reading, search: FileSearch, style: Style) -> str:
    """What a run writes that asks for one department."""
    task = reading.task
    request = task.request._replace(scope=task.request.scope._replace(departments=(name,)))
    alone = reading._replace(task=task_of(request, task.loaded, task.catalogue, search))
    return rendered(style.format(), came_to(alone), style.view)
