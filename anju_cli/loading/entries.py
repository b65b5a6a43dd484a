"""The entries of a report beside its figures: reasons for queries, and revisions of earlier figures."""

from collections.abc import Iterator

from anju_cli.catalogue import Catalogue
from anju_cli.characters import clipped
from anju_cli.diagnostics import Topic
from anju_cli.loading.collector import FindingCollector
from anju_cli.loading.quantities import read_value
from anju_cli.numbers import read_year
from anju_cli.places import Route
from anju_cli.submission import Explanation, ReportShape, Revision, RevisionShape, says_nothing


def explanations(shape: ReportShape, collector: FindingCollector, catalogue: Catalogue) -> Iterator[Explanation]:
    """Every reason that can be matched with a query: of two none is picked."""
    for index, explanation in enumerate(shape.explanations):
        route: Route = ("explanations", index)
        match = catalogue.indicator_names.find(explanation.indicator)
        for key in ("code", "indicator", "value"):
            if not getattr(explanation, key).strip():
                arguments = {"key": collector.word(key, "explanations")}
                collector.find("ANJ103", *route, arguments=arguments, topic=Topic.LACKING_KEY)
        if not match and explanation.indicator.strip():
            collector.unknown("ANJ105", (*route, "indicator"), explanation.indicator, catalogue.indicator_names)
        elif match and not collector.fault(route):
            value = read_value(explanation.value, catalogue.indicators[match.id])
            yield Explanation(
                explanation.code.strip(), match.id, value, explanation.reason.strip(), collector.document.place(route)
            )


def revisions(shape: ReportShape, collector: FindingCollector, catalogue: Catalogue) -> Iterator[Revision]:
    """Every revision that names a figure, faulty ones too: they leave it in doubt."""
    own, _ = read_year(shape.year)
    for index, revision in enumerate(shape.revisions):
        route: Route = ("revisions", index)
        if revision == RevisionShape() and collector.fault(route):
            continue  # no entry at all, as is said already
        match = catalogue.indicator_names.find(revision.indicator)
        year, _ = read_year(revision.year)
        _lacking(revision, route, collector)
        if revision.indicator.strip() and not match:
            collector.unknown("ANJ105", (*route, "indicator"), revision.indicator, catalogue.indicator_names)
        if revision.year.strip():
            _wrong_year(revision, year, own, route, collector, catalogue)
        if match:
            indicator = catalogue.indicators[match.id]
            was, value = read_value(revision.was, indicator), read_value(revision.value, indicator)
            place = collector.document.place(route)
            if collector.fault((*route, "year")) not in {"", "ANJ106"}:
                year = None  # written twice, or as a list: either may be meant
            fault, places = collector.fault(route), collector.document.places(route)
            yield Revision(match.id, year, was, value, revision.reason.strip(), place, fault, places)


def _lacking(shape: RevisionShape, route: Route, collector: FindingCollector) -> None:
    """What an entry does not say."""
    for key in RevisionShape._fields:
        if not getattr(shape, key).strip() and not collector.fault((*route, key)):
            arguments = {"key": collector.word(key, "revisions")}
            collector.find("ANJ103", *route, arguments=arguments, kind="revision", topic=Topic.LACKING_KEY)
    if shape.reason.strip() and says_nothing(shape.reason):
        arguments, topic = {"key": "reason"}, Topic.LACKING_KEY
        collector.find("ANJ103", *route, "reason", text=shape.reason, arguments=arguments, kind="empty", topic=topic)


def _wrong_year(
    shape: RevisionShape,
    year: int | None,
    own: int | None,
    route: Route,
    collector: FindingCollector,
    catalogue: Catalogue,
) -> None:
    """A year that can't be revised: no year, none of the catalogue's, or not earlier than the report's own."""
    first, last = catalogue.catalogue.span
    outside = year is not None and not first <= year <= last
    later = year is not None and own is not None and year >= own
    kind = "form" if year is None else "outside" if outside else "not_earlier" if later else ""
    if kind:
        arguments = {"first": str(first), "last": str(last), "year": clipped(shape.year)}
        collector.find("ANJ106", *route, "year", text=shape.year, arguments=arguments, kind=kind)
