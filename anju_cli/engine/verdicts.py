"""Judging: what a believed figure means for each promise, in its year and on its way."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from anju_cli.catalogue import Catalogue, Indicator, Target
from anju_cli.comparators import Facts
from anju_cli.diagnostics import Diagnostic
from anju_cli.engine.asking import Scope, asked_of, missing_references, outside_lead
from anju_cli.engine.belief import Belief, Believing, believe
from anju_cli.engine.lines import Standing, stand
from anju_cli.engine.things import things_to_do
from anju_cli.history import Point
from anju_cli.numbers import EXACT
from anju_cli.outcome import Judgement, PastFigure, Section, Status, goal_facts
from anju_cli.source import Place
from anju_cli.submission import Figure, Grade, Submission

_MISSING = {
    "blank": Status.NOT_REPORTED,
    "pending": Status.PENDING,
    "not_applicable": Status.NOT_APPLICABLE,
    "withheld": Status.WITHHELD,
}

#: Errors of a figure that was given twice: neither of the two is shown as the figure.
_TWO = frozenset({"ANJ110", "ANJ408"})


class Judged(NamedTuple):
    """What the engine came to; places are still routes."""

    sections: tuple[Section, ...]
    findings: tuple[Diagnostic, ...]


def judge(
    submissions: tuple[Submission, ...], said: Iterable[Diagnostic], catalogue: Catalogue, scope: Scope
) -> Judged:
    """Believe what can be believed, then judge what is asked."""
    work = believe(submissions, said, catalogue)
    findings = list(work.findings)
    groups = _groups(submissions)
    sections: list[Section] = []
    for (region, year), group in groups.items():
        findings += _coverage(group, year, catalogue)
        newest = max(one for name, one in groups if name == region)
        if scope.takes_year(year, newest):
            sections.append(_section(work, region, year, group, scope))
    return Judged(tuple(sections), tuple(findings))


def _groups(submissions: tuple[Submission, ...]) -> dict[tuple[str, int], list[Submission]]:
    """Submissions by region and year: regions by name, years in order."""
    groups: dict[tuple[str, int], list[Submission]] = defaultdict(list)
    for one in submissions:
        if one.region is not None and one.year is not None:
            groups[(one.region, one.year)].append(one)
    return dict(sorted(groups.items()))


def _coverage(group: list[Submission], year: int, catalogue: Catalogue) -> Iterator[Diagnostic]:
    start, end = catalogue.catalogue.period
    for submission in group:
        yield from outside_lead(submission, catalogue)
        place = Place(submission.path, ("year",))
        if year < start or year > end:
            arguments = {"year": str(year), "first": str(start), "last": str(end)}
            yield Diagnostic("ANJ603" if year < start else "ANJ604", place, arguments)
    yield from missing_references(group, catalogue)


def _section(work: Believing, region: str, year: int, group: list[Submission], scope: Scope) -> Section:
    catalogue = work.catalogue
    head = catalogue.catalogue
    own, history = region == head.region.name, year < head.period[0]
    wanted = [pair for pair in catalogue.promises if scope.takes(pair[1])]
    asked = asked_of(group, catalogue)
    chosen = [(id_, target) for id_, target in wanted if (id_, target.goal.kind) in asked]
    judgements = () if history else tuple(_Judge(work, region, year, group).promise(*pair) for pair in chosen)
    not_asked = [target.lead for id_, target in wanted if (id_, target.goal.kind) not in asked]
    return Section(
        region=region,
        year=year,
        own=own,
        history=history,
        sample=any(one.sample for one in group),
        asked=len(judgements),
        not_asked=len(not_asked) if own and not history else 0,
        counts=dict(Counter(one.status for one in judgements)),
        judgements=judgements,
        not_asked_leads=tuple(Counter(not_asked).items()) if own and not history else (),
        past=tuple(_past(work, region, year)) if history else (),
    )


def _index(indicator: Indicator, target: Target) -> int:
    """Which of its indicator's targets this is; two may be equal in value."""
    return next(index for index, one in enumerate(indicator.targets) if one is target)


def _past(work: Believing, region: str, year: int) -> Iterator[PastFigure]:
    """What is believed of a year before the plan, in the catalogue's order."""
    for id_, indicator in work.catalogue.indicators.items():
        belief = work.beliefs.get((region, year, id_))
        value = belief.figure.value if belief and belief.believed else None
        if value is not None and value.amount is not None:
            grade = value.text.strip() if indicator.grades else None
            yield PastFigure(id_, indicator.name, value.amount, indicator.unit, grade)


