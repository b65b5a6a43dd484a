"""Paths and options to an Outcome: load, judge, locate. A command adds options and rendering."""

from collections.abc import Iterable
from typing import NamedTuple

from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import Diagnostic, Level
from anju_cli.engine import Judged, Scope, judge
from anju_cli.loading import Found, Loaded, ReportFile, find_files, load_catalogue, load_report, load_shipped
from anju_cli.loading.files import shown_path, start_of
from anju_cli.locating import Locator
from anju_cli.outcome import CatalogueFacts, Coverage, Finding, Outcome, Report, Result, Section, Status
from anju_cli.submission import Missing, Submission

#: What --fail-on may ask about, and the statuses it looks at.
FAIL_ON: dict[str, tuple[Status, ...]] = {
    "error": (),
    "query": (),
    "missed": (Status.MISSED,),
    "behind": (Status.BEHIND, Status.MISSED),
    "undetermined": (Status.UNDETERMINED,),
    "unreported": (Status.NOT_REPORTED, Status.PENDING),
}


class Request(NamedTuple):
    """What a run is asked to do."""

    paths: tuple[str, ...]
    scope: Scope = Scope()
    fail_on: tuple[str, ...] = ()


def carry_out(request: Request, loaded: Loaded, catalogue: Catalogue) -> Outcome:
    """Read, judge and locate; what is wrong with reports is a result. `catalogue` is that of `loaded`."""
    found = find_files(request.paths, loaded.path)
    files = [load_report(path, catalogue) for path in found.files]
    files = [_without_catalogue(file, loaded) for file in files]
    submissions = tuple(one for file in files for one in file.submissions)
    said = [*_passed_over(found), *(one for file in files for one in file.diagnostics)]
    judged = judge(submissions, said, catalogue, request.scope)
    locator = Locator(catalogue, loaded.document, [file.document for file in files])
    work = _Work(request, loaded, catalogue, found, files, judged)
    return _outcome(work, [*said, *judged.findings], locator)


class _Work(NamedTuple):
    """What a run has in hand when it comes to its outcome."""

    request: Request
    loaded: Loaded
    catalogue: Catalogue
    found: Found
    files: list[ReportFile]
    judged: Judged


def _without_catalogue(file: ReportFile, loaded: Loaded) -> ReportFile:
    """A copy of the catalogue in use, met on the way, is passed over like the catalogue itself."""
    if file.document.data != loaded.document.data:
        return file
    note = Diagnostic("ANJ013", start_of(file.document.path))
    return ReportFile(file.document, (), (note,))


def _passed_over(found: Found) -> Iterable[Diagnostic]:
    for path in found.catalogues:
        yield Diagnostic("ANJ013", start_of(shown_path(path)))
    for path in found.again:
        yield Diagnostic("ANJ014", start_of(shown_path(path)))


def _outcome(work: _Work, findings: list[Diagnostic], locator: Locator) -> Outcome:
    own_first = sorted(work.judged.sections, key=lambda one: (not one.own, one.region, one.year))
    read = [file for file in work.files if not _is_copy(file)]
    outcome = Outcome(
        catalogue=_catalogue_facts(work.loaded, work.catalogue),
        reports=tuple(_report(file, one) for file in read for one in file.submissions or (None,)),
        sections=tuple(_located(section, locator) for section in own_first),
        findings=locator.findings(findings),
        coverage=_coverage(work),
        result=Result(0, "ok"),
    )
    return outcome._replace(result=result_of(outcome, work.request))


def _is_copy(file: ReportFile) -> bool:
    return any(one.code == "ANJ013" for one in file.diagnostics)


def _located(section: Section, locator: Locator) -> Section:
    judgements = tuple(locator.judgement(one) for one in section.judgements)
    return section._replace(judgements=judgements)


def _coverage(work: _Work) -> Coverage:
    scope = work.request.scope
    seen = {(section.region, section.year) for section in work.judged.sections}
    submissions = [one for file in work.files for one in file.submissions]
    filters = (
        ("department", scope.departments),
        ("area", scope.areas),
        ("basis", scope.bases),
        ("year", tuple(map(str, scope.years))),
    )
    return Coverage(
        reports=sum(len(file.submissions) for file in work.files),
        figures=sum(map(_figures, submissions)),
        figures_seen=sum(_figures(one) for one in submissions if (one.region, one.year) in seen),
        passed_over=work.found.passed_over,
        missing=tuple(map(shown_path, work.found.missing)),
        filters=tuple((name, values) for name, values in filters if values),
        left_out=sum(not scope.takes(target) for _, target in work.catalogue.promises),
    )


