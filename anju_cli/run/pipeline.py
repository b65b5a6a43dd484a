"""Paths and options to an Outcome: load, judge, locate. A command adds options and rendering."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from anju_cli.assessment import Scope, assume, judge
from anju_cli.catalogue import Catalogue
from anju_cli.comparison import Asked, EarlierOutcome, since
from anju_cli.diagnostics import Diagnostic, Level
from anju_cli.loading import Found, Loaded, ReportFile, find_files, load_reports
from anju_cli.loading.files import shown_path, start_of
from anju_cli.locating import Locator, in_order
from anju_cli.outcome import CatalogueFacts, Coverage, Outcome, Result, Section
from anju_cli.run.coverage import catalogue_facts, coverage, reports
from anju_cli.run.results import result_of
from anju_cli.submission import Figure, Submission

#: Hears how many files of how many are read.
Told = Callable[[int, int], None]


class Request(NamedTuple):
    """What a run is asked to do. `what_if` are figures assumed, `earlier` an outcome to compare with."""

    paths: tuple[str, ...]
    scope: Scope = Scope()
    fail_on: tuple[str, ...] = ()
    what_if: tuple[Figure, ...] = ()
    earlier: EarlierOutcome | None = None


class _Read(NamedTuple):
    """What a run has in hand before it judges."""

    request: Request
    loaded: Loaded
    catalogue: Catalogue
    found: Found
    files: tuple[ReportFile, ...]

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """What the files say."""
        return tuple(submission for file in self.files for submission in file.submissions)

    @property
    def said(self) -> list[Diagnostic]:
        """What was found on the way."""
        return [*_passed_over(self.found), *(finding for file in self.files for finding in file.diagnostics)]


def carry_out(request: Request, loaded: Loaded, catalogue: Catalogue, told: Told | None = None) -> Outcome:
    """Read, judge and locate; what is wrong with reports is a result. `catalogue` is that of `loaded`.

    `told` hears after each file how many of how many are read.
    An assumption changes what is shown, never the result: that of the figures as they were reported.
    """
    found = find_files(request.paths, loaded.path)
    return _came_to(_Read(request, loaded, catalogue, found, tuple(_files(found, loaded, catalogue, told))))


def _files(found: Found, loaded: Loaded, catalogue: Catalogue, told: Told | None) -> Iterator[ReportFile]:
    """Every file, with word of how many are read."""
    for done, file in enumerate(load_reports(found.files, catalogue), 1):
        if told is not None:
            told(done, len(found.files))
        yield _without_catalogue(file, loaded)


def _came_to(read: _Read) -> Outcome:
    request, catalogue = read.request, read.catalogue
    outcome = _outcome(read, read.submissions, read.said)
    outcome = outcome._replace(result=result_of(outcome, request.fail_on))
    if request.what_if:
        outcome = _assuming(read, outcome)
    if request.earlier is None:
        return outcome
    return outcome._replace(since=since(outcome, request.earlier, _asked(request.scope, catalogue, outcome)))


def _asked(scope: Scope, catalogue: Catalogue, outcome: Outcome) -> Asked:
    """Which judgements this run was asked to see: of an older year than the newest only by an option."""
    left_out = frozenset(promise.key for promise in catalogue.promises if not scope.takes(promise))
    newest = {section.region: section.year for section in sorted(outcome.sections, key=lambda section: section.year)}

    def asked(region: str, target: str, year: int) -> bool:
        return target not in left_out and scope.takes_year(year, max(year, newest.get(region, year)))

    return asked


def _assuming(read: _Read, reported: Outcome) -> Outcome:
    """The same files judged once more, with the assumed figures in place of those reported.

    What was found in the files stays as it was, and so does the exit code; added is what is wrong with an
    assumption itself.
    """
    assumed = assume(read.submissions, read.said, read.request.what_if, read.catalogue, read.request.scope)
    outcome = _outcome(read, assumed.submissions, assumed.findings)
    own = [finding for finding in outcome.findings if finding.diagnostic.place.assumed]
    findings = in_order([*reported.findings, *own])
    result = reported.result
    faults = sum(finding.level is Level.ERROR for finding in own)
    if faults:
        result = result._replace(arguments={**result.arguments, "assumed_errors": str(faults)})
    return outcome._replace(findings=findings, assumptions=assumed.assumptions, result=result)


def _without_catalogue(file: ReportFile, loaded: Loaded) -> ReportFile:
    """A copy of the catalogue in use, met on the way, is passed over like the catalogue itself."""
    if file.document.sha256 != loaded.document.sha256:
        return file
    note = Diagnostic("ANJ013", start_of(file.document.path))
    return ReportFile(file.document, (), (note,))


def _passed_over(found: Found) -> Iterable[Diagnostic]:
    for path in found.catalogues:
        yield Diagnostic("ANJ013", start_of(shown_path(path)))
    for path in found.again:
        yield Diagnostic("ANJ014", start_of(shown_path(path)))


def _outcome(read: _Read, submissions: tuple[Submission, ...], said: list[Diagnostic]) -> Outcome:
    """Judge and locate."""
    scope = read.request.scope
    judged = judge(submissions, said, read.catalogue, scope)
    locator = Locator(read.catalogue, read.loaded.document, [file.document for file in read.files])
    own_first = sorted(judged.sections, key=lambda section: (not section.own, section.region, section.year))
    return Outcome(
        catalogue=catalogue_facts(read.loaded, read.catalogue),
        reports=reports(read.files),
        sections=tuple(_located(section, locator) for section in own_first),
        findings=locator.findings([*said, *judged.findings]),
        coverage=coverage(read.files, read.found, judged.sections, scope, read.catalogue),
        result=Result(0, "ok"),
        revised=judged.revised,
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