class _Judge(NamedTuple):
    """Judges the promises of one region and year."""

    work: Believing
    region: str
    year: int
    group: list[Submission]

    def promise(self, id_: str, target: Target) -> Judgement:
        """One promise."""
        indicator = self.work.catalogue.indicators[id_]
        blank = self._blank(id_, indicator, target)
        belief = self.work.beliefs.get((self.region, self.year, id_))
        if belief is None:
            return self._unreported(blank)
        figure = belief.figure
        written = None if _TWO & set(belief.errors) else figure.value.text
        blank = blank._replace(explained=belief.explained, source=figure.at("value"), written=written)
        if belief.errors:
            return blank._replace(status=Status.UNDETERMINED, reasons=belief.errors)
        return self._reported(blank, belief, indicator, target)

    def _unreported(self, blank: Judgement) -> Judgement:
        """Nothing was reported; where a file could not be read, it may stand in the rest."""
        if any(not one.whole for one in self.group):
            return blank._replace(status=Status.UNDETERMINED, reasons=("ANJ004",))
        return blank._replace(status=Status.NOT_REPORTED)

    def _reported(self, blank: Judgement, belief: Belief, indicator: Indicator, target: Target) -> Judgement:
        value = belief.figure.value
        if value.amount is None:
            status = _MISSING.get(getattr(value.reading, "word", ""), Status.UNDETERMINED)
            return blank._replace(status=status, reasons=belief.queries)
        judged = self._judged(blank, value.amount, belief.figure, indicator, target)
        if not belief.queries:
            return judged
        return blank._replace(status=Status.UNDETERMINED, reasons=belief.queries, would_be=judged.status)

    def _judged(
        self, blank: Judgement, amount: Decimal, figure: Figure, indicator: Indicator, target: Target
    ) -> Judgement:
        before = self._before(figure)
        reference = self._reference(target)
        facts = Facts(
            amount,
            before.value if before else None,
            reference.value if reference else None,
            indicator.best(target.goal),
        )
        verdict = target.goal.judge(facts)
        standing = stand(self.work, (self.region, self.year), (target, figure), facts, verdict)
        return self._with_standing(blank, standing)._replace(
            value=amount,
            grade=figure.value.text.strip() if isinstance(figure.value.reading, Grade) else None,
            gap=verdict.gap,
            previous=facts.before,
            previous_year=self.year - 1 if before else None,
            goal=blank.goal._replace(reference_value=facts.reference),
            things=things_to_do(figure, indicator, target.goal) if verdict.met is False else None,
            base_change=self._base_change(standing, amount),
            running_total=self._running_total(blank.indicator, indicator, target),
            years_used=self._years_used(standing, before),
        )

    def _with_standing(self, blank: Judgement, standing: Standing) -> Judgement:
        return blank._replace(
            status=standing.status,
            shade=standing.shade,
            reasons=standing.reasons,
            base=standing.base,
            pace=standing.pace,
            steps=standing.steps,
        )

    def _before(self, figure: Figure) -> Point | None:
        """The year before: its own report, or this report's `previous`; never an older one."""
        history, series = self.work.history, (self.region, figure.indicator, self.year - 1)
        point = history.at(*series)
        if point is not None or series in history.blocked:
            return point
        if figure.previous is None or figure.previous.amount is None:
            return None
        return Point(figure.previous.amount, figure.at("previous"), stated=True)

    def _reference(self, target: Target) -> Point | None:
        """The same year's figure of the indicator that this one is held against."""
        if target.goal.needs != "reference":
            return None
        point = self.work.history.at(self.region, getattr(target.goal, "indicator", ""), self.year)
        return point if point and not point.stated else None

    def _base_change(self, standing: Standing, amount: Decimal) -> Decimal | None:
        return None if standing.base is None else EXACT.subtract(amount, standing.base.value)

    def _running_total(self, id_: str, indicator: Indicator, target: Target) -> Decimal | None:
        """The sum over the period so far, for what is counted each year anew."""
        start = self.work.catalogue.catalogue.period[0]
        if indicator.kind != "yearly" or not indicator.whole or not target.every_year:
            return None
        total = Decimal(0)
        for year in range(start, self.year + 1):
            point = self.work.history.at(self.region, id_, year)
            if point is None:
                return None
            total = EXACT.add(total, point.value)
        return total

    def _years_used(self, standing: Standing, before: Point | None) -> tuple[int, ...]:
        base = {standing.base.year} if standing.base else set()
        return tuple(sorted(base | {self.year} | ({self.year - 1} if before else set())))

    def _blank(self, id_: str, indicator: Indicator, target: Target) -> Judgement:
        route = ("indicators", id_, "targets", _index(indicator, target))
        return Judgement(
            target=f"{id_}/{target.goal.kind}",
            indicator=id_,
            name=indicator.name,
            area=target.area or "",
            clause=target.clause,
            quote=target.quote,
            lead=target.lead,
            partners=target.partners,
            basis=target.basis,
            aspirational=target.aspirational,
            region=self.region,
            year=self.year,
            by=target.by,
            unit=indicator.unit,
            goal=goal_facts(target, self.work.catalogue),
            status=Status.NOT_REPORTED,
            after_period=self.year > self.work.catalogue.catalogue.period[1],
            clause_place=Place("", route),
        )
