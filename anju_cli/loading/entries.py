"""The entries of a report beside its figures: reasons for queries, and revisions of earlier figures."""

from collections.abc import Iterator

from anju_cli.catalogue import Catalogue
from anju_cli.characters import clipped
from anju_cli.loading.collector import Told
from anju_cli.loading.quantities import read_value
from anju_cli.numbers import read_year
from anju_cli.places import Place, Route
from anju_cli.submission import Explanation, ReportShape, Revision, RevisionShape, says_nothing


def explanations(shape: ReportShape, told: Told, catalogue: Catalogue) -> Iterator[Explanation]:
    """Every reason that can be matched with a query: of two none is picked."""
    for index, explanation in enumerate(shape.explanations):
        route: Route = ("explanations", index)
        found = catalogue.indicator_names.find(explanation.indicator)
        for key in ("code", "indicator", "value"):
            if not getattr(explanation, key).strip():
                told.find("ANJ103", *route, arguments={"key": key})
        if not found and explanation.indicator.strip():
            told.unknown("ANJ105", (*route, "indicator"), explanation.indicator, catalogue.indicator_names)
        elif found and not told.fault(route):
            value = read_value(explanation.value, catalogue.indicators[found.id])
            yield Explanation(
                explanation.code.strip(), found.id, value, explanation.reason.strip(), Place(told.path, route)
            )


def revisions(shape: ReportShape, told: Told, catalogue: Catalogue) -> Iterator[Revision]:
    """Every revision that names a figure, faulty ones too: they leave it in doubt."""
    own, _ = read_year(shape.year)
    for index, revision in enumerate(shape.revisions):
        route: Route = ("revisions", index)
        if revision == RevisionShape() and told.fault(route):
            continue  # no entry at all, as is said already
        found = catalogue.indicator_names.find(revision.indicator)
        year, _ = read_year(revision.year)
        _lacking(revision, route, told)
        if revision.indicator.strip() and not found:
            told.unknown("ANJ105", (*route, "indicator"), revision.indicator, catalogue.indicator_names)
        if revision.year.strip():
            _wrong_year(revision, year, own, route, told, catalogue)
        if found:
            indicator = catalogue.indicators[found.id]
            was, value = read_value(revision.was, indicator), read_value(revision.value, indicator)
            place = Place(told.path, route)
            if told.fault((*route, "year")) not in {"", "ANJ106"}:
                year = None  # written twice, or as a list: either may be meant
            yield Revision(found.id, year, was, value, revision.reason.strip(), place, told.fault(route))


def _lacking(shape: RevisionShape, route: Route, told: Told) -> None:
    """What an entry does not say."""
    for key in RevisionShape._fields:
        if not getattr(shape, key).strip() and not told.fault((*route, key)):
            told.find("ANJ103", *route, arguments={"key": key}, kind="revision")
    if shape.reason.strip() and says_nothing(shape.reason):
        told.find("ANJ103", *route, "reason", text=shape.reason, arguments={"key": "reason"}, kind="empty")


def _wrong_year(
    shape: RevisionShape, year: int | None, own: int | None, route: Route, told: Told, catalogue: Catalogue
) -> None:
    """A year that can't be revised: no year, none of the catalogue's, or not earlier than the report's own."""
    first, last = catalogue.catalogue.span
    outside = year is not None and not first <= year <= last
    later = year is not None and own is not None and year >= own
    kind = "form" if year is None else "outside" if outside else "not_earlier" if later else ""
    if kind:
        arguments = {"first": str(first), "last": str(last), "year": clipped(shape.year)}
        told.find("ANJ106", *route, "year", text=shape.year, arguments=arguments, kind=kind)
