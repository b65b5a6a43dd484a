"""Judging: what a believed figure means for one promise, in its year and on its way."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from anju_cli.assessment.ledger import Ledger, VettedFigure
from anju_cli.assessment.shortfall import things_step, things_to_do
from anju_cli.assessment.status import Promise, Standing, stand
from anju_cli.catalogue import Indicator, Target
from anju_cli.comparators import Facts
from anju_cli.history import Point
from anju_cli.numbers import EXACT, countable
from anju_cli.outcome import Input, Judgement, Status, goal_facts
from anju_cli.places import Place
from anju_cli.submission import Grade

_MISSING = {
    "blank": Status.NOT_REPORTED,
    "pending": Status.PENDING,
    "not_applicable": Status.NOT_APPLICABLE,
    "withheld": Status.WITHHELD,
}


class _Held(NamedTuple):
    """What a figure is held against: last year's, and another indicator's of the same year."""

    before: Point | None
    reference: Point | None


class Verdicts:
    """Judges promises by what is believed; what a promise says by itself is gathered once."""

    def __init__(self, work: Ledger) -> None:
        self.work = work
        self._blanks: dict[str, Judgement] = {}

    def promise(self, where: tuple[str, int], id_: str, target: Target, *, unread: tuple[str, ...] = ()) -> Judgement:
        """One promise in one region and year; `unread` is why files were not read to their end."""
        region, year = where
        belief = self.work.beliefs.get((region, year, id_))
        blank = self._blank(id_, target)
        after = year > self.work.catalogue.catalogue.period[1]
        if belief is None:  # nothing was reported; in a file that broke off it may stand in the rest
            status = Status.UNDETERMINED if unread else Status.NOT_REPORTED
            return blank._replace(region=region, year=year, after_period=after, status=status, reasons=unread)
        figure = belief.figure
        reported = blank._replace(
            region=region,
            year=year,
            after_period=after,
            explained=belief.explained,
            source=figure.at("value"),
            written=None if belief.twice else figure.value.text,
            assumed=figure.place.assumed,
        )
        return self._told(belief, Promise(self.work, region, year, id_, target, figure), reported)

    def _told(self, belief: VettedFigure, asked: Promise, blank: Judgement) -> Judgement:
        """What is to be said of a figure: why it is not judged, which word stands there, or how it stands."""
        if belief.errors:
            return blank._replace(status=Status.UNDETERMINED, reasons=belief.errors)
        value = belief.figure.value
        if value.amount is None:
            status = _MISSING.get(getattr(value.reading, "word", ""), Status.UNDETERMINED)
            return blank._replace(status=status, reasons=belief.queries)
        judged = self._judged(asked, value.amount, blank)
        if not belief.queries:
            return judged
        return blank._replace(status=Status.UNDETERMINED, reasons=belief.queries, would_be=judged.status)

    def _judged(self, asked: Promise, amount: Decimal, blank: Judgement) -> Judgement:
        figure, target, indicator = asked.figure, asked.target, asked.indicator
        held = _Held(self._before(asked), self._reference(asked))
        before = held.before.value if held.before else None
        reference = held.reference.value if held.reference else None
        facts = Facts(amount, before, reference, indicator.best(target.goal))
        verdict = target.goal.judge(facts)
        things = things_to_do(figure, indicator, target.goal) if verdict.met is False else None
        standing = stand(asked, facts, verdict, things)
        inputs = tuple(_inputs(asked, amount, held, standing, counted=things is not None))
        return blank._replace(
            status=standing.status,
            shade=standing.shade,
            reasons=standing.reasons,
            base=standing.base,
            pace=standing.pace,
            steps=(*standing.steps, *things_step(figure, indicator, target.goal, things)),
            value=amount,
            grade=figure.value.text.strip() if isinstance(figure.value.reading, Grade) else None,
            gap=verdict.gap,
            previous=before,
            goal=blank.goal if reference is None else blank.goal._replace(reference_value=reference),
            things=things,
            base_change=None if standing.base is None else EXACT.subtract(amount, standing.base.value),
            running_total=self._running_total(asked),
            met_in=standing.met_in,
            inputs=inputs,
            assumed=blank.assumed or any(operand.place is not None and operand.place.assumed for operand in inputs),
            course=self.work.history.course(asked.region, asked.id, asked.year),
        )

    def _before(self, asked: Promise) -> Point | None:
        """The year before: its own report, or this report's `previous`; never an older one."""
        history, figure = self.work.history, asked.figure
        series = (asked.region, asked.id, asked.year - 1)
        point = history.at(*series)
        if point is not None or series in history.blocked:
            return point
        if figure.previous is None or figure.previous.amount is None:
            return None
        return Point(figure.previous.amount, figure.at("previous"), stated=True)

    def _reference(self, asked: Promise) -> Point | None:
        """The same year's figure of the indicator that this one is held against."""
        goal = asked.target.goal
        if goal.needs != "reference":
            return None
        point = self.work.history.at(asked.region, getattr(goal, "indicator", ""), asked.year)
        return point if point and not point.stated else None

    def _running_total(self, asked: Promise) -> Decimal | None:
        """The sum over the period so far, for things or money counted each year anew."""
        indicator, (start, end) = asked.indicator, self.work.catalogue.catalogue.period
        added = indicator.kind == "yearly" and asked.target.every_year and countable(indicator.unit)
        if not added or asked.year > end:
            return None
        total = Decimal(0)
        for year in range(start, asked.year + 1):
            point = self.work.history.at(asked.region, asked.id, year)
            if point is None:
                return None
            total = EXACT.add(total, point.value)
        return total

    def _blank(self, id_: str, target: Target) -> Judgement:
        key = f"{id_}/{target.goal.kind}"
        if key not in self._blanks:
            self._blanks[key] = self._promised(key, id_, target, self.work.catalogue.indicators[id_])
        return self._blanks[key]

    def _promised(self, key: str, id_: str, target: Target, indicator: Indicator) -> Judgement:
        """What the catalogue says of a promise, whatever region and year it is asked of."""
        return Judgement(
            target=key,
            indicator=id_,
            name=indicator.name,
            area=target.area or "",
            clause=target.clause,
            quote=target.quote,
            lead=target.lead,
            partners=target.partners,
            basis=target.basis,
            aspirational=target.aspirational,
            region="",
            year=0,
            by=target.by,
            unit=indicator.unit,
            goal=goal_facts(target, self.work.catalogue),
            status=Status.NOT_REPORTED,
            clause_place=Place("", indicator.route_of(id_, target)),
        )


def _inputs(asked: Promise, amount: Decimal, held: _Held, standing: Standing, *, counted: bool) -> Iterator[Input]:
    """Every number that was used, and where it stands; the parts where things were counted from them."""
    figure, year, base = asked.figure, asked.year, standing.base
    yield Input("value", year, amount, figure.at("value"))
    if counted:
        yield from (
            Input(role, year, quantity.amount, figure.at(role))
            for role, quantity in (("numerator", figure.numerator), ("denominator", figure.denominator))
            if quantity is not None and quantity.amount is not None
        )
    if held.before is not None and not asked.indicator.grades:  # a grade's rank is no number to show
        yield Input("before", year - 1, held.before.value, held.before.place)
    if held.reference is not None:
        yield Input("reference", year, held.reference.value, held.reference.place)
    if base is not None:
        yield Input("base", base.year, base.value, base.place)
    for due in standing.milestones:
        route = (*asked.indicator.route_of(asked.id, asked.target), "milestones", str(due))
        yield Input("milestone", due, asked.target.milestones[due], Place("", route))
