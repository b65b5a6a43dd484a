"""Which figures are believed: rules, explanations, and the history that grows from them year by year."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from anju_cli.catalogue import Catalogue
from anju_cli.diagnostics import Diagnostic, Level, Related
from anju_cli.engine.explanations import explain
from anju_cli.engine.revisions import Series, revise
from anju_cli.history import History, Point
from anju_cli.rules import RULES, Case
from anju_cli.submission import Figure, Missing, Quantity, Submission


class Belief(NamedTuple):
    """What is held of one indicator in one region and year.

    `figure` is the one that counts; `errors` and `queries` are the codes that keep it from being
    judged; `explained` the codes that stand with a reason.
    """

    figure: Figure
    errors: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()

    @property
    def believed(self) -> bool:
        """Whether its value may be used."""
        return not self.errors and not self.queries and self.figure.value.amount is not None


class Believing:
    """The work in hand: filled year by year, oldest first."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.history = History()
        self.beliefs: dict[Series, Belief] = {}
        self.findings: list[Diagnostic] = []
        self.doubted: dict[Series, str] = {}


def believe(submissions: tuple[Submission, ...], said: Iterable[Diagnostic], catalogue: Catalogue) -> Believing:
    """Check every figure of every submission; `said` is what reading them found already."""
    work = Believing(catalogue)
    revised = revise(submissions)
    work.findings += revised.findings
    work.doubted = revised.doubted
    faults = _faults_by_figure(said)
    groups: dict[tuple[int, str], list[Submission]] = defaultdict(list)
    for submission in revised.submissions:
        groups[(submission.year or 0, submission.region or "")].append(submission)
    for (year, region), group in sorted(groups.items()):
        _believe_year(work, region, year, group, faults)
    return work


def _faults_by_figure(said: Iterable[Diagnostic]) -> dict[tuple[str, str], list[str]]:
    """The codes of open findings by file and indicator, from their routes."""
    faults: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in said:
        route = one.place.route
        if one.open and len(route) > 1 and route[0] == "figures":
            faults[(one.place.path, str(route[1]))].append(one.code)
    return faults


def _believe_year(
    work: Believing, region: str, year: int, group: list[Submission], faults: dict[tuple[str, str], list[str]]
) -> None:
    placed = bool(year and region)
    found: list[Diagnostic] = []
    for submission in group:
        checked: list[Diagnostic] = []
        for figure in submission.figures.values():
            case = _case(work, figure, region, year, placed)
            for rule in RULES:
                checked.extend(rule(case))
        explained, remarks = explain(submission, checked)
        found += explained + remarks
    if placed and len(group) > 1:
        found += _twice(group)
    work.findings += found
    codes = _codes(found, faults)
    reported = dict.fromkeys(indicator for submission in group for indicator in submission.figures)
    for indicator in reported if placed else ():
        _settle(work, (region, year, indicator), group, codes)


def _case(work: Believing, figure: Figure, region: str, year: int, placed: bool) -> Case:
    """What the rules look at: the figure, and the year before as reported and as believed."""
    indicator = work.catalogue.indicators[figure.indicator]
    reported = work.beliefs.get((region, year - 1, figure.indicator)) if placed else None
    before = work.history.at(region, figure.indicator, year - 1) if placed else None
    believed = before if before and not before.stated else None
    return Case(figure, indicator, year, figure.fields, _reported(reported), believed)


def _reported(belief: Belief | None) -> Point | None:
    """Last year's report as it stands, unless it has an error."""
    if belief is None or belief.errors or belief.figure.value.amount is None:
        return None
    return Point(belief.figure.value.amount, belief.figure.at("value"))


def _twice(group: list[Submission]) -> list[Diagnostic]:
    """The same figure of a region and year in two files: another number is an error, the same a note."""
    found: list[Diagnostic] = []
    first: dict[tuple[str, str], tuple[Figure, Quantity]] = {}
    for figure in (figure for submission in group for figure in submission.figures.values()):
        for field in ("value", "numerator", "denominator", "previous"):
            quantity: Quantity | None = getattr(figure, field)
            if quantity is None or not _says_something(quantity):
                continue
            other, said = first.setdefault((figure.indicator, field), (figure, quantity))
            if other is not figure and not (field != "value" and _agree(said, quantity)):
                found.append(_again(field, (other, said), (figure, quantity)))
    return found


