"""A run to a document: portion by portion read, judged, written to the spool and dropped; put in order at the end."""

import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from anju_cli.formats.passages import OutcomeFormat, Passage, Slot
from anju_cli.formats.view import View
from anju_cli.loading import Loaded, find_files
from anju_cli.outcome import Outcome
from anju_cli.run.pipeline import OnProgress, Request, Task, broken_outcome, file_counter, notes_on, outcome_of, task_of
from anju_cli.run.portions import PlacedFile, Portion, portions_of, regrouped, weight
from anju_cli.run.results import result_of, unmatched
from anju_cli.spool import Bundle, IndexEntry, Spool, bundle
from anju_cli.tally import RunSummary, summary_of, united

#: From this number of files on, starting more processes takes less time than they save; so many, and no more.
MANY, MOST = 300, 8
#: Marks for copies follow one another, file by file.
_MARKS = (Slot("marks"),)


class Style(NamedTuple):
    """How a run is written: what loads the format's module, for any process, and how it is shown.

    `marks` loads what gathers the findings for marked copies, where there are to be any.
    """

    format: Callable[[], OutcomeFormat]
    view: View
    marks: Callable[[], Callable[[Outcome, View], Iterator[Passage]]] | None = None


class PortionText(NamedTuple):
    """A portion that is written: what it comes to by itself, its text, and what became of its guessed regions."""

    portion: Portion
    summary: RunSummary
    text: Bundle
    files: tuple[PlacedFile, ...]
    reaches_far: bool
    marks: Bundle = Bundle((), b"")


class RunText(NamedTuple):
    """What a run came to, its text in pieces, and the marks for copies."""

    summary: RunSummary
    pieces: Iterator[str]
    marks: Iterator[str]


class _SpoolPart(NamedTuple):
    """A portion whose text is in the spool."""

    portion: PortionText
    entries: tuple[IndexEntry, ...]
    marks: tuple[IndexEntry, ...]


def write_run(
    request: Request, loaded: Loaded, style: Style, spool: Spool, on_progress: OnProgress | None = None
) -> RunText:
    """Carry out a run and have it written; with a broken catalogue, that it is broken.

    The pieces can be read as long as the spool is open.
    """
    if loaded.catalogue is None:
        parts = [_in_spool(_written(Portion(()), broken_outcome(loaded), style), spool)]
        return _run_text(parts, request, style, spool)
    search = find_files(request.paths, loaded.path)
    task = task_of(request, loaded, loaded.catalogue, search)
    whole = Portion(search.files, notes_on(search))
    more = file_counter(on_progress, len(search.files))
    if request.what_if or request.earlier is not None:
        parts = _each([whole], task, style, spool, more)
    else:
        parts = _region_by_region(whole, task, style, spool, more)
    return _run_text(parts, request, style, spool)


def _region_by_region(
    whole: Portion, task: Task, style: Style, spool: Spool, more: Callable[[int], None]
) -> list[_SpoolPart]:
    """Each portion by itself, where no region is in two of them; those that share one are read again, by region.

    A revision that may be of any region takes the run in one piece.
    """
    parts = _each(portions_of(whole.paths, whole.notes, task.catalogue), task, style, spool, more)
    if len(parts) > 1 and any(part.portion.reaches_far for part in parts):
        return _each([whole], task, style, spool, more)
    mixed = _mixed(parts)
    if not mixed:
        return parts
    files = [file for number in mixed for file in parts[number].portion.files]
    notes = tuple(note for number in mixed for note in parts[number].portion.portion.notes)
    reread = _each(regrouped(files, notes), task, style, spool, more)
    return [part for number, part in enumerate(parts) if number not in mixed] + reread


def _mixed(parts: list[_SpoolPart]) -> list[int]:
    """The numbers of the portions that share a region with another one."""
    homes: dict[str, set[int]] = {}
    for number, part in enumerate(parts):
        for _, regions in part.portion.files:
            for region in filter(None, regions):
                homes.setdefault(region, set()).add(number)
    return sorted(set().union(*(numbers for numbers in homes.values() if len(numbers) > 1)))


def _each(
    portions: list[Portion], task: Task, style: Style, spool: Spool, more: Callable[[int], None]
) -> list[_SpoolPart]:
    """Every portion, in whatever order they are done; by other processes where that saves time."""
    processes = min(processors(), len(portions), MOST)
    if sum(weight(portion.paths) for portion in portions) < MANY or processes < 2:  # noqa: PLR2004 - one is this process
        return [_in_spool(written_portion(task, style, portion, more), spool) for portion in portions]
    from anju_cli.run.workers import shared_out

    return [_in_spool(portion, spool) for portion in shared_out(portions, task, style, processes, more)]


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def written_portion(task: Task, style: Style, portion: Portion, more: Callable[[int], None]) -> PortionText:
    """Read, judge and write a portion."""
    came_to = outcome_of(task, portion, more)
    text = _written(portion, came_to.outcome, style)
    return text._replace(files=came_to.files, reaches_far=came_to.reaches_far)


def _written(portion: Portion, outcome: Outcome, style: Style) -> PortionText:
    format_ = style.format()
    text = bundle(format_.passages(outcome, style.view), format_.slots(style.view))
    written = PortionText(portion, summary_of(outcome), text, (), reaches_far=False)
    if style.marks is None:
        return written
    return written._replace(marks=bundle(style.marks()(outcome, style.view), _MARKS))


def _in_spool(portion: PortionText, spool: Spool) -> _SpoolPart:
    """A portion with its text handed to the spool."""
    entries, marks = spool.take(portion.text), spool.take(portion.marks)
    return _SpoolPart(portion._replace(text=Bundle((), b""), marks=Bundle((), b"")), entries, marks)


def _run_text(parts: list[_SpoolPart], request: Request, style: Style, spool: Spool) -> RunText:
    """The portions together, with what stands around them."""
    summary = _together([part.portion.summary for part in parts], request.fail_on)
    format_ = style.format()
    slots = format_.slots(style.view)
    frame = spool.take(bundle(format_.frame(summary, style.view), slots))
    entries = [*frame, *(entry for part in parts for entry in part.entries)]
    marks = (entry for part in parts for entry in part.marks)
    return RunText(summary, spool.document(entries, slots), spool.document(marks, _MARKS))


def _together(summaries: list[RunSummary], fail_on: tuple[str, ...]) -> RunSummary:
    """What the portions come to together; one alone is the run."""
    first, *others = summaries
    if not others:
        return first
    tally = united(summary.tally for summary in summaries)
    coverage = first.coverage._replace(
        reports=tally.reports,
        figures=tally.figures,
        figures_seen=tally.figures_seen,
        unmatched=unmatched(tally, first.coverage),
    )
    return first._replace(tally=tally, coverage=coverage, result=result_of(tally, coverage, fail_on))
