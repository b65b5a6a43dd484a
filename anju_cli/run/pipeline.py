"""A portion of files to an outcome: load, judge, locate. A run in one piece is one portion."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from anju_cli.assessment import Scope, judge
from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import Diagnostic, Level
from anju_cli.loading import FileSearch, Loaded, ReportFile, find_files, load_report
from anju_cli.loading.files import shown_path, start_of
from anju_cli.locating import Locator, in_order
from anju_cli.outcome import CatalogueFacts, Coverage, Outcome, Result, Section
from anju_cli.readers import Document
from anju_cli.run.coverage import catalogue_facts, coverage_of, reports, with_figures
from anju_cli.run.portions import PlacedFile, Portion
from anju_cli.run.results import result_of, unmatched
from anju_cli.submission import Figure, Submission
from anju_cli.tally import tally_of

# A usual check is held against nothing.
if TYPE_CHECKING:
    from anju_cli.comparison import EarlierOutcome, IsShown

#: Hears how many files of how many are read.
OnProgress = Callable[[int, int], None]


class Request(NamedTuple):
    """What a run is asked to do. `what_if` are figures assumed, `earlier` an outcome to compare with."""

    paths: tuple[str, ...]
    scope: Scope = Scope()
    fail_on: tuple[str, ...] = ()
    what_if: tuple[Figure, ...] = ()
    earlier: "EarlierOutcome | None" = None


class Task(NamedTuple):
    """What every portion of a run is judged by. `coverage` is what the options leave out, and no file is needed for."""

    request: Request
    loaded: Loaded
    catalogue: Catalogue
    facts: CatalogueFacts
    coverage: Coverage


class PortionOutcome(NamedTuple):
    """What a portion came to; `files` says which regions each file turned out to be of.

    `reaches_far` where a revision stands in a report whose region can't be read: every region may be meant.
    """

    outcome: Outcome
    files: tuple[PlacedFile, ...]
    reaches_far: bool


class Reading(NamedTuple):
    """A portion in hand before it is judged. A copy of the catalogue is a file, and no report."""

    task: Task
    files: tuple[ReportFile, ...]
    reports: tuple[ReportFile, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def documents(self) -> Iterator[Document]:
        """The texts of all files."""
        return (file.document for file in self.files)

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """What the reports say."""
        return tuple(submission for file in self.reports for submission in file.submissions)


def carry_out(request: Request, loaded: Loaded, catalogue: Catalogue, on_progress: OnProgress | None = None) -> Outcome:
    """Read, judge and locate in one piece; what is wrong with reports is a result. `catalogue` is that of `loaded`.

    `on_progress` hears after each file how many of how many are read.
    An assumption changes what is shown, never the result: that of the figures as they were reported.
    """
    return came_to(read_whole(request, loaded, catalogue, find_files(request.paths, loaded.path), on_progress))


def read_whole(
    request: Request, loaded: Loaded, catalogue: Catalogue, search: FileSearch, on_progress: OnProgress | None
) -> Reading:
    """All files of a run as one portion."""
    more = file_counter(on_progress, len(search.files))
    return read_portion(task_of(request, loaded, catalogue, search), Portion(search.files, notes_on(search)), more)


def task_of(request: Request, loaded: Loaded, catalogue: Catalogue, search: FileSearch) -> Task:
    """What the portions of a run share."""
    facts = catalogue_facts(loaded, catalogue)
    request = request._replace(scope=request.scope._replace(every_lead="absent" in request.fail_on))
    return Task(request, loaded, catalogue, facts, coverage_of(search, request.scope, catalogue))


def file_counter(on_progress: OnProgress | None, total: int) -> Callable[[int], None]:
    """Something that takes how many more files are read; what is read again is not counted twice."""
    done = 0

    def more(files: int) -> None:
        nonlocal done
        done = min(done + files, total)
        if on_progress is not None:
            on_progress(done, total)

    return more


def outcome_of(task: Task, portion: Portion, more: Callable[[int], None]) -> PortionOutcome:
    """What a portion comes to by itself; `more` hears of each file that is read."""
    reading = read_portion(task, portion, more)
    regions = (tuple(submission.region for submission in file.submissions) for file in reading.files)
    return PortionOutcome(
        outcome=came_to(reading),
        files=tuple(zip(portion.paths, regions, strict=True)),
        reaches_far=any(submission.region is None and submission.revisions for submission in reading.submissions),
    )


def read_portion(task: Task, portion: Portion, more: Callable[[int], None]) -> Reading:
    """What a portion says. Copies of the catalogue are passed over like the catalogue itself."""
    diagnostics, files, reports = list(portion.notes), [], []
    for path in portion.paths:
        file = load_report(path, task.catalogue)
        files.append(file)
        more(1)
        if file.document.sha256 == task.loaded.document.sha256:
            diagnostics.append(Diagnostic("ANJ013", start_of(file.document.path)))
        else:
            reports.append(file)
            diagnostics += file.diagnostics
    return Reading(task, tuple(files), tuple(reports), tuple(diagnostics))


def came_to(reading: Reading) -> Outcome:
    """What was read, judged, with the result of it."""
    request, catalogue = reading.task.request, reading.task.catalogue
    outcome = _outcome(reading, reading.submissions, reading.diagnostics)
    tally = tally_of(outcome)
    coverage = outcome.coverage._replace(unmatched=unmatched(tally, outcome.coverage))
    outcome = outcome._replace(coverage=coverage, result=result_of(tally, coverage, request.fail_on))
    if request.what_if:
        outcome = _assuming(reading, outcome)
    if request.earlier is None:
        return outcome
    from anju_cli.comparison import since

    return outcome._replace(since=since(outcome, request.earlier, _shown(request.scope, catalogue, outcome)))


def _shown(scope: Scope, catalogue: Catalogue, outcome: Outcome) -> "IsShown":
    """Which judgements this run was asked to see: of an older year than the newest only by an option."""
    left_out = frozenset(promise.key for promise in catalogue.promises if not scope.takes(promise))
    newest = {section.region: section.year for section in sorted(outcome.sections, key=lambda section: section.year)}

    def is_shown(region: str, target: str, year: int) -> bool:
        return target not in left_out and scope.takes_year(year, max(year, newest.get(region, year)))

    return is_shown


def _assuming(reading: Reading, reported: Outcome) -> Outcome:
    """The same files judged once more, with the assumed figures in place of those reported.

    What was found in the files stays as it was, and so does the exit code; added is what is wrong with an
    assumption itself.
    """
    from anju_cli.assessment.what_if import assume

    task = reading.task
    assumed = assume(
        reading.submissions, list(reading.diagnostics), task.request.what_if, task.catalogue, task.request.scope
    )
    outcome = _outcome(reading, assumed.submissions, tuple(assumed.findings))
    own = [finding for finding in outcome.findings if finding.diagnostic.place.assumed]
    findings = in_order([*reported.findings, *own])
    result = reported.result
    faults = sum(finding.level is Level.ERROR for finding in own)
    if faults:
        result = result._replace(arguments={**result.arguments, "assumed_errors": str(faults)})
    return outcome._replace(
        sections=tuple(_attended(section, reported) for section in outcome.sections),
        findings=findings,
        coverage=reported.coverage,
        assumptions=assumed.assumptions,
        result=result,
    )


def _attended(section: Section, reported: Outcome) -> Section:
    """A section with who is absent of the figures as they were reported: an assumption hands in nothing."""
    for before in reported.sections:
        if (before.region, before.year) == (section.region, section.year):
            return section._replace(absent=before.absent, empty=before.empty)
    return section._replace(absent=(), empty=())


def notes_on(search: FileSearch) -> tuple[Diagnostic, ...]:
    """What there is to say of paths that were not read: the catalogue, and files named twice."""
    codes = (("ANJ013", search.catalogues), ("ANJ014", search.again))
    return tuple(Diagnostic(code, start_of(shown_path(path))) for code, paths in codes for path in paths)


def _outcome(reading: Reading, submissions: tuple[Submission, ...], diagnostics: tuple[Diagnostic, ...]) -> Outcome:
    """Judge and locate."""
    task = reading.task
    judged = judge(submissions, diagnostics, task.catalogue, task.request.scope)
    locator = Locator(task.catalogue, task.loaded.document, reading.documents)
    return Outcome(
        catalogue=task.facts,
        reports=reports(reading.reports),
        sections=tuple(
            _located(section, locator) for section in sorted(judged.sections, key=lambda section: section.rank)
        ),
        findings=locator.findings([*diagnostics, *judged.findings]),
        coverage=with_figures(task.coverage, reading.submissions, judged.sections, task.request.scope, task.catalogue),
        result=Result(0, "ok"),
        revised=judged.revised,
        stated=judged.stated,
    )


def _located(section: Section, locator: Locator) -> Section:
    judgements = tuple(locator.judgement(judgement) for judgement in section.judgements)
    return section._replace(judgements=judgements)


def broken_outcome(loaded: Loaded) -> Outcome:
    """An outcome that holds nothing but the catalogue's faults."""
    document = loaded.document
    facts = CatalogueFacts("", "", "", document.sha256, document.path, 0, (0, 0), ())
    locator = Locator(None, document, [])
    findings = locator.findings(list(loaded.diagnostics))
    return Outcome(facts, (), (), findings, Coverage(0, 0), Result(2, "catalogue"))
