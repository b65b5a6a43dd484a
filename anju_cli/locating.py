"""Routes to lines: places of the catalogue, and the lines of text that findings show."""

from collections.abc import Iterable

from anju_cli.catalogue import Catalogue, Indicator, Target
from anju_cli.diagnostics import Diagnostic, Related
from anju_cli.outcome import Finding, Input, Judgement, RelatedPlace
from anju_cli.places import Place, Span
from anju_cli.readers import Document


class Locator:
    """Knows the catalogue's document, and those of the files whose findings are to be shown."""

    def __init__(self, catalogue: Catalogue | None, own: Document, documents: Iterable[Document]) -> None:
        self._catalogue = catalogue
        self._own = own
        self._concrete: dict[Place, Place] = {}
        self._documents = {own.path: own} | {document.path: document for document in documents}

    def findings(self, diagnostics: Iterable[Diagnostic]) -> tuple[Finding, ...]:
        """Findings with their lines: by level, then file, line and code."""
        return in_order(map(self._finding, diagnostics))

    def judgement(self, judgement: Judgement) -> Judgement:
        """A judgement whose places in the catalogue have lines; those of figures were known when they were read."""
        return judgement._replace(
            clause_place=judgement.clause_place and self._placed(judgement.clause_place),
            inputs=tuple(map(self._input, judgement.inputs)),
        )

    def _input(self, operand: Input) -> Input:
        place = operand.place
        return operand if place is None or place.path else operand._replace(place=self._placed(place))

    def _placed(self, place: Place) -> Place:
        """A place of the catalogue, which has no path yet, with its path and lines; looked up once."""
        concrete = self._concrete.get(place)
        if concrete is None:
            span = self._own.locate(place)
            concrete = self._concrete[place] = place._replace(path=self._own.path, span=span)
        return concrete

    def _finding(self, diagnostic: Diagnostic) -> Finding:
        span = self._span(diagnostic.place)
        id_ = diagnostic.indicator or diagnostic.place.figure
        indicator = self._catalogue.indicators.get(id_) if self._catalogue and id_ else None
        target = _promise(indicator, diagnostic.arguments.get("comparator"))
        explained = diagnostic.explanation
        if explained is not None:
            place = explained.place._replace(span=self._span(explained.place))
            diagnostic = diagnostic._replace(explanation=explained._replace(place=place))
        return Finding(
            diagnostic=diagnostic._replace(indicator=id_ if indicator else diagnostic.indicator),
            span=span,
            line_text=self._line(diagnostic.place.path, span),
            related=tuple(map(self._related, diagnostic.related)),
            name=indicator.name if indicator else None,
            clause=target.clause if target else None,
            quote=target.quote if target else None,
            catalogue_line=self._catalogue_line(id_) if indicator and id_ else None,
            catalogue_path=self._own.path,
        )

    def _catalogue_line(self, id_: str) -> int | None:
        span = self._own.locate(Place(self._own.path, ("indicators", id_), on_key=True))
        return span.line if span else None

    def _related(self, related: Related) -> RelatedPlace:
        """A second place with its line; one without a path is in the catalogue."""
        place, role, written = related
        place = place if place.path else place._replace(path=self._own.path)
        span = self._span(place)
        return RelatedPlace(place.path, span, self._line(place.path, span), role, written)

    def _span(self, place: Place) -> Span | None:
        document = self._documents.get(place.path)
        return place.span if document is None else document.locate(place)

    def _line(self, path: str, span: Span | None) -> str:
        if span is None or path not in self._documents:
            return ""
        lines = self._documents[path].lines
        return lines[span.line - 1] if span.line <= len(lines) else ""


def _promise(indicator: Indicator | None, comparator: str | None) -> Target | None:
    """The promise that a finding is about; of a figure as such, the first."""
    targets = indicator.targets if indicator else ()
    named = (target for target in targets if target.goal.kind == comparator)
    return next(named, targets[0] if targets else None)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By level, then file, line and code."""
    return tuple(sorted(findings, key=lambda finding: finding.rank))