def _figures(submission: Submission) -> int:
    """How many figures a report has: a word for what is missing is none."""
    return sum(not isinstance(figure.value.reading, Missing) for figure in submission.figures.values())


def _report(file: ReportFile, submission: Submission | None) -> Report:
    document = file.document
    if submission is None:
        return Report(
            path=document.path,
            region=None,
            year=None,
            department=None,
            scope="all",
            sample=False,
            encoding=document.encoding,
            sha256=document.sha256,
            figures=0,
        )
    return Report(
        path=document.path,
        region=submission.region,
        year=submission.year,
        department=submission.department,
        scope=submission.scope,
        sample=submission.sample,
        encoding=document.encoding,
        sha256=document.sha256,
        figures=_figures(submission),
    )


def _catalogue_facts(loaded: Loaded, catalogue: Catalogue) -> CatalogueFacts:
    head = catalogue.catalogue
    return CatalogueFacts(
        title=head.title,
        document=head.document,
        region=head.region.name,
        sha256=loaded.document.sha256,
        path=loaded.document.path,
        promises=len(catalogue.promises),
        period=head.period,
        areas=tuple(catalogue.areas.items()),
        departments={name: one.en for name, one in catalogue.departments.items()},
    )


def broken_outcome(loaded: Loaded) -> Outcome:
    """An outcome that holds nothing but the catalogue's faults."""
    document = loaded.document
    facts = CatalogueFacts("", "", "", document.sha256, document.path, 0, (0, 0), ())
    locator = Locator(None, document, [])
    findings = locator.findings(list(loaded.diagnostics))
    return Outcome(facts, (), (), findings, Coverage(0, 0), Result(2, "catalogue"))


def result_of(outcome: Outcome, request: Request) -> Result:
    """2 could not check, before 1 faults, before 3 nothing checked, before 0."""
    errors = [one for one in outcome.findings if one.level is Level.ERROR]
    nothing = outcome.coverage.figures_seen == 0
    if outcome.coverage.missing:
        return Result(2, "missing")
    if errors and not (nothing and all(one.diagnostic.code == "ANJ008" for one in errors)):
        return Result(1, "faults", {"errors": str(len(errors))})
    asked = tuple(key for key in dict.fromkeys(request.fail_on) if _found(outcome, key))
    if asked:
        return Result(1, "fail_on", {"asked": " ".join(asked)})
    if nothing:
        return Result(3, "nothing")
    if _found(outcome, "query"):
        return Result(0, "queries")
    return Result(0, "ok" if outcome.judgements else "history")


def _found(outcome: Outcome, key: str) -> bool:
    """Whether what --fail-on asks about is there; other regions' promises are not looked at."""
    if key == "query":
        return any(one.level is Level.QUERY and one.diagnostic.open for one in outcome.findings)
    own = (one for section in outcome.sections if section.own for one in section.judgements)
    return any(one.status in FAIL_ON[key] for one in own)


def check_sample(paths: tuple[str, ...], folder: str, is_catalogue: bool) -> tuple[Finding, ...]:
    """What check finds in a sample, with the shipped catalogue; the samples' folder is not shown."""
    loaded = load_catalogue(paths[0]) if is_catalogue else load_shipped()
    if loaded.catalogue is None:
        findings = broken_outcome(loaded).findings
    else:
        findings = carry_out(Request(paths), loaded, loaded.catalogue).findings
    return tuple(_without_folder(one, f"{folder}/") for one in findings)


def _without_folder(finding: Finding, folder: str) -> Finding:
    """The same finding with its file's bare name: the same words on every machine."""
    place, arguments = finding.diagnostic.place, finding.diagnostic.arguments
    diagnostic = finding.diagnostic._replace(
        place=place._replace(path=place.path.removeprefix(folder)),
        arguments={key: value.replace(folder, "") for key, value in arguments.items()},
    )
    related = tuple(one._replace(path=one.path.removeprefix(folder)) for one in finding.related)
    return finding._replace(diagnostic=diagnostic, related=related)