def _again(field: str, first: tuple[Figure, Quantity], second: tuple[Figure, Quantity]) -> Diagnostic:
    (other, said), (figure, quantity) = first, second
    code = "ANJ409" if _agree(said, quantity) else "ANJ408"
    related = (Related(other.at(field), "first", said.text),)
    arguments = {"first": said.text, "second": quantity.text, "path": other.place.path}
    return Diagnostic(code, figure.at(field), arguments, "", figure.indicator, quantity.text, related)


def _says_something(quantity: Quantity) -> bool:
    reading = quantity.reading
    return not (isinstance(reading, Missing) and reading.word in {"blank", "pending", "misshapen"})


def _agree(left: Quantity, right: Quantity) -> bool:
    """Equal as numbers, the same word for what is missing, or else the same text."""
    if left.amount is not None and right.amount is not None:
        return left.amount == right.amount
    return left.reading == right.reading and (isinstance(left.reading, Missing) or left.text == right.text)


def _codes(
    found: list[Diagnostic], faults: dict[tuple[str, str], list[str]]
) -> dict[tuple[str, str], list[Diagnostic | str]]:
    """Everything that concerns a figure, by file and indicator; a conflict concerns both files."""
    codes: dict[tuple[str, str], list[Diagnostic | str]] = defaultdict(list)
    for key, said in faults.items():
        codes[key] += said
    for one in found:
        places = [one.place, *(related.place for related in one.related if one.code == "ANJ408")]
        for place in places:
            if place.route[:1] == ("figures",):
                codes[(place.path, str(place.route[1]))].append(one)
            elif place.route[:1] == ("revisions",) and one.indicator is not None:
                codes[(place.path, one.indicator)].append(one)
    return codes


def _settle(
    work: Believing, series: Series, group: list[Submission], codes: dict[tuple[str, str], list[Diagnostic | str]]
) -> None:
    region, year, indicator = series
    figures = [one.figures[indicator] for one in group if indicator in one.figures]
    paths = dict.fromkeys([*(one.path for one in group), *(figure.place.path for figure in figures)])
    concerning = [one for path in paths for one in codes.get((path, indicator), ())]
    concerning += [work.doubted[series]] if series in work.doubted else []
    belief = _belief(_telling(figures), concerning, _unread(indicator, group))
    work.beliefs[series] = belief
    if belief.errors or belief.queries:
        work.history.block(region, indicator, year)
    else:
        _remember(work, belief.figure, region, year)


def _remember(work: Believing, figure: Figure, region: str, year: int) -> None:
    """A believed figure; and its `previous`, which stands for a year that has no report of its own."""
    if figure.value.amount is not None:
        work.history.add(region, figure.indicator, year, Point(figure.value.amount, figure.at("value")))
    if figure.previous is not None and figure.previous.amount is not None:
        point = Point(figure.previous.amount, figure.at("previous"), stated=True)
        work.history.add(region, figure.indicator, year - 1, point)


def _telling(figures: list[Figure]) -> Figure:
    """The figure that counts: one with something to say, else the first."""
    return next((one for one in figures if _says_something(one.value)), figures[0])


def _unread(indicator: str, group: list[Submission]) -> bool:
    """Whether a file that holds this figure could not be read to its end."""
    return any(not submission.whole and indicator in submission.figures for submission in group)


def _belief(figure: Figure, concerning: list[Diagnostic | str], unread: bool) -> Belief:
    if not concerning and not unread:  # most figures
        return Belief(figure)
    given = [one for one in concerning if isinstance(one, Diagnostic)]
    errors = [one for one in concerning if isinstance(one, str)]
    errors += [one.code for one in given if one.level is Level.ERROR]
    errors += ["ANJ004"] if unread else []
    queries = [one.code for one in given if one.level is Level.QUERY and one.open]
    explained = [one.code for one in given if one.explanation is not None]
    return Belief(figure, *(tuple(dict.fromkeys(codes)) for codes in (errors, queries, explained)))
