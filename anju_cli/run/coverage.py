"""What was read and by which catalogue, as an outcome tells it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from anju_cli.assessment import Scope
from anju_cli.catalogue import Catalogue
from anju_cli.loading import FileSearch, Loaded, ReportFile
from anju_cli.loading.files import shown_path
from anju_cli.outcome import CatalogueFacts, Coverage, Report, Section
from anju_cli.submission import Missing, Submission


def coverage_of(search: FileSearch, scope: Scope, catalogue: Catalogue) -> Coverage:
    """What was not read, and what the options left out."""
    return Coverage(
        reports=0,
        figures=0,
        passed_over=search.passed_over,
        unread=tuple(map(shown_path, search.unread)),
        outcomes=tuple(map(shown_path, search.outcomes)),
        fruitless=tuple(map(shown_path, search.fruitless)),
        missing=tuple(map(shown_path, search.missing)),
        filters=_filters(scope),
        left_out=sum(not scope.takes(promise) for promise in catalogue.promises),
    )


def with_figures(
    coverage: Coverage,
    submissions: tuple[Submission, ...],
    sections: Iterable[Section],
    scope: Scope,
    catalogue: Catalogue,
) -> Coverage:
    """The same with how much was read."""
    places = {(section.region, section.year) for section in sections}
    shown = [submission for submission in submissions if (submission.region, submission.year) in places]
    return coverage._replace(
        reports=len(submissions),
        figures=sum(map(_figures, submissions)),
        figures_seen=sum(_asked_for(submission, scope, catalogue) for submission in shown),
        matches=Counter(_matches(shown, scope, catalogue)) if coverage.filters else Counter(),
    )


def _matches(shown: Iterable[Submission], scope: Scope, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What answers to a year, department, area, basis or indicator, by kind: promises in view, returns, figures."""
    for promise in filter(scope.takes, catalogue.promises):
        yield from (("area", promise.area), ("basis", promise.target.basis))
    for submission in shown:
        yield "year", str(submission.year)
        if submission.department is not None:
            yield "department", submission.department
        for id_ in _reported(submission):
            yield "indicator", id_
            for promise in filter(scope.takes, catalogue.promises_about[id_]):
                yield "department", promise.lead
        for id_ in scope.indicators:
            previous = submission.figures[id_].previous if id_ in submission.figures else None
            if previous is not None and previous.amount is not None:  # it is shown as the figure of that year
                yield from (("indicator", id_), ("year", str((submission.year or 0) - 1)))


def _filters(scope: Scope) -> tuple[tuple[str, tuple[str, ...]], ...]:
    filters = (
        ("department", scope.departments),
        ("area", scope.areas),
        ("basis", scope.bases),
        ("year", tuple(map(str, scope.years))),
        ("indicator", scope.indicators),
    )
    return tuple((name, values) for name, values in filters if values)


def _figures(submission: Submission) -> int:
    """How many figures a report has."""
    return len(_reported(submission))


def _asked_for(submission: Submission, scope: Scope, catalogue: Catalogue) -> int:
    """How many of a report's figures are among those that the user asked to see."""
    return sum(scope.asks_for(id_, catalogue.promises_about[id_]) for id_ in _reported(submission))


def _reported(submission: Submission) -> list[str]:
    """The indicators that a report has figures of: a word for what is missing is none."""
    return [id_ for id_, figure in submission.figures.items() if not isinstance(figure.value.reading, Missing)]


def reports(files: Iterable[ReportFile]) -> tuple[Report, ...]:
    """Every file that was read; by path, in whatever order they were given."""
    read = sorted(files, key=lambda file: file.document.path)
    return tuple(_report(file, submission) for file in read for submission in file.submissions or (None,))


def _report(file: ReportFile, submission: Submission | None) -> Report:
    document = file.document
    unread = Report(document.path, None, None, None, "all", False, document.encoding, document.sha256, 0)  # noqa: FBT003 - no sample
    if submission is None:
        return unread
    return unread._replace(
        region=submission.region,
        year=submission.year,
        department=submission.department,
        scope=submission.scope,
        sample=submission.sample,
        figures=_figures(submission),
        number=submission.report,
    )


def catalogue_facts(loaded: Loaded, catalogue: Catalogue) -> CatalogueFacts:
    """Which plan was judged by."""
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
        departments={name: department.en for name, department in catalogue.departments.items()},
        indicators={id_: indicator.name for id_, indicator in catalogue.indicators.items()},
    )
