"""Judgements: a promise assessed by what is believed of a region, with what its reports say of the figure."""

from collections.abc import Iterator, Mapping

from anju_cli.assessment.ledger import Ledger, VettedFigure
from anju_cli.assessment.series import Doubt, Entry, Parts, Series, Years, years_of
from anju_cli.assessment.status import NOT_REPORTED, assess, settled
from anju_cli.catalogue import Promise
from anju_cli.history import Point
from anju_cli.outcome import Assessment, Input, Judgement, Status
from anju_cli.places import Origin, Place
from anju_cli.submission import Figure, Grade, Missing


class Judge:
    """Judges the promises of one ledger; what is known of an indicator's years is gathered once.

    `samples` are the reports with imagined figures.
    """

    def __init__(self, ledger: Ledger, samples: frozenset[Origin] = frozenset()) -> None:
        self.ledger = ledger
        self.samples = samples
        self.own = ledger.catalogue.catalogue.region.name
        self._years: dict[tuple[str, str], Years] = {}

    def promise(self, promise: Promise, region: str, year: int, unread: tuple[str, ...] = ()) -> Judgement:
        """One promise in one region and year; `unread` is why files were not read to their end."""
        vetted = self.ledger.figure(region, year, promise.id)
        place = Place("", promise.route)
        if vetted is None:  # nothing was reported; in a file that broke off it may stand in the rest
            assessment = Assessment(Status.UNDETERMINED, reasons=unread) if unread else NOT_REPORTED
            return Judgement(promise, region, year, assessment, clause_place=place)
        reference = self._years_of(region, promise.description.reference or "")
        years = self._years_of(region, promise.id)
        series = Series(year, years, reference, region == self.own, promise.key in self.ledger.contradicted)
        assessment, figure = assess(promise, series), vetted.figure
        inputs = tuple(_inputs(self.ledger, promise, region, figure, year, assessment))
        would = settled(promise, series)
        rests_on = () if would is None else tuple(_inputs(self.ledger, promise, region, figure, year, would))
        places = tuple(number.place for number in (*inputs, *rests_on) if number.place is not None)
        judged = assessment.value is not None
        return Judgement(
            promise=promise,
            region=region,
            year=year,
            assessment=assessment,
            written=None if vetted.duplicate else figure.value.text,
            grade=figure.value.text.strip() if judged and isinstance(figure.value.reading, Grade) else None,
            explained=vetted.explained,
            inputs=inputs,
            course=years.up_to(year) if judged else (),
            assumed=figure.place.assumed or any(place.assumed for place in places),
            source=figure.at("value"),
            clause_place=place,
            on_sample=bool(self.samples) and self._on_sample(places, region, promise.id, assessment, would),
            note=figure.note or "",
        )

    def _on_sample(
        self, places: tuple[Place, ...], region: str, id_: str, assessment: Assessment, would: Assessment | None
    ) -> bool:
        """Whether an imagined figure was used, summed up, or decided that it was kept or missed in another year."""
        if any(place.origin in self.samples for place in places):
            return True
        for made in (assessment, would or assessment):
            if made.running_total is not None or made.met_in is not None or made.met_before is not None:
                return any(point.place.origin in self.samples for _, point in self.ledger.history.years(region, id_))
        return False

    def _years_of(self, region: str, id_: str) -> Years:
        key = (region, id_)
        if key not in self._years:
            self._years[key] = years_of(_entries(self.ledger, key))
        return self._years[key]


def _entries(ledger: Ledger, key: tuple[str, str]) -> Mapping[int, Entry]:
    """What a region's reports say of an indicator, year by year."""
    points = ledger.history.points.get(key, {})
    entries = {year: Entry(point.value, stated=point.stated) for year, point in points.items()}
    for year in ledger.history.blocked.get(key, ()):
        entries[year] = Entry(doubt=Doubt((), refused=True), stated=True)
    for year, vetted in ledger.vetted.get(key, {}).items():
        entries[year] = _entry(vetted, points.get(year))
    return entries


def _entry(vetted: VettedFigure, point: Point | None) -> Entry:
    """A vetted figure; where a word stands in its place, the number that the next year's report states of it."""
    figure = vetted.figure
    doubt = Doubt(vetted.errors or vetted.queries, bool(vetted.errors)) if vetted.errors or vetted.queries else None
    previous = figure.previous.amount if figure.previous is not None else None
    if figure.value.amount is None:
        reading = figure.value.reading
        word = reading.word if isinstance(reading, Missing) else "unread"
        return Entry(point.value if point else None, word, doubt, previous=previous, stated=point is not None)
    return Entry(figure.value.amount, "", doubt, _parts(figure), previous)


def _parts(figure: Figure) -> Parts | None:
    numerator, denominator = figure.numerator, figure.denominator
    if numerator is None or denominator is None or numerator.amount is None or denominator.amount is None:
        return None
    return Parts(numerator.amount, denominator.amount)


def _inputs(
    ledger: Ledger, promise: Promise, region: str, figure: Figure, year: int, assessment: Assessment
) -> Iterator[Input]:
    """Every number that was used, and where it stands; the parts where things were counted from them."""
    if assessment.value is not None:
        yield Input("value", year, assessment.value, figure.at("value"), figure.note or "")
    if assessment.shortfall is not None:
        yield from _part_inputs(figure, year)
    history, before = ledger.history, assessment.before
    if before is not None and not promise.indicator.grades:  # a grade's rank is no number to show
        point = history.at(region, promise.id, year - 1)
        place = point.place if point else figure.at("previous")
        yield Input("before", year - 1, before, place, _note(ledger, region, year - 1, promise.id))
    if assessment.reference is not None:
        point = history.at(region, promise.description.reference or "", year)
        note = _note(ledger, region, year, promise.description.reference or "")
        yield Input("reference", year, assessment.reference, point.place if point else None, note)
    base = assessment.base
    if base is not None:
        note = _note(ledger, region, base.year, promise.id) if base.source == "report" else ""
        start = _base_place(ledger, promise, region, base.year, base.source)
        yield Input("base", base.year, base.value, start, note)
    for due in assessment.milestones:
        route = (*promise.route, "milestones", str(due))
        yield Input("milestone", due, promise.milestones[due], Place("", route))


def _note(ledger: Ledger, region: str, year: int, id_: str) -> str:
    """What the report of a year says of its figure; nothing where another year's report states it."""
    vetted = ledger.figure(region, year, id_)
    return vetted.figure.note or "" if vetted is not None and vetted.believed else ""


def _part_inputs(figure: Figure, year: int) -> Iterator[Input]:
    for role, quantity in figure.fields:
        if role in {"numerator", "denominator"} and quantity.amount is not None:
            yield Input(role, year, quantity.amount, figure.at(role))


def _base_place(ledger: Ledger, promise: Promise, region: str, year: int, source: str) -> Place | None:
    """Where the base stands: in the catalogue, in a report, or nowhere."""
    if source == "catalogue":
        return Place("", (*promise.route, "baseline"))
    point = None if source == "zero" else ledger.history.at(region, promise.id, year)
    return None if point is None else point.place
